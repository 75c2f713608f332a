#pragma once

#include "taga-container.h"

G_BEGIN_DECLS

typedef struct _TagaSharedStrings TagaSharedStrings;

TagaSharedStrings *taga_shared_strings_new (TagaContainer *container,
                                            const char *part,
                                            GCancellable *cancellable,
                                            GError **error);
void taga_shared_strings_free (TagaSharedStrings *self);

const char *taga_shared_strings_get (TagaSharedStrings *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaSharedStrings, taga_shared_strings_free)

G_END_DECLS
