#pragma once

#include "taga-edits.h"

G_BEGIN_DECLS

char *taga_edit_text_describe_outcome (TagaEdition *edition, const TagaEditsOutcome *outcome);
char *taga_edit_text_describe_bands (TagaEdition *edition, const TagaEditsOutcome *outcome);
char *taga_edit_text_describe_record (TagaEdits *edits, TagaStore *store, guint i);
char *taga_edit_text_name_record (TagaEdits *edits, TagaStore *store, guint i);

G_END_DECLS
