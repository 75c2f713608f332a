#include "taga-worksheet-cell.h"

#include "taga-cell-value.h"
#include "taga-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * taga_worksheet_set_outside:
 * @error: return location for an error
 *
 * Says that a cell is where no sheet has one.
 *
 * Returns: `FALSE`, with @error set to `TAGA_SHEET_ERROR_DANGEROUS`
 */
gboolean
taga_worksheet_set_outside (GError **error)
{
  g_set_error_literal (
      error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_DANGEROUS,
      _ ("The workbook has a cell that lies outside of any sheet, as files made to "
         "do harm have. It was not read."));
  return FALSE;
}

/**
 * taga_worksheet_set_disorder:
 * @row: the last row that was in order
 * @error: return location for an error
 *
 * Says that rows or cells are not one after the other, or nowhere.
 *
 * Returns: `FALSE`, with @error set to `TAGA_SHEET_ERROR_DAMAGED`
 */
gboolean
taga_worksheet_set_disorder (guint row, GError **error)
{
  g_set_error (
      error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_DAMAGED,
      _ ("The workbook is damaged: after row %u, rows or cells come twice or out of order. "
         "Open it in your spreadsheet program, save it again and try once more."),
      row);
  return FALSE;
}

static char *
name_cell (TagaWorksheetCell *self)
{
  const TagaCellReference place = { .column = self->next - 1, .row = self->row };

  return taga_cell_reference_to_string (&place);
}

static gboolean
set_bad_value (TagaWorksheetCell *self, GError **error)
{
  g_autofree char *cell = name_cell (self);

  g_set_error (error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_DAMAGED,
               _ ("The workbook is damaged: the value of cell %s cannot be understood. Open it in "
                  "your spreadsheet program, save it again and try once more."),
               cell);
  return FALSE;
}

static gboolean
set_bad_index (TagaWorksheetCell *self, GError **error)
{
  g_autofree char *cell = name_cell (self);

  g_set_error (
      error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_DAMAGED,
      _ ("The workbook is damaged: cell %s refers to a text or a format that is not in the "
         "file. Open it in your spreadsheet program, save it again and try once more."),
      cell);
  return FALSE;
}

static gboolean
set_too_long (TagaWorksheetCell *self, GError **error)
{
  g_autofree char *cell = name_cell (self);

  g_set_error (
      error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_DAMAGED,
      _ ("The workbook is damaged: cell %s has more than the %d characters that fit into a "
         "cell. Shorten it in your spreadsheet program and try once more."),
      cell, TAGA_SHEET_MAX_CHARACTERS);
  return FALSE;
}

static gboolean
set_too_much (TagaWorksheetCell *self, GError **error)
{
  g_set_error (error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_DANGEROUS,
               _ ("Row %u of the workbook has more text than can be read safely. It was not read."),
               self->row);
  return FALSE;
}

static gboolean
read_type (TagaWorksheetCell *self, const char *value, gsize length)
{
  static const char *const names[] = {
    [TAGA_WORKSHEET_NUMBER] = "n",  [TAGA_WORKSHEET_SHARED] = "s",
    [TAGA_WORKSHEET_TEXT] = "str",  [TAGA_WORKSHEET_INLINE] = "inlineStr",
    [TAGA_WORKSHEET_BOOLEAN] = "b", [TAGA_WORKSHEET_ERROR] = "e",
    [TAGA_WORKSHEET_DAY] = "d",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strncmp (names[i], value, length) == 0 && names[i][length] == '\0')
      {
        self->type = (TagaWorksheetType) i;
        return TRUE;
      }

  return FALSE;
}

/* Takes the cell's place, or counts on from the one before. */
static gboolean
place_cell (TagaWorksheetCell *self, const char *value, gsize length, GError **error)
{
  TagaCellReference place = { .column = self->next, .row = self->row };

  if (value != NULL && (length == 0 || taga_cell_parse_reference (value, length, &place) != length))
    return taga_worksheet_set_disorder (self->row, error);
  if (!taga_cell_reference_is_inside (&place))
    return taga_worksheet_set_outside (error);
  if (place.row != self->row || place.column < self->next)
    return taga_worksheet_set_disorder (self->row, error);

  self->next = place.column + 1;
  return TRUE;
}

/**
 * taga_worksheet_cell_begin:
 * @self: the cell before, or a row's start
 * @book: the workbook
 * @attributes: those of the cell that begins
 * @error: return location for an error
 *
 * Begins a cell.
 *
 * Returns: `FALSE` with @error set to `TAGA_SHEET_ERROR_DAMAGED` or `TAGA_SHEET_ERROR_DANGEROUS`
 */
gboolean
taga_worksheet_cell_begin (TagaWorksheetCell *self,
                           const TagaBook *book,
                           const TagaXmlAttributes *attributes,
                           GError **error)
{
  const char *place = NULL;
  gsize place_length = 0;
  gboolean known_type = TRUE;
  gboolean known_style = TRUE;

  self->type = TAGA_WORKSHEET_NUMBER;
  self->style = 0;
  g_string_truncate (self->text, 0);

  for (guint i = 0; i < attributes->n_items; i++)
    {
      const guchar **item = attributes->items + i * 5;
      const char *value = (const char *) item[3];
      gsize length = (gsize) (item[4] - item[3]);

      /* All that count have names of one letter, and no namespace. */
      if (item[1] != NULL || item[0][1] != '\0')
        continue;

      if (item[0][0] == 'r')
        {
          place = value;
          place_length = length;
        }
      else if (item[0][0] == 't')
        known_type = read_type (self, value, length);
      else if (item[0][0] == 's')
        known_style = taga_cell_parse_index (value, length, &self->style);
    }

  if (!place_cell (self, place, place_length, error))
    return FALSE;
  if (!known_style || self->style >= taga_cell_styles_get_count (book->styles))
    return set_bad_index (self, error);

  return known_type || set_bad_value (self, error);
}

/**
 * taga_worksheet_cell_take:
 * @self: a cell
 * @text: the next piece of its value
 * @length: the piece's length
 * @error: return location for an error
 *
 * Takes a piece of the cell's value.
 *
 * Returns: `FALSE` with @error set to `TAGA_SHEET_ERROR_DAMAGED` if it is too long
 */
gboolean
taga_worksheet_cell_take (TagaWorksheetCell *self, const char *text, gsize length, GError **error)
{
  if (self->text->len + length > TAGA_SHEET_MAX_CELL_BYTES)
    return set_too_long (self, error);

  g_string_append_len (self->text, text, (gssize) length);
  return TRUE;
}

static gboolean
add_copy (TagaWorksheetCell *self,
          TagaSheetRow *row,
          TagaCellKind kind,
          const char *text,
          gsize length,
          double number,
          GError **error)
{
  return taga_sheet_row_add_copy (row, self->next - 1, kind, text, length, number)
         || set_too_much (self, error);
}

static gboolean
add_shared (TagaWorksheetCell *self, const TagaBook *book, TagaSheetRow *row, GError **error)
{
  const char *text = NULL;
  guint index;

  if (taga_cell_parse_index (self->text->str, self->text->len, &index))
    text = taga_shared_strings_get (book->strings, index);
  if (text == NULL)
    return set_bad_index (self, error);

  if (*text != '\0')
    taga_sheet_row_add (row, self->next - 1, TAGA_CELL_TEXT, text, 0);
  return TRUE;
}

static gboolean
add_text (TagaWorksheetCell *self, TagaSheetRow *row, TagaCellKind kind, GError **error)
{
  gsize length = taga_sheet_text_clean (self->text->str, self->text->len, TRUE);

  if (taga_sheet_text_is_too_long (self->text->str, length))
    return set_too_long (self, error);

  return length == 0 || add_copy (self, row, kind, self->text->str, length, 0, error);
}

static gboolean
add_boolean (TagaWorksheetCell *self, TagaSheetRow *row, GError **error)
{
  const char *text = self->text->str;
  gboolean value = g_str_equal (text, "1") || g_str_equal (text, "true");

  if (!value && !g_str_equal (text, "0") && !g_str_equal (text, "false"))
    return set_bad_value (self, error);

  taga_sheet_row_add (row, self->next - 1, TAGA_CELL_BOOLEAN, value ? "TRUE" : "FALSE", value);
  return TRUE;
}

static gboolean
add_number (TagaWorksheetCell *self, const TagaBook *book, TagaSheetRow *row, GError **error)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  gboolean plain;
  double number;

  if (!taga_cell_parse_number (self->text->str, self->text->len, &number, &plain))
    return set_bad_value (self, error);

  /* A number below 1 is a time of day without a day. */
  if (number >= 1 && taga_cell_styles_is_date (book->styles, self->style))
    {
      g_autofree char *day = taga_date_from_serial (number, book->epoch_1904);

      if (day != NULL)
        return add_copy (self, row, TAGA_CELL_DATE, day, strlen (day), number, error);
    }

  if (plain)
    return add_copy (self, row, TAGA_CELL_NUMBER, self->text->str, self->text->len, number, error);

  g_ascii_formatd (buffer, sizeof buffer, "%.15g", number == 0 ? 0 : number);
  return add_copy (self, row, TAGA_CELL_NUMBER, buffer, strlen (buffer), number, error);
}

static gboolean
add_day (TagaWorksheetCell *self, const TagaBook *book, TagaSheetRow *row, GError **error)
{
  char day[TAGA_CELL_DAY_SIZE];
  double serial;

  if (!taga_cell_parse_day (self->text->str, book->epoch_1904, day, &serial))
    return add_text (self, row, TAGA_CELL_TEXT, error);

  return add_copy (self, row, TAGA_CELL_DATE, day, strlen (day), serial, error);
}

/* Blanks around a number are the layout of the file; in a text they are the user's. */
static void
trim_value (TagaWorksheetCell *self)
{
  GString *text = self->text;

  if (self->type == TAGA_WORKSHEET_TEXT || self->type == TAGA_WORKSHEET_INLINE || text->len == 0)
    return;

  if (g_ascii_isspace (text->str[0]) || g_ascii_isspace (text->str[text->len - 1]))
    g_string_truncate (text, strlen (g_strstrip (text->str)));
}

/**
 * taga_worksheet_cell_end:
 * @self: a cell
 * @book: the workbook
 * @row: the row, to which the cell is added unless it is empty
 * @error: return location for an error
 *
 * Ends a cell: makes of what is written what it says.
 *
 * Returns: `FALSE` with @error set to `TAGA_SHEET_ERROR_DAMAGED` or `TAGA_SHEET_ERROR_DANGEROUS`
 */
gboolean
taga_worksheet_cell_end (TagaWorksheetCell *self,
                         const TagaBook *book,
                         TagaSheetRow *row,
                         GError **error)
{
  trim_value (self);
  if (self->text->len == 0)
    return TRUE;

  switch (self->type)
    {
    case TAGA_WORKSHEET_SHARED:
      return add_shared (self, book, row, error);
    case TAGA_WORKSHEET_TEXT:
    case TAGA_WORKSHEET_INLINE:
      return add_text (self, row, TAGA_CELL_TEXT, error);
    case TAGA_WORKSHEET_BOOLEAN:
      return add_boolean (self, row, error);
    case TAGA_WORKSHEET_ERROR:
      return add_text (self, row, TAGA_CELL_ERROR, error);
    case TAGA_WORKSHEET_DAY:
      return add_day (self, book, row, error);
    case TAGA_WORKSHEET_NUMBER:
    default:
      return add_number (self, book, row, error);
    }
}
