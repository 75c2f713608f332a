#include <glib/gi18n-lib.h>

#include "taga-catalogue-item.h"

/* Reads a rule and the questions by which the company checks it again. */
static gboolean
read_rule (TagaCatalogue *self, const TagaJson *place, GError **error)
{
  static const char *const names[] = { "key", "title", "short", "help", "recheck", NULL };
  static const char *const recheck_names[] = { "key", "title", "short", "help", NULL };
  TagaItems *rules = g_hash_table_lookup (self->items, "rule");
  TagaItems *rechecks = g_hash_table_lookup (self->items, "recheck");
  TagaItem rule = { 0 };
  TagaJson array, element;
  guint n;

  if (!taga_json_check_members (place, names, error)
      || !taga_catalogue_read_item (self, place, &rule, error)
      || !taga_catalogue_add_item (rules, place, &rule, error)
      || !taga_json_get_array (place, "recheck", &array, &n, error))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      TagaItem recheck = { 0 };

      taga_json_get_element (&array, i, &element);
      if (!taga_json_check_members (&element, recheck_names, error)
          || !taga_catalogue_read_item (self, &element, &recheck, error))
        return FALSE;
      recheck.group = rule.key;
      if (!taga_catalogue_add_item (rechecks, &element, &recheck, error))
        return FALSE;
    }

  return TRUE;
}

/* Reads a set of rules, which the company must be able to choose. */
static gboolean
read_set (TagaCatalogue *self, const TagaJson *place, TagaItems *sets, GError **error)
{
  static const char *const names[] = { "key", "title", "short", "help", "rules", NULL };
  const TagaDomain *choices = g_hash_table_lookup (self->domains, "rule-set");
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  TagaItem set = { 0 };

  if (!taga_json_check_members (place, names, error)
      || !taga_catalogue_read_item (self, place, &set, error))
    return FALSE;
  if (!g_hash_table_contains (choices->by_key, set.key))
    return taga_json_fail (place, "key", error, _ ("there is no choice “%s” of this kind"),
                           set.key);
  if (!taga_catalogue_read_references (self, place, "rules", "rule", found, error))
    return FALSE;

  set.checks = taga_catalogue_keep_keys (self, found);
  return taga_catalogue_add_item (sets, place, &set, error);
}

static gboolean
read_sets (TagaCatalogue *self, const TagaJson *top, GError **error)
{
  const TagaDomain *choices = g_hash_table_lookup (self->domains, "rule-set");
  TagaItems *sets = taga_catalogue_add_items (self, "rule-set");
  TagaJson array, element;
  guint n;

  if (!taga_json_get_array (top, "sets", &array, &n, error))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      taga_json_get_element (&array, i, &element);
      if (!read_set (self, &element, sets, error))
        return FALSE;
    }

  for (guint i = 0; i < choices->choices->len; i++)
    {
      const char *key = g_array_index (choices->choices, TagaChoice, i).key;

      if (taga_catalogue_find_item (sets, key) == NULL)
        return taga_json_fail (&array, NULL, error, _ ("“%s” is missing"), key);
    }

  return TRUE;
}

/**
 * taga_catalogue_read_ladder_rules:
 * @self: a catalogue whose vocabulary is read
 * @top: the file
 * @error: return location for an error, or `NULL`
 *
 * Reads the rules with which a company starts, their re-check questions, and which of them are the
 * five and the six.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID`
 */
gboolean
taga_catalogue_read_ladder_rules (TagaCatalogue *self, const TagaJson *top, GError **error)
{
  static const char *const names[] = { "sources", "rules", "sets", NULL };
  static const char *const sources[] = { "rule", "recheck", NULL };
  TagaJson array, element;
  guint n;

  taga_catalogue_add_items (self, "rule");
  taga_catalogue_add_items (self, "recheck");

  if (!taga_json_check_members (top, names, error)
      || !taga_catalogue_add_sources (self, top, sources, error)
      || !taga_json_get_array (top, "rules", &array, &n, error))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      taga_json_get_element (&array, i, &element);
      if (!read_rule (self, &element, error))
        return FALSE;
    }

  return read_sets (self, top, error);
}

/* Reads the rules that help against a threat; a rule helps either directly or to some degree. */
static gboolean
read_helping_rules (TagaCatalogue *self, const TagaJson *place, TagaItem *item, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  if (taga_json_has (place, "rules")
      && !taga_catalogue_read_references (self, place, "rules", "rule", found, error))
    return FALSE;
  item->rules = taga_catalogue_keep_keys (self, found);

  if (taga_json_has (place, "rules-some"))
    {
      guint n = found->len;

      if (!taga_catalogue_read_references (self, place, "rules-some", "rule", found, error))
        return FALSE;
      if (n > 0)
        g_ptr_array_remove_range (found, 0, n);
      item->rules_some = taga_catalogue_keep_keys (self, found);
    }

  return TRUE;
}

/* A threat's key is its list and its rank in it, so that the two cannot come apart. */
static gboolean
check_rank (const TagaJson *place, const TagaItem *item, guint rank, GError **error)
{
  g_autofree char *key = g_strdup_printf ("%s-%u", item->group, rank);

  if (!g_str_equal (item->key, key))
    return taga_json_fail (place, "key", error, _ ("must be “%s”, as it stands in this place"),
                           key);

  return TRUE;
}

static gboolean
read_top_list (TagaCatalogue *self, const TagaJson *place, GError **error)
{
  static const char *const names[] = { "key", "title", "short", "help", "threats", NULL };
  static const char *const threat_names[] = { "key",   "title",      "short", "help",
                                              "rules", "rules-some", NULL };
  TagaItems *lists = g_hash_table_lookup (self->items, "top-threat-list");
  TagaItems *threats = g_hash_table_lookup (self->items, "top-threat");
  TagaItem list = { 0 };
  TagaJson array, element;
  guint n;

  if (!taga_json_check_members (place, names, error)
      || !taga_catalogue_read_item (self, place, &list, error)
      || !taga_catalogue_add_item (lists, place, &list, error)
      || !taga_json_get_array (place, "threats", &array, &n, error))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      TagaItem threat = { 0 };

      taga_json_get_element (&array, i, &element);
      if (!taga_json_check_members (&element, threat_names, error)
          || !taga_catalogue_read_item (self, &element, &threat, error))
        return FALSE;
      threat.group = list.key;
      if (!check_rank (&element, &threat, i + 1, error)
          || !read_helping_rules (self, &element, &threat, error)
          || !taga_catalogue_add_item (threats, &element, &threat, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * taga_catalogue_read_top_threats:
 * @self: a catalogue whose rules are read
 * @top: the file
 * @error: return location for an error, or `NULL`
 *
 * Reads IPA's lists of the ten threats to organisations, a list a year, and the rules that help
 * against each.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID`
 */
gboolean
taga_catalogue_read_top_threats (TagaCatalogue *self, const TagaJson *top, GError **error)
{
  static const char *const names[] = { "sources", "lists", NULL };
  static const char *const sources[] = { "top-threat", "top-threat-rules", NULL };
  TagaJson array, element;
  guint n;

  taga_catalogue_add_items (self, "top-threat-list");
  taga_catalogue_add_items (self, "top-threat");

  if (!taga_json_check_members (top, names, error)
      || !taga_catalogue_add_sources (self, top, sources, error)
      || !taga_json_get_array (top, "lists", &array, &n, error))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      taga_json_get_element (&array, i, &element);
      if (!read_top_list (self, &element, error))
        return FALSE;
    }

  return TRUE;
}
