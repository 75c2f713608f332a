#pragma once

#include <adwaita.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_TRASH_WINDOW (taga_trash_window_get_type ())
G_DECLARE_FINAL_TYPE (TagaTrashWindow, taga_trash_window, TAGA, TRASH_WINDOW, AdwWindow)

void taga_trash_present (GtkWindow *parent, TagaStore *store);

G_END_DECLS
