#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TagaTallyState:
 * @TAGA_TALLY_UNKNOWN: nothing is answered yet
 * @TAGA_TALLY_NOT_APPLICABLE: no item applies to the company
 * @TAGA_TALLY_NOT_DONE: of what is answered nothing is done, not even in part
 * @TAGA_TALLY_PARTLY: something is done, something is not, or not known
 * @TAGA_TALLY_DONE: every item that applies is done
 *
 * How a group of check items stands.
 */
typedef enum
{
  TAGA_TALLY_UNKNOWN,
  TAGA_TALLY_NOT_APPLICABLE,
  TAGA_TALLY_NOT_DONE,
  TAGA_TALLY_PARTLY,
  TAGA_TALLY_DONE,
} TagaTallyState;

/**
 * TagaTally:
 *
 * How many check items got which answer.
 */
typedef struct
{
  guint n_done;
  guint n_partly;
  guint n_not_done;
  guint n_not_applicable;
  guint n_unanswered;
} TagaTally;

void taga_tally_add (TagaTally *self, int answer);
guint taga_tally_get_n_items (const TagaTally *self);
guint taga_tally_get_n_applicable (const TagaTally *self);
int taga_tally_get_share (const TagaTally *self);
TagaTallyState taga_tally_get_state (const TagaTally *self);
const char *taga_tally_state_to_key (TagaTallyState state);

G_END_DECLS
