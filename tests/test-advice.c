#include <string.h>

#include "data-resources.h"
#include "store-fixture.h"
#include "taga-action.h"
#include "taga-advice-groups.h"
#include "taga-advice.h"
#include "taga-answer-record.h"
#include "taga-asset.h"
#include "taga-check.h"
#include "taga-cost.h"
#include "taga-cursor.h"
#include "taga-history.h"
#include "taga-mapping.h"
#include "taga-measure-keys.h"
#include "taga-measure.h"
#include "taga-own-item.h"
#include "taga-threat.h"

/* What to do first, told of a register: that what is promised is what happens. */

/* Advice with the figures that it needs. */
typedef struct
{
  TagaImpact *impact;
  TagaAdvice *advice;
} Told;

static void
told_clear (Told *self)
{
  g_clear_pointer (&self->advice, taga_advice_free);
  g_clear_pointer (&self->impact, taga_impact_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Told, told_clear)

static Told
ask (TagaStore *store)
{
  g_autoptr (GError) error = NULL;
  Told told = { 0 };

  told.impact = taga_impact_new (store, &error);
  g_assert_no_error (error);
  told.advice = taga_advice_new (store, told.impact, &error);
  g_assert_no_error (error);

  return told;
}

static void
answer (TagaStore *store, GType type, const char *item, gint64 number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaAnswerRecord) record = taga_answer_record_load (store, type, item, &error);

  g_assert_no_error (error);
  taga_answer_record_change (record, number, &error);
  g_assert_no_error (error);
}

/* Counts the register asset by asset. */
static TagaStanding
count (TagaStore *store)
{
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autoptr (TagaCursor) cursor = NULL;
  g_autoptr (GError) error = NULL;
  const TagaValue *values;
  gboolean has_row = TRUE;
  TagaStanding tally = { 0 };

  query->scope = TAGA_SCOPE_IN_USE;
  cursor = taga_cursor_new (store, TAGA_TYPE_ASSET, query, &error);
  g_assert_no_error (error);
  while (has_row)
    {
      taga_cursor_next (cursor, NULL, &values, &has_row, &error);
      g_assert_no_error (error);
      if (has_row)
        taga_standing_add (&tally, taga_edition_get_scale (taga_store_get_edition (store)),
                           (int) values[TAGA_ASSET_RISK].number, 1);
    }

  return tally;
}

static void
assert_same_tally (const TagaStanding *a, const TagaStanding *b)
{
  for (guint i = 0; i < TAGA_MAX_BANDS; i++)
    g_assert_cmpuint (a->n[i], ==, b->n[i]);
  g_assert_cmpint (a->sum, ==, b->sum);
}

static void
assert_keys (const GPtrArray *keys, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < keys->len; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "" : " ",
                            (const char *) g_ptr_array_index (keys, i));
  g_assert_cmpstr (text->str, ==, expected);
}

/* Does what a set says and looks whether that happens; then takes it back. */
static void
check_promise (TagaStore *store, const TagaAdviceSet *set, const TagaStanding *before)
{
  g_autoptr (GError) error = NULL;
  TagaStanding after;
  guint n_large = 0;

  for (guint i = 0; i < set->checks->len; i++)
    answer (store, TAGA_TYPE_CHECK, g_ptr_array_index (set->checks, i), TAGA_ANSWER_DONE);

  after = count (store);
  assert_same_tally (&set->after, &after);
  g_assert_cmpint (set->fewer[TAGA_BAND_LARGE], ==,
                   (int) before->n[TAGA_BAND_LARGE] - (int) after.n[TAGA_BAND_LARGE]);
  g_assert_cmpint (set->fall, ==, before->sum - after.sum);
  for (guint i = 0; i < taga_store_get_assessment (store)->n_media; i++)
    g_assert_cmpint (set->vulnerability[i], ==,
                     taga_store_get_assessment (store)->vulnerability[i]);
  for (TagaBand band = TAGA_BAND_UNKNOWN; band < TAGA_BAND_LARGE; band++)
    n_large += set->impact.n_moved[TAGA_BAND_LARGE][band];
  g_assert_cmpint (set->fewer[TAGA_BAND_LARGE], ==, n_large);

  for (guint i = 0; i < set->checks->len; i++)
    g_assert_true (taga_history_undo (store, &error));
}

static void
test_what_is_promised_happens (StoreFixture *fixture, gconstpointer data)
{
  g_auto (Told) told = { 0 };
  TagaStanding before;
  GPtrArray *items, *sets;
  gint64 last = G_MININT64;

  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, 1, "vulnerability_reason", "点検した");
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, 1, "vulnerability_override", "3");
  before = count (fixture->store);
  told = ask (fixture->store);
  items = taga_advice_get_items (told.advice);
  sets = taga_advice_get_sets (told.advice);

  assert_same_tally (taga_advice_get_before (told.advice), &before);
  g_assert_true (taga_advice_is_answered (told.advice));
  g_assert_true (taga_advice_is_solved (told.advice));
  g_assert_cmpuint (items->len, >, 20);
  g_assert_cmpuint (sets->len, >, 5);
  for (guint i = 0; i < items->len; i++)
    check_promise (fixture->store, g_ptr_array_index (items, i), &before);
  for (guint i = 0; i < sets->len; i++)
    {
      const TagaAdviceSet *set = g_ptr_array_index (sets, i);

      check_promise (fixture->store, set, &before);
      g_assert_cmpint (set->after.n[TAGA_BAND_LARGE], >=, last);
      last = set->after.n[TAGA_BAND_LARGE];
    }
}

static void
test_advice_changes_nothing (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *digest = store_fixture_digest (fixture->path, TRUE);
  g_autofree char *after = NULL;
  g_auto (Told) told = ask (fixture->store);
  g_autoptr (TagaAdvicePlan) plan = taga_advice_plan (told.advice, 100000);

  g_assert_nonnull (plan);
  after = store_fixture_digest (fixture->path, TRUE);
  g_assert_cmpstr (digest, ==, after);
}

static gint64
add_paper (TagaStore *store, const char *value)
{
  return store_fixture_add (store, TAGA_TYPE_ASSET, "name", "契約書", "medium", "paper",
                            "confidentiality", value, "integrity", "1", "availability", "1", NULL);
}

/* Three paper assets, a threat, and no check item done but one. The guideline has 11 for paper. */
static void
make_paper (TagaStore *store)
{
  add_paper (store, "3");
  add_paper (store, "3");
  add_paper (store, "2");
  answer (store, TAGA_TYPE_THREAT, "1", 3);
  answer (store, TAGA_TYPE_CHECK, "3-2", TAGA_ANSWER_DONE);
}

static void
test_without_answers_there_is_no_advice (StoreFixture *fixture, gconstpointer data)
{
  g_auto (Told) told = { 0 };
  g_autoptr (TagaAdvicePlan) plan = NULL;

  add_paper (fixture->store, "3");
  answer (fixture->store, TAGA_TYPE_THREAT, "1", 3);
  told = ask (fixture->store);
  plan = taga_advice_plan (told.advice, TAGA_UNKNOWN);

  g_assert_false (taga_advice_is_answered (told.advice));
  g_assert_cmpuint (taga_advice_get_sets (told.advice)->len, ==, 0);
  g_assert_cmpuint (plan->best->checks->len, ==, 0);
  g_assert_null (plan->runner_up);
  g_assert_cmpuint (taga_advice_get_before (told.advice)->n[TAGA_BAND_UNKNOWN], ==, 1);
}

static void
test_counts_what_is_partly_done (StoreFixture *fixture, gconstpointer data)
{
  g_auto (Told) told = { 0 };
  const TagaAdviceSet *set, *item;

  /* 2 of 22 halves; with 3-3 in part 3. A quarter are 6, so that two items do, one of them whole.
   */
  make_paper (fixture->store);
  answer (fixture->store, TAGA_TYPE_CHECK, "3-3", TAGA_ANSWER_PARTLY);
  answer (fixture->store, TAGA_TYPE_CHECK, "6-3", TAGA_ANSWER_NOT_APPLICABLE);
  told = ask (fixture->store);
  set = g_ptr_array_index (taga_advice_get_sets (told.advice),
                           taga_advice_get_sets (told.advice)->len - 1);
  g_assert_cmpuint (set->checks->len, ==, 1);
  g_assert_cmpint (set->vulnerability[0], ==, 2);
  g_assert_cmpint (set->fall, ==, 8);

  item = taga_advice_find_item (told.advice, "3-3");
  g_assert_cmpint (item->fall, ==, 0);
  item = taga_advice_find_item (told.advice, "2-1");
  g_assert_cmpint (item->fall, ==, 8);
  g_assert_cmpint (item->fewer[TAGA_BAND_LARGE], ==, 1);
  g_assert_cmpint (item->fewer[TAGA_BAND_MEDIUM], ==, -1);
  g_assert_null (taga_advice_find_item (told.advice, "3-2"));
  g_assert_null (taga_advice_find_item (told.advice, "6-3"));
  g_assert_null (taga_advice_find_item (told.advice, "99-9"));
}

static void
test_leaves_out_what_is_retired_or_set_by_hand (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (Told) told = { 0 };
  gint64 retired, judged, vague;
  g_autoptr (TagaAdvicePlan) plan = NULL;

  make_paper (fixture->store);
  retired = add_paper (fixture->store, "3");
  judged = add_paper (fixture->store, "3");
  vague = store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "覚え書き", "medium", "paper",
                             "confidentiality", "3", NULL);
  g_assert_cmpint (vague, >, 0);
  store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "媒体未定", "confidentiality", "3",
                     "integrity", "3", "availability", "3", NULL);
  g_assert_true (taga_action_retire (fixture->store, &retired, 1, TRUE, &error));
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, judged, "vulnerability_reason", "金庫");
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, judged, "vulnerability_override", "3");

  told = ask (fixture->store);
  g_assert_cmpuint (taga_advice_get_before (told.advice)->n[TAGA_BAND_LARGE], ==, 4);
  g_assert_cmpuint (taga_advice_get_before (told.advice)->n[TAGA_BAND_UNKNOWN], ==, 2);
  plan = taga_advice_plan (told.advice, TAGA_UNKNOWN);
  g_assert_cmpint (plan->best->fewer[TAGA_BAND_LARGE], ==, 3);
  g_assert_cmpuint (plan->best->after.n[TAGA_BAND_UNKNOWN], ==, 2);
  g_assert_cmpuint (plan->best->after.n[TAGA_BAND_LARGE], ==, 1);
  g_assert_cmpuint (plan->best->checks->len, ==, 10);
}

/* With the mapping that is shipped there always is a plan; nothing done leaves most to choose from,
 * and halves here and there make the work largest. */
static void
test_shipped_mapping_is_always_solved (StoreFixture *fixture, gconstpointer data)
{
  static const char *const partly[] = { "6-3", "2-2", "7-1", "7-7", "8-1", "8-9" };
  guint n;
  const TagaItem *items =
      taga_edition_get_items (taga_store_get_edition (fixture->store), "check", &n);
  g_auto (Told) nothing = { 0 };
  g_auto (Told) halves = { 0 };
  g_autoptr (TagaAdvicePlan) plan = NULL;

  for (guint i = 0; i < n; i++)
    answer (fixture->store, TAGA_TYPE_CHECK, items[i].key, TAGA_ANSWER_NOT_DONE);
  nothing = ask (fixture->store);
  g_assert_true (taga_advice_is_solved (nothing.advice));
  g_assert_cmpuint (taga_advice_get_items (nothing.advice)->len, ==, n);

  for (guint i = 0; i < G_N_ELEMENTS (partly); i++)
    answer (fixture->store, TAGA_TYPE_CHECK, partly[i], TAGA_ANSWER_PARTLY);
  halves = ask (fixture->store);
  plan = taga_advice_plan (halves.advice, 100000);
  g_assert_nonnull (plan);
  g_assert_cmpint (plan->best->fall, >, 0);
}

/* Levels that another program has written into the file are none, whatever they are. */
static void
test_counts_no_levels_that_are_none (StoreFixture *fixture, gconstpointer data)
{
  g_auto (Told) told = { 0 };
  TagaStanding tally;

  make_paper (fixture->store);
  store_fixture_close (fixture);
  store_fixture_exec (fixture->path, "UPDATE asset SET vulnerability_override = 64 WHERE id = 1;"
                                     "UPDATE asset SET threat_override = -7 WHERE id = 2;");
  store_fixture_reopen (fixture);
  tally = count (fixture->store);
  told = ask (fixture->store);
  assert_same_tally (taga_advice_get_before (told.advice), &tally);
  g_assert_cmpuint (tally.n[TAGA_BAND_UNKNOWN], ==, 2);
}

static void
set_cost (TagaStore *store, const char *item, const char *cost)
{
  store_fixture_add (store, TAGA_TYPE_COST, "item", item, "cost", cost, NULL);
}

static void
test_costs_decide (StoreFixture *fixture, gconstpointer data)
{
  static const char *const dear[] = { "2-1", "2-2", "2-3", "3-3", "3-4", "3-5", "3-7" };
  g_auto (Told) told = { 0 };
  g_autoptr (TagaAdvicePlan) plan = NULL;
  g_autoptr (TagaAdvicePlan) large = NULL;
  g_autoptr (TagaAdvicePlan) none = NULL;

  make_paper (fixture->store);
  for (guint i = 0; i < G_N_ELEMENTS (dear); i++)
    set_cost (fixture->store, dear[i], "90000");
  set_cost (fixture->store, "6-1", "20000");
  set_cost (fixture->store, "6-2", "30000");
  set_cost (fixture->store, "6-3", "40000");

  /* 2 of 22 halves; 6 are a quarter, which the two cheapest reach. */
  told = ask (fixture->store);
  plan = taga_advice_plan (told.advice, 50000);
  assert_keys (plan->best->checks, "6-1 6-2");
  g_assert_cmpint (plan->best->cost, ==, 50000);
  g_assert_cmpint (plan->best->fewer[TAGA_BAND_LARGE], ==, 1);
  g_assert_cmpuint (plan->best->unpriced->len, ==, 0);
  g_assert_null (plan->more);

  /* Nothing that costs less brings anything; what brings more costs more than there is. */
  g_assert_true (plan->is_dearer);
  g_assert_cmpint (plan->runner_up->cost, ==, 720000);
  g_assert_cmpint (plan->runner_up->fewer[TAGA_BAND_LARGE], ==, 3);

  /* ¥100,000 are wanting for all of it. */
  large = taga_advice_plan (told.advice, 620000);
  assert_keys (large->best->checks, "6-1 6-2");
  g_assert_nonnull (large->more);
  g_assert_cmpuint (large->more->checks->len, ==, 10);
  g_assert_cmpint (large->more->cost, ==, 720000);
  g_assert_cmpint (large->more->fewer[TAGA_BAND_LARGE], ==, 3);

  none = taga_advice_plan (told.advice, 49999);
  g_assert_cmpuint (none->best->checks->len, ==, 0);
  g_assert_cmpint (none->best->cost, ==, 0);
  assert_keys (none->more->checks, "6-1 6-2");
}

static void
test_names_what_has_no_cost (StoreFixture *fixture, gconstpointer data)
{
  g_auto (Told) told = { 0 };
  g_autoptr (TagaAdvicePlan) plan = NULL;

  make_paper (fixture->store);
  set_cost (fixture->store, "3-3", "0");
  set_cost (fixture->store, "2-1", "10000");
  told = ask (fixture->store);
  plan = taga_advice_plan (told.advice, 10000);
  g_assert_cmpuint (plan->best->checks->len, ==, 10);
  g_assert_cmpint (plan->best->cost, ==, 10000);
  assert_keys (plan->best->unpriced, "2-2 2-3 3-4 3-5 3-7 6-1 6-2 6-3");
}

static void
test_own_items_count (StoreFixture *fixture, gconstpointer data)
{
  g_auto (Told) told = { 0 };
  g_autoptr (TagaAdvicePlan) plan = NULL;
  gint64 id;
  g_autofree char *key = NULL;

  make_paper (fixture->store);
  id = store_fixture_add (fixture->store, TAGA_TYPE_OWN_ITEM, "list", "check", "group", "3",
                          "title", "金庫にしまっている", NULL);
  key = g_strdup_printf ("own-%" G_GINT64_FORMAT, id);
  store_fixture_add (fixture->store, TAGA_TYPE_MAPPING, "kind", "medium", "item", key, "target",
                     "paper", "counts", "1", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_MAPPING, "kind", "medium", "item", "2-1", "target",
                     "paper", "counts", "0", NULL);

  told = ask (fixture->store);
  plan = taga_advice_plan (told.advice, TAGA_UNKNOWN);
  g_assert_true (g_ptr_array_find_with_equal_func (plan->best->checks, key, g_str_equal, NULL));
  g_assert_false (g_ptr_array_find_with_equal_func (plan->best->checks, "2-1", g_str_equal, NULL));
}

static void
test_tells_what_is_planned (StoreFixture *fixture, gconstpointer data)
{
  static const char *const checks[] = { "6-2", "2-1", "6-2", NULL };
  g_autoptr (GError) error = NULL;
  g_auto (Told) told = { 0 };
  g_auto (Told) later = { 0 };
  g_autoptr (TagaRecord) measure = NULL;
  g_autoptr (TagaStep) step = NULL;
  g_autoptr (TagaAdvicePlan) plan = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *undone = NULL;
  gint64 id;

  make_paper (fixture->store);
  digest = store_fixture_digest (fixture->path, FALSE);
  id = taga_advice_add_measure (fixture->store, "施錠を徹底する", checks, 50000, &error);
  g_assert_no_error (error);
  measure = taga_store_get_record (fixture->store, TAGA_TYPE_MEASURE, id, &error);
  g_assert_cmpstr (taga_record_get_text (measure, TAGA_MEASURE_NAME), ==, "施錠を徹底する");
  g_assert_cmpstr (taga_record_get_text (measure, TAGA_MEASURE_TREATMENT), ==, "reduce");
  g_assert_cmpstr (taga_record_get_text (measure, TAGA_MEASURE_STATUS), ==, "todo");
  g_assert_cmpstr (taga_record_get_text (measure, TAGA_MEASURE_CHECKS), ==, "2-1 6-2");
  g_assert_cmpint (taga_record_get_number (measure, TAGA_MEASURE_BUDGET), ==, 50000);
  step = taga_history_peek (fixture->store, TAGA_STEP_DONE, &error);
  g_assert_cmpstr (step->label, ==, "Add “施錠を徹底する”");

  told = ask (fixture->store);
  g_assert_true (taga_advice_find_item (told.advice, "2-1")->is_planned);
  g_assert_false (taga_advice_find_item (told.advice, "2-2")->is_planned);
  g_assert_cmpstr (taga_advice_find_measure (told.advice, "2-1")->name, ==, "施錠を徹底する");
  g_assert_cmpint (taga_advice_find_measure (told.advice, "2-1")->budget, ==, 50000);
  g_assert_null (taga_advice_find_measure (told.advice, "2-2"));

  /* What is planned is reckoned with and neither proposed again nor paid for twice. */
  set_cost (fixture->store, "2-1", "90000");
  told_clear (&told);
  told = ask (fixture->store);
  plan = taga_advice_plan (told.advice, 0);
  groups = taga_advice_groups_new (fixture->store, told.advice, told.impact, plan->best);
  assert_keys (plan->best->planned, "2-1 6-2");
  g_assert_cmpint (plan->best->cost, ==, 0);
  for (guint i = 0; i < groups->len; i++)
    {
      const TagaAdviceGroup *group = g_ptr_array_index (groups, i);

      g_assert_false (g_ptr_array_find_with_equal_func (group->checks, "2-1", g_str_equal, NULL));
      g_assert_false (g_ptr_array_find_with_equal_func (group->checks, "6-2", g_str_equal, NULL));
    }
  g_assert_true (taga_history_undo (fixture->store, &error));

  /* A finished measure plans nothing any more. */
  store_fixture_set (fixture->store, TAGA_TYPE_MEASURE, id, "status", "done");
  later = ask (fixture->store);
  g_assert_false (taga_advice_find_item (later.advice, "2-1")->is_planned);

  g_clear_object (&measure);
  g_assert_true (taga_history_undo (fixture->store, &error));
  g_assert_true (taga_history_undo (fixture->store, &error));
  undone = store_fixture_digest (fixture->path, FALSE);
  g_assert_cmpstr (undone, ==, digest);
}

static void
test_adds_no_measure_that_cannot_be (StoreFixture *fixture, gconstpointer data)
{
  static const char *const unknown[] = { "2-1", "99-9", NULL };
  static const char *const none[] = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *digest = store_fixture_digest (fixture->path, TRUE);
  g_autofree char *after = NULL;
  gint64 id;

  g_assert_cmpint (taga_advice_add_measure (fixture->store, "対策", unknown, 0, &error), ==, 0);
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID);
  store_fixture_assert_plain (error);
  g_clear_error (&error);

  g_assert_cmpint (taga_advice_add_measure (fixture->store, "", none, 0, &error), ==, 0);
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID);
  g_clear_error (&error);
  after = store_fixture_digest (fixture->path, TRUE);
  g_assert_cmpstr (after, ==, digest);

  id = taga_advice_add_measure (fixture->store, "見直し", none, TAGA_UNKNOWN, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
}

static void
test_keys_are_read_and_written (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *keys;
  } cases[] = {
    { NULL, "" },
    { "", "" },
    { "  ", "" },
    { "3-2", "3-2" },
    { "10-1 3-2 2-1", "2-1 3-2 10-1" },
    { " 3-2　2-1、3-2,\n7-10 7-2", "2-1 3-2 7-2 7-10" },
    { "３－２ ２-1", "2-1 3-2" },
    { "own-9 3-2 zzz 2-1", "2-1 3-2 own-9 zzz" },
    { "\xff 3-2", "" },
  };
  static const gint64 ids[] = { 12, 3, 12, 100 };
  g_autofree char *written = taga_measure_keys_write_assets (ids, G_N_ELEMENTS (ids));
  g_autoptr (GArray) read = taga_measure_keys_read_assets ("12 x 3,03 -1 0 99999999999999999999 5");
  g_autoptr (GArray) nothing = taga_measure_keys_read_assets (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) keys = taga_measure_keys_read (cases[i].text);
      g_autofree char *text = taga_measure_keys_write (taga_store_get_edition (fixture->store),
                                                       (const char *const *) keys);

      g_test_message ("case %u", i);
      g_assert_cmpstr (text == NULL ? "" : text, ==, cases[i].keys);
    }

  g_assert_cmpstr (written, ==, "3 12 100");
  g_assert_null (taga_measure_keys_write_assets (NULL, 0));
  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpuint (read->len, ==, 3);
  g_assert_cmpint (g_array_index (read, gint64, 0), ==, 3);
  g_assert_cmpint (g_array_index (read, gint64, 1), ==, 5);
  g_assert_cmpint (g_array_index (read, gint64, 2), ==, 12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_resources_register (taga_data_get_resource ());

#define ADD(name, kind, test)                                                                      \
  g_test_add ("/advice/" name, StoreFixture, kind, store_fixture_set_up, test,                     \
              store_fixture_tear_down)

  ADD ("what-is-promised-happens", "sample", test_what_is_promised_happens);
  ADD ("advice-changes-nothing", "sample", test_advice_changes_nothing);
  ADD ("without-answers-there-is-no-advice", NULL, test_without_answers_there_is_no_advice);
  ADD ("counts-what-is-partly-done", NULL, test_counts_what_is_partly_done);
  ADD ("leaves-out-what-is-retired-or-set-by-hand", NULL,
       test_leaves_out_what_is_retired_or_set_by_hand);
  ADD ("shipped-mapping-is-always-solved", "sample", test_shipped_mapping_is_always_solved);
  ADD ("counts-no-levels-that-are-none", NULL, test_counts_no_levels_that_are_none);
  ADD ("costs-decide", NULL, test_costs_decide);
  ADD ("names-what-has-no-cost", NULL, test_names_what_has_no_cost);
  ADD ("own-items-count", NULL, test_own_items_count);
  ADD ("tells-what-is-planned", NULL, test_tells_what_is_planned);
  ADD ("adds-no-measure-that-cannot-be", NULL, test_adds_no_measure_that_cannot_be);
  ADD ("keys-are-read-and-written", NULL, test_keys_are_read_and_written);

  return g_test_run ();
}
