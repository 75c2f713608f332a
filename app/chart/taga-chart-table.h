#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TagaChartTable:
 * @n_columns: how many columns there are
 * @headings: (element-type utf8): their headings
 * @cells: (element-type utf8): the cells, row by row; the first of each row says what it is of
 *
 * The numbers of a chart, for those who read tables, and for papers.
 */
typedef struct
{
  guint n_columns;
  GPtrArray *headings;
  GPtrArray *cells;
} TagaChartTable;

TagaChartTable *taga_chart_table_new (void);
void taga_chart_table_free (TagaChartTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaChartTable, taga_chart_table_free)

void taga_chart_table_add_column (TagaChartTable *self, const char *heading);
void taga_chart_table_add (TagaChartTable *self, const char *cell);
void taga_chart_table_take (TagaChartTable *self, char *cell);

guint taga_chart_table_get_n_rows (const TagaChartTable *self);
const char *taga_chart_table_get (const TagaChartTable *self, guint row, guint column);
char *taga_chart_table_to_text (const TagaChartTable *self);

G_END_DECLS
