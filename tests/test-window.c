#include <gtk/gtk.h>

#include <glib/gstdio.h>

#include "screen-fixture.h"
#include "taga-asset.h"
#include "taga-founding.h"
#include "taga-grid-cell.h"
#include "taga-grid-editor.h"
#include "taga-grid-private.h"
#include "taga-history.h"
#include "taga-inspector.h"
#include "taga-record-table.h"
#include "taga-view-menu.h"
#include "taga-window.h"
#include "window-fixture.h"

/* The workbench in a real window: what a user sees of opening, editing, undoing and closing. */

static void
test_opens_the_register (WindowFixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (
      g_list_model_get_n_items (taga_grid_get_model (window_fixture_get_grid (fixture))), ==, 44);
  window_fixture_assert_shows (GTK_WIDGET (fixture->window), "株式会社メカトロテクノロジー");
  window_fixture_assert_shows (GTK_WIDGET (window_fixture_get_grid (fixture)), "見積書");
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
test_edits_survive_closing_and_undo (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaRecord) asset = window_fixture_dup_asset (fixture, 1);

  g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_IMPORTANCE), ==, 2);
  type_into (window_fixture_get_grid (fixture), 0, TAGA_ASSET_CONFIDENTIALITY, "３");
  g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_CONFIDENTIALITY), ==, 3);
  g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_RISK), ==, 9);
  g_clear_object (&asset);

  window_fixture_close (fixture);
  window_fixture_open (fixture);
  asset = window_fixture_dup_asset (fixture, 1);
  g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_RISK), ==, 9);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_RISK), ==, 6);
  g_clear_object (&asset);

  window_fixture_close (fixture);
  window_fixture_open (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  asset = window_fixture_dup_asset (fixture, 1);
  g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_RISK), ==, 9);
}

static void
test_a_refused_value_stays_in_the_cell (WindowFixture *fixture, gconstpointer data)
{
  TagaGrid *grid = window_fixture_get_grid (fixture);
  g_autoptr (TagaRecord) asset = window_fixture_dup_asset (fixture, 1);

  taga_grid_set_cursor (grid, 0, TAGA_ASSET_REGISTERED_ON);
  taga_grid_edit (grid);
  gtk_editable_set_text (GTK_EDITABLE (grid->editor->text), "きのう");
  g_assert_false (taga_grid_finish_editing (grid));
  g_assert_true (taga_grid_is_editing (grid));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (grid->editor->text)), ==, "きのう");
  g_assert_cmpstr (taga_record_get_text (asset, TAGA_ASSET_REGISTERED_ON), ==, "2026-09-14");
  taga_grid_cancel_editing (grid);
}

static gboolean
is_in_grid (WindowFixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL
         && gtk_widget_is_ancestor (focus, GTK_WIDGET (window_fixture_get_grid (fixture)));
}

static GtkWidget *
find_menu (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_primary (GTK_MENU_BUTTON (widget)))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_menu (child);

  return found;
}

/* Who opens the menu and closes it again, or goes to a button above, comes back to the cell. */
static void
test_leads_back_to_the_cell (WindowFixture *fixture, gconstpointer data)
{
  TagaGrid *grid = window_fixture_get_grid (fixture);
  GtkWidget *menu = find_menu (GTK_WIDGET (fixture->window));
  guint row;

  taga_grid_set_cursor (grid, 5, TAGA_ASSET_NAME);
  gtk_widget_grab_focus (GTK_WIDGET (grid));
  gtk_menu_button_popup (GTK_MENU_BUTTON (menu));
  settle ();
  gtk_menu_button_popdown (GTK_MENU_BUTTON (menu));
  settle ();
  g_assert_true (is_in_grid (fixture));

  gtk_widget_child_focus (menu, GTK_DIR_TAB_FORWARD);
  g_assert_false (is_in_grid (fixture));
  gtk_widget_activate_action (menu, "win.page", "s", "");
  g_assert_true (is_in_grid (fixture));
  g_assert_true (taga_grid_get_cursor (grid, &row, NULL));
  g_assert_cmpuint (row, ==, 5);
}

static guint
count_steps (WindowFixture *fixture)
{
  g_autoptr (GPtrArray) steps =
      taga_history_list (taga_window_get_store (fixture->window), G_MAXINT64, 1000, NULL);

  return steps->len;
}

static void
press (TagaGrid *grid, const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    taga_grid_press_key (grid, gdk_unicode_to_keyval (g_utf8_get_char (text)), 0);
}

static void
test_adds_retires_and_restores (WindowFixture *fixture, gconstpointer data)
{
  TagaGrid *grid = window_fixture_get_grid (fixture);
  GListModel *model = taga_grid_get_model (grid);
  guint n_steps = count_steps (fixture);
  g_autoptr (TagaRecord) added = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *today = NULL;
  guint row, field;

  /* Who presses Esc leaves nothing behind. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.add", NULL);
  g_assert_true (taga_grid_is_on_new_row (grid));
  press (grid, "や");
  taga_grid_press_key (grid, GDK_KEY_Escape, 0);
  taga_grid_press_key (grid, GDK_KEY_Delete, 0);
  gtk_widget_activate_action (GTK_WIDGET (grid), "table.clear", NULL);
  gtk_widget_activate_action (GTK_WIDGET (grid), "table.remove", NULL);
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 44);
  g_assert_cmpuint (count_steps (fixture), ==, n_steps);

  press (grid, "新しい図面");
  taga_grid_press_key (grid, GDK_KEY_Tab, 0);
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 45);
  window_fixture_assert_shows (GTK_WIDGET (grid), "新しい図面");
  g_assert_true (taga_grid_get_cursor (grid, &row, &field));
  g_assert_cmpuint (row, ==, 44);
  g_assert_cmpuint (field, !=, TAGA_ASSET_NAME);
  added = taga_grid_dup_cursor_record (grid);
  now = g_date_time_new_now_local ();
  today = g_date_time_format (now, "%Y-%m-%d");
  g_assert_cmpstr (taga_record_get_text (added, TAGA_ASSET_REGISTERED_ON), ==, today);

  /* It is one step. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 44);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 45);

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
is_seen_whole (WindowFixture *fixture, const char *name)
{
  GtkWidget *cell = find_cell (GTK_WIDGET (window_fixture_get_grid (fixture)), name);
  graphene_rect_t bounds, view;

  if (cell == NULL || !gtk_widget_compute_bounds (cell, GTK_WIDGET (fixture->window), &bounds)
      || !gtk_widget_compute_bounds (GTK_WIDGET (window_fixture_get_grid (fixture)),
                                     GTK_WIDGET (fixture->window), &view))
    return FALSE;

  return bounds.origin.y + bounds.size.height <= view.origin.y + view.size.height;
}

static void
test_the_last_row_is_seen_whole (WindowFixture *fixture, gconstpointer data)
{
  static const guint fields[] = { TAGA_ASSET_NAME, TAGA_ASSET_RETIRED_ON, TAGA_ASSET_NOTE };
  TagaGrid *grid = window_fixture_get_grid (fixture);
  g_autoptr (TagaRecord) last = g_list_model_get_item (taga_grid_get_model (grid), 43);
  const char *name = taga_record_get_text (last, TAGA_ASSET_NAME);

  /* Headings of several lines come into view with the columns, and take room from the rows. */
  taga_grid_set_column_visible (grid, TAGA_ASSET_VULNERABILITY_REASON, TRUE);
  taga_grid_set_column_visible (grid, TAGA_ASSET_RETIRED_ON, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      taga_grid_set_cursor (grid, 43, fields[i]);
      settle ();
      for (int j = 0; j < 25 && !is_seen_whole (fixture, name); j++)
        settle ();
      g_assert_true (is_seen_whole (fixture, name));
    }
}

/* A beginner sees what the guideline's sheet has; the rest is a choice in the columns' list. */
static void
test_reasons_are_shown_on_demand (WindowFixture *fixture, gconstpointer data)
{
  static const guint hidden[] = {
    TAGA_ASSET_CONFIDENTIALITY_REASON, TAGA_ASSET_INTEGRITY_REASON, TAGA_ASSET_AVAILABILITY_REASON,
    TAGA_ASSET_THREAT_REASON,          TAGA_ASSET_THREAT_OVERRIDE,  TAGA_ASSET_VULNERABILITY_REASON,
    TAGA_ASSET_VULNERABILITY_OVERRIDE, TAGA_ASSET_RETIRED_ON,
  };
  TagaGrid *grid = window_fixture_get_grid (fixture);

  g_assert_true (taga_grid_get_column (grid, TAGA_ASSET_NOTE)->visible);
  g_assert_true (taga_grid_get_column (grid, TAGA_ASSET_REVIEWED_ON)->visible);
  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    {
      g_assert_false (taga_grid_get_column (grid, hidden[i])->visible);
      taga_grid_set_column_visible (grid, hidden[i], TRUE);
      g_assert_true (taga_grid_get_column (grid, hidden[i])->visible);
    }
}

static void
test_search_narrows_the_table (WindowFixture *fixture, gconstpointer data)
{
  GListModel *model = taga_grid_get_model (window_fixture_get_grid (fixture));
  GtkWidget *search = window_fixture_find (GTK_WIDGET (fixture->window), GTK_TYPE_SEARCH_ENTRY);

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

/* The line below the table, in the narrowest window that is promised. */
static void
assert_hint_is_whole (WindowFixture *fixture)
{
  GtkWidget *table = window_fixture_find (GTK_WIDGET (fixture->window), TAGA_TYPE_RECORD_TABLE);
  GtkWidget *line = gtk_widget_get_last_child (gtk_widget_get_first_child (table));
  GtkWidget *hint = gtk_widget_get_first_child (line);

  g_assert_true (GTK_IS_LABEL (hint));
  settle ();
  g_test_message ("%s", gtk_label_get_label (GTK_LABEL (hint)));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (hint)), !=, "");
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (hint))));
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (hint))), <=, 2);
}

/* The narrowest window that is promised, also while the toolbar says that rows are left out and
 * which view is shown. The words decide it, so this runs in Japanese too. */
static void
test_fits_a_small_screen (WindowFixture *fixture, gconstpointer data)
{
  static const char *const views[] = { "unreviewed", "large", "my-number", "without-values",
                                       "overdue" };
  static const guint fields[] = { TAGA_ASSET_NAME, TAGA_ASSET_RISK, TAGA_ASSET_MEDIUM,
                                  TAGA_ASSET_PERSONAL, TAGA_ASSET_REVIEWED_ON };
  const TagaGridRange range = { 0, 3, 0, 3 };
  GtkWidget *search, *menu;
  TagaGrid *grid;
  GListModel *model;
  int narrowest;

  window_fixture_close (fixture);
  window_fixture_open_sized (fixture, 1024, 700);
  search = window_fixture_find (GTK_WIDGET (fixture->window), GTK_TYPE_SEARCH_ENTRY);
  menu = window_fixture_find (GTK_WIDGET (fixture->window), TAGA_TYPE_VIEW_MENU);
  grid = window_fixture_get_grid (fixture);
  model = taga_grid_get_model (grid);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      taga_grid_set_cursor (grid, 0, fields[i]);
      assert_hint_is_whole (fixture);
    }
  taga_grid_select_range (grid, &range);
  assert_hint_is_whole (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      gtk_widget_activate_action (menu, "views.show", "s", views[i]);
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.replace", NULL);
      assert_hint_is_whole (fixture);
      g_assert_cmpint (gtk_widget_get_width (window_fixture_find (menu, GTK_TYPE_LABEL)), >, 60);
      gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_HORIZONTAL, -1, &narrowest,
                          NULL, NULL, NULL);
      g_assert_cmpint (narrowest, <=, 1024);
    }

  gtk_widget_activate_action (menu, "views.show", "s", "");
  gtk_editable_set_text (GTK_EDITABLE (search), "図面");
  for (int i = 0; i < 25 && g_list_model_get_n_items (model) == 44; i++)
    settle ();
  g_assert_cmpuint (g_list_model_get_n_items (model), <, 44);
  gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_HORIZONTAL, -1, &narrowest,
                      NULL, NULL, NULL);
  g_assert_cmpint (narrowest, <=, 1024);
}

static void
test_the_inspector_explains_the_selected_asset (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *inspector = window_fixture_find (GTK_WIDGET (fixture->window), TAGA_TYPE_INSPECTOR);
  TagaGrid *grid = window_fixture_get_grid (fixture);

  taga_grid_set_cursor (grid, 3, TAGA_ASSET_NAME);
  settle ();
  window_fixture_assert_shows (inspector, "顧客名簿");
  window_fixture_assert_shows (inspector,
                               "Personal information always has the highest importance.");
  window_fixture_assert_shows (inspector, "Importance 3 × likelihood 2");
}

static void
test_a_damaged_file_is_told_and_the_window_stays (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *broken = g_build_filename (fixture->folder, "壊れた.taga", NULL);
  g_autofree char *before = g_strdup (taga_window_get_path (fixture->window));

  g_assert_true (g_file_set_contents (broken, "SQLite format 3", -1, NULL));
  taga_window_open (fixture->window, broken);
  settle ();
  g_assert_cmpstr (taga_window_get_path (fixture->window), ==, before);
  g_assert_cmpuint (
      g_list_model_get_n_items (taga_grid_get_model (window_fixture_get_grid (fixture))), ==, 44);
  g_unlink (broken);
}

static void
test_what_another_program_changed_shows (WindowFixture *fixture, gconstpointer data)
{
  static const guint field = TAGA_ASSET_NAME;
  const TagaValue name = { (char *) "外から変えた名前", TAGA_UNKNOWN };
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaStore) other = taga_store_open (fixture->path, FALSE, &error);
  g_autoptr (TagaRecord) asset = window_fixture_dup_asset (fixture, 1);

  g_assert_no_error (error);
  g_assert_true (taga_store_begin (other, "other", &error));
  g_assert_true (taga_store_update (other, TAGA_TYPE_ASSET, 1, &field, &name, 1, &error));
  g_assert_true (taga_store_commit (other, &error));

  g_assert_true (taga_store_refresh (taga_window_get_store (fixture->window), &error));
  g_assert_cmpstr (taga_record_get_text (asset, TAGA_ASSET_NAME), ==, "外から変えた名前");
  settle ();
  window_fixture_assert_shows (GTK_WIDGET (window_fixture_get_grid (fixture)), "外から変えた名前");
}

#define ADD(path, func)                                                                            \
  g_test_add ("/window/" path, WindowFixture, NULL, window_fixture_set_up, func,                   \
              window_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_autoptr (TagaApplication) application = window_fixture_init (&argc, &argv);

  ADD ("opens-the-register", test_opens_the_register);
  ADD ("edits-survive-closing-and-undo", test_edits_survive_closing_and_undo);
  ADD ("a-refused-value-stays-in-the-cell", test_a_refused_value_stays_in_the_cell);
  ADD ("adds-retires-and-restores", test_adds_retires_and_restores);
  ADD ("the-last-row-is-seen-whole", test_the_last_row_is_seen_whole);
  ADD ("reasons-are-shown-on-demand", test_reasons_are_shown_on_demand);
  ADD ("search-narrows-the-table", test_search_narrows_the_table);
  ADD ("leads-back-to-the-cell", test_leads_back_to_the_cell);
  ADD ("fits-a-small-screen", test_fits_a_small_screen);
  ADD ("the-inspector-explains-the-selected-asset", test_the_inspector_explains_the_selected_asset);
  ADD ("a-damaged-file-is-told-and-the-window-stays",
       test_a_damaged_file_is_told_and_the_window_stays);
  ADD ("what-another-program-changed-shows", test_what_another_program_changed_shows);

  return g_test_run ();
}
