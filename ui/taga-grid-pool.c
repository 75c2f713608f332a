#include "taga-grid-pool.h"

struct _TagaGridPool
{
  TagaGrid *grid;      /* (unowned) */
  GtkWidget *parent;   /* (unowned) */
  TagaGridText *texts; /* (unowned) */
  GPtrArray *rows;     /* (owned): those in view, by position; each is a child of the parent */
  GPtrArray *spare;    /* (owned): those that went out of view; each is an unseen child */
  gboolean is_settled; /* whether all in view are there, in order, and none is spare */
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
  self->spare = g_ptr_array_new ();
  self->is_settled = TRUE;

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
  g_assert (self->rows->len == 0 && self->spare->len == 0);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->spare);
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

static void
drop_spare (TagaGridPool *self)
{
  for (guint i = 0; i < self->spare->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->spare, i));
  g_ptr_array_set_size (self->spare, 0);
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
  drop_spare (self);
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
  drop_spare (self);
  for (guint i = 0; i < self->rows->len; i++)
    taga_grid_row_drop_cells (g_ptr_array_index (self->rows, i));
}

/* Keeps the row widgets that stay in view, at the place of their position, and makes the others
 * spare. */
static GPtrArray *
sort_rows (TagaGridPool *self, guint first, guint n)
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
        g_ptr_array_add (self->spare, row);
    }

  return rows;
}

static GtkWidget *
take_spare (TagaGridPool *self)
{
  GtkWidget *row;

  if (self->spare->len == 0)
    return NULL;

  row = g_ptr_array_steal_index (self->spare, self->spare->len - 1);
  gtk_widget_set_child_visible (row, TRUE);

  return row;
}

/* Fills the gaps with spare rows where they are: during a layout, GTK allows neither to add nor to
 * move nor to remove children. */
static void
fill_in_place (TagaGridPool *self, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (rows->pdata[i] == NULL)
      {
        rows->pdata[i] = take_spare (self);
        self->is_settled = FALSE;
      }

  for (guint i = 0; i < self->spare->len; i++)
    {
      gtk_widget_set_child_visible (g_ptr_array_index (self->spare, i), FALSE);
      self->is_settled = FALSE;
    }
}

/* Fills the gaps so that rows stand among the children in the order of their positions, as a screen
 * reader reads them. */
static void
fill_in_order (TagaGridPool *self, GPtrArray *rows)
{
  GtkWidget *previous = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      if (rows->pdata[i] == NULL)
        rows->pdata[i] = take_spare (self);
      if (rows->pdata[i] == NULL)
        rows->pdata[i] = taga_grid_row_new (self->grid, self->texts);
      if (gtk_widget_get_parent (rows->pdata[i]) == NULL
          || gtk_widget_get_prev_sibling (rows->pdata[i]) != previous)
        gtk_widget_insert_after (rows->pdata[i], self->parent, previous);
      previous = rows->pdata[i];
    }

  drop_spare (self);
  self->is_settled = TRUE;
}

/* The first layout has to make the rows, and may. */
static void
provide_rows (TagaGridPool *self, guint first, guint n, gboolean in_layout)
{
  gboolean is_first = self->rows->len == 0 && self->spare->len == 0;
  GPtrArray *rows = sort_rows (self, first, n);

  if (in_layout && !is_first)
    fill_in_place (self, rows);
  else
    fill_in_order (self, rows);

  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < n; i++)
    if (rows->pdata[i] != NULL)
      {
        taga_grid_row_set_position (rows->pdata[i], first + i);
        g_ptr_array_add (self->rows, rows->pdata[i]);
      }
  g_ptr_array_unref (rows);
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
 * @in_layout: whether this is part of a layout, in which children can't be added or moved
 *
 * Makes the rows and cells that are in view exist and show what the model holds.
 *
 * Returns: whether all is there and in order; if not, update again before the next layout
 */
gboolean
taga_grid_pool_update (TagaGridPool *self, int width, int height, gboolean in_layout)
{
  TagaGrid *grid = self->grid;
  guint row_height = (guint) grid->row_height;
  guint n_places = taga_grid_count_places (grid);
  guint first = MIN ((guint) taga_grid_get_scrolled_y (grid) / row_height, n_places);
  guint n = height > 0 ? ((guint) height - 1) / row_height + 2 : 0;
  guint first_slot, end_slot;
  TagaGridRange range;
  gboolean has_range = taga_grid_cursor_get_range (grid, &range);

  provide_rows (self, first, MIN (n, n_places - first), in_layout);
  taga_grid_layout_get_view (&grid->layout, taga_grid_get_scrolled_x (grid), width, &first_slot,
                             &end_slot);

  for (guint i = 0; i < self->rows->len; i++)
    {
      TagaGridRow *row = g_ptr_array_index (self->rows, i);

      if (!taga_grid_row_update (row, first_slot, end_slot, in_layout))
        self->is_settled = FALSE;
      taga_grid_row_set_selected (row, has_range ? &range : NULL);
    }

  /* A row's own place is the same after scrolling sideways, so GTK would leave its cells alone. */
  if (self->scrolled_x != taga_grid_get_scrolled_x (grid))
    taga_grid_pool_queue_allocate (self);
  self->scrolled_x = taga_grid_get_scrolled_x (grid);

  return self->is_settled;
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
