#include "import-fixture.h"
#include "screen-fixture.h"
#include "taga-asset.h"
#include "taga-history.h"
#include "taga-import-review.h"
#include "taga-import-row.h"
#include "taga-lines.h"

/*
 * Importing in the window: what the user sees of the proposal, what ticks and switches do, and what
 * is in the register afterwards. The sample company has 44 assets in use.
 */

#define HEADER "業務分類,情報資産名称,媒体・保存先,機密性,完全性,可用性\n"

/* One row of each kind: changed, the same, new, and one that cannot be read. */
#define MIXED                                                                                      \
  HEADER "営業,見積書,事務所PC,3,2,2\n"                                                    \
         "営業,見積書,書類,2,2,1\n"                                                         \
         "営業,展示会の名刺,書類,2,2,1\n"                                                \
         "総務,,書類,高,2,9\n"

static void
test_shows_what_it_would_do (ImportFixture *fixture, gconstpointer data)
{
  import_fixture_import (fixture, MIXED, import_fixture_is_reviewing);
  settle ();

  import_fixture_assert_counts (fixture, "1 1 1 42 1");
  import_fixture_assert_button (fixture, "_Import 2 Rows", TRUE);
  g_assert_true (import_fixture_shows (GTK_WIDGET (fixture->dialog), "去年の台帳.csv"));
  g_assert_true (import_fixture_shows (GTK_WIDGET (fixture->dialog), "Confidentiality: 2 → 3"));
  g_assert_true (import_fixture_shows (GTK_WIDGET (fixture->dialog), "Row 2"));

  import_fixture_assert_row (fixture, TAGA_STAGED_CHANGED, "見積書",
                             "Changed: 見積書 営業 ・ Office PC. Confidentiality: 2 → 3");
  import_fixture_assert_row (
      fixture, TAGA_STAGED_NEW, "展示会の名刺",
      "New: 展示会の名刺 営業 ・ Paper documents. Confidentiality: 2\u2003Integrity: 2"
      "\u2003Availability: 1");
  import_fixture_assert_row (
      fixture, TAGA_STAGED_GONE, "受注台帳",
      "Only in register: 受注台帳 営業 ・ In-house server. Not in the file. It stays as it "
      "is.");
  g_assert_cmpint (import_fixture_count (fixture), ==, 44);
}

static void
test_applies_as_one_step (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaRecord) asset = NULL;
  g_autoptr (TagaStep) step = NULL;
  g_autoptr (GError) error = NULL;

  asset = taga_store_get_record (fixture->file.store, TAGA_TYPE_ASSET, 1, NULL);
  taga_store_set_person (fixture->file.store, "佐藤 花子");
  import_fixture_import (fixture, MIXED, import_fixture_is_reviewing);
  import_fixture_apply (fixture);

  g_assert_cmpint (import_fixture_count (fixture), ==, 45);
  g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_CONFIDENTIALITY), ==, 3);
  g_assert_true (import_fixture_shows (
      fixture->overlay, "Imported: 44 → 45 assets (1 new, 1 changed). You can undo it."));

  step = taga_history_peek (fixture->file.store, TAGA_STEP_DONE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (step->label, ==, "Import “去年の台帳.csv”");
  g_assert_cmpstr (step->person, ==, "佐藤 花子");

  g_assert_true (taga_history_undo (fixture->file.store, &error));
  g_assert_cmpint (import_fixture_count (fixture), ==, 44);
  g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_CONFIDENTIALITY), ==, 2);
}

static void
test_takes_only_what_is_ticked (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaRecord) asset = NULL;
  g_autoptr (TagaProposalRow) row = NULL;
  GtkWidget *review;

  asset = taga_store_get_record (fixture->file.store, TAGA_TYPE_ASSET, 1, NULL);
  import_fixture_import (fixture, MIXED, import_fixture_is_reviewing);
  review = import_fixture_get_part (fixture, "review");

  gtk_widget_activate_action (review, "review.tick-none", NULL);
  import_fixture_assert_button (fixture, "_Import", FALSE);

  row = import_fixture_dup_row (fixture, TAGA_STAGED_NEW, "展示会の名刺");
  g_object_set (row, "ticked", TRUE, NULL);
  import_fixture_assert_button (fixture, "_Import 1 Row", TRUE);

  g_clear_object (&row);
  import_fixture_apply (fixture);
  g_assert_cmpint (import_fixture_count (fixture), ==, 45);
  g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_CONFIDENTIALITY), ==, 2);
}

static void
test_ticks_what_is_in_view (ImportFixture *fixture, gconstpointer data)
{
  GtkWidget *review;

  import_fixture_import (fixture, MIXED, import_fixture_is_reviewing);
  review = import_fixture_get_part (fixture, "review");

  gtk_widget_activate_action (review, "review.show", "s", "changed");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (import_fixture_get_list (fixture))), ==,
                    1);
  gtk_widget_activate_action (review, "review.tick-none", NULL);
  gtk_widget_activate_action (review, "review.show", "s", "all");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (import_fixture_get_list (fixture))), ==,
                    44);
  import_fixture_assert_button (fixture, "_Import 1 Row", TRUE);

  gtk_widget_activate_action (review, "review.tick-all", NULL);
  import_fixture_assert_button (fixture, "_Import 2 Rows", TRUE);
}

static void
test_retires_only_when_told (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaProposalRow) row = NULL;
  GtkSwitch *retire;
  gboolean enabled, ticked;

  import_fixture_import (fixture, MIXED, import_fixture_is_reviewing);
  retire = import_fixture_get_part (fixture, "retire_switch");
  g_assert_false (gtk_switch_get_active (retire));
  g_assert_true (import_fixture_shows (GTK_WIDGET (fixture->dialog), "(42)"));

  row = import_fixture_dup_row (fixture, TAGA_STAGED_GONE, "受注台帳");
  g_object_set (row, "ticked", TRUE, NULL);
  g_object_get (row, "enabled", &enabled, "ticked", &ticked, NULL);
  g_assert_false (enabled || ticked);

  gtk_switch_set_active (retire, TRUE);
  g_object_get (row, "enabled", &enabled, "ticked", &ticked, NULL);
  g_assert_true (enabled && ticked);
  import_fixture_assert_button (fixture, "_Import 44 Rows", TRUE);

  g_object_set (row, "ticked", FALSE, NULL);
  g_clear_object (&row);
  import_fixture_apply (fixture);
  g_assert_cmpint (import_fixture_count (fixture), ==, 44 + 1 - 41);
  g_assert_true (
      import_fixture_shows (fixture->overlay, "44 → 4 assets (1 new, 1 changed, 41 retired)"));
}

static void
test_the_row_and_its_box_agree (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaProposalRow) row = NULL;
  g_autoptr (GtkWidget) widget = g_object_ref_sink (g_object_new (TAGA_TYPE_IMPORT_ROW, NULL));
  GtkCheckButton *tick;

  import_fixture_import (fixture, MIXED, import_fixture_is_reviewing);
  row = import_fixture_dup_row (fixture, TAGA_STAGED_CHANGED, "見積書");
  g_object_set (widget, "row", row, NULL);
  tick = GTK_CHECK_BUTTON (gtk_widget_get_template_child (widget, TAGA_TYPE_IMPORT_ROW, "tick"));
  g_assert_true (gtk_check_button_get_active (tick));

  gtk_check_button_set_active (tick, FALSE);
  g_assert_false (taga_proposal_row_get_ticked (row));
  import_fixture_assert_button (fixture, "_Import 1 Row", TRUE);

  taga_import_row_toggle (TAGA_IMPORT_ROW (widget));
  g_assert_true (gtk_check_button_get_active (tick));
  import_fixture_assert_button (fixture, "_Import 2 Rows", TRUE);
}

static void
test_lists_what_cannot_be_read (ImportFixture *fixture, gconstpointer data)
{
  import_fixture_import (fixture, HEADER "総務,読めない資産,書類,高,2,9\n総務,,書類,3,2,1\n",
                         import_fixture_is_reviewing);
  import_fixture_assert_counts (fixture, "1 0 0 44 2");
  import_fixture_assert_row (fixture, TAGA_STAGED_NEW, "読めない資産",
                             "New: 読めない資産 総務 ・ Paper documents. Not read, and not taken: "
                             "Confidentiality, Availability. Integrity: 2");

  gtk_widget_activate_action (import_fixture_get_part (fixture, "review"), "review.show", "s",
                              "rejected");
  settle ();
  g_assert_cmpstr (
      gtk_stack_get_visible_child_name (import_fixture_get_review_part (fixture, "views")), ==,
      "rejections");
  g_assert_true (import_fixture_shows (GTK_WIDGET (fixture->dialog), "機密性"));
  g_assert_true (import_fixture_shows (GTK_WIDGET (fixture->dialog), "高"));
  g_assert_true (import_fixture_shows (GTK_WIDGET (fixture->dialog), "情報資産名称"));
  g_assert_true (import_fixture_shows (GTK_WIDGET (fixture->dialog), "読めない資産"));
  g_assert_true (import_fixture_shows (GTK_WIDGET (fixture->dialog),
                                       "The asset has no name. The row is not taken."));
  g_assert_true (
      import_fixture_shows (GTK_WIDGET (fixture->dialog), "The rest of the row is taken."));
  import_fixture_assert_button (fixture, "_Import 1 Row", TRUE);
}

static void
test_the_scale_can_be_changed (ImportFixture *fixture, gconstpointer data)
{
  GtkDropDown *choice;

  import_fixture_import (fixture, MIXED, import_fixture_is_reviewing);
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "import.look", NULL);
  g_assert_true (import_fixture_shows_found (fixture));
  choice = import_fixture_get_found_part (fixture, "scale_choice");
  g_assert_cmpuint (gtk_drop_down_get_selected (choice), ==, TAGA_SOURCE_SCALE_1_3);

  /* Read as 0 to 2, the 3 is none of its levels, and the others are one more on ours. */
  gtk_drop_down_set_selected (choice, TAGA_SOURCE_SCALE_0_2);
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "import.compare", NULL);
  g_assert_false (gtk_widget_get_sensitive (import_fixture_get_part (fixture, "content")));
  import_fixture_wait (fixture, import_fixture_is_reviewing);
  import_fixture_assert_counts (fixture, "1 2 0 42 2");
  import_fixture_assert_row (
      fixture, TAGA_STAGED_CHANGED, "見積書",
      "Changed: 見積書 営業 ・ Office PC. Not read, and not taken: Confidentiality. "
      "Integrity: 2 → 3\u2003Availability: 2 → 3");
}

static void
test_asks_for_the_scale_first (ImportFixture *fixture, gconstpointer data)
{
  import_fixture_import (fixture, HEADER "営業,展示会の名刺,書類,2,2,1\n",
                         import_fixture_shows_found);
  g_assert_false (gtk_widget_get_visible (import_fixture_get_part (fixture, "apply_button")));
  g_assert_false (gtk_widget_get_sensitive (import_fixture_get_part (fixture, "compare_button")));
  g_assert_true (import_fixture_shows (import_fixture_get_part (fixture, "found"),
                                       "go from 0 to 2 or from 1 to 3"));

  gtk_drop_down_set_selected (import_fixture_get_found_part (fixture, "scale_choice"),
                              TAGA_SOURCE_SCALE_0_2);
  g_assert_true (gtk_widget_get_sensitive (import_fixture_get_part (fixture, "compare_button")));
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "import.compare", NULL);
  import_fixture_wait (fixture, import_fixture_is_reviewing);
  import_fixture_assert_counts (fixture, "1 0 0 44 0");
  import_fixture_assert_row (
      fixture, TAGA_STAGED_NEW, "展示会の名刺",
      "New: 展示会の名刺 営業 ・ Paper documents. Confidentiality: 3\u2003Integrity: 3"
      "\u2003Availability: 2");
}

static void
test_says_when_all_is_the_same (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("情報資産名称,業務分類,媒体・保存先\n");
  TagaRecordClass *klass = taga_record_class_peek (TAGA_TYPE_ASSET);

  for (gint64 id = 1; id <= 45; id++)
    {
      g_autoptr (TagaRecord) asset =
          taga_store_get_record (fixture->file.store, TAGA_TYPE_ASSET, id, NULL);
      g_autofree char *medium = taga_edition_format (
          taga_store_get_edition (fixture->file.store), &klass->fields[TAGA_ASSET_MEDIUM],
          taga_record_get_value (asset, TAGA_ASSET_MEDIUM), TRUE);

      if (taga_record_get_text (asset, TAGA_ASSET_RETIRED_ON) == NULL)
        g_string_append_printf (text, "%s,%s,%s\n", taga_record_get_text (asset, TAGA_ASSET_NAME),
                                taga_record_get_text (asset, TAGA_ASSET_BUSINESS), medium);
    }

  import_fixture_import (fixture, text->str, import_fixture_has_status);
  g_assert_true (import_fixture_shows (GTK_WIDGET (fixture->dialog), "all 44 rows"));
  g_assert_false (gtk_widget_get_visible (import_fixture_get_part (fixture, "apply_button")));
  g_assert_cmpstr (gtk_button_get_label (import_fixture_get_part (fixture, "close_button")), ==,
                   "_Close");
}

static void
test_tells_what_is_wrong_with_a_file (ImportFixture *fixture, gconstpointer text)
{
  import_fixture_import (fixture, text, import_fixture_has_status);
  g_assert_true (import_fixture_shows (GTK_WIDGET (fixture->dialog), "The File Could Not Be Read"));
  g_assert_false (gtk_widget_get_visible (import_fixture_get_part (fixture, "apply_button")));
  g_assert_cmpint (import_fixture_count (fixture), ==, 44);

  gtk_window_close (GTK_WINDOW (fixture->dialog));
  g_assert_null (fixture->dialog);
}

static void
test_a_failure_changes_nothing (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaStore) other = NULL;
  GtkWidget *back;

  import_fixture_import (fixture, MIXED, import_fixture_is_reviewing);
  other = taga_store_open (fixture->file.path, FALSE, NULL);
  g_assert_true (taga_store_begin (other, "another program writes", NULL));

  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "import.apply", NULL);
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  g_assert_nonnull (fixture->dialog);
  import_fixture_wait (fixture, import_fixture_has_status);
  g_assert_true (import_fixture_shows (GTK_WIDGET (fixture->dialog), "Nothing Was Imported"));
  g_assert_cmpint (import_fixture_count (fixture), ==, 44);

  /* Once the other has ended it works, and what was ticked still is. */
  taga_store_rollback (other);
  back = import_fixture_get_part (fixture, "back_button");
  g_assert_true (gtk_widget_get_visible (back));
  gtk_widget_activate_action (back, "import.back", NULL);
  import_fixture_assert_button (fixture, "_Import 2 Rows", TRUE);
  import_fixture_apply (fixture);
  g_assert_cmpint (import_fixture_count (fixture), ==, 45);
}

static void
test_a_file_that_may_only_be_read (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaStore) store = taga_store_open (fixture->file.path, TRUE, NULL);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere.csv");

  taga_import_dialog_present (GTK_WINDOW (fixture->window), store, file);
  g_assert_true (import_fixture_has_status (fixture));
  g_assert_true (import_fixture_shows (GTK_WIDGET (fixture->dialog), "May Only Be Read"));
}

/* Tab goes past the rows; the arrows go through them. */
static void
test_tab_leaves_the_list (ImportFixture *fixture, gconstpointer data)
{
  GtkWidget *view, *focus;

  import_fixture_import (fixture, MIXED, import_fixture_is_reviewing);
  settle ();
  view = import_fixture_get_review_part (fixture, "row_view");
  gtk_widget_grab_focus (gtk_widget_get_first_child (view));
  focus = gtk_root_get_focus (GTK_ROOT (fixture->dialog));
  g_assert_true (gtk_widget_is_ancestor (focus, view));

  gtk_widget_child_focus (GTK_WIDGET (fixture->dialog), GTK_DIR_TAB_FORWARD);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->dialog));
  g_assert_true (focus == import_fixture_get_part (fixture, "retire_switch"));
  gtk_widget_child_focus (GTK_WIDGET (fixture->dialog), GTK_DIR_TAB_BACKWARD);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->dialog));
  g_assert_true (gtk_widget_is_ancestor (focus, view));
  gtk_widget_child_focus (GTK_WIDGET (fixture->dialog), GTK_DIR_TAB_BACKWARD);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->dialog));
  g_assert_true (gtk_widget_is_ancestor (focus, import_fixture_get_review_part (fixture, "bar")));
}

static void
test_lines_are_as_high_as_their_text (void)
{
  GtkWidget *window = gtk_window_new ();
  TagaLines *lines = g_object_new (TAGA_TYPE_LINES, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  int one, many, narrow;

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (lines));
  taga_lines_set_text (lines, "一");
  gtk_widget_measure (GTK_WIDGET (lines), GTK_ORIENTATION_VERTICAL, 300, &one, NULL, NULL, NULL);
  for (guint i = 0; i < 20; i++)
    g_string_append (text, "箍を締める。");

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PangoLayout) layout =
          gtk_widget_create_pango_layout (GTK_WIDGET (lines), text->str);
      int height;

      pango_layout_set_width (layout, 300 * PANGO_SCALE);
      pango_layout_get_pixel_size (layout, NULL, &height);
      taga_lines_set_text (lines, text->str);
      gtk_widget_measure (GTK_WIDGET (lines), GTK_ORIENTATION_VERTICAL, 300, &many, NULL, NULL,
                          NULL);
      gtk_widget_measure (GTK_WIDGET (lines), GTK_ORIENTATION_VERTICAL, 150, &narrow, NULL, NULL,
                          NULL);
      g_assert_cmpint (one, <, many);
      g_assert_cmpint (many, >=, height);
      g_assert_cmpint (many, <, 2 * height);
      g_assert_cmpint (narrow, >, many);
      g_string_append (text, " Tighten the hoop.");
    }

  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(path, func)                                                                            \
  g_test_add ("/import-dialog/" path, ImportFixture, NULL, import_fixture_set_up, func,            \
              import_fixture_tear_down)

int
main (int argc, char **argv)
{
  screen_fixture_init (&argc, &argv);

  ADD ("shows-what-it-would-do", test_shows_what_it_would_do);
  ADD ("applies-as-one-step", test_applies_as_one_step);
  ADD ("takes-only-what-is-ticked", test_takes_only_what_is_ticked);
  ADD ("ticks-what-is-in-view", test_ticks_what_is_in_view);
  ADD ("retires-only-when-told", test_retires_only_when_told);
  ADD ("the-row-and-its-box-agree", test_the_row_and_its_box_agree);
  ADD ("lists-what-cannot-be-read", test_lists_what_cannot_be_read);
  ADD ("the-scale-can-be-changed", test_the_scale_can_be_changed);
  ADD ("asks-for-the-scale-first", test_asks_for_the_scale_first);
  ADD ("says-when-all-is-the-same", test_says_when_all_is_the_same);
  g_test_add ("/import-dialog/tells-when-it-is-no-table", ImportFixture,
              "PK\003\004 but no workbook", import_fixture_set_up,
              test_tells_what_is_wrong_with_a_file, import_fixture_tear_down);
  ADD ("a-failure-changes-nothing", test_a_failure_changes_nothing);
  ADD ("a-file-that-may-only-be-read", test_a_file_that_may_only_be_read);
  ADD ("tab-leaves-the-list", test_tab_leaves_the_list);
  g_test_add_func ("/lines/are-as-high-as-their-text", test_lines_are_as_high_as_their_text);

  return g_test_run ();
}
