#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "data-resources.h"
#include "store-fixture.h"
#include "taga-asset.h"
#include "taga-history.h"

/*
 * A worker does steps and says so; it is killed at any moment. What it said is done must then be in
 * the file, with at most the one step more that it had begun, whole.
 */

#define N_KILLS 300
#define KILLS_PER_FILE 25
#define N_MARKED 3
#define N_IMPORTED 500
#define MAX_ASSETS 1500

typedef enum
{
  NOTHING = '-',
  EDIT = 'e',
  IMPORT = 'i',
  UNDO = 'u',
  REDO = 'r',
} Operation;

/* The worker. */

/* One step on several records: each of them says the same afterwards. */
static gboolean
edit (TagaStore *store, GError **error)
{
  const guint field = TAGA_ASSET_NOTE;
  g_autofree char *note = g_strdup_printf ("印 %u", g_random_int ());
  const TagaValue value = { note, TAGA_UNKNOWN };

  if (!taga_store_begin (store, "印をつける", error))
    return FALSE;

  for (gint64 id = 1; id <= N_MARKED; id++)
    if (!taga_store_update (store, TAGA_TYPE_ASSET, id, &field, &value, 1, error))
      return FALSE;

  return taga_store_commit (store, error);
}

static gboolean
import (TagaStore *store, GError **error)
{
  TagaValue *values = taga_values_new (TAGA_ASSET_N_FIELDS);
  gboolean done = taga_store_begin (store, "取り込む", error);

  values[TAGA_ASSET_NAME].text = g_strdup ("取り込んだ帳票");
  values[TAGA_ASSET_MEDIUM].text = g_strdup ("paper");
  for (guint i = 0; done && i < N_IMPORTED; i++)
    done = taga_store_insert (store, TAGA_TYPE_ASSET, values, NULL, error);
  taga_values_free (values, TAGA_ASSET_N_FIELDS);

  return done && taga_store_commit (store, error);
}

static Operation
choose_operation (TagaStore *store)
{
  static const Operation wheel[] = { EDIT, EDIT, EDIT, IMPORT, UNDO, UNDO, REDO };
  Operation operation = wheel[g_random_int_range (0, G_N_ELEMENTS (wheel))];
  g_autoptr (TagaStep) step = NULL;

  if (operation == IMPORT && taga_store_count (store, TAGA_TYPE_ASSET, NULL) > MAX_ASSETS)
    return EDIT;

  if (operation == UNDO || operation == REDO)
    step = taga_history_peek (store, operation == UNDO ? TAGA_STEP_DONE : TAGA_STEP_UNDONE, NULL);

  return (operation == UNDO || operation == REDO) && step == NULL ? EDIT : operation;
}

static gboolean
run_operation (TagaStore *store, Operation operation, GError **error)
{
  switch (operation)
    {
    case EDIT:
      return edit (store, error);
    case IMPORT:
      return import (store, error);
    case UNDO:
      return taga_history_undo (store, error);
    case REDO:
      return taga_history_redo (store, error);
    case NOTHING:
    default:
      return TRUE;
    }
}

static gint64
get_newest_step (TagaStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = taga_history_list (store, 0, 1, &error);

  g_assert_no_error (error);
  return ((TagaStep *) g_ptr_array_index (steps, 0))->id;
}

/* A line goes out in one piece, at once. */
static void
say (const char *line)
{
  if (write (STDOUT_FILENO, line, strlen (line)) != (gssize) strlen (line))
    exit (3);
}

static int
work (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaStore) store = taga_store_open (path, FALSE, &error);

  while (error == NULL)
    {
      Operation operation = choose_operation (store);
      g_autofree char *begun = g_strdup_printf ("%c\n", operation);
      g_autofree char *digest = NULL;
      g_autofree char *done = NULL;

      say (begun);
      if (!run_operation (store, operation, &error))
        break;
      digest = store_fixture_digest (path, FALSE);
      done = g_strdup_printf ("%s %" G_GINT64_FORMAT "\n", digest, get_newest_step (store));
      say (done);
    }

  g_printerr ("worker: %s\n", error->message);
  return 1;
}

/* The one who kills. */

/* What the file must say, as far as is known. */
typedef struct
{
  char *digest;
  gint64 newest_step;
  Operation begun;
} Known;

static GPid
start_worker (const char *path, int *said)
{
  const char *const arguments[] = { "/proc/self/exe", "--worker", path, NULL };
  g_autoptr (GError) error = NULL;
  GPid worker;

  g_spawn_async_with_pipes (NULL, (char **) arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                            &worker, NULL, said, NULL, &error);
  g_assert_no_error (error);

  return worker;
}

static void
read_lines (int said, GString *all, Known *known)
{
  g_auto (GStrv) lines = NULL;
  char part[4096];
  gssize n;

  while ((n = read (said, part, sizeof part)) > 0)
    g_string_append_len (all, part, n);
  close (said);

  lines = g_strsplit (all->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++)
    {
      char *space = strchr (lines[i], ' ');

      if (space == NULL)
        {
          known->begun = (Operation) lines[i][0];
          continue;
        }
      g_free (known->digest);
      known->digest = g_strndup (lines[i], (gsize) (space - lines[i]));
      known->newest_step = g_ascii_strtoll (space + 1, NULL, 10);
      known->begun = NOTHING;
    }
}

/* Lets a worker work and kills it: sometimes after its first word, sometimes wherever it may be. */
static void
kill_worker (const char *path, Known *known)
{
  g_autoptr (GString) all = g_string_new (NULL);
  int said, status;
  GPid worker = start_worker (path, &said);
  char first;

  known->begun = NOTHING;
  if (g_test_rand_int_range (0, 5) > 0 && read (said, &first, 1) == 1)
    g_string_append_c (all, first);
  g_usleep ((gulong) g_test_rand_int_range (0, 30000));

  g_assert_cmpint (kill (worker, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (worker, &status, 0), ==, worker);
  g_assert_true (WIFSIGNALED (status));
  read_lines (said, all, known);
}

/* Nothing is half: what one step changes together is the same everywhere. */
static void
assert_nothing_half (TagaStore *store)
{
  g_autofree char *first = store_fixture_get (store, TAGA_TYPE_ASSET, 1, "note");
  g_autoptr (GError) error = NULL;
  gint64 n = taga_store_count (store, TAGA_TYPE_ASSET, &error);

  g_assert_no_error (error);
  g_assert_cmpint ((n - N_MARKED) % N_IMPORTED, ==, 0);
  for (gint64 id = 2; id <= N_MARKED; id++)
    {
      g_autofree char *note = store_fixture_get (store, TAGA_TYPE_ASSET, id, "note");

      g_assert_cmpstr (note, ==, first);
    }
}

/* If the step that had begun was finished, the state before it is the one that is known. */
static void
assert_one_step_further (StoreFixture *fixture, const Known *known)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  gboolean is_new = known->begun == EDIT || known->begun == IMPORT;

  g_assert_cmpint (known->begun, !=, NOTHING);
  g_assert_cmpint (get_newest_step (fixture->store), ==, known->newest_step + (is_new ? 1 : 0));

  run_operation (fixture->store, known->begun == UNDO ? REDO : UNDO, &error);
  g_assert_no_error (error);
  before = store_fixture_digest (fixture->path, FALSE);
  g_assert_cmpstr (before, ==, known->digest);
  run_operation (fixture->store, known->begun == UNDO ? UNDO : REDO, &error);
  g_assert_no_error (error);
}

/* Returns whether the step that had begun was finished. */
static gboolean
check_file (StoreFixture *fixture, Known *known)
{
  gboolean read_only = g_test_rand_int_range (0, 3) == 0;
  g_autoptr (GError) error = NULL;
  char *digest;
  gboolean further;

  /* To read is enough to find the file whole, whatever was under way. */
  fixture->store = taga_store_open (fixture->path, read_only, &error);
  g_assert_no_error (error);
  store_fixture_assert_whole (fixture->store);
  if (read_only)
    store_fixture_reopen (fixture);

  assert_nothing_half (fixture->store);
  digest = store_fixture_digest (fixture->path, FALSE);
  further = !g_str_equal (digest, known->digest);
  if (further)
    assert_one_step_further (fixture, known);
  else
    g_assert_cmpint (get_newest_step (fixture->store), <=, known->newest_step + 1);

  g_free (known->digest);
  known->digest = digest;
  known->newest_step = get_newest_step (fixture->store);
  store_fixture_close (fixture);

  return further;
}

static void
test_killed_at_any_moment (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  Known known = { 0 };
  guint n_further = 0;
  guint n_begun = 0;
  guint n_left = 0;

  if (!store_fixture_run_apart ())
    return;

  for (guint i = 0; i < N_MARKED; i++)
    store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "帳票", NULL);
  g_assert_true (taga_history_keep (fixture->store, NULL));
  known.newest_step = get_newest_step (fixture->store);
  store_fixture_close (fixture);
  known.digest = store_fixture_digest (fixture->path, FALSE);

  for (guint i = 0; i < KILLS_PER_FILE; i++)
    {
      kill_worker (fixture->path, &known);
      n_begun += known.begun != NOTHING;
      n_left += g_file_test (journal, G_FILE_TEST_EXISTS);
      n_further += check_file (fixture, &known);
    }

  /* Otherwise nothing was ever interrupted. */
  g_assert_cmpuint (n_begun, >, n_further);
  g_assert_cmpuint (n_left, >, 0);
  g_free (known.digest);
}

int
main (int argc, char **argv)
{
  g_resources_register (taga_data_get_resource ());
  if (argc == 3 && g_str_equal (argv[1], "--worker"))
    return work (argv[2]);

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 1; i <= N_KILLS / KILLS_PER_FILE; i++)
    {
      g_autofree char *path = g_strdup_printf ("/crash/killed-at-any-moment/%u", i);

      g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test_killed_at_any_moment,
                  store_fixture_tear_down);
    }

  return g_test_run ();
}
