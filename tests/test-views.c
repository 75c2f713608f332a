#include <string.h>

#include "data-resources.h"
#include "store-fixture.h"
#include "taga-asset.h"
#include "taga-cursor.h"
#include "taga-history.h"
#include "taga-query-text.h"
#include "taga-text.h"
#include "taga-view.h"
#include "taga-views.h"

/* Ways to look at a register, by name and as text. */

static TagaRecordClass *
get_class (void)
{
  return taga_record_class_peek (TAGA_TYPE_ASSET);
}

static TagaQuery *
read_query (StoreFixture *fixture, const char *text, GError **error)
{
  return taga_query_from_text (text, get_class (), taga_store_get_edition (fixture->store), error);
}

static void
test_texts_come_back_as_they_went (StoreFixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "{\"version\":1,\"scope\":\"all\"}",
    "{\"version\":1,\"scope\":\"retired\",\"search\":\"図面 \\\"A\\\"\"}",
    "{\"version\":1,\"scope\":\"in-use\",\"filters\":[{\"field\":\"medium\",\"any\":[\"paper\","
    "\"\"]}]}",
    "{\"version\":1,\"scope\":\"in-use\",\"filters\":[{\"field\":\"note\",\"contains\":"
    "\"サーバー\","
    "\"any\":[\"一行目\\n二行目\"]},{\"field\":\"retention\",\"to\":\"2026-03-31\",\"by-end\":true}"
    ","
    "{\"field\":\"reviewed-on\",\"from\":\"2026-01-01\",\"to\":\"2026-12-31\",\"or-blank\":true}],"
    "\"sorts\":[{\"field\":\"risk\",\"descending\":true},{\"field\":\"name\"}]}",
    "{\"version\":1,\"scope\":\"in-use\",\"filters\":[{\"field\":\"my-number\",\"any\":[\"1\"]},"
    "{\"field\":\"confidentiality\",\"from\":\"2\"},{\"field\":\"risk\",\"blank\":false}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TagaQuery) query = read_query (fixture, texts[i], &error);
      g_autofree char *again = NULL;

      g_assert_no_error (error);
      again = taga_query_to_text (query, get_class ());
      g_assert_cmpstr (again, ==, texts[i]);
    }
}

#define HEAD "{\"version\":1,\"scope\":\"all\","

static void
test_what_is_not_known_is_refused (StoreFixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "",
    "x",
    "[]",
    "null",
    "{}",
    "{\"version\":1}",
    "{\"version\":2,\"scope\":\"all\"}",
    "{\"version\":\"1\",\"scope\":\"all\"}",
    "{\"version\":1,\"scope\":\"some\"}",
    "{\"version\":1,\"scope\":\"all\"} x",
    HEAD "\"new\":1}",
    HEAD "\"search\":1}",
    HEAD "\"filters\":{}}",
    HEAD "\"filters\":[1]}",
    HEAD "\"filters\":[{}]}",
    HEAD "\"filters\":[{\"field\":\"no-such-column\",\"contains\":\"x\"}]}",
    HEAD "\"filters\":[{\"field\":\"name\",\"starts\":\"x\"}]}",
    HEAD "\"filters\":[{\"field\":\"name\",\"contains\":\"x\"},{\"field\":\"name\"}]}",
    HEAD "\"filters\":[{\"field\":\"name\",\"from\":\"a\"}]}",
    HEAD "\"filters\":[{\"field\":\"medium\",\"any\":[\"clay-tablet\"]}]}",
    HEAD "\"filters\":[{\"field\":\"medium\",\"any\":[1]}]}",
    HEAD "\"filters\":[{\"field\":\"medium\",\"any\":[]}]}",
    HEAD "\"filters\":[{\"field\":\"confidentiality\",\"any\":[\"9\"]}]}",
    HEAD "\"filters\":[{\"field\":\"confidentiality\",\"any\":[\"2 OR 1\"]}]}",
    HEAD "\"filters\":[{\"field\":\"confidentiality\",\"from\":\"x\"}]}",
    HEAD "\"filters\":[{\"field\":\"reviewed-on\",\"to\":\"2026-02-30\"}]}",
    HEAD "\"filters\":[{\"field\":\"reviewed-on\",\"to\":\"2026/2/3\"}]}",
    HEAD "\"filters\":[{\"field\":\"medium\",\"by-end\":true}]}",
    HEAD "\"filters\":[{\"field\":\"retention\",\"by-end\":1}]}",
    HEAD "\"sorts\":[{\"field\":\"') --\"}]}",
    HEAD "\"sorts\":[{\"field\":\"name\"},{\"field\":\"name\"}]}",
    HEAD "\"search\":\"\\u0000\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TagaQuery) query = read_query (fixture, texts[i], &error);

      g_test_message ("%s", texts[i]);
      g_assert_null (query);
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

static void
test_a_deep_or_long_text_is_refused (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autofree char *many = g_strnfill (40000, 'x');
  g_autofree char *long_text = g_strdup_printf (HEAD "\"search\":\"%s\"}", many);
  g_autoptr (GError) error = NULL;

  g_assert_null (read_query (fixture, deep, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (read_query (fixture, long_text, &error));
  g_assert_nonnull (error);
}

/* The names that a view shows. */
static char *
collect (StoreFixture *fixture, const char *key, const char *today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) views = taga_views_list (fixture->store, TAGA_TYPE_ASSET, today, &error);
  const TagaViewEntry *view = taga_views_find (views, key);
  g_autoptr (TagaCursor) cursor = NULL;
  GString *names = g_string_new (NULL);
  const TagaValue *values;
  gboolean has_row;

  g_assert_nonnull (view);
  g_assert_null (view->problem);
  cursor = taga_cursor_new (fixture->store, TAGA_TYPE_ASSET, view->query, &error);
  g_assert_no_error (error);
  while (taga_cursor_next (cursor, NULL, &values, &has_row, &error) && has_row)
    g_string_append_printf (names, "%s ", values[TAGA_ASSET_NAME].text);

  return g_string_free (names, FALSE);
}

static void
test_ours_show_what_they_say (StoreFixture *fixture, gconstpointer data)
{
  static const char *const cases[][3] = {
    { "unreviewed", "2026-11-22", "a c " },     { "unreviewed", "2026-11-21", "a " },
    { "unreviewed", "2028-02-29", "a b c d " }, { "large", "2026-11-22", "d " },
    { "my-number", "2026-11-22", "c " },        { "overdue", "2026-11-22", "b " },
    { "overdue", "2026-11-01", "b " },          { "overdue", "2026-10-31", "" },
    { "without-values", "2026-11-22", "a b " },
  };
  TagaStore *store = fixture->store;

  store_fixture_add (store, TAGA_TYPE_ASSET, "name", "a", "retention", "7年", NULL);
  store_fixture_add (store, TAGA_TYPE_ASSET, "name", "b", "reviewed-on", "2026-10-01", "retention",
                     "2026年10月末", NULL);
  store_fixture_add (store, TAGA_TYPE_ASSET, "name", "c", "reviewed-on", "2025-11-21", "my-number",
                     "1", NULL);
  store_fixture_add (store, TAGA_TYPE_ASSET, "name", "d", "reviewed-on", "2025-11-22", "medium",
                     "server", "confidentiality", "3", "integrity", "3", "availability", "3",
                     "threat-override", "3", "threat-reason", "実績", "vulnerability-override", "3",
                     "vulnerability-reason", "未対策", NULL);
  store_fixture_add (store, TAGA_TYPE_ASSET, "name", "e", "retired-on", "2026-01-01", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *names = collect (fixture, cases[i][0], cases[i][1]);

      g_test_message ("case %u", i);
      g_assert_cmpstr (names, ==, cases[i][2]);
    }
}

static guint
count_views (StoreFixture *fixture)
{
  return (guint) taga_store_count (fixture->store, TAGA_TYPE_VIEW, NULL);
}

static void
test_views_are_kept_renamed_and_removed (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *names = NULL;
  g_autofree char *key = NULL;
  g_autofree char *shown = NULL;
  gint64 id;

  store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "図面", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "名簿", NULL);
  query->search = g_strdup ("図面");
  g_assert_true (
      taga_views_add (fixture->store, TAGA_TYPE_ASSET, " 図面だけ ", query, &id, &error));
  g_assert_no_error (error);
  store_fixture_reopen (fixture);
  key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  names = collect (fixture, key, "2026-11-22");
  g_assert_cmpstr (names, ==, "図面 ");

  /* Names that look alike would not be told apart. */
  g_assert_false (
      taga_views_add (fixture->store, TAGA_TYPE_ASSET, "図面だけ", query, NULL, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (
      taga_views_add (fixture->store, TAGA_TYPE_ASSET, "large risks", query, NULL, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (taga_views_add (fixture->store, TAGA_TYPE_ASSET, " \t", query, NULL, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpuint (count_views (fixture), ==, 1);

  g_assert_true (taga_views_rename (fixture->store, TAGA_TYPE_ASSET, id, "図面 100%s", &error));
  g_assert_true (taga_views_rename (fixture->store, TAGA_TYPE_ASSET, id, "図面だけ", &error));
  g_free (query->search);
  query->search = g_strdup ("名簿");
  g_assert_true (taga_views_change (fixture->store, TAGA_TYPE_ASSET, id, query, &error));
  shown = collect (fixture, key, "2026-11-22");
  g_assert_cmpstr (shown, ==, "名簿 ");

  g_assert_true (taga_views_remove (fixture->store, id, &error));
  g_assert_cmpuint (count_views (fixture), ==, 0);
  g_assert_true (taga_history_undo (fixture->store, &error));
  g_assert_cmpuint (count_views (fixture), ==, 1);
}

/* What another program wrote is listed, with the reason why it cannot be used. */
static void
test_a_view_that_is_not_understood_is_listed (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) views = NULL;
  g_autofree char *key = NULL;
  const TagaViewEntry *view;
  gint64 id = store_fixture_add (fixture->store, TAGA_TYPE_VIEW, "name", "よその", "register",
                                 "asset", "definition", "{\"version\":1,\"scope\":\"moon\"}", NULL);

  store_fixture_add (fixture->store, TAGA_TYPE_VIEW, "name", "別の台帳", "register", "person",
                     "definition", "{}", NULL);
  views = taga_views_list (fixture->store, TAGA_TYPE_ASSET, "2026-11-22", &error);
  g_assert_no_error (error);
  key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  view = taga_views_find (views, key);
  g_assert_nonnull (view);
  g_assert_cmpstr (view->name, ==, "よその");
  g_assert_null (view->query);
  g_assert_nonnull (strstr (view->problem, "moon"));
  g_assert_cmpuint (views->len, ==, 6);
}

#define ADD(name, func)                                                                            \
  g_test_add (name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_resources_register (taga_data_get_resource ());

  ADD ("/views/texts-come-back-as-they-went", test_texts_come_back_as_they_went);
  ADD ("/views/what-is-not-known-is-refused", test_what_is_not_known_is_refused);
  ADD ("/views/a-deep-or-long-text-is-refused", test_a_deep_or_long_text_is_refused);
  ADD ("/views/ours-show-what-they-say", test_ours_show_what_they_say);
  ADD ("/views/views-are-kept-renamed-and-removed", test_views_are_kept_renamed_and_removed);
  ADD ("/views/a-view-that-is-not-understood-is-listed",
       test_a_view_that_is_not_understood_is_listed);

  return g_test_run ();
}
