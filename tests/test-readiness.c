#include <string.h>

#include <glib.h>

#include "data-resources.h"
#include "store-fixture.h"
#include "taga-company.h"
#include "taga-declaration.h"
#include "taga-readiness.h"
#include "taga-rule-states.h"
#include "taga-rule.h"
#include "taga-self-answer.h"

/* What is missing before a declaration of SECURITY ACTION. */

static TagaReadiness *
read_readiness (TagaStore *store)
{
  g_autoptr (GError) error = NULL;
  TagaReadiness *readiness = taga_readiness_read (store, taga_store_get_round (store), &error);

  g_assert_no_error (error);
  return readiness;
}

static const TagaCondition *
find_condition (const TagaReadiness *readiness, const char *key)
{
  for (guint i = 0; i < TAGA_N_STARS; i++)
    for (guint j = 0; j < readiness->conditions[i]->len; j++)
      {
        const TagaCondition *condition = g_ptr_array_index (readiness->conditions[i], j);

        if (g_str_equal (condition->key, key))
          return condition;
      }

  g_assert_not_reached ();
}

/* A new file has a record for each rule, in their order. */
static void
keep_rule (TagaStore *store, gint64 rule, const char *answer, const char *way)
{
  store_fixture_set (store, TAGA_TYPE_RULE, rule, "answer", answer);
  store_fixture_set (store, TAGA_TYPE_RULE, rule, "way", way);
}

static void
test_new_file_is_told_what_to_do (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaReadiness) readiness = read_readiness (fixture->store);

  g_assert_false (readiness->is_ready[0]);
  g_assert_false (readiness->is_ready[1]);
  g_assert_cmpint (readiness->declared_stars, ==, 0);
  g_assert_cmpstr (find_condition (readiness, "answered")->page, ==, "self-check");
  g_assert_cmpstr (find_condition (readiness, "answered")->item, ==, "update");
  g_assert_false (find_condition (readiness, "begun")->is_met);
  g_assert_cmpstr (find_condition (readiness, "self-check")->item, ==, "1");
  g_assert_cmpstr (find_condition (readiness, "policy")->page, ==, "self-check");

  for (guint i = 0; i < TAGA_N_STARS; i++)
    for (guint j = 0; j < readiness->conditions[i]->len; j++)
      {
        const TagaCondition *condition = g_ptr_array_index (readiness->conditions[i], j);

        g_assert_null (strchr (condition->sentence, '%'));
        g_assert_true (g_utf8_validate (condition->sentence, -1, NULL));
      }
}

/* Each rule is in place or begun, and the company's own way is written down. */
static void
test_one_star (StoreFixture *fixture, gconstpointer data)
{
  for (gint64 i = 1; i <= 5; i++)
    keep_rule (fixture->store, i, i % 2 == 1 ? "1" : "2", "毎月、総務が確かめる");
  {
    /* The company follows the six rules until it says otherwise. */
    g_autoptr (TagaReadiness) six = read_readiness (fixture->store);

    g_assert_false (six->is_ready[0]);
    g_assert_cmpstr (find_condition (six, "answered")->item, ==, "backup");
  }

  store_fixture_set (fixture->store, TAGA_TYPE_COMPANY, 1, "rule-set", "five");
  {
    g_autoptr (TagaReadiness) five = read_readiness (fixture->store);

    g_assert_true (five->is_ready[0]);
    g_assert_false (five->is_ready[1]);
    g_assert_null (find_condition (five, "way")->item);
  }

  store_fixture_set (fixture->store, TAGA_TYPE_RULE, 3, "answer", "3");
  store_fixture_set (fixture->store, TAGA_TYPE_RULE, 4, "way", " \n　");
  {
    g_autoptr (TagaReadiness) less = read_readiness (fixture->store);

    g_assert_false (less->is_ready[0]);
    g_assert_cmpstr (find_condition (less, "begun")->item, ==, "password");
    g_assert_cmpstr (find_condition (less, "way")->item, ==, "sharing");
  }
}

/* All 25 questions are answered, whatever the answers, and the policy's address is known. */
static void
test_two_stars (StoreFixture *fixture, gconstpointer data)
{
  for (gint64 i = 1; i <= 24; i++)
    store_fixture_set (fixture->store, TAGA_TYPE_SELF_ANSWER, i, "answer", "4");
  store_fixture_add (fixture->store, TAGA_TYPE_DECLARATION, "stars", "1", "declared-on",
                     "2026-04-01", "policy-url", "https://example.com/policy", NULL);
  {
    g_autoptr (TagaReadiness) nearly = read_readiness (fixture->store);

    g_assert_false (nearly->is_ready[1]);
    g_assert_cmpstr (find_condition (nearly, "self-check")->item, ==, "25");
    g_assert_true (find_condition (nearly, "policy")->is_met);
    g_assert_nonnull (strstr (find_condition (nearly, "policy")->sentence, "https://example.com"));
  }

  store_fixture_set (fixture->store, TAGA_TYPE_SELF_ANSWER, 25, "answer", "4");
  {
    g_autoptr (TagaReadiness) ready = read_readiness (fixture->store);

    g_assert_true (ready->is_ready[1]);
    g_assert_false (ready->is_ready[0]);
    g_assert_cmpint (ready->declared_stars, ==, 1);
  }
}

/* The newest declaration counts, and the day on which the company wants to look at it again. */
static void
test_review_of_the_newest_declaration (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_add (fixture->store, TAGA_TYPE_DECLARATION, "stars", "2", "declared-on",
                     "2026-04-01", "review-on", "2999-04-01", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_DECLARATION, "stars", "1", "declared-on",
                     "2019-04-01", "review-on", "2020-04-01", NULL);
  {
    g_autoptr (TagaReadiness) readiness = read_readiness (fixture->store);

    g_assert_cmpint (readiness->declared_stars, ==, 2);
    g_assert_cmpstr (readiness->declared_on, ==, "2026-04-01");
    g_assert_cmpstr (readiness->review_on, ==, "2999-04-01");
    g_assert_false (readiness->is_review_due);
  }

  store_fixture_set (fixture->store, TAGA_TYPE_DECLARATION, 1, "review-on", "2020-01-01");
  {
    g_autoptr (TagaReadiness) readiness = read_readiness (fixture->store);

    g_assert_true (readiness->is_review_due);
  }
}

/* It is always a declaration and never something that somebody grants. */
static void
test_words (StoreFixture *fixture, gconstpointer data)
{
  static const char *const wrong[] = { "certif", "Certif", "approved", "認定", "取得" };
  g_autoptr (TagaReadiness) readiness = read_readiness (fixture->store);

  for (guint i = 0; i < TAGA_N_STARS; i++)
    for (guint j = 0; j < readiness->conditions[i]->len; j++)
      for (guint k = 0; k < G_N_ELEMENTS (wrong); k++)
        g_assert_null (
            strstr (((TagaCondition *) readiness->conditions[i]->pdata[j])->sentence, wrong[k]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_resources_register (taga_data_get_resource ());

#define add(path, test)                                                                            \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down)
  add ("/readiness/new-file-is-told-what-to-do", test_new_file_is_told_what_to_do);
  add ("/readiness/one-star", test_one_star);
  add ("/readiness/two-stars", test_two_stars);
  add ("/readiness/review-of-the-newest-declaration", test_review_of_the_newest_declaration);
  add ("/readiness/words", test_words);
#undef add

  return g_test_run ();
}
