#include "taga-record-table.h"

/* Rows of a table and the records in them. */

/**
 * taga_record_table_list_selected:
 * @self: a table
 *
 * Lists the records in the selected rows.
 *
 * Returns: (transfer full) (element-type gint64): their numbers
 */
GArray *
taga_record_table_list_selected (TagaRecordTable *self)
{
  TagaGrid *grid = taga_record_table_get_grid (self);
  TagaRecordList *list = taga_record_table_get_list (self);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  TagaGridRange range;

  if (list == NULL || !taga_grid_get_range (grid, &range))
    return ids;

  for (guint row = range.first_row; row <= range.last_row; row++)
    {
      gint64 id = taga_record_list_get_id (list, row);

      if (id > 0)
        g_array_append_val (ids, id);
    }

  return ids;
}

/**
 * taga_record_table_list_ids:
 * @self: a table
 *
 * Lists the records that are shown, in their order.
 *
 * Returns: (transfer full) (element-type gint64): their numbers
 */
GArray *
taga_record_table_list_ids (TagaRecordTable *self)
{
  TagaRecordList *list = taga_record_table_get_list (self);
  guint n = list == NULL ? 0 : g_list_model_get_n_items (G_LIST_MODEL (list));
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);

  for (guint row = 0; row < n; row++)
    {
      gint64 id = taga_record_list_get_id (list, row);

      g_array_append_val (ids, id);
    }

  return ids;
}

/**
 * taga_record_table_list_fields:
 * @self: a table
 *
 * Lists the fields of the columns that are shown, in their order.
 *
 * Returns: (transfer full) (element-type guint): the fields
 */
GArray *
taga_record_table_list_fields (TagaRecordTable *self)
{
  TagaGrid *grid = taga_record_table_get_grid (self);
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < taga_grid_get_n_shown_columns (grid); i++)
    {
      guint field = taga_grid_get_shown_field (grid, i);

      g_array_append_val (fields, field);
    }

  return fields;
}

/**
 * taga_record_table_go_to:
 * @self: a table
 * @id: number of a record
 * @field: a field; if it has no column, the cursor stays in its own
 *
 * Moves the cursor to a record, and the focus to the grid. If the record is hidden by a filter,
 * search and filters are cleared first.
 */
void
taga_record_table_go_to (TagaRecordTable *self, gint64 id, guint field)
{
  TagaGrid *grid = taga_record_table_get_grid (self);
  TagaRecordList *list = taga_record_table_get_list (self);
  gint64 position;

  if (list == NULL)
    return;

  position = taga_record_list_find (list, id);
  if (position < 0)
    {
      g_autoptr (TagaQuery) all = taga_query_copy (taga_record_table_get_query (self));

      g_ptr_array_set_size (all->filters, 0);
      g_clear_pointer (&all->search, g_free);
      if (taga_record_table_get_aspect (self) == NULL)
        {
          g_array_set_size (all->sorts, 0);
          all->scope = TAGA_SCOPE_ALL;
        }
      taga_record_table_set_query (self, all);
      position = taga_record_list_find (list, id);
    }
  if (position >= 0)
    taga_grid_set_cursor (grid, (guint) position, field);
  gtk_widget_grab_focus (GTK_WIDGET (grid));
}
