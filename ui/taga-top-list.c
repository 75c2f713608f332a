#include "taga-top-list.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "taga-language.h"

/*
 * The ten threats of a year and the rules that help against them, in words. Which rule helps is our
 * mapping, so whoever shows these words names their source beside them.
 */

static const char *
get_short (const TagaItem *item)
{
  return taga_language_is_japanese () ? item->short_ja : item->short_en;
}

/**
 * taga_top_list_get_latest:
 * @edition: the method edition
 *
 * Finds the newest of the lists of ten threats.
 *
 * Returns: (transfer none) (nullable): the list, or `NULL` if the edition has none
 */
const TagaItem *
taga_top_list_get_latest (TagaEdition *edition)
{
  const TagaItem *latest = NULL;
  guint n;
  const TagaItem *lists = taga_edition_get_items (edition, "top-threat-list", &n);

  for (guint i = 0; i < n; i++)
    if (latest == NULL || strcmp (lists[i].key, latest->key) > 0)
      latest = &lists[i];

  return latest;
}

static void
add_name (GString *text, const char *name)
{
  if (text->len > 0)
    /* Translators: what stands between the names of a list */
    g_string_append (text, _ (", "));
  g_string_append (text, name);
}

/* Both degrees in words besides the mark, which alone nobody could read aloud. */
static char *
join (GString *direct, GString *some)
{
  GString *text = g_string_new (NULL);

  if (direct->len > 0)
    /* Translators: %s lists what helps, or what is helped, directly */
    g_string_append_printf (text, _ ("● directly: %s"), direct->str);
  if (direct->len > 0 && some->len > 0)
    g_string_append_c (text, '\n');
  if (some->len > 0)
    /* Translators: %s lists what helps, or what is helped, a little */
    g_string_append_printf (text, _ ("○ to some degree: %s"), some->str);

  g_string_free (direct, TRUE);
  g_string_free (some, TRUE);
  return g_string_free (text, text->len == 0);
}

/**
 * taga_top_list_format_rule:
 * @edition: the method edition
 * @list: key of a list of threats, e.g. "2026"
 * @rule: key of a rule
 *
 * Names the threats of a list against which a rule helps.
 *
 * Returns: (transfer full) (nullable): the words, or `NULL` if it helps against none
 */
char *
taga_top_list_format_rule (TagaEdition *edition, const char *list, const char *rule)
{
  GString *direct = g_string_new (NULL);
  GString *some = g_string_new (NULL);
  guint n;
  const TagaItem *threats = taga_edition_get_items (edition, "top-threat", &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (threats[i].group, list) != 0)
      continue;
    else if (g_strv_contains (threats[i].rules, rule))
      add_name (direct, get_short (&threats[i]));
    else if (g_strv_contains (threats[i].rules_some, rule))
      add_name (some, get_short (&threats[i]));

  return join (direct, some);
}

static GString *
list_rules (TagaEdition *edition, const char *const *keys)
{
  GString *text = g_string_new (NULL);

  for (; *keys != NULL; keys++)
    {
      const TagaItem *rule = taga_edition_find_item (edition, "rule", *keys);

      if (rule != NULL)
        add_name (text, get_short (rule));
    }

  return text;
}

/**
 * taga_top_list_format_rules:
 * @edition: the method edition
 * @threat: one of the ten threats
 *
 * Names the rules that help against a threat.
 *
 * Returns: (transfer full) (nullable): the words, or `NULL` if none does
 */
char *
taga_top_list_format_rules (TagaEdition *edition, const TagaItem *threat)
{
  return join (list_rules (edition, threat->rules), list_rules (edition, threat->rules_some));
}
