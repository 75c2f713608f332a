#include "taga-check.h"

#include <glib/gi18n-lib.h>

/**
 * TagaCheck:
 *
 * The answer to a check item of the method edition, as one round gave it (the sheet
 * 対策状況チェック).
 */
struct _TagaCheck
{
  TagaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaCheck, taga_check, TAGA_TYPE_RECORD)

static const TagaField fields[] = {
  [TAGA_CHECK_ROUND] = { "round", N_ ("Round"), TAGA_FIELD_REFERENCE, TAGA_FIELD_REQUIRED,
                         .domain = "round", .width = 8 },
  [TAGA_CHECK_ITEM] = { "item", N_ ("Check item"), TAGA_FIELD_TEXT, TAGA_FIELD_REQUIRED,
                        .width = 8 },
  [TAGA_CHECK_ANSWER] = { "answer", N_ ("Answer"), TAGA_FIELD_LEVEL, .domain = "answer",
                          .width = 8 },
  [TAGA_CHECK_NOTE] = { "note", N_ ("Remarks"), TAGA_FIELD_NOTE, .width = 30 },
  [TAGA_CHECK_ANSWERED_BY] = { "answered-by", N_ ("Answered by"), TAGA_FIELD_TEXT, .width = 12 },
  [TAGA_CHECK_ANSWERED_ON] = { "answered-on", N_ ("Answered on"), TAGA_FIELD_DATE, .width = 11 },
  [TAGA_CHECK_TO_CONFIRM] = { "to-confirm", N_ ("To confirm"), TAGA_FIELD_MARK, .width = 6 },
  [TAGA_CHECK_EVIDENCE] = { "evidence", N_ ("Evidence"), TAGA_FIELD_NOTE, .width = 30 },
  [TAGA_CHECK_EVIDENCE_LINK] = { "evidence-link", N_ ("Address of the evidence"), TAGA_FIELD_TEXT,
                                 .width = 20 },
  [TAGA_CHECK_EVIDENCE_FILE] = { "evidence-file", N_ ("File of the evidence"), TAGA_FIELD_TEXT,
                                 .width = 20 },
  [TAGA_CHECK_EVIDENCE_ON] = { "evidence-on", N_ ("Date of the evidence"), TAGA_FIELD_DATE,
                               .width = 11 },
  [TAGA_CHECK_EVIDENCE_BY] = { "evidence-by", N_ ("Who has the evidence"), TAGA_FIELD_TEXT,
                               .width = 12 },
};

static void
taga_check_class_init (TagaCheckClass *klass)
{
  taga_record_class_set_fields (TAGA_RECORD_CLASS (klass), "check", fields, G_N_ELEMENTS (fields));
}

static void
taga_check_init (TagaCheck *self)
{
}

/**
 * taga_check_new:
 *
 * Makes a check of which nothing is known yet.
 *
 * Returns: (transfer full): the record
 */
TagaCheck *
taga_check_new (void)
{
  return g_object_new (TAGA_TYPE_CHECK, NULL);
}
