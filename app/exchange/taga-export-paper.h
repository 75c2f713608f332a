#pragma once

#include "taga-export-report.h"

G_BEGIN_DECLS

/* What the papers have in common: whose they are, and how their records are read. */

GPtrArray *taga_export_read_records (TagaStore *store, GType type, int round_field, GError **error);

TagaPaper *taga_export_diagnosis (TagaStore *store,
                                  const TagaPaperHead *head,
                                  const TagaExportOptions *options,
                                  GError **error);
TagaPaper *taga_export_chart (TagaStore *store,
                              const TagaPaperHead *head,
                              const TagaExportOptions *options,
                              GError **error);
TagaPaper *taga_export_contacts (TagaStore *store,
                                 const TagaPaperHead *head,
                                 const TagaExportOptions *options,
                                 GError **error);
TagaPaper *taga_export_executive (TagaStore *store,
                                  const TagaPaperHead *head,
                                  const TagaExportOptions *options,
                                  GError **error);
TagaPaper *taga_export_evidence (TagaStore *store,
                                 const TagaPaperHead *head,
                                 const TagaExportOptions *options,
                                 GError **error);
TagaPaper *taga_export_measures (TagaStore *store,
                                 const TagaPaperHead *head,
                                 const TagaExportOptions *options,
                                 GError **error);
TagaPaper *taga_export_profile (TagaStore *store,
                                const TagaPaperHead *head,
                                const TagaExportOptions *options,
                                GError **error);

G_END_DECLS
