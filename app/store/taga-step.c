#include "taga-store-private.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-changeset.h"
#include "taga-company.h"
#include "taga-registers.h"
#include "taga-validate.h"

/*
 * Steps: what the user does is one transaction, recorded by SQLite's session extension. Its
 * changeset goes into the file with the step's time, person and label, in the same transaction.
 */

/* Registers are; the history's own table and how the file is looked at are no part of what a step
 * did. */
static int
is_recorded (gpointer context, const char *table)
{
  return taga_registers_find (table) != G_TYPE_INVALID;
}

static void
end_session (TagaStore *self)
{
  g_clear_pointer (&self->session, sqlite3session_delete);
  g_clear_pointer (&self->label, g_free);
  self->sealing = FALSE;
}

static gboolean
start_session (TagaStore *self, GError **error)
{
  int rc = sqlite3session_create (self->db, "main", &self->session);

  if (rc == SQLITE_OK)
    {
      sqlite3session_table_filter (self->session, is_recorded, NULL);
      rc = sqlite3session_attach (self->session, NULL);
    }

  return rc == SQLITE_OK ? TRUE : taga_database_fail (self->db, rc, error);
}

/* Whether the file takes steps at all. */
gboolean
taga_store_check_writable (TagaStore *self, GError **error)
{
  if (self->newer)
    g_set_error_literal (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NEWER,
                         _ ("A newer version of Taga wrote the file. Update Taga to change it."));
  else if (self->read_only)
    g_set_error_literal (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_READ_ONLY,
                         _ ("The file is read-only. Nothing was changed; save a copy in a folder "
                            "that you can write to."));

  return !self->newer && !self->read_only;
}

/**
 * taga_store_begin:
 * @self: a store
 * @label: what the user does, in a few plain words; the history and the undo button show it
 * @error: return location for an error
 *
 * Begins a step. It ends with [method@Store.commit] or [method@Store.rollback].
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_READ_ONLY`, `TAGA_STORE_ERROR_NEWER`,
 *   `TAGA_STORE_ERROR_BUSY` or any other [error@StoreError]
 */
gboolean
taga_store_begin (TagaStore *self, const char *label, GError **error)
{
  g_return_val_if_fail (TAGA_IS_STORE (self), FALSE);
  g_return_val_if_fail (self->session == NULL, FALSE);
  g_assert (self->thread == g_thread_self ());

  if (!taga_store_check_writable (self, error) || !taga_database_begin (self->db, error))
    return FALSE;

  if (!start_session (self, error))
    {
      taga_store_rollback (self);
      return FALSE;
    }

  self->label = g_strdup (label);
  return TRUE;
}

/**
 * taga_store_rollback:
 * @self: a store
 *
 * Gives up the step under way: nothing of it remains.
 */
void
taga_store_rollback (TagaStore *self)
{
  gboolean has_step = self->session != NULL;

  end_session (self);
  if (self->db == NULL)
    return;

  taga_database_rollback (self->db);

  /* Who asked for a record within the step saw what is not going to be. */
  if (has_step)
    taga_store_reload_all (self);
}

/* Runs a statement that changes rows; it is reset, so that it never holds a lock. */
static gboolean
run (sqlite3_stmt *stmt, GError **error)
{
  gboolean done = taga_database_step (stmt, NULL, error);

  sqlite3_reset (stmt);
  sqlite3_clear_bindings (stmt);
  return done;
}

/* Adds a row with the number that is wanted, or with a new one. */
static gboolean
insert_row (TagaStore *self, GType type, gint64 wanted, const TagaValue *values, GError **error)
{
  TagaRecordClass *klass = taga_record_class_peek (type);
  g_autofree char *sql = taga_row_create_insert (klass);
  sqlite3_stmt *stmt;
  int parameter = 2;

  if (!taga_validate_record (self->edition, klass, values, error)
      || !taga_store_check_seal (self, klass, 0, taga_store_peek_round (klass, values), error)
      || (!self->sealing && !taga_store_check_by_hand (klass, NULL, values, error)))
    return FALSE;

  stmt = taga_store_get_statement (self, sql, error);
  if (stmt == NULL)
    return FALSE;

  if (wanted == 0)
    sqlite3_bind_null (stmt, 1);
  else
    sqlite3_bind_int64 (stmt, 1, wanted);
  for (guint i = 0; i < klass->n_fields; i++)
    if (!(klass->fields[i].flags & TAGA_FIELD_COMPUTED))
      taga_row_bind (stmt, parameter++, &klass->fields[i], &values[i]);

  return run (stmt, error);
}

/**
 * taga_store_insert:
 * @self: a store in a step
 * @type: a record type
 * @values: (array): a value for each field of the type; computed ones do not count
 * @id: (out) (optional): the new record's number
 * @error: return location for an error
 *
 * Adds a record.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_INVALID` if a value is not allowed,
 * `TAGA_STORE_ERROR_SEALED` if its round is sealed, or any other [error@StoreError]; then the step
 * has to be rolled back
 */
gboolean
taga_store_insert (TagaStore *self, GType type, const TagaValue *values, gint64 *id, GError **error)
{
  g_return_val_if_fail (self->session != NULL, FALSE);

  if (!insert_row (self, type, 0, values, error))
    return FALSE;

  if (id != NULL)
    *id = sqlite3_last_insert_rowid (self->db);
  return TRUE;
}

/**
 * taga_store_reinsert:
 * @self: a store in a step
 * @type: a record type
 * @id: the number of a record that was removed
 * @values: (array): a value for each field of the type; computed ones do not count
 * @error: return location for an error
 *
 * Adds a record that was removed, with the number that it had, so that its history goes on.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_INVALID` if a value is not allowed any more,
 * or any other [error@StoreError]; then the step has to be rolled back
 */
gboolean
taga_store_reinsert (TagaStore *self,
                     GType type,
                     gint64 id,
                     const TagaValue *values,
                     GError **error)
{
  g_return_val_if_fail (self->session != NULL, FALSE);
  g_return_val_if_fail (id > 0, FALSE);

  return insert_row (self, type, id, values, error);
}

static char *
create_update (TagaRecordClass *klass, const guint *fields, guint n_fields)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "UPDATE \"%s\" SET ", klass->table);
  for (guint i = 0; i < n_fields; i++)
    {
      g_string_append (sql, i == 0 ? "" : ", ");
      taga_row_append_column (sql, &klass->fields[fields[i]]);
      g_string_append (sql, " = ?");
    }
  g_string_append (sql, " WHERE id = ?");

  return g_string_free (sql, FALSE);
}

/* A record is checked as it will be: the new values together with those that stay. */
static gboolean
check_update (TagaStore *self,
              TagaRecordClass *klass,
              gint64 id,
              const guint *fields,
              const TagaValue *values,
              guint n_fields,
              GError **error)
{
  g_autoptr (TagaRecord) record = NULL;
  TagaValue *all;
  gboolean valid;

  record = g_object_new (G_TYPE_FROM_CLASS (klass), NULL);
  taga_record_set_id (record, id);
  if (!taga_store_load (self, record, &valid, error))
    return FALSE;

  if (!valid)
    {
      g_set_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND,
                   _ ("There is no entry %lld in the register “%s”."), (long long) id,
                   klass->table);
      return FALSE;
    }

  all = taga_values_new (klass->n_fields);
  for (guint i = 0; i < klass->n_fields; i++)
    taga_value_set (&all[i], taga_record_get_value (record, i));
  for (guint i = 0; i < n_fields; i++)
    taga_value_set (&all[fields[i]], &values[i]);

  valid = taga_validate_record (self->edition, klass, all, error)
          && taga_store_check_seal (self, klass, id, taga_store_peek_round (klass, all), error)
          && (self->sealing
              || taga_store_check_by_hand (klass, taga_record_get_value (record, 0), all, error));
  taga_values_free (all, klass->n_fields);

  return valid;
}

/**
 * taga_store_update:
 * @self: a store in a step
 * @type: a record type
 * @id: the record's number
 * @fields: (array length=n_fields): which fields
 * @values: (array length=n_fields): what they shall be
 * @n_fields: how many
 * @error: return location for an error
 *
 * Changes fields of a record.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_INVALID`, `TAGA_STORE_ERROR_NOT_FOUND`,
 * `TAGA_STORE_ERROR_SEALED` or any other [error@StoreError]; then the step has to be rolled back
 */
gboolean
taga_store_update (TagaStore *self,
                   GType type,
                   gint64 id,
                   const guint *fields,
                   const TagaValue *values,
                   guint n_fields,
                   GError **error)
{
  TagaRecordClass *klass = taga_record_class_peek (type);
  g_autofree char *sql = NULL;
  sqlite3_stmt *stmt;

  g_return_val_if_fail (self->session != NULL, FALSE);
  g_return_val_if_fail (n_fields > 0, FALSE);

  if (!check_update (self, klass, id, fields, values, n_fields, error))
    return FALSE;

  sql = create_update (klass, fields, n_fields);
  stmt = taga_store_get_statement (self, sql, error);
  if (stmt == NULL)
    return FALSE;

  for (guint i = 0; i < n_fields; i++)
    taga_row_bind (stmt, (int) i + 1, &klass->fields[fields[i]], &values[i]);
  sqlite3_bind_int64 (stmt, (int) n_fields + 1, id);

  return run (stmt, error);
}

/**
 * taga_store_remove:
 * @self: a store in a step
 * @type: a record type
 * @id: the record's number
 * @error: return location for an error
 *
 * Removes a record. Undo brings it back, with its number.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_NOT_FOUND`, with `TAGA_STORE_ERROR_INVALID` if
 * other records refer to it, or any other [error@StoreError]; then the step has to be rolled back
 */
gboolean
taga_store_remove (TagaStore *self, GType type, gint64 id, GError **error)
{
  TagaRecordClass *klass = taga_record_class_peek (type);
  g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE id = ?", klass->table);
  sqlite3_stmt *stmt = taga_store_get_statement (self, sql, error);

  g_return_val_if_fail (self->session != NULL, FALSE);

  if (type == TAGA_TYPE_COMPANY)
    {
      g_set_error_literal (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID,
                           _ ("The company itself cannot be removed from its file."));
      return FALSE;
    }

  if (stmt == NULL || !taga_store_check_seal (self, klass, id, 0, error))
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, id);
  if (!run (stmt, error))
    return FALSE;

  if (sqlite3_changes (self->db) == 0)
    {
      g_set_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND,
                   _ ("There is no entry %lld in the register “%s”."), (long long) id,
                   klass->table);
      return FALSE;
    }

  return TRUE;
}

static gboolean
write_history (TagaStore *self, const TagaChangeset *changeset, guint n_changes, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  sqlite3_stmt *stmt;

  if (!taga_database_exec (self->db, "UPDATE history SET state = 2 WHERE state = 1", error))
    return FALSE;

  stmt =
      taga_store_get_statement (self,
                                "INSERT INTO history (n_changes, time, person, label, changeset) "
                                "VALUES (?, ?, ?, ?, ?)",
                                error);
  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, n_changes);
  sqlite3_bind_text (stmt, 2, time, -1, SQLITE_STATIC);
  sqlite3_bind_text (stmt, 3, taga_store_get_person (self), -1, SQLITE_STATIC);
  sqlite3_bind_text (stmt, 4, self->label, -1, SQLITE_STATIC);
  sqlite3_bind_blob64 (stmt, 5, changeset->data, (sqlite3_uint64) changeset->size, SQLITE_STATIC);

  if (!run (stmt, error))
    return FALSE;

  /* What was sealed is never open again, so undo goes no further than this step. */
  return !self->sealing
         || taga_database_exec (self->db, "UPDATE history SET state = 3 WHERE state = 0", error);
}

/**
 * taga_store_commit:
 * @self: a store in a step
 * @error: return location for an error
 *
 * Ends a step. When this returns `TRUE` the step is on disk. A step that changed nothing leaves no
 * trace.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing of the step remaining
 */
gboolean
taga_store_commit (TagaStore *self, GError **error)
{
  g_auto (TagaChangeset) changeset = { 0 };
  g_autoptr (GArray) changes = NULL;
  int rc;

  g_return_val_if_fail (self->session != NULL, FALSE);

  rc = sqlite3session_changeset (self->session, &changeset.size, &changeset.data);
  if (rc != SQLITE_OK)
    {
      taga_store_rollback (self);
      return taga_database_fail (self->db, rc, error);
    }

  changes = taga_changeset_list (&changeset);
  if (changes->len == 0)
    {
      taga_store_rollback (self);
      return TRUE;
    }

  if (!write_history (self, &changeset, changes->len, error)
      || !taga_database_commit (self->db, error))
    {
      taga_store_rollback (self);
      return FALSE;
    }

  end_session (self);
  taga_changeset_announce (self, changes);
  return TRUE;
}
