#include "taga-trash.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-store-private.h"
#include "taga-text.h"

/*
 * The trash is not kept anywhere: an asset is in it if a step that holds removed it and it does not
 * exist now. So nothing can get lost on the way there, and undo needs to know nothing of it.
 */

/**
 * taga_trash_free:
 * @self: (transfer full): a trash
 *
 * Frees a trash and its texts.
 */
void
taga_trash_free (TagaTrash *self)
{
  g_array_unref (self->items);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/* Reads removals, from the newest to the oldest. */
typedef struct
{
  TagaStore *store;
  TagaTrash *trash;       /* (nullable): where they are listed */
  GHashTable *seen;       /* ids of which a newer removal is known */
  GHashTable *wanted;     /* (nullable): ids whose values are asked for */
  GPtrArray *records;     /* (nullable): the records with those values */
  sqlite3_stmt *existing; /* (unowned): tells whether an asset exists */
  GError *error;
} Reading;

static gboolean
exists (Reading *self, gint64 id, gboolean *found)
{
  gboolean done;

  sqlite3_bind_int64 (self->existing, 1, id);
  done = taga_database_step (self->existing, found, &self->error);
  sqlite3_reset (self->existing);

  return done;
}

static const char *
keep (TagaTrash *self, const char *text)
{
  return text == NULL ? NULL : g_string_chunk_insert_const (self->texts, text);
}

static void
add_item (TagaTrash *self, const TagaStep *step, gint64 id, const TagaValue *values)
{
  const char *name = values[TAGA_ASSET_NAME].text;
  const char *business = values[TAGA_ASSET_BUSINESS].text;
  const char *department = values[TAGA_ASSET_DEPARTMENT].text;
  g_autofree char *words =
      g_strjoin ("\n", name == NULL ? "" : name, business == NULL ? "" : business,
                 department == NULL ? "" : department, NULL);
  g_autofree char *folded = taga_text_fold (words);
  const TagaTrashItem item = {
    .id = id,
    .step = step->id,
    .name = keep (self, name == NULL ? "" : name),
    .business = keep (self, business),
    .department = keep (self, department),
    .medium = keep (self, values[TAGA_ASSET_MEDIUM].text),
    .time = keep (self, step->time),
    .person = keep (self, step->person),
    .folded = keep (self, folded),
  };

  g_array_append_val (self->items, item);
}

static void
add_record (Reading *self, gint64 id, const TagaValue *values)
{
  TagaRecord *record = TAGA_RECORD (taga_asset_new ());

  taga_record_set_id (record, id);
  for (guint i = 0; i < TAGA_ASSET_N_FIELDS; i++)
    taga_record_set_value (record, i, &values[i]);
  g_ptr_array_add (self->records, record);
}

static gboolean
read_removal (const TagaStep *step,
              const TagaChangesetRow *row,
              const int *fields,
              gpointer user_data)
{
  Reading *self = user_data;
  gint64 id = row->change.id;
  gboolean found;
  TagaValue *values;

  if (row->change.kind != TAGA_CHANGE_REMOVED
      || (self->wanted != NULL && !g_hash_table_contains (self->wanted, &id))
      || !g_hash_table_add (self->seen, g_memdup2 (&id, sizeof id)))
    return TRUE;
  if (!exists (self, id, &found))
    return FALSE;
  if (found)
    return TRUE;

  values = taga_values_new (TAGA_ASSET_N_FIELDS);
  taga_changeset_row_take_values (row, FALSE, fields, values, NULL);
  if (self->trash != NULL)
    add_item (self->trash, step, id, values);
  else
    add_record (self, id, values);
  taga_values_free (values, TAGA_ASSET_N_FIELDS);

  return self->wanted == NULL || self->records->len < g_hash_table_size (self->wanted);
}

static gboolean
read_removals (Reading *self, const TagaScanWatch *watch, guint *n_damaged, GError **error)
{
  g_autoptr (sqlite3_stmt) existing =
      taga_database_prepare (self->store->db, "SELECT 1 FROM asset WHERE id = ?", error);
  gboolean done;

  if (existing == NULL)
    return FALSE;

  self->existing = existing;
  self->seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  done =
      taga_history_scan (self->store, TAGA_TYPE_ASSET, watch, read_removal, self, n_damaged, error);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  if (self->error == NULL)
    return done;

  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

/**
 * taga_trash_read:
 * @store: a store
 * @watch: (nullable): who watches; a long history takes a while
 * @error: return location for an error
 *
 * Lists the assets that were removed and do not exist now.
 *
 * Returns: (transfer full) (nullable): the trash, or `NULL` with `G_IO_ERROR_CANCELLED` or any
 *   [error@StoreError]
 */
TagaTrash *
taga_trash_read (TagaStore *store, const TagaScanWatch *watch, GError **error)
{
  g_autoptr (TagaTrash) self = g_new0 (TagaTrash, 1);
  Reading reading = { .store = store, .trash = self };

  g_return_val_if_fail (TAGA_IS_STORE (store), NULL);

  self->items = g_array_new (FALSE, FALSE, sizeof (TagaTrashItem));
  self->texts = g_string_chunk_new (4096);

  return read_removals (&reading, watch, &self->n_damaged, error) ? g_steal_pointer (&self) : NULL;
}

static char *
create_label (GPtrArray *records)
{
  TagaRecord *first = g_ptr_array_index (records, 0);

  if (records->len == 1)
    return g_strdup_printf (_ ("Bring back “%s”"), taga_record_get_text (first, TAGA_ASSET_NAME));

  return g_strdup_printf (
      ngettext ("Bring back %u removed asset", "Bring back %u removed assets", records->len),
      records->len);
}

/* The name of the asset that cannot come back belongs to the reason. */
static gboolean
reinsert (TagaStore *store, TagaRecord *record, GError **error)
{
  if (taga_store_reinsert (store, TAGA_TYPE_ASSET, taga_record_get_id (record),
                           taga_record_get_value (record, 0), error))
    return TRUE;

  g_prefix_error (error, _ ("“%s” cannot be brought back: "),
                  taga_record_get_text (record, TAGA_ASSET_NAME));
  return FALSE;
}

static gboolean
reinsert_all (TagaStore *store, GPtrArray *records, GError **error)
{
  g_autofree char *label = create_label (records);

  if (!taga_store_begin (store, label, error))
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    if (!reinsert (store, g_ptr_array_index (records, i), error))
      {
        taga_store_rollback (store);
        return FALSE;
      }

  return taga_store_commit (store, error);
}

/**
 * taga_trash_restore:
 * @store: a store
 * @ids: (array length=n_ids): numbers of assets in the trash
 * @n_ids: how many, at least one
 * @watch: (nullable): who watches; a long history takes a while
 * @error: return location for an error
 *
 * Brings assets back from the trash, with the numbers and all the values that they had, as one
 * step.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_NOT_FOUND` if one is not in the trash,
 *   `TAGA_STORE_ERROR_INVALID` if a value of one is not allowed any more, `G_IO_ERROR_CANCELLED` or
 *   any other [error@StoreError], and nothing changed
 */
gboolean
taga_trash_restore (TagaStore *store,
                    const gint64 *ids,
                    guint n_ids,
                    const TagaScanWatch *watch,
                    GError **error)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  Reading reading = { .store = store, .wanted = wanted, .records = records };
  guint n_damaged;

  g_return_val_if_fail (TAGA_IS_STORE (store), FALSE);
  g_return_val_if_fail (n_ids > 0, FALSE);

  if (!taga_store_check_writable (store, error))
    return FALSE;

  for (guint i = 0; i < n_ids; i++)
    g_hash_table_add (wanted, (gpointer) &ids[i]);
  if (!read_removals (&reading, watch, &n_damaged, error))
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      gint64 id = taga_record_get_id (g_ptr_array_index (records, i));

      g_hash_table_remove (wanted, &id);
    }
  if (g_hash_table_size (wanted) > 0)
    {
      GHashTableIter iter;
      gpointer id;

      g_hash_table_iter_init (&iter, wanted);
      g_hash_table_iter_next (&iter, &id, NULL);
      g_set_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND,
                   _ ("There is no removed asset %lld in the trash. Nothing was changed."),
                   (long long) *(const gint64 *) id);
      return FALSE;
    }

  return reinsert_all (store, records, error);
}
