#include "taga-history.h"

#include <glib/gi18n-lib.h>

#include "taga-changeset.h"

/**
 * taga_step_free:
 * @self: (transfer full): a step
 *
 * Frees a step.
 */
void
taga_step_free (TagaStep *self)
{
  g_free (self->time);
  g_free (self->person);
  g_free (self->label);
  g_free (self);
}

static char *
dup_text (sqlite3_stmt *stmt, int column)
{
  const char *text = (const char *) sqlite3_column_text (stmt, column);

  return g_strdup (text == NULL ? "" : taga_row_guard (text));
}

static TagaStep *
read_step (sqlite3_stmt *stmt)
{
  TagaStep *step = g_new0 (TagaStep, 1);

  step->id = sqlite3_column_int64 (stmt, 0);
  step->state = (TagaStepState) sqlite3_column_int (stmt, 1);
  step->n_changes = sqlite3_column_int64 (stmt, 2);
  step->time = dup_text (stmt, 3);
  step->person = dup_text (stmt, 4);
  step->label = dup_text (stmt, 5);

  return step;
}

/**
 * taga_history_list:
 * @store: a store
 * @before: only steps older than this one, or 0 for the newest
 * @limit: how many at most
 * @error: return location for an error
 *
 * Lists steps, the newest first. Those taken back are among them: nothing leaves the history.
 *
 * Returns: (transfer full) (nullable) (element-type TagaStep): the steps, or `NULL` with any
 *   [error@StoreError]
 */
GPtrArray *
taga_history_list (TagaStore *store, gint64 before, guint limit, GError **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) taga_step_free);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean has_row = TRUE;

  stmt = taga_database_prepare (store->db,
                                "SELECT id, state, n_changes, time, person, label FROM history "
                                "WHERE id < ? ORDER BY id DESC LIMIT ?",
                                error);
  if (stmt == NULL)
    return NULL;

  sqlite3_bind_int64 (stmt, 1, before > 0 ? before : G_MAXINT64);
  sqlite3_bind_int64 (stmt, 2, limit);
  while (has_row)
    {
      if (!taga_database_step (stmt, &has_row, error))
        return NULL;
      if (has_row)
        g_ptr_array_add (steps, read_step (stmt));
    }

  return g_steal_pointer (&steps);
}

/* Undo takes the newest step that is done, redo the oldest that is undone. */
static const char *
get_peek_sql (TagaStepState state)
{
  return state == TAGA_STEP_DONE
             ? "SELECT id, state, n_changes, time, person, label, changeset FROM history "
               "WHERE state = 0 ORDER BY id DESC LIMIT 1"
             : "SELECT id, state, n_changes, time, person, label, changeset FROM history "
               "WHERE state = 1 ORDER BY id LIMIT 1";
}

/* Says why there is nothing to undo: what was done before a round was sealed stays done. */
static TagaStep *
fail_undo (TagaStore *store, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean has_row;

  stmt = taga_database_prepare (store->db,
                                "SELECT name, sealed_on FROM round WHERE seal IS NOT NULL AND "
                                "sealed_on IS NOT NULL ORDER BY sealed_on DESC, id DESC LIMIT 1",
                                error);
  if (stmt == NULL || !taga_database_step (stmt, &has_row, error))
    return NULL;

  if (has_row)
    g_set_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOTHING,
                 _ ("There is nothing to undo: “%s” was sealed on %s, and what came before that "
                    "stays as it is."),
                 taga_row_guard ((const char *) sqlite3_column_text (stmt, 0)),
                 taga_row_guard ((const char *) sqlite3_column_text (stmt, 1)));
  else
    g_set_error_literal (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOTHING,
                         _ ("There is nothing to undo."));

  return NULL;
}

/**
 * taga_history_peek:
 * @store: a store
 * @state: `TAGA_STEP_DONE` for the step that undo would take back, `TAGA_STEP_UNDONE` for that
 * which redo would do again
 * @error: return location for an error
 *
 * Tells what undo or redo would do.
 *
 * Returns: (transfer full) (nullable): the step; `NULL` with `TAGA_STORE_ERROR_NOTHING` if there is
 * none, or with any other [error@StoreError]
 */
TagaStep *
taga_history_peek (TagaStore *store, TagaStepState state, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (store->db, get_peek_sql (state), error);
  gboolean has_row;

  if (stmt == NULL || !taga_database_step (stmt, &has_row, error))
    return NULL;

  if (!has_row && state == TAGA_STEP_DONE)
    return fail_undo (store, error);

  if (!has_row)
    {
      g_set_error_literal (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOTHING,
                           _ ("There is nothing to redo."));
      return NULL;
    }

  return read_step (stmt);
}

static gboolean
copy_changeset (sqlite3_stmt *stmt,
                int column,
                gboolean invert,
                TagaChangeset *changeset,
                GError **error)
{
  const TagaChangeset stored = { (void *) sqlite3_column_blob (stmt, column),
                                 sqlite3_column_bytes (stmt, column) };
  int rc = SQLITE_OK;
  gsize n;

  if (!taga_changeset_count (&stored, &n))
    rc = SQLITE_CORRUPT;
  else if (invert)
    rc = sqlite3changeset_invert (stored.size, stored.data, &changeset->size, &changeset->data);
  else
    {
      changeset->data = sqlite3_malloc (stored.size + 1);
      changeset->size = stored.size;
      if (changeset->data == NULL)
        rc = SQLITE_NOMEM;
      else if (stored.size > 0)
        memcpy (changeset->data, stored.data, (gsize) stored.size);
    }

  return rc == SQLITE_OK ? TRUE : taga_database_fail (sqlite3_db_handle (stmt), rc, error);
}

/**
 * taga_history_describe:
 * @store: a store
 * @step: number of a step
 * @func: (scope call): hears of each field
 * @user_data: data for @func
 * @error: return location for an error
 *
 * Tells what a step changed, field by field, from what to what.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_NOT_FOUND` or any other [error@StoreError]
 */
gboolean
taga_history_describe (TagaStore *store,
                       gint64 step,
                       TagaFieldChangeFunc func,
                       gpointer user_data,
                       GError **error)
{
  g_auto (TagaChangeset) changeset = { 0 };
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean has_row;

  stmt = taga_database_prepare (store->db, "SELECT changeset FROM history WHERE id = ?", error);
  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, step);
  if (!taga_database_step (stmt, &has_row, error))
    return FALSE;

  if (!has_row)
    {
      g_set_error_literal (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND,
                           _ ("There is no such step in the history."));
      return FALSE;
    }

  if (!copy_changeset (stmt, 0, FALSE, &changeset, error))
    return FALSE;

  /* A statement that stands on a row keeps others from writing for as long as this takes. */
  g_clear_pointer (&stmt, sqlite3_finalize);

  return taga_changeset_describe (&changeset, store, func, user_data, error);
}

static gboolean
mark_step (TagaStore *self, gint64 step, TagaStepState state, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autoptr (sqlite3_stmt) stmt = NULL;

  stmt = taga_database_prepare (
      self->db, "UPDATE history SET state = ?, state_time = ?, state_person = ? WHERE id = ?",
      error);
  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int (stmt, 1, (int) state);
  sqlite3_bind_text (stmt, 2, time, -1, SQLITE_STATIC);
  sqlite3_bind_text (stmt, 3, taga_store_get_person (self), -1, SQLITE_STATIC);
  sqlite3_bind_int64 (stmt, 4, step);

  return taga_database_step (stmt, NULL, error);
}

/* Applies the step that undo or redo is about, and marks it, in the transaction under way. */
static gboolean
apply_step (TagaStore *self, gboolean undo, GArray **changes, GError **error)
{
  g_auto (TagaChangeset) changeset = { 0 };
  g_autoptr (TagaStep) step = NULL;
  g_autoptr (sqlite3_stmt) stmt = NULL;
  TagaStepState state = undo ? TAGA_STEP_DONE : TAGA_STEP_UNDONE;
  gboolean has_row;

  step = taga_history_peek (self, state, error);
  if (step == NULL)
    return FALSE;

  stmt = taga_database_prepare (self->db, get_peek_sql (state), error);
  if (stmt == NULL || !taga_database_step (stmt, &has_row, error)
      || !copy_changeset (stmt, 6, undo, &changeset, error))
    return FALSE;
  g_clear_pointer (&stmt, sqlite3_finalize);

  *changes = taga_changeset_list (&changeset);

  /* A sealed round is neither changed nor added to, whatever the history of a file says. */
  return taga_store_check_sealed_rows (self, *changes, error)
         && taga_changeset_apply (&changeset, self->db, error)
         && taga_store_check_sealed_rows (self, *changes, error)
         && mark_step (self, step->id, undo ? TAGA_STEP_UNDONE : TAGA_STEP_DONE, error);
}

static gboolean
move (TagaStore *self, gboolean undo, GError **error)
{
  g_autoptr (GArray) changes = NULL;

  g_return_val_if_fail (self->session == NULL, FALSE);

  if (!taga_store_check_writable (self, error) || !taga_database_begin (self->db, error))
    return FALSE;

  if (!apply_step (self, undo, &changes, error))
    {
      taga_database_rollback (self->db);
      return FALSE;
    }

  if (!taga_database_commit (self->db, error))
    return FALSE;

  taga_changeset_announce (self, changes);
  return TRUE;
}

/**
 * taga_history_undo:
 * @store: a store
 * @error: return location for an error
 *
 * Takes the newest step back. It is on disk when this returns `TRUE`.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_NOTHING`, `TAGA_STORE_ERROR_CONFLICT` or any
 * other [error@StoreError] and nothing changed
 */
gboolean
taga_history_undo (TagaStore *store, GError **error)
{
  return move (store, TRUE, error);
}

/**
 * taga_history_redo:
 * @store: a store
 * @error: return location for an error
 *
 * Does the step again that was taken back last. It is on disk when this returns `TRUE`.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_NOTHING`, `TAGA_STORE_ERROR_CONFLICT` or any
 * other [error@StoreError] and nothing changed
 */
gboolean
taga_history_redo (TagaStore *store, GError **error)
{
  return move (store, FALSE, error);
}

/**
 * taga_history_keep:
 * @store: a store
 * @error: return location for an error
 *
 * Makes all that was done so far the file's beginning: it stays in the history, and undo stops
 * there.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_history_keep (TagaStore *store, GError **error)
{
  return taga_database_exec (store->db, "UPDATE history SET state = 3 WHERE state = 0", error);
}
