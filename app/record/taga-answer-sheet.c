#include "taga-answer-sheet.h"

#include <glib/gi18n-lib.h>

/**
 * TagaAnswerSheet:
 *
 * One filled-in sheet of the self-check 自社診断: that of a site or of a person. The company's own
 * answers are the lowest of all its sheets (our rule).
 */
struct _TagaAnswerSheet
{
  TagaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaAnswerSheet, taga_answer_sheet, TAGA_TYPE_RECORD)

static const TagaField fields[] = {
  [TAGA_ANSWER_SHEET_ROUND] = { "round", N_ ("Round"), TAGA_FIELD_REFERENCE, TAGA_FIELD_REQUIRED,
                                .domain = "round", .width = 8 },
  [TAGA_ANSWER_SHEET_NAME] = { "name", N_ ("Site or person"), TAGA_FIELD_TEXT,
                               TAGA_FIELD_REQUIRED | TAGA_FIELD_SEARCHED, .width = 16 },
  [TAGA_ANSWER_SHEET_NOTE] = { "note", N_ ("Remarks"), TAGA_FIELD_NOTE, .width = 30 },
};

static void
taga_answer_sheet_class_init (TagaAnswerSheetClass *klass)
{
  taga_record_class_set_fields (TAGA_RECORD_CLASS (klass), "sheet", fields, G_N_ELEMENTS (fields));
}

static void
taga_answer_sheet_init (TagaAnswerSheet *self)
{
}

/**
 * taga_answer_sheet_new:
 *
 * Makes an answer sheet of which nothing is known yet.
 *
 * Returns: (transfer full): the record
 */
TagaAnswerSheet *
taga_answer_sheet_new (void)
{
  return g_object_new (TAGA_TYPE_ANSWER_SHEET, NULL);
}
