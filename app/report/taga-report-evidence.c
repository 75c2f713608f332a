#include "taga-report-evidence.h"

#include <glib/gi18n-lib.h>

#include "taga-declaration.h"
#include "taga-rule.h"

static const char *
get_label (const TagaChoice *choice, gboolean is_japanese)
{
  return choice == NULL ? NULL : is_japanese ? choice->label_ja : choice->label_en;
}

static void
add_declarations (TagaPaper *paper, const TagaPaperHead *head, const TagaReportEvidence *evidence)
{
  taga_paper_add_heading (paper, 1, _ ("Declaration"));
  if (evidence->declarations->len == 0)
    taga_paper_add_text (paper, TAGA_PAPER_PARAGRAPH, _ ("Nothing is declared yet."));

  for (guint i = 0; i < evidence->declarations->len; i++)
    {
      TagaRecord *record = g_ptr_array_index (evidence->declarations, i);
      g_autofree char *declared = taga_paper_head_format_date (
          head, taga_record_get_text (record, TAGA_DECLARATION_DECLARED_ON));
      g_autofree char *review = taga_paper_head_format_date (
          head, taga_record_get_text (record, TAGA_DECLARATION_REVIEW_ON));
      const TagaChoice *stars = taga_edition_find_level (
          evidence->edition, "stars", taga_record_get_number (record, TAGA_DECLARATION_STARS));

      taga_paper_add_pair (paper, _ ("Declared"), get_label (stars, head->is_japanese));
      taga_paper_add_pair (paper, _ ("Day of the declaration"), declared);
      taga_paper_add_pair (paper, _ ("Number of the declaration"),
                           taga_record_get_text (record, TAGA_DECLARATION_NUMBER));
      taga_paper_add_pair (paper, _ ("Published basic policy"),
                           taga_record_get_text (record, TAGA_DECLARATION_POLICY_URL));
      taga_paper_add_pair (paper, _ ("Next review"), review);
      if (taga_record_get_text (record, TAGA_DECLARATION_NOTE) != NULL)
        taga_paper_add_pair (paper, _ ("Remarks"),
                             taga_record_get_text (record, TAGA_DECLARATION_NOTE));
    }
}

/* A word before the sentence says whether it holds; a tick alone is lost on a bad copy. */
static void
add_conditions (TagaPaper *paper, const TagaPaperHead *head, const TagaReportEvidence *evidence)
{
  const TagaPaperColumn columns[] = {
    { _ ("For"), 8, TAGA_PAPER_CENTRE, TRUE },
    { _ ("State"), 14, TAGA_PAPER_CENTRE, TRUE },
    { _ ("What a declaration needs"), 78 },
  };
  TagaPaperTable *table;

  taga_paper_add_heading (paper, 1, _ ("Readiness to declare"));
  table = taga_paper_add_table (paper, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < evidence->conditions->len; i++)
    {
      const TagaReportCondition *condition =
          &g_array_index (evidence->conditions, TagaReportCondition, i);
      const char *cells[] = { condition->stars == 1 ? "★" : "★★",
                              condition->is_met ? _ ("Ready") : _ ("Missing"),
                              condition->sentence };

      taga_paper_table_add_row (table, cells);
    }
  taga_paper_add_text (paper, TAGA_PAPER_NOTE, evidence->stars_rule);
}

/* A round begins with a row for each rule in which nothing stands yet. */
static gboolean
is_blank (TagaRecord *record)
{
  static const guint fields[] = {
    TAGA_RULE_WAY,      TAGA_RULE_OWNER,         TAGA_RULE_NOTE,
    TAGA_RULE_EVIDENCE, TAGA_RULE_EVIDENCE_LINK, TAGA_RULE_EVIDENCE_ON
  };

  if (record == NULL || taga_record_get_number (record, TAGA_RULE_ANSWER) != TAGA_UNKNOWN)
    return record == NULL;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (taga_record_get_text (record, fields[i]) != NULL)
      return FALSE;

  return TRUE;
}

static void
add_rule (TagaPaper *paper,
          const TagaPaperHead *head,
          const TagaReportEvidence *evidence,
          const TagaReportRule *rule)
{
  TagaRecord *record = rule->record;
  const TagaChoice *state;
  g_autofree char *day = NULL;

  taga_paper_add_heading (paper, 2,
                          head->is_japanese ? rule->rule->title_ja : rule->rule->title_en);
  if (is_blank (record))
    {
      taga_paper_add_text (paper, TAGA_PAPER_PARAGRAPH, _ ("Nothing is written down yet."));
      return;
    }

  state = taga_edition_find_level (evidence->edition, "rule-state",
                                   taga_record_get_number (record, TAGA_RULE_ANSWER));
  day = taga_paper_head_format_date (head, taga_record_get_text (record, TAGA_RULE_EVIDENCE_ON));
  taga_paper_add_pair (paper, _ ("State"), get_label (state, head->is_japanese));
  taga_paper_add_pair (paper, _ ("Our own way"), taga_record_get_text (record, TAGA_RULE_WAY));
  taga_paper_add_pair (paper, _ ("Owner"), taga_record_get_text (record, TAGA_RULE_OWNER));
  taga_paper_add_pair (paper, _ ("Evidence"), taga_record_get_text (record, TAGA_RULE_EVIDENCE));
  if (taga_record_get_text (record, TAGA_RULE_EVIDENCE_LINK) != NULL)
    taga_paper_add_pair (paper, _ ("Address of the evidence"),
                         taga_record_get_text (record, TAGA_RULE_EVIDENCE_LINK));
  if (*day != '\0')
    taga_paper_add_pair (paper, _ ("Date of the evidence"), day);
  if (taga_record_get_text (record, TAGA_RULE_NOTE) != NULL)
    taga_paper_add_pair (paper, _ ("Remarks"), taga_record_get_text (record, TAGA_RULE_NOTE));
}

static void
add_rules (TagaPaper *paper, const TagaPaperHead *head, const TagaReportEvidence *evidence)
{
  const TagaItem *set = evidence->rule_set;

  taga_paper_add_heading (paper, 1,
                          set == NULL         ? _ ("Rules")
                          : head->is_japanese ? set->title_ja
                                              : set->title_en);
  for (guint i = 0; i < evidence->rules->len; i++)
    add_rule (paper, head, evidence, &g_array_index (evidence->rules, TagaReportRule, i));
}

static char *
format_points (const TagaSelfCheckSum *sum)
{
  /* Translators: points reached, and the most that can be */
  return g_strdup_printf (_ ("%d / %d"), sum->points, sum->most);
}

static void
add_sums (TagaPaper *paper, const TagaPaperHead *head, const TagaReportEvidence *evidence)
{
  const TagaSelfCheckSum *total = &evidence->total;
  const TagaChoice *reading = evidence->reading;
  g_autofree char *points = format_points (total);

  for (guint i = 0; i < evidence->n_parts; i++)
    {
      g_autofree char *part = format_points (&evidence->sums[i]);

      taga_paper_add_pair (
          paper, head->is_japanese ? evidence->parts[i].title_ja : evidence->parts[i].title_en,
          part);
    }
  taga_paper_add_pair (paper, _ ("Total"), points);
  if (total->n_answered < total->n_questions)
    {
      g_autofree char *answered =
          g_strdup_printf (_ ("%u of %u questions; the points are those so far"), total->n_answered,
                           total->n_questions);

      taga_paper_add_pair (paper, _ ("Answered"), answered);
    }
  if (reading != NULL)
    taga_paper_add_pair (paper, _ ("What that means"),
                         head->is_japanese ? reading->text_ja : reading->text_en);
}

static void
add_question (TagaPaperTable *table,
              const TagaPaperHead *head,
              const TagaReportEvidence *evidence,
              const TagaReportQuestion *question)
{
  const TagaChoice *answer =
      taga_edition_find_level (evidence->edition, "question-answer", question->answer);
  char points[12] = "";
  const char *cells[] = {
    question->question->key,
    head->is_japanese ? question->question->title_ja : question->question->title_en,
    answer == NULL ? _ ("Not answered") : get_label (answer, head->is_japanese), points,
    question->note
  };

  if (answer != NULL)
    g_snprintf (points, sizeof points, "%d", answer->points);
  taga_paper_table_add_row (table, cells);
}

static void
add_questions (TagaPaper *paper, const TagaPaperHead *head, const TagaReportEvidence *evidence)
{
  const TagaPaperColumn columns[] = {
    { _ ("No."), 5, TAGA_PAPER_RIGHT },    { _ ("Question"), 40 }, { _ ("Answer"), 19 },
    { _ ("Points"), 8, TAGA_PAPER_RIGHT }, { _ ("Remarks"), 28 },
  };
  TagaPaperTable *table;

  taga_paper_add_heading (paper, 1, _ ("Self-check of 25 questions"));
  add_sums (paper, head, evidence);
  table = taga_paper_add_table (paper, columns, G_N_ELEMENTS (columns));
  for (guint part = 0; part < evidence->n_parts; part++)
    {
      taga_paper_table_add_group (table, head->is_japanese ? evidence->parts[part].title_ja
                                                           : evidence->parts[part].title_en);
      for (guint i = 0; i < evidence->questions->len; i++)
        {
          const TagaReportQuestion *question =
              &g_array_index (evidence->questions, TagaReportQuestion, i);

          if (g_strcmp0 (question->question->group, evidence->parts[part].key) == 0)
            add_question (table, head, evidence, question);
        }
    }
  taga_paper_add_text (paper, TAGA_PAPER_NOTE, evidence->company_rule);
}

/**
 * taga_report_evidence_new:
 * @head: what every paper of the company has
 * @evidence: the figures and texts
 *
 * Makes the evidence for SECURITY ACTION: what a declaration 宣言 needs and how far it is, the
 * rules with the company's own way, and the self-check.
 *
 * Returns: (transfer full): the paper
 */
TagaPaper *
taga_report_evidence_new (const TagaPaperHead *head, const TagaReportEvidence *evidence)
{
  TagaPaper *paper = taga_paper_head_begin (head, _ ("Evidence for SECURITY ACTION"));

  taga_paper_add_text (
      paper, TAGA_PAPER_PARAGRAPH,
      _ ("SECURITY ACTION is a declaration: the company says itself that it takes up information "
         "security. This paper shows what the declaration rests on."));
  add_declarations (paper, head, evidence);
  add_conditions (paper, head, evidence);
  add_rules (paper, head, evidence);
  add_questions (paper, head, evidence);

  return paper;
}
