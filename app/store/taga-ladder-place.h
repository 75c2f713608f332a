#pragma once

#include "taga-ladder-rule.h"
#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaLadderPlace:
 * @facts: how far the company is
 * @round: number of the round that the facts are of: the newest open one, else the newest
 * @rule_set: (nullable): the rules that the company follows
 * @items: (array fixed-size=TAGA_N_MOVES): what each move is about: key of a rule, question, role,
 *   threat or check item, number of a measure; `NULL` where a move is about nothing single
 * @measure: (nullable): name of the measure to go on with
 * @edition: (owned): the edition whose items they are
 *
 * How far a company is on the guideline's four steps, and what it is about there.
 */
typedef struct
{
  TagaLadderFacts facts;
  gint64 round;
  const TagaItem *rule_set;
  char *items[TAGA_N_MOVES];
  char *measure;
  TagaEdition *edition;
} TagaLadderPlace;

TagaLadderPlace *taga_ladder_place_read (TagaStore *store, GError **error);
void taga_ladder_place_free (TagaLadderPlace *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaLadderPlace, taga_ladder_place_free)

G_END_DECLS
