#pragma once

#include <gtk/gtk.h>

#include "taga-edits.h"

G_BEGIN_DECLS

/**
 * TagaEditRunDone:
 * @done: whether the edits were applied
 * @new_ids: (element-type gint64): the numbers of the records that were added
 * @user_data: data
 *
 * Hears what became of edits.
 */
typedef void (*TagaEditRunDone) (gboolean done, GArray *new_ids, gpointer user_data);

void taga_edit_run (GtkWidget *widget,
                    TagaStore *store,
                    TagaEdits *edits,
                    const char *label,
                    guint n_quiet,
                    const char *note,
                    TagaEditRunDone done,
                    gpointer user_data,
                    GDestroyNotify destroy);

G_END_DECLS
