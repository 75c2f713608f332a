#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "office-fixture.h"
#include "paper-fixture.h"

/* The file of a paper as .docx: whole or not there, the same each time, and read by others. */

static void
test_same_paper_makes_same_file (ReportFolder *folder, gconstpointer data)
{
  static const char golden[] =
      "<w:body><w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t "
      "xml:space=\"preserve\">T &lt;&amp;&gt;</w:t></w:r></w:p><w:p><w:pPr><w:pStyle "
      "w:val=\"Subtitle\"/></w:pPr><w:r><w:t xml:space=\"preserve\">C</w:t></w:r></w:p><w:p><w:pPr>"
      "<w:pStyle w:val=\"Subtitle\"/></w:pPr><w:r><w:t xml:space=\"preserve\">D</w:t></w:r></w:p>"
      "<w:p><w:pPr><w:pStyle w:val=\"TitleLine\"/></w:pPr></w:p><w:p><w:pPr><w:pStyle "
      "w:val=\"Heading3\"/></w:pPr><w:r><w:t xml:space=\"preserve\">H</w:t></w:r></w:p><w:p><w:pPr>"
      "<w:pStyle w:val=\"Normal\"/></w:pPr><w:r><w:t xml:space=\"preserve\">a</w:t><w:br/><w:t "
      "xml:space=\"preserve\">b</w:t></w:r></w:p><w:sectPr>";
  g_autoptr (TagaPaper) paper = paper_fixture_create ();
  g_autoptr (TagaPaper) small = taga_paper_new ("T <&>", "C", "2026-11-22", "D");
  g_autofree char *first = NULL;
  g_autofree char *again = NULL;
  g_autofree char *part = NULL;
  g_autofree char *core = NULL;
  gsize length, length_again;

  paper_fixture_write_whole (folder, paper);
  first = report_folder_load (folder, &length);
  paper_fixture_write_whole (folder, paper);
  again = report_folder_load (folder, &length_again);
  g_assert_cmpmem (first, length, again, length_again);

  taga_paper_add_heading (small, 3, "H");
  taga_paper_add_text (small, TAGA_PAPER_PARAGRAPH, "a\nb");
  paper_fixture_write_whole (folder, small);
  part = report_folder_load_part (folder, "word/document.xml");
  g_assert_nonnull (strstr (part, golden));
  core = report_folder_load_part (folder, "docProps/core.xml");
  g_assert_nonnull (strstr (core, ">2026-11-22T00:00:00Z</dcterms:created>"));
}

static void
test_survives_a_full_disk (ReportFolder *folder, gconstpointer data)
{
  g_autoptr (TagaPaper) paper = paper_fixture_create ();
  struct rlimit limit = { 0, RLIM_INFINITY };
  gboolean is_written = FALSE;
  guint n_failures = 0;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }

  signal (SIGXFSZ, SIG_IGN);
  for (rlim_t size = 0; !is_written; size = size * 2 + 1000, n_failures++)
    {
      g_autoptr (GError) error = NULL;

      limit.rlim_cur = size;
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      is_written = paper_fixture_write (folder, paper, "紙.docx", TAGA_WRITE_NONE, &error);
      if (!is_written)
        {
          g_assert_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED);
          g_assert_cmpuint (report_folder_count (folder), ==, 0);
        }
    }
  g_assert_cmpuint (n_failures, >, 3);
}

static void
test_leaves_alone_what_is_there (ReportFolder *folder, gconstpointer data)
{
  g_autoptr (TagaPaper) paper = paper_fixture_create ();
  g_autofree char *path = g_build_filename (folder->path, "紙.docx", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_false (paper_fixture_write (folder, paper, "紙.docx", TAGA_WRITE_NONE, &error));
  g_assert_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_EXISTS);
  contents = report_folder_load (folder, NULL);
  g_assert_cmpstr (contents, ==, "old");
  g_assert_cmpuint (report_folder_count (folder), ==, 1);
}

typedef struct
{
  GCancellable *cancellable;
  double cancel_at;
  double last;
} Watch;

static void
watch_progress (double fraction, gpointer user_data)
{
  Watch *watch = user_data;

  g_assert_cmpfloat (fraction, >=, watch->last);
  watch->last = fraction;
  if (fraction >= watch->cancel_at)
    g_cancellable_cancel (watch->cancellable);
}

static void
test_can_be_cancelled (ReportFolder *folder, gconstpointer data)
{
  static const double moments[] = { 0, 0.3, 0.82, 0.9, 1 };
  g_autoptr (TagaPaper) paper = paper_fixture_create ();
  g_autofree char *path = g_build_filename (folder->path, "紙.docx", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      Watch watch = { cancellable, moments[i], 0 };

      g_assert_false (taga_paper_write (paper, file, TAGA_WRITE_NONE, watch_progress, &watch,
                                        cancellable, NULL, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (report_folder_count (folder), ==, 0);
    }
}

/* Another program reads it and sets the same pages. */
static void
test_opens_in_an_office (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaPaper) paper = paper_fixture_create ();
  g_autofree char *path = cli_fixture_path (fixture, "紙.docx");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = NULL;
  g_autofree char *contents = NULL;

  if (!office_fixture_has (OFFICE_LIBREOFFICE))
    return;

  g_assert_true (
      taga_paper_write (paper, file, TAGA_WRITE_NONE, NULL, NULL, NULL, NULL, NULL, NULL));
  text = office_fixture_convert (fixture, path, "txt");
  g_assert_true (g_file_get_contents (text, &contents, NULL, NULL));
  for (const char *const *word =
           (const char *const[]){ "報告書", "承認", "03 結果", "漏えい", "Said", "One again",
                                  "顧客名簿", "Note", NULL };
       *word != NULL; word++)
    g_assert_nonnull (strstr (contents, *word));
}

#define ADD(path, func)                                                                            \
  g_test_add ("/docx-file/" path, ReportFolder, NULL, report_folder_set_up, func,                  \
              report_folder_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("same-paper-makes-same-file", test_same_paper_makes_same_file);
  ADD ("survives-a-full-disk", test_survives_a_full_disk);
  ADD ("leaves-alone-what-is-there", test_leaves_alone_what_is_there);
  ADD ("can-be-cancelled", test_can_be_cancelled);
  g_test_add ("/docx-file/opens-in-an-office", CliFixture, NULL, cli_fixture_set_up,
              test_opens_in_an_office, cli_fixture_tear_down);

  return g_test_run ();
}
