#include "report-folder.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>

/* Prints a sheet row by row: values, or formulas, between tabs. */
static const char dump_program[] =
    "import sys, datetime, openpyxl\n"
    "book = openpyxl.load_workbook(sys.argv[1], data_only=sys.argv[2] == 'values')\n"
    "sheet = book.worksheets[int(sys.argv[3])]\n"
    "def show(v):\n"
    "    if isinstance(v, datetime.datetime): return v.strftime('%Y-%m-%d')\n"
    "    return '' if v is None else str(v).replace('\\n', '|')\n"
    "out = open(sys.argv[1] + '.txt', 'w', encoding='utf-8')\n"
    "for row in sheet.iter_rows(min_row=int(sys.argv[4])):\n"
    "    out.write('\\t'.join(show(c.value) for c in row) + '\\n')\n";

void
report_folder_set_up (ReportFolder *folder, gconstpointer data)
{
  folder->path = g_dir_make_tmp ("taga-report-XXXXXX", NULL);
  g_assert_nonnull (folder->path);
}

void
report_folder_tear_down (ReportFolder *folder, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (folder->path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder->path, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }

  g_assert_cmpint (g_rmdir (folder->path), ==, 0);
  g_free (folder->path);
  g_free (folder->target);
}

/* How many files there are, hidden ones too. */
guint
report_folder_count (ReportFolder *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder->path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

gboolean
report_folder_write (ReportFolder *folder,
                     TagaDocument *document,
                     const char *name,
                     TagaWriteFlags flags,
                     GPtrArray **notes,
                     GError **error)
{
  g_autoptr (GFile) file = NULL;

  g_free (folder->target);
  folder->target = g_build_filename (folder->path, name, NULL);
  file = g_file_new_for_path (folder->target);

  return taga_document_write (document, file, flags, NULL, NULL, NULL, NULL, notes, error);
}

char *
report_folder_load (ReportFolder *folder, gsize *length)
{
  char *contents;

  g_assert_true (g_file_get_contents (folder->target, &contents, length, NULL));
  return contents;
}

/* One part of the package that was written last. */
char *
report_folder_load_part (ReportFolder *folder, const char *name)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  char *text = NULL;

  g_assert_cmpint (archive_read_support_format_zip (archive), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_read_open_filename (archive, folder->target, 65536), ==, ARCHIVE_OK);

  while (text == NULL && archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      gsize size = (gsize) archive_entry_size (entry);

      if (g_strcmp0 (archive_entry_pathname (entry), name) != 0)
        continue;
      text = g_malloc0 (size + 1);
      g_assert_cmpint (archive_read_data (archive, text, size), ==, (la_ssize_t) size);
    }

  archive_read_free (archive);
  g_assert_nonnull (text);
  return text;
}

/* Whether the other program that reads workbooks is there. */
gboolean
report_folder_has_python (void)
{
  const char *argv[] = { "/usr/bin/python3", "-c", "import openpyxl", NULL };
  int status = 1;

  return g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL,
                       NULL, &status, NULL)
         && status == 0;
}

/* Has another program read what was written last; what it prints takes the way of a file, so that
 * the locale has no say. */
char *
report_folder_run_python (ReportFolder *folder,
                          const char *program,
                          const char *what,
                          guint sheet,
                          guint row)
{
  g_autofree char *sheet_text = g_strdup_printf ("%u", sheet);
  g_autofree char *row_text = g_strdup_printf ("%u", row);
  g_autofree char *path = g_strconcat (folder->target, ".txt", NULL);
  const char *argv[] = { "/usr/bin/python3", "-c",     program, folder->target, what,
                         sheet_text,         row_text, NULL };
  char *text;
  int status;

  g_assert_true (
      g_spawn_sync (NULL, (char **) argv, NULL, 0, NULL, NULL, NULL, NULL, &status, NULL));
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));

  return text;
}

/* The rows of a sheet from a row on, cells between tabs: "values" or "formulas". */
char *
report_folder_dump (ReportFolder *folder, const char *what, guint sheet, guint row)
{
  return report_folder_run_python (folder, dump_program, what, sheet, row);
}
