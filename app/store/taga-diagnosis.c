#include "taga-diagnosis.h"

#include "taga-check.h"
#include "taga-risk.h"
#include "taga-round-answers.h"

static TagaDiagnosisGroup *
find_group (TagaDiagnosis *self, const char *key)
{
  for (guint i = 0; i < self->n_groups; i++)
    if (g_strcmp0 (self->groups[i].group->key, key) == 0)
      return &self->groups[i];

  return NULL;
}

static void
count_groups (TagaDiagnosis *self, const TagaRoundAnswers *answers)
{
  guint n;
  const TagaItem *checks = taga_edition_get_items (self->edition, "check", &n);
  const TagaItem *groups = taga_edition_get_items (self->edition, "check-group", &self->n_groups);

  self->groups = g_new0 (TagaDiagnosisGroup, self->n_groups);
  for (guint i = 0; i < self->n_groups; i++)
    self->groups[i].group = &groups[i];

  for (guint i = 0; i < n; i++)
    {
      TagaDiagnosisGroup *group = find_group (self, checks[i].group);
      int answer = taga_round_answers_get (answers, checks[i].key);

      taga_tally_add (&self->total, answer);
      if (group != NULL)
        taga_tally_add (&group->tally, answer);
    }
}

/**
 * taga_diagnosis_asks_for:
 * @edition: an edition
 * @check: one of its check items
 * @regulation: one of its regulations
 *
 * Tells whether an item asks for a regulation: for those that name it. One that the company has
 * added asks for what its whole group asks for.
 *
 * Returns: `TRUE` if it does
 */
gboolean
taga_diagnosis_asks_for (TagaEdition *edition, const TagaItem *check, const TagaItem *regulation)
{
  guint n;
  const TagaItem *checks = taga_edition_get_items (edition, "check", &n);
  gboolean is_whole = TRUE;
  gboolean has_other = FALSE;

  if (!check->is_own)
    return g_strv_contains (regulation->checks, check->key);

  for (guint i = 0; i < n; i++)
    if (!checks[i].is_own && g_strcmp0 (checks[i].group, check->group) == 0)
      {
        has_other = TRUE;
        is_whole = is_whole && g_strv_contains (regulation->checks, checks[i].key);
      }

  return has_other && is_whole;
}

static void
diagnose_regulation (TagaDiagnosisRegulation *self,
                     TagaEdition *edition,
                     const TagaRoundAnswers *answers)
{
  guint n;
  const TagaItem *checks = taga_edition_get_items (edition, "check", &n);

  self->reasons = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    {
      int answer = taga_round_answers_get (answers, checks[i].key);

      if (!taga_diagnosis_asks_for (edition, &checks[i], self->regulation))
        continue;

      taga_tally_add (&self->tally, answer);
      if (answer == TAGA_ANSWER_PARTLY || answer == TAGA_ANSWER_NOT_DONE)
        g_ptr_array_add (self->reasons, (gpointer) &checks[i]);
    }

  if (self->reasons->len > 0)
    self->need = TAGA_NEED_YES;
  else
    self->need = self->tally.n_unanswered > 0 ? TAGA_NEED_UNKNOWN : TAGA_NEED_NO;
}

/**
 * taga_diagnosis_read:
 * @store: a store
 * @round: number of a round
 * @error: return location for an error
 *
 * Tells for each group of check items how it stands, and for each regulation whether the company
 * needs it: if any item that asks for it is done in part or not at all. That is our rule; the
 * workbook's sheet 診断結果 names the regulations, but not by which rule.
 *
 * Returns: (transfer full) (nullable): the diagnosis, or `NULL` with any [error@StoreError]
 */
TagaDiagnosis *
taga_diagnosis_read (TagaStore *store, gint64 round, GError **error)
{
  g_autoptr (TagaRoundAnswers) answers =
      taga_round_answers_read (store, TAGA_TYPE_CHECK, round, error);
  TagaDiagnosis *self;
  const TagaItem *regulations;

  if (answers == NULL)
    return NULL;

  self = g_new0 (TagaDiagnosis, 1);
  self->edition = g_object_ref (taga_store_get_edition (store));
  self->n_to_confirm = g_hash_table_size (answers->to_confirm);
  self->n_foreign = answers->n_foreign;
  count_groups (self, answers);

  regulations = taga_edition_get_items (self->edition, "regulation", &self->n_regulations);
  self->regulations = g_new0 (TagaDiagnosisRegulation, self->n_regulations);
  for (guint i = 0; i < self->n_regulations; i++)
    {
      self->regulations[i].regulation = &regulations[i];
      diagnose_regulation (&self->regulations[i], self->edition, answers);
    }

  return self;
}

/**
 * taga_diagnosis_free:
 * @self: (transfer full): a diagnosis
 *
 * Frees the diagnosis.
 */
void
taga_diagnosis_free (TagaDiagnosis *self)
{
  for (guint i = 0; i < self->n_regulations; i++)
    g_ptr_array_unref (self->regulations[i].reasons);
  g_free (self->regulations);
  g_free (self->groups);
  g_object_unref (self->edition);
  g_free (self);
}

/**
 * taga_need_to_key:
 * @need: whether a regulation is needed
 *
 * Gives the name of it in the command line's JSON.
 *
 * Returns: (transfer none): "unknown", "no" or "yes"
 */
const char *
taga_need_to_key (TagaNeed need)
{
  static const char *const keys[] = {
    [TAGA_NEED_UNKNOWN] = "unknown", [TAGA_NEED_NO] = "no", [TAGA_NEED_YES] = "yes"
  };

  g_return_val_if_fail (need < G_N_ELEMENTS (keys), "unknown");

  return keys[need];
}
