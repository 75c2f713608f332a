#pragma once

#include <adwaita.h>

#include "taga-store.h"

G_BEGIN_DECLS

void taga_criteria_present (GtkWindow *parent, TagaStore *store, guint field);

G_END_DECLS
