#include <string.h>

#include "data-resources.h"
#include "taga-edition.h"
#include "taga-interview.h"
#include "taga-value.h"

static const char *const properties[] = { "confidentiality", "integrity", "availability", NULL };

static TagaEdition *
load (const char *key)
{
  g_autoptr (GError) error = NULL;
  TagaEdition *edition = taga_edition_load (key, &error);

  g_assert_no_error (error);
  return edition;
}

/* What is asked must be answered by yes or no: in Japanese such a question ends in か. */
static void
assert_is_question (const TagaQuestion *question)
{
  g_assert_true (g_str_has_suffix (question->text[0], "か。"));
  g_assert_true (g_str_has_suffix (question->text[1], "?"));
  g_assert_true (g_str_has_suffix (question->reason[0], "。"));
  g_assert_false (g_str_has_suffix (question->reason[0], "か。"));
  g_assert_true (g_str_has_suffix (question->reason[1], "."));
}

/* Words of security that nobody outside of it uses. */
static void
assert_is_everyday (const char *text)
{
  static const char *const words[] = { "機密",   "完全性", "可用性", "情報資産",
                                       "脅威",   "脆弱",   "リスク", "改ざん",
                                       "漏えい", "漏洩",   "秘匿",   "インシデント" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_null (strstr (text, words[i]));
}

static void
test_asks_short_rounds_in_everyday_words (gconstpointer key)
{
  g_autoptr (TagaEdition) edition = load (key);
  const TagaScale *scale = taga_edition_get_scale (edition);

  g_assert_true (taga_edition_is_ours (edition, "questions"));
  for (guint i = 0; properties[i] != NULL; i++)
    {
      const TagaQuestionSet *set = taga_edition_get_question_set (edition, properties[i]);

      g_assert_cmpuint (set->n_questions, >=, 2);
      g_assert_cmpuint (set->n_questions, <=, 4);
      g_assert_cmpint (set->questions[0].level, ==, scale->highest);
      g_assert_cmpint (set->questions[set->n_questions - 1].level, ==, scale->lowest + 1);
      assert_is_everyday (set->title[0]);
      assert_is_everyday (set->otherwise[0]);
      for (guint k = 0; k < set->n_questions; k++)
        {
          assert_is_question (&set->questions[k]);
          assert_is_everyday (set->questions[k].text[0]);
          assert_is_everyday (set->questions[k].example[0]);
          assert_is_everyday (set->questions[k].reason[0]);
          if (k > 0)
            g_assert_cmpint (set->questions[k].level, <=, set->questions[k - 1].level);
        }
    }

  g_assert_null (taga_edition_get_question_set (edition, "importance"));
}

/* The answers of a round, its question at the end or the level, and the reason. */
typedef struct
{
  const char *property;
  const char *answers;
  int above_lowest;
  const char *reason;
} Round;

static const Round rounds[] = {
  { "confidentiality", "y", 2, "だれのことか分かる個人の情報が入っている。" },
  { "confidentiality", "ny", 2, "社外の人に見られると、取引先やお客様に謝りに行くことになる。" },
  { "confidentiality", "nny", 2, "ライバル会社に知られると、会社の経営が危うくなる。" },
  { "confidentiality", "nnny", 1, "社外の人に見られると、商売で損をする。" },
  { "confidentiality", "nnnn", 0, "社外の人に見られても、ほとんど困らない。" },
  { "integrity", "nnny", 1, "間違っていると、お金や注文の行き違い、仕事のやり直しが起きる。" },
  { "integrity", "nnnn", 0, "間違っていても、ほとんど困らない。" },
  { "availability", "ny", 2, "二度と見られなくなると、会社の経営が危うくなる。" },
  { "availability", "nny", 1, "使えなくなると、社内の仕事が止まったり、納期に遅れたりする。" },
  { "availability", "nnn", 0, "使えなくなっても、ほとんど困らない。" },
};

static void
test_leads_to_levels (gconstpointer key)
{
  g_autoptr (TagaEdition) edition = load (key);
  int lowest = taga_edition_get_scale (edition)->lowest;

  for (guint i = 0; i < G_N_ELEMENTS (rounds); i++)
    {
      const char *const one[] = { rounds[i].property, NULL };
      g_autoptr (TagaInterview) interview = taga_interview_new (edition, one);

      for (const char *answer = rounds[i].answers; *answer != '\0'; answer++)
        {
          g_assert_cmpint (taga_interview_get_level (interview, 0), ==, TAGA_UNKNOWN);
          g_assert_null (taga_interview_get_reason (interview, 0, TRUE));
          g_assert_nonnull (taga_interview_get_question (interview, NULL));
          taga_interview_answer (interview, *answer == 'y');
        }

      g_assert_null (taga_interview_get_question (interview, NULL));
      g_assert_cmpuint (taga_interview_get_n_done (interview), ==, 1);
      g_assert_cmpint (taga_interview_get_level (interview, 0), ==,
                       lowest + rounds[i].above_lowest);
      g_assert_cmpstr (taga_interview_get_reason (interview, 0, TRUE), ==, rounds[i].reason);
    }
}

static void
answer (TagaInterview *interview, const char *answers)
{
  for (; *answers != '\0'; answers++)
    taga_interview_answer (interview, *answers == 'y');
}

static void
assert_at (TagaInterview *interview, guint n_done, guint index)
{
  guint now = G_MAXUINT;

  g_assert_cmpuint (taga_interview_get_n_done (interview), ==, n_done);
  taga_interview_get_question (interview, &now);
  g_assert_cmpuint (now, ==, index);
}

static void
test_goes_back_over_rounds (void)
{
  g_autoptr (TagaEdition) edition = load ("ipa-3.1");
  g_autoptr (TagaInterview) interview = taga_interview_new (edition, properties);

  g_assert_cmpuint (taga_interview_get_n_rounds (interview), ==, 3);
  g_assert_false (taga_interview_back (interview));
  answer (interview, "ny");
  answer (interview, "nnnn");
  answer (interview, "n");
  assert_at (interview, 2, 1);
  g_assert_cmpint (taga_interview_get_level (interview, 1), ==, 1);

  g_assert_true (taga_interview_back (interview));
  assert_at (interview, 2, 0);
  g_assert_true (taga_interview_back (interview));
  assert_at (interview, 1, 3);
  g_assert_cmpint (taga_interview_get_level (interview, 1), ==, TAGA_UNKNOWN);
  answer (interview, "y");
  g_assert_cmpint (taga_interview_get_level (interview, 1), ==, 2);

  /* A round that a yes ended is open again at that question. */
  for (guint i = 0; i < 5; i++)
    g_assert_true (taga_interview_back (interview));
  assert_at (interview, 0, 1);
  g_assert_true (taga_interview_back (interview));
  assert_at (interview, 0, 0);
  g_assert_false (taga_interview_back (interview));
}

/* Only a yes about individuals speaks for a mark, and only if the round is done. */
static void
test_speaks_for_marks (void)
{
  static const struct
  {
    const char *property;
    const char *answers;
    const char *mark;
  } cases[] = {
    { "confidentiality", "", NULL },   { "confidentiality", "y", "personal" },
    { "confidentiality", "ny", NULL }, { "confidentiality", "nnnn", NULL },
    { "integrity", "y", "personal" },  { "integrity", "ny", NULL },
    { "availability", "y", NULL },
  };
  g_autoptr (TagaEdition) edition = load ("ipa-3.1");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const one[] = { cases[i].property, NULL };
      g_autoptr (TagaInterview) interview = taga_interview_new (edition, one);

      answer (interview, cases[i].answers);
      g_assert_cmpstr (taga_interview_get_mark (interview, 0), ==, cases[i].mark);
    }
}

static void
test_keeps_words_apart_by_language (void)
{
  g_autoptr (TagaEdition) edition = load ("ipa-3.0");
  const char *const one[] = { "availability", NULL };
  g_autoptr (TagaInterview) interview = taga_interview_new (edition, one);

  answer (interview, "nnn");
  g_assert_cmpint (taga_interview_get_level (interview, 0), ==, 0);
  g_assert_cmpstr (taga_interview_get_reason (interview, 0, FALSE), ==,
                   "If it could not be used, hardly anybody would be harmed.");
  g_assert_cmpstr (taga_interview_get_property (interview, 0), ==, "availability");
  g_assert_cmpstr (taga_interview_get_set (interview, 0)->title[0], ==, "使えなくなったら");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_resources_register (taga_data_get_resource ());

  g_test_add_data_func ("/questions/asks-short-rounds-in-everyday-words/3.1", "ipa-3.1",
                        test_asks_short_rounds_in_everyday_words);
  g_test_add_data_func ("/questions/asks-short-rounds-in-everyday-words/3.0", "ipa-3.0",
                        test_asks_short_rounds_in_everyday_words);
  g_test_add_data_func ("/questions/leads-to-levels/3.1", "ipa-3.1", test_leads_to_levels);
  g_test_add_data_func ("/questions/leads-to-levels/3.0", "ipa-3.0", test_leads_to_levels);
  g_test_add_func ("/questions/goes-back-over-rounds", test_goes_back_over_rounds);
  g_test_add_func ("/questions/speaks-for-marks", test_speaks_for_marks);
  g_test_add_func ("/questions/keeps-words-apart-by-language", test_keeps_words_apart_by_language);

  return g_test_run ();
}
