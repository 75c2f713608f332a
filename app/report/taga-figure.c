#include "taga-figure.h"

/**
 * taga_figure_new:
 * @kind: how it shows its figures
 * @title: what stands over it
 * @table: the table whose cells it shows; it stands before the chart in the same section
 * @categories: key of the column that names the axes or columns
 * @series: (array zero-terminated=1): keys of the columns that hold the figures
 *
 * Makes a chart of a table's cells.
 *
 * Returns: (transfer full): the chart
 */
TagaFigure *
taga_figure_new (TagaFigureKind kind,
                 const char *title,
                 const TagaTable *table,
                 const char *categories,
                 const char *const *series)
{
  TagaFigure *self = g_new0 (TagaFigure, 1);

  self->kind = kind;
  self->title = g_strdup (title);
  self->table = table;
  self->categories = g_strdup (categories);
  self->series = g_strdupv ((char **) series);

  return self;
}

/**
 * taga_figure_free:
 * @self: (nullable) (transfer full): a chart
 *
 * Frees a chart.
 */
void
taga_figure_free (TagaFigure *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->categories);
  g_strfreev (self->series);
  g_free (self);
}
