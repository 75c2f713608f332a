#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean taga_ranking_place (int *ranks, guint n, guint item, int rank);
void taga_ranking_order (const int *ranks, guint n, guint *order);
gboolean taga_ranking_move (int *ranks, guint n, guint item, int by);

G_END_DECLS
