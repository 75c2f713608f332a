#include "taga-xlsx.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/**
 * taga_xlsx_check:
 * @job: the job
 * @code: what the library returned
 * @error: return location for an error
 *
 * Turns what the library returned into an error.
 *
 * Returns: `TRUE` if it was none, or `FALSE` with @error set to `TAGA_REPORT_ERROR_FAILED`
 */
gboolean
taga_xlsx_check (TagaWriteJob *job, lxw_error code, GError **error)
{
  if (code == LXW_NO_ERROR)
    return TRUE;

  g_set_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED,
               _ ("“%s” could not be written: %s Check that the disk has room and try again."),
               job->name, lxw_strerror (code));
  return FALSE;
}

/**
 * taga_xlsx_fail_too_large:
 * @job: the job
 * @error: return location for an error
 *
 * Says that a sheet has too few rows.
 *
 * Returns: `FALSE`, with @error set to `TAGA_REPORT_ERROR_TOO_LARGE`
 */
gboolean
taga_xlsx_fail_too_large (TagaWriteJob *job, GError **error)
{
  g_set_error (
      error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_TOO_LARGE,
      _ ("“%s” would have more than %u rows, more than a sheet holds. Write fewer rows, or "
         "choose .csv."),
      job->name, (guint) LXW_ROW_MAX);
  return FALSE;
}

/**
 * taga_xlsx_begin_row:
 * @self: a sheet
 * @height: height in points, or 0 to fit the text
 * @error: return location for an error
 *
 * Begins the row that the sheet stands at. Where it ends the caller moves on.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_REPORT_ERROR_TOO_LARGE` or
 *   `TAGA_REPORT_ERROR_FAILED`
 */
gboolean
taga_xlsx_begin_row (TagaXlsxSheet *self, guint height, GError **error)
{
  if (self->row >= LXW_ROW_MAX)
    return taga_xlsx_fail_too_large (self->job, error);

  self->n_rows++;
  if (height == 0)
    return TRUE;

  return taga_xlsx_check (self->job, worksheet_set_row (self->sheet, self->row, height, NULL),
                          error);
}

/* A workbook writes a forbidden character as _x0001_, so a text that looks so by itself must not be
 * taken for one. */
static gboolean
is_escape (const char *text)
{
  return text[0] == '_' && text[1] == 'x' && g_ascii_isxdigit (text[2])
         && g_ascii_isxdigit (text[3]) && g_ascii_isxdigit (text[4]) && g_ascii_isxdigit (text[5])
         && text[6] == '_';
}

static const char *
escape (TagaXlsxSheet *self, const char *text)
{
  g_autoptr (GString) result = NULL;

  for (const char *c = strstr (text, "_x"); c != NULL; c = strstr (c + 1, "_x"))
    {
      if (!is_escape (c))
        continue;
      if (result == NULL)
        result = g_string_new (NULL);
      g_string_append_len (result, text, c - text);
      g_string_append (result, "_x005F");
      text = c;
    }

  if (result == NULL)
    return text;

  g_string_append (result, text);
  g_free (self->escaped);
  self->escaped = g_string_free (g_steal_pointer (&result), FALSE);
  return self->escaped;
}

static gboolean
is_too_long (const char *text)
{
  gsize n_units = 0;

  if (strnlen (text, TAGA_XLSX_MAX_TEXT + 1) <= TAGA_XLSX_MAX_TEXT)
    return FALSE;

  for (const guchar *c = (const guchar *) text; *c != '\0'; c++)
    n_units += (gsize) ((*c & 0xC0) != 0x80) + (gsize) (*c >= 0xF0);

  return n_units > TAGA_XLSX_MAX_TEXT;
}

/**
 * taga_xlsx_clean:
 * @self: a sheet
 * @text: (nullable): text from the document
 * @column: (nullable): column of the table that it stands in
 * @error: return location for an error
 *
 * Makes a text fit for a cell.
 *
 * Returns: (nullable): the text, which lives until the next call or as long as @text does; or
 * `NULL` with @error set to `TAGA_REPORT_ERROR_TOO_LARGE`
 */
const char *
taga_xlsx_clean (TagaXlsxSheet *self, const char *text, const TagaColumn *column, GError **error)
{
  const char *clean = escape (self, taga_write_job_clean (self->job, text));
  g_autofree char *title = NULL;

  if (!is_too_long (clean))
    return clean;

  if (column == NULL)
    {
      g_set_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_TOO_LARGE,
                   _ ("A heading or paragraph has more than %u characters, more than a cell of a "
                      "workbook holds. Shorten it and try again."),
                   TAGA_XLSX_MAX_TEXT);
      return NULL;
    }

  title = taga_column_dup_title (column);
  g_set_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_TOO_LARGE,
               _ ("The text in row %u of the table, column “%s”, has more than %u characters, more "
                  "than a cell of a workbook holds. Shorten it and try again."),
               (guint) self->table_row, title, TAGA_XLSX_MAX_TEXT);
  return NULL;
}

/**
 * taga_xlsx_write_text:
 * @self: a sheet
 * @column: where in the row
 * @text: (nullable): a heading, paragraph or header
 * @format: how it looks
 * @error: return location for an error
 *
 * Writes a text as text, whatever it looks like.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_REPORT_ERROR_TOO_LARGE` or
 *   `TAGA_REPORT_ERROR_FAILED`
 */
gboolean
taga_xlsx_write_text (TagaXlsxSheet *self,
                      guint column,
                      const char *text,
                      lxw_format *format,
                      GError **error)
{
  const char *clean = taga_xlsx_clean (self, text, NULL, error);

  return clean != NULL
         && taga_xlsx_check (
             self->job,
             worksheet_write_string (self->sheet, self->row, (lxw_col_t) column, clean, format),
             error);
}
