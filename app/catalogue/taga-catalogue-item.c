#include "taga-catalogue-item.h"

#include <glib/gi18n-lib.h>

static gboolean
read_optional_words (TagaCatalogue *self,
                     const TagaJson *place,
                     const char *member,
                     const char **ja,
                     const char **en,
                     GError **error)
{
  return !taga_json_has (place, member)
         || taga_catalogue_get_words (self, place, member, ja, en, error);
}

/**
 * taga_catalogue_read_item:
 * @self: a catalogue
 * @place: a place that holds an object
 * @item: (inout): the item
 * @error: return location for an error, or `NULL`
 *
 * Reads the members that all items have: key and title, and "short", "help", "when" and "plain" if
 * they are there. Its lists become empty ones.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID`
 */
gboolean
taga_catalogue_read_item (TagaCatalogue *self,
                          const TagaJson *place,
                          TagaItem *item,
                          GError **error)
{
  const char *const *none = taga_catalogue_keep_list (self, NULL);

  if (!taga_json_get_key (place, "key", &item->key, error)
      || !taga_catalogue_get_words (self, place, "title", &item->title_ja, &item->title_en, error))
    return FALSE;

  item->key = taga_catalogue_keep (self, item->key);
  item->short_ja = item->title_ja;
  item->short_en = item->title_en;
  item->media = none;
  item->checks = none;
  item->rules = none;
  item->rules_some = none;

  return read_optional_words (self, place, "short", &item->short_ja, &item->short_en, error)
         && read_optional_words (self, place, "help", &item->help_ja, &item->help_en, error)
         && read_optional_words (self, place, "when", &item->when_ja, &item->when_en, error)
         && read_optional_words (self, place, "plain", &item->plain_ja, &item->plain_en, error);
}

/**
 * taga_catalogue_add_item:
 * @items: a list of items
 * @place: where the item stands
 * @item: the item, whose texts the catalogue keeps already
 * @error: return location for an error, or `NULL`
 *
 * Adds an item to a list.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID` if its
 * key is taken
 */
gboolean
taga_catalogue_add_item (TagaItems *items,
                         const TagaJson *place,
                         const TagaItem *item,
                         GError **error)
{
  if (g_hash_table_contains (items->by_key, item->key))
    return taga_json_fail (place, "key", error, _ ("“%s” stands here twice"), item->key);

  g_array_append_vals (items->items, item, 1);
  g_hash_table_insert (items->by_key, (gpointer) item->key, GUINT_TO_POINTER (items->items->len));
  return TRUE;
}

/**
 * taga_catalogue_find_item:
 * @items: a list of items
 * @key: key of an item
 *
 * Finds an item by its key.
 *
 * Returns: (transfer none) (nullable): the item, good until another one is added, or `NULL` if
 * there is none
 */
TagaItem *
taga_catalogue_find_item (TagaItems *items, const char *key)
{
  guint i = GPOINTER_TO_UINT (g_hash_table_lookup (items->by_key, key));

  return i == 0 ? NULL : &g_array_index (items->items, TagaItem, i - 1);
}

/**
 * taga_catalogue_read_references:
 * @self: a catalogue in which the list is read
 * @place: a place that holds an object
 * @member: name of the member that is the array of keys
 * @list: "check" or "rule": the list whose items are meant
 * @found: (element-type TagaItem): where to add the items
 * @error: return location for an error, or `NULL`
 *
 * Reads an array of keys of items. All must be known, and none may stand there twice.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID`
 */
gboolean
taga_catalogue_read_references (TagaCatalogue *self,
                                const TagaJson *place,
                                const char *member,
                                const char *list,
                                GPtrArray *found,
                                GError **error)
{
  TagaItems *items = g_hash_table_lookup (self->items, list);
  TagaJson array, element;
  guint n;

  if (!taga_json_get_array (place, member, &array, &n, error))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      const char *key;
      TagaItem *item;

      taga_json_get_element (&array, i, &element);
      if (!taga_json_get_key (&element, NULL, &key, error))
        return FALSE;

      item = taga_catalogue_find_item (items, key);
      if (item == NULL)
        return g_str_equal (list, "check")
                   ? taga_json_fail (&element, NULL, error, _ ("there is no check item “%s”"), key)
                   : taga_json_fail (&element, NULL, error, _ ("there is no rule “%s”"), key);
      if (g_ptr_array_find (found, item, NULL))
        return taga_json_fail (&element, NULL, error, _ ("“%s” stands here twice"), key);
      g_ptr_array_add (found, item);
    }

  return TRUE;
}

/**
 * taga_catalogue_keep_keys:
 * @self: a catalogue
 * @items: (element-type TagaItem): some of its items
 *
 * Makes a list of the keys of items.
 *
 * Returns: (transfer none) (array zero-terminated=1): the list, which may be empty
 */
const char *const *
taga_catalogue_keep_keys (TagaCatalogue *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_sized_new (items->len);

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (keys, (gpointer) ((const TagaItem *) g_ptr_array_index (items, i))->key);

  return taga_catalogue_keep_list (self, keys);
}
