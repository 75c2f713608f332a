#include "taga-risk.h"

#include "taga-value.h"

/**
 * taga_risk_importance:
 * @scale: the edition's figures
 * @confidentiality: a level of the scale, or `TAGA_UNKNOWN`
 * @integrity: the same
 * @availability: the same
 * @has_personal_information: whether any of the three marks of personal information is set
 *
 * Gives an asset's importance 重要度: the highest of the three values, and the top level for
 * personal information whatever the values are (guideline v3.1, p. 47–49, table 11). As long as a
 * value is missing there is none; that a mark alone suffices is our rule.
 *
 * Returns: a level of the scale, or `TAGA_UNKNOWN`
 */
int
taga_risk_importance (const TagaScale *scale,
                      int confidentiality,
                      int integrity,
                      int availability,
                      gboolean has_personal_information)
{
  if (has_personal_information)
    return scale->highest;

  if (MIN (confidentiality, MIN (integrity, availability)) < scale->lowest)
    return TAGA_UNKNOWN;

  return MIN (MAX (confidentiality, MAX (integrity, availability)), scale->highest);
}

/**
 * taga_risk_threat:
 * @frequencies: (array length=n): the frequency of each threat of a medium, 1–3 or `TAGA_UNKNOWN`
 * @n: how many
 *
 * Gives the threat level of a medium: the highest frequency among its threats. Our reading of the
 * workbook, which shows one frequency per medium: what may happen at any time to one, may happen at
 * any time to the medium.
 *
 * Returns: 1–3, or `TAGA_UNKNOWN` if no frequency is known
 */
int
taga_risk_threat (const int *frequencies, guint n)
{
  int highest = TAGA_UNKNOWN;

  for (guint i = 0; i < n; i++)
    highest = MAX (highest, frequencies[i]);

  return highest;
}

/**
 * taga_risk_cover:
 * @scale: the edition's figures
 * @halves: how much is done, 2 for each item that is and 1 for each that partly is
 * @n_applicable: how many check items apply
 *
 * Gives the vulnerability that follows from how much of the checks is done. This is our rule; the
 * guideline defines the three levels in words only. Coverage is the mean of done 1, partly ½, not
 * done or unanswered 0. Full coverage is 1, less than a quarter is 3, between them lies 2.
 *
 * Returns: 1–3, or `TAGA_UNKNOWN` if no item applies
 */
int
taga_risk_cover (const TagaScale *scale, guint halves, guint n_applicable)
{
  double coverage;

  if (n_applicable == 0)
    return TAGA_UNKNOWN;

  coverage = halves / (2.0 * n_applicable);
  if (coverage >= scale->safe_from)
    return 1;

  return coverage < scale->vulnerable_below ? 3 : 2;
}

/**
 * taga_risk_vulnerability:
 * @scale: the edition's figures
 * @answers: (array length=n): [enum@Answer] to each check item of a medium, or `TAGA_UNKNOWN`
 * @n: how many
 *
 * Gives the vulnerability of a medium from the checks that protect it, as [func@risk_cover] says;
 * items that do not apply are left out.
 *
 * Returns: 1–3, or `TAGA_UNKNOWN` if no item applies
 */
int
taga_risk_vulnerability (const TagaScale *scale, const int *answers, guint n)
{
  guint n_applicable = 0;
  guint halves = 0;

  for (guint i = 0; i < n; i++)
    {
      if (answers[i] == TAGA_ANSWER_NOT_APPLICABLE)
        continue;

      n_applicable++;
      halves += 2 - taga_risk_gain (answers[i]);
    }

  return taga_risk_cover (scale, halves, n_applicable);
}

/**
 * taga_risk_gain:
 * @answer: [enum@Answer], or `TAGA_UNKNOWN`
 *
 * Gives how much a check item still has to give until it is done.
 *
 * Returns: in halves: 2, 1 if it is partly done, 0 if it is done or does not apply
 */
guint
taga_risk_gain (int answer)
{
  if (answer == TAGA_ANSWER_DONE || answer == TAGA_ANSWER_NOT_APPLICABLE)
    return 0;

  return answer == TAGA_ANSWER_PARTLY ? 1 : 2;
}

/**
 * taga_risk_likelihood:
 * @scale: the edition's figures
 * @threat: 1–3, or `TAGA_UNKNOWN`
 * @vulnerability: 1–3, or `TAGA_UNKNOWN`
 *
 * Gives the possibility of damage 被害発生可能性 from the conversion table (guideline v3.1, table
 * 14).
 *
 * Returns: 1–3, or `TAGA_UNKNOWN` if either is not known
 */
int
taga_risk_likelihood (const TagaScale *scale, int threat, int vulnerability)
{
  if (threat < 1 || threat > 3 || vulnerability < 1 || vulnerability > 3)
    return TAGA_UNKNOWN;

  return scale->likelihood[threat - 1][vulnerability - 1];
}

/**
 * taga_risk_value:
 * @importance: a level of the scale, or `TAGA_UNKNOWN`
 * @likelihood: 1–3, or `TAGA_UNKNOWN`
 *
 * Gives the risk value リスク値, importance × likelihood (guideline v3.1, p. 51).
 *
 * Returns: the value, or `TAGA_UNKNOWN` if either is not known; never 0 for what is not known
 */
int
taga_risk_value (int importance, int likelihood)
{
  if (importance < 0 || likelihood < 0)
    return TAGA_UNKNOWN;

  return importance * likelihood;
}

/**
 * taga_risk_band:
 * @scale: the edition's figures
 * @risk: a risk value, or `TAGA_UNKNOWN`
 *
 * Gives the band of a risk value: large, medium or small (guideline v3.1, table 12).
 *
 * Returns: the band; `TAGA_BAND_UNKNOWN` for an unknown value
 */
TagaBand
taga_risk_band (const TagaScale *scale, int risk)
{
  if (risk < 0)
    return TAGA_BAND_UNKNOWN;

  for (TagaBand band = TAGA_BAND_LARGE; band > TAGA_BAND_SMALL; band--)
    if (risk >= scale->band_from[band])
      return band;

  return TAGA_BAND_SMALL;
}

/**
 * taga_risk_residual:
 * @assessment: what the round says of each medium
 * @treatment: what is done about the risk
 * @residual_override: a risk value that was judged by hand, or `TAGA_UNKNOWN`
 * @importance: the asset's importance, or `TAGA_UNKNOWN`
 * @threat: its threat level, 1–3 or `TAGA_UNKNOWN`
 * @medium: index of its medium in @assessment, or -1
 * @vulnerability_override: its vulnerability set by hand, 1–3 or `TAGA_UNKNOWN`
 *
 * Gives the risk that remains after what was chosen (our rule): what was judged by hand counts
 * first; a risk that is accepted stays as it is; one that is reduced becomes what it will be when
 * all measures are done; what avoiding or transferring leaves over only people can tell.
 *
 * Returns: a risk value, or `TAGA_UNKNOWN`
 */
int
taga_risk_residual (const TagaAssessment *assessment,
                    TagaTreatment treatment,
                    int residual_override,
                    int importance,
                    int threat,
                    int medium,
                    int vulnerability_override)
{
  const int *of_media = assessment->vulnerability;
  int vulnerability = vulnerability_override;

  if (treatment == TAGA_TREATMENT_NONE)
    return TAGA_UNKNOWN;
  if (residual_override != TAGA_UNKNOWN)
    return residual_override;
  if (treatment != TAGA_TREATMENT_ACCEPT && treatment != TAGA_TREATMENT_REDUCE)
    return TAGA_UNKNOWN;

  if (treatment == TAGA_TREATMENT_REDUCE)
    of_media = assessment->planned;
  if (vulnerability == TAGA_UNKNOWN)
    vulnerability = medium < 0 ? TAGA_UNKNOWN : of_media[medium];

  return taga_risk_value (importance,
                          taga_risk_likelihood (assessment->scale, threat, vulnerability));
}

/**
 * taga_treatment_from_key:
 * @key: (nullable): name of a treatment in the file
 *
 * Reads a treatment.
 *
 * Returns: the treatment, or `TAGA_TREATMENT_NONE` for any other text
 */
TagaTreatment
taga_treatment_from_key (const char *key)
{
  static const char *const keys[] = {
    [TAGA_TREATMENT_REDUCE] = "reduce",
    [TAGA_TREATMENT_ACCEPT] = "accept",
    [TAGA_TREATMENT_AVOID] = "avoid",
    [TAGA_TREATMENT_TRANSFER] = "transfer",
  };

  for (TagaTreatment i = TAGA_TREATMENT_REDUCE; key != NULL && i < G_N_ELEMENTS (keys); i++)
    if (g_str_equal (keys[i], key))
      return i;

  return TAGA_TREATMENT_NONE;
}

/**
 * taga_band_to_key:
 * @band: a band
 *
 * Gives the name of a band in the file, the catalogue and the command line's JSON.
 *
 * Returns: (transfer none): "large", "medium", "small" or "unknown"
 */
const char *
taga_band_to_key (TagaBand band)
{
  static const char *const keys[] = {
    [TAGA_BAND_UNKNOWN] = "unknown",
    [TAGA_BAND_SMALL] = "small",
    [TAGA_BAND_MEDIUM] = "medium",
    [TAGA_BAND_LARGE] = "large",
  };

  g_return_val_if_fail (band < G_N_ELEMENTS (keys), "unknown");

  return keys[band];
}

/**
 * taga_assessment_find_medium:
 * @assessment: an assessment
 * @key: (nullable): key of a medium
 *
 * Finds a medium's place in the assessment.
 *
 * Returns: the index, or -1 if there is no such medium
 */
int
taga_assessment_find_medium (const TagaAssessment *assessment, const char *key)
{
  if (key == NULL)
    return -1;

  for (guint i = 0; i < assessment->n_media; i++)
    if (g_str_equal (assessment->media[i], key))
      return (int) i;

  return -1;
}
