#pragma once

#include <gtk/gtk.h>

#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaViewNameFunc:
 * @name: the name that was entered; it may be used
 * @id: number of the view, or 0 for a new one
 * @user_data: data
 *
 * Hears how a view shall be called.
 */
typedef void (*TagaViewNameFunc) (const char *name, gint64 id, gpointer user_data);

void taga_view_name_ask (GtkWidget *widget,
                         TagaStore *store,
                         GType type,
                         gint64 id,
                         const char *name,
                         TagaViewNameFunc func,
                         gpointer user_data);

G_END_DECLS
