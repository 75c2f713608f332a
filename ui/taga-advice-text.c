#include "taga-advice-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "taga-language.h"

/* What to do first, in words. */

/* More yen than this no small company has to spend; beyond it nothing is added up. */
#define MAX_YEN G_MAXINT32

/**
 * taga_advice_text_format_yen:
 * @yen: an amount, 0 or more
 *
 * Writes an amount with a comma at each thousand.
 *
 * Returns: (transfer full): the text, e.g. "¥180,000"
 */
char *
taga_advice_text_format_yen (gint64 yen)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, yen);
  gsize n = strlen (digits);
  GString *text = g_string_new ("¥");

  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }

  return g_string_free (text, FALSE);
}

/**
 * taga_advice_text_parse_yen:
 * @text: what was entered
 * @yen: (out): the amount, or `TAGA_UNKNOWN` if nothing was entered
 *
 * Reads an amount: with or without commas and a sign for yen, in digits of any width, in 万円 too.
 *
 * Returns: `FALSE` if the text is no amount
 */
gboolean
taga_advice_text_parse_yen (const char *text, gint64 *yen)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) digits = g_string_new (NULL);
  gboolean in_ten_thousands = normal != NULL && strstr (normal, "万") != NULL;
  guint64 number;

  if (normal == NULL)
    return FALSE;

  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_ascii_isdigit (*p))
        g_string_append_c (digits, *p);
      else if (!g_unichar_isspace (c) && g_utf8_strchr (",、¥\\円万", -1, c) == NULL)
        return FALSE;
    }

  *yen = TAGA_UNKNOWN;
  if (digits->len == 0)
    return !in_ten_thousands;
  if (!g_ascii_string_to_unsigned (digits->str, 10, 0, MAX_YEN, &number, NULL))
    return FALSE;

  *yen = (gint64) number * (in_ten_thousands ? 10000 : 1);
  return *yen <= MAX_YEN;
}

/**
 * taga_advice_text_describe_group:
 * @store: the company file
 * @group: check items of a medium
 *
 * Says for which medium how many items there are.
 *
 * Returns: (transfer full): the words
 */
char *
taga_advice_text_describe_group (TagaStore *store, const TagaAdviceGroup *group)
{
  const TagaAssessment *assessment = taga_store_get_assessment (store);
  const TagaChoice *medium = NULL;
  const char *name = _ ("Others");
  guint n = group->checks->len;

  if (group->medium >= 0)
    medium = taga_edition_find_choice (taga_store_get_edition (store), "medium",
                                       assessment->media[group->medium]);
  if (medium != NULL)
    name = taga_language_is_japanese () ? medium->label_ja : medium->label_en;

  return g_strdup_printf (ngettext ("%s: %u check item", "%s: %u check items", n), name, n);
}

/**
 * taga_advice_text_list_checks:
 * @store: the company file
 * @checks: (element-type utf8): keys of check items
 * @max: how many of them to name at most
 *
 * Names check items.
 *
 * Returns: (transfer full): their numbers and short names
 */
char *
taga_advice_text_list_checks (TagaStore *store, GPtrArray *checks, guint max)
{
  TagaEdition *edition = taga_store_get_edition (store);
  gboolean japanese = taga_language_is_japanese ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (checks->len, max); i++)
    {
      const char *key = g_ptr_array_index (checks, i);
      const TagaItem *item = taga_edition_find_item (edition, "check", key);

      if (i > 0)
        g_string_append (text, _ (", "));
      g_string_append (text, key);
      if (item != NULL)
        g_string_append_printf (text, " %s", japanese ? item->short_ja : item->short_en);
    }
  if (checks->len > max)
    g_string_append (text, "…");

  return g_string_free (text, FALSE);
}

/**
 * taga_advice_text_describe_planned:
 * @store: the company file
 * @measure: a measure that is not finished
 * @checks: (element-type utf8): keys of check items that it gets done
 *
 * Says what is planned already, and what for.
 *
 * Returns: (transfer full): the words
 */
char *
taga_advice_text_describe_planned (TagaStore *store,
                                   const TagaAdviceMeasure *measure,
                                   GPtrArray *checks)
{
  g_autofree char *items = taga_advice_text_list_checks (store, checks, G_MAXUINT);
  g_autofree char *yen =
      measure->budget == TAGA_UNKNOWN ? NULL : taga_advice_text_format_yen (measure->budget);

  if (yen == NULL)
    /* Translators: the name of a measure, and the check items that it gets done */
    return g_strdup_printf (_ ("Planned by “%s”: %s"), measure->name, items);

  /* Translators: the name of a measure, its budget, and the check items that it gets done */
  return g_strdup_printf (_ ("Planned by “%s” (%s): %s"), measure->name, yen, items);
}

/**
 * taga_advice_text_describe_cost:
 * @group: check items
 *
 * Says what items cost, as far as that is known.
 *
 * Returns: (transfer full): the words
 */
char *
taga_advice_text_describe_cost (const TagaAdviceGroup *group)
{
  g_autofree char *yen = taga_advice_text_format_yen (group->cost);

  if (group->n_unpriced == group->checks->len)
    return g_strdup (_ ("cost not entered"));
  if (group->n_unpriced > 0)
    /* Translators: an amount that is not the whole */
    return g_strdup_printf (_ ("%s and more"), yen);

  return g_steal_pointer (&yen);
}

/**
 * taga_advice_text_describe_change:
 * @store: the company file
 * @before: how the register stands
 * @after: how it would stand
 *
 * Says how many assets are in which band now, and would be.
 *
 * Returns: (transfer full): the words
 */
char *
taga_advice_text_describe_change (TagaStore *store,
                                  const TagaStanding *before,
                                  const TagaStanding *after)
{
  static const TagaBand bands[] = { TAGA_BAND_LARGE, TAGA_BAND_MEDIUM };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bands); i++)
    {
      const TagaChoice *band = taga_edition_find_choice (taga_store_get_edition (store), "band",
                                                         taga_band_to_key (bands[i]));

      /* Translators: a band of risks, and how many assets are in it now and then */
      g_string_append_printf (text, _ ("%s%s %u → %u"), i == 0 ? "" : _ (", "),
                              taga_language_is_japanese () ? band->label_ja : band->label_en,
                              before->n[bands[i]], after->n[bands[i]]);
    }
  g_string_append_printf (text, _ (", sum of the risks %lld → %lld"), (long long) before->sum,
                          (long long) after->sum);

  return g_string_free (text, FALSE);
}
