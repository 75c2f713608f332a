#pragma once

#include "taga-edition.h"

G_BEGIN_DECLS

/**
 * TagaQuestion:
 * @level: the level that a yes gives
 * @text: a question to be answered by yes or no, Japanese first
 * @example: (nullable): what is meant, Japanese first
 * @reason: what a yes says, as a sentence that is kept with the asset, Japanese first
 * @mark: (nullable): the asset's mark that a yes speaks for: "personal", "sensitive" or "my-number"
 *
 * An everyday question about an asset.
 */
typedef struct
{
  int level;
  const char *text[2];
  const char *example[2];
  const char *reason[2];
  const char *mark;
} TagaQuestion;

/**
 * TagaQuestionSet:
 * @title: what the questions are about, in a few words, Japanese first
 * @questions: (array length=n_questions): the questions, those of the highest level first
 * @n_questions: how many
 * @otherwise: what it says if every answer is no, Japanese first
 *
 * The questions that lead to the level of confidentiality, integrity or availability: the first
 * that is answered by yes gives it, and if none is it is the lowest.
 */
typedef struct
{
  const char *title[2];
  TagaQuestion *questions;
  guint n_questions;
  const char *otherwise[2];
} TagaQuestionSet;

void taga_question_set_free (gpointer set);

const TagaQuestionSet *taga_edition_get_question_set (TagaEdition *self, const char *property);

G_END_DECLS
