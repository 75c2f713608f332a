#pragma once

#include "taga-sheet-row.h"

G_BEGIN_DECLS

typedef struct _TagaWorkbook TagaWorkbook;

TagaWorkbook *taga_workbook_open (GInputStream *stream, guint64 size, GError **error);
void taga_workbook_free (TagaWorkbook *self);

guint taga_workbook_get_count (TagaWorkbook *self);
const char *taga_workbook_get_name (TagaWorkbook *self, guint sheet);
gboolean taga_workbook_is_hidden (TagaWorkbook *self, guint sheet);

gboolean taga_workbook_read (TagaWorkbook *self,
                             guint sheet,
                             TagaSheetReading *reading,
                             guint *changed_row,
                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaWorkbook, taga_workbook_free)

G_END_DECLS
