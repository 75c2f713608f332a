#include "taga-impact-words.h"

#include <glib/gi18n-lib.h>

#include "taga-language.h"

static const char *
get_band_label (TagaEdition *edition, TagaBand band)
{
  const TagaChoice *choice = taga_edition_find_choice (edition, "band", taga_band_to_key (band));

  return taga_language_is_japanese () ? choice->label_ja : choice->label_en;
}

/**
 * taga_impact_words_format:
 * @edition: the method edition
 * @result: what another answer would change
 *
 * Writes how many assets would go from which band to which, the worst first.
 *
 * Returns: (transfer full): the words
 */
char *
taga_impact_words_format (TagaEdition *edition, const TagaImpactResult *result)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_moved = 0;

  if (result->n_assets == 0)
    return g_strdup (_ ("No asset’s risk would change."));

  for (int from = TAGA_BAND_LARGE; from >= TAGA_BAND_UNKNOWN; from--)
    for (int to = TAGA_BAND_LARGE; to >= TAGA_BAND_UNKNOWN; to--)
      {
        guint n = from == to ? 0 : result->n_moved[from][to];
        /* Translators: how many assets, from which band to which */
        g_autofree char *part = g_strdup_printf (
            ngettext ("%u asset: %s → %s", "%u assets: %s → %s", n), n,
            get_band_label (edition, (TagaBand) from), get_band_label (edition, (TagaBand) to));

        if (n == 0)
          continue;
        g_string_append_printf (text, "%s%s", text->len == 0 ? "" : _ (", "), part);
        n_moved += n;
      }

  if (result->n_assets > n_moved)
    {
      guint n = result->n_assets - n_moved;
      g_autofree char *rest =
          g_strdup_printf (ngettext ("%u asset gets another value in the same band",
                                     "%u assets get another value in the same band", n),
                           n);

      g_string_append_printf (text, "%s%s", text->len == 0 ? "" : _ (", "), rest);
    }

  return g_strdup (text->str);
}
