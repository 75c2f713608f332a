#include "taga-edition-private.h"

/**
 * taga_edition_find_reading:
 * @self: an edition
 * @total: the points of all questions of the self-check
 *
 * Finds what a total of the self-check means. The choices of the list "question-reading" are all
 * readings; the number of each is the lowest total that it is of.
 *
 * Returns: (transfer none) (nullable): the reading, or `NULL` if no answers can give so few points
 */
const TagaChoice *
taga_edition_find_reading (TagaEdition *self, int total)
{
  const TagaChoice *choices, *found = NULL;
  guint n;

  g_return_val_if_fail (TAGA_IS_EDITION (self), NULL);

  choices = taga_edition_get_choices (self, "question-reading", &n);
  for (guint i = 0; i < n; i++)
    if (choices[i].number <= total && (found == NULL || choices[i].number > found->number))
      found = &choices[i];

  return found;
}

/**
 * taga_edition_get_rubric:
 * @self: an edition
 * @axis: key of an axis
 * @level: a score without its tenths, 0–5
 * @japanese: whether in Japanese or English
 *
 * Gives what a score on an axis stands for, so that judges give the same score for the same state.
 * These are Taga's own words, as the Tokyo case book does not publish its own.
 *
 * Returns: (transfer none) (nullable): the words, or `NULL` if there is no such axis or level
 */
const char *
taga_edition_get_rubric (TagaEdition *self, const char *axis, int level, gboolean japanese)
{
  const TagaRubric *rubric;

  g_return_val_if_fail (TAGA_IS_EDITION (self), NULL);
  g_return_val_if_fail (axis != NULL, NULL);

  rubric = g_hash_table_lookup (taga_edition_get_catalogue (self)->rubrics, axis);
  if (rubric == NULL || level < 0 || level >= TAGA_N_SCORES)
    return NULL;

  return rubric->text[level][japanese ? 0 : 1];
}
