#include "page-fixture.h"
#include "screen-fixture.h"
#include "taga-answer-list.h"
#include "taga-answer-record.h"
#include "taga-answer-sheet.h"
#include "taga-declaration-view.h"
#include "taga-questions-view.h"
#include "taga-rules-view.h"
#include "taga-self-answer.h"
#include "taga-self-check-page.h"
#include "taga-sheets.h"
#include "taga-top-threats-view.h"
#include "widget-fixture.h"

/* The page of the self-check in a real window: its views, the links to them, and the 25 questions
 * with their sheets. */

static void
setup (PageFixture *fixture, gconstpointer kind)
{
  page_fixture_set_up (fixture, TAGA_TYPE_SELF_CHECK_PAGE, kind);
}

static void
teardown (PageFixture *fixture, gconstpointer kind)
{
  page_fixture_tear_down (fixture);
}

static void
show (PageFixture *fixture, const char *item)
{
  taga_page_show_item (TAGA_PAGE (fixture->page), item);
  settle ();
}

static void
assert_view (PageFixture *fixture, GType type)
{
  GtkWidget *stack = widget_fixture_find (fixture->page, "stack");

  g_assert_true (
      G_TYPE_CHECK_INSTANCE_TYPE (gtk_stack_get_visible_child (GTK_STACK (stack)), type));
}

/* A new company begins with a sheet of its own. */
static void
remove_first_sheet (PageFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  taga_sheets_remove (fixture->file.store, 1, &error);
  g_assert_no_error (error);
}

static gint64
add_sheet (PageFixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  taga_sheets_add (fixture->file.store, name, &id, &error);
  g_assert_no_error (error);
  return id;
}

static void
answer_one (PageFixture *fixture, gint64 sheet, const char *item, gint64 number)
{
  g_autoptr (TagaAnswerRecord) answer = taga_answer_record_load_in_sheet (
      fixture->file.store, TAGA_TYPE_SELF_ANSWER, sheet, item, NULL);

  g_assert_true (taga_answer_record_change (answer, number, NULL));
}

/* All questions of a sheet in one step, as the page follows each. */
static void
answer_all (PageFixture *fixture, gint64 sheet, gint64 number)
{
  const guint field = TAGA_SELF_ANSWER_ANSWER;
  const TagaValue value = { NULL, number };
  g_autoptr (GError) error = NULL;

  taga_store_begin (fixture->file.store, "すべて答える", &error);
  for (gint64 i = 1; i <= 25; i++)
    if (sheet == 1)
      taga_store_update (fixture->file.store, TAGA_TYPE_SELF_ANSWER, i, &field, &value, 1, &error);
    else
      {
        g_autofree char *item = g_strdup_printf ("%d", (int) i);
        TagaValue values[TAGA_SELF_ANSWER_N_FIELDS] = {
          { NULL, 1 },
          { NULL, sheet },
          { item, TAGA_UNKNOWN },
          value,
          { NULL, TAGA_UNKNOWN },
          { NULL, TAGA_UNKNOWN },
          { NULL, TAGA_UNKNOWN },
          { NULL, 0 },
        };
        gint64 id;

        taga_store_insert (fixture->file.store, TAGA_TYPE_SELF_ANSWER, values, &id, &error);
      }
  taga_store_commit (fixture->file.store, &error);
  g_assert_no_error (error);
}

static gint64
get_answer (PageFixture *fixture, gint64 sheet, const char *item)
{
  g_autoptr (TagaAnswerRecord) answer = taga_answer_record_load_in_sheet (
      fixture->file.store, TAGA_TYPE_SELF_ANSWER, sheet, item, NULL);

  return taga_answer_record_get_number (answer);
}

static const char *
get_current (PageFixture *fixture)
{
  return taga_answer_list_get_current (
      TAGA_ANSWER_LIST (widget_fixture_find_type (fixture->page, TAGA_TYPE_ANSWER_LIST, 0)));
}

static void
turn_to (PageFixture *fixture, const char *part)
{
  gtk_stack_set_visible_child_name (GTK_STACK (widget_fixture_find (fixture->page, "parts")), part);
  settle ();
}

static void
test_links_lead_into_views (PageFixture *fixture, gconstpointer kind)
{
  static const struct
  {
    const char *item;
    GType (*get_type) (void);
  } links[] = {
    { "rules", taga_rules_view_get_type },
    { "declaration", taga_declaration_view_get_type },
    { "rules/password", taga_rules_view_get_type },
    { "threats/2026-3", taga_top_threats_view_get_type },
    { "questions", taga_questions_view_get_type },
    { "update", taga_rules_view_get_type },
    { "7", taga_questions_view_get_type },
    { "backup-1", taga_rules_view_get_type },
    { "2025-2", taga_top_threats_view_get_type },
  };

  assert_view (fixture, TAGA_TYPE_RULES_VIEW);
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      show (fixture, links[i].item);
      assert_view (fixture, links[i].get_type ());
    }

  show (fixture, "nothing/of/this");
  show (fixture, "");
  assert_view (fixture, TAGA_TYPE_TOP_THREATS_VIEW);
}

static void
test_undo_turns_to_the_view (PageFixture *fixture, gconstpointer kind)
{
  show (fixture, "rules/know");
  page_fixture_press (fixture, GDK_KEY_2, 0);
  show (fixture, "declaration");
  page_fixture_undo (fixture);
  assert_view (fixture, TAGA_TYPE_RULES_VIEW);
}

static void
test_beginning_makes_a_sheet (PageFixture *fixture, gconstpointer kind)
{
  GtkWidget *dialog;

  remove_first_sheet (fixture);
  show (fixture, "questions");
  g_assert_true (page_fixture_shows (fixture, "25 Questions, About Five Minutes"));
  page_fixture_press (fixture, GDK_KEY_Return, 0);
  dialog = widget_fixture_get_dialog (ADW_TYPE_WINDOW);
  g_assert_true (dialog != fixture->window);
  page_fixture_click (dialog, "_Add");

  g_assert_cmpint (taga_store_count (fixture->file.store, TAGA_TYPE_ANSWER_SHEET, NULL), ==, 1);
  g_assert_true (page_fixture_shows (fixture, "Head office"));
  g_assert_true (page_fixture_shows (fixture, "– / 100"));
  g_assert_cmpstr (get_current (fixture), ==, "1");
  page_fixture_press (fixture, GDK_KEY_1, 0);
  page_fixture_press (fixture, GDK_KEY_4, 0);
  g_assert_cmpint (get_answer (fixture, 2, "1"), ==, 1);
  g_assert_cmpint (get_answer (fixture, 2, "2"), ==, 4);
  g_assert_cmpstr (get_current (fixture), ==, "3");
  g_assert_true (page_fixture_shows (fixture, "3 / 100 so far"));
  g_assert_true (page_fixture_shows (fixture, "Points: 3 / 20 so far"));
}

static void
test_remark_goes_with_its_question (PageFixture *fixture, gconstpointer kind)
{
  const gint64 sheet = 1;
  g_autoptr (TagaAnswerRecord) answer = NULL;

  show (fixture, "questions/7");
  page_fixture_press (fixture, GDK_KEY_Return, 0);
  page_fixture_enter (page_fixture_find_entry (fixture, "Remarks on question 7 (Enter)"),
                      "FAXは使わない");
  show (fixture, "questions/8");

  answer = taga_answer_record_load_in_sheet (fixture->file.store, TAGA_TYPE_SELF_ANSWER, sheet, "7",
                                             NULL);
  g_assert_cmpstr (taga_answer_record_get_note (answer), ==, "FAXは使わない");
  g_assert_nonnull (page_fixture_find_entry (fixture, "Remarks on question 8 (Enter)"));
}

static void
test_total_is_read_when_complete (PageFixture *fixture, gconstpointer kind)
{
  const gint64 sheet = 1;

  show (fixture, "questions/1");
  turn_to (fixture, "result");
  g_assert_true (page_fixture_shows (fixture, "25 questions are open."));
  g_assert_true (page_fixture_shows (fixture, "The barrel shows as soon as"));

  answer_all (fixture, sheet, 2);
  settle ();
  g_assert_true (page_fixture_shows (fixture, "50 / 100"));
  g_assert_true (page_fixture_shows (fixture, "10 / 20"));
  g_assert_true (page_fixture_shows (fixture, "26 / 52"));
  g_assert_true (page_fixture_shows (fixture, "14 / 28"));
  g_assert_true (page_fixture_shows (fixture, "Not enough: Many measures are missing"));
  g_assert_true (page_fixture_shows (fixture, "Basics: 50 % (10 of 20 points)"));
  g_assert_false (page_fixture_shows (fixture, "Taga’s own rule"));

  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (widget_fixture_find_type (widget_fixture_find (fixture->page, "staves"),
                                                  GTK_TYPE_CHECK_BUTTON, 1)),
      TRUE);
  settle ();
  g_assert_true (page_fixture_shows (fixture, "Taga’s own mapping"));
}

static void
test_company_is_its_lowest_sheet (PageFixture *fixture, gconstpointer kind)
{
  const gint64 office = 1;
  gint64 plant = add_sheet (fixture, "工場");

  answer_all (fixture, office, 1);
  answer_all (fixture, plant, 2);
  answer_one (fixture, plant, "5", 4);
  show (fixture, "questions");
  turn_to (fixture, "result");

  g_assert_true (page_fixture_shows (fixture, "47 / 100"));
  g_assert_true (page_fixture_shows (fixture, "The company (lowest answer to each question)"));
  g_assert_true (page_fixture_shows (fixture, "Mean of the complete sheets"));
  g_assert_true (page_fixture_shows (fixture, "73.5 / 100"));
  g_assert_true (page_fixture_shows (fixture, "Taga’s own rule"));
  g_assert_true (page_fixture_shows (fixture, "Improve at once"));

  /* What is to be looked into leads to the sheet that says so. */
  page_fixture_click (widget_fixture_find (fixture->page, "follow_up_box"), "5. ");
  g_assert_cmpstr (fixture->opened, ==, "self-check/questions/5");
  show (fixture, "questions/5");
  g_assert_cmpstr (get_current (fixture), ==, "5");
  page_fixture_press (fixture, GDK_KEY_1, 0);
  g_assert_cmpint (get_answer (fixture, plant, "5"), ==, 1);
}

static void
test_sheet_is_renamed_and_removed (PageFixture *fixture, gconstpointer kind)
{
  const gint64 office = 1;
  gint64 plant = add_sheet (fixture, "工場");
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;

  answer_all (fixture, office, 1);
  show (fixture, "questions");
  page_fixture_click (fixture->page, "Rename the sheet");
  dialog = widget_fixture_get_dialog (ADW_TYPE_WINDOW);
  page_fixture_enter (widget_fixture_find_type (dialog, GTK_TYPE_ENTRY, 0), " 工場 ");
  page_fixture_click (dialog, "_Rename");
  g_assert_true (widget_fixture_shows (dialog, "There is a sheet “工場” already."));
  page_fixture_enter (widget_fixture_find_type (dialog, GTK_TYPE_ENTRY, 0), "東京本社");
  page_fixture_click (dialog, "_Rename");
  g_assert_true (page_fixture_shows (fixture, "東京本社"));

  page_fixture_click (fixture->page, "Remove the sheet");
  dialog = widget_fixture_get_dialog (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "remove");
  settle ();
  g_assert_cmpint (taga_store_count (fixture->file.store, TAGA_TYPE_ANSWER_SHEET, NULL), ==, 1);
  g_assert_cmpint (taga_store_count (fixture->file.store, TAGA_TYPE_SELF_ANSWER, NULL), ==, 0);
  g_assert_true (page_fixture_shows (fixture, "工場"));

  page_fixture_undo (fixture);
  g_assert_cmpint (taga_store_count (fixture->file.store, TAGA_TYPE_SELF_ANSWER, NULL), ==, 25);
  g_assert_cmpint (get_answer (fixture, office, "25"), ==, 1);
  g_assert_false (taga_sheets_rename (fixture->file.store, plant, "東京本社", &error));
  g_assert_nonnull (error);
}

static void
test_sealed_round_takes_no_sheet (PageFixture *fixture, gconstpointer kind)
{
  remove_first_sheet (fixture);
  store_fixture_seal (fixture->file.store, 1);
  show (fixture, "questions");
  g_assert_true (page_fixture_shows (fixture, "This round is sealed"));
  g_assert_false (gtk_widget_get_sensitive (widget_fixture_find (fixture->page, "start_button")));
}

static void
test_fits_beside_the_sidebar (PageFixture *fixture, gconstpointer kind)
{
  static const char *const views[] = { "rules", "questions/1", "threats", "declaration" };
  int least;

  answer_all (fixture, 1, 2);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      show (fixture, views[i]);
      gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      g_assert_cmpint (least, <=, 800 - 165);
    }
  turn_to (fixture, "result");
  show (fixture, "questions");
  gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 800 - 165);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/self-check-page/" name, PageFixture, NULL, setup, function, teardown)

int
main (int argc, char *argv[])
{
  screen_fixture_init (&argc, &argv);

  ADD ("links-lead-into-views", test_links_lead_into_views);
  ADD ("undo-turns-to-the-view", test_undo_turns_to_the_view);
  ADD ("beginning-makes-a-sheet", test_beginning_makes_a_sheet);
  ADD ("remark-goes-with-its-question", test_remark_goes_with_its_question);
  ADD ("total-is-read-when-complete", test_total_is_read_when_complete);
  ADD ("company-is-its-lowest-sheet", test_company_is_its_lowest_sheet);
  ADD ("sheet-is-renamed-and-removed", test_sheet_is_renamed_and_removed);
  ADD ("sealed-round-takes-no-sheet", test_sealed_round_takes_no_sheet);
  ADD ("fits-beside-the-sidebar", test_fits_beside_the_sidebar);

  return g_test_run ();
}
