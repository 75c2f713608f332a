#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-date.h"
#include "taga-proposal.h"

typedef struct
{
  TagaProposal *proposal;
  TagaStore *store;
  GCancellable *cancellable;
  char *today;
} Application;

static gboolean
insert_row (gint64 number,
            const TagaStagedRow *row,
            const TagaValue *values,
            gpointer user_data,
            GError **error)
{
  Application *application = user_data;

  return !g_cancellable_set_error_if_cancelled (application->cancellable, error)
         && taga_store_insert (application->store, TAGA_TYPE_ASSET, values, NULL, error);
}

static gboolean
update_row (gint64 number,
            const TagaStagedRow *row,
            const TagaValue *values,
            gpointer user_data,
            GError **error)
{
  Application *application = user_data;
  guint n_all = TAGA_ASSET_N_FIELDS;
  g_autofree guint *fields = g_new (guint, n_all);
  g_autofree TagaValue *chosen = g_new (TagaValue, n_all);
  guint n = 0;

  for (guint i = 0; i < n_all; i++)
    if (row->mask & ~row->left & (G_GUINT64_CONSTANT (1) << i))
      {
        fields[n] = i;
        chosen[n++] = values[i];
      }

  return !g_cancellable_set_error_if_cancelled (application->cancellable, error)
         && (n == 0
             || taga_store_update (application->store, TAGA_TYPE_ASSET, row->id, fields, chosen, n,
                                   error));
}

static gboolean
retire_row (gint64 number,
            const TagaStagedRow *row,
            const TagaValue *values,
            gpointer user_data,
            GError **error)
{
  Application *application = user_data;
  const guint field = TAGA_ASSET_RETIRED_ON;
  const TagaValue value = { application->today, TAGA_UNKNOWN };

  return taga_store_update (application->store, TAGA_TYPE_ASSET, row->id, &field, &value, 1, error);
}

static gboolean
apply_rows (Application *application, gboolean retire_missing, GError **error)
{
  TagaStaging *staging = taga_proposal_get_staging (application->proposal);

  return taga_staging_foreach (staging, TAGA_STAGED_NEW, TRUE, insert_row, application, error)
         && taga_staging_foreach (staging, TAGA_STAGED_CHANGED, TRUE, update_row, application,
                                  error)
         && (!retire_missing
             || taga_staging_foreach (staging, TAGA_STAGED_GONE, TRUE, retire_row, application,
                                      error));
}

/**
 * taga_proposal_apply:
 * @self: a proposal
 * @store: the company file
 * @label: what the step is called
 * @retire_missing: whether assets that the file does not have are retired as of today
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Takes over what is ticked, all of it or nothing, as one step.
 *
 * Returns: `TRUE` when it is on disk, or `FALSE` with `G_IO_ERROR_CANCELLED` or any
 * [error@StoreError] and nothing changed
 */
gboolean
taga_proposal_apply (TagaProposal *self,
                     TagaStore *store,
                     const char *label,
                     gboolean retire_missing,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autofree char *today = taga_date_today ();
  Application application = { self, store, cancellable, today };

  if (!taga_store_begin (store, label, error))
    return FALSE;

  if (!apply_rows (&application, retire_missing, error))
    {
      taga_store_rollback (store);
      return FALSE;
    }

  return taga_store_commit (store, error);
}
