#pragma once

#include "taga-sheet-row.h"

G_BEGIN_DECLS

typedef struct _TagaCsv TagaCsv;

TagaCsv *taga_csv_open (GInputStream *stream, guint64 size, GError **error);
void taga_csv_free (TagaCsv *self);

gboolean taga_csv_read (TagaCsv *self, TagaSheetReading *reading, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaCsv, taga_csv_free)

G_END_DECLS
