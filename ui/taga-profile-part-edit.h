#pragma once

#include <gtk/gtk.h>

#include "taga-profile-facts.h"
#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_PROFILE_PART_EDIT (taga_profile_part_edit_get_type ())
G_DECLARE_FINAL_TYPE (TagaProfilePartEdit, taga_profile_part_edit, TAGA, PROFILE_PART_EDIT, GtkBox)

GtkWidget *taga_profile_part_edit_new (const TagaProfileKind *kind);
void
taga_profile_part_edit_show (TagaProfilePartEdit *self, TagaStore *store, TagaProfileFacts *facts);

G_END_DECLS
