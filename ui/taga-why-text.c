#include "taga-why-text.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-language.h"
#include "taga-ui.h"

/*
 * Why an asset's risk is what it is, in sentences: what each figure follows from, who said so and
 * when, and what would lower it.
 */

static char *
format_field (TagaEdition *edition, TagaRecord *asset, guint field)
{
  return taga_edition_format (edition, &TAGA_RECORD_GET_CLASS (asset)->fields[field],
                              taga_record_get_value (asset, field), taga_language_is_japanese ());
}

/* What a level stands for. */
static const char *
get_meaning (TagaEdition *edition, const char *domain, int level)
{
  const TagaChoice *choice = taga_edition_find_level (edition, domain, level);

  if (choice == NULL)
    return "";

  return taga_language_is_japanese () ? choice->text_ja : choice->text_en;
}

/* Who answered and when, as far as that is known. */
static char *
format_answered (const char *by, const char *on)
{
  g_autofree char *date = taga_ui_format_date (on);

  if (by != NULL && *date != '\0')
    /* Translators: a person and a day */
    return g_strdup_printf (_ ("Answered by %s, %s"), by, date);
  if (by != NULL)
    return g_strdup_printf (_ ("Answered by %s"), by);
  if (*date != '\0')
    return g_strdup_printf (_ ("Answered on %s"), date);

  return g_strdup ("");
}

static char *
join_lines (const char *first, const char *second)
{
  return *second == '\0' ? g_strdup (first) : g_strconcat (first, "\n", second, NULL);
}

/**
 * taga_why_format_importance:
 * @edition: the method edition
 * @asset: the asset
 * @why: its explanation
 *
 * Tells what makes an asset's importance (guideline v3.1, p. 47–49).
 *
 * Returns: (transfer full): the sentence
 */
char *
taga_why_format_importance (TagaEdition *edition, TagaRecord *asset, const TagaExplanation *why)
{
  g_autofree char *c = format_field (edition, asset, TAGA_ASSET_CONFIDENTIALITY);
  g_autofree char *i = format_field (edition, asset, TAGA_ASSET_INTEGRITY);
  g_autofree char *a = format_field (edition, asset, TAGA_ASSET_AVAILABILITY);

  if (why->by_mark)
    return g_strdup (_ ("Personal information always has the highest importance."));

  if (why->importance == TAGA_UNKNOWN)
    return g_strdup (_ ("Not yet known: confidentiality, integrity and availability are not all "
                        "filled in."));

  return g_strdup_printf (_ ("Highest of confidentiality %s, integrity %s, availability %s"), c, i,
                          a);
}

/**
 * taga_why_format_reasons:
 * @edition: the method edition
 * @asset: an asset
 *
 * Lists the reasons that are kept with confidentiality, integrity and availability.
 *
 * Returns: (transfer full): a line for each; empty if there is none
 */
char *
taga_why_format_reasons (TagaEdition *edition, TagaRecord *asset)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint field = TAGA_ASSET_CONFIDENTIALITY; field <= TAGA_ASSET_AVAILABILITY; field++)
    {
      const char *reason = taga_record_get_text (asset, field - TAGA_ASSET_CONFIDENTIALITY
                                                            + TAGA_ASSET_CONFIDENTIALITY_REASON);
      g_autofree char *level = format_field (edition, asset, field);
      const char *title = _ (TAGA_RECORD_GET_CLASS (asset)->fields[field].title);

      if (reason == NULL)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: confidentiality, integrity or availability, its level, and the reason for it
       */
      g_string_append_printf (text, C_ ("reason", "%s %s: %s"), title, level, reason);
    }

  return g_strdup (text->str);
}

/**
 * taga_why_format_threat:
 * @edition: the method edition
 * @asset: the asset
 * @why: its explanation
 *
 * Tells what an asset's threat comes from, who judged it and when.
 *
 * Returns: (transfer full): the sentences
 */
char *
taga_why_format_threat (TagaEdition *edition, TagaRecord *asset, const TagaExplanation *why)
{
  g_autofree char *answered = format_answered (why->threat_by, why->threat_on);

  if (why->threat_overridden)
    return g_strdup_printf (_ ("Set by hand: %s"),
                            taga_record_get_text (asset, TAGA_ASSET_THREAT_REASON));

  if (why->medium == NULL)
    return g_strdup (_ ("Not yet known: the medium is not filled in."));

  if (why->threat_item == NULL)
    return g_strdup (_ ("Not yet known: no threat of this medium has been judged."));

  return join_lines (get_meaning (edition, "frequency", why->threat), answered);
}

/**
 * taga_why_format_vulnerability:
 * @edition: the method edition
 * @asset: the asset
 * @why: its explanation
 *
 * Tells what an asset's vulnerability comes from, and who gave the last answer when.
 *
 * Returns: (transfer full): the sentences
 */
char *
taga_why_format_vulnerability (TagaEdition *edition, TagaRecord *asset, const TagaExplanation *why)
{
  const TagaExplainedItem *last = why->last_check;
  g_autofree char *answered = NULL;
  g_autofree char *words = NULL;

  if (why->vulnerability_overridden)
    return g_strdup_printf (_ ("Set by hand: %s"),
                            taga_record_get_text (asset, TAGA_ASSET_VULNERABILITY_REASON));

  if (why->medium == NULL)
    return g_strdup (_ ("Not yet known: the medium is not filled in."));

  if (why->vulnerability == TAGA_UNKNOWN)
    return g_strdup (_ ("Not yet known: no check of this medium has been answered."));

  words = g_strdup_printf (_ ("Of %u checks %u are done and %u in part"), why->n_applicable,
                           why->n_done, why->n_partly);
  answered = last == NULL ? g_strdup ("") : format_answered (last->by, last->on);
  if (*answered == '\0')
    return g_steal_pointer (&words);

  /* Translators: how many checks are done, then who gave the last answer and when */
  return g_strdup_printf (_ ("%s\nLast answer: %s %s"), words, last->key, answered);
}

/**
 * taga_why_format_likelihood:
 * @edition: the method edition
 * @why: an explanation
 *
 * Tells how the likelihood follows from threat and vulnerability, and where the table stands.
 *
 * Returns: (transfer full): the sentences
 */
char *
taga_why_format_likelihood (TagaEdition *edition, const TagaExplanation *why)
{
  const char *source =
      taga_edition_get_source (edition, "likelihood-table", taga_language_is_japanese ());
  g_autofree char *words = NULL;

  if (why->likelihood == TAGA_UNKNOWN)
    words = g_strdup (_ ("Follows from threat and vulnerability."));
  else
    words = g_strdup_printf (_ ("Where the row of threat %d meets the column of vulnerability %d, "
                                "in the frame, stands %d."),
                             why->threat, why->vulnerability, why->likelihood);

  return join_lines (words, source == NULL ? "" : source);
}

static const char *
get_band_label (TagaEdition *edition, TagaBand band)
{
  const TagaChoice *choice = taga_edition_find_choice (edition, "band", taga_band_to_key (band));

  return taga_language_is_japanese () ? choice->label_ja : choice->label_en;
}

static void
append_line (GString *text, char *line)
{
  g_string_append_printf (text, "%s%s", text->len == 0 ? "" : "\n", line);
  g_free (line);
}

static char *
format_measures (TagaEdition *edition, const TagaExplanation *why)
{
  const TagaChoice *medium = taga_edition_find_choice (edition, "medium", why->medium);

  if (why->n_needed == why->n_open)
    return g_strdup_printf (
        /* Translators: number of checks, medium, vulnerability, risk, band */
        ngettext (
            "If the open %u check for %s is done, vulnerability becomes %d and the risk %d (%s).",
            "If the open %u checks for %s are done, vulnerability becomes %d and the risk %d "
            "(%s).",
            why->n_open),
        why->n_open, taga_language_is_japanese () ? medium->label_ja : medium->label_en,
        why->lower_vulnerability, why->lower_risk, get_band_label (edition, why->lower_band));

  return g_strdup_printf (
      /* Translators: number of checks, medium, vulnerability, risk, band */
      ngettext ("If %u of the open checks for %s is done, vulnerability becomes %d and the risk "
                "%d (%s).",
                "If %u of the open checks for %s are done, vulnerability becomes %d and the risk "
                "%d (%s).",
                why->n_needed),
      why->n_needed, taga_language_is_japanese () ? medium->label_ja : medium->label_en,
      why->lower_vulnerability, why->lower_risk, get_band_label (edition, why->lower_band));
}

/**
 * taga_why_format_lower:
 * @edition: the method edition
 * @why: an explanation
 *
 * Tells what would lower a risk: the fewest checks that do, and the threat coming less often.
 *
 * Returns: (transfer full): the sentences; empty if nothing would
 */
char *
taga_why_format_lower (TagaEdition *edition, const TagaExplanation *why)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (why->lower_vulnerability != TAGA_UNKNOWN)
    append_line (text, format_measures (edition, why));
  if (why->lower_vulnerability != TAGA_UNKNOWN && why->n_leaving > 0)
    append_line (text,
                 g_strdup_printf (ngettext ("%u asset leaves the large risks.",
                                            "%u assets leave the large risks.", why->n_leaving),
                                  why->n_leaving));
  if (why->calm_risk != TAGA_UNKNOWN)
    append_line (text, g_strdup_printf (_ ("If the threat falls to %d, the risk becomes %d (%s)."),
                                        why->threat - 1, why->calm_risk,
                                        get_band_label (edition, why->calm_band)));

  return g_strdup (text->str);
}

/**
 * taga_why_format_sources:
 * @edition: the method edition
 *
 * Lists where the rules stand in the guideline, or that they are Taga's own.
 *
 * Returns: (transfer full): a line for each rule
 */
char *
taga_why_format_sources (TagaEdition *edition)
{
  static const char *const rules[] = { "importance",
                                       "personal-information",
                                       "threat-rule",
                                       "vulnerability-rule",
                                       "likelihood-table",
                                       "risk",
                                       "band" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      const char *source =
          taga_edition_get_source (edition, rules[i], taga_language_is_japanese ());

      if (source != NULL && strstr (text->str, source) == NULL)
        append_line (text, g_strdup_printf ("・%s", source));
    }

  return g_strdup (text->str);
}
