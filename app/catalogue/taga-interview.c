#include "taga-interview.h"

#include "taga-value.h"

#define MAX_ROUNDS 3

/* A round knows all that was answered in it by one number: how many times no came first. */
struct _TagaInterview
{
  TagaEdition *edition; /* (owned) */
  guint n_rounds;
  guint n_done;
  const char *properties[MAX_ROUNDS];
  const TagaQuestionSet *sets[MAX_ROUNDS];
  guint n_noes[MAX_ROUNDS];
};

/**
 * taga_interview_new:
 * @edition: the method edition
 * @properties: (array zero-terminated=1): what to ask about, at most three: "confidentiality",
 *   "integrity", "availability"
 *
 * Begins a sitting of as many rounds as there are properties.
 *
 * Returns: (transfer full): the sitting, before its first question
 */
TagaInterview *
taga_interview_new (TagaEdition *edition, const char *const *properties)
{
  TagaInterview *self = g_new0 (TagaInterview, 1);

  self->edition = g_object_ref (edition);
  for (; self->n_rounds < MAX_ROUNDS && properties[self->n_rounds] != NULL; self->n_rounds++)
    {
      self->sets[self->n_rounds] =
          taga_edition_get_question_set (edition, properties[self->n_rounds]);
      self->properties[self->n_rounds] = g_intern_string (properties[self->n_rounds]);
      g_assert (self->sets[self->n_rounds] != NULL);
    }

  return self;
}

/**
 * taga_interview_free:
 * @self: (transfer full): a sitting
 *
 * Frees a sitting.
 */
void
taga_interview_free (TagaInterview *self)
{
  g_object_unref (self->edition);
  g_free (self);
}

/**
 * taga_interview_answer:
 * @self: a sitting with a question to answer
 * @yes: the answer
 *
 * Answers the question. A yes ends the round at the question's level, as does the last no, at the
 * lowest level.
 */
void
taga_interview_answer (TagaInterview *self, gboolean yes)
{
  g_return_if_fail (self->n_done < self->n_rounds);

  if (!yes)
    self->n_noes[self->n_done]++;
  if (yes || self->n_noes[self->n_done] == self->sets[self->n_done]->n_questions)
    self->n_done++;
}

/**
 * taga_interview_back:
 * @self: a sitting
 *
 * Takes the last answer back.
 *
 * Returns: `TRUE`, or `FALSE` if nothing has been answered
 */
gboolean
taga_interview_back (TagaInterview *self)
{
  guint round = self->n_done;

  if (round < self->n_rounds && self->n_noes[round] > 0)
    {
      self->n_noes[round]--;
      return TRUE;
    }
  if (round == 0)
    return FALSE;

  round = --self->n_done;
  if (self->n_noes[round] == self->sets[round]->n_questions)
    self->n_noes[round]--;

  return TRUE;
}

/**
 * taga_interview_get_n_rounds:
 * @self: a sitting
 *
 * Gets how many rounds there are.
 *
 * Returns: how many
 */
guint
taga_interview_get_n_rounds (TagaInterview *self)
{
  return self->n_rounds;
}

/**
 * taga_interview_get_n_done:
 * @self: a sitting
 *
 * Gets how many rounds have come to an end.
 *
 * Returns: how many
 */
guint
taga_interview_get_n_done (TagaInterview *self)
{
  return self->n_done;
}

/**
 * taga_interview_get_property:
 * @self: a sitting
 * @round: which round, from 0
 *
 * Gets what a round is about.
 *
 * Returns: (transfer none): name of the property
 */
const char *
taga_interview_get_property (TagaInterview *self, guint round)
{
  g_return_val_if_fail (round < self->n_rounds, NULL);

  return self->properties[round];
}

/**
 * taga_interview_get_set:
 * @self: a sitting
 * @round: which round, from 0
 *
 * Gets a round's questions.
 *
 * Returns: (transfer none): the questions
 */
const TagaQuestionSet *
taga_interview_get_set (TagaInterview *self, guint round)
{
  g_return_val_if_fail (round < self->n_rounds, NULL);

  return self->sets[round];
}

/**
 * taga_interview_get_question:
 * @self: a sitting
 * @index: (out) (optional): which of its round it is, from 0
 *
 * Gets the question that is to be answered.
 *
 * Returns: (transfer none) (nullable): the question, or `NULL` when all rounds are done
 */
const TagaQuestion *
taga_interview_get_question (TagaInterview *self, guint *index)
{
  if (self->n_done == self->n_rounds)
    return NULL;

  if (index != NULL)
    *index = self->n_noes[self->n_done];
  return &self->sets[self->n_done]->questions[self->n_noes[self->n_done]];
}

/* The question that decided a round; NULL if all answers were no. */
static const TagaQuestion *
get_decisive (TagaInterview *self, guint round)
{
  const TagaQuestionSet *set = self->sets[round];

  return self->n_noes[round] < set->n_questions ? &set->questions[self->n_noes[round]] : NULL;
}

/**
 * taga_interview_get_level:
 * @self: a sitting
 * @round: which round, from 0
 *
 * Gets the level that a round came to.
 *
 * Returns: a level of the edition's scale, or `TAGA_UNKNOWN` if the round is not done
 */
int
taga_interview_get_level (TagaInterview *self, guint round)
{
  const TagaQuestion *decisive;

  g_return_val_if_fail (round < self->n_rounds, TAGA_UNKNOWN);

  if (round >= self->n_done)
    return TAGA_UNKNOWN;

  decisive = get_decisive (self, round);
  return decisive == NULL ? taga_edition_get_scale (self->edition)->lowest : decisive->level;
}

/**
 * taga_interview_get_mark:
 * @self: a sitting
 * @round: which round, from 0
 *
 * Gets the mark of the asset that the answers of a round speak for.
 *
 * Returns: (transfer none) (nullable): "personal", "sensitive" or "my-number"; `NULL` if there is
 *   none, or the round is not done
 */
const char *
taga_interview_get_mark (TagaInterview *self, guint round)
{
  const TagaQuestion *decisive;

  g_return_val_if_fail (round < self->n_rounds, NULL);

  decisive = round >= self->n_done ? NULL : get_decisive (self, round);
  return decisive == NULL ? NULL : decisive->mark;
}

/**
 * taga_interview_get_reason:
 * @self: a sitting
 * @round: which round, from 0
 * @japanese: whether in Japanese or English
 *
 * Gets why a round came to its level, in a sentence: what the question that decided says.
 *
 * Returns: (transfer none) (nullable): the sentence, or `NULL` if the round is not done
 */
const char *
taga_interview_get_reason (TagaInterview *self, guint round, gboolean japanese)
{
  const TagaQuestion *decisive;

  g_return_val_if_fail (round < self->n_rounds, NULL);

  if (round >= self->n_done)
    return NULL;

  decisive = get_decisive (self, round);
  return (decisive == NULL ? self->sets[round]->otherwise : decisive->reason)[japanese ? 0 : 1];
}
