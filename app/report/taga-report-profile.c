#include "taga-report-profile.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "taga-chart-radar.h"
#include "taga-value.h"

/* How high the radars are at the largest text, in millimetres; smaller text takes them along. */
#define CHART_HEIGHT 92

typedef struct
{
  const TagaPaperHead *head;
  TagaEdition *edition;
  const TagaProfileFacts *facts;
  TagaPaper *paper;
} Profile;

static const char *
get_text (const Profile *self, const char *key)
{
  const TagaProfileLine *line = taga_profile_facts_get (self->facts, key, 0);

  return line == NULL ? NULL : line->text;
}

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/* Whether anything is written in any line of a part: one that is kept empty is left out with its
 * heading. */
static gboolean
has_part (const Profile *self, const char *key)
{
  const TagaProfileLine *line;

  for (guint i = 0; (line = taga_profile_facts_get (self->facts, key, i)) != NULL; i++)
    if (has_text (line->title) || has_text (line->text))
      return TRUE;

  return FALSE;
}

static void
add_part (const Profile *self, const char *heading, const char *text)
{
  if (!has_text (text))
    return;

  taga_paper_add_heading (self->paper, 2, heading);
  taga_paper_add_text (self->paper, TAGA_PAPER_PARAGRAPH, text);
}

static void
add_strip (const Profile *self)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  const TagaProfileLine *line;

  for (guint i = 0; (line = taga_profile_facts_get (self->facts, "strip", i)) != NULL; i++)
    if (has_text (line->title) || has_text (line->text))
      g_ptr_array_add (titles,
                       g_strjoin (has_text (line->title) && has_text (line->text) ? "\n" : "",
                                  line->title == NULL ? "" : line->title,
                                  line->text == NULL ? "" : line->text, NULL));

  if (titles->len > 0)
    taga_paper_add_strip (self->paper, (const char *const *) titles->pdata, titles->len);
}

static void
add_head (const Profile *self)
{
  const TagaProfileLine *alias = taga_profile_facts_get (self->facts, "alias", 0);
  const char *name = self->facts->is_anonymous || !has_text (self->facts->company)
                         ? (alias == NULL ? NULL : alias->title)
                         : self->facts->company;

  if (has_text (get_text (self, "industry")))
    taga_paper_add_text (self->paper, TAGA_PAPER_NOTE, get_text (self, "industry"));
  if (has_text (name))
    taga_paper_add_text (self->paper, TAGA_PAPER_LEAD, name);
  if (has_text (get_text (self, "headline")))
    taga_paper_add_heading (self->paper, 1, get_text (self, "headline"));
  add_strip (self);
}

static void
add_list (const Profile *self, const char *key, const char *heading)
{
  const TagaProfileLine *line;

  taga_paper_add_heading (self->paper, 2, heading);
  for (guint i = 0; (line = taga_profile_facts_get (self->facts, key, i)) != NULL; i++)
    if (has_text (line->text))
      taga_paper_add_text (self->paper, TAGA_PAPER_BULLET, line->text);
}

static void
add_issues (const Profile *self)
{
  const double halves[] = { 1, 1 };
  gboolean has_known = has_part (self, "known");
  gboolean has_revealed = has_part (self, "revealed");

  if (has_known && has_revealed)
    taga_paper_begin_columns (self->paper, halves, G_N_ELEMENTS (halves));
  if (has_known)
    add_list (self, "known", _ ("Issues known at the start"));
  if (has_known && has_revealed)
    taga_paper_next_column (self->paper);
  if (has_revealed)
    add_list (self, "revealed", _ ("Issues that came to light"));
  if (has_known && has_revealed)
    taga_paper_end_columns (self->paper);
}

static void
add_themes (const Profile *self)
{
  const GPtrArray *axes = self->facts->axes;
  g_autofree const char **names = g_new0 (const char *, axes->len + 1);
  g_autofree gboolean *filled = g_new0 (gboolean, axes->len + 1);

  if (axes->len == 0)
    return;

  for (guint i = 0; i < axes->len; i++)
    {
      const TagaProfileAxis *axis = g_ptr_array_index (axes, i);

      names[i] = axis->name;
      filled[i] = axis->is_worked;
    }
  taga_paper_add_heading (self->paper, 2, _ ("Themes worked on"));
  taga_paper_add_pills (self->paper, names, filled, axes->len);
}

static void
add_actions (const Profile *self)
{
  const TagaProfileLine *line;

  if (!has_part (self, "action"))
    return;

  taga_paper_add_heading (self->paper, 2, _ ("What was done"));
  for (guint i = 0; (line = taga_profile_facts_get (self->facts, "action", i)) != NULL; i++)
    {
      g_autofree char *title =
          has_text (line->title) ? g_strdup_printf ("%u　%s", i + 1, line->title) : NULL;

      if (title != NULL)
        taga_paper_add_heading (self->paper, 3, title);
      if (has_text (line->text))
        taga_paper_add_text (self->paper, TAGA_PAPER_PARAGRAPH, line->text);
    }
}

static char *
describe_round (const Profile *self, const TagaProfileRound *round)
{
  g_autofree char *day = taga_paper_head_format_date (self->head, round->date);

  return g_strconcat (round->name == NULL ? "" : round->name, has_text (round->name) ? "　" : "",
                      day, round->is_open ? "　" : "", round->is_open ? _ ("in progress") : "",
                      NULL);
}

static void
add_series (const Profile *self, TagaChart *chart, gboolean is_after)
{
  double values[TAGA_RADAR_MAX_AXES];
  guint n = MIN (self->facts->axes->len, TAGA_RADAR_MAX_AXES);
  g_autofree char *name =
      describe_round (self, is_after ? &self->facts->after : &self->facts->before);

  for (guint i = 0; i < n; i++)
    {
      const TagaProfileAxis *axis = g_ptr_array_index (self->facts->axes, i);
      int score = is_after ? axis->after : axis->before;

      values[i] = score == TAGA_UNKNOWN ? NAN : score / 10.0;
    }
  taga_chart_radar_add_series (TAGA_CHART_RADAR (chart), name, values);
}

/* The callouts are tied to the axes of the later round. */
static void
add_notes (const Profile *self, TagaChart *chart)
{
  const TagaProfileLine *line;

  for (guint i = 0; (line = taga_profile_facts_get (self->facts, "callout", i)) != NULL; i++)
    for (guint j = 0; j < MIN (self->facts->axes->len, TAGA_RADAR_MAX_AXES); j++)
      {
        const TagaProfileAxis *axis = g_ptr_array_index (self->facts->axes, j);

        if (has_text (line->text) && g_strcmp0 (axis->key, line->axis) == 0)
          taga_chart_radar_set_note (TAGA_CHART_RADAR (chart), j, line->text);
      }
}

static void
add_radars (const Profile *self, double scale)
{
  g_autoptr (TagaChart) chart = taga_chart_radar_new ();
  gboolean is_pair = self->facts->before.id != 0;

  if (self->facts->axes->len < TAGA_RADAR_MIN_AXES)
    return;

  taga_paper_add_heading (self->paper, 2, _ ("Before and after"));
  for (guint i = 0; i < MIN (self->facts->axes->len, TAGA_RADAR_MAX_AXES); i++)
    taga_chart_radar_add_axis (TAGA_CHART_RADAR (chart),
                               ((TagaProfileAxis *) self->facts->axes->pdata[i])->name);
  if (is_pair)
    add_series (self, chart, FALSE);
  add_series (self, chart, TRUE);
  taga_chart_radar_set_pair (TAGA_CHART_RADAR (chart), is_pair);
  add_notes (self, chart);
  taga_chart_set_title (chart, _ ("Before and after"));
  taga_paper_add_chart (self->paper, chart, CHART_HEIGHT * scale);
}

static char *
format_score (int score)
{
  return score == TAGA_UNKNOWN ? g_strdup ("–") : g_strdup_printf ("%.1f", score / 10.0);
}

static void
add_row (const Profile *self, TagaPaperTable *table, const TagaProfileAxis *axis)
{
  gboolean has_before = self->facts->before.id != 0;
  g_autofree char *before = format_score (axis->before);
  g_autofree char *after = format_score (axis->after);
  const char *cells[] = { axis->name, has_before ? before : after, after };

  taga_paper_table_add_row (table, cells);
}

/* An axis a row: its name is too long for the head of a column. */
static void
add_scores (const Profile *self)
{
  const TagaPaperColumn columns[] = {
    { .title = "", .width = 36 },
    { .title = _ ("Before"), .width = 10, .align = TAGA_PAPER_CENTRE },
    { .title = _ ("After"), .width = 10, .align = TAGA_PAPER_CENTRE },
  };
  const TagaPaperColumn alone[] = { columns[0], columns[2] };
  gboolean has_before = self->facts->before.id != 0;
  const GPtrArray *axes = self->facts->axes;
  TagaPaperTable *table;

  if (axes->len < TAGA_RADAR_MIN_AXES)
    {
      taga_paper_add_text (
          self->paper, TAGA_PAPER_PARAGRAPH,
          _ ("There is no round of assessment yet, so there is nothing to compare."));
      return;
    }

  table = has_before ? taga_paper_add_table (self->paper, columns, G_N_ELEMENTS (columns))
                     : taga_paper_add_table (self->paper, alone, G_N_ELEMENTS (alone));
  for (guint i = 0; i < axes->len; i++)
    add_row (self, table, axes->pdata[i]);
}

static void
add_results (const Profile *self)
{
  const TagaProfileLine *line;

  taga_paper_add_heading (self->paper, 2, _ ("Results"));
  for (guint i = 0; (line = taga_profile_facts_get (self->facts, "result", i)) != NULL; i++)
    {
      const TagaChoice *state =
          line->state == NULL
              ? NULL
              : taga_edition_find_choice (self->edition, "result-state", line->state);

      if (!has_text (line->text))
        continue;
      if (state == NULL)
        taga_paper_add_text (self->paper, TAGA_PAPER_BULLET, line->text);
      else
        taga_paper_add_tagged (
            self->paper, self->head->is_japanese ? state->label_ja : state->label_en, line->text);
    }
}

/* The scores in figures, and beside them what came of it. */
static void
add_outcome (const Profile *self)
{
  const double shares[] = { 1, 1 };
  gboolean has_results = has_part (self, "result");

  if (has_results)
    taga_paper_begin_columns (self->paper, shares, G_N_ELEMENTS (shares));
  add_scores (self);
  if (!has_results)
    return;

  taga_paper_next_column (self->paper);
  add_results (self);
  taga_paper_end_columns (self->paper);
}

static void
add_voice (const Profile *self, const char *heading, const char *text)
{
  taga_paper_begin_box (self->paper, TAGA_PAPER_FILL);
  taga_paper_add_heading (self->paper, 3, heading);
  taga_paper_add_text (self->paper, TAGA_PAPER_PARAGRAPH, text);
  taga_paper_end_box (self->paper);
}

/* Voices are printed only if somebody wrote them down. */
static void
add_voices (const Profile *self)
{
  const double halves[] = { 1, 1 };
  const char *management = get_text (self, "management");
  const char *participant = get_text (self, "participant");
  gboolean has_both = has_text (management) && has_text (participant);

  if (has_both)
    taga_paper_begin_columns (self->paper, halves, G_N_ELEMENTS (halves));
  if (has_text (management))
    add_voice (self, _ ("Voice of the management"), management);
  if (has_both)
    taga_paper_next_column (self->paper);
  if (has_text (participant))
    add_voice (self, _ ("Voice of the participants"), participant);
  if (has_both)
    taga_paper_end_columns (self->paper);
}

static void
add_footnotes (const Profile *self)
{
  const char *own = get_text (self, "footnote");

  if (self->facts->is_fictitious)
    taga_paper_add_text (self->paper, TAGA_PAPER_NOTE,
                         _ ("This case is fictitious: company, people and figures are invented."));
  if (self->facts->axes->len > 0)
    taga_paper_add_text (
        self->paper, TAGA_PAPER_NOTE,
        _ ("The axes are those of the Tokyo case book. What the levels from 0 to 5 "
           "stand for is this product's own definition, not Tokyo's."));
  if (has_text (own))
    taga_paper_add_text (self->paper, TAGA_PAPER_NOTE, own);
}

static TagaPaper *
create_paper (const TagaPaperHead *head, const TagaProfileFacts *facts)
{
  const TagaProfileLine *alias = taga_profile_facts_get (facts, "alias", 0);
  g_autofree char *shown = taga_paper_head_format_date (head, head->date);
  TagaPaper *paper =
      taga_paper_new (_ ("Case profile"),
                      !facts->is_anonymous && has_text (facts->company) ? facts->company
                      : alias == NULL || alias->title == NULL           ? ""
                                                                        : alias->title,
                      head->date, shown);

  taga_paper_set_title_look (paper, TAGA_PAPER_TITLE_NONE);
  /* With its names in it, it stays in the company. */
  if (!facts->is_anonymous)
    taga_paper_set_mark (paper, _ ("Company confidential"));

  return paper;
}

/**
 * taga_report_profile_set:
 * @head: what every paper of the company has; its company is not used
 * @edition: the method edition
 * @facts: what stands on the pages
 * @text_size: size of the text, in points
 *
 * Sets the two facing pages of a case profile. What it may tell of the company's name follows from
 * the facts alone.
 *
 * Returns: (transfer full): the paper
 */
TagaPaper *
taga_report_profile_set (const TagaPaperHead *head,
                         TagaEdition *edition,
                         const TagaProfileFacts *facts,
                         double text_size)
{
  TagaPaper *paper = create_paper (head, facts);
  const Profile self = { head, edition, facts, paper };

  taga_paper_set_text_size (paper, text_size);
  add_head (&self);
  add_part (&self, _ ("What the company does"), get_text (&self, "business"));
  add_issues (&self);
  add_themes (&self);
  add_actions (&self);

  taga_paper_add_break (paper);
  add_radars (&self, text_size / TAGA_REPORT_PROFILE_LARGEST);
  add_outcome (&self);
  add_part (&self, _ ("Outlook"), get_text (&self, "outlook"));
  add_voices (&self);
  add_footnotes (&self);

  return paper;
}
