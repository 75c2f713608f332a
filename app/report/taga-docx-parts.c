#include "taga-docx.h"

/* What a package holds besides the text: head and foot of the pages, properties, relations. */

#define NAMESPACE                                                                                  \
  "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "                      \
  "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define MARK_FRAME "<w:bdr w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"666666\"/>"

static double
get_text_width (TagaDocx *self, guint section)
{
  return g_array_index (self->sheets, TagaSheet, section).width - 2 * TAGA_PAGE_SIDE;
}

/* Writes the head of a section's pages: title and company, then number, version and class mark. */
void
taga_docx_add_header (TagaDocx *self, guint section)
{
  g_autofree char *tabs = g_strdup_printf ("<w:tab w:val=\"right\" w:pos=\"%d\"/>",
                                           taga_docx_twips (get_text_width (self, section)));
  const TagaDocxParagraph about = { "header", .tabs = tabs };
  const char *mark = taga_paper_get_mark (self->paper);
  g_autofree char *filed = taga_paper_dup_filed (self->paper);
  g_autofree char *left = g_strdup_printf ("%s　%s\t", taga_paper_get_title (self->paper),
                                           taga_paper_get_company (self->paper));

  taga_docx_add (self, "<w:hdr " NAMESPACE ">");
  taga_docx_begin_paragraph (self, &about);
  taga_docx_add_run (self, left, NULL);
  taga_docx_add_run (self, filed, NULL);
  if (mark != NULL)
    {
      g_autofree char *text = g_strdup_printf ("\xC2\xA0%s\xC2\xA0", mark);

      taga_docx_add_run (self, "　", NULL);
      taga_docx_add_run (self, text, MARK_FRAME);
    }
  taga_docx_end_paragraph (self);
  taga_docx_add (self, "</w:hdr>");
}

static void
add_field (TagaDocx *self, const char *name)
{
  taga_docx_add_f (self, "<w:fldSimple w:instr=\" %s \"><w:r><w:t>1</w:t></w:r></w:fldSimple>",
                   name);
}

/* Writes the foot of a section's pages: the day, and which page it is of how many. */
void
taga_docx_add_footer (TagaDocx *self, guint section)
{
  g_autofree char *tabs = g_strdup_printf ("<w:tab w:val=\"center\" w:pos=\"%d\"/>",
                                           taga_docx_twips (get_text_width (self, section) / 2));
  const TagaDocxParagraph about = { "footer", .tabs = tabs };

  taga_docx_add (self, "<w:ftr " NAMESPACE ">");
  taga_docx_begin_paragraph (self, &about);
  taga_docx_add_run (self, taga_paper_get_shown_date (self->paper), NULL);
  taga_docx_add_run (self, "\t", NULL);
  add_field (self, "PAGE");
  taga_docx_add_run (self, " / ", NULL);
  add_field (self, "NUMPAGES");
  taga_docx_end_paragraph (self);
  taga_docx_add (self, "</w:ftr>");
}

static void
add_property (TagaDocx *self, const char *name, const char *attributes, const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  taga_docx_add_f (self, "<%s%s>", name, attributes);
  taga_docx_add_escaped (self, text);
  taga_docx_add_f (self, "</%s>", name);
}

/* Writes what the file says of itself. It was made on the day that the paper bears, so that the
 * same paper makes the same file. */
void
taga_docx_add_core (TagaDocx *self)
{
  int year, month, day;
  g_autofree char *time = NULL;

  if (taga_write_parse_date (taga_paper_get_date (self->paper), &year, &month, &day))
    time = g_strdup_printf ("%04d-%02d-%02dT00:00:00Z", year, month, day);
  taga_docx_add (self, "<cp:coreProperties "
                       "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/"
                       "core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                       "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
                       "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");
  add_property (self, "dc:title", "", taga_paper_get_title (self->paper));
  add_property (self, "dc:creator", "", taga_paper_get_company (self->paper));
  add_property (self, "dc:identifier", "", taga_paper_get_number (self->paper));
  add_property (self, "cp:version", "", taga_paper_get_version (self->paper));
  add_property (self, "cp:category", "", taga_paper_get_mark (self->paper));
  add_property (self, "dcterms:created", " xsi:type=\"dcterms:W3CDTF\"", time);
  add_property (self, "dcterms:modified", " xsi:type=\"dcterms:W3CDTF\"", time);
  taga_docx_add (self, "</cp:coreProperties>");
}

/* Writes which program made the file. */
void
taga_docx_add_app (TagaDocx *self)
{
  taga_docx_add (self, "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                       "extended-properties\"><Application>Taga</Application></Properties>");
}

static void
add_override (TagaDocx *self, const char *part, const char *type)
{
  taga_docx_add_f (self, "<Override PartName=\"%s\" ContentType=\"%s\"/>", part, type);
}

/* Writes what each part is. */
void
taga_docx_add_types (TagaDocx *self)
{
  taga_docx_add (self, "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                       "content-types\"><Default Extension=\"rels\" "
                       "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                       "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default "
                       "Extension=\"png\" ContentType=\"image/png\"/>");
  add_override (self, "/word/document.xml", TYPE "document.main+xml");
  add_override (self, "/word/styles.xml", TYPE "styles+xml");
  add_override (self, "/word/numbering.xml", TYPE "numbering+xml");
  add_override (self, "/word/settings.xml", TYPE "settings+xml");
  add_override (self, "/word/fontTable.xml", TYPE "fontTable+xml");
  for (guint i = 1; i <= self->sheets->len; i++)
    {
      g_autofree char *header = g_strdup_printf ("/word/header%u.xml", i);
      g_autofree char *footer = g_strdup_printf ("/word/footer%u.xml", i);

      add_override (self, header, TYPE "header+xml");
      add_override (self, footer, TYPE "footer+xml");
    }
  add_override (self, "/docProps/core.xml",
                "application/vnd.openxmlformats-package.core-properties+xml");
  add_override (self, "/docProps/app.xml",
                "application/vnd.openxmlformats-officedocument.extended-properties+xml");
  taga_docx_add (self, "</Types>");
}

static void
begin_relations (TagaDocx *self)
{
  taga_docx_add (self, "<Relationships "
                       "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
}

static void
add_relation (TagaDocx *self, const char *id, const char *type, const char *target)
{
  taga_docx_add_f (self, "<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\"/>", id, type, target);
}

/* Writes what the package begins with. */
void
taga_docx_add_package_relations (TagaDocx *self)
{
  begin_relations (self);
  add_relation (self, "document", RELATIONS "officeDocument", "word/document.xml");
  add_relation (self, "core",
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
                "core-properties",
                "docProps/core.xml");
  add_relation (self, "app", RELATIONS "extended-properties", "docProps/app.xml");
  taga_docx_add (self, "</Relationships>");
}

static void
add_numbered (TagaDocx *self, const char *name, guint n, const char *type, const char *target)
{
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s%u", name, i);
      g_autofree char *path =
          g_strdup_printf ("%s%u.%s", target, i, g_str_equal (name, "picture") ? "png" : "xml");

      add_relation (self, id, type, path);
    }
}

/* Writes what the text leads to. */
void
taga_docx_add_relations (TagaDocx *self)
{
  begin_relations (self);
  add_relation (self, "styles", RELATIONS "styles", "styles.xml");
  add_relation (self, "numbering", RELATIONS "numbering", "numbering.xml");
  add_relation (self, "settings", RELATIONS "settings", "settings.xml");
  add_relation (self, "fonts", RELATIONS "fontTable", "fontTable.xml");
  add_numbered (self, "header", self->sheets->len, RELATIONS "header", "header");
  add_numbered (self, "footer", self->sheets->len, RELATIONS "footer", "footer");
  add_numbered (self, "picture", self->pictures->len, RELATIONS "image", "media/picture");
  for (guint i = 0; i < self->links->len; i++)
    {
      taga_docx_add_f (self,
                       "<Relationship Id=\"link%u\" Type=\"" RELATIONS
                       "hyperlink\" TargetMode=\"External\" Target=\"",
                       i + 1);
      taga_docx_add_escaped (self, g_ptr_array_index (self->links, i));
      taga_docx_add (self, "\"/>");
    }
  taga_docx_add (self, "</Relationships>");
}
