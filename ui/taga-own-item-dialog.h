#pragma once

#include <adwaita.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_OWN_ITEM_DIALOG (taga_own_item_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TagaOwnItemDialog, taga_own_item_dialog, TAGA, OWN_ITEM_DIALOG, AdwWindow)

TagaOwnItemDialog *taga_own_item_dialog_present (GtkWindow *parent,
                                                 TagaStore *store,
                                                 const char *list,
                                                 const char *group,
                                                 const char *item);

G_END_DECLS
