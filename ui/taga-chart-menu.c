#include "taga-chart-menu.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "taga-chart-writer.h"
#include "taga-figures.h"
#include "taga-file-dialog.h"
#include "taga-job.h"
#include "taga-popover.h"
#include "taga-ui.h"
#include "taga-written.h"

/* What can be done with a chart on the screen: its numbers as a table, a copy of it, a file. */

/* A table of more columns is turned: a chart has more rounds than lines sooner than the reverse. */
#define MAX_COLUMNS 6

#define MAX_TABLE_HEIGHT 420
#define MIN_TABLE_WIDTH 380

/* Pixels of a point on a display that does not say how fine it is. */
#define USUAL_RESOLUTION 96

/* Under which name a view holds its actions. */
#define ACTIONS "taga-chart-actions"

static GActionGroup *
get_actions (TagaChartView *view)
{
  return g_object_get_data (G_OBJECT (view), ACTIONS);
}

/* As large as it is on the screen, in the colours of print. */
static void
get_format (TagaChartView *view, TagaChartFormat *format)
{
  const double point = 72.0 / USUAL_RESOLUTION;
  double width = gtk_widget_get_width (GTK_WIDGET (view));
  double height = gtk_widget_get_height (GTK_WIDGET (view));

  taga_chart_format_init (format, taga_chart_view_get_chart (view), TAGA_PALETTE_PRINT);
  if (width < 1 || height < 1)
    return;

  format->text_size = taga_chart_view_get_text_size (view) * point;
  format->width = width * point + 2 * format->text_size;
  format->height = height * point + 2 * format->text_size;
}

/* A chart that is written in a thread. It is not changed any more, and neither are its fonts. */
typedef struct
{
  GtkWidget *widget; /* (unowned): the job's parent */
  TagaChart *chart;  /* (owned) */
  TagaChartFormat format;
  GFile *target; /* (owned) */
} Work;

static void
free_work (gpointer data)
{
  Work *work = data;

  g_object_unref (work->chart);
  g_object_unref (work->target);
  g_free (work);
}

static gboolean
write_chart (TagaJob *job, gpointer data, GError **error)
{
  Work *work = data;

  return taga_chart_write (work->chart, &work->format, work->target, TAGA_WRITE_REPLACE, error);
}

static void
written_cb (const GError *error, gpointer user_data)
{
  Work *work = user_data;

  if (error != NULL)
    taga_ui_show_error (work->widget, _ ("The Chart Could Not Be Saved"), error);
  else
    taga_written_announce (work->widget, _ ("The chart is saved."), work->target);
}

/**
 * taga_chart_menu_write:
 * @view: a view with a chart, inside the toast overlay that is to tell the outcome
 * @target: where to; a file that is there is replaced
 *
 * Writes a chart as it is on the screen, but in the colours of print, as a job, and then offers to
 * open it.
 */
void
taga_chart_menu_write (TagaChartView *view, GFile *target)
{
  TagaChart *chart = taga_chart_view_get_chart (view);
  Work *work;

  g_return_if_fail (chart != NULL && G_IS_FILE (target));

  work = g_new0 (Work, 1);
  work->widget = GTK_WIDGET (view);
  work->chart = g_object_ref (chart);
  work->target = g_object_ref (target);
  get_format (view, &work->format);
  taga_job_run (GTK_WIDGET (view), _ ("Saving the chart"), write_chart, work, free_work, written_cb,
                work);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GWeakRef *view_ref = user_data;
  g_autoptr (TagaChartView) view = g_weak_ref_get (view_ref);
  TagaFileKind kind;
  g_autoptr (GFile) target = taga_file_dialog_save_finish (result, &kind, NULL);

  if (target != NULL && view != NULL && taga_chart_view_get_chart (view) != NULL
      && gtk_widget_get_root (GTK_WIDGET (view)) != NULL)
    taga_chart_menu_write (view, target);

  g_weak_ref_clear (view_ref);
  g_free (view_ref);
}

static void
save_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const TagaFileKind kinds[] = { TAGA_FILE_PNG, TAGA_FILE_SVG, TAGA_FILE_PDF };
  TagaChartView *view = user_data;
  TagaChart *chart = taga_chart_view_get_chart (view);
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  GWeakRef *view_ref;

  if (chart == NULL)
    return;

  title = taga_written_clean_name (taga_chart_get_title (chart));
  name = g_strconcat (*title == '\0' ? _ ("Chart") : title, ".png", NULL);
  view_ref = g_new0 (GWeakRef, 1);
  g_weak_ref_init (view_ref, view);
  taga_file_dialog_save (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view))), _ ("Save the Chart"),
                         NULL, name, kinds, G_N_ELEMENTS (kinds), chosen_cb, view_ref);
}

static void
tell (TagaChartView *view, const char *text)
{
  if (gtk_widget_get_ancestor (GTK_WIDGET (view), ADW_TYPE_TOAST_OVERLAY) != NULL)
    taga_ui_toast (GTK_WIDGET (view), text);
}

/* A picture without holes: what shows behind it elsewhere may be dark. */
static GdkTexture *
create_texture (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guchar *data = cairo_image_surface_get_data (surface);
  g_autoptr (GBytes) bytes = NULL;

  for (int y = 0; y < height; y++)
    {
      guint32 *row = (guint32 *) (gpointer) (data + (gsize) y * (gsize) stride);

      for (int x = 0; x < width; x++)
        row[x] |= 0xFF000000;
    }

  bytes = g_bytes_new (data, (gsize) stride * (gsize) height);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}

static void
copy_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TagaChartView *view = user_data;
  TagaChart *chart = taga_chart_view_get_chart (view);
  TagaChartFormat format;
  cairo_surface_t *surface;

  if (chart == NULL)
    return;

  get_format (view, &format);
  format.dpi = 2 * TAGA_CHART_SCREEN_DPI;
  surface = taga_chart_create_picture (chart, &format);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    {
      g_autoptr (GdkTexture) texture = create_texture (surface);

      gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (view)), texture);
      tell (view, _ ("The chart is copied as a picture."));
    }
  cairo_surface_destroy (surface);
}

static void
copy_numbers_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TagaChartView *view = user_data;
  TagaChart *chart = taga_chart_view_get_chart (view);
  g_autoptr (TagaChartTable) table = NULL;
  g_autofree char *text = NULL;

  if (chart == NULL)
    return;

  table = taga_chart_dup_table (chart);
  text = taga_chart_table_to_text (table);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), text);
  tell (view, _ ("The numbers are copied. Paste them into a spreadsheet."));
}

/* A cell by row and column, the headings being row 0; turned, these change places. */
static const char *
get_cell (const TagaChartTable *table, gboolean is_turned, guint row, guint column)
{
  guint r = is_turned ? column : row, c = is_turned ? row : column;

  return r == 0 ? table->headings->pdata[c] : taga_chart_table_get (table, r - 1, c);
}

/**
 * taga_chart_menu_create_table:
 * @chart: a chart
 *
 * Makes a table of a chart's numbers, which a screen reader reads cell by cell.
 *
 * Returns: (transfer floating): the table
 */
GtkWidget *
taga_chart_menu_create_table (TagaChart *chart)
{
  g_autoptr (TagaChartTable) table = taga_chart_dup_table (chart);
  gboolean is_turned = table->n_columns > MAX_COLUMNS;
  guint n_rows = taga_chart_table_get_n_rows (table) + 1;
  guint rows = is_turned ? table->n_columns : n_rows;
  guint columns = is_turned ? n_rows : table->n_columns;
  g_autofree const char **cells = g_new0 (const char *, columns + 1);
  GtkWidget *figures = NULL;

  for (guint row = 0; row < rows; row++)
    {
      for (guint column = 0; column < columns; column++)
        cells[column] = get_cell (table, is_turned, row, column);
      if (row == 0)
        figures = taga_figures_new (taga_chart_get_title (chart), cells);
      else
        taga_figures_add_row (TAGA_FIGURES (figures), cells);
    }

  return figures;
}

static void
numbers_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TagaChartView *view = user_data;
  TagaChart *chart = taga_chart_view_get_chart (view);
  GtkWidget *popover, *scroller, *table;

  if (chart == NULL)
    return;

  /* The table takes the width that it needs; only a high one is scrolled. */
  table = taga_chart_menu_create_table (chart);
  gtk_widget_set_size_request (table, MIN_TABLE_WIDTH, -1);
  scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", table, "propagate-natural-height",
                           TRUE, "max-content-height", MAX_TABLE_HEIGHT, "hscrollbar-policy",
                           GTK_POLICY_NEVER, NULL);
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  taga_chart_get_title (chart), -1);
  taga_popover_show (GTK_WIDGET (view), popover,
                     &(GdkRectangle){ gtk_widget_get_width (GTK_WIDGET (view)) / 2,
                                      gtk_widget_get_height (GTK_WIDGET (view)) / 2, 1, 1 });
}

static GMenuModel *
create_model (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) numbers = g_menu_new ();
  g_autoptr (GMenu) picture = g_menu_new ();

  g_menu_append (numbers, _ ("Its _Numbers as a Table"), "chart.numbers");
  g_menu_append (numbers, _ ("Copy the N_umbers"), "chart.copy-numbers");
  g_menu_append (picture, _ ("_Copy as Picture"), "chart.copy");
  g_menu_append (picture, _ ("_Save As…"), "chart.save");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (numbers));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (picture));

  return G_MENU_MODEL (menu);
}

/**
 * taga_chart_menu_popup:
 * @view: a view with a chart
 * @rectangle: what the menu points to
 *
 * Shows what can be done with a chart.
 */
void
taga_chart_menu_popup (TagaChartView *view, const GdkRectangle *rectangle)
{
  g_autoptr (GMenuModel) model = create_model ();
  GtkWidget *popover = gtk_popover_menu_new_from_model (model);

  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_insert_action_group (popover, "chart", get_actions (view));
  taga_popover_show (GTK_WIDGET (view), popover, rectangle);
}

static void
pressed_cb (TagaChartView *view, int n_press, double x, double y)
{
  if (taga_chart_view_get_chart (view) != NULL)
    taga_chart_menu_popup (view, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
}

/* The menu key asks for the menu of the part that has the keys. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                gpointer user_data)
{
  TagaChartView *view = user_data;
  GtkWidget *widget = user_data;
  GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();
  TagaChart *chart = taga_chart_view_get_chart (view);
  TagaChartBox box = { 0 };
  TagaChartStyle style = { taga_palette_get (taga_chart_view_get_palette (view)),
                           taga_chart_view_get_text_size (view) };

  if (chart == NULL
      || !((keyval == GDK_KEY_Menu && held == 0)
           || (keyval == GDK_KEY_F10 && held == GDK_SHIFT_MASK)))
    return GDK_EVENT_PROPAGATE;

  if (taga_chart_view_get_part (view) < taga_chart_get_n_parts (chart))
    taga_chart_get_part (chart, &style, gtk_widget_get_width (widget),
                         gtk_widget_get_height (widget), taga_chart_view_get_part (view), &box);
  taga_chart_menu_popup (
      view, &(GdkRectangle){ (int) (box.x + box.width / 2), (int) (box.y + box.height / 2), 1, 1 });
  return GDK_EVENT_STOP;
}

static const GActionEntry entries[] = {
  { "numbers", numbers_action },
  { "copy", copy_action },
  { "copy-numbers", copy_numbers_action },
  { "save", save_action },
};

/* A button may hold the group longer than the view lives. */
static void
release_actions (gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_action_map_remove_action (G_ACTION_MAP (data), entries[i].name);
  g_object_unref (data);
}

/**
 * taga_chart_menu_add:
 * @view: a new view
 *
 * Gives a view what can be done with its chart, as actions "chart.numbers", "chart.copy",
 * "chart.copy-numbers" and "chart.save" and as a menu.
 */
void
taga_chart_menu_add (TagaChartView *view)
{
  GSimpleActionGroup *group = g_simple_action_group_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), view);
  g_object_set_data_full (G_OBJECT (view), ACTIONS, group, release_actions);
  gtk_widget_insert_action_group (GTK_WIDGET (view), "chart", G_ACTION_GROUP (group));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), view, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), view, 0);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
}

/**
 * taga_chart_menu_button_new:
 * @view: a view
 *
 * Makes a button with the same menu, for beside the chart's heading: a menu that only the other
 * mouse button opens is found by few.
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
taga_chart_menu_button_new (TagaChartView *view)
{
  g_autoptr (GMenuModel) model = create_model ();
  GtkWidget *button =
      g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "view-more-symbolic", "menu-model", model,
                    "tooltip-text", _ ("Numbers and Picture of the Chart"), "valign",
                    GTK_ALIGN_CENTER, "halign", GTK_ALIGN_END, NULL);

  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Numbers and Picture of the Chart"), -1);
  gtk_widget_insert_action_group (button, "chart", get_actions (view));
  g_object_bind_property (view, "visible", button, "visible", G_BINDING_SYNC_CREATE);

  return button;
}

/**
 * taga_chart_menu_place:
 * @view: a view
 * @heading: the heading above it, in a box
 *
 * Puts a menu button beside the heading of a chart. They stand in a grid: a wrapping label in a
 * horizontal box is laid out over and over.
 */
void
taga_chart_menu_place (TagaChartView *view, GtkWidget *heading)
{
  GtkWidget *parent = gtk_widget_get_parent (heading);
  GtkWidget *before = gtk_widget_get_prev_sibling (heading);
  GtkWidget *grid = gtk_grid_new ();

  g_return_if_fail (GTK_IS_BOX (parent));

  g_object_ref (heading);
  gtk_box_remove (GTK_BOX (parent), heading);
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_grid_attach (GTK_GRID (grid), heading, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), taga_chart_menu_button_new (view), 1, 0, 1, 1);
  gtk_box_insert_child_after (GTK_BOX (parent), grid, before);
  g_object_unref (heading);
}
