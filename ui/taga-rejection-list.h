#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TAGA_TYPE_REJECTION_ROW (taga_rejection_row_get_type ())
G_DECLARE_FINAL_TYPE (TagaRejectionRow, taga_rejection_row, TAGA, REJECTION_ROW, GObject)

#define TAGA_TYPE_REJECTION_LIST (taga_rejection_list_get_type ())
G_DECLARE_FINAL_TYPE (TagaRejectionList, taga_rejection_list, TAGA, REJECTION_LIST, GObject)

TagaRejectionList *taga_rejection_list_new (GPtrArray *rejections);

guint taga_rejection_list_count_rows (TagaRejectionList *self);

G_END_DECLS
