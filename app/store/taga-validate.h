#pragma once

#include "taga-edition.h"
#include "taga-record.h"

G_BEGIN_DECLS

gboolean taga_validate_record (TagaEdition *edition,
                               TagaRecordClass *klass,
                               const TagaValue *values,
                               GError **error);

G_END_DECLS
