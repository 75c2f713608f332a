#include <glib/gi18n-lib.h>

#include "taga-catalogue-item.h"

/* Reads the key of a medium, which must be known. */
static gboolean
get_medium (TagaCatalogue *self, const TagaJson *place, const char **medium, GError **error)
{
  const TagaDomain *media = g_hash_table_lookup (self->domains, "medium");

  if (!taga_json_get_key (place, "medium", medium, error))
    return FALSE;
  if (!g_hash_table_contains (media->by_key, *medium))
    return taga_json_fail (place, "medium", error, _ ("there is no medium “%s”"), *medium);

  *medium = taga_catalogue_keep (self, *medium);
  return TRUE;
}

/* A medium without a threat, or without a check item, could never have a risk. */
static gboolean
check_all_media (TagaCatalogue *self,
                 const TagaJson *top,
                 const char *member,
                 GHashTable *media,
                 GError **error)
{
  const TagaDomain *domain = g_hash_table_lookup (self->domains, "medium");

  for (guint i = 0; i < domain->choices->len; i++)
    {
      const char *key = g_array_index (domain->choices, TagaChoice, i).key;

      if (!g_hash_table_contains (media, key))
        return taga_json_fail (top, member, error, _ ("there is none for the medium “%s”"), key);
    }

  return TRUE;
}

/**
 * taga_catalogue_read_threats:
 * @self: a catalogue whose media are read
 * @top: the file
 * @error: return location for an error, or `NULL`
 *
 * Reads the threats, each of which belongs to a medium.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID`
 */
gboolean
taga_catalogue_read_threats (TagaCatalogue *self, const TagaJson *top, GError **error)
{
  static const char *const top_names[] = { "source", "threats", NULL };
  static const char *const names[] = { "key", "medium", "title", "short", "help", "plain", NULL };
  TagaItems *threats = taga_catalogue_add_items (self, "threat");
  g_autoptr (GHashTable) media = g_hash_table_new (g_str_hash, g_str_equal);
  TagaJson array, element;
  guint n;

  if (!taga_json_check_members (top, top_names, error)
      || !taga_catalogue_add_source (self, "threat", top, "source", error)
      || !taga_json_get_array (top, "threats", &array, &n, error))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      TagaItem item = { 0 };

      taga_json_get_element (&array, i, &element);
      if (!taga_json_check_members (&element, names, error)
          || !taga_catalogue_read_item (self, &element, &item, error)
          || !get_medium (self, &element, &item.group, error)
          || !taga_catalogue_add_item (threats, &element, &item, error))
        return FALSE;
      g_hash_table_add (media, (gpointer) item.group);
    }

  return check_all_media (self, top, "threats", media, error);
}

static gboolean
read_group (TagaCatalogue *self, const TagaJson *place, GError **error)
{
  static const char *const names[] = { "key", "title", "short", "help", NULL };
  TagaItems *groups = g_hash_table_lookup (self->items, "check-group");
  TagaItems *checks = g_hash_table_lookup (self->items, "check");
  TagaItem group = { 0 };
  TagaJson array, element;
  guint n;

  if (!taga_catalogue_read_item (self, place, &group, error)
      || !taga_catalogue_add_item (groups, place, &group, error)
      || !taga_json_get_array (place, "items", &array, &n, error))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      TagaItem item = { 0 };

      taga_json_get_element (&array, i, &element);
      if (!taga_json_check_members (&element, names, error)
          || !taga_catalogue_read_item (self, &element, &item, error))
        return FALSE;
      item.group = group.key;
      if (!taga_catalogue_add_item (checks, &element, &item, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * taga_catalogue_read_checks:
 * @self: a catalogue
 * @top: the file
 * @error: return location for an error, or `NULL`
 *
 * Reads the check items and their groups.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID`
 */
gboolean
taga_catalogue_read_checks (TagaCatalogue *self, const TagaJson *top, GError **error)
{
  static const char *const top_names[] = { "source", "groups", NULL };
  static const char *const names[] = { "key", "title", "short", "help", "when", "items", NULL };
  TagaJson array, element;
  guint n;

  taga_catalogue_add_items (self, "check-group");
  taga_catalogue_add_items (self, "check");

  if (!taga_json_check_members (top, top_names, error)
      || !taga_catalogue_add_source (self, "check", top, "source", error)
      || !taga_json_get_array (top, "groups", &array, &n, error))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      taga_json_get_element (&array, i, &element);
      if (!taga_json_check_members (&element, names, error) || !read_group (self, &element, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_mapped_medium (TagaCatalogue *self,
                    const TagaJson *place,
                    GHashTable *seen,
                    GPtrArray **media_of_checks,
                    GError **error)
{
  TagaItems *checks = g_hash_table_lookup (self->items, "check");
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  const char *medium;

  if (!get_medium (self, place, &medium, error))
    return FALSE;
  if (!g_hash_table_add (seen, (gpointer) medium))
    return taga_json_fail (place, "medium", error, _ ("“%s” stands here twice"), medium);
  if (!taga_catalogue_read_references (self, place, "items", "check", found, error))
    return FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      TagaItem *item = g_ptr_array_index (found, i);

      g_ptr_array_add (media_of_checks[item - &g_array_index (checks->items, TagaItem, 0)],
                       (gpointer) medium);
    }

  return TRUE;
}

/**
 * taga_catalogue_read_mapping:
 * @self: a catalogue whose media and check items are read
 * @top: the file
 * @error: return location for an error, or `NULL`
 *
 * Reads which check items protect which media.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID`
 */
gboolean
taga_catalogue_read_mapping (TagaCatalogue *self, const TagaJson *top, GError **error)
{
  static const char *const top_names[] = { "source", "media", NULL };
  static const char *const names[] = { "medium", "items", NULL };
  TagaItems *checks = g_hash_table_lookup (self->items, "check");
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  TagaJson array, element;
  guint n;

  if (!taga_json_check_members (top, top_names, error)
      || !taga_catalogue_add_source (self, "mapping", top, "source", error)
      || !taga_json_get_array (top, "media", &array, &n, error))
    return FALSE;

  for (guint i = 0; i < checks->items->len; i++)
    g_ptr_array_add (lists, g_ptr_array_new ());

  for (guint i = 0; i < n; i++)
    {
      taga_json_get_element (&array, i, &element);
      if (!taga_json_check_members (&element, names, error)
          || !read_mapped_medium (self, &element, seen, (GPtrArray **) lists->pdata, error))
        return FALSE;
    }

  for (guint i = 0; i < checks->items->len; i++)
    g_array_index (checks->items, TagaItem, i).media =
        taga_catalogue_keep_list (self, g_ptr_array_index (lists, i));

  return check_all_media (self, top, "media", seen, error);
}

/* Adds the items of each of the groups that a regulation answers. */
static gboolean
read_group_checks (TagaCatalogue *self, const TagaJson *place, GPtrArray *found, GError **error)
{
  TagaItems *groups = g_hash_table_lookup (self->items, "check-group");
  TagaItems *checks = g_hash_table_lookup (self->items, "check");
  TagaJson array, element;
  const char *key;
  guint n;

  if (!taga_json_get_array (place, "groups", &array, &n, error))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      taga_json_get_element (&array, i, &element);
      if (!taga_json_get_key (&element, NULL, &key, error))
        return FALSE;
      if (taga_catalogue_find_item (groups, key) == NULL)
        return taga_json_fail (&element, NULL, error, _ ("there is no group “%s”"), key);

      for (guint j = 0; j < checks->items->len; j++)
        {
          TagaItem *item = &g_array_index (checks->items, TagaItem, j);

          if (!g_str_equal (item->group, key))
            continue;
          if (g_ptr_array_find (found, item, NULL))
            return taga_json_fail (&element, NULL, error, _ ("“%s” stands here twice"), key);
          g_ptr_array_add (found, item);
        }
    }

  return TRUE;
}

static gboolean
read_regulation (TagaCatalogue *self, const TagaJson *place, TagaItems *known, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  TagaItem item = { 0 };

  if (!taga_catalogue_read_item (self, place, &item, error)
      || (taga_json_has (place, "groups") && !read_group_checks (self, place, found, error))
      || (taga_json_has (place, "items")
          && !taga_catalogue_read_references (self, place, "items", "check", found, error)))
    return FALSE;

  item.checks = taga_catalogue_keep_keys (self, found);
  return taga_catalogue_add_item (known, place, &item, error);
}

/**
 * taga_catalogue_read_regulations:
 * @self: a catalogue whose check items are read
 * @top: the file
 * @error: return location for an error, or `NULL`
 *
 * Reads the regulations of all editions. [func@catalogue_select_regulations] takes those of one.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID`
 */
gboolean
taga_catalogue_read_regulations (TagaCatalogue *self, const TagaJson *top, GError **error)
{
  static const char *const top_names[] = { "regulations", NULL };
  static const char *const names[] = { "key",  "title",  "short", "help",
                                       "when", "groups", "items", NULL };
  TagaItems *known = taga_catalogue_add_items (self, "known-regulation");
  TagaJson array, element;
  guint n;

  if (!taga_json_check_members (top, top_names, error)
      || !taga_json_get_array (top, "regulations", &array, &n, error))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      taga_json_get_element (&array, i, &element);
      if (!taga_json_check_members (&element, names, error)
          || !read_regulation (self, &element, known, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * taga_catalogue_select_regulations:
 * @self: a catalogue whose regulations are read
 * @top: the edition's file
 * @error: return location for an error, or `NULL`
 *
 * Takes the regulations that the edition names, in its order.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID`
 */
gboolean
taga_catalogue_select_regulations (TagaCatalogue *self, const TagaJson *top, GError **error)
{
  TagaItems *known = g_hash_table_lookup (self->items, "known-regulation");
  TagaItems *regulations = taga_catalogue_add_items (self, "regulation");
  TagaJson array, element;
  guint n;

  if (!taga_json_get_array (top, "regulations", &array, &n, error))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      const char *key;
      const TagaItem *item;

      taga_json_get_element (&array, i, &element);
      if (!taga_json_get_key (&element, NULL, &key, error))
        return FALSE;

      item = taga_catalogue_find_item (known, key);
      if (item == NULL)
        return taga_json_fail (&element, NULL, error, _ ("there is no regulation “%s”"), key);
      if (!taga_catalogue_add_item (regulations, &element, item, error))
        return FALSE;
    }

  g_hash_table_remove (self->items, "known-regulation");
  return TRUE;
}
