#include "taga-store-private.h"

#include <glib/gi18n-lib.h>

#include "taga-changeset.h"
#include "taga-cursor.h"
#include "taga-registers.h"
#include "taga-schema.h"
#include "taga-validate.h"

/* What is told at most: a file with a thousand faults is not read to the end. */
#define MAX_PROBLEMS 100

static gboolean
verify_references (TagaStore *self, GPtrArray *problems, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean has_row = TRUE;

  stmt = taga_database_prepare (self->db, "PRAGMA foreign_key_check", error);
  while (stmt != NULL && has_row && problems->len < MAX_PROBLEMS)
    {
      if (!taga_database_step (stmt, &has_row, error))
        return FALSE;
      if (has_row)
        g_ptr_array_add (problems,
                         g_strdup_printf (_ ("%s, entry %lld: refers to an entry of %s that is not "
                                             "there."),
                                          (const char *) sqlite3_column_text (stmt, 0),
                                          sqlite3_column_int64 (stmt, 1),
                                          (const char *) sqlite3_column_text (stmt, 2)));
    }

  return stmt != NULL;
}

/* Looks at the bytes of texts: what is no UTF-8 is shown as something else everywhere but here. */
static gboolean
verify_texts (TagaStore *self, TagaRecordClass *klass, GPtrArray *problems, GError **error)
{
  g_autofree char *columns = taga_row_create_select (klass);
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"%s\"", columns, klass->table);
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (self->db, sql, error);
  gboolean has_row = TRUE;

  while (stmt != NULL && has_row && problems->len < MAX_PROBLEMS)
    {
      gboolean valid = TRUE;

      if (!taga_database_step (stmt, &has_row, error))
        return FALSE;

      for (int i = 1; has_row && i < sqlite3_column_count (stmt); i++)
        {
          const char *text = (const char *) sqlite3_column_text (stmt, i);

          valid = valid
                  && (text == NULL
                      || g_utf8_validate_len (text, (gsize) sqlite3_column_bytes (stmt, i), NULL));
        }

      if (!valid)
        g_ptr_array_add (
            problems,
            g_strdup_printf (_ ("%s, entry %lld: %s"), klass->table, sqlite3_column_int64 (stmt, 0),
                             _ ("The file is damaged. Nothing was changed; open a backup copy.")));
    }

  return stmt != NULL;
}

/* What a sealed round holds goes by the edition of its day; that it is as it was, its seal tells.
 */
static GHashTable *
find_sealed (TagaStore *self, GError **error)
{
  g_autoptr (GHashTable) sealed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (sqlite3_stmt) stmt =
      taga_database_prepare (self->db, "SELECT id FROM round WHERE seal IS NOT NULL", error);
  gboolean has_row = stmt != NULL;

  while (has_row)
    {
      gint64 round;

      if (!taga_database_step (stmt, &has_row, error))
        return NULL;
      round = sqlite3_column_int64 (stmt, 0);
      if (has_row)
        g_hash_table_add (sealed, g_memdup2 (&round, sizeof round));
    }

  return stmt == NULL ? NULL : g_steal_pointer (&sealed);
}

static gboolean
verify_register (TagaStore *self, GType type, GPtrArray *problems, GError **error)
{
  TagaRecordClass *klass = taga_record_class_peek (type);
  g_autoptr (GHashTable) sealed = find_sealed (self, error);
  g_autoptr (TagaCursor) cursor = sealed == NULL ? NULL : taga_cursor_new (self, type, NULL, error);
  const TagaValue *values;
  gboolean has_row = TRUE;
  gint64 id;

  while (cursor != NULL && has_row && problems->len < MAX_PROBLEMS)
    {
      g_autoptr (GError) problem = NULL;
      gint64 round;

      if (!taga_cursor_next (cursor, &id, &values, &has_row, error))
        return FALSE;

      round = has_row ? taga_store_peek_round (klass, values) : 0;
      if (has_row && !g_hash_table_contains (sealed, &round)
          && !taga_validate_record (self->edition, klass, values, &problem))
        g_ptr_array_add (problems, g_strdup_printf (_ ("%s, entry %lld: %s"), klass->table,
                                                    (long long) id, problem->message));
    }

  return cursor != NULL && verify_texts (self, klass, problems, error);
}

/* Each step of the history must still be a changeset that says what its row says. */
static gboolean
verify_history (TagaStore *self, GPtrArray *problems, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean has_row = TRUE;

  stmt = taga_database_prepare (self->db, "SELECT id, n_changes, changeset FROM history", error);
  while (stmt != NULL && has_row && problems->len < MAX_PROBLEMS)
    {
      TagaChangeset changeset;
      gsize n;

      if (!taga_database_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        break;

      changeset.data = (void *) sqlite3_column_blob (stmt, 2);
      changeset.size = sqlite3_column_bytes (stmt, 2);
      if (!taga_changeset_count (&changeset, &n) || (gint64) n != sqlite3_column_int64 (stmt, 1))
        g_ptr_array_add (problems, g_strdup_printf (_ ("history, step %lld: is damaged and cannot "
                                                       "be undone."),
                                                    sqlite3_column_int64 (stmt, 0)));
    }

  return stmt != NULL;
}

static gboolean
verify_seals (TagaStore *self, GPtrArray *problems, GError **error)
{
  g_auto (GStrv) broken = taga_seal_find_broken (self, error);

  for (guint i = 0; broken != NULL && broken[i] != NULL; i++)
    g_ptr_array_add (problems,
                     g_strdup_printf (_ ("round “%s”: was sealed, and changed since by something "
                                         "other than Taga."),
                                      broken[i]));

  return broken != NULL;
}

/**
 * taga_store_verify:
 * @self: a store
 * @problems: (out) (element-type utf8): a sentence for each thing that is wrong; empty if all is
 * well
 * @error: return location for an error
 *
 * Checks a file thoroughly: its pages and indexes, its tables, its references, every value of every
 * record, every step of its history, the seal of every sealed round.
 *
 * Returns: `TRUE` if it could be checked, or `FALSE` with `TAGA_STORE_ERROR_DAMAGED` or any other
 *   [error@StoreError]
 */
gboolean
taga_store_verify (TagaStore *self, GPtrArray **problems, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  guint n_types;
  const GType *types = taga_registers_get_types (&n_types);
  gint64 version;

  g_return_val_if_fail (TAGA_IS_STORE (self), FALSE);

  if (!taga_database_get_integer (self->db, "PRAGMA user_version", &version, error)
      || !taga_store_file_check (self->db, (int) version, TRUE, error)
      || !verify_references (self, found, error) || !verify_history (self, found, error)
      || !verify_seals (self, found, error))
    return FALSE;

  for (guint i = 0; i < n_types; i++)
    if (!verify_register (self, types[i], found, error))
      return FALSE;

  *problems = g_steal_pointer (&found);
  return TRUE;
}
