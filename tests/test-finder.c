#include "data-resources.h"
#include "store-fixture.h"
#include "taga-asset.h"
#include "taga-finder.h"
#include "taga-history.h"
#include "taga-language.h"
#include "taga-replace.h"

/* Finding and replacing what the cells of a table show. */

static const guint columns[] = { TAGA_ASSET_NAME,           TAGA_ASSET_RISK,
                                 TAGA_ASSET_MEDIUM,         TAGA_ASSET_PERSONAL,
                                 TAGA_ASSET_REGISTERED_ON,  TAGA_ASSET_NOTE,
                                 TAGA_ASSET_CONFIDENTIALITY };

static void
set_up (StoreFixture *fixture, gconstpointer kind)
{
  store_fixture_set_up (fixture, kind);
  store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "見積書", "medium", "paper",
                     "confidentiality", "2", "registered-on", "2026-04-01", "note",
                     "㈱ためしのｻｰﾊﾞｰ", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "ＡＢＣ図面", "medium", "server",
                     "personal", "1", "confidentiality", "3", "integrity", "3", "availability", "3",
                     "threat-override", "3", "threat-reason", "実績", "vulnerability-override", "3",
                     "vulnerability-reason", "未対策", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "契約書", "medium", "mobile", "note",
                     "社内サーバーの写し。旧サーバーにも", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "サーバー室の鍵", "registered-on",
                     "2025-12-31", NULL);
}

static GArray *
list_fields (void)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (guint));

  return g_array_append_vals (fields, columns, G_N_ELEMENTS (columns));
}

static GArray *
list_ids (const gint64 *ids, guint n)
{
  return g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (gint64)), ids, n);
}

/* All that is found from the top on, as "row/column " each. */
static char *
find_all (StoreFixture *fixture, GArray *ids, const char *text, guint first)
{
  g_autoptr (GArray) fields = list_fields ();
  g_autoptr (TagaFinder) finder =
      taga_finder_new (fixture->store, TAGA_TYPE_ASSET, ids, fields, text, first);
  GString *all = g_string_new (NULL);
  TagaFound place = { 0, 0 };
  g_autoptr (GError) error = NULL;

  while (!taga_finder_is_done (finder))
    g_assert_true (taga_finder_scan (finder, 1, &error));
  for (guint i = 0; i < taga_finder_get_n_found (finder); i++)
    {
      g_assert_true (taga_finder_next (finder, &place, i == 0, &place));
      g_assert_cmpuint (taga_finder_get_rank (finder, &place), ==, i + 1);
      g_string_append_printf (all, "%u/%u ", place.row, place.column);
    }

  return g_string_free (all, FALSE);
}

static void
test_finds_what_cells_show (StoreFixture *fixture, gconstpointer data)
{
  static const gint64 ids[] = { 1, 2, 3, 4 };
  static const char *const cases[][2] = {
    { "サーバー", "0/5 1/2 2/5 3/0 " },
    { "ｻｰﾊﾞｰ", "0/5 1/2 2/5 3/0 " },
    { "さーばー", "0/5 1/2 2/5 3/0 " },
    { "abc", "1/0 " },
    { "株", "0/5 " },
    { "書類", "0/2 " },
    { "paper", "" }, /* a key is shown nowhere */
    { "2026/4/1", "0/4 " },
    { "2026-04-01", "" },
    { "有", "1/3 " },
    { "大 9", "1/1 " },
    { "大", "1/1 " },
    { "未評価", "" },
    { "3", "1/6 3/4 " },
    { "ない言葉", "" },
    { "' OR 1=1 --", "" },
  };
  g_autoptr (GArray) rows = list_ids (ids, 4);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint first = 0; first < 5; first++)
      {
        g_autofree char *found = find_all (fixture, rows, cases[i][0], first);

        g_test_message ("case %u from row %u", i, first);
        g_assert_cmpstr (found, ==, cases[i][1]);
      }
}

/* The order of the table counts, not that of the numbers; what is gone meanwhile is passed over. */
static void
test_goes_by_the_order_of_the_rows (StoreFixture *fixture, gconstpointer data)
{
  static const gint64 ids[] = { 4, 99, 3, 2, 1 };
  g_autoptr (GArray) rows = list_ids (ids, 5);
  g_autoptr (GArray) none = list_ids (ids, 0);
  g_autofree char *found = find_all (fixture, rows, "サーバー", 2);
  g_autofree char *nothing = find_all (fixture, none, "サーバー", 0);

  g_assert_cmpstr (found, ==, "0/0 2/5 3/2 4/5 ");
  g_assert_cmpstr (nothing, ==, "");
}

/* The next one is known as soon as it was looked at, however many rows follow. */
static void
test_the_nearest_is_known_first (StoreFixture *fixture, gconstpointer data)
{
  static const gint64 ids[] = { 1, 2, 3, 4 };
  g_autoptr (GArray) rows = list_ids (ids, 4);
  g_autoptr (GArray) fields = list_fields ();
  g_autoptr (TagaFinder) finder =
      taga_finder_new (fixture->store, TAGA_TYPE_ASSET, rows, fields, "サーバー", 2);
  const TagaFound cursor = { 2, 0 };
  TagaFound found;

  g_assert_false (taga_finder_next (finder, &cursor, TRUE, &found));
  g_assert_true (taga_finder_scan (finder, 1, NULL));
  g_assert_true (taga_finder_next (finder, &cursor, TRUE, &found));
  g_assert_cmpuint (found.row, ==, 2);
  g_assert_false (taga_finder_is_done (finder));
  g_assert_false (taga_finder_next (finder, &found, FALSE, &found));
  g_assert_false (taga_finder_previous (finder, &cursor, &found));

  g_assert_true (taga_finder_scan (finder, G_MAXUINT, NULL));
  g_assert_true (taga_finder_is_done (finder));
  g_assert_true (taga_finder_previous (finder, &cursor, &found));
  g_assert_cmpuint (found.row, ==, 1);
  g_assert_true (taga_finder_next (finder, &(TagaFound){ 3, 0 }, FALSE, &found));
  g_assert_cmpuint (found.row, ==, 0);
  g_assert_true (taga_finder_previous (finder, &found, &found));
  g_assert_cmpuint (found.row, ==, 3);
  g_assert_cmpuint (taga_finder_get_rank (finder, &(TagaFound){ 0, 0 }), ==, 0);
}

typedef struct
{
  const char *text;
  const char *by;
  guint n_cells;
  guint n_left;
  const char *expected; /* name and note of the third asset, media of the first two */
} ReplaceCase;

static const ReplaceCase replace_cases[] = {
  { "サーバー", "ＬＡＮ", 3, 1, "契約書|社内ＬＡＮの写し。旧ＬＡＮにも|paper|server" },
  { "契約書", "契約書（控え）", 1, 0,
    "契約書（控え）|社内サーバーの写し。旧サーバーにも|paper|server" },
  /* a choice becomes another one, but never none */
  { "書類", "クラウド", 1, 0, "契約書|社内サーバーの写し。旧サーバーにも|cloud|server" },
  { "書類", "", 0, 1, "契約書|社内サーバーの写し。旧サーバーにも|paper|server" },
  { "書類", "紙くず", 0, 1, "契約書|社内サーバーの写し。旧サーバーにも|paper|server" },
  /* part of a sign, marks, days and levels stay */
  { "株", "有", 0, 1, "契約書|社内サーバーの写し。旧サーバーにも|paper|server" },
  { "有", "無", 0, 1, "契約書|社内サーバーの写し。旧サーバーにも|paper|server" },
  { "3", "1", 0, 2, "契約書|社内サーバーの写し。旧サーバーにも|paper|server" },
  { "ない言葉", "x", 0, 0, "契約書|社内サーバーの写し。旧サーバーにも|paper|server" },
};

static void
test_replaces_only_what_matches (StoreFixture *fixture, gconstpointer data)
{
  static const gint64 ids[] = { 4, 3, 2, 1 };
  g_autoptr (GArray) rows = list_ids (ids, 4);
  g_autoptr (GArray) fields = list_fields ();

  for (guint i = 0; i < G_N_ELEMENTS (replace_cases); i++)
    {
      const ReplaceCase *test = &replace_cases[i];
      TagaReplace replace = { test->text, test->by, fields, 0, 0 };
      g_autoptr (TagaEdits) edits = taga_edits_new (TAGA_TYPE_ASSET);
      g_autoptr (GError) error = NULL;
      g_autofree char *is = NULL;
      g_autofree char *name = NULL;
      g_autofree char *note = NULL;
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;

      g_test_message ("case %u", i);
      g_assert_true (
          taga_replace_collect (&replace, fixture->store, edits, rows, NULL, NULL, NULL, &error));
      g_assert_cmpuint (replace.n_cells, ==, test->n_cells);
      g_assert_cmpuint (replace.n_left, ==, test->n_left);
      if (test->n_cells > 0)
        g_assert_true (
            taga_edits_apply (edits, fixture->store, "置換", NULL, NULL, NULL, NULL, &error));

      name = store_fixture_get (fixture->store, TAGA_TYPE_ASSET, 3, "name");
      note = store_fixture_get (fixture->store, TAGA_TYPE_ASSET, 3, "note");
      first = store_fixture_get (fixture->store, TAGA_TYPE_ASSET, 1, "medium");
      second = store_fixture_get (fixture->store, TAGA_TYPE_ASSET, 2, "medium");
      is = g_strjoin ("|", name, note, first, second, NULL);
      g_assert_cmpstr (is, ==, test->expected);
      if (test->n_cells > 0)
        g_assert_true (taga_history_undo (fixture->store, &error));
    }
}

static void
test_replacing_can_be_stopped (StoreFixture *fixture, gconstpointer data)
{
  static const gint64 ids[] = { 1 };
  g_autoptr (GArray) rows = list_ids (ids, 1);
  g_autoptr (GArray) fields = list_fields ();
  g_autoptr (TagaEdits) edits = taga_edits_new (TAGA_TYPE_ASSET);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  TagaReplace replace = { "見積書", "x", fields, 0, 0 };

  g_cancellable_cancel (cancellable);
  g_assert_false (taga_replace_collect (&replace, fixture->store, edits, rows, NULL, NULL,
                                        cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (taga_edits_get_n_records (edits), ==, 0);
}

#define ADD(name, func) g_test_add (name, StoreFixture, NULL, set_up, func, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_resources_register (taga_data_get_resource ());
  g_setenv ("LANGUAGE", "ja", TRUE);
  taga_language_init ();

  ADD ("/finder/finds-what-cells-show", test_finds_what_cells_show);
  ADD ("/finder/goes-by-the-order-of-the-rows", test_goes_by_the_order_of_the_rows);
  ADD ("/finder/the-nearest-is-known-first", test_the_nearest_is_known_first);
  ADD ("/finder/replaces-only-what-matches", test_replaces_only_what_matches);
  ADD ("/finder/replacing-can-be-stopped", test_replacing_can_be_stopped);

  return g_test_run ();
}
