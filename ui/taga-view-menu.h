#pragma once

#include <adwaita.h>

#include "taga-record-table.h"

G_BEGIN_DECLS

#define TAGA_TYPE_VIEW_MENU (taga_view_menu_get_type ())
G_DECLARE_FINAL_TYPE (TagaViewMenu, taga_view_menu, TAGA, VIEW_MENU, AdwBin)

GtkWidget *taga_view_menu_new (TagaRecordTable *table);

void taga_view_menu_reset (TagaViewMenu *self);
void taga_view_menu_update (TagaViewMenu *self);
const char *taga_view_menu_get_rule (TagaViewMenu *self);

G_END_DECLS
