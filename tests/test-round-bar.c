#include "screen-fixture.h"
#include "taga-action.h"
#include "taga-answer-list.h"
#include "taga-answer-record.h"
#include "taga-check-page.h"
#include "taga-check.h"
#include "taga-history.h"
#include "taga-measure-action.h"
#include "taga-measure.h"
#include "taga-page.h"
#include "taga-risk-page.h"
#include "taga-round-bar.h"
#include "taga-round-seal.h"
#include "taga-round.h"
#include "taga-self-check-page.h"
#include "taga-threat-page.h"
#include "widget-fixture.h"
#include "window-fixture.h"

/* Earlier rounds on the pages of the analysis. The sample company has a sealed round, 2, and an
 * open one, 1, which is in use. */

#define OPEN 1
#define SEALED 2

static TagaStore *
get_store (WindowFixture *fixture)
{
  return taga_window_get_store (fixture->window);
}

static GtkWidget *
show_bar (WindowFixture *fixture, const char *page, GType type)
{
  taga_window_show_page (fixture->window, page);
  settle ();

  return window_fixture_find (window_fixture_find (GTK_WIDGET (fixture->window), type),
                              TAGA_TYPE_ROUND_BAR);
}

static void
choose (GtkWidget *bar, guint place)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (widget_fixture_find_type (bar, GTK_TYPE_DROP_DOWN, 0)),
                              place);
  settle ();
}

/* The chooser has a button of its own, which is no label of this text. */
static void
press_back (GtkWidget *bar)
{
  GtkWidget *button = NULL;

  for (guint i = 0; (button = widget_fixture_find_type (bar, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), "_Back to the Round in Use") == 0)
      break;
  g_assert_nonnull (button);
  widget_fixture_activate (button);
  settle ();
}

/* The round in use stands first or second in the list, by its day. */
static guint
find_place (GtkWidget *bar, gboolean is_sealed)
{
  GtkDropDown *chooser = GTK_DROP_DOWN (widget_fixture_find_type (bar, GTK_TYPE_DROP_DOWN, 0));
  GtkStringList *names = GTK_STRING_LIST (gtk_drop_down_get_model (chooser));

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (names)), ==, 2);
  return g_str_has_suffix (gtk_string_list_get_string (names, 0), " (sealed)") == is_sealed ? 0 : 1;
}

static void
test_looks_back_and_returns (WindowFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *page;
    GType (*get_type) (void);
  } pages[] = {
    { "threats", taga_threat_page_get_type },
    { "checks", taga_check_page_get_type },
    { "self-check", taga_self_check_page_get_type },
    { "risks", taga_risk_page_get_type },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *bar = show_bar (fixture, pages[i].page, pages[i].get_type ());

      g_assert_true (gtk_widget_get_mapped (bar));
      g_assert_false (widget_fixture_shows (bar, "cannot be changed"));
      choose (bar, find_place (bar, TRUE));
      g_assert_cmpint (taga_store_get_round (get_store (fixture)), ==, SEALED);
      g_assert_true (widget_fixture_shows (bar, "This is a sealed round. It cannot be changed."));
      g_assert_nonnull (taga_answer_record_find_obstacle (get_store (fixture)));

      press_back (bar);
      g_assert_cmpint (taga_store_get_round (get_store (fixture)), ==, OPEN);
      g_assert_false (widget_fixture_shows (bar, "cannot be changed"));
      g_assert_null (taga_answer_record_find_obstacle (get_store (fixture)));
    }
}

/* The answers are those of the round that is shown, and no key changes them. */
static void
test_earlier_answers_can_be_read_only (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *bar = show_bar (fixture, "checks", TAGA_TYPE_CHECK_PAGE);
  GtkWidget *page = window_fixture_find (GTK_WIDGET (fixture->window), TAGA_TYPE_CHECK_PAGE);
  TagaAnswerList *list = TAGA_ANSWER_LIST (window_fixture_find (page, TAGA_TYPE_ANSWER_LIST));
  g_autoptr (TagaAnswerRecord) before = NULL;
  g_autoptr (TagaAnswerRecord) after = NULL;
  g_autoptr (GError) error = NULL;

  choose (bar, find_place (bar, TRUE));
  taga_answer_list_set_current (list, "1-1");
  taga_answer_list_take_focus (list);
  before = taga_answer_record_load (get_store (fixture), TAGA_TYPE_CHECK, "1-1", &error);
  g_assert_no_error (error);
  for (guint key = GDK_KEY_1; key <= GDK_KEY_4; key++)
    widget_fixture_press (GTK_WIDGET (fixture->window), key, 0);
  after = taga_answer_record_load (get_store (fixture), TAGA_TYPE_CHECK, "1-1", &error);
  g_assert_cmpint (taga_answer_record_get_value (after, TAGA_CHECK_ANSWER)->number, ==,
                   taga_answer_record_get_value (before, TAGA_CHECK_ANSWER)->number);
  g_assert_cmpint (taga_answer_record_get_value (after, TAGA_CHECK_ROUND)->number, ==, SEALED);
}

/* An open round that is not in use is there to be read, too; when it goes, so does the look back.
 */
static void
test_earlier_open_round (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *bar = show_bar (fixture, "checks", TAGA_TYPE_CHECK_PAGE);
  TagaStore *store = get_store (fixture);
  TagaValue values[TAGA_ROUND_N_FIELDS];
  gint64 id;

  for (guint i = 0; i < TAGA_ROUND_N_FIELDS; i++)
    values[i] = (TagaValue) TAGA_VALUE_INIT;
  values[TAGA_ROUND_NAME].text = (char *) "第3回評価";
  g_assert_true (taga_store_begin (store, "評価", NULL));
  g_assert_true (taga_store_insert (store, TAGA_TYPE_ROUND, values, &id, NULL));
  g_assert_true (taga_store_commit (store, NULL));
  settle ();
  g_assert_cmpint (taga_store_get_round (store), ==, id);

  g_assert_true (taga_store_select_round (store, OPEN, NULL));
  settle ();
  g_assert_true (widget_fixture_shows (bar, "This is an earlier round."));
  g_assert_nonnull (strstr (taga_answer_record_find_obstacle (store), "earlier round"));

  g_assert_true (taga_history_undo (store, NULL));
  settle ();
  g_assert_false (widget_fixture_shows (bar, "This is an earlier round."));
  g_assert_null (taga_answer_record_find_obstacle (store));
}

/* When nothing is open any more the pages say so, and what to do; measures do not ask for answers.
 */
static void
test_round_in_use_is_sealed (WindowFixture *fixture, gconstpointer data)
{
  TagaStore *store = get_store (fixture);
  g_auto (GStrv) checks = NULL;
  GtkWidget *bar;
  gint64 id = 0;

  for (guint i = 1; id == 0 && i < 100; i++)
    {
      g_autoptr (TagaRecord) measure = taga_store_get_record (store, TAGA_TYPE_MEASURE, i, NULL);
      g_auto (GStrv) open =
          measure == NULL ? NULL : taga_measure_action_list_open_checks (store, i, NULL);

      if (open != NULL && open[0] != NULL)
        id = i;
    }
  g_assert_cmpint (id, >, 0);

  g_assert_true (taga_round_seal (store, OPEN, NULL, NULL));
  checks = taga_measure_action_list_open_checks (store, id, NULL);
  g_assert_cmpuint (g_strv_length (checks), ==, 0);

  bar = show_bar (fixture, "risks", TAGA_TYPE_RISK_PAGE);
  g_assert_true (widget_fixture_shows (bar, "The round in use is sealed."));
  g_assert_true (widget_fixture_shows (bar, "Begin a new round"));
}

/* With whatever name the rounds have, no page is wider than a small screen. */
static void
test_pages_are_no_wider_than_the_screen (WindowFixture *fixture, gconstpointer data)
{
  static const char *const pages[] = { "home",   "assets",     "threats", "checks", "risks",
                                       "rounds", "self-check", "company", "history" };
  const guint field = TAGA_ROUND_NAME;
  g_autofree char *name = g_strnfill (80, 'W');
  const TagaValue value = { name, TAGA_UNKNOWN };
  TagaStore *store;

  window_fixture_close (fixture);
  window_fixture_open_sized (fixture, 1024, 700);
  store = get_store (fixture);
  g_assert_true (taga_action_set (store, TAGA_TYPE_ROUND, OPEN, &field, &value, 1, NULL));
  for (guint back = 0; back < 2; back++)
    {
      g_assert_true (taga_store_select_round (store, back == 0 ? 0 : SEALED, NULL));
      for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
        {
          int least;

          taga_window_show_page (fixture->window, pages[i]);
          settle ();
          gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_HORIZONTAL, -1, &least,
                              NULL, NULL, NULL);
          g_test_message ("%s: %d", pages[i], least);
          g_assert_cmpint (least, <=, 1024);
        }
    }
}

int
main (int argc, char **argv)
{
  TagaApplication *application = window_fixture_init (&argc, &argv);
  int result;

#define ADD(name, test)                                                                            \
  g_test_add ("/round-bar/" name, WindowFixture, NULL, window_fixture_set_up, test,                \
              window_fixture_tear_down)

  ADD ("looks-back-and-returns", test_looks_back_and_returns);
  ADD ("earlier-answers-can-be-read-only", test_earlier_answers_can_be_read_only);
  ADD ("earlier-open-round", test_earlier_open_round);
  ADD ("round-in-use-is-sealed", test_round_in_use_is_sealed);
  ADD ("pages-are-no-wider-than-the-screen", test_pages_are_no_wider_than_the_screen);

  result = g_test_run ();
  g_object_unref (application);

  return result;
}
