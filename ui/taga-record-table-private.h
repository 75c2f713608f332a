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
  char *aspect;               /* (nullable): if it only looks at a register of another page */
  TagaQuery *usual;           /* (owned): what it shows of a file at first */
  const TagaRecordLook *look; /* (nullable): what the page adds to the cells */
  gpointer look_data;
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

/* taga-table-aspect.c */
void taga_record_table_forget_query (TagaRecordTable *self);

/* taga-table-tools.c */
void taga_record_table_install_tools (GtkWidgetClass *widget_class);

G_END_DECLS
