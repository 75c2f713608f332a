#include "taga-grid-row.h"

#include <glib/gi18n-lib.h>

/**
 * TagaGridRow:
 *
 * One row in view.
 *
 * It holds its record while it shows it, and has a cell for each column in view and no other. Cells
 * and rows that go out of view are used again for those that come into it.
 *
 * ## CSS nodes
 *
 * `gridrow` with `gridcell`s.
 */
struct _TagaGridRow
{
  GtkWidget parent_instance;

  TagaGrid *grid;      /* (unowned): it owns its rows */
  TagaGridText *texts; /* (unowned): the same */
  guint position;
  TagaRecord *record; /* (owned) (nullable) */
  gulong notify_id;
  const char *style; /* (nullable): a style class, constant */
  gboolean is_new;   /* whether it is the row for a new record */
  gboolean is_stale; /* whether the record or one of its values may have changed */

  GPtrArray *cells;    /* (owned): by slot; `NULL` where none is in view */
  GPtrArray *spare;    /* (owned): cells that went out of view; each is an unseen child */
  gboolean is_settled; /* whether all in view are there, in order, and none is spare */
  gboolean has_cells;  /* whether cells have been made; the first layout may */
};

G_DEFINE_FINAL_TYPE (TagaGridRow, taga_grid_row, GTK_TYPE_WIDGET)

static void
taga_grid_row_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  /* The grid gives a row its size. */
  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
}

static void
taga_grid_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TagaGridRow *self = TAGA_GRID_ROW (widget);
  TagaGridLayout *layout = &self->grid->layout;
  int scrolled = taga_grid_get_scrolled_x (self->grid);

  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (self->cells, i);
      int x;

      if (cell == NULL)
        continue;

      x = taga_grid_layout_get_x (layout, i, scrolled);
      gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (
          cell, &(GtkAllocation){ x, 0, taga_grid_layout_get_slot (layout, i)->width, height }, -1);
    }
}

/* Frozen cells are opaque and drawn last, so that the others vanish under them. */
static void
taga_grid_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TagaGridRow *self = TAGA_GRID_ROW (widget);
  guint n_frozen = MIN (self->grid->layout.n_frozen, self->cells->len);

  for (guint i = n_frozen; i < self->cells->len; i++)
    if (g_ptr_array_index (self->cells, i) != NULL)
      gtk_widget_snapshot_child (widget, g_ptr_array_index (self->cells, i), snapshot);

  for (guint i = 0; i < n_frozen; i++)
    if (g_ptr_array_index (self->cells, i) != NULL)
      gtk_widget_snapshot_child (widget, g_ptr_array_index (self->cells, i), snapshot);
}

static void
set_record (TagaGridRow *self, TagaRecord *record)
{
  if (self->record == record)
    return;

  if (self->record != NULL)
    g_clear_signal_handler (&self->notify_id, self->record);
  g_set_object (&self->record, record);
  if (record != NULL)
    self->notify_id = g_signal_connect_object (
        record, "notify", G_CALLBACK (taga_grid_row_set_stale), self, G_CONNECT_SWAPPED);
}

static void
taga_grid_row_dispose (GObject *object)
{
  TagaGridRow *self = TAGA_GRID_ROW (object);

  set_record (self, NULL);
  taga_grid_row_drop_cells (self);

  G_OBJECT_CLASS (taga_grid_row_parent_class)->dispose (object);
}

static void
taga_grid_row_finalize (GObject *object)
{
  TagaGridRow *self = TAGA_GRID_ROW (object);

  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->spare, g_ptr_array_unref);

  G_OBJECT_CLASS (taga_grid_row_parent_class)->finalize (object);
}

static void
taga_grid_row_class_init (TagaGridRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taga_grid_row_dispose;
  object_class->finalize = taga_grid_row_finalize;

  widget_class->measure = taga_grid_row_measure;
  widget_class->size_allocate = taga_grid_row_size_allocate;
  widget_class->snapshot = taga_grid_row_snapshot;

  gtk_widget_class_set_css_name (widget_class, "gridrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
taga_grid_row_init (TagaGridRow *self)
{
  self->position = GTK_INVALID_LIST_POSITION;
  self->is_stale = TRUE;
  self->cells = g_ptr_array_new ();
  self->spare = g_ptr_array_new ();
  self->is_settled = TRUE;
}

/**
 * taga_grid_row_new:
 * @grid: the grid that the row is for
 * @texts: the shaped texts that the cells share
 *
 * Makes a row that shows nothing yet.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
taga_grid_row_new (TagaGrid *grid, TagaGridText *texts)
{
  TagaGridRow *self = g_object_new (TAGA_TYPE_GRID_ROW, NULL);

  self->grid = grid;
  self->texts = texts;

  return GTK_WIDGET (self);
}

/**
 * taga_grid_row_get_position:
 * @self: a row
 *
 * Gets the position in the model that the row shows.
 *
 * Returns: the position
 */
guint
taga_grid_row_get_position (TagaGridRow *self)
{
  return self->position;
}

/**
 * taga_grid_row_get_record:
 * @self: a row
 *
 * Gets the record that the row shows.
 *
 * Returns: (transfer none) (nullable): the record, or `NULL` if the row has to ask the model anew
 */
TagaRecord *
taga_grid_row_get_record (TagaGridRow *self)
{
  return self->is_stale ? NULL : self->record;
}

/**
 * taga_grid_row_get_cell:
 * @self: a row
 * @slot: a column, counted over those that are shown
 *
 * Gets the cell of a column.
 *
 * Returns: (transfer none) (nullable): the cell, or `NULL` if it isn't in view
 */
TagaGridCellView *
taga_grid_row_get_cell (TagaGridRow *self, guint slot)
{
  return slot < self->cells->len ? g_ptr_array_index (self->cells, slot) : NULL;
}

/**
 * taga_grid_row_set_stale:
 * @self: a row
 *
 * Says that what the row shows may have changed. It looks again when the grid is next laid out,
 * once for any number of changes.
 */
void
taga_grid_row_set_stale (TagaGridRow *self)
{
  if (self->is_stale)
    return;

  self->is_stale = TRUE;
  taga_grid_queue_update (self->grid);
}

static void
drop_spare (TagaGridRow *self)
{
  for (guint i = 0; i < self->spare->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->spare, i));
  g_ptr_array_set_size (self->spare, 0);
}

/**
 * taga_grid_row_drop_cells:
 * @self: a row
 *
 * Removes all cells, because the columns are others now.
 */
void
taga_grid_row_drop_cells (TagaGridRow *self)
{
  drop_spare (self);
  for (guint i = 0; i < self->cells->len; i++)
    if (g_ptr_array_index (self->cells, i) != NULL)
      gtk_widget_unparent (g_ptr_array_index (self->cells, i));

  g_ptr_array_set_size (self->cells, 0);
  self->has_cells = FALSE;
  self->is_stale = TRUE;
}

static void
show_cell (TagaGridRow *self, guint slot)
{
  const TagaGridColumn *column = taga_grid_layout_get_column (&self->grid->layout, slot);
  TagaGridCell cell = { NULL, NULL, FALSE };

  if (self->record != NULL && self->grid->handlers.format != NULL)
    self->grid->handlers.format (self->record, column->field, &cell, self->grid->user_data);
  else if (self->is_new && slot == 0)
    cell = (TagaGridCell){ g_strdup ("＊"), "newrow", FALSE };

  taga_grid_cell_view_set_cell (g_ptr_array_index (self->cells, slot), &cell, column->title);
  if (self->is_new && slot == 0)
    gtk_accessible_update_property (g_ptr_array_index (self->cells, slot),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("New row"), -1);
  g_free (cell.text);
}

static gboolean
is_in_view (TagaGridRow *self, guint slot, guint first, guint end)
{
  return slot < self->grid->layout.n_frozen || (slot >= first && slot < end);
}

static void
make_spare (TagaGridRow *self, guint slot)
{
  g_ptr_array_add (self->spare, g_steal_pointer (&self->cells->pdata[slot]));
  self->is_settled = FALSE;
}

/* Takes a cell that went out of view, or else a new one; during a layout there may be none. */
static GtkWidget *
take_cell (TagaGridRow *self, GtkWidget *previous, gboolean in_layout)
{
  GtkWidget *cell = NULL;

  if (self->spare->len > 0)
    {
      cell = g_ptr_array_steal_index (self->spare, self->spare->len - 1);
      gtk_widget_set_child_visible (cell, TRUE);
    }
  else if (!in_layout || !self->has_cells)
    {
      cell = taga_grid_cell_view_new (self->texts);
      gtk_widget_insert_after (cell, GTK_WIDGET (self), previous);
    }

  return cell;
}

static void
provide_cell (TagaGridRow *self, guint slot, GtkWidget *previous, gboolean in_layout)
{
  GtkWidget *cell = take_cell (self, previous, in_layout);

  self->cells->pdata[slot] = cell;
  self->is_settled = FALSE;
  if (cell == NULL)
    return;

  taga_grid_cell_view_set_place (TAGA_GRID_CELL_VIEW (cell), slot,
                                 taga_grid_layout_get_column (&self->grid->layout, slot)->xalign);
  taga_grid_cell_view_set_baseline (TAGA_GRID_CELL_VIEW (cell), self->grid->baseline);
  taga_grid_cell_view_set_row (TAGA_GRID_CELL_VIEW (cell), self->position);
  if (!self->is_stale)
    show_cell (self, slot);
}

/* Gives each column in view a cell, taking those of columns that went out of it first. */
static void
provide_cells (TagaGridRow *self, guint first, guint end, gboolean in_layout)
{
  GtkWidget *previous = NULL;

  g_ptr_array_set_size (self->cells, (int) self->grid->layout.slots->len);
  for (guint i = 0; i < self->cells->len; i++)
    if (g_ptr_array_index (self->cells, i) != NULL && !is_in_view (self, i, first, end))
      make_spare (self, i);

  for (guint i = 0; i < self->cells->len; i++)
    {
      if (g_ptr_array_index (self->cells, i) == NULL && is_in_view (self, i, first, end))
        provide_cell (self, i, previous, in_layout);
      if (g_ptr_array_index (self->cells, i) != NULL)
        previous = g_ptr_array_index (self->cells, i);
    }

  self->has_cells = TRUE;
  for (guint i = 0; i < self->spare->len; i++)
    gtk_widget_set_child_visible (g_ptr_array_index (self->spare, i), FALSE);
}

/* Puts the cells in the order of their columns, as a screen reader reads them. */
static void
order_cells (TagaGridRow *self)
{
  GtkWidget *previous = NULL;

  drop_spare (self);
  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (self->cells, i);

      if (cell != NULL && gtk_widget_get_prev_sibling (cell) != previous)
        gtk_widget_insert_after (cell, GTK_WIDGET (self), previous);
      if (cell != NULL)
        previous = cell;
    }

  self->is_settled = TRUE;
}

/**
 * taga_grid_row_set_position:
 * @self: a row
 * @position: a position in the model
 *
 * Has the row show another position of the model from its next update on.
 */
void
taga_grid_row_set_position (TagaGridRow *self, guint position)
{
  if (self->position == position)
    return;

  self->position = position;
  self->is_stale = TRUE;
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                  (int) position + 1, -1);
  for (guint i = 0; i < self->cells->len; i++)
    if (g_ptr_array_index (self->cells, i) != NULL)
      taga_grid_cell_view_set_row (g_ptr_array_index (self->cells, i), position);
}

static void
update_name (TagaGridRow *self)
{
  g_autofree char *name = g_strdup_printf (_ ("Row %u"), self->position + 1);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->is_new ? _ ("New row") : name, -1);
}

static void
update_style (TagaGridRow *self)
{
  const char *style = NULL;

  if (self->record != NULL && self->grid->handlers.row_style != NULL)
    style = self->grid->handlers.row_style (self->record, self->position, self->grid->user_data);
  if (g_strcmp0 (self->style, style) == 0)
    return;

  if (self->style != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->style);
  self->style = style;
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), style);
}

static void
load_record (TagaGridRow *self)
{
  g_autoptr (TagaRecord) record = taga_grid_dup_record (self->grid, self->position);

  set_record (self, record);
  self->is_new = taga_grid_is_new_row (self->grid, self->position);
  self->is_stale = FALSE;
  update_name (self);
  update_style (self);
}

/**
 * taga_grid_row_update:
 * @self: a row
 * @first: the first column in view after the frozen ones
 * @end: the column after the last one in view
 * @in_layout: whether this is part of a layout, in which children can't be added or moved
 *
 * Makes the row have the cells that are in view and show its record. Does only what has changed.
 *
 * Returns: whether all cells are there and in order
 */
gboolean
taga_grid_row_update (TagaGridRow *self, guint first, guint end, gboolean in_layout)
{
  provide_cells (self, first, end, in_layout);
  if (!in_layout && !self->is_settled)
    order_cells (self);

  if (!self->is_stale)
    return self->is_settled;

  load_record (self);
  for (guint i = 0; i < self->cells->len; i++)
    if (g_ptr_array_index (self->cells, i) != NULL)
      show_cell (self, i);

  return self->is_settled;
}

/**
 * taga_grid_row_set_selected:
 * @self: a row
 * @range: (nullable): the selected range
 *
 * Tells the row's cells which of them are selected.
 */
void
taga_grid_row_set_selected (TagaGridRow *self, const TagaGridRange *range)
{
  gboolean in_rows =
      range != NULL && self->position >= range->first_row && self->position <= range->last_row;

  for (guint i = 0; i < self->cells->len; i++)
    if (g_ptr_array_index (self->cells, i) != NULL)
      taga_grid_cell_view_set_selected (g_ptr_array_index (self->cells, i),
                                        in_rows && i >= range->first_column
                                            && i <= range->last_column);
}
