#include "taga-axis-score.h"

#include <glib/gi18n-lib.h>

/**
 * TagaAxisScore:
 *
 * The score of one axis of the radar in one round, 0.0 to 5.0: entered by a judge, or computed from
 * the answers and written down when the round was sealed. One that is missing is not 0.
 */
struct _TagaAxisScore
{
  TagaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaAxisScore, taga_axis_score, TAGA_TYPE_RECORD)

static const TagaField fields[] = {
  [TAGA_AXIS_SCORE_ROUND] = { "round", N_ ("Round"), TAGA_FIELD_REFERENCE, TAGA_FIELD_REQUIRED,
                              .domain = "round", .width = 8 },
  [TAGA_AXIS_SCORE_AXIS] = { "axis", N_ ("Axis"), TAGA_FIELD_TEXT, TAGA_FIELD_REQUIRED,
                             .width = 10 },
  [TAGA_AXIS_SCORE_SCORE] = { "score", N_ ("Score"), TAGA_FIELD_TENTHS, .width = 6 },
  [TAGA_AXIS_SCORE_ORIGIN] = { "origin", N_ ("Where from"), TAGA_FIELD_CHOICE, TAGA_FIELD_REQUIRED,
                               .domain = "score-origin", .width = 10 },
  [TAGA_AXIS_SCORE_EVIDENCE] = { "evidence", N_ ("Evidence"), TAGA_FIELD_NOTE, .width = 30 },
  [TAGA_AXIS_SCORE_ANSWERED_BY] = { "answered-by", N_ ("Judged by"), TAGA_FIELD_TEXT, .width = 12 },
  [TAGA_AXIS_SCORE_ANSWERED_ON] = { "answered-on", N_ ("Judged on"), TAGA_FIELD_DATE, .width = 11 },
};

static void
taga_axis_score_class_init (TagaAxisScoreClass *klass)
{
  taga_record_class_set_fields (TAGA_RECORD_CLASS (klass), "axis_score", fields,
                                G_N_ELEMENTS (fields));
}

static void
taga_axis_score_init (TagaAxisScore *self)
{
}

/**
 * taga_axis_score_new:
 *
 * Makes a score of which nothing is known yet.
 *
 * Returns: (transfer full): the record
 */
TagaAxisScore *
taga_axis_score_new (void)
{
  return g_object_new (TAGA_TYPE_AXIS_SCORE, NULL);
}
