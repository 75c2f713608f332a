#include "stocktake-fixture.h"

#include <string.h>

#include "taga-asset.h"
#include "taga-date.h"
#include "taga-history.h"
#include "taga-stocktake-item.h"
#include "taga-stocktake-mark.h"
#include "taga-stocktake-merge.h"
#include "taga-stocktake-progress.h"
#include "taga-stocktake-run.h"
#include "taga-stocktake-sent.h"
#include "taga-stocktake.h"

/* Stock-taking without workbooks: starting, marking, closing, and the rules of the merge. */

static void
set_up (StoreFixture *fixture, gconstpointer kind)
{
  store_fixture_set_up (fixture, kind);
  stocktake_fixture_fill (fixture->store);
  taga_store_set_person (fixture->store, "山田");
}

static gint64
start (StoreFixture *fixture, const char *const *departments)
{
  g_autoptr (GError) error = NULL;
  gint64 run = 0;

  g_assert_true (
      taga_stocktake_start (fixture->store, "2030-12-15", departments, NULL, &run, &error));
  g_assert_no_error (error);
  g_assert_cmpint (run, >, 0);

  return run;
}

static void
mark (StoreFixture *fixture, gint64 id, const char *state)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (taga_stocktake_mark (fixture->store, &id, 1, state, &error));
  g_assert_no_error (error);
}

/* Says how far the open stock-taking is: "department items/open/confirmed/changed/retired+new". */
static char *
describe (TagaStore *store)
{
  g_autoptr (GError) error = NULL;
  gint64 run = taga_stocktake_find_open (store, &error);
  g_autoptr (GPtrArray) progress = taga_stocktake_get_progress (store, run, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < progress->len; i++)
    {
      const TagaStocktakeProgress *row = g_ptr_array_index (progress, i);

      g_string_append_printf (text, "%s%s %u/%u/%u/%u/%u+%u", i == 0 ? "" : ", ",
                              *row->department == '\0' ? "-" : row->department, row->n_items,
                              row->n_open, row->n_confirmed, row->n_changed, row->n_retired,
                              row->n_new);
    }

  return g_string_free (text, FALSE);
}

#define assert_progress(fixture, expected)                                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *is_ = describe ((fixture)->store);                                            \
    g_assert_cmpstr (is_, ==, expected);                                                           \
  }                                                                                                \
  G_STMT_END

static void
assert_value (StoreFixture *fixture, GType type, gint64 id, const char *field, const char *expected)
{
  g_autofree char *is = store_fixture_get (fixture->store, type, id, field);

  g_assert_cmpstr (is, ==, expected);
}

static void
test_starts (StoreFixture *fixture, gconstpointer kind)
{
  g_autofree char *today = taga_date_today ();
  g_autoptr (GError) error = NULL;
  gint64 run = start (fixture, NULL);

  /* The asset that was retired before takes no part. */
  assert_progress (fixture, "営業部 3/3/0/0/0+0, 総務部 1/1/0/0/0+0, - 1/1/0/0/0+0");
  assert_value (fixture, TAGA_TYPE_STOCKTAKE, run, "started-on", today);
  assert_value (fixture, TAGA_TYPE_STOCKTAKE, run, "due-on", "2030-12-15");
  assert_value (fixture, TAGA_TYPE_STOCKTAKE_ITEM, 1, "name", "顧客名簿");

  g_assert_false (taga_stocktake_start (fixture->store, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_EXISTS);
  store_fixture_assert_plain (error);

  /* One step. */
  g_assert_true (taga_history_undo (fixture->store, NULL));
  g_assert_cmpint (taga_stocktake_find_open (fixture->store, NULL), ==, 0);
  g_assert_cmpint (taga_store_count (fixture->store, TAGA_TYPE_STOCKTAKE_ITEM, NULL), ==, 0);
  g_assert_true (taga_history_redo (fixture->store, NULL));
  g_assert_cmpint (taga_stocktake_find_open (fixture->store, NULL), ==, run);
  store_fixture_assert_whole (fixture->store);
}

static void
test_chooses_departments (StoreFixture *fixture, gconstpointer kind)
{
  const char *const some[] = { "総務部", "", NULL };
  const char *const wrong[] = { "総務部", "経理部", NULL };
  g_autoptr (GPtrArray) departments = taga_stocktake_list_departments (fixture->store, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (departments->len, ==, 3);
  g_assert_cmpstr (((TagaStocktakeDepartment *) departments->pdata[2])->name, ==, "");
  g_assert_cmpuint (((TagaStocktakeDepartment *) departments->pdata[0])->n_assets, ==, 3);

  g_assert_false (taga_stocktake_start (fixture->store, NULL, wrong, NULL, NULL, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "経理部"));
  g_assert_cmpint (taga_store_count (fixture->store, TAGA_TYPE_STOCKTAKE, NULL), ==, 0);

  start (fixture, some);
  assert_progress (fixture, "総務部 1/1/0/0/0+0, - 1/1/0/0/0+0");
}

static void
test_nothing_to_take_stock_of (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (GError) error = NULL;
  const gint64 ids[] = { 1, 2, 3, 4, 5 };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    store_fixture_set (fixture->store, TAGA_TYPE_ASSET, ids[i], "retired-on", "2026-01-01");
  g_assert_false (taga_stocktake_start (fixture->store, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND);
  store_fixture_assert_plain (error);
  g_assert_cmpint (taga_store_count (fixture->store, TAGA_TYPE_STOCKTAKE, NULL), ==, 0);
}

static void
test_stops (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (taga_stocktake_start (fixture->store, NULL, NULL, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (taga_store_count (fixture->store, TAGA_TYPE_STOCKTAKE, NULL), ==, 0);
}

static void
test_marks (StoreFixture *fixture, gconstpointer kind)
{
  g_autofree char *today = taga_date_today ();
  const gint64 both[] = { 2, 3 };
  g_autoptr (GError) error = NULL;

  start (fixture, NULL);
  mark (fixture, 1, "confirmed");
  assert_value (fixture, TAGA_TYPE_ASSET, 1, "reviewed-on", today);
  assert_value (fixture, TAGA_TYPE_STOCKTAKE_ITEM, 1, "checked-on", today);
  assert_value (fixture, TAGA_TYPE_STOCKTAKE_ITEM, 1, "checked-by", "山田");
  assert_value (fixture, TAGA_TYPE_STOCKTAKE_ITEM, 1, "state", "confirmed");

  g_assert_true (taga_stocktake_mark (fixture->store, both, 2, "retired", &error));
  g_assert_no_error (error);
  assert_value (fixture, TAGA_TYPE_ASSET, 2, "retired-on", today);
  assert_value (fixture, TAGA_TYPE_ASSET, 3, "retired-on", today);
  mark (fixture, 4, "changed");
  assert_value (fixture, TAGA_TYPE_ASSET, 4, "reviewed-on", today);
  assert_progress (fixture, "営業部 3/0/1/0/2+0, 総務部 1/0/0/1/0+0, - 1/1/0/0/0+0");

  /* A mark that is taken back. */
  mark (fixture, 4, "open");
  assert_value (fixture, TAGA_TYPE_STOCKTAKE_ITEM, 4, "checked-by", NULL);
  assert_progress (fixture, "営業部 3/0/1/0/2+0, 総務部 1/1/0/0/0+0, - 1/1/0/0/0+0");

  /* Each a step of its own; two assets marked at once are one. */
  for (guint i = 0; i < 3; i++)
    g_assert_true (taga_history_undo (fixture->store, NULL));
  assert_progress (fixture, "営業部 3/2/1/0/0+0, 総務部 1/1/0/0/0+0, - 1/1/0/0/0+0");
  assert_value (fixture, TAGA_TYPE_ASSET, 2, "retired-on", NULL);
  store_fixture_assert_whole (fixture->store);
}

static void
test_marks_nothing_without_a_run (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (GError) error = NULL;
  const gint64 ids[] = { 1, 999 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_false (taga_stocktake_mark (fixture->store, ids, 1, "confirmed", &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND);
  store_fixture_assert_plain (error);
  g_clear_error (&error);

  start (fixture, NULL);
  before = store_fixture_digest (fixture->path, TRUE);
  g_assert_false (taga_stocktake_mark (fixture->store, ids, 2, "confirmed", &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (taga_stocktake_mark (fixture->store, ids, 1, "lost", &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID);
  after = store_fixture_digest (fixture->path, TRUE);
  g_assert_cmpstr (after, ==, before);
}

static void
test_new_assets (StoreFixture *fixture, gconstpointer kind)
{
  const char *const some[] = { "営業部", NULL };
  g_autoptr (GError) error = NULL;
  gint64 outside;
  guint n = 0;

  start (fixture, some);
  store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "名刺", "department", "営業部", NULL);
  outside = store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "契約書", "department",
                               "総務部", NULL);
  assert_progress (fixture, "営業部 3/3/0/0/0+1");

  /* Those of departments that take no part stay out. */
  g_assert_true (taga_stocktake_add_new (fixture->store, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  assert_progress (fixture, "営業部 4/4/0/0/0+0");
  g_assert_false (taga_stocktake_add_new (fixture->store, &n, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND);

  /* Who marks one all the same makes it part of it, also if it is named twice. */
  {
    const gint64 twice[] = { outside, outside };

    g_clear_error (&error);
    g_assert_true (taga_stocktake_mark (fixture->store, twice, 2, "confirmed", &error));
    g_assert_no_error (error);
  }
  assert_progress (fixture, "営業部 4/4/0/0/0+0, 総務部 1/0/1/0/0+1");
}

/* What was retired or removed on the register's page needs no answer any more. */
static void
test_gone_meanwhile (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (GError) error = NULL;

  start (fixture, NULL);
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, 1, "retired-on", "2026-05-01");
  g_assert_true (taga_store_begin (fixture->store, "Remove", &error));
  g_assert_true (taga_store_remove (fixture->store, TAGA_TYPE_ASSET, 4, &error));
  g_assert_true (taga_store_commit (fixture->store, &error));
  g_assert_no_error (error);
  assert_progress (fixture, "営業部 3/2/0/0/1+0, 総務部 1/0/0/0/1+0, - 1/1/0/0/0+0");
  assert_value (fixture, TAGA_TYPE_STOCKTAKE_ITEM, 4, "name", "給与台帳");
  store_fixture_assert_whole (fixture->store);
}

static void
test_closes (StoreFixture *fixture, gconstpointer kind)
{
  g_autofree char *today = taga_date_today ();
  g_autoptr (GError) error = NULL;
  gint64 run = start (fixture, NULL);

  g_assert_true (taga_stocktake_close (fixture->store, &error));
  g_assert_no_error (error);
  assert_value (fixture, TAGA_TYPE_STOCKTAKE, run, "closed-on", today);
  g_assert_cmpint (taga_stocktake_find_open (fixture->store, NULL), ==, 0);
  g_assert_false (taga_stocktake_close (fixture->store, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND);

  /* The next one takes in all again. */
  start (fixture, NULL);
  assert_progress (fixture, "営業部 3/3/0/0/0+0, 総務部 1/1/0/0/0+0, - 1/1/0/0/0+0");
  g_assert_true (taga_history_undo (fixture->store, NULL));
  g_assert_true (taga_history_undo (fixture->store, NULL));
  g_assert_cmpint (taga_stocktake_find_open (fixture->store, NULL), ==, run);
}

/* All combinations of what was sent, came back and is there now; "-" is not known what was sent. */
static void
test_merges_by_three (void)
{
  static const struct
  {
    const char *base, *theirs, *ours;
    TagaMerge merge;
  } rules[] = {
    /* nobody, only they, only we, both alike, both differently */
    { "a", "a", "a", TAGA_MERGE_NOTHING },
    { "a", "b", "a", TAGA_MERGE_TAKE },
    { "a", "a", "b", TAGA_MERGE_NOTHING },
    { "a", "b", "b", TAGA_MERGE_NOTHING },
    { "a", "b", "c", TAGA_MERGE_CONFLICT },
    /* the same with nothing there at first */
    { NULL, NULL, NULL, TAGA_MERGE_NOTHING },
    { NULL, "b", NULL, TAGA_MERGE_TAKE },
    { NULL, NULL, "b", TAGA_MERGE_NOTHING },
    { NULL, "b", "b", TAGA_MERGE_NOTHING },
    { NULL, "b", "c", TAGA_MERGE_CONFLICT },
    /* emptied */
    { "a", NULL, "a", TAGA_MERGE_TAKE },
    { "a", "a", NULL, TAGA_MERGE_NOTHING },
    { "a", NULL, NULL, TAGA_MERGE_NOTHING },
    { "a", NULL, "c", TAGA_MERGE_CONFLICT },
    { "a", "b", NULL, TAGA_MERGE_CONFLICT },
    /* unknown */
    { "-", "a", "a", TAGA_MERGE_NOTHING },
    { "-", "a", "b", TAGA_MERGE_CONFLICT },
    { "-", "a", NULL, TAGA_MERGE_CONFLICT },
    { "-", NULL, "a", TAGA_MERGE_NOTHING },
    { "-", NULL, NULL, TAGA_MERGE_NOTHING },
    /* what nobody sees is no change */
    { " a ", "a", " a ", TAGA_MERGE_NOTHING },
    { " a ", "a", "b", TAGA_MERGE_NOTHING },
    { "", NULL, "", TAGA_MERGE_NOTHING },
  };
  const TagaField field = { "name", "Name", TAGA_FIELD_TEXT };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      const TagaValue base = { (char *) rules[i].base, TAGA_UNKNOWN };
      const TagaValue theirs = { (char *) rules[i].theirs, TAGA_UNKNOWN };
      const TagaValue ours = { (char *) rules[i].ours, TAGA_UNKNOWN };
      gboolean is_unknown = g_strcmp0 (rules[i].base, "-") == 0;

      g_test_message ("rule %u", i);
      g_assert_cmpint (taga_stocktake_merge (&field, is_unknown ? NULL : &base, &theirs, &ours), ==,
                       rules[i].merge);
    }
}

static void
test_merges_marks_and_levels (void)
{
  static const struct
  {
    TagaFieldKind kind;
    int base, theirs, ours;
    TagaMerge merge;
  } rules[] = {
    { TAGA_FIELD_MARK, 0, 1, 0, TAGA_MERGE_TAKE },
    { TAGA_FIELD_MARK, 1, 0, 1, TAGA_MERGE_TAKE },
    { TAGA_FIELD_MARK, 1, 1, 0, TAGA_MERGE_NOTHING },
    { TAGA_FIELD_MARK, 0, 1, 1, TAGA_MERGE_NOTHING },
    { TAGA_FIELD_MARK, -1, 0, 0, TAGA_MERGE_NOTHING },
    { TAGA_FIELD_MARK, -2, 0, 1, TAGA_MERGE_CONFLICT },
    { TAGA_FIELD_LEVEL, 1, 2, 1, TAGA_MERGE_TAKE },
    { TAGA_FIELD_LEVEL, 1, 2, 3, TAGA_MERGE_CONFLICT },
    { TAGA_FIELD_LEVEL, 1, -1, 1, TAGA_MERGE_TAKE },
    { TAGA_FIELD_LEVEL, -1, 0, -1, TAGA_MERGE_TAKE },
    { TAGA_FIELD_LEVEL, -2, -1, 2, TAGA_MERGE_NOTHING },
    { TAGA_FIELD_LEVEL, -2, 3, 2, TAGA_MERGE_CONFLICT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      const TagaField field = { "x", "X", rules[i].kind };
      const TagaValue base = { NULL, rules[i].base };
      const TagaValue theirs = { NULL, rules[i].theirs };
      const TagaValue ours = { NULL, rules[i].ours };

      g_test_message ("rule %u", i);
      g_assert_cmpint (
          taga_stocktake_merge (&field, rules[i].base == -2 ? NULL : &base, &theirs, &ours), ==,
          rules[i].merge);
    }
}

static void
test_keys (void)
{
  static const char *const wrong[] = {
    "",
    "1234abcd",
    "1234abcd-",
    "1234abcd-1",
    "1234abcd-0-1",
    "1234abcd-1-0",
    "1234abcd--1-1",
    "1234abcd-1-1-1",
    "1234abc-1-1",
    "1234abcd-x-1",
    "1234abcd-99999999999999999999-1",
    "1234abcd-4294967297-1",
    "営業部",
  };
  g_autofree char *text = taga_stocktake_key_to_text ("1234abcd", 17, 2);
  g_autofree char *huge = g_strnfill (100000, '9');
  TagaStocktakeKey key;

  g_assert_true (taga_stocktake_key_parse (text, &key));
  g_assert_cmpstr (key.code, ==, "1234abcd");
  g_assert_cmpint (key.asset, ==, 17);
  g_assert_cmpint (key.sending, ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (taga_stocktake_key_parse (wrong[i], &key));
  g_assert_false (taga_stocktake_key_parse (huge, &key));
  g_assert_false (taga_stocktake_key_parse (NULL, &key));
}

static void
test_sent_is_kept (void)
{
  TagaValue *values = taga_values_new (TAGA_ASSET_N_FIELDS);
  TagaValue *back;
  g_autofree char *text = NULL;
  g_autofree char *too_long = NULL;
  g_autofree char *deep = g_strnfill (30000, '[');
  g_autofree char *nested = g_strconcat ("{\"name\":", deep, NULL);

  values[TAGA_ASSET_NAME].text = g_strdup ("顧客\"{名簿}\\[1]");
  values[TAGA_ASSET_NOTE].text = g_strdup ("一行目\n二行目");
  values[TAGA_ASSET_CONFIDENTIALITY].number = 0;
  values[TAGA_ASSET_PERSONAL].number = 1;
  text = taga_stocktake_sent_to_text (values);
  back = taga_stocktake_sent_parse (text);
  g_assert_nonnull (back);
  g_assert_cmpstr (back[TAGA_STOCKTAKE_LINE_NAME].text, ==, "顧客\"{名簿}\\[1]");
  g_assert_cmpstr (back[TAGA_STOCKTAKE_LINE_NOTE].text, ==, "一行目\n二行目");
  g_assert_cmpint (back[TAGA_STOCKTAKE_LINE_CONFIDENTIALITY].number, ==, 0);
  g_assert_cmpint (back[TAGA_STOCKTAKE_LINE_INTEGRITY].number, ==, TAGA_UNKNOWN);
  g_assert_cmpint (back[TAGA_STOCKTAKE_LINE_PERSONAL].number, ==, 1);
  g_assert_cmpint (back[TAGA_STOCKTAKE_LINE_MY_NUMBER].number, ==, 0);
  g_assert_cmpstr (back[TAGA_STOCKTAKE_LINE_USERS].text, ==, NULL);
  taga_values_free (back, TAGA_STOCKTAKE_N_JUDGED);

  /* What the file cannot hold is not known, rather than cut. */
  g_free (values[TAGA_ASSET_NOTE].text);
  values[TAGA_ASSET_NOTE].text = g_strnfill (32767, 'x');
  too_long = taga_stocktake_sent_to_text (values);
  g_assert_null (too_long);
  taga_values_free (values, TAGA_ASSET_N_FIELDS);

  /* A file may hold anything there. */
  g_assert_null (taga_stocktake_sent_parse (NULL));
  g_assert_null (taga_stocktake_sent_parse (""));
  g_assert_null (taga_stocktake_sent_parse ("[1]"));
  g_assert_null (taga_stocktake_sent_parse ("{\"name\":{}}"));
  g_assert_null (taga_stocktake_sent_parse ("{\"name\":"));
  g_assert_null (taga_stocktake_sent_parse (deep));
  g_assert_null (taga_stocktake_sent_parse (nested));
  back = taga_stocktake_sent_parse ("{\"name\":5,\"confidentiality\":\"x\"}");
  g_assert_cmpstr (back[TAGA_STOCKTAKE_LINE_NAME].text, ==, NULL);
  g_assert_cmpint (back[TAGA_STOCKTAKE_LINE_CONFIDENTIALITY].number, ==, TAGA_UNKNOWN);
  taga_values_free (back, TAGA_STOCKTAKE_N_JUDGED);
}

#define add(name, func) g_test_add (name, StoreFixture, NULL, set_up, func, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add ("/stocktake/starts", test_starts);
  add ("/stocktake/chooses-departments", test_chooses_departments);
  add ("/stocktake/nothing-to-take-stock-of", test_nothing_to_take_stock_of);
  add ("/stocktake/stops", test_stops);
  add ("/stocktake/marks", test_marks);
  add ("/stocktake/marks-nothing-without-a-run", test_marks_nothing_without_a_run);
  add ("/stocktake/new-assets", test_new_assets);
  add ("/stocktake/gone-meanwhile", test_gone_meanwhile);
  add ("/stocktake/closes", test_closes);
  g_test_add_func ("/stocktake/merges-by-three", test_merges_by_three);
  g_test_add_func ("/stocktake/merges-marks-and-levels", test_merges_marks_and_levels);
  g_test_add_func ("/stocktake/keys", test_keys);
  g_test_add_func ("/stocktake/sent-is-kept", test_sent_is_kept);

  return g_test_run ();
}
