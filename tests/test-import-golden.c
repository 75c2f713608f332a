#include <gio/gio.h>

#include "data-resources.h"
#include "office-fixture.h"
#include "taga-check.h"
#include "taga-cursor.h"
#include "taga-threat.h"

/* The figures that the guideline and those who teach it give for registers. */

/* The answers that make each medium's threat and vulnerability what a set of figures says. */
typedef struct
{
  const char *medium;
  int threat;
  int answer;
} MediumAnswers;

static void
answer_items (TagaStore *store, const MediumAnswers *media, guint n, GType type)
{
  g_autoptr (TagaCursor) cursor = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_threat = type == TAGA_TYPE_THREAT;
  guint item_field = is_threat ? TAGA_THREAT_ITEM : TAGA_CHECK_ITEM;
  guint level_field = is_threat ? TAGA_THREAT_FREQUENCY : TAGA_CHECK_ANSWER;
  g_autoptr (GHashTable) answers = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer id, level;
  const TagaValue *values;
  gboolean has_row = TRUE;
  gint64 number;

  cursor = taga_cursor_new (store, type, NULL, &error);
  while (taga_cursor_next (cursor, &number, &values, &has_row, &error) && has_row)
    {
      const TagaItem *item = taga_edition_find_item (
          taga_store_get_edition (store), is_threat ? "threat" : "check", values[item_field].text);

      for (guint i = 0; i < n; i++)
        if (is_threat ? g_str_equal (item->group, media[i].medium)
                      : g_strv_contains (item->media, media[i].medium))
          g_hash_table_insert (answers, GSIZE_TO_POINTER (number),
                               GINT_TO_POINTER (is_threat ? media[i].threat : media[i].answer));
    }
  g_assert_no_error (error);

  g_hash_table_iter_init (&iter, answers);
  while (g_hash_table_iter_next (&iter, &id, &level))
    {
      const TagaValue value = { NULL, GPOINTER_TO_INT (level) };

      taga_store_update (store, type, (gint64) GPOINTER_TO_SIZE (id), &level_field, &value, 1,
                         &error);
      g_assert_no_error (error);
    }
}

static void
answer (CliFixture *fixture, const MediumAnswers *media, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaStore) store = taga_store_open (fixture->path, FALSE, &error);

  g_assert_no_error (error);
  taga_store_begin (store, "回答", &error);
  answer_items (store, media, n, TAGA_TYPE_THREAT);
  answer_items (store, media, n, TAGA_TYPE_CHECK);
  taga_store_commit (store, &error);
  g_assert_no_error (error);
}

/* The example of the v2.1 workbook: values from 0 to 2, every vulnerability 2. */
static const char golden_a[] =
    "営業|製品カタログ|現役製品カタログ一式|営業部|営業部|書類||||0|1|1||2016-07-01\n"
    "営業|製品カタログ|現役製品カタログ一式|営業部|営業部|可搬電子媒体||||0|1|1||2016-07-01\n"
    "営業|キャンペーン応募者リスト|20xx年のキャンペーン応募者情報|営業部|営業部|社内サーバー|有|||"
    "2|1|0||2016-07-01\n"
    "調達|委託先リスト|外部委託先（直近5年間に実績があるもの）|総務部|総務部|社内サーバー||||0|1|1|"
    "|2016-07-01\n"
    "調達|発注伝票|発注伝票（過去10年分）|総務部|総務部|社内サーバー||||1|0|0||2016-07-01\n"
    "調達|発注伝票|発注伝票（過去10年分）|総務部|総務部|書類||||1|0|0||2016-07-01\n"
    "技術|製品設計図|現役製品の設計図|開発部|開発部|社内サーバー||||2|2|2||2016-07-01\n"
    "技術|製品設計図|現役製品の設計図|開発部|開発部|書類||||2|2|2||2016-07-01\n";

static void
test_golden_a (CliFixture *fixture, gconstpointer edition)
{
  static const MediumAnswers media[] = { { "paper", 2, 2 },
                                         { "removable", 2, 2 },
                                         { "server", 3, 2 } };
  gboolean is_old = g_str_equal (edition, "ipa-3.0");
  g_autofree char *book = NULL;
  g_autofree char *outcome = NULL;

  if (!office_fixture_has (OFFICE_OPENPYXL))
    return;

  book = office_fixture_write (fixture, golden_a,
                               "--book --markers --merge business --prepared 30 --definitions old");
  outcome = cli_fixture_import (fixture, book, NULL);
  g_assert_cmpstr (outcome, ==, "8+0=0-0 0>8 0-2");
  answer (fixture, media, G_N_ELEMENTS (media));

  /* With the same judgement the values move up by one, and the bands are the new scale's. */
  cli_fixture_assert_table (
      fixture, "asset", "confidentiality|integrity|availability|personal",
      is_old ? "0|1|1|\n0|1|1|\n2|1|0|○\n0|1|1|\n1|0|0|\n1|0|0|\n2|2|2|\n2|2|2|"
             : "1|2|2|\n1|2|2|\n3|2|1|○\n1|2|2|\n2|1|1|\n2|1|1|\n3|3|3|\n3|3|3|");
  cli_fixture_assert_table (fixture, "risk", "importance|threat|vulnerability|likelihood|risk|band",
                            is_old ? "1|2|2|1|1|medium\n1|2|2|1|1|medium\n2|3|2|2|4|large\n"
                                     "1|3|2|2|2|medium\n1|3|2|2|2|medium\n1|2|2|1|1|medium\n"
                                     "2|3|2|2|4|large\n2|2|2|1|2|medium"
                                   : "2|2|2|1|2|small\n2|2|2|1|2|small\n3|3|2|2|6|large\n"
                                     "2|3|2|2|4|medium\n2|3|2|2|4|medium\n2|2|2|1|2|small\n"
                                     "3|3|2|2|6|large\n3|2|2|1|3|small");
  cli_fixture_assert_table (
      fixture, "asset", "business|registered_on|retention",
      "営業|2016-07-01|\n営業|2016-07-01|\n営業|2016-07-01|\n調達|2016-07-01|\n"
      "調達|2016-07-01|\n調達|2016-07-01|\n技術|2016-07-01|\n技術|2016-07-01|");
}

/* A workshop's sheet on the v3.1 scale: its own columns, and a number before each row. */
static const char golden_d[] =
    "製品管理|製品の在庫データ|生産部門、営業部門|社内サーバー||2|2|2|低減\n"
    "製品管理|出荷スケジュール|生産部門、営業部門|社内サーバー||2|2|2|低減\n"
    "製品管理|品質検査結果|生産部門、営業部門|社内サーバー||2|2|2|低減\n"
    "販売管理|顧客情報|生産部門、営業部門|社外サーバー|有|3|3|3|低減\n"
    "販売管理|売上情報|生産部門、営業部門|社外サーバー||3|3|2|低減\n"
    "販売管理|仕入れ情報|生産部門、営業部門|社外サーバー||3|3|2|低減\n"
    "経理管理|売上データ（個人情報は含まない）|経理部門、管理部門|社内サーバー||2|2|2|低減\n"
    "経理管理|支出データ（個人情報は含まない）|経理部門、管理部門|社内サーバー||2|2|2|低減\n"
    "電子メールシステム|社内メール（業務連絡レベル）|全従業員|社外サーバー|有|3|1|1|低減\n"
    "電子メールシステム|社外メール|全従業員|社外サーバー|有|3|3|2|低減\n"
    "物理的文書|契約書|必要な時のみ関係者がアクセス|書類|有|3|3|3|低減\n"
    "物理的文書|製品カタログ|必要な時のみ関係者がアクセス|書類||1|1|1|受容\n";

static void
test_golden_d (CliFixture *fixture, gconstpointer edition)
{
  static const MediumAnswers media[] = { { "paper", 3, 2 }, { "cloud", 3, 2 }, { "server", 2, 2 } };
  gboolean is_old = g_str_equal (edition, "ipa-3.0");
  g_autofree char *book = NULL;
  g_autofree char *outcome = NULL;

  if (!office_fixture_has (OFFICE_OPENPYXL))
    return;

  book = office_fixture_write (
      fixture, golden_d,
      "--plain --sheet ワークショップ --merge business,users "
      "--order no,business,name,users,medium,personal,confidentiality,integrity,availability,"
      "importance,risk,risk_words,plan,likelihood,threat,vulnerability");
  outcome = cli_fixture_import (fixture, book, NULL);
  g_assert_cmpstr (outcome, ==, "12+0=0-0 0>12 1-3");
  answer (fixture, media, G_N_ELEMENTS (media));

  cli_fixture_assert_table (fixture, "risk", "importance|likelihood|risk|band",
                            is_old ? "1|1|1|medium\n1|1|1|medium\n1|1|1|medium\n2|2|4|large\n"
                                     "2|2|4|large\n2|2|4|large\n1|1|1|medium\n1|1|1|medium\n"
                                     "2|2|4|large\n2|2|4|large\n2|2|4|large\n0|2|0|small"
                                   : "2|1|2|small\n2|1|2|small\n2|1|2|small\n3|2|6|large\n"
                                     "3|2|6|large\n3|2|6|large\n2|1|2|small\n2|1|2|small\n"
                                     "3|2|6|large\n3|2|6|large\n3|2|6|large\n1|2|2|small");
}

/* The guideline's table 13 and the handbooks' examples: values, threat, vulnerability; what
 * follows.
 */
static void
test_golden_b_e_f (CliFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *values;
    int threat;
    int vulnerability;
    const char *risk;
  } cases[] = {
    { "顧客1,000人超のデータが入ったノートPC", "3,3,3", 2, 3, "3|2|6|large" },
    { "同じ（ディスクもデータも暗号化）", "3,3,3", 2, 1, "3|1|3|small" },
    { "カード番号を扱うECサイト", "3,3,3", 3, 3, "3|3|9|large" },
    { "同じ（設計のときから対策）", "3,3,3", 3, 1, "3|1|3|small" },
    { "オンラインだけのバックアップ", "3,3,3", 3, 2, "3|2|6|large" },
    { "同じ（定期的にオフラインにも）", "3,3,3", 3, 1, "3|1|3|small" },
    { "社員名簿", "3,3,2", 3, 3, "3|3|9|large" },
    { "当社宛請求書", "3,3,2", 3, 2, "3|2|6|large" },
    { "顧客リスト", "3,3,3", 3, 2, "3|2|6|large" },
    { "対策の前その一", "3,1,1", 3, 2, "3|2|6|large" },
    { "対策の後その一", "2,1,1", 2, 2, "2|1|2|small" },
    { "対策の前その二", "2,2,2", 3, 2, "2|2|4|medium" },
    { "対策の後その二", "1,1,1", 1, 3, "1|1|1|small" },
    { "対策の前その三", "2,3,1", 3, 3, "3|3|9|large" },
    { "対策の後その三", "2,1,2", 3, 3, "2|3|6|large" },
  };
  g_autoptr (GString) text = g_string_new ("情報資産名称,機密性,完全性,可用性\n");
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *source = NULL;
  g_autofree char *outcome = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_string_append_printf (text, "\"%s\",%s\n", cases[i].name, cases[i].values);
      g_string_append_printf (expected, "%s%s|%s", i == 0 ? "" : "\n", cases[i].name,
                              cases[i].risk);
    }
  source = cli_fixture_write (fixture, "例.csv", text->str, -1);
  outcome = cli_fixture_import (fixture, source, NULL);
  g_assert_cmpstr (outcome, ==, "15+0=0-0 0>15 1-3");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i + 1);
      g_autofree char *threat = g_strdup_printf ("threat_override=%d", cases[i].threat);
      g_autofree char *vulnerability =
          g_strdup_printf ("vulnerability_override=%d", cases[i].vulnerability);

      g_free (cli_fixture_do (fixture, "set", fixture->path, "asset", id, threat, vulnerability,
                              "threat_reason=表のとおり", "vulnerability_reason=表のとおり", NULL));
    }
  cli_fixture_assert_table (fixture, "risk", "name|importance|likelihood|risk|band", expected->str);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_resources_register (taga_data_get_resource ());

  cli_fixture_add ("/import-golden/a/new-edition", "ipa-3.1", test_golden_a);
  cli_fixture_add ("/import-golden/a/old-edition", "ipa-3.0", test_golden_a);
  cli_fixture_add ("/import-golden/d/new-edition", "ipa-3.1", test_golden_d);
  cli_fixture_add ("/import-golden/d/old-edition", "ipa-3.0", test_golden_d);
  cli_fixture_add ("/import-golden/b-e-f", "ipa-3.1", test_golden_b_e_f);

  return g_test_run ();
}
