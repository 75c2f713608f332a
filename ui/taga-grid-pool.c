#include "taga-grid-pool.h"

struct _TagaGridPool
{
  TagaGrid *grid;      /* (unowned) */
  GtkWidget *parent;   /* (unowned) */
  TagaGridText *texts; /* (unowned) */
  GPtrArray *rows;     /* (owned): in the order of their positions; each is a child of the parent */
  int scrolled_x;      /* that the rows' cells were last placed for */
};

/**
 * taga_grid_pool_new:
 * @grid: the grid
 * @parent: the widget that holds the rows, before any other child of its own
 * @texts: the shaped texts that the cells share
 *
 * Makes an empty pool. All three must outlive it.
 *
 * Returns: (transfer full): the pool
 */
TagaGridPool *
taga_grid_pool_new (TagaGrid *grid, GtkWidget *parent, TagaGridText *texts)
{
  TagaGridPool *self = g_new0 (TagaGridPool, 1);

  self->grid = grid;
  self->parent = parent;
  self->texts = texts;
  self->rows = g_ptr_array_new ();

  return self;
}

/**
 * taga_grid_pool_free:
 * @self: a pool
 *
 * Frees the pool, whose rows have been dropped.
 */
void
taga_grid_pool_free (TagaGridPool *self)
{
  g_assert (self->rows->len == 0);

  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * taga_grid_pool_get_row:
 * @self: a pool
 * @position: a position in the model
 *
 * Finds the widget that shows a row.
 *
 * Returns: (transfer none) (nullable): the row, or `NULL` if it isn't in view
 */
TagaGridRow *
taga_grid_pool_get_row (TagaGridPool *self, guint position)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (taga_grid_row_get_position (g_ptr_array_index (self->rows, i)) == position)
      return g_ptr_array_index (self->rows, i);

  return NULL;
}

/**
 * taga_grid_pool_get_nth:
 * @self: a pool
 * @i: the place of a row widget from the top
 *
 * Gets a row widget.
 *
 * Returns: (transfer none): the row
 */
TagaGridRow *
taga_grid_pool_get_nth (TagaGridPool *self, guint i)
{
  g_assert (i < self->rows->len);

  return g_ptr_array_index (self->rows, i);
}

/**
 * taga_grid_pool_get_n_rows:
 * @self: a pool
 *
 * Counts the row widgets.
 *
 * Returns: how many there are
 */
guint
taga_grid_pool_get_n_rows (TagaGridPool *self)
{
  return self->rows->len;
}

/**
 * taga_grid_pool_set_stale:
 * @self: a pool
 * @position: the first position whose row has changed
 * @n: how many
 *
 * Says that rows show something else now. Those in view look again at the next update.
 */
void
taga_grid_pool_set_stale (TagaGridPool *self, guint position, guint n)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      TagaGridRow *row = g_ptr_array_index (self->rows, i);
      guint row_position = taga_grid_row_get_position (row);

      if (row_position >= position && row_position - position < n)
        taga_grid_row_set_stale (row);
    }
}

/**
 * taga_grid_pool_drop_rows:
 * @self: a pool
 *
 * Removes all rows.
 */
void
taga_grid_pool_drop_rows (TagaGridPool *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

/**
 * taga_grid_pool_drop_cells:
 * @self: a pool
 *
 * Removes all cells, because the columns are others now.
 */
void
taga_grid_pool_drop_cells (TagaGridPool *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    taga_grid_row_drop_cells (g_ptr_array_index (self->rows, i));
}

/* Sorts the row widgets into those that stay in view, by position, and those that went out of it.
 */
static GPtrArray *
sort_rows (TagaGridPool *self, guint first, guint n, GPtrArray *spare)
{
  GPtrArray *rows = g_ptr_array_new ();

  g_ptr_array_set_size (rows, (int) n);
  for (guint i = 0; i < self->rows->len; i++)
    {
      TagaGridRow *row = g_ptr_array_index (self->rows, i);
      guint position = taga_grid_row_get_position (row);

      if (position >= first && position - first < n)
        rows->pdata[position - first] = row;
      else
        g_ptr_array_add (spare, row);
    }

  return rows;
}

/* The rows come before the parent's other children, in the order that a screen reader reads them.
 */
static void
provide_rows (TagaGridPool *self, guint first, guint n)
{
  g_autoptr (GPtrArray) spare = g_ptr_array_new ();
  GPtrArray *rows = sort_rows (self, first, n, spare);
  GtkWidget *previous = NULL;

  for (guint i = 0; i < n; i++)
    {
      if (rows->pdata[i] == NULL)
        {
          GtkWidget *row = spare->len > 0 ? g_ptr_array_steal_index (spare, spare->len - 1)
                                          : taga_grid_row_new (self->grid, self->texts);

          gtk_widget_insert_after (row, self->parent, previous);
          rows->pdata[i] = row;
        }
      previous = rows->pdata[i];
    }

  for (guint i = 0; i < spare->len; i++)
    gtk_widget_unparent (g_ptr_array_index (spare, i));

  g_ptr_array_unref (self->rows);
  self->rows = rows;
}

/**
 * taga_grid_pool_queue_allocate:
 * @self: a pool
 *
 * Has the rows place their cells anew, because columns have moved.
 */
void
taga_grid_pool_queue_allocate (TagaGridPool *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_queue_allocate (g_ptr_array_index (self->rows, i));
}

/**
 * taga_grid_pool_update:
 * @self: a pool
 * @width: width of the view
 * @height: its height
 *
 * Makes the rows and cells that are in view exist and show what the model holds.
 */
void
taga_grid_pool_update (TagaGridPool *self, int width, int height)
{
  TagaGrid *grid = self->grid;
  guint row_height = (guint) grid->row_height;
  guint first = MIN ((guint) taga_grid_get_scrolled_y (grid) / row_height, grid->n_rows);
  guint n = height > 0 ? ((guint) height - 1) / row_height + 2 : 0;
  guint first_slot, end_slot;
  TagaGridRange range;
  gboolean has_range = taga_grid_cursor_get_range (grid, &range);

  provide_rows (self, first, MIN (n, grid->n_rows - first));
  taga_grid_layout_get_view (&grid->layout, taga_grid_get_scrolled_x (grid), width, &first_slot,
                             &end_slot);

  for (guint i = 0; i < self->rows->len; i++)
    {
      TagaGridRow *row = g_ptr_array_index (self->rows, i);

      taga_grid_row_show (row, first + i, first_slot, end_slot);
      taga_grid_row_set_selected (row, has_range ? &range : NULL);
    }

  /* A row's own place is the same after scrolling sideways, so GTK would leave its cells alone. */
  if (self->scrolled_x != taga_grid_get_scrolled_x (grid))
    taga_grid_pool_queue_allocate (self);
  self->scrolled_x = taga_grid_get_scrolled_x (grid);
}

/**
 * taga_grid_pool_allocate:
 * @self: a pool
 * @width: width of the view
 *
 * Places the rows.
 *
 * Their places are counted from the view's top, never from the list's, so that they stay exact far
 * down in a long list.
 */
void
taga_grid_pool_allocate (TagaGridPool *self, int width)
{
  int row_height = self->grid->row_height;
  gint64 scrolled = taga_grid_get_scrolled_y (self->grid);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      gint64 y = (gint64) taga_grid_row_get_position (TAGA_GRID_ROW (row)) * row_height - scrolled;

      gtk_widget_measure (row, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (row, &(GtkAllocation){ 0, (int) y, width, row_height }, -1);
    }
}

/**
 * taga_grid_pool_snapshot:
 * @self: a pool
 * @snapshot: a snapshot of the parent
 *
 * Draws the rows.
 */
void
taga_grid_pool_snapshot (TagaGridPool *self, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_snapshot_child (self->parent, g_ptr_array_index (self->rows, i), snapshot);
}
