#pragma once

#include "taga-self-check.h"
#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaSelfCheckSheet:
 * @id: number of the sheet; 0 for the company
 * @name: (nullable): the site or person; `NULL` for the company
 * @answers: the answer to each question, or `TAGA_UNKNOWN`
 * @total: all questions
 * @parts: each part
 * @reading: (nullable): what the total means; `NULL` as long as a question has no answer
 *
 * What one sheet of the self-check comes to, or the company.
 */
typedef struct
{
  gint64 id;
  char *name;
  int *answers;
  TagaSelfCheckSum total;
  TagaSelfCheckSum *parts;
  const TagaChoice *reading;
} TagaSelfCheckSheet;

/**
 * TagaSelfCheck:
 * @edition: (owned): the edition whose questions they are
 * @n_questions: how many questions there are
 * @questions: (array length=n_questions): the questions
 * @n_parts: how many parts there are
 * @parts: (array length=n_parts): the parts
 * @sheets: (element-type TagaSelfCheckSheet): each sheet, in the order in which they were begun
 * @company: the company, whose answer is the lowest of all sheets
 * @has_mean: whether any sheet answers every question
 * @mean: mean total of those sheets, in tenths of a point; may be below 0
 * @n_follow_up: how many questions to follow up
 * @follow_up: (array length=n_follow_up): their places among @questions, the unclear ones first
 * @n_to_confirm: answers that were copied from the round before and not looked at yet
 * @first_to_confirm: place of the first of their questions, or @n_questions
 * @n_foreign: answers to questions that the edition does not have; they stay in the file
 *
 * The self-check of one round.
 */
typedef struct
{
  TagaEdition *edition;
  guint n_questions;
  const TagaItem *questions;
  guint n_parts;
  const TagaItem *parts;
  GPtrArray *sheets;
  TagaSelfCheckSheet *company;
  gboolean has_mean;
  int mean;
  guint n_follow_up;
  guint *follow_up;
  guint n_to_confirm;
  guint first_to_confirm;
  guint n_foreign;
} TagaSelfCheck;

TagaSelfCheck *taga_self_check_read (TagaStore *store, gint64 round, GError **error);
void taga_self_check_free (TagaSelfCheck *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaSelfCheck, taga_self_check_free)

G_END_DECLS
