#include "paper-fixture.h"

#include "taga-chart-radar.h"

static TagaChart *
create_chart (void)
{
  const double scores[] = { 1, 2, 3 };
  TagaChart *chart = taga_chart_radar_new ();

  for (guint i = 0; i < 3; i++)
    taga_chart_radar_add_axis (TAGA_CHART_RADAR (chart), "Axis");
  taga_chart_radar_add_series (TAGA_CHART_RADAR (chart), "Round", scores);

  return chart;
}

static void
add_columns (TagaPaper *paper)
{
  static const char *const names[] = { "教育", "バックアップ" };
  static const gboolean filled[] = { TRUE, FALSE };
  const double shares[] = { 1, 2 };
  g_autoptr (TagaChart) chart = create_chart ();

  taga_paper_begin_columns (paper, shares, 2);
  taga_paper_add_chart (paper, chart, 60);
  taga_paper_next_column (paper);
  taga_paper_begin_box (paper, TAGA_PAPER_FILL);
  taga_paper_add_pills (paper, names, filled, 2);
  taga_paper_add_tagged (paper, "解決", "漏えい");
  taga_paper_end_box (paper);
  taga_paper_end_columns (paper);
  taga_paper_begin_box (paper, TAGA_PAPER_FRAME);
  taga_paper_add_text (paper, TAGA_PAPER_QUOTE, "Said");
  taga_paper_end_box (paper);
}

/* One of each that a paper may hold. */
TagaPaper *
paper_fixture_create (void)
{
  static const TagaPaperColumn columns[] = { { "Number", 10, TAGA_PAPER_RIGHT },
                                             { "Name", 60, TAGA_PAPER_LEFT, TRUE } };
  static const char *const strip[] = { "背景", "課題", "結果" };
  static const char *const answers[] = { "はい", "いいえ", NULL };
  static const char *const row[] = { "1,000", "顧客名簿" };
  TagaPaper *paper = taga_paper_new ("報告書", "箍製作所", "2026-11-22", "2026/11/22");
  TagaPaperTable *table;

  taga_paper_set_number (paper, "IS-03");
  taga_paper_set_version (paper, "1.2");
  taga_paper_set_mark (paper, "社外秘");
  taga_paper_set_approval (paper, "承認|作成");
  taga_paper_add_text (paper, TAGA_PAPER_LEAD, "Lead");
  taga_paper_add_strip (paper, strip, 3);
  taga_paper_add_heading (paper, 1, "First");
  add_columns (paper);
  taga_paper_add_text (paper, TAGA_PAPER_NUMBER, "One");
  taga_paper_add_text (paper, TAGA_PAPER_NUMBER, "Two");
  taga_paper_add_text (paper, TAGA_PAPER_BULLET, "Point");
  taga_paper_add_heading (paper, 3, "Anew");
  taga_paper_add_text (paper, TAGA_PAPER_NUMBER, "One again");
  taga_paper_add_ticks (paper, "認めますか", answers, 1, "決定日");
  taga_paper_add_link (paper, "IPA", "https://www.ipa.go.jp/?a=1&b=2");
  taga_paper_add_link (paper, "Nowhere", "file:///etc/passwd");
  taga_paper_begin_section (paper, TAGA_PAPER_A3, TRUE);
  taga_paper_add_heading (paper, 2, "Second");
  table = taga_paper_add_table (paper, columns, G_N_ELEMENTS (columns));
  taga_paper_table_add_group (table, "営業部");
  taga_paper_table_add_row (table, row);
  taga_paper_add_break (paper);
  taga_paper_add_pair (paper, "Name", NULL);
  taga_paper_add_text (paper, TAGA_PAPER_NOTE, "Note");

  return paper;
}

/* Writes a paper into the folder, as a name that it is found by. */
gboolean
paper_fixture_write (ReportFolder *folder,
                     TagaPaper *paper,
                     const char *name,
                     TagaWriteFlags flags,
                     GError **error)
{
  g_autoptr (GFile) file = NULL;

  g_free (folder->target);
  folder->target = g_build_filename (folder->path, name, NULL);
  file = g_file_new_for_path (folder->target);

  return taga_paper_write (paper, file, flags, NULL, NULL, NULL, NULL, NULL, error);
}

/* Writes a paper that is sound as .docx. */
void
paper_fixture_write_whole (ReportFolder *folder, TagaPaper *paper)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (paper_fixture_write (folder, paper, "紙.docx", TAGA_WRITE_REPLACE, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (report_folder_count (folder), ==, 1);
}
