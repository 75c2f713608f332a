#pragma once

#include "taga-grid-private.h"

G_BEGIN_DECLS

#define TAGA_TYPE_GRID_HEADER (taga_grid_header_get_type ())
G_DECLARE_FINAL_TYPE (TagaGridHeader, taga_grid_header, TAGA, GRID_HEADER, GtkWidget)

GtkWidget *taga_grid_header_new (TagaGrid *grid);

void taga_grid_header_update (TagaGridHeader *self);
void taga_grid_header_rebuild (TagaGridHeader *self);
void taga_grid_header_focus (TagaGridHeader *self, guint slot);
void taga_grid_header_show_menu (TagaGridHeader *self, guint slot);

G_END_DECLS
