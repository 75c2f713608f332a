#pragma once

#include "taga-document.h"
#include "taga-paper.h"
#include "taga-store.h"
#include "taga-writer.h"

G_BEGIN_DECLS

gboolean taga_export_is_paper (const char *report);
const char *taga_export_get_title (const char *report);
TagaDocument *
taga_export_create (TagaStore *store, const char *report, TagaPaperSize size, GError **error);
TagaPaper *taga_export_create_paper (TagaStore *store, const char *report, GError **error);

G_END_DECLS
