#include "taga-chart-rounds.h"

#include <glib/gi18n-lib.h>

#include "taga-cursor.h"
#include "taga-round.h"
#include "taga-text.h"

static void
free_round (gpointer data)
{
  TagaChartRound *self = data;

  g_free (self->name);
  g_free (self->date);
  g_free (self->sealed_on);
  g_free (self);
}

/* By their days, as a round of the time before may be entered later; one without a day is under
 * way and comes last. */
static int
compare_rounds (gconstpointer one, gconstpointer other)
{
  const TagaChartRound *a = *(TagaChartRound *const *) one;
  const TagaChartRound *b = *(TagaChartRound *const *) other;
  int order = g_strcmp0 (a->date == NULL ? "9999" : a->date, b->date == NULL ? "9999" : b->date);

  return order != 0 ? order : (a->id > b->id) - (a->id < b->id);
}

/**
 * taga_chart_rounds_read:
 * @store: a company file
 * @error: return location for an error
 *
 * Reads the rounds as charts show them, the earliest day first.
 *
 * Returns: (transfer full) (nullable) (element-type TagaChartRound): the rounds, or `NULL` with any
 *   [error@StoreError]
 */
GPtrArray *
taga_chart_rounds_read (TagaStore *store, GError **error)
{
  g_autoptr (TagaCursor) cursor = taga_cursor_new (store, TAGA_TYPE_ROUND, NULL, error);
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func (free_round);
  const TagaValue *values;
  gboolean has_row = TRUE;
  gint64 id;

  if (cursor == NULL)
    return NULL;

  while (has_row)
    {
      TagaChartRound *round;

      if (!taga_cursor_next (cursor, &id, &values, &has_row, error))
        return NULL;
      if (!has_row)
        break;

      round = g_new0 (TagaChartRound, 1);
      round->id = id;
      if (values[TAGA_ROUND_NAME].text != NULL)
        round->name = taga_text_clean (values[TAGA_ROUND_NAME].text, -1, FALSE);
      if (round->name == NULL)
        round->name = g_strdup_printf ("#%" G_GINT64_FORMAT, id);
      round->date = g_strdup (values[TAGA_ROUND_DATE].text);
      round->sealed_on = g_strdup (values[TAGA_ROUND_SEALED_ON].text);
      g_ptr_array_add (rounds, round);
    }

  g_ptr_array_sort (rounds, compare_rounds);
  return g_steal_pointer (&rounds);
}

/**
 * taga_chart_rounds_find:
 * @rounds: (element-type TagaChartRound): the rounds
 * @id: number of one
 * @error: return location for an error
 *
 * Finds a round.
 *
 * Returns: (transfer none) (nullable): the round, or `NULL` with `TAGA_STORE_ERROR_NOT_FOUND`
 */
const TagaChartRound *
taga_chart_rounds_find (GPtrArray *rounds, gint64 id, GError **error)
{
  g_autofree char *number = NULL;

  for (guint i = 0; i < rounds->len; i++)
    {
      const TagaChartRound *round = rounds->pdata[i];

      if (round->id == id)
        return round;
    }

  number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_set_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND,
               _ ("There is no round number %s. Choose one of those in the list of rounds."),
               number);
  return NULL;
}

/**
 * taga_chart_rounds_find_before:
 * @rounds: (element-type TagaChartRound): the rounds
 * @round: one of them
 *
 * Finds the round before another.
 *
 * Returns: (transfer none) (nullable): the round, or `NULL` if @round is the first
 */
const TagaChartRound *
taga_chart_rounds_find_before (GPtrArray *rounds, const TagaChartRound *round)
{
  for (guint i = 1; i < rounds->len; i++)
    if (rounds->pdata[i] == round)
      return rounds->pdata[i - 1];

  return NULL;
}
