#include "taga-grid-body.h"
#include "taga-grid-fill.h"

/* The pointer on the fill handle. It comes before the pointer on the cells, under which it is. */

static TagaGridFill *
get_fill (TagaGrid *grid)
{
  return taga_grid_body_get_fill (grid->body);
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, TagaGrid *grid)
{
  if (!grid->is_dragging)
    gtk_widget_set_cursor_from_name (
        GTK_WIDGET (grid->body), taga_grid_fill_is_at (get_fill (grid), x, y) ? "crosshair" : NULL);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, TagaGrid *grid)
{
  gboolean is_here = taga_grid_fill_is_at (get_fill (grid), x, y);

  gtk_gesture_set_state (GTK_GESTURE (gesture),
                         is_here ? GTK_EVENT_SEQUENCE_CLAIMED : GTK_EVENT_SEQUENCE_DENIED);
}

/* Beyond an edge the view goes on at each frame that passes, the faster the further off. */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  TagaGrid *grid = TAGA_GRID (widget);
  double x = grid->drag_x, y = grid->drag_y;
  int down, across;

  if (!grid->is_filling)
    return G_SOURCE_REMOVE;

  taga_grid_get_drag_speed (grid, &down, &across);
  if (down == 0 && across == 0)
    return G_SOURCE_CONTINUE;

  taga_grid_scroll_to (
      grid, gtk_adjustment_get_value (grid->hadjustment) + across * grid->row_height,
      gtk_adjustment_get_value (grid->vadjustment) + (double) down * grid->row_height);
  taga_grid_fill_drag (get_fill (grid), x, y);

  return G_SOURCE_CONTINUE;
}

static void
drag_update_cb (GtkGestureDrag *gesture, double offset_x, double offset_y, TagaGrid *grid)
{
  double x, y;

  if (!gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;

  if (!grid->is_filling)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (grid->body), 0, 0, (int) offset_x, (int) offset_y))
        return;

      grid->is_filling = TRUE;
      taga_grid_fill_begin (get_fill (grid));
      gtk_widget_add_tick_callback (GTK_WIDGET (grid), scroll_cb, NULL, NULL);
    }

  grid->drag_x = x + offset_x;
  grid->drag_y = y + offset_y;
  taga_grid_fill_drag (get_fill (grid), grid->drag_x, grid->drag_y);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double offset_x, double offset_y, TagaGrid *grid)
{
  grid->is_filling = FALSE;
  taga_grid_fill_end (get_fill (grid), TRUE);
}

static void
cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, TagaGrid *grid)
{
  grid->is_filling = FALSE;
  taga_grid_fill_end (get_fill (grid), FALSE);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, TagaGrid *grid)
{
  if (n_press == 2 && taga_grid_fill_is_at (get_fill (grid), x, y))
    taga_grid_fill_down (get_fill (grid));
}

/**
 * taga_grid_fill_attach:
 * @self: a grid
 * @body: the part of it that holds the cells
 *
 * Has the grid take drags of the fill handle and double clicks on it.
 */
void
taga_grid_fill_attach (TagaGrid *self, GtkWidget *body)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (body, motion);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_controller (body, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (body, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_group (drag, click);
}
