#pragma once

#include "taga-anonymiser.h"
#include "taga-folded.h"

G_BEGIN_DECLS

typedef struct _TagaNameNeedle TagaNameNeedle;

void taga_name_needle_free (TagaNameNeedle *self);
void
taga_name_needles_add (GPtrArray *needles, TagaNameKind kind, const char *name, gpointer owner);

gunichar taga_name_needle_get_first (const TagaNameNeedle *self);
gpointer taga_name_needle_get_owner (const TagaNameNeedle *self);
guint taga_name_needle_match (const TagaNameNeedle *self, const GArray *folded, guint at);

char *taga_name_dup_core (const char *name);

G_END_DECLS
