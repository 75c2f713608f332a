#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaAnswerState:
 * @number: what was answered, or `TAGA_UNKNOWN`
 * @to_confirm: whether it was copied from the round before and not yet looked at
 *
 * What the round in use says of an item, in short.
 */
typedef struct
{
  int number;
  gboolean to_confirm;
} TagaAnswerState;

GHashTable *taga_answer_states_load (TagaStore *store, GType type, gint64 sheet, GError **error);
TagaAnswerState taga_answer_states_get (GHashTable *states, const char *item);

G_END_DECLS
