#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

TagaStore *taga_founding_new_company (const char *path, const TagaValue *company, GError **error);
TagaStore *taga_founding_new_sample (const char *path, const char *sample, GError **error);

G_END_DECLS
