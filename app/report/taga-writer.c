#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* for renameat2 */
#endif

#include "taga-writer.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "taga-chart-writer.h"
#include "taga-write-job.h"

/* How often a name for the temporary file may be taken already. */
#define MAX_ATTEMPTS 100

typedef gboolean (*WriteFunc) (TagaWriteJob *job, GError **error);

typedef enum
{
  IS_DOCUMENT,
  IS_PAPER,
  IS_CHART,
} Matter;

static const struct
{
  const char *extension;
  WriteFunc write;
  Matter matter;
} formats[] = {
  { ".xlsx", taga_xlsx_write, IS_DOCUMENT },  { ".csv", taga_csv_write, IS_DOCUMENT },
  { ".pdf", taga_pdf_write, IS_PAPER },       { ".docx", taga_docx_write, IS_PAPER },
  { ".svg", taga_svg_write, IS_PAPER },       { ".svg", taga_chart_write_svg, IS_CHART },
  { ".png", taga_chart_write_png, IS_CHART }, { ".pdf", taga_chart_write_pdf, IS_CHART },
};

/* Registers are tables, papers are pages, charts are pictures: each has its formats. */
static WriteFunc
find_format (TagaWriteJob *job, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (job->name, -1);
  Matter matter = job->chart != NULL ? IS_CHART : job->paper != NULL ? IS_PAPER : IS_DOCUMENT;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (formats[i].matter == matter && g_str_has_suffix (lower, formats[i].extension))
        return formats[i].write;
    }

  if (job->chart != NULL)
    g_set_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED,
                 _ ("“%s” does not say in which format to write the chart. End its name in .svg, "
                    ".png or .pdf."),
                 job->name);
  else if (job->paper == NULL)
    g_set_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED,
                 _ ("“%s” does not say in which format to write. End its name in .xlsx or .csv."),
                 job->name);
  else
    g_set_error (
        error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED,
        _ ("“%s” does not say in which format to write. End its name in .pdf, .docx or .svg."),
        job->name);
  return NULL;
}

static gboolean
refuse (TagaReportError code, const char *sentence, GError **error)
{
  g_set_error_literal (error, TAGA_REPORT_ERROR, (int) code, sentence);
  return FALSE;
}

/* Follows a link, so that the file which it leads to is replaced and not the link. */
static gboolean
follow_link (char **path, struct stat *info, GError **error)
{
  char *real;

  if (!S_ISLNK (info->st_mode))
    return TRUE;

  real = realpath (*path, NULL);
  if (real == NULL || stat (real, info) != 0)
    {
      free (real);
      return refuse (TAGA_REPORT_ERROR_FAILED,
                     _ ("The chosen name is a link that leads nowhere. Choose another name."),
                     error);
    }

  g_free (*path);
  *path = g_strdup (real);
  free (real);
  return TRUE;
}

/* Decides whether the target may be written, and sets the mode of a file that is replaced. */
static gboolean
check_target (TagaWriteJob *job, char **path, mode_t *mode, GError **error)
{
  struct stat info;

  *mode = 0;
  if (lstat (*path, &info) != 0)
    return errno == ENOENT || taga_write_job_fail (job, errno, error);

  if (!follow_link (path, &info, error))
    return FALSE;
  if (S_ISDIR (info.st_mode))
    return refuse (TAGA_REPORT_ERROR_FAILED,
                   _ ("The chosen name is a folder. Choose the name of a file."), error);
  if (!S_ISREG (info.st_mode))
    return refuse (TAGA_REPORT_ERROR_FAILED,
                   _ ("The chosen name is a device, not a file. Choose another name."), error);

  if ((job->flags & TAGA_WRITE_REPLACE) == 0)
    {
      g_set_error (
          error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_EXISTS,
          _ ("“%s” is there already and was left as it is. Choose another name, or have it "
             "replaced."),
          job->name);
      return FALSE;
    }
  if (access (*path, W_OK) != 0)
    {
      g_set_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED,
                   _ ("“%s” is write-protected and was left as it is. Choose another name."),
                   job->name);
      return FALSE;
    }

  *mode = info.st_mode & 0777;
  return TRUE;
}

static char *
create_temporary (TagaWriteJob *job, const char *folder, mode_t mode, GError **error)
{
  for (guint i = 0; i < MAX_ATTEMPTS; i++)
    {
      g_autofree char *name = g_strdup_printf (".taga-%08x.tmp", g_random_int ());
      g_autofree char *path = g_build_filename (folder, name, NULL);
      int fd = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);

      if (fd >= 0)
        {
          /* A file system without permissions refuses this, and does not need it. */
          if (mode != 0 && fchmod (fd, mode) != 0)
            g_debug ("The mode of the replaced file was not kept.");
          close (fd);
          return g_steal_pointer (&path);
        }
      if (errno != EEXIST)
        break;
    }

  taga_write_job_fail (job, errno, error);
  return NULL;
}

static gboolean
sync_path (TagaWriteJob *job, const char *path, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  int saved_errno;

  if (fd < 0)
    return taga_write_job_fail (job, errno, error);

  saved_errno = fsync (fd) == 0 ? 0 : errno;
  close (fd);

  return saved_errno == 0 || taga_write_job_fail (job, saved_errno, error);
}

/* Gives the file its name, and refuses to if another program took that name meanwhile. */
static gboolean
take_name (TagaWriteJob *job, const char *path, GError **error)
{
  unsigned int flags = (job->flags & TAGA_WRITE_REPLACE) != 0 ? 0 : RENAME_NOREPLACE;
  int rc = renameat2 (AT_FDCWD, job->path, AT_FDCWD, path, flags);

  /* Not every file system knows how to rename without replacing. */
  if (rc != 0 && flags != 0 && (errno == EINVAL || errno == ENOSYS))
    {
      if (g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
        errno = EEXIST;
      else
        rc = g_rename (job->path, path);
    }

  if (rc == 0)
    return TRUE;
  if (errno != EEXIST)
    return taga_write_job_fail (job, errno, error);

  g_set_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_EXISTS,
               _ ("“%s” appeared while the file was written, and was left as it is. Choose another "
                  "name."),
               job->name);
  return FALSE;
}

static gboolean
write_temporary (TagaWriteJob *job, WriteFunc write, const char *path, GError **error)
{
  if (job->document != NULL)
    g_return_val_if_fail (taga_document_begin_write (job->document), FALSE);

  if (!write (job, error) || !sync_path (job, job->path, error)
      || !taga_write_job_reach (job, 1, error))
    return FALSE;

  return take_name (job, path, error);
}

static void
add_closing_notes (TagaWriteJob *job)
{
  if (job->n_notes > job->notes->len)
    g_ptr_array_add (job->notes, g_strdup_printf (_ ("%u more such notes are not listed."),
                                                  (guint) (job->n_notes - job->notes->len)));

  if (job->n_cleaned > 0)
    g_ptr_array_add (job->notes,
                     g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                   "%u text held characters that no such file can "
                                                   "hold; they were left out.",
                                                   "%u texts held characters that no such file can "
                                                   "hold; they were left out.",
                                                   (gulong) job->n_cleaned),
                                      (guint) job->n_cleaned));
}

static void
clear_job (TagaWriteJob *job)
{
  g_free (job->name);
  g_free (job->cleaned);
  g_clear_pointer (&job->notes, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TagaWriteJob, clear_job)

/* The target is looked at first, so that a question to the user can be asked before any work. */
static gboolean
write_to (TagaWriteJob *job, char **path, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *temporary = NULL;
  WriteFunc write = find_format (job, error);
  mode_t mode;

  if (write == NULL || !check_target (job, path, &mode, error))
    return FALSE;

  folder = g_path_get_dirname (*path);
  temporary = create_temporary (job, folder, mode, error);
  if (temporary == NULL)
    return FALSE;

  job->path = temporary;
  if (!write_temporary (job, write, *path, error))
    {
      g_unlink (temporary);
      return FALSE;
    }

  /* The file is whole already; a folder that cannot be synced is no reason to say otherwise. */
  sync_path (job, folder, NULL);
  return TRUE;
}

static gboolean
run_job (TagaWriteJob *job, GFile *target, GError **error)
{
  g_autofree char *path = g_file_get_path (target);

  if (path == NULL)
    return refuse (TAGA_REPORT_ERROR_FAILED,
                   _ ("A file can only be written to a folder of this computer. Choose another "
                      "folder."),
                   error);

  job->notes = g_ptr_array_new_with_free_func (g_free);
  job->name = g_filename_display_basename (path);
  if (!write_to (job, &path, error))
    return FALSE;

  add_closing_notes (job);
  return TRUE;
}

/**
 * taga_document_write:
 * @document: the document; it can be written once
 * @target: where to, in a folder of this computer; its ending, .xlsx or .csv, says in which format
 * @flags: how
 * @progress: (nullable): hears of progress
 * @user_data: data for @progress
 * @cancellable: (nullable): stops the writing
 * @n_rows: (out) (optional): how many rows of the first table, which the document is about, were
 *   written
 * @notes: (out) (optional) (transfer full) (element-type utf8): sentences that the user should
 * read, such as which cells CP932 could not hold; may be empty
 * @error: return location for an error
 *
 * Writes a document to a file: to a temporary one in the target's folder first, which is checked by
 * reading it back and then takes the target's name. So there is either the whole file or none, and
 * a file that was there stays until then. It may be called in any thread.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to any [error@ReportError],
 *   `G_IO_ERROR_CANCELLED`, or what a row source said; then no file was left or changed
 */
gboolean
taga_document_write (TagaDocument *document,
                     GFile *target,
                     TagaWriteFlags flags,
                     TagaWriteProgress progress,
                     gpointer user_data,
                     GCancellable *cancellable,
                     guint64 *n_rows,
                     GPtrArray **notes,
                     GError **error)
{
  g_auto (TagaWriteJob) job = { .document = document,
                                .flags = flags,
                                .progress = progress,
                                .user_data = user_data,
                                .cancellable = cancellable };
  const TagaTable *table;

  g_return_val_if_fail (TAGA_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (taga_document_get_n_sections (document) > 0, FALSE);

  job.n_total = taga_document_count_rows (document);
  if (!run_job (&job, target, error))
    return FALSE;

  table = taga_document_find_table (document);
  if (n_rows != NULL)
    *n_rows = table == NULL ? 0 : table->n_read;
  if (notes != NULL)
    *notes = g_steal_pointer (&job.notes);

  return TRUE;
}

/**
 * taga_paper_write:
 * @paper: a paper, which is not changed any more
 * @target: where to, in a folder of this computer; its ending, .pdf, .docx or .svg, says in which
 *   format
 * @flags: how
 * @progress: (nullable): hears of progress
 * @user_data: data for @progress
 * @cancellable: (nullable): stops the writing
 * @n_pages: (out) (optional): how many pages were written; 0 for .docx, whose reader sets the pages
 * @notes: (out) (optional) (transfer full) (element-type utf8): sentences that the user should
 *   read; may be empty
 * @error: return location for an error
 *
 * Writes a paper to a file, in the way in which [func@document_write] writes a document.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to any [error@ReportError] or
 *   `G_IO_ERROR_CANCELLED`; then no file was left or changed
 */
gboolean
taga_paper_write (TagaPaper *paper,
                  GFile *target,
                  TagaWriteFlags flags,
                  TagaWriteProgress progress,
                  gpointer user_data,
                  GCancellable *cancellable,
                  guint *n_pages,
                  GPtrArray **notes,
                  GError **error)
{
  g_auto (TagaWriteJob) job = { .paper = paper,
                                .flags = flags,
                                .progress = progress,
                                .user_data = user_data,
                                .cancellable = cancellable };

  g_return_val_if_fail (TAGA_IS_PAPER (paper), FALSE);

  if (!run_job (&job, target, error))
    return FALSE;

  for (guint i = 0; i < taga_paper_get_remarks (paper, NULL)->len; i++)
    g_ptr_array_insert (job.notes, (int) i,
                        g_strdup (g_ptr_array_index (taga_paper_get_remarks (paper, NULL), i)));
  if (n_pages != NULL)
    *n_pages = (guint) job.n_rows;
  if (notes != NULL)
    *notes = g_steal_pointer (&job.notes);

  return TRUE;
}

/**
 * taga_chart_write:
 * @chart: a chart
 * @format: its size and colours
 * @target: where to, in a folder of this computer; its ending is .svg, .png or .pdf
 * @flags: how
 * @error: return location for an error
 *
 * Writes a chart to a file, in the way in which [func@document_write] writes a document.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to any [error@ReportError]; then no file
 *   was left or changed
 */
gboolean
taga_chart_write (TagaChart *chart,
                  const TagaChartFormat *format,
                  GFile *target,
                  TagaWriteFlags flags,
                  GError **error)
{
  g_auto (TagaWriteJob) job = { .chart = chart, .format = format, .flags = flags };

  g_return_val_if_fail (TAGA_IS_CHART (chart), FALSE);
  g_return_val_if_fail (format->width >= 1 && format->height >= 1, FALSE);

  return run_job (&job, target, error);
}
