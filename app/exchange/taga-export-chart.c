#include "taga-export-chart.h"

#include <glib/gi18n-lib.h>

#include "taga-chart-source.h"
#include "taga-chart-writer.h"
#include "taga-export-paper.h"

/* How high a chart is on its sheet, in millimetres; its numbers stand below. */
#define CHART_HEIGHT 120

static const char *
get_kind (const TagaExportOptions *options)
{
  return options->chart == NULL ? taga_chart_source_get_kind (0) : options->chart;
}

/**
 * taga_export_new_chart:
 * @store: a company file
 * @options: which chart, of which rounds
 * @error: return location for an error
 *
 * Makes the chart of a report.
 *
 * Returns: (transfer full) (nullable): as [func@chart_source_new]
 */
TagaChart *
taga_export_new_chart (TagaStore *store, const TagaExportOptions *options, GError **error)
{
  const char *kind = get_kind (options);

  return taga_chart_source_new (store, kind,
                                taga_chart_source_has_before (kind) ? options->before : 0,
                                options->after, error);
}

/**
 * taga_export_get_palette:
 * @options: how a picture is wanted
 *
 * Gets the colours of a picture.
 *
 * Returns: the palette
 */
TagaPaletteKind
taga_export_get_palette (const TagaExportOptions *options)
{
  static const TagaPaletteKind palettes[] = {
    [TAGA_EXPORT_COLOURS_PRINT] = TAGA_PALETTE_PRINT,
    [TAGA_EXPORT_COLOURS_LIGHT] = TAGA_PALETTE_LIGHT,
    [TAGA_EXPORT_COLOURS_DARK] = TAGA_PALETTE_DARK,
    [TAGA_EXPORT_COLOURS_CONTRAST] = TAGA_PALETTE_CONTRAST,
    [TAGA_EXPORT_COLOURS_MONOCHROME] = TAGA_PALETTE_MONOCHROME,
  };

  g_return_val_if_fail (options->colours < G_N_ELEMENTS (palettes), TAGA_PALETTE_PRINT);

  return palettes[options->colours];
}

/**
 * taga_export_write_chart:
 * @store: a company file
 * @options: which chart, of which rounds, in which colours
 * @target: where to, in a folder of this computer; its ending is .svg or .png
 * @flags: how
 * @error: return location for an error
 *
 * Writes the chart of a report as a picture.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] or [error@ReportError]
 */
gboolean
taga_export_write_chart (TagaStore *store,
                         const TagaExportOptions *options,
                         GFile *target,
                         TagaWriteFlags flags,
                         GError **error)
{
  g_autoptr (TagaChart) chart = taga_export_new_chart (store, options, error);
  TagaChartFormat format;

  if (chart == NULL)
    return FALSE;

  taga_chart_format_init (&format, chart, taga_export_get_palette (options));
  return taga_chart_write (chart, &format, target, flags, error);
}

static void
add_numbers (TagaPaper *paper, TagaChart *chart)
{
  g_autoptr (TagaChartTable) numbers = taga_chart_dup_table (chart);
  guint n_rows = numbers == NULL ? 0 : taga_chart_table_get_n_rows (numbers);
  g_autofree TagaPaperColumn *columns = NULL;
  g_autofree const char **cells = NULL;
  TagaPaperTable *table;

  if (n_rows == 0)
    return;

  columns = g_new0 (TagaPaperColumn, numbers->n_columns);
  cells = g_new0 (const char *, numbers->n_columns + 1);
  for (guint i = 0; i < numbers->n_columns; i++)
    columns[i] = (TagaPaperColumn){ g_ptr_array_index (numbers->headings, i), i == 0 ? 4 : 2,
                                    i == 0 ? TAGA_PAPER_LEFT : TAGA_PAPER_CENTRE, FALSE };

  taga_paper_add_heading (paper, 1, _ ("Its numbers"));
  table = taga_paper_add_table (paper, columns, numbers->n_columns);
  for (guint row = 0; row < n_rows; row++)
    {
      for (guint i = 0; i < numbers->n_columns; i++)
        cells[i] = taga_chart_table_get (numbers, row, i);
      taga_paper_table_add_row (table, cells);
    }
}

/* Makes a sheet with one chart and its numbers. */
TagaPaper *
taga_export_chart (TagaStore *store,
                   const TagaPaperHead *head,
                   const TagaExportOptions *options,
                   GError **error)
{
  const char *kind = get_kind (options);
  g_autoptr (TagaChart) chart = taga_export_new_chart (store, options, error);
  g_autofree char *rounds = NULL;
  TagaPaper *paper;

  if (chart == NULL)
    return NULL;

  rounds = taga_chart_source_name_rounds (store, kind,
                                          taga_chart_source_has_before (kind) ? options->before : 0,
                                          options->after, error);
  if (rounds == NULL)
    return NULL;

  paper = taga_paper_head_begin (head, taga_chart_source_get_title (kind));
  if (*rounds != '\0')
    taga_paper_add_pair (paper, _ ("Round"), rounds);
  taga_paper_add_chart (paper, chart, CHART_HEIGHT);
  add_numbers (paper, chart);

  return paper;
}
