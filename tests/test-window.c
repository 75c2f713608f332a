#include <gtk/gtk.h>

#include <glib/gstdio.h>

#include "taga-application.h"
#include "taga-asset-edit.h"
#include "taga-asset-paste.h"
#include "taga-asset.h"
#include "taga-founding.h"
#include "taga-grid-cell.h"
#include "taga-grid-editor.h"
#include "taga-grid-private.h"
#include "taga-history.h"
#include "taga-inspector.h"
#include "taga-language.h"
#include "taga-ui.h"
#include "taga-window.h"

/* The workbench in a real window: what a user sees of opening, editing, undoing and closing. */

typedef struct
{
  TagaApplication *application;
  TagaWindow *window;
  char *folder;
  char *path;
} Fixture;

static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + 200 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Whether a text stands anywhere in a part of the window. */
static gboolean
shows (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  if (TAGA_IS_GRID_CELL_VIEW (widget)
      && g_strcmp0 (taga_grid_cell_view_get_text (TAGA_GRID_CELL_VIEW (widget)), text) == 0)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && shows (child, text))
      return TRUE;

  return FALSE;
}

/* Waits until a text shows, as long as a slow machine may need. */
static void
assert_shows (GtkWidget *widget, const char *text)
{
  for (int i = 0; i < 25 && !shows (widget, text); i++)
    settle ();
  g_assert_true (shows (widget, text));
}

static void
open_window (Fixture *fixture)
{
  fixture->window = taga_window_new (fixture->application, g_settings_new (TAGA_APP_ID));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 800);
  gtk_window_present (GTK_WINDOW (fixture->window));
  taga_window_open (fixture->window, fixture->path);
  settle ();
}

static void
close_window (Fixture *fixture)
{
  TagaWindow *window = fixture->window;

  /* Nothing keeps a closed window, nor by it the file. */
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->window = NULL;
  settle ();
  g_assert_null (window);
}

static void
setup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TagaStore *store;

  fixture->folder = g_dir_make_tmp ("taga-window-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "見本.taga", NULL);
  store = taga_founding_new_sample (fixture->path, "mechatro", &error);
  g_assert_no_error (error);
  g_assert_finalize_object (store);

  fixture->application = TAGA_APPLICATION (g_application_get_default ());
  open_window (fixture);
}

static void
teardown (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    close_window (fixture);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static TagaGrid *
get_grid (Fixture *fixture)
{
  return TAGA_GRID (find (GTK_WIDGET (fixture->window), TAGA_TYPE_GRID));
}

static TagaRecord *
dup_asset (Fixture *fixture, gint64 id)
{
  return taga_store_get_record (taga_window_get_store (fixture->window), TAGA_TYPE_ASSET, id, NULL);
}

static void
test_opens_the_register (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (g_list_model_get_n_items (taga_grid_get_model (get_grid (fixture))), ==, 44);
  assert_shows (GTK_WIDGET (fixture->window), "株式会社メカトロテクノロジー");
  assert_shows (GTK_WIDGET (get_grid (fixture)), "見積書");
}

/* Types a text into a cell as the keyboard would, and commits it. */
static void
type_into (TagaGrid *grid, guint row, guint field, const char *text)
{
  taga_grid_set_cursor (grid, row, field);
  taga_grid_edit (grid);
  gtk_editable_set_text (GTK_EDITABLE (grid->editor->text), text);
  g_assert_true (taga_grid_finish_editing (grid));
}

static void
test_edits_survive_closing_and_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TagaRecord) asset = dup_asset (fixture, 1);

  g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_IMPORTANCE), ==, 2);
  type_into (get_grid (fixture), 0, TAGA_ASSET_CONFIDENTIALITY, "３");
  g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_CONFIDENTIALITY), ==, 3);
  g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_RISK), ==, 9);
  g_clear_object (&asset);

  close_window (fixture);
  open_window (fixture);
  asset = dup_asset (fixture, 1);
  g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_RISK), ==, 9);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_RISK), ==, 6);
  g_clear_object (&asset);

  close_window (fixture);
  open_window (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  asset = dup_asset (fixture, 1);
  g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_RISK), ==, 9);
}

static void
test_a_refused_value_stays_in_the_cell (Fixture *fixture, gconstpointer data)
{
  TagaGrid *grid = get_grid (fixture);
  g_autoptr (TagaRecord) asset = dup_asset (fixture, 1);

  taga_grid_set_cursor (grid, 0, TAGA_ASSET_REGISTERED_ON);
  taga_grid_edit (grid);
  gtk_editable_set_text (GTK_EDITABLE (grid->editor->text), "きのう");
  g_assert_false (taga_grid_finish_editing (grid));
  g_assert_true (taga_grid_is_editing (grid));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (grid->editor->text)), ==, "きのう");
  g_assert_cmpstr (taga_record_get_text (asset, TAGA_ASSET_REGISTERED_ON), ==, "2026-09-14");
  taga_grid_cancel_editing (grid);
}

static void
test_adds_retires_and_restores (Fixture *fixture, gconstpointer data)
{
  TagaGrid *grid = get_grid (fixture);
  GListModel *model = taga_grid_get_model (grid);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.add", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 45);
  g_assert_true (taga_grid_is_editing (grid));
  gtk_editable_set_text (GTK_EDITABLE (grid->editor->text), "新しい図面");
  g_assert_true (taga_grid_finish_editing (grid));
  settle ();
  assert_shows (GTK_WIDGET (grid), "新しい図面");

  taga_grid_set_cursor (grid, 0, TAGA_ASSET_NAME);
  settle ();
  gtk_widget_activate_action (GTK_WIDGET (grid), "asset.retire", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 44);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 45);
}

/* The cell of the grid that says a text. */
static GtkWidget *
find_cell (GtkWidget *widget, const char *text)
{
  if (TAGA_IS_GRID_CELL_VIEW (widget)
      && g_strcmp0 (taga_grid_cell_view_get_text (TAGA_GRID_CELL_VIEW (widget)), text) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_cell (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_seen_whole (Fixture *fixture, const char *name)
{
  GtkWidget *cell = find_cell (GTK_WIDGET (get_grid (fixture)), name);
  graphene_rect_t bounds, view;

  if (cell == NULL || !gtk_widget_compute_bounds (cell, GTK_WIDGET (fixture->window), &bounds)
      || !gtk_widget_compute_bounds (GTK_WIDGET (get_grid (fixture)), GTK_WIDGET (fixture->window),
                                     &view))
    return FALSE;

  return bounds.origin.y + bounds.size.height <= view.origin.y + view.size.height;
}

static void
test_the_last_row_is_seen_whole (Fixture *fixture, gconstpointer data)
{
  static const guint fields[] = { TAGA_ASSET_NAME, TAGA_ASSET_RETIRED_ON, TAGA_ASSET_NOTE };
  TagaGrid *grid = get_grid (fixture);
  g_autoptr (TagaRecord) last = g_list_model_get_item (taga_grid_get_model (grid), 43);
  const char *name = taga_record_get_text (last, TAGA_ASSET_NAME);

  /* Headings of several lines come into view with the columns, and take room from the rows. */
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      taga_grid_set_cursor (grid, 43, fields[i]);
      settle ();
      for (int j = 0; j < 25 && !is_seen_whole (fixture, name); j++)
        settle ();
      g_assert_true (is_seen_whole (fixture, name));
    }
}

static void
test_search_narrows_the_table (Fixture *fixture, gconstpointer data)
{
  GListModel *model = taga_grid_get_model (get_grid (fixture));
  GtkWidget *search = find (GTK_WIDGET (fixture->window), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (search), "ﾏｲﾅﾝﾊﾞｰ");
  settle ();
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (model), >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (model), <, 5);
  gtk_editable_set_text (GTK_EDITABLE (search), "そのような資産はない");
  settle ();
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);
}

/* The narrowest window that is promised, also while the toolbar says that rows are left out. The
 * words decide it, so this runs in Japanese too. */
static void
test_fits_a_small_screen (Fixture *fixture, gconstpointer data)
{
  GtkWidget *search = find (GTK_WIDGET (fixture->window), GTK_TYPE_SEARCH_ENTRY);
  GListModel *model = taga_grid_get_model (get_grid (fixture));
  int narrowest;

  gtk_editable_set_text (GTK_EDITABLE (search), "図面");
  for (int i = 0; i < 25 && g_list_model_get_n_items (model) == 44; i++)
    settle ();
  g_assert_cmpuint (g_list_model_get_n_items (model), <, 44);
  gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_HORIZONTAL, -1, &narrowest,
                      NULL, NULL, NULL);
  g_assert_cmpint (narrowest, <=, 1024);
}

static void
test_the_inspector_explains_the_selected_asset (Fixture *fixture, gconstpointer data)
{
  GtkWidget *inspector = find (GTK_WIDGET (fixture->window), TAGA_TYPE_INSPECTOR);
  TagaGrid *grid = get_grid (fixture);

  taga_grid_set_cursor (grid, 3, TAGA_ASSET_NAME);
  settle ();
  assert_shows (inspector, "顧客名簿");
  assert_shows (inspector, "Personal information always has the highest importance.");
  assert_shows (inspector, "Importance 3 × likelihood 2");
}

static void
test_a_damaged_file_is_told_and_the_window_stays (Fixture *fixture, gconstpointer data)
{
  g_autofree char *broken = g_build_filename (fixture->folder, "壊れた.taga", NULL);
  g_autofree char *before = g_strdup (taga_window_get_path (fixture->window));

  g_assert_true (g_file_set_contents (broken, "SQLite format 3", -1, NULL));
  taga_window_open (fixture->window, broken);
  settle ();
  g_assert_cmpstr (taga_window_get_path (fixture->window), ==, before);
  g_assert_cmpuint (g_list_model_get_n_items (taga_grid_get_model (get_grid (fixture))), ==, 44);
  g_unlink (broken);
}

static void
test_what_another_program_changed_shows (Fixture *fixture, gconstpointer data)
{
  static const guint field = TAGA_ASSET_NAME;
  const TagaValue name = { (char *) "外から変えた名前", TAGA_UNKNOWN };
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaStore) other = taga_store_open (fixture->path, FALSE, &error);
  g_autoptr (TagaRecord) asset = dup_asset (fixture, 1);

  g_assert_no_error (error);
  g_assert_true (taga_store_begin (other, "other", &error));
  g_assert_true (taga_store_update (other, TAGA_TYPE_ASSET, 1, &field, &name, 1, &error));
  g_assert_true (taga_store_commit (other, &error));

  g_assert_true (taga_store_refresh (taga_window_get_store (fixture->window), &error));
  g_assert_cmpstr (taga_record_get_text (asset, TAGA_ASSET_NAME), ==, "外から変えた名前");
  settle ();
  assert_shows (GTK_WIDGET (get_grid (fixture)), "外から変えた名前");
}

static void
test_a_block_is_pasted_whole_or_not_at_all (Fixture *fixture, gconstpointer data)
{
  TagaGrid *grid = get_grid (fixture);
  TagaStore *store = taga_window_get_store (fixture->window);
  TagaRecordList *list = TAGA_RECORD_LIST (taga_grid_get_model (grid));
  g_autoptr (TagaRecord) first = dup_asset (fixture, 1);
  g_autoptr (TagaRecord) second = dup_asset (fixture, 2);
  g_autoptr (GError) error = NULL;

  taga_grid_set_cursor (grid, 0, TAGA_ASSET_CONFIDENTIALITY);
  g_assert_true (taga_asset_paste (grid, store, list, "3\t3\n１\t2\n", &error));
  g_assert_cmpint (taga_record_get_number (first, TAGA_ASSET_INTEGRITY), ==, 3);
  g_assert_cmpint (taga_record_get_number (second, TAGA_ASSET_CONFIDENTIALITY), ==, 1);

  /* The second row cannot be taken, so the first is not either. */
  g_assert_false (taga_asset_paste (grid, store, list, "2\t2\n9\t1\n", &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID);
  g_assert_cmpint (taga_record_get_number (first, TAGA_ASSET_INTEGRITY), ==, 3);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpint (taga_record_get_number (first, TAGA_ASSET_INTEGRITY), ==, 2);
  g_assert_cmpint (taga_record_get_number (second, TAGA_ASSET_CONFIDENTIALITY), ==, 2);
}

static void
test_a_refused_paste_is_told (Fixture *fixture, gconstpointer data)
{
  TagaGrid *grid = get_grid (fixture);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (grid));
  g_autoptr (TagaRecord) first = dup_asset (fixture, 1);
  g_autoptr (GList) before = gtk_window_list_toplevels ();
  g_autoptr (GList) after = NULL;

  taga_grid_set_cursor (grid, 0, TAGA_ASSET_CONFIDENTIALITY);
  gdk_clipboard_set_text (clipboard, "9");
  gtk_widget_activate_action (GTK_WIDGET (grid), "asset.paste", NULL);
  settle ();
  after = gtk_window_list_toplevels ();
  g_assert_cmpuint (g_list_length (after), ==, g_list_length (before) + 1);
  g_assert_cmpint (taga_record_get_number (first, TAGA_ASSET_CONFIDENTIALITY), ==, 2);
}

static void
test_deleting_a_name_is_refused (Fixture *fixture, gconstpointer data)
{
  TagaGrid *grid = get_grid (fixture);
  TagaRecordList *list = TAGA_RECORD_LIST (taga_grid_get_model (grid));
  TagaStore *store = taga_window_get_store (fixture->window);
  g_autoptr (GError) error = NULL;

  taga_grid_set_cursor (grid, 0, TAGA_ASSET_NAME);
  g_assert_false (taga_asset_edit_clear (grid, store, list, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID);
  g_clear_error (&error);

  taga_grid_set_cursor (grid, 0, TAGA_ASSET_CONFIDENTIALITY);
  g_assert_true (taga_asset_edit_clear (grid, store, list, &error));
  g_assert_no_error (error);
}

static void
test_pasting_past_the_last_row_adds_assets (Fixture *fixture, gconstpointer data)
{
  TagaGrid *grid = get_grid (fixture);
  TagaStore *store = taga_window_get_store (fixture->window);
  TagaRecordList *list = TAGA_RECORD_LIST (taga_grid_get_model (grid));
  g_autoptr (GError) error = NULL;

  taga_grid_set_cursor (grid, 43, TAGA_ASSET_NAME);
  g_assert_true (taga_asset_paste (grid, store, list, "最後の行\n貼り付けた資産\n", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 45);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 44);
}

#define ADD(path, func) g_test_add ("/window/" path, Fixture, NULL, setup, func, teardown)

int
main (int argc, char **argv)
{
  g_autoptr (TagaApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  taga_language_init ();
  taga_ui_init ();

  /* GTK 4.8 leaks a little with each file that it remembers. */
  g_object_set (gtk_settings_get_default (), "gtk-recent-files-enabled", FALSE, NULL);

  /* One for all tests: it takes its name on the bus for as long as it lives. */
  application = taga_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  ADD ("opens-the-register", test_opens_the_register);
  ADD ("edits-survive-closing-and-undo", test_edits_survive_closing_and_undo);
  ADD ("a-refused-value-stays-in-the-cell", test_a_refused_value_stays_in_the_cell);
  ADD ("adds-retires-and-restores", test_adds_retires_and_restores);
  ADD ("the-last-row-is-seen-whole", test_the_last_row_is_seen_whole);
  ADD ("search-narrows-the-table", test_search_narrows_the_table);
  ADD ("fits-a-small-screen", test_fits_a_small_screen);
  ADD ("the-inspector-explains-the-selected-asset", test_the_inspector_explains_the_selected_asset);
  ADD ("a-damaged-file-is-told-and-the-window-stays",
       test_a_damaged_file_is_told_and_the_window_stays);
  ADD ("what-another-program-changed-shows", test_what_another_program_changed_shows);

  ADD ("a-block-is-pasted-whole-or-not-at-all", test_a_block_is_pasted_whole_or_not_at_all);
  ADD ("a-refused-paste-is-told", test_a_refused_paste_is_told);
  ADD ("deleting-a-name-is-refused", test_deleting_a_name_is_refused);
  ADD ("pasting-past-the-last-row-adds-assets", test_pasting_past_the_last_row_adds_assets);

  return g_test_run ();
}
