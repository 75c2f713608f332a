#include "taga-grid-body.h"
#include "taga-grid-editor.h"
#include "taga-grid-private.h"

/* By how many rows a drag goes on in a frame at most, besides the one. */
#define MAX_DRAG_ROWS 20

/* A press outside the entry that is being edited; inside it, it is the entry's own. */
static gboolean
find_cell (TagaGrid *self, double x, double y, TagaGridPlace *place)
{
  GtkWidget *entry = taga_grid_editor_has_lines (self->editor)
                         ? self->editor->lines
                         : taga_grid_editor_get_widget (self->editor);
  graphene_rect_t bounds;

  if (self->editor->mode != TAGA_GRID_IDLE
      && gtk_widget_compute_bounds (entry, GTK_WIDGET (self->body), &bounds)
      && graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
    return FALSE;

  return taga_grid_body_get_cell_at (self->body, x, y, &place->row, &place->slot);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, TagaGrid *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  TagaGridPlace place;

  if (!find_cell (self, x, y, &place) || !taga_grid_editor_finish (self->editor))
    return;

  taga_grid_editor_grab_focus (self->editor);
  self->cursor.tab_slot = -1;
  if ((state & GDK_SHIFT_MASK) != 0)
    taga_grid_cursor_extend (self, place);
  else if (n_press == 2 && taga_grid_place_equal (place, self->cursor.cell))
    taga_grid_editor_begin (self->editor);
  else if (n_press == 1)
    taga_grid_cursor_set (self, place);
}

/* A click beyond the rows ends editing, too. */
static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, TagaGrid *self)
{
  TagaGridPlace place;

  if (y > (double) taga_grid_count_places (self) * self->row_height
              - taga_grid_get_scrolled_y (self)
      && !find_cell (self, x, y, &place))
    {
      taga_grid_editor_finish (self->editor);
      taga_grid_editor_grab_focus (self->editor);
    }
}

static gboolean
is_in_range (TagaGrid *self, TagaGridPlace place)
{
  TagaGridRange range;

  return taga_grid_cursor_get_range (self, &range) && place.row >= range.first_row
         && place.row <= range.last_row && place.slot >= range.first_column
         && place.slot <= range.last_column;
}

static void
menu_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, TagaGrid *self)
{
  GdkRectangle rect = { (int) x, (int) y, 1, 1 };
  TagaGridPlace place;

  if (!find_cell (self, x, y, &place) || !taga_grid_editor_finish (self->editor))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  taga_grid_editor_grab_focus (self->editor);
  if (!is_in_range (self, place))
    taga_grid_cursor_set (self, place);

  rect.y += gtk_widget_get_height (GTK_WIDGET (self->header));
  taga_grid_emit (self, TAGA_GRID_CONTEXT_MENU, &rect);
}

/* Only a mouse drags a range: a finger scrolls. */
static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, TagaGrid *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
  TagaGridPlace place;

  if ((event != NULL && gdk_event_get_event_type (event) == GDK_TOUCH_BEGIN)
      || !find_cell (self, x, y, &place) || self->editor->mode != TAGA_GRID_IDLE)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
extend_to (TagaGrid *self, double x, double y)
{
  int width = taga_grid_get_view_width (self), height = taga_grid_get_view_height (self);
  double last_y = (double) self->n_rows * self->row_height - taga_grid_get_scrolled_y (self) - 1;
  int last_x = MIN (width, self->layout.width - taga_grid_get_scrolled_x (self)) - 1;
  TagaGridPlace place;

  x = CLAMP (x, 0, last_x);
  y = CLAMP (y, 0, MIN (height - 1, last_y));
  if (!taga_grid_body_get_cell_at (self->body, x, y, &place.row, &place.slot)
      || taga_grid_place_equal (place, self->cursor.end))
    return;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->body), "cell");
  taga_grid_cursor_extend (self, place);
}

/**
 * taga_grid_get_drag_speed:
 * @self: a grid
 * @rows: (out): by how many rows the view goes on down, or up if negative
 * @columns: (out): by how many columns it goes on to the right
 *
 * Says how far a drag that has gone beyond an edge goes on at each frame: by one row, and by more
 * the further off the pointer is, so that the end of a long list can be reached.
 */
void
taga_grid_get_drag_speed (TagaGrid *self, int *rows, int *columns)
{
  double x = self->drag_x, y = self->drag_y;
  double below = y - taga_grid_get_view_height (self);

  *rows = *columns = 0;
  if (y < 0)
    *rows = -1 - MIN ((int) (-y / self->row_height), MAX_DRAG_ROWS);
  else if (below >= 0)
    *rows = 1 + MIN ((int) (below / self->row_height), MAX_DRAG_ROWS);
  if (x < 0 || x >= taga_grid_get_view_width (self))
    *columns = x < 0 ? -1 : 1;
}

/* Takes the range's corner along. */
static gboolean
scroll_drag_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  TagaGrid *self = TAGA_GRID (widget);
  int rows, columns;

  if (!self->is_dragging)
    return G_SOURCE_REMOVE;

  taga_grid_get_drag_speed (self, &rows, &columns);
  for (int i = 0; i < ABS (rows); i++)
    taga_grid_move (self, rows < 0 ? TAGA_GRID_UP : TAGA_GRID_DOWN, TRUE);
  if (columns != 0)
    taga_grid_move (self, columns < 0 ? TAGA_GRID_LEFT : TAGA_GRID_RIGHT, TRUE);

  return G_SOURCE_CONTINUE;
}

static void
drag_update_cb (GtkGestureDrag *gesture, double offset_x, double offset_y, TagaGrid *self)
{
  double x, y;

  if (!gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;

  if (!self->is_dragging
      && !gtk_drag_check_threshold (GTK_WIDGET (self->body), 0, 0, (int) offset_x, (int) offset_y))
    return;

  self->drag_x = x + offset_x;
  self->drag_y = y + offset_y;
  if (!self->is_dragging)
    {
      self->is_dragging = TRUE;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_drag_cb, NULL, NULL);
    }
  extend_to (self, self->drag_x, self->drag_y);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double offset_x, double offset_y, TagaGrid *self)
{
  self->is_dragging = FALSE;
  gtk_widget_set_cursor (GTK_WIDGET (self->body), NULL);
}

static char *
dup_tooltip (TagaGrid *self, TagaGridPlace place)
{
  TagaGridRow *row = taga_grid_pool_get_row (taga_grid_body_get_pool (self->body), place.row);
  TagaGridCellView *cell = row != NULL ? taga_grid_row_get_cell (row, place.slot) : NULL;
  TagaRecord *record = row != NULL ? taga_grid_row_get_record (row) : NULL;
  guint field = taga_grid_layout_get_column (&self->layout, place.slot)->field;
  char *text = NULL;

  if (record == NULL || cell == NULL)
    return NULL;

  if (self->handlers.describe != NULL)
    text = self->handlers.describe (record, field, self->user_data);
  if (text == NULL && taga_grid_cell_view_is_cut (cell))
    text = g_strdup (taga_grid_cell_view_get_text (cell));

  return text;
}

static gboolean
query_tooltip_cb (GtkWidget *body,
                  int x,
                  int y,
                  gboolean keyboard_mode,
                  GtkTooltip *tooltip,
                  TagaGrid *self)
{
  g_autofree char *text = NULL;
  TagaGridPlace place;
  GdkRectangle rect;
  GtkWidget *label;

  if (keyboard_mode || !find_cell (self, x, y, &place))
    return FALSE;

  text = dup_tooltip (self, place);
  if (text == NULL)
    return FALSE;

  /* The stock label would wrap a short Japanese text after its first character. */
  label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "max-width-chars", 40,
                        "natural-wrap-mode", GTK_NATURAL_WRAP_NONE, "xalign", 0.0, NULL);
  gtk_tooltip_set_custom (tooltip, label);
  taga_grid_body_get_cell_rect (self->body, place.row, place.slot, &rect);
  gtk_tooltip_set_tip_area (tooltip, &rect);

  return TRUE;
}

static void
add_click (TagaGrid *self, GtkWidget *body, guint button, GCallback pressed)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), button);
  g_signal_connect (gesture, "pressed", pressed, self);
  if (button == GDK_BUTTON_PRIMARY)
    g_signal_connect (gesture, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (body, GTK_EVENT_CONTROLLER (gesture));
}

/**
 * taga_grid_pointer_attach:
 * @self: a grid
 * @body: the part of it that holds the cells
 *
 * Has the grid take clicks and drags on its cells.
 */
void
taga_grid_pointer_attach (TagaGrid *self, GtkWidget *body)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (body, GTK_EVENT_CONTROLLER (drag));

  add_click (self, body, GDK_BUTTON_PRIMARY, G_CALLBACK (pressed_cb));
  add_click (self, body, GDK_BUTTON_SECONDARY, G_CALLBACK (menu_pressed_cb));

  gtk_widget_set_has_tooltip (body, TRUE);
  g_signal_connect (body, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
}
