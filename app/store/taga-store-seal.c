#include "taga-store-private.h"

#include <glib/gi18n-lib.h>

#include "taga-round.h"

/*
 * A round that is sealed never changes: nothing of it is added, changed or removed, whatever part
 * of the program asks for it.
 */

/* The field that says to which round a record belongs, or -1. */
static int
find_round_field (TagaRecordClass *klass)
{
  int field = taga_record_class_find_field (klass, "round");

  return field >= 0 && g_strcmp0 (klass->fields[field].domain, "round") == 0 ? field : -1;
}

/* The round to which a record with these values belongs, or 0. */
gint64
taga_store_peek_round (TagaRecordClass *klass, const TagaValue *values)
{
  int field = find_round_field (klass);

  return field < 0 || values[field].number == TAGA_UNKNOWN ? 0 : values[field].number;
}

/* The round to which a row of the file belongs, or 0. */
static gboolean
read_round (TagaStore *self, TagaRecordClass *klass, gint64 id, gint64 *round, GError **error)
{
  g_autofree char *sql = NULL;
  sqlite3_stmt *stmt;
  gboolean has_row;

  *round = 0;
  if (G_TYPE_FROM_CLASS (klass) == TAGA_TYPE_ROUND)
    {
      *round = id;
      return TRUE;
    }
  if (find_round_field (klass) < 0)
    return TRUE;

  sql = g_strdup_printf ("SELECT round FROM \"%s\" WHERE id = ?", klass->table);
  stmt = taga_store_get_statement (self, sql, error);
  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, id);
  if (taga_database_step (stmt, &has_row, error))
    {
      if (has_row)
        *round = sqlite3_column_int64 (stmt, 0);
      sqlite3_reset (stmt);
      return TRUE;
    }

  sqlite3_reset (stmt);
  return FALSE;
}

static gboolean
check_round (TagaStore *self, gint64 round, GError **error)
{
  sqlite3_stmt *stmt = taga_store_get_statement (
      self, "SELECT name, sealed_on FROM round WHERE id = ? AND sealed_on IS NOT NULL", error);
  gboolean has_row, done;

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, round);
  done = taga_database_step (stmt, &has_row, error);
  if (done && has_row)
    {
      g_set_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_SEALED,
                   _ ("“%s” was sealed on %s and never changes. Start a new round to assess "
                      "again."),
                   (const char *) sqlite3_column_text (stmt, 0),
                   (const char *) sqlite3_column_text (stmt, 1));
      done = FALSE;
    }
  sqlite3_reset (stmt);

  return done;
}

/* Refuses what would change a sealed round: a record of it that is there, or one that would come to
 * belong to it. */
gboolean
taga_store_check_seal (TagaStore *self,
                       TagaRecordClass *klass,
                       gint64 id,
                       gint64 round,
                       GError **error)
{
  gint64 present = 0;

  if (id != 0 && !read_round (self, klass, id, &present, error))
    return FALSE;

  return (present == 0 || check_round (self, present, error))
         && (round == 0 || round == present || check_round (self, round, error));
}
