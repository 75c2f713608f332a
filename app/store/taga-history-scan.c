#include "taga-history-scan.h"

#include "taga-changeset.h"
#include "taga-store-private.h"

/* After so many records somebody may stop the reading. */
#define ROWS_BETWEEN_LOOKS 4096

typedef struct
{
  TagaStore *store;
  GType type;
  const TagaScanWatch *watch;
  TagaScanFunc func;
  gpointer user_data;
  gint64 size;
  gint64 n_read;
  guint n_damaged;
  gboolean stopped;
} Scan;

static gboolean
look (Scan *self, GError **error)
{
  if (self->watch == NULL)
    return TRUE;

  if (g_cancellable_set_error_if_cancelled (self->watch->cancellable, error))
    return FALSE;

  if (self->watch->progress != NULL && self->size > 0)
    self->watch->progress ((double) self->n_read / (double) self->size, self->watch->progress_data);

  return TRUE;
}

/* The next older step whose effect holds. It is copied, so that no statement stands on a row while
 * it is read: that would keep others from writing. */
static gboolean
fetch_step (Scan *self, gint64 before, TagaStep *step, GBytes **bytes, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean has_row;

  *bytes = NULL;
  stmt = taga_database_prepare (
      self->store->db,
      "SELECT id, state, n_changes, time, person, label, changeset FROM history "
      "WHERE state IN (0, 3) AND id < ? ORDER BY id DESC LIMIT 1",
      error);
  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, before);
  if (!taga_database_step (stmt, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;

  step->id = sqlite3_column_int64 (stmt, 0);
  step->state = (TagaStepState) sqlite3_column_int (stmt, 1);
  step->n_changes = sqlite3_column_int64 (stmt, 2);
  step->time = g_strdup (taga_row_guard ((const char *) sqlite3_column_text (stmt, 3)));
  step->person = g_strdup (taga_row_guard ((const char *) sqlite3_column_text (stmt, 4)));
  step->label = g_strdup (taga_row_guard ((const char *) sqlite3_column_text (stmt, 5)));
  *bytes = g_bytes_new (sqlite3_column_blob (stmt, 6), (gsize) sqlite3_column_bytes (stmt, 6));

  return TRUE;
}

static void
clear_step (TagaStep *step)
{
  g_clear_pointer (&step->time, g_free);
  g_clear_pointer (&step->person, g_free);
  g_clear_pointer (&step->label, g_free);
}

/* The rows of a step that is whole; of one that is not, none: half of it would be a wrong story. */
static gboolean
is_whole (GBytes *bytes)
{
  const TagaChangeset changeset = { (void *) g_bytes_get_data (bytes, NULL),
                                    (int) g_bytes_get_size (bytes) };
  gsize n;

  return taga_changeset_count (&changeset, &n);
}

static gboolean
read_rows (Scan *self, const TagaStep *step, GBytes *bytes, GError **error)
{
  g_autofree int *fields = NULL;
  gsize size, n_columns = 0;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  TagaChangesetReader reader;
  TagaChangesetRow row;
  gboolean has_row;
  guint n = 0;

  taga_changeset_reader_init (&reader, data, size);
  while (!self->stopped && taga_changeset_reader_next (&reader, &row, &has_row) && has_row)
    {
      if (++n % ROWS_BETWEEN_LOOKS == 0 && !look (self, error))
        return FALSE;
      if (row.change.type != self->type)
        continue;

      if (fields == NULL || row.n_columns != n_columns)
        {
          g_free (fields);
          n_columns = row.n_columns;
          fields = taga_changeset_map_columns (self->store->db, taga_record_class_peek (self->type),
                                               (int) n_columns, error);
          if (fields == NULL)
            return FALSE;
        }
      self->stopped = !self->func (step, &row, fields, self->user_data);
    }

  return TRUE;
}

static gboolean
scan_step (Scan *self, gint64 *before, gboolean *has_step, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  TagaStep step = { 0 };
  gboolean done = look (self, error) && fetch_step (self, *before, &step, &bytes, error);

  *has_step = done && bytes != NULL;
  if (*has_step)
    {
      *before = step.id;
      if (is_whole (bytes))
        done = read_rows (self, &step, bytes, error);
      else
        self->n_damaged++;
      self->n_read += (gint64) g_bytes_get_size (bytes);
    }
  clear_step (&step);

  return done;
}

/**
 * taga_history_scan:
 * @store: a store
 * @type: the register
 * @watch: (nullable): who watches
 * @func: (scope call): hears of each record of the register
 * @user_data: data for @func
 * @n_damaged: (out): how many steps could not be read, because their part of the file is damaged
 * @error: return location for an error
 *
 * Reads the history from the newest step to the oldest. What was undone is left out: it is not what
 * happened to the records.
 *
 * Returns: `TRUE`, or `FALSE` with `G_IO_ERROR_CANCELLED` or any [error@StoreError]
 */
gboolean
taga_history_scan (TagaStore *store,
                   GType type,
                   const TagaScanWatch *watch,
                   TagaScanFunc func,
                   gpointer user_data,
                   guint *n_damaged,
                   GError **error)
{
  Scan scan = {
    .store = store, .type = type, .watch = watch, .func = func, .user_data = user_data
  };
  gint64 before = G_MAXINT64;
  gboolean has_step = TRUE;

  g_return_val_if_fail (TAGA_IS_STORE (store), FALSE);

  scan.size = taga_history_get_size (store, error);
  if (scan.size < 0)
    return FALSE;

  while (has_step && !scan.stopped)
    if (!scan_step (&scan, &before, &has_step, error))
      return FALSE;

  *n_damaged = scan.n_damaged;
  return TRUE;
}

/**
 * taga_history_get_size:
 * @store: a store
 * @error: return location for an error
 *
 * Gets how much there is to read for one who reads the history.
 *
 * Returns: the size in bytes, or -1 with any [error@StoreError]
 */
gint64
taga_history_get_size (TagaStore *store, GError **error)
{
  gint64 size;

  g_return_val_if_fail (TAGA_IS_STORE (store), -1);

  return taga_database_get_integer (
             store->db,
             "SELECT ifnull (sum (length (changeset)), 0) FROM history WHERE state IN (0, 3)",
             &size, error)
             ? size
             : -1;
}
