#pragma once

#include <gtk/gtk.h>

#include "taga-store.h"

G_BEGIN_DECLS

void taga_paper_action_run (GtkWidget *widget, TagaStore *store, const char *report);
void
taga_paper_action_write (GtkWidget *widget, TagaStore *store, const char *report, GFile *target);
void taga_paper_action_print (GtkWidget *widget, TagaStore *store, const char *report);

char *taga_paper_action_suggest_name (TagaStore *store, const char *report, const char *date);

G_END_DECLS
