#include "taga-start-page.h"

#include <glib/gi18n-lib.h>

#include "taga-ui.h"

#define MAX_RECENT 8

/**
 * TagaStartPage:
 *
 * What is shown while no file is open: what the program is for, the ways to a company file, and the
 * files that were open last.
 */
struct _TagaStartPage
{
  AdwBin parent_instance;

  GtkRecentManager *recent; /* (unowned) */

  /* Template */
  GtkWidget *recent_box;
  GtkListBox *recent_list;
};

G_DEFINE_FINAL_TYPE (TagaStartPage, taga_start_page, ADW_TYPE_BIN)

static int
compare_infos (gconstpointer a, gconstpointer b)
{
  GDateTime *first = gtk_recent_info_get_modified (*(GtkRecentInfo *const *) a);
  GDateTime *second = gtk_recent_info_get_modified (*(GtkRecentInfo *const *) b);

  return g_date_time_compare (second, first);
}

/* The company files among all that was open on this computer, the last one first. */
static GPtrArray *
list_files (TagaStartPage *self)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  GList *infos = gtk_recent_manager_get_items (self->recent);

  for (GList *link = infos; link != NULL; link = link->next)
    if (g_str_has_suffix (gtk_recent_info_get_uri (link->data), ".taga"))
      g_ptr_array_add (files, link->data);
    else
      gtk_recent_info_unref (link->data);
  g_list_free (infos);

  g_ptr_array_sort (files, compare_infos);
  if (files->len > MAX_RECENT)
    g_ptr_array_set_size (files, MAX_RECENT);

  return files;
}

/* The home folder is where most files are; its path is the same in each row. */
static char *
dup_folder (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());
  g_autofree char *relative = folder == NULL ? NULL : g_file_get_relative_path (home, folder);
  g_autofree char *shown = relative == NULL ? NULL : g_filename_display_name (relative);

  if (shown != NULL)
    return g_strconcat ("~/", shown, NULL);
  if (folder == NULL)
    return g_strdup ("");

  return g_file_equal (folder, home) ? g_strdup (_ ("Home folder"))
                                     : g_file_get_parse_name (folder);
}

/* A file that is gone stays in the list, since its stick may come back; but it can be forgotten. */
static void
mark_gone (AdwActionRow *row)
{
  const char *uri = g_object_get_data (G_OBJECT (row), "uri");
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Forget"));
  g_autofree char *subtitle =
      g_strdup_printf (_ ("Not found in %s"), adw_action_row_get_subtitle (row));

  adw_action_row_set_subtitle (row, subtitle);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (row), TRUE); /* which it is not without its action */

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Take the file off this list"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "start.forget");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", uri);
  adw_action_row_add_suffix (row, button);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AdwActionRow) row = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  if (info == NULL && gtk_widget_get_parent (GTK_WIDGET (row)) != NULL)
    mark_gone (row);
}

static char *
format_when (GtkRecentInfo *info)
{
  g_autofree char *iso = g_date_time_format_iso8601 (gtk_recent_info_get_modified (info));

  return taga_ui_format_time (iso);
}

static void
add_row (TagaStartPage *self, GtkRecentInfo *info)
{
  const char *uri = gtk_recent_info_get_uri (info);
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *folder = dup_folder (file);
  g_autofree char *when = format_when (info);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *when_label = gtk_label_new (when);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_widget_add_css_class (when_label, "dim-label");
  gtk_widget_add_css_class (when_label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), when_label);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.open-recent");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", uri);
  g_object_set_data_full (G_OBJECT (row), "uri", g_strdup (uri), g_free);
  gtk_list_box_append (self->recent_list, row);

  /* Whether it is still there is asked aside: a drive of the network may take its time. */
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_DEFAULT, NULL, looked_cb, g_object_ref (row));
}

static void
update_recent (TagaStartPage *self)
{
  g_autoptr (GPtrArray) files = list_files (self);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->recent_list, 0)) != NULL)
    gtk_list_box_remove (self->recent_list, GTK_WIDGET (row));
  for (guint i = 0; i < files->len; i++)
    add_row (self, g_ptr_array_index (files, i));

  gtk_widget_set_visible (self->recent_box, files->len > 0);
}

static void
forget_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaStartPage *self = TAGA_START_PAGE (widget);

  /* Where another program has forgotten it already there is nothing left to do. */
  gtk_recent_manager_remove_item (self->recent, g_variant_get_string (parameter, NULL), NULL);
  update_recent (self);
}

static void
taga_start_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* first, or AdwBin unparents a dead child */
  gtk_widget_dispose_template (GTK_WIDGET (object), TAGA_TYPE_START_PAGE);

  G_OBJECT_CLASS (taga_start_page_parent_class)->dispose (object);
}

static void
taga_start_page_class_init (TagaStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_start_page_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaStartPage, recent_box);
  gtk_widget_class_bind_template_child (widget_class, TagaStartPage, recent_list);
  gtk_widget_class_install_action (widget_class, "start.forget", "s", forget_action);
}

static void
taga_start_page_init (TagaStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->recent = gtk_recent_manager_get_default ();
  g_signal_connect_object (self->recent, "changed", G_CALLBACK (update_recent), self,
                           G_CONNECT_SWAPPED);
  update_recent (self);
}

/**
 * taga_start_page_new:
 *
 * Makes the page. Its buttons are for the actions `app.new`, `app.open`, `app.sample` and
 * `app.open-recent`.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
taga_start_page_new (void)
{
  return g_object_new (TAGA_TYPE_START_PAGE, NULL);
}
