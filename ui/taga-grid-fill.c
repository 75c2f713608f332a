#include "taga-grid-fill.h"

#include "taga-grid-body.h"
#include "taga-grid-editor.h"

/* Side of the handle at the usual text size, and how far beside it a press still counts. */
#define SIZE 9
#define MIN_SIZE 8
#define REACH 3

struct _TagaGridFill
{
  TagaGrid *grid;     /* (unowned) */
  GtkWidget *body;    /* (unowned): the parent of what follows, which unparents it */
  GtkWidget *handle;  /* (unowned) */
  GtkWidget *outline; /* (unowned) */
  GdkRectangle place; /* of the handle in the body, if it shows */

  gboolean is_dragging;
  double x; /* where the pointer is then, in the body */
  double y;
  TagaGridRange source;
  TagaGridRange target;
};

static GtkWidget *
add_widget (GtkWidget *body, const char *css_name)
{
  GtkWidget *widget = g_object_new (GTK_TYPE_BOX, "css-name", css_name, "can-target", FALSE,
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_set_parent (widget, body);
  gtk_widget_set_child_visible (widget, FALSE);

  return widget;
}

static gboolean
is_equal (const TagaGridRange *a, const TagaGridRange *b)
{
  return a->first_row == b->first_row && a->last_row == b->last_row
         && a->first_column == b->first_column && a->last_column == b->last_column;
}

/* The rectangle of a range may be millions of pixels high: it is cut to just over the view. */
static void
get_rect (TagaGridFill *self, const TagaGridRange *range, int height, GdkRectangle *rect)
{
  GdkRectangle last;

  taga_grid_body_get_cell_rect (self->grid->body, range->first_row, range->first_column, rect);
  taga_grid_body_get_cell_rect (self->grid->body, range->last_row, range->last_column, &last);
  rect->y = MAX (rect->y, -10);
  rect->height = MIN (last.y + last.height, height + 10) - rect->y;
  rect->width = MAX (last.x + last.width - rect->x, 0);
}

static void
allocate_child (GtkWidget *child, const GdkRectangle *rect)
{
  int min_width, min_height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &min_height, NULL, NULL, NULL);
  gtk_widget_size_allocate (child,
                            &(GtkAllocation){ rect->x, rect->y, MAX (rect->width, min_width),
                                              MAX (rect->height, min_height) },
                            -1);
}

/* The handle stands on the corner; at the view's edge it stays whole. Under the frozen columns or
 * out of view there is none, and in the new row there is nothing to fill from. */
static gboolean
place_handle (TagaGridFill *self, int width, int height)
{
  int size = MAX (MIN_SIZE, (int) (SIZE * self->grid->scale));
  TagaGridLayout *layout = &self->grid->layout;
  TagaGridRange range;
  GdkRectangle cell;
  int x, y;

  self->place = (GdkRectangle){ 0, 0, 0, 0 };
  if (self->grid->editor->mode != TAGA_GRID_IDLE || !taga_grid_cursor_get_range (self->grid, &range)
      || range.last_row >= self->grid->n_rows)
    return FALSE;

  taga_grid_body_get_cell_rect (self->grid->body, range.last_row, range.last_column, &cell);
  x = cell.x + cell.width;
  y = cell.y + cell.height;
  if (x > width + size || y > height + size || y <= 0
      || (range.last_column >= layout->n_frozen && x <= layout->frozen_width))
    return FALSE;

  self->place = (GdkRectangle){ MIN (x - 1 - size / 2, width - size),
                                MIN (y - 1 - size / 2, height - size), size, size };
  return TRUE;
}

/**
 * taga_grid_fill_allocate:
 * @self: a fill handle
 * @width: width of the body
 * @height: its height
 *
 * Places the handle at the range, and the outline while it is dragged.
 */
void
taga_grid_fill_allocate (TagaGridFill *self, int width, int height)
{
  gboolean shown = place_handle (self, width, height);
  GdkRectangle rect;

  gtk_widget_set_child_visible (self->handle, shown);
  if (shown)
    allocate_child (self->handle, &self->place);

  gtk_widget_set_child_visible (self->outline, self->is_dragging);
  if (!self->is_dragging)
    return;

  get_rect (self, &self->target, height, &rect);
  allocate_child (self->outline, &rect);
}

/* What belongs to a column that scrolls must not be drawn over the frozen ones. */
static void
snapshot_clipped (TagaGridFill *self, GtkSnapshot *snapshot, GtkWidget *child, guint slot)
{
  TagaGridLayout *layout = &self->grid->layout;
  int left = slot >= layout->n_frozen ? MAX (layout->frozen_width - 1, 0) : 0;

  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT ((float) left, 0,
                                               (float) (gtk_widget_get_width (self->body) - left),
                                               (float) gtk_widget_get_height (self->body)));
  gtk_widget_snapshot_child (self->body, child, snapshot);
  gtk_snapshot_pop (snapshot);
}

/**
 * taga_grid_fill_snapshot:
 * @self: a fill handle
 * @snapshot: a snapshot of the body
 *
 * Draws handle and outline over the cells.
 */
void
taga_grid_fill_snapshot (TagaGridFill *self, GtkSnapshot *snapshot)
{
  TagaGridRange range;

  if (self->is_dragging)
    snapshot_clipped (self, snapshot, self->outline, self->target.first_column);
  if (taga_grid_cursor_get_range (self->grid, &range))
    snapshot_clipped (self, snapshot, self->handle, range.last_column);
}

/**
 * taga_grid_fill_is_at:
 * @self: a fill handle
 * @x: a place in the body
 * @y: a place in the body
 *
 * Says whether the handle is there.
 *
 * Returns: whether a press there takes it
 */
gboolean
taga_grid_fill_is_at (TagaGridFill *self, double x, double y)
{
  const GdkRectangle *place = &self->place;

  return place->width > 0 && x >= place->x - REACH && x < place->x + place->width + REACH
         && y >= place->y - REACH && y < place->y + place->height + REACH;
}

/**
 * taga_grid_fill_begin:
 * @self: a fill handle
 *
 * Begins to drag the handle.
 */
void
taga_grid_fill_begin (TagaGridFill *self)
{
  if (!taga_grid_cursor_get_range (self->grid, &self->source))
    return;

  self->target = self->source;
  self->is_dragging = TRUE;
  gtk_widget_queue_allocate (self->body);
}

/* The cell under the pointer, or the nearest one. */
static gboolean
find_cell (TagaGridFill *self, double x, double y, TagaGridPlace *place)
{
  TagaGrid *grid = self->grid;
  int last_x =
      MIN (taga_grid_get_view_width (grid), grid->layout.width - taga_grid_get_scrolled_x (grid));
  double last_y = MIN ((double) grid->n_rows * grid->row_height - taga_grid_get_scrolled_y (grid),
                       taga_grid_get_view_height (grid));

  return taga_grid_body_get_cell_at (grid->body, CLAMP (x, 0, MAX (last_x - 1, 0)),
                                     CLAMP (y, 0, MAX (last_y - 1, 0)), &place->row, &place->slot);
}

/* How far a place is outside of a span. */
static int
get_distance (int place, int first, int end)
{
  return place < first ? first - place : place >= end ? place - end + 1 : 0;
}

/* A fill goes one way: the one in which the pointer is further off. */
static void
find_target (TagaGridFill *self)
{
  const TagaGridRange *source = &self->source;
  TagaGridRange target = self->source;
  GdkRectangle first, last;
  TagaGridPlace place;
  int across, down;

  if (!find_cell (self, self->x, self->y, &place))
    return;

  taga_grid_body_get_cell_rect (self->grid->body, source->first_row, source->first_column, &first);
  taga_grid_body_get_cell_rect (self->grid->body, source->last_row, source->last_column, &last);
  across = get_distance ((int) self->x, first.x, last.x + last.width);
  down = get_distance ((int) self->y, first.y, last.y + last.height);
  if (across > down)
    {
      target.first_column = MIN (source->first_column, place.slot);
      target.last_column = MAX (source->last_column, place.slot);
    }
  else
    {
      target.first_row = MIN (source->first_row, place.row);
      target.last_row = MAX (source->last_row, place.row);
    }

  self->target = target;
  gtk_widget_queue_allocate (self->body);
}

/**
 * taga_grid_fill_drag:
 * @self: a fill handle
 * @x: where the pointer is, in the body or beyond its edges
 * @y: where the pointer is
 *
 * Shows the outline of what would be filled if the handle were dropped there.
 */
void
taga_grid_fill_drag (TagaGridFill *self, double x, double y)
{
  if (!self->is_dragging)
    return;

  self->x = x;
  self->y = y;
  find_target (self);
}

/* The range becomes what is filled, as the user sees it outlined. */
static void
request (TagaGridFill *self, const TagaGridRange *source, const TagaGridRange *target)
{
  TagaGridRange from = *source, to = *target;

  if (is_equal (&from, &to))
    return;

  taga_grid_cursor_set_range (self->grid, &to);
  taga_grid_emit (self->grid, TAGA_GRID_FILL_REQUESTED, &from, &to);
}

/**
 * taga_grid_fill_end:
 * @self: a fill handle
 * @keep: whether it was dropped, and not given up
 *
 * Ends to drag the handle, and asks the page to fill what was outlined.
 */
void
taga_grid_fill_end (TagaGridFill *self, gboolean keep)
{
  if (!self->is_dragging)
    return;

  self->is_dragging = FALSE;
  gtk_widget_queue_allocate (self->body);
  if (keep)
    request (self, &self->source, &self->target);
}

/**
 * taga_grid_fill_down:
 * @self: a fill handle
 *
 * Asks the page to fill down beside a block, as a double click on the handle does: as far as the
 * column at the range's left has values, or else the one at its right, but not over values. A block
 * of more than a thousand rows is filled by that many at a time.
 */
void
taga_grid_fill_down (TagaGridFill *self)
{
  TagaGridRange source, target;

  if (!taga_grid_cursor_get_range (self->grid, &source))
    return;

  target = source;
  target.last_row = taga_grid_find_block_end (self->grid, &source);
  request (self, &source, &target);
}

/**
 * taga_grid_fill_new:
 * @grid: the grid
 * @body: the part of it that holds the cells, whose children the widgets become
 *
 * Makes the handle.
 *
 * Returns: (transfer full): the handle
 */
TagaGridFill *
taga_grid_fill_new (TagaGrid *grid, GtkWidget *body)
{
  TagaGridFill *self = g_new0 (TagaGridFill, 1);

  self->grid = grid;
  self->body = body;
  self->outline = add_widget (body, "gridtarget");
  self->handle = add_widget (body, "gridhandle");

  return self;
}

/**
 * taga_grid_fill_free:
 * @self: a fill handle
 *
 * Frees the handle, whose widgets the body has removed.
 */
void
taga_grid_fill_free (TagaGridFill *self)
{
  g_free (self);
}
