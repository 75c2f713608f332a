#pragma once

#include <gio/gio.h>

#include "taga-trash.h"

G_BEGIN_DECLS

#define TAGA_TYPE_TRASH_LIST (taga_trash_list_get_type ())
G_DECLARE_FINAL_TYPE (TagaTrashList, taga_trash_list, TAGA, TRASH_LIST, GObject)

TagaTrashList *taga_trash_list_new (TagaTrash *trash, TagaEdition *edition);
TagaEdition *taga_trash_list_get_edition (TagaTrashList *self);

guint taga_trash_list_get_n_all (TagaTrashList *self);
guint taga_trash_list_get_n_damaged (TagaTrashList *self);
const TagaTrashItem *taga_trash_list_peek (TagaTrashList *self, guint number);

void taga_trash_list_search (TagaTrashList *self, const char *text);

gboolean taga_trash_list_get_ticked (TagaTrashList *self, guint number);
void taga_trash_list_set_ticked (TagaTrashList *self, guint number, gboolean ticked);
void taga_trash_list_tick_shown (TagaTrashList *self, gboolean ticked);
guint taga_trash_list_get_n_ticked (TagaTrashList *self);
GArray *taga_trash_list_create_ids (TagaTrashList *self);

G_END_DECLS
