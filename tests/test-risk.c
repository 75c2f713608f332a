#include "data-resources.h"
#include "taga-asset.h"
#include "taga-edition.h"

/* Examples of the guideline and of handbooks that follow it: each must come out as it is printed.
 */

static TagaEdition *
load (const char *key)
{
  g_autoptr (GError) error = NULL;
  TagaEdition *edition = taga_edition_load (key, &error);

  g_assert_no_error (error);
  return edition;
}

static void
set_medium (TagaAssessment *assessment, const char *medium, int threat, int vulnerability)
{
  int index = taga_assessment_find_medium (assessment, medium);

  g_assert_cmpint (index, >=, 0);
  assessment->threat[index] = threat;
  assessment->vulnerability[index] = vulnerability;
}

typedef struct
{
  const char *name;
  const char *medium;
  gboolean personal;
  int values[3];
  int importance;
  int likelihood;
  int risk;
  const char *band;
} Example;

static void
check_example (const Example *example, const TagaAssessment *assessment)
{
  g_autoptr (TagaRecord) asset = TAGA_RECORD (taga_asset_new ());

  taga_record_set_text (asset, TAGA_ASSET_NAME, example->name);
  taga_record_set_text (asset, TAGA_ASSET_MEDIUM, example->medium);
  taga_record_set_number (asset, TAGA_ASSET_PERSONAL, example->personal);
  for (guint i = 0; i < 3; i++)
    taga_record_set_number (asset, TAGA_ASSET_CONFIDENTIALITY + i, example->values[i]);
  taga_record_derive (asset, assessment);

  g_test_message ("%s, %s", example->name, example->medium);
  g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_IMPORTANCE), ==, example->importance);
  g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_LIKELIHOOD), ==, example->likelihood);
  g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_RISK), ==, example->risk);
  g_assert_cmpstr (taga_record_get_text (asset, TAGA_ASSET_BAND), ==, example->band);
}

/* Set A: the example register of the v2.1 workbook, on the scale from 0 to 2. */
static void
test_register_of_v2_1_comes_out_as_printed (void)
{
  static const Example examples[] = {
    { "製品カタログ", "paper", FALSE, { 0, 1, 1 }, 1, 1, 1, "medium" },
    { "製品カタログ", "removable", FALSE, { 0, 1, 1 }, 1, 1, 1, "medium" },
    { "キャンペーン応募者リスト", "server", TRUE, { 2, 1, 0 }, 2, 2, 4, "large" },
    { "委託先リスト", "server", FALSE, { 0, 1, 1 }, 1, 2, 2, "medium" },
    { "発注伝票", "server", FALSE, { 1, 0, 0 }, 1, 2, 2, "medium" },
    { "発注伝票", "paper", FALSE, { 1, 0, 0 }, 1, 1, 1, "medium" },
    { "製品設計図", "server", FALSE, { 2, 2, 2 }, 2, 2, 4, "large" },
    { "製品設計図", "paper", FALSE, { 2, 2, 2 }, 2, 1, 2, "medium" },
  };
  g_autoptr (TagaEdition) edition = load ("ipa-3.0");
  TagaAssessment assessment;

  taga_edition_init_assessment (edition, &assessment);
  set_medium (&assessment, "paper", 2, 2);
  set_medium (&assessment, "removable", 2, 2);
  set_medium (&assessment, "server", 3, 2);

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    check_example (&examples[i], &assessment);
}

/* Set D: a workshop's sheet of v3.1. It prints no T and V, only what follows from them. */
static void
test_workshop_sheet_comes_out_as_printed (void)
{
  static const Example examples[] = {
    { "製品の在庫データ", "server", FALSE, { 2, 2, 2 }, 2, 1, 2, "small" },
    { "出荷スケジュール", "server", FALSE, { 2, 2, 2 }, 2, 1, 2, "small" },
    { "品質検査結果", "server", FALSE, { 2, 2, 2 }, 2, 1, 2, "small" },
    { "顧客情報", "cloud", TRUE, { 3, 3, 3 }, 3, 2, 6, "large" },
    { "売上情報", "cloud", FALSE, { 3, 3, 2 }, 3, 2, 6, "large" },
    { "仕入れ情報", "cloud", FALSE, { 3, 3, 2 }, 3, 2, 6, "large" },
    { "売上データ", "server", FALSE, { 2, 2, 2 }, 2, 1, 2, "small" },
    { "支出データ", "server", FALSE, { 2, 2, 2 }, 2, 1, 2, "small" },
    { "社内メール", "cloud", TRUE, { 3, 1, 1 }, 3, 2, 6, "large" },
    { "社外メール", "cloud", TRUE, { 3, 3, 2 }, 3, 2, 6, "large" },
    { "契約書", "paper", TRUE, { 3, 3, 3 }, 3, 2, 6, "large" },
    { "製品カタログ", "paper", FALSE, { 1, 1, 1 }, 1, 2, 2, "small" },
  };
  g_autoptr (TagaEdition) edition = load ("ipa-3.1");
  TagaAssessment assessment;

  taga_edition_init_assessment (edition, &assessment);
  set_medium (&assessment, "server", 2, 2);
  set_medium (&assessment, "cloud", 3, 2);
  set_medium (&assessment, "paper", 2, 3);

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    check_example (&examples[i], &assessment);
}

/* Sets B, E and F give figures without media; where no T and V is printed, the likelihood is. */
static void
test_printed_figures_agree (void)
{
  static const struct
  {
    const char *what;
    int importance;
    int threat;
    int vulnerability;
    int likelihood;
    int risk;
    const char *band;
  } rows[] = {
    { "B: laptop stolen, not encrypted", 3, 2, 3, 2, 6, "large" },
    { "B: disk and data encrypted", 3, 2, 1, 1, 3, "small" },
    { "B: shop with card numbers, weak measures", 3, 3, 3, 3, 9, "large" },
    { "B: security built in from design", 3, 3, 1, 1, 3, "small" },
    { "B: ransomware, only an online backup", 3, 3, 2, 2, 6, "large" },
    { "B: regular offline backup", 3, 3, 1, 1, 3, "small" },
    { "E: list of employees", 3, 0, 0, 3, 9, "large" },
    { "E: invoices received", 3, 0, 0, 2, 6, "large" },
    { "E: list of customers", 3, 0, 0, 2, 6, "large" },
    { "E: conversion, T2 V2", 2, 2, 2, 1, 2, "small" },
    { "E: conversion, T3 V2", 2, 3, 2, 2, 4, "medium" },
    { "E: conversion, T3 V3", 2, 3, 3, 3, 6, "large" },
    { "F: before", 3, 0, 0, 2, 6, "large" },
    { "F: after", 2, 0, 0, 1, 2, "small" },
    { "F: before", 2, 0, 0, 2, 4, "medium" },
    { "F: after", 1, 0, 0, 1, 1, "small" },
    { "F: before", 3, 0, 0, 3, 9, "large" },
    { "F: after", 2, 0, 0, 3, 6, "large" },
  };
  g_autoptr (TagaEdition) edition = load ("ipa-3.1");
  const TagaScale *scale = taga_edition_get_scale (edition);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int risk = taga_risk_value (rows[i].importance, rows[i].likelihood);

      g_test_message ("%s", rows[i].what);
      if (rows[i].threat > 0)
        g_assert_cmpint (taga_risk_likelihood (scale, rows[i].threat, rows[i].vulnerability), ==,
                         rows[i].likelihood);
      g_assert_cmpint (risk, ==, rows[i].risk);
      g_assert_cmpstr (taga_band_to_key (taga_risk_band (scale, risk)), ==, rows[i].band);
    }
}

/* Set C and the worked judgements around it, then our own readings of what is not printed. */
static void
test_importance_follows_the_values_and_marks (void)
{
  enum
  {
    X = TAGA_UNKNOWN
  };
  static const struct
  {
    gboolean old;
    int values[3];
    gboolean marked;
    int importance;
  } cases[] = {
    { FALSE, { 3, 2, 1 }, FALSE, 3 }, { FALSE, { 1, 3, 3 }, FALSE, 3 },
    { FALSE, { 2, 2, 2 }, FALSE, 2 }, { FALSE, { 1, 1, 2 }, FALSE, 2 },
    { FALSE, { 1, 1, 1 }, FALSE, 1 }, { FALSE, { 1, 1, 1 }, TRUE, 3 },
    { FALSE, { 3, 3, 3 }, TRUE, 3 },  { FALSE, { X, 3, 3 }, FALSE, X },
    { FALSE, { 3, X, 3 }, FALSE, X }, { FALSE, { 3, 3, X }, FALSE, X },
    { FALSE, { X, X, X }, FALSE, X }, { FALSE, { X, X, X }, TRUE, 3 },
    { FALSE, { 1, X, 1 }, TRUE, 3 },  { FALSE, { 0, 3, 3 }, FALSE, X },
    { TRUE, { 2, 1, 0 }, FALSE, 2 },  { TRUE, { 0, 1, 1 }, FALSE, 1 },
    { TRUE, { 0, 0, 0 }, FALSE, 0 },  { TRUE, { 0, 0, 0 }, TRUE, 2 },
    { TRUE, { X, 0, 0 }, FALSE, X },  { TRUE, { X, X, X }, TRUE, 2 },
  };

  g_autoptr (TagaEdition) edition = load ("ipa-3.1");
  g_autoptr (TagaEdition) old_edition = load ("ipa-3.0");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TagaEdition *used = cases[i].old ? old_edition : edition;
      const int *values = cases[i].values;

      g_test_message ("case %u", i);
      g_assert_cmpint (taga_risk_importance (taga_edition_get_scale (used), values[0], values[1],
                                             values[2], cases[i].marked),
                       ==, cases[i].importance);
    }
}

/* The whole table, and the formula that the guideline gives beside it. */
static void
test_likelihood_follows_the_conversion_table (gconstpointer key)
{
  static const int table[3][3] = { { 1, 1, 1 }, { 1, 1, 2 }, { 1, 2, 3 } };
  g_autoptr (TagaEdition) edition = load (key);
  const TagaScale *scale = taga_edition_get_scale (edition);

  for (int threat = -1; threat <= 4; threat++)
    for (int vulnerability = -1; vulnerability <= 4; vulnerability++)
      {
        int likelihood = taga_risk_likelihood (scale, threat, vulnerability);

        if (threat < 1 || threat > 3 || vulnerability < 1 || vulnerability > 3)
          {
            g_assert_cmpint (likelihood, ==, TAGA_UNKNOWN);
            continue;
          }
        g_assert_cmpint (likelihood, ==, table[threat - 1][vulnerability - 1]);
        g_assert_cmpint (likelihood, ==, (threat + 3 - vulnerability) / (4 - vulnerability));
      }
}

static void
test_risk_is_never_zero_for_what_is_not_known (void)
{
  g_assert_cmpint (taga_risk_value (3, 3), ==, 9);
  g_assert_cmpint (taga_risk_value (0, 3), ==, 0);
  g_assert_cmpint (taga_risk_value (TAGA_UNKNOWN, 3), ==, TAGA_UNKNOWN);
  g_assert_cmpint (taga_risk_value (3, TAGA_UNKNOWN), ==, TAGA_UNKNOWN);
  g_assert_cmpint (taga_risk_value (TAGA_UNKNOWN, TAGA_UNKNOWN), ==, TAGA_UNKNOWN);
  g_assert_cmpint (taga_risk_value (0, TAGA_UNKNOWN), ==, TAGA_UNKNOWN);
}

static void
test_bands_begin_where_the_guideline_says (void)
{
  static const struct
  {
    const char *edition;
    TagaBand of_risk[10]; /* by risk value */
  } editions[] = {
    { "ipa-3.1",
      { TAGA_BAND_SMALL, TAGA_BAND_SMALL, TAGA_BAND_SMALL, TAGA_BAND_SMALL, TAGA_BAND_MEDIUM,
        TAGA_BAND_MEDIUM, TAGA_BAND_LARGE, TAGA_BAND_LARGE, TAGA_BAND_LARGE, TAGA_BAND_LARGE } },
    { "ipa-3.0",
      { TAGA_BAND_SMALL, TAGA_BAND_MEDIUM, TAGA_BAND_MEDIUM, TAGA_BAND_MEDIUM, TAGA_BAND_LARGE,
        TAGA_BAND_LARGE, TAGA_BAND_LARGE, TAGA_BAND_LARGE, TAGA_BAND_LARGE, TAGA_BAND_LARGE } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (editions); i++)
    {
      g_autoptr (TagaEdition) edition = load (editions[i].edition);
      const TagaScale *scale = taga_edition_get_scale (edition);

      for (int risk = 0; risk < 10; risk++)
        g_assert_cmpint (taga_risk_band (scale, risk), ==, editions[i].of_risk[risk]);
      g_assert_cmpint (taga_risk_band (scale, TAGA_UNKNOWN), ==, TAGA_BAND_UNKNOWN);

      /* No level of the scale falls out of the bands. */
      for (int importance = scale->lowest; importance <= scale->highest; importance++)
        for (int likelihood = 1; likelihood <= 3; likelihood++)
          g_assert_cmpint (taga_risk_band (scale, taga_risk_value (importance, likelihood)), !=,
                           TAGA_BAND_UNKNOWN);
    }

  g_assert_cmpstr (taga_band_to_key (TAGA_BAND_UNKNOWN), ==, "unknown");
  g_assert_cmpstr (taga_band_to_key (TAGA_BAND_LARGE), ==, "large");
}

static void
test_threat_is_the_highest_frequency (void)
{
  static const struct
  {
    int frequencies[4];
    guint n;
    int threat;
  } cases[] = {
    { { 1, 2, 3, 1 }, 4, 3 },         { { 1, 1, 1, 1 }, 4, 1 },
    { { 2, TAGA_UNKNOWN, 1 }, 3, 2 }, { { TAGA_UNKNOWN, TAGA_UNKNOWN }, 2, TAGA_UNKNOWN },
    { { 3 }, 0, TAGA_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (taga_risk_threat (cases[i].frequencies, cases[i].n), ==, cases[i].threat);
}

/* So many answers of each kind, in this order. */
typedef struct
{
  const char *what;
  guint done;
  guint partly;
  guint not_done;
  guint not_applicable;
  guint unanswered;
  int vulnerability;
} Answers;

static int
judge (const TagaScale *scale, const Answers *answers)
{
  const guint counts[] = { answers->done, answers->partly, answers->not_done,
                           answers->not_applicable, answers->unanswered };
  const int kinds[] = { TAGA_ANSWER_DONE, TAGA_ANSWER_PARTLY, TAGA_ANSWER_NOT_DONE,
                        TAGA_ANSWER_NOT_APPLICABLE, TAGA_UNKNOWN };
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < counts[i]; j++)
      g_array_append_val (all, kinds[i]);

  return taga_risk_vulnerability (scale, (const int *) all->data, all->len);
}

static void
test_vulnerability_follows_the_coverage (gconstpointer key)
{
  static const Answers cases[] = {
    { "all done", 4, 0, 0, 0, 0, 1 },
    { "one done and nothing else", 1, 0, 0, 0, 0, 1 },
    { "all that applies is done", 4, 0, 0, 7, 0, 1 },
    { "one of many is only partly done", 54, 1, 0, 0, 0, 2 },
    { "one of many is not answered", 54, 0, 0, 0, 1, 2 },
    { "all partly done", 0, 4, 0, 0, 0, 2 },
    { "half of it", 2, 0, 2, 0, 0, 2 },
    { "exactly a quarter, done", 1, 0, 3, 0, 0, 2 },
    { "exactly a quarter, partly done", 0, 1, 1, 0, 0, 2 },
    { "exactly a quarter, unanswered", 1, 0, 0, 0, 3, 2 },
    { "exactly a quarter of many", 11, 5, 38, 0, 0, 2 },
    { "just below a quarter of many", 11, 5, 39, 0, 0, 3 },
    { "just below a quarter", 1, 0, 4, 0, 0, 3 },
    { "a quarter with what does not apply left out", 1, 0, 3, 20, 0, 2 },
    { "one partly done in three", 0, 1, 2, 0, 0, 3 },
    { "nothing done", 0, 0, 5, 0, 0, 3 },
    { "nothing answered", 0, 0, 0, 0, 5, 3 },
    { "nothing applies", 0, 0, 0, 5, 0, TAGA_UNKNOWN },
    { "no items", 0, 0, 0, 0, 0, TAGA_UNKNOWN },
  };
  g_autoptr (TagaEdition) edition = load (key);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].what);
      g_assert_cmpint (judge (taga_edition_get_scale (edition), &cases[i]), ==,
                       cases[i].vulnerability);
    }
}

static void
test_override_counts_in_place_of_the_medium (void)
{
  g_autoptr (TagaEdition) edition = load ("ipa-3.1");
  g_autoptr (TagaRecord) asset = TAGA_RECORD (taga_asset_new ());
  TagaAssessment assessment;

  taga_edition_init_assessment (edition, &assessment);
  set_medium (&assessment, "paper", 2, 2);
  for (guint field = TAGA_ASSET_CONFIDENTIALITY; field <= TAGA_ASSET_AVAILABILITY; field++)
    taga_record_set_number (asset, field, 3);

  /* Without a medium there is no risk, unless both levels are set by hand. */
  taga_record_derive (asset, &assessment);
  g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_IMPORTANCE), ==, 3);
  g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_RISK), ==, TAGA_UNKNOWN);
  g_assert_cmpstr (taga_record_get_text (asset, TAGA_ASSET_BAND), ==, "unknown");

  taga_record_set_text (asset, TAGA_ASSET_MEDIUM, "paper");
  taga_record_derive (asset, &assessment);
  g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_RISK), ==, 3);

  taga_record_set_number (asset, TAGA_ASSET_THREAT_OVERRIDE, 3);
  taga_record_derive (asset, &assessment);
  g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_RISK), ==, 6);

  taga_record_set_number (asset, TAGA_ASSET_VULNERABILITY_OVERRIDE, 1);
  taga_record_derive (asset, &assessment);
  g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_RISK), ==, 3);

  taga_record_set_text (asset, TAGA_ASSET_MEDIUM, "no-such-medium");
  taga_record_derive (asset, &assessment);
  g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_RISK), ==, 3);

  g_assert_cmpint (taga_assessment_find_medium (&assessment, NULL), ==, -1);
  g_assert_cmpint (taga_assessment_find_medium (&assessment, "Paper"), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_resources_register (taga_data_get_resource ());

  g_test_add_func ("/risk/register-of-v2-1-comes-out-as-printed",
                   test_register_of_v2_1_comes_out_as_printed);
  g_test_add_func ("/risk/workshop-sheet-comes-out-as-printed",
                   test_workshop_sheet_comes_out_as_printed);
  g_test_add_func ("/risk/printed-figures-agree", test_printed_figures_agree);
  g_test_add_func ("/risk/importance-follows-the-values-and-marks",
                   test_importance_follows_the_values_and_marks);
  g_test_add_data_func ("/risk/likelihood-follows-the-conversion-table/ipa-3.1", "ipa-3.1",
                        test_likelihood_follows_the_conversion_table);
  g_test_add_data_func ("/risk/likelihood-follows-the-conversion-table/ipa-3.0", "ipa-3.0",
                        test_likelihood_follows_the_conversion_table);
  g_test_add_func ("/risk/risk-is-never-zero-for-what-is-not-known",
                   test_risk_is_never_zero_for_what_is_not_known);
  g_test_add_func ("/risk/bands-begin-where-the-guideline-says",
                   test_bands_begin_where_the_guideline_says);
  g_test_add_func ("/risk/threat-is-the-highest-frequency", test_threat_is_the_highest_frequency);
  g_test_add_data_func ("/risk/vulnerability-follows-the-coverage/ipa-3.1", "ipa-3.1",
                        test_vulnerability_follows_the_coverage);
  g_test_add_data_func ("/risk/vulnerability-follows-the-coverage/ipa-3.0", "ipa-3.0",
                        test_vulnerability_follows_the_coverage);
  g_test_add_func ("/risk/override-counts-in-place-of-the-medium",
                   test_override_counts_in_place_of_the_medium);

  return g_test_run ();
}
