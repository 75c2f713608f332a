#include "page-fixture.h"
#include "screen-fixture.h"
#include "taga-top-ranks.h"
#include "taga-top-threat-row.h"
#include "taga-top-threat.h"
#include "taga-top-threats-view.h"
#include "widget-fixture.h"

/* The ten threats of a year in a real window, numbered by keys. */

#define RANSOM "2026-1"
#define SUPPLY "2026-2"

static void
setup (PageFixture *fixture, gconstpointer kind)
{
  page_fixture_set_up (fixture, TAGA_TYPE_TOP_THREATS_VIEW, kind);
}

static void
teardown (PageFixture *fixture, gconstpointer kind)
{
  page_fixture_tear_down (fixture);
}

static int
get_rank (PageFixture *fixture, const char *threat)
{
  g_auto (GStrv) parts = g_strsplit (threat, "-", 2);
  g_autoptr (TagaTopRanks) ranks = taga_top_ranks_read (fixture->file.store, parts[0], NULL);

  return ranks->ranks[taga_top_ranks_find (ranks, threat)];
}

static GtkWidget *
get_row (PageFixture *fixture, guint nth)
{
  return widget_fixture_find_type (fixture->page, TAGA_TYPE_TOP_THREAT_ROW, nth);
}

static const char *
get_key (PageFixture *fixture, guint nth)
{
  return taga_top_threat_row_get_key (TAGA_TOP_THREAT_ROW (get_row (fixture, nth)));
}

static GtkWidget *
get_rank_entry (PageFixture *fixture, guint nth)
{
  return widget_fixture_find_type (get_row (fixture, nth), GTK_TYPE_ENTRY, 0);
}

static GtkWidget *
get_focused_row (PageFixture *fixture)
{
  return gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                  TAGA_TYPE_TOP_THREAT_ROW);
}

static void
number (PageFixture *fixture, guint nth, const char *text)
{
  page_fixture_enter (get_rank_entry (fixture, nth), text);
  page_fixture_press (fixture, GDK_KEY_Return, 0);
}

static void
choose_own_order (PageFixture *fixture)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (widget_fixture_find (fixture->page, "own_order")),
                               TRUE);
  settle ();
}

static void
test_shows_the_newest_list (PageFixture *fixture, gconstpointer kind)
{
  g_assert_cmpstr (get_key (fixture, 0), ==, RANSOM);
  g_assert_nonnull (get_row (fixture, 9));
  g_assert_null (get_row (fixture, 10));
  g_assert_true (page_fixture_shows (fixture, "need not be what would hit your company hardest"));
  g_assert_true (page_fixture_shows (fixture, "10threats2026"));
  g_assert_true (page_fixture_shows (fixture, "● directly: Updates"));
  g_assert_true (page_fixture_shows (fixture, "Taga’s own mapping"));
}

static void
test_other_years_can_be_chosen (PageFixture *fixture, gconstpointer kind)
{
  GtkWidget *choice = widget_fixture_find (fixture->page, "list_choice");

  number (fixture, 0, "3");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 2);
  settle ();
  g_assert_cmpstr (get_key (fixture, 0), ==, "2024-1");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_rank_entry (fixture, 0))), ==, "");
  g_assert_cmpint (get_rank (fixture, RANSOM), ==, 3);

  taga_page_show_item (TAGA_PAGE (fixture->page), "2025-4");
  settle ();
  g_assert_cmpstr (get_key (fixture, 3), ==, "2025-4");
  g_assert_true (get_focused_row (fixture) == get_row (fixture, 3));
}

static void
test_numbers_make_room (PageFixture *fixture, gconstpointer kind)
{
  guint before = page_fixture_count_steps (fixture);
  g_autofree char *step = NULL;

  number (fixture, 0, "1");
  number (fixture, 1, "1");
  step = page_fixture_dup_step (fixture);
  g_assert_cmpint (get_rank (fixture, SUPPLY), ==, 1);
  g_assert_cmpint (get_rank (fixture, RANSOM), ==, 2);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_rank_entry (fixture, 0))), ==, "2");
  g_assert_cmpuint (page_fixture_count_steps (fixture), ==, before + 2);
  g_assert_true (g_str_has_prefix (step, "Number “"));

  page_fixture_undo (fixture);
  g_assert_cmpint (get_rank (fixture, RANSOM), ==, 1);
  g_assert_cmpint (get_rank (fixture, SUPPLY), ==, TAGA_UNKNOWN);

  number (fixture, 0, "");
  g_assert_cmpint (get_rank (fixture, RANSOM), ==, TAGA_UNKNOWN);
}

static void
test_refuses_what_is_no_rank (PageFixture *fixture, gconstpointer kind)
{
  static const char *const wrong[] = { "0", "11", "-1", "一番", "1.5", "99999999999999999999" };
  guint before = page_fixture_count_steps (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      number (fixture, 0, wrong[i]);
      g_assert_true (gtk_widget_has_css_class (get_rank_entry (fixture, 0), "error"));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_rank_entry (fixture, 0))), ==,
                       wrong[i]);
    }
  g_assert_cmpuint (page_fixture_count_steps (fixture), ==, before);
  g_assert_false (taga_page_finish_editing (TAGA_PAGE (fixture->page)));
}

static void
test_alt_and_arrows_move (PageFixture *fixture, gconstpointer kind)
{
  guint before = page_fixture_count_steps (fixture);

  choose_own_order (fixture);
  taga_page_show_item (TAGA_PAGE (fixture->page), "2026-3");
  page_fixture_press (fixture, GDK_KEY_Up, GDK_ALT_MASK);
  g_assert_cmpuint (page_fixture_count_steps (fixture), ==, before + 1);
  g_assert_cmpstr (get_key (fixture, 1), ==, "2026-3");
  g_assert_cmpint (get_rank (fixture, "2026-3"), ==, 2);
  g_assert_cmpint (get_rank (fixture, SUPPLY), ==, 3);
  g_assert_cmpint (get_rank (fixture, "2026-10"), ==, 10);
  g_assert_true (get_focused_row (fixture) == get_row (fixture, 1));

  page_fixture_press (fixture, GDK_KEY_Up, GDK_ALT_MASK);
  page_fixture_press (fixture, GDK_KEY_Up, GDK_ALT_MASK); /* it stands at the top already */
  g_assert_cmpuint (page_fixture_count_steps (fixture), ==, before + 2);
  g_assert_cmpstr (get_key (fixture, 0), ==, "2026-3");
  page_fixture_press (fixture, GDK_KEY_Down, GDK_ALT_MASK);
  g_assert_cmpstr (get_key (fixture, 0), ==, RANSOM);

  page_fixture_click (get_row (fixture, 9), "Move up (Alt+Up)");
  g_assert_cmpint (get_rank (fixture, "2026-10"), ==, 9);
}

static void
test_arrows_go_from_row_to_row (PageFixture *fixture, gconstpointer kind)
{
  g_assert_true (get_focused_row (fixture) == get_row (fixture, 0));
  page_fixture_press (fixture, GDK_KEY_Down, 0);
  page_fixture_press (fixture, GDK_KEY_Down, 0);
  g_assert_true (get_focused_row (fixture) == get_row (fixture, 2));
  page_fixture_press (fixture, GDK_KEY_Up, 0);
  g_assert_true (get_focused_row (fixture) == get_row (fixture, 1));
}

static void
test_remark_is_kept (PageFixture *fixture, gconstpointer kind)
{
  GtkWidget *expander = widget_fixture_find_type (get_row (fixture, 0), GTK_TYPE_EXPANDER, 0);
  g_autoptr (TagaTopRanks) ranks = NULL;

  g_assert_true (page_fixture_shows (fixture, "Add a remark"));
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  settle ();
  page_fixture_enter (page_fixture_find_entry (fixture, "Remarks"), "図面を預かっている");
  page_fixture_press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK);

  ranks = taga_top_ranks_read (fixture->file.store, "2026", NULL);
  g_assert_cmpstr (ranks->notes[0], ==, "図面を預かっている");
  g_assert_true (page_fixture_shows (fixture, "Remarks: 図面を預かっている"));
}

static void
test_foreign_numbers_do_no_harm (PageFixture *fixture, gconstpointer kind)
{
  store_fixture_add (fixture->file.store, TAGA_TYPE_TOP_THREAT, "round", "1", "item", RANSOM,
                     "rank", "2", NULL);
  store_fixture_add (fixture->file.store, TAGA_TYPE_TOP_THREAT, "round", "1", "item", SUPPLY,
                     "rank", "2", NULL);
  store_fixture_add (fixture->file.store, TAGA_TYPE_TOP_THREAT, "round", "1", "item", "2026-3",
                     "rank", "70", NULL);
  settle ();

  g_assert_cmpint (get_rank (fixture, RANSOM), ==, 2);
  g_assert_cmpint (get_rank (fixture, SUPPLY), ==, TAGA_UNKNOWN);
  g_assert_cmpint (get_rank (fixture, "2026-3"), ==, TAGA_UNKNOWN);
  number (fixture, 1, "2");
  g_assert_cmpint (get_rank (fixture, SUPPLY), ==, 2);
  g_assert_cmpint (get_rank (fixture, RANSOM), ==, 3);
}

static void
test_sealed_round_stays (PageFixture *fixture, gconstpointer kind)
{
  number (fixture, 0, "1");
  store_fixture_seal (fixture->file.store, 1);
  settle ();

  g_assert_true (page_fixture_shows (fixture, "This round is sealed"));
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (get_rank_entry (fixture, 0))));
  taga_page_show_item (TAGA_PAGE (fixture->page), SUPPLY);
  page_fixture_press (fixture, GDK_KEY_Up, GDK_ALT_MASK);
  g_assert_cmpint (get_rank (fixture, RANSOM), ==, 1);
  g_assert_cmpint (get_rank (fixture, SUPPLY), ==, TAGA_UNKNOWN);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/top-threats/" name, PageFixture, NULL, setup, function, teardown)

int
main (int argc, char *argv[])
{
  screen_fixture_init (&argc, &argv);

  ADD ("shows-the-newest-list", test_shows_the_newest_list);
  ADD ("other-years-can-be-chosen", test_other_years_can_be_chosen);
  ADD ("numbers-make-room", test_numbers_make_room);
  ADD ("refuses-what-is-no-rank", test_refuses_what_is_no_rank);
  ADD ("alt-and-arrows-move", test_alt_and_arrows_move);
  ADD ("arrows-go-from-row-to-row", test_arrows_go_from_row_to_row);
  ADD ("remark-is-kept", test_remark_is_kept);
  ADD ("foreign-numbers-do-no-harm", test_foreign_numbers_do_no_harm);
  ADD ("sealed-round-stays", test_sealed_round_stays);

  return g_test_run ();
}
