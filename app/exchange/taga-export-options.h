#pragma once

#include "taga-export-report.h"

G_BEGIN_DECLS

TagaExportOptions *taga_export_options_copy (const TagaExportOptions *options);
void taga_export_options_free (TagaExportOptions *options);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaExportOptions, taga_export_options_free)

TagaExportOptions *taga_export_options_read (TagaStore *store, const char *report);
gboolean taga_export_options_keep (TagaStore *store,
                                   const char *report,
                                   const TagaExportOptions *options,
                                   GError **error);

G_END_DECLS
