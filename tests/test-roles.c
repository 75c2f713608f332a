#include <string.h>

#include <glib.h>

#include "data-resources.h"
#include "store-fixture.h"
#include "taga-department.h"
#include "taga-person.h"
#include "taga-role.h"
#include "taga-roles.h"

/* Which roles are filled and by whom, and what is wrong with that. */

static const char *const standing[] = { "responsible", "department", "system", "education",
                                        "inspection" };

static void
add_person (TagaStore *store, const char *name, const char *left_on)
{
  gint64 id = store_fixture_add (store, TAGA_TYPE_PERSON, "name", name, NULL);

  store_fixture_set (store, TAGA_TYPE_PERSON, id, "left-on", left_on);
}

static void
give (TagaStore *store, const char *role, const char *person)
{
  store_fixture_add (store, TAGA_TYPE_ROLE, "item", role, "person", person, NULL);
}

static TagaRoles *
read_roles (TagaStore *store)
{
  g_autoptr (GError) error = NULL;
  TagaRoles *roles = taga_roles_read (store, &error);

  g_assert_no_error (error);
  return roles;
}

static const TagaRoleState *
find_role (const TagaRoles *roles, const char *key)
{
  for (guint i = 0; i < roles->n; i++)
    if (g_str_equal (roles->roles[i].role->key, key))
      return &roles->roles[i];

  g_assert_not_reached ();
}

static void
test_new_file (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaRoles) roles = read_roles (fixture->store);

  g_assert_cmpuint (roles->n_standing, ==, 5);
  g_assert_cmpuint (roles->n_standing_filled, ==, 0);
  g_assert_cmpuint (roles->warnings->len, ==, 0);
  g_assert_null (roles->all_on_one);
  g_assert_true (find_role (roles, "incident-finder")->is_anybody);
  g_assert_false (find_role (roles, "incident-lead")->is_anybody);
  g_assert_false (find_role (roles, "incident-lead")->is_standing);
}

/* One person may have several roles, but not all; a second holder of one of them is enough. */
static void
test_not_everything_on_one (StoreFixture *fixture, gconstpointer data)
{
  add_person (fixture->store, "佐藤 花子", NULL);
  add_person (fixture->store, "伊藤 桜", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (standing); i++)
    {
      g_autoptr (TagaRoles) before = read_roles (fixture->store);

      g_assert_null (before->all_on_one);
      give (fixture->store, standing[i], "1");
    }

  {
    g_autoptr (TagaRoles) roles = read_roles (fixture->store);

    g_assert_cmpuint (roles->n_standing_filled, ==, 5);
    g_assert_cmpstr (roles->all_on_one, ==, "佐藤 花子");
    g_assert_cmpuint (roles->warnings->len, ==, 1);
    g_assert_nonnull (strstr (roles->warnings->pdata[0], "佐藤 花子"));
  }

  give (fixture->store, "inspection", "2");
  {
    g_autoptr (TagaRoles) roles = read_roles (fixture->store);

    g_assert_null (roles->all_on_one);
    g_assert_cmpuint (roles->warnings->len, ==, 0);
    g_assert_cmpuint (find_role (roles, "inspection")->holders->len, ==, 2);
  }
}

static void
test_a_department_may_hold_a_role (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaRoles) roles = NULL;
  const TagaRoleHolder *holder;

  store_fixture_add (fixture->store, TAGA_TYPE_DEPARTMENT, "name", "総務部", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_ROLE, "item", "education", "department", "1", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_ROLE, "item", "system", "note", "募集中", NULL);

  roles = read_roles (fixture->store);
  g_assert_true (find_role (roles, "education")->is_filled);
  holder = g_ptr_array_index (find_role (roles, "education")->holders, 0);
  g_assert_cmpstr (holder->department, ==, "総務部");
  g_assert_null (holder->name);
  g_assert_false (find_role (roles, "system")->is_filled);
  g_assert_cmpuint (roles->n_standing_filled, ==, 1);
}

/* Who has left holds a role no more, from the day on; who is to leave still does. */
static void
test_who_has_left (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaRoles) roles = NULL;

  add_person (fixture->store, "退職 太郎", "2020-03-31");
  add_person (fixture->store, "予定 花子", "2999-03-31");
  give (fixture->store, "responsible", "1");
  give (fixture->store, "system", "2");

  roles = read_roles (fixture->store);
  g_assert_false (find_role (roles, "responsible")->is_filled);
  g_assert_true (find_role (roles, "system")->is_filled);
  g_assert_cmpuint (roles->n_left, ==, 1);
  g_assert_cmpuint (roles->warnings->len, ==, 1);
  g_assert_nonnull (strstr (roles->warnings->pdata[0], "退職 太郎"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_resources_register (taga_data_get_resource ());

#define add(path, test)                                                                            \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down)
  add ("/roles/new-file", test_new_file);
  add ("/roles/not-everything-on-one", test_not_everything_on_one);
  add ("/roles/a-department-may-hold-a-role", test_a_department_may_hold_a_role);
  add ("/roles/who-has-left", test_who_has_left);
#undef add

  return g_test_run ();
}
