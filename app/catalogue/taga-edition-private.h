#pragma once

#include "taga-catalogue.h"

G_BEGIN_DECLS

const TagaCatalogue *taga_edition_get_catalogue (TagaEdition *self);
const TagaDomain *taga_edition_get_domain (TagaEdition *self, const char *name);

G_END_DECLS
