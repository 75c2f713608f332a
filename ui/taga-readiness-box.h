#pragma once

#include <gtk/gtk.h>

#include "taga-readiness.h"

G_BEGIN_DECLS

#define TAGA_TYPE_READINESS_BOX (taga_readiness_box_get_type ())
G_DECLARE_FINAL_TYPE (TagaReadinessBox, taga_readiness_box, TAGA, READINESS_BOX, GtkBox)

void taga_readiness_box_update (TagaReadinessBox *self,
                                TagaEdition *edition,
                                const TagaReadiness *readiness,
                                int stars);

G_END_DECLS
