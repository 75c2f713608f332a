#pragma once

#include "taga-catalogue.h"

G_BEGIN_DECLS

/* What the readers of all lists of items share. */
gboolean taga_catalogue_read_item (TagaCatalogue *self,
                                   const TagaJson *place,
                                   TagaItem *item,
                                   GError **error);
gboolean taga_catalogue_add_item (TagaItems *items,
                                  const TagaJson *place,
                                  const TagaItem *item,
                                  GError **error);
TagaItem *taga_catalogue_find_item (TagaItems *items, const char *key);
gboolean taga_catalogue_read_references (TagaCatalogue *self,
                                         const TagaJson *place,
                                         const char *member,
                                         const char *list,
                                         GPtrArray *found,
                                         GError **error);
const char *const *taga_catalogue_keep_keys (TagaCatalogue *self, GPtrArray *items);

G_END_DECLS
