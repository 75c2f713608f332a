#pragma once

#include "taga-grid-private.h"

G_BEGIN_DECLS

#define TAGA_TYPE_GRID_HEADING (taga_grid_heading_get_type ())
G_DECLARE_FINAL_TYPE (TagaGridHeading, taga_grid_heading, TAGA, GRID_HEADING, GtkButton)

GtkWidget *taga_grid_heading_new (TagaGrid *grid, guint slot);

void taga_grid_heading_update (TagaGridHeading *self);
gboolean taga_grid_heading_press_key (TagaGridHeading *self, guint keyval, GdkModifierType state);
void taga_grid_heading_show_whole (GtkWidget *label);
void taga_grid_heading_show_menu (TagaGridHeading *self);

G_END_DECLS
