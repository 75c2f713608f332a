#include "taga-recheck.h"

#include <glib/gi18n-lib.h>

/**
 * TagaRecheck:
 *
 * The answer to a question by which a rule is looked at more closely.
 */
struct _TagaRecheck
{
  TagaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaRecheck, taga_recheck, TAGA_TYPE_RECORD)

static const TagaField fields[] = {
  [TAGA_RECHECK_ROUND] = { "round", N_ ("Round"), TAGA_FIELD_REFERENCE, TAGA_FIELD_REQUIRED,
                           .domain = "round", .width = 8 },
  [TAGA_RECHECK_ITEM] = { "item", N_ ("Question"), TAGA_FIELD_TEXT, TAGA_FIELD_REQUIRED,
                          .width = 8 },
  [TAGA_RECHECK_ANSWER] = { "answer", N_ ("State"), TAGA_FIELD_LEVEL, .domain = "rule-state",
                            .width = 10 },
  [TAGA_RECHECK_NOTE] = { "note", N_ ("Remarks"), TAGA_FIELD_NOTE, .width = 30 },
  [TAGA_RECHECK_ANSWERED_BY] = { "answered-by", N_ ("Answered by"), TAGA_FIELD_TEXT, .width = 12 },
  [TAGA_RECHECK_ANSWERED_ON] = { "answered-on", N_ ("Answered on"), TAGA_FIELD_DATE, .width = 11 },
  [TAGA_RECHECK_TO_CONFIRM] = { "to-confirm", N_ ("To confirm"), TAGA_FIELD_MARK, .width = 6 },
};

static void
taga_recheck_class_init (TagaRecheckClass *klass)
{
  taga_record_class_set_fields (TAGA_RECORD_CLASS (klass), "recheck", fields,
                                G_N_ELEMENTS (fields));
}

static void
taga_recheck_init (TagaRecheck *self)
{
}

/**
 * taga_recheck_new:
 *
 * Makes a second look of which nothing is known yet.
 *
 * Returns: (transfer full): the record
 */
TagaRecheck *
taga_recheck_new (void)
{
  return g_object_new (TAGA_TYPE_RECHECK, NULL);
}
