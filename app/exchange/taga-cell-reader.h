#pragma once

#include "taga-edition.h"
#include "taga-record.h"
#include "taga-sheet.h"

G_BEGIN_DECLS

/**
 * TagaCellReader:
 *
 * Reads the cells of a file as the values of fields. Registers repeat themselves: what a choice, a
 * level, a mark or a date means is remembered.
 */
typedef struct _TagaCellReader TagaCellReader;

TagaCellReader *taga_cell_reader_new (TagaRecordClass *klass, TagaEdition *edition);
void taga_cell_reader_free (TagaCellReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaCellReader, taga_cell_reader_free)

void taga_cell_reader_set_shift (TagaCellReader *self, int shift);
gboolean taga_cell_reader_read (TagaCellReader *self,
                                const TagaCell *cell,
                                guint index,
                                TagaValue *value,
                                GError **error);

G_END_DECLS
