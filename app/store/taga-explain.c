#include "taga-explain.h"

#include "taga-asset.h"
#include "taga-check.h"
#include "taga-cursor.h"
#include "taga-threat.h"

/**
 * taga_explanation_free:
 * @self: (transfer full): an explanation
 *
 * Frees an explanation.
 */
void
taga_explanation_free (TagaExplanation *self)
{
  g_free (self->threat_by);
  g_free (self->threat_on);
  g_ptr_array_unref (self->open_items);
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

/* The first threat of the medium with the highest frequency is the one that decides. */
static gboolean
explain_threat (TagaExplanation *self, TagaStore *store, GError **error)
{
  TagaEdition *edition = taga_store_get_edition (store);
  g_autoptr (TagaQuery) query = create_round_query (store, TAGA_THREAT_ROUND);
  g_autoptr (TagaCursor) cursor = taga_cursor_new (store, TAGA_TYPE_THREAT, query, error);
  const TagaValue *values;
  gboolean has_row = TRUE;
  gint64 highest = TAGA_UNKNOWN;

  while (cursor != NULL && has_row)
    {
      const TagaItem *item;

      if (!taga_cursor_next (cursor, NULL, &values, &has_row, error))
        return FALSE;
      if (!has_row)
        break;

      item = taga_edition_find_item (edition, "threat", values[TAGA_THREAT_ITEM].text);
      if (item == NULL || g_strcmp0 (item->group, self->medium) != 0
          || values[TAGA_THREAT_FREQUENCY].number <= highest)
        continue;

      highest = values[TAGA_THREAT_FREQUENCY].number;
      self->threat_item = item->key;
      g_free (self->threat_by);
      g_free (self->threat_on);
      self->threat_by = g_strdup (values[TAGA_THREAT_ANSWERED_BY].text);
      self->threat_on = g_strdup (values[TAGA_THREAT_ANSWERED_ON].text);
    }

  return cursor != NULL;
}

static void
count_check (TagaExplanation *self, const TagaItem *item, gint64 answer, GPtrArray *partial)
{
  if (answer == TAGA_ANSWER_NOT_APPLICABLE)
    return;

  self->n_applicable++;
  if (answer == TAGA_ANSWER_DONE)
    self->n_done++;
  else if (answer == TAGA_ANSWER_PARTLY)
    {
      self->n_partly++;
      g_ptr_array_add (partial, (gpointer) item->key);
    }
  else
    g_ptr_array_add (self->open_items, (gpointer) item->key);
}

static gboolean
explain_vulnerability (TagaExplanation *self, TagaStore *store, GError **error)
{
  TagaEdition *edition = taga_store_get_edition (store);
  g_autoptr (TagaQuery) query = create_round_query (store, TAGA_CHECK_ROUND);
  g_autoptr (TagaCursor) cursor = taga_cursor_new (store, TAGA_TYPE_CHECK, query, error);
  g_autoptr (GPtrArray) partial = g_ptr_array_new ();
  const TagaValue *values;
  gboolean has_row = TRUE;

  while (cursor != NULL && has_row)
    {
      const TagaItem *item;

      if (!taga_cursor_next (cursor, NULL, &values, &has_row, error))
        return FALSE;
      if (!has_row)
        break;

      item = taga_edition_find_item (edition, "check", values[TAGA_CHECK_ITEM].text);
      if (item != NULL && item->media != NULL && self->medium != NULL
          && g_strv_contains (item->media, self->medium))
        count_check (self, item, values[TAGA_CHECK_ANSWER].number, partial);
    }

  g_ptr_array_extend (self->open_items, partial, NULL, NULL);
  return cursor != NULL;
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

/* What would follow if the rest of the medium's checks were done. */
static gboolean
explain_lower (TagaExplanation *self, TagaStore *store, GError **error)
{
  const TagaScale *scale = taga_edition_get_scale (taga_store_get_edition (store));
  const int all_done = TAGA_ANSWER_DONE;

  if (self->vulnerability_overridden || self->open_items->len == 0 || self->risk == TAGA_UNKNOWN)
    return TRUE;

  self->lower_vulnerability = taga_risk_vulnerability (scale, &all_done, 1);
  self->lower_risk = taga_risk_value (
      self->importance, taga_risk_likelihood (scale, self->threat, self->lower_vulnerability));
  self->lower_band = taga_risk_band (scale, self->lower_risk);
  if (self->lower_risk >= self->risk)
    {
      self->lower_vulnerability = TAGA_UNKNOWN;
      return TRUE;
    }

  return count_leaving (self, store, error);
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

  self->open_items = g_ptr_array_new ();
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

  if (self->medium != NULL
      && (!explain_threat (self, store, error) || !explain_vulnerability (self, store, error)
          || !explain_lower (self, store, error)))
    return NULL;

  return g_steal_pointer (&self);
}
