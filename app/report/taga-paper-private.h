#pragma once

#include "taga-paper.h"

G_BEGIN_DECLS

TagaPaperBlock *taga_paper_append (TagaPaper *self, TagaPaperKind kind, const char *text);
TagaPaperBlock *taga_paper_get_last (TagaPaper *self);
guint taga_paper_count_open (TagaPaper *self, TagaPaperKind begin, TagaPaperKind end);

G_END_DECLS
