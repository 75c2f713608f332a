#pragma once

#include "taga-grid.h"
#include "taga-record-list.h"
#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaRecordLook:
 * @format: (nullable): changes how a cell looks that is filled in as usual
 * @row_style: (nullable): a style class for a whole row, or `NULL`; constant text
 * @describe: (nullable): the text that shows when the pointer rests on a cell, or `NULL` for the
 *   usual one
 * @committed: (nullable): hears that a value was entered into a cell of a record
 *
 * What a page adds to the cells of a register.
 */
typedef struct
{
  void (*format) (TagaRecord *record, guint field, TagaGridCell *cell, gpointer user_data);
  const char *(*row_style) (TagaRecord *record, guint position, gpointer user_data);
  char *(*describe) (TagaRecord *record, guint field, gpointer user_data);
  void (*committed) (gint64 id, guint field, gpointer user_data);
} TagaRecordLook;

void taga_record_cells_attach (TagaGrid *grid,
                               TagaStore *store,
                               TagaRecordList *list,
                               const TagaRecordLook *look,
                               gpointer user_data);
gboolean taga_record_cells_can_add (TagaStore *store, const TagaQuery *query);
void taga_record_cells_show_query (TagaGrid *grid, TagaRecordClass *klass, const TagaQuery *query);

G_END_DECLS
