#pragma once

#include <adwaita.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_PROFILE_VIEW (taga_profile_view_get_type ())
G_DECLARE_FINAL_TYPE (TagaProfileView, taga_profile_view, TAGA, PROFILE_VIEW, AdwBin)

GtkWidget *taga_profile_view_new (void);
void taga_profile_view_set_store (TagaProfileView *self, TagaStore *store);
void taga_profile_view_set_rounds (TagaProfileView *self, gint64 before, gint64 after);
void taga_profile_view_set_projector (TagaProfileView *self, gboolean on);
void taga_profile_view_take_focus (TagaProfileView *self);
gboolean taga_profile_view_finish_editing (TagaProfileView *self);
void taga_profile_view_refresh (TagaProfileView *self);

G_END_DECLS
