#pragma once

#include <gio/gio.h>

#include "taga-edits.h"

G_BEGIN_DECLS

#define TAGA_TYPE_EDIT_LIST (taga_edit_list_get_type ())
G_DECLARE_FINAL_TYPE (TagaEditList, taga_edit_list, TAGA, EDIT_LIST, GObject)

TagaEditList *taga_edit_list_new (TagaStore *store, TagaEdits *edits, GArray *touched);

G_END_DECLS
