#include "taga-xlsx.h"

/* The columns of a cover: labels, then room for texts, of which the last ones take the boxes. */
#define LABEL_WIDTH 30
#define N_COLUMNS 6
#define COLUMN_WIDTH 13

#define BOX_HEIGHT 58
#define CAPTION_HEIGHT 26
#define LINE_HEIGHT 22

/**
 * taga_xlsx_front_add_widths:
 * @widths: (element-type guint): the widths of a sheet's columns
 *
 * Widens the columns of a sheet to what a cover needs.
 */
void
taga_xlsx_front_add_widths (GArray *widths)
{
  g_array_set_size (widths, MAX (widths->len, N_COLUMNS));
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      guint *width = &g_array_index (widths, guint, i);

      *width = MAX (*width, i == 0 ? LABEL_WIDTH : COLUMN_WIDTH);
    }
}

/* A line of labels and one of empty boxes for the seals, at the right. */
static gboolean
write_boxes (TagaXlsxSheet *self, const TagaFront *front, GError **error)
{
  guint n = g_strv_length (front->boxes);
  lxw_col_t first = (lxw_col_t) (N_COLUMNS - n);

  if (n == 0)
    return TRUE;

  if (!taga_xlsx_begin_row (self, LINE_HEIGHT, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!taga_xlsx_write_text (self, first + i, front->boxes[i],
                               self->styles->headers[TAGA_TINT_NONE], error))
      return FALSE;

  self->row++;
  if (!taga_xlsx_begin_row (self, BOX_HEIGHT, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!taga_xlsx_check (self->job,
                          worksheet_write_blank (self->sheet, self->row, (lxw_col_t) (first + i),
                                                 self->styles->box),
                          error))
      return FALSE;

  self->row += 2;
  return TRUE;
}

static gboolean
write_label (TagaXlsxSheet *self, const TagaFrontLine *line, GError **error)
{
  g_autofree char *target = NULL;
  const char *clean;

  if (line->section < 0 || (guint) line->section >= self->names->len)
    return taga_xlsx_write_text (self, 0, line->label, self->styles->headers[TAGA_TINT_NONE],
                                 error);

  clean = taga_xlsx_clean (self, line->label, NULL, error);
  if (clean == NULL)
    return FALSE;

  target = g_strdup_printf ("internal:'%s'!A1", (char *) self->names->pdata[line->section]);
  return taga_xlsx_check (
      self->job,
      worksheet_write_url_opt (self->sheet, self->row, 0, target, self->styles->link, clean, NULL),
      error);
}

static gboolean
write_figure (TagaXlsxSheet *self, const TagaFrontLine *line, GError **error)
{
  lxw_format *format =
      line->is_percent ? self->styles->share : self->styles->cells[TAGA_XLSX_AMOUNT][TRUE];
  double number = (double) line->number / (line->is_percent ? 100 : 1);
  lxw_error code;

  if (line->number == TAGA_UNKNOWN)
    code = worksheet_write_formula_str (self->sheet, self->row, 1, line->formula, format, "");
  else
    code = worksheet_write_formula_num (self->sheet, self->row, 1, line->formula, format, number);

  return taga_xlsx_check (self->job, code, error);
}

static guint
measure_line (const TagaFrontLine *line)
{
  guint width = (N_COLUMNS - 1) * COLUMN_WIDTH;
  guint n_lines = line->text == NULL ? 1 : taga_xlsx_measure (line->text, width);

  n_lines = MAX (n_lines, taga_xlsx_measure (line->label, LABEL_WIDTH));
  return MIN (MAX (n_lines * TAGA_XLSX_LINE_HEIGHT, LINE_HEIGHT), TAGA_XLSX_MAX_HEIGHT);
}

static gboolean
write_front_line (TagaXlsxSheet *self, const TagaFrontLine *line, GError **error)
{
  const char *clean;
  lxw_error code;

  if (!taga_xlsx_begin_row (self, measure_line (line), error) || !write_label (self, line, error))
    return FALSE;

  if (line->formula != NULL)
    {
      if (!write_figure (self, line, error))
        return FALSE;
      self->row++;
      return TRUE;
    }

  clean = taga_xlsx_clean (self, line->text, NULL, error);
  if (clean == NULL)
    return FALSE;

  code = worksheet_merge_range (self->sheet, self->row, 1, self->row, N_COLUMNS - 1, clean,
                                self->styles->cells[TAGA_XLSX_TEXT][FALSE]);
  self->row++;
  return taga_xlsx_check (self->job, code, error);
}

/**
 * taga_xlsx_write_front:
 * @self: a sheet
 * @front: front matter
 * @error: return location for an error
 *
 * Writes a cover: the boxes that are stamped, then lines of a label and what it says, a figure that
 * is computed in the workbook, or a way to another sheet.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_REPORT_ERROR_TOO_LARGE` or
 *   `TAGA_REPORT_ERROR_FAILED`
 */
gboolean
taga_xlsx_write_front (TagaXlsxSheet *self, const TagaFront *front, GError **error)
{
  if (!write_boxes (self, front, error))
    return FALSE;

  for (guint i = 0; i < front->parts->len; i++)
    {
      const TagaFrontPart *part = g_ptr_array_index (front->parts, i);

      self->row += i > 0 ? 1 : 0;
      if (part->title != NULL)
        {
          if (!taga_xlsx_begin_row (self, CAPTION_HEIGHT, error)
              || !taga_xlsx_write_text (self, 0, part->title, self->styles->caption, error))
            return FALSE;
          self->row++;
        }

      for (guint j = 0; j < part->lines->len; j++)
        if (!write_front_line (self, g_ptr_array_index (part->lines, j), error))
          return FALSE;
    }

  return TRUE;
}
