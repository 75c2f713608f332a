#pragma once

#include <gtk/gtk.h>

#include "taga-top-ranks.h"

G_BEGIN_DECLS

#define TAGA_TYPE_TOP_THREAT_ROW (taga_top_threat_row_get_type ())
G_DECLARE_FINAL_TYPE (TagaTopThreatRow, taga_top_threat_row, TAGA, TOP_THREAT_ROW, GtkBox)

GtkWidget *taga_top_threat_row_new (TagaStore *store, const TagaItem *threat, guint number);

const char *taga_top_threat_row_get_key (TagaTopThreatRow *self);
void
taga_top_threat_row_update (TagaTopThreatRow *self, const TagaTopRanks *ranks, gboolean is_locked);
void taga_top_threat_row_take_focus (TagaTopThreatRow *self);

G_END_DECLS
