#pragma once

#include "taga-export-report.h"

G_BEGIN_DECLS

/* The reports that are made of tables. */

TagaDocument *
taga_export_register (TagaStore *store, const TagaExportOptions *options, GError **error);
TagaDocument *
taga_export_analysis (TagaStore *store, const TagaExportOptions *options, GError **error);

G_END_DECLS
