#pragma once

#include "taga-edition.h"
#include "taga-query.h"
#include "taga-record.h"

G_BEGIN_DECLS

char *taga_query_to_text (const TagaQuery *query, TagaRecordClass *klass);
TagaQuery *taga_query_from_text (const char *text,
                                 TagaRecordClass *klass,
                                 TagaEdition *edition,
                                 GError **error);

G_END_DECLS
