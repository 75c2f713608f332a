#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

#include "data-resources.h"
#include "taga-edition.h"
#include "taga-value.h"

#define FOLDER "/io/github/taga_workbench/Taga/data/catalogues"

static TagaEdition *
load (const char *key)
{
  g_autoptr (GError) error = NULL;
  TagaEdition *edition = taga_edition_load (key, &error);

  g_assert_no_error (error);
  return edition;
}

static void
test_knows_every_shipped_edition (void)
{
  g_auto (GStrv) files = g_resources_enumerate_children (FOLDER, 0, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaEdition) none = NULL;
  guint n = 0;

  for (guint i = 0; files[i] != NULL; i++)
    if (g_str_has_prefix (files[i], "ipa-"))
      {
        g_autofree char *key = g_strndup (files[i], strlen (files[i]) - strlen (".json"));
        g_autoptr (TagaEdition) edition = load (key);

        g_assert_true (g_strv_contains (taga_edition_get_known (), key));
        g_assert_cmpstr (taga_edition_get_key (edition), ==, key);
        g_assert_nonnull (strstr (taga_edition_get_title (edition, TRUE), "ガイドライン"));
        g_assert_nonnull (strstr (taga_edition_get_title (edition, FALSE), "guideline"));
        g_assert_nonnull (strstr (taga_edition_get_note (edition, TRUE), "重要度"));
        n++;
      }

  g_assert_cmpuint (n, ==, g_strv_length ((char **) taga_edition_get_known ()));
  g_assert_cmpstr (taga_edition_get_known ()[0], ==, "ipa-3.1");

  none = taga_edition_load ("ipa-9", &error);
  g_assert_error (error, TAGA_CATALOGUE_ERROR, TAGA_CATALOGUE_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, "ipa-3.1, ipa-3.0"));
}

static guint
count_in_group (TagaEdition *edition, const char *list, const char *group)
{
  guint n, found = 0;
  const TagaItem *items = taga_edition_get_items (edition, list, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (items[i].group, group))
      found++;

  return found;
}

static void
test_counts_agree_with_the_guideline (gconstpointer key)
{
  static const guint threats[] = { 4, 4, 5, 3, 3, 2 };
  static const guint checks[] = { 4, 3, 7, 3, 5, 4, 10, 10, 3, 3, 3 };
  g_autoptr (TagaEdition) edition = load (key);
  const TagaChoice *media;
  const TagaItem *items;
  guint n;

  media = taga_edition_get_choices (edition, "medium", &n);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (threats));
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (count_in_group (edition, "threat", media[i].key), ==, threats[i]);

  items = taga_edition_get_items (edition, "threat", &n);
  g_assert_cmpuint (n, ==, 21);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (atoi (items[i].key), ==, (int) i + 1);

  items = taga_edition_get_items (edition, "check-group", &n);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (checks));
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (count_in_group (edition, "check", items[i].key), ==, checks[i]);
  taga_edition_get_items (edition, "check", &n);
  g_assert_cmpuint (n, ==, 55);

  taga_edition_get_items (edition, "regulation", &n);
  g_assert_cmpuint (n, ==, 11);
  g_assert_null (taga_edition_get_items (edition, "nothing", &n));
  g_assert_cmpuint (n, ==, 0);
}

static void
test_each_item_says_all_it_should (gconstpointer key)
{
  g_autoptr (TagaEdition) edition = load (key);
  const TagaItem *items;
  guint n;

  items = taga_edition_get_items (edition, "check", &n);
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (g_str_has_prefix (items[i].key, items[i].group));
      g_assert_nonnull (taga_edition_find_item (edition, "check-group", items[i].group));
      g_assert_true (g_str_has_suffix (items[i].title_ja, "か。"));
      g_assert_true (g_str_has_suffix (items[i].title_en, "?"));
      g_assert_nonnull (items[i].help_ja);
      g_assert_nonnull (items[i].help_en);
      g_assert_cmpint (g_utf8_strlen (items[i].title_ja, -1), <=, 60);
      g_assert_cmpint (g_utf8_strlen (items[i].short_ja, -1), <=, 12);
      g_assert_true (taga_edition_find_item (edition, "check", items[i].key) == &items[i]);
    }

  items = taga_edition_get_items (edition, "regulation", &n);
  for (guint i = 0; i < n; i++)
    {
      g_assert_nonnull (items[i].when_ja);
      g_assert_nonnull (items[i].checks[0]);
      for (guint j = 0; items[i].checks[j] != NULL; j++)
        g_assert_nonnull (taga_edition_find_item (edition, "check", items[i].checks[j]));
    }

  items = taga_edition_get_items (edition, "threat", &n);
  for (guint i = 0; i < n; i++)
    g_assert_nonnull (items[i].help_ja);
}

static void
test_eleventh_regulation_differs (void)
{
  g_autoptr (TagaEdition) new = load ("ipa-3.1");
  g_autoptr (TagaEdition) old = load ("ipa-3.0");
  guint n;

  g_assert_cmpstr (taga_edition_get_items (new, "regulation", &n)[10].title_ja, ==,
                   "テレワークにおける対策");
  g_assert_null (taga_edition_find_item (new, "regulation", "my-number"));
  g_assert_cmpstr (taga_edition_get_items (old, "regulation", &n)[10].title_ja, ==,
                   "個人番号及び特定個人情報の取り扱い");
  g_assert_null (taga_edition_find_item (old, "regulation", "telework"));
}

static void
test_mapping_is_the_starting_one (gconstpointer key)
{
  static const char *const mapping[][2] = {
    { "paper", "2-1, 2-2, 2-3, 3-2, 3-3, 3-4, 3-5, 3-7, 6-1, 6-2, 6-3" },
    { "removable", "2-1, 2-2, 2-3, 3-2, 3-3, 3-4, 3-5, 3-6, 3-7, 5-5, 6-1, 6-2, 6-4" },
    { "office-pc", "2-1, 2-3, 3-6, 3-7, 5-5, 6-1, 6-2, 7-1, 7-2, 7-3, 7-4, 7-5, 7-8, 7-10, 8-7, "
                   "8-10" },
    { "mobile", "2-1, 3-4, 5-5, 7-1, 7-2, 7-3, 7-4, 7-5, 7-6, 7-7, 8-10" },
    { "server", "2-1, 3-6, 5-1, 5-2, 5-4, 6-3, 8-1, 8-2, 8-3, 8-4, 8-5, 8-6, 8-7, 8-8, 8-10" },
    { "cloud", "3-6, 5-2, 5-3, 5-4, 8-9, 8-10, 10-1" },
  };
  g_autoptr (TagaEdition) edition = load (key);
  guint n;
  const TagaItem *items = taga_edition_get_items (edition, "check", &n);

  for (guint i = 0; i < G_N_ELEMENTS (mapping); i++)
    {
      g_autoptr (GString) mapped = g_string_new (NULL);

      for (guint j = 0; j < n; j++)
        if (g_strv_contains (items[j].media, mapping[i][0]))
          g_string_append_printf (mapped, "%s%s", mapped->len > 0 ? ", " : "", items[j].key);
      g_assert_cmpstr (mapped->str, ==, mapping[i][1]);
    }
}

static void
test_rules_are_those_of_the_method (gconstpointer key)
{
  static const TagaBand new_bands[] = {
    0, TAGA_BAND_SMALL, TAGA_BAND_SMALL, TAGA_BAND_SMALL, TAGA_BAND_MEDIUM, 0, TAGA_BAND_LARGE, 0,
    0, TAGA_BAND_LARGE
  };
  static const TagaBand old_bands[] = { TAGA_BAND_SMALL,  TAGA_BAND_MEDIUM, TAGA_BAND_MEDIUM,
                                        TAGA_BAND_MEDIUM, TAGA_BAND_LARGE,  0,
                                        TAGA_BAND_LARGE };
  gboolean is_old = g_str_equal (key, "ipa-3.0");
  g_autoptr (TagaEdition) edition = load (key);
  const TagaScale *scale = taga_edition_get_scale (edition);

  g_assert_cmpint (scale->lowest, ==, is_old ? 0 : 1);
  g_assert_cmpint (scale->highest, ==, is_old ? 2 : 3);
  g_assert_cmpfloat (scale->safe_from, ==, 1.0);
  g_assert_cmpfloat (scale->vulnerable_below, ==, 0.25);

  for (int threat = 1; threat <= 3; threat++)
    for (int vulnerability = 1; vulnerability <= 3; vulnerability++)
      g_assert_cmpint (taga_risk_likelihood (scale, threat, vulnerability), ==,
                       (threat + 3 - vulnerability) / (4 - vulnerability));

  for (int importance = scale->lowest; importance <= scale->highest; importance++)
    for (int likelihood = 1; likelihood <= 3; likelihood++)
      {
        int risk = importance * likelihood;

        g_assert_cmpint (taga_risk_band (scale, risk), ==,
                         is_old ? old_bands[risk] : new_bands[risk]);
      }
}

static void
test_cells_have_the_words_of_the_workbook (void)
{
  static const struct
  {
    const char *domain;
    int number;
    const char *words;
    gboolean is_ours;
  } cells[] = {
    { "frequency", 3, "3:通常の状態で発生する（いつ発生してもおかしくない）", FALSE },
    { "frequency", 2, "2:特定の状況で発生する（年に数回程度）", FALSE },
    { "frequency", 1, "1:通常の状態では発生しない", TRUE },
    { "vulnerability", 3, "3:脆弱性未対策（ほとんど無防備）", TRUE },
    { "vulnerability", 2, "2:部分的に脆弱性未対策", FALSE },
    { "vulnerability", 1, "1:脆弱性対策済み", TRUE },
    { "likelihood", 3, "可能性:高", FALSE },
    { "likelihood", 2, "可能性:中", FALSE },
    { "likelihood", 1, "可能性:低", FALSE },
    { "band", TAGA_BAND_LARGE, "リスク大", FALSE },
    { "band", TAGA_BAND_SMALL, "リスク小", FALSE },
    { "answer", 1, "1：実施している", FALSE },
    { "value", 3, "3", FALSE },
  };
  g_autoptr (TagaEdition) edition = load ("ipa-3.1");

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      const TagaChoice *choice =
          taga_edition_find_level (edition, cells[i].domain, cells[i].number);

      g_assert_cmpstr (choice->cell_ja, ==, cells[i].words);
      g_assert_cmpint (choice->is_ours, ==, cells[i].is_ours);
    }

  g_assert_null (taga_edition_find_level (edition, "value", 0));
  g_assert_null (taga_edition_find_level (edition, "medium", TAGA_UNKNOWN));
  g_assert_cmpstr (taga_edition_find_choice (edition, "medium", "server")->label_ja, ==,
                   "社内サーバー");
}

static void
test_choices_of_the_ladder_are_those_of_the_method (gconstpointer key)
{
  static const struct
  {
    const char *domain;
    const char *keys;
  } lists[] = {
    { "question-answer", "done partly not-done unknown" },
    { "rule-state", "done partly not-done" },
    { "treatment", "reduce accept avoid transfer" },
    { "measure-status", "todo doing done" },
    { "score-origin", "judged computed" },
    { "own-list", "threat check" },
    { "mapping-kind", "medium axis" },
    { "contact-kind", "inside system service partner authority police ipa adviser insurer bank "
                      "other" },
    { "rule-set", "five six" },
    { "stars", "1 2" },
  };
  static const int points[] = { 4, 2, 0, -1 };
  g_autoptr (TagaEdition) edition = load (key);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GString) keys = g_string_new (NULL);
      guint n;
      const TagaChoice *choices = taga_edition_get_choices (edition, lists[i].domain, &n);

      for (guint j = 0; j < n; j++)
        g_string_append_printf (keys, "%s%s", j > 0 ? " " : "", choices[j].key);
      g_assert_cmpstr (keys->str, ==, lists[i].keys);
      g_assert_nonnull (taga_edition_get_source (edition, lists[i].domain, TRUE));
    }

  for (int number = 1; number <= 4; number++)
    g_assert_cmpint (taga_edition_find_level (edition, "question-answer", number)->points, ==,
                     points[number - 1]);
  g_assert_cmpint (taga_edition_find_level (edition, "answer", 1)->points, ==, 0);
}

/* A company declares its stars itself; nobody certifies them. */
static void
test_stars_are_declared (void)
{
  g_autoptr (TagaEdition) edition = load ("ipa-3.1");

  for (int stars = 1; stars <= 2; stars++)
    {
      const TagaChoice *choice = taga_edition_find_level (edition, "stars", stars);

      g_assert_nonnull (strstr (choice->text_ja, "宣言"));
      g_assert_null (strstr (choice->text_ja, "認定"));
      g_assert_null (strstr (choice->text_ja, "取得"));
      g_assert_nonnull (strstr (choice->text_en, "declares"));
    }
}

static void
test_levels_mean_the_same_on_both_scales (void)
{
  static const char *const properties[] = { "confidentiality", "integrity", "availability",
                                            "importance" };
  g_autoptr (TagaEdition) new = load ("ipa-3.1");
  g_autoptr (TagaEdition) old = load ("ipa-3.0");

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      for (int level = 1; level <= 3; level++)
        for (guint japanese = 0; japanese < 2; japanese++)
          {
            const char *text =
                taga_edition_get_criterion (new, properties[i], level, japanese != 0);

            g_assert_nonnull (text);
            g_assert_cmpstr (
                text, ==,
                taga_edition_get_criterion (old, properties[i], level - 1, japanese != 0));
            if (level > 1)
              g_assert_cmpstr (
                  text, !=,
                  taga_edition_get_criterion (new, properties[i], level - 1, japanese != 0));
          }

      g_assert_null (taga_edition_get_criterion (new, properties[i], 0, TRUE));
      g_assert_null (taga_edition_get_criterion (new, properties[i], 4, TRUE));
      g_assert_null (taga_edition_get_criterion (old, properties[i], -1, TRUE));
    }

  g_assert_nonnull (strchr (taga_edition_get_criterion (new, "confidentiality", 3, TRUE), '\n'));
  g_assert_true (
      g_str_has_suffix (taga_edition_get_question (new, "availability", TRUE), "困りますか。"));
  g_assert_null (taga_edition_get_question (new, "importance", TRUE));
}

static void
test_tells_what_is_ours (gconstpointer key)
{
  static const char *const sources[] = {
    "criteria",  "importance",  "value",         "personal-information",
    "risk",      "band",        "regulation",    "likelihood-table",
    "frequency", "threat",      "vulnerability", "check",
    "medium",    "answer",      "likelihood",    "mark",
    "mapping",   "threat-rule", "judge",         "vulnerability-rule",
  };
  g_autoptr (TagaEdition) edition = load (key);

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_assert_nonnull (taga_edition_get_source (edition, sources[i], TRUE));
      g_assert_nonnull (taga_edition_get_source (edition, sources[i], FALSE));
      g_assert_cmpint (taga_edition_is_ours (edition, sources[i]), ==, i >= 16);
    }

  g_assert_nonnull (strstr (taga_edition_get_source (edition, "mapping", TRUE), "タガが独自"));
  g_assert_null (taga_edition_get_source (edition, "nothing", TRUE));
  if (g_str_equal (key, "ipa-3.1"))
    g_assert_nonnull (
        strstr (taga_edition_get_source (edition, "importance", FALSE), "p. 47–49, table 11"));
  else
    g_assert_nonnull (strstr (taga_edition_get_source (edition, "band", FALSE), "Presumed"));
}

static void
test_assessment_starts_unknown (gconstpointer key)
{
  g_autoptr (TagaEdition) edition = load (key);
  TagaAssessment assessment;

  memset (&assessment, 0x55, sizeof assessment);
  taga_edition_init_assessment (edition, &assessment);

  g_assert_true (assessment.scale == taga_edition_get_scale (edition));
  g_assert_cmpuint (assessment.n_media, ==, 6);
  g_assert_cmpint (taga_assessment_find_medium (&assessment, "cloud"), ==, 5);
  for (guint i = 0; i < TAGA_MAX_MEDIA; i++)
    {
      g_assert_cmpint (assessment.threat[i], ==, TAGA_UNKNOWN);
      g_assert_cmpint (assessment.vulnerability[i], ==, TAGA_UNKNOWN);
    }
}

static void
add_for_each_edition (const char *path, GTestDataFunc func)
{
  for (guint i = 0; taga_edition_get_known ()[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (path, "/", taga_edition_get_known ()[i], NULL);

      g_test_add_data_func (name, taga_edition_get_known ()[i], func);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_resources_register (taga_data_get_resource ());

  g_test_add_func ("/edition/knows-every-shipped-edition", test_knows_every_shipped_edition);
  add_for_each_edition ("/edition/counts-agree-with-the-guideline",
                        test_counts_agree_with_the_guideline);
  add_for_each_edition ("/edition/each-item-says-all-it-should", test_each_item_says_all_it_should);
  g_test_add_func ("/edition/eleventh-regulation-differs", test_eleventh_regulation_differs);
  add_for_each_edition ("/edition/mapping-is-the-starting-one", test_mapping_is_the_starting_one);
  add_for_each_edition ("/edition/rules-are-those-of-the-method",
                        test_rules_are_those_of_the_method);
  g_test_add_func ("/edition/cells-have-the-words-of-the-workbook",
                   test_cells_have_the_words_of_the_workbook);
  add_for_each_edition ("/edition/choices-of-the-ladder-are-those-of-the-method",
                        test_choices_of_the_ladder_are_those_of_the_method);
  g_test_add_func ("/edition/stars-are-declared", test_stars_are_declared);
  g_test_add_func ("/edition/levels-mean-the-same-on-both-scales",
                   test_levels_mean_the_same_on_both_scales);
  add_for_each_edition ("/edition/tells-what-is-ours", test_tells_what_is_ours);
  add_for_each_edition ("/edition/assessment-starts-unknown", test_assessment_starts_unknown);

  return g_test_run ();
}
