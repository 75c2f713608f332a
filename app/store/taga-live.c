#include "taga-store-private.h"

#include <glib/gi18n-lib.h>

/*
 * The records that somebody holds. The store knows them without holding them, so that the same row
 * is the same object for all, and is brought up to date after each step.
 */

static void
forget_record (gpointer ids, GObject *record)
{
  g_hash_table_remove (ids, GSIZE_TO_POINTER (taga_record_get_id (TAGA_RECORD (record))));
}

static void
forget_all (GHashTable *ids)
{
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    g_object_weak_unref (record, forget_record, ids);
  g_hash_table_unref (ids);
}

/* Maps a type to its records by number, all weak. */
GHashTable *
taga_store_create_live (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) forget_all);
}

/* Reads a record's row again; what changed is notified. */
gboolean
taga_store_load (TagaStore *self, TagaRecord *record, gboolean *found, GError **error)
{
  TagaRecordClass *klass = TAGA_RECORD_GET_CLASS (record);
  g_autofree char *columns = taga_row_create_select (klass);
  g_autofree char *sql =
      g_strdup_printf ("SELECT %s FROM \"%s\" WHERE id = ?", columns, klass->table);
  sqlite3_stmt *stmt = taga_store_get_statement (self, sql, error);
  int column = 1;

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, taga_record_get_id (record));
  if (!taga_database_step (stmt, found, error))
    {
      sqlite3_reset (stmt);
      return FALSE;
    }

  g_object_freeze_notify (G_OBJECT (record));
  for (guint i = 0; *found && i < klass->n_fields; i++)
    if (!(klass->fields[i].flags & TAGA_FIELD_COMPUTED))
      {
        TagaValue value = TAGA_VALUE_INIT;

        taga_row_peek (stmt, column++, &klass->fields[i], &value);
        taga_record_set_value (record, i, &value);
      }
  sqlite3_reset (stmt);

  if (*found)
    taga_record_derive (record, &self->assessment);
  g_object_thaw_notify (G_OBJECT (record));

  return TRUE;
}

static GHashTable *
get_live (TagaStore *self, GType type)
{
  GHashTable *ids = g_hash_table_lookup (self->live, GSIZE_TO_POINTER (type));

  if (ids == NULL)
    {
      ids = g_hash_table_new (NULL, NULL);
      g_hash_table_insert (self->live, GSIZE_TO_POINTER (type), ids);
    }

  return ids;
}

/**
 * taga_store_get_record:
 * @self: a store
 * @type: a record type
 * @id: the record's number
 * @error: return location for an error
 *
 * Gets a record. It stays the same object, and is kept up to date, as long as somebody holds it.
 *
 * Returns: (transfer full) (nullable): the record, or `NULL` with `TAGA_STORE_ERROR_NOT_FOUND` or
 * any other [error@StoreError]
 */
TagaRecord *
taga_store_get_record (TagaStore *self, GType type, gint64 id, GError **error)
{
  g_autoptr (TagaRecord) record = NULL;
  GHashTable *ids = get_live (self, type);
  TagaRecord *known = g_hash_table_lookup (ids, GSIZE_TO_POINTER (id));
  gboolean found;

  if (known != NULL)
    return g_object_ref (known);

  record = g_object_new (type, NULL);
  taga_record_set_id (record, id);
  if (!taga_store_load (self, record, &found, error))
    return NULL;

  if (!found)
    {
      g_set_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND,
                   _ ("There is no entry %lld in the register “%s”."), (long long) id,
                   TAGA_RECORD_GET_CLASS (record)->table);
      return NULL;
    }

  g_hash_table_insert (ids, GSIZE_TO_POINTER (id), record);
  g_object_weak_ref (G_OBJECT (record), forget_record, ids);

  return g_steal_pointer (&record);
}

/* Brings a record that somebody holds up to date. One that is gone keeps what it showed last. */
void
taga_store_reload (TagaStore *self, GType type, gint64 id)
{
  TagaRecord *record = g_hash_table_lookup (get_live (self, type), GSIZE_TO_POINTER (id));
  gboolean found;

  if (record == NULL)
    return;

  g_object_ref (record);
  if (taga_store_load (self, record, &found, NULL) && !found)
    {
      g_object_weak_unref (G_OBJECT (record), forget_record, get_live (self, type));
      g_hash_table_remove (get_live (self, type), GSIZE_TO_POINTER (id));
    }
  g_object_unref (record);
}

void
taga_store_reload_all (TagaStore *self)
{
  GHashTableIter types;
  gpointer type, ids;

  g_hash_table_iter_init (&types, self->live);
  while (g_hash_table_iter_next (&types, &type, &ids))
    {
      g_autoptr (GList) keys = g_hash_table_get_keys (ids);

      for (GList *key = keys; key != NULL; key = key->next)
        taga_store_reload (self, GPOINTER_TO_SIZE (type), (gint64) GPOINTER_TO_SIZE (key->data));
    }
}
