#pragma once

#include <gtk/gtk.h>

#include "taga-store.h"

G_BEGIN_DECLS

void taga_undo_action_run (GtkWidget *widget, TagaStore *store, gboolean undo);

G_END_DECLS
