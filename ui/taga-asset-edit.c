#include "taga-asset-edit.h"

#include <glib/gi18n-lib.h>

#include "taga-action.h"
#include "taga-asset.h"

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
