#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "taga-company.h"
#include "taga-schema.h"
#include "taga-store-private.h"

/*
 * The file as a thing on disk: made, told from other files, checked, upgraded. A file comes from
 * outside and is hostile until all of this has been seen.
 */

#define HEADER_SIZE 100

/* How many copies of older versions may lie beside a file. */
#define MAX_COPIES 99
#define MAGIC "SQLite format 3"

static guint32
read_big_endian (const guchar *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static gboolean
fail (GError **error, TagaStoreError code, const char *sentence)
{
  g_set_error_literal (error, TAGA_STORE_ERROR, (int) code, sentence);
  return FALSE;
}

static gboolean
read_header (const char *path, guchar *header, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0); /* a pipe would keep us waiting */
  gssize n;

  if (fd < 0 && errno == ENOENT)
    return fail (error, TAGA_STORE_ERROR_NOT_FOUND,
                 _ ("There is no such file. Check its name and its folder."));
  if (fd < 0)
    return fail (error, TAGA_STORE_ERROR_FAILED,
                 _ ("The file cannot be opened. Check that you may read it."));

  n = read (fd, header, HEADER_SIZE);
  close (fd);

  if (n != HEADER_SIZE || memcmp (header, MAGIC, sizeof MAGIC) != 0
      || read_big_endian (header + 68) != TAGA_APPLICATION_ID)
    return fail (error, TAGA_STORE_ERROR_FOREIGN,
                 _ ("The file is not a company file of Taga. To take over a register from Excel, "
                    "open a company file and import the workbook."));

  return TRUE;
}

/* What a program left half done when it was killed is taken back before anything is read. SQLite
 * does so by itself, but not for who only reads. What goes wrong here shows again when the file is
 * opened. */
static void
recover (const char *path)
{
  g_autoptr (sqlite3) db = NULL;

  if (g_access (path, W_OK) != 0)
    return;

  db = taga_database_connect (path, SQLITE_OPEN_READWRITE, NULL);
  if (db != NULL)
    taga_database_exec (db, "SELECT 1 FROM sqlite_schema", NULL);
}

/**
 * taga_store_file_inspect:
 * @path: a file
 * @version: (out): version of its schema
 * @error: return location for an error
 *
 * Tells a company file from others by its first bytes, before SQLite sees it. What a program that
 * was killed left half done is taken back.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_NOT_FOUND`, `TAGA_STORE_ERROR_FOREIGN` or
 *   `TAGA_STORE_ERROR_FAILED`
 */
gboolean
taga_store_file_inspect (const char *path, int *version, GError **error)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  guchar header[HEADER_SIZE];

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return fail (error, TAGA_STORE_ERROR_FOREIGN, _ ("This is a folder, not a company file."));

  if (!read_header (path, header, error))
    return FALSE;

  if (g_file_test (journal, G_FILE_TEST_EXISTS))
    {
      recover (path);
      if (!read_header (path, header, error))
        return FALSE;
    }

  *version = (int) read_big_endian (header + 60);
  if (*version < 1)
    return fail (error, TAGA_STORE_ERROR_DAMAGED,
                 _ ("The file is damaged: it does not say which version wrote it. Open a backup "
                    "copy."));

  return TRUE;
}

/* All that a schema says, as one text: two files of one version say the same, but for what SQLite
 * notes of its indexes when it is asked to. */
static char *
describe_schema (sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
      taga_database_prepare (db,
                             "SELECT type, name, tbl_name, coalesce (sql, '') FROM sqlite_schema "
                             "WHERE type <> 'table' OR name NOT IN ('sqlite_stat1', "
                             "'sqlite_stat4') ORDER BY type, name",
                             error);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean has_row = TRUE;

  if (stmt == NULL)
    return NULL;

  while (has_row)
    {
      if (!taga_database_step (stmt, &has_row, error))
        return NULL;
      for (int i = 0; has_row && i < 4; i++)
        g_string_append_printf (text, "%s\x1f", (const char *) sqlite3_column_text (stmt, i));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
check_schema (sqlite3 *db, int version, GError **error)
{
  g_autoptr (sqlite3) expected = NULL;
  g_autofree char *expected_schema = NULL;
  g_autofree char *schema = NULL;
  int n_steps;
  const char *const *steps = taga_schema_get_steps (&n_steps);

  expected = taga_database_connect (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  if (expected == NULL || !taga_database_migrate (expected, steps, version, error))
    return FALSE;

  expected_schema = describe_schema (expected, error);
  schema = describe_schema (db, error);
  if (expected_schema == NULL || schema == NULL)
    return FALSE;

  if (!g_str_equal (schema, expected_schema))
    return fail (error, TAGA_STORE_ERROR_DAMAGED,
                 _ ("The file was changed by something other than Taga: its tables are not what "
                    "they should be. Open a backup copy."));

  return TRUE;
}

/* What is cut off the last page SQLite takes for zeros, without a word. This is asked while a
 * statement holds the file, or else another program might just be making it longer. */
static gboolean
is_cut_short (sqlite3 *db)
{
  gint64 page_size, n_pages;
  GStatBuf status;

  return g_stat (sqlite3_db_filename (db, "main"), &status) == 0
         && taga_database_get_integer (db, "PRAGMA page_size", &page_size, NULL)
         && taga_database_get_integer (db, "PRAGMA page_count", &n_pages, NULL)
         && status.st_size % page_size != 0 && status.st_size < page_size * n_pages;
}

static gboolean
check_integrity (sqlite3 *db, gboolean thorough, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autoptr (GError) failure = NULL;
  gboolean has_row = FALSE;

  stmt = taga_database_prepare (
      db, thorough ? "PRAGMA integrity_check (1)" : "PRAGMA quick_check (1)", &failure);
  if (stmt != NULL)
    taga_database_step (stmt, &has_row, &failure);

  /* What SQLite has no better word for is a file that it cannot make sense of. */
  if (failure != NULL && sqlite3_errcode (db) != SQLITE_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (!has_row || g_strcmp0 ((const char *) sqlite3_column_text (stmt, 0), "ok") != 0
      || is_cut_short (db))
    return fail (error, TAGA_STORE_ERROR_DAMAGED,
                 _ ("The file is damaged. Nothing was changed; open a backup copy."));

  return TRUE;
}

/**
 * taga_store_file_check:
 * @db: a connection to the file
 * @version: version of its schema
 * @thorough: whether to compare indexes with their tables too, which takes some three times as long
 * @error: return location for an error
 *
 * Checks that a file is whole and has the tables that a file of its version has. The tables of a
 * newer file are not known.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_DAMAGED` or any other [error@StoreError]
 */
gboolean
taga_store_file_check (sqlite3 *db, int version, gboolean thorough, GError **error)
{
  int n_steps;

  taga_schema_get_steps (&n_steps);

  return check_integrity (db, thorough, error)
         && (version > n_steps || check_schema (db, version, error));
}

static gboolean
write_company (sqlite3 *db, const TagaValue *company, GError **error)
{
  TagaRecordClass *klass = taga_record_class_peek (TAGA_TYPE_COMPANY);
  g_autofree char *sql = taga_row_create_insert (klass);
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, 1);
  for (guint i = 0; i < klass->n_fields; i++)
    taga_row_bind (stmt, (int) i + 2, &klass->fields[i], &company[i]);

  return taga_database_step (stmt, NULL, error);
}

static gboolean
fill_file (const char *path, const TagaValue *company, GError **error)
{
  g_autoptr (sqlite3) db = NULL;
  int n_steps;
  const char *const *steps = taga_schema_get_steps (&n_steps);

  db = taga_database_connect (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);

  return db != NULL && taga_database_exec (db, "PRAGMA synchronous = FULL", error)
         && taga_database_migrate (db, steps, n_steps, error) && write_company (db, company, error);
}

/* A name is taken once and for all by link (); where that is not to be had, by rename. */
static gboolean
take_name (const char *from, const char *to, GError **error)
{
  if (link (from, to) == 0)
    return TRUE;

  if (errno != EEXIST && !g_file_test (to, G_FILE_TEST_EXISTS) && g_rename (from, to) == 0)
    return TRUE;

  if (errno == EEXIST || g_file_test (to, G_FILE_TEST_EXISTS))
    return fail (error, TAGA_STORE_ERROR_EXISTS,
                 _ ("A file of that name is there already. Choose another name; nothing was "
                    "overwritten."));

  return fail (error, TAGA_STORE_ERROR_FAILED,
               _ ("The file cannot be made there. Check that the folder is there and that you may "
                  "write in it."));
}

/**
 * taga_store_file_create:
 * @path: where
 * @company: the company's values, by [enum@CompanyField]
 * @error: return location for an error
 *
 * Makes a company file under another name and gives it its own when it is whole.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_EXISTS` or any other [error@StoreError] and no
 * file
 */
gboolean
taga_store_file_create (const char *path, const TagaValue *company, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_strconcat (folder, G_DIR_SEPARATOR_S ".taga-XXXXXX", NULL);
  gboolean done;
  int fd;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return fail (error, TAGA_STORE_ERROR_EXISTS,
                 _ ("A file of that name is there already. Choose another name; nothing was "
                    "overwritten."));

  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0644);
  if (fd < 0)
    return fail (error, errno == ENOSPC ? TAGA_STORE_ERROR_FULL : TAGA_STORE_ERROR_FAILED,
                 _ ("The file cannot be made there. Check that the folder is there and that you "
                    "may write in it."));
  close (fd);

  done = fill_file (temporary, company, error) && take_name (temporary, path, error);
  g_unlink (temporary);

  return done;
}

/* A copy beside the file under a name that is free: one that is there may be of another day. */
static char *
keep_copy (const char *path, int version)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (guint i = 1; i <= MAX_COPIES; i++)
    {
      g_autofree char *copy_path = i == 1 ? g_strdup_printf ("%s.v%d.bak", path, version)
                                          : g_strdup_printf ("%s.v%d-%u.bak", path, version, i);
      g_autoptr (GFile) copy = g_file_new_for_path (copy_path);
      g_autoptr (GError) error = NULL;

      if (g_file_copy (file, copy, G_FILE_COPY_NONE, NULL, NULL, NULL, &error))
        return g_steal_pointer (&copy_path);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
        return NULL;
    }

  return NULL;
}

/**
 * taga_store_file_upgrade:
 * @path: a file of an older version
 * @version: that version
 * @error: return location for an error
 *
 * Keeps a verified copy of the file as it was beside it, then brings it to today's version.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and the file as it was
 */
gboolean
taga_store_file_upgrade (const char *path, int version, GError **error)
{
  g_autofree char *copy_path = NULL;
  g_autoptr (sqlite3) copy_db = NULL;
  g_autoptr (sqlite3) db = NULL;
  int n_steps;
  const char *const *steps = taga_schema_get_steps (&n_steps);

  db = taga_database_connect (path, SQLITE_OPEN_READWRITE, error);
  if (db == NULL || !taga_store_file_check (db, version, TRUE, error))
    return FALSE;

  copy_path = keep_copy (path, version);
  if (copy_path == NULL)
    return fail (error, TAGA_STORE_ERROR_FAILED,
                 _ ("The file is of an older version, and no copy of it could be kept beside it. "
                    "Make room or copy it to a folder where you may write."));

  copy_db = taga_database_connect (copy_path, SQLITE_OPEN_READONLY, error);
  if (copy_db == NULL || !taga_store_file_check (copy_db, version, TRUE, error))
    return FALSE;

  return taga_database_migrate (db, steps, n_steps, error);
}
