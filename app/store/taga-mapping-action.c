#include "taga-mapping-action.h"

#include <glib/gi18n-lib.h>

#include "taga-cursor.h"
#include "taga-language.h"
#include "taga-mapping.h"

/*
 * What a check item counts for, a medium or an axis, as the company has decided it. Only what
 * differs from the edition as it is shipped is kept.
 */

static void
filter_text (TagaQuery *query, guint field, const char *text)
{
  TagaFilter *filter = taga_filter_new (field);
  const char *const keys[] = { text, NULL };

  filter->keys = g_strdupv ((char **) keys);
  taga_query_set_filter (query, filter);
}

/* The records that say otherwise than the edition, of an item or of one of its targets. */
static GArray *
find_changes (TagaStore *store,
              const char *kind,
              const char *item,
              const char *target,
              GError **error)
{
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TagaCursor) cursor = NULL;
  gboolean has_row = TRUE;

  filter_text (query, TAGA_MAPPING_ITEM, item);
  if (kind != NULL)
    filter_text (query, TAGA_MAPPING_KIND, kind);
  if (target != NULL)
    filter_text (query, TAGA_MAPPING_TARGET, target);

  cursor = taga_cursor_new (store, TAGA_TYPE_MAPPING, query, error);
  while (cursor != NULL && has_row)
    {
      const TagaValue *values;
      gint64 id;

      if (!taga_cursor_next (cursor, &id, &values, &has_row, error))
        return NULL;
      if (has_row)
        g_array_append_val (ids, id);
    }

  return cursor == NULL ? NULL : g_steal_pointer (&ids);
}

/**
 * taga_mapping_counts:
 * @edition: a method edition, with what the company has changed or as it is shipped
 * @kind: "medium" or "axis"
 * @item: key of a check item
 * @target: key of a medium or axis
 *
 * Tells whether a check item counts for something.
 *
 * Returns: whether it does
 */
gboolean
taga_mapping_counts (TagaEdition *edition, const char *kind, const char *item, const char *target)
{
  gboolean is_axis = g_str_equal (kind, "axis");
  const TagaItem *known = is_axis ? taga_edition_find_item (edition, "axis", target)
                                  : taga_edition_find_item (edition, "check", item);

  if (known == NULL)
    return FALSE;

  return is_axis ? g_strv_contains (known->checks, item) : g_strv_contains (known->media, target);
}

/**
 * taga_mapping_count_changes:
 * @store: a store
 * @item: key of a check item
 * @error: return location for an error
 *
 * Counts in how many ways the company has changed what a check item counts for.
 *
 * Returns: how many, or -1 with any [error@StoreError]
 */
gint64
taga_mapping_count_changes (TagaStore *store, const char *item, GError **error)
{
  g_autoptr (GArray) ids = find_changes (store, NULL, item, NULL, error);

  return ids == NULL ? -1 : (gint64) ids->len;
}

static char *
create_label (TagaStore *store, const char *format, const char *item)
{
  const TagaItem *known = taga_edition_find_item (taga_store_get_edition (store), "check", item);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  const char *name = item;

  if (known != NULL)
    name = taga_language_is_japanese () ? known->short_ja : known->short_en;

  return g_strjoinv (name, parts);
}

static gboolean
end_step (TagaStore *store, gboolean done, GError **error)
{
  if (done)
    return taga_store_commit (store, error);

  taga_store_rollback (store);
  return FALSE;
}

static gboolean
remove_all (TagaStore *store, GArray *ids, GError **error)
{
  gboolean done = TRUE;

  for (guint i = 0; done && i < ids->len; i++)
    done = taga_store_remove (store, TAGA_TYPE_MAPPING, g_array_index (ids, gint64, i), error);

  return done;
}

static gboolean
insert_change (TagaStore *store,
               const char *kind,
               const char *item,
               const char *target,
               gboolean counts,
               GError **error)
{
  TagaValue *values = taga_values_new (TAGA_MAPPING_N_FIELDS);
  gboolean done;

  values[TAGA_MAPPING_KIND].text = g_strdup (kind);
  values[TAGA_MAPPING_ITEM].text = g_strdup (item);
  values[TAGA_MAPPING_TARGET].text = g_strdup (target);
  values[TAGA_MAPPING_COUNTS].number = counts;
  done = taga_store_insert (store, TAGA_TYPE_MAPPING, values, NULL, error);
  taga_values_free (values, TAGA_MAPPING_N_FIELDS);

  return done;
}

/**
 * taga_mapping_set:
 * @store: a store
 * @kind: "medium" or "axis"
 * @item: key of a check item
 * @target: key of a medium or axis of the edition
 * @counts: whether the item counts for it
 * @error: return location for an error
 *
 * Decides what a check item counts for, as one step. What stands already is no step.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_mapping_set (TagaStore *store,
                  const char *kind,
                  const char *item,
                  const char *target,
                  gboolean counts,
                  GError **error)
{
  TagaEdition *edition = taga_store_get_edition (store);
  g_autoptr (TagaEdition) shipped = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autofree char *label = NULL;
  gboolean done;

  if (taga_mapping_counts (edition, kind, item, target) == counts)
    return TRUE;

  shipped = taga_edition_load (taga_edition_get_key (edition), error);
  ids = shipped == NULL ? NULL : find_changes (store, kind, item, target, error);
  if (ids == NULL)
    return FALSE;

  /* Translators: %s is a check item */
  label = create_label (store, _ ("Change what “%s” counts for"), item);
  if (!taga_store_begin (store, label, error))
    return FALSE;

  done = remove_all (store, ids, error);
  if (done && taga_mapping_counts (shipped, kind, item, target) != counts)
    done = insert_change (store, kind, item, target, counts, error);

  return end_step (store, done, error);
}

/**
 * taga_mapping_reset:
 * @store: a store
 * @item: key of a check item
 * @error: return location for an error
 *
 * Lets a check item count for what the edition says, as one step.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_mapping_reset (TagaStore *store, const char *item, GError **error)
{
  g_autoptr (GArray) ids = find_changes (store, NULL, item, NULL, error);
  g_autofree char *label = NULL;

  if (ids == NULL)
    return FALSE;
  if (ids->len == 0)
    return TRUE;

  /* Translators: %s is a check item */
  label = create_label (store, _ ("Reset what “%s” counts for"), item);
  return taga_store_begin (store, label, error)
         && end_step (store, remove_all (store, ids, error), error);
}
