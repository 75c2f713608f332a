#include "taga-xlsx.h"

#include <string.h>

/* Rows of the usual height that a chart takes, and what that is in pixels. */
#define N_ROWS 17
#define ROW_PIXELS 24

/* A chart that would be wider than this looks empty. */
#define MAX_WIDTH 620

#define FONT "游ゴシック"
#define INK 0x222222
#define GRID 0xB8B8B8

#define N_STYLES 4

/* Told apart on a black-and-white printer as well: by dashes and markers in a radar, by how dark
 * they are and by pattern in layers. */
static const struct
{
  lxw_color_t line;
  lxw_color_t fill;
  guint8 transparency;
  guint8 dash;
  guint8 marker;
} radar_styles[] = {
  { 0x6E6E6E, 0xBFBFBF, 45, LXW_CHART_LINE_DASH_DASH, LXW_CHART_MARKER_DIAMOND },
  { 0x0A4D8C, 0x2F7FC9, 60, LXW_CHART_LINE_DASH_SOLID, LXW_CHART_MARKER_CIRCLE },
};

static const lxw_chart_pattern layer_styles[N_STYLES] = {
  { 0xC0392B, 0xC0392B, LXW_CHART_PATTERN_NONE },
  { 0x8A6D00, 0xFFD966, LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL },
  { 0x4E8B4A, 0xE3F2E0, LXW_CHART_PATTERN_PERCENT_10 },
  { 0x808080, 0xFFFFFF, LXW_CHART_PATTERN_LIGHT_HORIZONTAL },
};

static void
style_radar_series (lxw_chart_series *series, guint style, gboolean is_filled)
{
  lxw_chart_line line = { .color = radar_styles[style].line,
                          .width = 2,
                          .dash_type = radar_styles[style].dash };
  lxw_chart_fill fill = { .color = radar_styles[style].fill,
                          .transparency = radar_styles[style].transparency };

  chart_series_set_line (series, &line);
  if (is_filled)
    {
      chart_series_set_fill (series, &fill);
      return;
    }

  fill.transparency = 0;
  chart_series_set_marker_type (series, radar_styles[style].marker);
  chart_series_set_marker_size (series, 7);
  chart_series_set_marker_fill (series, &fill);
}

/* What stands alone is drawn like what is now, not like what was. */
static guint
choose_radar_style (const TagaFigure *figure, guint number)
{
  guint n = G_N_ELEMENTS (radar_styles);

  return g_strv_length (figure->series) == 1 ? n - 1 : number % n;
}

static void
style_layer (lxw_chart_series *series, guint number)
{
  lxw_chart_pattern pattern = layer_styles[number % N_STYLES];
  lxw_chart_line line = { .color = INK, .width = 0.75 };
  lxw_chart_fill fill = { .color = pattern.fg_color };
  lxw_chart_font font = { .name = (char *) FONT, .size = 9, .bold = LXW_TRUE, .color = INK };
  lxw_chart_fill label = { .color = 0xFFFFFF };

  chart_series_set_line (series, &line);
  if (pattern.type == LXW_CHART_PATTERN_NONE)
    chart_series_set_fill (series, &fill);
  else
    chart_series_set_pattern (series, &pattern);

  /* A layer without anything has no figure on it, and each figure stands on white. */
  chart_series_set_labels (series);
  chart_series_set_labels_num_format (series, "#,##0;;");
  chart_series_set_labels_font (series, &font);
  chart_series_set_labels_fill (series, &label);
}

static gboolean
add_series (TagaXlsxSheet *self,
            lxw_chart *chart,
            const TagaFigure *figure,
            guint number,
            GError **error)
{
  const char *key = figure->series[number];
  int categories =
      taga_table_find_column (figure->table, figure->categories, strlen (figure->categories));
  int values = taga_table_find_column (figure->table, key, strlen (key));
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
  lxw_row_t first, last;

  g_return_val_if_fail (categories >= 0 && values >= 0, FALSE);

  if (series == NULL)
    return taga_xlsx_check (self->job, LXW_ERROR_MEMORY_MALLOC_FAILED, error);
  if (!taga_xlsx_find_place (self, figure->table, &first, &last))
    return TRUE;

  chart_series_set_categories (series, self->name, first, (lxw_col_t) categories, last,
                               (lxw_col_t) categories);
  chart_series_set_values (series, self->name, first, (lxw_col_t) values, last, (lxw_col_t) values);
  chart_series_set_name_range (series, self->name, first - 1, (lxw_col_t) values);

  if (figure->kind == TAGA_FIGURE_RADAR)
    style_radar_series (series, choose_radar_style (figure, number), !figure->has_gaps);
  else
    style_layer (series, number);

  return TRUE;
}

static void
set_axes (lxw_chart *chart, TagaFigureKind kind)
{
  lxw_chart_font font = { .name = (char *) FONT, .size = 9, .color = INK };
  lxw_chart_line grid = { .color = GRID, .width = 0.5 };

  chart_axis_set_num_font (chart->x_axis, &font);
  chart_axis_set_num_font (chart->y_axis, &font);
  chart_axis_major_gridlines_set_visible (chart->y_axis, LXW_TRUE);
  chart_axis_major_gridlines_set_line (chart->y_axis, &grid);
  chart_axis_set_min (chart->y_axis, 0);

  if (kind == TAGA_FIGURE_RADAR)
    {
      chart_axis_set_max (chart->y_axis, 5);
      chart_axis_set_major_unit (chart->y_axis, 1);
      chart_axis_set_num_format (chart->y_axis, "0");
    }
  else
    {
      chart_axis_set_num_format (chart->y_axis, "#,##0");
      chart_set_series_gap (chart, 60);
    }
}

static lxw_chart *
create_chart (TagaXlsxSheet *self, const TagaFigure *figure)
{
  guint8 type = LXW_CHART_COLUMN_STACKED;
  lxw_chart_font title = { .name = (char *) FONT, .size = 11, .bold = LXW_TRUE, .color = INK };
  lxw_chart_font legend = { .name = (char *) FONT, .size = 9, .color = INK };
  lxw_chart *chart;

  if (figure->kind == TAGA_FIGURE_RADAR)
    type = figure->has_gaps ? LXW_CHART_RADAR_WITH_MARKERS : LXW_CHART_RADAR_FILLED;

  chart = workbook_add_chart (self->book, type);
  if (chart == NULL)
    return NULL;

  chart_title_set_name (chart, taga_write_job_clean (self->job, figure->title));
  chart_title_set_name_font (chart, &title);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  chart_legend_set_font (chart, &legend);
  chart_show_blanks_as (chart, LXW_CHART_BLANKS_AS_GAP);
  set_axes (chart, figure->kind);

  return chart;
}

/**
 * taga_xlsx_write_figure:
 * @self: a sheet
 * @figure: a chart of a table that stands on the sheet already
 * @error: return location for an error
 *
 * Inserts a chart that the spreadsheet draws from the table's cells. One of a table without rows is
 * left out.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_REPORT_ERROR_FAILED`
 */
gboolean
taga_xlsx_write_figure (TagaXlsxSheet *self, const TagaFigure *figure, GError **error)
{
  guint width = MIN (self->width, MAX_WIDTH);
  lxw_chart_options options = { .x_scale = (double) width / 480,
                                .y_scale = (double) (N_ROWS * ROW_PIXELS) / 288,
                                .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
                                .description = figure->title };
  lxw_chart *chart;
  lxw_row_t first, last;

  if (!taga_xlsx_find_place (self, figure->table, &first, &last))
    return TRUE;

  chart = create_chart (self, figure);
  if (chart == NULL)
    return taga_xlsx_check (self->job, LXW_ERROR_MEMORY_MALLOC_FAILED, error);

  for (guint i = 0; figure->series[i] != NULL; i++)
    if (!add_series (self, chart, figure, i, error))
      return FALSE;

  if (!taga_xlsx_check (self->job,
                        worksheet_insert_chart_opt (self->sheet, self->row, 0, chart, &options),
                        error))
    return FALSE;

  self->row += N_ROWS + 1;
  return TRUE;
}
