#pragma once

#include "taga-chart.h"
#include "taga-export-report.h"
#include "taga-writer.h"

G_BEGIN_DECLS

TagaChart *
taga_export_new_chart (TagaStore *store, const TagaExportOptions *options, GError **error);
TagaPaletteKind taga_export_get_palette (const TagaExportOptions *options);
gboolean taga_export_write_chart (TagaStore *store,
                                  const TagaExportOptions *options,
                                  GFile *target,
                                  TagaWriteFlags flags,
                                  GError **error);

G_END_DECLS
