#pragma once

#include <gtk/gtk.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_EDITION_ROW (taga_edition_row_get_type ())
G_DECLARE_FINAL_TYPE (TagaEditionRow, taga_edition_row, TAGA, EDITION_ROW, GtkBox)

GtkWidget *taga_edition_row_new (void);
void taga_edition_row_set_store (TagaEditionRow *self, TagaStore *store);
void taga_edition_row_refresh (TagaEditionRow *self);

G_END_DECLS
