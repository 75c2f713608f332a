#pragma once

#include <gtk/gtk.h>

#include "taga-self-check-read.h"
#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_SHEET_BAR (taga_sheet_bar_get_type ())
G_DECLARE_FINAL_TYPE (TagaSheetBar, taga_sheet_bar, TAGA, SHEET_BAR, GtkBox)

gint64 taga_sheet_bar_get_sheet (TagaSheetBar *self);
void taga_sheet_bar_set_sheet (TagaSheetBar *self, gint64 sheet);
void taga_sheet_bar_update (TagaSheetBar *self,
                            TagaStore *store,
                            const TagaSelfCheck *check,
                            const char *obstacle);
void taga_sheet_bar_add (TagaSheetBar *self);
void taga_sheet_bar_set_projector (TagaSheetBar *self, gboolean on);

G_END_DECLS
