#pragma once

#include <gtk/gtk.h>

#include "taga-import-plan.h"

G_BEGIN_DECLS

#define TAGA_TYPE_IMPORT_COLUMN_ROW (taga_import_column_row_get_type ())
G_DECLARE_FINAL_TYPE (TagaImportColumnRow,
                      taga_import_column_row,
                      TAGA,
                      IMPORT_COLUMN_ROW,
                      GtkListBoxRow)

GtkWidget *taga_import_column_row_new (TagaRecordClass *klass,
                                       GListModel *choices,
                                       TagaImportSheet *sheet,
                                       guint index);

GListModel *taga_import_column_row_create_choices (TagaRecordClass *klass);

G_END_DECLS
