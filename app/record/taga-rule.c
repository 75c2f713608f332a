#include "taga-rule.h"

#include <glib/gi18n-lib.h>

/**
 * TagaRule:
 *
 * How the company keeps one of the rules of 5か条 or 6か条 (appendix 1), as one round found it.
 */
struct _TagaRule
{
  TagaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaRule, taga_rule, TAGA_TYPE_RECORD)

static const TagaField fields[] = {
  [TAGA_RULE_ROUND] = { "round", N_ ("Round"), TAGA_FIELD_REFERENCE, TAGA_FIELD_REQUIRED,
                        .domain = "round", .width = 8 },
  [TAGA_RULE_ITEM] = { "item", N_ ("Rule"), TAGA_FIELD_TEXT, TAGA_FIELD_REQUIRED, .width = 8 },
  [TAGA_RULE_ANSWER] = { "answer", N_ ("State"), TAGA_FIELD_LEVEL, .domain = "rule-state",
                         .width = 10 },
  [TAGA_RULE_WAY] = { "way", N_ ("Our own way"), TAGA_FIELD_NOTE, TAGA_FIELD_SEARCHED,
                      .width = 30 },
  [TAGA_RULE_OWNER] = { "owner", N_ ("Owner"), TAGA_FIELD_TEXT, TAGA_FIELD_SEARCHED, .width = 12 },
  [TAGA_RULE_NOTE] = { "note", N_ ("Remarks"), TAGA_FIELD_NOTE, .width = 30 },
  [TAGA_RULE_EVIDENCE] = { "evidence", N_ ("Evidence"), TAGA_FIELD_NOTE, .width = 30 },
  [TAGA_RULE_EVIDENCE_LINK] = { "evidence-link", N_ ("Address of the evidence"), TAGA_FIELD_TEXT,
                                .width = 20 },
  [TAGA_RULE_EVIDENCE_ON] = { "evidence-on", N_ ("Date of the evidence"), TAGA_FIELD_DATE,
                              .width = 11 },
  [TAGA_RULE_ANSWERED_BY] = { "answered-by", N_ ("Answered by"), TAGA_FIELD_TEXT, .width = 12 },
  [TAGA_RULE_ANSWERED_ON] = { "answered-on", N_ ("Answered on"), TAGA_FIELD_DATE, .width = 11 },
  [TAGA_RULE_TO_CONFIRM] = { "to-confirm", N_ ("To confirm"), TAGA_FIELD_MARK, .width = 6 },
};

static void
taga_rule_class_init (TagaRuleClass *klass)
{
  taga_record_class_set_fields (TAGA_RECORD_CLASS (klass), "rule", fields, G_N_ELEMENTS (fields));
}

static void
taga_rule_init (TagaRule *self)
{
}

/**
 * taga_rule_new:
 *
 * Makes a rule of which nothing is known yet.
 *
 * Returns: (transfer full): the record
 */
TagaRule *
taga_rule_new (void)
{
  return g_object_new (TAGA_TYPE_RULE, NULL);
}
