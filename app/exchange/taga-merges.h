#pragma once

#include "taga-sheet-row.h"

G_BEGIN_DECLS

typedef struct _TagaMerges TagaMerges;

TagaMerges *taga_merges_new (void);
void taga_merges_free (TagaMerges *self);

gboolean
taga_merges_add (TagaMerges *self, guint column, guint first_row, guint last_row, GError **error);
gboolean taga_merges_seal (TagaMerges *self, GError **error);
gboolean taga_merges_is_empty (TagaMerges *self);
guint taga_merges_get_last_row (TagaMerges *self);

void taga_merges_rewind (TagaMerges *self);
guint taga_merges_fill (TagaMerges *self, guint row, const TagaSheetRow *own, TagaSheetRow *filled);
void taga_merges_pass (TagaMerges *self, guint row, const TagaSheetRow *own);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaMerges, taga_merges_free)

G_END_DECLS
