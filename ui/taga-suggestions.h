#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaSuggestions:
 *
 * What has been entered before into the text fields of a register.
 */
typedef struct _TagaSuggestions TagaSuggestions;

TagaSuggestions *taga_suggestions_new (TagaStore *store, GType type);
void taga_suggestions_free (TagaSuggestions *self);
GStrv taga_suggestions_find (TagaSuggestions *self, guint field, const char *typed);

G_END_DECLS
