#include "taga-tally.h"

#include "taga-risk.h"
#include "taga-value.h"

/**
 * taga_tally_add:
 * @self: a tally, of zeros at first
 * @answer: [enum@Answer] to one more check item; any other number is none
 *
 * Counts one more item.
 */
void
taga_tally_add (TagaTally *self, int answer)
{
  switch (answer)
    {
    case TAGA_ANSWER_DONE:
      self->n_done++;
      break;
    case TAGA_ANSWER_PARTLY:
      self->n_partly++;
      break;
    case TAGA_ANSWER_NOT_DONE:
      self->n_not_done++;
      break;
    case TAGA_ANSWER_NOT_APPLICABLE:
      self->n_not_applicable++;
      break;
    default:
      self->n_unanswered++;
    }
}

/**
 * taga_tally_get_n_items:
 * @self: a tally
 *
 * Returns: how many items were counted
 */
guint
taga_tally_get_n_items (const TagaTally *self)
{
  return taga_tally_get_n_applicable (self) + self->n_not_applicable;
}

/**
 * taga_tally_get_n_applicable:
 * @self: a tally
 *
 * Returns: how many items apply to the company; one without an answer does, until somebody says no
 */
guint
taga_tally_get_n_applicable (const TagaTally *self)
{
  return self->n_done + self->n_partly + self->n_not_done + self->n_unanswered;
}

/**
 * taga_tally_get_share:
 * @self: a tally
 *
 * Gives the share of the items that are done among those that apply. This is our rule, as the
 * layout of the sheet 診断結果 is not published. 100 is said of a group in which everything is
 * done, and 0 of one in which nothing is; between them lies what is neither.
 *
 * Returns: percent, 0–100, or `TAGA_UNKNOWN` if no item applies or none is answered
 */
int
taga_tally_get_share (const TagaTally *self)
{
  guint n_applicable = taga_tally_get_n_applicable (self);

  if (n_applicable == self->n_unanswered)
    return TAGA_UNKNOWN;
  if (self->n_done == 0 || self->n_done == n_applicable)
    return self->n_done == 0 ? 0 : 100;

  return CLAMP ((int) ((200 * self->n_done + n_applicable) / (2 * n_applicable)), 1, 99);
}

/**
 * taga_tally_get_state:
 * @self: a tally
 *
 * Tells how a group stands (our rule).
 *
 * Returns: the state
 */
TagaTallyState
taga_tally_get_state (const TagaTally *self)
{
  guint n_applicable = taga_tally_get_n_applicable (self);

  if (n_applicable == 0 && self->n_not_applicable > 0)
    return TAGA_TALLY_NOT_APPLICABLE;
  if (n_applicable == self->n_unanswered)
    return TAGA_TALLY_UNKNOWN;
  if (self->n_done == n_applicable)
    return TAGA_TALLY_DONE;

  return self->n_done + self->n_partly == 0 ? TAGA_TALLY_NOT_DONE : TAGA_TALLY_PARTLY;
}

/**
 * taga_tally_state_to_key:
 * @state: a state
 *
 * Gives the name of a state in the command line's JSON.
 *
 * Returns: (transfer none): "unknown", "not-applicable", "not-done", "partly" or "done"
 */
const char *
taga_tally_state_to_key (TagaTallyState state)
{
  static const char *const keys[] = {
    [TAGA_TALLY_UNKNOWN] = "unknown",   [TAGA_TALLY_NOT_APPLICABLE] = "not-applicable",
    [TAGA_TALLY_NOT_DONE] = "not-done", [TAGA_TALLY_PARTLY] = "partly",
    [TAGA_TALLY_DONE] = "done",
  };

  g_return_val_if_fail (state < G_N_ELEMENTS (keys), "unknown");

  return keys[state];
}
