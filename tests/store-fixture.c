#include "store-fixture.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "taga-action.h"
#include "taga-company.h"
#include "taga-founding.h"
#include "taga-round-seal.h"

/**
 * store_fixture_make_folder:
 *
 * Makes a folder that nobody else uses.
 *
 * Returns: (transfer full): its path
 */
char *
store_fixture_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("taga-store-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

/**
 * store_fixture_remove_folder:
 * @folder: a folder that holds files only
 *
 * Removes a folder and what is in it.
 */
void
store_fixture_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/**
 * store_fixture_create:
 * @path: where
 * @kind: (nullable): the key of an edition, "sample", or `NULL` for the default edition
 *
 * Makes a company file; it has to succeed.
 *
 * Returns: (transfer full): the store
 */
TagaStore *
store_fixture_create (const char *path, const char *kind)
{
  g_autoptr (GError) error = NULL;
  TagaValue *company;
  TagaStore *store;

  if (g_strcmp0 (kind, "sample") == 0)
    {
      store = taga_founding_new_sample (path, "mechatro", &error);
      g_assert_no_error (error);
      return store;
    }

  company = taga_values_new (TAGA_COMPANY_N_FIELDS);
  company[TAGA_COMPANY_NAME].text = g_strdup ("株式会社ためし");
  company[TAGA_COMPANY_EDITION].text = g_strdup (kind == NULL ? "ipa-3.1" : kind);
  company[TAGA_COMPANY_FISCAL_MONTH].number = 4;
  store = taga_founding_new_company (path, company, &error);
  taga_values_free (company, TAGA_COMPANY_N_FIELDS);
  g_assert_no_error (error);
  taga_store_set_person (store, "試験 花子");

  return store;
}

/* Making a file takes a while, so each kind is made once and then copied. */
static GBytes *
get_template (const char *kind, const char *folder)
{
  static GHashTable *templates = NULL;
  const char *key = kind == NULL ? "" : kind;
  g_autofree char *path = g_build_filename (folder, "template.taga", NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  if (templates == NULL)
    templates = g_hash_table_new (g_str_hash, g_str_equal);

  if (!g_hash_table_contains (templates, key))
    {
      g_assert_finalize_object (store_fixture_create (path, kind));
      g_file_get_contents (path, &data, &size, &error);
      g_assert_no_error (error);
      g_hash_table_insert (templates, (gpointer) key, g_bytes_new_take (data, size));
      g_unlink (path);
    }

  return g_hash_table_lookup (templates, key);
}

/**
 * store_fixture_set_up:
 * @fixture: a fixture
 * @kind: (nullable): as for store_fixture_create()
 *
 * Makes a company file in a folder of its own and opens it.
 */
void
store_fixture_set_up (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (GError) error = NULL;
  GBytes *template;

  fixture->folder = store_fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "会社.taga", NULL);
  template = get_template (kind, fixture->folder);
  g_file_set_contents (fixture->path, g_bytes_get_data (template, NULL),
                       (gssize) g_bytes_get_size (template), &error);
  g_assert_no_error (error);
  store_fixture_reopen (fixture);
}

/**
 * store_fixture_close:
 * @fixture: a fixture
 *
 * Closes the file. Nothing may hold the store any more.
 */
void
store_fixture_close (StoreFixture *fixture)
{
  if (fixture->store != NULL)
    g_assert_finalize_object (g_steal_pointer (&fixture->store));
}

/**
 * store_fixture_reopen:
 * @fixture: a fixture
 *
 * Closes the file and opens it again.
 */
void
store_fixture_reopen (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  store_fixture_close (fixture);
  fixture->store = taga_store_open (fixture->path, FALSE, &error);
  g_assert_no_error (error);
  taga_store_set_person (fixture->store, "試験 花子");
}

/**
 * store_fixture_tear_down:
 * @fixture: a fixture
 * @kind: (nullable): not looked at
 *
 * Closes the file and removes it.
 */
void
store_fixture_tear_down (StoreFixture *fixture, gconstpointer kind)
{
  store_fixture_close (fixture);
  store_fixture_remove_folder (fixture->folder);
  g_clear_pointer (&fixture->path, g_free);
  g_clear_pointer (&fixture->folder, g_free);
}

static void
set_value (TagaRecordClass *klass, TagaValue *value, const char *name, const char *text)
{
  int field = taga_record_class_find_field (klass, name);

  g_assert_cmpint (field, >=, 0);
  if (taga_field_is_text (&klass->fields[field]))
    value->text = g_strdup (text);
  else
    value->number = text == NULL ? TAGA_UNKNOWN : g_ascii_strtoll (text, NULL, 10);
}

/**
 * store_fixture_try_add:
 * @store: a store
 * @type: a record type
 * @pairs: (array zero-terminated=1): a field's name and its value as text, in turn
 * @id: (out) (optional): the new record's number
 * @error: return location for an error
 *
 * Adds a record, as one step.
 *
 * Returns: `TRUE`, or `FALSE` with the store's error
 */
gboolean
store_fixture_try_add (TagaStore *store,
                       GType type,
                       const char *const *pairs,
                       gint64 *id,
                       GError **error)
{
  TagaRecordClass *klass = taga_record_class_peek (type);
  TagaValue *values = taga_values_new (klass->n_fields);
  gboolean done;

  for (guint i = 0; pairs[i] != NULL; i += 2)
    {
      int field = taga_record_class_find_field (klass, pairs[i]);

      g_assert_cmpint (field, >=, 0);
      set_value (klass, &values[field], pairs[i], pairs[i + 1]);
    }
  done = taga_action_add (store, type, values, id, error);
  taga_values_free (values, klass->n_fields);

  return done;
}

/**
 * store_fixture_add:
 * @store: a store
 * @type: a record type
 * @...: a field's name and its value as text, in turn; then `NULL`
 *
 * Adds a record, as one step that has to succeed.
 *
 * Returns: the record's number
 */
gint64
store_fixture_add (TagaStore *store, GType type, ...)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  const char *word;
  gint64 id = 0;
  va_list words;

  va_start (words, type);
  while ((word = va_arg (words, const char *)) != NULL)
    {
      /* A value may be missing, which ends nothing. */
      g_ptr_array_add (pairs, (gpointer) word);
      g_ptr_array_add (pairs, (gpointer) va_arg (words, const char *));
    }
  va_end (words);
  g_ptr_array_add (pairs, NULL);

  store_fixture_try_add (store, type, (const char *const *) pairs->pdata, &id, &error);
  g_assert_no_error (error);

  return id;
}

/**
 * store_fixture_try_set:
 * @store: a store
 * @type: a record type
 * @id: a record's number
 * @field: a field's name
 * @text: (nullable): what it shall be
 * @error: return location for an error
 *
 * Changes a field, as one step.
 *
 * Returns: `TRUE`, or `FALSE` with the store's error
 */
gboolean
store_fixture_try_set (TagaStore *store,
                       GType type,
                       gint64 id,
                       const char *field,
                       const char *text,
                       GError **error)
{
  TagaRecordClass *klass = taga_record_class_peek (type);
  g_auto (TagaValue) value = TAGA_VALUE_INIT;
  guint index = (guint) taga_record_class_find_field (klass, field);

  set_value (klass, &value, field, text);
  return taga_action_set (store, type, id, &index, &value, 1, error);
}

/**
 * store_fixture_set:
 * @store: a store
 * @type: a record type
 * @id: a record's number
 * @field: a field's name
 * @text: (nullable): what it shall be
 *
 * Changes a field, as one step that has to succeed.
 */
void
store_fixture_set (TagaStore *store, GType type, gint64 id, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;

  store_fixture_try_set (store, type, id, field, text, &error);
  g_assert_no_error (error);
}

/**
 * store_fixture_seal:
 * @store: a store
 * @round: a round's number
 *
 * Seals a round; it has to succeed.
 */
void
store_fixture_seal (TagaStore *store, gint64 round)
{
  g_autoptr (GError) error = NULL;

  taga_round_seal (store, round, NULL, &error);
  g_assert_no_error (error);
}

/**
 * store_fixture_get:
 * @store: a store
 * @type: a record type
 * @id: a record's number
 * @field: a field's name
 *
 * Reads a field as text.
 *
 * Returns: (transfer full) (nullable): the text, or `NULL` if the value is not known
 */
char *
store_fixture_get (TagaStore *store, GType type, gint64 id, const char *field)
{
  TagaRecordClass *klass = taga_record_class_peek (type);
  int index = taga_record_class_find_field (klass, field);
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaRecord) record = taga_store_get_record (store, type, id, &error);
  const TagaValue *value;

  g_assert_no_error (error);
  g_assert_cmpint (index, >=, 0);
  value = taga_record_get_value (record, (guint) index);
  if (taga_field_is_text (&klass->fields[index]))
    return g_strdup (value->text);

  return value->number == TAGA_UNKNOWN ? NULL
                                       : g_strdup_printf ("%" G_GINT64_FORMAT, value->number);
}

/**
 * store_fixture_exec:
 * @path: a database
 * @sql: statements
 *
 * Does something to a file behind the store's back.
 */
void
store_fixture_exec (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/**
 * store_fixture_answer_all:
 * @path: a new company's file, which nobody has open
 *
 * Answers all threats and check items of the first round, and adds assets of three media: of them
 * the first is at large risk, the sixth has no medium and so no risk.
 */
void
store_fixture_answer_all (const char *path)
{
  store_fixture_exec (
      path, "UPDATE threat SET frequency = 3; UPDATE \"check\" SET answer = 3;"
            "UPDATE \"check\" SET answer = 1 + id % 3 WHERE item LIKE '10-%' OR item LIKE '7-%';"
            "INSERT INTO asset (name, medium, confidentiality, integrity, availability) VALUES"
            " ('顧客名簿', 'paper', 3, 3, 3), ('見積書', 'paper', 1, 1, 1),"
            " ('図面', 'office-pc', 2, 3, 2), ('規程集', 'cloud', 1, 1, 1),"
            " ('帳簿', 'cloud', 3, 2, 2), ('置き場所の分からない控え', NULL, 2, 2, 2)");
}

static void
digest_rows (sqlite3 *db, const char *table, GChecksum *digest)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY 1", table);
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_checksum_update (digest, (const guchar *) sql, -1);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (stmt); i++)
      {
        const guchar head[] = { '|', (guchar) sqlite3_column_type (stmt, i), '|' };
        const guchar *bytes = sqlite3_column_blob (stmt, i);

        g_checksum_update (digest, head, sizeof head);
        if (bytes != NULL)
          g_checksum_update (digest, bytes, sqlite3_column_bytes (stmt, i));
      }
  g_assert_cmpint (sqlite3_finalize (stmt), ==, SQLITE_OK);
}

/**
 * store_fixture_digest:
 * @path: a company file
 * @with_history: whether the steps count too, and the numbers given so far
 *
 * Sums up what a file says, read by SQLite alone.
 *
 * Returns: (transfer full): the same text for the same content
 */
char *
store_fixture_digest (const char *path, gboolean with_history)
{
  g_autoptr (GChecksum) digest = g_checksum_new (G_CHECKSUM_SHA256);
  sqlite3_stmt *stmt = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 5000);
  g_assert_cmpint (sqlite3_prepare_v2 (db,
                                       "SELECT name FROM sqlite_schema WHERE type = 'table' "
                                       "AND (? OR name NOT IN ('history', 'sqlite_sequence')) "
                                       "ORDER BY name",
                                       -1, &stmt, NULL),
                   ==, SQLITE_OK);
  sqlite3_bind_int (stmt, 1, with_history);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    digest_rows (db, (const char *) sqlite3_column_text (stmt, 0), digest);
  g_assert_cmpint (sqlite3_finalize (stmt), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);

  return g_strdup (g_checksum_get_string (digest));
}

/**
 * store_fixture_run_apart:
 *
 * Runs the test in a program of its own, for what allocates without end: there the sanitizers note
 * stacks the quick way. Leaks can then not be told from those of the libraries; they are other
 * tests' business.
 *
 * Returns: `TRUE` in that program, which is to do the work; `FALSE` when it has done it
 */
gboolean
store_fixture_run_apart (void)
{
  g_autofree char *options = g_strdup (g_getenv ("ASAN_OPTIONS"));

  if (g_test_subprocess ())
    return TRUE;

  g_setenv ("ASAN_OPTIONS", "detect_leaks=0", TRUE);
  g_test_trap_subprocess (NULL, 0, 0);
  if (options != NULL)
    g_setenv ("ASAN_OPTIONS", options, TRUE);
  else
    g_unsetenv ("ASAN_OPTIONS");
  g_test_trap_assert_passed ();

  return FALSE;
}

/**
 * store_fixture_assert_whole:
 * @store: a store
 *
 * Fails if the thorough check finds anything wrong.
 */
void
store_fixture_assert_whole (TagaStore *store)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  taga_store_verify (store, &problems, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
}

/**
 * store_fixture_assert_plain:
 * @error: an error
 *
 * Fails unless the message is one whole sentence or two, in words that an office knows.
 */
void
store_fixture_assert_plain (const GError *error)
{
  static const char *const jargon[] = {
    "SQL",           "sqlite",         "database", "malformed", "schema", "constraint",
    "no such table", "no such column", "journal",  "disk I/O",  "errno",  "NULL",
    "transaction",   "pragma",         "%",        "(",
  };
  const char *message = error->message;
  guint sentences = 0;

  g_assert_true (g_utf8_validate (message, -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (jargon); i++)
    if (strstr (message, jargon[i]) != NULL)
      g_error ("“%s” is no plain sentence: %s", message, jargon[i]);

  for (const char *p = message; *p != '\0'; p++)
    sentences += *p == '.' && (p[1] == ' ' || p[1] == '\0');
  g_assert_cmpuint (sentences, >=, 1);
  g_assert_cmpuint (sentences, <=, 2);
  g_assert_true (g_str_has_suffix (message, "."));
  g_assert_cmpint (g_utf8_strlen (message, -1), <, 240);
}

/* A whole file, to be spoiled and put back. */
GBytes *
store_fixture_read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (data, size);
}

void
store_fixture_write_file (const char *path, const void *data, gsize size)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0644,
                            &error);
  g_assert_no_error (error);
}
