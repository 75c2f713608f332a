#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "data-resources.h"
#include "taga-asset.h"
#include "taga-cursor.h"
#include "taga-founding.h"
#include "taga-history.h"

/*
 * Kills a program at random moments while it edits, imports, undoes and redoes. Before each step
 * the worker tells what the data will be after it, and after each that it is done. Whatever the
 * moment: the file opens, is whole, and holds the last step that was reported done, or that step
 * and the whole of the next one.
 */

#define N_KILLS 300
#define ROWS_OF_IMPORT 500
#define MAX_DELAY 60000 /* microseconds */

static const char *program;

/* One number for all that the register holds. */
static guint64
digest_register (TagaStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaCursor) cursor = taga_cursor_new (store, TAGA_TYPE_ASSET, NULL, &error);
  const TagaValue *values;
  gboolean has_row = TRUE;
  guint64 digest = 5381;
  gint64 id;

  g_assert_no_error (error);
  while (has_row)
    {
      taga_cursor_next (cursor, &id, &values, &has_row, &error);
      g_assert_no_error (error);
      if (!has_row)
        break;
      digest = digest * 33 + (guint64) id;
      digest = digest * 33 + g_str_hash (values[TAGA_ASSET_NAME].text);
      digest = digest * 33 + (guint64) (values[TAGA_ASSET_CONFIDENTIALITY].number + 2);
    }

  return digest;
}

static void
tell (char what, guint64 digest)
{
  char line[32];

  g_snprintf (line, sizeof line, "%c%016" G_GINT64_MODIFIER "x\n", what, digest);
  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    _exit (1);
}

static void
insert_assets (TagaStore *store, GRand *rand, guint n)
{
  g_autoptr (GError) error = NULL;
  TagaValue *values = taga_values_new (TAGA_ASSET_N_FIELDS);

  for (guint i = 0; i < n; i++)
    {
      g_free (values[TAGA_ASSET_NAME].text);
      values[TAGA_ASSET_NAME].text = g_strdup_printf ("資産 %u", g_rand_int (rand));
      values[TAGA_ASSET_CONFIDENTIALITY].number = g_rand_int_range (rand, 1, 4);
      taga_store_insert (store, TAGA_TYPE_ASSET, values, NULL, &error);
      g_assert_no_error (error);
    }
  taga_values_free (values, TAGA_ASSET_N_FIELDS);
}

static void
change_asset (TagaStore *store, GRand *rand)
{
  static const guint fields[] = { TAGA_ASSET_NAME, TAGA_ASSET_CONFIDENTIALITY };
  g_autofree char *name = g_strdup_printf ("名前 %u", g_rand_int (rand));
  const TagaValue values[] = { { name, TAGA_UNKNOWN }, { NULL, g_rand_int_range (rand, 1, 4) } };
  g_autoptr (GError) error = NULL;

  taga_store_update (store, TAGA_TYPE_ASSET, g_rand_int_range (rand, 1, 45), fields, values, 2,
                     &error);
  g_assert_no_error (error);
}

/* An edit or an import: what it will have done is known before it is on disk. */
static void
do_step (TagaStore *store, GRand *rand)
{
  g_autoptr (GError) error = NULL;
  guint64 digest;

  taga_store_begin (store, "step", &error);
  g_assert_no_error (error);
  if (g_rand_int_range (rand, 0, 4) == 0)
    insert_assets (store, rand, ROWS_OF_IMPORT);
  else
    change_asset (store, rand);
  digest = digest_register (store);

  tell ('t', digest);
  taga_store_commit (store, &error);
  g_assert_no_error (error);
  tell ('d', digest);
}

/* Undo and redo lead to where the register was before or after a step; both are tried once to know.
 */
static void
move (TagaStore *store, gboolean undo)
{
  g_autoptr (GError) error = NULL;
  guint64 here = digest_register (store);
  guint64 there;

  tell ('u', here);
  if (undo ? !taga_history_undo (store, &error) : !taga_history_redo (store, &error))
    {
      g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOTHING);
      tell ('d', here);
      return;
    }

  there = digest_register (store);
  tell ('d', there);
}

static int
work (const char *path, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaStore) store = taga_store_open (path, FALSE, &error);

  g_assert_no_error (error);
  tell ('d', digest_register (store));
  for (;;)
    switch (g_rand_int_range (rand, 0, 5))
      {
      case 0:
        move (store, TRUE);
        break;
      case 1:
        move (store, FALSE);
        break;
      default:
        do_step (store, rand);
      }

  return 0;
}

/* What the worker told last: which states of the register are whole. */
typedef struct
{
  guint64 done;
  guint64 told;
  gboolean is_told;
  gboolean is_moving;
  guint n_done;
} Told;

static void
read_told (int fd, const char *first, Told *told)
{
  g_autoptr (GString) text = g_string_new (first);
  g_auto (GStrv) lines = NULL;
  char buffer[4096];
  gssize n;

  while ((n = read (fd, buffer, sizeof buffer)) > 0)
    g_string_append_len (text, buffer, n);

  memset (told, 0, sizeof *told);
  lines = g_strsplit (text->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint64 digest;

      if (strlen (lines[i]) != 17)
        continue;
      digest = g_ascii_strtoull (lines[i] + 1, NULL, 16);
      told->is_told = lines[i][0] == 't';
      told->is_moving = lines[i][0] == 'u';
      if (lines[i][0] == 'd')
        {
          told->done = digest;
          told->n_done++;
        }
      else if (lines[i][0] == 't')
        told->told = digest;
    }
}

/* After an undo or redo that was not reported: the same move again, and back, must close the
 * circle. */
static void
assert_is_neighbour (TagaStore *store, guint64 here, guint64 done)
{
  g_autoptr (GError) error = NULL;
  guint64 back = here;

  if (taga_history_undo (store, NULL))
    {
      back = digest_register (store);
      taga_history_redo (store, &error);
      g_assert_no_error (error);
    }
  if (back != done && taga_history_redo (store, NULL))
    {
      back = digest_register (store);
      taga_history_undo (store, &error);
      g_assert_no_error (error);
    }
  g_assert_cmphex (back, ==, done);
  g_assert_cmphex (digest_register (store), ==, here);
}

static void
assert_whole (const char *path, const Told *told)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaStore) store = taga_store_open (path, FALSE, &error);
  g_autoptr (GPtrArray) problems = NULL;
  guint64 digest;

  g_assert_no_error (error);
  taga_store_verify (store, &problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);

  digest = digest_register (store);
  if (digest == told->done || (told->is_told && digest == told->told))
    return;

  g_assert_true (told->is_moving);
  assert_is_neighbour (store, digest, told->done);
}

/* Kills the worker some time after it has opened the file; how many steps it reported until then.
 */
static guint
kill_once (const char *path, guint32 seed, guint delay)
{
  char first[32] = "";
  g_autofree char *number = g_strdup_printf ("%u", seed);
  const char *const arguments[] = { program, "--worker", path, number, NULL };
  g_autoptr (GError) error = NULL;
  Told told;
  GPid pid;
  int out;

  g_spawn_async_with_pipes (NULL, (char **) arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                            &pid, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read (out, first, 18), ==, 18);
  g_usleep (delay);
  kill (pid, SIGKILL);
  read_told (out, first, &told);
  close (out);
  waitpid (pid, NULL, 0);

  assert_whole (path, &told);
  return told.n_done - 1;
}

static void
test_survives_kills (void)
{
  g_autofree char *folder = g_dir_make_tmp ("taga-kill-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "会社.taga", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  guint n = 0;

  for (guint i = 0; i < N_KILLS; i++)
    {
      /* A file that has grown large takes long to open, and then little happens before the kill. */
      if (i % 25 == 0)
        {
          g_autoptr (GError) error = NULL;
          TagaStore *store;

          g_unlink (path);
          g_unlink (journal);
          store = taga_founding_new_sample (path, "mechatro", &error);
          g_assert_no_error (error);
          g_object_unref (store);
        }
      n += kill_once (path, (guint32) g_test_rand_int (),
                      (guint) g_test_rand_int_range (0, MAX_DELAY));
    }

  /* It did happen at all moments: between steps and in them. */
  g_test_message ("%u steps were reported done", n);
  g_assert_cmpuint (n, >, N_KILLS / 2);
  g_unlink (path);
  g_unlink (journal);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_resources_register (taga_data_get_resource ());
  program = argv[0];
  if (argc == 4 && g_str_equal (argv[1], "--worker"))
    return work (argv[2], (guint32) g_ascii_strtoull (argv[3], NULL, 10));

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kill/survives-kills", test_survives_kills);

  return g_test_run ();
}
