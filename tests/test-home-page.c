#include <gtk/gtk.h>

#include "screen-fixture.h"
#include "store-fixture.h"
#include "taga-declaration.h"
#include "taga-history.h"
#include "taga-home-page.h"
#include "taga-measure.h"
#include "taga-roles-view.h"
#include "taga-rule.h"
#include "taga-self-answer.h"
#include "taga-setting.h"
#include "taga-step-card.h"
#include "widget-fixture.h"
#include "window-fixture.h"

/* Home in a real window: what it says in which situation, and where it leads. */

/* Answers what a new company is asked first, and publishes its policy. */
static void
fill_first_steps (TagaStore *store)
{
  gint64 n_rules = taga_store_count (store, TAGA_TYPE_RULE, NULL);
  gint64 n_questions = taga_store_count (store, TAGA_TYPE_SELF_ANSWER, NULL);

  g_assert_cmpint (n_rules, >, 0);
  g_assert_cmpint (n_questions, ==, 25);
  for (gint64 id = 1; id <= n_rules; id++)
    {
      store_fixture_set (store, TAGA_TYPE_RULE, id, "answer", "1");
      store_fixture_set (store, TAGA_TYPE_RULE, id, "way", "毎週月曜に総務が確かめる");
    }
  for (gint64 id = 1; id <= n_questions; id++)
    store_fixture_set (store, TAGA_TYPE_SELF_ANSWER, id, "answer", "1");
  store_fixture_add (store, TAGA_TYPE_DECLARATION, "stars", "1", "policy-url",
                     "https://example.com/policy", NULL);
}

static void
open_home (WindowFixture *fixture)
{
  fixture->window = taga_window_new (fixture->application, g_settings_new (TAGA_APP_ID));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 800);
  gtk_window_present (GTK_WINDOW (fixture->window));
  taga_window_open (fixture->window, fixture->path);
  settle ();
}

static void
set_up (WindowFixture *fixture, gconstpointer kind)
{
  TagaStore *store;

  fixture->folder = g_dir_make_tmp ("taga-home-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "ためし.taga", NULL);
  store = store_fixture_create (fixture->path, g_strcmp0 (kind, "steps") == 0 ? NULL : kind);
  if (g_strcmp0 (kind, "steps") == 0)
    fill_first_steps (store);
  g_assert_finalize_object (store);
  fixture->application = TAGA_APPLICATION (g_application_get_default ());
  open_home (fixture);
}

static GtkWidget *
get_home (WindowFixture *fixture)
{
  return window_fixture_find (GTK_WIDGET (fixture->window), TAGA_TYPE_HOME_PAGE);
}

static const char *
get_shown_page (WindowFixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (taga_window_get_content (fixture->window)));
}

static GtkWidget *
get_part (WindowFixture *fixture, const char *id)
{
  return widget_fixture_find (get_home (fixture), id);
}

static void
test_a_new_company_begins_with_the_rules (WindowFixture *fixture, gconstpointer kind)
{
  GtkWidget *home = get_home (fixture);

  g_assert_cmpstr (get_shown_page (fixture), ==, "home");
  widget_fixture_wait_for (home, "Next: Say how far you keep the rule");
  g_assert_true (widget_fixture_shows (home, "You are here"));
  g_assert_true (widget_fixture_shows (home, "1 Begin with what you can do"));
  g_assert_true (widget_fixture_shows (home, "4 Become stronger"));

  /* Words instead of empty frames. */
  g_assert_true (widget_fixture_shows (home, "What will stand here"));
  g_assert_false (gtk_widget_get_mapped (get_part (fixture, "parts")));
  widget_fixture_assert_whole (home);
}

/* The next thing leads to the very role that is vacant; once it is filled, to what comes then. */
static void
test_the_next_thing_leads_there (WindowFixture *fixture, gconstpointer kind)
{
  TagaStore *store = taga_window_get_store (fixture->window);
  GtkWidget *home = get_home (fixture);
  GtkWidget *button = get_part (fixture, "next_button");
  GtkWidget *roles;

  widget_fixture_wait_for (home,
                           "Next: Name somebody for the role “Person responsible for security”");
  g_assert_true (gtk_widget_get_mapped (button));
  gtk_widget_grab_focus (button);
  widget_fixture_press (GTK_WIDGET (fixture->window), GDK_KEY_Return, 0);
  g_assert_cmpstr (get_shown_page (fixture), ==, "company");
  roles = window_fixture_find (GTK_WIDGET (fixture->window), TAGA_TYPE_ROLES_VIEW);
  g_assert_true (gtk_widget_get_mapped (roles));

  taga_window_show_page (fixture->window, "home");
  store_fixture_add (store, TAGA_TYPE_MEASURE, "name", "UTMログの確認", "planned-end", "2020-01-01",
                     "owner", "外部委託", "budget", "600000", "actual-cost", "480000", NULL);
  widget_fixture_wait_for (home, "UTMログの確認");
  g_assert_true (widget_fixture_shows (home, "days late"));
  g_assert_true (widget_fixture_shows (home, "¥480,000 of ¥600,000"));
  g_assert_true (gtk_widget_get_mapped (get_part (fixture, "barrel")));
  g_assert_false (gtk_widget_get_mapped (get_part (fixture, "radar")));
}

/* Who puts something off sees what comes next, by the keys alone, and gets it back.
 */
static void
test_what_may_wait (WindowFixture *fixture, gconstpointer kind)
{
  GtkWidget *home = get_home (fixture);
  GtkLabel *title;
  g_autofree char *first = NULL;
  TagaStore *store = taga_window_get_store (fixture->window);
  g_autoptr (GPtrArray) steps = taga_history_list (store, G_MAXINT64, 1000, NULL);
  g_autoptr (GPtrArray) later = NULL;

  widget_fixture_wait_for (home, "Next:");
  title = GTK_LABEL (get_part (fixture, "next_title"));
  first = g_strdup (gtk_label_get_label (title));
  g_assert_false (gtk_widget_get_mapped (get_part (fixture, "back_button")));
  gtk_widget_grab_focus (get_part (fixture, "later_button"));
  widget_fixture_press (GTK_WIDGET (fixture->window), GDK_KEY_Return, 0);
  g_assert_cmpstr (gtk_label_get_label (title), !=, first);
  g_assert_true (gtk_widget_is_focus (get_part (fixture, "next_button")));

  /* It is no step, so that undo takes back nothing else. */
  later = taga_history_list (store, G_MAXINT64, 1000, NULL);
  g_assert_cmpuint (later->len, ==, steps->len);

  gtk_widget_grab_focus (get_part (fixture, "back_button"));
  widget_fixture_press (GTK_WIDGET (fixture->window), GDK_KEY_Return, 0);
  g_assert_cmpstr (gtk_label_get_label (title), ==, first);
  g_assert_false (gtk_widget_get_mapped (get_part (fixture, "back_button")));
}

static void
test_a_step_is_a_button (WindowFixture *fixture, gconstpointer kind)
{
  GtkWidget *home = get_home (fixture);
  GtkWidget *card;

  widget_fixture_wait_for (home, "Next:");
  card = widget_fixture_find_type (home, TAGA_TYPE_STEP_CARD, 2);
  gtk_widget_grab_focus (card);
  widget_fixture_press (GTK_WIDGET (fixture->window), GDK_KEY_Return, 0);
  g_assert_cmpstr (get_shown_page (fixture), ==, "assets");
}

static void
test_the_charts_have_words_and_a_table (WindowFixture *fixture, gconstpointer kind)
{
  GtkWidget *home = get_home (fixture);
  GtkWidget *radar = get_part (fixture, "radar");

  widget_fixture_wait_for (home, "Next:");
  g_assert_true (gtk_widget_get_mapped (radar));
  g_assert_true (gtk_widget_get_mapped (get_part (fixture, "bands")));
  gtk_test_accessible_assert_property (radar, GTK_ACCESSIBLE_PROPERTY_LABEL, "Before and after");

  gtk_expander_set_expanded (GTK_EXPANDER (get_part (fixture, "numbers")), TRUE);
  settle ();
  g_assert_true (widget_fixture_shows (get_part (fixture, "table"), "第1回評価"));
  g_assert_nonnull (gtk_grid_get_child_at (GTK_GRID (get_part (fixture, "table")), 2, 6));
}

/* While another page is shown nobody waits for home; it is up to date when it is shown again. */
static void
test_home_is_read_when_it_is_seen (WindowFixture *fixture, gconstpointer kind)
{
  TagaStore *store = taga_window_get_store (fixture->window);
  GtkWidget *home = get_home (fixture);

  widget_fixture_wait_for (home, "Next: Say how far you keep the rule");
  taga_window_show_page (fixture->window, "assets");
  fill_first_steps (store);
  settle ();
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (get_part (fixture, "next_title"))), ==,
                   "Next: Say how far you keep the rule “Updates”");
  taga_window_show_page (fixture->window, "home");
  widget_fixture_wait_for (home, "Next: Name somebody");
}

/* A file comes up where it was left. */
static void
test_the_page_is_remembered (WindowFixture *fixture, gconstpointer kind)
{
  g_autofree char *page = NULL;

  page = taga_setting_get (taga_window_get_store (fixture->window), "page", NULL);
  g_assert_null (page);
  taga_window_show_page (fixture->window, "history");
  window_fixture_close (fixture);
  open_home (fixture);
  g_assert_cmpstr (get_shown_page (fixture), ==, "history");

  g_assert_true (
      taga_setting_set (taga_window_get_store (fixture->window), "page", "no such page", NULL));
  window_fixture_close (fixture);
  open_home (fixture);
  g_assert_cmpstr (get_shown_page (fixture), ==, "home");
}

static void
test_it_fits_a_small_window (WindowFixture *fixture, gconstpointer kind)
{
  GtkWidget *home = get_home (fixture);
  int narrowest;

  widget_fixture_wait_for (home, "Next:");
  gtk_widget_measure (home, GTK_ORIENTATION_HORIZONTAL, -1, &narrowest, NULL, NULL, NULL);
  g_assert_cmpint (narrowest, <=, 600);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1024, 700);
  settle ();
  widget_fixture_assert_whole (home);
}

#define ADD(path, kind, test)                                                                      \
  g_test_add ("/home-page/" path, WindowFixture, kind, set_up, test, window_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_autoptr (TagaApplication) application = window_fixture_init (&argc, &argv);

  ADD ("a-new-company-begins-with-the-rules", NULL, test_a_new_company_begins_with_the_rules);
  ADD ("the-next-thing-leads-there", "steps", test_the_next_thing_leads_there);
  ADD ("a-step-is-a-button", "sample", test_a_step_is_a_button);
  ADD ("what-may-wait", "sample", test_what_may_wait);
  ADD ("the-charts-have-words-and-a-table", "sample", test_the_charts_have_words_and_a_table);
  ADD ("home-is-read-when-it-is-seen", NULL, test_home_is_read_when_it_is_seen);
  ADD ("the-page-is-remembered", NULL, test_the_page_is_remembered);
  ADD ("it-fits-a-small-window", "sample", test_it_fits_a_small_window);

  return g_test_run ();
}
