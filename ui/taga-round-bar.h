#pragma once

#include <adwaita.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_ROUND_BAR (taga_round_bar_get_type ())
G_DECLARE_FINAL_TYPE (TagaRoundBar, taga_round_bar, TAGA, ROUND_BAR, AdwBin)

GtkWidget *taga_round_bar_new (void);
void taga_round_bar_set_store (TagaRoundBar *self, TagaStore *store);

G_END_DECLS
