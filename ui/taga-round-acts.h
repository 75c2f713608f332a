#pragma once

#include <gtk/gtk.h>

#include "taga-store.h"

G_BEGIN_DECLS

void taga_round_acts_seal (GtkWidget *widget, TagaStore *store, gint64 round);
void taga_round_acts_remove (GtkWidget *widget, TagaStore *store, gint64 round);

G_END_DECLS
