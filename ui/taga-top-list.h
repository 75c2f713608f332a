#pragma once

#include "taga-edition.h"

G_BEGIN_DECLS

const TagaItem *taga_top_list_get_latest (TagaEdition *edition);
char *taga_top_list_format_rule (TagaEdition *edition, const char *list, const char *rule);
char *taga_top_list_format_rules (TagaEdition *edition, const TagaItem *threat);

G_END_DECLS
