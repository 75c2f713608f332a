#include "taga-database.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (taga_store_error_quark, taga_store_error)

/* How long a step waits for another program's step, in milliseconds. */
#define BUSY_TIMEOUT 2000

/**
 * taga_database_connect:
 * @path: the file
 * @flags: flags of sqlite3_open_v2
 * @error: return location for an error
 *
 * Opens a connection that trusts nothing of what the file says of itself: no shadow writes, no
 * functions with side effects in its schema, no foreign extension, no text in double quotes.
 *
 * Returns: (transfer full) (nullable): the connection, or `NULL` with any [error@StoreError] of a
 * file that cannot be opened
 */
sqlite3 *
taga_database_connect (const char *path, int flags, GError **error)
{
  g_autoptr (sqlite3) db = NULL;
  int rc = sqlite3_open_v2 (path, &db, flags | SQLITE_OPEN_EXRESCODE, NULL);

  if (rc != SQLITE_OK)
    {
      taga_database_fail (db, rc, error);
      return NULL;
    }

  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_limit (db, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_busy_timeout (db, BUSY_TIMEOUT);

  return g_steal_pointer (&db);
}

static const char *
describe_failure (int rc, TagaStoreError *code)
{
  /* There is a journal, or should be one, that may not be written: that is the folder's matter. */
  if (rc == SQLITE_READONLY_ROLLBACK || rc == SQLITE_READONLY_DIRECTORY)
    rc = SQLITE_CANTOPEN;

  switch (rc & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      *code = TAGA_STORE_ERROR_BUSY;
      return _ ("Another window or program is writing to the file. Nothing was changed; try again "
                "in a moment.");
    case SQLITE_FULL:
      *code = TAGA_STORE_ERROR_FULL;
      return _ ("The disk is full. Nothing was changed; make room and try again.");
    case SQLITE_READONLY:
      *code = TAGA_STORE_ERROR_READ_ONLY;
      return _ ("The file is read-only. Nothing was changed; save a copy in a folder that you can "
                "write to.");
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN:
      *code = TAGA_STORE_ERROR_READ_ONLY;
      return _ ("The file or its folder cannot be opened. Check that it is there and that you may "
                "write in its folder.");
    case SQLITE_CORRUPT:
      *code = TAGA_STORE_ERROR_DAMAGED;
      return _ ("The file is damaged. Nothing was changed; open a backup copy.");
    case SQLITE_NOTADB:
      *code = TAGA_STORE_ERROR_FOREIGN;
      return _ ("The file is not a company file of Taga.");
    case SQLITE_IOERR:
      *code = TAGA_STORE_ERROR_FAILED;
      return _ ("The disk could not be read or written. Nothing was changed; check the disk or the "
                "network and try again.");
    case SQLITE_CONSTRAINT:
      *code = TAGA_STORE_ERROR_INVALID;
      if (rc == SQLITE_CONSTRAINT_UNIQUE)
        return _ ("There is an entry for this already. Nothing was changed; change that one.");
      return _ ("The change would break a link between records. Nothing was changed.");
    case SQLITE_INTERRUPT:
      *code = TAGA_STORE_ERROR_FAILED;
      return _ ("Stopped. Nothing was changed.");
    default:
      *code = TAGA_STORE_ERROR_FAILED;
      return NULL;
    }
}

/**
 * taga_database_fail:
 * @db: (nullable): the connection
 * @rc: what SQLite said
 * @error: return location for an error
 *
 * Turns SQLite's answer into a sentence for the user.
 *
 * Returns: `FALSE`
 */
gboolean
taga_database_fail (sqlite3 *db, int rc, GError **error)
{
  TagaStoreError code;
  const char *sentence = describe_failure (rc, &code);

  if (sentence != NULL)
    g_set_error_literal (error, TAGA_STORE_ERROR, code, sentence);
  else
    g_set_error (error, TAGA_STORE_ERROR, code,
                 /* Translators: %s is a technical message in English */
                 _ ("The file could not be read or written (%s). Nothing was changed."),
                 db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (rc));

  return FALSE;
}

/**
 * taga_database_exec:
 * @db: a connection
 * @sql: statements without parameters
 * @error: return location for an error
 *
 * Runs statements that give no rows.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_database_exec (sqlite3 *db, const char *sql, GError **error)
{
  int rc = sqlite3_exec (db, sql, NULL, NULL, NULL);

  return rc == SQLITE_OK ? TRUE : taga_database_fail (db, rc, error);
}

/**
 * taga_database_prepare:
 * @db: a connection
 * @sql: one statement
 * @error: return location for an error
 *
 * Prepares a statement.
 *
 * Returns: (transfer full) (nullable): the statement, or `NULL` with any [error@StoreError]
 */
sqlite3_stmt *
taga_database_prepare (sqlite3 *db, const char *sql, GError **error)
{
  sqlite3_stmt *stmt = NULL;
  int rc = sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL);

  if (rc != SQLITE_OK)
    taga_database_fail (db, rc, error);

  return stmt;
}

/**
 * taga_database_step:
 * @stmt: a statement
 * @has_row: (out) (optional): whether there is a row; no more rows is an answer, not a failure
 * @error: return location for an error
 *
 * Steps to the next row.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_database_step (sqlite3_stmt *stmt, gboolean *has_row, GError **error)
{
  int rc = sqlite3_step (stmt);

  if (rc != SQLITE_ROW && rc != SQLITE_DONE)
    return taga_database_fail (sqlite3_db_handle (stmt), rc, error);

  if (has_row != NULL)
    *has_row = rc == SQLITE_ROW;

  return TRUE;
}

/**
 * taga_database_get_integer:
 * @db: a connection
 * @sql: a query of one number
 * @value: (out): the number; 0 if there is no row
 * @error: return location for an error
 *
 * Asks for one number.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_database_get_integer (sqlite3 *db, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (db, sql, error);
  gboolean has_row;

  if (stmt == NULL || !taga_database_step (stmt, &has_row, error))
    return FALSE;

  *value = has_row ? sqlite3_column_int64 (stmt, 0) : 0;
  return TRUE;
}

/**
 * taga_database_begin:
 * @db: a connection
 * @error: return location for an error
 *
 * Begins a transaction that is going to write, so that it fails here and not half way.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_BUSY` or any other [error@StoreError]
 */
gboolean
taga_database_begin (sqlite3 *db, GError **error)
{
  return taga_database_exec (db, "BEGIN IMMEDIATE", error);
}

/**
 * taga_database_commit:
 * @db: a connection in a transaction
 * @error: return location for an error
 *
 * Ends a transaction. If that fails, the transaction is rolled back.
 *
 * Returns: `TRUE` when all of it is on disk, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_database_commit (sqlite3 *db, GError **error)
{
  if (taga_database_exec (db, "COMMIT", error))
    return TRUE;

  taga_database_rollback (db);
  return FALSE;
}

/**
 * taga_database_rollback:
 * @db: a connection
 *
 * Takes back what the transaction did, if there is one: some failures have ended it already.
 */
void
taga_database_rollback (sqlite3 *db)
{
  if (!sqlite3_get_autocommit (db))
    sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
}

static gboolean
migrate_once (sqlite3 *db, const char *sql, int version, GError **error)
{
  g_autofree char *pragma = g_strdup_printf ("PRAGMA user_version = %d", version);

  if (!taga_database_begin (db, error))
    return FALSE;

  if (!taga_database_exec (db, sql, error) || !taga_database_exec (db, pragma, error))
    {
      taga_database_rollback (db);
      return FALSE;
    }

  return taga_database_commit (db, error);
}

/**
 * taga_database_migrate:
 * @db: a connection
 * @steps: (array length=n_steps): the SQL that leads to version 1, 2, …
 * @n_steps: how many
 * @error: return location for an error
 *
 * Brings the schema to the newest version, each step and its number in one transaction.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_NEWER` if the file is past the last step, or
 * any other [error@StoreError]; then the version is that of the last step that succeeded
 */
gboolean
taga_database_migrate (sqlite3 *db, const char *const *steps, int n_steps, GError **error)
{
  gint64 version;

  if (!taga_database_get_integer (db, "PRAGMA user_version", &version, error))
    return FALSE;

  if (version > n_steps || version < 0)
    {
      g_set_error_literal (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NEWER,
                           _ ("A newer version of Taga wrote the file. Update Taga to change it."));
      return FALSE;
    }

  for (int i = (int) version; i < n_steps; i++)
    if (!migrate_once (db, steps[i], i + 1, error))
      return FALSE;

  return TRUE;
}
