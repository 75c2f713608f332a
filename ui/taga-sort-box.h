#pragma once

#include <adwaita.h>

#include "taga-record-table.h"

G_BEGIN_DECLS

#define TAGA_TYPE_SORT_BOX (taga_sort_box_get_type ())
G_DECLARE_FINAL_TYPE (TagaSortBox, taga_sort_box, TAGA, SORT_BOX, AdwBin)

GtkWidget *taga_sort_box_new (TagaRecordTable *table, guint field);

G_END_DECLS
