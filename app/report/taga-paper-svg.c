#include <cairo-svg.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "taga-paper-layout.h"
#include "taga-surface-file.h"

/* Pages lie side by side, two in a row as in an open book, so many points apart. */
#define PAGES_IN_ROW 2
#define GAP 12.0

static void
draw_page (TagaPaperLayout *layout, cairo_t *cr, guint page)
{
  double width, height;

  taga_paper_layout_get_page_size (layout, page, &width, &height);
  cairo_save (cr);
  cairo_translate (cr, (page % PAGES_IN_ROW) * (width + GAP),
                   (page / PAGES_IN_ROW) * (height + GAP));
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip_preserve (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 0.8, 0.8, 0.8);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  taga_paper_layout_draw (layout, cr, page);
  cairo_restore (cr);
}

static gboolean
draw_pages (TagaWriteJob *job, cairo_surface_t *surface, TagaPaperLayout *layout, GError **error)
{
  cairo_t *cr = cairo_create (surface);
  guint n = taga_paper_layout_get_n_pages (layout);
  gboolean goes_on = TRUE;

  for (guint page = 0; page < n && goes_on; page++)
    {
      draw_page (layout, cr, page);
      goes_on = taga_write_job_reach (job, 0.5 + 0.5 * (page + 1) / (n + 1.0), error);
    }
  cairo_destroy (cr);

  return goes_on;
}

static gboolean
write_file (TagaWriteJob *job, TagaPaperLayout *layout, GError **error)
{
  TagaSurfaceFile output;
  guint n = taga_paper_layout_get_n_pages (layout);
  guint n_columns = MIN (n, PAGES_IN_ROW);
  guint n_rows = (n + PAGES_IN_ROW - 1) / PAGES_IN_ROW;
  cairo_surface_t *surface;
  double width, height;

  if (!taga_surface_file_open (&output, job, error))
    return FALSE;

  taga_paper_layout_get_page_size (layout, 0, &width, &height);
  surface = cairo_svg_surface_create_for_stream (taga_surface_file_write_cb, &output,
                                                 n_columns * (width + GAP) - GAP,
                                                 n_rows * (height + GAP) - GAP);
  if (draw_pages (job, surface, layout, error))
    return taga_surface_file_close (&output, job, surface, error);

  taga_surface_file_close (&output, job, surface, NULL);
  return FALSE;
}

static gboolean
check_file (TagaWriteJob *job, GError **error)
{
  g_autofree char *text = NULL;
  gsize length;

  if (g_file_get_contents (job->path, &text, &length, NULL) && g_str_has_prefix (text, "<?xml")
      && g_str_has_suffix (g_strchomp (text), "</svg>") && strlen (text) + 2 >= length)
    return TRUE;

  g_set_error_literal (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED,
                       _ ("The file was read back and is not what was written (SVG). It was thrown "
                          "away. Check that the disk has room and is sound, and try again."));
  return FALSE;
}

/**
 * taga_svg_write:
 * @job: a job with a paper
 * @error: return location for an error
 *
 * Writes a paper as one picture, its pages side by side as in an open book. Letters are drawn as
 * outlines, so that the picture looks the same everywhere and its file holds no text.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to any [error@ReportError] or
 *   `G_IO_ERROR_CANCELLED`
 */
gboolean
taga_svg_write (TagaWriteJob *job, GError **error)
{
  g_autoptr (TagaPaperLayout) layout = NULL;

  if (!taga_write_job_reach (job, 0, error))
    return FALSE;

  layout = taga_paper_layout_new (job->paper, job->cancellable, NULL);
  /* Only a user who stopped it leaves no layout, and then this says so. */
  if (!taga_write_job_reach (job, 0.5, error))
    return FALSE;

  job->n_rows = taga_paper_layout_get_n_pages (layout);
  return write_file (job, layout, error) && check_file (job, error);
}
