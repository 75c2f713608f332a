#pragma once

#include "taga-job.h"
#include "taga-stocktake-return.h"

G_BEGIN_DECLS

/**
 * TagaStocktakeWork:
 * @path: where the company file is
 * @person: (nullable): whose step it is
 * @due: (nullable): for starting: by when answers are wanted, ISO 8601
 * @departments: (nullable): for starting: which ones take part
 * @file: (nullable): the folder to send to, or the workbook that came back
 * @label: (nullable): for taking in: what the step is called
 * @names: (nullable): the outcome of sending: names of the workbooks
 * @back: (nullable): what a workbook says that came back
 * @user_data: whatever the caller needs when it is done
 *
 * What a stock-taking does in a thread, with a store of its own.
 */
typedef struct
{
  char *path;
  char *person;
  char *due;
  char **departments;
  GFile *file;
  char *label;
  GPtrArray *names;
  TagaStocktakeReturn *back;
  gpointer user_data;
} TagaStocktakeWork;

TagaStocktakeWork *taga_stocktake_work_new (TagaStore *store, gpointer user_data);
void taga_stocktake_work_free (TagaStocktakeWork *self);

gboolean taga_stocktake_work_start (TagaJob *job, gpointer work, GError **error);
gboolean taga_stocktake_work_send (TagaJob *job, gpointer work, GError **error);
gboolean taga_stocktake_work_read (TagaJob *job, gpointer work, GError **error);
gboolean taga_stocktake_work_apply (TagaJob *job, gpointer work, GError **error);

G_END_DECLS
