#include "taga-grid-resize.h"

#include "taga-grid-body.h"

/* How far from a column's edge the pointer may be to drag it. */
#define REACH 4
#define MARGIN 20

/**
 * Resize:
 *
 * The drag of a column's edge in the header.
 */
typedef struct
{
  TagaGrid *grid;   /* (unowned) */
  gboolean on_edge; /* whether the last press was on an edge */
  guint field;
  int width; /* of the column when the drag began, on the screen */
} Resize;

static int
find_edge (TagaGrid *grid, double x)
{
  return taga_grid_layout_edge_at (&grid->layout, (int) x, taga_grid_get_scrolled_x (grid), REACH);
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, TagaGrid *grid)
{
  GtkWidget *header = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (motion));

  gtk_widget_set_cursor_from_name (header, find_edge (grid, x) >= 0 ? "col-resize" : NULL);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, Resize *resize)
{
  int slot = find_edge (resize->grid, x);

  resize->on_edge = slot >= 0;
  if (!resize->on_edge)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  resize->field = taga_grid_layout_get_column (&resize->grid->layout, (guint) slot)->field;
  resize->width = taga_grid_layout_get_slot (&resize->grid->layout, (guint) slot)->width;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double offset_x, double offset_y, Resize *resize)
{
  int width = (int) ((resize->width + offset_x) / resize->grid->scale + 0.5);

  taga_grid_set_column_width (resize->grid, resize->field, width);
}

/* A click that moves nothing resizes nothing. */
static void
drag_end_cb (GtkGestureDrag *gesture, double offset_x, double offset_y, Resize *resize)
{
  if (offset_x > -1 && offset_x < 1)
    return;

  taga_grid_emit (resize->grid, TAGA_GRID_COLUMN_RESIZED, resize->field,
                  taga_grid_get_column (resize->grid, resize->field)->width);
}

/* A double click fits the column to the cells in view. */
static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, Resize *resize)
{
  TagaGrid *grid = resize->grid;
  TagaGridPool *pool = taga_grid_body_get_pool (grid->body);
  int slot = taga_grid_layout_find_slot (&grid->layout, resize->field);
  int width = 0;

  if (n_press != 2 || !resize->on_edge || slot < 0)
    return;

  for (guint i = 0; i < taga_grid_pool_get_n_rows (pool); i++)
    {
      TagaGridCellView *cell =
          taga_grid_row_get_cell (taga_grid_pool_get_nth (pool, i), (guint) slot);

      if (cell != NULL)
        width = MAX (width, taga_grid_cell_view_get_natural_width (cell));
    }

  taga_grid_set_column_width (grid, resize->field, (int) (width / grid->scale) + MARGIN);
  taga_grid_emit (grid, TAGA_GRID_COLUMN_RESIZED, resize->field,
                  taga_grid_get_column (grid, resize->field)->width);
}

/**
 * taga_grid_resize_attach:
 * @self: a grid
 * @header: its header
 *
 * Lets the edges of columns be dragged in the header.
 */
void
taga_grid_resize_attach (TagaGrid *self, GtkWidget *header)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  Resize *resize = g_new0 (Resize, 1);

  resize->grid = self;
  g_object_set_data_full (G_OBJECT (drag), "resize", resize, g_free);

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (header, motion);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), resize);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), resize);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), resize);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), resize);
  gtk_widget_add_controller (header, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (header, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_group (drag, click);
}
