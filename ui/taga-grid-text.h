#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * TagaGridText:
 *
 * Shaped texts, shared by all cells that say the same.
 *
 * Shaping is what costs most when rows come into view, and in a register most cells repeat what
 * others say: levels, departments, media, dates.
 */
typedef struct _TagaGridText TagaGridText;

TagaGridText *taga_grid_text_new (PangoContext *context);
void taga_grid_text_free (TagaGridText *self);

void taga_grid_text_forget (TagaGridText *self);
PangoLayout *
taga_grid_text_shape (TagaGridText *self, const char *text, gboolean is_bold, int width);
int taga_grid_text_get_natural_width (TagaGridText *self, const char *text, gboolean is_bold);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaGridText, taga_grid_text_free)

G_END_DECLS
