#include "taga-medium-summary.h"

#include <glib/gi18n-lib.h>

#include "taga-language.h"
#include "taga-link.h"
#include "taga-ui.h"

/**
 * TagaMediumSummary:
 *
 * How a medium stands: its frequency and the threat that decides it, the state of the check items
 * that count against its threats, its vulnerability, and how many assets that matters to.
 */
struct _TagaMediumSummary
{
  GtkGrid parent_instance;

  GtkLabel *frequency;
  GtkWidget *checks;
  GtkLabel *vulnerability;
  GtkWidget *assets;
};

G_DEFINE_FINAL_TYPE (TagaMediumSummary, taga_medium_summary, GTK_TYPE_GRID)

static const char *
pick (const char *ja, const char *en)
{
  return taga_language_is_japanese () ? ja : en;
}

static void
taga_medium_summary_class_init (TagaMediumSummaryClass *klass)
{
}

static void
add_line (TagaMediumSummary *self, int row, const char *title, GtkWidget *value)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (value, GTK_ALIGN_BASELINE);
  gtk_widget_set_hexpand (value, TRUE);
  gtk_widget_set_halign (value, GTK_ALIGN_START);
  gtk_grid_attach (GTK_GRID (self), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self), value, 1, row, 1, 1);
}

static void
taga_medium_summary_init (TagaMediumSummary *self)
{
  self->frequency = GTK_LABEL (taga_ui_create_label (""));
  self->checks = taga_link_new ();
  self->vulnerability = GTK_LABEL (taga_ui_create_label (""));
  self->assets = taga_link_new ();

  gtk_grid_set_column_spacing (GTK_GRID (self), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self), 2);
  gtk_widget_add_css_class (GTK_WIDGET (self), "taga-summary");
  add_line (self, 0, _ ("Frequency"), GTK_WIDGET (self->frequency));
  add_line (self, 1, _ ("Checks"), self->checks);
  add_line (self, 2, _ ("Vulnerability"), GTK_WIDGET (self->vulnerability));
  add_line (self, 3, _ ("Assets"), self->assets);
}

/**
 * taga_medium_summary_new:
 *
 * Makes a summary that says nothing yet.
 *
 * Returns: (transfer floating): the summary
 */
GtkWidget *
taga_medium_summary_new (void)
{
  return g_object_new (TAGA_TYPE_MEDIUM_SUMMARY, NULL);
}

static const char *
get_level_label (TagaEdition *edition, const char *domain, int level)
{
  const TagaChoice *choice = taga_edition_find_level (edition, domain, level);

  return choice == NULL ? _ ("not known") : pick (choice->label_ja, choice->label_en);
}

static void
show_frequency (TagaMediumSummary *self, TagaEdition *edition, const TagaMediumState *state)
{
  const char *level = get_level_label (edition, "frequency", state->threat);
  g_autoptr (GString) text = g_string_new (NULL);

  if (state->deciding == NULL)
    g_string_assign (text, _ ("no threat is judged yet, so the risks are not known"));
  else
    /* Translators: a frequency, and the threat that decides it */
    g_string_printf (text, _ ("%s – decided by “%s”"), level,
                     pick (state->deciding->short_ja, state->deciding->short_en));
  if (state->deciding != NULL && state->n_judged < state->n_threats)
    /* Translators: so many of so many threats */
    g_string_append_printf (text, _ (" (%u of %u threats judged)"), state->n_judged,
                            state->n_threats);
  gtk_label_set_label (self->frequency, text->str);
}

/**
 * taga_medium_summary_format_tally:
 * @tally: answers to check items
 *
 * Writes how far check items are done.
 *
 * Returns: (transfer full): the words
 */
char *
taga_medium_summary_format_tally (const TagaTally *tally)
{
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: so many check items are done, done in part, or not done */
  g_string_printf (text, _ ("%u done, %u partly, %u not done"), tally->n_done, tally->n_partly,
                   tally->n_not_done);
  if (tally->n_not_applicable > 0)
    g_string_append_printf (text, _ (", %u n/a"), tally->n_not_applicable);
  if (tally->n_unanswered > 0)
    g_string_append_printf (text, _ (", %u not answered"), tally->n_unanswered);

  return g_strdup (text->str);
}

static void
show_checks (TagaMediumSummary *self, const TagaMediumState *state)
{
  g_autofree char *words = taga_medium_summary_format_tally (&state->checks);
  g_autofree char *item = g_strconcat ("medium=", state->medium->key, NULL);
  int share = taga_tally_get_share (&state->checks);
  g_autofree char *text =
      share == TAGA_UNKNOWN ? g_strdup (words) : g_strdup_printf (_ ("%d %% – %s"), share, words);

  taga_link_set (self->checks, text, "checks", item);
}

/**
 * taga_medium_summary_show:
 * @self: a summary
 * @edition: the method edition
 * @state: how a medium stands
 *
 * Says how a medium stands.
 */
void
taga_medium_summary_show (TagaMediumSummary *self,
                          TagaEdition *edition,
                          const TagaMediumState *state)
{
  g_autofree char *assets =
      g_strdup_printf (ngettext ("%u asset", "%u assets", state->n_assets), state->n_assets);
  g_autofree char *item = g_strconcat ("medium=", state->medium->key, NULL);

  show_frequency (self, edition, state);
  show_checks (self, state);
  gtk_label_set_label (self->vulnerability,
                       get_level_label (edition, "vulnerability", state->vulnerability));
  taga_link_set (self->assets, assets, "assets", item);
}
