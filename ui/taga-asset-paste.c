#include "taga-asset-paste.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-block.h"
#include "taga-store-error.h"

/*
 * Pasting a block of cells, as it comes from a spreadsheet: from the cursor to the right and down,
 * past the last row as new assets; a single cell fills the whole range. All of it or nothing, as
 * one step.
 */

typedef struct
{
  TagaGrid *grid;
  TagaStore *store;
  TagaRecordList *list;
  GPtrArray *rows; /* (element-type GStrv) */
  TagaGridRange range;
} Paste;

/* Says where in the block a value could not be taken. */
static gboolean
refuse (const TagaField *field, guint row, GError *reason, GError **error)
{
  g_set_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID,
               /* Translators: number of a row of what is pasted, a column, why */
               _ ("Row %u of what you paste, column “%s”: %s Nothing was pasted."), row + 1,
               _ (field->title), reason->message);
  g_error_free (reason);

  return FALSE;
}

/* Reads the cells of a row; computed columns are passed over, since nothing can be entered there.
 */
static gboolean
read_row (Paste *self, guint row, char **cells, GArray *fields, GArray *values, GError **error)
{
  TagaRecordClass *klass = taga_record_class_peek (TAGA_TYPE_ASSET);
  guint n_columns = taga_grid_get_n_shown_columns (self->grid);

  for (guint i = 0; cells[i] != NULL && self->range.first_column + i < n_columns; i++)
    {
      guint index = taga_grid_get_shown_field (self->grid, self->range.first_column + i);
      const TagaField *field = &klass->fields[index];
      TagaValue value = TAGA_VALUE_INIT;
      GError *reason = NULL;

      if (field->flags & TAGA_FIELD_COMPUTED)
        continue;
      if (!taga_edition_parse (taga_store_get_edition (self->store), field, cells[i], &value,
                               &reason))
        return refuse (field, row, reason, error);

      g_array_append_val (fields, index);
      g_array_append_val (values, value);
    }

  return TRUE;
}

static gboolean
insert_row (Paste *self, GArray *fields, GArray *values, GError **error)
{
  TagaValue *all = taga_values_new (TAGA_ASSET_N_FIELDS);
  gboolean done;

  for (guint i = 0; i < fields->len; i++)
    taga_value_set (&all[g_array_index (fields, guint, i)], &g_array_index (values, TagaValue, i));
  done = taga_store_insert (self->store, TAGA_TYPE_ASSET, all, NULL, error);
  taga_values_free (all, TAGA_ASSET_N_FIELDS);

  return done;
}

static gboolean
paste_row (Paste *self, guint offset, char **cells, GError **error)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (TagaValue));
  gint64 id = taga_record_list_get_id (self->list, self->range.first_row + offset);

  g_array_set_clear_func (values, (GDestroyNotify) taga_value_clear);
  if (!read_row (self, offset, cells, fields, values, error))
    return FALSE;

  if (fields->len == 0)
    return TRUE;

  if (id == 0)
    return insert_row (self, fields, values, error);

  return taga_store_update (self->store, TAGA_TYPE_ASSET, id, (guint *) (gpointer) fields->data,
                            (TagaValue *) (gpointer) values->data, fields->len, error);
}

/* One cell goes into each of the range. */
static gboolean
fill_range (Paste *self, const char *cell, GError **error)
{
  guint n = self->range.last_column - self->range.first_column + 1;
  g_auto (GStrv) cells = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    cells[i] = g_strdup (cell);

  for (guint row = self->range.first_row; row <= self->range.last_row; row++)
    if (!paste_row (self, row - self->range.first_row, cells, error))
      return FALSE;

  return TRUE;
}

static gboolean
paste_rows (Paste *self, GError **error)
{
  GStrv first = g_ptr_array_index (self->rows, 0);

  if (self->rows->len == 1 && first[0] != NULL && first[1] == NULL)
    return fill_range (self, first[0], error);

  for (guint i = 0; i < self->rows->len; i++)
    if (!paste_row (self, i, g_ptr_array_index (self->rows, i), error))
      return FALSE;

  return TRUE;
}

/**
 * taga_asset_paste:
 * @grid: the grid
 * @store: the company file
 * @list: the assets that the grid shows
 * @text: tab-separated text
 * @error: return location for an error
 *
 * Pastes a block of cells at the cursor.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_INVALID` naming row and column, or any other
 *   [error@StoreError], and nothing changed
 */
gboolean
taga_asset_paste (TagaGrid *grid,
                  TagaStore *store,
                  TagaRecordList *list,
                  const char *text,
                  GError **error)
{
  g_autoptr (GPtrArray) rows = taga_block_parse (text);
  Paste paste = { grid, store, list, rows, { 0 } };
  g_autofree char *label = NULL;

  if (rows->len == 0 || !taga_grid_get_range (grid, &paste.range))
    return TRUE;

  label = g_strdup_printf (ngettext ("Paste %u row", "Paste %u rows", rows->len), rows->len);
  if (!taga_store_begin (store, label, error))
    return FALSE;

  if (!paste_rows (&paste, error))
    {
      taga_store_rollback (store);
      return FALSE;
    }

  return taga_store_commit (store, error);
}
