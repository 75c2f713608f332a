#include "taga-table-edits.h"

#include <glib/gi18n-lib.h>

#include "taga-language.h"
#include "taga-store-error.h"

/*
 * What is done to the selected cells of a table, as edits that are yet to be looked at and applied.
 * Rows and columns are those on the screen: what a filter hides is never touched.
 */

static const TagaField *
get_field (TagaRecordTable *table, guint column, guint *field)
{
  *field = taga_grid_get_shown_field (taga_record_table_get_grid (table), column);

  return &taga_record_class_peek (taga_record_table_get_record_type (table))->fields[*field];
}

static gint64
get_id (TagaRecordTable *table, guint row)
{
  return taga_record_list_get_id (taga_record_table_get_list (table), row);
}

static TagaEdits *
create_edits (TagaRecordTable *table)
{
  return taga_edits_new (taga_record_table_get_record_type (table));
}

static void
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID, sentence);
}

/**
 * taga_table_edits_clear:
 * @table: a table
 * @error: return location for an error
 *
 * Empties the selected cells; required and computed ones stay.
 *
 * Returns: (transfer full) (nullable): the edits, or `NULL` with `TAGA_STORE_ERROR_INVALID` if
 *   nothing that is selected can be emptied
 */
TagaEdits *
taga_table_edits_clear (TagaRecordTable *table, GError **error)
{
  g_autoptr (TagaEdits) edits = create_edits (table);
  const TagaValue empty = TAGA_VALUE_INIT;
  gboolean has_cells = FALSE;
  TagaGridRange range;

  if (!taga_grid_get_range (taga_record_table_get_grid (table), &range))
    return g_steal_pointer (&edits);

  for (guint row = range.first_row; row <= range.last_row; row++)
    {
      taga_edits_change (edits, get_id (table, row));
      for (guint column = range.first_column; column <= range.last_column; column++)
        {
          guint field;

          if (get_field (table, column, &field)->flags
              & (TAGA_FIELD_COMPUTED | TAGA_FIELD_REQUIRED))
            continue;
          taga_edits_put (edits, field, &empty);
          has_cells = TRUE;
        }
    }

  if (has_cells)
    return g_steal_pointer (&edits);

  refuse (error, _ ("Names and computed cells cannot be emptied. To take an asset out of the "
                    "register, retire or remove it."));
  return NULL;
}

/**
 * taga_table_edits_remove:
 * @table: a table
 *
 * Removes the records in the selected rows.
 *
 * Returns: (transfer full): the edits
 */
TagaEdits *
taga_table_edits_remove (TagaRecordTable *table)
{
  g_autoptr (GArray) ids = taga_record_table_list_selected (table);
  TagaEdits *edits = create_edits (table);

  for (guint i = 0; i < ids->len; i++)
    taga_edits_remove (edits, g_array_index (ids, gint64, i));

  return edits;
}

/* Takes a text as a cell takes it that is typed into. */
static gboolean
put_text (TagaRecordTable *table,
          TagaEdits *edits,
          const TagaField *field,
          guint index,
          const char *text,
          GError **error)
{
  TagaEdition *edition = taga_store_get_edition (taga_record_table_get_store (table));
  g_auto (TagaValue) value = TAGA_VALUE_INIT;

  if (!taga_edition_parse (edition, field, text, &value, error))
    return FALSE;

  taga_edits_put (edits, index, &value);
  return TRUE;
}

/* The value of one cell goes into another: as it is where both say the same kind of thing, and else
 * as the text that stands there. */
static gboolean
copy_cell (TagaRecordTable *table,
           TagaEdits *edits,
           TagaRecord *source,
           guint source_column,
           guint target_column,
           GError **error)
{
  TagaEdition *edition = taga_store_get_edition (taga_record_table_get_store (table));
  guint from, to;
  const TagaField *source_field = get_field (table, source_column, &from);
  const TagaField *target_field = get_field (table, target_column, &to);
  const TagaValue *value = taga_record_get_value (source, from);
  g_autofree char *text = NULL;

  if (target_field->flags & TAGA_FIELD_COMPUTED)
    return TRUE;

  if (source_field->kind == target_field->kind
      && g_strcmp0 (source_field->domain, target_field->domain) == 0)
    {
      taga_edits_put (edits, to, value);
      return TRUE;
    }

  text = taga_edition_format (edition, source_field, value, taga_language_is_japanese ());
  return put_text (table, edits, target_field, to, text, error);
}

static guint
wrap (guint place, guint first, guint last)
{
  guint n = last - first + 1;

  return place >= first ? first + (place - first) % n : last - (first - place - 1) % n;
}

/**
 * taga_table_edits_fill:
 * @table: a table
 * @source: cells to copy
 * @target: cells to fill, in which the source may lie
 * @error: return location for an error
 *
 * Fills cells with copies of others, again and again in all directions. Values are repeated as they
 * are: in a register, a number that counts on or a date that runs on is hardly ever meant.
 *
 * Returns: (transfer full) (nullable): the edits, or `NULL` with `TAGA_STORE_ERROR_INVALID` if a
 *   value does not fit its column
 */
TagaEdits *
taga_table_edits_fill (TagaRecordTable *table,
                       const TagaGridRange *source,
                       const TagaGridRange *target,
                       GError **error)
{
  g_autoptr (TagaEdits) edits = create_edits (table);
  GListModel *model = G_LIST_MODEL (taga_record_table_get_list (table));

  for (guint row = target->first_row; row <= target->last_row; row++)
    {
      guint from_row = wrap (row, source->first_row, source->last_row);
      g_autoptr (TagaRecord) record = g_list_model_get_item (model, from_row);

      taga_edits_change (edits, get_id (table, row));
      for (guint column = target->first_column; column <= target->last_column; column++)
        {
          guint from_column = wrap (column, source->first_column, source->last_column);

          if (from_row == row && from_column == column)
            continue;
          if (!copy_cell (table, edits, record, from_column, column, error))
            return NULL;
        }
    }

  return g_steal_pointer (&edits);
}

/**
 * taga_table_edits_fill_text:
 * @table: a table
 * @text: a text that was entered
 * @error: return location for an error
 *
 * Enters a text into each selected cell.
 *
 * Returns: (transfer full) (nullable): the edits, or `NULL` with an error that says why a column
 *   does not take the text
 */
TagaEdits *
taga_table_edits_fill_text (TagaRecordTable *table, const char *text, GError **error)
{
  char *cells[] = { (char *) text, NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *note = NULL;
  TagaGridRange range;

  g_ptr_array_add (rows, cells);
  if (!taga_grid_get_range (taga_record_table_get_grid (table), &range))
    return create_edits (table);

  return taga_table_edits_paste (table, rows, &range, &note, error);
}

typedef struct
{
  TagaRecordTable *table;
  TagaEdits *edits;
  guint n_columns; /* of the table */
  guint n_beyond;  /* widest row beyond the last column */
} Paste;

static gboolean
paste_row (Paste *self, guint row, guint first_column, char **cells, guint n, GError **error)
{
  gint64 id = get_id (self->table, row);

  if (id == 0)
    taga_edits_add (self->edits);
  else
    taga_edits_change (self->edits, id);

  for (guint i = 0; i < n; i++)
    {
      guint column = first_column + i, index;
      const TagaField *field;

      if (column >= self->n_columns)
        {
          self->n_beyond = MAX (self->n_beyond, n - i);
          return TRUE;
        }

      field = get_field (self->table, column, &index);
      if (!(field->flags & TAGA_FIELD_COMPUTED)
          && !put_text (self->table, self->edits, field, index, cells[i], error))
        {
          /* Translators: number of a row of what is pasted, a column, why */
          g_prefix_error (error, _ ("Row %u of what you paste, column “%s”: "),
                          taga_edits_get_n_records (self->edits), _ (field->title));
          return FALSE;
        }
    }

  return TRUE;
}

static guint
get_width (GPtrArray *rows)
{
  guint width = 0;

  for (guint i = 0; i < rows->len; i++)
    width = MAX (width, g_strv_length (g_ptr_array_index (rows, i)));

  return width;
}

/* How many times a block goes into a selection that is a multiple of it; else once. */
static guint
count_times (guint selected, guint block)
{
  return selected > block && selected % block == 0 ? selected / block : 1;
}

/* The block once or, in a selection that is a multiple of it, side by side. */
static gboolean
paste_tiles (Paste *self, GPtrArray *rows, const TagaGridRange *range, GError **error)
{
  guint width = get_width (rows);
  guint n_down = count_times (range->last_row - range->first_row + 1, rows->len);
  guint n_right = count_times (range->last_column - range->first_column + 1, MAX (width, 1));

  for (guint down = 0; down < n_down; down++)
    for (guint i = 0; i < rows->len; i++)
      {
        g_autoptr (GPtrArray) cells = g_ptr_array_new ();
        char **row = g_ptr_array_index (rows, i);
        guint n = g_strv_length (row);

        for (guint right = 0; right < n_right; right++)
          for (guint j = 0; j < (n_right == 1 ? n : width); j++)
            g_ptr_array_add (cells, j < n ? row[j] : (char *) "");
        if (!paste_row (self, range->first_row + down * rows->len + i, range->first_column,
                        (char **) cells->pdata, cells->len, error))
          return FALSE;
      }

  return TRUE;
}

/**
 * taga_table_edits_paste:
 * @table: a table
 * @rows: (element-type GStrv): a block of cells; rows may have different lengths
 * @range: the selection; the block goes from its first cell to the right and down
 * @note: (out) (nullable): what the user has to know: cells that have no place in the table
 * @error: return location for an error
 *
 * Enters a block of texts: past the last row as new records, into a selection that is a multiple of
 * the block as often as it fits. Computed columns are passed over.
 *
 * Returns: (transfer full) (nullable): the edits, or `NULL` with an error that names row and column
 */
TagaEdits *
taga_table_edits_paste (TagaRecordTable *table,
                        GPtrArray *rows,
                        const TagaGridRange *range,
                        char **note,
                        GError **error)
{
  g_autoptr (TagaEdits) edits = create_edits (table);
  Paste paste = { table, edits, 0, 0 };

  *note = NULL;
  paste.n_columns = taga_grid_get_n_shown_columns (taga_record_table_get_grid (table));
  if (!paste_tiles (&paste, rows, range, error))
    return NULL;

  if (paste.n_beyond > 0)
    *note = g_strdup_printf (
        ngettext (
            "%u column of what you paste lies beyond the table's last column and is left out.",
            "%u columns of what you paste lie beyond the table's last column and are left "
            "out.",
            paste.n_beyond),
        paste.n_beyond);

  return g_steal_pointer (&edits);
}
