#pragma once

#include <gtk/gtk.h>

#include "taga-overview.h"

G_BEGIN_DECLS

#define TAGA_TYPE_DUE_LIST (taga_due_list_get_type ())
G_DECLARE_FINAL_TYPE (TagaDueList, taga_due_list, TAGA, DUE_LIST, GtkBox)

GtkWidget *taga_due_list_new (void);
void taga_due_list_set_overview (TagaDueList *self, const TagaOverview *overview);

G_END_DECLS
