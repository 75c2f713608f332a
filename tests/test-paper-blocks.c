#include <string.h>

#include "report-folder.h"
#include "taga-chart-radar.h"
#include "taga-front.h"
#include "taga-paper-layout-private.h"
#include "taga-writer.h"

/* What papers have besides text from top to bottom: columns, boxes, marks, sections. */

#define NEAR 0.01

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

/* The nth place where a block of a kind came to stand. */
static const TagaFragment *
find_fragment (TagaPaperLayout *layout, TagaPaperKind kind, guint n)
{
  for (guint i = 0; i < layout->fragments->len; i++)
    {
      const TagaFragment *fragment = &g_array_index (layout->fragments, TagaFragment, i);

      if (fragment->piece->block != NULL && fragment->piece->block->kind == kind && n-- == 0)
        return fragment;
    }

  g_assert_not_reached ();
}

static double
get_bottom (TagaPaperLayout *layout, guint page)
{
  return g_array_index (layout->pages, TagaSheet, page).height - TAGA_PAGE_BOTTOM;
}

/* Every line stands on a page, once, and within its margins. */
static void
assert_whole (TagaPaperLayout *layout)
{
  guint n_lines = 0, n_placed = 0;

  for (guint i = 0; i < layout->pieces->len; i++)
    {
      const TagaPiece *piece = g_ptr_array_index (layout->pieces, i);

      n_lines += piece->look == TAGA_PIECE_HEADER ? 0 : taga_piece_count_lines (piece);
    }
  for (guint i = 0; i < layout->fragments->len; i++)
    {
      const TagaFragment *fragment = &g_array_index (layout->fragments, TagaFragment, i);
      const TagaSheet *sheet = &g_array_index (layout->pages, TagaSheet, fragment->page);

      n_placed += fragment->piece->look == TAGA_PIECE_HEADER ? 0 : fragment->end - fragment->first;
      g_assert_cmpfloat (fragment->y, >=, TAGA_PAGE_TOP - NEAR);
      g_assert_cmpfloat (fragment->y + fragment->height, <=,
                         get_bottom (layout, fragment->page) + NEAR);
      g_assert_cmpfloat (fragment->piece->x, >=, -NEAR);
      g_assert_cmpfloat (fragment->piece->x + fragment->piece->width, <=,
                         sheet->width - 2 * TAGA_PAGE_SIDE + NEAR);
      for (guint j = 0; j < fragment->piece->cells->len; j++)
        {
          const TagaPieceCell *cell = g_ptr_array_index (fragment->piece->cells, j);

          g_assert_cmpfloat (MAX (cell->x + cell->width, cell->mark_x + cell->mark_width), <=,
                             fragment->piece->width + 1);
        }
    }

  g_assert_cmpuint (n_placed, ==, n_lines);
}

static void
add_lines (TagaPaper *paper, guint n)
{
  for (guint i = 0; i < n; i++)
    taga_paper_add_text (paper, TAGA_PAPER_NOTE, "A line");
}

static void
test_columns_stand_side_by_side (void)
{
  const double shares[] = { 1, 2 };
  g_autoptr (TagaPaper) paper = create_paper ();
  g_autoptr (TagaPaperLayout) layout = NULL;
  const TagaFragment *left, *right, *below;

  taga_paper_begin_columns (paper, shares, 2);
  taga_paper_add_text (paper, TAGA_PAPER_PARAGRAPH, "Left");
  taga_paper_next_column (paper);
  taga_paper_add_text (paper, TAGA_PAPER_PARAGRAPH, "Right");
  add_lines (paper, 5);
  taga_paper_end_columns (paper);
  taga_paper_add_text (paper, TAGA_PAPER_PARAGRAPH, "Below");
  layout = lay_out (paper);
  assert_whole (layout);

  left = find_fragment (layout, TAGA_PAPER_PARAGRAPH, 0);
  right = find_fragment (layout, TAGA_PAPER_PARAGRAPH, 1);
  below = find_fragment (layout, TAGA_PAPER_PARAGRAPH, 2);
  g_assert_cmpfloat_with_epsilon (left->y, right->y, NEAR);
  g_assert_cmpfloat_with_epsilon (right->piece->width, 2 * left->piece->width, NEAR);
  g_assert_cmpfloat (right->piece->x, >, left->piece->width);
  g_assert_cmpfloat (below->y, >, find_fragment (layout, TAGA_PAPER_NOTE, 4)->y);
  g_assert_cmpfloat_with_epsilon (below->piece->x, 0, NEAR);
}

/* People part the labels of the boxes as they part anything else. */
static void
test_labels_as_people_part_them (void)
{
  static const struct
  {
    const char *text;
    const char *labels; /* between semicolons */
  } cases[] = {
    { "社長|部長|担当", "社長;部長;担当" },
    { "社長｜部長", "社長;部長" },
    { "社長、部長、担当", "社長;部長;担当" },
    { "社長,部長，担当", "社長;部長;担当" },
    { "承認 / 確認／作成", "承認;確認;作成" },
    { "承認　作成", "承認;作成" },
    { " 承認  確認\t作成 ", "承認;確認;作成" },
    { "　社長　|　部長　", "社長;部長" },
    { "General manager|President", "General manager;President" },
    { "社長", "社長" },
    { "一,二,三,四,五", "一;二;三;四" },
    { "、、|,／ ", "" },
    { "　 ", "" },
    { "", "" },
    { NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TagaPaper) paper = create_paper ();
      g_autofree char *on_paper = NULL;
      g_autofree char *on_cover = NULL;
      TagaFront *front = taga_front_new (cases[i].text);

      taga_paper_set_approval (paper, cases[i].text);
      on_paper = g_strjoinv (";", (char **) taga_paper_get_approval (paper));
      on_cover = g_strjoinv (";", front->boxes);
      g_assert_cmpstr (on_paper, ==, cases[i].labels);
      g_assert_cmpstr (on_cover, ==, cases[i].labels);
      taga_front_free (front);
    }
}

/* Wherever they begin on a page, columns and boxes that fit on one are on one. */
static void
test_columns_and_boxes_are_not_torn (void)
{
  const double shares[] = { 1, 1 };

  for (guint n = 0; n < 60; n++)
    {
      g_autoptr (TagaPaper) paper = create_paper ();
      g_autoptr (TagaPaperLayout) layout = NULL;
      guint page;

      add_lines (paper, n);
      taga_paper_add_heading (paper, 1, "Heading");
      taga_paper_begin_columns (paper, shares, 2);
      taga_paper_begin_box (paper, TAGA_PAPER_FRAME);
      taga_paper_add_text (paper, TAGA_PAPER_PARAGRAPH, "1\n2\n3\n4\n5\n6");
      taga_paper_end_box (paper);
      taga_paper_next_column (paper);
      taga_paper_begin_box (paper, TAGA_PAPER_FILL);
      taga_paper_add_text (paper, TAGA_PAPER_QUOTE, "1\n2\n3");
      taga_paper_end_box (paper);
      taga_paper_end_columns (paper);
      layout = lay_out (paper);
      assert_whole (layout);

      /* The boxes stand beside each other, equally high, under their heading. */
      page = find_fragment (layout, TAGA_PAPER_HEADING, 0)->page;
      g_assert_cmpuint (layout->frames->len, ==, 2);
      for (guint i = 0; i < 2; i++)
        {
          const TagaFrame *frame = &g_array_index (layout->frames, TagaFrame, i);

          g_assert_cmpuint (frame->page, ==, page);
          g_assert_cmpfloat_with_epsilon (
              frame->box.height, g_array_index (layout->frames, TagaFrame, 0).box.height, NEAR);
          g_assert_cmpfloat (frame->box.y + frame->box.height, <=,
                             get_bottom (layout, page) + NEAR);
        }
      g_assert_cmpuint (find_fragment (layout, TAGA_PAPER_PARAGRAPH, 0)->page, ==, page);
      g_assert_cmpuint (find_fragment (layout, TAGA_PAPER_QUOTE, 0)->page, ==, page);
    }
}

static void
test_columns_higher_than_a_page_go_on (void)
{
  const double shares[] = { 1, 1, 1 };
  g_autoptr (TagaPaper) paper = create_paper ();
  g_autoptr (TagaPaperLayout) layout = NULL;
  const TagaFragment *last, *below;

  taga_paper_begin_columns (paper, shares, 3);
  taga_paper_begin_box (paper, TAGA_PAPER_FRAME);
  add_lines (paper, 200);
  taga_paper_end_box (paper);
  taga_paper_next_column (paper);
  add_lines (paper, 90);
  taga_paper_next_column (paper);
  taga_paper_end_columns (paper);
  taga_paper_add_text (paper, TAGA_PAPER_PARAGRAPH, "Below");
  layout = lay_out (paper);
  assert_whole (layout);

  g_assert_cmpuint (taga_paper_layout_get_n_pages (layout), >, 2);
  g_assert_cmpuint (layout->frames->len, ==, taga_paper_layout_get_n_pages (layout));
  last = find_fragment (layout, TAGA_PAPER_NOTE, 199);
  below = find_fragment (layout, TAGA_PAPER_PARAGRAPH, 0);
  g_assert_cmpuint (below->page, ==, last->page);
  g_assert_cmpfloat (below->y, >, last->y);
}

static void
test_pills_go_on_to_further_lines (void)
{
  const char *names[] = { "情報セキュリティ方針",
                          "従業員教育",
                          "バックアップ",
                          "ゼロトラスト",
                          "サプライチェーン管理",
                          "A",
                          NULL };
  const gboolean filled[] = { TRUE, FALSE, TRUE, FALSE, FALSE, FALSE, TRUE };
  g_autofree char *endless = g_strnfill (800, 'W');
  g_autoptr (TagaPaper) paper = create_paper ();
  g_autoptr (TagaPaperLayout) layout = NULL;
  guint n_pills = 0, n_filled = 0, n_lines = 0;

  names[6] = endless;
  taga_paper_add_pills (paper, names, filled, 7);
  layout = lay_out (paper);
  assert_whole (layout);
  for (guint i = 0; i < layout->pieces->len; i++)
    {
      const TagaPiece *piece = g_ptr_array_index (layout->pieces, i);

      n_lines += piece->block != NULL;
      for (guint j = 0; piece->block != NULL && j < piece->cells->len; j++)
        {
          const TagaPieceCell *cell = g_ptr_array_index (piece->cells, j);

          n_pills++;
          n_filled += cell->mark == TAGA_MARK_FILLED_PILL;
        }
    }
  g_assert_cmpuint (n_pills, ==, 7);
  g_assert_cmpuint (n_filled, ==, 3);
  g_assert_cmpuint (n_lines, ==, 2);
}

static void
test_texts_after_tags_are_aligned (void)
{
  g_autoptr (TagaPaper) paper = create_paper ();
  g_autoptr (TagaPaperLayout) layout = NULL;
  double x = 0;

  taga_paper_add_tagged (paper, "解決", "持ち出しの記録がなかった");
  taga_paper_add_tagged (paper, "一部解決", "退職者のIDが残っていた");
  taga_paper_add_tagged (paper, "継続", "事業継続計画がない");
  layout = lay_out (paper);
  assert_whole (layout);
  for (guint i = 0; i < 3; i++)
    {
      const TagaPiece *piece = find_fragment (layout, TAGA_PAPER_TAGGED, i)->piece;
      const TagaPieceCell *tag = g_ptr_array_index (piece->cells, 0);
      const TagaPieceCell *text = g_ptr_array_index (piece->cells, 1);

      g_assert_cmpint (tag->mark, ==, TAGA_MARK_TAG);
      g_assert_cmpfloat (text->x, >, tag->mark_x + tag->mark_width);
      if (i > 0)
        g_assert_cmpfloat_with_epsilon (text->x, x, NEAR);
      x = text->x;
    }
}

static void
test_numbers_begin_anew (void)
{
  g_autoptr (TagaPaper) paper = create_paper ();

  taga_paper_add_text (paper, TAGA_PAPER_NUMBER, "One");
  taga_paper_add_text (paper, TAGA_PAPER_NOTE, "Of the first");
  taga_paper_add_text (paper, TAGA_PAPER_NUMBER, "Two");
  taga_paper_add_text (paper, TAGA_PAPER_PARAGRAPH, "Between");
  taga_paper_add_text (paper, TAGA_PAPER_NUMBER, "One again");
  g_assert_cmpuint (taga_paper_get_block (paper, 0)->level, ==, 1);
  g_assert_cmpuint (taga_paper_get_block (paper, 2)->level, ==, 2);
  g_assert_cmpuint (taga_paper_get_block (paper, 4)->level, ==, 1);
}

static void
test_ticks_have_one_that_is_ticked (void)
{
  const char *const answers[] = { "はい", "いいえ", "保留", NULL };
  g_autoptr (TagaPaper) paper = create_paper ();
  g_autoptr (TagaPaperLayout) layout = NULL;
  const TagaPiece *piece;

  taga_paper_add_ticks (paper, "予算を認めますか", answers, 1, "決定日");
  layout = lay_out (paper);
  assert_whole (layout);
  piece = find_fragment (layout, TAGA_PAPER_TICKS, 1)->piece;
  g_assert_cmpuint (piece->cells->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      static const TagaCellMark marks[] = { TAGA_MARK_OPEN, TAGA_MARK_TICKED, TAGA_MARK_OPEN,
                                            TAGA_MARK_LINE };

      g_assert_cmpint (((TagaPieceCell *) g_ptr_array_index (piece->cells, i))->mark, ==, marks[i]);
    }
}

static void
test_sections_have_pages_of_their_own (void)
{
  static const double sizes[][2] = { { 420, 297 }, { 210, 297 }, { 297, 210 } };
  g_autoptr (TagaPaper) paper = create_paper ();
  g_autoptr (TagaPaperLayout) layout = NULL;

  taga_paper_begin_section (paper, TAGA_PAPER_A3, TRUE);
  taga_paper_add_text (paper, TAGA_PAPER_PARAGRAPH, "Wide");
  taga_paper_begin_section (paper, TAGA_PAPER_A4, FALSE);
  taga_paper_add_text (paper, TAGA_PAPER_PARAGRAPH, "Upright");
  taga_paper_add_break (paper);
  taga_paper_begin_section (paper, TAGA_PAPER_A4, TRUE);
  taga_paper_add_text (paper, TAGA_PAPER_PARAGRAPH, "Lying");
  layout = lay_out (paper);
  assert_whole (layout);

  g_assert_cmpuint (taga_paper_layout_get_n_pages (layout), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      double width, height;

      taga_paper_layout_get_page_size (layout, i, &width, &height);
      g_assert_cmpfloat_with_epsilon (width, sizes[i][0] * TAGA_POINTS_PER_MM, NEAR);
      g_assert_cmpfloat_with_epsilon (height, sizes[i][1] * TAGA_POINTS_PER_MM, NEAR);
      g_assert_cmpfloat_with_epsilon (find_fragment (layout, TAGA_PAPER_PARAGRAPH, i)->piece->width,
                                      width - 2 * TAGA_PAGE_SIDE, NEAR);
    }
}

static void
test_only_addresses_are_led_to (void)
{
  static const struct
  {
    const char *uri;
    const char *led;
  } cases[] = {
    { "https://www.example.jp/a?b=c&d=1#e", "https://www.example.jp/a?b=c&d=1#e" },
    { "mailto:soumu@example.jp", "mailto:soumu@example.jp" },
    { "https://例.jp/社', 'x", "https://%E4%BE%8B.jp/%E7%A4%BE%27,%20%27x" },
    { "https://example.jp/(x)", "https://example.jp/%28x%29" },
    { "file:///etc/passwd", NULL },
    { "javascript:alert(1)", NULL },
    { "example", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TagaPaper) paper = create_paper ();
      g_autofree char *uri = NULL;

      taga_paper_add_link (paper, "Text", cases[i].uri);
      uri = taga_paper_block_dup_uri (taga_paper_get_block (paper, 0));
      g_assert_cmpstr (uri, ==, cases[i].led);
    }
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

/* However long it is, a headline has no last line of a letter or two. */
static void
test_headlines_end_with_more_than_a_letter (void)
{
  for (guint n = 20; n < 60; n++)
    {
      g_autoptr (TagaPaper) paper = create_paper ();
      g_autoptr (TagaPaperLayout) layout = NULL;
      GString *text = g_string_new (NULL);
      const TagaPieceCell *cell;

      for (guint i = 0; i < n; i++)
        g_string_append (text, "進");
      taga_paper_add_text (paper, TAGA_PAPER_LEAD, text->str);
      layout = lay_out (paper);
      assert_whole (layout);

      cell = g_ptr_array_index (find_fragment (layout, TAGA_PAPER_LEAD, 0)->piece->cells, 0);
      g_assert_cmpint (
          g_array_index (cell->lines, TagaPieceLine, cell->lines->len - 1).line->length, >=,
          4 * strlen ("進"));
      g_string_free (text, TRUE);
    }
}

/* All of it in a file: sizes of pages, links, and nothing but vectors. */
static void
test_writes_all_of_it (ReportFolder *folder, gconstpointer data)
{
  static const char *const names[] = { "一", "二" };
  static const gboolean filled[] = { TRUE, FALSE };
  const double shares[] = { 1, 1 };
  const double scores[] = { 1, 2, 3 };
  g_autoptr (TagaPaper) paper = create_paper ();
  g_autoptr (TagaChart) chart = taga_chart_radar_new ();
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  for (guint i = 0; i < 3; i++)
    taga_chart_radar_add_axis (TAGA_CHART_RADAR (chart), "Axis");
  taga_chart_radar_add_series (TAGA_CHART_RADAR (chart), "Round", scores);
  taga_paper_set_title_look (paper, TAGA_PAPER_TITLE_LARGE);
  taga_paper_set_number (paper, "IS-03");
  taga_paper_set_version (paper, "1.2");
  taga_paper_add_strip (paper, names, 2);
  taga_paper_begin_columns (paper, shares, 2);
  taga_paper_add_chart (paper, chart, 60);
  taga_paper_next_column (paper);
  taga_paper_begin_box (paper, TAGA_PAPER_FILL);
  taga_paper_add_pills (paper, names, filled, 2);
  taga_paper_add_tagged (paper, "解決", "漏えい");
  taga_paper_add_link (paper, "IPA", "https://www.ipa.go.jp/");
  taga_paper_end_box (paper);
  taga_paper_end_columns (paper);
  taga_paper_begin_section (paper, TAGA_PAPER_A3, TRUE);
  taga_paper_add_text (paper, TAGA_PAPER_LEAD, "Wide");

  folder->target = g_build_filename (folder->path, "紙.pdf", NULL);
  file = g_file_new_for_path (folder->target);
  g_assert_true (
      taga_paper_write (paper, file, TAGA_WRITE_NONE, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  contents = report_folder_load (folder, &length);
  g_assert_cmpuint (count (contents, length, "/Type /Page %"), ==, 2);
  g_assert_cmpuint (count (contents, length, "(https://www.ipa.go.jp/)"), ==, 1);
  g_assert_cmpuint (count (contents, length, "/Subtype /Image"), ==, 0);
  g_assert_cmpuint (count (contents, length, "1190.551181 841.889764"), ==, 1);
  g_assert_cmpuint (count (contents, length, "595.275591 841.889764"), ==, 1);
}

#define ADD(path, func) g_test_add_func ("/paper-blocks/" path, func)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("columns-stand-side-by-side", test_columns_stand_side_by_side);
  ADD ("labels-as-people-part-them", test_labels_as_people_part_them);
  ADD ("columns-and-boxes-are-not-torn", test_columns_and_boxes_are_not_torn);
  ADD ("columns-higher-than-a-page-go-on", test_columns_higher_than_a_page_go_on);
  ADD ("pills-go-on-to-further-lines", test_pills_go_on_to_further_lines);
  ADD ("texts-after-tags-are-aligned", test_texts_after_tags_are_aligned);
  ADD ("numbers-begin-anew", test_numbers_begin_anew);
  ADD ("ticks-have-one-that-is-ticked", test_ticks_have_one_that_is_ticked);
  ADD ("sections-have-pages-of-their-own", test_sections_have_pages_of_their_own);
  ADD ("headlines-end-with-more-than-a-letter", test_headlines_end_with_more_than_a_letter);
  ADD ("only-addresses-are-led-to", test_only_addresses_are_led_to);
  g_test_add ("/paper-blocks/writes-all-of-it", ReportFolder, NULL, report_folder_set_up,
              test_writes_all_of_it, report_folder_tear_down);

  return g_test_run ();
}
