#pragma once

#include "taga-find-bar.h"
#include "taga-record-table.h"
#include "taga-table-bar.h"
#include "taga-table-columns.h"
#include "taga-view-menu.h"

/* What the files of the table share. */

G_BEGIN_DECLS

struct _TagaRecordTable
{
  AdwBin parent_instance;

  GType type;
  TagaRecordTableEmpty empty; /* (nullable) */
  TagaStore *store;           /* (owned) (nullable) */
  TagaRecordList *list;       /* (owned) (nullable) */
  TagaQuery *query;           /* (owned) */
  GMenuModel *menu;           /* (owned) (nullable) */
  TagaViewMenu *views;
  TagaTableColumns *columns; /* (owned) */

  /* Template */
  TagaGrid *grid;
  TagaTableBar *bar;
  TagaFindBar *find_bar;
  GtkWidget *status;
  GtkLabel *hint;
  GtkLabel *count;
  GtkWidget *clear_filters;
};

/* taga-table-tools.c */
void taga_record_table_install_tools (GtkWidgetClass *widget_class);

G_END_DECLS
