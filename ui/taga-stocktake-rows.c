#include "taga-stocktake-rows.h"

#include <glib/gi18n-lib.h>

#include "taga-stocktake.h"
#include "taga-ui.h"

/* Width of a bar, in pixels: the rows' bars stand under each other. */
#define BAR_WIDTH 150

/* More names than this are not listed. */
#define MAX_NAMES 20

/**
 * taga_stocktake_name_department:
 * @department: a department's name; empty for none
 *
 * Gives the words for a department, also for none.
 *
 * Returns: (transfer none): the words
 */
const char *
taga_stocktake_name_department (const char *department)
{
  return *department == '\0' ? _ ("No department") : department;
}

/**
 * taga_stocktake_describe_progress:
 * @progress: how far a department is
 *
 * Says in words how the assets that were checked turned out.
 *
 * Returns: (transfer full): a few words
 */
char *
taga_stocktake_describe_progress (const TagaStocktakeProgress *progress)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (progress->n_open == progress->n_items && progress->n_refused == 0)
    g_string_append (text, progress->n_sent > 0 ? _ ("Request made, no answer yet")
                                                : _ ("No request made yet"));
  else
    g_string_append_printf (text, _ ("As it is %'u · changed %'u · retired %'u"),
                            progress->n_confirmed, progress->n_changed, progress->n_retired);
  if (progress->n_open > 0 && (progress->n_open < progress->n_items || progress->n_refused > 0))
    g_string_append_printf (text, _ (" · open %'u"), progress->n_open);
  if (progress->n_refused > 0)
    /* Translators: of the open ones */
    g_string_append_printf (text, _ (" (answer not taken over %'u)"), progress->n_refused);

  return g_strdup (text->str);
}

/**
 * taga_stocktake_department_row_new:
 * @department: a department
 * @check: (out) (transfer none): its tick
 *
 * Makes the row in which a department is chosen for a stock-taking.
 *
 * Returns: (transfer full): the row
 */
GtkWidget *
taga_stocktake_department_row_new (const TagaStocktakeDepartment *department,
                                   GtkCheckButton **check)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *tick = gtk_check_button_new ();
  const char *name = taga_stocktake_name_department (department->name);
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *count = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%'u asset", "%'u assets", department->n_assets),
      department->n_assets);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), count);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), TRUE);
  gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, count, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), tick);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), tick);
  *check = GTK_CHECK_BUTTON (tick);

  return g_object_ref_sink (row);
}

/**
 * taga_stocktake_progress_row_new:
 * @title: whose it is
 * @progress: how far it is
 *
 * Makes the row that says how far a department is, in words, figures and by a bar.
 *
 * Returns: (transfer full): the row
 */
GtkWidget *
taga_stocktake_progress_row_new (const char *title, const TagaStocktakeProgress *progress)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *bar = gtk_progress_bar_new ();
  guint n_done = progress->n_items - progress->n_open;
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *words = taga_stocktake_describe_progress (progress);
  g_autofree char *figures = g_strdup_printf (_ ("%'u of %'u checked"), n_done, progress->n_items);
  GtkWidget *label = gtk_label_new (figures);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar),
                                 progress->n_items == 0 ? 0 : n_done / (double) progress->n_items);
  gtk_widget_set_size_request (bar, BAR_WIDTH, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, figures, -1);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), bar);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), box);

  return g_object_ref_sink (row);
}

/**
 * taga_stocktake_refused_row_new:
 * @names: (element-type utf8): assets whose answer was not taken over, at least one
 *
 * Makes the row that names them, and says what to do.
 *
 * Returns: (transfer full): the row
 */
GtkWidget *
taga_stocktake_refused_row_new (GPtrArray *names)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *title =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u answer was not taken over",
                                    "%'u answers were not taken over", names->len),
                       names->len);
  g_autofree char *escaped = NULL;

  for (guint i = 0; i < names->len && i < MAX_NAMES; i++)
    g_string_append_printf (text, _ ("“%s” "), (const char *) g_ptr_array_index (names, i));
  if (names->len > MAX_NAMES)
    g_string_append (text, "… ");
  g_string_append_printf (text, "\n%s",
                          _ ("Settle it with the department, and mark the asset in the register."));
  escaped = g_markup_escape_text (text->str, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);

  return g_object_ref_sink (row);
}

/**
 * taga_stocktake_earlier_row_new:
 * @run: a stock-taking that was closed
 * @progress: how it ended
 *
 * Makes the row of an earlier stock-taking.
 *
 * Returns: (transfer full): the row
 */
GtkWidget *
taga_stocktake_earlier_row_new (TagaRecord *run, const TagaStocktakeProgress *progress)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title =
      g_markup_escape_text (taga_record_get_text (run, TAGA_STOCKTAKE_NAME), -1);
  g_autofree char *from =
      taga_ui_format_date (taga_record_get_text (run, TAGA_STOCKTAKE_STARTED_ON));
  g_autofree char *to = taga_ui_format_date (taga_record_get_text (run, TAGA_STOCKTAKE_CLOSED_ON));
  g_autofree char *subtitle = g_strdup_printf (
      /* Translators: two dates, then how many assets of how many were checked, and how they
       * turned out */
      _ ("%s to %s · %'u of %'u checked · changed %'u · retired %'u"), from, to,
      progress->n_items - progress->n_open, progress->n_items, progress->n_changed,
      progress->n_retired);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  return g_object_ref_sink (row);
}
