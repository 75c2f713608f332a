#pragma once

#include "taga-query.h"
#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_CURSOR (taga_cursor_get_type ())
G_DECLARE_FINAL_TYPE (TagaCursor, taga_cursor, TAGA, CURSOR, GObject)

TagaCursor *taga_cursor_new (TagaStore *store, GType type, const TagaQuery *query, GError **error);
TagaCursor *taga_cursor_new_for_ids (TagaStore *store,
                                     GType type,
                                     const gint64 *ids,
                                     guint n_ids,
                                     GError **error);

TagaCursor *
taga_cursor_new_for_rules (TagaStore *store, GType type, const TagaQuery *query, GError **error);
gboolean taga_cursor_next (TagaCursor *self,
                           gint64 *id,
                           const TagaValue **values,
                           gboolean *has_row,
                           GError **error);
gboolean
taga_cursor_read (gpointer cursor, const TagaValue **values, gboolean *has_row, GError **error);

G_END_DECLS
