#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "screen-fixture.h"
#include "store-fixture.h"
#include "taga-company.h"
#include "taga-export-options.h"
#include "taga-export-recent.h"
#include "taga-history.h"
#include "taga-page.h"
#include "taga-paper-sheet.h"
#include "taga-paper-view.h"
#include "taga-report-action.h"
#include "taga-report-page.h"
#include "widget-fixture.h"
#include "window-fixture.h"

/* The page of reports in the workbench: what a user sees of a paper before it is one. */

static TagaStore *
get_store (WindowFixture *fixture)
{
  return taga_window_get_store (fixture->window);
}

static GtkWidget *
get_page (WindowFixture *fixture)
{
  return window_fixture_find (GTK_WIDGET (fixture->window), TAGA_TYPE_REPORT_PAGE);
}

static TagaPaperView *
get_view (WindowFixture *fixture)
{
  return TAGA_PAPER_VIEW (window_fixture_find (get_page (fixture), TAGA_TYPE_PAPER_VIEW));
}

static const char *
get_label (WindowFixture *fixture, const char *id)
{
  return gtk_label_get_label (GTK_LABEL (widget_fixture_find (get_page (fixture), id)));
}

static GtkWidget *
find_named (GtkWidget *root, const char *name)
{
  if (g_str_equal (gtk_widget_get_name (root), name))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
get_option (WindowFixture *fixture, const char *name)
{
  return find_named (widget_fixture_find (get_page (fixture), "options"), name);
}

/* The words of a page that is in view, as a screen reader gets them. */
static const char *
get_text (WindowFixture *fixture, guint page)
{
  GtkWidget *sheet =
      widget_fixture_find_type (GTK_WIDGET (get_view (fixture)), TAGA_TYPE_PAPER_SHEET, page);
  const char *text = sheet == NULL ? NULL : taga_paper_sheet_get_text (TAGA_PAPER_SHEET (sheet));

  return text == NULL ? "" : text;
}

/* A thread makes the pages, as fast as the machine lets it. */
static void
assert_text (WindowFixture *fixture, guint page, const char *part)
{
  for (int i = 0; i < 25 && strstr (get_text (fixture, page), part) == NULL; i++)
    settle ();
  if (strstr (get_text (fixture, page), part) == NULL)
    g_error ("page %u says “%s”, not “%s”", page, get_text (fixture, page), part);
}

static guint
count_steps (WindowFixture *fixture)
{
  g_autoptr (GPtrArray) steps = taga_history_list (get_store (fixture), G_MAXINT64, 1000, NULL);

  return steps->len;
}

static void
show_report (WindowFixture *fixture, const char *report)
{
  TagaReportPage *page = TAGA_REPORT_PAGE (get_page (fixture));

  taga_page_show_item (TAGA_PAGE (page), report);
  do
    settle ();
  while (taga_report_page_is_busy (page));
  settle ();
}

static void
set_up (WindowFixture *fixture, gconstpointer data)
{
  window_fixture_set_up (fixture, data);
  taga_window_show_page (fixture->window, "reports");
  settle ();
}

static void
tear_down (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      if (!g_str_equal (path, fixture->path))
        g_unlink (path);
    }
  window_fixture_tear_down (fixture, data);
}

static void
test_every_report_can_be_seen (WindowFixture *fixture, gconstpointer data)
{
  guint n;
  const TagaExportReport *reports = taga_export_get_reports (&n);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *view;

      show_report (fixture, reports[i].name);
      view = gtk_stack_get_visible_child (
          GTK_STACK (widget_fixture_find (get_page (fixture), "views")));
      g_assert_cmpstr (get_label (fixture, "title_label"), ==, reports[i].title);
      if (reports[i].create_paper == NULL)
        {
          g_assert_true (view == widget_fixture_find (get_page (fixture), "sheet_preview"));
          g_assert_true (window_fixture_shows (view, "row"));
          continue;
        }
      g_assert_cmpuint (taga_paper_view_get_n_pages (get_view (fixture)), >, 0);
      g_assert_true (g_str_has_prefix (get_label (fixture, "page_label"), "1 / "));
      /* A profile keeps the name of the company to itself. */
      assert_text (fixture, 0,
                   (reports[i].takes & TAGA_EXPORT_TAKES_ALIASES) != 0 ? "機械部品" : "（架空）");
    }
}

static void
test_options_change_the_paper (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaExportOptions) kept = NULL;
  guint n_steps = count_steps (fixture);

  show_report (fixture, "measures");
  assert_text (fixture, 0, "List of measures");
  g_assert_null (strstr (get_text (fixture, 0), "令和"));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_option (fixture, "dates")),
                              TAGA_EXPORT_DATES_JAPANESE);
  assert_text (fixture, 0, "令和");

  gtk_editable_set_text (GTK_EDITABLE (get_option (fixture, "approval")), "社長|部長");
  gtk_editable_set_text (GTK_EDITABLE (get_option (fixture, "number")), "IS-07");
  /* What was typed at the last moment is kept when another report is chosen. */
  show_report (fixture, "contacts");
  kept = taga_export_options_read (get_store (fixture), "measures");
  g_assert_cmpstr (kept->approval, ==, "社長|部長");
  g_assert_cmpstr (kept->number, ==, "IS-07");
  g_assert_cmpint (kept->dates, ==, TAGA_EXPORT_DATES_JAPANESE);

  show_report (fixture, "measures");
  assert_text (fixture, 0, "令和");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_option (fixture, "number"))), ==,
                   "IS-07");
  g_assert_cmpuint (count_steps (fixture), ==, n_steps);
}

static void
test_a_chart_is_chosen_and_copied (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "図.png", NULL);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (TagaExportOptions) kept = NULL;
  GdkClipboard *clipboard = gtk_widget_get_clipboard (get_page (fixture));
  GtkDropDown *charts;

  show_report (fixture, "chart");
  assert_text (fixture, 0, "Scores on the axes");
  g_assert_true (gtk_widget_get_mapped (widget_fixture_find (get_page (fixture), "copy_button")));

  charts = GTK_DROP_DOWN (get_option (fixture, "chart"));
  for (guint i = 0; i < g_list_model_get_n_items (gtk_drop_down_get_model (charts)); i++)
    {
      GtkStringObject *title = g_list_model_get_item (gtk_drop_down_get_model (charts), i);

      gtk_drop_down_set_selected (charts, i);
      assert_text (fixture, 0, gtk_string_object_get_string (title));
      g_object_unref (title);
    }
  gtk_drop_down_set_selected (charts, 2);
  settle ();
  kept = taga_export_options_read (get_store (fixture), "chart");
  g_assert_cmpstr (kept->chart, !=, NULL);

  gtk_widget_activate_action (get_page (fixture), "reports.copy", NULL);
  settle ();
  g_assert_true (
      gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_TEXTURE));
  g_assert_true (window_fixture_is_told ("copied as a picture"));

  taga_report_action_write (get_page (fixture), get_store (fixture), "chart", kept, target,
                            TAGA_FILE_PNG, NULL, NULL);
  for (int i = 0; i < 25 && !g_file_test (path, G_FILE_TEST_EXISTS); i++)
    settle ();
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  show_report (fixture, "contacts");
  g_assert_false (gtk_widget_get_mapped (widget_fixture_find (get_page (fixture), "copy_button")));
}

/* Whoever goes through the list quickly sees what was chosen last, and nothing of the others. */
static void
test_the_last_choice_counts (WindowFixture *fixture, gconstpointer data)
{
  TagaPage *page = TAGA_PAGE (get_page (fixture));

  for (int i = 0; i < 5; i++)
    {
      taga_page_show_item (page, "diagnosis");
      taga_page_show_item (page, "register");
      taga_page_show_item (page, "evidence");
      taga_page_show_item (page, "contacts");
    }
  settle ();

  g_assert_cmpstr (get_label (fixture, "title_label"), ==, "Emergency contact list");
  assert_text (fixture, 0, "Emergency contact list");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (
                       GTK_STACK (widget_fixture_find (get_page (fixture), "views"))),
                   ==, "pages");
}

static void
test_the_paper_follows_the_file (WindowFixture *fixture, gconstpointer data)
{
  show_report (fixture, "contacts");
  assert_text (fixture, 0, "Emergency contact list");
  store_fixture_set (get_store (fixture), TAGA_TYPE_COMPANY, 1, "name", "株式会社あらた");
  assert_text (fixture, 0, "株式会社あらた");
}

/* The first key that anybody tries for a paper. */
static void
test_control_p_prints (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = NULL;

  show_report (fixture, "contacts");
  taga_page_take_focus (TAGA_PAGE (get_page (fixture)));
  widget_fixture_press (GTK_WIDGET (fixture->window), GDK_KEY_p, GDK_CONTROL_MASK);
  for (guint i = 0; i < 100 && dialog == NULL; i++)
    {
      settle ();
      dialog = widget_fixture_find_print_dialog ();
    }
  g_assert_nonnull (dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  settle ();
}

static void
test_keys_turn_pages (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  TagaPaperView *view = get_view (fixture);
  double scale;

  show_report (fixture, "diagnosis");
  taga_page_take_focus (TAGA_PAGE (get_page (fixture)));
  widget_fixture_press (window, GDK_KEY_F6, 0);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (view)));

  widget_fixture_press (window, GDK_KEY_1, 0);
  settle ();
  g_assert_cmpint (taga_paper_view_get_zoom (view), ==, TAGA_PAPER_ZOOM_PAGE);
  g_assert_cmpuint (taga_paper_view_get_page (view), ==, 0);
  widget_fixture_press (window, GDK_KEY_Page_Down, 0);
  settle ();
  g_assert_cmpuint (taga_paper_view_get_page (view), ==, 1);
  g_assert_cmpstr (get_label (fixture, "page_label"), ==, "2 / 2");
  widget_fixture_press (window, GDK_KEY_Home, 0);
  settle ();
  g_assert_cmpuint (taga_paper_view_get_page (view), ==, 0);
  widget_fixture_press (window, GDK_KEY_End, 0);
  settle ();
  g_assert_cmpuint (taga_paper_view_get_page (view), ==, 1);

  scale = taga_paper_view_get_scale (view);
  widget_fixture_press (window, GDK_KEY_plus, 0);
  settle ();
  g_assert_cmpfloat (taga_paper_view_get_scale (view), >, scale);
  widget_fixture_press (window, GDK_KEY_0, 0);
  settle ();
  g_assert_cmpint (taga_paper_view_get_zoom (view), ==, TAGA_PAPER_ZOOM_WIDTH);

  /* On to the options, and round to the list. */
  widget_fixture_press (window, GDK_KEY_F6, 0);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                         widget_fixture_find (get_page (fixture), "options")));
  widget_fixture_press (window, GDK_KEY_F6, 0);
  g_assert_true (GTK_IS_LIST_BOX_ROW (gtk_window_get_focus (GTK_WINDOW (window))));
  widget_fixture_press (window, GDK_KEY_F6, GDK_SHIFT_MASK);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                         widget_fixture_find (get_page (fixture), "options")));
}

static void
test_a_file_is_written_and_remembered (WindowFixture *fixture, gconstpointer data)
{
  const TagaExportOptions options = { .turn = TAGA_EXPORT_TURN_LYING };
  g_autofree char *path = g_build_filename (fixture->folder, "対策.pdf", NULL);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (GPtrArray) recents = NULL;
  GtkWidget *button = widget_fixture_find (get_page (fixture), "recent_button");

  taga_report_action_write (get_page (fixture), get_store (fixture), "measures", &options, target,
                            TAGA_FILE_PDF, NULL, NULL);
  widget_fixture_wait_for (GTK_WIDGET (fixture->window), "対策.pdf");
  g_assert_nonnull (widget_fixture_find_text (GTK_WIDGET (fixture->window), "Open"));
  g_assert_true (window_fixture_is_told ("Folder"));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));

  recents = taga_export_recent_read (get_store (fixture));
  g_assert_cmpuint (recents->len, ==, 1);

  /* Written again to the same place, after it was asked whether the file may go. */
  show_report (fixture, "contacts");
  taga_page_set_store (TAGA_PAGE (get_page (fixture)), get_store (fixture));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  settle ();
  g_assert_true (window_fixture_shows (
      GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), "List of measures"));
  g_assert_cmpint (truncate (path, 0), ==, 0);
  window_fixture_press ("Write Again…");
  window_fixture_press ("_Replace");
  for (int i = 0; i < 25; i++)
    {
      g_autofree char *contents = NULL;

      settle ();
      if (g_file_get_contents (path, &contents, NULL, NULL) && g_str_has_prefix (contents, "%PDF"))
        return;
    }
  g_error ("the file was not written again");
}

static void
test_says_why_not (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "nowhere", "台帳.xlsx", NULL);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (GPtrArray) recents = NULL;

  taga_report_action_write (get_page (fixture), get_store (fixture), "register", NULL, target,
                            TAGA_FILE_XLSX, NULL, NULL);
  for (int i = 0; i < 25 && !window_fixture_is_told ("folder is not there"); i++)
    settle ();
  g_assert_true (window_fixture_is_told ("The Report Could Not Be Written"));
  recents = taga_export_recent_read (get_store (fixture));
  g_assert_cmpuint (recents->len, ==, 0);
}

/* Somebody who goes on to another file while a report is written has stopped it. */
static void
test_a_stopped_one_leaves_nothing (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "台帳.xlsx", NULL);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (GDir) folder = NULL;
  const char *name;

  taga_report_action_write (get_page (fixture), get_store (fixture), "register", NULL, target,
                            TAGA_FILE_XLSX, NULL, NULL);
  window_fixture_close (fixture);
  settle ();

  /* Either the whole file or none; never a part, nor the temporary one. */
  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    g_assert_true (g_str_equal (name, "見本.taga") || g_str_equal (name, "台帳.xlsx"));
  window_fixture_open (fixture);
}

static void
test_leads_to_what_is_missing (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *views;

  taga_window_open (fixture->window, data);
  taga_window_show_page (fixture->window, "reports");
  show_report (fixture, "measures");
  views = widget_fixture_find (get_page (fixture), "views");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (views)), ==, "empty");
  g_assert_true (widget_fixture_shows (views, "Plan a measure first"));

  window_fixture_press ("Go to Risks");
  g_assert_false (gtk_widget_get_mapped (get_page (fixture)));
}

static void
test_room_sees_only_the_paper (WindowFixture *fixture, gconstpointer data)
{
  TagaPage *page = TAGA_PAGE (get_page (fixture));

  double scale;

  show_report (fixture, "diagnosis");
  scale = taga_paper_view_get_scale (get_view (fixture));
  taga_page_set_projector (page, TRUE);
  settle ();
  g_assert_false (gtk_widget_get_mapped (widget_fixture_find (get_page (fixture), "list")));
  g_assert_false (gtk_widget_get_mapped (widget_fixture_find (get_page (fixture), "save_button")));
  g_assert_false (gtk_widget_get_mapped (widget_fixture_find (get_page (fixture), "options")));
  g_assert_cmpint (taga_paper_view_get_zoom (get_view (fixture)), ==, TAGA_PAPER_ZOOM_PAGE);
  g_assert_cmpfloat (taga_paper_view_get_scale (get_view (fixture)), <, scale);

  taga_page_set_projector (page, FALSE);
  settle ();
  g_assert_true (gtk_widget_get_mapped (widget_fixture_find (get_page (fixture), "list")));
  g_assert_cmpint (taga_paper_view_get_zoom (get_view (fixture)), ==, TAGA_PAPER_ZOOM_WIDTH);
}

/* A company of which nothing but the name is known. */
static void
test_of_a_new_company (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "新.taga", NULL);
  TagaStore *store = store_fixture_create (path, NULL);

  g_assert_finalize_object (store);
  test_leads_to_what_is_missing (fixture, path);
  taga_window_open (fixture->window, fixture->path);
  settle ();
}

#define ADD(path, func) g_test_add (path, WindowFixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_autoptr (TagaApplication) application = window_fixture_init (&argc, &argv);

  ADD ("/report-page/every-report-can-be-seen", test_every_report_can_be_seen);
  ADD ("/report-page/options-change-the-paper", test_options_change_the_paper);
  ADD ("/report-page/a-chart-is-chosen-and-copied", test_a_chart_is_chosen_and_copied);
  ADD ("/report-page/the-last-choice-counts", test_the_last_choice_counts);
  ADD ("/report-page/the-paper-follows-the-file", test_the_paper_follows_the_file);
  ADD ("/report-page/control-p-prints", test_control_p_prints);
  ADD ("/report-page/keys-turn-pages", test_keys_turn_pages);
  ADD ("/report-page/a-file-is-written-and-remembered", test_a_file_is_written_and_remembered);
  ADD ("/report-page/says-why-not", test_says_why_not);
  ADD ("/report-page/a-stopped-one-leaves-nothing", test_a_stopped_one_leaves_nothing);
  ADD ("/report-page/leads-to-what-is-missing", test_of_a_new_company);
  ADD ("/report-page/room-sees-only-the-paper", test_room_sees_only_the_paper);

  return g_test_run ();
}
