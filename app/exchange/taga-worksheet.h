#pragma once

#include "taga-merges.h"
#include "taga-worksheet-cell.h"

G_BEGIN_DECLS

gboolean taga_worksheet_read (const TagaBook *book,
                              const char *part,
                              TagaMerges **merges,
                              TagaSheetReading *reading,
                              GError **error);

G_END_DECLS
