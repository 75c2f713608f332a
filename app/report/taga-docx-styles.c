#include "taga-docx.h"

/* Styles and lists. Sizes follow the paper's text, so that what is made looks like its PDF. */

#define NAMESPACE "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

/* What Japanese offices have, and letters that are as wide everywhere: a single sheet stays one.
 * Where Yu Gothic is missing, the part of fonts names the next best. */
#define FONTS                                                                                      \
  "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"Yu Gothic\" w:cs=\"Arial\"/>"

/*
 * Style:
 * @id: its name in the file
 * @name: the name that it is known by; those of Word are translated by it
 * @based: (nullable): the style that it is like
 * @next: (nullable): the style of the paragraph after it
 * @scale: how high its text is, as a multiple of the paper's
 * @is_bold: whether its text is bold
 * @before: room above it, as a multiple of the paper's text
 * @first: XML of its properties that stand before the room above it (CT_PPrBase)
 * @last: XML of those after it
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *based;
  const char *next;
  double scale;
  gboolean is_bold;
  double before;
  const char *first;
  const char *last;
} Style;

#define KEPT "<w:keepNext/><w:keepLines/>"
#define INDENT(left, hanging) "<w:ind w:left=\"" left "\" w:hanging=\"" hanging "\"/>"
#define LIST(id) "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"" id "\"/></w:numPr>"
#define BAR                                                                                        \
  "<w:pBdr><w:left w:val=\"single\" w:sz=\"18\" w:space=\"6\" w:color=\"3A6FB0\"/></w:pBdr>"

static const Style styles[] = {
  { "Heading1", "heading 1", "Normal", "Normal", 1.4, TRUE, 1.8, KEPT,
    "<w:outlineLvl w:val=\"0\"/>" },
  { "Heading2", "heading 2", "Normal", "Normal", 1.15, TRUE, 1.4, KEPT,
    "<w:outlineLvl w:val=\"1\"/>" },
  { "Heading3", "heading 3", "Normal", "Normal", 1, TRUE, 1, KEPT, "<w:outlineLvl w:val=\"2\"/>" },
  { "Title", "Title", "Normal", "Subtitle", 2, TRUE, 0, KEPT, "" },
  { "Subtitle", "Subtitle", "Normal", "Normal", 1, FALSE, 0, KEPT, "" },
  { "Lead", "Lead", "Normal", "Normal", 1.5, TRUE, 0.6, "", "" },
  { "Note", "Note", "Normal", NULL, 0.85, FALSE, 0.6, "", "" },
  { "Quote", "Quote", "Normal", NULL, 1, FALSE, 0.6, BAR, "<w:ind w:left=\"200\"/>" },
  { "ListBullet", "List Bullet", "Normal", NULL, 1, FALSE, 0.2, LIST ("1"), INDENT ("280", "280") },
  { "ListNumber", "List Number", "Normal", NULL, 1, FALSE, 0.2, LIST ("2"), INDENT ("400", "400") },
  { "Pills", "Pills", "Normal", NULL, 0.9, FALSE, 0.6, "",
    "<w:spacing w:before=\"120\" w:line=\"400\" w:lineRule=\"atLeast\"/>" },
  { "Tagged", "Tagged", "Normal", NULL, 1, FALSE, 0.4, "", "" },
  { "Ticks", "Ticks", "Normal", NULL, 1, FALSE, 0.3, "", "" },
  { "Picture", "Picture", "Normal", NULL, 1, FALSE, 0.6, "", "" },
  { "TableText", "Table Text", "Normal", NULL, 0.9, FALSE, 0, "", "" },
  { "header", "header", "Normal", NULL, 0.8, FALSE, 0, "", "" },
  { "footer", "footer", "Normal", NULL, 0.8, FALSE, 0, "", "" },
};

static void
add_style (TagaDocx *self, const Style *style)
{
  double size = taga_paper_get_text_size (self->paper);
  gboolean is_large = taga_paper_get_title_look (self->paper) == TAGA_PAPER_TITLE_LARGE;
  double scale = is_large && g_str_equal (style->id, "Title") ? 2.3 : style->scale;
  int half_points = taga_docx_half_points (self->paper, scale);

  taga_docx_add_f (
      self,
      "<w:style w:type=\"paragraph\" w:styleId=\"%s\"><w:name w:val=\"%s\"/><w:basedOn "
      "w:val=\"%s\"/>",
      style->id, style->name, style->based);
  if (style->next != NULL)
    taga_docx_add_f (self, "<w:next w:val=\"%s\"/>", style->next);
  taga_docx_add_f (self, "<w:qFormat/><w:pPr>%s", style->first);
  if (!g_str_has_prefix (style->last, "<w:spacing"))
    taga_docx_add_f (self, "<w:spacing w:before=\"%d\"/>", taga_docx_twips (style->before * size));
  taga_docx_add_f (
      self, "%s</w:pPr><w:rPr>%s<w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/></w:rPr></w:style>",
      style->last, style->is_bold ? TAGA_DOCX_BOLD : "", half_points, half_points);
}

/* Text in Latin letters is broken between words, which it is not where it is called Japanese. */
static void
add_defaults (TagaDocx *self)
{
  int size = taga_docx_half_points (self->paper, 1);

  taga_docx_add_f (self,
                   "<w:docDefaults><w:rPrDefault><w:rPr>" FONTS
                   "<w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/><w:lang w:val=\"en-US\" "
                   "w:eastAsia=\"ja-JP\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault/>"
                   "</w:docDefaults>",
                   size, size);
  taga_docx_add_f (self,
                   "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name "
                   "w:val=\"Normal\"/><w:qFormat/><w:pPr><w:widowControl/><w:snapToGrid "
                   "w:val=\"0\"/><w:spacing w:before=\"%d\" w:after=\"0\" w:line=\"%d\" "
                   "w:lineRule=\"atLeast\"/></w:pPr></w:style>",
                   taga_docx_twips (0.6 * taga_paper_get_text_size (self->paper)),
                   taga_docx_twips (1.3 * taga_paper_get_text_size (self->paper)));
}

/* What has neither text nor a line of its own, and the line below the title. */
static void
add_lines (TagaDocx *self)
{
  gboolean is_large = taga_paper_get_title_look (self->paper) == TAGA_PAPER_TITLE_LARGE;

  taga_docx_add (self, "<w:style w:type=\"paragraph\" w:styleId=\"Spacer\"><w:name "
                       "w:val=\"Spacer\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:spacing "
                       "w:before=\"0\" w:line=\"80\" w:lineRule=\"exact\"/></w:pPr><w:rPr><w:sz "
                       "w:val=\"4\"/><w:szCs w:val=\"4\"/></w:rPr></w:style>");
  taga_docx_add_f (self,
                   "<w:style w:type=\"paragraph\" w:styleId=\"TitleLine\"><w:name w:val=\"Title "
                   "Line\"/><w:basedOn w:val=\"Spacer\"/><w:pPr><w:pBdr><w:bottom "
                   "w:val=\"single\" w:sz=\"%d\" w:space=\"1\" w:color=\"%s\"/></w:pBdr></w:pPr>"
                   "</w:style>",
                   is_large ? 16 : 4, is_large ? "3A6FB0" : "9A9A9E");
}

/* Writes the styles. */
void
taga_docx_add_styles (TagaDocx *self)
{
  taga_docx_add (self, "<w:styles " NAMESPACE ">");
  add_defaults (self);
  taga_docx_add (self, "<w:style w:type=\"character\" w:default=\"1\" "
                       "w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph "
                       "Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/></w:style>");
  taga_docx_add (self,
                 "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name "
                 "w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/>"
                 "<w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" "
                 "w:type=\"dxa\"/><w:left w:w=\"0\" w:type=\"dxa\"/><w:bottom w:w=\"0\" "
                 "w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar>"
                 "</w:tblPr></w:style>");
  taga_docx_add (self, "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name "
                       "w:val=\"Hyperlink\"/><w:rPr><w:color w:val=\"0563C1\"/><w:u "
                       "w:val=\"single\"/></w:rPr></w:style>");
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    add_style (self, &styles[i]);
  add_lines (self);
  taga_docx_add (self, "</w:styles>");
}

static void
add_list (TagaDocx *self, guint id, const char *format, const char *text, const char *indent)
{
  taga_docx_add_f (
      self,
      "<w:abstractNum w:abstractNumId=\"%u\"><w:multiLevelType "
      "w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt "
      "w:val=\"%s\"/><w:lvlText w:val=\"%s\"/><w:lvlJc w:val=\"left\"/><w:pPr>%s</w:pPr>"
      "</w:lvl></w:abstractNum>",
      id, format, text, indent);
}

/* Writes the lists: 1 has points, 2 and each further one begins to count anew. */
void
taga_docx_add_numbering (TagaDocx *self)
{
  taga_docx_add (self, "<w:numbering " NAMESPACE ">");
  add_list (self, 0, "bullet", "•", INDENT ("280", "280"));
  add_list (self, 1, "decimal", "%1.", INDENT ("400", "400"));
  taga_docx_add (self, "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
  for (guint i = 0; i < MAX (self->n_lists, 1); i++)
    taga_docx_add_f (self,
                     "<w:num w:numId=\"%u\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride "
                     "w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>",
                     i + 2);
  taga_docx_add (self, "</w:numbering>");
}

/* Writes the fonts, with what stands in for them elsewhere. */
void
taga_docx_add_fonts (TagaDocx *self)
{
  taga_docx_add (self,
                 "<w:fonts " NAMESPACE "><w:font w:name=\"Yu Gothic\"><w:altName w:val=\"游ゴ"
                 "シック,Noto Sans CJK JP,Noto Sans JP,Meiryo\"/><w:charset w:val=\"80\"/>"
                 "<w:family w:val=\"swiss\"/><w:pitch w:val=\"variable\"/></w:font></w:fonts>");
}

/* Writes the settings. The mode is that of Word 2013 and later, which needs no conversion. */
void
taga_docx_add_settings (TagaDocx *self)
{
  taga_docx_add (self,
                 "<w:settings " NAMESPACE "><w:zoom w:percent=\"100\"/><w:defaultTabStop "
                 "w:val=\"840\"/><w:characterSpacingControl w:val=\"compressPunctuation\"/>"
                 "<w:compat><w:compatSetting w:name=\"compatibilityMode\" "
                 "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
                 "<w:themeFontLang w:val=\"en-US\" w:eastAsia=\"ja-JP\"/><w:decimalSymbol "
                 "w:val=\".\"/><w:listSeparator w:val=\",\"/></w:settings>");
}
