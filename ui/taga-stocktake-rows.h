#pragma once

#include <adwaita.h>

#include "taga-stocktake-progress.h"
#include "taga-stocktake-run.h"

G_BEGIN_DECLS

const char *taga_stocktake_name_department (const char *department);
char *taga_stocktake_describe_progress (const TagaStocktakeProgress *progress);

GtkWidget *taga_stocktake_department_row_new (const TagaStocktakeDepartment *department,
                                              GtkCheckButton **check);
GtkWidget *taga_stocktake_progress_row_new (const char *title,
                                            const TagaStocktakeProgress *progress);
GtkWidget *taga_stocktake_refused_row_new (GPtrArray *names);
GtkWidget *taga_stocktake_earlier_row_new (TagaRecord *run, const TagaStocktakeProgress *progress);

G_END_DECLS
