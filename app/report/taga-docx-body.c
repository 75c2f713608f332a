#include "taga-docx.h"

#define FILL "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F2F2F2\"/>"
#define LINE(name) "<w:" name " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"9A9A9E\"/>"
#define FRAME                                                                                      \
  "<w:tcBorders>" LINE ("top") LINE ("left") LINE ("bottom") LINE ("right") "</w:tcBorders>"
#define ROOM                                                                                       \
  "<w:tcMar><w:top w:w=\"140\" w:type=\"dxa\"/><w:left w:w=\"140\" w:type=\"dxa\"/><w:bottom "     \
  "w:w=\"140\" w:type=\"dxa\"/><w:right w:w=\"140\" w:type=\"dxa\"/></w:tcMar>"

/* Which part of the time the blocks take. */
#define BODY_SHARE 0.8
#define MIN_STEP 0.01

static gboolean add_blocks (TagaDocx *self, guint first, guint end, GError **error);

static TagaPaperKind
get_kind (TagaDocx *self, guint i)
{
  return taga_paper_get_block (self->paper, i)->kind;
}

/* Where the columns or the box that begin with a block end; at the latest, at @end. */
static guint
find_end (TagaDocx *self, guint i, guint end)
{
  TagaPaperKind last =
      get_kind (self, i) == TAGA_PAPER_BOX ? TAGA_PAPER_BOX_END : TAGA_PAPER_COLUMNS_END;

  while (i < end && get_kind (self, i) != last)
    i++;

  return i;
}

static const char *
get_box_properties (const TagaPaperBlock *block)
{
  return block->box == TAGA_PAPER_FILL ? FILL ROOM : FRAME ROOM;
}

/* Adds what stands in a cell between its margins. */
static gboolean
add_inside (TagaDocx *self, guint first, guint end, double width, GError **error)
{
  double whole = self->width;
  gboolean is_added;

  self->width = width;
  is_added = add_blocks (self, first, end, error);
  self->width = whole;

  return is_added;
}

static gboolean
add_box (TagaDocx *self, guint i, guint end, GError **error)
{
  const double width = self->width;

  taga_docx_begin_table (self, &width, 1, NULL);
  taga_docx_add (self, "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
  taga_docx_begin_cell (self, width, 1, get_box_properties (taga_paper_get_block (self->paper, i)));
  if (!add_inside (self, i + 1, end, width - 2 * TAGA_BOX_PADDING, error))
    return FALSE;
  taga_docx_end_cell (self);
  taga_docx_add (self, "</w:tr>");
  taga_docx_end_table (self);

  return TRUE;
}

/* A column that is one box is a cell that looks like it, so that such boxes are equally high. */
static gboolean
add_column (TagaDocx *self, guint first, guint end, double width, GError **error)
{
  gboolean is_box = first < end && get_kind (self, first) == TAGA_PAPER_BOX
                    && find_end (self, first, end) + 1 == end;
  const char *properties =
      is_box ? get_box_properties (taga_paper_get_block (self->paper, first)) : NULL;

  taga_docx_begin_cell (self, width, 1, properties);
  if (is_box ? !add_inside (self, first + 1, end - 1, width - 2 * TAGA_BOX_PADDING, error)
             : !add_inside (self, first, end, width, error))
    return FALSE;
  taga_docx_end_cell (self);

  return TRUE;
}

static gboolean
add_columns (TagaDocx *self, guint i, guint end, GError **error)
{
  const TagaPaperBlock *block = taga_paper_get_block (self->paper, i);
  guint n = block->n_columns, n_cells = 2 * n - 1, first = i + 1;
  double whole = self->width - (n - 1) * TAGA_COLUMN_GAP, sum = 0;
  g_autofree double *widths = g_new0 (double, n_cells);

  for (guint j = 0; j < n; j++)
    sum += block->shares[j];
  for (guint j = 0; j < n_cells; j++)
    widths[j] = j % 2 == 0 ? whole * block->shares[j / 2] / sum : TAGA_COLUMN_GAP;

  taga_docx_begin_table (self, widths, n_cells, NULL);
  taga_docx_add (self, "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
  for (guint j = 0; j < n_cells; j++)
    {
      guint last = first;

      if (j % 2 == 1)
        {
          taga_docx_begin_cell (self, widths[j], 1, NULL);
          taga_docx_end_cell (self);
          continue;
        }
      while (last < end && get_kind (self, last) != TAGA_PAPER_NEXT_COLUMN)
        last++;
      if (!add_column (self, first, last, widths[j], error))
        return FALSE;
      first = MIN (last + 1, end);
    }
  taga_docx_add (self, "</w:tr>");
  taga_docx_end_table (self);

  return TRUE;
}

static void
add_text (TagaDocx *self, guint i)
{
  static const char *const headings[] = { "Heading1", "Heading2", "Heading3" };
  const TagaPaperBlock *block = taga_paper_get_block (self->paper, i);
  TagaDocxParagraph about = { "Normal" };

  if (block->kind == TAGA_PAPER_HEADING)
    about.style = headings[block->level - 1];
  else if (block->kind == TAGA_PAPER_LEAD)
    about.style = "Lead";
  else if (block->kind == TAGA_PAPER_NOTE)
    about.style = "Note";
  else if (block->kind == TAGA_PAPER_QUOTE)
    about.style = "Quote";
  else if (block->kind == TAGA_PAPER_BULLET)
    about.style = "ListBullet";
  else if (block->kind == TAGA_PAPER_NUMBER)
    {
      about.style = "ListNumber";
      self->n_lists += block->level == 1;
      about.list = self->n_lists;
    }

  taga_docx_begin_paragraph (self, &about);
  taga_docx_add_run (self, block->text, NULL);
  taga_docx_end_paragraph (self);
}

static void
add_link (TagaDocx *self, const TagaPaperBlock *block)
{
  const TagaDocxParagraph about = { "Normal" };
  char *uri = taga_paper_block_dup_uri (block);

  if (uri == NULL)
    {
      taga_docx_add_paragraph (self, "Normal", block->text);
      return;
    }

  g_ptr_array_add (self->links, uri);
  taga_docx_begin_paragraph (self, &about);
  taga_docx_add_f (self, "<w:hyperlink r:id=\"link%u\">", self->links->len);
  taga_docx_add_run (self, block->text, "<w:rStyle w:val=\"Hyperlink\"/>");
  taga_docx_add (self, "</w:hyperlink>");
  taga_docx_end_paragraph (self);
}

/* The size of the pages of the section that ends here. */
static void
add_section (TagaDocx *self)
{
  guint n = self->sheets->len;
  const TagaSheet *sheet = &g_array_index (self->sheets, TagaSheet, n - 1);

  taga_docx_add_f (
      self,
      "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header%u\"/><w:footerReference "
      "w:type=\"default\" r:id=\"footer%u\"/><w:type w:val=\"nextPage\"/><w:pgSz w:w=\"%d\" "
      "w:h=\"%d\"%s/><w:pgMar w:top=\"%d\" w:right=\"%d\" w:bottom=\"%d\" w:left=\"%d\" "
      "w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>",
      n, n, taga_docx_twips (sheet->width), taga_docx_twips (sheet->height),
      sheet->width > sheet->height ? " w:orient=\"landscape\"" : "",
      taga_docx_twips (TAGA_PAGE_TOP), taga_docx_twips (TAGA_PAGE_SIDE),
      taga_docx_twips (TAGA_PAGE_BOTTOM), taga_docx_twips (TAGA_PAGE_SIDE));
}

/* Ends a section, unless it is at the beginning, where it only says how large the first pages are.
 */
static void
go_to_section (TagaDocx *self, guint i)
{
  const TagaPaperBlock *block = taga_paper_get_block (self->paper, i);

  if (i == 0)
    return;

  taga_docx_add (self, "<w:p><w:pPr><w:pStyle w:val=\"Spacer\"/>");
  add_section (self);
  taga_docx_add (self, "</w:pPr></w:p>");
  taga_paper_layout_use_sheet (self->measure, block->size, block->is_landscape);
  self->width = self->measure->width;
  g_array_append_val (self->sheets, self->measure->sheet);
  self->is_top = TRUE;
}

/* Two ends of a page are one, and none is wanted where a section or the paper ends. */
static void
add_break (TagaDocx *self, guint i)
{
  guint n = taga_paper_get_n_blocks (self->paper);

  if (i + 1 == n || get_kind (self, i + 1) == TAGA_PAPER_BREAK
      || get_kind (self, i + 1) == TAGA_PAPER_SECTION)
    return;

  taga_docx_add_page_break (self);
}

static gboolean
add_block (TagaDocx *self, guint i, GError **error)
{
  const TagaPaperBlock *block = taga_paper_get_block (self->paper, i);

  switch (block->kind)
    {
    case TAGA_PAPER_TABLE:
    case TAGA_PAPER_PAIRS:
      return taga_docx_add_table (self, block, error);
    case TAGA_PAPER_CHART:
      return taga_docx_add_picture (self, block, error);
    case TAGA_PAPER_LINK:
      add_link (self, block);
      break;
    case TAGA_PAPER_STRIP:
      taga_docx_add_strip (self, block);
      break;
    case TAGA_PAPER_PILLS:
    case TAGA_PAPER_TAGGED:
    case TAGA_PAPER_TICKS:
      taga_docx_add_marks (self, i);
      break;
    case TAGA_PAPER_SECTION:
      go_to_section (self, i);
      break;
    case TAGA_PAPER_BREAK:
      add_break (self, i);
      break;
    case TAGA_PAPER_HEADING:
    case TAGA_PAPER_PARAGRAPH:
    case TAGA_PAPER_LEAD:
    case TAGA_PAPER_NOTE:
    case TAGA_PAPER_QUOTE:
    case TAGA_PAPER_BULLET:
    case TAGA_PAPER_NUMBER:
      add_text (self, i);
      break;
    /* Their beginnings are looked for, and these are not met. */
    case TAGA_PAPER_COLUMNS:
    case TAGA_PAPER_NEXT_COLUMN:
    case TAGA_PAPER_COLUMNS_END:
    case TAGA_PAPER_BOX:
    case TAGA_PAPER_BOX_END:
    default:
      break;
    }

  return TRUE;
}

/* Tells of progress, but not of each of thousands of blocks. */
static gboolean
reach (TagaDocx *self, double fraction, GError **error)
{
  if (fraction < self->reached + MIN_STEP && !g_cancellable_is_cancelled (self->job->cancellable))
    return TRUE;

  self->reached = MAX (fraction, self->reached);
  return taga_write_job_reach (self->job, self->reached, error);
}

static gboolean
add_blocks (TagaDocx *self, guint first, guint end, GError **error)
{
  guint n = taga_paper_get_n_blocks (self->paper);

  for (guint i = first; i < end; i++)
    {
      TagaPaperKind kind = get_kind (self, i);
      gboolean is_added;

      if (!reach (self, BODY_SHARE * i / n, error))
        return FALSE;

      if (kind != TAGA_PAPER_COLUMNS && kind != TAGA_PAPER_BOX)
        is_added = add_block (self, i, error);
      else
        {
          guint last = find_end (self, i, end);

          is_added = kind == TAGA_PAPER_BOX ? add_box (self, i, last, error)
                                            : add_columns (self, i, last, error);
          i = last;
        }
      if (!is_added)
        return FALSE;
    }

  return TRUE;
}

/* Writes what the paper consists of. */
gboolean
taga_docx_add_body (TagaDocx *self, GError **error)
{
  taga_docx_add (self,
                 "<w:document "
                 "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
                 "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
                 "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/"
                 "wordprocessingDrawing\" "
                 "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
                 "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><w:body>");
  taga_docx_add_title (self);
  if (!add_blocks (self, 0, taga_paper_get_n_blocks (self->paper), error))
    return FALSE;
  add_section (self);
  taga_docx_add (self, "</w:body></w:document>");

  return TRUE;
}
