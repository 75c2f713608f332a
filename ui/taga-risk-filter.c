#include "taga-risk-filter.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-risk-matrix-view.h"

/* Which of the risks are shown alone: those of a cell of the matrix, those that nothing is decided
 * about, those that stay too large. They are filters like those of the headers, and take the place
 * of each other. */

static const guint filtered[] = {
  TAGA_ASSET_IMPORTANCE, TAGA_ASSET_LIKELIHOOD, TAGA_ASSET_RISK,
  TAGA_ASSET_BAND,       TAGA_ASSET_TREATMENT,  TAGA_ASSET_RESIDUAL,
};

/* What is searched for, and what other columns are filtered by, stays. */
static TagaQuery *
begin (TagaRecordTable *table)
{
  TagaQuery *query = taga_query_copy (taga_record_table_get_query (table));

  for (guint i = 0; i < G_N_ELEMENTS (filtered); i++)
    taga_query_clear_filter (query, filtered[i]);

  return query;
}

static TagaFilter *
add_filter (TagaQuery *query, guint field)
{
  TagaFilter *filter = taga_filter_new (field);

  taga_query_set_filter (query, filter);
  return filter;
}

static void
add_key (TagaQuery *query, guint field, int number)
{
  g_autofree char *key = g_strdup_printf ("%d", number);

  add_filter (query, field)->keys = g_strdupv ((char *[]){ key, NULL });
}

/**
 * taga_risk_filter_show_cell:
 * @table: the table of the risks
 * @importance: an importance; `TAGA_UNKNOWN` for assets without a risk, `TAGA_RISK_MATRIX_ALL` for
 *   all
 * @likelihood: a likelihood
 *
 * Shows the assets of one cell of the matrix.
 */
void
taga_risk_filter_show_cell (TagaRecordTable *table, int importance, int likelihood)
{
  g_autoptr (TagaQuery) query = begin (table);

  if (importance == TAGA_UNKNOWN)
    add_filter (query, TAGA_ASSET_RISK)->blank = 1;
  else if (importance != TAGA_RISK_MATRIX_ALL)
    {
      add_key (query, TAGA_ASSET_IMPORTANCE, importance);
      add_key (query, TAGA_ASSET_LIKELIHOOD, likelihood);
    }
  taga_record_table_set_query (table, query);
}

/**
 * taga_risk_filter_show_untreated:
 * @table: the table of the risks
 * @line: the smallest risk that has to be treated
 *
 * Shows the assets above the line about which nothing is decided.
 */
void
taga_risk_filter_show_untreated (TagaRecordTable *table, int line)
{
  g_autoptr (TagaQuery) query = begin (table);

  add_filter (query, TAGA_ASSET_RISK)->from = g_strdup_printf ("%d", line);
  add_filter (query, TAGA_ASSET_TREATMENT)->blank = 1;
  taga_record_table_set_query (table, query);
}

/**
 * taga_risk_filter_show_above:
 * @table: the table of the risks
 * @line: the smallest risk that has to be treated
 *
 * Shows the assets whose risk stays above the line although something is decided.
 */
void
taga_risk_filter_show_above (TagaRecordTable *table, int line)
{
  g_autoptr (TagaQuery) query = begin (table);

  add_filter (query, TAGA_ASSET_RESIDUAL)->from = g_strdup_printf ("%d", line);
  taga_record_table_set_query (table, query);
}

/**
 * taga_risk_filter_clear:
 * @table: the table of the risks
 *
 * Shows all risks again.
 *
 * Returns: `FALSE` if nothing was left out
 */
gboolean
taga_risk_filter_clear (TagaRecordTable *table)
{
  const TagaQuery *now = taga_record_table_get_query (table);
  g_autoptr (TagaQuery) query = NULL;

  if (now->filters->len == 0 && (now->search == NULL || *now->search == '\0'))
    return FALSE;

  query = taga_query_copy (now);
  g_ptr_array_set_size (query->filters, 0);
  g_clear_pointer (&query->search, g_free);
  taga_record_table_set_query (table, query);

  return TRUE;
}

/* The one level that a column is filtered by, or `TAGA_RISK_MATRIX_ALL`. */
static int
read_level (const TagaQuery *query, guint field)
{
  const TagaFilter *filter = taga_query_get_filter (query, field);

  if (filter == NULL || filter->keys == NULL || filter->keys[0] == NULL || *filter->keys[0] == '\0'
      || filter->keys[1] != NULL)
    return TAGA_RISK_MATRIX_ALL;

  return (int) g_ascii_strtoll (filter->keys[0], NULL, 10);
}

/**
 * taga_risk_filter_read_cell:
 * @table: the table of the risks
 * @importance: (out): the importance of the cell whose assets are shown, `TAGA_UNKNOWN` for those
 *   without a risk, `TAGA_RISK_MATRIX_ALL` if no cell's are
 * @likelihood: (out): its likelihood
 *
 * Tells which cell of the matrix is shown alone, however that came about.
 */
void
taga_risk_filter_read_cell (TagaRecordTable *table, int *importance, int *likelihood)
{
  const TagaQuery *query = taga_record_table_get_query (table);
  const TagaFilter *risk = taga_query_get_filter (query, TAGA_ASSET_RISK);

  *importance = read_level (query, TAGA_ASSET_IMPORTANCE);
  *likelihood = read_level (query, TAGA_ASSET_LIKELIHOOD);
  if (*importance == TAGA_RISK_MATRIX_ALL || *likelihood == TAGA_RISK_MATRIX_ALL)
    *importance = *likelihood = TAGA_RISK_MATRIX_ALL;
  if (risk != NULL && risk->blank == 1)
    *importance = TAGA_UNKNOWN;
}

/**
 * taga_risk_filter_describe:
 * @table: the table of the risks
 *
 * Says which risks are shown alone.
 *
 * Returns: (transfer full) (nullable): a few words, or `NULL` if all are
 */
char *
taga_risk_filter_describe (TagaRecordTable *table)
{
  const TagaQuery *query = taga_record_table_get_query (table);
  const TagaFilter *treatment = taga_query_get_filter (query, TAGA_ASSET_TREATMENT);
  int importance, likelihood;

  taga_risk_filter_read_cell (table, &importance, &likelihood);
  if (importance == TAGA_UNKNOWN)
    return g_strdup (_ ("Shown: risks not known yet"));
  if (importance != TAGA_RISK_MATRIX_ALL)
    return g_strdup_printf (_ ("Shown: importance %d × likelihood %d"), importance, likelihood);
  if (treatment != NULL && treatment->blank == 1)
    return g_strdup (_ ("Shown: treatment undecided"));
  if (taga_query_get_filter (query, TAGA_ASSET_RESIDUAL) != NULL)
    return g_strdup (_ ("Shown: above the line even after treatment"));
  if (query->filters->len > 0 || (query->search != NULL && *query->search != '\0'))
    return g_strdup (_ ("Shown: what was filtered"));

  return NULL;
}
