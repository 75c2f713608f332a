#pragma once

#include "taga-edition.h"

G_BEGIN_DECLS

char *taga_answer_words_format (const TagaChoice *choice);
char *taga_answer_words_format_short (const char *domain, const TagaChoice *choice);

G_END_DECLS
