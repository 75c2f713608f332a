#pragma once

#include "taga-export-report.h"
#include "taga-writer.h"

G_BEGIN_DECLS

gboolean taga_export_is_paper (const char *report);
const char *taga_export_get_title (const char *report);
TagaDocument *
taga_export_create (TagaStore *store, const char *report, TagaPaperSize size, GError **error);
TagaPaper *taga_export_create_paper (TagaStore *store, const char *report, GError **error);

TagaDocument *taga_export_new_document (TagaStore *store,
                                        const char *report,
                                        const TagaExportOptions *options,
                                        GError **error);
TagaPaper *taga_export_new_paper (TagaStore *store,
                                  const char *report,
                                  const TagaExportOptions *options,
                                  GError **error);

G_END_DECLS
