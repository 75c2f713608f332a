#include "store-fixture.h"
#include "taga-department.h"
#include "taga-person.h"
#include "taga-value-text.h"

/* Values as cells show and take them: a reference is a name. */

static const TagaField *
get_field (void)
{
  return &taga_record_class_peek (TAGA_TYPE_PERSON)->fields[TAGA_PERSON_DEPARTMENT];
}

static char *
format (StoreFixture *fixture, gint64 id)
{
  const TagaValue value = { NULL, id };

  return taga_value_text_format (fixture->store, get_field (), &value);
}

static void
assert_parsed (StoreFixture *fixture, const char *text, gint64 expected)
{
  g_auto (TagaValue) value = TAGA_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_assert_true (taga_value_text_parse (fixture->store, get_field (), text, &value, &error));
  g_assert_no_error (error);
  g_assert_cmpint (value.number, ==, expected);
}

static void
assert_refused (StoreFixture *fixture, const char *text, const char *why)
{
  g_auto (TagaValue) value = { NULL, 7 };
  g_autoptr (GError) error = NULL;

  g_assert_false (taga_value_text_parse (fixture->store, get_field (), text, &value, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, why));
  g_assert_cmpint (value.number, ==, 7);
}

static void
test_a_reference_is_a_name (StoreFixture *fixture, gconstpointer kind)
{
  gint64 sales = store_fixture_add (fixture->store, TAGA_TYPE_DEPARTMENT, "name", "営業部", NULL);
  gint64 it = store_fixture_add (fixture->store, TAGA_TYPE_DEPARTMENT, "name", "IT 推進室", NULL);
  g_autofree char *shown = format (fixture, sales);
  g_autofree char *nothing = format (fixture, TAGA_UNKNOWN);
  g_autofree char *gone = format (fixture, 4711);

  g_assert_cmpstr (shown, ==, "営業部");
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (gone, ==, "4711");

  assert_parsed (fixture, "営業部", sales);
  assert_parsed (fixture, " ＩＴ推進室 ", it);
  assert_parsed (fixture, "", TAGA_UNKNOWN);
  assert_refused (fixture, "総務部", "not registered");
  assert_refused (fixture, "営業", "not registered");
  assert_refused (fixture, "1", "not registered");
}

/* Two of one name can only be told apart by their numbers. */
static void
test_names_that_two_have (StoreFixture *fixture, gconstpointer kind)
{
  gint64 one = store_fixture_add (fixture->store, TAGA_TYPE_DEPARTMENT, "name", "支店", NULL);
  gint64 two = store_fixture_add (fixture->store, TAGA_TYPE_DEPARTMENT, "name", "支店", NULL);
  g_autofree char *first = format (fixture, one);
  g_autofree char *second = format (fixture, two);

  g_assert_cmpstr (first, !=, second);
  assert_refused (fixture, "支店", "Several");
  assert_parsed (fixture, first, one);
  assert_parsed (fixture, second, two);
}

static void
test_who_left_is_not_offered (StoreFixture *fixture, gconstpointer kind)
{
  const TagaField field = { "person", "Person", TAGA_FIELD_REFERENCE, .domain = "person" };
  g_auto (GStrv) names = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_add (fixture->store, TAGA_TYPE_PERSON, "name", "山田", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_PERSON, "name", "鈴木", "left-on", "2025-03-31",
                     NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_PERSON, "name", "佐藤", NULL);

  names = taga_value_text_list_names (fixture->store, &field, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (names), ==, 2);
  g_assert_cmpstr (names[0], ==, "山田");
  g_assert_cmpstr (names[1], ==, "佐藤");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/value-text/a-reference-is-a-name", StoreFixture, NULL, store_fixture_set_up,
              test_a_reference_is_a_name, store_fixture_tear_down);
  g_test_add ("/value-text/names-that-two-have", StoreFixture, NULL, store_fixture_set_up,
              test_names_that_two_have, store_fixture_tear_down);
  g_test_add ("/value-text/who-left-is-not-offered", StoreFixture, NULL, store_fixture_set_up,
              test_who_left_is_not_offered, store_fixture_tear_down);

  return g_test_run ();
}
