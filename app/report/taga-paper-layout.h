#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "taga-paper.h"

G_BEGIN_DECLS

#define TAGA_POINTS_PER_MM (72 / 25.4)

/**
 * TagaPaperEntry:
 * @level: 1 to 3
 * @text: the heading
 * @page: the page that it is on, from 0
 * @y: where on the page, in points from the top
 *
 * A heading, where it came to stand.
 */
typedef struct
{
  guint level;
  const char *text;
  guint page;
  double y;
} TagaPaperEntry;

#define TAGA_TYPE_PAPER_LAYOUT (taga_paper_layout_get_type ())
G_DECLARE_FINAL_TYPE (TagaPaperLayout, taga_paper_layout, TAGA, PAPER_LAYOUT, GObject)

TagaPaperLayout *
taga_paper_layout_new (TagaPaper *paper, GCancellable *cancellable, GError **error);

TagaPaper *taga_paper_layout_get_paper (TagaPaperLayout *self);
guint taga_paper_layout_get_n_pages (TagaPaperLayout *self);
void
taga_paper_layout_get_page_size (TagaPaperLayout *self, guint page, double *width, double *height);
guint taga_paper_layout_get_n_missing (TagaPaperLayout *self);
GArray *taga_paper_layout_get_entries (TagaPaperLayout *self);

char *taga_paper_layout_dup_text (TagaPaperLayout *self, guint page);
void taga_paper_layout_draw (TagaPaperLayout *self, cairo_t *cr, guint page);

G_END_DECLS
