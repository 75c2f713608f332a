#pragma once

#include <gio/gio.h>

#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaRoundOpen:
 * @n_unanswered: how many items have no answer: threats, check items, questions of each sheet,
 *   rules of the set that the company has chosen, and their re-check questions
 * @n_to_confirm: how many answers were copied and not looked at since
 * @n_assets: how many assets are in use
 * @n_without_risk: for how many of them no risk follows, as something it needs is not known
 *
 * What is still open in a round: nothing of it keeps the round from being sealed, but who seals it
 * should know.
 */
typedef struct
{
  guint n_unanswered;
  guint n_to_confirm;
  guint n_assets;
  guint n_without_risk;
} TagaRoundOpen;

gboolean
taga_round_count_open (TagaStore *store, gint64 round, TagaRoundOpen *open, GError **error);
gboolean
taga_round_seal (TagaStore *store, gint64 round, GCancellable *cancellable, GError **error);

G_END_DECLS
