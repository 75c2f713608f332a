#pragma once

#include "taga-query.h"
#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaValueCount:
 * @key: a value as [struct@Filter] compares it; empty for none
 * @n: how many records have it
 *
 * How often a value stands in a column.
 */
typedef struct
{
  char *key;
  guint n;
} TagaValueCount;

GPtrArray *taga_value_counts (TagaStore *store,
                              GType type,
                              const TagaQuery *query,
                              guint field,
                              const char *contains,
                              guint max,
                              GError **error);
guint taga_value_counts_find (GPtrArray *counts, const char *key);

G_END_DECLS
