#include "data-resources.h"
#include "store-fixture.h"
#include "taga-action.h"
#include "taga-asset.h"
#include "taga-history.h"
#include "taga-record-list.h"
#include "taga-registers.h"
#include "taga-store-private.h"

/* What the list told, one "position-removed+added" after the other. */
static void
items_changed_cb (GListModel *list, guint position, guint removed, guint added, GString *told)
{
  g_string_append_printf (told, "%s%u-%u+%u", told->len > 0 ? " " : "", position, removed, added);
}

#define assert_told(told, expected)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_cmpstr ((told)->str, ==, (expected));                                                 \
    g_string_truncate ((told), 0);                                                                 \
  }                                                                                                \
  G_STMT_END

static gint64
add (TagaStore *store, const char *name, const char *medium)
{
  return store_fixture_add (store, TAGA_TYPE_ASSET, "name", name, "medium", medium, NULL);
}

static void
add_many (TagaStore *store, guint n)
{
  g_autoptr (GError) error = NULL;
  TagaValue *values = taga_values_new (TAGA_ASSET_N_FIELDS);

  values[TAGA_ASSET_NAME].text = g_strdup ("帳票");
  g_assert_true (taga_store_begin (store, "たくさん", &error));
  for (guint i = 0; i < n; i++)
    g_assert_true (taga_store_insert (store, TAGA_TYPE_ASSET, values, NULL, &error));
  g_assert_true (taga_store_commit (store, &error));
  taga_values_free (values, TAGA_ASSET_N_FIELDS);
}

static TagaRecordList *
list_assets (TagaStore *store, TagaScope scope, GString *told)
{
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autoptr (GError) error = NULL;
  TagaRecordList *list = taga_record_list_new (store, TAGA_TYPE_ASSET);

  query->scope = scope;
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  taga_record_list_set_query (list, query, &error);
  g_assert_no_error (error);
  if (told != NULL)
    g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), told);

  return list;
}

static guint
count (TagaRecordList *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

static void
test_shows_what_the_query_gives (StoreFixture *fixture, gconstpointer data)
{
  gint64 first = add (fixture->store, "a", "paper");
  gint64 second = add (fixture->store, "b", "server");
  g_autoptr (TagaRecordList) list = list_assets (fixture->store, TAGA_SCOPE_ALL, NULL);
  g_autoptr (TagaRecord) item = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_autoptr (TagaRecord) same =
      taga_store_get_record (fixture->store, TAGA_TYPE_ASSET, second, NULL);

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (list)) == TAGA_TYPE_ASSET);
  g_assert_cmpuint (count (list), ==, 2);
  g_assert_true (item == same);
  g_assert_cmpint (taga_record_list_get_id (list, 0), ==, first);
  g_assert_cmpint (taga_record_list_get_id (list, 1), ==, second);
  g_assert_cmpint (taga_record_list_get_id (list, 2), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 2));
  g_assert_cmpint (taga_record_list_find (list, second), ==, 1);
  g_assert_cmpint (taga_record_list_find (list, 99), ==, -1);
}

/* However much a search hides. */
static void
test_counts_its_scope (StoreFixture *fixture, gconstpointer data)
{
  static const guint expected[] = {
    [TAGA_SCOPE_ALL] = 3, [TAGA_SCOPE_IN_USE] = 2, [TAGA_SCOPE_RETIRED] = 1
  };
  gint64 id = add (fixture->store, "a", "paper");

  add (fixture->store, "b", "paper");
  add (fixture->store, "c", "paper");
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, id, "retired-on", "2026-01-01");
  for (guint scope = 0; scope < G_N_ELEMENTS (expected); scope++)
    {
      g_autoptr (TagaRecordList) list = list_assets (fixture->store, (TagaScope) scope, NULL);
      g_autoptr (TagaQuery) query = taga_query_copy (taga_record_list_get_query (list));
      g_autoptr (GError) error = NULL;

      query->search = g_strdup ("no such thing");
      g_assert_true (taga_record_list_set_query (list, query, &error));
      g_assert_cmpuint (count (list), ==, 0);
      g_assert_cmpuint (taga_record_list_count_scope (list), ==, expected[scope]);
    }
}

static void
test_tells_what_comes_and_goes (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaRecordList) list = NULL;
  gint64 id;

  for (guint i = 0; i < 4; i++)
    id = add (fixture->store, "a", "paper");
  list = list_assets (fixture->store, TAGA_SCOPE_ALL, told);

  add (fixture->store, "new", "paper");
  assert_told (told, "4-0+1");

  g_assert_true (taga_action_remove (fixture->store, TAGA_TYPE_ASSET, id - 1, &error));
  assert_told (told, "2-1+0");
  g_assert_cmpint (taga_record_list_find (list, id), ==, 2);
  g_assert_cmpint (taga_record_list_find (list, id - 1), ==, -1);

  /* Back at its place. */
  g_assert_true (taga_history_undo (fixture->store, &error));
  assert_told (told, "2-0+1");
  g_assert_cmpint (taga_record_list_find (list, id), ==, 3);
  g_assert_true (taga_history_redo (fixture->store, &error));
  assert_told (told, "2-1+0");

  /* A changed record tells it itself; other registers are no concern of the list. */
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, id, "name", "b");
  store_fixture_set (fixture->store, taga_registers_find ("round"), 1, "name", "第1回");
  assert_told (told, "");
  g_assert_cmpuint (count (list), ==, 4);
  g_assert_no_error (error);
}

static void
test_new_query_is_told_in_two_steps (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaRecordList) list = NULL;
  const TagaSort sort = { TAGA_ASSET_NAME, TRUE };
  gint64 first = add (fixture->store, "a", "paper");

  add (fixture->store, "b", "paper");
  list = list_assets (fixture->store, TAGA_SCOPE_ALL, told);
  g_array_append_val (query->sorts, sort);
  g_assert_true (taga_record_list_set_query (list, query, &error));
  assert_told (told, "0-2+0 0-0+2");
  g_assert_cmpint (taga_record_list_find (list, first), ==, 1);
  g_assert_cmpuint (taga_record_list_get_query (list)->sorts->len, ==, 1);

  /* What comes new to a sorted list stands at its end, until it is sorted again. */
  add (fixture->store, "c", "paper");
  assert_told (told, "2-0+1");
  g_assert_true (taga_record_list_set_query (list, taga_record_list_get_query (list), &error));
  assert_told (told, "0-3+0 0-0+3");
  g_assert_cmpint (taga_record_list_find (list, first), ==, 2);

  taga_query_set_filter (query, taga_filter_new (TAGA_ASSET_NAME));
  ((TagaFilter *) taga_query_get_filter (query, TAGA_ASSET_NAME))->contains = g_strdup ("z");
  g_assert_true (taga_record_list_set_query (list, query, &error));
  assert_told (told, "0-3+0");
  g_assert_true (taga_record_list_set_query (list, query, &error));
  assert_told (told, "");
  g_assert_no_error (error);
}

static void
test_retired_assets_leave_and_return (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GString) told_retired = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaRecordList) list = NULL;
  g_autoptr (TagaRecordList) retired = NULL;
  gint64 ids[3];

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = add (fixture->store, "a", "paper");
  list = list_assets (fixture->store, TAGA_SCOPE_IN_USE, told);
  retired = list_assets (fixture->store, TAGA_SCOPE_RETIRED, told_retired);

  g_assert_true (taga_action_retire (fixture->store, &ids[1], 1, TRUE, &error));
  assert_told (told, "1-1+0");
  assert_told (told_retired, "0-0+1");
  g_assert_true (taga_action_retire (fixture->store, &ids[1], 1, FALSE, &error));
  assert_told (told, "1-0+1");
  assert_told (told_retired, "0-1+0");

  /* What comes new belongs to one of the two as well. */
  add (fixture->store, "new", "paper");
  assert_told (told, "3-0+1");
  assert_told (told_retired, "");
  store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "old", "retired-on", "2020-03-31",
                     NULL);
  assert_told (told, "");
  assert_told (told_retired, "0-0+1");
  g_assert_true (taga_history_undo (fixture->store, &error));
  assert_told (told, "");
  assert_told (told_retired, "0-1+0");
  g_assert_no_error (error);
}

/* A row that the filter hides must not appear because something in it changed. */
static void
test_changes_do_not_bring_hidden_rows (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaRecordList) list = NULL;
  TagaFilter *filter = taga_filter_new (TAGA_ASSET_MEDIUM);
  gint64 shown = add (fixture->store, "shown", "paper");
  gint64 hidden = add (fixture->store, "hidden", "server");

  filter->keys = g_strsplit ("paper", "|", -1);
  taga_query_set_filter (query, filter);
  query->scope = TAGA_SCOPE_IN_USE;
  list = list_assets (fixture->store, TAGA_SCOPE_IN_USE, told);
  g_assert_true (taga_record_list_set_query (list, query, &error));
  assert_told (told, "0-2+0 0-0+1");

  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, hidden, "note", "控え");
  assert_told (told, "");
  g_assert_true (taga_history_undo (fixture->store, &error));
  assert_told (told, "");

  /* What is shown stays, although the filter would no longer take it. */
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, shown, "medium", "server");
  assert_told (told, "");

  /* Retired and restored, a row that the filter takes comes back, and another does not. */
  g_assert_true (taga_history_undo (fixture->store, &error));
  g_assert_true (taga_action_retire (fixture->store, (gint64[]){ shown, hidden }, 2, TRUE, &error));
  assert_told (told, "0-1+0");
  g_assert_true (taga_history_undo (fixture->store, &error));
  assert_told (told, "0-0+1");
  g_assert_cmpint (taga_record_list_find (list, shown), ==, 0);
  g_assert_cmpint (taga_record_list_find (list, hidden), ==, -1);
  g_assert_no_error (error);
}

static void
test_many_changes_are_asked_for_anew (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaRecordList) list = NULL;

  add (fixture->store, "a", "paper");
  list = list_assets (fixture->store, TAGA_SCOPE_ALL, told);
  add_many (fixture->store, 500);
  assert_told (told, "0-1+0 0-0+501");
  g_assert_true (taga_history_undo (fixture->store, &error));
  assert_told (told, "0-501+0 0-0+1");
  g_assert_no_error (error);
}

static void
test_other_programs_rows_arrive_with_a_refresh (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaRecordList) list = NULL;
  g_autoptr (TagaRecord) gone = NULL;

  add (fixture->store, "a", "paper");
  add (fixture->store, "b", "paper");
  list = list_assets (fixture->store, TAGA_SCOPE_ALL, told);
  store_fixture_exec (fixture->path, "DELETE FROM asset WHERE name = 'b'");
  assert_told (told, "");

  /* Until then the row is there, and empty. */
  gone = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_true (TAGA_IS_ASSET (gone));
  g_assert_null (taga_record_get_text (gone, TAGA_ASSET_NAME));

  g_assert_true (taga_store_refresh (fixture->store, &error));
  assert_told (told, "0-2+0 0-0+1");
  g_assert_no_error (error);
}

static void
test_long_list_keeps_few_records (StoreFixture *fixture, gconstpointer data)
{
  const guint most = 256;
  g_autoptr (TagaRecordList) list = NULL;
  GHashTable *alive;

  add_many (fixture->store, 1000);
  list = list_assets (fixture->store, TAGA_SCOPE_ALL, NULL);
  g_assert_cmpuint (count (list), ==, 1000);
  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (TagaRecord) record = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_cmpint (taga_record_get_id (record), ==, taga_record_list_get_id (list, i));
    }

  alive = g_hash_table_lookup (fixture->store->live, GSIZE_TO_POINTER (TAGA_TYPE_ASSET));
  g_assert_cmpuint (g_hash_table_size (alive), ==, most);

  g_assert_finalize_object (g_steal_pointer (&list));
  g_assert_cmpuint (g_hash_table_size (alive), ==, 0);
}

#define ADD(name, func)                                                                            \
  g_test_add (name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_resources_register (taga_data_get_resource ());

  ADD ("/record-list/shows-what-the-query-gives", test_shows_what_the_query_gives);
  ADD ("/record-list/counts-its-scope", test_counts_its_scope);
  ADD ("/record-list/tells-what-comes-and-goes", test_tells_what_comes_and_goes);
  ADD ("/record-list/new-query-is-told-in-two-steps", test_new_query_is_told_in_two_steps);
  ADD ("/record-list/retired-assets-leave-and-return", test_retired_assets_leave_and_return);
  ADD ("/record-list/changes-do-not-bring-hidden-rows", test_changes_do_not_bring_hidden_rows);
  ADD ("/record-list/many-changes-are-asked-for-anew", test_many_changes_are_asked_for_anew);
  ADD ("/record-list/other-programs-rows-arrive-with-a-refresh",
       test_other_programs_rows_arrive_with_a_refresh);
  ADD ("/record-list/long-list-keeps-few-records", test_long_list_keeps_few_records);

  return g_test_run ();
}
