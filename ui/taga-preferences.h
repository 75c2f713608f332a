#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAGA_TYPE_PREFERENCES (taga_preferences_get_type ())
G_DECLARE_FINAL_TYPE (TagaPreferences, taga_preferences, TAGA, PREFERENCES, AdwPreferencesWindow)

void taga_preferences_present (GtkWindow *parent);

G_END_DECLS
