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
  gboolean is_stale; /* whether the record or one of its values may have changed */

  GPtrArray *cells; /* (owned): by slot; `NULL` where none is in view */
};

G_DEFINE_FINAL_TYPE (TagaGridRow, taga_grid_row, GTK_TYPE_WIDGET)

static void
measure_row (GtkWidget *widget, GtkOrientation orientation, int *size)
{
  for (GtkWidget *cell = gtk_widget_get_first_child (widget); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    gtk_widget_measure (cell, orientation, -1, NULL, NULL, NULL, NULL);

  *size = 0;
}

static void
taga_grid_row_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  measure_row (widget, orientation, minimum);
  *natural = *minimum;
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

/**
 * taga_grid_row_drop_cells:
 * @self: a row
 *
 * Removes all cells, because the columns are others now.
 */
void
taga_grid_row_drop_cells (TagaGridRow *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (g_ptr_array_index (self->cells, i) != NULL)
      gtk_widget_unparent (g_ptr_array_index (self->cells, i));

  g_ptr_array_set_size (self->cells, 0);
  self->is_stale = TRUE;
}

static void
show_cell (TagaGridRow *self, guint slot)
{
  const TagaGridColumn *column = taga_grid_layout_get_column (&self->grid->layout, slot);
  TagaGridCell cell = { NULL, NULL, FALSE };

  if (self->record != NULL && self->grid->handlers.format != NULL)
    self->grid->handlers.format (self->record, column->field, &cell, self->grid->user_data);

  taga_grid_cell_view_set_cell (g_ptr_array_index (self->cells, slot), &cell, column->title);
  g_free (cell.text);
}

/* Cells stand among the row's children in the order of the columns, as screen readers expect. */
static void
insert_cell (TagaGridRow *self, GtkWidget *cell, guint slot)
{
  GtkWidget *next = NULL;

  for (guint i = slot + 1; i < self->cells->len && next == NULL; i++)
    next = g_ptr_array_index (self->cells, i);

  gtk_widget_insert_before (cell, GTK_WIDGET (self), next);
}

static gboolean
is_in_view (TagaGridRow *self, guint slot, guint first, guint end)
{
  return slot < self->grid->layout.n_frozen || (slot >= first && slot < end);
}

/* Gives each column in view a cell, taking those of columns that went out of it first. */
static void
provide_cells (TagaGridRow *self, guint first, guint end)
{
  TagaGridLayout *layout = &self->grid->layout;
  g_autoptr (GPtrArray) spare = g_ptr_array_new ();

  g_ptr_array_set_size (self->cells, (int) layout->slots->len);
  for (guint i = 0; i < self->cells->len; i++)
    if (g_ptr_array_index (self->cells, i) != NULL && !is_in_view (self, i, first, end))
      g_ptr_array_add (spare, g_steal_pointer (&self->cells->pdata[i]));

  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (self->cells, i);

      if (cell != NULL || !is_in_view (self, i, first, end))
        continue;

      if (spare->len > 0)
        cell = g_ptr_array_steal_index (spare, spare->len - 1);
      else
        cell = taga_grid_cell_view_new (self->texts);

      insert_cell (self, cell, i);
      self->cells->pdata[i] = cell;
      taga_grid_cell_view_set_place (TAGA_GRID_CELL_VIEW (cell), i,
                                     taga_grid_layout_get_column (layout, i)->xalign);
      taga_grid_cell_view_set_baseline (TAGA_GRID_CELL_VIEW (cell), self->grid->baseline);
      if (!self->is_stale)
        show_cell (self, i);
    }

  for (guint i = 0; i < spare->len; i++)
    gtk_widget_unparent (g_ptr_array_index (spare, i));
}

static void
set_position (TagaGridRow *self, guint position)
{
  g_autofree char *name = g_strdup_printf (_ ("Row %u"), position + 1);

  self->position = position;
  self->is_stale = TRUE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                  (int) position + 1, -1);
}

/**
 * taga_grid_row_show:
 * @self: a row
 * @position: the position in the model to show
 * @first: the first column in view after the frozen ones
 * @end: the column after the last one in view
 *
 * Makes the row show a record. Does only what has changed since it was last asked.
 */
void
taga_grid_row_show (TagaGridRow *self, guint position, guint first, guint end)
{
  if (self->position != position)
    set_position (self, position);

  provide_cells (self, first, end);
  if (!self->is_stale)
    return;

  {
    g_autoptr (TagaRecord) record = taga_grid_dup_record (self->grid, position);

    set_record (self, record);
  }

  self->is_stale = FALSE;
  for (guint i = 0; i < self->cells->len; i++)
    if (g_ptr_array_index (self->cells, i) != NULL)
      show_cell (self, i);
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
