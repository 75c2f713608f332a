#include "taga-table-follow.h"

#include "taga-history.h"

/* What a step touches of what a table shows. */
typedef struct
{
  TagaRecordTable *table;
  GType type;
  gint64 first_row;
  gint64 last_row;
  guint n_rows;
  gint64 last_id;
  guint first_column;
  guint last_column;
  char *gone; /* (nullable): the name of a record that is there no more */
} Touched;

static int
find_column (TagaRecordTable *table, guint field)
{
  TagaGrid *grid = taga_record_table_get_grid (table);
  guint n = taga_grid_get_n_shown_columns (grid);

  for (guint i = 0; i < n; i++)
    if (taga_grid_get_shown_field (grid, i) == field)
      return (int) i;

  return -1;
}

static void
note_change (const TagaChange *change,
             const char *name,
             guint field,
             const TagaValue *from,
             const TagaValue *to,
             gpointer user_data)
{
  Touched *self = user_data;
  gint64 row;
  int column;

  if (change->type != self->type)
    return;

  row = taga_record_list_find (taga_record_table_get_list (self->table), change->id);
  if (row < 0 && self->gone == NULL)
    self->gone = g_strdup (name);
  column = find_column (self->table, field);
  if (row < 0 || column < 0)
    return;

  self->first_row = self->n_rows == 0 ? row : MIN (self->first_row, row);
  self->last_row = self->n_rows == 0 ? row : MAX (self->last_row, row);
  self->first_column =
      self->n_rows == 0 ? (guint) column : MIN (self->first_column, (guint) column);
  self->last_column = self->n_rows == 0 ? (guint) column : MAX (self->last_column, (guint) column);
  if (self->n_rows == 0 || change->id != self->last_id)
    self->n_rows++;
  self->last_id = change->id;
}

/* A copy that is gone stood below its original: there the user was, and goes on. */
static void
go_to_original (TagaRecordTable *table, const char *name)
{
  TagaGrid *grid = taga_record_table_get_grid (table);
  int field = taga_record_class_find_field (
      taga_record_class_peek (taga_record_table_get_record_type (table)), "name");
  g_autoptr (TagaRecord) above = NULL;
  guint row, column;

  if (field < 0 || !taga_grid_get_cursor (grid, &row, &column) || row == 0)
    return;

  above = g_list_model_get_item (G_LIST_MODEL (taga_record_table_get_list (table)), row - 1);
  if (above != NULL && g_strcmp0 (taga_record_get_text (above, (guint) field), name) == 0)
    taga_grid_set_cursor (grid, row - 1, column);
}

/**
 * taga_table_follow_step:
 * @table: a table
 * @step: a step that was just undone or done again
 *
 * Goes to what a step has changed, so that the user sees it: the cells are selected if they are a
 * block, and else the cursor stands on the first of them. What the table does not show, it does not
 * go to.
 */
void
taga_table_follow_step (TagaRecordTable *table, gint64 step)
{
  TagaGrid *grid = taga_record_table_get_grid (table);
  TagaStore *store = taga_record_table_get_store (table);
  Touched touched = { .table = table, .type = taga_record_table_get_record_type (table) };
  TagaGridRange range;

  g_autofree char *gone = NULL;
  gboolean is_known =
      store != NULL && taga_history_describe (store, step, note_change, &touched, NULL);

  gone = touched.gone;
  if (is_known && touched.n_rows == 0 && gone != NULL)
    go_to_original (table, gone);
  if (!is_known || touched.n_rows == 0)
    return;

  taga_grid_set_cursor (grid, (guint) touched.first_row,
                        taga_grid_get_shown_field (grid, touched.first_column));
  range = (TagaGridRange){ (guint) touched.first_row, (guint) touched.last_row,
                           touched.first_column, touched.last_column };
  if (touched.n_rows == range.last_row - range.first_row + 1)
    taga_grid_select_range (grid, &range);
}
