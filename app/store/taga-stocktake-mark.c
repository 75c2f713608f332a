#include "taga-stocktake-mark.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-date.h"
#include "taga-stocktake-item.h"
#include "taga-stocktake-run.h"

/**
 * taga_stocktake_set_state:
 * @store: a company file, in a step
 * @item: an item's number
 * @state: "open", "confirmed", "changed" or "retired"
 * @day: when it was checked, ISO 8601; does not count for "open"
 * @person: (nullable): by whom
 * @error: return location for an error
 *
 * Writes down what was said of an asset.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]; then the step has to be rolled back
 */
gboolean
taga_stocktake_set_state (TagaStore *store,
                          gint64 item,
                          const char *state,
                          const char *day,
                          const char *person,
                          GError **error)
{
  static const guint fields[] = { TAGA_STOCKTAKE_ITEM_STATE, TAGA_STOCKTAKE_ITEM_CHECKED_ON,
                                  TAGA_STOCKTAKE_ITEM_CHECKED_BY };
  gboolean is_open = g_str_equal (state, "open");
  const TagaValue values[] = {
    { (char *) state, TAGA_UNKNOWN },
    { is_open ? NULL : (char *) day, TAGA_UNKNOWN },
    { is_open ? NULL : (char *) person, TAGA_UNKNOWN },
  };

  return taga_store_update (store, TAGA_TYPE_STOCKTAKE_ITEM, item, fields, values,
                            G_N_ELEMENTS (fields), error);
}

/**
 * taga_stocktake_date_asset:
 * @store: a company file, in a step
 * @asset: an asset's number
 * @state: what was said of it, as for [func@stocktake_set_state]
 * @day: when, ISO 8601
 * @error: return location for an error
 *
 * Writes into the register what follows from a check: the day of the review, or that the asset is
 * not in use any more. That a check is taken back changes no asset.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]; then the step has to be rolled back
 */
gboolean
taga_stocktake_date_asset (TagaStore *store,
                           gint64 asset,
                           const char *state,
                           const char *day,
                           GError **error)
{
  guint field = g_str_equal (state, "retired") ? TAGA_ASSET_RETIRED_ON : TAGA_ASSET_REVIEWED_ON;
  const TagaValue value = { (char *) day, TAGA_UNKNOWN };
  g_autoptr (TagaRecord) record = NULL;

  if (g_str_equal (state, "open"))
    return TRUE;

  record = taga_store_get_record (store, TAGA_TYPE_ASSET, asset, error);
  if (record == NULL)
    return FALSE;

  /* The day on which it went out of use stays. */
  if (field == TAGA_ASSET_RETIRED_ON && taga_record_get_text (record, field) != NULL)
    return TRUE;

  return taga_store_update (store, TAGA_TYPE_ASSET, asset, &field, &value, 1, error);
}

/**
 * taga_stocktake_set_refused:
 * @store: a company file, in a step
 * @item: an item's number
 * @day: when the department answered, ISO 8601
 * @person: (nullable): who did
 * @error: return location for an error
 *
 * Writes down that a department answered, but that nothing of it was taken over. Neither side then
 * agrees with the other, so the item stays open, and the asset keeps the day of its last review. An
 * item that is checked already stays as it is.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]; then the step has to be rolled back
 */
gboolean
taga_stocktake_set_refused (TagaStore *store,
                            gint64 item,
                            const char *day,
                            const char *person,
                            GError **error)
{
  static const guint fields[] = { TAGA_STOCKTAKE_ITEM_CHECKED_ON, TAGA_STOCKTAKE_ITEM_CHECKED_BY };
  const TagaValue values[] = { { (char *) day, TAGA_UNKNOWN }, { (char *) person, TAGA_UNKNOWN } };
  g_autoptr (TagaRecord) record =
      taga_store_get_record (store, TAGA_TYPE_STOCKTAKE_ITEM, item, error);

  if (record == NULL)
    return FALSE;
  if (g_strcmp0 (taga_record_get_text (record, TAGA_STOCKTAKE_ITEM_STATE), "open") != 0)
    return TRUE;

  return taga_store_update (store, TAGA_TYPE_STOCKTAKE_ITEM, item, fields, values,
                            G_N_ELEMENTS (fields), error);
}

static char *
create_label (TagaStore *store, const gint64 *ids, guint n_ids, const char *state, GError **error)
{
  const TagaField *field =
      &taga_record_class_peek (TAGA_TYPE_STOCKTAKE_ITEM)->fields[TAGA_STOCKTAKE_ITEM_STATE];
  TagaEdition *edition = taga_store_get_edition (store);
  const TagaValue value = { (char *) state, TAGA_UNKNOWN };
  gboolean is_japanese = g_str_has_prefix (g_get_language_names ()[0], "ja");
  g_autofree char *words = taga_edition_format (edition, field, &value, is_japanese);
  g_autoptr (TagaRecord) record = NULL;

  if (n_ids > 1)
    /* Translators: how many assets, and the outcome, e.g. "as it is" */
    return g_strdup_printf (
        ngettext ("Stock-taking: %u asset “%s”", "Stock-taking: %u assets “%s”", n_ids), n_ids,
        words);

  record = taga_store_get_record (store, TAGA_TYPE_ASSET, ids[0], error);
  if (record == NULL)
    return NULL;

  /* Translators: the name of an asset, and the outcome, e.g. "as it is" */
  return g_strdup_printf (_ ("Stock-taking: “%s” “%s”"),
                          taga_record_get_text (record, TAGA_ASSET_NAME), words);
}

static gboolean
find_item (TagaStore *store,
           gint64 run,
           GHashTable *items,
           gint64 asset,
           gint64 *item,
           GError **error)
{
  const gint64 *known = g_hash_table_lookup (items, &asset);
  g_autoptr (TagaRecord) record = NULL;
  g_autofree TagaValue *values = NULL;

  if (known != NULL)
    {
      *item = *known;
      return TRUE;
    }

  record = taga_store_get_record (store, TAGA_TYPE_ASSET, asset, error);
  if (record == NULL)
    return FALSE;

  values = g_new (TagaValue, TAGA_ASSET_N_FIELDS);
  for (guint i = 0; i < TAGA_ASSET_N_FIELDS; i++)
    values[i] = *taga_record_get_value (record, i);

  if (!taga_stocktake_insert_item (store, run, asset, values, item, error))
    return FALSE;

  g_hash_table_insert (items, g_memdup2 (&asset, sizeof asset), g_memdup2 (item, sizeof *item));
  return TRUE;
}

static gboolean
mark_all (TagaStore *store,
          gint64 run,
          GHashTable *items,
          const gint64 *ids,
          guint n_ids,
          const char *state,
          GError **error)
{
  g_autofree char *today = taga_date_today ();
  const char *person = taga_store_get_person (store);

  for (guint i = 0; i < n_ids; i++)
    {
      gint64 item;

      if (!find_item (store, run, items, ids[i], &item, error)
          || !taga_stocktake_set_state (store, item, state, today, person, error)
          || !taga_stocktake_date_asset (store, ids[i], state, today, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * taga_stocktake_mark:
 * @store: a company file
 * @ids: (array length=n_ids): numbers of assets
 * @n_ids: how many, at least one
 * @state: "confirmed", "changed" or "retired"; "open" takes a mark back
 * @error: return location for an error
 *
 * Marks assets in the open stock-taking with today's date and who works, as one step. Assets that
 * were not part of it become so. What is confirmed or changed counts as reviewed today, what is
 * retired goes out of use.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_NOT_FOUND` if no stock-taking is under way, or
 *   any other [error@StoreError], and nothing changed
 */
gboolean
taga_stocktake_mark (TagaStore *store,
                     const gint64 *ids,
                     guint n_ids,
                     const char *state,
                     GError **error)
{
  gint64 run;
  g_autoptr (GHashTable) items = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (TAGA_IS_STORE (store), FALSE);
  g_return_val_if_fail (ids != NULL && n_ids > 0, FALSE);

  run = taga_stocktake_require_open (store, error);
  items = run == 0 ? NULL : taga_stocktake_index_items (store, run, error);
  label = items == NULL ? NULL : create_label (store, ids, n_ids, state, error);
  if (label == NULL || !taga_store_begin (store, label, error))
    return FALSE;

  if (!mark_all (store, run, items, ids, n_ids, state, error))
    {
      taga_store_rollback (store);
      return FALSE;
    }

  return taga_store_commit (store, error);
}
