#include "taga-threat.h"

#include <glib/gi18n-lib.h>

/**
 * TagaThreat:
 *
 * How often a threat of the method edition occurs, as one round judged it (the sheet 脅威の状況).
 */
struct _TagaThreat
{
  TagaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaThreat, taga_threat, TAGA_TYPE_RECORD)

static const TagaField fields[] = {
  [TAGA_THREAT_ROUND] = { "round", N_ ("Round"), TAGA_FIELD_REFERENCE, TAGA_FIELD_REQUIRED,
                          .domain = "round", .width = 8 },
  [TAGA_THREAT_ITEM] = { "item", N_ ("Threat"), TAGA_FIELD_TEXT, TAGA_FIELD_REQUIRED, .width = 8 },
  [TAGA_THREAT_FREQUENCY] = { "frequency", N_ ("Frequency"), TAGA_FIELD_LEVEL,
                              .domain = "frequency", .width = 8 },
  [TAGA_THREAT_NOTE] = { "note", N_ ("Remarks"), TAGA_FIELD_NOTE, .width = 30 },
  [TAGA_THREAT_ANSWERED_BY] = { "answered-by", N_ ("Answered by"), TAGA_FIELD_TEXT, .width = 12 },
  [TAGA_THREAT_ANSWERED_ON] = { "answered-on", N_ ("Answered on"), TAGA_FIELD_DATE, .width = 11 },
  [TAGA_THREAT_TO_CONFIRM] = { "to-confirm", N_ ("To confirm"), TAGA_FIELD_MARK, .width = 6 },
};

static void
taga_threat_class_init (TagaThreatClass *klass)
{
  taga_record_class_set_fields (TAGA_RECORD_CLASS (klass), "threat", fields, G_N_ELEMENTS (fields));
}

static void
taga_threat_init (TagaThreat *self)
{
}

/**
 * taga_threat_new:
 *
 * Makes a threat of which nothing is known yet.
 *
 * Returns: (transfer full): the record
 */
TagaThreat *
taga_threat_new (void)
{
  return g_object_new (TAGA_TYPE_THREAT, NULL);
}
