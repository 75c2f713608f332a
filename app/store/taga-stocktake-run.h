#pragma once

#include <gio/gio.h>

#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaStocktakeDepartment:
 * @name: its name; empty for assets of no department
 * @n_assets: how many assets in use it is in charge of
 *
 * A department that may take stock.
 */
typedef struct
{
  char *name;
  guint n_assets;
} TagaStocktakeDepartment;

GPtrArray *taga_stocktake_list_departments (TagaStore *store, GError **error);

gint64 taga_stocktake_find_open (TagaStore *store, GError **error);
gint64 taga_stocktake_require_open (TagaStore *store, GError **error);

gboolean taga_stocktake_start (TagaStore *store,
                               const char *due,
                               const char *const *departments,
                               GCancellable *cancellable,
                               gint64 *id,
                               GError **error);
gboolean taga_stocktake_add_new (TagaStore *store, guint *n_added, GError **error);
gboolean taga_stocktake_close (TagaStore *store, GError **error);

GHashTable *taga_stocktake_index_items (TagaStore *store, gint64 run, GError **error);
gboolean taga_stocktake_insert_item (TagaStore *store,
                                     gint64 run,
                                     gint64 asset,
                                     const TagaValue *values,
                                     gint64 *item,
                                     GError **error);

G_END_DECLS
