#include "taga-table-filter.h"

#include "taga-filter-popover.h"
#include "taga-popover.h"

static void
filter_made_cb (TagaFilter *filter, guint field, gpointer user_data)
{
  TagaRecordTable *table = user_data;
  g_autoptr (TagaQuery) query = taga_query_copy (taga_record_table_get_query (table));

  if (filter == NULL)
    taga_query_clear_filter (query, field);
  else
    taga_query_set_filter (query, filter);
  taga_record_table_set_query (table, query);
}

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
 * Shows by what a column is filtered. The table follows while the user changes it.
 */
void
taga_table_filter_show (TagaRecordTable *table, guint field, const GdkRectangle *rectangle)
{
  TagaRecordClass *klass = taga_record_class_peek (taga_record_table_get_record_type (table));
  const TagaQuery *query = taga_record_table_get_query (table);
  TagaEdition *edition = taga_store_get_edition (taga_record_table_get_store (table));
  GtkWidget *popover;

  field = choose_field (klass, field);
  popover = taga_filter_popover_new (edition, klass, field, taga_query_get_filter (query, field),
                                     filter_made_cb, table);
  taga_popover_show (GTK_WIDGET (taga_record_table_get_grid (table)), popover, rectangle);
}
