#include "taga-sheet-row.h"

#include <string.h>

/* Bytes that a text with nothing to clean is free of: control characters, the first byte of the
 * controls U+0080–U+009F, and the underscore that may begin an escape. */
static const guint8 suspicious[256] = {
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,         1,          1,          1,
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, ['_'] = 1, [0x7F] = 1, [0xC2] = 1,
};

/**
 * taga_sheet_row_init:
 * @self: (out caller-allocates): a row
 *
 * Makes an empty row.
 */
void
taga_sheet_row_init (TagaSheetRow *self)
{
  *self = (TagaSheetRow){ .texts = g_string_sized_new (4096) };
}

/**
 * taga_sheet_row_finish:
 * @self: a row
 *
 * Frees what the row holds.
 */
void
taga_sheet_row_finish (TagaSheetRow *self)
{
  g_clear_pointer (&self->cells, g_free);
  if (self->texts != NULL)
    g_string_free (self->texts, TRUE);
  self->texts = NULL;
}

/**
 * taga_sheet_row_clear:
 * @self: a row
 *
 * Empties the row for the next one.
 */
void
taga_sheet_row_clear (TagaSheetRow *self)
{
  self->n_cells = 0;
  g_string_truncate (self->texts, 0);
}

/**
 * taga_sheet_row_add:
 * @self: a row
 * @column: the cell's column, after those already there
 * @kind: what it holds
 * @text: its text, which must outlive the row
 * @number: its number
 *
 * Adds a cell without copying its text.
 */
void
taga_sheet_row_add (TagaSheetRow *self,
                    guint column,
                    TagaCellKind kind,
                    const char *text,
                    double number)
{
  if (self->n_cells == self->n_allocated)
    {
      self->n_allocated = MAX (32, self->n_allocated * 2);
      self->cells = g_renew (TagaCell, self->cells, self->n_allocated);
    }

  self->cells[self->n_cells++] =
      (TagaCell){ .column = column, .kind = kind, .text = text, .number = number };
}

/* Makes room for a text. When the texts move, the cells that point into them follow. */
static void
reserve_text (TagaSheetRow *self, gsize length)
{
  gsize used = self->texts->len;
  const char *before = self->texts->str;
  g_autofree gsize *offsets = NULL;

  if (used + length + 1 <= self->texts->allocated_len)
    return;

  offsets = g_new (gsize, self->n_cells);
  for (guint i = 0; i < self->n_cells; i++)
    {
      const char *text = self->cells[i].text;

      offsets[i] = text >= before && text < before + used ? (gsize) (text - before) : G_MAXSIZE;
    }

  g_string_set_size (self->texts, MAX (2 * used, used + length));
  g_string_truncate (self->texts, used);

  for (guint i = 0; i < self->n_cells; i++)
    if (offsets[i] != G_MAXSIZE)
      self->cells[i].text = self->texts->str + offsets[i];
}

/**
 * taga_sheet_row_add_copy:
 * @self: a row
 * @column: the cell's column, after those already there
 * @kind: what it holds
 * @text: its text
 * @length: the text's length in bytes
 * @number: its number
 *
 * Adds a cell with a copy of its text.
 *
 * Returns: `FALSE` if the row's texts are more than a row may have
 */
gboolean
taga_sheet_row_add_copy (TagaSheetRow *self,
                         guint column,
                         TagaCellKind kind,
                         const char *text,
                         gsize length,
                         double number)
{
  gsize start;

  if (self->texts->len + length + 1 > TAGA_SHEET_MAX_ROW_BYTES)
    return FALSE;

  reserve_text (self, length + 1);
  start = self->texts->len;
  memcpy (self->texts->str + start, text, length);
  self->texts->str[start + length] = '\0';
  self->texts->len += length + 1;

  taga_sheet_row_add (self, column, kind, self->texts->str + start, number);
  return TRUE;
}

/* Reads _xHHHH_, by which spreadsheets write characters that XML has no place for. */
static gboolean
read_escape (const char *text, gsize length, gunichar *character)
{
  *character = 0;
  if (length < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_')
    return FALSE;

  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return FALSE;
      *character = *character * 16 + (gunichar) g_ascii_xdigit_value (text[i]);
    }

  return TRUE;
}

/* Takes the next character or escape off a text. Two escapes may be the halves of one character. */
static gunichar
take_character (const char **text, const char *end, gboolean escaped)
{
  gunichar c, low;

  if (escaped && read_escape (*text, (gsize) (end - *text), &c))
    {
      *text += 7;
      if (c >= 0xD800 && c <= 0xDBFF && read_escape (*text, (gsize) (end - *text), &low)
          && low >= 0xDC00 && low <= 0xDFFF)
        {
          *text += 7;
          return 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        }
      return c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c;
    }

  c = g_utf8_get_char (*text);
  *text += g_utf8_skip[(guchar) * *text];

  return c;
}

/**
 * taga_sheet_text_clean:
 * @text: valid UTF-8, not necessarily terminated
 * @length: its length in bytes
 * @escaped: whether _x000D_ stands for a character
 *
 * Cleans a cell's text in its place: line breaks become line feeds, tabs blanks, and other control
 * characters go.
 *
 * Returns: the length of what is left
 */
gsize
taga_sheet_text_clean (char *text, gsize length, gboolean escaped)
{
  const char *from = text;
  const char *end = text + length;
  char *to;

  while (from < end && !suspicious[(guchar) *from])
    from++;

  to = text + (from - text);
  while (from < end)
    {
      gunichar c;

      if (!suspicious[(guchar) *from])
        {
          *to++ = *from++;
          continue;
        }

      c = take_character (&from, end, escaped);
      if (c == '\r' || c == 0x85)
        {
          const char *next = from;

          if (from < end && take_character (&next, end, escaped) == '\n')
            from = next;
          c = '\n';
        }
      else if (c == '\t')
        c = ' ';

      if (c == '\n' || !g_unichar_iscntrl (c))
        to += g_unichar_to_utf8 (c, to);
    }

  return (gsize) (to - text);
}

/**
 * taga_sheet_text_is_too_long:
 * @text: valid UTF-8
 * @length: its length in bytes
 *
 * Tells whether a text has more characters than a cell may hold.
 *
 * Returns: `TRUE` if so
 */
gboolean
taga_sheet_text_is_too_long (const char *text, gsize length)
{
  return length > TAGA_SHEET_MAX_CHARACTERS
         && g_utf8_strlen (text, (gssize) length) > TAGA_SHEET_MAX_CHARACTERS;
}

/**
 * taga_sheet_reading_tell:
 * @self: a reading
 * @fraction: how much of the file is read
 *
 * Tells of progress, but not more often than it can be seen.
 */
void
taga_sheet_reading_tell (TagaSheetReading *self, double fraction)
{
  if (self->progress == NULL || fraction < self->told + 0.005)
    return;

  self->told = fraction;
  self->progress (MIN (fraction, 1.0), self->progress_data);
}
