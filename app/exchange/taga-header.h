#pragma once

#include "taga-record.h"
#include "taga-sheet.h"

G_BEGIN_DECLS

/**
 * TagaHeader:
 *
 * Finds the header of a register among the rows of a sheet, wherever it stands, by the names of its
 * columns. It may have several lines, as in appendix 7: a line of groups and a line of columns.
 */
typedef struct _TagaHeader TagaHeader;

TagaHeader *taga_header_new (TagaRecordClass *klass);
void taga_header_free (TagaHeader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaHeader, taga_header_free)

gboolean taga_header_take (TagaHeader *self, guint row, const TagaCell *cells, guint n_cells);
void taga_header_take_as_is (TagaHeader *self, guint row, const TagaCell *cells, guint n_cells);
int taga_header_recognise (TagaHeader *self, const char *text);
gboolean taga_header_is_found (TagaHeader *self);
guint taga_header_get_row (TagaHeader *self);
int taga_header_get_field (TagaHeader *self, guint column);
const char *taga_header_get_title (TagaHeader *self, guint field);
guint taga_header_count (TagaHeader *self);

G_END_DECLS
