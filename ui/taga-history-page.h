#pragma once

#include <adwaita.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_HISTORY_PAGE (taga_history_page_get_type ())
G_DECLARE_FINAL_TYPE (TagaHistoryPage, taga_history_page, TAGA, HISTORY_PAGE, AdwBin)

GtkWidget *taga_history_page_new (void);

void taga_history_page_set_store (TagaHistoryPage *self, TagaStore *store);

G_END_DECLS
