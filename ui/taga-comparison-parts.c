#include "taga-comparison-parts.h"

#include <glib/gi18n-lib.h>

#include "taga-axis-text.h"
#include "taga-beside-layout.h"
#include "taga-chart-from.h"
#include "taga-chart-menu.h"
#include "taga-comparison-assets.h"
#include "taga-figures.h"
#include "taga-language.h"
#include "taga-page.h"
#include "taga-ui.h"

/* A table needs as much beside its chart. */
#define ROOM 320

/* The parts of a comparison of two rounds, one below the other, each with its numbers in a table.
 */

static GtkWidget *
add_part (GtkBox *box, const char *title)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                     "label", title, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (heading, "title-4");
  gtk_box_append (GTK_BOX (part), heading);
  gtk_box_append (box, part);

  return part;
}

static void
add_text (GtkWidget *part, const char *text)
{
  gtk_box_append (GTK_BOX (part), taga_ui_create_label (text));
}

static GtkWidget *
add_beside (GtkWidget *part, GtkWidget *table, TagaChart *chart)
{
  GtkWidget *both = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *view = taga_chart_view_new (chart);

  gtk_widget_set_valign (table, GTK_ALIGN_START);
  gtk_widget_set_valign (view, GTK_ALIGN_START);
  gtk_widget_set_layout_manager (both, taga_beside_layout_new (ROOM));
  gtk_box_append (GTK_BOX (both), table);
  gtk_box_append (GTK_BOX (both), view);
  gtk_box_append (GTK_BOX (part), both);
  taga_chart_menu_place (TAGA_CHART_VIEW (view), gtk_widget_get_first_child (part));

  return view;
}

/* Behind an axis stand the scores of the later round. */
static void
axis_activated_cb (GtkWidget *view)
{
  taga_page_open (view, "rounds", g_object_get_data (G_OBJECT (view), "round"));
}

static const char *
get_name (const TagaRoundSide *side)
{
  return side->name == NULL ? "" : side->name;
}

static void
add_row (GtkWidget *table,
         const char *name,
         const char *before,
         const char *after,
         const char *last)
{
  const char *const cells[] = { name, before, after, last, NULL };

  taga_figures_add_row (TAGA_FIGURES (table), cells);
}

static GtkWidget *
create_table (const TagaRoundComparison *self, const char *title, const char *first)
{
  const char *const headings[] = { first, get_name (&self->before), get_name (&self->after),
                                   C_ ("figures", "Change"), NULL };

  return taga_figures_new (title, headings);
}

static void
add_axes (GtkBox *box, const TagaRoundComparison *self)
{
  GtkWidget *part = add_part (box, _ ("Scores on the axes"));
  GtkWidget *table = create_table (self, _ ("Scores on the axes"), _ ("Axis"));
  g_autoptr (TagaChart) chart = taga_chart_from_comparison (self, TRUE);
  GtkWidget *view;

  for (guint i = 0; i < self->axes->len; i++)
    {
      const TagaAxisChange *axis = &g_array_index (self->axes, TagaAxisChange, i);
      g_autofree char *before = taga_axis_text_score (axis->before);
      g_autofree char *after = taga_axis_text_score (axis->after);
      g_autofree char *change = taga_axis_text_change (axis->before, axis->after);

      add_row (table, taga_axis_text_name (axis->axis), before, after, change);
    }
  view = add_beside (part, table, chart);
  g_object_set_data_full (G_OBJECT (view), "round",
                          g_strdup_printf ("%" G_GINT64_FORMAT, self->after.id), g_free);
  g_signal_connect (view, "part-activated", G_CALLBACK (axis_activated_cb), NULL);
}

static const char *
get_band_label (const TagaRoundComparison *self, TagaBand band)
{
  const TagaChoice *choice =
      taga_edition_find_choice (self->edition, "band", taga_band_to_key (band));

  return taga_language_is_japanese () ? choice->label_ja : choice->label_en;
}

static void
add_count (GtkWidget *table, const char *name, gint64 before, gint64 after)
{
  gint64 change = after - before;
  g_autofree char *one = g_strdup_printf ("%'" G_GINT64_FORMAT, before);
  g_autofree char *other = g_strdup_printf ("%'" G_GINT64_FORMAT, after);
  g_autofree char *difference = g_strdup_printf (
      "%s%'" G_GINT64_FORMAT, change > 0 ? "+" : (change < 0 ? "−" : "±"), ABS (change));

  add_row (table, name, one, other, difference);
}

/* From which band to which, how many; the worst first. */
static void
add_moves (GtkWidget *part, const TagaRoundComparison *self)
{
  const char *const headings[] = { _ ("From which band to which"), _ ("Assets"), NULL };
  GtkWidget *table = taga_figures_new (_ ("Assets that went to another band"), headings);
  guint n_moved = 0;

  for (int from = TAGA_BAND_LARGE; from >= TAGA_BAND_UNKNOWN; from--)
    for (int to = TAGA_BAND_LARGE; to >= TAGA_BAND_UNKNOWN; to--)
      {
        guint n = from == to ? 0 : self->n_moves[from][to];
        g_autofree char *way = g_strdup_printf ("%s → %s", get_band_label (self, (TagaBand) from),
                                                get_band_label (self, (TagaBand) to));
        g_autofree char *count = g_strdup_printf ("%'u", n);
        const char *const cells[] = { way, count, NULL };

        if (n > 0)
          taga_figures_add_row (TAGA_FIGURES (table), cells);
        n_moved += n;
      }

  if (n_moved > 0)
    gtk_box_append (GTK_BOX (part), table);
  else
    {
      g_object_ref_sink (table);
      g_object_unref (table);
      add_text (part, _ ("No asset went to another band."));
    }
}

static void
add_bands (GtkBox *box, const TagaRoundComparison *self)
{
  GtkWidget *part = add_part (box, _ ("Assets by risk"));
  GtkWidget *table = create_table (self, _ ("Assets by risk"), _ ("Band"));
  g_autoptr (TagaChart) chart = taga_chart_from_comparison (self, FALSE);
  GtkWidget *view = taga_chart_view_new (chart);

  for (int band = TAGA_BAND_LARGE; band >= TAGA_BAND_UNKNOWN; band--)
    add_count (table, get_band_label (self, (TagaBand) band), self->before.n_bands[band],
               self->after.n_bands[band]);
  add_count (table, _ ("All assets"), self->before.n_assets, self->after.n_assets);
  add_count (table, _ ("Sum of the risk values"), self->before.risk_sum, self->after.risk_sum);
  gtk_box_append (GTK_BOX (part), view);
  taga_chart_menu_place (TAGA_CHART_VIEW (view), gtk_widget_get_first_child (part));
  gtk_box_append (GTK_BOX (part), table);
  add_moves (part, self);
}

static char *
format_share (int share)
{
  return share == TAGA_UNKNOWN ? g_strdup ("—") : g_strdup_printf ("%d %%", share);
}

static void
add_groups (GtkBox *box, const TagaRoundComparison *self)
{
  GtkWidget *part = add_part (box, _ ("Share of the check items that are done"));
  GtkWidget *table =
      create_table (self, _ ("Share of the check items that are done"), _ ("Group of items"));

  for (guint i = 0; i < self->groups->len; i++)
    {
      const TagaGroupChange *group = &g_array_index (self->groups, TagaGroupChange, i);
      int before = taga_tally_get_share (&group->before);
      int after = taga_tally_get_share (&group->after);
      g_autofree char *one = format_share (before);
      g_autofree char *other = format_share (after);
      g_autofree char *change =
          before == TAGA_UNKNOWN || after == TAGA_UNKNOWN
              ? g_strdup ("—")
              : g_strdup_printf ("%s%d", after > before ? "+" : (after < before ? "−" : "±"),
                                 ABS (after - before));

      add_row (table,
               taga_language_is_japanese () ? group->group->title_ja : group->group->title_en, one,
               other, change);
    }
  gtk_box_append (GTK_BOX (part), table);
}

/* As long as a question has no answer the points so far say nothing. */
static char *
format_points (const TagaSelfCheckSum *sum)
{
  if (taga_self_check_is_complete (sum))
    return g_strdup_printf (_ ("%d points"), sum->points);

  return g_strdup_printf (C_ ("questions", "%u of %u answered"), sum->n_answered, sum->n_questions);
}

static void
add_questions (GtkBox *box, const TagaRoundComparison *self)
{
  GtkWidget *part = add_part (box, _ ("Self-check with 25 questions"));
  GtkWidget *table =
      create_table (self, _ ("Self-check with 25 questions"), C_ ("figures", "Company"));
  const TagaSelfCheckSum *before = &self->before.self_check;
  const TagaSelfCheckSum *after = &self->after.self_check;
  g_autofree char *one = format_points (before);
  g_autofree char *other = format_points (after);
  gboolean is_known = taga_self_check_is_complete (before) && taga_self_check_is_complete (after);
  g_autofree char *change =
      is_known ? g_strdup_printf ("%+d", after->points - before->points) : g_strdup ("—");

  add_row (table, _ ("Lowest answer of all sheets"), one, other, change);
  gtk_box_append (GTK_BOX (part), table);
}

static void
add_measures (GtkBox *box, const TagaRoundComparison *self)
{
  GtkWidget *part = add_part (box, _ ("Measures finished in between"));
  const char *const headings[] = { _ ("Measure"), _ ("Finished on"), NULL };
  GtkWidget *table;

  if (self->measures->len == 0)
    {
      add_text (part, _ ("No measure was finished between the days of the two rounds."));
      return;
    }

  table = taga_figures_new (_ ("Measures finished in between"), headings);
  for (guint i = 0; i < self->measures->len; i++)
    {
      const TagaFinishedMeasure *measure = &g_array_index (self->measures, TagaFinishedMeasure, i);
      g_autofree char *day = taga_ui_format_date (measure->finished_on);
      const char *const cells[] = { measure->name == NULL ? "" : measure->name, day, NULL };

      taga_figures_add_row (TAGA_FIGURES (table), cells);
    }
  gtk_box_append (GTK_BOX (part), table);
}

static void
add_assets (GtkBox *box, TagaAssetChanges *changes)
{
  const TagaRoundComparison *self = taga_asset_changes_get_comparison (changes);
  GtkWidget *part = add_part (box, _ ("Assets whose band is not the same"));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (changes));
  g_autofree char *text = NULL;

  text = g_strdup_printf (
      _ ("Another band: %'u. New: %'u. No longer in use: %'u. Another value in the same band: %'u. "
         "Same: %'u."),
      n - self->n_new - self->n_gone, self->n_new, self->n_gone, self->assets->len - n,
      self->n_same);
  add_text (part, text);
  if (n > 0)
    gtk_box_append (GTK_BOX (part), taga_comparison_assets_new (changes));
}

/**
 * taga_comparison_parts_fill:
 * @box: an empty box
 * @changes: two rounds and the assets that changed
 *
 * Shows what became of the company between two rounds.
 */
void
taga_comparison_parts_fill (GtkBox *box, TagaAssetChanges *changes)
{
  const TagaRoundComparison *self = taga_asset_changes_get_comparison (changes);

  add_axes (box, self);
  add_bands (box, self);
  add_groups (box, self);
  add_questions (box, self);
  add_measures (box, self);
  add_assets (box, changes);
}
