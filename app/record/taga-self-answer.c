#include "taga-self-answer.h"

#include <glib/gi18n-lib.h>

/**
 * TagaSelfAnswer:
 *
 * The answer that one sheet gives to one of the 25 questions of the self-check (appendix 3).
 */
struct _TagaSelfAnswer
{
  TagaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaSelfAnswer, taga_self_answer, TAGA_TYPE_RECORD)

static const TagaField fields[] = {
  [TAGA_SELF_ANSWER_ROUND] = { "round", N_ ("Round"), TAGA_FIELD_REFERENCE, TAGA_FIELD_REQUIRED,
                               .domain = "round", .width = 8 },
  [TAGA_SELF_ANSWER_SHEET] = { "sheet", N_ ("Sheet"), TAGA_FIELD_REFERENCE, TAGA_FIELD_REQUIRED,
                               .domain = "sheet", .width = 8 },
  [TAGA_SELF_ANSWER_ITEM] = { "item", N_ ("Question"), TAGA_FIELD_TEXT, TAGA_FIELD_REQUIRED,
                              .width = 8 },
  [TAGA_SELF_ANSWER_ANSWER] = { "answer", N_ ("Answer"), TAGA_FIELD_LEVEL,
                                .domain = "question-answer", .width = 10 },
  [TAGA_SELF_ANSWER_NOTE] = { "note", N_ ("Remarks"), TAGA_FIELD_NOTE, .width = 30 },
  [TAGA_SELF_ANSWER_ANSWERED_BY] = { "answered-by", N_ ("Answered by"), TAGA_FIELD_TEXT,
                                     .width = 12 },
  [TAGA_SELF_ANSWER_ANSWERED_ON] = { "answered-on", N_ ("Answered on"), TAGA_FIELD_DATE,
                                     .width = 11 },
  [TAGA_SELF_ANSWER_TO_CONFIRM] = { "to-confirm", N_ ("To confirm"), TAGA_FIELD_MARK, .width = 6 },
};

static void
taga_self_answer_class_init (TagaSelfAnswerClass *klass)
{
  taga_record_class_set_fields (TAGA_RECORD_CLASS (klass), "question", fields,
                                G_N_ELEMENTS (fields));
}

static void
taga_self_answer_init (TagaSelfAnswer *self)
{
}

/**
 * taga_self_answer_new:
 *
 * Makes an answer of which nothing is known yet.
 *
 * Returns: (transfer full): the record
 */
TagaSelfAnswer *
taga_self_answer_new (void)
{
  return g_object_new (TAGA_TYPE_SELF_ANSWER, NULL);
}
