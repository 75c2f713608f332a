#include "taga-readiness.h"

#include <glib/gi18n-lib.h>

#include "taga-date.h"
#include "taga-language.h"
#include "taga-rule-states.h"
#include "taga-self-check-read.h"
#include "taga-store-private.h"

static void
free_condition (gpointer data)
{
  TagaCondition *condition = data;

  g_free (condition->sentence);
  g_free (condition->item);
  g_free (condition);
}

static void
add_condition (TagaReadiness *self,
               guint stars,
               const char *key,
               const char *page,
               const char *item,
               gboolean is_met,
               char *sentence)
{
  TagaCondition *condition = g_new0 (TagaCondition, 1);

  condition->key = key;
  condition->is_met = is_met;
  condition->sentence = sentence;
  condition->page = page;
  condition->item = g_strdup (is_met ? NULL : item);
  g_ptr_array_add (self->conditions[stars - 1], condition);
  self->is_ready[stars - 1] = self->is_ready[stars - 1] && is_met;
}

/* What may be wrong with a rule. */
static gboolean
is_unanswered (const TagaRuleState *rule)
{
  return rule->answer < 1 || rule->answer > 3;
}

static gboolean
is_not_begun (const TagaRuleState *rule)
{
  return rule->answer != 1 && rule->answer != 2;
}

static gboolean
is_without_way (const TagaRuleState *rule)
{
  return !rule->has_way;
}

/* The names of the rules with which something is wrong. */
static char *
name_rules (const TagaRuleStates *rules,
            gboolean (*is_wrong) (const TagaRuleState *rule),
            const char **first)
{
  g_autoptr (GString) names = g_string_new (NULL);
  gboolean japanese = taga_language_is_japanese ();

  *first = NULL;
  for (guint i = 0; i < rules->n; i++)
    if (is_wrong (&rules->rules[i]))
      {
        const TagaItem *rule = rules->rules[i].rule;

        if (*first == NULL)
          *first = rule->key;
        else
          g_string_append (names, japanese ? "、" : ", ");
        g_string_append (names, japanese ? rule->short_ja : rule->short_en);
      }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* ★ asks to take up the rules (guideline v3.1, p. 12). That they are answered, begun and in the
 * company's own words is how we read "take up". */
static gboolean
judge_rules (TagaReadiness *self, TagaStore *store, gint64 round, GError **error)
{
  static const struct
  {
    const char *key;
    gboolean (*is_wrong) (const TagaRuleState *rule);
    const char *met;
    const char *missing;
  } conditions[] = {
    { "answered", is_unanswered, N_ ("Every rule has a state."),
      N_ ("These rules have no state yet: %s.") },
    { "begun", is_not_begun, N_ ("Every rule is in place, at least in part."),
      N_ ("These rules are not in place yet, not even in part: %s.") },
    { "way", is_without_way, N_ ("Your own way is written down for every rule."),
      N_ ("Your own way is not written down for these rules: %s.") },
  };
  g_autoptr (TagaRuleStates) rules = taga_rule_states_read (store, round, error);

  if (rules == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    {
      const char *first;
      g_autofree char *names = name_rules (rules, conditions[i].is_wrong, &first);
      g_autoptr (GString) sentence =
          g_string_new (first == NULL ? _ (conditions[i].met) : _ (conditions[i].missing));

      g_string_replace (sentence, "%s", names, 1);
      add_condition (self, 1, conditions[i].key, "self-check", first, first == NULL,
                     g_string_free (g_steal_pointer (&sentence), FALSE));
    }

  return TRUE;
}

/* ★★ asks to know the state by the self-check (guideline v3.1, p. 19). */
static gboolean
judge_self_check (TagaReadiness *self, TagaStore *store, gint64 round, GError **error)
{
  g_autoptr (TagaSelfCheck) check = taga_self_check_read (store, round, error);
  const TagaSelfCheckSum *total;
  const char *first = NULL;
  guint n_open;

  if (check == NULL)
    return FALSE;

  total = &check->company->total;
  n_open = total->n_questions - total->n_answered;
  for (guint i = 0; first == NULL && i < check->n_questions; i++)
    if (check->company->answers[i] == TAGA_UNKNOWN)
      first = check->questions[i].key;

  add_condition (self, 2, "self-check", "self-check", first, n_open == 0,
                 n_open == 0
                     ? g_strdup_printf (_ ("All %u questions of the self-check are answered."),
                                        total->n_questions)
                     : g_strdup_printf (ngettext ("%u question of the self-check is not answered "
                                                  "yet.",
                                                  "%u questions of the self-check are not answered "
                                                  "yet.",
                                                  n_open),
                                        n_open));
  return TRUE;
}

/* ★★ also asks to publish a basic policy (guideline v3.1, p. 19). */
static gboolean
judge_policy (TagaReadiness *self, TagaStore *store, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (
      store->db,
      "SELECT policy_url FROM declaration WHERE trim (coalesce (policy_url, '')) <> ''"
      " ORDER BY declared_on IS NULL, declared_on DESC, id DESC LIMIT 1",
      error);
  gboolean has_row;

  if (stmt == NULL || !taga_database_step (stmt, &has_row, error))
    return FALSE;

  add_condition (
      self, 2, "policy", "self-check", "declaration", has_row,
      has_row ? g_strdup_printf (_ ("The basic policy is published: %s"),
                                 taga_row_guard ((const char *) sqlite3_column_text (stmt, 0)))
              : g_strdup (_ ("No address of a published basic policy is written down. "
                             "Publish the policy and enter its address in the record of "
                             "the declaration.")));
  return TRUE;
}

static gboolean
read_declaration (TagaReadiness *self, TagaStore *store, GError **error)
{
  g_autofree char *today = taga_date_today ();
  g_autoptr (sqlite3_stmt) stmt =
      taga_database_prepare (store->db,
                             "SELECT stars, declared_on, review_on, review_on <= ? FROM declaration"
                             " ORDER BY declared_on IS NULL, declared_on DESC, id DESC LIMIT 1",
                             error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_text (stmt, 1, today, -1, SQLITE_STATIC);
  if (!taga_database_step (stmt, &has_row, error))
    return FALSE;

  if (has_row)
    {
      self->declared_stars = CLAMP (sqlite3_column_int (stmt, 0), 0, TAGA_N_STARS);
      self->declared_on = g_strdup (taga_row_guard ((const char *) sqlite3_column_text (stmt, 1)));
      self->review_on = g_strdup (taga_row_guard ((const char *) sqlite3_column_text (stmt, 2)));
      self->is_review_due = sqlite3_column_int (stmt, 3) > 0;
    }

  return TRUE;
}

/**
 * taga_readiness_read:
 * @store: a store
 * @round: number of the round whose answers count
 * @error: return location for an error
 *
 * Tells what is missing before the company declares one star or two. Nobody examines a declaration;
 * the conditions are the guideline's in our reading. Texts are in the user's language.
 *
 * Returns: (transfer full) (nullable): the conditions, or `NULL` with any [error@StoreError]
 */
TagaReadiness *
taga_readiness_read (TagaStore *store, gint64 round, GError **error)
{
  g_autoptr (TagaReadiness) self = g_new0 (TagaReadiness, 1);

  for (guint i = 0; i < TAGA_N_STARS; i++)
    {
      self->conditions[i] = g_ptr_array_new_with_free_func (free_condition);
      self->is_ready[i] = TRUE;
    }

  if (!judge_rules (self, store, round, error) || !judge_self_check (self, store, round, error)
      || !judge_policy (self, store, error) || !read_declaration (self, store, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * taga_readiness_free:
 * @self: (transfer full): the conditions
 *
 * Frees the conditions.
 */
void
taga_readiness_free (TagaReadiness *self)
{
  for (guint i = 0; i < TAGA_N_STARS; i++)
    g_ptr_array_unref (self->conditions[i]);
  g_free (self->declared_on);
  g_free (self->review_on);
  g_free (self);
}
