#pragma once

#include "taga-container.h"

G_BEGIN_DECLS

typedef struct _TagaCellStyles TagaCellStyles;

TagaCellStyles *taga_cell_styles_new (TagaContainer *container,
                                      const char *part,
                                      GCancellable *cancellable,
                                      GError **error);
void taga_cell_styles_free (TagaCellStyles *self);

guint taga_cell_styles_get_count (TagaCellStyles *self);
gboolean taga_cell_styles_is_date (TagaCellStyles *self, guint style);

gboolean taga_cell_format_is_date (const char *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaCellStyles, taga_cell_styles_free)

G_END_DECLS
