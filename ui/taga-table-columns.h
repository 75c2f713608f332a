#pragma once

#include "taga-column-text.h"
#include "taga-record-table.h"

G_BEGIN_DECLS

/**
 * TagaTableColumns:
 *
 * How the columns of a table are arranged, as the company file remembers it.
 */
typedef struct _TagaTableColumns TagaTableColumns;

TagaTableColumns *taga_table_columns_new (TagaRecordTable *table);
void taga_table_columns_free (TagaTableColumns *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaTableColumns, taga_table_columns_free)

void taga_table_columns_restore (TagaTableColumns *self);
void taga_table_columns_save (TagaTableColumns *self);
void taga_table_columns_flush (TagaTableColumns *self);

GArray *taga_table_columns_list (TagaTableColumns *self);
void taga_table_columns_apply (TagaTableColumns *self, GArray *columns);
void taga_table_columns_reset (TagaTableColumns *self);
int taga_table_columns_get_usual_width (TagaTableColumns *self, guint field);

G_END_DECLS
