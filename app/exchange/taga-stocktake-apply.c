#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-stocktake-mark.h"
#include "taga-stocktake-return.h"
#include "taga-stocktake-run.h"

/**
 * taga_stocktake_answer_is_taken:
 * @answer: what a row says
 *
 * Tells whether a row is taken over at all: it would change nothing, or of what it would change at
 * least one thing is ticked. Of a row of which nothing is ticked nobody can say that department and
 * register agree.
 *
 * Returns: `TRUE` if it is
 */
gboolean
taga_stocktake_answer_is_taken (const TagaStocktakeAnswer *answer)
{
  if (answer->values != NULL || answer->retires)
    return answer->ticked;

  for (guint i = 0; i < answer->cells->len; i++)
    if (g_array_index (answer->cells, TagaStocktakeCell, i).ticked)
      return TRUE;

  return answer->cells->len == 0;
}

static gboolean
fail_outdated (GError **error)
{
  g_set_error_literal (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_CONFLICT,
                       _ ("The register was changed while the workbook was looked at. Nothing was "
                          "taken over; open the workbook once more."));
  return FALSE;
}

static gboolean
update_asset (TagaStore *store, const TagaStocktakeAnswer *answer, GError **error)
{
  guint fields[TAGA_STOCKTAKE_N_JUDGED];
  TagaValue values[TAGA_STOCKTAKE_N_JUDGED];
  guint n = 0;
  g_autoptr (TagaRecord) asset = NULL;

  asset = taga_store_get_record (store, TAGA_TYPE_ASSET, answer->asset, error);
  if (asset == NULL)
    return FALSE;

  for (guint i = 0; i < answer->cells->len; i++)
    {
      const TagaStocktakeCell *cell = &g_array_index (answer->cells, TagaStocktakeCell, i);
      guint field = taga_stocktake_line_get_asset_field (cell->field);

      if (!taga_value_equal (taga_record_get_value (asset, field), &cell->ours))
        return fail_outdated (error);
      if (cell->ticked)
        {
          fields[n] = field;
          values[n++] = cell->theirs;
        }
    }

  return n == 0
         || taga_store_update (store, TAGA_TYPE_ASSET, answer->asset, fields, values, n, error);
}

static gboolean
insert_asset (TagaStocktakeReturn *self,
              TagaStore *store,
              const TagaStocktakeAnswer *answer,
              gint64 *asset,
              gint64 *item,
              GError **error)
{
  const char *department = taga_stocktake_return_get_department (self);
  g_autofree TagaValue *values = taga_values_new (TAGA_ASSET_N_FIELDS);

  for (guint i = 0; i < TAGA_STOCKTAKE_N_JUDGED; i++)
    values[taga_stocktake_line_get_asset_field (i)] = answer->values[i];
  values[TAGA_ASSET_DEPARTMENT].text = *department == '\0' ? NULL : (char *) department;
  values[TAGA_ASSET_REGISTERED_ON].text = answer->day;

  return taga_store_insert (store, TAGA_TYPE_ASSET, values, asset, error)
         && taga_stocktake_insert_item (store, taga_stocktake_return_get_run (self), *asset, values,
                                        item, error);
}

static gboolean
apply_answer (TagaStocktakeReturn *self,
              TagaStore *store,
              const TagaStocktakeAnswer *answer,
              GError **error)
{
  gint64 asset = answer->asset;
  gint64 item = answer->item;

  if (answer->values != NULL ? !insert_asset (self, store, answer, &asset, &item, error)
                             : !update_asset (store, answer, error))
    return FALSE;

  return answer->state == NULL
         || (taga_stocktake_set_state (store, item, answer->state, answer->day, answer->person,
                                       error)
             && taga_stocktake_date_asset (store, asset, answer->state, answer->day, error));
}

/* Who answered is not to be asked as if they had said nothing. */
static gboolean
refuse_answer (TagaStore *store, const TagaStocktakeAnswer *answer, GError **error)
{
  return answer->state == NULL || answer->item == 0
         || taga_stocktake_set_refused (store, answer->item, answer->day, answer->person, error);
}

static gboolean
apply_all (TagaStocktakeReturn *self, TagaStore *store, GCancellable *cancellable, GError **error)
{
  GPtrArray *answers = taga_stocktake_return_get_answers (self);
  gint64 open = taga_stocktake_find_open (store, error);

  if (open < 0)
    return FALSE;
  if (open != taga_stocktake_return_get_run (self))
    return fail_outdated (error);

  for (guint i = 0; i < answers->len; i++)
    {
      const TagaStocktakeAnswer *answer = g_ptr_array_index (answers, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !(taga_stocktake_answer_is_taken (answer) ? apply_answer (self, store, answer, error)
                                                       : refuse_answer (store, answer, error)))
        return FALSE;
    }

  return TRUE;
}

/**
 * taga_stocktake_return_apply:
 * @self: a return
 * @store: the company file
 * @label: what the step is called
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Takes over what is ticked and marks what was checked, with the department's dates and persons,
 * all of it or nothing, as one step. A row of which nothing is taken over stays open.
 *
 * Returns: `TRUE` when it is on disk, or `FALSE` with `TAGA_STORE_ERROR_CONFLICT` if the register
 *   is no longer as it was compared with, `G_IO_ERROR_CANCELLED` or any other [error@StoreError],
 *   and nothing changed
 */
gboolean
taga_stocktake_return_apply (TagaStocktakeReturn *self,
                             TagaStore *store,
                             const char *label,
                             GCancellable *cancellable,
                             GError **error)
{
  if (!taga_store_begin (store, label, error))
    return FALSE;

  if (!apply_all (self, store, cancellable, error))
    {
      taga_store_rollback (store);
      return FALSE;
    }

  return taga_store_commit (store, error);
}
