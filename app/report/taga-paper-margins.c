#include <glib/gi18n-lib.h>

#include "taga-chart-text.h"
#include "taga-paper-layout-private.h"

/* Text in the head and the foot of a page, in points, and where it stands. */
#define MARGIN_TEXT 8.0
#define HEAD_Y (13 * TAGA_POINTS_PER_MM)
#define FOOT_Y (12 * TAGA_POINTS_PER_MM)

/* Draws a short text of the margins; returns how wide it came out. */
static double
show_margin (cairo_t *cr, const char *text, double width, double x, double y, double x_align)
{
  TagaChartStyle style = { taga_palette_get (TAGA_PALETTE_PRINT), MARGIN_TEXT };
  g_autoptr (PangoLayout) layout = taga_chart_text_new (cr, &style, text, 1, FALSE);
  double drawn;

  taga_chart_text_limit (layout, width, 1);
  taga_chart_text_measure (layout, &drawn, NULL);
  taga_chart_text_draw (cr, layout, style.palette->faint, x, y, x_align, 0.5);

  return drawn;
}

/* The class mark stands in a frame at the right; returns where it begins. */
static double
show_mark (cairo_t *cr, const char *mark, double width, double right)
{
  double drawn;

  if (mark == NULL)
    return right;

  drawn = show_margin (cr, mark, width / 4, right - 5, HEAD_Y, 1);
  taga_palette_set (cr, taga_palette_get (TAGA_PALETTE_PRINT)->faint, 1);
  cairo_set_line_width (cr, TAGA_PAPER_THIN);
  cairo_rectangle (cr, right - drawn - 10, HEAD_Y - 8, drawn + 10, 16);
  cairo_stroke (cr);

  return right - drawn - 16;
}

/* What the document is filed under, for the head of its pages; empty if it is not. */
char *
taga_paper_dup_filed (TagaPaper *paper)
{
  const char *number = taga_paper_get_number (paper);
  const char *version = taga_paper_get_version (paper);
  /* Translators: the number that a document is filed under: 文書番号 */
  g_autofree char *first = number == NULL ? NULL : g_strdup_printf (_ ("No. %s"), number);
  /* Translators: the version of a document: 第…版 */
  g_autofree char *second = version == NULL ? NULL : g_strdup_printf (_ ("Version %s"), version);

  return first == NULL    ? g_strdup (second == NULL ? "" : second)
         : second == NULL ? g_strdup (first)
                          : g_strconcat (first, "　", second, NULL);
}

/* Draws title, company, number and class mark at the top; the day and the page at the bottom. */
void
taga_paper_draw_margins (TagaPaperLayout *self, cairo_t *cr, guint page)
{
  const TagaSheet *sheet = &g_array_index (self->pages, TagaSheet, page);
  double right = sheet->width - TAGA_PAGE_SIDE;
  double width = right - TAGA_PAGE_SIDE;
  double foot = sheet->height - FOOT_Y;
  g_autofree char *head = g_strdup_printf ("%s　%s", taga_paper_get_title (self->paper),
                                           taga_paper_get_company (self->paper));
  g_autofree char *filed = taga_paper_dup_filed (self->paper);
  g_autofree char *number = g_strdup_printf ("%u / %u", page + 1, self->n_pages);
  double end = show_mark (cr, taga_paper_get_mark (self->paper), width, right);

  if (*filed != '\0')
    end -= show_margin (cr, filed, width / 3, end, HEAD_Y, 1) + 10;
  show_margin (cr, head, end - TAGA_PAGE_SIDE, TAGA_PAGE_SIDE, HEAD_Y, 0);
  taga_paper_draw_rule (cr, TAGA_PAPER_FAINT_LINE, TAGA_PAGE_SIDE, HEAD_Y + 12, width);

  show_margin (cr, taga_paper_get_shown_date (self->paper), width / 3, TAGA_PAGE_SIDE, foot, 0);
  show_margin (cr, number, width / 3, sheet->width / 2, foot, 0.5);
}
