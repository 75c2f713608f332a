#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TagaNameDialogSave:
 * @name: what was entered, not empty
 * @user_data: who asked
 * @error: return location for an error, whose sentence the user reads in the dialog
 *
 * Takes a name.
 *
 * Returns: `TRUE`, or `FALSE` if it was refused; the dialog then stays
 */
typedef gboolean (*TagaNameDialogSave) (const char *name, gpointer user_data, GError **error);

void taga_name_dialog_present (GtkWidget *widget,
                               const char *heading,
                               const char *title,
                               const char *name,
                               const char *verb,
                               TagaNameDialogSave save);

G_END_DECLS
