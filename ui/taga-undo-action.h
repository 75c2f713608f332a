#pragma once

#include <gtk/gtk.h>

#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaUndoDone:
 * @step: the step that was undone or done again
 * @user_data: data
 *
 * Hears that it was done.
 */
typedef void (*TagaUndoDone) (gint64 step, gpointer user_data);

void taga_undo_action_run (GtkWidget *widget,
                           TagaStore *store,
                           gboolean undo,
                           TagaUndoDone done,
                           gpointer user_data);
void taga_undo_action_update (GtkWidget *window,
                              TagaStore *store,
                              GtkWidget *undo_button,
                              GtkWidget *redo_button,
                              GtkLabel *label);
void taga_undo_action_announce (GtkWidget *widget, TagaStore *store);

G_END_DECLS
