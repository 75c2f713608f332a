#pragma once

#include "taga-store.h"
#include "taga-tally.h"

G_BEGIN_DECLS

/**
 * TagaMediumState:
 * @medium: the medium
 * @n_assets: how many assets in use are kept there
 * @n_threats: how many threats it has
 * @n_judged: how many of them were judged in the round
 * @threat: its frequency, 1–3 or `TAGA_UNKNOWN`
 * @deciding: (nullable): the threat that decides it: the first of the most frequent
 * @vulnerability: 1–3 or `TAGA_UNKNOWN`
 * @checks: the answers to the check items that count for it
 *
 * How a medium stands in the round in use.
 */
typedef struct
{
  const TagaChoice *medium;
  guint n_assets;
  guint n_threats;
  guint n_judged;
  int threat;
  const TagaItem *deciding;
  int vulnerability;
  TagaTally checks;
} TagaMediumState;

GArray *taga_medium_states_load (TagaStore *store, GError **error);

G_END_DECLS
