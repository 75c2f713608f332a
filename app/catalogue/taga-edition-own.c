#include "taga-edition-own.h"

#include "taga-catalogue.h"
#include "taga-edition-private.h"

/* What a company adds to a method edition: items of its own, and what a check item counts for. */

static void
add_part (TagaCatalogue *catalogue, const TagaOwnPart *part)
{
  TagaItems *items = g_hash_table_lookup (catalogue->items, part->list);
  TagaItem item = { 0 };

  if (items == NULL || g_hash_table_contains (items->by_key, part->key))
    return;

  item.key = taga_catalogue_keep (catalogue, part->key);
  item.group = taga_catalogue_keep (catalogue, part->group);
  item.title_ja = item.title_en = taga_catalogue_keep (catalogue, part->title);
  item.short_ja = item.short_en = item.title_ja;
  if (part->help != NULL)
    item.help_ja = item.help_en = taga_catalogue_keep (catalogue, part->help);
  item.media = taga_catalogue_keep_list (catalogue, NULL);
  item.checks = item.rules = item.rules_some = item.media;
  item.is_own = TRUE;

  g_array_append_val (items->items, item);
  g_hash_table_insert (items->by_key, (gpointer) item.key, GUINT_TO_POINTER (items->items->len));
  if (part->is_retired)
    items->n_retired++;
}

/* A list with or without one of its keys, in the order in which they were. */
static const char *const *
change_list (TagaCatalogue *catalogue, const char *const *list, const char *key, gboolean counts)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    if (!g_str_equal (list[i], key))
      g_ptr_array_add (keys, (gpointer) list[i]);
  if (counts)
    g_ptr_array_add (keys, (gpointer) taga_catalogue_keep (catalogue, key));

  return taga_catalogue_keep_list (catalogue, keys);
}

static TagaItem *
find_item (TagaCatalogue *catalogue, const char *list, const char *key)
{
  TagaItems *items = g_hash_table_lookup (catalogue->items, list);
  guint i = items == NULL ? 0 : GPOINTER_TO_UINT (g_hash_table_lookup (items->by_key, key));

  return i == 0 ? NULL : &g_array_index (items->items, TagaItem, i - 1);
}

/* What another edition knew and this one does not is left out. */
static void
apply_change (TagaCatalogue *catalogue, const TagaMappingChange *change)
{
  const TagaDomain *media = g_hash_table_lookup (catalogue->domains, "medium");
  TagaItem *check = find_item (catalogue, "check", change->item);
  TagaItem *axis = find_item (catalogue, "axis", change->target);

  if (check == NULL)
    return;

  if (g_str_equal (change->kind, "axis") && axis != NULL)
    axis->checks = change_list (catalogue, axis->checks, check->key, change->counts);
  else if (g_str_equal (change->kind, "medium")
           && g_hash_table_contains (media->by_key, change->target))
    check->media = change_list (catalogue, check->media, change->target, change->counts);
}

/**
 * taga_edition_load_with:
 * @key: key of an edition
 * @parts: (array length=n_parts): items of the company's own; those that are retired come last
 * @n_parts: how many
 * @changes: (array length=n_changes): what check items count for, otherwise than shipped
 * @n_changes: how many
 * @error: return location for an error, or `NULL`
 *
 * Loads an edition that comes with the program together with what a company has added to it.
 *
 * Returns: (transfer full): the edition, or `NULL` with @error set, as for [func@Edition.load]
 */
TagaEdition *
taga_edition_load_with (const char *key,
                        const TagaOwnPart *parts,
                        guint n_parts,
                        const TagaMappingChange *changes,
                        guint n_changes,
                        GError **error)
{
  g_autoptr (TagaEdition) edition = taga_edition_load (key, error);
  TagaCatalogue *catalogue;

  if (edition == NULL)
    return NULL;

  /* Nobody has seen the edition yet, so it may still change. */
  catalogue = (TagaCatalogue *) taga_edition_get_catalogue (edition);
  for (guint i = 0; i < n_parts; i++)
    add_part (catalogue, &parts[i]);
  for (guint i = 0; i < n_changes; i++)
    apply_change (catalogue, &changes[i]);

  return g_steal_pointer (&edition);
}
