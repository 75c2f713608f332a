#include <gtk/gtk.h>

#include "screen-fixture.h"
#include "taga-asset.h"
#include "taga-filter-popover.h"
#include "taga-record-table.h"
#include "taga-view-menu.h"
#include "window-fixture.h"

/* What a column's heading offers: to sort, to filter, to hide. */

static TagaRecordTable *
get_table (WindowFixture *fixture)
{
  return TAGA_RECORD_TABLE (
      window_fixture_find (GTK_WIDGET (fixture->window), TAGA_TYPE_RECORD_TABLE));
}

static GListModel *
get_list (WindowFixture *fixture)
{
  return G_LIST_MODEL (taga_record_table_get_list (get_table (fixture)));
}

static GtkWidget *
get_popover (WindowFixture *fixture)
{
  return window_fixture_find (GTK_WIDGET (fixture->window), TAGA_TYPE_FILTER_POPOVER);
}

static GtkWidget *
open_popover (WindowFixture *fixture, guint field)
{
  const GdkRectangle rectangle = { 200, 40, 1, 1 };

  if (get_popover (fixture) != NULL)
    gtk_popover_popdown (GTK_POPOVER (get_popover (fixture)));
  settle ();
  g_signal_emit_by_name (window_fixture_get_grid (fixture), "header-menu", field, &rectangle);
  settle ();
  g_assert_nonnull (get_popover (fixture));

  return get_popover (fixture);
}

static const char *
get_label (GtkWidget *widget)
{
  if (GTK_IS_CHECK_BUTTON (widget))
    return gtk_check_button_get_label (GTK_CHECK_BUTTON (widget));
  if (GTK_IS_BUTTON (widget))
    return gtk_button_get_label (GTK_BUTTON (widget));

  return NULL;
}

/* The button whose label begins with a text. */
static GtkWidget *
find_button (GtkWidget *widget, const char *start)
{
  const char *label = get_label (widget);

  if (label != NULL && g_str_has_prefix (label, start))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, start);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
tick (GtkWidget *popover, const char *start)
{
  GtkWidget *button = find_button (popover, start);

  g_assert_nonnull (button);
  if (GTK_IS_CHECK_BUTTON (button))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                                 !gtk_check_button_get_active (GTK_CHECK_BUTTON (button)));
  else if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  else
    g_signal_emit_by_name (button, "clicked");
  settle ();
}

static guint
count_rows (WindowFixture *fixture)
{
  return g_list_model_get_n_items (get_list (fixture));
}

static void
assert_all (WindowFixture *fixture, guint field, const char *text)
{
  g_assert_cmpuint (count_rows (fixture), >, 0);
  for (guint i = 0; i < count_rows (fixture); i++)
    {
      g_autoptr (TagaRecord) asset = g_list_model_get_item (get_list (fixture), i);

      g_assert_cmpstr (taga_record_get_text (asset, field), ==, text);
    }
}

static void
type_into (GtkWidget *popover, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (window_fixture_find (popover, GTK_TYPE_ENTRY)), text);
  settle ();
  settle ();
}

static void
test_choices_are_counted_and_ticked (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *popover = open_popover (fixture, TAGA_ASSET_MEDIUM);
  guint n_paper;

  tick (popover, "Paper documents (");
  assert_all (fixture, TAGA_ASSET_MEDIUM, "paper");
  n_paper = count_rows (fixture);
  tick (popover, "Office PC (");
  g_assert_cmpuint (count_rows (fixture), >, n_paper);
  tick (popover, "Office PC (");
  g_assert_cmpuint (count_rows (fixture), ==, n_paper);

  /* Another column counts what this one leaves. */
  popover = open_popover (fixture, TAGA_ASSET_MY_NUMBER);
  g_assert_nonnull (find_button (popover, "Yes (1)"));
  tick (popover, "Yes (1)");
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  tick (popover, "_Show All");
  g_assert_cmpuint (count_rows (fixture), ==, n_paper);
}

static void
test_texts_are_ticked_or_typed (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *popover = open_popover (fixture, TAGA_ASSET_DEPARTMENT);

  tick (popover, "営業部 (");
  assert_all (fixture, TAGA_ASSET_DEPARTMENT, "営業部");
  tick (popover, "営業部 (");
  g_assert_cmpuint (count_rows (fixture), ==, 44);

  type_into (popover, "ｿｳﾑ");
  g_assert_null (find_button (popover, "営業部 ("));
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  type_into (popover, "総務");
  assert_all (fixture, TAGA_ASSET_DEPARTMENT, "総務部");
  g_assert_nonnull (find_button (popover, "総務部 ("));
  g_assert_null (find_button (popover, "営業部 ("));
}

static void
test_blanks_are_shown_or_left_out (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *popover = open_popover (fixture, TAGA_ASSET_REVIEWED_ON);
  guint n_empty;

  tick (popover, "Only empty ones");
  assert_all (fixture, TAGA_ASSET_REVIEWED_ON, NULL);
  n_empty = count_rows (fixture);
  tick (popover, "Only filled ones");
  g_assert_cmpuint (count_rows (fixture), ==, 44 - n_empty);
  tick (popover, "Only filled ones");
  g_assert_cmpuint (count_rows (fixture), ==, 44);

  type_into (popover, "令和8年10月8日");
  g_assert_cmpuint (count_rows (fixture), >, 0);
  g_assert_cmpuint (count_rows (fixture), <, 44 - n_empty);
  n_empty += count_rows (fixture);
  tick (popover, "Empty ones besides");
  g_assert_cmpuint (count_rows (fixture), ==, n_empty);
}

/* What a view filters by can be seen, and is not lost when more is asked for. */
static void
test_a_view_shows_in_its_heading (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *views = window_fixture_find (GTK_WIDGET (fixture->window), TAGA_TYPE_VIEW_MENU);
  GtkWidget *popover;
  const TagaFilter *filter;

  gtk_widget_activate_action (views, "views.show", "s", "overdue");
  settle ();
  popover = open_popover (fixture, TAGA_ASSET_RETENTION);
  g_assert_true (window_fixture_shows (popover, "Only where the text names a day"));
  type_into (popover, "2026");
  filter = taga_query_get_filter (taga_record_table_get_query (get_table (fixture)),
                                  TAGA_ASSET_RETENTION);
  g_assert_true (filter->by_end);
  g_assert_nonnull (filter->to);
  g_assert_cmpstr (filter->contains, ==, "2026");
}

static void
assert_sorted (WindowFixture *fixture, guint i, guint field, gboolean descending)
{
  const TagaQuery *query = taga_record_table_get_query (get_table (fixture));

  g_assert_cmpuint (query->sorts->len, >, i);
  g_assert_cmpuint (g_array_index (query->sorts, TagaSort, i).field, ==, field);
  g_assert_true (g_array_index (query->sorts, TagaSort, i).descending == descending);
}

static void
test_sorts_alone_and_together (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *popover = open_popover (fixture, TAGA_ASSET_RISK);
  g_autoptr (TagaRecord) first = NULL;

  g_assert_null (find_button (popover, "Together"));
  tick (popover, "Descending");
  assert_sorted (fixture, 0, TAGA_ASSET_RISK, TRUE);
  first = g_list_model_get_item (get_list (fixture), 0);
  g_assert_cmpint (taga_record_get_number (first, TAGA_ASSET_RISK), ==, 9);

  popover = open_popover (fixture, TAGA_ASSET_NAME);
  tick (popover, "Together");
  tick (popover, "Ascending");
  assert_sorted (fixture, 0, TAGA_ASSET_RISK, TRUE);
  assert_sorted (fixture, 1, TAGA_ASSET_NAME, FALSE);
  tick (popover, "Not sorted");
  g_assert_cmpuint (taga_record_table_get_query (get_table (fixture))->sorts->len, ==, 1);
  tick (popover, "Together");
  tick (popover, "Ascending");
  assert_sorted (fixture, 0, TAGA_ASSET_NAME, FALSE);
  g_assert_cmpuint (taga_record_table_get_query (get_table (fixture))->sorts->len, ==, 1);
}

static void
test_a_column_is_hidden (WindowFixture *fixture, gconstpointer data)
{
  TagaGrid *grid = window_fixture_get_grid (fixture);

  tick (open_popover (fixture, TAGA_ASSET_USERS), "_Hide Column");
  g_assert_false (taga_grid_get_column (grid, TAGA_ASSET_USERS)->visible);
  for (int i = 0; i < 25 && get_popover (fixture) != NULL; i++)
    settle ();
  g_assert_null (get_popover (fixture));
}

#define ADD(path, func)                                                                            \
  g_test_add ("/table-filter/" path, WindowFixture, NULL, window_fixture_set_up, func,             \
              window_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_autoptr (TagaApplication) application = window_fixture_init (&argc, &argv);

  ADD ("choices-are-counted-and-ticked", test_choices_are_counted_and_ticked);
  ADD ("texts-are-ticked-or-typed", test_texts_are_ticked_or_typed);
  ADD ("blanks-are-shown-or-left-out", test_blanks_are_shown_or_left_out);
  ADD ("a-view-shows-in-its-heading", test_a_view_shows_in_its_heading);
  ADD ("sorts-alone-and-together", test_sorts_alone_and_together);
  ADD ("a-column-is-hidden", test_a_column_is_hidden);

  return g_test_run ();
}
