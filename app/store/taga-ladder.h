#pragma once

#include "taga-ladder-rule.h"
#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaLadderStep:
 * @title: the guideline's name of the step
 * @state: how far the company is, in one line
 * @progress: the same, 0–1
 *
 * One of the guideline's four steps.
 */
typedef struct
{
  char *title;
  char *state;
  double progress;
} TagaLadderStep;

/**
 * TagaLadder:
 * @steps: the four steps
 * @current: the step on which the company stands, from 0
 * @move: the one next thing to do
 * @title: what that is, in one sentence
 * @reason: why
 * @page: name of the page where it is done
 * @item: (nullable): what to open there: key of a rule, question, role, threat or check item, or
 *   the number of a measure
 * @round: number of the round that all this is of
 * @facts: the figures that it follows from
 *
 * Where the company stands, and the one next thing to do.
 */
typedef struct
{
  TagaLadderStep steps[TAGA_N_STEPS];
  guint current;
  TagaLadderMove move;
  char *title;
  char *reason;
  const char *page;
  char *item;
  gint64 round;
  TagaLadderFacts facts;
} TagaLadder;

TagaLadder *taga_ladder_read (TagaStore *store, GError **error);
void taga_ladder_free (TagaLadder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaLadder, taga_ladder_free)

G_END_DECLS
