#include "taga-measure.h"

#include <glib/gi18n-lib.h>

/**
 * TagaMeasure:
 *
 * Something that the company does against its risks 対策: what, which check items and assets it
 * serves, who does it, by when, at what cost.
 */
struct _TagaMeasure
{
  TagaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaMeasure, taga_measure, TAGA_TYPE_RECORD)

static const TagaField fields[] = {
  [TAGA_MEASURE_NAME] = { "name", N_ ("Measure"), TAGA_FIELD_TEXT,
                          TAGA_FIELD_REQUIRED | TAGA_FIELD_SEARCHED, .width = 28 },
  [TAGA_MEASURE_TREATMENT] = { "treatment", N_ ("Treatment"), TAGA_FIELD_CHOICE,
                               .domain = "treatment", .width = 8 },
  [TAGA_MEASURE_STATUS] = { "status", N_ ("Status"), TAGA_FIELD_CHOICE, .domain = "measure-status",
                            .width = 8 },
  [TAGA_MEASURE_OWNER] = { "owner", N_ ("Owner"), TAGA_FIELD_TEXT, TAGA_FIELD_SEARCHED,
                           .width = 12 },
  [TAGA_MEASURE_PLANNED_START] = { "planned-start", N_ ("Planned start"), TAGA_FIELD_DATE,
                                   .width = 11 },
  [TAGA_MEASURE_PLANNED_END] = { "planned-end", N_ ("Planned end"), TAGA_FIELD_DATE, .width = 11 },
  [TAGA_MEASURE_ACTUAL_START] = { "actual-start", N_ ("Actual start"), TAGA_FIELD_DATE,
                                  .width = 11 },
  [TAGA_MEASURE_ACTUAL_END] = { "actual-end", N_ ("Actual end"), TAGA_FIELD_DATE, .width = 11 },
  [TAGA_MEASURE_BUDGET] = { "budget", N_ ("Budget (yen)"), TAGA_FIELD_NUMBER, .width = 10 },
  [TAGA_MEASURE_ACTUAL_COST] = { "actual-cost", N_ ("Actual cost (yen)"), TAGA_FIELD_NUMBER,
                                 .width = 10 },
  [TAGA_MEASURE_CHECKS] = { "checks", N_ ("Check items"), TAGA_FIELD_TEXT, TAGA_FIELD_SEARCHED,
                            .width = 14 },
  [TAGA_MEASURE_ASSETS] = { "assets", N_ ("Assets"), TAGA_FIELD_TEXT, .width = 12 },
  [TAGA_MEASURE_NOTE] = { "note", N_ ("Remarks"), TAGA_FIELD_NOTE, TAGA_FIELD_SEARCHED,
                          .width = 30 },
};

static void
taga_measure_class_init (TagaMeasureClass *klass)
{
  taga_record_class_set_fields (TAGA_RECORD_CLASS (klass), "measure", fields,
                                G_N_ELEMENTS (fields));
}

static void
taga_measure_init (TagaMeasure *self)
{
}

/**
 * taga_measure_new:
 *
 * Makes a measure of which nothing is known yet.
 *
 * Returns: (transfer full): the record
 */
TagaMeasure *
taga_measure_new (void)
{
  return g_object_new (TAGA_TYPE_MEASURE, NULL);
}
