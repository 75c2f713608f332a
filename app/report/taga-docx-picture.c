#include "taga-docx.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Dots of a picture on each point of paper: 300 on an inch. */
#define DOTS (300 / 72.0)

/* The unit of lengths in drawings: so many are a point. */
#define EMU 12700

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Draws a chart as it is on the pages of the PDF. */
static GBytes *
create_png (TagaChart *chart, double width, double height)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) ceil (width * DOTS), (int) ceil (height * DOTS));
  cairo_t *cr = cairo_create (surface);
  GByteArray *data = g_byte_array_new ();
  cairo_status_t status;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, DOTS, DOTS);
  taga_paper_draw_chart (cr, chart, width, height);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_cb, data);
  cairo_surface_destroy (surface);

  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (data);

  g_byte_array_unref (data);
  return NULL;
}

/* Its words are those that a screen reader gets. */
static void
add_words (TagaDocx *self, const char *element, TagaChart *chart)
{
  g_autofree char *summary = taga_chart_dup_summary (chart);
  g_auto (GStrv) lines = g_strsplit (summary, "\n", -1);
  g_autofree char *line = g_strjoinv (" ", lines);

  taga_docx_add_f (self, "<%s id=\"%u\" name=\"chart%u.png\" descr=\"", element,
                   self->pictures->len, self->pictures->len);
  taga_docx_add_escaped (self, line);
  taga_docx_add (self, "\"/>");
}

static void
add_drawing (TagaDocx *self, TagaChart *chart, double width, double height)
{
  const long cx = lround (width * EMU), cy = lround (height * EMU);

  taga_docx_add_f (self,
                   "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" "
                   "distR=\"0\"><wp:extent cx=\"%ld\" cy=\"%ld\"/><wp:effectExtent l=\"0\" "
                   "t=\"0\" r=\"0\" b=\"0\"/>",
                   cx, cy);
  add_words (self, "wp:docPr", chart);
  taga_docx_add (self, "<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/>"
                       "</wp:cNvGraphicFramePr><a:graphic><a:graphicData "
                       "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"
                       "<pic:pic><pic:nvPicPr>");
  add_words (self, "pic:cNvPr", chart);
  taga_docx_add_f (self,
                   "<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"picture%u\"/>"
                   "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off "
                   "x=\"0\" y=\"0\"/><a:ext cx=\"%ld\" cy=\"%ld\"/></a:xfrm><a:prstGeom "
                   "prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>"
                   "</a:graphic></wp:inline></w:drawing></w:r>",
                   self->pictures->len, cx, cy);
}

/* Adds a chart as a picture, as wide as there is room and never higher than a page. */
gboolean
taga_docx_add_picture (TagaDocx *self, const TagaPaperBlock *block, GError **error)
{
  const TagaDocxParagraph about = { "Picture" };
  const TagaSheet *sheet = &g_array_index (self->sheets, TagaSheet, self->sheets->len - 1);
  double most = sheet->height - TAGA_PAGE_TOP - TAGA_PAGE_BOTTOM - TAGA_PAGE_SIDE;
  double height = MIN (block->height * TAGA_POINTS_PER_MM, most);
  GBytes *png = create_png (block->chart, self->width, height);

  if (png == NULL)
    {
      g_set_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED,
                   _ ("“%s” needs more memory for its pictures than there is. Close other programs "
                      "and try again."),
                   self->job->name);
      return FALSE;
    }

  g_ptr_array_add (self->pictures, png);
  taga_docx_begin_paragraph (self, &about);
  add_drawing (self, block->chart, self->width, height);
  taga_docx_end_paragraph (self);

  return TRUE;
}
