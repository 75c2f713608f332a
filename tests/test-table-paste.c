#include <gtk/gtk.h>

#include "table-fixture.h"
#include "taga-asset.h"
#include "taga-history.h"

/* Blocks of cells between the register and spreadsheets. */

static void
test_a_block_is_pasted_whole_or_not_at_all (WindowFixture *fixture, gconstpointer data)
{
  guint n_steps = table_fixture_count_steps (fixture);

  table_fixture_pick (fixture, 0, TAGA_ASSET_CONFIDENTIALITY, 1, 1);
  table_fixture_paste (fixture, "3\t3\n１\t2\n");
  g_assert_cmpint (table_fixture_get_number (fixture, 1, TAGA_ASSET_INTEGRITY), ==, 3);
  g_assert_cmpint (table_fixture_get_number (fixture, 2, TAGA_ASSET_CONFIDENTIALITY), ==, 1);
  g_assert_cmpuint (table_fixture_count_steps (fixture), ==, n_steps + 1);

  /* The second row cannot be taken, so the first is not either. */
  table_fixture_paste (fixture, "2\t2\n9\t1\n");
  g_assert_true (window_fixture_is_told ("Row 2 of what you paste, column “Confidentiality”"));
  g_assert_cmpint (table_fixture_get_number (fixture, 1, TAGA_ASSET_INTEGRITY), ==, 3);
  window_fixture_press ("_Close");

  table_fixture_undo (fixture);
  g_assert_cmpint (table_fixture_get_number (fixture, 1, TAGA_ASSET_INTEGRITY), ==, 2);
  g_assert_cmpint (table_fixture_get_number (fixture, 2, TAGA_ASSET_CONFIDENTIALITY), ==, 2);
}

static void
test_deleting_a_name_is_refused (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaRecord) first = window_fixture_dup_asset (fixture, 1);

  table_fixture_pick (fixture, 0, TAGA_ASSET_NAME, 1, 1);
  table_fixture_activate (fixture, "table.clear");
  g_assert_true (window_fixture_is_told ("Names and computed cells cannot be emptied."));
  g_assert_nonnull (taga_record_get_text (first, TAGA_ASSET_NAME));
  window_fixture_press ("_Close");

  table_fixture_pick (fixture, 0, TAGA_ASSET_CONFIDENTIALITY, 2, 2);
  table_fixture_activate (fixture, "table.clear");
  g_assert_cmpint (table_fixture_get_number (fixture, 2, TAGA_ASSET_INTEGRITY), ==, TAGA_UNKNOWN);
  table_fixture_undo (fixture);
  g_assert_cmpint (table_fixture_get_number (fixture, 2, TAGA_ASSET_INTEGRITY), !=, TAGA_UNKNOWN);
}

static void
test_pasting_past_the_last_row_adds_rows (WindowFixture *fixture, gconstpointer data)
{
  table_fixture_pick (fixture, 43, TAGA_ASSET_NAME, 1, 1);
  table_fixture_paste (fixture, "最後の行\n貼り付けた資産\n");
  g_assert_cmpuint (table_fixture_count_rows (fixture), ==, 45);

  /* As a row that is typed in, it is registered today. */
  {
    GListModel *model =
        G_LIST_MODEL (taga_record_table_get_list (table_fixture_get_table (fixture)));
    g_autoptr (TagaRecord) last = g_list_model_get_item (model, 44);
    g_autoptr (GDateTime) now = g_date_time_new_now_local ();
    g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

    g_assert_cmpstr (taga_record_get_text (last, TAGA_ASSET_REGISTERED_ON), ==, today);
  }
  table_fixture_undo (fixture);
  g_assert_cmpuint (table_fixture_count_rows (fixture), ==, 44);

  /* A row without a name is none, and the others are not pasted either. */
  table_fixture_pick (fixture, 43, TAGA_ASSET_BUSINESS, 1, 1);
  table_fixture_paste (fixture, "営業\n営業\n");
  g_assert_true (window_fixture_is_told ("Row 2: “Information asset” is empty."));
  g_assert_cmpuint (table_fixture_count_rows (fixture), ==, 44);
  window_fixture_press ("_Close");
}

/* What reaches further than the screen is shown first, and Cancel leaves all as it was. */
static void
test_a_large_paste_is_shown_first (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) block = g_string_new (NULL);

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (block, "資産%u\n", i);
  table_fixture_pick (fixture, 0, TAGA_ASSET_NAME, 1, 1);
  table_fixture_paste (fixture, block->str);
  g_assert_true (window_fixture_is_told ("44 rows change, 44 cells in all, 156 rows are new"));
  g_assert_true (window_fixture_is_told ("資産0"));
  g_assert_cmpuint (table_fixture_count_rows (fixture), ==, 44);
  window_fixture_press ("_Cancel");
  g_assert_cmpuint (table_fixture_count_rows (fixture), ==, 44);

  table_fixture_paste (fixture, block->str);
  window_fixture_press ("_Apply");
  g_assert_cmpuint (table_fixture_count_rows (fixture), ==, 200);
  table_fixture_undo (fixture);
  g_assert_cmpuint (table_fixture_count_rows (fixture), ==, 44);
}

/* A block that is wider than the table loses nothing without a word. */
static void
test_what_has_no_place_is_told (WindowFixture *fixture, gconstpointer data)
{
  TagaGrid *grid = window_fixture_get_grid (fixture);
  guint last = taga_grid_get_shown_field (grid, taga_grid_get_n_shown_columns (grid) - 1);

  table_fixture_pick (fixture, 0, last, 1, 1);
  table_fixture_paste (fixture, "2026-04-01\tx\ty\n");
  g_assert_true (window_fixture_is_told ("Not taken over: column 2, column 3."));
  window_fixture_press ("_Cancel");
}

static void
test_a_block_fills_a_multiple_of_itself (WindowFixture *fixture, gconstpointer data)
{
  table_fixture_pick (fixture, 0, TAGA_ASSET_CONFIDENTIALITY, 4, 2);
  table_fixture_paste (fixture, "1\t2\n3\t1\n");
  g_assert_cmpint (table_fixture_get_number (fixture, 3, TAGA_ASSET_CONFIDENTIALITY), ==, 1);
  g_assert_cmpint (table_fixture_get_number (fixture, 4, TAGA_ASSET_CONFIDENTIALITY), ==, 3);
  g_assert_cmpint (table_fixture_get_number (fixture, 4, TAGA_ASSET_INTEGRITY), ==, 1);

  /* One cell goes into all. */
  table_fixture_paste (fixture, "2");
  for (gint64 id = 1; id <= 4; id++)
    g_assert_cmpint (table_fixture_get_number (fixture, id, TAGA_ASSET_INTEGRITY), ==, 2);
  g_assert_cmpint (table_fixture_get_number (fixture, 1, TAGA_ASSET_AVAILABILITY), !=,
                   TAGA_UNKNOWN);
}

/* Cells with line breaks come apart by the table that a spreadsheet puts beside the text. */
static void
test_a_table_is_pasted_cell_by_cell (WindowFixture *fixture, gconstpointer data)
{
  static const char html[] = "<html><body><table><tr><td>名前の資産</td></tr><tr><td>二行の<br>資産"
                             "</td></tr></table></body></html>";
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  g_autoptr (GBytes) bytes = g_bytes_new_static (html, strlen (html));
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_for_bytes ("text/html", bytes);

  gdk_clipboard_set_content (clipboard, provider);
  table_fixture_pick (fixture, 0, TAGA_ASSET_NAME, 1, 1);
  table_fixture_activate (fixture, "table.paste");
  table_fixture_assert_name_at (fixture, 0, "名前の資産");
  table_fixture_assert_name_at (fixture, 1, "二行の 資産");
  g_assert_cmpuint (table_fixture_count_rows (fixture), ==, 44);
}

/* What goes out comes back as it was, also remarks of several lines. */
static void
test_a_copied_block_comes_back_the_same (WindowFixture *fixture, gconstpointer data)
{
  guint n_steps;

  table_fixture_pick (fixture, 0, TAGA_ASSET_NOTE, 1, 1);
  table_fixture_paste (fixture, "\"1行目\n2行目\t<b>\"");
  n_steps = table_fixture_count_steps (fixture);
  table_fixture_pick (fixture, 0, TAGA_ASSET_NOTE, 3, 1);
  table_fixture_activate (fixture, "table.copy");
  table_fixture_activate (fixture, "table.paste");
  g_assert_true (window_fixture_is_told ("Nothing changes"));
  g_assert_cmpuint (table_fixture_count_steps (fixture), ==, n_steps);

  table_fixture_pick (fixture, 10, TAGA_ASSET_NOTE, 1, 1);
  table_fixture_activate (fixture, "table.paste");
  {
    g_autoptr (TagaRecord) first = window_fixture_dup_asset (fixture, 1);
    g_autoptr (TagaRecord) copy = g_list_model_get_item (
        G_LIST_MODEL (taga_record_table_get_list (table_fixture_get_table (fixture))), 10);

    g_assert_cmpstr (taga_record_get_text (copy, TAGA_ASSET_NOTE), ==,
                     taga_record_get_text (first, TAGA_ASSET_NOTE));
    g_assert_nonnull (strchr (taga_record_get_text (copy, TAGA_ASSET_NOTE), '\n'));
  }
}

/* Whatever the clipboard holds is refused with a sentence or cleaned; nothing is lost. */
static void
test_hostile_clipboards (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *megabyte = g_strnfill (1024 * 1024, 'x');
  g_autofree char *name = table_fixture_dup_name_at (fixture, 0);
  g_autoptr (TagaRecord) asset = NULL;

  table_fixture_pick (fixture, 0, TAGA_ASSET_NAME, 1, 1);
  table_fixture_paste (fixture, megabyte);
  g_assert_true (window_fixture_is_told ("is longer than 32,767 characters"));
  window_fixture_press ("_Close");
  table_fixture_assert_name_at (fixture, 0, name);

  /* Ragged: short rows leave what is beside them. */
  table_fixture_pick (fixture, 0, TAGA_ASSET_CONFIDENTIALITY, 1, 1);
  table_fixture_paste (fixture, "1\t1\t1\n2\n");
  g_assert_cmpint (table_fixture_get_number (fixture, 1, TAGA_ASSET_AVAILABILITY), ==, 1);
  g_assert_cmpint (table_fixture_get_number (fixture, 2, TAGA_ASSET_CONFIDENTIALITY), ==, 2);
  g_assert_cmpint (table_fixture_get_number (fixture, 2, TAGA_ASSET_INTEGRITY), ==, 2);

  /* Control characters go, right-to-left text stays. */
  table_fixture_pick (fixture, 0, TAGA_ASSET_NAME, 1, 1);
  table_fixture_paste (fixture, "受\001注\033[31m台帳 \xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d");
  asset = window_fixture_dup_asset (fixture, 1);
  g_assert_cmpstr (taga_record_get_text (asset, TAGA_ASSET_NAME), ==,
                   "受注[31m台帳 \xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d");

  table_fixture_paste (fixture, "");
  g_assert_true (window_fixture_is_told ("There is no text to paste."));
}

/* A block from elsewhere has nothing for the computed column that stands in its way. */
static void
test_a_block_steps_over_computed_columns (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaRecord) first = window_fixture_dup_asset (fixture, 1);
  TagaGridRange range;

  table_fixture_pick (fixture, 0, TAGA_ASSET_NAME, 1, 1);
  table_fixture_paste (fixture, "社員名簿\t総務\t総務部\tPaper documents\n");
  g_assert_true (window_fixture_is_told ("Computed columns are skipped"));
  window_fixture_press ("_Apply");
  g_assert_cmpstr (taga_record_get_text (first, TAGA_ASSET_NAME), ==, "社員名簿");
  g_assert_cmpstr (taga_record_get_text (first, TAGA_ASSET_BUSINESS), ==, "総務");
  g_assert_cmpstr (taga_record_get_text (first, TAGA_ASSET_MEDIUM), ==, "paper");

  /* And what was pasted is selected. */
  g_assert_true (taga_grid_get_range (window_fixture_get_grid (fixture), &range));
  g_assert_cmpuint (range.last_column, ==, 4);

  /* A number could be the risk: it is passed over, but not without a word. */
  table_fixture_pick (fixture, 0, TAGA_ASSET_NAME, 1, 1);
  table_fixture_paste (fixture, "社員名簿\t9\t総務\n");
  g_assert_true (window_fixture_is_told ("Not taken over: Risk."));
  window_fixture_press ("_Cancel");
}

/* Headings that come with a block say where its columns go. */
static void
test_headings_lead_the_columns (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaRecord) first = window_fixture_dup_asset (fixture, 1);

  table_fixture_pick (fixture, 0, TAGA_ASSET_NAME, 1, 1);
  table_fixture_paste (fixture, "管理部署\t情報資産名称\t担当\n経理部\t請求書控え\t佐藤\n");
  g_assert_true (window_fixture_is_told ("each column goes where it belongs"));
  g_assert_true (window_fixture_is_told ("Not taken over: 担当."));
  window_fixture_press ("_Apply");
  g_assert_cmpstr (taga_record_get_text (first, TAGA_ASSET_NAME), ==, "請求書控え");
  g_assert_cmpstr (taga_record_get_text (first, TAGA_ASSET_DEPARTMENT), ==, "経理部");
  g_assert_cmpuint (table_fixture_count_rows (fixture), ==, 44);
}

/* What can be emptied is, and counted; of the rest it is said that it stayed. */
static void
test_clearing_says_what_stayed (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaRecord) first = window_fixture_dup_asset (fixture, 1);
  g_autoptr (TagaStep) step = NULL;

  table_fixture_pick (fixture, 0, TAGA_ASSET_NAME, 2, 3);
  table_fixture_activate (fixture, "table.clear");
  g_assert_nonnull (taga_record_get_text (first, TAGA_ASSET_NAME));
  g_assert_null (taga_record_get_text (first, TAGA_ASSET_BUSINESS));
  g_assert_true (window_fixture_is_told ("Names and computed cells cannot be emptied and stay"));
  step = taga_history_peek (taga_window_get_store (fixture->window), TAGA_STEP_DONE, NULL);
  g_assert_cmpstr (step->label, ==, "Clear 2 cells");
}

#define ADD(path, func)                                                                            \
  g_test_add ("/table-paste/" path, WindowFixture, NULL, window_fixture_set_up, func,              \
              window_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_autoptr (TagaApplication) application = window_fixture_init (&argc, &argv);

  ADD ("a-block-is-pasted-whole-or-not-at-all", test_a_block_is_pasted_whole_or_not_at_all);
  ADD ("deleting-a-name-is-refused", test_deleting_a_name_is_refused);
  ADD ("pasting-past-the-last-row-adds-rows", test_pasting_past_the_last_row_adds_rows);
  ADD ("a-large-paste-is-shown-first", test_a_large_paste_is_shown_first);
  ADD ("what-has-no-place-is-told", test_what_has_no_place_is_told);
  ADD ("a-block-fills-a-multiple-of-itself", test_a_block_fills_a_multiple_of_itself);
  ADD ("a-table-is-pasted-cell-by-cell", test_a_table_is_pasted_cell_by_cell);
  ADD ("a-copied-block-comes-back-the-same", test_a_copied_block_comes_back_the_same);
  ADD ("hostile-clipboards", test_hostile_clipboards);
  ADD ("a-block-steps-over-computed-columns", test_a_block_steps_over_computed_columns);
  ADD ("headings-lead-the-columns", test_headings_lead_the_columns);
  ADD ("clearing-says-what-stayed", test_clearing_says_what_stayed);

  return g_test_run ();
}
