#include <math.h>
#include <string.h>

#include "taga-date.h"
#include "taga-text.h"

static void
test_clean_makes_text_fit_to_store (void)
{
  static const struct
  {
    const char *text;
    gboolean keep_lines;
    const char *clean;
  } cases[] = {
    { "見積書", FALSE, "見積書" },
    { "", FALSE, NULL },
    { " \t\r\n ", FALSE, NULL },
    { "\u3000\u3000", FALSE, NULL },
    { "  見積書\t", FALSE, "見積書" },
    { "\u3000見積書\u3000 ", FALSE, "見積書" },
    { "見積書\u3000控え", FALSE, "見積書\u3000控え" },
    { "業務\n分類", FALSE, "業務 分類" },
    { "業務\r\n分類", FALSE, "業務 分類" },
    { "業務\r分類", TRUE, "業務\n分類" },
    { "一\r\n二\n\n三\u2028四\u2029五\xc2\x85六", TRUE, "一\n二\n\n三\n四\n五\n六" },
    { "a\tb", TRUE, "a b" },
    /* control characters, byte order mark, direction overrides and isolates */
    { "\x01見\x1b積\x7f書\xc2\x80", FALSE, "見積書" },
    { "\ufeff見積書", FALSE, "見積書" },
    { "gpj.\u202eexe", FALSE, "gpj.exe" },
    { "\u2066見\u2069", FALSE, "見" },
    /* composed, but never another character: names have their own forms */
    { "か\u3099いしゃ", FALSE, "がいしゃ" },
    { "ハ\u309aソコン", FALSE, "パソコン" },
    { "e\u0301", FALSE, "\u00e9" },
    { "\ufa19田 \ufa10本", FALSE, "\ufa19田 \ufa10本" },
    { "①㈱Ⅲ", FALSE, "①㈱Ⅲ" },
    { "ﾊﾟｿｺﾝ", FALSE, "ﾊﾟｿｺﾝ" },
    { "😀\U0002000b", FALSE, "😀\U0002000b" },
    /* not UTF-8 */
    { "\x8c\xa9", FALSE, "\ufffd\ufffd" },
    { "見\xe7\xa9", FALSE, "見\ufffd\ufffd" },
    { "'); DROP TABLE asset;--", FALSE, "'); DROP TABLE asset;--" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = taga_text_clean (cases[i].text, -1, cases[i].keep_lines);

      g_test_message ("case %u", i);
      g_assert_cmpstr (clean, ==, cases[i].clean);
    }
}

static void
test_clean_stops_at_its_length (void)
{
  g_autofree char *part = taga_text_clean ("見積書控え", (gssize) strlen ("見積書"), FALSE);
  g_autofree char *nothing = taga_text_clean ("見積書", 0, FALSE);
  g_autofree char *with_nul = taga_text_clean ("見\0積", (gssize) sizeof "見\0積" - 1, FALSE);

  g_assert_cmpstr (part, ==, "見積書");
  g_assert_null (nothing);
  g_assert_true (g_utf8_validate (with_nul, -1, NULL));
}

static void
test_fold_makes_spellings_one (void)
{
  static const char *const pairs[][2] = {
    { "ABC", "abc" },
    { "ＡＢＣ１２３", "abc123" },
    { "ﾊﾟｿｺﾝ", "パソコン" },
    { "ぱそこん", "パソコン" },
    { "ガイド", "ｶﾞｲﾄﾞ" },
    { "が", "カ\u3099" },
    { "ヴ", "ｳﾞ" },
    { "ゔ", "ウ\u3099" },
    { "サーバー", "ｻｰﾊﾞｰ" },
    { "媒体・保存先", "媒体･保存先" },
    { "「秘」、済。", "｢秘｣､済｡" },
    { "￥１，０００", "¥1,000" },
    { "㈱ためし", "(株)ためし" },
    { "㌘", "グラム" },
    { "㌫", "パーセント" },
    { "㍻", "平成" },
    { "㋿", "令和" },
    { "①", "1" },
    { "Ⅲ", "iii" },
    { "\ufa19", "\u795e" },
    { "É", "é" },
    { "　", " " },
    { "\u00a0", "\t" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *a = taga_text_fold (pairs[i][0]);
      g_autofree char *b = taga_text_fold (pairs[i][1]);
      g_autofree char *again = taga_text_fold (a);

      g_assert_cmpstr (a, ==, b);
      g_assert_cmpstr (again, ==, a);
    }
}

static void
test_fold_keeps_different_texts_apart (void)
{
  static const char *const pairs[][2] = {
    { "は", "ば" },
    { "ハ", "パ" },
    { "つ", "っ" },
    { "書類", "書籍" },
    { "一", "ー" },
    { "タガ", "たが"
              "ー" },
    { "10", "1 0" },
    { "田中", "田中 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *a = taga_text_fold (pairs[i][0]);
      g_autofree char *b = taga_text_fold (pairs[i][1]);

      g_assert_cmpstr (a, !=, b);
    }
}

static void
test_match_key_forgives_how_names_are_written (void)
{
  static const char *const pairs[][2] = {
    { "社内サーバー", "社内サーバ" },
    { "社内ｻｰﾊﾞ", "社内サーバー" },
    { "株式会社ためし", "㈱ ためし" },
    { "ためし株式会社", "ためし（株）" },
    { "有限会社ためし", "㈲ためし" },
    { "㍿ためし", "(株) ためし" },
    { "㈱ﾀﾒｼ", "株式会社　ためし" },
    { "合同会社ためし", "（同）ためし" },
    { "合資会社ためし", "㈾ためし" },
    { "ためし合名会社", "ためし㈴" },
    { "情報資産 名称", "情報資産名称" },
    { "業務\n分類", "業務分類" },
    { "媒体・保存先", "媒体･保存先" },
    { "コンピューター室", "コンピュータ室" },
    { "", " \u3000" },
  };
  g_autofree char *none = taga_text_match_key (NULL);

  g_assert_cmpstr (none, ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *a = taga_text_match_key (pairs[i][0]);
      g_autofree char *b = taga_text_match_key (pairs[i][1]);

      g_assert_cmpstr (a, ==, b);
    }
}

static void
test_match_key_keeps_names_apart (void)
{
  static const char *const pairs[][2] = {
    { "社内サーバー", "社外サーバー" },
    { "データ", "デート" },
    { "ノート", "ノト" },
    { "株式会社ためし", "ためし" },
    { "株式会社ためし", "有限会社ためし" },
    { "株式会社ためし", "ためし株式会社" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *a = taga_text_match_key (pairs[i][0]);
      g_autofree char *b = taga_text_match_key (pairs[i][1]);

      g_assert_cmpstr (a, !=, b);
    }
}

static void
test_contains_finds_folded_text (void)
{
  static const struct
  {
    const char *text;
    const char *needle;
    gboolean found;
  } cases[] = {
    { "製品設計図", "設計", TRUE },
    { "製品設計図", "図", TRUE },
    { "製品設計図", "製品設計図", TRUE },
    { "製品設計図", "製品設計図面", FALSE },
    { "製品設計図", "図面", FALSE },
    { "社内ｻｰﾊﾞｰ", "サーバー", TRUE },
    { "社内サーバー", "さーばー", TRUE },
    { "㈱ためし", "(株)", TRUE },
    { "㈱ためし", "株", TRUE },
    { "10㌘入り", "グラム", TRUE },
    { "AAB", "ab", TRUE },
    { "ｶﾞｲﾄﾞ", "か", FALSE },
    { "100%", "%", TRUE },
    { "a_b", "_", TRUE },
    { "", "x", FALSE },
    { NULL, "x", FALSE },
    { NULL, "", TRUE },
    { "何でも", "", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *needle = taga_text_fold (cases[i].needle);

      g_test_message ("case %u", i);
      g_assert_true (taga_text_contains (cases[i].text, needle) == cases[i].found);
    }
}

/* Matches in brackets, the rest as it is written. */
static void
test_find_gives_the_span_that_is_written (void)
{
  static const char *const cases[][3] = {
    { "製品設計図", "設計", "製品[設計]図" },
    { "社内ｻｰﾊﾞｰと社外サーバー", "サーバー", "社内[ｻｰﾊﾞｰ]と社外[サーバー]" },
    { "社内ｻｰﾊﾞｰ", "ば", "社内ｻｰ[ﾊﾞ]ｰ" },
    { "社内ｻｰﾊﾞｰ", "は", NULL },
    { "ｶﾞｲﾄﾞ", "イ", "ｶﾞ[ｲ]ﾄﾞ" },
    { "か\u3099いど", "が", "[か\u3099]いど" },
    { "か\u3099いど", "か", NULL },
    { "ＡＢＣとabc", "bC", "Ａ[ＢＣ]とa[bc]" },
    { "㈱ためし", "（株）", "[㈱]ためし" },
    { "㈱ためし", "株", NULL },
    { "㈱ためし", "株)た", NULL },
    { "㈱ためし", "(株)た", "[㈱た]めし" },
    { "㈱(株)㈱", "(株)", "[㈱][(株)][㈱]" },
    { "10㌘入り", "グラム入", "10[㌘入]り" },
    { "10㌘入り", "ラム", NULL },
    { "aaaa", "aa", "[aa][aa]" },
    { "ああああ", "アア", "[ああ][ああ]" },
    { "aab", "ab", "a[ab]" },
    { "😀売上😀", "売上", "😀[売上]😀" },
    { "😀", "😀", "[😀]" },
    { "A\u3000B", "a b", "[A\u3000B]" },
    { "一行目\n二行目", "行目", "一[行目]\n二[行目]" },
    { "株\xe5\xbc", "株", "[株]\xe5\xbc" },
    { "", "x", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *text = cases[i][0];
      g_autofree char *needle = taga_text_fold (cases[i][1]);
      g_autoptr (GString) marked = g_string_new (NULL);
      gsize done = 0;
      gsize start = 0;
      gsize end;

      for (; taga_text_find (text, needle, &start, &end); done = start = end)
        {
          g_string_append_len (marked, text + done, (gssize) (start - done));
          g_string_append_printf (marked, "[%.*s]", (int) (end - start), text + start);
        }
      g_test_message ("case %u", i);
      g_string_append (marked, text + done);
      g_assert_cmpstr (marked->str, ==, cases[i][2] == NULL ? text : cases[i][2]);
    }
}

static void
test_replace_changes_nothing_but_the_matches (void)
{
  static const struct
  {
    const char *text;
    const char *needle;
    const char *by;
    const char *replaced;
    guint n;
  } cases[] = {
    { "社内ｻｰﾊﾞｰ（ＮＡＳ）", "サーバー", "サーバ", "社内サーバ（ＮＡＳ）", 1 },
    { "営業部、営業部", "営業", "総務", "総務部、総務部", 2 },
    { "㈱ためし", "株", "有", "㈱ためし", 0 },
    { "aaa", "a", "aa", "aaaaaa", 3 },
    { "旧：見積書", "旧：", "", "見積書", 1 },
    { "見積書", "ない", "ある", "見積書", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *needle = taga_text_fold (cases[i].needle);
      guint n;
      g_autofree char *replaced = taga_text_replace (cases[i].text, needle, cases[i].by, &n);

      g_assert_cmpstr (replaced, ==, cases[i].replaced);
      g_assert_cmpuint (n, ==, cases[i].n);
    }
}

/* Copies without the terminator's neighbours, so that a step too far is seen. */
static void
test_broken_text_is_never_read_past_its_end (void)
{
  static const char *const broken[] = { "\xe3", "\xe3\x81", "\xf0\x9f\x98", "a\xc3",
                                        "\xff", "\x80",     "株\xe5\xbc",   "\xe3\x82\xab\xe3" };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *text = g_strdup (broken[i]);
      g_autofree char *folded = taga_text_fold (text);
      g_autofree char *key = taga_text_match_key (text);
      g_autofree char *date = taga_date_parse (text);
      gint64 number;

      g_assert_true (g_utf8_validate (folded, -1, NULL));
      g_assert_true (g_utf8_validate (key, -1, NULL));
      g_assert_null (date);
      g_assert_false (taga_text_parse_integer (text, &number));
      g_assert_false (taga_text_contains (text, "ない"));
      g_assert_true (taga_text_contains (text, folded));
    }
}

static void
test_reads_integers_as_people_type_them (void)
{
  static const struct
  {
    const char *text;
    gboolean valid;
    gint64 number;
  } cases[] = {
    { "0", TRUE, 0 },
    { "50", TRUE, 50 },
    { " 50 ", TRUE, 50 },
    { "５０", TRUE, 50 },
    { "\u3000５０", TRUE, 50 },
    { "1,234,567", TRUE, 1234567 },
    { "１，２３４", TRUE, 1234 },
    { "¥1,000", TRUE, 1000 },
    { "￥1,000", TRUE, 1000 },
    { "-5", TRUE, -5 },
    { "9223372036854775807", TRUE, G_MAXINT64 },
    { "9223372036854775808", FALSE, 0 },
    { "", FALSE, 0 },
    { " ", FALSE, 0 },
    { ",", FALSE, 0 },
    { "¥", FALSE, 0 },
    { "1.5", FALSE, 0 },
    { "5人", FALSE, 0 },
    { "五十", FALSE, 0 },
    { "0x10", FALSE, 0 },
    { "1 2", FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 number = 0;

      g_test_message ("case %u", i);
      g_assert_true (taga_text_parse_integer (cases[i].text, &number) == cases[i].valid);
      if (cases[i].valid)
        g_assert_cmpint (number, ==, cases[i].number);
    }
}

static void
test_reads_dates_as_offices_write_them (void)
{
  static const char *const cases[][2] = {
    { "2026-04-01", "2026-04-01" },
    { "2026/4/1", "2026-04-01" },
    { "2026.4.1", "2026-04-01" },
    { "2026年4月1日", "2026-04-01" },
    { "２０２６年４月１日", "2026-04-01" },
    { " 2026 年 4 月 1 日 ", "2026-04-01" },
    { "2026年　4月　1日", "2026-04-01" },
    { "2026/4/1 12:30", "2026-04-01" },
    { "2026-04-01T00:00:00Z", "2026-04-01" },
    { "R8.4.1", "2026-04-01" },
    { "r8/4/1", "2026-04-01" },
    { "Ｒ８．４．１", "2026-04-01" },
    { "令和8年4月1日", "2026-04-01" },
    { "令和 8 年 4 月 1 日", "2026-04-01" },
    { "令8.4.1", "2026-04-01" },
    { "㋿8年4月1日", "2026-04-01" },
    /* first and last days of the eras */
    { "令和元年5月1日", "2019-05-01" },
    { "令和1年5月1日", "2019-05-01" },
    { "令和元年4月30日", NULL },
    { "平成31年4月30日", "2019-04-30" },
    { "平成元年1月8日", "1989-01-08" },
    { "平成元年1月7日", NULL },
    { "昭和64年1月7日", "1989-01-07" },
    { "昭和元年12月25日", "1926-12-25" },
    { "昭和元年12月24日", NULL },
    { "大正15年12月24日", "1926-12-24" },
    { "大正元年7月30日", "1912-07-30" },
    { "大正元年7月29日", NULL },
    { "明治45年7月29日", "1912-07-29" },
    { "明治元年1月25日", "1868-01-25" },
    { "明治元年1月24日", NULL },
    { "S64.1.7", "1989-01-07" },
    { "H1.1.8", "1989-01-08" },
    /* days that are, and days that are not */
    { "2024-02-29", "2024-02-29" },
    { "2026-02-29", NULL },
    { "2000-02-29", "2000-02-29" },
    { "1900-02-29", NULL },
    { "2026-04-31", NULL },
    { "2026-00-01", NULL },
    { "2026-13-01", NULL },
    { "2026-01-00", NULL },
    { "2026-01-32", NULL },
    { "2026/4/257", NULL },
    { "2026/257/1", NULL },
    { "9999-12-31", "9999-12-31" },
    { "1867-12-31", NULL },
    /* a year of two digits, as in Excel, unless it may be one of an era */
    { "26/4/1", "2026-04-01" },
    { "'26/4/1", "2026-04-01" },
    { "’26.04.01", "2026-04-01" },
    { "２６／４／１", "2026-04-01" },
    { "26-4-1 12:30", "2026-04-01" },
    { "00/1/1", "2000-01-01" },
    { "29/12/31", "2029-12-31" },
    { "30/1/1", NULL },
    { "99/4/1", NULL },
    { "26年4月1日", NULL },
    { "'26年4月1日", "2026-04-01" },
    { "26/4", NULL },
    { "26/13/1", NULL },
    { "8/4/1", NULL },
    { "8年4月1日", NULL },
    { "126/4/1", NULL },
    /* eight digits */
    { "20260401", "2026-04-01" },
    { "２０２６０４０１", "2026-04-01" },
    { "20260431", NULL },
    { "2026041", NULL },
    { "202604011", NULL },
    { "20260401日", "2026-04-01" },
    { "20260401/1", NULL },
    { "260401", NULL },
    /* with the input method on, and other eras' letters */
    { "２０２６・４・１", "2026-04-01" },
    { "２０２６ー４ー１", "2026-04-01" },
    { "Ｒ８。４。１", "2026-04-01" },
    { "2026−4−1", "2026-04-01" },
    { "r8-4-1", "2026-04-01" },
    { "R08.04.01", "2026-04-01" },
    { "H30.5.1", "2018-05-01" },
    { "S60.1.1", "1985-01-01" },
    { "'2026/4/1", "2026-04-01" },
    { "''26/4/1", NULL },
    { "令和0年4月1日", NULL },
    { "令和9999年4月1日", NULL },
    { "10000/1/1", NULL },
    { "2026/4", NULL },
    { "2026年4月", NULL },
    { "2026/4/1/2", NULL },
    { "2026-04-01 午後", NULL },
    { "7年（法人税法）", NULL },
    { "元年5月1日", NULL },
    { "令和", NULL },
    { "", NULL },
    { "-", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *date = taga_date_parse (cases[i][0]);

      g_test_message ("%s", cases[i][0]);
      g_assert_cmpstr (date, ==, cases[i][1]);
    }
}

/* Only what says when, and nothing else, says when. */
static void
test_reads_until_when_a_text_says (void)
{
  static const char *const cases[][2] = {
    { "2026/3/31", "2026-03-31" },
    { "2026年3月31日まで", "2026-03-31" },
    { "令和８年３月３１日迄", "2026-03-31" },
    { "2026年3月", "2026-03-31" },
    { "2026年2月末", "2026-02-28" },
    { "2024年2月末日まで", "2024-02-29" },
    { "2026年2月 末 まで", "2026-02-28" },
    { "2026/3", "2026-03-31" },
    { "2026-04", "2026-04-30" },
    { "2026.12", "2026-12-31" },
    { "R8.3", "2026-03-31" },
    { "令和元年5月末", "2019-05-31" },
    { "2026年", "2026-12-31" },
    { "令和8年末まで", "2026-12-31" },
    { "平成30年", "2018-12-31" },
    { "2026年度末", NULL },
    { "2026年度", NULL },
    { "2026", NULL },
    { "202603", NULL },
    { "7年", NULL },
    { "10年（製造物責任への備え）", NULL },
    { "永年", NULL },
    { "契約の終了から5年", NULL },
    { "2026年3月末（契約満了）", NULL },
    { "2026年3月末または解約の日", NULL },
    { "2026/3/31 以降", NULL },
    { "2025/1～2026/3", NULL },
    { "26/3", NULL },
    { "26/3/31", "2026-03-31" },
    { "20260331まで", "2026-03-31" },
    { "2026/13", NULL },
    { "2026/0", NULL },
    { "0/3", NULL },
    { "0年", NULL },
    { "2026/3/", NULL },
    { "令和99999年", NULL },
    { "令和元年4月", NULL },
    { "末", NULL },
    { "まで", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *date = taga_date_parse_end (cases[i][0]);

      g_test_message ("case %u", i);
      g_assert_cmpstr (date, ==, cases[i][1]);
    }
}

static void
test_turns_serials_into_days (void)
{
  static const struct
  {
    double serial;
    gboolean epoch_1904;
    const char *date;
  } cases[] = {
    { 1, FALSE, "1900-01-01" },
    { 31, FALSE, "1900-01-31" },
    { 59, FALSE, "1900-02-28" },
    { 60, FALSE, NULL }, /* the 29 February 1900 that never was */
    { 60.5, FALSE, NULL },
    { 61, FALSE, "1900-03-01" },
    { 42552, FALSE, "2016-07-01" },
    { 46113, FALSE, "2026-04-01" },
    { 46113.99, FALSE, "2026-04-01" },
    { 2958465, FALSE, "9999-12-31" },
    { 2958465.9, FALSE, "9999-12-31" },
    { 2958466, FALSE, NULL },
    { 0, FALSE, NULL },
    { 0.5, FALSE, NULL },
    { -1, FALSE, NULL },
    { 0, TRUE, "1904-01-01" },
    { 59, TRUE, "1904-02-29" },
    { 60, TRUE, "1904-03-01" },
    { 44651, TRUE, "2026-04-01" },
    { 2957003, TRUE, "9999-12-31" },
    { 2957004, TRUE, NULL },
    { -0.5, TRUE, NULL },
    { 1e300, FALSE, NULL },
    { 1e300, TRUE, NULL },
    { NAN, FALSE, NULL },
    { NAN, TRUE, NULL },
    { INFINITY, FALSE, NULL },
    { -INFINITY, TRUE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *date = taga_date_from_serial (cases[i].serial, cases[i].epoch_1904);

      g_test_message ("%g", cases[i].serial);
      g_assert_cmpstr (date, ==, cases[i].date);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/text/clean-makes-text-fit-to-store", test_clean_makes_text_fit_to_store);
  g_test_add_func ("/text/clean-stops-at-its-length", test_clean_stops_at_its_length);
  g_test_add_func ("/text/fold-makes-spellings-one", test_fold_makes_spellings_one);
  g_test_add_func ("/text/fold-keeps-different-texts-apart", test_fold_keeps_different_texts_apart);
  g_test_add_func ("/text/match-key-forgives-how-names-are-written",
                   test_match_key_forgives_how_names_are_written);
  g_test_add_func ("/text/match-key-keeps-names-apart", test_match_key_keeps_names_apart);
  g_test_add_func ("/text/contains-finds-folded-text", test_contains_finds_folded_text);
  g_test_add_func ("/text/find-gives-the-span-that-is-written",
                   test_find_gives_the_span_that_is_written);
  g_test_add_func ("/text/replace-changes-nothing-but-the-matches",
                   test_replace_changes_nothing_but_the_matches);
  g_test_add_func ("/text/broken-text-is-never-read-past-its-end",
                   test_broken_text_is_never_read_past_its_end);
  g_test_add_func ("/text/reads-integers-as-people-type-them",
                   test_reads_integers_as_people_type_them);
  g_test_add_func ("/text/reads-dates-as-offices-write-them",
                   test_reads_dates_as_offices_write_them);
  g_test_add_func ("/text/reads-until-when-a-text-says", test_reads_until_when_a_text_says);
  g_test_add_func ("/text/turns-serials-into-days", test_turns_serials_into_days);

  return g_test_run ();
}
