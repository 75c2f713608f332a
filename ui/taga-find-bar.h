#pragma once

#include <adwaita.h>

#include "taga-record-table.h"

G_BEGIN_DECLS

#define TAGA_TYPE_FIND_BAR (taga_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (TagaFindBar, taga_find_bar, TAGA, FIND_BAR, AdwBin)

void taga_find_bar_set_table (TagaFindBar *self, TagaRecordTable *table);
void taga_find_bar_open (TagaFindBar *self, gboolean replace);
void taga_find_bar_close (TagaFindBar *self);
void taga_find_bar_go (TagaFindBar *self, gboolean back);
void taga_find_bar_update (TagaFindBar *self);
void taga_find_bar_rows_changed (TagaFindBar *self);

G_END_DECLS
