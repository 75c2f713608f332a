#include "taga-ladder-later.h"

#include "taga-setting.h"

/* What a company has put off to the next round: the round it is in, and what waits. It is how home
 * is looked at and no step of the history. */
#define SETTING "home.later"

/**
 * taga_ladder_later_read:
 * @store: a store
 * @round: number of the round that is worked on
 * @put_off: (out): a bit for each [enum@LadderMove]
 * @error: return location for an error
 *
 * Reads what is put off. A new round asks for all of it again, and so does a setting that nobody
 * can read.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_ladder_later_read (TagaStore *store, gint64 round, guint32 *put_off, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *value = taga_setting_get (store, SETTING, &failure);
  g_auto (GStrv) words = NULL;

  *put_off = 0;
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (value == NULL)
    return TRUE;

  words = g_strsplit (value, " ", -1);
  if (words[0] == NULL || g_ascii_strtoll (words[0], NULL, 10) != round)
    return TRUE;
  for (guint move = 0; move < TAGA_N_MOVES; move++)
    if (taga_ladder_may_wait (move)
        && g_strv_contains ((const char *const *) words + 1, taga_ladder_move_to_key (move)))
      *put_off |= 1u << move;

  return TRUE;
}

/**
 * taga_ladder_later_add:
 * @store: a store
 * @round: number of the round that is worked on
 * @move: what is put off; see [func@ladder_may_wait]
 * @error: return location for an error
 *
 * Puts something off to the next round.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_ladder_later_add (TagaStore *store, gint64 round, TagaLadderMove move, GError **error)
{
  g_autoptr (GString) value = g_string_new (NULL);
  guint32 put_off;

  g_return_val_if_fail (taga_ladder_may_wait (move), FALSE);

  if (!taga_ladder_later_read (store, round, &put_off, error))
    return FALSE;

  put_off |= 1u << move;
  g_string_append_printf (value, "%" G_GINT64_FORMAT, round);
  for (guint i = 0; i < TAGA_N_MOVES; i++)
    if ((put_off & 1u << i) != 0)
      g_string_append_printf (value, " %s", taga_ladder_move_to_key (i));

  return taga_setting_set (store, SETTING, value->str, error);
}

/**
 * taga_ladder_later_clear:
 * @store: a store
 * @error: return location for an error
 *
 * Has everything that was put off asked for again.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_ladder_later_clear (TagaStore *store, GError **error)
{
  return taga_setting_set (store, SETTING, NULL, error);
}
