#pragma once

#include "taga-table.h"

G_BEGIN_DECLS

/**
 * TagaCellRows:
 *
 * Rows of a short table that are put together beforehand, cell by cell.
 */
typedef struct _TagaCellRows TagaCellRows;

TagaCellRows *taga_cell_rows_new (guint n_columns);
TagaRowSource *taga_cell_rows_end (TagaCellRows *self);

void taga_cell_rows_begin (TagaCellRows *self);
void taga_cell_rows_text (TagaCellRows *self, const char *text);
void taga_cell_rows_number (TagaCellRows *self, gint64 number);
void taga_cell_rows_skip (TagaCellRows *self);

G_END_DECLS
