#include <glib/gstdio.h>
#include <string.h>

#include "data-resources.h"
#include "taga-edition.h"

#define FOLDER "/io/github/taga_workbench/Taga/data/catalogues"

#define ONE_AXIS(key)                                                                              \
  "{ \"key\": \"" key                                                                              \
  "\", \"title\": { \"ja\": \"軸\", \"en\": \"Axis\" }, \"items\": [\"1-1\"], "                   \
  "\"rubric\": [" ONE_TEXT ONE_TEXT ONE_TEXT ONE_TEXT ONE_TEXT                                     \
  "{ \"ja\": \"点\", \"en\": \"p\" }] }"
#define ONE_TEXT "{ \"ja\": \"点\", \"en\": \"p\" }, "
#define ONE_SOURCE "{ \"ja\": \"独自\", \"en\": \"Ours\", \"ours\": true }"
#define SOME_AXES(axes)                                                                            \
  "{ \"sources\": { \"axis\": " ONE_SOURCE ", \"axis-rubric\": " ONE_SOURCE " }, \"axes\": [" axes \
  "] }"

#define THREE_AXES(a, b, c) ONE_AXIS (a) ", " ONE_AXIS (b) ", " ONE_AXIS (c)
#define TWELVE_AXES                                                                                \
  THREE_AXES ("network", "endpoint", "mobile")                                                     \
  ", " THREE_AXES ("data", "awareness",                                                            \
                   "partners") ", " THREE_AXES ("g", "h", "i") ", " THREE_AXES ("j", "k", "l")

/* A catalogue that differs from the shipped one in one place. */
typedef struct
{
  const char *name;
  const char *file;
  const char *find;    /* NULL: the whole file */
  const char *replace; /* NULL: no file */
  const char *place;   /* NULL: it loads */
  int code;
} Change;

#define BROKEN TAGA_CATALOGUE_ERROR_UNREADABLE
#define WRONG TAGA_CATALOGUE_ERROR_INVALID
#define TEN "aaaaaaaaaa"
#define HUNDRED TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN

static const Change changes[] = {
  { "no-file", "media.json", NULL, NULL, "media.json: ", BROKEN },
  { "empty-file", "rules.json", NULL, "", "rules.json: line 1, column 1: ", BROKEN },
  { "no-utf8", "rules.json", "{\n", "{\n \xff", "rules.json: line 2, column 2: ", BROKEN },
  { "half-a-file", "rules.json", "\"rows\": [[1", "\"rows\": [[", "line 19, column 15: ", BROKEN },
  { "comment", "rules.json", "{", "/* { */ {", "line 1, column 1: ", BROKEN },
  { "second-document", "mapping.json", "\n}\n", "\n} {}", "line 38, column 3: ", BROKEN },
  { "same-name-twice", "rules.json", "\"safe-from\": 1", "\"source\": 1",
    "line 12, column 13: ", BROKEN },
  { "nul-escape", "media.json", "書類", "書\\u0000類", "line 9, column 26: ", BROKEN },
  { "lone-surrogate", "media.json", "書類", "\\ud83dx", "line 9, column 25: ", BROKEN },
  { "line-break-in-text", "media.json", "書類", "書\n類", "line 9, column 26: ", BROKEN },
  { "number-beyond-bounds", "rules.json", "[[1", "[[18446744073709551617", "line 19, ", BROKEN },
  { "number-octal", "rules.json", "[[1", "[[01", "line 19, column 15: ", BROKEN },
  { "number-infinite", "rules.json", "0.25", "1e999", "line 11, column 25: ", BROKEN },
  { "number-without-fraction", "rules.json", "0.25", "0.", "line 11, column 25: ", BROKEN },
  { "number-without-exponent", "rules.json", "0.25", "2e-", "line 11, column 25: ", BROKEN },
  { "number-with-plus", "rules.json", "0.25", "+0.25", "line 11, column 25: ", BROKEN },
  { "escape-unknown", "media.json", "書類", "\\x41", "line 9, column 25: ", BROKEN },
  { "escape-cut", "media.json", "書類", "\\u66", "line 9, column 25: ", BROKEN },
  { "surrogate-of-wrong-kind", "media.json", "書類", "\\ud842\\ud842",
    "line 9, column 25: ", BROKEN },
  { "nested-too-deep", "rules.json", "[[1", "[[[[[[[[[[[[[[[[[[[[[1", "line 19, ", BROKEN },

  { "not-an-object", "media.json", NULL, "[1]", "media.json: top of the file: ", WRONG },
  { "other-key", "ipa-3.1.json", "\"ipa-3.1\"", "\"ipa-3.2\"", "ipa-3.1.json: key: ", WRONG },
  { "unknown-member", "check-items.json", "\"help\"", "\"hlep\"",
    "check-items.json: groups[0].items[0].hlep: ", WRONG },
  { "no-english", "threats.json", "\"en\": \"Confidential papers are stolen from the office\"",
    "\"en\": \"\"", "threats.json: threats[0].title.en: ", WRONG },
  { "no-japanese", "media.json", "\"ja\": \"書類\", ", "", "media[0].label.ja: ", WRONG },
  { "number-for-text", "media.json", "\"書類\"", "7", "media[0].label.ja: ", WRONG },
  { "null-for-text", "media.json", "\"書類\"", "null", "media[0].label.ja: ", WRONG },
  { "blank-in-front", "media.json", "書類", "　書類", "media[0].label.ja: ", WRONG },
  { "text-reversed", "media.json", "書類", "書\u202e類", "media[0].label.ja: ", WRONG },
  { "text-too-long", "media.json", "書類", HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED "a",
    "media[0].label.ja: ", WRONG },
  { "key-with-slash", "media.json", "\"paper\"", "\"../paper\"", "media[0].key: ", WRONG },
  { "medium-twice", "media.json", "\"removable\"", "\"paper\"", "media[1].key: ", WRONG },
  { "alias-of-two-media", "media.json", "\"電子媒体\"", "\"カミ\", \"紙\"", "media[1]: ", WRONG },
  { "alias-empty", "media.json", "\"紙\"", "\"ー\"", "media[0]: ", WRONG },
  { "aliases-no-array", "media.json", "\"aliases\": [", "\"aliases\": 7, \"ours\": [",
    "media[0].aliases: ", WRONG },
  { "aliases-empty", "media.json", "\"aliases\": [", "\"aliases\": [], \"ours\": [",
    "media[0].aliases: ", WRONG },
  { "escape-for-line-break", "media.json", "書類", "書\\n類", "media[0].label.ja: ", WRONG },
  { "flag-no-flag", "media.json", "\"aliases\": [", "\"ours\": 1, \"aliases\": [",
    "media[0].ours: ", WRONG },
  { "medium-without-threat", "media.json", "\"media\": [",
    "\"media\": [{ \"key\": \"stone\", \"label\": { \"ja\": \"石\", \"en\": \"Stone\" } },",
    "threats.json: threats: ", WRONG },
  { "medium-unknown", "threats.json", "\"paper\"", "\"stone\"", "threats[0].medium: ", WRONG },
  { "threat-twice", "threats.json", "\"key\": \"2\"", "\"key\": \"1\"", "threats[1].key: ", WRONG },
  { "item-twice", "check-items.json", "\"1-2\"", "\"1-1\"", "groups[0].items[1].key: ", WRONG },
  { "group-twice", "check-items.json", "\"key\": \"2\"", "\"key\": \"1\"",
    "groups[1].key: ", WRONG },
  { "item-mapped-unknown", "mapping.json", "\"2-1\"", "\"12-1\"", "media[0].items[0]: ", WRONG },
  { "item-mapped-twice", "mapping.json", "\"2-2\"", "\"2-1\"", "media[0].items[1]: ", WRONG },
  { "medium-mapped-twice", "mapping.json", "\"cloud\"", "\"paper\"", "media[5].medium: ", WRONG },
  { "table-too-small", "rules.json", "[[1, 1, 1]", "[[1, 1]", "likelihood.rows[0]: ", WRONG },
  { "table-out-of-range", "rules.json", "2, 3]]", "2, 4]]", "likelihood.rows[2][2]: ", WRONG },
  { "table-fraction", "rules.json", "[[1", "[[1.0", "likelihood.rows[0][0]: ", WRONG },
  { "table-too-long", "rules.json", "[[1, 1, 1]", "[[1, 1, 1], [1, 1, 1]",
    "likelihood.rows: ", WRONG },
  { "coverage-negative", "rules.json", "0.25", "-0.25", "vulnerability.vulnerable-below", WRONG },
  { "coverage-reversed", "rules.json", "\"safe-from\": 1", "\"safe-from\": 0.2",
    "vulnerability.vulnerable-below: ", WRONG },
  { "coverage-out-of-range", "rules.json", "0.25", "1.25", "vulnerability.vulnerable-below",
    WRONG },
  { "level-missing", "vocabulary.json", "\"number\": 2", "\"number\": 5",
    "domains.frequency: ", WRONG },
  { "level-twice", "vocabulary.json", "\"number\": 2", "\"number\": 3",
    "domains.frequency.choices[1].number: ", WRONG },
  { "level-too-many", "vocabulary.json", "\"choices\": [",
    "\"choices\": [{ \"number\": 4, \"label\": { \"ja\": \"4:毎日\", \"en\": \"4: daily\" } },",
    "domains.frequency: ", WRONG },
  { "level-without-number", "vocabulary.json", "\"number\": 2", "\"key\": \"two\"",
    "domains.frequency.choices[1].number: ", WRONG },
  { "domain-missing", "vocabulary.json", "\"judge\"", "\"umpire\"", "domains.judge: ", WRONG },
  { "domain-out-of-place", "vocabulary.json", "\"judge\"", "\"medium\"",
    "domains.medium: ", WRONG },
  { "points-no-number", "vocabulary.json", "\"points\": 4", "\"points\": \"4\"",
    "domains.question-answer.choices[0].points: ", WRONG },
  { "points-beyond-bounds", "vocabulary.json", "\"points\": 4", "\"points\": 100",
    "domains.question-answer.choices[0].points: ", WRONG },
  { "treatments-missing", "vocabulary.json", "\"treatment\"", "\"treat\"",
    "domains.treatment: ", WRONG },
  { "scale-too-long", "ipa-3.1.json",
    "\"highest\": 3 },\n  \"personal-information\": { \"importance\": 3 }",
    "\"highest\": 4 },\n  \"personal-information\": { \"importance\": 4 }",
    "criteria.json: importance: ", WRONG },
  { "scale-reversed", "ipa-3.1.json", "\"highest\": 3", "\"highest\": 0",
    "scale.highest: ", WRONG },
  { "mark-below-top", "ipa-3.1.json", "\"importance\": 3", "\"importance\": 2",
    "personal-information.importance: ", WRONG },
  { "band-gap", "ipa-3.1.json", "\"to\": 3", "\"to\": 2", "ipa-3.1.json: bands: ", WRONG },
  { "band-overlap", "ipa-3.1.json", "\"to\": 3", "\"to\": 4", "ipa-3.1.json: bands: ", WRONG },
  { "band-missing", "ipa-3.1.json", "\"unknown\"", "\"huge\"", "ipa-3.1.json: bands: ", WRONG },
  { "band-of-nothing", "ipa-3.1.json", "\"unknown\"", "\"unknown\", \"from\": 5",
    "bands[3]: ", WRONG },
  { "band-too-few", "ipa-3.1.json", "\"key\": \"medium\"", "\"key\": \"large\"",
    "bands[1].key: ", WRONG },
  { "part-missing", "ipa-3.1.json", "\"rules\": \"rules.json\",", "", "parts.rules: ", WRONG },
  { "part-outside", "ipa-3.1.json", "\"rules.json\"", "\"../rules.json\"", "parts.rules: ", WRONG },
  { "part-no-json", "ipa-3.1.json", "\"rules.json\"", "\"rules\"", "parts.rules: ", WRONG },
  { "regulation-unknown", "ipa-3.1.json", "\"telework\"", "\"homework\"",
    "regulations[10]: ", WRONG },
  { "group-of-regulation", "regulations.json", "[\"11\"]", "[\"12\"]",
    "regulations[9].groups[0]: ", WRONG },
  { "regulation-twice", "ipa-3.1.json", "\"telework\"", "\"incident\"",
    "regulations[10].key: ", WRONG },
  { "group-of-regulation-twice", "regulations.json", "[\"11\"]", "[\"11\", \"11\"]",
    "regulations[9].groups[1]: ", WRONG },
  { "source-missing", "ipa-3.1.json", "\"band\": {", "\"bond\": {", "sources.bond: ", WRONG },

  { "questions-missing", "ipa-3.1.json", "\"questions\": \"questions.json\",", "",
    "ipa-3.1.json: parts.questions: ", WRONG },
  { "questions-no-file", "questions.json", NULL, NULL, "questions.json: ", BROKEN },
  { "questions-cut", "questions.json", "\"level", "\"level\n", "questions.json: line 10, ",
    BROKEN },
  { "question-unknown-property", "questions.json", "\"integrity\": {", "\"integrty\": {",
    "questions.json: properties.integrty: ", WRONG },
  { "question-without-english", "questions.json",
    "\"en\": \"Does it tell about individuals who can "
    "be recognised, such as customers or staff?\"",
    "\"en\": \"\"", "properties.confidentiality.levels[0].questions[0].text.en: ", WRONG },
  { "question-without-reason", "questions.json", "\"reason\"", "\"because\"",
    "properties.confidentiality.levels[0].questions[0].because: ", WRONG },
  { "questions-other-part", "ipa-3.1.json", "\"questions.json\"", "\"rules.json\"",
    "rules.json: ", WRONG },
  { "question-level-empty", "questions.json", "\"questions\": [", "\"questions\": [], \"level\": [",
    "levels[0].level: ", WRONG },
  { "question-no-object", "questions.json", "\"questions\": [", "\"questions\": [7, ",
    "properties.confidentiality.levels[0].questions[0]: ", WRONG },
  { "question-levels-too-many", "questions.json", "\"levels\": [",
    "\"levels\": [{ \"questions\": [{}] }, ", "properties.confidentiality.levels: ", WRONG },

  { "axes-no-file", "axes.json", NULL, NULL, "axes.json: ", BROKEN },
  { "axes-missing", "ipa-3.1.json", "\"axes\": \"axes.json\",", "", "parts.axes: ", WRONG },
  { "axes-cut", "axes.json", "\"axes\": [", "\"axes\": [[", "axes.json: line ", BROKEN },
  { "axes-three", "axes.json", NULL, SOME_AXES (THREE_AXES ("a", "b", "c")),
    "self-check.json: parts[0].questions[0].axis: ", WRONG },
  { "axes-twelve", "axes.json", NULL, SOME_AXES (TWELVE_AXES), NULL, 0 },
  { "axes-too-many", "axes.json", NULL, SOME_AXES (TWELVE_AXES ", " ONE_AXIS ("m")),
    "axes.json: axes: ", WRONG },
  { "axes-too-few", "axes.json", NULL, SOME_AXES (ONE_AXIS ("network") ", " ONE_AXIS ("data")),
    "axes.json: axes: ", WRONG },
  { "axis-twice", "axes.json", "\"endpoint\"", "\"network\"", "axes[1].key: ", WRONG },
  { "axis-without-title", "axes.json", "\"title\"", "\"tile\"", "axes[0].tile: ", WRONG },
  { "axis-of-unknown-item", "axes.json", "\"5-1\"", "\"5-9\"", "axes[0].items[0]: ", WRONG },
  { "axis-of-item-twice", "axes.json", "\"5-4\"", "\"5-1\"", "axes[0].items[1]: ", WRONG },
  { "axis-of-no-item", "axes.json", "\"items\": [", "\"items\": [], \"item\": [",
    "axes[0].item: ", WRONG },
  { "rubric-too-long", "axes.json", "\"rubric\": [",
    "\"rubric\": [{ \"ja\": \"無\", \"en\": \"None\" }, ", "axes[0].rubric: ", WRONG },
  { "rubric-without-japanese", "axes.json", "\"rubric\": [", "\"rubric\": [{ \"en\": \"None\" }, ",
    "axes[0].rubric: ", WRONG },
  { "rubric-no-words", "axes.json", "\"rubric\": [\n", "\"rubric\": [7, 1, 2, 3, 4, 5], \"x\": [",
    "axes[0].x: ", WRONG },
  { "axis-source-missing", "axes.json", "\"axis-rubric\"", "\"rubric\"",
    "axes.json: sources.rubric: ", WRONG },
  { "question-of-unknown-axis", "self-check.json", "\"axis\": \"endpoint\"", "\"axis\": \"skin\"",
    "self-check.json: parts[0].questions[0].axis: ", WRONG },
  { "question-twice", "self-check.json", "\"key\": \"2\"", "\"key\": \"1\"",
    "parts[0].questions[1].key: ", WRONG },
  { "question-with-unknown-member", "self-check.json", "\"axis\"", "\"axes\"",
    "parts[0].questions[0].axes: ", WRONG },
  { "part-without-question", "self-check.json", "\"questions\": [",
    "\"questions\": [], \"question\": [", "parts[0].question: ", WRONG },
  { "reading-below-all-answers", "self-check.json", "\"from\": -25", "\"from\": -26",
    "readings[3].from: ", WRONG },
  { "reading-above-all-answers", "self-check.json", "\"from\": 100", "\"from\": 101",
    "readings[0].from: ", WRONG },
  { "reading-twice", "self-check.json", "\"from\": 70", "\"from\": 100",
    "readings[1].from: ", WRONG },
  { "reading-of-lowest-missing", "self-check.json", "\"from\": -25", "\"from\": -24",
    "self-check.json: readings: ", WRONG },
  { "reading-without-from", "self-check.json", "\"from\": 100,", "", "readings[0].from: ", WRONG },
  { "rule-twice", "ladder-rules.json", "\"key\": \"antivirus\"", "\"key\": \"update\"",
    "rules[1].key: ", WRONG },
  { "recheck-twice", "ladder-rules.json", "\"update-2\"", "\"update-1\"",
    "rules[0].recheck[1].key: ", WRONG },
  { "rule-without-recheck", "ladder-rules.json", "\"recheck\": [\n", "\"recheck\": [], \"x\": [",
    "rules[0].x: ", WRONG },
  { "set-of-unknown-rule", "ladder-rules.json", "\"rules\": [\"update\"",
    "\"rules\": [\"downdate\"", "sets[0].rules[0]: ", WRONG },
  { "set-of-no-choice", "ladder-rules.json", "\"key\": \"five\"", "\"key\": \"seven\"",
    "sets[0].key: ", WRONG },
  { "set-missing", "ladder-rules.json", "\"key\": \"six\"", "\"key\": \"five\"",
    "sets[1].key: ", WRONG },
  { "set-of-choice-missing", "vocabulary.json", "\"key\": \"six\"",
    "\"key\": \"four\", \"label\": { \"ja\": \"4か条\", \"en\": \"Four\" } }, { \"key\": "
    "\"six\"",
    "ladder-rules.json: sets: ", WRONG },
  { "top-threat-out-of-rank", "top-threats.json", "\"2024-2\"", "\"2024-3\"",
    "lists[0].threats[1].key: ", WRONG },
  { "top-threat-of-unknown-rule", "top-threats.json", "\"rules-some\": [\"sharing\"",
    "\"rules-some\": [\"shearing\"", "lists[0].threats[0].rules-some[0]: ", WRONG },
  { "top-threat-of-rule-twice", "top-threats.json", "\"rules-some\": [\"sharing\"",
    "\"rules-some\": [\"update\"", "lists[0].threats[0].rules-some[0]: ", WRONG },
  { "top-list-twice", "top-threats.json", "\"key\": \"2025\"", "\"key\": \"2024\"",
    "lists[1].key: ", WRONG },
  { "top-threat-without-english", "top-threats.json", "\"en\": \"Damage by ransomware\"",
    "\"en\": \"\"", "lists[0].threats[0].title.en: ", WRONG },
  { "role-twice", "roles.json", "\"key\": \"department\"", "\"key\": \"responsible\"",
    "groups[0].roles[1].key: ", WRONG },
  { "role-on-an-axis", "roles.json", "\"key\": \"department\"",
    "\"axis\": \"data\", \"key\": \"department\"", "groups[0].roles[1].axis: ", WRONG },
  { "role-group-twice", "roles.json", "\"key\": \"incident\"", "\"key\": \"standing\"",
    "groups[1].key: ", WRONG },
  { "roles-no-source", "roles.json", "\"source\"", "\"sources\"", "roles.json: sources: ", WRONG },

  { "own-alias", "media.json", "\"aliases\": [", "\"aliases\": [\"帳票\", ", NULL, 0 },
  { "own-check-item", "check-items.json", "\"items\": [",
    "\"items\": [{ \"key\": \"1-0\", \"title\": { \"ja\": \"自社の項目\", \"en\": \"Own\" } },",
    NULL, 0 },
};

static void
copy_catalogues (const char *folder, const Change *change)
{
  g_auto (GStrv) files = g_resources_enumerate_children (FOLDER, 0, NULL);

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autofree char *source = g_strconcat (FOLDER "/", files[i], NULL);
      g_autofree char *target = g_build_filename (folder, files[i], NULL);
      g_autoptr (GBytes) data = g_resources_lookup_data (source, 0, NULL);
      g_autoptr (GString) text =
          g_string_new_len (g_bytes_get_data (data, NULL), (gssize) g_bytes_get_size (data));

      if (g_str_equal (files[i], change->file))
        {
          if (change->replace == NULL)
            continue;
          if (change->find == NULL)
            g_string_assign (text, change->replace);
          else
            g_assert_cmpuint (g_string_replace (text, change->find, change->replace, 1), ==, 1);
        }
      g_assert_true (g_file_set_contents (target, text->str, (gssize) text->len, NULL));
    }
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static TagaEdition *
load_changed (const Change *change, GError **error)
{
  g_autofree char *path = g_dir_make_tmp ("taga-catalogue-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  TagaEdition *edition;

  copy_catalogues (path, change);
  edition = taga_edition_load_from (folder, "ipa-3.1", error);
  remove_folder (path);

  return edition;
}

static void
test_takes_or_refuses_a_changed_catalogue (gconstpointer data)
{
  const Change *change = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaEdition) edition = load_changed (change, &error);

  if (change->place == NULL)
    {
      g_assert_no_error (error);
      g_assert_nonnull (edition);
      return;
    }

  g_assert_null (edition);
  g_assert_error (error, TAGA_CATALOGUE_ERROR, change->code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, change->place));
}

static void
test_reads_escapes (void)
{
  const Change change = { .file = "media.json",
                          .find = "書類",
                          .replace = "\\\"\\/\\\\\\u66F8\\u985e\\ud842\\udfb7" };
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaEdition) edition = load_changed (&change, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (taga_edition_find_choice (edition, "medium", "paper")->label_ja, ==,
                   "\"/\\書類𠮷");
}

static void
assert_refused (const char *text, gsize length, const char *place)
{
  const Change none = { .file = "" };
  g_autofree char *path = g_dir_make_tmp ("taga-catalogue-XXXXXX", NULL);
  g_autofree char *edition_path = g_build_filename (path, "ipa-3.1.json", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaEdition) edition = NULL;

  copy_catalogues (path, &none);
  g_assert_true (g_file_set_contents (edition_path, text, (gssize) length, NULL));
  edition = taga_edition_load_from (folder, "ipa-3.1", &error);
  remove_folder (path);

  g_assert_null (edition);
  g_assert_error (error, TAGA_CATALOGUE_ERROR, TAGA_CATALOGUE_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, place));
}

static void
test_refuses_every_cut_file (void)
{
  g_autoptr (GBytes) data = g_resources_lookup_data (FOLDER "/ipa-3.1.json", 0, NULL);
  gsize length = g_bytes_get_size (data);

  for (gsize n = 0; n + 2 < length; n += 37)
    assert_refused (g_bytes_get_data (data, NULL), n, "ipa-3.1.json: line ");
  assert_refused (g_bytes_get_data (data, NULL), length - 2, "ipa-3.1.json: line ");
}

static void
test_refuses_a_file_made_to_harm (void)
{
  gsize most = 1024 * 1024;
  g_autofree char *brackets = g_strnfill (most, '[');
  g_autofree char *blanks = g_strnfill (most + 1, ' ');

  assert_refused (brackets, most, "ipa-3.1.json: line 1, column 17: ");
  assert_refused (blanks, most, "ipa-3.1.json: line 1, column 1048577: ");
  assert_refused (blanks, most + 1, "ipa-3.1.json: it is larger ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_resources_register (taga_data_get_resource ());

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *name = g_strconcat ("/catalogue/", changes[i].name, NULL);

      g_test_add_data_func (name, &changes[i], test_takes_or_refuses_a_changed_catalogue);
    }

  g_test_add_func ("/catalogue/reads-escapes", test_reads_escapes);
  g_test_add_func ("/catalogue/refuses-every-cut-file", test_refuses_every_cut_file);
  g_test_add_func ("/catalogue/refuses-a-file-made-to-harm", test_refuses_a_file_made_to_harm);

  return g_test_run ();
}
