#include "taga-round-answers.h"

#include "taga-store-private.h"
#include "taga-threat.h"

static gboolean
read_rows (TagaRoundAnswers *self,
           TagaStore *store,
           TagaRecordClass *klass,
           gint64 round,
           GError **error)
{
  gboolean is_threat = G_TYPE_FROM_CLASS (klass) == TAGA_TYPE_THREAT;
  g_autofree char *sql = g_strdup_printf (
      "SELECT item, %s, to_confirm FROM \"%s\" WHERE round = ? AND %s IS NOT NULL",
      is_threat ? "frequency" : "answer", klass->table, is_threat ? "frequency" : "answer");
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (store->db, sql, error);
  gboolean has_row = TRUE;

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, round);
  while (taga_database_step (stmt, &has_row, error) && has_row)
    {
      const TagaItem *item = taga_edition_find_item (store->edition, klass->table,
                                                     (const char *) sqlite3_column_text (stmt, 0));

      if (item == NULL)
        {
          self->n_foreign++;
          continue;
        }

      g_hash_table_insert (self->numbers, g_strdup (item->key),
                           GINT_TO_POINTER (sqlite3_column_int (stmt, 1)));
      if (sqlite3_column_int (stmt, 2) > 0)
        g_hash_table_add (self->to_confirm, g_strdup (item->key));
    }

  return !has_row;
}

/**
 * taga_round_answers_read:
 * @store: a store
 * @type: `TAGA_TYPE_THREAT`, `TAGA_TYPE_CHECK`, `TAGA_TYPE_RULE` or `TAGA_TYPE_RECHECK`
 * @round: number of a round
 * @error: return location for an error
 *
 * Reads what a round says of the items of a list.
 *
 * Returns: (transfer full) (nullable): the answers, or `NULL` with any [error@StoreError]
 */
TagaRoundAnswers *
taga_round_answers_read (TagaStore *store, GType type, gint64 round, GError **error)
{
  g_autoptr (TagaRoundAnswers) self = g_new0 (TagaRoundAnswers, 1);

  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->to_confirm = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!read_rows (self, store, taga_record_class_peek (type), round, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * taga_round_answers_free:
 * @self: (transfer full): answers
 *
 * Frees the answers.
 */
void
taga_round_answers_free (TagaRoundAnswers *self)
{
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->to_confirm);
  g_free (self);
}

/**
 * taga_round_answers_get:
 * @self: answers
 * @item: key of an item
 *
 * Looks up an answer.
 *
 * Returns: its number, or `TAGA_UNKNOWN` if the item has none
 */
int
taga_round_answers_get (const TagaRoundAnswers *self, const char *item)
{
  gpointer number;

  return g_hash_table_lookup_extended (self->numbers, item, NULL, &number)
             ? GPOINTER_TO_INT (number)
             : TAGA_UNKNOWN;
}
