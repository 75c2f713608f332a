#pragma once

#include "taga-edition.h"
#include "taga-paper-head.h"

G_BEGIN_DECLS

TagaPaper *taga_report_measures_new (const TagaPaperHead *head,
                                     TagaEdition *edition,
                                     const GPtrArray *measures,
                                     const guint *delays);

G_END_DECLS
