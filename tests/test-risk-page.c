#include "risk-fixture.h"
#include "screen-fixture.h"
#include "taga-action.h"
#include "taga-asset.h"
#include "taga-company.h"
#include "taga-cost-dialog.h"
#include "taga-grid-private.h"
#include "taga-grid-row.h"
#include "taga-measure-view.h"
#include "taga-measure.h"
#include "taga-plan-dialog.h"
#include "taga-risk-line-control.h"
#include "taga-risk-matrix-view.h"
#include "taga-risk-view.h"
#include "widget-fixture.h"

/* The risks under the hands of somebody who decides about them. */

static GtkWidget *
find_text (WindowFixture *fixture, const char *text)
{
  return widget_fixture_find_text (risk_fixture_get_view (fixture, TAGA_TYPE_RISK_VIEW), text);
}

static void
wait_for (WindowFixture *fixture, const char *text)
{
  widget_fixture_wait_for (risk_fixture_get_view (fixture, TAGA_TYPE_RISK_VIEW), text);
}

/* The button of the matrix whose label begins like this. */
static GtkWidget *
find_cell (WindowFixture *fixture, int importance, int likelihood)
{
  GtkWidget *matrix = risk_fixture_get_view (fixture, TAGA_TYPE_RISK_MATRIX_VIEW);

  /* The grid has a label for each row, and from the lowest importance three buttons. */
  return widget_fixture_find_type (matrix, GTK_TYPE_TOGGLE_BUTTON,
                                   (guint) ((importance - 1) * 3 + likelihood - 1));
}

static TagaStore *
get_store (WindowFixture *fixture)
{
  return taga_window_get_store (fixture->window);
}

static gint64
count_measures (WindowFixture *fixture)
{
  return taga_store_count (get_store (fixture), TAGA_TYPE_MEASURE, NULL);
}

static void
test_largest_first (WindowFixture *fixture, gconstpointer data)
{
  TagaRecordTable *table = risk_fixture_get_table (fixture, TAGA_TYPE_RISK_VIEW);
  GListModel *list = G_LIST_MODEL (taga_record_table_get_list (table));
  gint64 last = G_MAXINT64;
  gboolean is_known = TRUE;

  g_assert_cmpuint (risk_fixture_count_rows (fixture), ==, 44);
  for (guint i = 0; i < 44; i++)
    {
      g_autoptr (TagaRecord) asset = g_list_model_get_item (list, i);
      gint64 risk = taga_record_get_number (asset, TAGA_ASSET_RISK);

      /* What is not known comes last. */
      if (risk == TAGA_UNKNOWN)
        is_known = FALSE;
      else
        {
          g_assert_true (is_known);
          g_assert_cmpint (risk, <=, last);
          last = risk;
        }
    }

  /* Rows come and go where the register is kept. */
  g_assert_false (taga_grid_get_has_new_row (taga_record_table_get_grid (table)));
  risk_fixture_pick (fixture, 0, TAGA_ASSET_NAME, 2);
  gtk_widget_activate_action (GTK_WIDGET (table), "table.remove", NULL);
  gtk_widget_activate_action (GTK_WIDGET (table), "table.duplicate", NULL);
  gtk_widget_activate_action (GTK_WIDGET (table), "table.insert", NULL);
  g_assert_cmpuint (risk_fixture_count_rows (fixture), ==, 44);
  g_assert_cmpint (taga_store_count (get_store (fixture), TAGA_TYPE_ASSET, NULL), ==, 44);
}

/* How the risks are arranged is nothing to the register, and remembered. */
static void
test_columns_are_its_own (WindowFixture *fixture, gconstpointer data)
{
  TagaGrid *register_grid = window_fixture_get_grid (fixture);
  TagaGrid *grid =
      taga_record_table_get_grid (risk_fixture_get_table (fixture, TAGA_TYPE_RISK_VIEW));
  int width = taga_grid_get_column (register_grid, TAGA_ASSET_NAME)->width;

  taga_grid_set_column_width (grid, TAGA_ASSET_NAME, 300);
  g_signal_emit_by_name (grid, "column-resized", TAGA_ASSET_NAME, 300);
  window_fixture_close (fixture);
  window_fixture_open (fixture);
  g_assert_cmpint (taga_grid_get_column (window_fixture_get_grid (fixture), TAGA_ASSET_NAME)->width,
                   ==, width);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", "risks");
  settle ();
  grid = taga_record_table_get_grid (risk_fixture_get_table (fixture, TAGA_TYPE_RISK_VIEW));
  g_assert_cmpint (taga_grid_get_column (grid, TAGA_ASSET_NAME)->width, ==, 300);
}

static void
test_matrix_filters (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *cell = find_cell (fixture, 3, 2);
  guint n_in_cell;

  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Importance 3 × likelihood 2: Large 6, 9 assets");
  g_assert_true (gtk_widget_grab_focus (cell));
  risk_fixture_press (fixture, GDK_KEY_space, 0);
  n_in_cell = risk_fixture_count_rows (fixture);
  g_assert_cmpuint (n_in_cell, ==, 9);
  g_assert_nonnull (find_text (fixture, "Shown: importance 3 × likelihood 2"));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (cell)));

  /* Another cell takes its place; the same again shows all. */
  cell = find_cell (fixture, 2, 2);
  gtk_widget_grab_focus (cell);
  risk_fixture_press (fixture, GDK_KEY_space, 0);
  g_assert_nonnull (find_text (fixture, "Shown: importance 2 × likelihood 2"));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_cell (fixture, 3, 2))));
  risk_fixture_press (fixture, GDK_KEY_space, 0);
  g_assert_cmpuint (risk_fixture_count_rows (fixture), ==, 44);
  g_assert_null (find_text (fixture, "Shown: "));

  /* Esc ends it from among the cells, too. */
  risk_fixture_press (fixture, GDK_KEY_space, 0);
  risk_fixture_press (fixture, GDK_KEY_F6, 0);
  risk_fixture_press (fixture, GDK_KEY_Escape, 0);
  g_assert_cmpuint (risk_fixture_count_rows (fixture), ==, 44);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (cell)));
}

static void
test_unknown_risks_are_found (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *matrix = risk_fixture_get_view (fixture, TAGA_TYPE_RISK_MATRIX_VIEW);
  GtkWidget *unknown = widget_fixture_find_type (matrix, GTK_TYPE_TOGGLE_BUTTON, 9);

  g_assert_nonnull (find_text (fixture, "Not known yet: 2 assets"));
  gtk_widget_grab_focus (unknown);
  risk_fixture_press (fixture, GDK_KEY_space, 0);
  g_assert_cmpuint (risk_fixture_count_rows (fixture), ==, 2);
  g_assert_nonnull (find_text (fixture, "Shown: risks not known yet"));
  risk_fixture_press (fixture, GDK_KEY_Escape, 0);
  g_assert_cmpuint (risk_fixture_count_rows (fixture), ==, 44);
}

static TagaGridRow *
find_row (GtkWidget *widget, guint position)
{
  if (TAGA_IS_GRID_ROW (widget) && taga_grid_row_get_position (TAGA_GRID_ROW (widget)) == position)
    return TAGA_GRID_ROW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      TagaGridRow *row = find_row (child, position);

      if (row != NULL)
        return row;
    }

  return NULL;
}

static gboolean
has_line_above (WindowFixture *fixture, guint position)
{
  TagaGrid *grid =
      taga_record_table_get_grid (risk_fixture_get_table (fixture, TAGA_TYPE_RISK_VIEW));
  TagaGridRow *row;

  taga_grid_set_cursor (grid, position, TAGA_ASSET_NAME);
  settle ();
  row = find_row (GTK_WIDGET (grid), position);
  g_assert_nonnull (row);

  return gtk_widget_has_css_class (GTK_WIDGET (row), "acceptance");
}

/* The line stands where the company puts it, in one step; words say which side a risk is on. */
static void
test_line_of_acceptance (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *control = risk_fixture_get_view (fixture, TAGA_TYPE_RISK_LINE_CONTROL);
  GtkWidget *button = widget_fixture_find_type (control, GTK_TYPE_MENU_BUTTON, 0);
  guint n_steps = risk_fixture_count_steps (fixture);
  g_autofree char *above = risk_fixture_dup_text (fixture, 26, TAGA_ASSET_TREATMENT);
  g_autofree char *below = risk_fixture_dup_text (fixture, 27, TAGA_ASSET_TREATMENT);
  g_autoptr (TagaRecord) company = NULL;
  GtkWidget *choice;

  g_assert_nonnull (find_text (fixture, "Line of acceptance: treat from Medium 4"));
  g_assert_nonnull (find_text (fixture, "27 of 44 assets are above the line."));
  g_assert_cmpstr (above, ==, "Undecided");
  g_assert_cmpstr (below, ==, "May stay");
  g_assert_false (has_line_above (fixture, 26));
  g_assert_true (has_line_above (fixture, 27));
  g_assert_false (has_line_above (fixture, 28));

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  settle ();
  choice = risk_fixture_find_named (control, GTK_TYPE_CHECK_BUTTON, "6");
  g_assert_nonnull (choice);
  gtk_widget_activate (choice);
  settle ();
  company = taga_store_get_record (get_store (fixture), TAGA_TYPE_COMPANY, 1, NULL);
  g_assert_cmpint (taga_record_get_number (company, TAGA_COMPANY_ACCEPTANCE), ==, 6);
  g_assert_cmpuint (risk_fixture_count_steps (fixture), ==, n_steps + 1);
  wait_for (fixture, "18 of 44 assets are above the line.");
  g_assert_true (has_line_above (fixture, 18));
  g_assert_false (has_line_above (fixture, 27));

  risk_fixture_undo (fixture);
  wait_for (fixture, "27 of 44 assets are above the line.");
}

/* A treatment by its first letter; what stays above the line is pointed out, in words. */
static void
test_treatment_in_the_cell (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *none = risk_fixture_dup_text (fixture, 0, TAGA_ASSET_RESIDUAL);
  g_autofree char *still = NULL;
  g_autofree char *unjudged = NULL;

  g_assert_cmpstr (none, ==, "");
  risk_fixture_pick (fixture, 0, TAGA_ASSET_TREATMENT, 1);
  risk_fixture_type (fixture, TAGA_TYPE_RISK_VIEW, "red");
  still = risk_fixture_dup_text (fixture, 0, TAGA_ASSET_RESIDUAL);
  g_assert_cmpstr (still, ==, "⚠ Large 9, above the line");
  wait_for (fixture, "Treatment undecided: 26");
  wait_for (fixture, "⚠ Above the line even after treatment: 1");

  gtk_widget_activate_action (risk_fixture_get_view (fixture, TAGA_TYPE_RISK_VIEW),
                              "risk.show-above", NULL);
  settle ();
  g_assert_cmpuint (risk_fixture_count_rows (fixture), ==, 1);
  g_assert_nonnull (find_text (fixture, "Shown: above the line even after treatment"));
  risk_fixture_press (fixture, GDK_KEY_Escape, 0);
  g_assert_cmpuint (risk_fixture_count_rows (fixture), ==, 44);

  gtk_widget_activate_action (risk_fixture_get_view (fixture, TAGA_TYPE_RISK_VIEW),
                              "risk.show-untreated", NULL);
  settle ();
  g_assert_cmpuint (risk_fixture_count_rows (fixture), ==, 26);
  risk_fixture_press (fixture, GDK_KEY_Escape, 0);

  risk_fixture_pick (fixture, 1, TAGA_ASSET_TREATMENT, 1);
  risk_fixture_type (fixture, TAGA_TYPE_RISK_VIEW, "t");
  unjudged = risk_fixture_dup_text (fixture, 1, TAGA_ASSET_RESIDUAL);
  g_assert_cmpstr (unjudged, ==, "Not judged yet");
}

/* What the program advises becomes measures in one step, and the residual risks follow. */
static void
test_advice_becomes_a_plan (WindowFixture *fixture, gconstpointer data)
{
  guint n_steps;
  GtkWidget *dialog;
  g_autofree char *residual = NULL;

  risk_fixture_pick (fixture, 0, TAGA_ASSET_TREATMENT, 1);
  risk_fixture_type (fixture, TAGA_TYPE_RISK_VIEW, "red");
  wait_for (fixture, "Costs not entered yet: Large 18 → ");
  wait_for (fixture, "reckoned as ¥0");
  n_steps = risk_fixture_count_steps (fixture);
  window_fixture_press ("Put into the Plan");
  dialog = widget_fixture_get_dialog (TAGA_TYPE_PLAN_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_cmpuint (risk_fixture_count_steps (fixture), ==, n_steps);
  gtk_editable_set_text (GTK_EDITABLE (widget_fixture_find_type (dialog, GTK_TYPE_TEXT, 1)),
                         "情シス");
  widget_fixture_activate (widget_fixture_find (dialog, "apply_button"));
  g_assert_null (widget_fixture_get_dialog (TAGA_TYPE_PLAN_DIALOG));
  g_assert_cmpint (count_measures (fixture), >, 1);
  g_assert_cmpuint (risk_fixture_count_steps (fixture), ==, n_steps + 1);
  residual = risk_fixture_dup_text (fixture, 0, TAGA_ASSET_RESIDUAL);
  g_assert_cmpstr (residual, ==, "Small 3");
  wait_for (fixture, "All of it is in the plan already.");

  risk_fixture_undo (fixture);
  g_assert_cmpint (count_measures (fixture), ==, 0);
}

/* Costs are entered for all at once; the budget then decides. */
static void
test_costs_and_budget (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *view = risk_fixture_get_view (fixture, TAGA_TYPE_RISK_VIEW);
  GtkWidget *dialog;
  GtkWidget *entry;
  guint n_steps;

  wait_for (fixture, "Costs not entered yet: ");
  n_steps = risk_fixture_count_steps (fixture);
  window_fixture_press ("Costs…");
  dialog = widget_fixture_get_dialog (TAGA_TYPE_COST_DIALOG);
  g_assert_nonnull (dialog);

  /* Tab goes from amount to amount, and what is typed arrives there. */
  widget_fixture_press (dialog, GDK_KEY_Tab, 0);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (dialog)),
                                         widget_fixture_find_type (dialog, GTK_TYPE_ENTRY, 1)));
  for (guint i = 0; (entry = widget_fixture_find_type (dialog, GTK_TYPE_ENTRY, i)) != NULL; i++)
    gtk_editable_set_text (GTK_EDITABLE (entry), i == 0 ? "一万" : "１万円");
  g_assert_true (widget_fixture_shows (dialog, "1 entry is not an amount in yen."));
  g_assert_false (gtk_widget_get_sensitive (widget_fixture_find (dialog, "apply_button")));
  gtk_editable_set_text (GTK_EDITABLE (widget_fixture_find_type (dialog, GTK_TYPE_ENTRY, 0)),
                         "10,000");
  widget_fixture_activate (widget_fixture_find (dialog, "apply_button"));
  g_assert_null (widget_fixture_get_dialog (TAGA_TYPE_COST_DIALOG));
  g_assert_cmpuint (risk_fixture_count_steps (fixture), ==, n_steps + 1);

  wait_for (fixture, "in all: Large 18 → ");
  gtk_editable_set_text (GTK_EDITABLE (widget_fixture_find (view, "budget")), "いくらか");
  wait_for (fixture, "The budget is not an amount in yen.");
  gtk_editable_set_text (GTK_EDITABLE (widget_fixture_find (view, "budget")), "0");
  wait_for (fixture, "Within this budget nothing lowers a risk.");
  gtk_editable_set_text (GTK_EDITABLE (widget_fixture_find (view, "budget")), "100,000");
  wait_for (fixture, "With ¥100,000 more: ");
  g_assert_null (find_text (fixture, "reckoned as ¥0"));
  window_fixture_press ("Next Best");
  g_assert_nonnull (find_text (fixture, "in all: "));
}

static void
test_measure_for_selected_assets (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaRecord) measure = NULL;
  g_autofree char *ids = NULL;
  gint64 first = risk_fixture_get_id (fixture, 0), second = risk_fixture_get_id (fixture, 1);
  TagaGrid *grid;

  risk_fixture_pick (fixture, 0, TAGA_ASSET_TREATMENT, 2);
  risk_fixture_press (fixture, GDK_KEY_m, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  g_assert_cmpint (count_measures (fixture), ==, 1);
  grid = taga_record_table_get_grid (risk_fixture_get_table (fixture, TAGA_TYPE_MEASURE_VIEW));
  measure = taga_grid_dup_cursor_record (grid);
  ids = g_strdup_printf ("%d %d", (int) MIN (first, second), (int) MAX (first, second));
  g_assert_cmpstr (taga_record_get_text (measure, TAGA_MEASURE_ASSETS), ==, ids);

  /* The keys are on its name. */
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (grid)));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (grid)
                 || gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                            GTK_WIDGET (grid)));
}

/* Every text beside the risks has its room, in a small window too. */
static void
test_fits_a_small_window (WindowFixture *fixture, gconstpointer data)
{
  window_fixture_close (fixture);
  window_fixture_open_sized (fixture, 1024, 700);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", "risks");
  settle ();
  wait_for (fixture, "Costs not entered yet: ");
  widget_fixture_assert_whole (risk_fixture_get_view (fixture, TAGA_TYPE_RISK_MATRIX_VIEW));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, 1024);
}

static void
add (const char *path, void (*test) (WindowFixture *, gconstpointer))
{
  g_test_add (path, WindowFixture, NULL, risk_fixture_set_up, test, window_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  TagaApplication *application = window_fixture_init (&argc, &argv);
  int result;

  add ("/risk-page/largest-first", test_largest_first);
  add ("/risk-page/columns-are-its-own", test_columns_are_its_own);
  add ("/risk-page/matrix-filters", test_matrix_filters);
  add ("/risk-page/unknown-risks-are-found", test_unknown_risks_are_found);
  add ("/risk-page/line-of-acceptance", test_line_of_acceptance);
  add ("/risk-page/treatment-in-the-cell", test_treatment_in_the_cell);
  add ("/risk-page/advice-becomes-a-plan", test_advice_becomes_a_plan);
  add ("/risk-page/costs-and-budget", test_costs_and_budget);
  add ("/risk-page/measure-for-selected-assets", test_measure_for_selected_assets);
  add ("/risk-page/fits-a-small-window", test_fits_a_small_window);

  result = g_test_run ();
  g_object_unref (application);

  return result;
}
