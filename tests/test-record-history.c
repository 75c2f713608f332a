#include <gio/gio.h>
#include <string.h>

#include "data-resources.h"
#include "store-fixture.h"
#include "taga-action.h"
#include "taga-asset.h"
#include "taga-history.h"
#include "taga-record-history.h"
#include "taga-trash.h"

/* What happened to one asset, and how it is put back. */

static TagaRecordHistory *
read_history (TagaStore *store, gint64 id)
{
  g_autoptr (GError) error = NULL;
  TagaRecordHistory *history =
      taga_history_list_record (store, TAGA_TYPE_ASSET, id, 100, NULL, &error);

  g_assert_no_error (error);
  return history;
}

/* The changes in letters, the newest first: + added, - removed, or the changed fields. */
static char *
spell (TagaRecordHistory *history)
{
  TagaRecordClass *klass = taga_record_class_peek (TAGA_TYPE_ASSET);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < history->changes->len; i++)
    {
      const TagaRecordChange *change = g_ptr_array_index (history->changes, i);

      g_string_append (text, i == 0 ? "" : " ");
      if (change->kind != TAGA_CHANGE_UPDATED)
        g_string_append_c (text, change->kind == TAGA_CHANGE_INSERTED ? '+' : '-');
      for (guint k = 0; k < change->fields->len; k++)
        g_string_append_printf (
            text, "%s%s", k == 0 ? "" : ",",
            klass->fields[g_array_index (change->fields, TagaFieldChange, k).field].name);
    }

  return g_string_free (text, FALSE);
}

static void
assert_history (TagaStore *store, gint64 id, const char *expected)
{
  g_autoptr (TagaRecordHistory) history = read_history (store, id);
  g_autofree char *text = spell (history);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (history->n_damaged, ==, 0);
}

static void
revert (TagaStore *store, gint64 id, guint index)
{
  g_autoptr (TagaRecordHistory) history = read_history (store, id);
  g_autoptr (GError) error = NULL;

  taga_record_history_revert (history, index, store, &error);
  g_assert_no_error (error);
}

static void
assert_value (TagaStore *store, gint64 id, const char *field, const char *expected)
{
  g_autofree char *text = store_fixture_get (store, TAGA_TYPE_ASSET, id, field);

  g_assert_cmpstr (text, ==, expected);
}

static void
set_two (TagaStore *store, gint64 id, int confidentiality, const char *note)
{
  const guint fields[] = { TAGA_ASSET_NOTE, TAGA_ASSET_CONFIDENTIALITY };
  const TagaValue values[] = { { (char *) note, TAGA_UNKNOWN }, { NULL, confidentiality } };
  g_autoptr (GError) error = NULL;

  taga_action_set (store, TAGA_TYPE_ASSET, id, fields, values, 2, &error);
  g_assert_no_error (error);
}

static void
test_lists_what_happened_to_one_asset (StoreFixture *fixture, gconstpointer kind)
{
  TagaStore *store = fixture->store;
  gint64 id = store_fixture_add (store, TAGA_TYPE_ASSET, "name", "見積書", NULL);
  gint64 other = store_fixture_add (store, TAGA_TYPE_ASSET, "name", "設計図", NULL);
  g_autoptr (TagaRecordHistory) history = NULL;
  const TagaRecordChange *change;
  const TagaFieldChange *field;

  assert_history (store, id, "+");
  taga_store_set_person (store, "佐藤 花子");
  store_fixture_set (store, TAGA_TYPE_ASSET, id, "confidentiality", "2");
  store_fixture_set (store, TAGA_TYPE_ASSET, other, "confidentiality", "3");
  set_two (store, id, 3, "控えあり");
  assert_history (store, id, "note,confidentiality confidentiality +");
  assert_history (store, other, "confidentiality +");
  assert_history (store, 999, "");

  history = read_history (store, id);
  change = g_ptr_array_index (history->changes, 0);
  g_assert_cmpstr (change->person, ==, "佐藤 花子");
  g_assert_cmpstr (change->label, ==, "Change “見積書”");
  g_assert_cmpint (strlen (change->time), ==, strlen ("2026-11-22T09:00:00Z"));
  field = &g_array_index (change->fields, TagaFieldChange, 0);
  g_assert_null (field->from.text);
  g_assert_cmpstr (field->to.text, ==, "控えあり");
  field = &g_array_index (change->fields, TagaFieldChange, 1);
  g_assert_cmpint (field->from.number, ==, 2);
  g_assert_cmpint (field->to.number, ==, 3);
}

static void
test_leaves_out_what_was_undone (StoreFixture *fixture, gconstpointer kind)
{
  TagaStore *store = fixture->store;
  gint64 id = store_fixture_add (store, TAGA_TYPE_ASSET, "name", "見積書", NULL);

  store_fixture_set (store, TAGA_TYPE_ASSET, id, "confidentiality", "2");
  store_fixture_set (store, TAGA_TYPE_ASSET, id, "integrity", "2");
  g_assert_true (taga_history_undo (store, NULL));
  assert_history (store, id, "confidentiality +");
  g_assert_true (taga_history_redo (store, NULL));
  assert_history (store, id, "integrity confidentiality +");

  g_assert_true (taga_history_undo (store, NULL));
  store_fixture_set (store, TAGA_TYPE_ASSET, id, "availability", "1");
  assert_history (store, id, "availability confidentiality +");
}

static void
test_goes_on_after_removal_and_return (StoreFixture *fixture, gconstpointer kind)
{
  TagaStore *store = fixture->store;
  gint64 id = store_fixture_add (store, TAGA_TYPE_ASSET, "name", "見積書", "medium", "paper", NULL);
  g_autoptr (GError) error = NULL;

  store_fixture_set (store, TAGA_TYPE_ASSET, id, "confidentiality", "2");
  g_assert_true (taga_action_remove (store, TAGA_TYPE_ASSET, id, &error));
  assert_history (store, id, "- confidentiality +");
  g_assert_true (taga_trash_restore (store, &id, 1, NULL, &error));
  g_assert_no_error (error);
  assert_history (store, id, "+ - confidentiality +");
  assert_value (store, id, "medium", "paper");

  revert (store, id, 2);
  assert_value (store, id, "confidentiality", NULL);
  assert_history (store, id, "confidentiality + - confidentiality +");
}

static void
test_puts_fields_back_in_one_step (StoreFixture *fixture, gconstpointer kind)
{
  TagaStore *store = fixture->store;
  gint64 id = store_fixture_add (store, TAGA_TYPE_ASSET, "name", "見積書", "confidentiality", "1",
                                 "note", "古い", NULL);
  g_autoptr (TagaStep) step = NULL;

  set_two (store, id, 3, "新しい");
  store_fixture_set (store, TAGA_TYPE_ASSET, id, "users", "全員");
  revert (store, id, 1);
  assert_value (store, id, "confidentiality", "1");
  assert_value (store, id, "note", "古い");
  assert_value (store, id, "users", "全員");
  step = taga_history_peek (store, TAGA_STEP_DONE, NULL);
  g_assert_cmpstr (step->label, ==, "Put back “見積書”");

  g_assert_true (taga_history_undo (store, NULL));
  assert_value (store, id, "confidentiality", "3");
  assert_value (store, id, "note", "新しい");
}

static void
test_tells_who_changed_it_since (StoreFixture *fixture, gconstpointer kind)
{
  TagaStore *store = fixture->store;
  gint64 id = store_fixture_add (store, TAGA_TYPE_ASSET, "name", "見積書", NULL);
  g_autoptr (TagaRecord) record = taga_store_get_record (store, TAGA_TYPE_ASSET, id, NULL);
  g_autoptr (TagaRecordHistory) before = NULL;
  g_autoptr (TagaRecordHistory) after = NULL;
  const TagaRecordChange *later;

  set_two (store, id, 2, "あ");
  store_fixture_set (store, TAGA_TYPE_ASSET, id, "integrity", "1");
  before = read_history (store, id);
  g_assert_true (taga_record_history_holds (before, 1, record, &later));
  g_assert_null (later);

  taga_store_set_person (store, "佐藤 花子");
  store_fixture_set (store, TAGA_TYPE_ASSET, id, "confidentiality", "3");
  after = read_history (store, id);
  g_assert_false (taga_record_history_holds (after, 2, record, &later));
  g_assert_cmpstr (later->person, ==, "佐藤 花子");
  g_assert_true (taga_record_history_holds (after, 1, record, &later));

  /* Changed there and back is as it was made. */
  store_fixture_set (store, TAGA_TYPE_ASSET, id, "confidentiality", "2");
  g_clear_pointer (&after, taga_record_history_free);
  after = read_history (store, id);
  g_assert_true (taga_record_history_holds (after, 3, record, &later));
}

static void
test_refuses_what_cannot_be_put_back (StoreFixture *fixture, gconstpointer kind)
{
  TagaStore *store = fixture->store;
  gint64 id = store_fixture_add (store, TAGA_TYPE_ASSET, "name", "見積書", NULL);
  g_autoptr (TagaRecordHistory) history = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *after = NULL;

  store_fixture_set (store, TAGA_TYPE_ASSET, id, "name", "見積書の控え");
  g_assert_true (taga_action_remove (store, TAGA_TYPE_ASSET, id, NULL));
  history = read_history (store, id);
  digest = store_fixture_digest (fixture->path, TRUE);
  g_assert_false (taga_record_history_revert (history, 1, store, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND);
  store_fixture_assert_plain (error);
  after = store_fixture_digest (fixture->path, TRUE);
  g_assert_cmpstr (after, ==, digest);
}

static void
test_stops_at_the_limit (StoreFixture *fixture, gconstpointer kind)
{
  TagaStore *store = fixture->store;
  gint64 id = store_fixture_add (store, TAGA_TYPE_ASSET, "name", "見積書", NULL);
  g_autoptr (TagaRecordHistory) some = NULL;
  g_autoptr (TagaRecordHistory) all = NULL;

  for (guint i = 0; i < 4; i++)
    store_fixture_set (store, TAGA_TYPE_ASSET, id, "confidentiality", i % 2 == 0 ? "1" : "2");
  some = taga_history_list_record (store, TAGA_TYPE_ASSET, id, 4, NULL, NULL);
  g_assert_cmpuint (some->changes->len, ==, 4);
  g_assert_true (some->has_more);
  all = taga_history_list_record (store, TAGA_TYPE_ASSET, id, 5, NULL, NULL);
  g_assert_cmpuint (all->changes->len, ==, 5);
  g_assert_false (all->has_more);
}

/* Bytes that are no changeset: cut, of no register, of nonsense. */
static const char *const damages[] = {
  "substr (changeset, 1, length (changeset) - 3)",
  "x'5401ff'",
  "x'540201006e6f6e65001700'",
  "x'ffffffffffffffff'",
  "CAST (replace (CAST (changeset AS TEXT), 'asset', 'asse!') AS BLOB)",
};

static void
test_a_damaged_step_is_counted_and_harms_no_other (StoreFixture *fixture, gconstpointer kind)
{
  gint64 id = store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "見積書", NULL);

  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, id, "confidentiality", "2");
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, id, "integrity", "2");
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "UPDATE history SET changeset = %s WHERE id = (SELECT max (id) - 1 FROM history)",
          damages[i]);
      g_autoptr (TagaRecordHistory) history = NULL;
      g_autofree char *text = NULL;

      store_fixture_close (fixture);
      store_fixture_exec (fixture->path, sql);
      store_fixture_reopen (fixture);
      history = read_history (fixture->store, id);
      text = spell (history);
      g_assert_cmpstr (text, ==, "integrity +");
      g_assert_cmpuint (history->n_damaged, ==, 1);
    }
}

static void
count_progress (double fraction, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

static void
test_can_be_stopped_and_tells_its_progress (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  double last = 0;
  const TagaScanWatch watch = { count_progress, &last, cancellable };
  g_autoptr (TagaRecordHistory) history = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "見積書", NULL);
  history = taga_history_list_record (fixture->store, TAGA_TYPE_ASSET, 1, 10, &watch, &error);
  g_assert_no_error (error);
  g_assert_nonnull (history);
  g_assert_cmpfloat (last, >, 0);

  last = 0;
  g_cancellable_cancel (cancellable);
  g_assert_null (taga_history_list_record (fixture->store, TAGA_TYPE_ASSET, 1, 10, &watch, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_resources_register (taga_data_get_resource ());

#define ADD(name, test)                                                                            \
  g_test_add ("/record-history/" name, StoreFixture, NULL, store_fixture_set_up, test,             \
              store_fixture_tear_down)

  ADD ("lists-what-happened-to-one-asset", test_lists_what_happened_to_one_asset);
  ADD ("leaves-out-what-was-undone", test_leaves_out_what_was_undone);
  ADD ("goes-on-after-removal-and-return", test_goes_on_after_removal_and_return);
  ADD ("puts-fields-back-in-one-step", test_puts_fields_back_in_one_step);
  ADD ("tells-who-changed-it-since", test_tells_who_changed_it_since);
  ADD ("refuses-what-cannot-be-put-back", test_refuses_what_cannot_be_put_back);
  ADD ("stops-at-the-limit", test_stops_at_the_limit);
  ADD ("a-damaged-step-is-counted", test_a_damaged_step_is_counted_and_harms_no_other);
  ADD ("can-be-stopped", test_can_be_stopped_and_tells_its_progress);

  return g_test_run ();
}
