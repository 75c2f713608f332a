#include "taga-advice-private.h"

/*
 * The register in a few figures, the answers and the costs make a problem that app/record solves;
 * what it finds is told by keys here. Only check items of media of whose vulnerability something is
 * known can help, and only risks that are known count.
 */

/* A check item that applies and is not done. */
typedef struct
{
  const char *key;
  gint64 cost;
  gboolean is_planned;
} Open;

struct _TagaAdvice
{
  TagaAdviceFacts facts;
  TagaStore *store;          /* (owned) */
  TagaImpact *impact;        /* (not owned) */
  TagaAssessment assessment; /* as it was when the advice was made */
  gboolean is_answered;
  GArray *open;   /* (element-type Open): as the edition orders them */
  TagaPlan *plan; /* (owned) */
  TagaStanding before;
  GPtrArray *items; /* (element-type TagaAdviceSet) */
  GPtrArray *sets;  /* (element-type TagaAdviceSet) */
  GHashTable *by_key;
};

static void
taga_advice_set_free (TagaAdviceSet *self)
{
  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->planned);
  g_ptr_array_unref (self->unpriced);
  g_free (self);
}

/**
 * taga_advice_plan_free:
 * @self: (transfer full): a plan
 *
 * Frees a plan.
 */
void
taga_advice_plan_free (TagaAdvicePlan *self)
{
  g_clear_pointer (&self->best, taga_advice_set_free);
  g_clear_pointer (&self->runner_up, taga_advice_set_free);
  g_clear_pointer (&self->more, taga_advice_set_free);
  g_free (self);
}

/* What the answers say of the media, and the check items that could still be done. */
static GArray *
pose (TagaAdvice *self, TagaPlanMedium *media)
{
  const TagaAdviceFacts *facts = &self->facts;
  GArray *problem = g_array_new (FALSE, FALSE, sizeof (TagaPlanItem));
  guint n;
  const TagaItem *items =
      taga_edition_get_items (taga_store_get_edition (self->store), "check", &n);

  for (guint i = 0; i < n; i++)
    {
      int answer = GPOINTER_TO_INT (g_hash_table_lookup (facts->answers, items[i].key));
      TagaPlanItem item = { 0, taga_risk_gain (answer),
                            taga_advice_facts_get_cost (facts, items[i].key),
                            g_hash_table_contains (facts->planned, items[i].key) };
      Open open = { items[i].key, item.cost, item.is_planned };

      if (answer == TAGA_ANSWER_NOT_APPLICABLE)
        continue;

      for (guint j = 0; j < self->assessment.n_media; j++)
        if (items[i].media != NULL && g_strv_contains (items[i].media, self->assessment.media[j]))
          {
            item.media |= 1u << j;
            media[j].n_applicable++;
            media[j].halves += 2 - item.gain;
          }

      if (item.gain == 0)
        continue;
      g_array_append_val (problem, item);
      g_array_append_val (self->open, open);
    }

  return problem;
}

static void
solve (TagaAdvice *self)
{
  TagaPlanMedium media[TAGA_MAX_MEDIA] = { 0 };
  g_autoptr (GArray) problem = pose (self, media);
  g_autoptr (TagaPlanChoice) nothing = NULL;

  for (guint i = 0; i < self->assessment.n_media; i++)
    {
      media[i].vulnerability = self->assessment.vulnerability[i];
      for (int level = 0; level <= 3; level++)
        taga_impact_tally (self->impact, (int) i, level == 0 ? TAGA_UNKNOWN : level,
                           &media[i].tally[level]);
    }

  /* Assets without a medium stay as they are, whatever becomes of the first one. */
  for (int level = 0; level <= 3; level++)
    taga_impact_tally (self->impact, -1, TAGA_UNKNOWN, &media[0].tally[level]);

  self->plan = taga_plan_new (self->assessment.scale, media, self->assessment.n_media,
                              (const TagaPlanItem *) problem->data, problem->len);
  nothing = taga_plan_judge (self->plan, NULL, 0);
  self->before = nothing->after;
}

static TagaAdviceSet *
tell (TagaAdvice *self, const TagaPlanChoice *choice)
{
  TagaAdviceSet *set = g_new0 (TagaAdviceSet, 1);
  TagaAssessment then = self->assessment;

  set->checks = g_ptr_array_new ();
  set->planned = g_ptr_array_new ();
  set->unpriced = g_ptr_array_new ();
  set->cost = choice->cost;
  set->is_planned = choice->items->len > 0 && choice->n_planned == choice->items->len;
  for (guint i = 0; i < choice->items->len; i++)
    {
      const Open *open = &g_array_index (self->open, Open, g_array_index (choice->items, guint, i));

      g_ptr_array_add (set->checks, (gpointer) open->key);
      if (open->is_planned)
        g_ptr_array_add (set->planned, (gpointer) open->key);
      else if (open->cost == TAGA_UNKNOWN)
        g_ptr_array_add (set->unpriced, (gpointer) open->key);
    }

  set->after = choice->after;
  for (guint i = 0; i < TAGA_MAX_BANDS; i++)
    set->fewer[i] = (int) self->before.n[i] - (int) choice->after.n[i];
  set->fall = self->before.sum - choice->after.sum;
  for (guint i = 0; i < then.n_media; i++)
    set->vulnerability[i] = then.vulnerability[i] = choice->vulnerability[i];
  taga_impact_compare (self->impact, &then, &set->impact);

  return set;
}

/* Takes over the choice. */
static TagaAdviceSet *
tell_once (TagaAdvice *self, TagaPlanChoice *choice)
{
  TagaAdviceSet *set = choice == NULL ? NULL : tell (self, choice);

  g_clear_pointer (&choice, taga_plan_choice_free);
  return set;
}

static gint64
get_place (TagaAdvice *self, const TagaAdviceSet *set)
{
  const Open *open = (const Open *) self->open->data;

  while (open->key != g_ptr_array_index (set->checks, 0))
    open++;

  return open - (const Open *) self->open->data;
}

/* What brings most comes first; of those that bring as much the cheapest, then the guideline's
 * first. */
static int
compare_items (gconstpointer a, gconstpointer b, gpointer self)
{
  const TagaAdviceSet *left = *(const TagaAdviceSet *const *) a;
  const TagaAdviceSet *right = *(const TagaAdviceSet *const *) b;
  int order = taga_standing_compare (&left->after, &right->after);

  if (order != 0)
    return order;
  if (left->cost != right->cost)
    return left->cost < right->cost ? -1 : 1;

  return get_place (self, left) < get_place (self, right) ? -1 : 1;
}

static void
rank (TagaAdvice *self)
{
  g_autoptr (GPtrArray) choices = taga_plan_list_sets (self->plan);

  for (guint i = 0; i < self->open->len; i++)
    {
      TagaAdviceSet *item = tell_once (self, taga_plan_judge (self->plan, &i, 1));

      g_ptr_array_add (self->items, item);
      g_hash_table_insert (self->by_key, g_ptr_array_index (item->checks, 0), item);
    }
  g_ptr_array_sort_with_data (self->items, compare_items, self);

  for (guint i = 0; i < choices->len; i++)
    g_ptr_array_add (self->sets, tell (self, g_ptr_array_index (choices, i)));
}

/**
 * taga_advice_new:
 * @store: a store
 * @impact: the register in a few figures; it must outlive the advice
 * @error: return location for an error
 *
 * Finds what to do first, by the answers of the round in use. Of the register only the figures are
 * looked at, so that advice can be had again after each answer without reading the assets.
 *
 * Returns: (transfer full) (nullable): the advice, which holds until an answer, a cost, a measure
 *   or the register changes, or `NULL` with any [error@StoreError]
 */
TagaAdvice *
taga_advice_new (TagaStore *store, TagaImpact *impact, GError **error)
{
  g_autofree TagaAdvice *self = g_new0 (TagaAdvice, 1);

  g_return_val_if_fail (TAGA_IS_STORE (store) && impact != NULL, NULL);

  if (!taga_advice_facts_load (&self->facts, store, error))
    {
      taga_advice_facts_clear (&self->facts);
      return NULL;
    }

  self->store = g_object_ref (store);
  self->impact = impact;
  self->assessment = *taga_store_get_assessment (store);
  self->is_answered = g_hash_table_size (self->facts.answers) > 0;
  self->open = g_array_new (FALSE, FALSE, sizeof (Open));
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) taga_advice_set_free);
  self->sets = g_ptr_array_new_with_free_func ((GDestroyNotify) taga_advice_set_free);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  solve (self);
  rank (self);

  return g_steal_pointer (&self);
}

/**
 * taga_advice_free:
 * @self: (transfer full): the advice
 *
 * Frees the advice.
 */
void
taga_advice_free (TagaAdvice *self)
{
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->sets);
  g_ptr_array_unref (self->items);
  taga_plan_free (self->plan);
  g_array_unref (self->open);
  taga_advice_facts_clear (&self->facts);
  g_object_unref (self->store);
  g_free (self);
}

/**
 * taga_advice_get_before:
 * @self: the advice
 *
 * Tells how the register stands now.
 *
 * Returns: (transfer none): the figures
 */
const TagaStanding *
taga_advice_get_before (TagaAdvice *self)
{
  return &self->before;
}

/**
 * taga_advice_is_answered:
 * @self: the advice
 *
 * Tells whether the round has an answer to any check item. Without one nothing is known of any
 * medium, and no advice can be given.
 *
 * Returns: whether it has
 */
gboolean
taga_advice_is_answered (TagaAdvice *self)
{
  return self->is_answered;
}

/**
 * taga_advice_is_solved:
 * @self: the advice
 *
 * Tells whether sets and plans are known, as [method@Plan.is_solved] does.
 *
 * Returns: whether they are
 */
gboolean
taga_advice_is_solved (TagaAdvice *self)
{
  return taga_plan_is_solved (self->plan);
}

/**
 * taga_advice_get_items:
 * @self: the advice
 *
 * Lists what each check item that is not done would change alone: the one that brings most first,
 * by [func@tally_compare], then the cheapest, then the guideline's first. Those that change nothing
 * alone are there too.
 *
 * Returns: (transfer none) (element-type TagaAdviceSet): sets of one item each
 */
GPtrArray *
taga_advice_get_items (TagaAdvice *self)
{
  return self->items;
}

/**
 * taga_advice_get_sets:
 * @self: the advice
 *
 * Lists the sets of check items that lower the vulnerability of media, as
 * [method@Plan.list_sets] does.
 *
 * Returns: (transfer none) (element-type TagaAdviceSet): the sets, the one that brings most first
 */
GPtrArray *
taga_advice_get_sets (TagaAdvice *self)
{
  return self->sets;
}

/**
 * taga_advice_find_item:
 * @self: the advice
 * @key: key of a check item
 *
 * Finds what a check item would change alone.
 *
 * Returns: (transfer none) (nullable): a set of that item, or `NULL` if it is done, does not apply
 *   or is not in the edition
 */
const TagaAdviceSet *
taga_advice_find_item (TagaAdvice *self, const char *key)
{
  return g_hash_table_lookup (self->by_key, key);
}

/**
 * taga_advice_find_measure:
 * @self: the advice
 * @key: key of a check item
 *
 * Finds the measure by which a check item is planned already. If there are several it is the one
 * that was entered first.
 *
 * Returns: (transfer none) (nullable): the measure, which is as old as the advice
 */
const TagaAdviceMeasure *
taga_advice_find_measure (TagaAdvice *self, const char *key)
{
  return g_hash_table_lookup (self->facts.planned, key);
}

/* Another way, if there is one that matters: for less money, or else for more than the budget. */
static void
add_runner_up (TagaAdvice *self, TagaAdvicePlan *plan, const TagaPlanChoice *best, gint64 budget)
{
  plan->runner_up = tell_once (self, taga_plan_choose_less (self->plan, best));
  if (plan->runner_up != NULL || budget == TAGA_UNKNOWN)
    return;

  plan->runner_up = tell_once (self, taga_plan_choose_more (self->plan, best));
  plan->is_dearer = plan->runner_up != NULL;
}

/**
 * taga_advice_plan:
 * @self: the advice
 * @budget: yen, 0 or more, or `TAGA_UNKNOWN` for as much as it takes
 *
 * Finds what to do with a budget, exactly. Items whose cost nobody has entered are taken as if they
 * were free (our rule) and named, so that nobody takes the sum for the whole. What a measure gets
 * done that is not finished is reckoned with and costs nothing more (our rule).
 *
 * Returns: (transfer full) (nullable): the plan, or `NULL` if plans are not known
 */
TagaAdvicePlan *
taga_advice_plan (TagaAdvice *self, gint64 budget)
{
  g_autoptr (TagaPlanChoice) best = taga_plan_choose (self->plan, budget);
  g_autoptr (TagaPlanChoice) more = NULL;
  TagaAdvicePlan *plan;

  if (best == NULL)
    return NULL;

  plan = g_new0 (TagaAdvicePlan, 1);
  plan->best = tell (self, best);
  add_runner_up (self, plan, best, budget);

  if (budget != TAGA_UNKNOWN && budget <= G_MAXINT64 - TAGA_ADVICE_MORE)
    more = taga_plan_choose (self->plan, budget + TAGA_ADVICE_MORE);
  if (more != NULL && taga_standing_compare (&more->after, &best->after) < 0)
    plan->more = tell (self, more);

  return plan;
}
