#include "store-fixture.h"
#include "taga-contact-advice.h"
#include "taga-contact.h"
#include "taga-history.h"
#include "taga-person.h"
#include "taga-role.h"

/* Whom an emergency contact list should have. */

static const char *
get (GPtrArray *contacts, guint i, guint field)
{
  return taga_record_get_text (g_ptr_array_index (contacts, i), field);
}

static GPtrArray *
list (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *contacts = taga_contact_advice_list (fixture->store, &error);

  g_assert_no_error (error);
  return contacts;
}

/* No number is made up: it would be called in an accident. */
static void
test_an_empty_list_is_advised (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (GPtrArray) contacts = list (fixture);

  g_assert_cmpuint (contacts->len, ==, 7);
  g_assert_cmpstr (get (contacts, 0, TAGA_CONTACT_KIND), ==, "inside");
  for (guint i = 0; i < contacts->len; i++)
    {
      g_assert_nonnull (get (contacts, i, TAGA_CONTACT_PURPOSE));
      g_assert_null (get (contacts, i, TAGA_CONTACT_PHONE));
      g_assert_null (get (contacts, i, TAGA_CONTACT_MAIL));
    }
}

static void
test_holders_of_roles_come_first (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (GPtrArray) contacts = NULL;

  store_fixture_add (fixture->store, TAGA_TYPE_PERSON, "name", "山田", "phone", "03-0000-0000",
                     NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_PERSON, "name", "鈴木", "left-on", "2025-03-31",
                     NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_ROLE, "item", "responsible", "person", "1", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_ROLE, "item", "incident-lead", "person", "1", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_ROLE, "item", "system", "person", "2", NULL);

  contacts = list (fixture);
  g_assert_cmpuint (contacts->len, ==, 7);
  g_assert_cmpstr (get (contacts, 0, TAGA_CONTACT_NAME), ==, "山田");
  g_assert_cmpstr (get (contacts, 0, TAGA_CONTACT_PHONE), ==, "03-0000-0000");
  g_assert_cmpstr (get (contacts, 1, TAGA_CONTACT_KIND), ==, "system");
}

/* All that is chosen is one step, and is not advised again. */
static void
test_what_is_added_is_one_step (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (GPtrArray) contacts = list (fixture);
  g_autoptr (GPtrArray) rest = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (taga_contact_advice_add (fixture->store, contacts, &error));
  g_assert_no_error (error);
  g_assert_cmpint (taga_store_count (fixture->store, TAGA_TYPE_CONTACT, NULL), ==, 7);
  rest = list (fixture);
  g_assert_cmpuint (rest->len, ==, 0);

  g_assert_true (taga_history_undo (fixture->store, NULL));
  g_assert_cmpint (taga_store_count (fixture->store, TAGA_TYPE_CONTACT, NULL), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/contact-advice/an-empty-list-is-advised", StoreFixture, NULL, store_fixture_set_up,
              test_an_empty_list_is_advised, store_fixture_tear_down);
  g_test_add ("/contact-advice/holders-of-roles-come-first", StoreFixture, NULL,
              store_fixture_set_up, test_holders_of_roles_come_first, store_fixture_tear_down);
  g_test_add ("/contact-advice/what-is-added-is-one-step", StoreFixture, NULL, store_fixture_set_up,
              test_what_is_added_is_one_step, store_fixture_tear_down);

  return g_test_run ();
}
