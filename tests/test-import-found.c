#include "book-fixture.h"
#include "import-fixture.h"
#include "screen-fixture.h"
#include "taga-asset.h"
#include "taga-import-column-row.h"
#include "taga-import-plan.h"
#include "widget-fixture.h"

/*
 * What was found in a file and how that can be changed, and what the user can choose row by row and
 * cell by cell. The sample company has 44 assets in use.
 */

#define PLAIN "業務分類|情報資産名称|媒体・保存先|機密性|完全性|可用性\n"
#define HEADER "業務分類,情報資産名称,備考,媒体・保存先,機密性,完全性,可用性\n"

static void
act (ImportFixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), action, NULL);
}

static void
compare (ImportFixture *fixture)
{
  act (fixture, "import.compare");
  import_fixture_wait (fixture, import_fixture_is_reviewing);
}

static gboolean
can_compare (ImportFixture *fixture)
{
  return gtk_widget_get_sensitive (import_fixture_get_part (fixture, "compare_button"));
}

static gboolean
says (ImportFixture *fixture, const char *text)
{
  return import_fixture_shows (import_fixture_get_part (fixture, "found"), text);
}

/* A drop-down of a column on the page: "field_choice" or "empty_choice". */
static GtkDropDown *
get_choice (ImportFixture *fixture, int column, const char *name)
{
  GtkListBox *list = import_fixture_get_found_part (fixture, "column_list");
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, column);

  g_assert_nonnull (row);
  return GTK_DROP_DOWN (
      gtk_widget_get_template_child (GTK_WIDGET (row), TAGA_TYPE_IMPORT_COLUMN_ROW, name));
}

static guint
find_choice (GtkDropDown *choice, const char *title)
{
  GListModel *model = gtk_drop_down_get_model (choice);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), title))
      return i;

  g_assert_not_reached ();
}

static void
choose_field (ImportFixture *fixture, int column, const char *title)
{
  GtkDropDown *choice = get_choice (fixture, column, "field_choice");

  gtk_drop_down_set_selected (choice, find_choice (choice, title));
}

static void
assert_field (ImportFixture *fixture, int column, const char *title)
{
  GtkDropDown *choice = get_choice (fixture, column, "field_choice");

  g_assert_cmpuint (gtk_drop_down_get_selected (choice), ==, find_choice (choice, title));
}

static void
set_taken (ImportFixture *fixture, guint sheet, gboolean taken)
{
  GtkSelectionModel *sheets = import_fixture_get_found_part (fixture, "selection");
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (sheets), sheet);

  g_object_set (item, "taken", taken, NULL);
}

static gboolean
is_taken (ImportFixture *fixture, guint sheet)
{
  GtkSelectionModel *sheets = import_fixture_get_found_part (fixture, "selection");
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (sheets), sheet);
  gboolean taken;

  g_object_get (item, "taken", &taken, NULL);
  return taken;
}

static void
open_book (ImportFixture *fixture)
{
  static const BookSheet sheets[] = {
    { "表紙", "情報資産管理台帳\n", FALSE },
    { "営業部", PLAIN "営業|見積書|事務所PC|3|2|2\n営業|新しい資産|書類|1|1|1\n", FALSE },
    { "総務部", PLAIN "総務|備品台帳|書類|2|2|1\n総務|金庫の鍵|金庫|2|2|1\n", FALSE },
  };
  g_autofree char *path = g_build_filename (fixture->file.folder, "去年の台帳.csv", NULL);

  book_fixture_write (path, sheets, G_N_ELEMENTS (sheets));
  import_fixture_open (fixture, path, import_fixture_shows_found);
}

static void
test_shows_the_sheets (ImportFixture *fixture, gconstpointer data)
{
  open_book (fixture);
  settle ();
  g_assert_true (says (fixture, "Nothing is imported yet"));
  g_assert_true (says (fixture, "It has no line with the columns of the register."));
  g_assert_true (says (fixture, "2 rows. It looks like a register."));
  g_assert_true (gtk_window_get_default_widget (GTK_WINDOW (fixture->dialog))
                 == import_fixture_get_part (fixture, "compare_button"));

  compare (fixture);
  import_fixture_assert_counts (fixture, "3 1 0 43 1");
  act (fixture, "import.look");
  set_taken (fixture, 2, FALSE);
  compare (fixture);
  import_fixture_assert_counts (fixture, "1 1 0 43 0");

  act (fixture, "import.look");
  set_taken (fixture, 1, FALSE);
  g_assert_false (can_compare (fixture));
  g_assert_true (says (fixture, "No sheet is chosen"));
}

static gboolean
has_focus (GtkWindow *window, const char *text)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return focus != NULL && widget_fixture_shows (focus, text);
}

/* Space takes the sheet that has the focus, even if another one is in view. */
static void
test_space_takes_the_sheet_with_the_focus (ImportFixture *fixture, gconstpointer data)
{
  GtkWindow *window;
  GtkSingleSelection *selection;

  open_book (fixture);
  settle ();
  window = GTK_WINDOW (fixture->dialog);
  selection = import_fixture_get_found_part (fixture, "selection");
  gtk_widget_grab_focus (import_fixture_get_found_part (fixture, "sheet_view"));
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 1);
  while (!has_focus (window, "総務部"))
    widget_fixture_press (GTK_WIDGET (window), GDK_KEY_Tab, 0);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 1);
  widget_fixture_press (GTK_WIDGET (window), GDK_KEY_space, 0);
  g_assert_true (is_taken (fixture, 1));
  g_assert_false (is_taken (fixture, 2));
  g_assert_true (says (fixture, "Sheet “総務部”"));
  widget_fixture_press (GTK_WIDGET (window), GDK_KEY_space, 0);
  g_assert_true (is_taken (fixture, 2));
}

/* The columns of appendix 7 that are calculated, twice under one name, leave nothing to ask. */
static void
test_asks_nothing_about_what_is_calculated (ImportFixture *fixture, gconstpointer data)
{
  static const BookSheet sheets[] = {
    { "情報資産管理台帳",
      "業務分類|情報資産名称|媒体・保存先|機密性|完全性|可用性|重要度|被害発生可能性||リスク値|"
      "リスク値\n営業|見積書|事務所PC|3|2|2|3|2|可能性:中|6|リスク大\n" },
    { "脅威の状況", "媒体|脅威|頻度\n書類|紛失|2\n" },
  };
  g_autofree char *path = g_build_filename (fixture->file.folder, "去年の台帳.csv", NULL);

  book_fixture_write (path, sheets, G_N_ELEMENTS (sheets));
  import_fixture_open (fixture, path, import_fixture_is_reviewing);
  import_fixture_assert_counts (fixture, "0 1 0 43 0");
  act (fixture, "import.look");
  g_assert_true (says (fixture, "Every column is taken, or Taga calculates it itself."));
}

static void
test_names_the_sheet_of_a_row (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaProposalRow) row = NULL;
  g_autofree char *place = NULL;

  open_book (fixture);
  compare (fixture);
  row = import_fixture_dup_row (fixture, TAGA_STAGED_NEW, "備品台帳");
  g_object_get (row, "place", &place, NULL);
  g_assert_cmpstr (place, ==, "総務部, row 2");
  gtk_widget_activate_action (import_fixture_get_part (fixture, "review"), "review.show", "s",
                              "rejected");
  settle ();
  g_assert_true (
      import_fixture_shows (import_fixture_get_review_part (fixture, "rejection_view"), "総務部"));
}

static void
test_refuses_a_field_twice (ImportFixture *fixture, gconstpointer data)
{
  import_fixture_import (fixture, HEADER "営業,展示会の名刺,会社別,書類,3,2,1\n",
                         import_fixture_is_reviewing);
  act (fixture, "import.look");
  gtk_test_accessible_assert_property (
      gtk_widget_get_first_child (GTK_WIDGET (get_choice (fixture, 2, "field_choice"))),
      GTK_ACCESSIBLE_PROPERTY_LABEL, "What “備考” is taken for");
  gtk_test_accessible_assert_property (
      gtk_widget_get_first_child (GTK_WIDGET (get_choice (fixture, 2, "empty_choice"))),
      GTK_ACCESSIBLE_PROPERTY_LABEL, "What an empty cell in “備考” does");
  gtk_test_accessible_assert_property (
      gtk_widget_get_first_child (import_fixture_get_found_part (fixture, "scale_choice")),
      GTK_ACCESSIBLE_PROPERTY_LABEL, "Scale of the values");
  gtk_test_accessible_assert_property (
      gtk_widget_get_first_child (GTK_WIDGET (get_choice (fixture, 2, "field_choice"))),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Remarks");
  choose_field (fixture, 0, "Remarks");
  g_assert_false (can_compare (fixture));
  g_assert_true (says (fixture, "are taken for “Remarks”. Choose “Do not take” for one of them."));

  choose_field (fixture, 2, "Do not take");
  g_assert_true (can_compare (fixture));
  g_assert_true (says (fixture, "Columns that are not taken: 備考"));
  compare (fixture);
  import_fixture_assert_row (
      fixture, TAGA_STAGED_NEW, "展示会の名刺",
      "New: 展示会の名刺 Paper documents. Remarks: 営業\u2003Confidentiality: 3\u2003Integrity: 2"
      "\u2003Availability: 1");

  act (fixture, "import.look");
  choose_field (fixture, 1, "Do not take");
  g_assert_false (can_compare (fixture));
  g_assert_true (says (fixture, "without which its rows mean nothing"));
}

/* A list of the company's own: nothing is known of it, and the user says what it is. */
static void
test_takes_any_list (ImportFixture *fixture, gconstpointer data)
{
  GtkSpinButton *spin;

  import_fixture_import (fixture,
                         "2026年,作成 総務,\n品目,置き場所,使う人\n回覧板,棚,総務部\n印鑑,金庫,"
                         "総務部\n",
                         import_fixture_shows_found);
  g_assert_false (can_compare (fixture));
  g_assert_true (says (fixture, "No table with the columns of the register was found"));

  spin = import_fixture_get_found_part (fixture, "header_spin");
  g_assert_cmpint (gtk_spin_button_get_value_as_int (spin), ==, 1);
  gtk_spin_button_set_value (spin, 2);
  import_fixture_wait (fixture, import_fixture_shows_found);
  g_assert_true (says (fixture, "品目"));
  g_assert_true (says (fixture, "回覧板"));

  set_taken (fixture, 0, TRUE);
  choose_field (fixture, 0, "Information asset");
  choose_field (fixture, 1, "Remarks");
  g_assert_true (can_compare (fixture));
  compare (fixture);
  import_fixture_assert_counts (fixture, "2 0 0 44 0");
  import_fixture_assert_row (fixture, TAGA_STAGED_NEW, "回覧板", "New: 回覧板. Remarks: 棚");
}

/* What is said of a heading holds for the same heading on another sheet, unless something else was
 * said there, and stays when another row becomes the header. */
static void
test_a_choice_holds_for_the_same_heading (ImportFixture *fixture, gconstpointer data)
{
  static const BookSheet sheets[] = {
    { "営業部", "業務分類|情報資産名称|しまう所|ひとこと\n営業|回覧板|書類|棚\n", FALSE },
    { "製造部", "業務分類|情報資産名称|ひとこと|ｼﾏｳ 所\n製造|検査票|箱|社内サーバー\n", FALSE },
    { "総務部", "業務分類|情報資産名称|しまう所|しまう所\n総務|印鑑|書類|金庫\n", FALSE },
  };
  g_autofree char *path = g_build_filename (fixture->file.folder, "去年の台帳.csv", NULL);
  GtkSingleSelection *selection;
  GtkSpinButton *spin;

  book_fixture_write (path, sheets, G_N_ELEMENTS (sheets));
  import_fixture_open (fixture, path, import_fixture_shows_found);
  choose_field (fixture, 2, "Medium");
  choose_field (fixture, 3, "Remarks");
  selection = import_fixture_get_found_part (fixture, "selection");
  gtk_single_selection_set_selected (selection, 1);
  assert_field (fixture, 2, "Remarks");
  assert_field (fixture, 3, "Medium");
  choose_field (fixture, 2, "Do not take");
  gtk_single_selection_set_selected (selection, 2);
  assert_field (fixture, 2, "Medium");
  assert_field (fixture, 3, "Do not take");

  gtk_single_selection_set_selected (selection, 0);
  assert_field (fixture, 3, "Remarks");
  spin = import_fixture_get_found_part (fixture, "header_spin");
  gtk_spin_button_set_value (spin, 3);
  import_fixture_wait (fixture, import_fixture_shows_found);
  assert_field (fixture, 0, "Medium");
  assert_field (fixture, 1, "Remarks");
  gtk_spin_button_set_value (spin, 1);
  import_fixture_wait (fixture, import_fixture_shows_found);
  assert_field (fixture, 1, "Information asset");
  assert_field (fixture, 2, "Medium");
  assert_field (fixture, 3, "Remarks");

  compare (fixture);
  import_fixture_assert_counts (fixture, "3 0 0 44 0");
  import_fixture_assert_row (fixture, TAGA_STAGED_NEW, "回覧板",
                             "New: 回覧板 営業 ・ Paper documents. Remarks: 棚");
  import_fixture_assert_row (fixture, TAGA_STAGED_NEW, "検査票",
                             "New: 検査票 製造 ・ In-house server. ");
}

/* Where nothing is the name of an asset, what else is known is there at once, and only that has to
 * be said. */
static void
test_knows_what_it_can (ImportFixture *fixture, gconstpointer data)
{
  import_fixture_import (fixture,
                         "持ち物の一覧,作成 総務,\n品目,業務,備考,機密性\n回覧板,総務,棚,3\n",
                         import_fixture_shows_found);
  g_assert_false (can_compare (fixture));
  g_assert_true (says (fixture, "Tick a sheet and say which column holds what"));
  g_assert_cmpint (
      gtk_spin_button_get_value_as_int (import_fixture_get_found_part (fixture, "header_spin")), ==,
      2);
  assert_field (fixture, 0, "Do not take");
  assert_field (fixture, 1, "Business");
  assert_field (fixture, 2, "Remarks");
  assert_field (fixture, 3, "Confidentiality");
  g_assert_true (says (fixture, "回覧板"));

  choose_field (fixture, 0, "Information asset");
  set_taken (fixture, 0, TRUE);
  compare (fixture);
  import_fixture_assert_row (fixture, TAGA_STAGED_NEW, "回覧板",
                             "New: 回覧板 総務. Remarks: 棚\u2003Confidentiality: 3");
}

static void
test_an_empty_cell_clears_if_told (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaRecord) asset = NULL;

  asset = taga_store_get_record (fixture->file.store, TAGA_TYPE_ASSET, 2, NULL);
  g_assert_nonnull (taga_record_get_text (asset, TAGA_ASSET_NOTE));
  import_fixture_import (fixture, HEADER "営業,見積書,,書類,3,2,1\n", import_fixture_is_reviewing);
  import_fixture_assert_row (fixture, TAGA_STAGED_CHANGED, "見積書",
                             "Changed: 見積書 営業 ・ Paper documents. Confidentiality: 2 → 3");

  act (fixture, "import.look");
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (get_choice (fixture, 1, "empty_choice"))));
  gtk_drop_down_set_selected (get_choice (fixture, 2, "empty_choice"), 1);
  compare (fixture);
  import_fixture_assert_button (fixture, "_Import 1 Row", TRUE);
  import_fixture_apply (fixture);
  g_assert_null (taga_record_get_text (asset, TAGA_ASSET_NOTE));
  g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_CONFIDENTIALITY), ==, 3);
}

/* The line of a cell, which stands below its row. */
static TagaProposalRow *
dup_cell (ImportFixture *fixture, guint field)
{
  GListModel *list = G_LIST_MODEL (import_fixture_get_list (fixture));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TagaProposalRow) row = g_list_model_get_item (list, i);

      if (taga_proposal_row_get_field (row) == (int) field)
        return g_steal_pointer (&row);
    }

  g_assert_not_reached ();
}

static void
assert_details (TagaProposalRow *row, const char *expected)
{
  g_autofree char *details = NULL;

  g_object_get (row, "details", &details, NULL);
  g_assert_cmpstr (details, ==, expected);
}

static void
test_takes_only_the_cells_that_are_ticked (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaRecord) asset = NULL;
  g_autoptr (TagaProposalRow) row = NULL;
  g_autoptr (TagaProposalRow) integrity = NULL;
  g_autoptr (TagaProposalRow) note = NULL;
  g_autofree char *details = NULL;

  asset = taga_store_get_record (fixture->file.store, TAGA_TYPE_ASSET, 2, NULL);
  import_fixture_import (fixture, HEADER "営業,見積書,写し,書類,2,3,1\n",
                         import_fixture_is_reviewing);
  row = import_fixture_dup_row (fixture, TAGA_STAGED_CHANGED, "見積書");
  integrity = dup_cell (fixture, TAGA_ASSET_INTEGRITY);
  note = dup_cell (fixture, TAGA_ASSET_NOTE);
  g_object_get (integrity, "details", &details, NULL);
  g_assert_cmpstr (details, ==, "2 → <b>3</b>");

  assert_details (row, "Changes 2 cells");
  taga_proposal_row_set_ticked (note, FALSE);
  assert_details (row, "Changes 1 of 2 cells");
  g_assert_true (taga_proposal_row_get_ticked (row) && taga_proposal_row_is_partial (row));
  taga_proposal_row_set_ticked (integrity, FALSE);
  g_assert_false (taga_proposal_row_get_ticked (row) || taga_proposal_row_is_partial (row));
  import_fixture_assert_button (fixture, "_Import", FALSE);
  taga_proposal_row_set_ticked (row, TRUE);
  g_assert_true (taga_proposal_row_get_ticked (note));
  taga_proposal_row_set_ticked (note, FALSE);
  import_fixture_assert_button (fixture, "_Import 1 Row", TRUE);

  g_clear_object (&row);
  g_clear_object (&integrity);
  g_clear_object (&note);
  import_fixture_apply (fixture);
  g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_INTEGRITY), ==, 3);
  g_assert_cmpstr (taga_record_get_text (asset, TAGA_ASSET_NOTE), !=, "写し");
}

static void
test_a_doubtful_row_waits_for_the_user (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaProposalRow) row = NULL;
  g_autofree char *label = NULL;
  GListModel *list;

  import_fixture_import (fixture, HEADER "営業,受注　台帳,控え,社内サーバー,3,2,1\n",
                         import_fixture_is_reviewing);
  import_fixture_assert_button (fixture, "_Import", FALSE);
  g_assert_true (import_fixture_shows (import_fixture_get_part (fixture, "review"),
                                       "Doubtful rows are not ticked."));
  gtk_widget_activate_action (import_fixture_get_part (fixture, "review"), "review.show", "s",
                              "doubtful");
  row = import_fixture_dup_row (fixture, TAGA_STAGED_CHANGED, "受注台帳");
  list = G_LIST_MODEL (import_fixture_get_list (fixture));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 5);
  g_object_get (row, "switch-label", &label, NULL);
  g_assert_cmpstr (label, ==, "Take as New");

  /* Taken for a new one, it has no cells to compare, and the asset stays as it is. */
  taga_proposal_row_switch (row);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  g_assert_true (taga_proposal_row_get_ticked (row));
  import_fixture_assert_counts (fixture, "1 0 0 43 0");
  taga_proposal_row_switch (row);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 5);
  taga_proposal_row_switch (row);
  g_clear_object (&row);
  import_fixture_apply (fixture);
  g_assert_cmpint (import_fixture_count (fixture), ==, 45);
}

static gboolean
has_searched (ImportFixture *fixture)
{
  return !taga_proposal_list_is_searching (import_fixture_get_list (fixture));
}

static gboolean
has_found_two (ImportFixture *fixture)
{
  return has_searched (fixture)
         && g_list_model_get_n_items (G_LIST_MODEL (import_fixture_get_list (fixture))) == 2;
}

static void
test_searches_and_filters (ImportFixture *fixture, gconstpointer data)
{
  GListModel *list;
  GtkWidget *review;
  GtkEditable *entry;

  import_fixture_import (fixture,
                         HEADER "営業,見積書,,事務所PC,3,2,2\n営業,展示会の名刺,,書類,3,2,1\n"
                                "営業,見積書,,書類,2,2,1\n",
                         import_fixture_is_reviewing);
  review = import_fixture_get_part (fixture, "review");
  list = G_LIST_MODEL (import_fixture_get_list (fixture));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 44);
  gtk_widget_activate_action (review, "review.show", "s", "same");
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  import_fixture_assert_row (fixture, TAGA_STAGED_SAME, "見積書",
                             "Same: 見積書 営業 ・ Paper documents. The register has it just so.");

  gtk_widget_activate_action (review, "review.show", "s", "all");
  entry = import_fixture_get_review_part (fixture, "search_entry");
  gtk_editable_set_text (entry, "名刺");
  import_fixture_wait (fixture, has_found_two);
  taga_proposal_list_set_search (TAGA_PROPOSAL_LIST (list), "ない言葉");
  import_fixture_wait (fixture, has_searched);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
  g_assert_cmpstr (
      gtk_stack_get_visible_child_name (import_fixture_get_review_part (fixture, "views")), ==,
      "none");
  taga_proposal_list_set_search (TAGA_PROPOSAL_LIST (list), "");
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 44);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/import-found/" path, ImportFixture, NULL, import_fixture_set_up, func,             \
              import_fixture_tear_down)

int
main (int argc, char **argv)
{
  screen_fixture_init (&argc, &argv);

  ADD ("shows-the-sheets", test_shows_the_sheets);
  ADD ("space-takes-the-sheet-with-the-focus", test_space_takes_the_sheet_with_the_focus);
  ADD ("asks-nothing-about-what-is-calculated", test_asks_nothing_about_what_is_calculated);
  ADD ("names-the-sheet-of-a-row", test_names_the_sheet_of_a_row);
  ADD ("refuses-a-field-twice", test_refuses_a_field_twice);
  ADD ("takes-any-list", test_takes_any_list);
  ADD ("a-choice-holds-for-the-same-heading", test_a_choice_holds_for_the_same_heading);
  ADD ("knows-what-it-can", test_knows_what_it_can);
  ADD ("an-empty-cell-clears-if-told", test_an_empty_cell_clears_if_told);
  ADD ("takes-only-the-cells-that-are-ticked", test_takes_only_the_cells_that_are_ticked);
  ADD ("a-doubtful-row-waits-for-the-user", test_a_doubtful_row_waits_for_the_user);
  ADD ("searches-and-filters", test_searches_and_filters);

  return g_test_run ();
}
