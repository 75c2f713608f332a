#pragma once

#include <adwaita.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_DECLARATION_DIALOG (taga_declaration_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TagaDeclarationDialog,
                      taga_declaration_dialog,
                      TAGA,
                      DECLARATION_DIALOG,
                      AdwWindow)

GtkWidget *taga_declaration_dialog_new (GtkWindow *parent, TagaStore *store, TagaRecord *record);

G_END_DECLS
