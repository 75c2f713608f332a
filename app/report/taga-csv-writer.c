#include "taga-write-job.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "taga-cp932.h"

#define BLOCK_SIZE (64 * 1024)

/* Which part of the time the rows take; the rest goes into reading back. */
#define ROWS_SHARE 0.9

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* A spreadsheet takes a cell that begins so for a formula. Our reader drops the apostrophe. */
#define FORMULA_STARTS "=+-@\t\r"

typedef struct
{
  TagaWriteJob *job;
  const TagaTable *table;
  guint row; /* as a spreadsheet counts: 1 is the header */

  int fd;
  GString *buffer;     /* (owned) */
  GChecksum *checksum; /* (owned) of all that was written, to compare with what is read back */

  TagaCp932 *cp932; /* (owned) (nullable) if the file is in CP932 */
} CsvWriter;

static void
csv_writer_clear (CsvWriter *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_string_free (self->buffer, TRUE);
  g_checksum_free (self->checksum);
  taga_cp932_free (self->cp932);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CsvWriter, csv_writer_clear)

static gboolean
flush_buffer (CsvWriter *self, GError **error)
{
  const char *data = self->buffer->str;
  gsize left = self->buffer->len;

  g_checksum_update (self->checksum, (const guchar *) data, (gssize) left);
  while (left > 0)
    {
      gssize n = write (self->fd, data, left);

      if (n < 0 && errno != EINTR)
        return taga_write_job_fail (self->job, errno, error);
      if (n > 0)
        {
          data += n;
          left -= (gsize) n;
        }
    }

  g_string_truncate (self->buffer, 0);
  return TRUE;
}

static void
append_character (CsvWriter *self, gunichar c)
{
  if (self->cp932 == NULL)
    g_string_append_unichar (self->buffer, c);
  else
    taga_cp932_append (self->cp932, c, self->buffer);
}

static void
note_cell (CsvWriter *self, guint column)
{
  g_autofree char *title = taga_column_dup_title (&self->table->columns[column]);

  if (self->cp932->unfit->len > 0)
    taga_write_job_note (self->job,
                         g_strdup_printf (_ ("Row %u, “%s”: CP932 does not have “%s”; it was "
                                             "written as “?”."),
                                          self->row, title, self->cp932->unfit->str));
  if (self->cp932->changed->len > 0)
    taga_write_job_note (self->job,
                         g_strdup_printf (_ ("Row %u, “%s”: CP932 does not have “%s”; it was "
                                             "written as “%s”."),
                                          self->row, title, self->cp932->changed->str,
                                          self->cp932->substitutes->str));

  taga_cp932_forget_losses (self->cp932);
}

static void
append_text (CsvWriter *self, const char *text)
{
  const char *start = text + strspn (text, "'");
  gboolean is_quoted = strpbrk (text, "\",\r\n") != NULL;

  if (is_quoted)
    g_string_append_c (self->buffer, '"');
  if (*start != '\0' && strchr (FORMULA_STARTS, *start) != NULL)
    g_string_append_c (self->buffer, '\'');

  if (!is_quoted && self->cp932 == NULL)
    g_string_append (self->buffer, text);
  else
    {
      for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
        {
          if (*c == '"')
            g_string_append_c (self->buffer, '"');
          append_character (self, g_utf8_get_char (c));
        }
    }

  if (is_quoted)
    g_string_append_c (self->buffer, '"');
}

static void
append_cell (CsvWriter *self, guint column, const TagaValue *value)
{
  TagaColumnKind kind = self->table->columns[column].kind;
  int year, month, day;

  if (kind == TAGA_COLUMN_NUMBER)
    {
      if (value->number != TAGA_UNKNOWN)
        g_string_append_printf (self->buffer, "%" G_GINT64_FORMAT, value->number);
    }
  else if (kind == TAGA_COLUMN_TENTHS || kind == TAGA_COLUMN_PERCENT)
    {
      if (value->number != TAGA_UNKNOWN && kind == TAGA_COLUMN_TENTHS)
        g_string_append_printf (self->buffer, "%d.%d", (int) value->number / 10,
                                (int) value->number % 10);
      else if (value->number != TAGA_UNKNOWN)
        g_string_append_printf (self->buffer, "%d%%", (int) value->number);
    }
  else if (kind == TAGA_COLUMN_DATE && taga_write_parse_date (value->text, &year, &month, &day))
    g_string_append_printf (self->buffer, "%d/%d/%d", year, month, day);
  else
    append_text (self, taga_write_job_clean (self->job, value->text));
}

static void
end_cell (CsvWriter *self, guint column)
{
  if (self->cp932 != NULL && taga_cp932_has_losses (self->cp932))
    note_cell (self, column);

  if (column + 1 < self->table->n_columns)
    g_string_append_c (self->buffer, ',');
  else
    {
      g_string_append (self->buffer, "\r\n");
      self->row++;
    }
}

static void
append_header (CsvWriter *self)
{
  for (guint i = 0; i < self->table->n_columns; i++)
    {
      g_autofree char *title = taga_column_dup_title (&self->table->columns[i]);

      append_text (self, taga_write_job_clean (self->job, title));
      end_cell (self, i);
    }
}

static gboolean
write_rows (CsvWriter *self, TagaTable *table, GError **error)
{
  g_autofree TagaValue *cells = g_new (TagaValue, table->n_columns);
  gboolean has_row;

  while (TRUE)
    {
      if (!taga_table_next_row (table, cells, &has_row, error))
        return FALSE;
      if (!has_row)
        return flush_buffer (self, error);

      for (guint i = 0; i < table->n_columns; i++)
        {
          append_cell (self, i, &cells[i]);
          end_cell (self, i);
        }

      if (self->buffer->len >= BLOCK_SIZE && !flush_buffer (self, error))
        return FALSE;
      if (!taga_write_job_advance (self->job, error))
        return FALSE;
    }
}

static gboolean
check_written (CsvWriter *self, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_MD5);
  g_autofree guchar *block = g_malloc (BLOCK_SIZE);
  gssize n;

  if (lseek (self->fd, 0, SEEK_SET) != 0)
    return taga_write_job_fail (self->job, errno, error);
  while ((n = read (self->fd, block, BLOCK_SIZE)) > 0)
    g_checksum_update (checksum, block, n);
  if (n < 0)
    return taga_write_job_fail (self->job, errno, error);

  if (strcmp (g_checksum_get_string (checksum), g_checksum_get_string (self->checksum)) == 0)
    return TRUE;

  g_set_error_literal (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED,
                       _ ("The file was read back and is not what was written. It was thrown away. "
                          "Check that the disk is sound, and try again."));
  return FALSE;
}

/* Whether a file with the first table only leaves out what somebody would miss. */
static gboolean
leaves_out (TagaDocument *document)
{
  for (guint i = 1; i < taga_document_get_n_sections (document); i++)
    if (!taga_document_get_section (document, i)->is_supplement)
      return TRUE;

  return taga_document_get_section (document, 0)->blocks->len > 1;
}

static TagaTable *
find_table (TagaWriteJob *job, GError **error)
{
  TagaTable *table = taga_document_find_table (job->document);

  if (table == NULL)
    g_set_error_literal (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED,
                         _ ("A .csv file holds a table, and this report has none. Choose .xlsx."));
  else if (leaves_out (job->document))
    taga_write_job_note (job, g_strdup (_ ("A .csv file holds one table; what else the report has "
                                           "was left out. Choose .xlsx for all of it.")));

  return table;
}

static gboolean
prepare_cp932 (CsvWriter *self, GError **error)
{
  self->cp932 = taga_cp932_new ();
  if (self->cp932 != NULL)
    return TRUE;

  g_set_error_literal (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED,
                       _ ("This computer does not know CP932. Write the file in UTF-8."));
  return FALSE;
}

/**
 * taga_csv_write:
 * @job: a job
 * @error: return location for an error
 *
 * Writes the first table of a document as comma-separated values after RFC 4180, in UTF-8 with a
 * byte order mark or in CP932, and compares what it reads back.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set as for [func@document_write]
 */
gboolean
taga_csv_write (TagaWriteJob *job, GError **error)
{
  TagaTable *table = find_table (job, error);
  g_auto (CsvWriter) self = { .job = job, .table = table, .row = 1, .fd = -1 };

  self.buffer = g_string_sized_new (2 * BLOCK_SIZE);
  self.checksum = g_checksum_new (G_CHECKSUM_MD5);

  if (table == NULL)
    return FALSE;
  if ((job->flags & TAGA_WRITE_CP932) != 0 && !prepare_cp932 (&self, error))
    return FALSE;

  self.fd = g_open (job->path, O_RDWR | O_TRUNC | O_CLOEXEC, 0);
  if (self.fd < 0)
    return taga_write_job_fail (job, errno, error);

  if (self.cp932 == NULL)
    g_string_append (self.buffer, BYTE_ORDER_MARK);
  job->rows_share = ROWS_SHARE;
  job->n_total = table->n_rows;
  append_header (&self);

  return write_rows (&self, table, error) && check_written (&self, error);
}
