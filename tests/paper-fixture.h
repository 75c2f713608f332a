#pragma once

#include "report-folder.h"
#include "taga-paper.h"

G_BEGIN_DECLS

TagaPaper *paper_fixture_create (void);
gboolean paper_fixture_write (ReportFolder *folder,
                              TagaPaper *paper,
                              const char *name,
                              TagaWriteFlags flags,
                              GError **error);
void paper_fixture_write_whole (ReportFolder *folder, TagaPaper *paper);

G_END_DECLS
