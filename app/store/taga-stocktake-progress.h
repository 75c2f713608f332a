#pragma once

#include "taga-cursor.h"

G_BEGIN_DECLS

/**
 * TagaStocktakeProgress:
 * @department: its name when the stock-taking began; empty for none
 * @n_items: how many of its assets are part of it
 * @n_open: how many of them nobody has checked yet
 * @n_confirmed: how many are as they are written
 * @n_changed: how many were changed
 * @n_retired: how many are not in use any more
 * @n_refused: how many of the open ones were answered, but the answer was not taken over
 * @n_sent: how many of the open ones are in a workbook that was sent
 * @n_new: how many assets it has that are not part of it, as they were entered later
 *
 * How far a department is.
 */
typedef struct
{
  char *department;
  guint n_items;
  guint n_open;
  guint n_confirmed;
  guint n_changed;
  guint n_retired;
  guint n_refused;
  guint n_sent;
  guint n_new;
} TagaStocktakeProgress;

TagaCursor *taga_stocktake_open_items (TagaStore *store, gint64 run, GError **error);
GPtrArray *taga_stocktake_get_progress (TagaStore *store, gint64 run, GError **error);
GPtrArray *taga_stocktake_list_refused (TagaStore *store, gint64 run, GError **error);
void taga_stocktake_sum_progress (GPtrArray *progress, TagaStocktakeProgress *sum);

G_END_DECLS
