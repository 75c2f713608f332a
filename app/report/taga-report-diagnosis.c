#include "taga-report-diagnosis.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "taga-chart-barrel.h"
#include "taga-value.h"

/* How high the barrel is, in millimetres. */
#define BARREL_HEIGHT 68

static const char *
get_title (const TagaItem *item, gboolean is_japanese)
{
  return is_japanese ? item->title_ja : item->title_en;
}

static const char *
get_short (const TagaItem *item, gboolean is_japanese)
{
  return is_japanese ? item->short_ja : item->short_en;
}

static const char *
describe_state (TagaTallyState state)
{
  switch (state)
    {
    case TAGA_TALLY_NOT_APPLICABLE:
      return _ ("Does not apply");
    case TAGA_TALLY_NOT_DONE:
      return _ ("Not done");
    case TAGA_TALLY_PARTLY:
      return _ ("Done in part");
    case TAGA_TALLY_DONE:
      return _ ("Done");
    case TAGA_TALLY_UNKNOWN:
    default:
      return _ ("Not answered");
    }
}

/* Beside "done in part" a share of nothing would be read as a mistake: it says what is begun. */
static char *
format_share (const TagaTally *tally)
{
  int share = taga_tally_get_share (tally);

  if (share == TAGA_UNKNOWN)
    return g_strdup ("–");
  if (share == 0 && tally->n_partly > 0)
    /* Translators: the share that is done, and how many items are done in part */
    return g_strdup_printf (_ ("%d %% (%u in part)"), share, tally->n_partly);

  return g_strdup_printf ("%d %%", share);
}

static void
add_tally (TagaPaperTable *table, const char *title, const TagaTally *tally)
{
  char counts[5][12];
  g_autofree char *share = format_share (tally);
  const char *cells[] = {
    title, counts[0], counts[1], counts[2], counts[3], counts[4], share, NULL
  };

  g_snprintf (counts[0], sizeof counts[0], "%u", tally->n_done);
  g_snprintf (counts[1], sizeof counts[1], "%u", tally->n_partly);
  g_snprintf (counts[2], sizeof counts[2], "%u", tally->n_not_done);
  g_snprintf (counts[3], sizeof counts[3], "%u", tally->n_not_applicable);
  g_snprintf (counts[4], sizeof counts[4], "%u", tally->n_unanswered);
  cells[7] = describe_state (taga_tally_get_state (tally));
  taga_paper_table_add_row (table, cells);
}

static void
add_barrel (TagaPaper *paper, const TagaPaperHead *head, const TagaReportDiagnosis *diagnosis)
{
  g_autoptr (TagaChart) chart = taga_chart_barrel_new ();

  taga_chart_set_title (chart, _ ("Share done in each group"));
  for (guint i = 0; i < diagnosis->groups->len; i++)
    {
      const TagaReportGroup *group = &g_array_index (diagnosis->groups, TagaReportGroup, i);
      int share = taga_tally_get_share (&group->tally);

      /* What does not apply is no stave of this company's barrel. */
      if (taga_tally_get_state (&group->tally) != TAGA_TALLY_NOT_APPLICABLE)
        taga_chart_barrel_add (TAGA_CHART_BARREL (chart),
                               get_short (group->group, head->is_japanese),
                               share == TAGA_UNKNOWN ? NAN : share);
    }
  taga_paper_add_chart (paper, chart, BARREL_HEIGHT);
}

static void
add_groups (TagaPaper *paper, const TagaPaperHead *head, const TagaReportDiagnosis *diagnosis)
{
  const TagaPaperColumn columns[] = {
    { _ ("Group"), 28 },
    { _ ("Done"), 8, TAGA_PAPER_RIGHT },
    { _ ("In part"), 8, TAGA_PAPER_RIGHT },
    { _ ("Not done"), 9, TAGA_PAPER_RIGHT },
    { _ ("Does not apply"), 10, TAGA_PAPER_RIGHT },
    { _ ("Not answered"), 10, TAGA_PAPER_RIGHT },
    { _ ("Share"), 17, TAGA_PAPER_RIGHT, TRUE },
    { _ ("State"), 14, TAGA_PAPER_CENTRE },
  };
  TagaPaperTable *table;

  taga_paper_add_heading (paper, 1, _ ("Countermeasures by group"));
  add_barrel (paper, head, diagnosis);
  table = taga_paper_add_table (paper, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < diagnosis->groups->len; i++)
    {
      const TagaReportGroup *group = &g_array_index (diagnosis->groups, TagaReportGroup, i);
      g_autofree char *title =
          g_strdup_printf ("%s %s", group->group->key, get_title (group->group, head->is_japanese));

      add_tally (table, title, &group->tally);
    }
  add_tally (table, _ ("All items"), &diagnosis->total);
  taga_paper_add_text (paper, TAGA_PAPER_NOTE, diagnosis->share_rule);
}

static char *
dup_reasons (const TagaReportRegulation *regulation, gboolean is_japanese)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < regulation->reasons->len; i++)
    {
      const TagaItem *item = g_ptr_array_index (regulation->reasons, i);

      g_string_append_printf (text, "%s%s %s", i > 0 ? _ (", ") : "", item->key,
                              get_short (item, is_japanese));
    }

  return g_string_free (text, FALSE);
}

static void
add_regulations (TagaPaper *paper, const TagaPaperHead *head, const TagaReportDiagnosis *diagnosis)
{
  const TagaPaperColumn columns[] = {
    { _ ("Regulation"), 30 },
    { _ ("Needed or not"), 12, TAGA_PAPER_CENTRE, TRUE },
    { _ ("Items not done, or done in part"), 58 },
  };
  TagaPaperTable *table;

  taga_paper_add_heading (paper, 1, _ ("Regulations that are needed"));
  table = taga_paper_add_table (paper, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < diagnosis->regulations->len; i++)
    {
      const TagaReportRegulation *regulation =
          &g_array_index (diagnosis->regulations, TagaReportRegulation, i);
      g_autofree char *reasons = dup_reasons (regulation, head->is_japanese);
      const char *cells[] = { get_title (regulation->regulation, head->is_japanese),
                              regulation->is_needed == TAGA_UNKNOWN ? _ ("Not known yet")
                              : regulation->is_needed               ? C_ ("regulation", "Needed")
                                                      : C_ ("regulation", "Not needed"),
                              reasons };

      taga_paper_table_add_row (table, cells);
    }
  taga_paper_add_text (paper, TAGA_PAPER_NOTE, diagnosis->need_rule);
}

/**
 * taga_report_diagnosis_new:
 * @head: what every paper of the company has
 * @diagnosis: the figures
 *
 * Makes the paper 診断結果: how far each group of countermeasures is, and which regulations are
 * needed and why.
 *
 * Returns: (transfer full): the paper
 */
TagaPaper *
taga_report_diagnosis_new (const TagaPaperHead *head, const TagaReportDiagnosis *diagnosis)
{
  TagaPaper *paper = taga_paper_head_begin (head, _ ("Diagnosis of countermeasures"));
  guint n = taga_tally_get_n_items (&diagnosis->total);
  g_autofree char *answered =
      g_strdup_printf (_ ("%u of %u items"), n - diagnosis->total.n_unanswered, n);

  taga_paper_add_pair (paper, _ ("Answered"), answered);
  if (diagnosis->n_to_confirm > 0)
    {
      g_autofree char *to_confirm = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE,
                       "%u answer was copied from the round before and is not confirmed yet.",
                       "%u answers were copied from the round before and are not confirmed yet.",
                       diagnosis->n_to_confirm),
          diagnosis->n_to_confirm);

      taga_paper_add_pair (paper, _ ("To confirm"), to_confirm);
    }
  add_groups (paper, head, diagnosis);
  add_regulations (paper, head, diagnosis);

  return paper;
}
