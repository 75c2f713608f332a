#pragma once

#include "taga-document.h"
#include "taga-store.h"
#include "taga-writer.h"

G_BEGIN_DECLS

TagaDocument *
taga_export_create (TagaStore *store, const char *report, TagaPaper paper, GError **error);

G_END_DECLS
