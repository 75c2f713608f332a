#include "taga-rule-states.h"

#include "taga-rule.h"
#include "taga-store-private.h"

/* As long as the company has not chosen, it follows the set that the edition names last, which is
 * the newest: who keeps six rules keeps the five of them too. */
static gboolean
find_set (TagaRuleStates *self, TagaStore *store, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
      taga_database_prepare (store->db, "SELECT rule_set FROM company WHERE id = 1", error);
  const TagaItem *sets;
  gboolean has_row;
  guint n;

  if (stmt == NULL || !taga_database_step (stmt, &has_row, error))
    return FALSE;

  if (has_row)
    self->set = taga_edition_find_item (self->edition, "rule-set",
                                        (const char *) sqlite3_column_text (stmt, 0));
  sets = taga_edition_get_items (self->edition, "rule-set", &n);
  if (self->set == NULL && n > 0)
    self->set = &sets[n - 1];

  return TRUE;
}

static void
list_rules (TagaRuleStates *self)
{
  guint n = self->set == NULL ? 0 : g_strv_length ((char **) self->set->checks);

  self->rules = g_new0 (TagaRuleState, n);
  for (guint i = 0; i < n; i++)
    {
      const TagaItem *rule = taga_edition_find_item (self->edition, "rule", self->set->checks[i]);

      if (rule == NULL)
        continue;

      self->rules[self->n].rule = rule;
      self->rules[self->n++].answer = TAGA_UNKNOWN;
    }
}

static void
take_row (TagaRuleStates *self, sqlite3_stmt *stmt)
{
  const char *item = (const char *) sqlite3_column_text (stmt, 0);

  for (guint i = 0; item != NULL && i < self->n; i++)
    if (g_str_equal (self->rules[i].rule->key, item))
      {
        self->rules[i].has_way = sqlite3_column_int (stmt, 2) > 0;
        if (sqlite3_column_type (stmt, 1) == SQLITE_NULL)
          continue;
        self->rules[i].answer = sqlite3_column_int (stmt, 1);
        self->rules[i].to_confirm = sqlite3_column_int (stmt, 3) > 0;
      }
}

static gboolean
read_rows (TagaRuleStates *self, TagaStore *store, gint64 round, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (
      store->db,
      "SELECT item, answer, length (trim (coalesce (way, ''), char (9, 10, 13, 32, 12288))) > 0,"
      " to_confirm FROM rule WHERE round = ?",
      error);
  gboolean has_row = TRUE;

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, round);
  while (taga_database_step (stmt, &has_row, error) && has_row)
    take_row (self, stmt);

  return !has_row;
}

static void
count (TagaRuleStates *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      self->n_done += self->rules[i].answer == 1;
      self->n_partly += self->rules[i].answer == 2;
      self->n_not_done += self->rules[i].answer == 3;
      self->n_without_way += !self->rules[i].has_way;
      self->n_to_confirm += self->rules[i].to_confirm;
    }
}

/**
 * taga_rule_states_read:
 * @store: a store
 * @round: number of a round
 * @error: return location for an error
 *
 * Reads how the company keeps the rules of the set that it follows (guideline v3.1, p. 15; the six
 * rules are those of v4.0).
 *
 * Returns: (transfer full) (nullable): the rules, or `NULL` with any [error@StoreError]
 */
TagaRuleStates *
taga_rule_states_read (TagaStore *store, gint64 round, GError **error)
{
  g_autoptr (TagaRuleStates) self = g_new0 (TagaRuleStates, 1);

  self->edition = g_object_ref (taga_store_get_edition (store));
  if (!find_set (self, store, error))
    return NULL;

  list_rules (self);
  if (!read_rows (self, store, round, error))
    return NULL;

  count (self);
  return g_steal_pointer (&self);
}

/**
 * taga_rule_states_free:
 * @self: (transfer full): the rules
 *
 * Frees the rules.
 */
void
taga_rule_states_free (TagaRuleStates *self)
{
  g_free (self->rules);
  g_object_unref (self->edition);
  g_free (self);
}
