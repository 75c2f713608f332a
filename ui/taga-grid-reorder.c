#include "taga-grid-reorder.h"

#include "taga-grid-body.h"
#include "taga-grid-header.h"

/* How far from a column's edge a press resizes it; see taga-grid-resize.c. */
#define EDGE_REACH 4
#define SCROLL_STEP 16

/**
 * Reorder:
 *
 * The drag of a column by its heading.
 */
typedef struct
{
  TagaGrid *grid; /* (unowned) */
  gboolean is_dragging;
  guint field;
  double x; /* where the pointer is, in the header */
} Reorder;

/* Frozen columns stay where they are. In a narrow view they scroll with the others, and are still
 * before them. */
static guint
count_frozen (TagaGrid *self)
{
  guint n = 0;

  while (n < self->layout.slots->len && taga_grid_layout_get_column (&self->layout, n)->frozen)
    n++;

  return n;
}

/**
 * taga_grid_reorder_find_gap:
 * @self: a grid
 * @x: a place in the header
 *
 * Finds the gap between two columns that is nearest to a place, where a column would be dropped.
 *
 * Returns: the number of the column after the gap, counted over those that are shown
 */
int
taga_grid_reorder_find_gap (TagaGrid *self, double x)
{
  TagaGridLayout *layout = &self->layout;
  int scrolled = taga_grid_get_scrolled_x (self);

  for (guint i = count_frozen (self); i < layout->slots->len; i++)
    {
      const TagaGridSlot *slot = taga_grid_layout_get_slot (layout, i);

      if (x < taga_grid_layout_get_x (layout, i, scrolled) + slot->width / 2)
        return (int) i;
    }

  return (int) layout->slots->len;
}

/* Where the line stands that shows the gap: on the edge between the two columns. */
static int
get_gap_x (TagaGrid *self, int gap)
{
  TagaGridLayout *layout = &self->layout;
  int scrolled = taga_grid_get_scrolled_x (self);

  if (gap < (int) layout->slots->len)
    return MAX (taga_grid_layout_get_x (layout, (guint) gap, scrolled), layout->frozen_width);

  return taga_grid_layout_get_x (layout, (guint) gap - 1, scrolled)
         + taga_grid_layout_get_slot (layout, (guint) gap - 1)->width;
}

static void
show_gap (TagaGrid *self, int x)
{
  if (self->insertion_x == x)
    return;

  self->insertion_x = x;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * taga_grid_reorder_drop:
 * @self: a grid
 * @field: the field of a column that isn't frozen
 * @gap: the column that it shall stand before, counted over those that are shown, or their number
 *
 * Moves a column as the user does, and tells the page if that changes anything.
 *
 * Returns: whether the column has moved
 */
gboolean
taga_grid_reorder_drop (TagaGrid *self, guint field, int gap)
{
  TagaGridLayout *layout = &self->layout;
  int slot = taga_grid_layout_find_slot (layout, field);
  guint last = layout->slots->len - 1;
  guint position;

  if (slot < 0 || gap < (int) count_frozen (self) || gap == slot || gap == slot + 1
      || !taga_grid_finish_editing (self))
    return FALSE;

  /* Hidden columns keep their places: moved to the left, a column comes right before the one that
   * is shown after the gap; moved to the right, right behind the one before it. */
  if (gap < slot)
    position = taga_grid_layout_get_position (
        layout, taga_grid_layout_get_column (layout, (guint) gap)->field);
  else
    position = taga_grid_layout_get_position (
        layout, taga_grid_layout_get_column (layout, MIN ((guint) gap - 1, last))->field);

  taga_grid_move_column (self, field, position);
  taga_grid_emit (self, TAGA_GRID_COLUMN_MOVED, field, position);
  return TRUE;
}

/**
 * taga_grid_reorder_step:
 * @self: a grid
 * @slot: a column, counted over those that are shown
 * @right: whether to move it to the right
 *
 * Moves a column past its neighbour, with the focus on its heading.
 *
 * Returns: whether it has moved; the headings are others then
 */
gboolean
taga_grid_reorder_step (TagaGrid *self, guint slot, gboolean right)
{
  const TagaGridColumn *column = taga_grid_layout_get_column (&self->layout, slot);
  int gap = right ? (int) slot + 2 : (int) slot - 1;

  if (column->frozen || gap < 0 || gap > (int) self->layout.slots->len
      || !taga_grid_reorder_drop (self, column->field, gap))
    return FALSE;

  taga_grid_header_focus (self->header, right ? slot + 1 : slot - 1);
  return TRUE;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, Reorder *reorder)
{
  TagaGrid *grid = reorder->grid;
  int scrolled = taga_grid_get_scrolled_x (grid);
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
  int slot = taga_grid_layout_slot_at (&grid->layout, (int) x, scrolled);

  reorder->is_dragging = FALSE;
  if (slot < (int) count_frozen (grid)
      || taga_grid_layout_edge_at (&grid->layout, (int) x, scrolled, EDGE_REACH) >= 0
      || (event != NULL && gdk_event_get_event_type (event) == GDK_TOUCH_BEGIN))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  reorder->field = taga_grid_layout_get_column (&grid->layout, (guint) slot)->field;
}

static void
follow_pointer (Reorder *reorder)
{
  show_gap (reorder->grid,
            get_gap_x (reorder->grid, taga_grid_reorder_find_gap (reorder->grid, reorder->x)));
}

/* Beyond an edge the view goes on at each frame that passes. */
static gboolean
scroll_cb (GtkWidget *header, GdkFrameClock *clock, gpointer user_data)
{
  Reorder *reorder = user_data;
  TagaGrid *grid = reorder->grid;
  double x = gtk_adjustment_get_value (grid->hadjustment);

  if (!reorder->is_dragging)
    return G_SOURCE_REMOVE;

  if (reorder->x < grid->layout.frozen_width)
    gtk_adjustment_set_value (grid->hadjustment, x - SCROLL_STEP);
  else if (reorder->x >= taga_grid_get_view_width (grid))
    gtk_adjustment_set_value (grid->hadjustment, x + SCROLL_STEP);
  follow_pointer (reorder);

  return G_SOURCE_CONTINUE;
}

/* A press that moves a little still sorts. */
static void
drag_update_cb (GtkGestureDrag *gesture, double offset_x, double offset_y, Reorder *reorder)
{
  GtkWidget *header = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  double x, y;

  if (!gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;

  if (!reorder->is_dragging)
    {
      if (!gtk_drag_check_threshold (header, 0, 0, (int) offset_x, 0))
        return;

      reorder->is_dragging = TRUE;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_add_tick_callback (header, scroll_cb, reorder, NULL);
    }

  reorder->x = x + offset_x;
  follow_pointer (reorder);
}

static void
stop (Reorder *reorder)
{
  reorder->is_dragging = FALSE;
  show_gap (reorder->grid, -1);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double offset_x, double offset_y, Reorder *reorder)
{
  if (!reorder->is_dragging)
    return;

  stop (reorder);
  taga_grid_reorder_drop (reorder->grid, reorder->field,
                          taga_grid_reorder_find_gap (reorder->grid, reorder->x));

  /* The heading that had the focus since the press is gone. */
  gtk_widget_grab_focus (GTK_WIDGET (reorder->grid));
}

static void
cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, Reorder *reorder)
{
  stop (reorder);
}

/**
 * taga_grid_reorder_attach:
 * @self: a grid
 * @header: its header
 *
 * Lets columns that aren't frozen be dragged to another place by their headings.
 */
void
taga_grid_reorder_attach (TagaGrid *self, GtkWidget *header)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  Reorder *reorder = g_new0 (Reorder, 1);

  reorder->grid = self;
  g_object_set_data_full (G_OBJECT (header), "reorder", reorder, g_free);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), reorder);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), reorder);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), reorder);
  g_signal_connect (drag, "cancel", G_CALLBACK (cancel_cb), reorder);
  gtk_widget_add_controller (header, GTK_EVENT_CONTROLLER (drag));
}
