#include "taga-cell-value.h"

#include "taga-date.h"
#include "taga-sheet-row.h"

#include <math.h>
#include <string.h>

/* Spreadsheets keep fifteen digits. */
#define MAX_DIGITS 15

/* No number that means anything is written longer. */
#define MAX_NUMBER_LENGTH 512

/**
 * taga_cell_parse_reference:
 * @text: text that begins with a cell's name, such as B12
 * @length: its length
 * @reference: (out): the place, untouched if there is no name; outside of a sheet if the name is
 *
 * Reads a cell's name.
 *
 * Returns: how many bytes the name has, or 0 if there is none
 */
gsize
taga_cell_parse_reference (const char *text, gsize length, TagaCellReference *reference)
{
  guint column = 0;
  guint row = 0;
  gsize at = 0;
  gsize n_letters;

  for (; at < length && g_ascii_isupper (text[at]); at++)
    column = MIN (column * 26 + (guint) (text[at] - 'A') + 1, TAGA_SHEET_MAX_COLUMNS + 1);
  n_letters = at;

  for (; at < length && g_ascii_isdigit (text[at]); at++)
    row = MIN (row * 10 + (guint) (text[at] - '0'), TAGA_SHEET_MAX_ROWS + 1);

  if (n_letters == 0 || at == n_letters || text[n_letters] == '0')
    return 0;

  *reference = (TagaCellReference){ .column = column - 1, .row = row };
  return at;
}

/**
 * taga_cell_reference_is_inside:
 * @reference: a place
 *
 * Tells whether a sheet has such a cell.
 *
 * Returns: `TRUE` if so
 */
gboolean
taga_cell_reference_is_inside (const TagaCellReference *reference)
{
  return reference->column < TAGA_SHEET_MAX_COLUMNS && reference->row <= TAGA_SHEET_MAX_ROWS;
}

/**
 * taga_cell_reference_to_string:
 * @reference: a place
 *
 * Names a cell as the spreadsheet does.
 *
 * Returns: (transfer full): the name
 */
char *
taga_cell_reference_to_string (const TagaCellReference *reference)
{
  char letters[8];
  char *first = letters + sizeof letters - 1;

  *first = '\0';
  for (guint rest = reference->column + 1; rest > 0; rest = (rest - 1) / 26)
    *--first = (char) ('A' + (rest - 1) % 26);

  return g_strdup_printf ("%s%u", first, reference->row);
}

/**
 * taga_cell_parse_index:
 * @text: a text
 * @length: its length
 * @index: (out): the number
 *
 * Reads a number that points at something: digits only.
 *
 * Returns: `FALSE` if it is none
 */
gboolean
taga_cell_parse_index (const char *text, gsize length, guint *index)
{
  guint sum = 0;

  if (length == 0 || length > 9)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      sum = sum * 10 + (guint) (text[i] - '0');
    }

  *index = sum;
  return TRUE;
}

/* Reads whole numbers as most cells hold them. */
static gboolean
parse_whole (const char *text, gsize length, double *number)
{
  gsize at = *text == '-' ? 1 : 0;
  gint64 sum = 0;

  if (length == at || length - at > MAX_DIGITS || (text[at] == '0' && length > 1))
    return FALSE;

  for (; at < length; at++)
    {
      if (!g_ascii_isdigit (text[at]))
        return FALSE;
      sum = sum * 10 + (text[at] - '0');
    }

  *number = (double) (*text == '-' ? -sum : sum);
  return TRUE;
}

/* Tells whether a number is written the shortest way: 12.5, not 12.50 or 1.25E1, nor with more
 * digits than a spreadsheet shows. */
static gboolean
is_plain (const char *text, gsize length)
{
  gsize at = *text == '-' ? 1 : 0;
  gsize n_whole = strspn (text + at, "0123456789");

  return n_whole > 0 && length - at <= MAX_DIGITS && (n_whole == 1 || text[at] != '0')
         && text[at + n_whole] == '.' && text[length - 1] != '0'
         && strspn (text + at + n_whole + 1, "0123456789") == length - at - n_whole - 1
         && length > at + n_whole + 1;
}

/**
 * taga_cell_parse_number:
 * @text: a text with its terminator
 * @length: its length
 * @number: (out): the number
 * @plain: (out): whether the text can stand for the number as it is
 *
 * Reads a number as workbooks write it.
 *
 * Returns: `FALSE` if it is none
 */
gboolean
taga_cell_parse_number (const char *text, gsize length, double *number, gboolean *plain)
{
  char *end = NULL;

  *plain = parse_whole (text, length, number);
  if (*plain)
    return TRUE;

  if (length == 0 || length > MAX_NUMBER_LENGTH || strspn (text, "0123456789+-.eE") != length)
    return FALSE;

  *number = g_ascii_strtod (text, &end);
  *plain = is_plain (text, length);

  return end == text + length && isfinite (*number);
}

/**
 * taga_cell_parse_day:
 * @text: a text with its terminator
 * @epoch_1904: whether days are counted from 1904
 * @day: (out caller-allocates): the day as ISO 8601, `TAGA_CELL_DAY_SIZE` bytes
 * @serial: (out): its number
 *
 * Reads a day as the strict format writes it, 2026-11-22T00:00:00.
 *
 * Returns: `FALSE` if it is none
 */
gboolean
taga_cell_parse_day (const char *text, gboolean epoch_1904, char *day, double *serial)
{
  g_autofree char *found = taga_date_parse (text);
  guint year, month, number;
  GDate date, epoch;

  if (found == NULL)
    return FALSE;

  g_strlcpy (day, found, TAGA_CELL_DAY_SIZE);
  year = (guint) g_ascii_strtoull (found, NULL, 10);
  month = (guint) g_ascii_strtoull (found + 5, NULL, 10);
  number = (guint) g_ascii_strtoull (found + 8, NULL, 10);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) number, (GDateMonth) month, (GDateYear) year);
  g_date_clear (&epoch, 1);
  g_date_set_dmy (&epoch, epoch_1904 ? 1 : 30, epoch_1904 ? 1 : 12, epoch_1904 ? 1904 : 1899);
  *serial = g_date_days_between (&epoch, &date);

  return TRUE;
}
