#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

#include "data-resources.h"
#include "taga-edition.h"

static TagaEdition *
load (const char *key)
{
  g_autoptr (GError) error = NULL;
  TagaEdition *edition = taga_edition_load (key, &error);

  g_assert_no_error (error);
  return edition;
}

static guint
count_in_group (TagaEdition *edition, const char *list, const char *group)
{
  guint n, found = 0;
  const TagaItem *items = taga_edition_get_items (edition, list, &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (items[i].group, group) == 0)
      found++;

  return found;
}

static void
assert_keys (TagaEdition *edition, const char *list, const char *expected)
{
  g_autoptr (GString) keys = g_string_new (NULL);
  guint n;
  const TagaItem *items = taga_edition_get_items (edition, list, &n);

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (keys, "%s%s", i > 0 ? " " : "", items[i].key);
      g_assert_true (taga_edition_find_item (edition, list, items[i].key) == &items[i]);
    }
  g_assert_cmpstr (keys->str, ==, expected);
}

static void
test_parts_have_the_points_of_the_guideline (gconstpointer key)
{
  static const int points[] = { 20, 52, 28 };
  g_autoptr (TagaEdition) edition = load (key);
  int best = taga_edition_find_level (edition, "question-answer", 1)->points;
  guint n;
  const TagaItem *items;

  assert_keys (edition, "question-part", "1 2 3");
  items = taga_edition_get_items (edition, "question-part", &n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint ((int) count_in_group (edition, "question", items[i].key) * best, ==,
                     points[i]);

  items = taga_edition_get_items (edition, "question", &n);
  g_assert_cmpuint (n, ==, 25);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (atoi (items[i].key), ==, (int) i + 1);
      g_assert_nonnull (taga_edition_find_item (edition, "axis", items[i].axis));
    }
  g_assert_cmpstr (items[4].group, ==, "1");
  g_assert_cmpstr (items[5].group, ==, "2");
  g_assert_cmpstr (items[17].group, ==, "2");
  g_assert_cmpstr (items[18].group, ==, "3");
}

static void
test_total_has_the_reading_of_the_guideline (gconstpointer key)
{
  static const struct
  {
    int total;
    const char *reading;
  } cases[] = {
    { 100, "full" }, { 99, "nearly" }, { 70, "nearly" }, { 69, "half" }, { 50, "half" },
    { 49, "low" },   { 0, "low" },     { -1, "low" },    { -25, "low" },
  };
  g_autoptr (TagaEdition) edition = load (key);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TagaChoice *reading = taga_edition_find_reading (edition, cases[i].total);

      g_assert_cmpstr (reading->key, ==, cases[i].reading);
      g_assert_cmpint (reading->number, <=, cases[i].total);
      g_assert_nonnull (reading->text_ja);
      g_assert_nonnull (reading->advice_en);
    }

  g_assert_null (taga_edition_find_reading (edition, -26));
}

static void
test_six_rules_add_backups_to_the_five (gconstpointer key)
{
  g_autoptr (TagaEdition) edition = load (key);
  const TagaItem *five, *six, *rules;
  guint n;

  assert_keys (edition, "rule-set", "five six");
  assert_keys (edition, "rule", "update antivirus password sharing know backup");
  five = taga_edition_find_item (edition, "rule-set", "five");
  six = taga_edition_find_item (edition, "rule-set", "six");
  g_assert_cmpuint (g_strv_length ((char **) five->checks), ==, 5);
  g_assert_cmpuint (g_strv_length ((char **) six->checks), ==, 6);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpstr (five->checks[i], ==, six->checks[i]);
  g_assert_cmpstr (six->checks[5], ==, "backup");

  rules = taga_edition_get_items (edition, "rule", &n);
  for (guint i = 0; i < n; i++)
    {
      guint questions = count_in_group (edition, "recheck", rules[i].key);

      g_assert_cmpuint (questions, >=, 2);
      g_assert_cmpuint (questions, <=, 5);
    }

  rules = taga_edition_get_items (edition, "recheck", &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *start = g_strconcat (rules[i].group, "-", NULL);

      g_assert_true (g_str_has_prefix (rules[i].key, start));
    }
}

static void
assert_rules_are_known (TagaEdition *edition, const TagaItem *threat)
{
  for (guint i = 0; threat->rules[i] != NULL; i++)
    {
      g_assert_nonnull (taga_edition_find_item (edition, "rule", threat->rules[i]));
      g_assert_false (g_strv_contains (threat->rules_some, threat->rules[i]));
    }
  for (guint i = 0; threat->rules_some[i] != NULL; i++)
    g_assert_nonnull (taga_edition_find_item (edition, "rule", threat->rules_some[i]));
}

static void
test_ten_threats_of_each_year (gconstpointer key)
{
  g_autoptr (TagaEdition) edition = load (key);
  const TagaItem *threats;
  guint n;

  assert_keys (edition, "top-threat-list", "2024 2025 2026");
  threats = taga_edition_get_items (edition, "top-threat", &n);
  g_assert_cmpuint (n, ==, 30);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *expected = g_strdup_printf ("%u-%u", 2024 + i / 10, i % 10 + 1);

      g_assert_cmpstr (threats[i].key, ==, expected);
      g_assert_true (g_str_has_prefix (expected, threats[i].group));
      g_assert_nonnull (threats[i].help_ja);
      assert_rules_are_known (edition, &threats[i]);
    }

  g_assert_nonnull (
      strstr (taga_edition_find_item (edition, "top-threat", "2026-3")->title_ja, "AI"));
  g_assert_nonnull (
      strstr (taga_edition_find_item (edition, "top-threat", "2025-8")->title_ja, "DDoS"));
}

/* Direct help stands before the bar, some help behind it. */
static void
test_rules_that_help_are_the_starting_ones (gconstpointer key)
{
  static const char *const helping[] = {
    "update antivirus password know backup | sharing",
    "| update antivirus password sharing know",
    "sharing | password",
    "update antivirus know | password",
    "| antivirus backup",
    "sharing know |",
    "update | backup",
    "know | password",
    "update antivirus password sharing | know",
    "| update antivirus password know backup",
  };
  g_autoptr (TagaEdition) edition = load (key);

  for (guint i = 0; i < G_N_ELEMENTS (helping); i++)
    {
      g_autofree char *threat_key = g_strdup_printf ("2024-%u", i + 1);
      const TagaItem *threat = taga_edition_find_item (edition, "top-threat", threat_key);
      g_autofree char *direct = g_strjoinv (" ", (char **) threat->rules);
      g_autofree char *some = g_strjoinv (" ", (char **) threat->rules_some);
      g_autofree char *both = g_strconcat (direct, " | ", some, NULL);

      g_assert_cmpstr (g_strstrip (both), ==, helping[i]);
    }
}

static void
test_each_role_has_duties (gconstpointer key)
{
  g_autoptr (TagaEdition) edition = load (key);
  guint n;
  const TagaItem *roles = taga_edition_get_items (edition, "role", &n);

  assert_keys (edition, "role-group", "standing incident");
  assert_keys (edition, "role",
               "responsible department system education inspection "
               "incident-lead incident-department incident-system incident-finder");
  g_assert_cmpuint (count_in_group (edition, "role", "standing"), ==, 5);
  g_assert_cmpuint (count_in_group (edition, "role", "incident"), ==, 4);
  for (guint i = 0; i < n; i++)
    {
      g_assert_nonnull (roles[i].help_ja);
      g_assert_nonnull (roles[i].help_en);
    }
}

static void
test_each_check_item_counts_on_an_axis (gconstpointer key)
{
  g_autoptr (TagaEdition) edition = load (key);
  guint n, n_axes;
  const TagaItem *axes = taga_edition_get_items (edition, "axis", &n_axes);
  const TagaItem *checks = taga_edition_get_items (edition, "check", &n);

  assert_keys (edition, "axis", "network endpoint mobile data awareness partners");
  g_assert_cmpstr (axes[5].title_ja, ==, "外部パートナーとの関係");
  for (guint i = 0; i < n_axes; i++)
    {
      g_assert_cmpint (g_utf8_strlen (axes[i].short_ja, -1), <=, 3);
      for (guint j = 0; axes[i].checks[j] != NULL; j++)
        g_assert_nonnull (taga_edition_find_item (edition, "check", axes[i].checks[j]));
    }

  for (guint i = 0; i < n; i++)
    {
      guint found = 0;

      for (guint j = 0; j < n_axes; j++)
        if (g_strv_contains (axes[j].checks, checks[i].key))
          found++;
      g_test_message ("%s counts on %u", checks[i].key, found);
      g_assert_cmpuint (found, >=, 1);
    }
}

static void
test_each_score_has_words (gconstpointer key)
{
  g_autoptr (TagaEdition) edition = load (key);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  const TagaItem *axes = taga_edition_get_items (edition, "axis", &n);

  for (guint i = 0; i < n; i++)
    {
      for (int level = 0; level <= 5; level++)
        for (guint japanese = 0; japanese < 2; japanese++)
          {
            const char *text = taga_edition_get_rubric (edition, axes[i].key, level, japanese != 0);

            g_assert_nonnull (text);
            g_assert_true (g_hash_table_add (seen, (gpointer) text));
          }
      g_assert_null (taga_edition_get_rubric (edition, axes[i].key, -1, TRUE));
      g_assert_null (taga_edition_get_rubric (edition, axes[i].key, 6, TRUE));
    }
  g_assert_null (taga_edition_get_rubric (edition, "nothing", 3, TRUE));
}

/* Offices read the titles in narrow columns, and a question has to sound like one. */
static void
test_words_fit_where_they_are_read (gconstpointer key)
{
  static const char *const asking[] = { "question", "recheck" };
  static const char *const lists[] = { "question", "recheck", "rule", "top-threat", "role" };
  g_autoptr (TagaEdition) edition = load (key);
  guint n;

  for (guint i = 0; i < G_N_ELEMENTS (asking); i++)
    {
      const TagaItem *items = taga_edition_get_items (edition, asking[i], &n);

      for (guint j = 0; j < n; j++)
        {
          g_assert_true (g_str_has_suffix (items[j].title_ja, "か。"));
          g_assert_true (g_str_has_suffix (items[j].title_en, "?"));
          g_assert_cmpint (g_utf8_strlen (items[j].title_ja, -1), <=, 60);
          g_assert_true (items[j].short_ja != items[j].title_ja);
          g_assert_nonnull (items[j].help_ja);
        }
    }

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      const TagaItem *items = taga_edition_get_items (edition, lists[i], &n);

      for (guint j = 0; j < n; j++)
        g_assert_cmpint (g_utf8_strlen (items[j].short_ja, -1), <=, 12);
    }
}

static void
test_tells_what_is_ours (gconstpointer key)
{
  static const struct
  {
    const char *what;
    gboolean is_ours;
  } sources[] = {
    { "question", FALSE },
    { "question-axis", TRUE },
    { "question-reading", FALSE },
    { "rule", FALSE },
    { "recheck", TRUE },
    { "top-threat", FALSE },
    { "top-threat-rules", TRUE },
    { "role", FALSE },
    { "axis", TRUE },
    { "axis-rubric", TRUE },
    { "treatment", FALSE },
    { "question-answer", FALSE },
    { "score-origin", TRUE },
  };
  g_autoptr (TagaEdition) edition = load (key);

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_assert_nonnull (taga_edition_get_source (edition, sources[i].what, FALSE));
      g_assert_cmpint (taga_edition_is_ours (edition, sources[i].what), ==, sources[i].is_ours);
      if (sources[i].is_ours)
        g_assert_nonnull (
            strstr (taga_edition_get_source (edition, sources[i].what, TRUE), "独自"));
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

  add_for_each_edition ("/edition-ladder/parts-have-the-points-of-the-guideline",
                        test_parts_have_the_points_of_the_guideline);
  add_for_each_edition ("/edition-ladder/total-has-the-reading-of-the-guideline",
                        test_total_has_the_reading_of_the_guideline);
  add_for_each_edition ("/edition-ladder/six-rules-add-backups-to-the-five",
                        test_six_rules_add_backups_to_the_five);
  add_for_each_edition ("/edition-ladder/ten-threats-of-each-year", test_ten_threats_of_each_year);
  add_for_each_edition ("/edition-ladder/rules-that-help-are-the-starting-ones",
                        test_rules_that_help_are_the_starting_ones);
  add_for_each_edition ("/edition-ladder/each-role-has-duties", test_each_role_has_duties);
  add_for_each_edition ("/edition-ladder/each-check-item-counts-on-an-axis",
                        test_each_check_item_counts_on_an_axis);
  add_for_each_edition ("/edition-ladder/each-score-has-words", test_each_score_has_words);
  add_for_each_edition ("/edition-ladder/words-fit-where-they-are-read",
                        test_words_fit_where_they_are_read);
  add_for_each_edition ("/edition-ladder/tells-what-is-ours", test_tells_what_is_ours);

  return g_test_run ();
}
