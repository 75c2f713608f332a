#include <adwaita.h>
#include <string.h>

#include "screen-fixture.h"
#include "taga-chart-matrix.h"
#include "taga-chart-radar.h"
#include "taga-chart-view.h"
#include "taga-value.h"
#include "widget-fixture.h"

/* A chart in a real window: its colours, its keys, what a screen reader hears. */

typedef struct
{
  GtkWidget *window;
  GtkWidget *view;
  GtkWidget *other;
  guint n_activated;
  guint activated;
} Fixture;

static void
activated_cb (TagaChartView *view, guint part, Fixture *fixture)
{
  fixture->n_activated++;
  fixture->activated = part;
}

static TagaChart *
create_matrix (void)
{
  static const TagaScale scale = { .lowest = 1, .highest = 3, .band_from = { 0, 1, 4, 6 } };
  static const char *const bands[] = { "Unknown", "Small", "Medium", "Large" };
  TagaChart *chart = taga_chart_matrix_new (&scale, bands, TAGA_UNKNOWN);

  taga_chart_set_title (chart, "Risks");
  taga_chart_matrix_set_count (TAGA_CHART_MATRIX (chart), 3, 2, 9);
  return chart;
}

static void
setup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TagaChart) chart = create_matrix ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  fixture->view = taga_chart_view_new (chart);
  gtk_widget_set_vexpand (fixture->view, TRUE);
  fixture->other = gtk_button_new_with_label ("Other");
  gtk_box_append (GTK_BOX (box), fixture->view);
  gtk_box_append (GTK_BOX (box), fixture->other);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 480, 420);
  adw_window_set_content (ADW_WINDOW (fixture->window), box);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_signal_connect (fixture->view, "part-activated", G_CALLBACK (activated_cb), fixture);
  settle ();
}

static void
teardown (Fixture *fixture, gconstpointer data)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *) &fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_null (fixture->view);
}

/* How many pixels of the view have a colour. */
static guint
count_pixels (GtkWidget *view, guint32 colour)
{
  int width = gtk_widget_get_width (view), height = gtk_widget_get_height (view);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (view);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guint32 *pixels = g_new0 (guint32, (gsize) width * (gsize) height);
  guint n = 0;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (view)),
                                         node, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gsk_render_node_unref (node);
  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);
  for (int i = 0; i < width * height; i++)
    n += (pixels[i] & 0xFFFFFF) == colour && pixels[i] >> 24 == 0xFF;

  return n;
}

static void
test_follows_the_colours_of_the_desktop (Fixture *fixture, gconstpointer data)
{
  TagaChartView *view = TAGA_CHART_VIEW (fixture->view);
  const TagaPalette *light = taga_palette_get (TAGA_PALETTE_LIGHT);
  const TagaPalette *dark = taga_palette_get (TAGA_PALETTE_DARK);
  AdwStyleManager *manager = adw_style_manager_get_default ();

  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  settle ();
  g_assert_cmpint (taga_chart_view_get_palette (view), ==, TAGA_PALETTE_LIGHT);
  g_assert_cmpuint (count_pixels (fixture->view, light->bands[TAGA_BAND_LARGE]), >, 2000);
  g_assert_cmpuint (count_pixels (fixture->view, dark->text), ==, 0);

  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  settle ();
  g_assert_cmpint (taga_chart_view_get_palette (view), ==, TAGA_PALETTE_DARK);
  g_assert_cmpuint (count_pixels (fixture->view, dark->text), >, 10);
}

static void
test_is_a_picture_with_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TagaChart) chart = create_matrix ();
  g_autofree char *summary = taga_chart_dup_summary (chart);
  g_autofree char *both =
      g_strconcat ("Importance 3, likelihood 1: Small 3, 0 assets\n", summary, NULL);

  gtk_test_accessible_assert_role (fixture->view, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Risks");
  gtk_widget_grab_focus (fixture->other);
  settle ();
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary);

  gtk_widget_grab_focus (fixture->view);
  settle ();
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, both);
}

static void
test_keys_move_between_cells (Fixture *fixture, gconstpointer data)
{
  TagaChartView *view = TAGA_CHART_VIEW (fixture->view);

  gtk_widget_grab_focus (fixture->view);
  widget_fixture_press (fixture->window, GDK_KEY_Right, 0);
  g_assert_cmpuint (taga_chart_view_get_part (view), ==, 1);
  widget_fixture_press (fixture->window, GDK_KEY_Down, 0);
  g_assert_cmpuint (taga_chart_view_get_part (view), ==, 4);
  widget_fixture_press (fixture->window, GDK_KEY_Left, 0);
  widget_fixture_press (fixture->window, GDK_KEY_Left, 0);
  g_assert_cmpuint (taga_chart_view_get_part (view), ==, 3);
  g_assert_cmpuint (fixture->n_activated, ==, 0);

  widget_fixture_press (fixture->window, GDK_KEY_Return, 0);
  g_assert_cmpuint (fixture->n_activated, ==, 1);
  g_assert_cmpuint (fixture->activated, ==, 3);
  widget_fixture_press (fixture->window, GDK_KEY_space, 0);
  g_assert_cmpuint (fixture->n_activated, ==, 2);

  /* Chords belong to the window. */
  widget_fixture_press (fixture->window, GDK_KEY_Up, GDK_CONTROL_MASK);
  g_assert_cmpuint (taga_chart_view_get_part (view), ==, 3);
}

static void
click (GtkWidget *view, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "released", 1, x, y);
    }
}

static void
test_a_click_chooses_a_cell (Fixture *fixture, gconstpointer data)
{
  int width = gtk_widget_get_width (fixture->view);

  click (fixture->view, width - 20, 20);
  g_assert_cmpuint (fixture->n_activated, ==, 1);
  g_assert_cmpuint (fixture->activated, ==, 2);
  g_assert_cmpuint (taga_chart_view_get_part (TAGA_CHART_VIEW (fixture->view)), ==, 2);
  g_assert_true (gtk_widget_has_focus (fixture->view));

  /* Beside the cells there is nothing to choose. */
  click (fixture->view, 3, 3);
  g_assert_cmpuint (fixture->n_activated, ==, 1);
}

static void
test_new_figures_keep_the_place (Fixture *fixture, gconstpointer data)
{
  TagaChartView *view = TAGA_CHART_VIEW (fixture->view);
  g_autoptr (TagaChart) matrix = create_matrix ();
  g_autoptr (TagaChart) radar = taga_chart_radar_new ();

  taga_chart_view_set_part (view, 7);
  taga_chart_view_set_chart (view, matrix);
  g_assert_cmpuint (taga_chart_view_get_part (view), ==, 7);
  g_assert_true (gtk_widget_get_focusable (fixture->view));

  /* What has no parts takes no keys, and is no stop for Tab. */
  taga_chart_view_set_chart (view, radar);
  g_assert_cmpuint (taga_chart_view_get_part (view), ==, 0);
  g_assert_false (gtk_widget_get_focusable (fixture->view));
  settle ();

  taga_chart_view_set_chart (view, NULL);
  settle ();
  g_assert_null (taga_chart_view_get_chart (view));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, setup, func, teardown)

int
main (int argc, char **argv)
{
  screen_fixture_init (&argc, &argv);

  ADD ("/chart-view/follows-the-colours-of-the-desktop", test_follows_the_colours_of_the_desktop);
  ADD ("/chart-view/is-a-picture-with-words", test_is_a_picture_with_words);
  ADD ("/chart-view/keys-move-between-cells", test_keys_move_between_cells);
  ADD ("/chart-view/a-click-chooses-a-cell", test_a_click_chooses_a_cell);
  ADD ("/chart-view/new-figures-keep-the-place", test_new_figures_keep_the_place);

  return g_test_run ();
}
