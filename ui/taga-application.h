#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAGA_TYPE_APPLICATION (taga_application_get_type ())
G_DECLARE_FINAL_TYPE (TagaApplication, taga_application, TAGA, APPLICATION, AdwApplication)

TagaApplication *taga_application_new (void);

G_END_DECLS
