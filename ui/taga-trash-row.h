#pragma once

#include "taga-trash-list.h"

G_BEGIN_DECLS

#define TAGA_TYPE_TRASH_ROW (taga_trash_row_get_type ())
G_DECLARE_FINAL_TYPE (TagaTrashRow, taga_trash_row, TAGA, TRASH_ROW, GObject)

TagaTrashRow *taga_trash_row_new (TagaTrashList *list, guint number);

guint taga_trash_row_get_number (TagaTrashRow *self);
gboolean taga_trash_row_get_ticked (TagaTrashRow *self);
void taga_trash_row_set_ticked (TagaTrashRow *self, gboolean ticked);

const char *taga_trash_row_get_title (TagaTrashRow *self);
char *taga_trash_row_format_details (TagaTrashRow *self);

G_END_DECLS
