#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "data-resources.h"
#include "store-fixture.h"
#include "taga-action.h"
#include "taga-asset.h"
#include "taga-cursor.h"
#include "taga-history.h"
#include "taga-registers.h"
#include "taga-store-error.h"

/*
 * Company files that a disk, a network or a hand has spoiled. Each opens whole, or a sentence says
 * why not; whatever then is done with one that opened, nothing worse than another sentence comes.
 */

/* Failing is allowed, with a sentence; then nothing else may fail for it. */
static void
take_error (GError *error)
{
  if (error == NULL)
    return;

  if (error->domain == TAGA_STORE_ERROR)
    store_fixture_assert_plain (error);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_error_free (error);
}

static void
read_register (TagaStore *store, GType type, const TagaQuery *query)
{
  GError *error = NULL;
  g_autoptr (TagaCursor) cursor = taga_cursor_new (store, type, query, &error);
  const TagaValue *values;
  gboolean has_row = cursor != NULL;
  gint64 id;

  while (has_row && taga_cursor_next (cursor, &id, &values, &has_row, &error))
    for (guint i = 0; has_row && i < taga_record_class_peek (type)->n_fields; i++)
      g_assert_true (values[i].text == NULL || g_utf8_validate (values[i].text, -1, NULL));
  take_error (error);
}

static void
describe_cb (const TagaChange *change,
             const char *name,
             guint field,
             const TagaValue *from,
             const TagaValue *to,
             gpointer user_data)
{
  g_assert_true (name == NULL || g_utf8_validate (name, -1, NULL));
  g_assert_cmpuint (field, <, taga_record_class_peek (change->type)->n_fields);
  g_assert_true (from == NULL || from->text == NULL || g_utf8_validate (from->text, -1, NULL));
  g_assert_true (to == NULL || to->text == NULL || g_utf8_validate (to->text, -1, NULL));
}

static void
read_history (TagaStore *store)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) steps = taga_history_list (store, 0, 100, &error);

  take_error (error);
  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      const TagaStep *step = g_ptr_array_index (steps, i);

      g_assert_true (g_utf8_validate (step->label, -1, NULL));
      g_assert_true (g_utf8_validate (step->time, -1, NULL));
      g_assert_true (g_utf8_validate (step->person, -1, NULL));
      error = NULL;
      taga_history_describe (store, step->id, describe_cb, NULL, &error);
      take_error (error);
    }
}

/* Does with a file what the window does. */
static void
use_store (TagaStore *store)
{
  const char *const pairs[] = { "name", "あとから", "note", "図面", NULL };
  const TagaSort sort = { TAGA_ASSET_RISK, TRUE };
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autoptr (GPtrArray) problems = NULL;
  GError *errors[7] = { NULL };
  guint n_types;
  const GType *types = taga_registers_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    read_register (store, types[i], NULL);
  query->search = g_strdup ("図面");
  g_array_append_val (query->sorts, sort);
  read_register (store, TAGA_TYPE_ASSET, query);
  read_history (store);

  taga_store_verify (store, &problems, &errors[0]);
  taga_history_undo (store, &errors[1]);
  taga_history_undo (store, &errors[2]);
  taga_history_redo (store, &errors[3]);
  store_fixture_try_add (store, TAGA_TYPE_ASSET, pairs, NULL, &errors[4]);
  store_fixture_try_set (store, TAGA_TYPE_ASSET, 1, "note", "写し", &errors[5]);
  taga_store_refresh (store, &errors[6]);
  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    take_error (errors[i]);
}

/* Returns whether the file opened. */
static gboolean
try_file (const char *path, gboolean read_only)
{
  GError *error = NULL;
  g_autoptr (TagaStore) store = taga_store_open (path, read_only, &error);

  if (store == NULL)
    {
      g_assert_nonnull (error);
      take_error (error);
      return FALSE;
    }

  use_store (store);
  return TRUE;
}

/* A file in which every table has rows, with steps to undo and to redo. */
static GBytes *
make_good_file (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 20; i++)
    store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "製品設計図", "medium", "server",
                       "confidentiality", "3", "note", "現役製品の設計図。開発部が管理する", NULL);
  store_fixture_add (fixture->store, taga_registers_find ("department"), "name", "開発部", NULL);
  store_fixture_add (fixture->store, taga_registers_find ("person"), "name", "鈴木", "department",
                     "1", NULL);
  for (guint i = 0; i < 3; i++)
    {
      taga_history_undo (fixture->store, &error);
      g_assert_no_error (error);
    }
  store_fixture_close (fixture);

  return store_fixture_read_file (fixture->path);
}

/* From one length to the next: close together at the header and in the last page. */
static gsize
get_stride (gsize length, gsize size)
{
  if (length < 110)
    return 10;

  return (gsize) g_test_rand_int_range (1, length + 4096 > size ? 200 : 3000);
}

static void
test_survives_being_cut_short (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) good = NULL;
  gsize size;

  if (!store_fixture_run_apart ())
    return;

  good = make_good_file (fixture);
  size = g_bytes_get_size (good);
  for (gsize length = 0; length < size; length += get_stride (length, size))
    {
      store_fixture_write_file (fixture->path, g_bytes_get_data (good, NULL), length);
      if (try_file (fixture->path, FALSE))
        g_error ("%" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " bytes were enough", length, size);
    }

  /* Bytes behind the end are not looked at, and go with the next step. */
  {
    g_autofree char *longer = g_malloc0 (size + 12288);

    memcpy (longer, g_bytes_get_data (good, NULL), size);
    store_fixture_write_file (fixture->path, longer, size + 12288);
    g_assert_true (try_file (fixture->path, FALSE));
    store_fixture_write_file (fixture->path, longer, size + 1);
    g_assert_true (try_file (fixture->path, FALSE));
  }
}

static void
test_survives_flipped_bytes (StoreFixture *fixture, gconstpointer data)
{
  const guint n = g_test_slow () ? 20000 : 200;
  g_autoptr (GBytes) good = NULL;
  g_autofree guchar *spoiled = NULL;
  guint n_opened = 0;
  gsize size;

  if (!store_fixture_run_apart ())
    return;

  good = make_good_file (fixture);
  size = g_bytes_get_size (good);
  spoiled = g_malloc (size);
  for (guint i = 0; i < n; i++)
    {
      guint n_flips = i % 3 == 0 ? 1 : (guint) g_test_rand_int_range (1, 20);
      gsize around = (gsize) g_test_rand_int_range (0, (int) size);

      memcpy (spoiled, g_bytes_get_data (good, NULL), size);
      for (guint j = 0; j < n_flips; j++)
        {
          /* The header, a place and what is near it, or anywhere. */
          gsize place = i % 4 == 0   ? (gsize) g_test_rand_int_range (0, 100)
                        : i % 4 == 1 ? (around + (gsize) g_test_rand_int_range (0, 64)) % size
                                     : (gsize) g_test_rand_int_range (0, (int) size);

          spoiled[place] ^= (guchar) g_test_rand_int_range (1, 256);
        }
      store_fixture_write_file (fixture->path, spoiled, size);
      n_opened += try_file (fixture->path, i % 5 == 0);
    }

  /* Some bytes matter, and some do not. */
  g_test_message ("%u of %u opened", n_opened, n);
  g_assert_cmpuint (n_opened, >, 0);
  g_assert_cmpuint (n_opened, <, n);
}

static void
put_big_endian (guchar *bytes, guint32 number)
{
  for (guint i = 0; i < 4; i++)
    bytes[i] = (guchar) (number >> (24 - 8 * i));
}

static void
test_wrong_figures_in_the_header_are_refused (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) good = make_good_file (fixture);
  gsize size = g_bytes_get_size (good);
  guint32 n_pages = (guint32) (size / 4096);
  const struct
  {
    gsize place;
    guint32 number;
  } changes[] = {
    { 28, n_pages - 1 },                                         /* fewer pages than there are */
    { 28, n_pages + 1 }, { 28, 0xffffffff }, { 32, 2 },          /* a free page that is in use */
    { 32, n_pages + 9 }, { 36, 7 },          { 36, 0xffffffff }, /* so many free pages */
    { 44, 9 }, /* a kind of file that nobody knows */
  };
  g_autofree guchar *spoiled = g_malloc (size);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) error = NULL;

      memcpy (spoiled, g_bytes_get_data (good, NULL), size);
      put_big_endian (spoiled + changes[i].place, changes[i].number);
      store_fixture_write_file (fixture->path, spoiled, size);
      g_test_message ("%u at %" G_GSIZE_FORMAT, changes[i].number, changes[i].place);
      g_assert_null (taga_store_open (fixture->path, FALSE, &error));
      g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_DAMAGED);
      store_fixture_assert_plain (error);
    }
}

/* Values that no program of ours would write: the check names each, and everything else goes on. */
static void
test_check_names_what_is_wrong (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    const char *place;
  } cases[] = {
    { "UPDATE asset SET name = CAST (x'e3' AS TEXT) WHERE id = 3", "asset, entry 3:" },
    { "UPDATE asset SET note = CAST (x'41ff42' AS TEXT) WHERE id = 4", "asset, entry 4:" },
    { "UPDATE asset SET note = CAST (x'410042' AS TEXT) WHERE id = 4", "asset, entry 4:" },
    { "UPDATE asset SET name = '' WHERE id = 5", "asset, entry 5:" },
    { "UPDATE asset SET medium = '紙' WHERE id = 6", "asset, entry 6:" },
    { "UPDATE asset SET confidentiality = 9223372036854775807 WHERE id = 7", "asset, entry 7:" },
    { "UPDATE asset SET threat_override = -9 WHERE id = 8", "asset, entry 8:" },
    { "UPDATE asset SET registered_on = 'きのう' WHERE id = 9", "asset, entry 9:" },
    { "UPDATE threat SET frequency = 99 WHERE id = 1", "threat, entry 1:" },
    { "UPDATE threat SET item = 'x' WHERE id = 2", "threat, entry 2:" },
    { "UPDATE \"check\" SET answer = -1000 WHERE id = 1", "check, entry 1:" },
    { "UPDATE \"check\" SET round = 77 WHERE id = 2", "check, entry 2:" },
    { "UPDATE company SET fiscal_month = 13", "company, entry 1:" },
    { "UPDATE history SET changeset = x'' WHERE id = 2", "history, step 2:" },
    { "UPDATE history SET changeset = x'5401' WHERE id = 2", "history, step 2:" },
    { "UPDATE history SET changeset = randomblob (5000) WHERE id = 3", "history, step 3:" },
    { "UPDATE history SET n_changes = 5 WHERE id = 4", "history, step 4:" },
  };
  g_autoptr (GBytes) good = NULL;

  if (!store_fixture_run_apart ())
    return;

  good = make_good_file (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (GError) error = NULL;
      gboolean named = FALSE;

      g_test_message ("%s", cases[i].sql);
      store_fixture_write_file (fixture->path, g_bytes_get_data (good, NULL),
                                g_bytes_get_size (good));
      store_fixture_exec (fixture->path, cases[i].sql);
      store_fixture_reopen (fixture);
      g_assert_true (taga_store_verify (fixture->store, &problems, &error));
      g_assert_no_error (error);
      for (guint j = 0; j < problems->len; j++)
        named = named || g_str_has_prefix (g_ptr_array_index (problems, j), cases[i].place);
      g_assert_true (named);
      use_store (fixture->store);
      store_fixture_close (fixture);
    }
}

static GBytes *
read_changeset (sqlite3 *db, int step)
{
  sqlite3_stmt *stmt = NULL;
  GBytes *bytes;

  sqlite3_prepare_v2 (db, "SELECT changeset FROM history WHERE id = ?", -1, &stmt, NULL);
  sqlite3_bind_int (stmt, 1, step);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  bytes = g_bytes_new (sqlite3_column_blob (stmt, 0), (gsize) sqlite3_column_bytes (stmt, 0));
  sqlite3_finalize (stmt);

  return bytes;
}

static void
write_changeset (sqlite3 *db, int step, const void *data, gsize size)
{
  sqlite3_stmt *stmt = NULL;

  sqlite3_prepare_v2 (db, "UPDATE history SET state = (id <> ?) * 2, changeset = ? WHERE id = ?",
                      -1, &stmt, NULL);
  sqlite3_bind_int (stmt, 1, step);
  sqlite3_bind_blob (stmt, 2, data, (int) size, SQLITE_STATIC);
  sqlite3_bind_int (stmt, 3, step);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_DONE);
  sqlite3_finalize (stmt);
}

/* The bytes of a step are read by a library that trusts them. */
static void
test_survives_spoiled_steps (StoreFixture *fixture, gconstpointer data)
{
  const guint n = g_test_slow () ? 20000 : 400;
  g_autoptr (GBytes) good = NULL;
  sqlite3 *db = NULL;

  if (!store_fixture_run_apart ())
    return;

  good = make_good_file (fixture);
  store_fixture_reopen (fixture);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, "PRAGMA synchronous = OFF; UPDATE history SET state = 2", NULL, NULL, NULL);

  for (guint i = 0; i < n; i++)
    {
      int step = g_test_rand_int_range (1, 22);
      g_autoptr (GBytes) changeset = read_changeset (db, step);
      gsize size = g_bytes_get_size (changeset);
      g_autofree guchar *spoiled = g_memdup2 (g_bytes_get_data (changeset, NULL), size);
      GError *errors[3] = { NULL };

      for (int j = g_test_rand_int_range (1, 4); j > 0; j--)
        spoiled[g_test_rand_int_range (0, (int) MIN (size, 200))] = (guchar) g_test_rand_int ();
      write_changeset (db, step, spoiled,
                       i % 7 == 0 ? size - (gsize) g_test_rand_int_range (0, (int) size) : size);

      taga_history_describe (fixture->store, step, describe_cb, NULL, &errors[0]);
      taga_history_undo (fixture->store, &errors[1]);
      taga_history_redo (fixture->store, &errors[2]);
      for (guint j = 0; j < G_N_ELEMENTS (errors); j++)
        take_error (errors[j]);
      write_changeset (db, step, g_bytes_get_data (changeset, NULL), size);
    }
  sqlite3_close (db);
}

/* A file with a fault in every row is not told to the end. */
static void
test_check_stops_at_a_hundred (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_close (fixture);
  store_fixture_exec (fixture->path,
                      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                      "1000) INSERT INTO person (name, department) SELECT '', i FROM n");
  store_fixture_reopen (fixture);
  g_assert_true (taga_store_verify (fixture->store, &problems, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 100);
}

#define ADD(name, func)                                                                            \
  g_test_add (name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_resources_register (taga_data_get_resource ());

  ADD ("/damaged-file/survives-being-cut-short", test_survives_being_cut_short);
  ADD ("/damaged-file/survives-flipped-bytes", test_survives_flipped_bytes);
  ADD ("/damaged-file/wrong-figures-in-the-header-are-refused",
       test_wrong_figures_in_the_header_are_refused);
  ADD ("/damaged-file/check-names-what-is-wrong", test_check_names_what_is_wrong);
  ADD ("/damaged-file/survives-spoiled-steps", test_survives_spoiled_steps);
  ADD ("/damaged-file/check-stops-at-a-hundred", test_check_stops_at_a_hundred);

  return g_test_run ();
}
