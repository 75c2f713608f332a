#pragma once

#include <gtk/gtk.h>

#include "taga-anonymiser.h"
#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_PROFILE_NAMES (taga_profile_names_get_type ())
G_DECLARE_FINAL_TYPE (TagaProfileNames, taga_profile_names, TAGA, PROFILE_NAMES, GtkBox)

GtkWidget *taga_profile_names_new (void);
void taga_profile_names_forget (TagaProfileNames *self);
void taga_profile_names_show (TagaProfileNames *self, TagaStore *store, TagaAnonymiser *names);

G_END_DECLS
