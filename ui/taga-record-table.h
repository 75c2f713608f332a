#pragma once

#include <adwaita.h>

#include "taga-grid.h"
#include "taga-query.h"
#include "taga-record-cells.h"
#include "taga-record-list.h"

G_BEGIN_DECLS

/**
 * TagaRecordTableEmpty:
 * @is_narrowed: whether a search or a filter hides all records
 *
 * Makes what stands in the place of the rows when there are none.
 *
 * Returns: (transfer floating): a widget
 */
typedef GtkWidget *(*TagaRecordTableEmpty) (gboolean is_narrowed);

#define TAGA_TYPE_RECORD_TABLE (taga_record_table_get_type ())
G_DECLARE_FINAL_TYPE (TagaRecordTable, taga_record_table, TAGA, RECORD_TABLE, AdwBin)

void taga_record_table_set_type (TagaRecordTable *self, GType type, TagaRecordTableEmpty empty);
GType taga_record_table_get_record_type (TagaRecordTable *self);
void taga_record_table_set_menu (TagaRecordTable *self, GMenuModel *menu);
void taga_record_table_set_aspect (TagaRecordTable *self, const char *name, const TagaQuery *usual);
const char *taga_record_table_get_aspect (TagaRecordTable *self);
void
taga_record_table_set_look (TagaRecordTable *self, const TagaRecordLook *look, gpointer user_data);
void taga_record_table_add_tool (TagaRecordTable *self, GtkWidget *tool, gboolean at_end);

TagaStore *taga_record_table_get_store (TagaRecordTable *self);
void taga_record_table_set_store (TagaRecordTable *self, TagaStore *store);
TagaGrid *taga_record_table_get_grid (TagaRecordTable *self);
TagaRecordList *taga_record_table_get_list (TagaRecordTable *self);

const TagaQuery *taga_record_table_get_query (TagaRecordTable *self);
void taga_record_table_set_query (TagaRecordTable *self, const TagaQuery *query);
void taga_record_table_show_view (TagaRecordTable *self, const char *view);
void taga_record_table_hide_column (TagaRecordTable *self, guint field);
void taga_record_table_set_bare (TagaRecordTable *self, gboolean bare);
void taga_record_table_search (TagaRecordTable *self);

GArray *taga_record_table_list_selected (TagaRecordTable *self);
GArray *taga_record_table_list_ids (TagaRecordTable *self);
GArray *taga_record_table_list_fields (TagaRecordTable *self);
void taga_record_table_go_to (TagaRecordTable *self, gint64 id, guint field);

G_END_DECLS
