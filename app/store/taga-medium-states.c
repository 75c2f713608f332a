#include "taga-medium-states.h"

#include "taga-answer-states.h"
#include "taga-asset.h"
#include "taga-check.h"
#include "taga-threat.h"
#include "taga-value-counts.h"

static void
look_at_threats (TagaMediumState *state, TagaEdition *edition, GHashTable *answers)
{
  guint n;
  const TagaItem *threats = taga_edition_get_items (edition, "threat", &n);
  int highest = TAGA_UNKNOWN;

  for (guint i = 0; i < n; i++)
    {
      int number;

      if (g_strcmp0 (threats[i].group, state->medium->key) != 0)
        continue;

      number = taga_answer_states_get (answers, threats[i].key).number;
      state->n_threats++;
      state->n_judged += number != TAGA_UNKNOWN;
      if (number > highest)
        {
          highest = number;
          state->deciding = &threats[i];
        }
    }
}

static void
look_at_checks (TagaMediumState *state, TagaEdition *edition, GHashTable *answers)
{
  guint n;
  const TagaItem *checks = taga_edition_get_items (edition, "check", &n);

  for (guint i = 0; i < n; i++)
    if (checks[i].media != NULL && g_strv_contains (checks[i].media, state->medium->key))
      taga_tally_add (&state->checks, taga_answer_states_get (answers, checks[i].key).number);
}

/**
 * taga_medium_states_load:
 * @store: a store
 * @error: return location for an error
 *
 * Tells for each medium what the round in use says of it: which threat decides its frequency, how
 * far the check items that count for it are done, and how many assets that matters to.
 *
 * Returns: (transfer full) (nullable) (element-type TagaMediumState): the media in the edition's
 *   order, or `NULL` with any [error@StoreError]
 */
GArray *
taga_medium_states_load (TagaStore *store, GError **error)
{
  TagaEdition *edition = taga_store_get_edition (store);
  const TagaAssessment *assessment = taga_store_get_assessment (store);
  g_autoptr (GHashTable) threats = taga_answer_states_load (store, TAGA_TYPE_THREAT, 0, error);
  g_autoptr (GHashTable) checks = NULL;
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autoptr (GPtrArray) counts = NULL;
  GArray *states;
  guint n;
  const TagaChoice *media = taga_edition_get_choices (edition, "medium", &n);

  if (threats != NULL)
    checks = taga_answer_states_load (store, TAGA_TYPE_CHECK, 0, error);
  query->scope = TAGA_SCOPE_IN_USE;
  if (checks != NULL)
    counts = taga_value_counts (store, TAGA_TYPE_ASSET, query, TAGA_ASSET_MEDIUM, NULL,
                                G_MAXINT - 1, error);
  if (counts == NULL)
    return NULL;

  states = g_array_new (FALSE, FALSE, sizeof (TagaMediumState));
  for (guint i = 0; i < n; i++)
    {
      TagaMediumState state = { .medium = &media[i] };
      int place = taga_assessment_find_medium (assessment, media[i].key);

      state.n_assets = taga_value_counts_find (counts, media[i].key);
      state.threat = place < 0 ? TAGA_UNKNOWN : assessment->threat[place];
      state.vulnerability = place < 0 ? TAGA_UNKNOWN : assessment->vulnerability[place];
      look_at_threats (&state, edition, threats);
      look_at_checks (&state, edition, checks);
      g_array_append_val (states, state);
    }

  return states;
}
