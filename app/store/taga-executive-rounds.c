#include "taga-axis-values.h"
#include "taga-executive-private.h"
#include "taga-round-assets.h"
#include "taga-round.h"
#include "taga-store-private.h"

/* Where the company stood and stands. */

/* The newest by their days come first; one without a day is under way. */
static GArray *
list_rounds (TagaStore *store, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (
      store->db, "SELECT id FROM round ORDER BY coalesce (date, '9999') DESC, id DESC", error);
  gboolean has_row = stmt != NULL;

  while (has_row)
    {
      gint64 id;

      if (!taga_database_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        break;
      id = sqlite3_column_int64 (stmt, 0);
      g_array_append_val (ids, id);
    }

  return stmt == NULL ? NULL : g_steal_pointer (&ids);
}

/* Finds who is not named: the newest round, and the one before the other. */
static void
choose_rounds (GArray *ids, gint64 *before, gint64 *after)
{
  guint i = 0;

  if (*after == 0 && ids->len > 0)
    {
      *after = g_array_index (ids, gint64, 0);
      if (*after == *before && ids->len > 1)
        *after = g_array_index (ids, gint64, 1);
    }

  while (i < ids->len && g_array_index (ids, gint64, i) != *after)
    i++;
  if (*before == 0 && i + 1 < ids->len)
    *before = g_array_index (ids, gint64, i + 1);
}

static gboolean
read_axes (TagaExecutiveRound *self, TagaStore *store, GError **error)
{
  g_autoptr (TagaAxisValues) values = taga_axis_values_read (store, self->id, error);

  if (values == NULL)
    return FALSE;

  self->n_axes = values->n;
  self->scores = g_new (int, values->n);
  for (guint i = 0; i < values->n; i++)
    {
      self->scores[i] = values->values[i].score;
      self->has_axes = self->has_axes || self->scores[i] != TAGA_UNKNOWN;
    }

  return TRUE;
}

static gboolean
read_round (TagaExecutiveRound *self, TagaStore *store, gint64 id, GError **error)
{
  g_autoptr (TagaRecord) record = taga_store_get_record (store, TAGA_TYPE_ROUND, id, error);
  g_autoptr (TagaRoundAssets) assets =
      record == NULL ? NULL : taga_round_assets_read (store, id, error);
  const char *day;

  if (assets == NULL)
    return FALSE;

  day = taga_record_get_text (record, TAGA_ROUND_DATE);
  self->id = id;
  self->name = g_strdup (taga_record_get_text (record, TAGA_ROUND_NAME));
  self->day = g_strdup (day != NULL ? day : taga_record_get_text (record, TAGA_ROUND_SEALED_ON));
  self->is_open = taga_record_get_text (record, TAGA_ROUND_SEALED_ON) == NULL;
  self->n_assets = assets->rows->len;
  for (guint i = 0; i < assets->rows->len; i++)
    self->bands[g_array_index (assets->rows, TagaRoundAsset, i).band]++;

  return read_axes (self, store, error);
}

/* Reads where the company stood in two rounds, or in the only one that there is. */
gboolean
taga_executive_read_rounds (TagaExecutive *self,
                            TagaStore *store,
                            gint64 before,
                            gint64 after,
                            GError **error)
{
  g_autoptr (GArray) ids = list_rounds (store, error);

  if (ids == NULL)
    return FALSE;

  choose_rounds (ids, &before, &after);
  if (before == after)
    before = 0;
  if (before != 0 && !read_round (&self->rounds[self->n_rounds++], store, before, error))
    return FALSE;

  return after == 0 || read_round (&self->rounds[self->n_rounds++], store, after, error);
}
