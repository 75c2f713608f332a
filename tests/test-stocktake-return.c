#include "stocktake-fixture.h"

#include <string.h>

#include <glib/gstdio.h>

#include "taga-asset.h"
#include "taga-date.h"
#include "taga-history.h"
#include "taga-source.h"
#include "taga-stocktake-item.h"
#include "taga-stocktake-mark.h"
#include "taga-stocktake-progress.h"
#include "taga-stocktake-return.h"
#include "taga-stocktake-run.h"
#include "taga-stocktake-send.h"
#include "taga-writer.h"

/* Workbooks that go out to departments, are worked on there, and come back. */

#define CUSTOMERS "顧客名簿"

static void
set_up (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (GError) error = NULL;

  store_fixture_set_up (fixture, kind);
  stocktake_fixture_fill (fixture->store);
  taga_store_set_person (fixture->store, "山田");
  taga_stocktake_start (fixture->store, "2030-12-15", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (StoreFixture *fixture, gconstpointer kind)
{
  static const char *const folders[] = { "one", "two" };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, folders[i], NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        store_fixture_remove_folder (path);
    }
  store_fixture_tear_down (fixture, kind);
}

static StocktakeBook *
send_and_read (StoreFixture *fixture)
{
  g_autofree char *path = stocktake_fixture_send (fixture, "one", "営業部");

  return stocktake_book_read (path);
}

static TagaStocktakeReturn *
try_return (StoreFixture *fixture, StocktakeBook *book, GError **error)
{
  g_autofree char *path = g_build_filename (fixture->folder, "戻り.xlsx", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  stocktake_book_write (book, path);
  return taga_stocktake_return_new (fixture->store, file, NULL, NULL, NULL, error);
}

static TagaStocktakeReturn *
read_return (StoreFixture *fixture, StocktakeBook *book)
{
  g_autoptr (GError) error = NULL;
  TagaStocktakeReturn *back = try_return (fixture, book, &error);

  g_assert_no_error (error);
  return back;
}

static void
apply (StoreFixture *fixture, TagaStocktakeReturn *back)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (taga_stocktake_return_apply (back, fixture->store, "Take in", NULL, &error));
  g_assert_no_error (error);
  store_fixture_assert_whole (fixture->store);
}

static void
assert_refused (StoreFixture *fixture, StocktakeBook *book, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaStocktakeReturn) back = try_return (fixture, book, &error);

  g_assert_null (back);
  g_assert_nonnull (error);
  store_fixture_assert_plain (error);
  g_assert_nonnull (strstr (error->message, words));
}

/* Says what a workbook says: new, changed, same, conflicts, confirmed, retired, refused,
 * blank, missing, rejected. */
static char *
describe (TagaStocktakeReturn *back)
{
  TagaStocktakeCounts counts;

  taga_stocktake_return_count (back, &counts);
  return g_strdup_printf ("n%u c%u s%u x%u ok%u out%u no%u blank%u gone%u bad%u", counts.n_new,
                          counts.n_changed, counts.n_same, counts.n_conflicts, counts.n_confirmed,
                          counts.n_retired, counts.n_refused, counts.n_blank, counts.n_missing,
                          taga_stocktake_return_get_rejections (back)->len);
}

#define assert_counts(back, expected)                                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *is_ = describe (back);                                                        \
    g_assert_cmpstr (is_, ==, expected);                                                           \
  }                                                                                                \
  G_STMT_END

static void
assert_asset (StoreFixture *fixture, gint64 id, const char *field, const char *expected)
{
  g_autofree char *is = store_fixture_get (fixture->store, TAGA_TYPE_ASSET, id, field);

  g_assert_cmpstr (is, ==, expected);
}

static void
assert_item (StoreFixture *fixture, gint64 id, const char *field, const char *expected)
{
  g_autofree char *is = store_fixture_get (fixture->store, TAGA_TYPE_STOCKTAKE_ITEM, id, field);

  g_assert_cmpstr (is, ==, expected);
}

static TagaStocktakeAnswer *
find_answer (TagaStocktakeReturn *back, const char *name)
{
  GPtrArray *answers = taga_stocktake_return_get_answers (back);

  for (guint i = 0; i < answers->len; i++)
    if (g_str_equal (((TagaStocktakeAnswer *) g_ptr_array_index (answers, i))->name, name))
      return g_ptr_array_index (answers, i);

  g_error ("no answer for %s", name);
}

static void
test_goes_out (StoreFixture *fixture, gconstpointer kind)
{
  g_autofree char *path = stocktake_fixture_send (fixture, "one", "営業部");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *none = g_build_filename (folder, "情報資産の棚卸し_部署なし.xlsx", NULL);
  g_autoptr (StocktakeBook) book = stocktake_book_read (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) directory = g_file_new_for_path (folder);
  g_autoptr (TagaSheets) sheets = taga_sheets_open (file, NULL);
  g_autoptr (GError) error = NULL;

  /* Only its own rows, none of what is retired. */
  g_assert_cmpint (stocktake_book_find (book, CUSTOMERS), >, 0);
  g_assert_cmpint (stocktake_book_find (book, "給与台帳"), ==, -1);
  g_assert_cmpint (stocktake_book_find (book, "古い図面"), ==, -1);
  g_assert_cmpstr (stocktake_book_get (book, CUSTOMERS, "媒体・保存先"), ==, "事務所PC");
  g_assert_cmpstr (stocktake_book_get (book, CUSTOMERS, "備考"), ==, "住所と電話番号\n毎月更新");
  g_assert_cmpstr (stocktake_book_get (book, CUSTOMERS, "確認結果"), ==, NULL);
  g_assert_cmpstr (taga_sheets_get_name (sheets, 0), ==, "記入のお願い");
  g_assert_true (g_file_test (none, G_FILE_TEST_IS_REGULAR));
  assert_item (fixture, 1, "sending", "1");

  /* Never over a file that is there. */
  g_assert_false (taga_stocktake_send (fixture->store, directory, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_EXISTS);
  store_fixture_assert_plain (error);

  /* What was sent is a step, but no file is taken back from anybody. */
  g_assert_true (taga_history_undo (fixture->store, NULL));
  assert_item (fixture, 1, "sending", NULL);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
stop_cb (double fraction, gpointer cancellable)
{
  if (fraction > 0.5)
    g_cancellable_cancel (cancellable);
}

static void
test_stopped_leaves_nothing (StoreFixture *fixture, gconstpointer kind)
{
  g_autofree char *path = g_build_filename (fixture->folder, "one", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = store_fixture_digest (fixture->path, TRUE);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_false (taga_stocktake_send (fixture->store, folder, stop_cb, cancellable, cancellable,
                                       NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (path), ==, 0);
  after = store_fixture_digest (fixture->path, TRUE);
  g_assert_cmpstr (after, ==, before);
  g_clear_error (&error);

  /* One that is in the way stops all of them. */
  {
    g_autofree char *taken = g_build_filename (path, "情報資産の棚卸し_総務部.xlsx", NULL);

    g_assert_true (g_file_set_contents (taken, "mine", -1, NULL));
  }
  g_assert_false (taga_stocktake_send (fixture->store, folder, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_EXISTS);
  g_assert_cmpuint (count_files (path), ==, 1);
}

static void
test_comes_back (StoreFixture *fixture, gconstpointer kind)
{
  g_autofree char *today = taga_date_today ();
  g_autoptr (StocktakeBook) book = send_and_read (fixture);
  g_autoptr (TagaStocktakeReturn) back = NULL;
  int row;

  stocktake_book_answer (book, "そのまま");
  stocktake_book_set (book, CUSTOMERS, "媒体・保存先", "社外サーバー");
  stocktake_book_set (book, CUSTOMERS, "利用者範囲", NULL);
  stocktake_book_set (book, "見積書", "確認結果", "廃止");
  row = stocktake_book_find (book, "見積書");
  g_assert_cmpint (row, >, 0);
  stocktake_book_add_row (book, "名刺");
  stocktake_book_set (book, "名刺", "媒体・保存先", "書類");
  stocktake_book_set (book, "名刺", "個人情報", "有");

  back = read_return (fixture, book);
  assert_counts (back, "n1 c1 s1 x0 ok1 out1 no0 blank0 gone0 bad0");
  g_assert_cmpstr (taga_stocktake_return_get_department (back), ==, "営業部");
  apply (fixture, back);

  assert_asset (fixture, 1, "medium", "cloud");
  assert_asset (fixture, 1, "users", NULL);
  assert_asset (fixture, 1, "reviewed-on", "2026-04-01");
  assert_asset (fixture, 2, "retired-on", "2026-04-01");
  assert_asset (fixture, 7, "name", "名刺");
  assert_asset (fixture, 7, "department", "営業部");
  assert_asset (fixture, 7, "personal", "1");
  assert_item (fixture, 1, "state", "changed");
  assert_item (fixture, 1, "checked-by", "佐藤");
  assert_item (fixture, 1, "checked-on", "2026-04-01");
  assert_item (fixture, 2, "state", "retired");
  assert_item (fixture, 3, "state", "confirmed");
  assert_item (fixture, 4, "state", "open");
  assert_item (fixture, 6, "state", "changed");
  assert_item (fixture, 6, "checked-by", "山田");
  assert_item (fixture, 6, "checked-on", today);

  /* One step, all of it. */
  g_assert_true (taga_history_undo (fixture->store, NULL));
  assert_asset (fixture, 1, "medium", "office-pc");
  assert_asset (fixture, 2, "retired-on", NULL);
  assert_item (fixture, 1, "state", "open");
  g_assert_cmpint (taga_store_count (fixture->store, TAGA_TYPE_ASSET, NULL), ==, 5);
  g_assert_true (taga_history_redo (fixture->store, NULL));
  assert_item (fixture, 1, "state", "changed");
}

static void
test_untouched_stays_open (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (StocktakeBook) book = send_and_read (fixture);
  g_autoptr (TagaStocktakeReturn) back = read_return (fixture, book);

  assert_counts (back, "n0 c0 s3 x0 ok0 out0 no0 blank3 gone0 bad0");
  apply (fixture, back);
  assert_item (fixture, 1, "state", "open");
  assert_asset (fixture, 1, "reviewed-on", NULL);
}

/* What is written differently was changed, also where nothing was chosen beside it. */
static void
test_changed_without_a_word (StoreFixture *fixture, gconstpointer kind)
{
  g_autofree char *today = taga_date_today ();
  g_autoptr (StocktakeBook) book = send_and_read (fixture);
  g_autoptr (TagaStocktakeReturn) back = NULL;

  stocktake_book_set (book, CUSTOMERS, "機密性", "２");
  back = read_return (fixture, book);
  assert_counts (back, "n0 c1 s2 x0 ok0 out0 no0 blank2 gone0 bad0");
  apply (fixture, back);
  assert_asset (fixture, 1, "confidentiality", "2");
  assert_item (fixture, 1, "state", "changed");
  assert_item (fixture, 1, "checked-on", today);
}

static void
test_register_changed_meanwhile (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (StocktakeBook) book = send_and_read (fixture);
  g_autoptr (TagaStocktakeReturn) back = NULL;
  const TagaStocktakeCell *cell;
  TagaStocktakeAnswer *answer;

  /* Only here; the same on both sides; and differently. */
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, 1, "business", "販売");
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, 1, "confidentiality", "2");
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, 1, "medium", "server");
  stocktake_book_answer (book, "変更あり");
  stocktake_book_set (book, CUSTOMERS, "機密性", "2");
  stocktake_book_set (book, CUSTOMERS, "媒体・保存先", "社外サーバー");
  stocktake_book_set (book, CUSTOMERS, "保存期限", "7年");

  back = read_return (fixture, book);
  assert_counts (back, "n0 c3 s2 x1 ok0 out0 no0 blank0 gone0 bad0");
  answer = find_answer (back, CUSTOMERS);
  g_assert_cmpuint (answer->cells->len, ==, 2);
  cell = &g_array_index (answer->cells, TagaStocktakeCell, 0);
  g_assert_true (cell->is_conflict);
  g_assert_false (cell->ticked);
  g_assert_cmpstr (cell->base.text, ==, "office-pc");
  g_assert_cmpstr (cell->theirs.text, ==, "cloud");
  g_assert_cmpstr (cell->ours.text, ==, "server");

  apply (fixture, back);
  assert_asset (fixture, 1, "business", "販売");
  assert_asset (fixture, 1, "confidentiality", "2");
  assert_asset (fixture, 1, "medium", "server");
  assert_asset (fixture, 1, "retention", "7年");
  assert_item (fixture, 1, "state", "changed");
  assert_item (fixture, 2, "state", "changed");
}

static void
test_conflict_is_taken_if_ticked (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (StocktakeBook) book = send_and_read (fixture);
  g_autoptr (TagaStocktakeReturn) back = NULL;

  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, 1, "medium", "server");
  stocktake_book_set (book, CUSTOMERS, "媒体・保存先", "社外サーバー");
  back = read_return (fixture, book);
  g_array_index (find_answer (back, CUSTOMERS)->cells, TagaStocktakeCell, 0).ticked = TRUE;
  apply (fixture, back);
  assert_asset (fixture, 1, "medium", "cloud");
}

/* Who takes none of what a row changes has not accepted the row. */
static void
test_unticked_row_stays_open (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (StocktakeBook) book = send_and_read (fixture);
  g_autoptr (TagaStocktakeReturn) back = NULL;

  stocktake_book_answer (book, "廃止");
  stocktake_book_set (book, CUSTOMERS, "確認結果", "変更あり");
  stocktake_book_set (book, CUSTOMERS, "媒体・保存先", "社外サーバー");
  back = read_return (fixture, book);
  g_array_index (find_answer (back, CUSTOMERS)->cells, TagaStocktakeCell, 0).ticked = FALSE;
  find_answer (back, "見積書")->ticked = FALSE;
  apply (fixture, back);
  assert_item (fixture, 1, "state", "open");
  assert_item (fixture, 2, "state", "open");
  assert_asset (fixture, 2, "retired-on", NULL);
  assert_item (fixture, 3, "state", "retired");
}

/* What a row says, what the register became meanwhile, what the user ticks, and what becomes of the
 * item and of the asset's day of review. */
static const struct
{
  const char *result;
  const char *theirs; /* level of confidentiality; 3 was sent */
  const char *ours;
  gboolean ticked;
  const char *state;
  const char *level;
  gboolean is_reviewed;
  gboolean is_refused;
} verdicts[] = {
  { "変更あり", "1", "2", FALSE, "open", "2", FALSE, TRUE },
  { "そのまま", "1", "2", FALSE, "open", "2", FALSE, TRUE },
  { "変更あり", "1", "2", TRUE, "changed", "1", TRUE, FALSE },
  { "変更あり", "1", "3", FALSE, "open", "3", FALSE, TRUE },
  { "変更あり", "1", "3", TRUE, "changed", "1", TRUE, FALSE },
  { "変更あり", "2", "2", FALSE, "changed", "2", TRUE, FALSE },
  { "そのまま", "3", "3", FALSE, "confirmed", "3", TRUE, FALSE },
  { NULL, "1", "2", FALSE, "open", "2", FALSE, TRUE },
};

/* The figures that were shown before are those of the progress afterwards. */
static void
assert_progress_as_counted (StoreFixture *fixture, TagaStocktakeReturn *back)
{
  gint64 run = taga_stocktake_return_get_run (back);
  g_autoptr (GPtrArray) progress = taga_stocktake_get_progress (fixture->store, run, NULL);
  g_autoptr (GPtrArray) names = taga_stocktake_list_refused (fixture->store, run, NULL);
  TagaStocktakeProgress sum;
  TagaStocktakeCounts counts;

  taga_stocktake_return_count (back, &counts);
  taga_stocktake_sum_progress (progress, &sum);
  g_assert_cmpuint (sum.n_confirmed, ==, counts.n_confirmed);
  g_assert_cmpuint (sum.n_changed, ==, counts.n_changed + counts.n_new);
  g_assert_cmpuint (sum.n_retired, ==, counts.n_retired);
  g_assert_cmpuint (sum.n_refused, ==, counts.n_refused);
  g_assert_cmpuint (names->len, ==, counts.n_refused);
}

static void
test_verdicts (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (StocktakeBook) book = NULL;

  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, 1, "confidentiality", "3");
  book = send_and_read (fixture);
  stocktake_book_answer (book, "そのまま");
  stocktake_book_add_row (book, "名刺");
  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    {
      g_autoptr (TagaStocktakeReturn) back = NULL;
      TagaStocktakeAnswer *answer;

      stocktake_book_set (book, CUSTOMERS, "確認結果", verdicts[i].result);
      stocktake_book_set (book, CUSTOMERS, "機密性", verdicts[i].theirs);
      store_fixture_set (fixture->store, TAGA_TYPE_ASSET, 1, "confidentiality", verdicts[i].ours);
      back = read_return (fixture, book);
      answer = find_answer (back, CUSTOMERS);
      for (guint j = 0; j < answer->cells->len; j++)
        g_array_index (answer->cells, TagaStocktakeCell, j).ticked = verdicts[i].ticked;
      apply (fixture, back);

      g_test_message ("verdict %u", i);
      assert_item (fixture, 1, "state", verdicts[i].state);
      assert_asset (fixture, 1, "confidentiality", verdicts[i].level);
      assert_asset (fixture, 1, "reviewed-on", verdicts[i].is_reviewed ? "2026-04-01" : NULL);
      assert_item (fixture, 1, "checked-on", "2026-04-01");
      assert_progress_as_counted (fixture, back);
      g_assert_true (taga_history_undo (fixture->store, NULL));
      assert_item (fixture, 1, "checked-on", NULL);
    }
}

/* An answer that comes too late does not open again what was settled by hand; and a mark by hand
 * settles what was refused. */
static void
test_refused_and_marked (StoreFixture *fixture, gconstpointer kind)
{
  g_autofree char *today = taga_date_today ();
  g_autoptr (StocktakeBook) book = send_and_read (fixture);
  const gint64 customers = 1;

  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, 1, "medium", "server");
  stocktake_book_answer (book, "変更あり");
  stocktake_book_set (book, CUSTOMERS, "媒体・保存先", "社外サーバー");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TagaStocktakeReturn) back = read_return (fixture, book);
      g_autoptr (GPtrArray) names = NULL;

      apply (fixture, back);
      names =
          taga_stocktake_list_refused (fixture->store, taga_stocktake_return_get_run (back), NULL);
      g_assert_cmpuint (names->len, ==, 1 - i);
      if (i == 0)
        {
          g_assert_cmpstr (names->pdata[0], ==, CUSTOMERS);
          g_assert_true (taga_stocktake_mark (fixture->store, &customers, 1, "confirmed", NULL));
        }
      assert_item (fixture, 1, "state", "confirmed");
      assert_item (fixture, 1, "checked-on", today);
    }
}

/* Between looking at it and taking it over nothing may have changed. */
static void
test_changed_while_looked_at (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (StocktakeBook) book = send_and_read (fixture);
  g_autoptr (TagaStocktakeReturn) back = NULL;
  g_autoptr (GError) error = NULL;

  stocktake_book_answer (book, "変更あり");
  stocktake_book_set (book, CUSTOMERS, "媒体・保存先", "社外サーバー");
  back = read_return (fixture, book);
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, 1, "medium", "paper");
  g_assert_false (taga_stocktake_return_apply (back, fixture->store, "Take in", NULL, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_CONFLICT);
  assert_asset (fixture, 1, "medium", "paper");
  assert_item (fixture, 3, "state", "open");
}

static void
test_order_and_missing_rows (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (StocktakeBook) book = send_and_read (fixture);
  g_autoptr (TagaStocktakeReturn) back = NULL;

  stocktake_book_answer (book, "そのまま");
  stocktake_book_reverse (book);
  stocktake_book_remove_row (book, CUSTOMERS);
  back = read_return (fixture, book);
  assert_counts (back, "n0 c0 s2 x0 ok2 out0 no0 blank0 gone1 bad0");
  g_assert_cmpstr (taga_stocktake_return_get_missing (back)->pdata[0], ==, CUSTOMERS);
  apply (fixture, back);
  assert_item (fixture, 1, "state", "open");
  assert_asset (fixture, 1, "retired-on", NULL);
  assert_item (fixture, 2, "state", "confirmed");
  assert_item (fixture, 3, "state", "confirmed");
}

/* Without the hidden column names decide, and media where names are the same. */
static void
test_without_keys (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (StocktakeBook) book = send_and_read (fixture);
  g_autoptr (TagaStocktakeReturn) back = NULL;

  stocktake_book_remove_column (book, "整理番号");
  stocktake_book_answer (book, "そのまま");
  stocktake_book_set (book, CUSTOMERS, "備考", "毎月更新");
  stocktake_book_reverse (book);
  stocktake_book_set (book, "見積書", "保存期限", "5年");
  back = read_return (fixture, book);
  assert_counts (back, "n0 c2 s1 x0 ok1 out0 no0 blank0 gone0 bad0");
  apply (fixture, back);
  assert_asset (fixture, 1, "note", "毎月更新");
  assert_asset (fixture, 2, "retention", NULL);
  assert_asset (fixture, 3, "retention", "5年");
}

static void
test_keys_that_were_tampered_with (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (StocktakeBook) book = send_and_read (fixture);
  g_autofree char *key = g_strdup (stocktake_book_get (book, CUSTOMERS, "整理番号"));
  g_auto (GStrv) parts = g_strsplit (key, "-", 3);
  g_autofree char *foreign = g_strdup_printf ("%s-4-1", parts[0]);
  g_autofree char *unknown = g_strdup_printf ("%s-999999-1", parts[0]);
  g_autofree char *huge = g_strnfill (30000, '9');
  const char *const keys[] = { "0badc0de-1-1", foreign, unknown, huge, "ほげ", "=1+1", "5" };

  /* The name still says which asset is meant. */
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (TagaStocktakeReturn) back = NULL;

      stocktake_book_answer (book, "そのまま");
      stocktake_book_set (book, CUSTOMERS, "整理番号", keys[i]);
      back = read_return (fixture, book);
      assert_counts (back, "n0 c0 s3 x0 ok3 out0 no0 blank0 gone0 bad0");
      g_assert_cmpint (find_answer (back, CUSTOMERS)->asset, ==, 1);
    }

  /* Without name or key it is told, not guessed at; a new row with a key of nothing is not new. */
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (TagaStocktakeReturn) back = NULL;
      g_autofree char *name = g_strdup_printf ("名簿%u", i);

      if (i == 1)
        continue;
      stocktake_book_copy_row (book, CUSTOMERS, name);
      stocktake_book_set (book, name, "整理番号", keys[i]);
      back = read_return (fixture, book);
      assert_counts (back, "n0 c0 s3 x0 ok3 out0 no0 blank0 gone0 bad1");
      stocktake_book_remove_row (book, name);
    }
}

/* A key that says one asset under the name of another: the name is what people saw. */
static void
test_keys_exchanged (StoreFixture *fixture, gconstpointer kind)
{
  g_autofree char *path = stocktake_fixture_send (fixture, "one", "営業部");
  g_autoptr (StocktakeBook) book = stocktake_book_read (path);
  g_autoptr (TagaStocktakeReturn) back = NULL;
  g_autofree char *mine = g_strdup (stocktake_book_get (book, CUSTOMERS, "整理番号"));
  g_autofree char *other = g_strdup (stocktake_book_get (book, "見積書", "整理番号"));

  stocktake_book_answer (book, "そのまま");
  stocktake_book_set (book, CUSTOMERS, "整理番号", other);
  stocktake_book_set (book, "見積書", "整理番号", mine);
  stocktake_book_set (book, CUSTOMERS, "機密性", "1");
  back = read_return (fixture, book);
  assert_counts (back, "n0 c1 s2 x0 ok2 out0 no0 blank0 gone0 bad0");
  g_assert_cmpint (find_answer (back, CUSTOMERS)->asset, ==, 1);
}

static void
test_renamed_and_copied_rows (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (StocktakeBook) book = send_and_read (fixture);
  g_autoptr (TagaStocktakeReturn) back = NULL;

  stocktake_book_answer (book, "そのまま");
  stocktake_book_copy_row (book, CUSTOMERS, "仕入先名簿");
  stocktake_book_copy_row (book, CUSTOMERS, CUSTOMERS);
  stocktake_book_set (book, "見積書", "情報資産名称", "見積書（控え）");
  back = read_return (fixture, book);

  /* The copy of another name is new, the same row once more is told. */
  assert_counts (back, "n1 c1 s2 x0 ok2 out0 no0 blank0 gone0 bad1");
  apply (fixture, back);
  assert_asset (fixture, 2, "name", "見積書（控え）");
  assert_asset (fixture, 7, "name", "仕入先名簿");
}

static void
test_cells_that_cannot_be_read (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (StocktakeBook) book = send_and_read (fixture);
  g_autoptr (TagaStocktakeReturn) back = NULL;
  GPtrArray *rejections;

  stocktake_book_answer (book, "そのまま");
  stocktake_book_set (book, CUSTOMERS, "機密性", "高い");
  stocktake_book_set (book, CUSTOMERS, "利用者範囲", "全社");
  stocktake_book_set (book, "見積書", "確認結果", "たぶん");
  back = read_return (fixture, book);
  assert_counts (back, "n0 c0 s1 x0 ok1 out0 no0 blank0 gone0 bad2");
  rejections = taga_stocktake_return_get_rejections (back);
  g_assert_cmpstr (((TagaStocktakeProblem *) rejections->pdata[0])->column, ==, "機密性");
  g_assert_cmpstr (((TagaStocktakeProblem *) rejections->pdata[1])->column, ==, "確認結果");
  apply (fixture, back);
  assert_asset (fixture, 1, "users", "営業部");
  assert_item (fixture, 1, "state", "open");
  assert_item (fixture, 2, "state", "open");
  assert_item (fixture, 3, "state", "confirmed");
}

static void
test_days_to_come (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (StocktakeBook) book = send_and_read (fixture);
  g_autoptr (TagaStocktakeReturn) back = NULL;

  stocktake_book_answer (book, "そのまま");
  stocktake_book_set (book, CUSTOMERS, "確認日", "2999/1/1");
  back = read_return (fixture, book);
  assert_counts (back, "n0 c0 s2 x0 ok2 out0 no0 blank0 gone0 bad1");
}

static void
test_other_workbooks (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (StocktakeBook) book = send_and_read (fixture);
  g_autoptr (StocktakeBook) stranger = NULL;
  StoreFixture other = { NULL };
  g_autoptr (GError) error = NULL;

  /* Of another company, which has assets of the same numbers. */
  set_up (&other, NULL);
  {
    g_autofree char *path = stocktake_fixture_send (&other, "one", "営業部");

    stranger = stocktake_book_read (path);
  }
  tear_down (&other, NULL);
  assert_refused (fixture, stranger, "another company");

  /* Of an earlier stock-taking. */
  g_assert_true (taga_stocktake_close (fixture->store, &error));
  assert_refused (fixture, book, "No stock-taking is under way");
  g_assert_true (taga_stocktake_start (fixture->store, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_refused (fixture, book, "which is closed");

  /* Of nobody: neither keys nor a name that is known. */
  stocktake_book_remove_column (book, "整理番号");
  for (int row; (row = stocktake_book_find (book, "見積書")) > 0;)
    stocktake_book_remove_row (book, "見積書");
  stocktake_book_set (book, CUSTOMERS, "情報資産名称", "何か");
  assert_refused (fixture, book, "None of the rows");
  stocktake_book_remove_row (book, "何か");
  assert_refused (fixture, book, "no rows");

  /* No workbook of a stock-taking at all. */
  stocktake_book_add_row (book, CUSTOMERS);
  stocktake_book_remove_column (book, "確認結果");
  assert_refused (fixture, book, "確認結果");
}

/* A reminder goes out with what is still open; an older workbook is understood if nothing changed,
 * and else nobody can tell who changed what. */
static void
test_sent_twice (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (StocktakeBook) first = send_and_read (fixture);
  g_autoptr (StocktakeBook) second = NULL;
  g_autoptr (TagaStocktakeReturn) back = NULL;
  g_autoptr (GError) error = NULL;
  const gint64 done = 2;

  g_assert_true (taga_stocktake_mark (fixture->store, &done, 1, "confirmed", &error));
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, 1, "users", "全社");
  {
    g_autofree char *path = stocktake_fixture_send (fixture, "two", "営業部");

    second = stocktake_book_read (path);
  }
  assert_item (fixture, 1, "sending", "2");
  assert_item (fixture, 3, "sending", "1");
  g_assert_cmpstr (stocktake_book_get (second, "見積書", "媒体・保存先"), ==, "書類");

  stocktake_book_answer (first, "そのまま");
  stocktake_book_set (first, CUSTOMERS, "保存期限", "3年");
  back = read_return (fixture, first);
  assert_counts (back, "n0 c0 s2 x2 ok2 out0 no1 blank0 gone0 bad0");
}

/* A department whose assets are on the scale from 0. */
static void
test_scale_from_zero (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (StocktakeBook) book = NULL;
  g_autoptr (TagaStocktakeReturn) back = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "日報", "department", "営業部",
                     "confidentiality", "0", "integrity", "1", NULL);
  g_assert_true (taga_stocktake_start (fixture->store, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  book = send_and_read (fixture);
  g_assert_cmpstr (stocktake_book_get (book, "日報", "機密性"), ==, "0");
  stocktake_book_answer (book, "変更あり");
  stocktake_book_set (book, "日報", "完全性", "2");
  back = read_return (fixture, book);
  assert_counts (back, "n0 c1 s0 x0 ok0 out0 no0 blank0 gone0 bad0");
  apply (fixture, back);
  assert_asset (fixture, 1, "confidentiality", "0");
  assert_asset (fixture, 1, "integrity", "2");
}

static void
test_names_that_no_file_can_have (StoreFixture *fixture, gconstpointer kind)
{
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (taga_stocktake_close (fixture->store, &error));
  store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "甲", "department", "../a/b", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "乙", "department", "..:a:b", NULL);
  g_assert_true (taga_stocktake_start (fixture->store, NULL, NULL, NULL, NULL, &error));
  path = stocktake_fixture_send (fixture, "one", "___a_b");
  folder = g_path_get_dirname (path);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpuint (count_files (folder), ==, 5);
}

#define add(name, func) g_test_add (name, StoreFixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add ("/stocktake-return/goes-out", test_goes_out);
  add ("/stocktake-return/stopped-leaves-nothing", test_stopped_leaves_nothing);
  add ("/stocktake-return/comes-back", test_comes_back);
  add ("/stocktake-return/untouched-stays-open", test_untouched_stays_open);
  add ("/stocktake-return/changed-without-a-word", test_changed_without_a_word);
  add ("/stocktake-return/register-changed-meanwhile", test_register_changed_meanwhile);
  add ("/stocktake-return/conflict-is-taken-if-ticked", test_conflict_is_taken_if_ticked);
  add ("/stocktake-return/unticked-row-stays-open", test_unticked_row_stays_open);
  add ("/stocktake-return/verdicts", test_verdicts);
  add ("/stocktake-return/refused-and-marked", test_refused_and_marked);
  add ("/stocktake-return/changed-while-looked-at", test_changed_while_looked_at);
  add ("/stocktake-return/order-and-missing-rows", test_order_and_missing_rows);
  add ("/stocktake-return/without-keys", test_without_keys);
  add ("/stocktake-return/keys-tampered-with", test_keys_that_were_tampered_with);
  add ("/stocktake-return/keys-exchanged", test_keys_exchanged);
  add ("/stocktake-return/renamed-and-copied-rows", test_renamed_and_copied_rows);
  add ("/stocktake-return/cells-that-cannot-be-read", test_cells_that_cannot_be_read);
  add ("/stocktake-return/days-to-come", test_days_to_come);
  add ("/stocktake-return/other-workbooks", test_other_workbooks);
  add ("/stocktake-return/sent-twice", test_sent_twice);
  g_test_add ("/stocktake-return/scale-from-zero", StoreFixture, "ipa-3.0", store_fixture_set_up,
              test_scale_from_zero, tear_down);
  add ("/stocktake-return/names-that-no-file-can-have", test_names_that_no_file_can_have);

  return g_test_run ();
}
