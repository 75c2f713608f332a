#pragma once

#include <gtk/gtk.h>

#include "taga-paper-layout.h"

G_BEGIN_DECLS

/**
 * TagaPaperZoom:
 * @TAGA_PAPER_ZOOM_WIDTH: a page fills the width
 * @TAGA_PAPER_ZOOM_PAGE: a whole page fits
 * @TAGA_PAPER_ZOOM_FREE: what the user chose
 *
 * How large pages are shown.
 */
typedef enum
{
  TAGA_PAPER_ZOOM_WIDTH,
  TAGA_PAPER_ZOOM_PAGE,
  TAGA_PAPER_ZOOM_FREE,
} TagaPaperZoom;

#define TAGA_TYPE_PAPER_VIEW (taga_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (TagaPaperView, taga_paper_view, TAGA, PAPER_VIEW, GtkWidget)

void taga_paper_view_show (TagaPaperView *self, TagaPaperLayout *layout, gboolean keep_place);

guint taga_paper_view_get_n_pages (TagaPaperView *self);
guint taga_paper_view_get_page (TagaPaperView *self);
void taga_paper_view_turn_to (TagaPaperView *self, guint page);
void taga_paper_view_scroll (TagaPaperView *self, double by);

TagaPaperZoom taga_paper_view_get_zoom (TagaPaperView *self);
void taga_paper_view_set_zoom (TagaPaperView *self, TagaPaperZoom zoom);
void taga_paper_view_step_zoom (TagaPaperView *self, int steps);
double taga_paper_view_get_scale (TagaPaperView *self);

G_END_DECLS
