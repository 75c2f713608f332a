#pragma once

#include <gtk/gtk.h>

#include "taga-paper-layout.h"
#include "taga-paper-sheet.h"

G_BEGIN_DECLS

/* Room around the pages, in pixels. */
#define TAGA_PAPER_MARGIN 16

/**
 * TagaPaperPages:
 * @box: holds the pages, one below the other
 * @sheets: (element-type TagaPaperSheet): the pages
 * @scale: pixels of a point
 *
 * Pages below each other, and where they lie. The box owns them.
 */
typedef struct
{
  GtkWidget *box;
  GPtrArray *sheets;
  double scale;
} TagaPaperPages;

void taga_paper_pages_init (TagaPaperPages *self, double scale);
void taga_paper_pages_clear (TagaPaperPages *self);
void taga_paper_pages_fill (TagaPaperPages *self, TagaPaperLayout *layout);

TagaPaperSheet *taga_paper_pages_get (const TagaPaperPages *self, guint page);
void taga_paper_pages_set_scale (TagaPaperPages *self, double scale);
double taga_paper_pages_fit (const TagaPaperPages *self, double width, double height);

double taga_paper_pages_get_top (const TagaPaperPages *self, guint page);
guint taga_paper_pages_find_at (const TagaPaperPages *self, double y);
int taga_paper_pages_get_wanted (const TagaPaperPages *self, guint page);
int taga_paper_pages_find_next (const TagaPaperPages *self, double top, double height);

G_END_DECLS
