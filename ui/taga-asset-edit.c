#include "taga-asset-edit.h"

#include <glib/gi18n-lib.h>

#include "taga-action.h"
#include "taga-asset.h"
#include "taga-block.h"
#include "taga-language.h"

/*
 * What the asset page does with the selected cells and rows. Each is one step, however many rows it
 * touches.
 */

/* The numbers of the selected assets. */
static GArray *
list_selected (TagaGrid *grid, TagaRecordList *list)
{
  g_autoptr (GtkBitset) rows = taga_grid_dup_selected_rows (grid);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  guint row;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, rows, &row); more;
       more = gtk_bitset_iter_next (&iter, &row))
    {
      gint64 id = taga_record_list_get_id (list, row);

      if (id > 0)
        g_array_append_val (ids, id);
    }

  return ids;
}

/* The selected columns that people fill in. */
static GArray *
list_fields (TagaGrid *grid, const TagaGridRange *range)
{
  TagaRecordClass *klass = taga_record_class_peek (TAGA_TYPE_ASSET);
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = range->first_column; i <= range->last_column; i++)
    {
      guint field = taga_grid_get_shown_field (grid, i);

      if (!(klass->fields[field].flags & (TAGA_FIELD_COMPUTED | TAGA_FIELD_REQUIRED)))
        g_array_append_val (fields, field);
    }

  return fields;
}

static gboolean
end_step (TagaStore *store, gboolean done, GError **error)
{
  if (done)
    return taga_store_commit (store, error);

  taga_store_rollback (store);
  return FALSE;
}

/**
 * taga_asset_edit_add:
 * @store: the company file
 * @id: (out): the new asset's number
 * @error: return location for an error
 *
 * Adds an asset that is registered today, with a name to be replaced.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_asset_edit_add (TagaStore *store, gint64 *id, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  TagaValue *values = taga_values_new (TAGA_ASSET_N_FIELDS);
  gboolean done;

  values[TAGA_ASSET_NAME].text = g_strdup (_ ("New asset"));
  values[TAGA_ASSET_REGISTERED_ON].text = g_date_time_format (now, "%Y-%m-%d");
  done = taga_action_add (store, TAGA_TYPE_ASSET, values, id, error);
  taga_values_free (values, TAGA_ASSET_N_FIELDS);

  return done;
}

/**
 * taga_asset_edit_clear:
 * @grid: the grid
 * @store: the company file
 * @list: the assets that the grid shows
 * @error: return location for an error
 *
 * Empties the selected cells; names and computed cells stay.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_asset_edit_clear (TagaGrid *grid, TagaStore *store, TagaRecordList *list, GError **error)
{
  g_autoptr (GArray) ids = list_selected (grid, list);
  g_autoptr (GArray) fields = NULL;
  g_autofree TagaValue *empty = NULL;
  g_autofree char *label = NULL;
  TagaGridRange range;
  gboolean done = TRUE;

  if (!taga_grid_get_range (grid, &range))
    return TRUE;

  fields = list_fields (grid, &range);
  if (fields->len == 0)
    {
      g_set_error_literal (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID,
                           _ ("Names and computed cells cannot be emptied. To take an asset out of "
                              "the register, retire or remove it."));
      return FALSE;
    }
  if (ids->len == 0)
    return TRUE;

  empty = g_new (TagaValue, fields->len);
  for (guint i = 0; i < fields->len; i++)
    taga_value_init (&empty[i]);

  label = g_strdup_printf (ngettext ("Clear %u cell", "Clear %u cells", ids->len * fields->len),
                           ids->len * fields->len);
  if (!taga_store_begin (store, label, error))
    return FALSE;

  for (guint i = 0; done && i < ids->len; i++)
    done = taga_store_update (store, TAGA_TYPE_ASSET, g_array_index (ids, gint64, i),
                              (guint *) (gpointer) fields->data, empty, fields->len, error);

  return end_step (store, done, error);
}

/**
 * taga_asset_edit_retire:
 * @grid: the grid
 * @store: the company file
 * @list: the assets that the grid shows
 * @retire: `TRUE` to retire them, `FALSE` to bring them back into use
 * @error: return location for an error
 *
 * Retires or restores the selected assets.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_asset_edit_retire (TagaGrid *grid,
                        TagaStore *store,
                        TagaRecordList *list,
                        gboolean retire,
                        GError **error)
{
  g_autoptr (GArray) ids = list_selected (grid, list);

  return ids->len == 0
         || taga_action_retire (store, (gint64 *) (gpointer) ids->data, ids->len, retire, error);
}

/**
 * taga_asset_edit_remove:
 * @grid: the grid
 * @store: the company file
 * @list: the assets that the grid shows
 * @error: return location for an error
 *
 * Removes the selected assets. Undo brings them back.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_asset_edit_remove (TagaGrid *grid, TagaStore *store, TagaRecordList *list, GError **error)
{
  g_autoptr (GArray) ids = list_selected (grid, list);
  g_autofree char *label = NULL;
  gboolean done = TRUE;

  if (ids->len == 0)
    return TRUE;

  if (ids->len == 1)
    return taga_action_remove (store, TAGA_TYPE_ASSET, g_array_index (ids, gint64, 0), error);

  label = g_strdup_printf (ngettext ("Remove %u asset", "Remove %u assets", ids->len), ids->len);
  if (!taga_store_begin (store, label, error))
    return FALSE;

  for (guint i = 0; done && i < ids->len; i++)
    done = taga_store_remove (store, TAGA_TYPE_ASSET, g_array_index (ids, gint64, i), error);

  return end_step (store, done, error);
}

/**
 * taga_asset_edit_copy:
 * @grid: the grid
 * @store: the company file
 *
 * Puts the selected cells on the clipboard as tab-separated text, as spreadsheets take it.
 */
void
taga_asset_edit_copy (TagaGrid *grid, TagaStore *store)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GListModel *model = taga_grid_get_model (grid);
  TagaGridRange range;

  if (!taga_grid_get_range (grid, &range))
    return;

  for (guint row = range.first_row; row <= range.last_row; row++)
    {
      g_autoptr (TagaRecord) record = g_list_model_get_item (model, row);

      for (guint i = range.first_column; record != NULL && i <= range.last_column; i++)
        {
          guint field = taga_grid_get_shown_field (grid, i);
          g_autofree char *cell = taga_edition_format (
              taga_store_get_edition (store), &TAGA_RECORD_GET_CLASS (record)->fields[field],
              taga_record_get_value (record, field), taga_language_is_japanese ());

          taga_block_append_cell (text, cell);
          g_string_append_c (text, i < range.last_column ? '\t' : '\n');
        }
    }

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (grid)), text->str);
}
