#pragma once

#include <gtk/gtk.h>

#include "taga-store.h"

G_BEGIN_DECLS

GPtrArray *taga_round_list_read (TagaStore *store, GError **error);
gboolean taga_round_list_is_broken (TagaStore *store, TagaRecord *round);
char *taga_round_list_format_broken (TagaStore *store);
char *taga_round_list_format_sealed (TagaRecord *round);
GtkWidget *taga_round_list_row_new (TagaStore *store, TagaRecord *round);

G_END_DECLS
