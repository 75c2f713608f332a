#pragma once

#include "taga-chart.h"
#include "taga-store.h"

G_BEGIN_DECLS

const char *taga_chart_source_get_kind (guint i);
const char *taga_chart_source_get_title (const char *kind);
gboolean taga_chart_source_has_before (const char *kind);

TagaChart *taga_chart_source_new (TagaStore *store,
                                  const char *kind,
                                  gint64 before,
                                  gint64 after,
                                  GError **error);
char *taga_chart_source_name_rounds (TagaStore *store,
                                     const char *kind,
                                     gint64 before,
                                     gint64 after,
                                     GError **error);

G_END_DECLS
