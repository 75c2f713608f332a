#include "taga-answer-states.h"

#include "taga-answer-kind.h"
#include "taga-cursor.h"

static void
set_reference (TagaQuery *query, guint field, gint64 id)
{
  TagaFilter *filter = taga_filter_new (field);

  filter->from = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  filter->to = g_strdup (filter->from);
  taga_query_set_filter (query, filter);
}

/**
 * taga_answer_states_load:
 * @store: a store
 * @type: the record type of the answers, see [func@AnswerKind.get]
 * @sheet: id of the sheet, for the questions of the self-check; 0 elsewhere
 * @error: return location for an error
 *
 * Reads what the round in use says of all items of a list.
 *
 * Returns: (transfer full) (nullable): the states by item, or `NULL` with any [error@StoreError]
 */
GHashTable *
taga_answer_states_load (TagaStore *store, GType type, gint64 sheet, GError **error)
{
  g_autoptr (GHashTable) states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autoptr (TagaCursor) cursor = NULL;
  TagaAnswerKind kind;
  gboolean has_row = TRUE;

  g_return_val_if_fail (TAGA_IS_STORE (store), NULL);
  g_return_val_if_fail (taga_answer_kind_get (type, &kind), NULL);

  set_reference (query, kind.round, taga_store_get_round (store));
  if (kind.sheet >= 0)
    set_reference (query, (guint) kind.sheet, sheet);

  cursor = taga_cursor_new (store, type, query, error);
  while (cursor != NULL && has_row)
    {
      const TagaValue *values;
      TagaAnswerState *state;
      gint64 id;

      if (!taga_cursor_next (cursor, &id, &values, &has_row, error))
        return NULL;
      if (!has_row || values[kind.item].text == NULL)
        continue;

      state = g_new (TagaAnswerState, 1);
      state->number = (int) values[kind.number].number;
      state->to_confirm = values[kind.to_confirm].number > 0;
      g_hash_table_insert (states, g_strdup (values[kind.item].text), state);
    }

  return cursor == NULL ? NULL : g_steal_pointer (&states);
}

/**
 * taga_answer_states_get:
 * @states: (nullable): states by item
 * @item: key of an item
 *
 * Looks up what was answered.
 *
 * Returns: the state; that of no answer if there is none
 */
TagaAnswerState
taga_answer_states_get (GHashTable *states, const char *item)
{
  TagaAnswerState *state = states == NULL ? NULL : g_hash_table_lookup (states, item);

  return state == NULL ? (TagaAnswerState){ TAGA_UNKNOWN, FALSE } : *state;
}
