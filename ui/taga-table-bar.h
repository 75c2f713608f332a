#pragma once

#include <adwaita.h>

#include "taga-query.h"

G_BEGIN_DECLS

#define TAGA_TYPE_TABLE_BAR (taga_table_bar_get_type ())
G_DECLARE_FINAL_TYPE (TagaTableBar, taga_table_bar, TAGA, TABLE_BAR, AdwBin)

void taga_table_bar_add_tool (TagaTableBar *self, GtkWidget *tool, gboolean at_end);
void taga_table_bar_set_views (TagaTableBar *self, GtkWidget *views);
void taga_table_bar_set_scoped (TagaTableBar *self, gboolean scoped);
void taga_table_bar_show_query (TagaTableBar *self, const TagaQuery *query);
void taga_table_bar_read_query (TagaTableBar *self, TagaQuery *query);
void taga_table_bar_search (TagaTableBar *self);

G_END_DECLS
