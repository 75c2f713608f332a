#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaDistinctFunc:
 * @text: a value, not empty
 * @n: how many records have it
 * @user_data: data
 *
 * Hears of one of the values that a field has.
 */
typedef void (*TagaDistinctFunc) (const char *text, guint n, gpointer user_data);

gboolean taga_distinct_list (TagaStore *store,
                             GType type,
                             guint field,
                             guint limit,
                             TagaDistinctFunc func,
                             gpointer user_data,
                             GError **error);

G_END_DECLS
