#include "taga-analysis-feed.h"

#include "taga-asset.h"
#include "taga-cursor.h"

struct _TagaAnalysisFeed
{
  TagaCursor *cursor; /* (owned) */
  GArray *ids;        /* (owned) (element-type gint64) of the register's rows, in its order */
  gboolean is_first;  /* whether this is the register, which notes the numbers */
};

static TagaAnalysisFeed *
create_feed (TagaStore *store, const TagaQuery *query, GArray *ids, GError **error)
{
  TagaCursor *cursor = taga_cursor_new (store, TAGA_TYPE_ASSET, query, error);
  TagaAnalysisFeed *self;

  if (cursor == NULL)
    return NULL;

  self = g_new0 (TagaAnalysisFeed, 1);
  self->cursor = cursor;
  self->ids = g_array_ref (ids);

  return self;
}

/**
 * taga_analysis_feed_new:
 * @store: a company file
 * @error: return location for an error
 *
 * Makes a feed of the assets in use in the order of the register. It notes their numbers, eight
 * bytes each, which is all of a register that is ever held.
 *
 * Returns: (transfer full) (nullable): the feed, or `NULL` with any [error@StoreError]
 */
TagaAnalysisFeed *
taga_analysis_feed_new (TagaStore *store, GError **error)
{
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  TagaAnalysisFeed *self;

  query->scope = TAGA_SCOPE_IN_USE;
  self = create_feed (store, query, ids, error);
  if (self != NULL)
    self->is_first = TRUE;

  return self;
}

/**
 * taga_analysis_feed_new_by_risk:
 * @store: a company file
 * @other: the feed of the register, which is read before
 * @error: return location for an error
 *
 * Makes a feed of the same assets, the largest risk first.
 *
 * Returns: (transfer full) (nullable): the feed, or `NULL` with any [error@StoreError]
 */
TagaAnalysisFeed *
taga_analysis_feed_new_by_risk (TagaStore *store, const TagaAnalysisFeed *other, GError **error)
{
  g_autoptr (TagaQuery) query = taga_query_new ();

  query->scope = TAGA_SCOPE_IN_USE;
  taga_query_set_sort (query, TAGA_ASSET_RISK, TRUE, FALSE);

  return create_feed (store, query, other->ids, error);
}

/**
 * taga_analysis_feed_free:
 * @feed: (transfer full): a feed
 *
 * Frees a feed.
 */
void
taga_analysis_feed_free (gpointer feed)
{
  TagaAnalysisFeed *self = feed;

  g_object_unref (self->cursor);
  g_array_unref (self->ids);
  g_free (self);
}

/**
 * taga_analysis_feed_read:
 * @feed: the feed of the register
 * @id: (out): the asset's number
 * @values: (out): the next asset, borrowed until the next call
 * @has_row: (out): whether there was one left
 * @error: return location for an error
 *
 * Reads the next asset.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_analysis_feed_read (gpointer feed,
                         gint64 *id,
                         const TagaValue **values,
                         gboolean *has_row,
                         GError **error)
{
  TagaAnalysisFeed *self = feed;

  if (!taga_cursor_next (self->cursor, id, values, has_row, error))
    return FALSE;

  if (*has_row && self->is_first)
    g_array_append_val (self->ids, *id);

  return TRUE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

/**
 * taga_analysis_feed_read_placed:
 * @feed: a feed by risk
 * @id: (out): the asset's number
 * @values: (out): the next asset, borrowed until the next call
 * @position: (out): which row of the register it is, from 1; 0 if it is not there
 * @has_row: (out): whether there was one left
 * @error: return location for an error
 *
 * Reads the next asset and finds it in the register.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_analysis_feed_read_placed (gpointer feed,
                                gint64 *id,
                                const TagaValue **values,
                                guint *position,
                                gboolean *has_row,
                                GError **error)
{
  TagaAnalysisFeed *self = feed;
  guint place;

  *position = 0;
  if (!taga_cursor_next (self->cursor, id, values, has_row, error))
    return FALSE;

  if (*has_row && g_array_binary_search (self->ids, id, compare_ids, &place))
    *position = place + 1;

  return TRUE;
}

typedef struct
{
  TagaRowSource parent;

  TagaRoundComparison *comparison; /* (owned) */
  guint n_read;
} ChangeRows;

static const char *
describe_change (const TagaAssetChange *change)
{
  if (!change->is_before)
    return "新しく加わった";
  if (!change->is_after)
    return "後の評価回にはない";
  if (change->risk_before == TAGA_UNKNOWN)
    return "リスク値が決まった";
  if (change->risk_after == TAGA_UNKNOWN)
    return "リスク値が未定になった";
  if (change->risk_after == change->risk_before)
    return "区分が変わった";

  return change->risk_after < change->risk_before ? "リスクが下がった" : "リスクが上がった";
}

static void
fill_side (TagaEdition *edition, gboolean is_there, int risk, TagaBand band, TagaValue *cells)
{
  const TagaChoice *choice = taga_edition_find_choice (edition, "band", taga_band_to_key (band));

  if (!is_there || choice == NULL)
    return;

  cells[0].number = risk;
  cells[1].text = (char *) (choice->cell_ja != NULL ? choice->cell_ja : choice->label_ja);
}

static gboolean
next_change (TagaRowSource *source, TagaValue *cells, gboolean *has_row, GError **error)
{
  ChangeRows *self = (ChangeRows *) source;
  TagaEdition *edition = self->comparison->edition;
  const TagaAssetChange *change;

  *has_row = self->n_read < self->comparison->assets->len;
  if (!*has_row)
    return TRUE;

  change = &g_array_index (self->comparison->assets, TagaAssetChange, self->n_read++);
  cells[0].text = change->name;
  fill_side (edition, change->is_before, change->risk_before, change->band_before, &cells[1]);
  fill_side (edition, change->is_after, change->risk_after, change->band_after, &cells[3]);
  cells[6].text = (char *) describe_change (change);

  return TRUE;
}

static void
free_changes (TagaRowSource *source)
{
  taga_round_comparison_free (((ChangeRows *) source)->comparison);
  g_free (source);
}

/**
 * taga_analysis_feed_changes:
 * @comparison: (transfer full): two rounds
 *
 * Makes rows of the assets that are not the same in two rounds, as the workbook shows them.
 *
 * Returns: (transfer full): the rows
 */
TagaRowSource *
taga_analysis_feed_changes (TagaRoundComparison *comparison)
{
  ChangeRows *self = g_new0 (ChangeRows, 1);

  self->parent.next = next_change;
  self->parent.free = free_changes;
  self->parent.n_rows = comparison->assets->len;
  self->comparison = comparison;

  return &self->parent;
}
