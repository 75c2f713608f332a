#include "taga-top-threat.h"

#include <glib/gi18n-lib.h>

/**
 * TagaTopThreat:
 *
 * The place that the company gives to one of the ten threats 10大脅威 of a year. The published
 * order is no order of priority for a single company.
 */
struct _TagaTopThreat
{
  TagaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaTopThreat, taga_top_threat, TAGA_TYPE_RECORD)

static const TagaField fields[] = {
  [TAGA_TOP_THREAT_ROUND] = { "round", N_ ("Round"), TAGA_FIELD_REFERENCE, TAGA_FIELD_REQUIRED,
                              .domain = "round", .width = 8 },
  [TAGA_TOP_THREAT_ITEM] = { "item", N_ ("Threat"), TAGA_FIELD_TEXT, TAGA_FIELD_REQUIRED,
                             .width = 8 },
  [TAGA_TOP_THREAT_RANK] = { "rank", N_ ("Our rank"), TAGA_FIELD_NUMBER, .width = 6 },
  [TAGA_TOP_THREAT_NOTE] = { "note", N_ ("Remarks"), TAGA_FIELD_NOTE, .width = 30 },
};

static void
taga_top_threat_class_init (TagaTopThreatClass *klass)
{
  taga_record_class_set_fields (TAGA_RECORD_CLASS (klass), "top_threat", fields,
                                G_N_ELEMENTS (fields));
}

static void
taga_top_threat_init (TagaTopThreat *self)
{
}

/**
 * taga_top_threat_new:
 *
 * Makes a rank of which nothing is known yet.
 *
 * Returns: (transfer full): the record
 */
TagaTopThreat *
taga_top_threat_new (void)
{
  return g_object_new (TAGA_TYPE_TOP_THREAT, NULL);
}
