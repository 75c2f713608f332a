#include <string.h>

#include "data-resources.h"
#include "store-fixture.h"
#include "taga-asset.h"
#include "taga-collate.h"
#include "taga-cursor.h"
#include "taga-store-private.h"

/* Each list is in the order in which people look for its texts. */
static const char *const by_reading[] = { "営業", "技術", "経理", "情報システム",
                                          "製造", "総務", "品質" };
static const char *const by_group[] = { " 控え", "(控え)",   "【社外秘】見積", "1号機", "Aランク",
                                        "あ",    "カタログ", "亜鉛",           "弌",    "😀" };
static const char *const by_number[] = { "第1回", "第２回", "第10回", "第010回", "第100回" };
static const char *const by_version[] = { "1.2", "1.9", "1.10", "2.0" };
static const char *const by_kana[] = { "ハシラ", "はす",   "バス",  "ハン",
                                       "ばん",   "パンチ", "ﾊﾟﾝﾁﾔ", "ひも" };
static const char *const by_long_vowel[] = { "サーバー", "サアバア", "サイト", "さくら" };
static const char *const by_small_letter[] = { "きやく", "きゅう", "きゆう", "きよう" };
static const char *const by_repeated[] = { "山", "山々", "山山小屋", "山路" };
static const char *const by_beginning[] = { "営業", "営業 控え", "営業(控え)", "営業2", "営業部" };
static const char *const by_level[] = { "一覧", "腕", "弌", "熙", "髙" };

#define LIST(name)                                                                                 \
  {                                                                                                \
#name, name, G_N_ELEMENTS(name)                                                                \
  }

static const struct
{
  const char *name;
  const char *const *texts;
  guint n;
} lists[] = {
  LIST (by_reading),   LIST (by_group),      LIST (by_number),       LIST (by_version),
  LIST (by_kana),      LIST (by_long_vowel), LIST (by_small_letter), LIST (by_repeated),
  LIST (by_beginning), LIST (by_level),
};

static int
compare_keys (const guint8 *a, gsize n_a, const guint8 *b, gsize n_b)
{
  int order = memcmp (a, b, MIN (n_a, n_b));

  return order != 0 ? order : (n_a > n_b) - (n_a < n_b);
}

static int
compare (const char *a, const char *b)
{
  gsize n_a, n_b;
  g_autofree guint8 *key_a = taga_collate_key (a, &n_a);
  g_autofree guint8 *key_b = taga_collate_key (b, &n_b);

  return compare_keys (key_a, n_a, key_b, n_b);
}

static void
test_orders_as_people_look (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j + 1 < lists[i].n; j++)
      for (guint k = j + 1; k < lists[i].n; k++)
        {
          g_test_message ("%s: %s, %s", lists[i].name, lists[i].texts[j], lists[i].texts[k]);
          g_assert_cmpint (compare (lists[i].texts[j], lists[i].texts[k]), <, 0);
          g_assert_cmpint (compare (lists[i].texts[k], lists[i].texts[j]), >, 0);
        }
}

/* So that a second column decides among them. */
static void
test_spellings_are_one (void)
{
  static const char *const pairs[][2] = {
    { "ABC", "ａｂｃ" },           { "さーばー", "ｻｰﾊﾞｰ" },
    { "第２回", "第2回" },         { "が", "ｶﾞ" },
    { "（控え）", "(控え)" },      { "㈱ためし", "(株)ためし" },
    { "業務　分類", "業務 分類" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_test_message ("%s, %s", pairs[i][0], pairs[i][1]);
      g_assert_cmpint (compare (pairs[i][0], pairs[i][1]), ==, 0);
    }
}

/* Anything may stand in a file: the order holds, and a key stays small. */
static void
test_hostile_text_has_a_place (void)
{
  g_autofree char *digits = g_strnfill (1 << 20, '9');
  g_autofree char *zeros = g_strnfill (1 << 20, '0');
  g_autofree char *kanji = g_malloc ((1 << 20) + 1);
  const char *texts[] = { "\xff\xfe", "見\xe7\xa9", "\xe7", "\x01", "ー",    "々",
                          "々々ー",   digits,       zeros,  kanji,  "\u3099" };

  for (guint i = 0; i < 1 << 20; i++)
    kanji[i] = "漢"[i % 3];
  kanji[1 << 20] = '\0';

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
      {
        int order = compare (texts[i], texts[j]);

        g_assert_cmpint (order == 0, ==, i == j);
        g_assert_cmpint (order<0, ==, compare (texts[j], texts[i])> 0);
        for (guint k = 0; order < 0 && k < G_N_ELEMENTS (texts); k++)
          if (compare (texts[j], texts[k]) < 0)
            g_assert_cmpint (compare (texts[i], texts[k]), <, 0);
      }
}

static void
test_only_the_beginning_decides (void)
{
  g_autofree char *fill = g_strnfill (TAGA_COLLATE_BYTES, 'x');
  gsize n_long, n_short;
  g_autofree char *one = g_strconcat (fill, "1", NULL);
  g_autofree char *two = g_strconcat (fill, "2", NULL);
  g_autofree guint8 *short_key = taga_collate_key ("", &n_short);
  g_autofree guint8 *long_key = taga_collate_key (one, &n_long);

  g_assert_cmpuint (n_short, ==, 0);
  g_assert_cmpuint (n_long, <=, 3 * TAGA_COLLATE_BYTES);
  g_assert_cmpint (compare (one, two), ==, 0);
  fill[TAGA_COLLATE_BYTES - 1] = '\0';
  g_assert_cmpint (compare (fill, one), <, 0);
}

static void
assert_sql_agrees (StoreFixture *fixture, const char *text)
{
  g_autoptr (sqlite3_stmt) stmt =
      taga_database_prepare (fixture->store->db, "SELECT taga_sort_key (?)", NULL);
  gsize length;
  g_autofree guint8 *key = taga_collate_key (text, &length);
  gboolean has_row = FALSE;

  sqlite3_bind_text (stmt, 1, text, -1, SQLITE_TRANSIENT);
  g_assert_true (taga_database_step (stmt, &has_row, NULL) && has_row);
  g_assert_cmpmem (sqlite3_column_blob (stmt, 0), (gsize) sqlite3_column_bytes (stmt, 0), key,
                   length);
}

static void
test_sql_agrees (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *large = g_strnfill (1 << 20, '7');

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i].n; j++)
      assert_sql_agrees (fixture, lists[i].texts[j]);
  assert_sql_agrees (fixture, "見\xe7\xa9");
  assert_sql_agrees (fixture, large);
  assert_sql_agrees (fixture, "");
}

/* The register itself, with cells that are blank. */
static void
test_register_sorts_by_reading (StoreFixture *fixture, gconstpointer data)
{
  static const char *const units[] = { "品質", "営業", "", "情報システム", "技術", "総務", "経理" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "x", "business", units[i], NULL);

  for (guint descending = 0; descending < 2; descending++)
    {
      g_autoptr (TagaQuery) query = taga_query_new ();
      const TagaSort sort = { TAGA_ASSET_BUSINESS, descending != 0 };
      g_autoptr (TagaCursor) cursor = NULL;
      g_autoptr (GString) order = g_string_new (NULL);
      const TagaValue *values;
      gboolean has_row;

      g_array_append_val (query->sorts, sort);
      cursor = taga_cursor_new (fixture->store, TAGA_TYPE_ASSET, query, NULL);
      while (taga_cursor_next (cursor, NULL, &values, &has_row, NULL) && has_row)
        g_string_append_printf (
            order, "%s ",
            values[TAGA_ASSET_BUSINESS].text == NULL ? "-" : values[TAGA_ASSET_BUSINESS].text);
      g_assert_cmpstr (order->str, ==,
                       descending == 0 ? "営業 技術 経理 情報システム 総務 品質 - "
                                       : "品質 総務 情報システム 経理 技術 営業 - ");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_resources_register (taga_data_get_resource ());

  g_test_add_func ("/collate/orders-as-people-look", test_orders_as_people_look);
  g_test_add_func ("/collate/spellings-are-one", test_spellings_are_one);
  g_test_add_func ("/collate/hostile-text-has-a-place", test_hostile_text_has_a_place);
  g_test_add_func ("/collate/only-the-beginning-decides", test_only_the_beginning_decides);
  g_test_add ("/collate/sql-agrees", StoreFixture, NULL, store_fixture_set_up, test_sql_agrees,
              store_fixture_tear_down);
  g_test_add ("/collate/register-sorts-by-reading", StoreFixture, NULL, store_fixture_set_up,
              test_register_sorts_by_reading, store_fixture_tear_down);

  return g_test_run ();
}
