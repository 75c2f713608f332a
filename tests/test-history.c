#include <string.h>

#include "data-resources.h"
#include "store-fixture.h"
#include "taga-action.h"
#include "taga-asset.h"
#include "taga-changeset.h"
#include "taga-history.h"
#include "taga-registers.h"
#include "taga-threat.h"

static void
undo (TagaStore *store)
{
  g_autoptr (GError) error = NULL;

  taga_history_undo (store, &error);
  g_assert_no_error (error);
}

static void
redo (TagaStore *store)
{
  g_autoptr (GError) error = NULL;

  taga_history_redo (store, &error);
  g_assert_no_error (error);
}

static void
assert_nothing_to_do (TagaStore *store, gboolean to_undo)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (to_undo ? taga_history_undo (store, &error) : taga_history_redo (store, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOTHING);
  store_fixture_assert_plain (error);
}

/* The states of the newest steps, oldest of them first: one letter each. */
static char *
get_states (TagaStore *store, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = taga_history_list (store, 0, n, &error);
  GString *states = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = steps->len; i > 0; i--)
    {
      const TagaStep *step = g_ptr_array_index (steps, i - 1);

      g_string_append_c (states, "+-xk"[step->state]);
    }

  return g_string_free (states, FALSE);
}

#define assert_states(store, n, expected)                                                          \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *states = get_states (store, n);                                               \
    g_assert_cmpstr (states, ==, (expected));                                                      \
  }                                                                                                \
  G_STMT_END

static gint64
add_asset (TagaStore *store, const char *name)
{
  return store_fixture_add (store, TAGA_TYPE_ASSET, "name", name, "medium", "paper", NULL);
}

#define N_STEPS 6

/* Steps of every kind; the digests are those before the first, then after each. */
static void
take_steps (StoreFixture *fixture, char **digests)
{
  g_autoptr (GError) error = NULL;
  gint64 first, second;

  digests[0] = store_fixture_digest (fixture->path, FALSE);
  first = add_asset (fixture->store, "見積書");
  digests[1] = store_fixture_digest (fixture->path, FALSE);
  second = add_asset (fixture->store, "設計図");
  digests[2] = store_fixture_digest (fixture->path, FALSE);
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, first, "note", "控え");
  digests[3] = store_fixture_digest (fixture->path, FALSE);
  store_fixture_set (fixture->store, TAGA_TYPE_THREAT, 3, "frequency", "2");
  digests[4] = store_fixture_digest (fixture->path, FALSE);
  g_assert_true (taga_action_remove (fixture->store, TAGA_TYPE_ASSET, second, &error));
  digests[5] = store_fixture_digest (fixture->path, FALSE);
  g_assert_true (taga_action_retire (fixture->store, &first, 1, TRUE, &error));
  digests[6] = store_fixture_digest (fixture->path, FALSE);
  g_assert_no_error (error);

  for (guint i = 0; i < N_STEPS; i++)
    g_assert_cmpstr (digests[i], !=, digests[i + 1]);
}

static void
test_goes_back_and_forth_without_end (StoreFixture *fixture, gconstpointer data)
{
  char *digests[N_STEPS + 2] = { NULL };

  take_steps (fixture, digests);
  for (guint turn = 0; turn < 3; turn++)
    {
      for (int i = N_STEPS - 1; i >= 0; i--)
        {
          g_autofree char *digest = NULL;

          undo (fixture->store);
          digest = store_fixture_digest (fixture->path, FALSE);
          g_assert_cmpstr (digest, ==, digests[i]);
        }
      assert_nothing_to_do (fixture->store, TRUE);
      store_fixture_reopen (fixture);
      assert_nothing_to_do (fixture->store, TRUE);

      for (int i = 1; i <= N_STEPS; i++)
        {
          g_autofree char *digest = NULL;

          redo (fixture->store);
          digest = store_fixture_digest (fixture->path, FALSE);
          g_assert_cmpstr (digest, ==, digests[i]);
          if (i == 3)
            store_fixture_reopen (fixture);
        }
      assert_nothing_to_do (fixture->store, FALSE);
    }

  store_fixture_assert_whole (fixture->store);
  for (guint i = 0; i <= N_STEPS; i++)
    g_free (digests[i]);
}

static void
test_new_step_drops_what_was_undone (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaStep) step = NULL;

  for (guint i = 0; i < 4; i++)
    add_asset (fixture->store, "帳票");
  assert_states (fixture->store, 4, "++++");
  undo (fixture->store);
  undo (fixture->store);
  undo (fixture->store);
  redo (fixture->store);
  assert_states (fixture->store, 4, "++--");

  add_asset (fixture->store, "新しい帳票");
  assert_states (fixture->store, 5, "++xx+");
  assert_nothing_to_do (fixture->store, FALSE);
  step = taga_history_peek (fixture->store, TAGA_STEP_UNDONE, &error);
  g_assert_null (step);
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOTHING);

  /* What was dropped is skipped on the way back, and stays in the history. */
  undo (fixture->store);
  undo (fixture->store);
  assert_states (fixture->store, 5, "+-xx-");
  undo (fixture->store);
  assert_nothing_to_do (fixture->store, TRUE);
  redo (fixture->store);
  redo (fixture->store);
  redo (fixture->store);
  assert_states (fixture->store, 5, "++xx+");
}

static void
test_beginning_is_kept (StoreFixture *fixture, gconstpointer data)
{
  assert_states (fixture->store, 9, "k");
  assert_nothing_to_do (fixture->store, TRUE);
  add_asset (fixture->store, "見積書");
  undo (fixture->store);
  assert_nothing_to_do (fixture->store, TRUE);
  assert_states (fixture->store, 9, "k-");
}

static void
test_lists_who_did_what_when (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) before = g_date_time_new_now_utc ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) page = NULL;
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (TagaStep) next = NULL;
  const TagaStep *step;
  gint64 id;

  taga_store_set_person (fixture->store, "佐藤 花子");
  id = add_asset (fixture->store, "見積書");
  taga_store_set_person (fixture->store, "“O'Brien”");
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, id, "note", "控え");
  g_assert_true (taga_action_retire (fixture->store, &id, 1, TRUE, &error));

  steps = taga_history_list (fixture->store, 0, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (steps->len, ==, 3);
  step = g_ptr_array_index (steps, 0);
  g_assert_cmpstr (step->label, ==, "Retire “見積書”");
  step = g_ptr_array_index (steps, 1);
  g_assert_cmpstr (step->label, ==, "Change “見積書”: Remarks");
  g_assert_cmpstr (step->person, ==, "“O'Brien”");
  step = g_ptr_array_index (steps, 2);
  g_assert_cmpstr (step->label, ==, "Add “見積書”");
  g_assert_cmpstr (step->person, ==, "佐藤 花子");
  g_assert_cmpint (step->n_changes, ==, 1);
  g_assert_true (g_str_has_suffix (step->time, "Z"));
  time = g_date_time_new_from_iso8601 (step->time, NULL);
  g_assert_nonnull (time);
  g_assert_cmpint (ABS (g_date_time_difference (time, before)), <, G_TIME_SPAN_MINUTE);

  /* Page by page, to the beginning. */
  page = taga_history_list (fixture->store, step->id, 99, &error);
  g_assert_cmpuint (page->len, ==, 1);
  step = g_ptr_array_index (page, 0);
  g_assert_cmpint (step->state, ==, TAGA_STEP_KEPT);
  g_assert_cmpint (step->n_changes, >, 1);

  next = taga_history_peek (fixture->store, TAGA_STEP_DONE, &error);
  g_assert_cmpstr (next->label, ==, "Retire “見積書”");
  g_assert_no_error (error);
}

static void
test_without_a_name_the_user_stands_there (StoreFixture *fixture, gconstpointer data)
{
  taga_store_set_person (fixture->store, NULL);
  g_assert_nonnull (taga_store_get_person (fixture->store));
  g_assert_cmpstr (taga_store_get_person (fixture->store), !=, "");
  g_assert_cmpstr (taga_store_get_person (fixture->store), !=, "Unknown");
}

static void
describe_cb (const TagaChange *change,
             const char *name,
             guint field,
             const TagaValue *from,
             const TagaValue *to,
             gpointer user_data)
{
  TagaRecordClass *klass = taga_record_class_peek (change->type);
  const TagaValue *sides[] = { from, to };

  g_string_append_printf (user_data, "%s %" G_GINT64_FORMAT " %s %s:", klass->table, change->id,
                          name, klass->fields[field].name);
  for (guint i = 0; i < 2; i++)
    if (sides[i] == NULL)
      g_string_append (user_data, " none");
    else if (taga_field_is_empty (&klass->fields[field], sides[i]))
      g_string_append (user_data, " empty");
    else if (sides[i]->text != NULL)
      g_string_append_printf (user_data, " %s", sides[i]->text);
    else
      g_string_append_printf (user_data, " %" G_GINT64_FORMAT, sides[i]->number);
  g_string_append_c (user_data, '\n');
}

static void
assert_described (TagaStore *store, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = taga_history_list (store, 0, 1, &error);
  g_autoptr (GString) text = g_string_new (NULL);
  const TagaStep *step = g_ptr_array_index (steps, 0);

  taga_history_describe (store, step->id, describe_cb, text, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_describes_field_by_field_from_what_to_what (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const guint fields[] = { TAGA_ASSET_NAME, TAGA_ASSET_PERSONAL, TAGA_ASSET_CONFIDENTIALITY };
  const TagaValue values[] = { { (char *) "納品書", TAGA_UNKNOWN }, { NULL, 1 }, { NULL, 2 } };

  g_assert_cmpint (add_asset (fixture->store, "見積書"), ==, 1);
  assert_described (fixture->store, "asset 1 見積書 medium: none paper\n"
                                    "asset 1 見積書 name: none 見積書\n");

  g_assert_true (taga_action_set (fixture->store, TAGA_TYPE_ASSET, 1, fields, values, 3, &error));
  assert_described (fixture->store, "asset 1 見積書 confidentiality: empty 2\n"
                                    "asset 1 見積書 personal: empty 1\n"
                                    "asset 1 見積書 name: 見積書 納品書\n");

  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, 1, "confidentiality", NULL);
  assert_described (fixture->store, "asset 1 納品書 confidentiality: 2 empty\n");
  store_fixture_set (fixture->store, TAGA_TYPE_THREAT, 2, "frequency", "3");
  assert_described (fixture->store, "threat 2 2 frequency: empty 3\n");

  g_assert_true (taga_action_remove (fixture->store, TAGA_TYPE_ASSET, 1, &error));
  assert_described (fixture->store, "asset 1 納品書 personal: 1 none\n"
                                    "asset 1 納品書 medium: paper none\n"
                                    "asset 1 納品書 name: 納品書 none\n");
  g_assert_no_error (error);

  g_assert_false (taga_history_describe (fixture->store, 999, describe_cb, NULL, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND);
  store_fixture_assert_plain (error);
}

/* What somebody else changed behind the step is not overwritten by taking the step back. */
static void
test_conflict_changes_nothing (StoreFixture *fixture, gconstpointer data)
{
  static const char *const changes[] = {
    "UPDATE asset SET note = '他の人' WHERE id = 1",
    "DELETE FROM asset WHERE id = 1",
  };

  add_asset (fixture->store, "見積書");
  add_asset (fixture->store, "設計図");

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      const guint field = TAGA_ASSET_NOTE;
      const TagaValue value = { (char *) (i == 0 ? "控え" : "写し"), TAGA_UNKNOWN };
      g_autoptr (GError) error = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      /* The second asset's row could be taken back, the first one's could not. */
      g_assert_true (taga_store_begin (fixture->store, "二件の備考", &error));
      for (gint64 id = 2; id > 0; id--)
        g_assert_true (
            taga_store_update (fixture->store, TAGA_TYPE_ASSET, id, &field, &value, 1, &error));
      g_assert_true (taga_store_commit (fixture->store, &error));

      store_fixture_exec (fixture->path, changes[i]);
      before = store_fixture_digest (fixture->path, TRUE);
      g_assert_false (taga_history_undo (fixture->store, &error));
      g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_CONFLICT);
      store_fixture_assert_plain (error);
      after = store_fixture_digest (fixture->path, TRUE);
      g_assert_cmpstr (after, ==, before);
    }

  /* The store works on all the same. */
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, 2, "note", "その後");
  undo (fixture->store);
}

static void
test_ids_are_never_used_again (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 first = add_asset (fixture->store, "見積書");
  gint64 last;

  undo (fixture->store);
  store_fixture_reopen (fixture);
  last = add_asset (fixture->store, "設計図");
  g_assert_cmpint (last, >, first);

  g_assert_true (taga_action_remove (fixture->store, TAGA_TYPE_ASSET, last, &error));
  store_fixture_reopen (fixture);
  g_assert_cmpint (add_asset (fixture->store, "納品書"), >, last);

  /* Undo of a removal gives the record its number back. */
  undo (fixture->store);
  undo (fixture->store);
  {
    g_autofree char *name = store_fixture_get (fixture->store, TAGA_TYPE_ASSET, last, "name");

    g_assert_cmpstr (name, ==, "設計図");
  }
}

static void
test_step_that_changes_nothing_leaves_no_trace (StoreFixture *fixture, gconstpointer data)
{
  gint64 id = add_asset (fixture->store, "見積書");
  g_autofree char *before = store_fixture_digest (fixture->path, TRUE);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  TagaValue *values = taga_values_new (TAGA_ASSET_N_FIELDS);
  gint64 passing;

  values[TAGA_ASSET_NAME].text = g_strdup ("すぐ消す");
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, id, "name", "見積書");
  g_assert_true (taga_store_begin (fixture->store, "何もしない", &error));
  g_assert_true (taga_store_commit (fixture->store, &error));
  g_assert_true (taga_store_begin (fixture->store, "足して消す", &error));
  g_assert_true (taga_store_insert (fixture->store, TAGA_TYPE_ASSET, values, &passing, &error));
  g_assert_true (taga_store_remove (fixture->store, TAGA_TYPE_ASSET, passing, &error));
  g_assert_true (taga_store_commit (fixture->store, &error));
  g_assert_true (taga_store_begin (fixture->store, "やめる", &error));
  g_assert_true (taga_store_insert (fixture->store, TAGA_TYPE_ASSET, values, NULL, &error));
  taga_store_rollback (fixture->store);
  taga_values_free (values, TAGA_ASSET_N_FIELDS);
  g_assert_no_error (error);

  after = store_fixture_digest (fixture->path, TRUE);
  g_assert_cmpstr (after, ==, before);
}

#define MANY 10000

static void
test_takes_ten_thousand_rows_back (StoreFixture *fixture, gconstpointer data)
{
  static const char *const steps[] = {
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) "
    "INSERT INTO asset (name, medium) SELECT '帳票 ' || i, 'paper' FROM n",
    "UPDATE asset SET medium = 'server', note = name || 'の控え'",
    "DELETE FROM asset",
  };
  char *digests[G_N_ELEMENTS (steps) + 1];
  g_autoptr (GError) error = NULL;

  if (!store_fixture_run_apart ())
    return;

  digests[0] = store_fixture_digest (fixture->path, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_assert_true (taga_store_begin (fixture->store, "一万件", &error));
      g_assert_true (taga_database_exec (fixture->store->db, steps[i], &error));
      g_assert_cmpint (sqlite3_changes (fixture->store->db), ==, MANY);
      g_assert_true (taga_store_commit (fixture->store, &error));
      digests[i + 1] = store_fixture_digest (fixture->path, FALSE);
    }

  for (guint i = G_N_ELEMENTS (steps); i > 0; i--)
    {
      g_autofree char *digest = NULL;

      undo (fixture->store);
      digest = store_fixture_digest (fixture->path, FALSE);
      g_assert_cmpstr (digest, ==, digests[i - 1]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    redo (fixture->store);
  g_assert_cmpint (taga_store_count (fixture->store, TAGA_TYPE_ASSET, &error), ==, 0);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (digests); i++)
    g_free (digests[i]);
}

/* So the schema may grow without making the history worthless. */
static void
test_old_steps_apply_after_a_table_grew (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = add_asset (fixture->store, "見積書");
  g_autofree char *name = NULL;

  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, id, "name", "納品書");
  g_assert_true (
      taga_database_exec (fixture->store->db, "ALTER TABLE asset ADD COLUMN later TEXT", &error));
  undo (fixture->store);
  name = store_fixture_get (fixture->store, TAGA_TYPE_ASSET, id, "name");
  g_assert_cmpstr (name, ==, "見積書");
  undo (fixture->store);
  redo (fixture->store);
  redo (fixture->store);
  g_assert_cmpint (taga_store_count (fixture->store, TAGA_TYPE_ASSET, &error), ==, 1);
  assert_described (fixture->store, "asset 1 見積書 name: 見積書 納品書\n");
}

#define ADD(name, func)                                                                            \
  g_test_add (name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_resources_register (taga_data_get_resource ());

  ADD ("/history/goes-back-and-forth-without-end", test_goes_back_and_forth_without_end);
  ADD ("/history/new-step-drops-what-was-undone", test_new_step_drops_what_was_undone);
  ADD ("/history/beginning-is-kept", test_beginning_is_kept);
  ADD ("/history/lists-who-did-what-when", test_lists_who_did_what_when);
  ADD ("/history/without-a-name-the-user-stands-there", test_without_a_name_the_user_stands_there);
  ADD ("/history/describes-field-by-field-from-what-to-what",
       test_describes_field_by_field_from_what_to_what);
  ADD ("/history/conflict-changes-nothing", test_conflict_changes_nothing);
  ADD ("/history/ids-are-never-used-again", test_ids_are_never_used_again);
  ADD ("/history/step-that-changes-nothing-leaves-no-trace",
       test_step_that_changes_nothing_leaves_no_trace);
  ADD ("/history/takes-ten-thousand-rows-back", test_takes_ten_thousand_rows_back);
  ADD ("/history/old-steps-apply-after-a-table-grew", test_old_steps_apply_after_a_table_grew);

  return g_test_run ();
}
