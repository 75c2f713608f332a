#include <stdio.h>

#include "taga-chart-text.h"
#include "taga-paper-layout.h"
#include "taga-writer.h"

/*
 * Measures a paper of about 50 pages against pango: bench-paper TARGET prints the seconds that the
 * file takes, those that pango needs to lay the same texts out in the same widths, and the pages.
 * It is no test.
 */

#define N_CHAPTERS 48
#define N_ROWS 14

/* Widths in points, as they come out on A4. */
#define TEXT_WIDTH 493
#define CELL_WIDTH 156

static const char paragraph[] =
    "情報資産の管理台帳を見直し、保有する情報資産ごとに重要度と被害発生可能性を評価した。"
    "顧客から預かる図面は機密性が高く、持ち出しの記録と暗号化を徹底する。"
    "クラウドサービスの利用状況を四半期ごとに点検し、退職者のアカウントは当日中に停止する。";

typedef void (*AddText) (gpointer data, const char *text, double width, gboolean is_cell);

/* The same texts for both: each chapter differs, so that nothing is remembered from the last. */
static void
add_texts (guint chapter, AddText add, gpointer data)
{
  g_autofree char *heading = g_strdup_printf ("第%u章 情報セキュリティ対策", chapter + 1);

  add (data, heading, TEXT_WIDTH, FALSE);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u.%u %s", chapter + 1, i + 1, paragraph);

      add (data, text, TEXT_WIDTH, FALSE);
    }
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *name = g_strdup_printf ("顧客名簿 %u-%u", chapter, i);
      g_autofree char *measure = g_strdup_printf ("持ち出しを台帳に記録し、月次で確認する (%u)", i);

      add (data, name, CELL_WIDTH, TRUE);
      add (data, "営業部・製造部・総務部", CELL_WIDTH, TRUE);
      add (data, measure, CELL_WIDTH, TRUE);
    }
}

typedef struct
{
  TagaPaper *paper;
  TagaPaperTable *table;
  const char *cells[3];
  char *kept[3];
  guint n_cells;
  guint n_texts;
} Chapter;

static void
add_to_paper (gpointer data, const char *text, double width, gboolean is_cell)
{
  static const TagaPaperColumn columns[] = { { "情報資産", 1 }, { "管理部署", 1 }, { "対策", 1 } };
  Chapter *chapter = data;

  if (!is_cell && chapter->n_texts++ == 0)
    taga_paper_add_heading (chapter->paper, 1, text);
  else if (!is_cell)
    taga_paper_add_text (chapter->paper, TAGA_PAPER_PARAGRAPH, text);
  if (!is_cell)
    return;

  if (chapter->table == NULL)
    chapter->table = taga_paper_add_table (chapter->paper, columns, G_N_ELEMENTS (columns));
  chapter->kept[chapter->n_cells] = g_strdup (text);
  chapter->cells[chapter->n_cells] = chapter->kept[chapter->n_cells];
  if (++chapter->n_cells < G_N_ELEMENTS (columns))
    return;

  taga_paper_table_add_row (chapter->table, chapter->cells);
  for (guint i = 0; i < chapter->n_cells; i++)
    g_free (chapter->kept[i]);
  chapter->n_cells = 0;
}

static void
lay_out (gpointer data, const char *text, double width, gboolean is_cell)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (data);
  PangoFontDescription *font = pango_font_description_from_string (TAGA_CHART_FONTS);

  pango_font_description_set_absolute_size (font, (is_cell ? 9 : 10) * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_size (layout, NULL, NULL);
}

static double
elapsed (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / G_TIME_SPAN_SECOND;
}

int
main (int argc, char **argv)
{
  g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (fonts);
  g_autoptr (TagaPaper) paper = taga_paper_new ("報告書", "箍製作所", "2026-11-22", "2026/11/22");
  g_autoptr (GFile) target = argc == 2 ? g_file_new_for_path (argv[1]) : NULL;
  g_autoptr (TagaPaperLayout) layout = NULL;
  g_autoptr (GError) error = NULL;
  guint n_pages;
  double alone, pages, whole;
  gint64 start;

  if (target == NULL)
    return 2;

  for (guint i = 0; i < N_CHAPTERS; i++)
    {
      Chapter chapter = { paper };

      add_texts (i, add_to_paper, &chapter);
    }

  /* Fonts are found and opened before either is measured. */
  lay_out (context, paragraph, TEXT_WIDTH, FALSE);
  start = g_get_monotonic_time ();
  for (guint i = 0; i < N_CHAPTERS; i++)
    add_texts (i, lay_out, context);
  alone = elapsed (start);
  g_object_unref (context);

  start = g_get_monotonic_time ();
  layout = taga_paper_layout_new (paper, NULL, NULL);
  pages = elapsed (start);

  start = g_get_monotonic_time ();
  if (!taga_paper_write (paper, target, TAGA_WRITE_REPLACE, NULL, NULL, NULL, &n_pages, NULL,
                         &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  whole = elapsed (start);

  printf ("pango %.3f\nlayout %.3f\npaper %.3f\npages %u\n", alone, pages, whole, n_pages);
  return 0;
}
