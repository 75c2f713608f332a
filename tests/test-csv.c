#include "sheet-fixture.h"

#include <string.h>

#define DAMAGED TAGA_SHEET_ERROR_DAMAGED
#define DANGEROUS TAGA_SHEET_ERROR_DANGEROUS
#define UNREADABLE TAGA_SHEET_ERROR_UNREADABLE

static void
test_reads_fields (SheetFixture *fixture, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "業務分類,情報資産名称\n人事,社員名簿\n", "1: A業務分類 B情報資産名称|2: A人事 B社員名簿" },
    { "a,b\r\nc,d\r\n", "1: Aa Bb|2: Ac Bd" },
    { "a,b\rc,d", "1: Aa Bb|2: Ac Bd" },
    { "a,,c\n\n,,\n,e,\n", "1: Aa Cc|4: Be" },
    { "\"a,b\",\"c\"\"d\",\"\"\n", "1: Aa,b Bc\"d" },
    { "\"一行目\r\n二行目\",b\r\n\"x\ry\",z", "1: A一行目\n二行目 Bb|2: Ax\ny Bz" },
    { "5\" disk,\"a\"b,c\n", "1: A5\" disk Bab Cc" },
    { "\"a\"\"\n\",b", "1: Aa\"\n Bb" },
    { "a\tb,c\td\ne\tf\tg\n", "1: Aa Bb,c Cd|2: Ae Bf Cg" },
    { "a;b;c\n1,5;2;3\n", "1: Aa Bb Cc|2: A1,5 B2 C3" },
    { "一列だけ\n値\n", "1: A一列だけ|2: A値" },
    { "題名\n\n区分,名称,値\nあ,い,う\n", "1: A題名|3: A区分 B名称 C値|4: Aあ Bい Cう" },
    { "'=1+1,'+81,'-,'@x,'abc,'\n", "1: A=1+1 B+81 C- D@x E'abc F'" },
    { "007,1e3,2026-11-22, 前後 \n", "1: A007 B1e3 C2026-11-22 D 前後 " },
    { "a\x01"
      "b,\x7F,c\td\n",
      "1: Aab Cc d" },
    { "_x000D_,b\n", "1: A_x000D_ Bb" },
    { "\xEF\xBB\xBF"
      "あ,い\n",
      "1: Aあ Bい" },
    { "\xEF\xBB\xBF", "" },
    { "\n\n", "" },
    { "a,\"\"", "1: Aa" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u", i);
      sheet_fixture_write_bytes (fixture, cases[i][0], -1);
      sheet_fixture_assert_rows (fixture, cases[i][1]);
    }
}

static void
test_knows_charsets (SheetFixture *fixture, gconstpointer data)
{
  static const char text[] = "区分,㈱髙橋①～Ⅲ\n\"ソ\nﾈｯﾄ\",表\n";
  static const char rows[] = "1: A区分 B㈱髙橋①～Ⅲ|2: Aソ\nﾈｯﾄ B表";
  static const struct
  {
    const char *charset;
    const char *mark;
  } cases[] = {
    { "UTF-8", "" },
    { "UTF-8", "\xEF\xBB\xBF" },
    { "UTF-16LE", "\xFF\xFE" },
    { "UTF-16BE", "\xFE\xFF" },
    { "CP932", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length;
      g_autofree char *encoded =
          g_convert (text, -1, cases[i].charset, "UTF-8", NULL, &length, NULL);
      g_autoptr (GString) bytes = g_string_new (cases[i].mark);

      g_assert_nonnull (encoded);
      g_string_append_len (bytes, encoded, (gssize) length);
      g_test_message ("%s", cases[i].charset);
      sheet_fixture_write_bytes (fixture, bytes->str, (gssize) bytes->len);
      sheet_fixture_assert_rows (fixture, rows);
    }
}

/* Characters lie across the blocks in which the file is read, wherever these end. */
static void
test_joins_characters_over_blocks (SheetFixture *fixture, gconstpointer data)
{
  static const char *const charsets[] = { "UTF-8", "CP932" };

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    for (guint shift = 0; shift < 4; shift++)
      {
        g_autoptr (GString) text = g_string_new (NULL);
        g_autofree char *bytes = NULL;
        g_autofree char *rows = NULL;
        g_autoptr (TagaSheets) sheets = NULL;
        g_autoptr (GError) error = NULL;
        gsize length;

        g_string_append_len (text, "abcd", shift);
        while (text->len < 200000)
          g_string_append (text, "資産の名前,\"部署\r\nと係\",値\r\n");
        bytes = g_convert (text->str, -1, charsets[i], "UTF-8", NULL, &length, NULL);
        sheet_fixture_write_bytes (fixture, bytes, (gssize) length);

        sheets = sheet_fixture_open (fixture, &error);
        g_assert_no_error (error);
        rows = sheet_fixture_read (sheets, 0, &error);
        g_assert_no_error (error);
        g_assert_nonnull (strstr (rows, "|4000: A資産の名前 B部署\nと係 C値|4001: "));
      }
}

static void
test_names_the_line_of_damage (SheetFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *bytes;
    gssize length;
    TagaSheetError code;
    const char *words;
  } cases[] = {
    { "a,b\nc,\"d\ne,f\n", -1, DAMAGED, "line 2 " },
    { "\"\n\n\",\"", -1, DAMAGED, "line 3 " },
    { "\x8E\x91\x8E\x59\n\"\r\n\",1\r\x81\x20,1\n", -1, DAMAGED, "Line 4 " },
    { "\x8E\x91\x8E\x59\nx\x8E", -1, DAMAGED, "Line 2 " },
    { "\xFF\xFE"
      "a\0\n\0\0\xD8"
      "a\0",
      10, DAMAGED, "Line 2 " },
    { "\xFF\xFE"
      "a\0\n\0b",
      7, DAMAGED, "Line 2 " },
    { "\xFE\xFF\0a\0\0", 6, DAMAGED, "Line 1 " },
    { "\xEF\xBB\xBF"
      "a\nb\xFF\n",
      -1, DAMAGED, "Line 2 " },
    { "a,b\n\0,c\n", 8, UNREADABLE, "neither" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u", i);
      sheet_fixture_write_bytes (fixture, cases[i].bytes, cases[i].length);
      sheet_fixture_assert_refused (fixture, cases[i].code, cases[i].words);
    }
}

static void
test_refuses_what_is_too_much (SheetFixture *fixture, gconstpointer data)
{
  static const struct
  {
    char fill;
    gsize length;
    TagaSheetError code;
    const char *words;
  } cases[] = {
    { 'x', 32768, DAMAGED, "line 1 " },
    { '"', 1 << 20, DAMAGED, "line 1 " },
    { ',', 16384, DANGEROUS, "Line 1 " },
    { '\n', 1048578, DANGEROUS, "1048576" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *bytes = g_strnfill (cases[i].length, cases[i].fill);

      g_test_message ("%u", i);
      sheet_fixture_write_bytes (fixture, bytes, -1);
      sheet_fixture_assert_refused (fixture, cases[i].code, cases[i].words);
    }
}

static void
test_is_one_sheet_named_like_the_file (SheetFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaSheets) sheets = NULL;

  sheet_fixture_write_bytes (fixture, "a\n", -1);
  sheets = sheet_fixture_open (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (taga_sheets_get_count (sheets), ==, 1);
  g_assert_cmpstr (taga_sheets_get_name (sheets, 0), ==, "資産.v2");
  g_assert_false (taga_sheets_is_hidden (sheets, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  sheet_fixture_add ("/csv/reads-fields", test_reads_fields);
  sheet_fixture_add ("/csv/knows-charsets", test_knows_charsets);
  sheet_fixture_add ("/csv/joins-characters-over-blocks", test_joins_characters_over_blocks);
  sheet_fixture_add ("/csv/names-the-line-of-damage", test_names_the_line_of_damage);
  sheet_fixture_add ("/csv/refuses-what-is-too-much", test_refuses_what_is_too_much);
  sheet_fixture_add ("/csv/is-one-sheet-named-like-the-file",
                     test_is_one_sheet_named_like_the_file);

  return g_test_run ();
}
