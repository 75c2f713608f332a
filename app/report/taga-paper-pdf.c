#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* for memmem */
#endif

#include <cairo-pdf.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "taga-paper-layout.h"
#include "taga-surface-file.h"

/* How much of the time setting the text on pages takes. */
#define LAYOUT_SHARE 0.5

/* How much of the end of a file is looked at for the marks that end it. */
#define TAIL 1024

/* Version 1.4 is what every reader knows; its objects are not packed, so that they can be checked.
 */
static void
describe (cairo_surface_t *surface, TagaPaper *paper)
{
  g_autofree char *time = g_strconcat (taga_paper_get_date (paper), "T00:00:00", NULL);

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, taga_paper_get_title (paper));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR,
                                  taga_paper_get_company (paper));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Taga " TAGA_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, time);
}

/* A heading goes under the last one of a higher level. */
static void
add_outline (cairo_surface_t *surface, TagaPaperLayout *layout)
{
  GArray *entries = taga_paper_layout_get_entries (layout);
  int parents[TAGA_PAPER_MAX_LEVEL + 1] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < entries->len; i++)
    {
      const TagaPaperEntry *entry = &g_array_index (entries, TagaPaperEntry, i);
      char y[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *place = NULL;
      int id;

      g_ascii_formatd (y, sizeof y, "%.2f", entry->y);
      place = g_strdup_printf ("page=%u pos=[0 %s]", entry->page + 1, y);
      id = cairo_pdf_surface_add_outline (surface, parents[entry->level - 1], entry->text, place,
                                          CAIRO_PDF_OUTLINE_FLAG_OPEN);
      for (guint level = entry->level; level <= TAGA_PAPER_MAX_LEVEL; level++)
        parents[level] = id;
    }
}

static gboolean
draw_pages (TagaWriteJob *job, cairo_surface_t *surface, TagaPaperLayout *layout, GError **error)
{
  cairo_t *cr = cairo_create (surface);
  guint n = taga_paper_layout_get_n_pages (layout);
  gboolean is_drawn = TRUE;

  for (guint page = 0; page < n && is_drawn; page++)
    {
      double width, height;

      taga_paper_layout_get_page_size (layout, page, &width, &height);
      cairo_pdf_surface_set_size (surface, width, height);
      taga_paper_layout_draw (layout, cr, page);
      cairo_show_page (cr);
      /* The outline crashes on a surface that has failed: each page is looked at. */
      is_drawn = cairo_status (cr) == CAIRO_STATUS_SUCCESS
                 && cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS;
      if (is_drawn
          && !taga_write_job_reach (job, LAYOUT_SHARE + (1 - LAYOUT_SHARE) * (page + 1) / (n + 1.0),
                                    error))
        {
          cairo_destroy (cr);
          return FALSE;
        }
    }

  if (is_drawn)
    add_outline (surface, layout);
  cairo_destroy (cr);
  return TRUE;
}

static gboolean
write_file (TagaWriteJob *job, TagaPaperLayout *layout, GError **error)
{
  TagaSurfaceFile output;
  cairo_surface_t *surface;
  double width, height;

  if (!taga_surface_file_open (&output, job, error))
    return FALSE;

  taga_paper_layout_get_page_size (layout, 0, &width, &height);
  surface =
      cairo_pdf_surface_create_for_stream (taga_surface_file_write_cb, &output, width, height);
  describe (surface, taga_paper_layout_get_paper (layout));
  if (draw_pages (job, surface, layout, error))
    return taga_surface_file_close (&output, job, surface, error);

  taga_surface_file_close (&output, job, surface, NULL);
  return FALSE;
}

static gboolean
fail_check (GError **error)
{
  g_set_error_literal (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED,
                       _ ("The file was read back and is not what was written (PDF). It was thrown "
                          "away. Check that the disk has room and is sound, and try again."));
  return FALSE;
}

/* How many objects of the file are pages. */
static guint
count_pages (const char *data, gsize length)
{
  static const char mark[] = "/Type /Page";
  const char *end = data + length;
  guint n = 0;

  for (const char *p = data; (p = memmem (p, (gsize) (end - p), mark, sizeof mark - 1)) != NULL;
       p += sizeof mark - 1)
    n += p + sizeof mark <= end && p[sizeof mark - 1] != 's';

  return n;
}

/* The end of the file says where its table of objects is; it has to be there. */
static gboolean
has_table (const char *data, gsize length)
{
  gsize tail = MIN (length, TAIL);
  const char *end = memmem (data + length - tail, tail, "startxref\n", 10);
  guint64 at;

  if (end == NULL || memmem (end, (gsize) (data + length - end), "%%EOF", 5) == NULL)
    return FALSE;

  at = g_ascii_strtoull (end + 10, NULL, 10);
  return at + 4 < length && memcmp (data + at, "xref", 4) == 0;
}

static gboolean
check_file (TagaWriteJob *job, guint n_pages, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (job->path, FALSE, NULL);
  const char *data = file == NULL ? NULL : g_mapped_file_get_contents (file);
  gsize length = file == NULL ? 0 : g_mapped_file_get_length (file);

  if (data == NULL || length < 8 || memcmp (data, "%PDF-1.", 7) != 0 || !has_table (data, length)
      || count_pages (data, length) != n_pages)
    return fail_check (error);

  return TRUE;
}

/**
 * taga_pdf_write:
 * @job: a job with a paper
 * @error: return location for an error
 *
 * Writes a paper as PDF: with the fonts that it uses, and its headings as an outline.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to any [error@ReportError] or
 *   `G_IO_ERROR_CANCELLED`
 */
gboolean
taga_pdf_write (TagaWriteJob *job, GError **error)
{
  g_autoptr (TagaPaperLayout) layout = NULL;
  guint n_missing;

  if (!taga_write_job_reach (job, 0, error))
    return FALSE;

  layout = taga_paper_layout_new (job->paper, job->cancellable, NULL);
  /* Only a user who stopped it leaves no layout, and then this says so. */
  if (!taga_write_job_reach (job, LAYOUT_SHARE, error))
    return FALSE;

  job->n_rows = taga_paper_layout_get_n_pages (layout);
  n_missing = taga_paper_layout_get_n_missing (layout);
  if (n_missing > 0)
    taga_write_job_note (
        job, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "%u character is in no font of this computer and shows "
                                           "as a box. Install the package fonts-noto-cjk.",
                                           "%u characters are in no font of this computer and show "
                                           "as boxes. Install the package fonts-noto-cjk.",
                                           n_missing),
                              n_missing));

  return write_file (job, layout, error)
         && check_file (job, taga_paper_layout_get_n_pages (layout), error);
}
