#include <glib.h>

#include "data-resources.h"
#include "store-fixture.h"
#include "taga-answer-sheet.h"
#include "taga-round.h"
#include "taga-self-answer.h"
#include "taga-self-check-read.h"

/* The self-check of a round: the sheets of several sites, and what the company comes to. */

static gint64
add_sheet (TagaStore *store, const char *name)
{
  return store_fixture_add (store, TAGA_TYPE_ANSWER_SHEET, "round", "1", "name", name, NULL);
}

static gint64
add_answer (TagaStore *store, gint64 sheet, guint question, int answer)
{
  g_autofree char *of_sheet = g_strdup_printf ("%" G_GINT64_FORMAT, sheet);
  g_autofree char *item = g_strdup_printf ("%u", question);
  g_autofree char *number = g_strdup_printf ("%d", answer);

  return store_fixture_add (store, TAGA_TYPE_SELF_ANSWER, "round", "1", "sheet", of_sheet, "item",
                            item, "answer", number, NULL);
}

static void
add_answers (TagaStore *store, gint64 sheet, guint first, guint last, int answer)
{
  for (guint i = first; i <= last; i++)
    add_answer (store, sheet, i, answer);
}

static TagaSelfCheck *
read_self_check (TagaStore *store)
{
  g_autoptr (GError) error = NULL;
  TagaSelfCheck *self_check = taga_self_check_read (store, taga_store_get_round (store), &error);

  g_assert_no_error (error);
  return self_check;
}

static void
assert_sum (const TagaSelfCheckSum *sum, int points, int most, guint n_answered, guint n_questions)
{
  g_assert_cmpint (sum->points, ==, points);
  g_assert_cmpint (sum->most, ==, most);
  g_assert_cmpuint (sum->n_answered, ==, n_answered);
  g_assert_cmpuint (sum->n_questions, ==, n_questions);
}

/* A new file has a sheet of the whole company; these tests begin without any. */
static void
set_up_without_sheets (StoreFixture *fixture, gconstpointer kind)
{
  store_fixture_set_up (fixture, kind);
  store_fixture_close (fixture);
  store_fixture_exec (fixture->path, "DELETE FROM question; DELETE FROM sheet; "
                                     "DELETE FROM sqlite_sequence WHERE name IN ('sheet', "
                                     "'question')");
  store_fixture_reopen (fixture);
}

static void
test_nobody_answered (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaSelfCheck) self_check = read_self_check (fixture->store);

  g_assert_cmpuint (self_check->sheets->len, ==, 0);
  assert_sum (&self_check->company->total, 0, 100, 0, 25);
  g_assert_cmpuint (self_check->n_parts, ==, 3);
  assert_sum (&self_check->company->parts[0], 0, 20, 0, 5);
  assert_sum (&self_check->company->parts[1], 0, 52, 0, 13);
  assert_sum (&self_check->company->parts[2], 0, 28, 0, 7);
  g_assert_null (self_check->company->reading);
  g_assert_false (self_check->has_mean);
  g_assert_cmpuint (self_check->n_follow_up, ==, 0);
}

/* The readings at their limits, with the edition's own figures. */
static void
test_readings (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    int total;
    const char *reading;
  } rows[] = {
    { -25, "low" }, { -1, "low" },    { 0, "low" },     { 49, "low" },   { 50, "half" },
    { 69, "half" }, { 70, "nearly" }, { 99, "nearly" }, { 100, "full" },
  };
  TagaEdition *edition = taga_store_get_edition (fixture->store);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const TagaChoice *reading = taga_edition_find_reading (edition, rows[i].total);

      g_assert_nonnull (reading);
      g_assert_cmpstr (reading->key, ==, rows[i].reading);
    }
}

/* A total has a reading once its last question is answered, and not before. */
static void
test_a_reading_belongs_to_a_whole_sheet (StoreFixture *fixture, gconstpointer data)
{
  gint64 sheet = add_sheet (fixture->store, "本社");

  add_answers (fixture->store, sheet, 1, 24, 1);
  {
    g_autoptr (TagaSelfCheck) before = read_self_check (fixture->store);

    assert_sum (&before->company->total, 96, 100, 24, 25);
    assert_sum (&before->company->parts[2], 24, 28, 6, 7);
    g_assert_null (before->company->reading);
    g_assert_false (before->has_mean);
  }

  add_answer (fixture->store, sheet, 25, 4);
  {
    g_autoptr (TagaSelfCheck) after = read_self_check (fixture->store);

    assert_sum (&after->company->total, 95, 100, 25, 25);
    g_assert_cmpstr (after->company->reading->key, ==, "nearly");
    g_assert_true (after->has_mean);
    g_assert_cmpint (after->mean, ==, 950);
    g_assert_cmpuint (after->n_follow_up, ==, 1);
    g_assert_cmpstr (after->questions[after->follow_up[0]].key, ==, "25");
  }
}

/* Two sites: question 1 is not done in the factory, 2 nobody there knows, 3 only the factory says.
 */
static void
test_the_company_is_its_weakest_site (StoreFixture *fixture, gconstpointer data)
{
  gint64 office = add_sheet (fixture->store, "本社");
  gint64 factory = add_sheet (fixture->store, "工場");
  g_autoptr (TagaSelfCheck) self_check = NULL;
  const TagaSelfCheckSheet *sheet;

  add_answers (fixture->store, office, 1, 2, 1);
  add_answers (fixture->store, office, 4, 25, 1);
  add_answer (fixture->store, factory, 1, 3);
  add_answer (fixture->store, factory, 2, 4);
  add_answer (fixture->store, factory, 3, 2);

  self_check = read_self_check (fixture->store);
  g_assert_cmpuint (self_check->sheets->len, ==, 2);
  sheet = g_ptr_array_index (self_check->sheets, 0);
  g_assert_cmpstr (sheet->name, ==, "本社");
  assert_sum (&sheet->total, 96, 100, 24, 25);
  g_assert_null (sheet->reading);
  sheet = g_ptr_array_index (self_check->sheets, 1);
  g_assert_cmpint (sheet->id, ==, factory);
  assert_sum (&sheet->total, 1, 100, 3, 25);

  assert_sum (&self_check->company->total, 22 * 4 + 2 - 1 + 0, 100, 25, 25);
  assert_sum (&self_check->company->parts[0], 2 * 4 + 2 - 1 + 0, 20, 5, 5);
  g_assert_cmpstr (self_check->company->reading->key, ==, "nearly");
  g_assert_false (self_check->has_mean);
  g_assert_cmpuint (self_check->n_follow_up, ==, 2);
  g_assert_cmpuint (self_check->follow_up[0], ==, 1);
  g_assert_cmpuint (self_check->follow_up[1], ==, 0);
}

static void
test_other_rounds_stay_out (StoreFixture *fixture, gconstpointer data)
{
  gint64 sheet = add_sheet (fixture->store, "本社");
  g_autoptr (TagaSelfCheck) self_check = NULL;

  add_answers (fixture->store, sheet, 1, 25, 1);
  store_fixture_add (fixture->store, TAGA_TYPE_ROUND, "name", "第2回評価", NULL);
  g_assert_cmpint (taga_store_get_round (fixture->store), ==, 2);

  self_check = read_self_check (fixture->store);
  g_assert_cmpuint (self_check->sheets->len, ==, 0);
  g_assert_cmpuint (self_check->company->total.n_answered, ==, 0);
}

/* What another program put into the file is not counted, and said to be there. */
static void
test_foreign_answers_are_told (StoreFixture *fixture, gconstpointer data)
{
  gint64 sheet = add_sheet (fixture->store, "本社");
  g_autoptr (TagaSelfCheck) self_check = NULL;

  add_answers (fixture->store, sheet, 1, 2, 1);
  store_fixture_close (fixture);
  store_fixture_exec (fixture->path,
                      "INSERT INTO question (round, sheet, item, answer) VALUES "
                      "(1, 1, '26', 1), (1, 1, CAST (X'FF' AS TEXT), 1), (1, 1, '3', 77)");
  store_fixture_reopen (fixture);

  self_check = read_self_check (fixture->store);
  assert_sum (&self_check->company->total, 8, 100, 2, 25);
  g_assert_cmpuint (self_check->n_foreign, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_resources_register (taga_data_get_resource ());

#define add(path, test)                                                                            \
  g_test_add (path, StoreFixture, NULL, set_up_without_sheets, test, store_fixture_tear_down)
  add ("/self-check-read/nobody-answered", test_nobody_answered);
  add ("/self-check-read/readings", test_readings);
  add ("/self-check-read/a-reading-belongs-to-a-whole-sheet",
       test_a_reading_belongs_to_a_whole_sheet);
  add ("/self-check-read/the-company-is-its-weakest-site", test_the_company_is_its_weakest_site);
  add ("/self-check-read/other-rounds-stay-out", test_other_rounds_stay_out);
  add ("/self-check-read/foreign-answers-are-told", test_foreign_answers_are_told);
#undef add

  return g_test_run ();
}
