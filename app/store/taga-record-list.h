#pragma once

#include <gio/gio.h>

#include "taga-query.h"
#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_RECORD_LIST (taga_record_list_get_type ())
G_DECLARE_FINAL_TYPE (TagaRecordList, taga_record_list, TAGA, RECORD_LIST, GObject)

TagaRecordList *taga_record_list_new (TagaStore *store, GType type);

const TagaQuery *taga_record_list_get_query (TagaRecordList *self);
gboolean taga_record_list_set_query (TagaRecordList *self, const TagaQuery *query, GError **error);

void taga_record_list_expect (TagaRecordList *self, gint64 position);
guint taga_record_list_count_scope (TagaRecordList *self);
gint64 taga_record_list_get_id (TagaRecordList *self, guint position);
gint64 taga_record_list_find (TagaRecordList *self, gint64 id);

G_END_DECLS
