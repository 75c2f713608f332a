#pragma once

#include "taga-risk.h"

G_BEGIN_DECLS

TagaTreatment taga_quadrant_advise (const TagaScale *scale, int importance, int likelihood);
const char *taga_treatment_to_key (TagaTreatment treatment);

G_END_DECLS
