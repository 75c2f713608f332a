#include "taga-explain.h"

#include <string.h>

#include "taga-asset.h"
#include "taga-check.h"
#include "taga-cursor.h"
#include "taga-threat.h"

static void
clear_item (gpointer data)
{
  TagaExplainedItem *item = data;

  g_free (item->by);
  g_free (item->on);
}

/**
 * taga_explanation_free:
 * @self: (transfer full): an explanation
 *
 * Frees an explanation.
 */
void
taga_explanation_free (TagaExplanation *self)
{
  g_array_unref (self->threats);
  g_array_unref (self->checks);
  g_free (self);
}

static TagaQuery *
create_round_query (TagaStore *store, guint field)
{
  TagaQuery *query = taga_query_new ();
  TagaFilter *filter = taga_filter_new (field);

  filter->from = g_strdup_printf ("%" G_GINT64_FORMAT, taga_store_get_round (store));
  filter->to = g_strdup (filter->from);
  taga_query_set_filter (query, filter);

  return query;
}

static TagaExplainedItem *
find_item (GArray *items, const char *key)
{
  for (guint i = 0; i < items->len; i++)
    {
      TagaExplainedItem *item = &g_array_index (items, TagaExplainedItem, i);

      if (g_strcmp0 (item->key, key) == 0)
        return item;
    }

  return NULL;
}

/* Where the fields of an answer stand in its record. */
typedef struct
{
  GType type;
  guint round;
  guint item;
  guint number;
  guint by;
  guint on;
} Columns;

/* Fills in what the round says of each item; what it does not name has no answer. */
static gboolean
load_answers (GArray *items, const Columns *columns, TagaStore *store, GError **error)
{
  g_autoptr (TagaQuery) query = create_round_query (store, columns->round);
  g_autoptr (TagaCursor) cursor = taga_cursor_new (store, columns->type, query, error);
  const TagaValue *values;
  gboolean has_row = TRUE;

  while (cursor != NULL && has_row)
    {
      TagaExplainedItem *item;

      if (!taga_cursor_next (cursor, NULL, &values, &has_row, error))
        return FALSE;

      item = has_row ? find_item (items, values[columns->item].text) : NULL;
      if (item == NULL)
        continue;

      clear_item (item);
      item->number = values[columns->number].number;
      item->by = g_strdup (values[columns->by].text);
      item->on = g_strdup (values[columns->on].text);
    }

  return cursor != NULL;
}

static void
add_item (GArray *items, const TagaItem *item)
{
  const TagaExplainedItem added = { .key = item->key, .number = TAGA_UNKNOWN };

  g_array_append_val (items, added);
}

static int
compare_keys (TagaEdition *edition,
              const char *list,
              const TagaExplainedItem *first,
              const TagaExplainedItem *second)
{
  const TagaItem *a = taga_edition_find_item (edition, list, first->key);
  const TagaItem *b = taga_edition_find_item (edition, list, second->key);

  return a < b ? -1 : a > b;
}

/* The most frequent threat first; of several as frequent the edition's first. */
static int
compare_threats (gconstpointer a, gconstpointer b, gpointer edition)
{
  const TagaExplainedItem *first = a;
  const TagaExplainedItem *second = b;

  if (first->number != second->number)
    return first->number > second->number ? -1 : 1;

  return compare_keys (edition, "threat", first, second);
}

static int
get_rank (gint64 answer)
{
  switch (answer)
    {
    case TAGA_ANSWER_PARTLY:
      return 1;
    case TAGA_ANSWER_DONE:
      return 2;
    case TAGA_ANSWER_NOT_APPLICABLE:
      return 3;
    default:
      return 0;
    }
}

static int
compare_checks (gconstpointer a, gconstpointer b, gpointer edition)
{
  const TagaExplainedItem *first = a;
  const TagaExplainedItem *second = b;
  int difference = get_rank (first->number) - get_rank (second->number);

  return difference != 0 ? difference : compare_keys (edition, "check", first, second);
}

/* The first threat of the medium with the highest frequency is the one that decides. */
static gboolean
explain_threat (TagaExplanation *self, TagaStore *store, GError **error)
{
  const Columns columns = {
    TAGA_TYPE_THREAT,      TAGA_THREAT_ROUND,       TAGA_THREAT_ITEM,
    TAGA_THREAT_FREQUENCY, TAGA_THREAT_ANSWERED_BY, TAGA_THREAT_ANSWERED_ON
  };
  TagaEdition *edition = taga_store_get_edition (store);
  const TagaExplainedItem *first;
  guint n;
  const TagaItem *items = taga_edition_get_items (edition, "threat", &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (items[i].group, self->medium) == 0)
      add_item (self->threats, &items[i]);
  if (!load_answers (self->threats, &columns, store, error))
    return FALSE;

  g_array_sort_with_data (self->threats, compare_threats, edition);
  first = self->threats->len == 0 ? NULL : &g_array_index (self->threats, TagaExplainedItem, 0);
  if (first != NULL && first->number != TAGA_UNKNOWN)
    {
      self->threat_item = first->key;
      self->threat_by = first->by;
      self->threat_on = first->on;
    }

  return TRUE;
}

static void
count_checks (TagaExplanation *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    {
      const TagaExplainedItem *item = &g_array_index (self->checks, TagaExplainedItem, i);

      if (item->number != TAGA_ANSWER_NOT_APPLICABLE)
        self->n_applicable++;
      if (item->number == TAGA_ANSWER_DONE)
        self->n_done++;
      if (item->number == TAGA_ANSWER_PARTLY)
        self->n_partly++;
      if (item->on != NULL
          && (self->last_check == NULL || strcmp (item->on, self->last_check->on) > 0))
        self->last_check = item;
    }

  self->n_open = self->n_applicable - self->n_done;
}

static gboolean
explain_vulnerability (TagaExplanation *self, TagaStore *store, GError **error)
{
  const Columns columns = { TAGA_TYPE_CHECK,   TAGA_CHECK_ROUND,       TAGA_CHECK_ITEM,
                            TAGA_CHECK_ANSWER, TAGA_CHECK_ANSWERED_BY, TAGA_CHECK_ANSWERED_ON };
  TagaEdition *edition = taga_store_get_edition (store);
  guint n;
  const TagaItem *items = taga_edition_get_items (edition, "check", &n);

  for (guint i = 0; i < n; i++)
    if (items[i].media != NULL && g_strv_contains (items[i].media, self->medium))
      add_item (self->checks, &items[i]);
  if (!load_answers (self->checks, &columns, store, error))
    return FALSE;

  g_array_sort_with_data (self->checks, compare_checks, edition);
  count_checks (self);
  return TRUE;
}

/* How many assets leave the band of large risks if their medium's vulnerability becomes another. */
static gboolean
count_leaving (TagaExplanation *self, TagaStore *store, GError **error)
{
  const TagaScale *scale = taga_edition_get_scale (taga_store_get_edition (store));
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autoptr (TagaCursor) cursor = NULL;
  TagaFilter *medium = taga_filter_new (TAGA_ASSET_MEDIUM);
  TagaFilter *band = taga_filter_new (TAGA_ASSET_BAND);
  const char *const media[] = { self->medium, NULL };
  const char *const bands[] = { taga_band_to_key (TAGA_BAND_LARGE), NULL };
  const TagaValue *values;
  gboolean has_row = TRUE;

  medium->keys = g_strdupv ((char **) media);
  band->keys = g_strdupv ((char **) bands);
  taga_query_set_filter (query, medium);
  taga_query_set_filter (query, band);
  query->scope = TAGA_SCOPE_IN_USE;
  cursor = taga_cursor_new_for_rules (store, TAGA_TYPE_ASSET, query, error);

  while (cursor != NULL && has_row)
    {
      int likelihood;

      if (!taga_cursor_next (cursor, NULL, &values, &has_row, error))
        return FALSE;
      if (!has_row || values[TAGA_ASSET_VULNERABILITY_OVERRIDE].number != TAGA_UNKNOWN)
        continue;

      likelihood = taga_risk_likelihood (scale, (int) values[TAGA_ASSET_THREAT].number,
                                         self->lower_vulnerability);
      if (taga_risk_band (scale,
                          taga_risk_value ((int) values[TAGA_ASSET_IMPORTANCE].number, likelihood))
          != TAGA_BAND_LARGE)
        self->n_leaving++;
    }

  return cursor != NULL;
}

/* The vulnerability if the first so many of the open items were done; done last are the items that
 * are done in part already. */
static int
get_vulnerability_after (TagaExplanation *self, const TagaScale *scale, guint n_more)
{
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < self->checks->len; i++)
    {
      const TagaExplainedItem *item = &g_array_index (self->checks, TagaExplainedItem, i);
      int answer = i < n_more ? TAGA_ANSWER_DONE : (int) item->number;

      g_array_append_val (answers, answer);
    }

  return taga_risk_vulnerability (scale, (int *) (gpointer) answers->data, answers->len);
}

static int
get_risk (TagaExplanation *self, const TagaScale *scale, int threat, int vulnerability)
{
  return taga_risk_value (self->importance, taga_risk_likelihood (scale, threat, vulnerability));
}

/* The fewest checks that would lower the risk. */
static gboolean
explain_lower (TagaExplanation *self, TagaStore *store, GError **error)
{
  const TagaScale *scale = taga_edition_get_scale (taga_store_get_edition (store));

  if (self->vulnerability_overridden || self->risk == TAGA_UNKNOWN)
    return TRUE;

  for (guint n = 1; n <= self->n_open; n++)
    {
      int vulnerability = get_vulnerability_after (self, scale, n);
      int risk = get_risk (self, scale, self->threat, vulnerability);

      if (risk >= self->risk)
        continue;

      self->n_needed = n;
      self->lower_vulnerability = vulnerability;
      self->lower_risk = risk;
      self->lower_band = taga_risk_band (scale, risk);
      return count_leaving (self, store, error);
    }

  return TRUE;
}

/* What would follow if the threat came less often. */
static void
explain_calm (TagaExplanation *self, TagaStore *store)
{
  const TagaScale *scale = taga_edition_get_scale (taga_store_get_edition (store));
  int risk;

  self->calm_risk = TAGA_UNKNOWN;
  if (self->risk == TAGA_UNKNOWN || self->threat <= 1)
    return;

  risk = get_risk (self, scale, self->threat - 1, self->vulnerability);
  if (risk >= self->risk)
    return;

  self->calm_risk = risk;
  self->calm_band = taga_risk_band (scale, risk);
}

static const char *
intern_medium (TagaStore *store, const char *key)
{
  const TagaChoice *choice =
      key == NULL ? NULL : taga_edition_find_choice (taga_store_get_edition (store), "medium", key);

  return choice == NULL ? NULL : choice->key;
}

/**
 * taga_explanation_new:
 * @store: a store
 * @asset: an asset, its computed fields up to date; it may hold values that are not in the file yet
 * @error: return location for an error
 *
 * Explains an asset's risk: each input, what decided it, and what would lower it.
 *
 * Returns: (transfer full) (nullable): the explanation, which lives no longer than the store's
 * edition, or `NULL` with any [error@StoreError]
 */
TagaExplanation *
taga_explanation_new (TagaStore *store, TagaRecord *asset, GError **error)
{
  g_autoptr (TagaExplanation) self = g_new0 (TagaExplanation, 1);

  self->threats = g_array_new (FALSE, FALSE, sizeof (TagaExplainedItem));
  self->checks = g_array_new (FALSE, FALSE, sizeof (TagaExplainedItem));
  g_array_set_clear_func (self->threats, clear_item);
  g_array_set_clear_func (self->checks, clear_item);
  self->medium = intern_medium (store, taga_record_get_text (asset, TAGA_ASSET_MEDIUM));
  self->importance = (int) taga_record_get_number (asset, TAGA_ASSET_IMPORTANCE);
  self->by_mark = taga_asset_has_personal_information (taga_record_get_value (asset, 0));
  self->threat = (int) taga_record_get_number (asset, TAGA_ASSET_THREAT);
  self->vulnerability = (int) taga_record_get_number (asset, TAGA_ASSET_VULNERABILITY);
  self->likelihood = (int) taga_record_get_number (asset, TAGA_ASSET_LIKELIHOOD);
  self->risk = (int) taga_record_get_number (asset, TAGA_ASSET_RISK);
  self->band = taga_risk_band (taga_edition_get_scale (taga_store_get_edition (store)), self->risk);
  self->threat_overridden =
      taga_record_get_number (asset, TAGA_ASSET_THREAT_OVERRIDE) != TAGA_UNKNOWN;
  self->vulnerability_overridden =
      taga_record_get_number (asset, TAGA_ASSET_VULNERABILITY_OVERRIDE) != TAGA_UNKNOWN;
  self->lower_vulnerability = TAGA_UNKNOWN;
  explain_calm (self, store);

  if (self->medium != NULL
      && (!explain_threat (self, store, error) || !explain_vulnerability (self, store, error)
          || !explain_lower (self, store, error)))
    return NULL;

  return g_steal_pointer (&self);
}
