#include "taga-store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "taga-company.h"
#include "taga-registers.h"
#include "taga-schema.h"
#include "taga-validate.h"

/**
 * TagaStore:
 *
 * A company file that is open. Each step is on disk when it is done; there is no saving. Records
 * are read when they are asked for, and the same record is the same object for all who show it:
 * what one page changes, or undo takes back, the others see.
 *
 * A store and its records belong to the thread that opened it. Work in another thread opens its
 * own.
 */

G_DEFINE_FINAL_TYPE (TagaStore, taga_store, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
taga_store_finalize (GObject *object)
{
  TagaStore *self = TAGA_STORE (object);

  taga_store_rollback (self);
  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_pointer (&self->live, g_hash_table_unref);
  g_clear_object (&self->edition);
  g_clear_pointer (&self->old_editions, g_ptr_array_unref);
  g_clear_pointer (&self->edition_signature, g_free);
  g_clear_pointer (&self->broken_seals, g_strfreev);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->person, g_free);
  g_clear_pointer (&self->db, sqlite3_close);

  G_OBJECT_CLASS (taga_store_parent_class)->finalize (object);
}

static void
taga_store_class_init (TagaStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_store_finalize;

  /**
   * TagaStore::changed:
   * @self: a store
   * @changes: (nullable) (array length=n_changes): what became of which record
   * @n_changes: how many
   *
   * Data changed: by a step, by undo or redo, or by another program. Where @changes is `NULL`,
   * anything may have.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TAGA_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_UINT);
}

static void
finalize_statement (gpointer stmt)
{
  sqlite3_finalize (stmt);
}

static void
taga_store_init (TagaStore *self)
{
  self->thread = g_thread_self ();
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  self->live = taga_store_create_live ();
  self->old_editions = g_ptr_array_new_with_free_func (g_object_unref);
}

/* An older file that is only read, or can be, stays as it is: what is shown is a copy in memory,
 * brought to today's version. */
static gboolean
upgrade_in_memory (TagaStore *self, GError **error)
{
  g_autoptr (sqlite3) db = taga_database_connect (":memory:", SQLITE_OPEN_READWRITE, error);
  sqlite3_backup *backup;
  int n_steps, rc;
  const char *const *steps = taga_schema_get_steps (&n_steps);

  if (db == NULL)
    return FALSE;

  backup = sqlite3_backup_init (db, "main", self->db, "main");
  sqlite3_backup_step (backup, -1);
  rc = sqlite3_backup_finish (backup);
  if (rc != SQLITE_OK)
    return taga_database_fail (db, rc, error);

  if (!taga_database_migrate (db, steps, n_steps, error))
    return FALSE;

  sqlite3_close (self->db);
  self->db = g_steal_pointer (&db);
  return TRUE;
}

static gboolean
connect_file (TagaStore *self, int version, GError **error)
{
  int flags = self->read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  int n_steps;

  self->db = taga_database_connect (self->path, flags, error);
  if (self->db == NULL || !taga_store_file_check (self->db, version, FALSE, error))
    return FALSE;

  taga_schema_get_steps (&n_steps);
  if (version < n_steps && !upgrade_in_memory (self, error))
    return FALSE;

  /* A file on a share or stick is one file: no write-ahead log beside it. */
  if (!self->read_only && !taga_database_exec (self->db, "PRAGMA journal_mode = DELETE", error))
    return FALSE;

  return taga_database_exec (self->db, "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON", error)
         && taga_database_get_integer (self->db, "PRAGMA data_version", &self->data_version, error);
}

/* Whether the tables of a newer file, which are not known, have what this program reads. */
static gboolean
has_columns (TagaStore *self)
{
  g_autoptr (sqlite3_stmt) history = NULL;
  guint n_types;
  const GType *types = taga_registers_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      TagaRecordClass *klass = taga_record_class_peek (types[i]);
      g_autofree char *columns = taga_row_create_select (klass);
      g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"%s\"", columns, klass->table);
      g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (self->db, sql, NULL);

      if (stmt == NULL)
        return FALSE;
    }

  history = taga_database_prepare (
      self->db, "SELECT id, state, n_changes, time, person, label, changeset FROM history", NULL);

  return history != NULL;
}

/* A newer file may lack what this program asks for; why does not matter to the user then. */
static gboolean
load_file (TagaStore *self, GError **error)
{
  GError **reason = self->newer ? NULL : error;

  if ((!self->newer || has_columns (self)) && taga_store_load_edition (self, reason)
      && taga_store_add_functions (self->db, &self->assessment, reason)
      && taga_store_assess (self, reason))
    return TRUE;

  return self->newer ? taga_store_check_writable (self, error) : FALSE;
}

/**
 * taga_store_create:
 * @path: where
 * @company: (array): the company's values, by [enum@CompanyField]; name and edition at least
 * @error: return location for an error
 *
 * Makes a new company file and opens it. Nothing is ever overwritten.
 *
 * Returns: (transfer full) (nullable): the store, or `NULL` with `TAGA_STORE_ERROR_EXISTS`,
 * `TAGA_STORE_ERROR_INVALID` if a value is not allowed, or any other [error@StoreError] and no file
 */
TagaStore *
taga_store_create (const char *path, const TagaValue *company, GError **error)
{
  g_autoptr (TagaEdition) edition = NULL;
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);

  edition = taga_edition_load (company[TAGA_COMPANY_EDITION].text, error);
  if (edition == NULL
      || !taga_validate_record (edition, taga_record_class_peek (TAGA_TYPE_COMPANY), company, error)
      || !taga_store_file_create (absolute, company, error))
    return NULL;

  return taga_store_open (path, FALSE, error);
}

/**
 * taga_store_open:
 * @path: a company file
 * @read_only: whether it is only to be read
 * @error: return location for an error
 *
 * Opens a company file after checking that it is whole. One of a newer version can only be read.
 * One of an older version is upgraded, and a copy of it kept; if it is only to be read, it stays as
 * it is. A file of an older version is upgraded, and a copy of it kept; one of a newer version can
 * only be read.
 *
 * Returns: (transfer full) (nullable): the store, or `NULL` with any [error@StoreError] and nothing
 *   changed
 */
TagaStore *
taga_store_open (const char *path, gboolean read_only, GError **error)
{
  g_autoptr (TagaStore) self = g_object_new (TAGA_TYPE_STORE, NULL);
  int version, n_steps;

  /* SQLite takes some names for something else than a file; an absolute path is only that. */
  self->path = g_canonicalize_filename (path, NULL);
  path = self->path;

  if (!taga_store_file_inspect (path, &version, error))
    return NULL;

  taga_schema_get_steps (&n_steps);
  if (version < n_steps && !read_only && g_access (path, W_OK) == 0)
    {
      if (!taga_store_file_upgrade (path, version, error))
        return NULL;
      version = n_steps;
    }

  self->newer = version > n_steps;
  self->read_only = read_only || self->newer || g_access (path, W_OK) != 0;
  if (!connect_file (self, version, error) || !load_file (self, error))
    return NULL;

  /* What a newer program has sealed, and how, is not known. */
  if (!self->newer)
    self->broken_seals = taga_seal_find_broken (self, error);

  return self->newer || self->broken_seals != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * taga_store_get_path:
 * @self: a store
 *
 * Gets the file's path.
 *
 * Returns: (transfer none): the path
 */
const char *
taga_store_get_path (TagaStore *self)
{
  return self->path;
}

/**
 * taga_store_is_read_only:
 * @self: a store
 *
 * Tells whether the file can only be read.
 *
 * Returns: `TRUE` if every step is refused
 */
gboolean
taga_store_is_read_only (TagaStore *self)
{
  return self->read_only;
}

/**
 * taga_store_is_newer:
 * @self: a store
 *
 * Tells whether a newer program wrote the file, which is why it can only be read.
 *
 * Returns: `TRUE` if one did
 */
gboolean
taga_store_is_newer (TagaStore *self)
{
  return self->newer;
}

/**
 * taga_store_get_edition:
 * @self: a store
 *
 * Gets the method edition that the company goes by.
 *
 * Returns: (transfer none): the edition
 */
TagaEdition *
taga_store_get_edition (TagaStore *self)
{
  return self->edition;
}

/**
 * taga_store_get_assessment:
 * @self: a store
 *
 * Gets what the chosen round says of each medium.
 *
 * Returns: (transfer none): the assessment
 */
const TagaAssessment *
taga_store_get_assessment (TagaStore *self)
{
  return &self->assessment;
}

/**
 * taga_store_get_round:
 * @self: a store
 *
 * Gets the round by whose answers risks are computed.
 *
 * Returns: its id, or 0 if the file has no round yet
 */
gint64
taga_store_get_round (TagaStore *self)
{
  return self->round;
}

/**
 * taga_store_get_broken_seals:
 * @self: a store
 *
 * Tells which sealed rounds were changed by something other than Taga, as it was when the file was
 * opened, or when another program was last seen to have written to it.
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of the rounds; empty if all is well
 */
const char *const *
taga_store_get_broken_seals (TagaStore *self)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (TAGA_IS_STORE (self), none);

  return self->broken_seals == NULL ? none : (const char *const *) self->broken_seals;
}

/**
 * taga_store_get_person:
 * @self: a store
 *
 * Gets the name that is written beside each step.
 *
 * Returns: (transfer none): the name
 */
const char *
taga_store_get_person (TagaStore *self)
{
  if (self->person != NULL)
    return self->person;

  return g_str_equal (g_get_real_name (), "Unknown") ? g_get_user_name () : g_get_real_name ();
}

/**
 * taga_store_set_person:
 * @self: a store
 * @person: (nullable): a name, or `NULL` for that of the computer's user
 *
 * Sets the name that is written beside each step.
 */
void
taga_store_set_person (TagaStore *self, const char *person)
{
  g_free (self->person);
  self->person = g_strdup (person);
}

/* A statement is kept for the next time; whoever takes it runs it to its end or resets it. */
sqlite3_stmt *
taga_store_get_statement (TagaStore *self, const char *sql, GError **error)
{
  sqlite3_stmt *stmt = g_hash_table_lookup (self->statements, sql);

  g_assert (self->thread == g_thread_self ());

  if (stmt == NULL)
    {
      stmt = taga_database_prepare (self->db, sql, error);
      if (stmt != NULL)
        g_hash_table_insert (self->statements, g_strdup (sql), stmt);
      return stmt;
    }

  sqlite3_reset (stmt);
  return stmt;
}

void
taga_store_emit_changed (TagaStore *self, const TagaChange *changes, guint n_changes)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, changes, n_changes);
}

/**
 * taga_store_count:
 * @self: a store
 * @type: a record type
 * @error: return location for an error
 *
 * Counts the records in use: retired assets are left out.
 *
 * Returns: how many, or -1 with any [error@StoreError]
 */
gint64
taga_store_count (TagaStore *self, GType type, GError **error)
{
  TagaRecordClass *klass = taga_record_class_peek (type);
  gboolean retires = taga_record_class_find_field (klass, "retired-on") >= 0;
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM \"%s\"%s", klass->table,
                                          retires ? " WHERE retired_on IS NULL" : "");
  gint64 n;

  return taga_database_get_integer (self->db, sql, &n, error) ? n : -1;
}

/**
 * taga_store_refresh:
 * @self: a store
 * @error: return location for an error
 *
 * Takes over what another program has changed in the file since, if anything.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_store_refresh (TagaStore *self, GError **error)
{
  g_auto (GStrv) broken = NULL;
  gint64 version;

  g_return_val_if_fail (TAGA_IS_STORE (self), FALSE);

  if (!taga_database_get_integer (self->db, "PRAGMA data_version", &version, error))
    return FALSE;

  if (version == self->data_version)
    return TRUE;

  if (!taga_store_load_edition (self, error) || !taga_store_assess (self, error))
    return FALSE;

  broken = taga_seal_find_broken (self, error);
  if (broken == NULL)
    return FALSE;

  g_strfreev (self->broken_seals);
  self->broken_seals = g_steal_pointer (&broken);
  self->data_version = version;
  taga_store_reload_all (self);
  taga_store_emit_changed (self, NULL, 0);
  return TRUE;
}
