#include "taga-store-private.h"

#include <glib/gi18n-lib.h>

#include "taga-axis-score.h"
#include "taga-date.h"
#include "taga-round.h"
#include "taga-sealed-asset.h"

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
      g_autofree char *day = taga_date_format ((const char *) sqlite3_column_text (stmt, 1), FALSE);

      g_set_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_SEALED,
                   _ ("“%s” was sealed on %s and never changes. Start a new round to assess "
                      "again."),
                   (const char *) sqlite3_column_text (stmt, 0), day);
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

static gboolean
refuse_by_hand (const char *sentence, GError **error)
{
  g_set_error_literal (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID, sentence);
  return FALSE;
}

static gboolean
is_new (const TagaValue *before, const TagaValue *values, guint field)
{
  return values[field].text != NULL
         && (before == NULL || g_strcmp0 (before[field].text, values[field].text) != 0);
}

/* Refuses by hand what only sealing a round writes: its seal, what its assets were, and the scores
 * that followed from its answers. */
gboolean
taga_store_check_by_hand (TagaRecordClass *klass,
                          const TagaValue *before,
                          const TagaValue *values,
                          GError **error)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  if (type == TAGA_TYPE_SEALED_ASSET)
    return refuse_by_hand (_ ("What the assets of a sealed round were is written when it is sealed "
                              "and cannot be entered by hand."),
                           error);

  if (type == TAGA_TYPE_ROUND
      && (is_new (before, values, TAGA_ROUND_SEALED_ON)
          || is_new (before, values, TAGA_ROUND_SEALED_BY)
          || is_new (before, values, TAGA_ROUND_SEAL)))
    return refuse_by_hand (_ ("A round is sealed as a whole, with the values of all assets. Seal "
                              "the round instead of filling in who sealed it and when."),
                           error);

  if (type == TAGA_TYPE_AXIS_SCORE && is_new (before, values, TAGA_AXIS_SCORE_ORIGIN)
      && g_str_equal (values[TAGA_AXIS_SCORE_ORIGIN].text, "computed"))
    return refuse_by_hand (_ ("A score that follows from the answers is not entered by hand. Enter "
                              "it as judged, with what it rests on."),
                           error);

  return TRUE;
}

/* Refuses what undo or redo would do to records of a sealed round. */
gboolean
taga_store_check_sealed_rows (TagaStore *self, GArray *changes, GError **error)
{
  GType last = G_TYPE_INVALID;
  gboolean of_round = FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      const TagaChange *change = &g_array_index (changes, TagaChange, i);
      TagaRecordClass *klass = taga_record_class_peek (change->type);

      if (change->type != last)
        of_round = change->type == TAGA_TYPE_ROUND || find_round_field (klass) >= 0;
      last = change->type;
      if (of_round && !taga_store_check_seal (self, klass, change->id, 0, error))
        return FALSE;
    }

  return TRUE;
}
