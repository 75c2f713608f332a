#pragma once

#include "taga-container.h"

G_BEGIN_DECLS

typedef struct _TagaRelations TagaRelations;

TagaRelations *taga_relations_new (TagaContainer *container, const char *part, GError **error);
void taga_relations_free (TagaRelations *self);

gboolean taga_relations_find (TagaRelations *self, const char *type, char **target, GError **error);
gboolean taga_relations_get (TagaRelations *self,
                             const char *id,
                             const char *type,
                             char **target,
                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaRelations, taga_relations_free)

G_END_DECLS
