#pragma once

#include "taga-impact.h"

G_BEGIN_DECLS

char *taga_impact_words_format (TagaEdition *edition, const TagaImpactResult *result);

G_END_DECLS
