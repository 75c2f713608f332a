#include "taga-treatment-text.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-language.h"

/* What deciding about risks would come to, in words. */

/**
 * taga_treatment_text_get_label:
 * @store: the company file
 * @treatment: a treatment
 *
 * Gives what a treatment is called.
 *
 * Returns: (transfer none): its name; empty for none
 */
const char *
taga_treatment_text_get_label (TagaStore *store, TagaTreatment treatment)
{
  const char *key = taga_treatment_to_key (treatment);
  const TagaChoice *choice =
      key == NULL ? NULL
                  : taga_edition_find_choice (taga_store_get_edition (store), "treatment", key);

  if (choice == NULL)
    return "";

  return taga_language_is_japanese () ? choice->label_ja : choice->label_en;
}

static void
append_part (GString *text, const char *part)
{
  g_string_append_printf (text, "%s%s", text->len == 0 ? "" : _ (", "), part);
}

/**
 * taga_treatment_text_describe_advice:
 * @store: the company file
 * @outcome: how often each treatment is what one looks at first
 *
 * Says which treatment one looks at first for the risks.
 *
 * Returns: (transfer full): a sentence
 */
char *
taga_treatment_text_describe_advice (TagaStore *store, const TagaTreatmentOutcome *outcome)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_known = outcome->n - outcome->advised[TAGA_TREATMENT_NONE];

  if (n_known == 0)
    return g_strdup (_ ("These risks are not known yet, so there is nothing to go by."));

  for (TagaTreatment i = TAGA_TREATMENT_REDUCE; i <= TAGA_TREATMENT_TRANSFER; i++)
    {
      guint n = outcome->advised[i];
      const char *label = taga_treatment_text_get_label (store, i);
      g_autofree char *part = NULL;

      if (n == 0)
        continue;
      /* Translators: a treatment, and for how many assets */
      part = n == outcome->n
                 ? g_strdup (label)
                 : g_strdup_printf (ngettext ("%s for %u asset", "%s for %u assets", n), label, n);
      append_part (text, part);
    }

  return g_strdup_printf (_ ("To look at first, by importance and likelihood: %s"), text->str);
}

/* Which bands a number of risks is in: "large 2, small 1"; what is not known has words of its own.
 */
static char *
describe_bands (TagaStore *store, const guint *bands, const char *unknown)
{
  GString *text = g_string_new (NULL);

  for (int band = TAGA_BAND_LARGE; band >= TAGA_BAND_UNKNOWN; band--)
    {
      const TagaChoice *choice = taga_edition_find_choice (taga_store_get_edition (store), "band",
                                                           taga_band_to_key ((TagaBand) band));
      const char *label = taga_language_is_japanese () ? choice->label_ja : choice->label_en;
      g_autofree char *part =
          g_strdup_printf ("%s %u", band == TAGA_BAND_UNKNOWN ? unknown : label, bands[band]);

      if (bands[band] > 0)
        append_part (text, part);
    }

  return g_string_free (text, FALSE);
}

/**
 * taga_treatment_text_describe_outcome:
 * @store: the company file
 * @outcome: what a decision would come to
 * @is_decided: whether a treatment is chosen; before that nothing remains
 *
 * Says how many risks there are in which band, what would remain of them, and how much of that is
 * too large still.
 *
 * Returns: (transfer full): a line or two
 */
char *
taga_treatment_text_describe_outcome (TagaStore *store,
                                      const TagaTreatmentOutcome *outcome,
                                      gboolean is_decided)
{
  g_autofree char *before = describe_bands (store, outcome->before, _ ("not known"));
  g_autofree char *after = describe_bands (store, outcome->after, _ ("to be judged by hand"));
  /* Translators: how many risks, their bands now, and the bands of what remains */
  g_autofree char *line = g_strdup_printf (
      ngettext ("%u risk: %s → remaining: %s", "%u risks: %s → remaining: %s", outcome->n),
      outcome->n, before, after);
  g_autofree char *above = NULL;

  /* Translators: how many risks, and their bands */
  if (!is_decided)
    return g_strdup_printf (ngettext ("%u risk: %s", "%u risks: %s", outcome->n), outcome->n,
                            before);
  if (outcome->n_above == 0)
    return g_steal_pointer (&line);

  above = g_strdup_printf (ngettext ("⚠ %u stays above the line of acceptance.",
                                     "⚠ %u stay above the line of acceptance.", outcome->n_above),
                           outcome->n_above);
  return g_strdup_printf ("%s\n%s", line, above);
}

/**
 * taga_treatment_text_describe_heading:
 * @store: the company file
 * @ids: (element-type gint64): numbers of assets, at least one
 *
 * Names the assets whose risks are decided about.
 *
 * Returns: (transfer full): the name of the one asset, or how many there are, and the first names
 */
char *
taga_treatment_text_describe_heading (TagaStore *store, GArray *ids)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (ids->len, 3); i++)
    {
      g_autoptr (TagaRecord) asset =
          taga_store_get_record (store, TAGA_TYPE_ASSET, g_array_index (ids, gint64, i), NULL);
      const char *name = asset == NULL ? NULL : taga_record_get_text (asset, TAGA_ASSET_NAME);

      if (name != NULL)
        append_part (names, name);
    }
  if (ids->len == 1)
    return g_strdup (names->str);

  /* Translators: how many assets, and the names of the first */
  return g_strdup_printf (ngettext ("%u risk: %s", "%u risks: %s", ids->len), ids->len,
                          ids->len > 3 ? g_string_append (names, "…")->str : names->str);
}
