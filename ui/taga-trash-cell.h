#pragma once

#include <gtk/gtk.h>

#include "taga-trash-row.h"

G_BEGIN_DECLS

#define TAGA_TYPE_TRASH_CELL (taga_trash_cell_get_type ())
G_DECLARE_FINAL_TYPE (TagaTrashCell, taga_trash_cell, TAGA, TRASH_CELL, GtkBox)

GtkWidget *taga_trash_cell_new (void);

TagaTrashRow *taga_trash_cell_get_row (TagaTrashCell *self);
void taga_trash_cell_set_row (TagaTrashCell *self, TagaTrashRow *row);

G_END_DECLS
