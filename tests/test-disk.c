#define _GNU_SOURCE /* unshare () */

#include <errno.h>
#include <linux/capability.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "data-resources.h"
#include "store-fixture.h"
#include "taga-asset.h"
#include "taga-company.h"
#include "taga-founding.h"
#include "taga-history.h"
#include "taga-store-private.h"

/* The disk, the folder or another program stands in the way: a sentence says so, nothing changes.
 */

/* What the administrator of a machine may do beyond everybody else is of no use from here on. */
static void
give_up_powers (void)
{
  struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
  struct __user_cap_data_struct none[2] = { 0 };

  g_assert_cmpint (syscall (SYS_capset, &header, none), ==, 0);
}

static gint64
add_asset (TagaStore *store)
{
  return store_fixture_add (store, TAGA_TYPE_ASSET, "name", "見積書", NULL);
}

static char *
make_long_note (guint n)
{
  char *note = g_malloc (n + 1);

  memset (note, 'x', n);
  note[n] = '\0';

  return note;
}

/* Fails unless a step is refused with a sentence and leaves the file and what is shown of it. */
static void
assert_step_refused (StoreFixture *fixture, const char *note, const TagaStoreError *code)
{
  g_autofree char *before = store_fixture_digest (fixture->path, TRUE);
  g_autofree char *after = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (store_fixture_try_set (fixture->store, TAGA_TYPE_ASSET, 1, "note", note, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == TAGA_STORE_ERROR);
  if (code != NULL)
    g_assert_cmpint (error->code, ==, (int) *code);
  store_fixture_assert_plain (error);

  after = store_fixture_digest (fixture->path, TRUE);
  g_assert_cmpstr (after, ==, before);
  shown = store_fixture_get (fixture->store, TAGA_TYPE_ASSET, 1, "note");
  g_assert_null (shown);
}

static void
test_file_that_may_only_be_read (StoreFixture *fixture, gconstpointer data)
{
  const TagaStoreError code = TAGA_STORE_ERROR_READ_ONLY;
  g_autoptr (GError) error = NULL;

  if (!store_fixture_run_apart ())
    return;

  give_up_powers ();
  add_asset (fixture->store);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  store_fixture_reopen (fixture);
  g_assert_true (taga_store_is_read_only (fixture->store));
  g_assert_false (taga_store_is_newer (fixture->store));
  assert_step_refused (fixture, "控え", &code);
  g_assert_false (taga_history_undo (fixture->store, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_READ_ONLY);
  store_fixture_assert_whole (fixture->store);

  g_assert_cmpint (g_chmod (fixture->path, 0644), ==, 0);
  store_fixture_reopen (fixture);
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, 1, "note", "控え");
}

static void
test_file_that_may_not_even_be_read (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!store_fixture_run_apart ())
    return;

  give_up_powers ();
  store_fixture_close (fixture);
  g_assert_cmpint (g_chmod (fixture->path, 0), ==, 0);
  g_assert_null (taga_store_open (fixture->path, FALSE, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_FAILED);
  store_fixture_assert_plain (error);
}

static void
test_folder_that_may_only_be_read (StoreFixture *fixture, gconstpointer data)
{
  const TagaStoreError code = TAGA_STORE_ERROR_READ_ONLY;
  g_autofree char *other = g_build_filename (fixture->folder, "別.taga", NULL);
  TagaValue company[TAGA_COMPANY_N_FIELDS];
  g_autoptr (GError) error = NULL;

  if (!store_fixture_run_apart ())
    return;

  give_up_powers ();
  add_asset (fixture->store);
  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  assert_step_refused (fixture, "控え", &code);
  store_fixture_reopen (fixture);
  assert_step_refused (fixture, "控え", &code);

  for (guint i = 0; i < G_N_ELEMENTS (company); i++)
    taga_value_init (&company[i]);
  company[TAGA_COMPANY_NAME].text = (char *) "別の会社";
  company[TAGA_COMPANY_EDITION].text = (char *) "ipa-3.1";
  g_assert_null (taga_store_create (other, company, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_FAILED);
  store_fixture_assert_plain (error);

  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, 1, "note", "控え");
}

/* Leaves the file as a program does that is killed while it writes: half new, with its journal. */
static void
write_half (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      sqlite3 *db = NULL;

      sqlite3_open (path, &db);
      sqlite3_exec (db,
                    "PRAGMA cache_size = 1; BEGIN; UPDATE asset SET note = hex (zeroblob (9000)); "
                    "UPDATE \"check\" SET note = hex (zeroblob (900)); UPDATE threat SET note = "
                    "hex (zeroblob (900))",
                    NULL, NULL, NULL);
      raise (SIGKILL);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
}

static void
test_what_was_left_half_done_is_taken_back (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;

  if (!store_fixture_run_apart ())
    return;

  give_up_powers ();
  add_asset (fixture->store);
  store_fixture_close (fixture);
  before = store_fixture_digest (fixture->path, TRUE);

  for (int read_only = 0; read_only < 2; read_only++)
    {
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      write_half (fixture->path);

      /* As long as nothing can be put right, nothing is shown. */
      g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
      g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
      g_assert_null (taga_store_open (fixture->path, read_only, &error));
      g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_READ_ONLY);
      store_fixture_assert_plain (error);
      g_clear_error (&error);
      g_assert_cmpint (g_chmod (fixture->path, 0644), ==, 0);
      g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);

      fixture->store = taga_store_open (fixture->path, read_only, &error);
      g_assert_no_error (error);
      store_fixture_assert_whole (fixture->store);
      store_fixture_close (fixture);
      after = store_fixture_digest (fixture->path, TRUE);
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_other_program_has_the_file (StoreFixture *fixture, gconstpointer data)
{
  const TagaStoreError code = TAGA_STORE_ERROR_BUSY;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *reading = NULL;
  sqlite3 *other = NULL;

  add_asset (fixture->store);
  before = store_fixture_digest (fixture->path, TRUE);
  sqlite3_busy_timeout (fixture->store->db, 50);
  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);

  /* It writes: neither a step nor opening is possible. */
  g_assert_cmpint (sqlite3_exec (other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (
      store_fixture_try_set (fixture->store, TAGA_TYPE_ASSET, 1, "note", "控え", &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_BUSY);
  store_fixture_assert_plain (error);
  g_clear_error (&error);
  g_assert_false (taga_history_undo (fixture->store, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_null (taga_store_open (fixture->path, FALSE, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_BUSY);
  store_fixture_assert_plain (error);
  sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL);

  /* It reads and does not come to an end: a step may begin but not be written. */
  sqlite3_prepare_v2 (other, "SELECT * FROM \"check\"", -1, &reading, NULL);
  g_assert_cmpint (sqlite3_step (reading), ==, SQLITE_ROW);
  assert_step_refused (fixture, "控え", &code);
  sqlite3_finalize (reading);
  sqlite3_close (other);

  after = store_fixture_digest (fixture->path, TRUE);
  g_assert_cmpstr (after, ==, before);
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, 1, "note", "控え");
  shown = store_fixture_get (fixture->store, TAGA_TYPE_ASSET, 1, "note");
  g_assert_cmpstr (shown, ==, "控え");
}

static void
limit_file_size (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (bytes, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* The disk fails at every point of a step in turn: in the journal, in the file, at its end. */
static void
test_disk_fails_while_a_step_is_written (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *note = make_long_note (30000);
  g_autoptr (GError) error = NULL;
  guint n_failed = 0;
  rlim_t limit = 0;

  if (!store_fixture_run_apart ())
    return;

  signal (SIGXFSZ, SIG_IGN);
  add_asset (fixture->store);
  store_fixture_reopen (fixture);
  for (;; limit += limit < 8192 ? 500 : 4096)
    {
      g_autofree char *before = store_fixture_digest (fixture->path, TRUE);
      g_autofree char *after = NULL;
      gboolean done;

      limit_file_size (limit);
      done = store_fixture_try_set (fixture->store, TAGA_TYPE_ASSET, 1, "note", note, &error);
      limit_file_size (RLIM_INFINITY);
      if (done)
        break;

      n_failed++;
      g_assert_true (error->domain == TAGA_STORE_ERROR);
      store_fixture_assert_plain (error);
      g_clear_error (&error);
      after = store_fixture_digest (fixture->path, TRUE);
      g_assert_cmpstr (after, ==, before);
      store_fixture_assert_whole (fixture->store);
    }

  g_assert_cmpuint (n_failed, >, 20);
  store_fixture_assert_whole (fixture->store);
  g_assert_true (taga_history_undo (fixture->store, &error));
}

static void
test_no_page_more (StoreFixture *fixture, gconstpointer data)
{
  const TagaStoreError code = TAGA_STORE_ERROR_FULL;
  g_autofree char *note = make_long_note (30000);
  g_autoptr (GError) error = NULL;

  add_asset (fixture->store);
  g_assert_true (taga_database_exec (fixture->store->db, "PRAGMA max_page_count = 1", &error));
  assert_step_refused (fixture, note, &code);
  store_fixture_assert_whole (fixture->store);
  g_assert_true (taga_database_exec (fixture->store->db, "PRAGMA max_page_count = 100000", &error));
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, 1, "note", note);
}

static gboolean
mount_small_disk (const char *folder)
{
  return unshare (CLONE_NEWNS) == 0 && mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0
         && mount ("tmpfs", folder, "tmpfs", 0, "size=512k") == 0;
}

static void
test_disk_is_full (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *disk = g_build_filename (fixture->folder, "disk", NULL);
  g_autofree char *path = g_build_filename (disk, "会社.taga", NULL);
  g_autofree char *other = g_build_filename (disk, "別.taga", NULL);
  g_autofree char *note = make_long_note (30000);
  g_autoptr (GError) error = NULL;
  TagaValue company[TAGA_COMPANY_N_FIELDS];
  StoreFixture small = { disk, path, NULL };
  guint n_steps = 0;

  if (geteuid () != 0)
    {
      g_test_skip ("only who administers the machine may add a disk");
      return;
    }
  if (!store_fixture_run_apart ())
    return;
  g_assert_cmpint (g_mkdir (disk, 0700), ==, 0);
  if (!mount_small_disk (disk))
    {
      g_printerr ("no disk could be added: %s\n", g_strerror (errno));
      g_rmdir (disk);
      return;
    }

  small.store = store_fixture_create (path, NULL);
  for (gboolean done = TRUE; done; n_steps++)
    {
      g_autofree char *before = store_fixture_digest (path, TRUE);
      const char *const pairs[] = { "name", "見積書", "note", note, NULL };

      done = store_fixture_try_add (small.store, TAGA_TYPE_ASSET, pairs, NULL, &error);
      if (!done)
        {
          g_autofree char *after = store_fixture_digest (path, TRUE);

          g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_FULL);
          store_fixture_assert_plain (error);
          g_clear_error (&error);
          g_assert_cmpstr (after, ==, before);
        }
    }
  g_assert_cmpuint (n_steps, >, 2);
  store_fixture_assert_whole (small.store);

  /* No room for a new file either; and none is left half made. */
  for (guint i = 0; i < G_N_ELEMENTS (company); i++)
    taga_value_init (&company[i]);
  company[TAGA_COMPANY_NAME].text = (char *) "別の会社";
  company[TAGA_COMPANY_EDITION].text = (char *) "ipa-3.1";
  g_assert_null (taga_founding_new_company (other, company, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_FULL);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));

  store_fixture_reopen (&small);
  store_fixture_assert_whole (small.store);
  store_fixture_close (&small);
  g_assert_cmpint (umount (disk), ==, 0);
  g_rmdir (disk);
}

static void
tear_down (StoreFixture *fixture, gconstpointer kind)
{
  g_chmod (fixture->folder, 0700);
  g_chmod (fixture->path, 0600);
  store_fixture_tear_down (fixture, kind);
}

#define ADD(name, func) g_test_add (name, StoreFixture, NULL, store_fixture_set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_resources_register (taga_data_get_resource ());

  ADD ("/disk/file-that-may-only-be-read", test_file_that_may_only_be_read);
  ADD ("/disk/file-that-may-not-even-be-read", test_file_that_may_not_even_be_read);
  ADD ("/disk/folder-that-may-only-be-read", test_folder_that_may_only_be_read);
  ADD ("/disk/what-was-left-half-done-is-taken-back", test_what_was_left_half_done_is_taken_back);
  ADD ("/disk/other-program-has-the-file", test_other_program_has_the_file);
  ADD ("/disk/disk-fails-while-a-step-is-written", test_disk_fails_while_a_step_is_written);
  ADD ("/disk/no-page-more", test_no_page_more);
  ADD ("/disk/disk-is-full", test_disk_is_full);

  return g_test_run ();
}
