#include "data-resources.h"
#include "store-fixture.h"
#include "taga-action.h"
#include "taga-asset.h"
#include "taga-check.h"
#include "taga-company.h"
#include "taga-cursor.h"
#include "taga-department.h"
#include "taga-history.h"
#include "taga-round.h"
#include "taga-threat.h"

/* Records that somebody holds are one object for all, and say what the file says. */

static TagaRecord *
hold (TagaStore *store, GType type, gint64 id)
{
  g_autoptr (GError) error = NULL;
  TagaRecord *record = taga_store_get_record (store, type, id, &error);

  g_assert_no_error (error);
  return record;
}

static gint64
add_asset (TagaStore *store)
{
  return store_fixture_add (store, TAGA_TYPE_ASSET, "name", "見積書", "medium", "paper",
                            "confidentiality", "3", "integrity", "3", "availability", "3", NULL);
}

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer count)
{
  (*(guint *) count)++;
}

static void
refresh (TagaStore *store)
{
  g_autoptr (GError) error = NULL;

  taga_store_refresh (store, &error);
  g_assert_no_error (error);
}

static void
test_same_row_is_the_same_object (StoreFixture *fixture, gconstpointer data)
{
  gint64 id = add_asset (fixture->store);
  TagaRecord *first = hold (fixture->store, TAGA_TYPE_ASSET, id);
  g_autoptr (TagaRecord) second = hold (fixture->store, TAGA_TYPE_ASSET, id);
  g_autoptr (TagaRecord) other = hold (fixture->store, TAGA_TYPE_ROUND, 1);

  g_assert_true (first == second);
  g_assert_true (first != other);
  g_assert_cmpint (taga_record_get_id (first), ==, id);

  /* The store itself holds none. */
  g_object_unref (first);
  g_assert_finalize_object (g_steal_pointer (&second));
}

static void
test_record_may_outlive_the_store (StoreFixture *fixture, gconstpointer data)
{
  gint64 id = add_asset (fixture->store);
  g_autoptr (TagaRecord) record = hold (fixture->store, TAGA_TYPE_ASSET, id);

  store_fixture_close (fixture);
  g_assert_cmpstr (taga_record_get_text (record, TAGA_ASSET_NAME), ==, "見積書");
}

static void
test_held_record_follows_every_step (StoreFixture *fixture, gconstpointer data)
{
  gint64 id = add_asset (fixture->store);
  g_autoptr (TagaRecord) record = hold (fixture->store, TAGA_TYPE_ASSET, id);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_signal_connect (record, "notify::name", G_CALLBACK (count_cb), &n);

  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, id, "name", "納品書");
  g_assert_cmpstr (taga_record_get_text (record, TAGA_ASSET_NAME), ==, "納品書");
  g_assert_cmpuint (n, ==, 1);

  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, id, "note", "控え");
  g_assert_cmpuint (n, ==, 1);

  g_assert_true (taga_history_undo (fixture->store, &error));
  g_assert_true (taga_history_undo (fixture->store, &error));
  g_assert_cmpstr (taga_record_get_text (record, TAGA_ASSET_NAME), ==, "見積書");
  g_assert_null (taga_record_get_text (record, TAGA_ASSET_NOTE));
  g_assert_cmpuint (n, ==, 2);

  g_assert_true (taga_history_redo (fixture->store, &error));
  g_assert_cmpstr (taga_record_get_text (record, TAGA_ASSET_NAME), ==, "納品書");
  g_assert_cmpuint (n, ==, 3);
  g_assert_no_error (error);
}

static void
test_step_given_up_leaves_held_records_as_they_are (StoreFixture *fixture, gconstpointer data)
{
  const guint field = TAGA_ASSET_NAME;
  const TagaValue value = { (char *) "書きかけ", TAGA_UNKNOWN };
  gint64 id = add_asset (fixture->store);
  g_autoptr (TagaRecord) before = hold (fixture->store, TAGA_TYPE_ROUND, 1);
  g_autoptr (TagaRecord) within = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (taga_store_begin (fixture->store, "途中でやめる", &error));
  g_assert_true (
      taga_store_update (fixture->store, TAGA_TYPE_ASSET, id, &field, &value, 1, &error));
  within = hold (fixture->store, TAGA_TYPE_ASSET, id);
  taga_store_rollback (fixture->store);

  g_assert_cmpstr (taga_record_get_text (within, TAGA_ASSET_NAME), ==, "見積書");
  g_assert_nonnull (taga_record_get_text (before, TAGA_ROUND_NAME));

  /* The next step is not hindered by the one that was given up. */
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, id, "name", "納品書");
  g_assert_cmpstr (taga_record_get_text (within, TAGA_ASSET_NAME), ==, "納品書");
}

static void
test_removed_record_keeps_what_it_showed (StoreFixture *fixture, gconstpointer data)
{
  gint64 id = add_asset (fixture->store);
  g_autoptr (TagaRecord) gone = hold (fixture->store, TAGA_TYPE_ASSET, id);
  g_autoptr (TagaRecord) back = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (taga_action_remove (fixture->store, TAGA_TYPE_ASSET, id, &error));
  g_assert_cmpstr (taga_record_get_text (gone, TAGA_ASSET_NAME), ==, "見積書");
  g_assert_null (taga_store_get_record (fixture->store, TAGA_TYPE_ASSET, id, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (taga_history_undo (fixture->store, &error));
  back = hold (fixture->store, TAGA_TYPE_ASSET, id);
  g_assert_cmpstr (taga_record_get_text (back, TAGA_ASSET_NAME), ==, "見積書");
}

/* One answer changes the risk of every asset on its medium, held or not. */
static void
test_answer_changes_held_risks (StoreFixture *fixture, gconstpointer data)
{
  gint64 id = add_asset (fixture->store);
  g_autoptr (TagaRecord) record = hold (fixture->store, TAGA_TYPE_ASSET, id);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (taga_record_get_number (record, TAGA_ASSET_IMPORTANCE), ==, 3);
  g_assert_cmpint (taga_record_get_number (record, TAGA_ASSET_RISK), ==, TAGA_UNKNOWN);

  /* Threat 1 belongs to paper, check item 2-1 protects it; nothing else is answered. */
  store_fixture_set (fixture->store, TAGA_TYPE_THREAT, 1, "frequency", "2");
  g_assert_cmpint (taga_record_get_number (record, TAGA_ASSET_THREAT), ==, 2);
  g_assert_cmpint (taga_record_get_number (record, TAGA_ASSET_RISK), ==, TAGA_UNKNOWN);
  store_fixture_set (fixture->store, TAGA_TYPE_CHECK, 5, "answer", "1");
  g_assert_cmpint (taga_record_get_number (record, TAGA_ASSET_VULNERABILITY), ==, 3);
  g_assert_cmpint (taga_record_get_number (record, TAGA_ASSET_RISK), ==, 6);
  g_assert_cmpstr (taga_record_get_text (record, TAGA_ASSET_BAND), ==, "large");

  g_assert_true (taga_history_undo (fixture->store, &error));
  g_assert_cmpint (taga_record_get_number (record, TAGA_ASSET_RISK), ==, TAGA_UNKNOWN);
  g_assert_cmpstr (taga_record_get_text (record, TAGA_ASSET_BAND), ==, "unknown");
}

typedef struct
{
  guint n_signals;
  guint n_changes;
  TagaChange last;
} Heard;

static void
changed_cb (TagaStore *store, const TagaChange *changes, guint n_changes, Heard *heard)
{
  heard->n_signals++;
  heard->n_changes = n_changes;
  if (n_changes > 0)
    heard->last = changes[n_changes - 1];
}

static void
test_everybody_hears_of_a_change_once (StoreFixture *fixture, gconstpointer data)
{
  Heard heard = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), &heard);
  id = add_asset (fixture->store);
  g_assert_cmpuint (heard.n_signals, ==, 1);
  g_assert_cmpuint (heard.n_changes, ==, 1);
  g_assert_true (heard.last.type == TAGA_TYPE_ASSET);
  g_assert_cmpint (heard.last.id, ==, id);
  g_assert_cmpint (heard.last.kind, ==, TAGA_CHANGE_INSERTED);

  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, id, "name", "納品書");
  g_assert_cmpuint (heard.n_signals, ==, 2);
  g_assert_cmpint (heard.last.kind, ==, TAGA_CHANGE_UPDATED);

  /* The same again is no change. */
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, id, "name", "納品書");
  g_assert_cmpuint (heard.n_signals, ==, 2);

  g_assert_true (taga_history_undo (fixture->store, &error));
  g_assert_true (taga_history_undo (fixture->store, &error));
  g_assert_cmpuint (heard.n_signals, ==, 4);
  g_assert_cmpint (heard.last.kind, ==, TAGA_CHANGE_REMOVED);

  refresh (fixture->store);
  g_assert_cmpuint (heard.n_signals, ==, 4);
}

static void
test_other_programs_changes_arrive_with_a_refresh (StoreFixture *fixture, gconstpointer data)
{
  Heard heard = { 0 };
  gint64 id = add_asset (fixture->store);
  g_autoptr (TagaRecord) record = hold (fixture->store, TAGA_TYPE_ASSET, id);
  g_autoptr (GError) error = NULL;
  TagaStore *other = taga_store_open (fixture->path, FALSE, &error);

  g_assert_no_error (error);
  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), &heard);
  store_fixture_set (other, TAGA_TYPE_ASSET, id, "name", "納品書");
  store_fixture_set (other, TAGA_TYPE_THREAT, 1, "frequency", "3");
  g_assert_cmpstr (taga_record_get_text (record, TAGA_ASSET_NAME), ==, "見積書");

  refresh (fixture->store);
  g_assert_cmpstr (taga_record_get_text (record, TAGA_ASSET_NAME), ==, "納品書");
  g_assert_cmpint (taga_record_get_number (record, TAGA_ASSET_THREAT), ==, 3);
  g_assert_cmpuint (heard.n_signals, ==, 1);
  g_assert_cmpuint (heard.n_changes, ==, 0);

  /* Either may take the other's step back. */
  g_assert_true (taga_history_undo (fixture->store, &error));
  g_assert_true (taga_history_undo (fixture->store, &error));
  g_assert_cmpstr (taga_record_get_text (record, TAGA_ASSET_NAME), ==, "見積書");
  g_assert_finalize_object (other);
  store_fixture_assert_whole (fixture->store);
}

static void
test_company_chooses_the_edition (StoreFixture *fixture, gconstpointer data)
{
  gint64 id = add_asset (fixture->store);
  g_autoptr (TagaRecord) record = hold (fixture->store, TAGA_TYPE_ASSET, id);
  g_autoptr (GError) error = NULL;
  TagaEdition *edition = taga_store_get_edition (fixture->store);

  /* A change of anything else leaves it, so that what was taken from it stays good. */
  store_fixture_set (fixture->store, TAGA_TYPE_COMPANY, 1, "employees", "50");
  g_assert_true (taga_store_get_edition (fixture->store) == edition);
  store_fixture_exec (fixture->path, "UPDATE company SET employees = 51");
  refresh (fixture->store);
  g_assert_true (taga_store_get_edition (fixture->store) == edition);

  store_fixture_set (fixture->store, TAGA_TYPE_COMPANY, 1, "edition", "ipa-3.0");
  g_assert_cmpstr (taga_edition_get_key (taga_store_get_edition (fixture->store)), ==, "ipa-3.0");
  g_assert_cmpint (taga_record_get_number (record, TAGA_ASSET_IMPORTANCE), ==, 2);
  g_assert_true (taga_history_undo (fixture->store, &error));
  g_assert_cmpstr (taga_edition_get_key (taga_store_get_edition (fixture->store)), ==, "ipa-3.1");
  g_assert_cmpint (taga_record_get_number (record, TAGA_ASSET_IMPORTANCE), ==, 3);

  /* Of an edition that nobody knows the store says so, and goes on with what it has. */
  store_fixture_exec (fixture->path, "UPDATE company SET edition = 'ipa-9'");
  g_assert_false (taga_store_refresh (fixture->store, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (taga_edition_get_key (taga_store_get_edition (fixture->store)), ==, "ipa-3.1");
  g_clear_error (&error);
  g_assert_false (taga_store_refresh (fixture->store, &error));
}

static void
test_newest_open_round_counts (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 second;

  g_assert_cmpint (taga_store_get_round (fixture->store), ==, 1);
  store_fixture_set (fixture->store, TAGA_TYPE_THREAT, 1, "frequency", "3");
  g_assert_cmpint (taga_store_get_assessment (fixture->store)->threat[0], ==, 3);

  second = store_fixture_add (fixture->store, TAGA_TYPE_ROUND, "name", "第2回", NULL);
  g_assert_cmpint (taga_store_get_round (fixture->store), ==, second);
  g_assert_cmpint (taga_store_get_assessment (fixture->store)->threat[0], ==, TAGA_UNKNOWN);

  store_fixture_seal (fixture->store, second);
  g_assert_cmpint (taga_store_get_round (fixture->store), ==, 1);
  store_fixture_seal (fixture->store, 1);
  g_assert_cmpint (taga_store_get_round (fixture->store), ==, second);

  /* A round that was chosen by hand stays until it is given up. */
  g_assert_true (taga_store_select_round (fixture->store, 1, &error));
  store_fixture_add (fixture->store, TAGA_TYPE_ROUND, "name", "第3回", NULL);
  g_assert_cmpint (taga_store_get_round (fixture->store), ==, 1);
  g_assert_cmpint (taga_store_get_assessment (fixture->store)->threat[0], ==, 3);
  g_assert_false (taga_store_select_round (fixture->store, 99, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (taga_store_get_round (fixture->store), ==, 1);
  g_assert_true (taga_store_select_round (fixture->store, 0, &error));
  g_assert_cmpint (taga_store_get_round (fixture->store), ==, 3);
}

static void
test_sample_company_is_as_it_was_made (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *medium;
    int threat;
    int vulnerability;
    int likelihood;
  } media[] = {
    { "paper", 2, 2, 1 },  { "removable", 2, 3, 2 }, { "office-pc", 3, 3, 3 },
    { "mobile", 2, 3, 2 }, { "server", 3, 2, 2 },    { "cloud", 3, 2, 2 },
  };
  const TagaAssessment *assessment = taga_store_get_assessment (fixture->store);
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autoptr (TagaCursor) cursor = NULL;
  g_autoptr (GError) error = NULL;
  const TagaValue *values;
  guint large = 0, medium = 0, small = 0, unknown = 0;
  gboolean has_row;

  g_assert_cmpint (taga_store_count (fixture->store, TAGA_TYPE_ASSET, &error), ==, 44);
  for (guint i = 0; i < G_N_ELEMENTS (media); i++)
    {
      int place = taga_assessment_find_medium (assessment, media[i].medium);

      g_test_message ("%s", media[i].medium);
      g_assert_cmpint (place, >=, 0);
      g_assert_cmpint (assessment->threat[place], ==, media[i].threat);
      g_assert_cmpint (assessment->vulnerability[place], ==, media[i].vulnerability);
      g_assert_cmpint (
          taga_risk_likelihood (assessment->scale, media[i].threat, media[i].vulnerability), ==,
          media[i].likelihood);
    }

  query->scope = TAGA_SCOPE_IN_USE;
  cursor = taga_cursor_new (fixture->store, TAGA_TYPE_ASSET, query, &error);
  while (taga_cursor_next (cursor, NULL, &values, &has_row, &error) && has_row)
    {
      const char *band = values[TAGA_ASSET_BAND].text;

      large += g_str_equal (band, "large");
      medium += g_str_equal (band, "medium");
      small += g_str_equal (band, "small");
      unknown += g_str_equal (band, "unknown");
    }
  g_assert_no_error (error);
  g_assert_cmpuint (large, ==, 18);
  g_assert_cmpuint (medium, ==, 9);
  g_assert_cmpuint (small, ==, 15);
  g_assert_cmpuint (unknown, ==, 2);

  /* Who reads only what the rules need comes to the same. */
  g_clear_object (&cursor);
  cursor = taga_cursor_new_for_rules (fixture->store, TAGA_TYPE_ASSET, query, &error);
  while (taga_cursor_next (cursor, NULL, &values, &has_row, &error) && has_row)
    {
      g_assert_null (values[TAGA_ASSET_NAME].text);
      large -= g_str_equal (values[TAGA_ASSET_BAND].text, "large");
      small -= g_str_equal (values[TAGA_ASSET_BAND].text, "small");
    }
  g_assert_no_error (error);
  g_assert_cmpuint (large + small, ==, 0);

  /* It says that it is made up, and there is nothing to undo in it. */
  {
    g_autofree char *fictitious =
        store_fixture_get (fixture->store, TAGA_TYPE_COMPANY, 1, "fictitious");
    g_autoptr (TagaStep) step = taga_history_peek (fixture->store, TAGA_STEP_DONE, &error);

    g_assert_cmpstr (fictitious, ==, "1");
    g_assert_null (step);
    g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOTHING);
  }
  store_fixture_assert_whole (fixture->store);
}

/* What is answered of other things says nothing of a medium: its checks are still unknown, and not
 * all undone. */
static void
test_medium_is_known_by_its_own_checks (StoreFixture *fixture, gconstpointer data)
{
  gint64 id = store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "契約書", "medium",
                                 "paper", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  store_fixture_set (fixture->store, TAGA_TYPE_CHECK, 1, "answer", "1");
  before = store_fixture_get (fixture->store, TAGA_TYPE_ASSET, id, "vulnerability");
  g_assert_null (before);

  store_fixture_set (fixture->store, TAGA_TYPE_CHECK, 5, "answer", "3");
  after = store_fixture_get (fixture->store, TAGA_TYPE_ASSET, id, "vulnerability");
  g_assert_cmpstr (after, ==, "3");
}

#define ADD(name, kind, func)                                                                      \
  g_test_add (name, StoreFixture, kind, store_fixture_set_up, func, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_resources_register (taga_data_get_resource ());

  ADD ("/live/same-row-is-the-same-object", NULL, test_same_row_is_the_same_object);
  ADD ("/live/record-may-outlive-the-store", NULL, test_record_may_outlive_the_store);
  ADD ("/live/held-record-follows-every-step", NULL, test_held_record_follows_every_step);
  ADD ("/live/step-given-up-leaves-held-records-as-they-are", NULL,
       test_step_given_up_leaves_held_records_as_they_are);
  ADD ("/live/removed-record-keeps-what-it-showed", NULL, test_removed_record_keeps_what_it_showed);
  ADD ("/live/answer-changes-held-risks", NULL, test_answer_changes_held_risks);
  ADD ("/live/everybody-hears-of-a-change-once", NULL, test_everybody_hears_of_a_change_once);
  ADD ("/live/other-programs-changes-arrive-with-a-refresh", NULL,
       test_other_programs_changes_arrive_with_a_refresh);
  ADD ("/live/company-chooses-the-edition", NULL, test_company_chooses_the_edition);
  ADD ("/live/medium-is-known-by-its-own-checks", NULL, test_medium_is_known_by_its_own_checks);
  ADD ("/live/newest-open-round-counts", NULL, test_newest_open_round_counts);
  ADD ("/live/sample-company-is-as-it-was-made", "sample", test_sample_company_is_as_it_was_made);

  return g_test_run ();
}
