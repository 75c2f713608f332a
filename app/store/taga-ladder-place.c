#include "taga-ladder-place.h"

#include "taga-asset.h"
#include "taga-check.h"
#include "taga-ladder-later.h"
#include "taga-roles.h"
#include "taga-round-answers.h"
#include "taga-rule-states.h"
#include "taga-self-check-read.h"
#include "taga-store-private.h"
#include "taga-threat.h"

/* Keeps what a move is about; the first that asks for it counts. */
static void
note (TagaLadderPlace *self, TagaLadderMove move, gboolean is_due, const char *item)
{
  if (is_due && self->items[move] == NULL)
    self->items[move] = g_strdup (item);
}

static gboolean
read_round (TagaLadderPlace *self, TagaStore *store, GError **error)
{
  gint64 n_open, n_sealed;

  if (!taga_database_get_integer (store->db, TAGA_ROUND_IN_USE, &self->round, error)
      || !taga_database_get_integer (
          store->db, "SELECT count (*) FROM round WHERE sealed_on IS NULL", &n_open, error)
      || !taga_database_get_integer (
          store->db, "SELECT count (*) FROM round WHERE sealed_on IS NOT NULL", &n_sealed, error))
    return FALSE;

  self->facts.is_open = n_open > 0;
  self->facts.n_sealed = (guint) n_sealed;
  return TRUE;
}

static gboolean
read_rules (TagaLadderPlace *self, TagaStore *store, GError **error)
{
  TagaLadderFacts *facts = &self->facts;
  g_autoptr (TagaRuleStates) rules = taga_rule_states_read (store, self->round, error);

  if (rules == NULL)
    return FALSE;

  self->rule_set = rules->set;
  facts->n_rules = rules->n;
  facts->n_rules_done = rules->n_done;
  facts->n_rules_partly = rules->n_partly;
  facts->n_rules_not_done = rules->n_not_done;
  facts->n_rules_without_way = rules->n_without_way;
  facts->n_confirm_rules = rules->n_to_confirm;
  for (guint i = 0; i < rules->n; i++)
    {
      const TagaRuleState *rule = &rules->rules[i];

      note (self, TAGA_MOVE_ANSWER_RULE, rule->answer < 1 || rule->answer > 3, rule->rule->key);
      note (self, TAGA_MOVE_KEEP_RULE, rule->answer == 3, rule->rule->key);
      note (self, TAGA_MOVE_DESCRIBE_RULE, !rule->has_way, rule->rule->key);
      note (self, TAGA_MOVE_CONFIRM_RULE, rule->to_confirm, rule->rule->key);
    }

  return TRUE;
}

/* Of the questions to follow up those come first to which nobody knows the answer. */
static void
count_follow_up (TagaLadderPlace *self, const TagaSelfCheck *check)
{
  for (guint i = 0; i < check->n_follow_up; i++)
    {
      guint question = check->follow_up[i];
      const TagaChoice *answer = taga_edition_find_level (check->edition, "question-answer",
                                                          check->company->answers[question]);
      gboolean is_unclear = answer != NULL && answer->points < 0;

      self->facts.n_unclear += is_unclear;
      self->facts.n_low += !is_unclear;
      note (self, TAGA_MOVE_CLEAR_QUESTION, is_unclear, check->questions[question].key);
      note (self, TAGA_MOVE_MEND_QUESTION, !is_unclear, check->questions[question].key);
    }
}

static gboolean
read_self_check (TagaLadderPlace *self, TagaStore *store, GError **error)
{
  TagaLadderFacts *facts = &self->facts;
  g_autoptr (TagaSelfCheck) check = taga_self_check_read (store, self->round, error);

  if (check == NULL)
    return FALSE;

  facts->n_questions = check->n_questions;
  facts->n_questions_answered = check->company->total.n_answered;
  facts->points = check->company->total.points;
  facts->most = check->company->total.most;
  facts->n_confirm_questions = check->n_to_confirm;
  count_follow_up (self, check);
  for (guint i = 0; i < check->n_questions; i++)
    {
      gboolean is_open = check->company->answers[i] == TAGA_UNKNOWN;

      note (self, TAGA_MOVE_START_SELF_CHECK, is_open, check->questions[i].key);
      note (self, TAGA_MOVE_ANSWER_QUESTION, is_open, check->questions[i].key);
    }
  note (self, TAGA_MOVE_CONFIRM_QUESTION, check->first_to_confirm < check->n_questions,
        check->first_to_confirm < check->n_questions ? check->questions[check->first_to_confirm].key
                                                     : NULL);

  return TRUE;
}

static gboolean
read_roles (TagaLadderPlace *self, TagaStore *store, GError **error)
{
  g_autoptr (TagaRoles) roles = taga_roles_read (store, error);

  if (roles == NULL)
    return FALSE;

  self->facts.n_roles = roles->n_standing;
  self->facts.n_roles_filled = roles->n_standing_filled;
  for (guint i = 0; i < roles->n; i++)
    note (self, TAGA_MOVE_FILL_ROLE, roles->roles[i].is_standing && !roles->roles[i].is_filled,
          roles->roles[i].role->key);

  return TRUE;
}

static int
get_level (sqlite3_stmt *stmt, int column)
{
  return sqlite3_column_type (stmt, column) == SQLITE_NULL ? TAGA_UNKNOWN
                                                           : sqlite3_column_int (stmt, column);
}

static int
choose_level (int override, const int *of_media, int medium)
{
  if (override != TAGA_UNKNOWN)
    return override;

  return medium < 0 ? TAGA_UNKNOWN : of_media[medium];
}

/* Counts assets that all rules treat alike. */
static void
take_assets (TagaLadderPlace *self, TagaStore *store, sqlite3_stmt *stmt, int line, gboolean *media)
{
  const TagaAssessment *assessment = taga_store_get_assessment (store);
  int medium =
      taga_assessment_find_medium (assessment, (const char *) sqlite3_column_text (stmt, 0));
  int importance = get_level (stmt, 1);
  int threat = choose_level (get_level (stmt, 2), assessment->threat, medium);
  int vulnerability = choose_level (get_level (stmt, 3), assessment->vulnerability, medium);
  TagaTreatment treatment = taga_treatment_from_key ((const char *) sqlite3_column_text (stmt, 4));
  guint n = (guint) sqlite3_column_int64 (stmt, 5);
  int risk =
      taga_risk_value (importance, taga_risk_likelihood (assessment->scale, threat, vulnerability));

  self->facts.n_assets += n;
  if (medium >= 0)
    media[medium] = TRUE;
  if (medium >= 0 && importance != TAGA_UNKNOWN)
    self->facts.n_assets_rated += n;
  if (treatment == TAGA_TREATMENT_REDUCE)
    self->facts.n_reduced += n;
  if (risk >= line)
    {
      self->facts.n_risks += n;
      self->facts.n_treated += treatment == TAGA_TREATMENT_NONE ? 0 : n;
    }
}

/* From which risk on something has to be done: the company's line, else the medium band. */
static gboolean
read_line (TagaStore *store, int *line, GError **error)
{
  gint64 acceptance;

  if (!taga_database_get_integer (
          store->db, "SELECT coalesce ((SELECT acceptance FROM company WHERE id = 1), -1)",
          &acceptance, error))
    return FALSE;

  *line = acceptance >= 0 ? (int) MIN (acceptance, G_MAXINT)
                          : store->assessment.scale->band_from[TAGA_BAND_MEDIUM];
  *line = MAX (*line, 0);
  return TRUE;
}

static gboolean
read_assets (TagaLadderPlace *self, TagaStore *store, gboolean *media, GError **error)
{
  const TagaField *importance =
      &taga_record_class_peek (TAGA_TYPE_ASSET)->fields[TAGA_ASSET_IMPORTANCE];
  g_autofree char *sql = g_strdup_printf (
      "SELECT medium, %s, threat_override, vulnerability_override, treatment, count (*) FROM asset"
      " WHERE retired_on IS NULL GROUP BY 1, 2, 3, 4, 5",
      importance->sql);
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (store->db, sql, error);
  gboolean has_row = TRUE;
  int line;

  if (stmt == NULL || !read_line (store, &line, error))
    return FALSE;

  while (taga_database_step (stmt, &has_row, error) && has_row)
    take_assets (self, store, stmt, line, media);

  return !has_row;
}

static gboolean
read_threats (TagaLadderPlace *self, TagaStore *store, const gboolean *media, GError **error)
{
  TagaLadderFacts *facts = &self->facts;
  g_autoptr (TagaRoundAnswers) answers =
      taga_round_answers_read (store, TAGA_TYPE_THREAT, self->round, error);
  guint n;
  const TagaItem *threats = taga_edition_get_items (self->edition, "threat", &n);

  if (answers == NULL)
    return FALSE;

  facts->n_confirm_threats = g_hash_table_size (answers->to_confirm);
  for (guint i = 0; i < n; i++)
    {
      int medium = taga_assessment_find_medium (&store->assessment, threats[i].group);
      gboolean is_answered = taga_round_answers_get (answers, threats[i].key) != TAGA_UNKNOWN;

      note (self, TAGA_MOVE_CONFIRM_THREAT,
            g_hash_table_contains (answers->to_confirm, threats[i].key), threats[i].key);
      if (medium < 0 || !media[medium])
        continue;

      facts->n_threats++;
      facts->n_threats_answered += is_answered;
      note (self, TAGA_MOVE_ANSWER_THREAT, !is_answered, threats[i].key);
    }

  return TRUE;
}

static gboolean
read_checks (TagaLadderPlace *self, TagaStore *store, GError **error)
{
  TagaLadderFacts *facts = &self->facts;
  g_autoptr (TagaRoundAnswers) answers =
      taga_round_answers_read (store, TAGA_TYPE_CHECK, self->round, error);
  const TagaItem *checks = taga_edition_get_items (self->edition, "check", &facts->n_checks);

  if (answers == NULL)
    return FALSE;

  facts->n_confirm_checks = g_hash_table_size (answers->to_confirm);
  for (guint i = 0; i < facts->n_checks; i++)
    {
      gboolean is_answered = taga_round_answers_get (answers, checks[i].key) != TAGA_UNKNOWN;

      facts->n_checks_answered += is_answered;
      note (self, TAGA_MOVE_ANSWER_CHECK, !is_answered, checks[i].key);
      note (self, TAGA_MOVE_CONFIRM_CHECK,
            g_hash_table_contains (answers->to_confirm, checks[i].key), checks[i].key);
    }

  return TRUE;
}

/* Of the measures that are not finished the one comes first that is due first. */
static gboolean
read_measures (TagaLadderPlace *self, TagaStore *store, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
      taga_database_prepare (store->db,
                             "SELECT id, name, coalesce (status, '') = 'done' FROM measure"
                             " ORDER BY 3, planned_end IS NULL, planned_end, id",
                             error);
  gboolean has_row = TRUE;

  if (stmt == NULL)
    return FALSE;

  while (taga_database_step (stmt, &has_row, error) && has_row)
    {
      gboolean is_done = sqlite3_column_int (stmt, 2) > 0;

      self->facts.n_measures++;
      self->facts.n_measures_done += is_done;
      if (is_done || self->measure != NULL)
        continue;

      self->items[TAGA_MOVE_FINISH_MEASURE] =
          g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) sqlite3_column_int64 (stmt, 0));
      self->measure = g_strdup (taga_row_guard ((const char *) sqlite3_column_text (stmt, 1)));
    }

  return !has_row;
}

static gboolean
read_policy (TagaLadderPlace *self, TagaStore *store, GError **error)
{
  gint64 n;

  if (!taga_database_get_integer (
          store->db,
          "SELECT count (*) FROM declaration WHERE trim (coalesce (policy_url, '')) <> ''", &n,
          error))
    return FALSE;

  self->facts.has_policy = n > 0;
  return TRUE;
}

/**
 * taga_ladder_place_read:
 * @store: a store
 * @error: return location for an error
 *
 * Reads how far the company is. The answers are those of the newest open round, whichever the user
 * looks at; the risks follow from the round that the store goes by.
 *
 * Returns: (transfer full) (nullable): the place, or `NULL` with any [error@StoreError]
 */
TagaLadderPlace *
taga_ladder_place_read (TagaStore *store, GError **error)
{
  g_autoptr (TagaLadderPlace) self = g_new0 (TagaLadderPlace, 1);
  gboolean media[TAGA_MAX_MEDIA] = { FALSE };

  self->edition = g_object_ref (taga_store_get_edition (store));
  if (!read_round (self, store, error) || !read_rules (self, store, error)
      || !read_self_check (self, store, error) || !read_policy (self, store, error)
      || !read_roles (self, store, error) || !read_assets (self, store, media, error)
      || !read_threats (self, store, media, error) || !read_checks (self, store, error)
      || !read_measures (self, store, error)
      || !taga_ladder_later_read (store, self->round, &self->facts.put_off, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * taga_ladder_place_free:
 * @self: (transfer full): a place
 *
 * Frees the place.
 */
void
taga_ladder_place_free (TagaLadderPlace *self)
{
  for (guint i = 0; i < TAGA_N_MOVES; i++)
    g_free (self->items[i]);
  g_free (self->measure);
  g_object_unref (self->edition);
  g_free (self);
}
