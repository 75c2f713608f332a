#pragma once

#include <gtk/gtk.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_ROUND_FORM (taga_round_form_get_type ())
G_DECLARE_FINAL_TYPE (TagaRoundForm, taga_round_form, TAGA, ROUND_FORM, GtkBox)

void taga_round_form_show (TagaRoundForm *self, TagaStore *store, TagaRecord *round);

G_END_DECLS
