#pragma once

#include "taga-table.h"

G_BEGIN_DECLS

/**
 * TagaFigureKind:
 * @TAGA_FIGURE_RADAR: an axis for each row of the table, from 0 to 5
 * @TAGA_FIGURE_STACK: a column for each row of the table, in layers
 *
 * How a chart shows its figures.
 */
typedef enum
{
  TAGA_FIGURE_RADAR,
  TAGA_FIGURE_STACK,
} TagaFigureKind;

/**
 * TagaFigure:
 * @kind: how it shows its figures
 * @title: what stands over it
 * @table: the table whose cells it shows
 * @categories: key of the column that names the axes or columns
 * @series: (array zero-terminated=1): keys of the columns that hold the figures, each named by its
 *   header
 * @has_gaps: whether figures are missing, so that areas cannot be filled
 *
 * A chart that a spreadsheet draws from the cells of a table.
 */
typedef struct
{
  TagaFigureKind kind;
  char *title;
  const TagaTable *table;
  char *categories;
  char **series;
  gboolean has_gaps;
} TagaFigure;

TagaFigure *taga_figure_new (TagaFigureKind kind,
                             const char *title,
                             const TagaTable *table,
                             const char *categories,
                             const char *const *series);
void taga_figure_free (TagaFigure *self);

G_END_DECLS
