#include "risk-fixture.h"
#include "screen-fixture.h"
#include "taga-action.h"
#include "taga-check-page.h"
#include "taga-check.h"
#include "taga-date.h"
#include "taga-grid-private.h"
#include "taga-link-chooser.h"
#include "taga-measure-inspector.h"
#include "taga-measure-view.h"
#include "taga-measure.h"
#include "widget-fixture.h"

/* The measures: entered, linked, started, finished. */

static TagaStore *
get_store (WindowFixture *fixture)
{
  return taga_window_get_store (fixture->window);
}

static TagaGrid *
get_grid (WindowFixture *fixture)
{
  return taga_record_table_get_grid (risk_fixture_get_table (fixture, TAGA_TYPE_MEASURE_VIEW));
}

static GtkWidget *
get_inspector (WindowFixture *fixture)
{
  return risk_fixture_get_view (fixture, TAGA_TYPE_MEASURE_INSPECTOR);
}

/* The first of the table. */
static gint64
get_id (WindowFixture *fixture)
{
  return taga_record_list_get_id (
      taga_record_table_get_list (risk_fixture_get_table (fixture, TAGA_TYPE_MEASURE_VIEW)), 0);
}

static TagaRecord *
dup_measure (WindowFixture *fixture)
{
  TagaRecord *measure =
      taga_store_get_record (get_store (fixture), TAGA_TYPE_MEASURE, get_id (fixture), NULL);

  g_assert_nonnull (measure);
  return measure;
}

static void
assert_text (WindowFixture *fixture, guint field, const char *expected)
{
  g_autoptr (TagaRecord) measure = dup_measure (fixture);

  g_assert_cmpstr (taga_record_get_text (measure, field), ==, expected);
}

static void
set_text (WindowFixture *fixture, guint field, const char *text)
{
  const TagaValue value = { (char *) text, TAGA_UNKNOWN };

  g_assert_true (taga_action_set (get_store (fixture), TAGA_TYPE_MEASURE, get_id (fixture), &field,
                                  &value, 1, NULL));
  settle ();
}

static void
set_up (WindowFixture *fixture, gconstpointer data)
{
  risk_fixture_set_up (fixture, data);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", "risks/measures");
  settle ();
}

/* Types the first measure into the new row, and goes to a field of it. */
static void
add_measure (WindowFixture *fixture, guint field)
{
  gtk_widget_activate_action (risk_fixture_get_view (fixture, TAGA_TYPE_MEASURE_VIEW),
                              "measure.add", NULL);
  risk_fixture_type (fixture, TAGA_TYPE_MEASURE_VIEW, "update");
  taga_grid_set_cursor (get_grid (fixture), 0, field);
  gtk_widget_grab_focus (GTK_WIDGET (get_grid (fixture)));
  settle ();
}

static void
test_the_first_is_typed (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *view = risk_fixture_get_view (fixture, TAGA_TYPE_MEASURE_VIEW);

  g_assert_true (widget_fixture_shows (view, "There are no measures yet"));
  add_measure (fixture, TAGA_MEASURE_OWNER);
  assert_text (fixture, TAGA_MEASURE_NAME, "update");
  assert_text (fixture, TAGA_MEASURE_STATUS, "todo");
  widget_fixture_wait_for (get_inspector (fixture), "No planned end yet");
  widget_fixture_wait_for (get_inspector (fixture), "1 measure, 0 finished");
}

/* Items are found by their words, ticked, and stand as links; a link is taken away again. */
static void
test_items_are_linked (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *chooser, *item, *link, *remove;

  add_measure (fixture, TAGA_MEASURE_NAME);
  widget_fixture_wait_for (get_inspector (fixture), "Check items that it gets done");
  widget_fixture_activate (widget_fixture_find (get_inspector (fixture), "choose_checks"));
  chooser = widget_fixture_get_dialog (TAGA_TYPE_LINK_CHOOSER);
  g_assert_nonnull (chooser);
  gtk_editable_set_text (GTK_EDITABLE (widget_fixture_find (chooser, "search")), "7-1");
  settle ();
  item = risk_fixture_find_named (chooser, GTK_TYPE_CHECK_BUTTON, "7-1");
  g_assert_nonnull (item);
  g_assert_null (risk_fixture_find_named (chooser, GTK_TYPE_CHECK_BUTTON, "3-6"));
  gtk_widget_activate (item);
  gtk_editable_set_text (GTK_EDITABLE (widget_fixture_find (chooser, "search")), "");
  settle ();
  gtk_widget_activate (risk_fixture_find_named (chooser, GTK_TYPE_CHECK_BUTTON, "3-6"));
  g_assert_true (widget_fixture_shows (chooser, "2 chosen"));
  widget_fixture_activate (widget_fixture_find (chooser, "apply_button"));
  assert_text (fixture, TAGA_MEASURE_CHECKS, "3-6 7-1");

  widget_fixture_wait_for (get_inspector (fixture), "7-1 ");
  link = risk_fixture_find_named (get_inspector (fixture), GTK_TYPE_BUTTON, "7-1");
  gtk_test_accessible_assert_role (link, GTK_ACCESSIBLE_ROLE_LINK);
  remove = gtk_widget_get_next_sibling (link);
  widget_fixture_activate (remove);
  assert_text (fixture, TAGA_MEASURE_CHECKS, "3-6");
  risk_fixture_undo (fixture);
  assert_text (fixture, TAGA_MEASURE_CHECKS, "3-6 7-1");

  /* The link leads to the answer. */
  widget_fixture_wait_for (get_inspector (fixture), "7-1 ");
  link = risk_fixture_find_named (get_inspector (fixture), GTK_TYPE_BUTTON, "7-1");
  widget_fixture_activate (link);
  g_assert_true (gtk_widget_get_mapped (risk_fixture_get_view (fixture, TAGA_TYPE_CHECK_PAGE)));
}

static void
test_assets_are_linked (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *chooser, *item;

  add_measure (fixture, TAGA_MEASURE_NAME);
  widget_fixture_wait_for (get_inspector (fixture), "Assets that it is for");
  widget_fixture_activate (widget_fixture_find (get_inspector (fixture), "choose_assets"));
  chooser = widget_fixture_get_dialog (TAGA_TYPE_LINK_CHOOSER);
  g_assert_nonnull (chooser);
  gtk_editable_set_text (GTK_EDITABLE (widget_fixture_find (chooser, "search")), "給与");
  settle ();
  item = widget_fixture_find_type (chooser, GTK_TYPE_CHECK_BUTTON, 0);
  gtk_widget_activate (item);
  widget_fixture_activate (widget_fixture_find (chooser, "apply_button"));
  widget_fixture_wait_for (get_inspector (fixture), "給与データ");

  /* The link leads to the register. */
  widget_fixture_activate (gtk_widget_get_first_child (
      gtk_widget_get_first_child (widget_fixture_find (get_inspector (fixture), "assets"))));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window_fixture_get_grid (fixture))));
}

/* Who finishes a measure is asked once whether its items are done. */
static void
test_finishing_answers_the_checks (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *today = taga_date_today ();
  guint n_steps;

  add_measure (fixture, TAGA_MEASURE_STATUS);
  set_text (fixture, TAGA_MEASURE_CHECKS, "7-1 7-2");
  n_steps = risk_fixture_count_steps (fixture);
  taga_grid_set_cursor (get_grid (fixture), 0, TAGA_MEASURE_STATUS);
  risk_fixture_type (fixture, TAGA_TYPE_MEASURE_VIEW, "started");
  assert_text (fixture, TAGA_MEASURE_ACTUAL_START, today);
  g_assert_false (window_fixture_is_told ("Is Finished"));

  taga_grid_set_cursor (get_grid (fixture), 0, TAGA_MEASURE_STATUS);
  risk_fixture_type (fixture, TAGA_TYPE_MEASURE_VIEW, "finished");
  assert_text (fixture, TAGA_MEASURE_STATUS, "done");
  assert_text (fixture, TAGA_MEASURE_ACTUAL_END, today);
  g_assert_cmpuint (risk_fixture_count_steps (fixture), ==, n_steps + 2);
  g_assert_true (window_fixture_is_told ("“update” Is Finished"));
  window_fixture_press ("Answer as _Done");
  g_assert_cmpuint (risk_fixture_count_steps (fixture), ==, n_steps + 3);
  g_assert_true (window_fixture_is_told ("Answer 2 check items: done")
                 || window_fixture_is_told ("Answer 1 check item: done"));

  /* Nothing is open any more, so nothing is asked. */
  set_text (fixture, TAGA_MEASURE_STATUS, "doing");
  taga_grid_set_cursor (get_grid (fixture), 0, TAGA_MEASURE_STATUS);
  risk_fixture_type (fixture, TAGA_TYPE_MEASURE_VIEW, "finished");
  assert_text (fixture, TAGA_MEASURE_STATUS, "done");
  g_assert_null (widget_fixture_get_dialog (ADW_TYPE_MESSAGE_DIALOG));
}

static void
test_not_now_answers_nothing (WindowFixture *fixture, gconstpointer data)
{
  guint n_steps;

  add_measure (fixture, TAGA_MEASURE_STATUS);
  set_text (fixture, TAGA_MEASURE_CHECKS, "7-1");
  n_steps = risk_fixture_count_steps (fixture);
  taga_grid_set_cursor (get_grid (fixture), 0, TAGA_MEASURE_STATUS);
  risk_fixture_type (fixture, TAGA_TYPE_MEASURE_VIEW, "finished");
  window_fixture_press ("_Not Now");
  g_assert_cmpuint (risk_fixture_count_steps (fixture), ==, n_steps + 1);
}

static void
test_late_ones_are_marked (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *view = risk_fixture_get_view (fixture, TAGA_TYPE_MEASURE_VIEW);
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  add_measure (fixture, TAGA_MEASURE_PLANNED_END);
  set_text (fixture, TAGA_MEASURE_PLANNED_END, "2020-01-31");
  widget_fixture_wait_for (get_inspector (fixture), "⚠ Late by ");
  widget_fixture_wait_for (get_inspector (fixture), "1 measure, 0 finished, ⚠ 1 late");
  g_assert_true (window_fixture_shows (view, "⚠ 2020/1/31 late"));

  /* The longest day that there is has room, and a hand's breadth at the sides. */
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (get_grid (fixture)), "⚠ 2020/12/31 late");
  pango_layout_get_pixel_size (layout, &width, NULL);
  g_assert_cmpint (width + 16, <=,
                   taga_grid_get_column (get_grid (fixture), TAGA_MEASURE_PLANNED_END)->width);

  set_text (fixture, TAGA_MEASURE_STATUS, "done");
  widget_fixture_wait_for (get_inspector (fixture), "Finished");
  g_assert_false (window_fixture_shows (view, "⚠ 2020/1/31 late"));
}

static void
test_sums (WindowFixture *fixture, gconstpointer data)
{
  const guint fields[] = { TAGA_MEASURE_BUDGET, TAGA_MEASURE_ACTUAL_COST };
  const TagaValue values[] = { { NULL, 180000 }, { NULL, 0 } };

  add_measure (fixture, TAGA_MEASURE_BUDGET);
  widget_fixture_wait_for (get_inspector (fixture), "No budget entered for 1");
  g_assert_true (taga_action_set (get_store (fixture), TAGA_TYPE_MEASURE, get_id (fixture), fields,
                                  values, 2, NULL));
  widget_fixture_wait_for (get_inspector (fixture), "Budget ¥180,000, spent ¥0");
  g_assert_true (
      window_fixture_shows (risk_fixture_get_view (fixture, TAGA_TYPE_MEASURE_VIEW), "¥180,000"));
}

static void
add (const char *path, void (*test) (WindowFixture *, gconstpointer))
{
  g_test_add (path, WindowFixture, NULL, set_up, test, window_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  TagaApplication *application = window_fixture_init (&argc, &argv);
  int result;

  add ("/measures/the-first-is-typed", test_the_first_is_typed);
  add ("/measures/items-are-linked", test_items_are_linked);
  add ("/measures/assets-are-linked", test_assets_are_linked);
  add ("/measures/finishing-answers-the-checks", test_finishing_answers_the_checks);
  add ("/measures/not-now-answers-nothing", test_not_now_answers_nothing);
  add ("/measures/late-ones-are-marked", test_late_ones_are_marked);
  add ("/measures/sums", test_sums);

  result = g_test_run ();
  g_object_unref (application);

  return result;
}
