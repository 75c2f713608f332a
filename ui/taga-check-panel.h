#pragma once

#include <adwaita.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_CHECK_PANEL (taga_check_panel_get_type ())
G_DECLARE_FINAL_TYPE (TagaCheckPanel, taga_check_panel, TAGA, CHECK_PANEL, AdwBin)

GtkWidget *taga_check_panel_new (void);

void taga_check_panel_show (TagaCheckPanel *self, TagaStore *store, const char *item);

G_END_DECLS
