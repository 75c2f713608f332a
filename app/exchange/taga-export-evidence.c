#include "taga-declaration.h"
#include "taga-export-paper.h"
#include "taga-own-rules.h"
#include "taga-readiness.h"
#include "taga-report-evidence.h"
#include "taga-rule-states.h"
#include "taga-rule.h"
#include "taga-self-answer.h"
#include "taga-self-check-read.h"

/* All that the paper is made of, as the file holds it. */
typedef struct
{
  TagaReadiness *readiness;
  TagaRuleStates *states;
  TagaSelfCheck *check;
  GPtrArray *declarations;
  GPtrArray *rules;
  GPtrArray *answers;
  GPtrArray *notes; /* by question; an empty one is NULL */

  GArray *shown_conditions;
  GArray *shown_rules;
  GArray *shown_questions;
} Evidence;

static void
clear_evidence (Evidence *self)
{
  g_clear_pointer (&self->readiness, taga_readiness_free);
  g_clear_pointer (&self->states, taga_rule_states_free);
  g_clear_pointer (&self->check, taga_self_check_free);
  g_clear_pointer (&self->declarations, g_ptr_array_unref);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->shown_conditions, g_array_unref);
  g_clear_pointer (&self->shown_rules, g_array_unref);
  g_clear_pointer (&self->shown_questions, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Evidence, clear_evidence)

static gboolean
read_evidence (Evidence *self, TagaStore *store, GError **error)
{
  gint64 round = taga_store_get_round (store);

  self->readiness = taga_readiness_read (store, round, error);
  if (self->readiness == NULL)
    return FALSE;
  self->states = taga_rule_states_read (store, round, error);
  if (self->states == NULL)
    return FALSE;
  self->check = taga_self_check_read (store, round, error);
  if (self->check == NULL)
    return FALSE;
  self->declarations = taga_export_read_records (store, TAGA_TYPE_DECLARATION, -1, error);
  if (self->declarations == NULL)
    return FALSE;
  self->rules = taga_export_read_records (store, TAGA_TYPE_RULE, TAGA_RULE_ROUND, error);
  if (self->rules == NULL)
    return FALSE;
  self->answers =
      taga_export_read_records (store, TAGA_TYPE_SELF_ANSWER, TAGA_SELF_ANSWER_ROUND, error);

  return self->answers != NULL;
}

static int
compare_declarations (gconstpointer a, gconstpointer b)
{
  TagaRecord *one = *(TagaRecord *const *) a;
  TagaRecord *other = *(TagaRecord *const *) b;
  int order = g_strcmp0 (taga_record_get_text (other, TAGA_DECLARATION_DECLARED_ON),
                         taga_record_get_text (one, TAGA_DECLARATION_DECLARED_ON));

  return order != 0 ? order : taga_record_get_id (one) < taga_record_get_id (other) ? 1 : -1;
}

static void
list_conditions (Evidence *self)
{
  self->shown_conditions = g_array_new (FALSE, FALSE, sizeof (TagaReportCondition));
  for (guint stars = 1; stars <= TAGA_N_STARS; stars++)
    {
      const GPtrArray *conditions = self->readiness->conditions[stars - 1];

      for (guint i = 0; i < conditions->len; i++)
        {
          const TagaCondition *from = g_ptr_array_index (conditions, i);
          TagaReportCondition condition = { stars, from->is_met, from->sentence };

          g_array_append_val (self->shown_conditions, condition);
        }
    }
}

static void
list_rules (Evidence *self)
{
  self->shown_rules = g_array_new (FALSE, FALSE, sizeof (TagaReportRule));
  for (guint i = 0; i < self->states->n; i++)
    {
      TagaReportRule rule = { self->states->rules[i].rule, NULL };

      for (guint j = 0; j < self->rules->len; j++)
        {
          TagaRecord *record = g_ptr_array_index (self->rules, j);

          if (g_strcmp0 (taga_record_get_text (record, TAGA_RULE_ITEM), rule.rule->key) == 0)
            rule.record = record;
        }
      g_array_append_val (self->shown_rules, rule);
    }
}

static const char *
find_sheet_name (const TagaSelfCheck *check, gint64 id)
{
  for (guint i = 0; i < check->sheets->len; i++)
    {
      const TagaSelfCheckSheet *sheet = g_ptr_array_index (check->sheets, i);

      if (sheet->id == id)
        return sheet->name;
    }

  return NULL;
}

/* What was written about a question; where there are several sheets, after the sheet's name. */
static char *
dup_notes (Evidence *self, const char *question)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->answers->len; i++)
    {
      TagaRecord *answer = g_ptr_array_index (self->answers, i);
      const char *note = taga_record_get_text (answer, TAGA_SELF_ANSWER_NOTE);
      const char *sheet =
          find_sheet_name (self->check, taga_record_get_number (answer, TAGA_SELF_ANSWER_SHEET));

      if (note == NULL
          || g_strcmp0 (taga_record_get_text (answer, TAGA_SELF_ANSWER_ITEM), question) != 0)
        continue;
      g_string_append (text, text->len > 0 ? "\n" : "");
      if (self->check->sheets->len > 1 && sheet != NULL)
        g_string_append_printf (text, "%s: ", sheet);
      g_string_append (text, note);
    }

  return g_string_free (text, FALSE);
}

static void
list_questions (Evidence *self)
{
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->shown_questions = g_array_new (FALSE, FALSE, sizeof (TagaReportQuestion));
  for (guint i = 0; i < self->check->n_questions; i++)
    {
      TagaReportQuestion question = { &self->check->questions[i], self->check->company->answers[i],
                                      NULL };
      char *notes = dup_notes (self, question.question->key);

      g_ptr_array_add (self->notes, notes);
      question.note = notes;
      g_array_append_val (self->shown_questions, question);
    }
}

/* Makes the evidence for SECURITY ACTION. */
TagaPaper *
taga_export_evidence (TagaStore *store,
                      const TagaPaperHead *head,
                      const TagaExportOptions *options,
                      GError **error)
{
  g_auto (Evidence) self = { NULL };
  TagaReportEvidence shown = { taga_store_get_edition (store) };

  if (!read_evidence (&self, store, error))
    return NULL;

  g_ptr_array_sort (self.declarations, compare_declarations);
  list_conditions (&self);
  list_rules (&self);
  list_questions (&self);

  shown.conditions = self.shown_conditions;
  shown.declarations = self.declarations;
  shown.rules = self.shown_rules;
  shown.rule_set = self.states->set;
  shown.questions = self.shown_questions;
  shown.parts = self.check->parts;
  shown.sums = self.check->company->parts;
  shown.n_parts = self.check->n_parts;
  shown.total = self.check->company->total;
  shown.reading = self.check->company->reading;
  shown.stars_rule = taga_own_rule_describe (TAGA_OWN_RULE_STARS);
  shown.company_rule = taga_own_rule_describe (TAGA_OWN_RULE_COMPANY_ANSWER);

  return taga_report_evidence_new (head, &shown);
}
