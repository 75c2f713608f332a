#include "taga-docx.h"

#include <math.h>

/* Lengths in points. */
#define BOX_WIDTH (20 * TAGA_POINTS_PER_MM)
#define BOX_HEIGHT (19 * TAGA_POINTS_PER_MM)
#define LABEL_HEIGHT 14
#define ARROW_WIDTH 15

/* The least width of an arrow, as a multiple of the text. */
#define MIN_ARROW 7

#define NO_LINES                                                                                   \
  "<w:top w:val=\"nil\"/><w:left w:val=\"nil\"/><w:bottom w:val=\"nil\"/><w:right "                \
  "w:val=\"nil\"/>"                                                                                \
  "<w:insideH w:val=\"nil\"/><w:insideV w:val=\"nil\"/>"
#define LINE(name, size, colour)                                                                   \
  "<w:" name " w:val=\"single\" w:sz=\"" size "\" w:space=\"0\" w:color=\"" colour "\"/>"
#define GRID                                                                                       \
  LINE ("top", "4", "9A9A9E")                                                                      \
  LINE ("left", "4", "9A9A9E")                                                                     \
  LINE ("bottom", "4", "9A9A9E")                                                                   \
  LINE ("right", "4", "9A9A9E") LINE ("insideH", "4", "9A9A9E") LINE ("insideV", "4", "9A9A9E")
#define RULED                                                                                      \
  "<w:top w:val=\"nil\"/><w:left w:val=\"nil\"/>" LINE (                                           \
      "bottom", "4",                                                                               \
      "D8D8DC") "<w:right w:val=\"nil\"/>" LINE ("insideH", "4",                                   \
                                                 "D8D8DC") "<w:insideV w:val=\"nil\"/>"
#define GROUND(colour) "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"" colour "\"/>"
#define CELL_LINES                                                                                 \
  "<w:tcBorders>" LINE ("top", "4", "9A9A9E") LINE ("left", "4", "9A9A9E")                         \
      LINE ("bottom", "4", "9A9A9E") LINE ("right", "4", "9A9A9E") "</w:tcBorders>"

/* Begins a table of columns of fixed width, in points; without lines unless it is given some. */
void
taga_docx_begin_table (TagaDocx *self, const double *widths, guint n, const char *borders)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += widths[i];

  if (!self->is_top)
    taga_docx_keep_apart (self);
  taga_docx_add_f (self,
                   "<w:tbl><w:tblPr><w:tblW w:w=\"%d\" w:type=\"dxa\"/><w:tblInd w:w=\"0\" "
                   "w:type=\"dxa\"/><w:tblBorders>%s</w:tblBorders><w:tblLayout "
                   "w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right "
                   "w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>",
                   taga_docx_twips (sum), borders == NULL ? NO_LINES : borders);
  for (guint i = 0; i < n; i++)
    taga_docx_add_f (self, "<w:gridCol w:w=\"%d\"/>", taga_docx_twips (widths[i]));
  taga_docx_add (self, "</w:tblGrid>");
}

/* Begins a cell; its @properties follow its width and span (CT_TcPr). */
void
taga_docx_begin_cell (TagaDocx *self, double width, guint span, const char *properties)
{
  taga_docx_add_f (self, "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/>",
                   taga_docx_twips (width));
  if (span > 1)
    taga_docx_add_f (self, "<w:gridSpan w:val=\"%u\"/>", span);
  taga_docx_add (self, properties == NULL ? "" : properties);
  taga_docx_add (self, "</w:tcPr>");
  self->is_top = TRUE;
}

/* Ends a cell; one without content gets what every cell has to have. */
void
taga_docx_end_cell (TagaDocx *self)
{
  if (self->is_top || !g_str_has_suffix (self->xml->str, "</w:p>"))
    taga_docx_add_spacer (self);
  taga_docx_add (self, "</w:tc>");
}

/* Ends a table. */
void
taga_docx_end_table (TagaDocx *self)
{
  taga_docx_add (self, "</w:tbl>");
  taga_docx_add_spacer (self);
}

/* The room left and right of the text of a cell, and above and below it. */
#define CELL_ROOM                                                                                  \
  "<w:tcMar><w:top w:w=\"40\" w:type=\"dxa\"/><w:left w:w=\"80\" w:type=\"dxa\"/><w:bottom "       \
  "w:w=\"40\" w:type=\"dxa\"/><w:right w:w=\"80\" w:type=\"dxa\"/></w:tcMar>"

static void
add_cell (TagaDocx *self,
          const char *text,
          const TagaPaperColumn *column,
          double width,
          const char *properties,
          gboolean is_header)
{
  gboolean is_bold = is_header || column->is_bold;
  TagaDocxParagraph about = { "TableText", .align = column->align };

  if (is_header && column->align == TAGA_PAPER_RIGHT)
    about.align = TAGA_PAPER_CENTRE;
  taga_docx_begin_cell (self, width, 1, properties);
  taga_docx_begin_paragraph (self, &about);
  taga_docx_add_run (self, text == NULL ? "" : text, is_bold ? TAGA_DOCX_BOLD : NULL);
  taga_docx_end_paragraph (self);
  taga_docx_end_cell (self);
}

static void
add_header_row (TagaDocx *self, const TagaPaperTable *table, const double *widths)
{
  taga_docx_add (self, "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
  for (guint i = 0; i < table->n_columns; i++)
    add_cell (self, table->columns[i].title, &table->columns[i], widths[i],
              GROUND ("E4ECF7") CELL_ROOM, TRUE);
  taga_docx_add (self, "</w:tr>");
}

static void
add_group_row (TagaDocx *self, const char *text, guint n_columns)
{
  const TagaDocxParagraph about = { "TableText", .keep_next = TRUE };

  taga_docx_add (self, "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
  taga_docx_begin_cell (self, self->width, n_columns, GROUND ("F2F2F2") CELL_ROOM);
  taga_docx_begin_paragraph (self, &about);
  taga_docx_add_run (self, text, TAGA_DOCX_BOLD);
  taga_docx_end_paragraph (self);
  taga_docx_end_cell (self);
  taga_docx_add (self, "</w:tr>");
}

/* Adds a table or pairs. Its columns are as wide as they are on the pages of the PDF. */
gboolean
taga_docx_add_table (TagaDocx *self, const TagaPaperBlock *block, GError **error)
{
  const TagaPaperTable *table = block->table;
  g_autofree double *widths = NULL;

  self->measure->width = self->width;
  widths = taga_paper_layout_share_width (self->measure, table);
  taga_docx_begin_table (self, widths, table->n_columns,
                         block->kind == TAGA_PAPER_PAIRS ? RULED : GRID);
  if (taga_paper_table_has_header (table))
    add_header_row (self, table, widths);

  for (guint i = 0; i < table->rows->len; i++)
    {
      const TagaPaperRow *row = g_ptr_array_index (table->rows, i);

      if (g_cancellable_is_cancelled (self->job->cancellable))
        return taga_write_job_reach (self->job, self->reached, error);
      if (row->is_group)
        {
          add_group_row (self, row->cells[0], table->n_columns);
          continue;
        }
      taga_docx_add (self, "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
      for (guint j = 0; j < table->n_columns; j++)
        add_cell (self, row->cells[j], &table->columns[j], widths[j], CELL_ROOM, FALSE);
      taga_docx_add (self, "</w:tr>");
    }

  /* A table has at least one row. */
  if (table->rows->len == 0 && !taga_paper_table_has_header (table))
    add_group_row (self, "", table->n_columns);
  taga_docx_end_table (self);

  return TRUE;
}

static void
add_title_text (TagaDocx *self)
{
  taga_docx_add_paragraph (self, "Title", taga_paper_get_title (self->paper));
  taga_docx_add_paragraph (self, "Subtitle", taga_paper_get_company (self->paper));
  taga_docx_add_paragraph (self, "Subtitle", taga_paper_get_shown_date (self->paper));
}

/* The title in one cell over two rows, and the boxes that are stamped beside it. */
static void
add_approval (TagaDocx *self, const char *const *labels, guint n)
{
  g_autofree double *widths = g_new0 (double, n + 1);
  const TagaDocxParagraph about = { "TableText", .align = TAGA_PAPER_CENTRE };

  widths[0] = self->width - n * BOX_WIDTH;
  for (guint i = 1; i <= n; i++)
    widths[i] = BOX_WIDTH;

  taga_docx_begin_table (self, widths, n + 1, NULL);
  for (guint row = 0; row < 2; row++)
    {
      taga_docx_add_f (self,
                       "<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"%d\" "
                       "w:hRule=\"atLeast\"/></w:trPr>",
                       taga_docx_twips (row == 0 ? LABEL_HEIGHT : BOX_HEIGHT));
      taga_docx_begin_cell (self, widths[0], 1,
                            row == 0 ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>");
      if (row == 0)
        add_title_text (self);
      taga_docx_end_cell (self);
      for (guint i = 0; i < n; i++)
        {
          taga_docx_begin_cell (self, BOX_WIDTH, 1, CELL_LINES "<w:vAlign w:val=\"center\"/>");
          if (row == 0)
            {
              taga_docx_begin_paragraph (self, &about);
              taga_docx_add_run (self, labels[i], NULL);
              taga_docx_end_paragraph (self);
            }
          taga_docx_end_cell (self);
        }
      taga_docx_add (self, "</w:tr>");
    }
  taga_docx_add (self, "</w:tbl>");
}

/* Adds the title, with a line below it. */
void
taga_docx_add_title (TagaDocx *self)
{
  const char *const *labels = taga_paper_get_approval (self->paper);
  guint n = g_strv_length ((char **) labels);

  if (taga_paper_get_title_look (self->paper) == TAGA_PAPER_TITLE_NONE)
    return;

  if (n == 0)
    add_title_text (self);
  else
    add_approval (self, labels, n);
  taga_docx_add (self, "<w:p><w:pPr><w:pStyle w:val=\"TitleLine\"/></w:pPr></w:p>");
}

/* Adds numbered titles, with arrows from each to the next. */
void
taga_docx_add_strip (TagaDocx *self, const TagaPaperBlock *block)
{
  guint n = taga_paper_block_count_names (block);
  double least = MIN_ARROW * taga_paper_get_text_size (self->paper) + ARROW_WIDTH;
  guint fitting = MAX (1, (guint) (self->width / least));
  guint n_lines = (n + fitting - 1) / fitting;
  guint per_line = (n + n_lines - 1) / n_lines;
  guint n_cells = 2 * per_line - 1;
  g_autofree double *widths = g_new0 (double, n_cells);
  double width = (self->width - (per_line - 1) * ARROW_WIDTH) / per_line;
  const TagaPaperColumn title = { .align = TAGA_PAPER_LEFT, .is_bold = TRUE };
  const TagaPaperColumn arrow = { .align = TAGA_PAPER_CENTRE };

  for (guint i = 0; i < n_cells; i++)
    widths[i] = i % 2 == 0 ? width : ARROW_WIDTH;
  taga_docx_begin_table (self, widths, n_cells, NULL);
  for (guint line = 0; line < n_lines; line++)
    {
      taga_docx_add (self, "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
      for (guint i = 0; i < n_cells; i++)
        {
          guint index = line * per_line + i / 2;
          g_autofree char *text =
              index < n ? g_strdup_printf ("%02u %s", index + 1, block->names[index]) : NULL;

          if (i % 2 == 1)
            add_cell (self, index + 1 < n ? "→" : "", &arrow, ARROW_WIDTH,
                      "<w:vAlign w:val=\"center\"/>", FALSE);
          else
            add_cell (self, text, &title, width,
                      text == NULL ? NULL
                                   : CELL_LINES GROUND ("E4ECF7") CELL_ROOM
                          "<w:vAlign w:val=\"center\"/>",
                      FALSE);
        }
      taga_docx_add (self, "</w:tr>");
    }
  taga_docx_end_table (self);
}
