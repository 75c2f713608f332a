#pragma once

#include "taga-record-table.h"

G_BEGIN_DECLS

#define TAGA_TYPE_FILTER_POPOVER (taga_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (TagaFilterPopover, taga_filter_popover, TAGA, FILTER_POPOVER, GtkPopover)

GtkWidget *taga_filter_popover_new (TagaRecordTable *table, guint column, guint field);

G_END_DECLS
