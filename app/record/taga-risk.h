#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TAGA_MAX_MEDIA 16
#define TAGA_MAX_BANDS 4

typedef enum
{
  TAGA_BAND_UNKNOWN,
  TAGA_BAND_SMALL,
  TAGA_BAND_MEDIUM,
  TAGA_BAND_LARGE,
} TagaBand;

/**
 * TagaAnswer:
 *
 * The answer to a check item, with the numbers that the guideline's sheet prints before the words.
 */
typedef enum
{
  TAGA_ANSWER_DONE = 1,
  TAGA_ANSWER_PARTLY = 2,
  TAGA_ANSWER_NOT_DONE = 3,
  TAGA_ANSWER_NOT_APPLICABLE = 4,
} TagaAnswer;

/**
 * TagaTreatment:
 *
 * What is done about a risk 対応方針 (guideline v3.1, p. 53).
 */
typedef enum
{
  TAGA_TREATMENT_NONE,
  TAGA_TREATMENT_REDUCE,
  TAGA_TREATMENT_ACCEPT,
  TAGA_TREATMENT_AVOID,
  TAGA_TREATMENT_TRANSFER,
} TagaTreatment;

/**
 * TagaScale:
 * @lowest: lowest level of confidentiality, integrity, availability and importance
 * @highest: highest level of the same; what a mark of personal information makes the importance
 * @likelihood: the conversion table; `[threat - 1][vulnerability - 1]`, each 1–3
 * @band_from: smallest risk value of each band, by [enum@Band]
 * @vulnerable_below: (our rule) coverage under which vulnerability is 3
 * @safe_from: (our rule) coverage from which vulnerability is 1
 *
 * The figures of a method edition that the rules work on. The edition's file fills them in.
 */
typedef struct
{
  int lowest;
  int highest;
  int likelihood[3][3];
  int band_from[TAGA_MAX_BANDS];
  double vulnerable_below;
  double safe_from;
} TagaScale;

/**
 * TagaAssessment:
 * @scale: (not nullable): the figures of the method edition
 * @n_media: how many media there are
 * @media: keys of the media
 * @threat: threat level of each medium, 1–3 or `TAGA_UNKNOWN`
 * @vulnerability: vulnerability of each medium, 1–3 or `TAGA_UNKNOWN`
 * @planned: the same, once the check items of all measures are done
 *
 * What one round's answers say of each medium: all that an asset's risk needs besides its own
 * fields.
 */
typedef struct
{
  const TagaScale *scale;
  guint n_media;
  const char *media[TAGA_MAX_MEDIA];
  int threat[TAGA_MAX_MEDIA];
  int vulnerability[TAGA_MAX_MEDIA];
  int planned[TAGA_MAX_MEDIA];
} TagaAssessment;

int taga_risk_importance (const TagaScale *scale,
                          int confidentiality,
                          int integrity,
                          int availability,
                          gboolean has_personal_information);
int taga_risk_threat (const int *frequencies, guint n);
int taga_risk_cover (const TagaScale *scale, guint halves, guint n_applicable);
guint taga_risk_gain (int answer);
int taga_risk_vulnerability (const TagaScale *scale, const int *answers, guint n);
int taga_risk_likelihood (const TagaScale *scale, int threat, int vulnerability);
int taga_risk_value (int importance, int likelihood);
TagaBand taga_risk_band (const TagaScale *scale, int risk);

int taga_risk_residual (const TagaAssessment *assessment,
                        TagaTreatment treatment,
                        int residual_override,
                        int importance,
                        int threat,
                        int medium,
                        int vulnerability_override);

TagaTreatment taga_treatment_from_key (const char *key);
const char *taga_band_to_key (TagaBand band);

int taga_assessment_find_medium (const TagaAssessment *assessment, const char *key);

G_END_DECLS
