#include <math.h>
#include <stdarg.h>
#include <string.h>

#include "taga-docx.h"

/* Points in the unit of the format, a twentieth of one. */
int
taga_docx_twips (double points)
{
  return (int) lround (points * 20);
}

/* How high text of a paper is, as a multiple of its usual text; sizes are in halves of points. */
int
taga_docx_half_points (TagaPaper *paper, double scale)
{
  return (int) lround (taga_paper_get_text_size (paper) * scale * 2);
}

/* Adds XML as it is. */
void
taga_docx_add (TagaDocx *self, const char *xml)
{
  g_string_append (self->xml, xml);
}

/* Adds XML with numbers in it. Text goes by taga_docx_add_escaped(). */
void
taga_docx_add_f (TagaDocx *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (self->xml, format, arguments);
  va_end (arguments);
}

/* Adds text, for an attribute or between tags. Characters that no XML may hold are left out. */
void
taga_docx_add_escaped (TagaDocx *self, const char *text)
{
  for (const char *c = taga_write_job_clean (self->job, text); *c != '\0'; c++)
    switch (*c)
      {
      case '&':
        g_string_append (self->xml, "&amp;");
        break;
      case '<':
        g_string_append (self->xml, "&lt;");
        break;
      case '>':
        g_string_append (self->xml, "&gt;");
        break;
      case '"':
        g_string_append (self->xml, "&quot;");
        break;
      default:
        g_string_append_c (self->xml, *c);
      }
}

/* Begins a paragraph. The order of its properties is that of the standard (CT_PPrBase). */
void
taga_docx_begin_paragraph (TagaDocx *self, const TagaDocxParagraph *about)
{
  static const char *const alignments[] = { NULL, "center", "right" };

  taga_docx_add_f (self, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>", about->style);
  if (about->keep_next)
    taga_docx_add (self, "<w:keepNext/>");
  if (about->list > 0)
    taga_docx_add_f (self, "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"%u\"/></w:numPr>",
                     about->list + 1);
  if (about->tabs != NULL)
    taga_docx_add_f (self, "<w:tabs>%s</w:tabs>", about->tabs);
  if (self->is_top)
    taga_docx_add (self, "<w:spacing w:before=\"0\"/>");
  if (about->hanging > 0)
    taga_docx_add_f (self, "<w:ind w:left=\"%d\" w:hanging=\"%d\"/>",
                     taga_docx_twips (about->hanging), taga_docx_twips (about->hanging));
  if (alignments[about->align] != NULL)
    taga_docx_add_f (self, "<w:jc w:val=\"%s\"/>", alignments[about->align]);
  taga_docx_add (self, "</w:pPr>");
  self->is_top = FALSE;
}

/* Ends a paragraph. */
void
taga_docx_end_paragraph (TagaDocx *self)
{
  taga_docx_add (self, "</w:p>");
}

/* Adds text to a paragraph; line breaks and tabs are elements of their own. */
void
taga_docx_add_run (TagaDocx *self, const char *text, const char *properties)
{
  taga_docx_add (self, "<w:r>");
  if (properties != NULL)
    taga_docx_add_f (self, "<w:rPr>%s</w:rPr>", properties);
  while (*text != '\0')
    {
      gsize length = strcspn (text, "\n\t");
      g_autofree char *piece = g_strndup (text, length);

      if (length > 0)
        {
          taga_docx_add (self, "<w:t xml:space=\"preserve\">");
          taga_docx_add_escaped (self, piece);
          taga_docx_add (self, "</w:t>");
        }
      text += length;
      if (*text != '\0')
        taga_docx_add (self, *text++ == '\n' ? "<w:br/>" : "<w:tab/>");
    }
  taga_docx_add (self, "</w:r>");
}

/* Adds a paragraph of one run. */
void
taga_docx_add_paragraph (TagaDocx *self, const char *style, const char *text)
{
  const TagaDocxParagraph about = { style };

  taga_docx_begin_paragraph (self, &about);
  taga_docx_add_run (self, text, NULL);
  taga_docx_end_paragraph (self);
}

#define SPACER(more) "<w:p><w:pPr><w:pStyle w:val=\"Spacer\"/>" more "</w:pPr></w:p>"

/* Adds a low empty paragraph. Tables that follow each other would grow together without one, and a
 * cell has to end with one. */
void
taga_docx_add_spacer (TagaDocx *self)
{
  taga_docx_add (self, SPACER (""));
  self->is_top = FALSE;
}

/* Adds room above a table, unless there is some; a heading before it stays with it. */
void
taga_docx_keep_apart (TagaDocx *self)
{
  if (!g_str_has_suffix (self->xml->str, SPACER ("")))
    taga_docx_add (self, SPACER ("<w:keepNext/>"));
}

/* Begins a page. Nothing stands above what comes next. */
void
taga_docx_add_page_break (TagaDocx *self)
{
  taga_docx_add (self, SPACER ("<w:pageBreakBefore/>"));
  self->is_top = TRUE;
}
