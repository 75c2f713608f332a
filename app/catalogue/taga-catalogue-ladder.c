#include <glib/gi18n-lib.h>

#include "taga-catalogue-item.h"

/* Reads the key of the axis that a question belongs to, which must be known. */
static gboolean
read_axis_key (TagaCatalogue *self, const TagaJson *place, const char **axis, GError **error)
{
  TagaItems *axes = g_hash_table_lookup (self->items, "axis");
  const TagaItem *found;
  const char *key;

  if (!taga_json_has (place, "axis"))
    return TRUE;
  if (!taga_json_get_key (place, "axis", &key, error))
    return FALSE;

  found = taga_catalogue_find_item (axes, key);
  if (found == NULL)
    return taga_json_fail (place, "axis", error, _ ("there is no axis “%s”"), key);

  *axis = found->key;
  return TRUE;
}

/* Reads a group and the items in it; what each of them may have more is for the list to say. */
static gboolean
read_group (TagaCatalogue *self,
            const TagaJson *place,
            const char *const *names,
            const char *group_list,
            const char *list,
            const char *member,
            GError **error)
{
  static const char *const item_names[] = { "key", "title", "short", "help", "axis", NULL };
  TagaItems *groups = g_hash_table_lookup (self->items, group_list);
  TagaItems *items = g_hash_table_lookup (self->items, list);
  gboolean has_axis = g_str_equal (list, "question");
  TagaItem group = { 0 };
  TagaJson array, element;
  guint n;

  if (!taga_json_check_members (place, names, error)
      || !taga_catalogue_read_item (self, place, &group, error)
      || !taga_catalogue_add_item (groups, place, &group, error)
      || !taga_json_get_array (place, member, &array, &n, error))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      TagaItem item = { 0 };

      taga_json_get_element (&array, i, &element);
      if (!taga_json_check_members (&element, item_names, error)
          || !taga_catalogue_read_item (self, &element, &item, error))
        return FALSE;
      if (!has_axis && taga_json_has (&element, "axis"))
        return taga_json_fail (&element, "axis", error, _ ("does not belong here"));

      item.group = group.key;
      if (!read_axis_key (self, &element, &item.axis, error)
          || !taga_catalogue_add_item (items, &element, &item, error))
        return FALSE;
    }

  return TRUE;
}

/* The totals that the answers can give, from the worst answer to every question to the best. */
static void
get_totals (TagaCatalogue *self, int *lowest, int *highest)
{
  const TagaDomain *answers = g_hash_table_lookup (self->domains, "question-answer");
  const TagaItems *questions = g_hash_table_lookup (self->items, "question");
  int n = (int) questions->items->len;

  *lowest = 0;
  *highest = 0;
  for (guint i = 0; i < answers->choices->len; i++)
    {
      int points = g_array_index (answers->choices, TagaChoice, i).points;

      *lowest = MIN (*lowest, points * n);
      *highest = MAX (*highest, points * n);
    }
}

/* Each reading begins at a total, and reaches up to where the next one begins. */
static gboolean
read_readings (TagaCatalogue *self, const TagaJson *top, GError **error)
{
  static const char *const names[] = { "key", "from", "label", "cell", "text", "advice", NULL };
  TagaDomain *domain = taga_catalogue_add_domain (self, "question-reading");
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  TagaJson array, element;
  int lowest, highest;
  guint n;

  get_totals (self, &lowest, &highest);
  if (!taga_catalogue_read_choices (self, top, "readings", names, domain, error)
      || !taga_json_get_array (top, "readings", &array, &n, error))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      int *from = &g_array_index (domain->choices, TagaChoice, i).number;

      taga_json_get_element (&array, i, &element);
      if (!taga_json_get_integer (&element, "from", lowest, highest, from, error))
        return FALSE;
      if (!g_hash_table_add (seen, GINT_TO_POINTER (*from)))
        return taga_json_fail (&element, "from", error, _ ("%d stands here twice"), *from);
    }

  if (!g_hash_table_contains (seen, GINT_TO_POINTER (lowest)))
    return taga_json_fail (&array, NULL, error, _ ("none begins at %d, the lowest total"), lowest);

  return TRUE;
}

/**
 * taga_catalogue_read_self_check:
 * @self: a catalogue whose vocabulary and axes are read
 * @top: the file
 * @error: return location for an error, or `NULL`
 *
 * Reads the questions of the self-check, their parts, and the readings of the total.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID`
 */
gboolean
taga_catalogue_read_self_check (TagaCatalogue *self, const TagaJson *top, GError **error)
{
  static const char *const top_names[] = { "sources", "parts", "readings", NULL };
  static const char *const sources[] = { "question", "question-axis", "question-reading", NULL };
  static const char *const names[] = { "key", "title", "short", "help", "questions", NULL };
  TagaJson array, element;
  guint n;

  taga_catalogue_add_items (self, "question-part");
  taga_catalogue_add_items (self, "question");

  if (!taga_json_check_members (top, top_names, error)
      || !taga_catalogue_add_sources (self, top, sources, error)
      || !taga_json_get_array (top, "parts", &array, &n, error))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      taga_json_get_element (&array, i, &element);
      if (!read_group (self, &element, names, "question-part", "question", "questions", error))
        return FALSE;
    }

  return read_readings (self, top, error);
}

/**
 * taga_catalogue_read_roles:
 * @self: a catalogue
 * @top: the file
 * @error: return location for an error, or `NULL`
 *
 * Reads the roles of the security organisation and of an emergency, with their duties.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID`
 */
gboolean
taga_catalogue_read_roles (TagaCatalogue *self, const TagaJson *top, GError **error)
{
  static const char *const top_names[] = { "source", "groups", NULL };
  static const char *const names[] = { "key", "title", "short", "help", "roles", NULL };
  TagaJson array, element;
  guint n;

  taga_catalogue_add_items (self, "role-group");
  taga_catalogue_add_items (self, "role");

  if (!taga_json_check_members (top, top_names, error)
      || !taga_catalogue_add_source (self, "role", top, "source", error)
      || !taga_json_get_array (top, "groups", &array, &n, error))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      taga_json_get_element (&array, i, &element);
      if (!read_group (self, &element, names, "role-group", "role", "roles", error))
        return FALSE;
    }

  return TRUE;
}
