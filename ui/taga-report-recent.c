#include "taga-report-recent.h"

#include <glib/gi18n-lib.h>

#include "taga-ui.h"
#include "taga-written.h"

/* The files that were written from a company file, below the button that shows them. */

/* What a row of the list leads to. */
typedef struct
{
  GtkWidget *button; /* (unowned): the menu button, which has the row */
  char *report;      /* (owned) */
  GFile *file;       /* (owned) */
  TagaReportAgain again;
  gpointer user_data;
} Row;

static void
free_row (gpointer data, GClosure *closure)
{
  Row *row = data;

  g_free (row->report);
  g_object_unref (row->file);
  g_free (row);
}

static void
open_cb (Row *row)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (row->button));
  taga_written_open (row->button, row->file);
}

static void
again_cb (Row *row)
{
  g_autofree char *report = g_strdup (row->report);
  g_autoptr (GFile) file = g_object_ref (row->file);
  TagaReportAgain again = row->again;
  gpointer user_data = row->user_data;

  gtk_menu_button_popdown (GTK_MENU_BUTTON (row->button));
  again (report, file, user_data);
}

static void
connect_row (GtkWidget *button, GCallback callback, const Row *pattern)
{
  Row *row = g_memdup2 (pattern, sizeof *pattern);

  row->report = g_strdup (pattern->report);
  row->file = g_object_ref (pattern->file);
  g_signal_connect_data (button, "clicked", callback, row, free_row, G_CONNECT_SWAPPED);
}

/* A file that has been moved or removed since can only be written again. */
static void
add_row (GtkGrid *grid, int line, const TagaExportRecent *recent, Row *pattern)
{
  g_autofree char *path = g_file_get_path (recent->file);
  g_autofree char *base = g_file_get_basename (recent->file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *time = taga_ui_format_time (recent->time);
  g_autofree char *where = g_filename_display_name (path);
  g_autofree char *text = g_strdup_printf ("%s\n%s　%s", name, _ (recent->report->title), time);
  g_autofree char *open_name = g_strdup_printf (_ ("Open %s"), name);
  g_autofree char *again_name = g_strdup_printf (_ ("Write %s again"), name);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *open = gtk_button_new_with_label (_ ("Open"));
  GtkWidget *again = gtk_button_new_with_label (_ ("Write Again…"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_set_tooltip_text (label, where);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (open, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (again, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (open, g_file_query_exists (recent->file, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (open), GTK_ACCESSIBLE_PROPERTY_LABEL, open_name,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (again), GTK_ACCESSIBLE_PROPERTY_LABEL, again_name,
                                  -1);

  pattern->report = (char *) recent->report->name;
  pattern->file = recent->file;
  connect_row (open, G_CALLBACK (open_cb), pattern);
  connect_row (again, G_CALLBACK (again_cb), pattern);
  gtk_grid_attach (grid, label, 0, line, 1, 1);
  gtk_grid_attach (grid, open, 1, line, 1, 1);
  gtk_grid_attach (grid, again, 2, line, 1, 1);
}

/**
 * taga_report_recent_fill:
 * @button: what shows the list
 * @store: (nullable): the company file
 * @again: writes a report once more
 * @user_data: data for @again; it lives as long as @button
 *
 * Lists the files that were written lately, each with buttons to open it and to write it again.
 */
void
taga_report_recent_fill (GtkMenuButton *button,
                         TagaStore *store,
                         TagaReportAgain again,
                         gpointer user_data)
{
  g_autoptr (GPtrArray) recents = store == NULL ? NULL : taga_export_recent_read (store);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *grid = gtk_grid_new ();
  Row pattern = { GTK_WIDGET (button), NULL, NULL, again, user_data };

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; recents != NULL && i < recents->len; i++)
    add_row (GTK_GRID (grid), (int) i, g_ptr_array_index (recents, i), &pattern);
  if (recents == NULL || recents->len == 0)
    gtk_grid_attach (GTK_GRID (grid), gtk_label_new (_ ("No file has been written yet.")), 0, 0, 1,
                     1);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 420);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (button, popover);
}
