#include <gio/gio.h>
#include <string.h>

#include "data-resources.h"
#include "taga-edition.h"
#include "taga-value.h"

static const TagaField medium = { "medium", "Medium", TAGA_FIELD_CHOICE, .domain = "medium" };
static const TagaField value_field = { "integrity", "Integrity", TAGA_FIELD_LEVEL,
                                       .domain = "value" };
static const TagaField frequency = { "threat", "Threat", TAGA_FIELD_LEVEL, .domain = "frequency" };
static const TagaField answer = { "answer", "Answer", TAGA_FIELD_LEVEL, .domain = "answer" };
static const TagaField band = { "band", "Band", TAGA_FIELD_CHOICE, .domain = "band" };
static const TagaField people = { "people", "People", TAGA_FIELD_CHOICE, .domain = "setup-people" };
static const TagaField mark = { "personal", "Personal information", TAGA_FIELD_MARK };
static const TagaField date = { "date", "Date", TAGA_FIELD_DATE };
static const TagaField number = { "employees", "Employees", TAGA_FIELD_NUMBER };
static const TagaField text_field = { "name", "Name", TAGA_FIELD_TEXT, TAGA_FIELD_REQUIRED };
static const TagaField note = { "note", "Remarks", TAGA_FIELD_NOTE };

static TagaEdition *
load (const char *key)
{
  g_autoptr (GError) error = NULL;
  TagaEdition *edition = taga_edition_load (key, &error);

  g_assert_no_error (error);
  return edition;
}

static void
assert_parses (TagaEdition *edition,
               const TagaField *field,
               const char *text,
               const char *expected_text,
               gint64 expected_number)
{
  g_auto (TagaValue) value = { g_strdup ("before"), 77 };
  g_autoptr (GError) error = NULL;
  gboolean done = taga_edition_parse (edition, field, text, &value, &error);

  g_assert_no_error (error);
  g_assert_true (done);
  g_assert_cmpstr (value.text, ==, expected_text);
  g_assert_cmpint (value.number, ==, expected_number);
}

static void
assert_reads_back (TagaEdition *edition, const char *domain, const TagaChoice *choice)
{
  const TagaField as_choice = { "x", "X", TAGA_FIELD_CHOICE, .domain = domain };
  const TagaField as_level = { "x", "X", TAGA_FIELD_LEVEL, .domain = domain };
  const char *words[] = { choice->key, choice->cell_ja, choice->cell_en };

  for (guint japanese = 0; japanese < 2; japanese++)
    {
      const TagaValue value = { (char *) choice->key, choice->number };
      g_autofree char *text = taga_edition_format (edition, &as_choice, &value, japanese != 0);

      g_assert_cmpstr (text, ==, japanese != 0 ? choice->label_ja : choice->label_en);
      assert_parses (edition, &as_choice, text, choice->key, TAGA_UNKNOWN);
      if (choice->number != TAGA_UNKNOWN)
        {
          g_autofree char *label = taga_edition_format (edition, &as_level, &value, japanese != 0);

          g_assert_cmpstr (label, ==, text);
          assert_parses (edition, &as_level, label, NULL, choice->number);
        }
    }

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    assert_parses (edition, &as_choice, words[i], choice->key, TAGA_UNKNOWN);
  for (guint i = 0; choice->aliases[i] != NULL; i++)
    assert_parses (edition, &as_choice, choice->aliases[i], choice->key, TAGA_UNKNOWN);
}

static void
test_reads_back_what_it_shows (gconstpointer key)
{
  static const char *const domains[] = {
    "medium",       "value",          "frequency",       "vulnerability",   "likelihood",
    "answer",       "band",           "judge",           "setup-people",    "setup-dedication",
    "date-style",   "mark",           "stocktake-state", "question-answer", "rule-state",
    "treatment",    "measure-status", "score-origin",    "own-list",        "mapping-kind",
    "contact-kind", "rule-set",       "stars",
  };
  g_autoptr (TagaEdition) edition = load (key);

  for (guint i = 0; i < G_N_ELEMENTS (domains); i++)
    {
      guint n;
      const TagaChoice *choices = taga_edition_get_choices (edition, domains[i], &n);

      g_assert_cmpuint (n, >, 0);
      for (guint j = 0; j < n; j++)
        {
          assert_reads_back (edition, domains[i], &choices[j]);
          g_assert_true (taga_edition_find_choice (edition, domains[i], choices[j].key)
                         == &choices[j]);
        }
    }
}

static void
test_parses_as_offices_write (void)
{
  static const struct
  {
    const TagaField *field;
    const char *text;
    const char *expected_text;
    gint64 expected_number;
  } cases[] = {
    { &medium, "社内サーバ", "server", TAGA_UNKNOWN },
    { &medium, " 社内\nサーバー ", "server", TAGA_UNKNOWN },
    { &medium, "社内ｻｰﾊﾞｰ", "server", TAGA_UNKNOWN },
    { &medium, "クラウド", "cloud", TAGA_UNKNOWN },
    { &medium, "社外サーバ", "cloud", TAGA_UNKNOWN },
    { &medium, "事務所ＰＣ", "office-pc", TAGA_UNKNOWN },
    { &medium, "office pc", "office-pc", TAGA_UNKNOWN },
    { &medium, "usbメモリ", "removable", TAGA_UNKNOWN },
    { &medium, "しょるい", "paper", TAGA_UNKNOWN },
    { &medium, "書面", "paper", TAGA_UNKNOWN },
    { &medium, "キャビネット", "paper", TAGA_UNKNOWN },
    { &medium, "かはんでんしばいたい", "removable", TAGA_UNKNOWN },
    { &medium, "外付けＨＤＤ", "removable", TAGA_UNKNOWN },
    { &medium, "じむしょＰＣ", "office-pc", TAGA_UNKNOWN },
    { &medium, "デスクトップ", "office-pc", TAGA_UNKNOWN },
    { &medium, "もばいる", "mobile", TAGA_UNKNOWN },
    { &medium, "ノートパソコン", "mobile", TAGA_UNKNOWN },
    { &medium, "ﾉｰﾄPC", "mobile", TAGA_UNKNOWN },
    { &medium, "しゃないさーばー", "server", TAGA_UNKNOWN },
    { &medium, "nas", "server", TAGA_UNKNOWN },
    { &medium, "しゃがいさーば", "cloud", TAGA_UNKNOWN },
    { &medium, "くらうど", "cloud", TAGA_UNKNOWN },
    { &medium, "", NULL, TAGA_UNKNOWN },
    { &medium, NULL, NULL, TAGA_UNKNOWN },
    { &medium, "－", NULL, TAGA_UNKNOWN },
    { &value_field, "３", NULL, 3 },
    { &value_field, " 1 ", NULL, 1 },
    { &value_field, "ー", NULL, TAGA_UNKNOWN },
    { &frequency, "3:通常の状態で発生する（いつ発生してもおかしくない）", NULL, 3 },
    { &frequency, "２：特定の状況で発生する(年に数回程度)", NULL, 2 },
    { &frequency, "1: めったにない", NULL, 1 },
    { &frequency, "2", NULL, 2 },
    { &answer, "3：実施してない", NULL, 3 },
    { &answer, "3．よくわからない", NULL, 3 },
    { &answer, "４", NULL, 4 },
    { &answer, "一部実施している", NULL, 2 },
    { &band, "リスク大", "large", TAGA_UNKNOWN },
    { &people, "複数", "several", TAGA_UNKNOWN },
    { &mark, "有", NULL, 1 },
    { &mark, "○", NULL, 1 },
    { &mark, "〇", NULL, 1 },
    { &mark, "YES", NULL, 1 },
    { &mark, "TRUE", NULL, 1 },
    { &mark, "１", NULL, 1 },
    { &mark, "はい", NULL, 1 },
    { &mark, "ﾚ", NULL, 1 },
    { &mark, "✓", NULL, 1 },
    { &mark, "いいえ", NULL, 0 },
    { &mark, "該当なし", NULL, 0 },
    { &mark, "無し", NULL, 0 },
    { &mark, "×", NULL, 0 },
    { &mark, "0", NULL, 0 },
    { &mark, "－", NULL, 0 },
    { &mark, "　", NULL, 0 },
    { &mark, NULL, NULL, 0 },
    { &date, "令和8年11月22日", "2026-11-22", TAGA_UNKNOWN },
    { &date, "２０２６／４／１", "2026-04-01", TAGA_UNKNOWN },
    { &date, "-", NULL, TAGA_UNKNOWN },
    { &number, "１，２００", NULL, 1200 },
    { &number, "２８人", NULL, 28 },
    { &number, "120,000 円", NULL, 120000 },
    { &number, "２５万", NULL, 250000 },
    { &number, "25 万円", NULL, 250000 },
    { &number, " ", NULL, TAGA_UNKNOWN },
    { &text_field, " 見積書\r\n控え ", "見積書 控え", TAGA_UNKNOWN },
    { &text_field, "－", "－", TAGA_UNKNOWN },
    { &text_field, "  ", NULL, TAGA_UNKNOWN },
    { &note, "一\r\n二", "一\n二", TAGA_UNKNOWN },
  };
  g_autoptr (TagaEdition) edition = load ("ipa-3.1");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_parses (edition, cases[i].field, cases[i].text, cases[i].expected_text,
                   cases[i].expected_number);
}

static void
test_refuses_what_it_cannot_read (void)
{
  static const struct
  {
    const TagaField *field;
    const char *text;
    const char *says;
  } cases[] = {
    { &medium, "外付け", "Paper documents, Portable electronic media, Office PC" },
    { &medium, "サーバー", "“サーバー” is none of the choices for “Medium”" },
    { &medium, "ノート", "“ノート” is none of the choices" },
    { &medium, "HDD", "“HDD” is none of the choices" },
    { &medium, "1", "Choose one of these" },
    { &value_field, "0", "3, 2, 1." },
    { &value_field, "4", "3, 2, 1." },
    { &value_field, "33", "3, 2, 1." },
    { &value_field, "2.5", "3, 2, 1." },
    { &value_field, "3年", "3, 2, 1." },
    { &value_field, "高", "3, 2, 1." },
    { &frequency, "3:年に数回", "“3:年に数回” is none" },
    { &frequency, "5:いつでも", "“5:いつでも” is none" },
    { &answer, "2026/11/22", "Does not apply" },
    { &mark, "たぶん", "Yes, No." },
    { &date, "2026/2/30", "2026/11/22" },
    { &date, "来月", "“来月” is no date for “Date”" },
    { &date, "8/4/1", "Enter a day such as 2026/11/22, 26/11/22, 20261122 or R8.11.22." },
    { &number, "五十", "“Employees”" },
    { &number, "-1", "whole number" },
    { &medium, "あいうえおかきくけこあいうえおかきくけこあいうえおかきくけこあいうえおかきくけこさ",
      "かきくけこ…”" },
  };
  g_autoptr (TagaEdition) edition = load ("ipa-3.1");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (TagaValue) value = { g_strdup ("before"), 77 };
      g_autoptr (GError) error = NULL;

      g_assert_false (taga_edition_parse (edition, cases[i].field, cases[i].text, &value, &error));
      g_assert_error (error, TAGA_CATALOGUE_ERROR, TAGA_CATALOGUE_ERROR_REFUSED);
      g_assert_nonnull (strstr (error->message, cases[i].says));
      g_assert_cmpstr (value.text, ==, "before");
      g_assert_cmpint (value.number, ==, 77);
    }
}

static void
test_formats_for_people (void)
{
  static const struct
  {
    const TagaField *field;
    TagaValue value;
    const char *ja;
    const char *en;
  } cases[] = {
    { &medium, { (char *) "cloud", -1 }, "社外サーバー", "Outside server (cloud)" },
    { &medium, { (char *) "stone", -1 }, "stone", "stone" },
    { &medium, { NULL, -1 }, "", "" },
    { &value_field, { NULL, 2 }, "2", "2" },
    { &value_field, { NULL, 0 }, "0", "0" },
    { &value_field, { NULL, -1 }, "", "" },
    { &frequency, { NULL, 3 }, "3:いつでも", "3: any time" },
    { &mark, { NULL, 1 }, "有", "Yes" },
    { &mark, { NULL, 0 }, "", "" },
    { &mark, { NULL, -1 }, "", "" },
    { &date, { (char *) "2026-04-01", -1 }, "2026/4/1", "2026/4/1" },
    { &date, { (char *) "someday", -1 }, "someday", "someday" },
    { &date, { NULL, -1 }, "", "" },
    { &number, { NULL, 1200 }, "1200", "1200" },
    { &number, { NULL, -1 }, "", "" },
    { &text_field, { (char *) "見積書", -1 }, "見積書", "見積書" },
    { &note, { NULL, -1 }, "", "" },
  };
  g_autoptr (TagaEdition) edition = load ("ipa-3.1");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ja = taga_edition_format (edition, cases[i].field, &cases[i].value, TRUE);
      g_autofree char *en = taga_edition_format (edition, cases[i].field, &cases[i].value, FALSE);

      g_assert_cmpstr (ja, ==, cases[i].ja);
      g_assert_cmpstr (en, ==, cases[i].en);
    }
}

static void
test_lists_choices_in_the_language_of_the_user (void)
{
  g_autoptr (TagaEdition) edition = load ("ipa-3.1");
  g_auto (TagaValue) value = TAGA_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_setenv ("LANGUAGE", "ja", TRUE);
  g_assert_false (taga_edition_parse (edition, &medium, "外付け", &value, &error));
  g_setenv ("LANGUAGE", "en", TRUE);

  g_assert_nonnull (strstr (error->message, "書類、可搬電子媒体、事務所PC、モバイル機器、"));
}

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_resources_register (taga_data_get_resource ());

  for (guint i = 0; taga_edition_get_known ()[i] != NULL; i++)
    {
      const char *key = taga_edition_get_known ()[i];
      g_autofree char *name = g_strconcat ("/edition-text/reads-back-what-it-shows/", key, NULL);

      g_test_add_data_func (name, key, test_reads_back_what_it_shows);
    }
  g_test_add_func ("/edition-text/parses-as-offices-write", test_parses_as_offices_write);
  g_test_add_func ("/edition-text/refuses-what-it-cannot-read", test_refuses_what_it_cannot_read);
  g_test_add_func ("/edition-text/lists-choices-in-the-language-of-the-user",
                   test_lists_choices_in_the_language_of_the_user);
  g_test_add_func ("/edition-text/formats-for-people", test_formats_for_people);

  return g_test_run ();
}
