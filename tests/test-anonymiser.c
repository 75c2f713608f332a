#include "taga-anonymiser.h"

#include <string.h>

/* What leaves the company under another name: in which forms a name is found, and where it is none.
 */

static TagaAnonymiser *
create (void)
{
  TagaAnonymiser *self = taga_anonymiser_new ();

  taga_anonymiser_add (self, TAGA_NAME_FIRM, "株式会社メカトロ", "M社");
  taga_anonymiser_add (self, TAGA_NAME_FIRM, "Alpha Works Co., Ltd.", "A社");
  taga_anonymiser_add (self, TAGA_NAME_FIRM, "東西精密工業株式会社（架空）", "T社");
  taga_anonymiser_add (self, TAGA_NAME_PERSON, "佐藤 花子", "担当者A");
  taga_anonymiser_add (self, TAGA_NAME_PERSON, "林 健", "担当者B");
  taga_anonymiser_add (self, TAGA_NAME_PERSON, "山田　太郎", "経営者");
  taga_anonymiser_add (self, TAGA_NAME_PERSON, "中村みどり", "担当者C");
  taga_anonymiser_add (self, TAGA_NAME_PRODUCT, "ミハリ", "UTM機器");
  taga_anonymiser_add (self, TAGA_NAME_PRODUCT, "ミハリ クラウド", "クラウドサービス");
  taga_anonymiser_add (self, TAGA_NAME_PRODUCT, "FW-100", "通信機器");
  taga_anonymiser_add (self, TAGA_NAME_PLACE, "神奈川県相模原市中央1-2", "所在地");

  return self;
}

static const struct
{
  const char *text;
  const char *hidden;
} cases[] = {
  /* A firm in each of its forms. */
  { "株式会社メカトロは", "M社は" },
  { "㈱メカトロ、メカトロ㈱、（株）メカトロ、(株) メカトロ", "M社、M社、M社、M社" },
  { "ﾒｶﾄﾛ株式会社とｶﾌﾞｼｷ", "M社とｶﾌﾞｼｷ" },
  { "ALPHA works とＡｌｐｈａ　Ｗｏｒｋｓ Inc.", "A社 とA社" },
  { "東西精密工業グループ、東西・精密工業", "T社グループ、T社" },
  { "メカ トロ", "M社" },
  /* No word that only holds it. */
  { "メカトロニクスとスーパーメカトロ", "メカトロニクスとスーパーメカトロ" },
  { "AlphaWorks2は別の会社", "A社2は別の会社" },
  { "ミハリング", "ミハリング" },
  /* People by their family names, their positions and how they are addressed. */
  { "佐藤花子、佐藤　花子、佐藤さん、佐藤が", "担当者A、担当者A、担当者Aさん、担当者Aが" },
  { "総務部佐藤課長と佐藤主任", "総務部担当者Aと担当者A" },
  { "佐藤町の工場、加佐藤木", "佐藤町の工場、加佐藤木" },
  { "林さん、林業、山林、林が", "担当者Bさん、林業、山林、林が" },
  { "山田太郎社長", "経営者" },
  { "中村さんと中村区", "担当者Cさんと中村区" },
  /* The longest name counts, and an alias is not looked at again. */
  { "ミハリクラウドとミハリ", "クラウドサービスとUTM機器" },
  { "fw－１００を置く、FW-1000は別", "通信機器を置く、FW-1000は別" },
  /* What is known by its form. */
  { "info@example.co.jp へ。ＩＮＦＯ＠ｅｘａｍｐｌｅ．ｊｐ", "(mail address) へ。(mail address)" },
  { "https://example.com/a?b=1 と www.example.org/ と example.co.jp",
    "(web address) と (web address) と (web address)" },
  { "03-1234-5678 ０９０−１２３４−５６７８ (042)123-4567 +81-3-1234-5678 0312345678",
    "(telephone number) (telephone number) (telephone number) (telephone number) "
    "(telephone number)" },
  { "〒252-0239 神奈川県相模原市中央１−２", "(postal code) 所在地" },
  { "2026-10-05に05-2026と50,000円、3-6の2件", "2026-10-05に05-2026と50,000円、3-6の2件" },
  { "", "" },
};

static void
test_forms_of_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TagaAnonymiser) self = create ();
      g_autofree char *hidden = taga_anonymiser_apply (self, cases[i].text);

      g_assert_cmpstr (hidden, ==, cases[i].hidden);
    }
}

static void
test_nothing_to_hide (void)
{
  g_autoptr (TagaAnonymiser) self = taga_anonymiser_new ();
  g_autofree char *text = NULL;

  g_assert_false (taga_anonymiser_add (self, TAGA_NAME_FIRM, NULL, "A社"));
  g_assert_false (taga_anonymiser_add (self, TAGA_NAME_FIRM, "", "A社"));
  g_assert_false (taga_anonymiser_add (self, TAGA_NAME_PERSON, " 　", "担当者"));
  g_assert_null (taga_anonymiser_apply (self, NULL));
  text = taga_anonymiser_apply (self, "株式会社は会社である");
  g_assert_cmpstr (text, ==, "株式会社は会社である");
  g_assert_cmpuint (taga_anonymiser_get_replacements (self)->len, ==, 0);
}

static void
test_first_alias_counts (void)
{
  g_autoptr (TagaAnonymiser) self = taga_anonymiser_new ();
  g_autofree char *text = NULL;

  g_assert_true (taga_anonymiser_add (self, TAGA_NAME_FIRM, "メカトロ", "K社"));
  g_assert_false (taga_anonymiser_add (self, TAGA_NAME_FIRM, "㈱ﾒｶﾄﾛ", "A社"));
  taga_anonymiser_add (self, TAGA_NAME_PRODUCT, "台帳", "台帳");
  text = taga_anonymiser_apply (self, "㈱メカトロの台帳");
  g_assert_cmpstr (text, ==, "K社の台帳");
}

/* An alias that tells what it hides is none. */
static void
test_alias_that_holds_a_name (void)
{
  g_autoptr (TagaAnonymiser) self = taga_anonymiser_new ();
  g_autofree char *text = NULL;

  taga_anonymiser_add (self, TAGA_NAME_FIRM, "メカトロ", "旧メカトロのM社");
  taga_anonymiser_add (self, TAGA_NAME_PRODUCT, "図面箱", "佐藤さんのサーバー");
  taga_anonymiser_add (self, TAGA_NAME_PERSON, "佐藤 花子", "");
  text = taga_anonymiser_apply (self, "メカトロと図面箱と佐藤さん");
  g_assert_null (strstr (text, "メカトロ"));
  g_assert_null (strstr (text, "佐藤"));
  g_assert_cmpstr (text, ==, "another firmとa productとthe person in chargeさん");
}

static void
test_counts (void)
{
  g_autoptr (TagaAnonymiser) self = create ();
  g_autofree char *one = taga_anonymiser_apply (self, "佐藤さんと㈱メカトロ、03-1234-5678");
  g_autofree char *other = taga_anonymiser_apply (self, "佐藤花子");
  const GPtrArray *all = taga_anonymiser_get_replacements (self);
  const TagaReplacement *last = g_ptr_array_index (all, all->len - 1);

  g_assert_cmpuint (((const TagaReplacement *) g_ptr_array_index (all, 0))->n, ==, 1);
  g_assert_cmpuint (((const TagaReplacement *) g_ptr_array_index (all, 3))->n, ==, 2);
  g_assert_cmpuint (((const TagaReplacement *) g_ptr_array_index (all, 4))->n, ==, 0);
  g_assert_cmpstr (last->name, ==, "03-1234-5678");
  g_assert_false (last->is_known);
}

/* Text from outside may be anything: what is no UTF-8 goes through, and names in it are found. */
static void
test_broken_text (void)
{
  g_autoptr (TagaAnonymiser) self = create ();
  g_autofree char *text = taga_anonymiser_apply (self, "\xFFメカトロ\xE3\x81");
  g_autofree char *long_text = g_strnfill (20000, '0');
  g_autofree char *same = taga_anonymiser_apply (self, long_text);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_nonnull (strstr (text, "M社"));
  g_assert_cmpstr (same, ==, long_text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/anonymiser/forms-of-names", test_forms_of_names);
  g_test_add_func ("/anonymiser/nothing-to-hide", test_nothing_to_hide);
  g_test_add_func ("/anonymiser/first-alias-counts", test_first_alias_counts);
  g_test_add_func ("/anonymiser/alias-that-holds-a-name", test_alias_that_holds_a_name);
  g_test_add_func ("/anonymiser/counts", test_counts);
  g_test_add_func ("/anonymiser/broken-text", test_broken_text);

  return g_test_run ();
}
