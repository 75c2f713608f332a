#include "taga-csv-parser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many records are looked at to find what separates their fields. */
#define MAX_SAMPLES 50

typedef enum
{
  STATE_FIELD_START,
  STATE_PLAIN,
  STATE_QUOTED,
  STATE_QUOTE_IN_QUOTED, /* the end of the field, or the first half of "" */
} State;

/**
 * TagaCsvParser:
 *
 * Takes text block by block and hands out rows, by RFC 4180 and what spreadsheets write besides.
 */
struct _TagaCsvParser
{
  TagaSheetReading *reading;
  TagaSheetRow row;
  guint row_number;
  guint column;

  char separator; /* or NUL until the first block is seen */
  State state;
  gboolean after_return;
  guint line;
  guint quote_line; /* where the field's quote was opened */
  GString *field;   /* (owned) */
};

/**
 * taga_csv_parser_new:
 * @reading: who takes the rows; it must outlive the parser
 *
 * Makes a parser.
 *
 * Returns: (transfer full): the parser
 */
TagaCsvParser *
taga_csv_parser_new (TagaSheetReading *reading)
{
  TagaCsvParser *self = g_new0 (TagaCsvParser, 1);

  self->reading = reading;
  self->row_number = 1;
  self->line = 1;
  self->field = g_string_sized_new (256);
  taga_sheet_row_init (&self->row);

  return self;
}

/**
 * taga_csv_parser_free:
 * @self: (transfer full): a parser
 *
 * Frees the parser.
 */
void
taga_csv_parser_free (TagaCsvParser *self)
{
  taga_sheet_row_finish (&self->row);
  g_string_free (self->field, TRUE);
  g_free (self);
}

/**
 * taga_csv_parser_get_line:
 * @self: a parser
 *
 * Gets the line that has been reached, as a text editor counts.
 *
 * Returns: the line, from 1
 */
guint
taga_csv_parser_get_line (TagaCsvParser *self)
{
  return self->line;
}

/* How often a sign occurs in most of the records, and in how many that is. A separator occurs in
 * all of them alike, a comma in a sentence does not. */
static guint
rate_separator (const char *text, gsize length, char separator, guint *n_fields)
{
  guint counts[MAX_SAMPLES] = { 0 };
  guint n_records = 0;
  guint best = 0;
  gboolean quoted = FALSE;
  guint count = 0;

  for (gsize i = 0; i < length && n_records < MAX_SAMPLES; i++)
    if (text[i] == '"')
      quoted = !quoted;
    else if (!quoted && text[i] == separator)
      count++;
    else if (!quoted && (text[i] == '\n' || text[i] == '\r'))
      {
        if (count > 0)
          counts[n_records++] = count;
        count = 0;
      }
  if (n_records == 0)
    counts[n_records++] = count;

  *n_fields = 0;
  for (guint i = 0; i < n_records; i++)
    {
      guint same = 0;

      for (guint j = 0; j < n_records; j++)
        same += counts[j] == counts[i];
      if (counts[i] > 0 && (same > best || (same == best && counts[i] > *n_fields)))
        {
          best = same;
          *n_fields = counts[i];
        }
    }

  return best;
}

/**
 * taga_csv_find_separator:
 * @text: the beginning of a text
 * @length: its length
 *
 * Finds what separates fields.
 *
 * Returns: a comma, a tab or a semicolon
 */
char
taga_csv_find_separator (const char *text, gsize length)
{
  static const char candidates[] = { ',', '\t', ';' };
  char found = ',';
  guint best = 0;
  guint best_fields = 0;

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint n_fields;
      guint rate = rate_separator (text, length, candidates[i], &n_fields);

      if (rate > best || (rate == best && n_fields > best_fields))
        {
          found = candidates[i];
          best = rate;
          best_fields = n_fields;
        }
    }

  return found;
}

static gboolean
set_unclosed (TagaCsvParser *self, GError **error)
{
  g_set_error (error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_DAMAGED,
               _ ("The quotation mark that opens in line %u of the text file is never closed. "
                  "Close it, or save the file again from your spreadsheet program."),
               self->quote_line);
  return FALSE;
}

static gboolean
set_too_long (TagaCsvParser *self, GError **error)
{
  g_set_error (error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_DAMAGED,
               _ ("A field that begins in line %u of the text file has more than the %d characters "
                  "that fit into a cell. See whether a quotation mark is missing there."),
               self->state == STATE_PLAIN ? self->line : self->quote_line,
               TAGA_SHEET_MAX_CHARACTERS);
  return FALSE;
}

static gboolean
set_outside (TagaCsvParser *self, GError **error)
{
  g_set_error (error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_DANGEROUS,
               _ ("Line %u of the text file goes beyond the %d rows and %d columns of a sheet. "
                  "Divide the file into smaller ones."),
               self->line, TAGA_SHEET_MAX_ROWS, TAGA_SHEET_MAX_COLUMNS);
  return FALSE;
}

/* Spreadsheets run what begins with one of these; an export puts an apostrophe before it. */
static gboolean
is_guarded (const char *text, gsize length)
{
  gsize n = 0;

  while (n < length && text[n] == '\'')
    n++;

  return n > 0 && n < length && text[n] != '\0' && strchr ("=+-@", text[n]) != NULL;
}

static gboolean
end_field (TagaCsvParser *self, GError **error)
{
  char *text = self->field->str;
  gsize length = taga_sheet_text_clean (text, self->field->len, FALSE);

  if (is_guarded (text, length))
    {
      text++;
      length--;
    }

  if (taga_sheet_text_is_too_long (text, length))
    return set_too_long (self, error);
  if (self->column == TAGA_SHEET_MAX_COLUMNS)
    return set_outside (self, error);

  if (length > 0
      && !taga_sheet_row_add_copy (&self->row, self->column, TAGA_CELL_TEXT, text, length, 0))
    return set_outside (self, error);

  self->column++;
  self->state = STATE_FIELD_START;
  g_string_truncate (self->field, 0);
  return TRUE;
}

static gboolean
end_record (TagaCsvParser *self, GError **error)
{
  const TagaSheetReading *reading = self->reading;

  if (!end_field (self, error))
    return FALSE;

  if (self->row_number > TAGA_SHEET_MAX_ROWS)
    return set_outside (self, error);
  if (self->row.n_cells > 0
      && !reading->func (self->row_number, self->row.cells, self->row.n_cells, reading->user_data,
                         error))
    return FALSE;

  self->row_number++;
  self->column = 0;
  taga_sheet_row_clear (&self->row);
  return TRUE;
}

static gboolean
append (TagaCsvParser *self, const char *text, gsize length, GError **error)
{
  if (self->field->len + length > TAGA_SHEET_MAX_CHARACTERS * 4)
    return set_too_long (self, error);

  g_string_append_len (self->field, text, (gssize) length);
  return TRUE;
}

/* How much of the text stands for itself in the present state. */
static gsize
count_plain (TagaCsvParser *self, const char *text, gsize length)
{
  const gboolean quoted = self->state == STATE_QUOTED;
  gsize n = 0;

  for (; n < length && text[n] != '\n' && text[n] != '\r'; n++)
    if (quoted ? text[n] == '"' : text[n] == self->separator)
      break;

  return n;
}

/* Takes one sign that is more than itself. */
static gboolean
take_sign (TagaCsvParser *self, char c, GError **error)
{
  const gboolean is_break = c == '\n' || c == '\r';
  const gboolean after_return = self->after_return;

  self->after_return = c == '\r';
  if (c == '\r' || (c == '\n' && !after_return))
    self->line++;

  if (self->state == STATE_QUOTED)
    {
      if (c != '"')
        return append (self, &c, 1, error);

      self->state = STATE_QUOTE_IN_QUOTED;
      return TRUE;
    }

  /* The line feed of a carriage return that has ended the record. */
  if (c == '\n' && after_return)
    return TRUE;

  return is_break ? end_record (self, error) : end_field (self, error);
}

/* Takes as much as belongs together, at least one byte. */
static gsize
take_some (TagaCsvParser *self, const char *text, gsize length, GError **error)
{
  gsize n;

  if (*text == '"' && self->state == STATE_FIELD_START)
    {
      self->state = STATE_QUOTED;
      self->quote_line = self->line;
      self->after_return = FALSE;
      return 1;
    }
  if (*text == '"' && self->state == STATE_QUOTE_IN_QUOTED)
    {
      self->state = STATE_QUOTED;
      return append (self, text, 1, error) ? 1 : 0;
    }

  n = count_plain (self, text, length);
  if (n == 0)
    return take_sign (self, *text, error) ? 1 : 0;

  self->after_return = FALSE;
  if (self->state != STATE_QUOTED)
    self->state = STATE_PLAIN;
  return append (self, text, n, error) ? n : 0;
}

/**
 * taga_csv_parser_take:
 * @self: a parser
 * @text: the next part of the text, valid UTF-8
 * @length: its length
 * @error: return location for an error
 *
 * Takes a part of the text. The first one shows what separates fields.
 *
 * Returns: `FALSE` with @error set to a `TAGA_SHEET_ERROR` or the error of who takes the rows, or
 * not set if that one had enough
 */
gboolean
taga_csv_parser_take (TagaCsvParser *self, const char *text, gsize length, GError **error)
{
  if (self->separator == '\0' && length > 0)
    self->separator = taga_csv_find_separator (text, length);

  for (gsize done = 0; done < length;)
    {
      gsize n = take_some (self, text + done, length - done, error);

      if (n == 0)
        return FALSE;
      done += n;
    }

  return TRUE;
}

/**
 * taga_csv_parser_end:
 * @self: a parser
 * @error: return location for an error
 *
 * Ends the text. The last record need not end with a line break.
 *
 * Returns: as [method@CsvParser.take]
 */
gboolean
taga_csv_parser_end (TagaCsvParser *self, GError **error)
{
  if (self->state == STATE_QUOTED)
    return set_unclosed (self, error);

  if (self->state == STATE_FIELD_START && self->column == 0)
    return TRUE;

  return end_record (self, error);
}
