#pragma once

#include "taga-explain.h"

G_BEGIN_DECLS

char *
taga_why_format_importance (TagaEdition *edition, TagaRecord *asset, const TagaExplanation *why);
char *taga_why_format_reasons (TagaEdition *edition, TagaRecord *asset);
char *taga_why_format_threat (TagaEdition *edition, TagaRecord *asset, const TagaExplanation *why);
char *
taga_why_format_vulnerability (TagaEdition *edition, TagaRecord *asset, const TagaExplanation *why);
char *taga_why_format_likelihood (TagaEdition *edition, const TagaExplanation *why);
char *taga_why_format_lower (TagaEdition *edition, const TagaExplanation *why);
char *taga_why_format_sources (TagaEdition *edition);

G_END_DECLS
