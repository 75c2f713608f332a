#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "report-folder.h"
#include "taga-chart-radar.h"
#include "taga-date.h"
#include "taga-document.h"
#include "taga-paper-layout-private.h"
#include "taga-writer.h"

/* Papers on pages and as PDF: what stands where, and that the file is whole or not there. */

static TagaPaper *
create_paper (void)
{
  return taga_paper_new ("Paper", "Company", "2026-11-22", "2026/11/22");
}

static TagaPaperLayout *
lay_out (TagaPaper *paper)
{
  g_autoptr (GError) error = NULL;
  TagaPaperLayout *layout = taga_paper_layout_new (paper, NULL, &error);

  g_assert_no_error (error);
  return layout;
}

static TagaPaper *
create_long_paper (guint n_rows)
{
  static const TagaPaperColumn columns[] = { { "Number", 10, TAGA_PAPER_RIGHT },
                                             { "Long column", 60 },
                                             { "Short", 20, TAGA_PAPER_CENTRE } };
  TagaPaper *paper = create_paper ();
  TagaPaperTable *table;

  taga_paper_set_mark (paper, "Confidential");
  taga_paper_set_approval (paper, "作成|承認");
  taga_paper_add_heading (paper, 1, "First");
  taga_paper_add_text (paper, TAGA_PAPER_PARAGRAPH, "Some words.");
  taga_paper_add_heading (paper, 2, "Below the first");
  taga_paper_add_pair (paper, "Name", "Value");
  taga_paper_add_heading (paper, 1, "Second");
  table = taga_paper_add_table (paper, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *number = g_strdup_printf ("row%u", 10000 + i);
      const char *cells[] = { number, "顧客名簿（営業部）の控え", NULL };

      taga_paper_table_add_row (table, cells);
    }

  return paper;
}

static gboolean
write_paper (ReportFolder *folder,
             TagaPaper *paper,
             const char *name,
             TagaWriteFlags flags,
             guint *n_pages,
             GError **error)
{
  g_autoptr (GFile) file = NULL;

  g_free (folder->target);
  folder->target = g_build_filename (folder->path, name, NULL);
  file = g_file_new_for_path (folder->target);

  return taga_paper_write (paper, file, flags, NULL, NULL, NULL, n_pages, NULL, error);
}

static guint
count (const char *text, gsize length, const char *part)
{
  guint n = 0;
  gsize size = strlen (part);

  for (gsize i = 0; i + size <= length; i++)
    n += memcmp (text + i, part, size) == 0;

  return n;
}

/* The text that another program reads in the file; `NULL` where there is none. */
static char *
read_text (ReportFolder *folder)
{
  const char *argv[] = { "pdftotext", "-layout", folder->target, "-", NULL };
  char *text = NULL;
  int status = 0;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL,
                     &status, NULL))
    return NULL;

  g_assert_cmpint (status, ==, 0);
  return text;
}

static void
test_days_as_people_write_them (void)
{
  static const struct
  {
    const char *iso;
    gboolean has_era;
    const char *shown;
  } cases[] = {
    { "2026-11-22", FALSE, "2026/11/22" },
    { "2026-11-22", TRUE, "令和8年11月22日" },
    { "2019-05-01", TRUE, "令和元年5月1日" },
    { "2019-04-30", TRUE, "平成31年4月30日" },
    { "1989-01-08", TRUE, "平成元年1月8日" },
    { "1989-01-07", TRUE, "昭和64年1月7日" },
    { "1800-01-01", TRUE, "1800-01-01" },
    { "soon", FALSE, "soon" },
    { NULL, TRUE, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = taga_date_format (cases[i].iso, cases[i].has_era);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_an_empty_paper_has_a_page (void)
{
  g_autoptr (TagaPaper) paper = create_paper ();
  g_autoptr (TagaPaperLayout) layout = lay_out (paper);
  g_autoptr (TagaPaper) broken = create_paper ();
  g_autoptr (TagaPaperLayout) pages = NULL;

  g_assert_cmpuint (taga_paper_layout_get_n_pages (layout), ==, 1);

  /* Two ends of a page make no empty one, and an end at the very end neither. */
  taga_paper_add_text (broken, TAGA_PAPER_PARAGRAPH, "One");
  taga_paper_add_break (broken);
  taga_paper_add_break (broken);
  taga_paper_add_text (broken, TAGA_PAPER_PARAGRAPH, "Two");
  taga_paper_add_break (broken);
  pages = lay_out (broken);
  g_assert_cmpuint (taga_paper_layout_get_n_pages (pages), ==, 2);
}

/* Every line of every piece stands on one page, once, in order, and within the margins. */
static void
assert_whole (TagaPaperLayout *layout)
{
  double bottom = g_array_index (layout->pages, TagaSheet, 0).height - TAGA_PAGE_BOTTOM;
  const TagaFragment *before = NULL;
  guint n_lines = 0, n_placed = 0;

  for (guint i = 0; i < layout->pieces->len; i++)
    {
      const TagaPiece *piece = g_ptr_array_index (layout->pieces, i);

      n_lines += piece->look == TAGA_PIECE_HEADER ? 0 : taga_piece_count_lines (piece);
    }

  for (guint i = 0; i < layout->fragments->len; i++)
    {
      const TagaFragment *fragment = &g_array_index (layout->fragments, TagaFragment, i);

      n_placed += fragment->piece->look == TAGA_PIECE_HEADER ? 0 : fragment->end - fragment->first;
      g_assert_cmpfloat (fragment->y, >=, TAGA_PAGE_TOP - 0.01);
      g_assert_cmpfloat (fragment->y + fragment->height, <=, bottom + 0.01);
      if (before != NULL && before->page == fragment->page)
        g_assert_cmpfloat (fragment->y, >=, before->y + before->height - 0.01);
      else if (before != NULL)
        g_assert_cmpuint (fragment->page, ==, before->page + 1);
      before = fragment;
    }

  g_assert_cmpuint (n_placed, ==, n_lines);
}

static void
test_headings_stay_with_their_text (void)
{
  for (guint n = 1; n < 60; n++)
    {
      g_autoptr (TagaPaper) paper = create_paper ();
      g_autoptr (TagaPaperLayout) layout = NULL;
      GArray *entries;

      for (guint i = 0; i < n; i++)
        taga_paper_add_text (paper, TAGA_PAPER_BULLET, "A line before");
      taga_paper_add_heading (paper, 1, "Heading");
      taga_paper_add_heading (paper, 2, "Another");
      taga_paper_add_text (paper, TAGA_PAPER_PARAGRAPH, "One\nTwo\nThree\nFour\nFive");
      layout = lay_out (paper);
      assert_whole (layout);

      entries = taga_paper_layout_get_entries (layout);
      g_assert_cmpuint (entries->len, ==, 2);
      for (guint i = 0; i < layout->fragments->len; i++)
        {
          const TagaFragment *fragment = &g_array_index (layout->fragments, TagaFragment, i);

          if (fragment->piece->block == NULL)
            continue;
          if (fragment->piece->block->kind == TAGA_PAPER_HEADING)
            g_assert_cmpuint (fragment[1].page, ==, fragment->page);
          /* No line of a paragraph stands alone. */
          if (fragment->piece->block->kind == TAGA_PAPER_PARAGRAPH)
            g_assert_cmpuint (fragment->end - fragment->first, >=, 2);
        }
    }
}

static void
test_tables_repeat_their_header (void)
{
  for (guint n = 0; n < 120; n += 7)
    {
      g_autoptr (TagaPaper) paper = create_long_paper (n);
      g_autoptr (TagaPaperLayout) layout = lay_out (paper);
      guint n_pages = taga_paper_layout_get_n_pages (layout);
      guint n_headers = 0;

      assert_whole (layout);
      for (guint page = 0; page < n_pages; page++)
        {
          guint n_rows = 0;

          for (guint i = 0; i < layout->fragments->len; i++)
            {
              const TagaFragment *fragment = &g_array_index (layout->fragments, TagaFragment, i);

              if (fragment->page != page)
                continue;
              n_headers += fragment->piece->look == TAGA_PIECE_HEADER;
              n_rows += fragment->piece->look == TAGA_PIECE_CELLS;
            }
          if (n > 1)
            g_assert_cmpuint (n_rows, >=, 2);
        }
      g_assert_cmpuint (n_headers, ==, n_pages);
    }
}

static void
test_a_row_longer_than_a_page_is_broken (void)
{
  static const TagaPaperColumn columns[] = { { "A", 1 }, { "B", 1 } };
  g_autoptr (TagaPaper) paper = create_paper ();
  g_autoptr (TagaPaperLayout) layout = NULL;
  GString *text = g_string_new (NULL);
  TagaPaperTable *table = taga_paper_add_table (paper, columns, G_N_ELEMENTS (columns));
  const char *cells[] = { "short", NULL };

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (text, "line %u\n", i);
  cells[1] = text->str;
  taga_paper_table_add_row (table, cells);
  taga_paper_add_text (paper, TAGA_PAPER_PARAGRAPH, text->str);
  layout = lay_out (paper);

  assert_whole (layout);
  g_assert_cmpuint (taga_paper_layout_get_n_pages (layout), >, 8);
  g_string_free (text, TRUE);
}

/* Signs that end a phrase do not begin a line. */
static void
test_japanese_lines_break_well (void)
{
  g_autoptr (TagaPaper) paper = create_paper ();
  g_autoptr (TagaPaperLayout) layout = NULL;
  GString *text = g_string_new (NULL);
  guint n_lines = 0;

  for (guint i = 0; i < 40; i++)
    g_string_append (text, "情報資産とは、紙・データ・機器（「クラウド」を含む。）をいう。");
  for (guint size = 8; size < 14; size++)
    {
      taga_paper_set_text_size (paper, size);
      taga_paper_add_text (paper, TAGA_PAPER_PARAGRAPH, text->str);
      g_clear_object (&layout);
      layout = lay_out (paper);
      for (guint i = 1; i < layout->pieces->len; i++)
        {
          const TagaPiece *piece = g_ptr_array_index (layout->pieces, i);
          const TagaPieceCell *cell = g_ptr_array_index (piece->cells, 0);

          for (guint j = 0; j < cell->lines->len; j++, n_lines++)
            {
              const PangoLayoutLine *line = g_array_index (cell->lines, TagaPieceLine, j).line;
              gunichar first = g_utf8_get_char (text->str + line->start_index);

              g_assert_null (g_utf8_strchr ("、。」）ー", -1, first));
            }
        }
    }
  g_assert_cmpuint (n_lines, >, 100);
  g_string_free (text, TRUE);
}

static void
test_takes_any_text (void)
{
  static const TagaPaperColumn columns[] = { { "No.", 1, TAGA_PAPER_RIGHT }, { "<&>", 99 } };
  g_autoptr (TagaPaper) paper = taga_paper_new ("\xFF"
                                                "Title\x01",
                                                "", "2026-11-22", "2026/11/22");
  g_autoptr (TagaPaperLayout) layout = NULL;
  g_autofree char *endless = g_strnfill (5000, 'W');
  const char *cells[] = { endless, endless };
  TagaPaperTable *table;

  taga_paper_set_approval (paper, "a||b| c |d|e|f");
  g_assert_cmpuint (g_strv_length ((char **) taga_paper_get_approval (paper)), ==, 4);
  taga_paper_set_approval (paper, NULL);
  g_assert_cmpuint (g_strv_length ((char **) taga_paper_get_approval (paper)), ==, 0);

  taga_paper_set_landscape (paper, TRUE);
  taga_paper_add_pair (paper, "<b>\xC3", NULL);
  table = taga_paper_add_table (paper, columns, G_N_ELEMENTS (columns));
  taga_paper_table_add_row (table, cells);
  taga_paper_add_text (paper, TAGA_PAPER_PARAGRAPH, endless);
  layout = lay_out (paper);
  assert_whole (layout);
  g_assert_true (g_utf8_validate (taga_paper_get_title (paper), -1, NULL));
}

static void
test_writes_a_whole_file (ReportFolder *folder, gconstpointer data)
{
  const double scores[] = { 1, 2, 3 };
  g_autoptr (TagaPaper) paper = create_long_paper (100);
  g_autoptr (TagaChart) chart = taga_chart_radar_new ();
  g_autofree char *contents = NULL;
  g_autofree char *again = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  guint n_pages;
  gsize length, length_again;

  for (guint i = 0; i < 3; i++)
    taga_chart_radar_add_axis (TAGA_CHART_RADAR (chart), "Axis");
  taga_chart_radar_add_series (TAGA_CHART_RADAR (chart), "Round", scores);
  taga_paper_add_chart (paper, chart, 80);

  g_assert_true (write_paper (folder, paper, "紙.pdf", TAGA_WRITE_NONE, &n_pages, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (report_folder_count (folder), ==, 1);
  g_assert_cmpuint (n_pages, >, 2);
  contents = report_folder_load (folder, &length);
  g_assert_true (g_str_has_prefix (contents, "%PDF-1.4"));
  g_assert_cmpuint (count (contents, length, "/Type /Page %"), ==, n_pages);
  g_assert_cmpuint (count (contents, length, "20261122000000"), ==, 2);

  /* Each font is in the file, and the headings are its outline. */
  g_assert_cmpuint (count (contents, length, "/Type /FontDescriptor"), >, 0);
  g_assert_cmpuint (count (contents, length, "/FontFile"), ==,
                    count (contents, length, "/Type /FontDescriptor"));
  g_assert_cmpuint (count (contents, length, "/Title (First)"), ==, 1);
  g_assert_cmpuint (count (contents, length, "/Title (Below the first)"), ==, 1);
  g_assert_cmpuint (count (contents, length, "/Title (Second)"), ==, 1);

  /* The same paper makes the same file. */
  g_assert_true (write_paper (folder, paper, "紙.pdf", TAGA_WRITE_REPLACE, NULL, &error));
  again = report_folder_load (folder, &length_again);
  g_assert_cmpmem (contents, length, again, length_again);

  text = read_text (folder);
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *row = g_strdup_printf ("row%u", 10000 + i);

      g_assert_cmpuint (count (text, strlen (text), row), ==, 1);
    }
  g_assert_cmpuint (count (text, strlen (text), "Confidential"), ==, n_pages);
  g_assert_nonnull (strstr (text, "顧客名簿（営業部）の控え"));
  g_assert_true (strstr (text, "1 / ") != NULL || strstr (text, "1/") != NULL);
}

static void
test_refuses_what_it_cannot_write (ReportFolder *folder, gconstpointer data)
{
  static const char *const names[] = { "紙.xlsx", "紙", "ない/紙.pdf", "ない/紙.docx" };
  g_autoptr (TagaPaper) paper = create_long_paper (3);
  g_autofree char *path = g_build_filename (folder->path, "紙.pdf", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_false (write_paper (folder, paper, names[i], TAGA_WRITE_NONE, NULL, &error));
      g_assert_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED);
      g_assert_cmpuint (report_folder_count (folder), ==, 0);
      g_clear_error (&error);
    }

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_false (write_paper (folder, paper, "紙.pdf", TAGA_WRITE_NONE, NULL, &error));
  g_assert_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_EXISTS);
  contents = report_folder_load (folder, NULL);
  g_assert_cmpstr (contents, ==, "old");
  g_assert_cmpuint (report_folder_count (folder), ==, 1);
}

static void
test_survives_a_full_disk (ReportFolder *folder, gconstpointer data)
{
  g_autoptr (TagaPaper) paper = create_long_paper (3);
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
      is_written = write_paper (folder, paper, "紙.pdf", TAGA_WRITE_NONE, NULL, &error);
      if (!is_written)
        {
          g_assert_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED);
          g_assert_cmpuint (report_folder_count (folder), ==, 0);
        }
    }
  g_assert_cmpuint (n_failures, >, 5);
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
  static const double moments[] = { 0, 0.5, 0.7, 1 };
  g_autoptr (TagaPaper) paper = create_long_paper (300);
  g_autofree char *path = g_build_filename (folder->path, "紙.pdf", NULL);
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

static void
test_tells_of_letters_that_no_font_has (ReportFolder *folder, gconstpointer data)
{
  g_autoptr (TagaPaper) paper = create_paper ();
  g_autofree char *path = g_build_filename (folder->path, "紙.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) notes = NULL;

  /* U+0378 is no letter of any script. */
  taga_paper_add_text (paper, TAGA_PAPER_PARAGRAPH, "\xCD\xB8");
  g_assert_true (
      taga_paper_write (paper, file, TAGA_WRITE_NONE, NULL, NULL, NULL, NULL, &notes, NULL));
  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (notes, 0), "1 character "));
}

#define ADD(path, func)                                                                            \
  g_test_add (path, ReportFolder, NULL, report_folder_set_up, func, report_folder_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper/days-as-people-write-them", test_days_as_people_write_them);
  g_test_add_func ("/paper/an-empty-paper-has-a-page", test_an_empty_paper_has_a_page);
  g_test_add_func ("/paper/headings-stay-with-their-text", test_headings_stay_with_their_text);
  g_test_add_func ("/paper/tables-repeat-their-header", test_tables_repeat_their_header);
  g_test_add_func ("/paper/a-row-longer-than-a-page-is-broken",
                   test_a_row_longer_than_a_page_is_broken);
  g_test_add_func ("/paper/japanese-lines-break-well", test_japanese_lines_break_well);
  g_test_add_func ("/paper/takes-any-text", test_takes_any_text);
  ADD ("/paper/writes-a-whole-file", test_writes_a_whole_file);
  ADD ("/paper/refuses-what-it-cannot-write", test_refuses_what_it_cannot_write);
  ADD ("/paper/survives-a-full-disk", test_survives_a_full_disk);
  ADD ("/paper/can-be-cancelled", test_can_be_cancelled);
  ADD ("/paper/tells-of-letters-that-no-font-has", test_tells_of_letters_that_no_font_has);

  return g_test_run ();
}
