#pragma once

#include <gtk/gtk.h>

#include "taga-self-check-read.h"

G_BEGIN_DECLS

#define TAGA_TYPE_SELF_STAVES (taga_self_staves_get_type ())
G_DECLARE_FINAL_TYPE (TagaSelfStaves, taga_self_staves, TAGA, SELF_STAVES, GtkBox)

void taga_self_staves_update (TagaSelfStaves *self, const TagaSelfCheck *check);

G_END_DECLS
