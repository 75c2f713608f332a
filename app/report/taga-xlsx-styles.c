#include "taga-xlsx.h"

#define FONT "游ゴシック"
#define FONT_SIZE 10

#define INK 0x222222
#define RULE 0x8C8C8C

static const lxw_color_t header_fills[TAGA_N_TINTS] = {
  [TAGA_TINT_NONE] = 0xDDE3EC,  [TAGA_TINT_RED] = 0xF6D0D0,    [TAGA_TINT_BLUE] = 0xCFE0F5,
  [TAGA_TINT_GREEN] = 0xD5EBD3, [TAGA_TINT_ORANGE] = 0xFBDDBE,
};

#define COMPUTED_HEADER_FILL 0xD9D9D9
#define COMPUTED_FILL 0xF2F2F2

#define TOTAL_FILL 0xE8E8E8
#define LINK_INK 0x1A4F8B

/* Light enough to read the ink on, and different in lightness, so that they differ on a
 * black-and-white printer too; the words beside the numbers say the same. */
static const struct
{
  lxw_color_t fill;
  lxw_color_t ink;
  gboolean is_bold;
} bands[TAGA_MAX_BANDS] = {
  [TAGA_BAND_SMALL] = { 0xDDF0DA, 0x1E5B1E, FALSE },
  [TAGA_BAND_MEDIUM] = { 0xFFE699, 0x664D00, FALSE },
  [TAGA_BAND_LARGE] = { 0xF4A9A3, 0x7A0010, TRUE },
};

/* Like GLib, the program ends when memory does. */
static lxw_format *
add_format (lxw_workbook *book)
{
  lxw_format *format = workbook_add_format (book);

  if (format == NULL)
    g_error ("Out of memory");

  format_set_font_name (format, FONT);
  format_set_font_size (format, FONT_SIZE);
  format_set_font_color (format, INK);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);

  return format;
}

static lxw_format *
add_header (lxw_workbook *book, lxw_color_t fill)
{
  lxw_format *format = add_format (book);

  format_set_bold (format);
  format_set_align (format, LXW_ALIGN_CENTER);
  format_set_text_wrap (format);
  format_set_border (format, LXW_BORDER_THIN);
  format_set_border_color (format, RULE);
  format_set_bg_color (format, fill);

  return format;
}

/* A rise says so with its sign. */
static const char *const number_formats[TAGA_XLSX_N_LOOKS] = {
  [TAGA_XLSX_DATE] = "yyyy/m/d",
  [TAGA_XLSX_TENTHS] = "0.0",
  [TAGA_XLSX_PERCENT] = "0%",
  [TAGA_XLSX_RISE] = "+0;-0;0",
  [TAGA_XLSX_TENTHS_RISE] = "+0.0;-0.0;0.0",
  [TAGA_XLSX_PERCENT_RISE] = "+0%;-0%;0%",
};

static lxw_format *
add_cell (lxw_workbook *book, TagaXlsxLook look, gboolean is_computed)
{
  lxw_format *format = add_format (book);

  format_set_border (format, LXW_BORDER_THIN);
  format_set_border_color (format, RULE);
  if (is_computed)
    format_set_bg_color (format, COMPUTED_FILL);
  else
    format_set_unlocked (format);

  switch (look)
    {
    case TAGA_XLSX_TEXT:
      format_set_text_wrap (format);
      format_set_align (format, LXW_ALIGN_LEFT);
      format_set_indent (format, 1);
      break;
    case TAGA_XLSX_CENTRED_TEXT:
      format_set_text_wrap (format);
      format_set_align (format, LXW_ALIGN_CENTER);
      break;
    case TAGA_XLSX_AMOUNT:
      format_set_num_format (format, "#,##0");
      format_set_align (format, LXW_ALIGN_RIGHT);
      format_set_indent (format, 1);
      break;
    case TAGA_XLSX_LEVEL:
      format_set_num_format (format, "0");
      format_set_align (format, LXW_ALIGN_CENTER);
      break;
    case TAGA_XLSX_DATE:
    case TAGA_XLSX_TENTHS:
    case TAGA_XLSX_PERCENT:
    case TAGA_XLSX_RISE:
    case TAGA_XLSX_TENTHS_RISE:
    case TAGA_XLSX_PERCENT_RISE:
      format_set_num_format (format, number_formats[look]);
      format_set_align (format, LXW_ALIGN_CENTER);
      break;
    }

  return format;
}

static lxw_format *
add_total (lxw_workbook *book, TagaXlsxLook look)
{
  lxw_format *format = add_cell (book, look, TRUE);

  format_set_bold (format);
  format_set_bg_color (format, TOTAL_FILL);
  format_set_top (format, LXW_BORDER_DOUBLE);

  return format;
}

static lxw_format *
add_box (lxw_workbook *book)
{
  lxw_format *format = add_format (book);

  format_set_border (format, LXW_BORDER_THIN);
  format_set_border_color (format, RULE);

  return format;
}

static lxw_format *
add_link (lxw_workbook *book)
{
  lxw_format *format = add_cell (book, TAGA_XLSX_TEXT, FALSE);

  format_set_font_color (format, LINK_INK);
  format_set_underline (format, LXW_UNDERLINE_SINGLE);

  return format;
}

/* What a rule lays over a cell: only what differs from the cell's own format. */
static lxw_format *
add_band (lxw_workbook *book, TagaBand band)
{
  lxw_format *format = workbook_add_format (book);

  if (format == NULL)
    g_error ("Out of memory");

  format_set_bg_color (format, bands[band].fill);
  format_set_font_color (format, bands[band].ink);
  if (bands[band].is_bold)
    format_set_bold (format);

  return format;
}

/**
 * taga_xlsx_styles_init:
 * @styles: the formats
 * @book: the workbook that they belong to
 *
 * Makes the formats of a workbook. Those that no cell uses do not get into the file.
 */
void
taga_xlsx_styles_init (TagaXlsxStyles *styles, lxw_workbook *book)
{
  styles->heading = add_format (book);
  format_set_bold (styles->heading);
  format_set_font_size (styles->heading, 16);

  styles->caption = add_format (book);
  format_set_bold (styles->caption);
  format_set_font_size (styles->caption, 12);

  styles->paragraph = add_format (book);
  format_set_text_wrap (styles->paragraph);

  for (guint i = 0; i < TAGA_N_TINTS; i++)
    styles->headers[i] = add_header (book, header_fills[i]);
  styles->computed_header = add_header (book, COMPUTED_HEADER_FILL);

  for (guint i = 0; i < TAGA_XLSX_N_LOOKS; i++)
    {
      styles->cells[i][FALSE] = add_cell (book, i, FALSE);
      styles->cells[i][TRUE] = add_cell (book, i, TRUE);
      styles->totals[i] = add_total (book, i);
    }

  styles->share = add_cell (book, TAGA_XLSX_AMOUNT, TRUE);
  format_set_num_format (styles->share, number_formats[TAGA_XLSX_PERCENT]);
  styles->box = add_box (book);
  styles->link = add_link (book);

  styles->blank = add_format (book);
  format_set_unlocked (styles->blank);

  styles->bands[TAGA_BAND_UNKNOWN] = NULL;
  for (guint i = TAGA_BAND_SMALL; i < TAGA_MAX_BANDS; i++)
    styles->bands[i] = add_band (book, i);
}
