#include "taga-report-executive.h"

#include <glib/gi18n-lib.h>

#include "taga-amount.h"
#include "taga-paper-layout.h"
#include "taga-report-executive-text.h"

/**
 * Fit:
 * @text_size: in points
 * @n_measures: how many measures each list shows
 * @n_decisions: how many questions
 * @n_letters: how many characters of a name
 * @chart: how high the radar is, in millimetres
 * @has_reasons: whether questions come with their reasons
 *
 * How much stands on the sheet.
 */
typedef struct
{
  double text_size;
  guint n_measures;
  guint n_decisions;
  guint n_letters;
  double chart;
  gboolean has_reasons;
} Fit;

#define FREE_LINES 2

/* From what is easy to read to what always fits on one page. */
static const Fit fits[] = {
  { 10, 5, 4, 60, 72, TRUE },  { 10, 5, 4, 56, 60, TRUE },   { 9.5, 5, 4, 56, 58, TRUE },
  { 9, 5, 4, 56, 54, TRUE },   { 9, 4, 4, 40, 50, TRUE },    { 8.5, 4, 4, 40, 48, TRUE },
  { 8.5, 4, 3, 32, 46, TRUE }, { 8.5, 3, 3, 32, 44, FALSE }, { 8.5, 3, 2, 28, 42, FALSE },
  { 8, 3, 2, 24, 40, FALSE },  { 7.5, 2, 2, 20, 36, FALSE }, { 7, 2, 2, 14, 30, FALSE },
};

typedef struct
{
  TagaPaper *paper;
  const TagaPaperHead *head;
  TagaEdition *edition;
  const TagaExecutive *executive;
  TagaChart *radar; /* (nullable) */
  const Fit *fit;
} Sheet;

static void
add_more (Sheet *self, guint n_all, guint n_shown)
{
  g_autofree char *text = NULL;

  if (n_all <= n_shown)
    return;

  text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n_all - n_shown),
                       n_all - n_shown);
  taga_paper_add_text (self->paper, TAGA_PAPER_NOTE, text);
}

static char *
name_round (Sheet *self, const TagaExecutiveRound *round)
{
  g_autofree char *name = taga_executive_text_shorten (round->name, self->fit->n_letters / 3 + 4);
  g_autofree char *day = taga_paper_head_format_date (self->head, round->day);
  const char *state = round->is_open ? _ ("in progress") : "";

  return g_strdup_printf ("%s%s%s%s%s", name, *day == '\0' ? "" : "\n", day,
                          *state == '\0' ? "" : "\n", state);
}

static void
add_band (Sheet *self, TagaPaperTable *table, TagaBand band)
{
  const TagaChoice *choice =
      band == TAGA_BAND_UNKNOWN
          ? NULL
          : taga_edition_find_choice (self->edition, "band", taga_band_to_key (band));
  char *counts[TAGA_EXECUTIVE_ROUNDS] = { NULL };
  const char *cells[] = { choice == NULL            ? _ ("Not known yet")
                          : self->head->is_japanese ? choice->label_ja
                                                    : choice->label_en,
                          NULL, NULL };

  for (guint i = 0; i < self->executive->n_rounds; i++)
    {
      counts[i] = g_strdup_printf ("%u", self->executive->rounds[i].bands[band]);
      cells[i + 1] = counts[i];
    }
  taga_paper_table_add_row (table, cells);
  for (guint i = 0; i < TAGA_EXECUTIVE_ROUNDS; i++)
    g_free (counts[i]);
}

/* How many assets are at which risk, before and after. */
static void
add_bands (Sheet *self)
{
  const TagaExecutive *executive = self->executive;
  g_autofree char *first = name_round (self, &executive->rounds[0]);
  g_autofree char *second =
      executive->n_rounds < 2 ? NULL : name_round (self, &executive->rounds[1]);
  const TagaPaperColumn columns[] = {
    { _ ("Size of the risk"), 10 },
    { first, 12, TAGA_PAPER_RIGHT },
    { second, 12, TAGA_PAPER_RIGHT, TRUE },
  };
  TagaPaperTable *table = taga_paper_add_table (self->paper, columns, executive->n_rounds + 1);

  for (TagaBand band = TAGA_BAND_LARGE; band > TAGA_BAND_UNKNOWN; band--)
    add_band (self, table, band);
  if (executive->rounds[0].bands[TAGA_BAND_UNKNOWN] > 0
      || executive->rounds[1].bands[TAGA_BAND_UNKNOWN] > 0)
    add_band (self, table, TAGA_BAND_UNKNOWN);
}

static void
add_standing (Sheet *self)
{
  const TagaExecutive *executive = self->executive;
  gboolean has_axes = FALSE;

  taga_paper_add_heading (self->paper, 2,
                          executive->n_rounds < 2 ? _ ("Where We Stand")
                                                  : _ ("Where We Stood and Stand"));
  for (guint i = 0; i < executive->n_rounds; i++)
    has_axes = has_axes || executive->rounds[i].has_axes;
  if (has_axes && self->radar != NULL)
    taga_paper_add_chart (self->paper, self->radar, self->fit->chart);
  else
    taga_paper_add_text (self->paper, TAGA_PAPER_NOTE,
                         _ ("The six axes have no scores yet; they come from the answers to the "
                            "check items."));
  if (executive->n_rounds > 0 && executive->rounds[executive->n_rounds - 1].n_assets > 0)
    add_bands (self);
  else
    taga_paper_add_text (self->paper, TAGA_PAPER_NOTE, _ ("No asset is in the register yet."));
}

static void
add_risk (Sheet *self, const TagaExecutiveRisk *risk, guint place)
{
  guint max = self->fit->n_letters;
  g_autofree char *what =
      taga_executive_text_risk (self->edition, risk, max * 2 / 3, self->head->is_japanese);
  g_autofree char *title = g_strdup_printf ("%u. %s", place, what);
  g_autofree char *reasons = taga_executive_text_reasons (risk);
  g_autofree char *against =
      taga_executive_text_against (self->head, self->edition, risk, max * 2 / 3);

  taga_paper_add_heading (self->paper, 3, title);
  if (*reasons != '\0')
    taga_paper_add_text (self->paper, TAGA_PAPER_NOTE, reasons);
  /* Translators: a small tag before what is done against a risk: 対策 */
  taga_paper_add_tagged (self->paper, C_ ("tag", "Measure"), against);
}

static void
add_risks (Sheet *self)
{
  const TagaExecutive *executive = self->executive;

  taga_paper_add_heading (self->paper, 2, _ ("The Largest Risks Now"));
  if (executive->risks->len == 0)
    taga_paper_add_text (self->paper, TAGA_PAPER_NOTE,
                         _ ("No risk can be worked out yet. Enter assets with their importance, "
                            "and answer the threats and the check items."));
  for (guint i = 0; i < executive->risks->len; i++)
    add_risk (self, g_ptr_array_index (executive->risks, i), i + 1);
  if (executive->n_unknown > 0)
    {
      g_autofree char *text = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "The risk of %u asset is not known yet.",
                       "The risks of %u assets are not known yet.", executive->n_unknown),
          executive->n_unknown);

      taga_paper_add_text (self->paper, TAGA_PAPER_NOTE, text);
    }
}

typedef char *(*DescribeFunc) (const TagaPaperHead *head,
                               const TagaExecutiveMeasure *measure,
                               guint max);

static void
add_measures (Sheet *self,
              const char *title,
              GPtrArray *measures,
              const char *none,
              DescribeFunc describe)
{
  guint n = MIN (measures->len, self->fit->n_measures);

  taga_paper_add_heading (self->paper, 2, title);
  if (n == 0)
    taga_paper_add_text (self->paper, TAGA_PAPER_NOTE, none);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text =
          describe (self->head, g_ptr_array_index (measures, i), self->fit->n_letters);

      taga_paper_add_text (self->paper, TAGA_PAPER_BULLET, text);
    }
  add_more (self, measures->len, n);
}

/* What is not entered is not 0. */
static char *
format_sum (Sheet *self, gint64 sum, guint n_known)
{
  return n_known == 0 ? g_strdup (_ ("not entered"))
                      : taga_amount_format (sum, self->head->is_japanese);
}

static void
add_costs (Sheet *self)
{
  static const TagaPaperColumn columns[] = { { NULL, 12 }, { NULL, 10, TAGA_PAPER_RIGHT, TRUE } };
  const TagaExecutiveCosts *costs = &self->executive->costs;
  g_autofree char *budget = format_sum (self, costs->budget, costs->n_budgeted);
  g_autofree char *cost = format_sum (self, costs->cost, costs->n_costed);
  g_autofree char *to_spend = costs->n_open == 0
                                  ? taga_amount_format (0, self->head->is_japanese)
                                  : format_sum (self, costs->to_spend, costs->n_to_spend);
  g_autofree char *gaps = taga_executive_text_gaps (costs);
  TagaPaperTable *table;

  taga_paper_add_heading (self->paper, 2, _ ("What It Costs"));
  if (costs->n_measures == 0)
    {
      taga_paper_add_text (self->paper, TAGA_PAPER_NOTE, _ ("No measure is decided yet."));
      return;
    }
  table = taga_paper_add_table (self->paper, columns, G_N_ELEMENTS (columns));
  taga_paper_table_add_row (table, (const char *[]){ _ ("Budget of all measures"), budget });
  taga_paper_table_add_row (table, (const char *[]){ _ ("Spent so far"), cost });
  taga_paper_table_add_row (table, (const char *[]){ _ ("Still to spend"), to_spend });
  if (*gaps != '\0')
    taga_paper_add_text (self->paper, TAGA_PAPER_NOTE, gaps);
}

/* In the file, what was put off has an answer; on paper it waits for one again. */
static void
add_decision (Sheet *self, const TagaExecutiveDecision *decision)
{
  static const char *const keys[] = { "yes", "no", "later" };
  g_autofree char *question = taga_executive_text_question (
      self->head, decision, self->fit->n_letters, self->fit->has_reasons);
  g_autofree char *again = NULL;
  const char *answers[G_N_ELEMENTS (keys) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const TagaChoice *choice =
          taga_edition_find_choice (self->edition, "decision-answer", keys[i]);

      answers[i] = self->head->is_japanese ? choice->label_ja : choice->label_en;
    }
  if (decision->is_put_off)
    again = g_strdup_printf (_ ("%s – put off before"), question);
  taga_paper_add_ticks (self->paper, again == NULL ? question : again, answers, -1,
                        _ ("Decided on"));
}

static void
add_decisions (Sheet *self)
{
  GPtrArray *decisions = self->executive->decisions;
  guint n = MIN (decisions->len, self->fit->n_decisions);

  taga_paper_begin_box (self->paper, TAGA_PAPER_FRAME);
  taga_paper_add_heading (self->paper, 2, _ ("What to Decide"));
  if (n == 0)
    taga_paper_add_text (self->paper, TAGA_PAPER_NOTE, _ ("Nothing is to be decided now."));
  else if (self->executive->is_proposal)
    taga_paper_add_text (self->paper, TAGA_PAPER_NOTE,
                         _ ("Proposed by Taga from the plan and the risks; nobody has asked for "
                            "these yet."));
  for (guint i = 0; i < n; i++)
    add_decision (self, g_ptr_array_index (decisions, i));
  add_more (self, decisions->len, n);
  taga_paper_end_box (self->paper);
}

static TagaPaper *
create_paper (Sheet *self)
{
  static const double halves[] = { 1, 1 };
  g_autofree char *lead = taga_executive_text_lead (self->executive);

  self->paper = taga_paper_head_begin (self->head, _ ("Information security: report to the "
                                                      "management"));
  taga_paper_set_title_look (self->paper, TAGA_PAPER_TITLE_LARGE);
  taga_paper_set_text_size (self->paper, self->fit->text_size);
  taga_paper_add_text (self->paper, TAGA_PAPER_LEAD, lead);

  taga_paper_begin_columns (self->paper, halves, 2);
  add_standing (self);
  add_measures (self, _ ("What Was Done"), self->executive->done,
                _ ("Nothing was finished since the round before."), taga_executive_text_done);
  add_costs (self);
  taga_paper_next_column (self->paper);
  add_risks (self);
  add_measures (self, _ ("What Is Late"), self->executive->late, _ ("Nothing is late."),
                taga_executive_text_late);
  taga_paper_end_columns (self->paper);

  add_decisions (self);
  taga_paper_add_text (self->paper, TAGA_PAPER_NOTE,
                       _ ("Of each place where information is kept, the largest risk is named (a "
                          "rule of Taga). Yes, no or later goes back into the file."));

  return self->paper;
}

/* Word sets lines a little wider than we do, so a few of them stay free. */
static gboolean
fits_one_page (Sheet *self)
{
  g_autoptr (TagaPaper) paper = create_paper (self);
  g_autoptr (TagaPaperLayout) layout = NULL;

  for (guint i = 0; i < FREE_LINES; i++)
    taga_paper_add_text (paper, TAGA_PAPER_NOTE, "―");
  layout = taga_paper_layout_new (paper, NULL, NULL);

  return layout != NULL && taga_paper_layout_get_n_pages (layout) == 1;
}

/**
 * taga_report_executive_new:
 * @head: what every paper of the company has
 * @edition: the method edition
 * @executive: what the management has to know and to decide
 * @radar: (nullable): the axes before and after
 *
 * Makes the one sheet for the management. It always fits on one page: what is too long is set
 * smaller in steps, then shortened, and the sheet says how much more there is.
 *
 * Returns: (transfer full): the paper
 */
TagaPaper *
taga_report_executive_new (const TagaPaperHead *head,
                           TagaEdition *edition,
                           const TagaExecutive *executive,
                           TagaChart *radar)
{
  g_autofree char *company = taga_executive_text_shorten (head->company, 48);
  TagaPaperHead own = *head;
  Sheet sheet = { NULL, &own, edition, executive, radar, fits };

  own.company = company;
  for (guint i = 0; i < G_N_ELEMENTS (fits); i++)
    {
      sheet.fit = &fits[i];
      if (fits_one_page (&sheet))
        break;
    }

  return create_paper (&sheet);
}
