#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TagaNewDialogCreated:
 * @path: the new company file
 * @data: what was given with the callback
 *
 * Hears that a company file was made.
 */
typedef void (*TagaNewDialogCreated) (const char *path, gpointer data);

#define TAGA_TYPE_NEW_DIALOG (taga_new_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TagaNewDialog, taga_new_dialog, TAGA, NEW_DIALOG, AdwWindow)

void taga_new_dialog_present (GtkWindow *parent, TagaNewDialogCreated created, gpointer data);

G_END_DECLS
