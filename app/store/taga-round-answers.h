#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaRoundAnswers:
 * @numbers: key of each item that is answered -> its number
 * @to_confirm: keys of those that were copied from the round before and not looked at yet
 * @n_foreign: answers to items that the method edition does not have; they stay in the file
 *
 * What one round says of the items of a list: threats, check items, rules or re-check questions.
 */
typedef struct
{
  GHashTable *numbers;
  GHashTable *to_confirm;
  guint n_foreign;
} TagaRoundAnswers;

TagaRoundAnswers *
taga_round_answers_read (TagaStore *store, GType type, gint64 round, GError **error);
void taga_round_answers_free (TagaRoundAnswers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaRoundAnswers, taga_round_answers_free)

int taga_round_answers_get (const TagaRoundAnswers *self, const char *item);

G_END_DECLS
