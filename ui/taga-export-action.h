#pragma once

#include <gtk/gtk.h>

#include "taga-file-dialog.h"
#include "taga-store.h"

G_BEGIN_DECLS

void taga_export_action_run (GtkWidget *widget, TagaStore *store);
void
taga_export_action_write (GtkWidget *widget, TagaStore *store, GFile *target, TagaFileKind kind);

char *taga_export_action_suggest_name (TagaStore *store, const char *date);

G_END_DECLS
