#include "taga-xlsx.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "taga-package.h"

/* Where the time goes: the rows, then the packing of what was written, then the reading back. */
#define ROWS_SHARE 0.35
#define PACKED_SHARE 0.93

/* From here on a sheet may be larger than 4 GiB before it is packed, which needs another kind of
 * zip. */
#define N_LARGE_ROWS 200000

typedef struct
{
  TagaWriteJob *job;
  lxw_workbook *book; /* (owned) (nullable) until it is closed */
  TagaXlsxStyles styles;
  GHashTable *names; /* (owned) of the sheets, folded */
  char *list_sheet;  /* (owned) name of the sheet with the lists */
  GArray *parts;     /* (owned) (element-type TagaPackagePart) what the file must hold */
} BookWriter;

/* Ends a workbook without writing it. The library forgets the streams that its sheets went to. */
static void
abandon_book (lxw_workbook *book)
{
  lxw_worksheet *sheet;

  STAILQ_FOREACH (sheet, book->worksheets, list_pointers) { fclose (sheet->optimize_tmpfile); }

  lxw_workbook_free (book);
}

static void
clear_part (gpointer data)
{
  g_free ((char *) ((TagaPackagePart *) data)->name);
}

static void
book_writer_init (BookWriter *self, TagaWriteJob *job)
{
  const char *list_sheet = taga_document_is_japanese (job->document) ? "選択肢" : "Choices";

  self->job = job;
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->list_sheet = taga_xlsx_take_name (job, self->names, list_sheet);
  self->parts = g_array_new (FALSE, FALSE, sizeof (TagaPackagePart));
  g_array_set_clear_func (self->parts, clear_part);
}

static void
book_writer_clear (BookWriter *self)
{
  g_clear_pointer (&self->book, abandon_book);
  g_hash_table_unref (self->names);
  g_free (self->list_sheet);
  g_array_unref (self->parts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BookWriter, book_writer_clear)

static gboolean
fail_in_temporary_folder (GError **error)
{
  g_set_error (
      error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED,
      _ ("There is not enough room in the folder for temporary files, “%s”. Make room there "
         "and try again."),
      g_get_tmp_dir ());
  return FALSE;
}

/* The file says that it was made on the document's day: the same document makes the same file. */
static gboolean
set_properties (BookWriter *self, GError **error)
{
  TagaDocument *document = self->job->document;
  const char *clean_title = taga_write_job_clean (self->job, taga_document_get_title (document));
  g_autofree char *title = g_strdup (clean_title);
  const char *clean_company =
      taga_write_job_clean (self->job, taga_document_get_company (document));
  g_autofree char *company = g_strdup (clean_company);
  lxw_doc_properties properties = { .title = title, .author = company, .company = company };
  g_autoptr (GDateTime) made = NULL;
  int year, month, day;

  if (taga_write_parse_date (taga_document_get_date (document), &year, &month, &day))
    made = g_date_time_new_utc (year, month, day, 0, 0, 0);
  if (made != NULL)
    properties.created = (time_t) g_date_time_to_unix (made);

  return taga_xlsx_check (self->job, workbook_set_properties (self->book, &properties), error);
}

static gboolean
open_book (BookWriter *self, GError **error)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE,
                                   .tmpdir = (char *) g_get_tmp_dir (),
                                   .use_zip64 = self->job->n_total >= N_LARGE_ROWS };

  self->book = workbook_new_opt (self->job->path, &options);
  if (self->book == NULL)
    return taga_xlsx_check (self->job, LXW_ERROR_CREATING_XLSX_FILE, error);

  taga_xlsx_styles_init (&self->styles, self->book);
  return set_properties (self, error);
}

static gboolean
begin_sheet (BookWriter *self,
             TagaXlsxSheet *sheet,
             const char *name,
             const GPtrArray *names,
             GError **error)
{
  *sheet = (TagaXlsxSheet){ .job = self->job,
                            .styles = &self->styles,
                            .list_sheet = self->list_sheet,
                            .book = self->book,
                            .name = name,
                            .names = names,
                            .places = g_hash_table_new_full (NULL, NULL, NULL, g_free),
                            .sheet = workbook_add_worksheet (self->book, name) };

  return sheet->sheet != NULL || fail_in_temporary_folder (error);
}

static void
end_sheet (BookWriter *self, TagaXlsxSheet *sheet)
{
  TagaPackagePart part = { .mark = "<row ", .n_marks = sheet->n_rows };

  part.name = g_strdup_printf ("xl/worksheets/sheet%u.xml", self->parts->len + 1);
  g_array_append_val (self->parts, part);
  g_hash_table_unref (sheet->places);
  g_free (sheet->escaped);
}

/* All of them at once, as one sheet may lead to another. */
static GPtrArray *
take_names (BookWriter *self)
{
  TagaDocument *document = self->job->document;
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < taga_document_get_n_sections (document); i++)
    g_ptr_array_add (names, taga_xlsx_take_name (self->job, self->names,
                                                 taga_document_get_section (document, i)->heading));

  return names;
}

static gboolean
write_sections (BookWriter *self, GError **error)
{
  TagaDocument *document = self->job->document;
  g_autoptr (GPtrArray) names = take_names (self);

  for (guint i = 0; i < taga_document_get_n_sections (document); i++)
    {
      const TagaSection *section = taga_document_get_section (document, i);
      TagaXlsxSheet sheet;
      gboolean is_written = begin_sheet (self, &sheet, names->pdata[i], names, error)
                            && taga_xlsx_write_section (&sheet, section, error);

      end_sheet (self, &sheet);
      if (!is_written)
        return FALSE;
    }

  return TRUE;
}

/* A whole number is written as one, or a cell that holds the number 3 would not match it. */
static gboolean
write_entry (TagaXlsxSheet *self, guint column, const char *entry, GError **error)
{
  guint64 number;

  if (g_ascii_string_to_unsigned (entry, 10, 0, G_MAXUINT32, &number, NULL))
    return taga_xlsx_check (
        self->job,
        worksheet_write_number (self->sheet, self->row, (lxw_col_t) column, (double) number, NULL),
        error);

  return taga_xlsx_write_text (self, column, entry, NULL, error);
}

/* One column for each list. Rows can only be written one after the other. */
static gboolean
write_lists (TagaXlsxSheet *self, GError **error)
{
  TagaDocument *document = self->job->document;
  guint n_lists = taga_document_get_n_lists (document);
  g_autofree const char *const **rest = g_new (const char *const *, n_lists);
  gboolean is_more = TRUE;

  for (guint i = 0; i < n_lists; i++)
    rest[i] = taga_document_get_list (document, i);

  for (; is_more; self->row++)
    {
      if (!taga_xlsx_begin_row (self, 0, error))
        return FALSE;

      is_more = FALSE;
      for (guint i = 0; i < n_lists; i++)
        {
          if (rest[i][0] == NULL)
            continue;
          if (!write_entry (self, i, rest[i][0], error))
            return FALSE;
          rest[i]++;
          is_more = is_more || rest[i][0] != NULL;
        }
    }

  return TRUE;
}

static gboolean
write_list_sheet (BookWriter *self, GError **error)
{
  TagaXlsxSheet sheet;
  gboolean is_written;

  if (taga_document_get_n_lists (self->job->document) == 0)
    return TRUE;

  is_written =
      begin_sheet (self, &sheet, self->list_sheet, NULL, error) && write_lists (&sheet, error);
  if (is_written)
    worksheet_hide (sheet.sheet);

  end_sheet (self, &sheet);
  return is_written;
}

/* The library does not look at what the streams of its sheets say, so a full disk would go by. */
static gboolean
check_streams (BookWriter *self, GError **error)
{
  lxw_worksheet *sheet;

  STAILQ_FOREACH (sheet, self->book->worksheets, list_pointers)
  {
    if (fflush (sheet->optimize_tmpfile) != 0 || ferror (sheet->optimize_tmpfile))
      return fail_in_temporary_folder (error);
  }

  return TRUE;
}

static gboolean
close_book (BookWriter *self, GError **error)
{
  lxw_error code = workbook_close (g_steal_pointer (&self->book));

  return taga_xlsx_check (self->job, code, error)
         && taga_write_job_reach (self->job, PACKED_SHARE, error)
         && taga_package_check (self->job->path, (const TagaPackagePart *) self->parts->data,
                                self->parts->len, error);
}

/**
 * taga_xlsx_write:
 * @job: a job
 * @error: return location for an error
 *
 * Writes a document as a workbook, a sheet for each section and a hidden one for the lists, and
 * checks it by reading it back.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set as for [func@document_write]
 */
gboolean
taga_xlsx_write (TagaWriteJob *job, GError **error)
{
  g_auto (BookWriter) self = { 0 };

  book_writer_init (&self, job);
  job->rows_share = ROWS_SHARE;

  for (guint i = 0; i < taga_document_get_n_sections (job->document); i++)
    {
      if (!taga_xlsx_check_size (job, taga_document_get_section (job->document, i), error))
        return FALSE;
    }

  return open_book (&self, error) && write_sections (&self, error)
         && write_list_sheet (&self, error) && check_streams (&self, error)
         && taga_write_job_reach (job, ROWS_SHARE, error) && close_book (&self, error);
}
