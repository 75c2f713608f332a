#include <glib/gi18n-lib.h>

#include "taga-check.h"
#include "taga-language.h"
#include "taga-profile-private.h"
#include "taga-round-answers.h"

/* Below this share of done items, in percent, a group counts as weak. */
#define WEAK 50
#define N_ISSUES 3

static const char *
get_short (const TagaItem *item)
{
  return taga_language_is_japanese () ? item->short_ja : item->short_en;
}

static int
compare_shares (gconstpointer a, gconstpointer b)
{
  const TagaGroupChange *one = *(const TagaGroupChange *const *) a;
  const TagaGroupChange *other = *(const TagaGroupChange *const *) b;

  return taga_tally_get_share (&one->before) - taga_tally_get_share (&other->before);
}

/* The groups of the earlier round that are weak, the weakest first. */
static GPtrArray *
find_weak (const TagaRoundComparison *comparison)
{
  GPtrArray *weak = g_ptr_array_new ();

  for (guint i = 0; i < comparison->groups->len; i++)
    {
      TagaGroupChange *change = &g_array_index (comparison->groups, TagaGroupChange, i);
      int share = taga_tally_get_share (&change->before);

      if (share != TAGA_UNKNOWN && share < WEAK)
        g_ptr_array_add (weak, change);
    }
  g_ptr_array_sort (weak, compare_shares);

  return weak;
}

static gboolean
is_own_judgement (const TagaRoundSide *side)
{
  return side->judge == NULL || g_str_equal (side->judge, "self");
}

/* What the company knew: the groups that are weak by its own answers. */
static void
draft_known (TagaProfileSource *source)
{
  g_autoptr (GPtrArray) weak = find_weak (source->comparison);

  for (guint i = 0; i < weak->len && i < N_ISSUES; i++)
    {
      const TagaGroupChange *change = g_ptr_array_index (weak, i);
      guint n = taga_tally_get_n_applicable (&change->before);
      g_autofree char *text = g_strdup_printf (
          /* Translators: a group of check items, how many of them are not done, how many it has */
          _ ("%1$s: %2$u of %3$u items not done yet"), get_short (change->group),
          n - change->before.n_done, n);

      taga_profile_facts_add (source->facts, "known", NULL, text);
    }
}

static void
add_revealed (TagaProfileSource *source, const TagaItem *item)
{
  /* Translators: the short name of a check item */
  g_autofree char *text = g_strdup_printf (_ ("“%s” is not done"), get_short (item));

  taga_profile_facts_add (source->facts, "revealed", NULL, text);
}

static gboolean
is_full (TagaProfileSource *source)
{
  return taga_profile_facts_count (source->facts, "revealed") >= N_ISSUES;
}

/* What an expert found on the first visit: of each weak group the first item that is not done. */
static void
reveal_visit (TagaProfileSource *source, const TagaRoundAnswers *before)
{
  g_autoptr (GPtrArray) weak = find_weak (source->comparison);
  guint n;
  const TagaItem *items =
      taga_edition_get_items (taga_store_get_edition (source->store), "check", &n);

  for (guint i = 0; i < weak->len; i++)
    for (guint j = 0; j < n && !is_full (source); j++)
      {
        const TagaGroupChange *change = g_ptr_array_index (weak, i);

        if (g_strcmp0 (items[j].group, change->group->key) != 0
            || taga_round_answers_get (before, items[j].key) != TAGA_ANSWER_NOT_DONE)
          continue;
        add_revealed (source, &items[j]);
        break;
      }
}

static gboolean
is_revealed (int before, int after)
{
  return (after == TAGA_ANSWER_NOT_DONE || after == TAGA_ANSWER_PARTLY)
         && (before == TAGA_UNKNOWN || before == TAGA_ANSWER_DONE
             || (before == TAGA_ANSWER_PARTLY && after == TAGA_ANSWER_NOT_DONE));
}

/* What the later round found: what was thought better, or not asked. */
static void
reveal_later (TagaProfileSource *source,
              const TagaRoundAnswers *before,
              const TagaRoundAnswers *after)
{
  guint n;
  const TagaItem *items =
      taga_edition_get_items (taga_store_get_edition (source->store), "check", &n);

  for (guint i = 0; i < n && !is_full (source); i++)
    if (is_revealed (taga_round_answers_get (before, items[i].key),
                     taga_round_answers_get (after, items[i].key)))
      add_revealed (source, &items[i]);
}

/* Drafts the issues: those known at the start and those that came to light. It is our own rule. */
gboolean
taga_profile_draft_issues (TagaProfileSource *source, GError **error)
{
  gboolean has_known = taga_profile_facts_count (source->facts, "known") > 0;
  gboolean has_revealed = taga_profile_facts_count (source->facts, "revealed") > 0;
  g_autoptr (TagaRoundAnswers) before = NULL;
  g_autoptr (TagaRoundAnswers) after = NULL;

  if (source->comparison == NULL)
    return TRUE;

  before = taga_round_answers_read (source->store, TAGA_TYPE_CHECK, source->comparison->before.id,
                                    error);
  after = before == NULL ? NULL
                         : taga_round_answers_read (source->store, TAGA_TYPE_CHECK,
                                                    source->comparison->after.id, error);
  if (after == NULL)
    return FALSE;

  if (!has_known && is_own_judgement (&source->comparison->before))
    draft_known (source);
  if (!has_revealed && !is_own_judgement (&source->comparison->before))
    reveal_visit (source, before);
  if (!has_revealed)
    reveal_later (source, before, after);

  return TRUE;
}
