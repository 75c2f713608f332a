#pragma once

#include "taga-query.h"
#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaViewEntry:
 * @id: number of the record; 0 for a view that the program brings along
 * @key: what names it for as long as the program runs
 * @name: what people call it
 * @query: (nullable): what it shows; `NULL` if its definition is not understood
 * @problem: (nullable): why it is not
 * @rule: (nullable): by which rule it goes, where its name does not say that
 *
 * A way to look at a register that has a name.
 */
typedef struct
{
  gint64 id;
  char *key;
  char *name;
  TagaQuery *query;
  char *problem;
  const char *rule;
} TagaViewEntry;

GPtrArray *taga_views_list (TagaStore *store, GType type, const char *today, GError **error);
const TagaViewEntry *taga_views_find (GPtrArray *views, const char *key);

gboolean
taga_views_check_name (TagaStore *store, GType type, gint64 id, const char *name, GError **error);
gboolean taga_views_add (TagaStore *store,
                         GType type,
                         const char *name,
                         const TagaQuery *query,
                         gint64 *id,
                         GError **error);
gboolean
taga_views_change (TagaStore *store, GType type, gint64 id, const TagaQuery *query, GError **error);
gboolean
taga_views_rename (TagaStore *store, GType type, gint64 id, const char *name, GError **error);
gboolean taga_views_remove (TagaStore *store, gint64 id, GError **error);

G_END_DECLS
