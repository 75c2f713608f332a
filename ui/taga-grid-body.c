#include "taga-grid-body.h"

#include <glib/gi18n-lib.h>

#include "taga-grid-editor.h"

/**
 * TagaGridBody:
 *
 * The part of the grid below its header: the rows in view, and over them what marks the cursor and
 * the range, and the editor.
 *
 * The marks are widgets of their own, not style classes of cells, so that a move of the cursor
 * restyles no cell.
 *
 * ## CSS nodes
 *
 * `gridbody` with `gridrow`s, `gridband` (the row of the cursor), `gridrange`, `gridcursor`,
 * `gridtarget` and `gridhandle` (what is filled, and the handle to fill it), `entry.grideditor` and
 * `scrolledwindow.gridlines`.
 */
struct _TagaGridBody
{
  GtkWidget parent_instance;

  TagaGrid *grid;      /* (unowned): it owns its body */
  TagaGridText *texts; /* (owned) */
  TagaGridPool *pool;  /* (owned) */
  TagaGridFill *fill;  /* (owned) */

  GtkWidget *band;
  GtkWidget *range;
  GtkWidget *cursor;
  GtkWidget *placeholder; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (TagaGridBody, taga_grid_body, GTK_TYPE_WIDGET)

static void
allocate_child (GtkWidget *child, int x, int y, int width, int height)
{
  int min_width, min_height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  width = MAX (width, min_width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &min_height, NULL, NULL, NULL);
  height = MAX (height, min_height);

  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

/* The rectangle of a range may be millions of pixels high: it is cut to just over the view. */
static void
get_range_rect (TagaGridBody *self, const TagaGridRange *range, int height, GdkRectangle *rect)
{
  GdkRectangle last;

  taga_grid_body_get_cell_rect (self, range->first_row, range->first_column, rect);
  taga_grid_body_get_cell_rect (self, range->last_row, range->last_column, &last);
  rect->y = MAX (rect->y, -10);
  rect->height = MIN (last.y + last.height, height + 10) - rect->y;
  rect->width = MAX (last.x + last.width - rect->x, 0);
}

/* The frame goes around the lines to the neighbours, but stays whole at the view's edges. */
static void
allocate_cursor (TagaGridBody *self, const GdkRectangle *cell)
{
  int left = cell->x > 0 ? 1 : 0, above = cell->y > 0 ? 1 : 0;

  allocate_child (self->cursor, cell->x - left, cell->y - above, cell->width + left,
                  cell->height + above);
}

static void
allocate_marks (TagaGridBody *self, int width, int height)
{
  TagaGridRange range;
  GdkRectangle rect, cell;
  gboolean has_range = taga_grid_cursor_get_range (self->grid, &range);

  gtk_widget_set_child_visible (self->band, has_range);
  gtk_widget_set_child_visible (self->cursor,
                                has_range && !taga_grid_editor_is_shown (self->grid->editor));
  gtk_widget_set_child_visible (self->range, taga_grid_cursor_has_many (self->grid));
  if (!has_range)
    return;

  taga_grid_body_get_cell_rect (self, self->grid->cursor.cell.row, self->grid->cursor.cell.slot,
                                &cell);
  if (cell.y + cell.height < 0 || cell.y > height)
    gtk_widget_set_child_visible (self->band, FALSE);
  allocate_child (self->band, 0, cell.y, MIN (width, self->grid->layout.width), cell.height);
  allocate_cursor (self, &cell);

  get_range_rect (self, &range, height, &rect);
  if (rect.height <= 0)
    gtk_widget_set_child_visible (self->range, FALSE);
  else if (taga_grid_cursor_has_many (self->grid))
    allocate_child (self->range, rect.x, rect.y, rect.width, rect.height);
}

static void
taga_grid_body_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TagaGridBody *self = TAGA_GRID_BODY (widget);

  taga_grid_pool_allocate (self->pool, width);
  allocate_marks (self, width, height);
  taga_grid_fill_allocate (self->fill, width, height);
  taga_grid_editor_allocate (self->grid->editor, width, height);

  if (self->placeholder != NULL)
    {
      int above = (int) taga_grid_count_places (self->grid) * self->grid->row_height;

      gtk_widget_set_child_visible (self->placeholder, self->grid->n_rows == 0);
      if (self->grid->n_rows == 0)
        allocate_child (self->placeholder, 0, above, width, height - above);
    }
}

static void
taga_grid_body_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  TagaGridBody *self = TAGA_GRID_BODY (widget);

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (self->placeholder != NULL && self->grid->n_rows == 0)
    gtk_widget_measure (self->placeholder, orientation, for_size, minimum, natural, NULL, NULL);
}

/* What belongs to a column that scrolls must not be drawn over the frozen ones. */
static void
snapshot_mark (TagaGridBody *self, GtkSnapshot *snapshot, GtkWidget *mark, guint slot)
{
  TagaGridLayout *layout = &self->grid->layout;
  gboolean clip = layout->n_frozen > 0 && slot >= layout->n_frozen;
  GtkWidget *widget = GTK_WIDGET (self);

  if (clip)
    gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) layout->frozen_width - 1, 0,
                                                           (float) (gtk_widget_get_width (widget)
                                                                    - layout->frozen_width + 1),
                                                           (float) gtk_widget_get_height (widget)));
  gtk_widget_snapshot_child (widget, mark, snapshot);
  if (clip)
    gtk_snapshot_pop (snapshot);
}

static void
taga_grid_body_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TagaGridBody *self = TAGA_GRID_BODY (widget);
  TagaGridRange range;

  taga_grid_pool_snapshot (self->pool, snapshot);
  gtk_widget_snapshot_child (widget, self->band, snapshot);
  if (taga_grid_cursor_get_range (self->grid, &range))
    snapshot_mark (self, snapshot, self->range, range.first_column);
  snapshot_mark (self, snapshot, self->cursor, self->grid->cursor.cell.slot);
  taga_grid_fill_snapshot (self->fill, snapshot);
  snapshot_mark (self, snapshot, taga_grid_editor_get_widget (self->grid->editor),
                 self->grid->cursor.cell.slot);
  gtk_widget_snapshot_child (widget, self->grid->editor->lines, snapshot);

  if (self->placeholder != NULL)
    gtk_widget_snapshot_child (widget, self->placeholder, snapshot);
}

/* While styles are being worked out no child may come or go: the grid looks at the font later. */
static void
taga_grid_body_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  TagaGridBody *self = TAGA_GRID_BODY (widget);

  GTK_WIDGET_CLASS (taga_grid_body_parent_class)->css_changed (widget, change);

  if (self->grid == NULL)
    return;

  self->grid->text_changed = TRUE;
  taga_grid_queue_update (self->grid);
}

static void
taga_grid_body_dispose (GObject *object)
{
  TagaGridBody *self = TAGA_GRID_BODY (object);
  GtkWidget *child;

  taga_grid_pool_drop_rows (self->pool);
  self->band = self->range = self->cursor = self->placeholder = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (taga_grid_body_parent_class)->dispose (object);
}

static void
taga_grid_body_finalize (GObject *object)
{
  TagaGridBody *self = TAGA_GRID_BODY (object);

  g_clear_pointer (&self->pool, taga_grid_pool_free);
  g_clear_pointer (&self->fill, taga_grid_fill_free);
  g_clear_pointer (&self->texts, taga_grid_text_free);

  G_OBJECT_CLASS (taga_grid_body_parent_class)->finalize (object);
}

static void
taga_grid_body_class_init (TagaGridBodyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taga_grid_body_dispose;
  object_class->finalize = taga_grid_body_finalize;

  widget_class->measure = taga_grid_body_measure;
  widget_class->size_allocate = taga_grid_body_size_allocate;
  widget_class->snapshot = taga_grid_body_snapshot;
  widget_class->css_changed = taga_grid_body_css_changed;

  gtk_widget_class_set_css_name (widget_class, "gridbody");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW_GROUP);
}

static GtkWidget *
add_mark (TagaGridBody *self, const char *css_name)
{
  GtkWidget *mark = g_object_new (GTK_TYPE_BOX, "css-name", css_name, "can-target", FALSE,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_set_parent (mark, GTK_WIDGET (self));

  return mark;
}

static void
taga_grid_body_init (TagaGridBody *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Rows"),
                                  -1);
  self->texts = taga_grid_text_new (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  self->band = add_mark (self, "gridband");
  self->range = add_mark (self, "gridrange");
  self->cursor = add_mark (self, "gridcursor");

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * taga_grid_body_new:
 * @grid: the grid that the body is for
 *
 * Makes an empty body.
 *
 * Returns: (transfer floating): the body
 */
GtkWidget *
taga_grid_body_new (TagaGrid *grid)
{
  TagaGridBody *self = g_object_new (TAGA_TYPE_GRID_BODY, NULL);

  self->grid = grid;
  self->pool = taga_grid_pool_new (grid, GTK_WIDGET (self), self->texts);
  self->fill = taga_grid_fill_new (grid, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/**
 * taga_grid_body_get_pool:
 * @self: a body
 *
 * Gets the rows that are in view.
 *
 * Returns: (transfer none): the rows
 */
TagaGridPool *
taga_grid_body_get_pool (TagaGridBody *self)
{
  return self->pool;
}

/**
 * taga_grid_body_get_fill:
 * @self: a body
 *
 * Gets the handle by which the range is filled into others.
 *
 * Returns: (transfer none): the handle
 */
TagaGridFill *
taga_grid_body_get_fill (TagaGridBody *self)
{
  return self->fill;
}

/**
 * taga_grid_body_forget:
 * @self: a body
 *
 * Drops all rows and shaped texts, because the font has changed.
 */
void
taga_grid_body_forget (TagaGridBody *self)
{
  taga_grid_pool_drop_rows (self->pool);
  taga_grid_text_forget (self->texts);
}

/**
 * taga_grid_body_set_placeholder:
 * @self: a body
 * @placeholder: (nullable): what shows when there are no rows
 *
 * Sets what shows when there are no rows.
 */
void
taga_grid_body_set_placeholder (TagaGridBody *self, GtkWidget *placeholder)
{
  g_clear_pointer (&self->placeholder, gtk_widget_unparent);
  if (placeholder != NULL)
    gtk_widget_set_parent (placeholder, GTK_WIDGET (self));
  self->placeholder = placeholder;
}

/**
 * taga_grid_body_get_cell_rect:
 * @self: a body
 * @row: a row
 * @slot: a column, counted over those that are shown
 * @rect: (out): where its cell is or would be
 *
 * Says where a cell stands in the body, in view or not. Far outside, places are cut off.
 */
void
taga_grid_body_get_cell_rect (TagaGridBody *self, guint row, guint slot, GdkRectangle *rect)
{
  TagaGrid *grid = self->grid;
  gint64 y = (gint64) row * grid->row_height - taga_grid_get_scrolled_y (grid);

  rect->x = taga_grid_layout_get_x (&grid->layout, slot, taga_grid_get_scrolled_x (grid));
  rect->y = (int) CLAMP (y, -20000, 20000);
  rect->width = taga_grid_layout_get_slot (&grid->layout, slot)->width;
  rect->height = grid->row_height;
}

/**
 * taga_grid_body_get_cell_at:
 * @self: a body
 * @x: a place in the body
 * @y: a place in the body
 * @row: (out): the row there
 * @slot: (out): the column there
 *
 * Finds the cell at a place.
 *
 * Returns: whether there is one
 */
gboolean
taga_grid_body_get_cell_at (TagaGridBody *self, double x, double y, guint *row, guint *slot)
{
  TagaGrid *grid = self->grid;
  int found = taga_grid_layout_slot_at (&grid->layout, (int) x, taga_grid_get_scrolled_x (grid));
  double position = (y + taga_grid_get_scrolled_y (grid)) / grid->row_height;

  if (found < 0 || position < 0 || position >= taga_grid_count_places (grid))
    return FALSE;

  *row = (guint) position;
  *slot = (guint) found;
  return TRUE;
}
