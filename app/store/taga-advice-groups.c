#include "taga-advice-groups.h"

/* A set of check items by the medium that they protect, as people speak of them: what is left to do
 * for the office PCs. */

static void
free_group (gpointer data)
{
  TagaAdviceGroup *self = data;

  g_ptr_array_unref (self->checks);
  g_free (self);
}

/* The first medium that an item protects and the set makes safer. */
static int
find_medium (TagaStore *store, const TagaAdviceSet *set, const char *key)
{
  const TagaAssessment *now = taga_store_get_assessment (store);
  const TagaItem *item = taga_edition_find_item (taga_store_get_edition (store), "check", key);

  for (guint i = 0; item != NULL && item->media != NULL && i < now->n_media; i++)
    if (set->vulnerability[i] < now->vulnerability[i]
        && g_strv_contains (item->media, now->media[i]))
      return (int) i;

  return -1;
}

static TagaAdviceGroup *
find_group (GPtrArray *groups, int medium)
{
  TagaAdviceGroup *group;

  for (guint i = 0; i < groups->len; i++)
    {
      group = g_ptr_array_index (groups, i);
      if (group->medium == medium)
        return group;
    }

  group = g_new0 (TagaAdviceGroup, 1);
  group->medium = medium;
  group->checks = g_ptr_array_new ();
  g_ptr_array_add (groups, group);

  return group;
}

static void
count_assets (TagaAdviceGroup *group,
              TagaStore *store,
              TagaImpact *impact,
              const int *vulnerability)
{
  const TagaAssessment *now = taga_store_get_assessment (store);
  TagaStanding before = { 0 }, after = { 0 };

  if (group->medium < 0)
    return;

  taga_impact_tally (impact, group->medium, now->vulnerability[group->medium], &before);
  taga_impact_tally (impact, group->medium, vulnerability[group->medium], &after);
  group->before = before.n[TAGA_BAND_LARGE];
  group->after = after.n[TAGA_BAND_LARGE];
}

/**
 * taga_advice_groups_new:
 * @store: a store
 * @advice: what to do first there
 * @impact: its register in a few figures
 * @set: a set of the advice
 *
 * Parts the items of a set that are not planned yet by the medium that they protect.
 *
 * Returns: (transfer full) (element-type TagaAdviceGroup): the groups
 */
GPtrArray *
taga_advice_groups_new (TagaStore *store,
                        TagaAdvice *advice,
                        TagaImpact *impact,
                        const TagaAdviceSet *set)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (free_group);

  for (guint i = 0; i < set->checks->len; i++)
    {
      const char *key = g_ptr_array_index (set->checks, i);
      const TagaAdviceSet *alone = taga_advice_find_item (advice, key);
      TagaAdviceGroup *group;

      if (taga_advice_find_measure (advice, key) != NULL)
        continue;
      group = find_group (groups, find_medium (store, set, key));
      g_ptr_array_add (group->checks, (gpointer) key);
      group->cost += alone == NULL ? 0 : alone->cost;
      group->n_unpriced += alone == NULL || alone->unpriced->len > 0;
    }

  for (guint i = 0; i < groups->len; i++)
    count_assets (g_ptr_array_index (groups, i), store, impact, set->vulnerability);

  return groups;
}
