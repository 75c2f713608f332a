#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "report-folder.h"
#include "report-sample.h"

/* The formats that every failure is tried with. */
static const char *const names[] = { "台帳.xlsx", "台帳.csv", "台帳.XLSX" };

static void
add_file (ReportFolder *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder->path, name, NULL);

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
}

static void
test_writes_one_file (ReportFolder *folder, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (TagaDocument) document = report_sample_new_register (3, TAGA_PAPER_A4);
      g_autofree char *path = g_build_filename (folder->path, names[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GPtrArray) notes = NULL;
      g_autoptr (GError) error = NULL;
      guint64 n_rows = 0;

      g_assert_true (taga_document_write (document, file, TAGA_WRITE_NONE, NULL, NULL, NULL,
                                          &n_rows, &notes, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (n_rows, ==, 3);
      g_assert_cmpuint (notes->len, ==, 0);
      g_assert_cmpuint (report_folder_count (folder), ==, i + 1);
    }
}

static void
test_refuses_other_formats (ReportFolder *folder, gconstpointer data)
{
  static const char *const others[] = { "台帳", "台帳.xls", "台帳.pdf", "xlsx" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (TagaDocument) document = report_sample_new_register (1, TAGA_PAPER_A4);
      g_autoptr (GError) error = NULL;

      g_assert_false (report_folder_write (folder, document, others[i], 0, NULL, &error));
      g_assert_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED);
      g_assert_nonnull (strstr (error->message, others[i]));
    }

  g_assert_cmpuint (report_folder_count (folder), ==, 0);
}

static void
test_replaces_only_when_told (ReportFolder *folder, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (TagaDocument) document = report_sample_new_register (3, TAGA_PAPER_A4);
      g_autofree char *kept = NULL;
      g_autofree char *replaced = NULL;
      g_autoptr (GError) error = NULL;
      struct stat info;
      gsize length;

      add_file (folder, names[i]);
      g_assert_false (report_folder_write (folder, document, names[i], 0, NULL, &error));
      g_assert_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_EXISTS);
      g_clear_error (&error);
      kept = report_folder_load (folder, NULL);
      g_assert_cmpstr (kept, ==, "old");

      /* The refusal took nothing from the document: it can still be written after a question. */
      g_assert_cmpint (g_chmod (folder->target, 0640), ==, 0);
      g_assert_true (
          report_folder_write (folder, document, names[i], TAGA_WRITE_REPLACE, NULL, &error));
      g_assert_no_error (error);
      replaced = report_folder_load (folder, &length);
      g_assert_cmpuint (length, >, 500);
      g_assert_cmpint (stat (folder->target, &info), ==, 0);
      g_assert_cmpuint (info.st_mode & 0777, ==, 0640);
      g_assert_cmpuint (report_folder_count (folder), ==, i + 1);
    }
}

static void
test_follows_a_link (ReportFolder *folder, gconstpointer data)
{
  g_autoptr (TagaDocument) document = report_sample_new_register (3, TAGA_PAPER_A4);
  g_autofree char *link = g_build_filename (folder->path, "link.csv", NULL);
  g_autofree char *real = g_build_filename (folder->path, "real.csv", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink (real, link), ==, 0);
  g_assert_false (
      report_folder_write (folder, document, "link.csv", TAGA_WRITE_REPLACE, NULL, &error));
  g_assert_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_cmpuint (report_folder_count (folder), ==, 1);

  add_file (folder, "real.csv");
  g_assert_false (report_folder_write (folder, document, "link.csv", 0, NULL, &error));
  g_assert_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_EXISTS);
  g_clear_error (&error);

  g_assert_true (
      report_folder_write (folder, document, "link.csv", TAGA_WRITE_REPLACE, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_get_contents (real, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "\xEF\xBB\xBF業務分類,"));
}

static void
test_refuses_what_is_no_file (ReportFolder *folder, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (TagaDocument) document = report_sample_new_register (1, TAGA_PAPER_A4);
      g_autofree char *path = g_build_filename (folder->path, names[i], NULL);
      g_autoptr (GError) error = NULL;

      if (i == 0)
        g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
      else
        g_assert_cmpint (mkfifo (path, 0600), ==, 0);

      g_assert_false (
          report_folder_write (folder, document, names[i], TAGA_WRITE_REPLACE, NULL, &error));
      g_assert_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED);
      g_assert_cmpuint (report_folder_count (folder), ==, i + 1);
    }
}

static void
test_needs_a_folder (ReportFolder *folder, gconstpointer data)
{
  static const char *const paths[] = { "ない/台帳.xlsx", "ない/台帳.csv", "file/台帳.csv" };

  add_file (folder, "file");
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (TagaDocument) document = report_sample_new_register (1, TAGA_PAPER_A4);
      g_autoptr (GError) error = NULL;

      g_assert_false (report_folder_write (folder, document, paths[i], 0, NULL, &error));
      g_assert_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED);
      g_assert_nonnull (strstr (error->message, "its folder is not there"));
    }

  g_assert_cmpuint (report_folder_count (folder), ==, 1);
}

static void
test_needs_a_place_on_this_computer (void)
{
  g_autoptr (TagaDocument) document = report_sample_new_register (1, TAGA_PAPER_A4);
  g_autoptr (GFile) file = g_file_new_for_uri ("https://example.jp/台帳.xlsx");
  g_autoptr (GError) error = NULL;

  g_assert_false (taga_document_write (document, file, 0, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED);
}

/* Root may write everywhere, so the test goes on as somebody else. */
static void
test_needs_leave_to_write (ReportFolder *folder, gconstpointer data)
{
  gboolean is_root = geteuid () == 0;

  g_assert_cmpint (g_chmod (folder->path, 0555), ==, 0);
  if (is_root)
    g_assert_cmpint (seteuid (65534), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (TagaDocument) document = report_sample_new_register (1, TAGA_PAPER_A4);
      g_autoptr (GError) error = NULL;

      g_assert_false (report_folder_write (folder, document, names[i], 0, NULL, &error));
      g_assert_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED);
      g_assert_nonnull (strstr (error->message, "may not be written in"));
    }

  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (g_chmod (folder->path, 0755), ==, 0);
  g_assert_cmpuint (report_folder_count (folder), ==, 0);
}

/* A limit on the size of any file acts like a disk that is full; it hits the streams of the sheets,
 * the parts that are packed, or the package, as it is larger. */
static void
write_on_full_disk (ReportFolder *folder, const char *name)
{
  struct rlimit limit = { 0, RLIM_INFINITY };
  gboolean is_written = FALSE;
  guint n_failures = 0;

  for (rlim_t size = 0; !is_written; size += 1024, n_failures++)
    {
      g_autoptr (TagaDocument) document = report_sample_new_register (3, TAGA_PAPER_A4);
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (size, <, 64 * 1024);
      limit.rlim_cur = size;
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      is_written = report_folder_write (folder, document, name, 0, NULL, &error);
      if (is_written)
        break;

      g_assert_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED);
      g_assert_cmpuint (report_folder_count (folder), ==, 0);
    }

  g_assert_cmpuint (n_failures, >, 0);
  g_assert_cmpuint (report_folder_count (folder), ==, 1);
}

static void
test_survives_a_full_disk (ReportFolder *folder, gconstpointer data)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }

  signal (SIGXFSZ, SIG_IGN);
  write_on_full_disk (folder, data);
}

typedef struct
{
  GCancellable *cancellable;
  double cancel_at;
  double last;
  guint n;
} Watch;

static void
watch_progress (double fraction, gpointer user_data)
{
  Watch *watch = user_data;

  g_assert_cmpfloat (fraction, >=, watch->last);
  watch->last = fraction;
  watch->n++;
  if (fraction >= watch->cancel_at)
    g_cancellable_cancel (watch->cancellable);
}

static void
test_tells_of_progress (ReportFolder *folder, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (TagaDocument) document = report_sample_new_register (1000, TAGA_PAPER_A4);
      g_autofree char *path = g_build_filename (folder->path, names[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      Watch watch = { .cancel_at = 2 };

      g_assert_true (
          taga_document_write (document, file, 0, watch_progress, &watch, NULL, NULL, NULL, NULL));
      g_assert_cmpfloat (watch.last, ==, 1);
      g_assert_cmpuint (watch.n, >=, 100);
      g_assert_cmpuint (watch.n, <=, 110);
    }
}

static void
test_can_be_cancelled (ReportFolder *folder, gconstpointer data)
{
  static const double moments[] = { 0, 0.1, 0.3, 0.36, 0.93, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (moments) * 2; i++)
    {
      g_autoptr (TagaDocument) document = report_sample_new_register (1000, TAGA_PAPER_A4);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autofree char *path = g_build_filename (folder->path, names[i % 2], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autofree char *contents = NULL;
      g_autoptr (GError) error = NULL;
      Watch watch = { cancellable, moments[i / 2], 0, 0 };

      add_file (folder, names[i % 2]);
      if (moments[i / 2] == 0)
        g_cancellable_cancel (cancellable);

      g_assert_false (taga_document_write (document, file, TAGA_WRITE_REPLACE, watch_progress,
                                           &watch, cancellable, NULL, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_cmpstr (contents, ==, "old");
      g_assert_cmpuint (report_folder_count (folder), ==, i == 0 ? 1 : 2);
    }
}

static void
take_the_name (double fraction, gpointer user_data)
{
  if (fraction == 1)
    add_file (user_data, "台帳.csv");
}

static void
test_leaves_what_appeared_meanwhile (ReportFolder *folder, gconstpointer data)
{
  g_autoptr (TagaDocument) document = report_sample_new_register (3, TAGA_PAPER_A4);
  g_autofree char *path = g_build_filename (folder->path, "台帳.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (
      taga_document_write (document, file, 0, take_the_name, folder, NULL, NULL, NULL, &error));
  g_assert_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "old");
  g_assert_cmpuint (report_folder_count (folder), ==, 1);
}

/* Fails after some rows. */
static gboolean
fail_late (TagaRowSource *source, TagaValue *cells, gboolean *has_row, GError **error)
{
  source->n_rows++;
  *has_row = TRUE;
  if (source->n_rows < 20)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY, "busy");
  return FALSE;
}

static void
free_source (TagaRowSource *source)
{
  g_free (source);
}

static void
test_passes_on_what_a_source_says (ReportFolder *folder, gconstpointer data)
{
  static const TagaColumn columns[] = { { "a", "名称", .width = 10 } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (TagaDocument) document = taga_document_new ("表", "会社", NULL, TRUE);
      TagaRowSource *rows = g_new0 (TagaRowSource, 1);
      g_autoptr (GError) error = NULL;

      rows->next = fail_late;
      rows->free = free_source;
      rows->n_rows = 10;
      taga_document_add_section (document, "表");
      taga_document_add_table (document, taga_table_new (NULL, columns, 1, rows));

      g_assert_false (report_folder_write (folder, document, names[i], 0, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
      g_assert_cmpuint (report_folder_count (folder), ==, 0);
    }
}

static void
test_can_be_written_once (ReportFolder *folder, gconstpointer data)
{
  g_autoptr (TagaDocument) document = report_sample_new_register (1, TAGA_PAPER_A4);

  g_assert_true (report_folder_write (folder, document, "1.csv", 0, NULL, NULL));
  if (g_test_undefined ())
    {
      g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*taga_document_begin_write*");
      g_assert_false (report_folder_write (folder, document, "2.csv", 0, NULL, NULL));
      g_test_assert_expected_messages ();
    }
  g_assert_cmpuint (report_folder_count (folder), ==, 1);
}

#define ADD(path, data, test)                                                                      \
  g_test_add ("/report/" path, ReportFolder, data, report_folder_set_up, test,                     \
              report_folder_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("writes-one-file", NULL, test_writes_one_file);
  ADD ("refuses-other-formats", NULL, test_refuses_other_formats);
  ADD ("replaces-only-when-told", NULL, test_replaces_only_when_told);
  ADD ("follows-a-link", NULL, test_follows_a_link);
  ADD ("refuses-what-is-no-file", NULL, test_refuses_what_is_no_file);
  ADD ("needs-a-folder", NULL, test_needs_a_folder);
  g_test_add_func ("/report/needs-a-place-on-this-computer", test_needs_a_place_on_this_computer);
  ADD ("needs-leave-to-write", NULL, test_needs_leave_to_write);
  ADD ("survives-a-full-disk/xlsx", "台帳.xlsx", test_survives_a_full_disk);
  ADD ("survives-a-full-disk/csv", "台帳.csv", test_survives_a_full_disk);
  ADD ("tells-of-progress", NULL, test_tells_of_progress);
  ADD ("can-be-cancelled", NULL, test_can_be_cancelled);
  ADD ("leaves-what-appeared-meanwhile", NULL, test_leaves_what_appeared_meanwhile);
  ADD ("passes-on-what-a-source-says", NULL, test_passes_on_what_a_source_says);
  ADD ("can-be-written-once", NULL, test_can_be_written_once);

  return g_test_run ();
}
