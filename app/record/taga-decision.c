#include "taga-decision.h"

#include <glib/gi18n-lib.h>

/**
 * TagaDecision:
 *
 * What the management is asked to decide, and what it decided.
 */
struct _TagaDecision
{
  TagaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaDecision, taga_decision, TAGA_TYPE_RECORD)

static const TagaField fields[] = {
  [TAGA_DECISION_NAME] = { "name", N_ ("To decide"), TAGA_FIELD_TEXT,
                           TAGA_FIELD_REQUIRED | TAGA_FIELD_SEARCHED, .width = 30 },
  [TAGA_DECISION_REASON] = { "reason", N_ ("Reason"), TAGA_FIELD_NOTE, TAGA_FIELD_SEARCHED,
                             .width = 30 },
  [TAGA_DECISION_MEASURES] = { "measures", N_ ("Measures"), TAGA_FIELD_TEXT, .width = 12 },
  [TAGA_DECISION_AMOUNT] = { "amount", N_ ("Amount (yen)"), TAGA_FIELD_NUMBER, .width = 10 },
  [TAGA_DECISION_ASKED_ON] = { "asked-on", N_ ("Asked on"), TAGA_FIELD_DATE, .width = 11 },
  [TAGA_DECISION_DUE_ON] = { "due-on", N_ ("Decide by"), TAGA_FIELD_DATE, .width = 11 },
  [TAGA_DECISION_ANSWER] = { "answer", N_ ("Decision"), TAGA_FIELD_CHOICE,
                             .domain = "decision-answer", .width = 8 },
  [TAGA_DECISION_DECIDED_ON] = { "decided-on", N_ ("Decided on"), TAGA_FIELD_DATE, .width = 11 },
  [TAGA_DECISION_DECIDED_BY] = { "decided-by", N_ ("Decided by"), TAGA_FIELD_TEXT,
                                 TAGA_FIELD_SEARCHED, .width = 12 },
  [TAGA_DECISION_NOTE] = { "note", N_ ("Remarks"), TAGA_FIELD_NOTE, TAGA_FIELD_SEARCHED,
                           .width = 30 },
};

static void
taga_decision_class_init (TagaDecisionClass *klass)
{
  taga_record_class_set_fields (TAGA_RECORD_CLASS (klass), "decision", fields,
                                G_N_ELEMENTS (fields));
}

static void
taga_decision_init (TagaDecision *self)
{
}

/**
 * taga_decision_new:
 *
 * Makes a decision of which nothing is known yet.
 *
 * Returns: (transfer full): the record
 */
TagaDecision *
taga_decision_new (void)
{
  return g_object_new (TAGA_TYPE_DECISION, NULL);
}
