#include "taga-table-filter.h"

#include "taga-filter-popover.h"
#include "taga-popover.h"

/* Who looks for risks looks for 大, not for numbers from 6 on. */
static guint
choose_field (TagaRecordClass *klass, guint field)
{
  int band = taga_record_class_find_field (klass, "band");

  return band >= 0 && g_str_equal (klass->fields[field].name, "risk") ? (guint) band : field;
}

/**
 * taga_table_filter_show:
 * @table: a table that shows a file
 * @field: a column's field
 * @rectangle: where, in the grid
 *
 * Shows by what a column is sorted and filtered. The table follows while the user changes it.
 */
void
taga_table_filter_show (TagaRecordTable *table, guint field, const GdkRectangle *rectangle)
{
  TagaRecordClass *klass = taga_record_class_peek (taga_record_table_get_record_type (table));
  GtkWidget *popover = taga_filter_popover_new (table, field, choose_field (klass, field));

  taga_popover_show (GTK_WIDGET (taga_record_table_get_grid (table)), popover, rectangle);
}
