#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "cli-fixture.h"
#include "data-resources.h"
#include "taga-asset.h"
#include "taga-store.h"

/* What goes out comes in again unchanged. */

#define N_RANDOM 500

/* What offices, pasting and ill will put into cells. Each is as it is stored. */
static const char *const texts[] = {
  "=cmd|' /C calc'!A0",
  "=1+1",
  "+81-3-1234-5678",
  "-",
  "-5",
  "@SUM(A1:A9)",
  "'",
  "''",
  "'先頭のアポストロフィ",
  "|",
  "\"",
  "\"\"引用\"\"",
  "a,b;c\td",
  ",",
  ";",
  "𠮷野家・髙島屋・山﨑・辻󠄀",
  "絵文字😀👨‍👩‍👧🇯🇵",
  "ﾊﾝｶｸｶﾅ ｶﾞｷﾞｸﾞ ﾊﾟﾋﾟﾌﾟ",
  "㈱㈲①②Ⅲ㌔㎡№℡",
  "～〜－−‐—―‖∥￥¥＼\\",
  "TRUE",
  "false",
  "001",
  "1E5",
  "1/2",
  "3-4",
  "2026/4/1",
  "0.1",
  "９９９",
  "NULL",
  "#REF!",
  "#N/A",
  "_x0041_",
  "_x000D_",
  "&amp;&#65;<a>]]>",
  "</t></si>",
  "<!--",
  "%s%n%d",
  "{risk}",
  "é→e\u0301が合成されるé",
  "שלום مرحبا",
  "\u200b見えない\u200b文字",
  "\u00a0硬い空白\u00a0の間",
  "全角　空白",
  "Ω≈ç√∫µ≤≥÷",
  "'); DROP TABLE asset;--",
  "情報資産名称",
  "有",
  "－",
};

static void
set_text (TagaEdition *edition,
          TagaRecordClass *klass,
          guint field,
          const char *text,
          TagaValue *values)
{
  g_autoptr (GError) error = NULL;

  taga_edition_parse (edition, &klass->fields[field], text, &values[field], &error);
  g_assert_no_error (error);
}

/* A text by chance: one of those above, or several with something between them. */
static char *
make_text (gboolean has_lines, const char *charset)
{
  static const char *const joints[] = { "", " ", "、", "\n", "\"\n", "\r\n", "\n\n", "\t" };
  GString *text = g_string_new (NULL);
  guint n = (guint) g_test_rand_int_range (1, 5);

  for (guint i = 0; i < n; i++)
    {
      const char *part = texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))];
      g_autofree char *back = NULL;

      if (charset != NULL)
        {
          g_autofree char *bytes = g_convert (part, -1, charset, "UTF-8", NULL, NULL, NULL);

          if (bytes != NULL)
            back = g_convert (bytes, -1, "UTF-8", charset, NULL, NULL, NULL);
          if (g_strcmp0 (back, part) != 0)
            part = "収まる文字";
        }
      if (i > 0)
        g_string_append (text, joints[g_test_rand_int_range (0, has_lines ? 8 : 3)]);
      g_string_append (text, part);
    }

  return g_string_free (text, FALSE);
}

static void
insert_random_asset (TagaStore *store, const char *charset)
{
  static const guint columns[] = { TAGA_ASSET_BUSINESS,   TAGA_ASSET_NAME,      TAGA_ASSET_USERS,
                                   TAGA_ASSET_DEPARTMENT, TAGA_ASSET_RETENTION, TAGA_ASSET_NOTE };
  static const guint marks[] = { TAGA_ASSET_PERSONAL, TAGA_ASSET_SENSITIVE, TAGA_ASSET_MY_NUMBER };
  static const guint levels[] = { TAGA_ASSET_CONFIDENTIALITY, TAGA_ASSET_INTEGRITY,
                                  TAGA_ASSET_AVAILABILITY };
  static const char *const media[] = { NULL,     "paper",  "removable", "office-pc",
                                       "mobile", "server", "cloud" };
  TagaRecordClass *klass = taga_record_class_peek (TAGA_TYPE_ASSET);
  TagaEdition *edition = taga_store_get_edition (store);
  TagaValue *values = taga_values_new (klass->n_fields);
  g_autofree char *date = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *text = make_text (columns[i] == TAGA_ASSET_NOTE, charset);

      if (columns[i] == TAGA_ASSET_NAME || g_test_rand_bit ())
        set_text (edition, klass, columns[i], text, values);
    }
  for (guint i = 0; i < 3; i++)
    {
      values[marks[i]].number = g_test_rand_int_range (0, 2);
      values[levels[i]].number = g_test_rand_int_range (0, 4);
      if (values[levels[i]].number == 0)
        values[levels[i]].number = TAGA_UNKNOWN;
    }
  values[TAGA_ASSET_MEDIUM].text =
      g_strdup (media[g_test_rand_int_range (0, G_N_ELEMENTS (media))]);
  date = g_strdup_printf ("%d-%02d-%02d", g_test_rand_int_range (1990, 2100),
                          g_test_rand_int_range (1, 13), g_test_rand_int_range (1, 29));
  if (g_test_rand_bit ())
    values[TAGA_ASSET_REGISTERED_ON].text = g_strdup (date);

  taga_store_insert (store, TAGA_TYPE_ASSET, values, NULL, &error);
  g_assert_no_error (error);
  taga_values_free (values, klass->n_fields);
}

static void
insert_random_assets (CliFixture *fixture, const char *charset)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaStore) store = taga_store_open (fixture->path, FALSE, &error);

  g_assert_no_error (error);
  g_assert_true (taga_store_begin (store, "乱数", &error));
  for (guint i = 0; i < N_RANDOM; i++)
    insert_random_asset (store, charset);
  g_assert_true (taga_store_commit (store, &error));
  g_assert_no_error (error);
}

/* Exports the register and imports it again, here and into a new file. */
static void
assert_returns (CliFixture *fixture, const char *name, const char *option, guint n)
{
  CliFixture other = { fixture->folder, cli_fixture_path (fixture, "別の会社.taga"), NULL, NULL };
  g_autofree char *expected = g_strdup_printf ("0+0=%u-0 %u>%u 1-3", n, n, n);
  g_autofree char *expected_new = g_strdup_printf ("%u+0=0-0 0>%u 1-3", n, n);
  g_autofree char *outcome = NULL;
  g_autofree char *list = NULL;
  g_autofree char *other_list = NULL;
  g_autofree char *other_path = other.path;

  g_free (cli_fixture_do (fixture, "export", fixture->path, name, option, NULL));
  outcome = cli_fixture_import (fixture, name, "--dry-run", NULL);
  g_assert_cmpstr (outcome, ==, expected);
  g_clear_pointer (&outcome, g_free);

  g_free (cli_fixture_do (&other, "new", other.path, NULL));
  outcome = cli_fixture_import (&other, name, NULL);
  g_assert_cmpstr (outcome, ==, expected_new);

  /* Of the sample not everything is in the table. */
  if (n == N_RANDOM)
    {
      list = cli_fixture_do (fixture, "list", fixture->path, "asset", "--json", NULL);
      other_list = cli_fixture_do (&other, "list", other.path, "asset", "--json", NULL);
      g_assert_cmpstr (list, ==, other_list);
    }
  g_assert_cmpint (g_remove (other.path), ==, 0);
}

static void
test_returns_the_sample (CliFixture *fixture, gconstpointer data)
{
  assert_returns (fixture, "台帳.xlsx", NULL, 44);
  assert_returns (fixture, "台帳 A3.xlsx", "--paper=a3", 44);
  assert_returns (fixture, "台帳.csv", NULL, 44);
  assert_returns (fixture, "台帳 sjis.csv", "--cp932", 44);
}

static void
test_returns_any_text (CliFixture *fixture, gconstpointer data)
{
  insert_random_assets (fixture, NULL);
  assert_returns (fixture, "台帳.xlsx", NULL, N_RANDOM);
  assert_returns (fixture, "台帳.csv", NULL, N_RANDOM);
}

static void
test_returns_what_fits_into_cp932 (CliFixture *fixture, gconstpointer data)
{
  insert_random_assets (fixture, "CP932");
  assert_returns (fixture, "台帳.csv", "--cp932", N_RANDOM);
}

/* An asset a line, with a name that is only there for its note. */
static void
assert_note_returns (CliFixture *fixture, const char *note, const char *target)
{
  g_autofree char *assignment = g_strconcat ("note=", note, NULL);
  g_autofree char *outcome = NULL;

  g_free (cli_fixture_do (fixture, "set", fixture->path, "asset", "1", assignment, NULL));
  g_free (cli_fixture_do (fixture, "export", fixture->path, target, "--replace", NULL));
  outcome = cli_fixture_import (fixture, target, "--dry-run", NULL);
  g_assert_true (g_str_has_prefix (outcome, "0+0=1-0 1>1 "));
}

static void
assert_guarded_formulas_return (CliFixture *fixture, const char *target)
{
  static const char *const notes[] = { "=1", "'=1", "''=1", "'", "'a", "'-", "'\n=1" };

  g_free (cli_fixture_do (fixture, "add", fixture->path, "asset", "name=式", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    assert_note_returns (fixture, notes[i], target);
}

static void
assert_longest_texts_return (CliFixture *fixture, const char *target)
{
  g_autofree char *plain = g_strnfill (32767, 'x');
  g_autofree char *formula = g_strnfill (32767, '=');
  g_autofree char *quotes = g_strnfill (32767, '"');
  g_autoptr (GString) kanji = g_string_new (NULL);

  for (guint i = 0; i < 32767; i++)
    g_string_append (kanji, "箍");

  g_free (cli_fixture_do (fixture, "add", fixture->path, "asset", "name=長い", NULL));
  assert_note_returns (fixture, plain, target);
  assert_note_returns (fixture, kanji->str, target);
  assert_note_returns (fixture, quotes, target);
  assert_note_returns (fixture, formula, target);
}

static void
test_returns_formulas_from_a_workbook (CliFixture *fixture, gconstpointer data)
{
  assert_guarded_formulas_return (fixture, "式.xlsx");
}

static void
test_returns_formulas_from_a_text (CliFixture *fixture, gconstpointer data)
{
  assert_guarded_formulas_return (fixture, "式.csv");
}

static void
test_returns_the_longest_from_a_workbook (CliFixture *fixture, gconstpointer data)
{
  assert_longest_texts_return (fixture, "長い.xlsx");
}

static void
test_returns_the_longest_from_a_text (CliFixture *fixture, gconstpointer data)
{
  assert_longest_texts_return (fixture, "長い.csv");
}

/* What CP932 does not have is named, and a question mark in its place is seen as a change. */
static void
test_says_what_cp932_does_not_have (CliFixture *fixture, gconstpointer data)
{
  const char *const words[] = { "export", fixture->path, "台帳.csv", "--cp932", NULL };
  g_autofree char *output = NULL;
  g_autofree char *messages = NULL;
  g_autofree char *outcome = NULL;

  g_free (cli_fixture_do (fixture, "add", fixture->path, "asset", "name=髙島屋①", NULL));
  g_free (
      cli_fixture_do (fixture, "add", fixture->path, "asset", "name=名簿", "note=𠮷野家", NULL));
  g_assert_cmpint (cli_fixture_run (fixture, words, &output, &messages), ==, 0);
  g_assert_nonnull (strstr (messages, "Row 3, “備考”"));
  g_assert_nonnull (strstr (messages, "“𠮷”"));
  g_assert_null (strstr (messages, "Row 2"));
  outcome = cli_fixture_import (fixture, "台帳.csv", NULL);
  g_assert_cmpstr (outcome, ==, "0+1=1-0 2>2 null");
  cli_fixture_assert_table (fixture, "asset", "name|note", "髙島屋①|\n名簿|?野家");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_resources_register (taga_data_get_resource ());

  cli_fixture_add ("/round-trip/returns-the-sample", "sample", test_returns_the_sample);
  cli_fixture_add ("/round-trip/returns-any-text", "ipa-3.1", test_returns_any_text);
  cli_fixture_add ("/round-trip/returns-what-fits-into-cp932", "ipa-3.1",
                   test_returns_what_fits_into_cp932);
  cli_fixture_add ("/round-trip/returns-formulas/workbook", "ipa-3.1",
                   test_returns_formulas_from_a_workbook);
  cli_fixture_add ("/round-trip/returns-formulas/text", "ipa-3.1",
                   test_returns_formulas_from_a_text);
  cli_fixture_add ("/round-trip/returns-the-longest/workbook", "ipa-3.1",
                   test_returns_the_longest_from_a_workbook);
  cli_fixture_add ("/round-trip/returns-the-longest/text", "ipa-3.1",
                   test_returns_the_longest_from_a_text);
  cli_fixture_add ("/round-trip/says-what-cp932-does-not-have", "ipa-3.1",
                   test_says_what_cp932_does_not_have);

  return g_test_run ();
}
