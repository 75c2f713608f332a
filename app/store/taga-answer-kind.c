#include "taga-answer-kind.h"

#include "taga-check.h"
#include "taga-recheck.h"
#include "taga-rule.h"
#include "taga-self-answer.h"
#include "taga-threat.h"

static guint
find_field (TagaRecordClass *klass, const char *name)
{
  int field = taga_record_class_find_field (klass, name);

  g_assert (field >= 0);
  return (guint) field;
}

/**
 * taga_answer_kind_get:
 * @type: a record type
 * @kind: (out caller-allocates): what its records answer
 *
 * Tells what answers of a record type are about: threats, check items, the questions of the
 * self-check, rules or re-check questions.
 *
 * Returns: `FALSE` if records of this type are no answers
 */
gboolean
taga_answer_kind_get (GType type, TagaAnswerKind *kind)
{
  const struct
  {
    GType type;
    const char *list;
    const char *groups;
    const char *domain;
    const char *number;
  } kinds[] = {
    { TAGA_TYPE_THREAT, "threat", "medium", "frequency", "frequency" },
    { TAGA_TYPE_CHECK, "check", "check-group", "answer", "answer" },
    { TAGA_TYPE_SELF_ANSWER, "question", "question-part", "question-answer", "answer" },
    { TAGA_TYPE_RULE, "rule", NULL, "rule-state", "answer" },
    { TAGA_TYPE_RECHECK, "recheck", "rule", "rule-state", "answer" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      TagaRecordClass *klass;

      if (kinds[i].type != type)
        continue;

      klass = taga_record_class_peek (type);
      kind->type = type;
      kind->list = kinds[i].list;
      kind->groups = kinds[i].groups;
      kind->domain = kinds[i].domain;
      kind->round = find_field (klass, "round");
      kind->sheet = taga_record_class_find_field (klass, "sheet");
      kind->item = find_field (klass, "item");
      kind->number = find_field (klass, kinds[i].number);
      kind->note = find_field (klass, "note");
      kind->person = find_field (klass, "answered-by");
      kind->day = find_field (klass, "answered-on");
      kind->to_confirm = find_field (klass, "to-confirm");
      return TRUE;
    }

  return FALSE;
}
