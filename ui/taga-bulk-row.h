#pragma once

#include <adwaita.h>

#include "taga-edition.h"
#include "taga-record.h"

G_BEGIN_DECLS

#define TAGA_TYPE_BULK_ROW (taga_bulk_row_get_type ())
G_DECLARE_FINAL_TYPE (TagaBulkRow, taga_bulk_row, TAGA, BULK_ROW, AdwActionRow)

GtkWidget *taga_bulk_row_new (TagaEdition *edition, TagaRecordClass *klass, guint field);
guint taga_bulk_row_get_field (TagaBulkRow *self);
void taga_bulk_row_focus (TagaBulkRow *self);
gboolean taga_bulk_row_is_chosen (TagaBulkRow *self);
gboolean taga_bulk_row_read (TagaBulkRow *self, TagaValue *value, GError **error);

G_END_DECLS
