#include "taga-setting.h"

#include "taga-store-private.h"

/*
 * How a company file is looked at: which columns are shown, how wide they are. It travels with the
 * file, but it is nothing that anybody has done to the company's data, so it is no step of the
 * history and undo passes over it.
 */

/* A text that a foreign file would have us hold; nothing that is set here comes near it. */
#define MAX_LENGTH (64 * 1024)

/**
 * taga_setting_get:
 * @store: a store
 * @name: name of the setting
 * @error: return location for an error
 *
 * Reads a setting. What it says comes from outside and is to be checked by who reads it.
 *
 * Returns: (transfer full) (nullable): its value; `NULL` if it was never set, or with @error set to
 *   any [error@StoreError]
 */
char *
taga_setting_get (TagaStore *store, const char *name, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (
      store->db, "SELECT value FROM setting WHERE name = ? AND length (value) <= ?", error);
  gboolean has_row;

  if (stmt == NULL)
    return NULL;

  sqlite3_bind_text (stmt, 1, name, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int (stmt, 2, MAX_LENGTH);
  if (!taga_database_step (stmt, &has_row, error) || !has_row)
    return NULL;

  return g_utf8_make_valid ((const char *) sqlite3_column_text (stmt, 0), -1);
}

/**
 * taga_setting_set:
 * @store: a store, in which no step is under way
 * @name: name of the setting
 * @value: (nullable): its value, at most 64 KiB, or `NULL` to forget it
 * @error: return location for an error
 *
 * Changes a setting.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_READ_ONLY`, `TAGA_STORE_ERROR_NEWER` or any
 *   other [error@StoreError] and the setting as it was
 */
gboolean
taga_setting_set (TagaStore *store, const char *name, const char *value, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autofree char *before = NULL;

  g_return_val_if_fail (store->session == NULL, FALSE);
  g_return_val_if_fail (value == NULL || strlen (value) <= MAX_LENGTH, FALSE);

  if (!taga_store_check_writable (store, error))
    return FALSE;

  before = taga_setting_get (store, name, NULL);
  if (g_strcmp0 (before, value) == 0)
    return TRUE;

  stmt = taga_database_prepare (store->db,
                                value == NULL ? "DELETE FROM setting WHERE name = ?1"
                                              : "INSERT INTO setting (name, value) VALUES (?1, ?2) "
                                                "ON CONFLICT (name) DO UPDATE SET value = ?2",
                                error);
  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_text (stmt, 1, name, -1, SQLITE_TRANSIENT);
  if (value != NULL)
    sqlite3_bind_text (stmt, 2, value, -1, SQLITE_TRANSIENT);

  return taga_database_step (stmt, NULL, error);
}
