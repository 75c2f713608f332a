#include "taga-table-columns.h"

#include "taga-setting.h"

/* So long after the last change the arrangement is written, in milliseconds. */
#define DELAY 250

struct _TagaTableColumns
{
  TagaRecordTable *table;
  GArray *usual; /* (owned) (nullable) (element-type TagaColumnState): as the page set them */
  guint save_id; /* while there is something to write */
};

static TagaRecordClass *
get_class (TagaTableColumns *self)
{
  return taga_record_class_peek (taga_record_table_get_record_type (self->table));
}

static char *
create_name (TagaTableColumns *self)
{
  const char *aspect = taga_record_table_get_aspect (self->table);

  return g_strconcat ("columns.", aspect != NULL ? aspect : get_class (self)->table, NULL);
}

/* A file that may only be read stays as it is, and that is no news to anybody. */
static void
save (TagaTableColumns *self)
{
  TagaStore *store = taga_record_table_get_store (self->table);
  g_autoptr (GArray) columns = taga_table_columns_list (self);
  g_autofree char *name = create_name (self);
  g_autofree char *text = taga_column_text_write (get_class (self), columns);
  g_autofree char *usual = taga_column_text_write (get_class (self), self->usual);

  if (store != NULL && !taga_store_is_read_only (store))
    taga_setting_set (store, name, g_str_equal (text, usual) ? NULL : text, NULL);
}

static gboolean
save_cb (gpointer user_data)
{
  TagaTableColumns *self = user_data;

  self->save_id = 0;
  save (self);

  return G_SOURCE_REMOVE;
}

/**
 * taga_table_columns_new:
 * @table: a table; it lives longer
 *
 * Makes what remembers the columns of a table.
 *
 * Returns: (transfer full): the memory
 */
TagaTableColumns *
taga_table_columns_new (TagaRecordTable *table)
{
  TagaTableColumns *self = g_new0 (TagaTableColumns, 1);
  TagaGrid *grid = taga_record_table_get_grid (table);

  self->table = table;
  g_signal_connect_swapped (grid, "column-resized", G_CALLBACK (taga_table_columns_save), self);
  g_signal_connect_swapped (grid, "column-moved", G_CALLBACK (taga_table_columns_save), self);

  return self;
}

/**
 * taga_table_columns_free:
 * @self: (transfer full): a memory
 *
 * Frees it.
 */
void
taga_table_columns_free (TagaTableColumns *self)
{
  g_clear_handle_id (&self->save_id, g_source_remove);
  g_signal_handlers_disconnect_by_data (taga_record_table_get_grid (self->table), self);
  g_clear_pointer (&self->usual, g_array_unref);
  g_free (self);
}

/**
 * taga_table_columns_list:
 * @self: a memory
 *
 * Lists the columns as they are.
 *
 * Returns: (transfer full) (element-type TagaColumnState): the columns
 */
GArray *
taga_table_columns_list (TagaTableColumns *self)
{
  TagaGrid *grid = taga_record_table_get_grid (self->table);
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (TagaColumnState));

  for (guint i = 0; i < taga_grid_get_n_columns (grid); i++)
    {
      const TagaGridColumn *column = taga_grid_get_nth_column (grid, i);
      const TagaColumnState state = { column->field, column->visible, column->width };

      g_array_append_val (columns, state);
    }

  return columns;
}

static void
arrange (TagaTableColumns *self, GArray *columns)
{
  TagaGrid *grid = taga_record_table_get_grid (self->table);
  g_autofree TagaGridColumn *arranged = g_new0 (TagaGridColumn, columns->len + 1);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < columns->len; i++)
    {
      const TagaColumnState *state = &g_array_index (columns, TagaColumnState, i);

      arranged[i] = *taga_grid_get_column (grid, state->field);
      arranged[i].visible = state->shown;
      arranged[i].width = state->width;
      arranged[i].title = g_strdup (arranged[i].title);
      arranged[i].group = g_strdup (arranged[i].group);
      g_ptr_array_add (texts, arranged[i].title);
      g_ptr_array_add (texts, arranged[i].group);
    }

  taga_grid_set_columns (grid, arranged, columns->len);
}

/**
 * taga_table_columns_restore:
 * @self: a memory
 *
 * Arranges the columns as the file remembers them. What the page has set counts as usual.
 */
void
taga_table_columns_restore (TagaTableColumns *self)
{
  TagaStore *store = taga_record_table_get_store (self->table);
  g_autofree char *name = create_name (self);
  g_autofree char *text = taga_setting_get (store, name, NULL);
  g_autoptr (GArray) kept = taga_column_text_read (get_class (self), text);
  g_autoptr (GArray) columns = NULL;

  if (self->usual == NULL)
    self->usual = taga_table_columns_list (self);
  columns = taga_column_text_merge (self->usual, kept);
  arrange (self, columns);
}

/**
 * taga_table_columns_save:
 * @self: a memory
 *
 * Remembers how the columns are now, in a moment: who changes one mostly changes more.
 */
void
taga_table_columns_save (TagaTableColumns *self)
{
  if (self->usual == NULL)
    return;

  g_clear_handle_id (&self->save_id, g_source_remove);
  self->save_id = g_timeout_add (DELAY, save_cb, self);
}

/**
 * taga_table_columns_flush:
 * @self: a memory
 *
 * Writes what is yet to be written, before the file is closed.
 */
void
taga_table_columns_flush (TagaTableColumns *self)
{
  if (self->save_id == 0)
    return;

  g_clear_handle_id (&self->save_id, g_source_remove);
  save (self);
}

/**
 * taga_table_columns_apply:
 * @self: a memory
 * @columns: (element-type TagaColumnState): all columns
 *
 * Arranges the columns, and remembers it.
 */
void
taga_table_columns_apply (TagaTableColumns *self, GArray *columns)
{
  arrange (self, columns);
  taga_table_columns_save (self);
}

/**
 * taga_table_columns_reset:
 * @self: a memory
 *
 * Arranges the columns as they usually are.
 */
void
taga_table_columns_reset (TagaTableColumns *self)
{
  taga_table_columns_apply (self, self->usual);
}

/**
 * taga_table_columns_get_usual_width:
 * @self: a memory
 * @field: the field of a column
 *
 * Gets how wide a column usually is.
 *
 * Returns: the width in pixels at the usual text size; 0 for what is no column
 */
int
taga_table_columns_get_usual_width (TagaTableColumns *self, guint field)
{
  for (guint i = 0; i < self->usual->len; i++)
    if (g_array_index (self->usual, TagaColumnState, i).field == field)
      return g_array_index (self->usual, TagaColumnState, i).width;

  return 0;
}
