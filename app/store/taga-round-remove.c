#include "taga-round-remove.h"

#include <glib/gi18n-lib.h>

#include "taga-registers.h"
#include "taga-round.h"
#include "taga-store-private.h"

/* A round is needed to answer anything at all. */
static gboolean
check_not_only (TagaStore *store, const char *name, GError **error)
{
  gint64 n = taga_store_count (store, TAGA_TYPE_ROUND, error);

  if (n == 1)
    g_set_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID,
                 _ ("“%s” is the only round of assessment. Start another before you remove it."),
                 name);

  return n > 1;
}

/* A sealed round says from which it was copied, and never changes. */
static gboolean
check_copies (TagaStore *store, gint64 round, const char *name, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (
      store->db, "SELECT name FROM round WHERE copied_from = ? AND sealed_on IS NOT NULL", error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, round);
  if (!taga_database_step (stmt, &has_row, error))
    return FALSE;

  if (has_row)
    g_set_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_SEALED,
                 _ ("“%s” stays: “%s” was copied from it, is sealed and never changes."), name,
                 taga_row_guard ((const char *) sqlite3_column_text (stmt, 0)));

  return !has_row;
}

static gboolean
run (TagaStore *store, const char *sql, gint64 round, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (store->db, sql, error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, round);
  return taga_database_step (stmt, NULL, error);
}

/* What only names the round, such as a case profile, stays without it. */
static gboolean
clear_references (TagaStore *store, TagaRecordClass *klass, gint64 round, GError **error)
{
  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autofree char *column = taga_field_dup_column (&klass->fields[i]);
      g_autofree char *sql = NULL;

      if (g_strcmp0 (klass->fields[i].domain, "round") != 0 || g_str_equal (column, "round"))
        continue;

      sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = NULL WHERE \"%s\" = ?", klass->table,
                             column, column);
      if (!run (store, sql, round, error))
        return FALSE;
    }

  return TRUE;
}

/* Registers come after those that their references name, so they are emptied from the end. */
static gboolean
remove_rows (TagaStore *store, gint64 round, GError **error)
{
  guint n;
  const GType *types = taga_registers_get_types (&n);

  for (guint i = n; i-- > 0;)
    {
      TagaRecordClass *klass = taga_record_class_peek (types[i]);
      g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE round = ?", klass->table);

      if (taga_record_class_find_field (klass, "round") >= 0 && !run (store, sql, round, error))
        return FALSE;
      if (!clear_references (store, klass, round, error))
        return FALSE;
    }

  return taga_store_remove (store, TAGA_TYPE_ROUND, round, error);
}

/**
 * taga_round_remove:
 * @store: a store
 * @round: id of a round
 * @error: return location for an error
 *
 * Removes a round that is not sealed with all its answers, as one step. Undo brings it back.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_SEALED` if the round, or one that was copied
 *   from it, is sealed, with `TAGA_STORE_ERROR_INVALID` if it is the only one,
 *   `TAGA_STORE_ERROR_NOT_FOUND` or any other [error@StoreError], and nothing changed
 */
gboolean
taga_round_remove (TagaStore *store, gint64 round, GError **error)
{
  g_autoptr (TagaRecord) record = taga_store_get_record (store, TAGA_TYPE_ROUND, round, error);
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (record == NULL)
    return FALSE;

  name = g_strdup (taga_record_get_text (record, TAGA_ROUND_NAME));
  label = g_strdup_printf (_ ("Remove “%s”"), name);
  if (!taga_store_begin (store, label, error))
    return FALSE;

  if (taga_store_check_seal (store, taga_record_class_peek (TAGA_TYPE_ROUND), round, 0, error)
      && check_not_only (store, name, error) && check_copies (store, round, name, error)
      && remove_rows (store, round, error))
    return taga_store_commit (store, error);

  taga_store_rollback (store);
  return FALSE;
}
