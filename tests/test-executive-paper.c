#include <string.h>

#include "cli-fixture.h"
#include "store-fixture.h"
#include "taga-amount.h"
#include "taga-company.h"
#include "taga-date.h"
#include "taga-decision.h"
#include "taga-export.h"
#include "taga-measure.h"
#include "taga-paper-layout.h"

/* The one sheet for the management: what stands on it, and that it is one. */

static TagaPaper *
create (StoreFixture *fixture, const TagaExportOptions *options)
{
  g_autoptr (GError) error = NULL;
  TagaPaper *paper = taga_export_new_paper (fixture->store, "executive", options, &error);

  g_assert_no_error (error);
  return paper;
}

static char *
read_paper (TagaPaper *paper)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < taga_paper_get_n_blocks (paper); i++)
    {
      const TagaPaperBlock *block = taga_paper_get_block (paper, i);

      if (block->text != NULL)
        g_string_append_printf (text, "%s\n", block->text);
      for (guint j = 0; block->table != NULL && j < block->table->rows->len; j++)
        {
          const TagaPaperRow *row = g_ptr_array_index (block->table->rows, j);
          g_autofree char *line = g_strjoinv ("\t", row->cells);

          g_string_append_printf (text, "%s\n", line);
        }
    }

  return g_string_free (text, FALSE);
}

static guint
count_blocks (TagaPaper *paper, TagaPaperKind kind)
{
  guint n = 0;

  for (guint i = 0; i < taga_paper_get_n_blocks (paper); i++)
    n += taga_paper_get_block (paper, i)->kind == kind;

  return n;
}

static void
assert_shows (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

static void
assert_one_page (TagaPaper *paper)
{
  g_autoptr (TagaPaperLayout) layout = taga_paper_layout_new (paper, NULL, NULL);

  g_assert_cmpuint (taga_paper_layout_get_n_pages (layout), ==, 1);
}

static void
test_the_sample_company (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (TagaPaper) paper = create (fixture, NULL);
  g_autofree char *text = read_paper (paper);

  assert_one_page (paper);
  g_assert_cmpuint (count_blocks (paper, TAGA_PAPER_CHART), ==, 1);
  g_assert_cmpuint (count_blocks (paper, TAGA_PAPER_TAGGED), ==, 3);
  g_assert_cmpuint (count_blocks (paper, TAGA_PAPER_TICKS), ==, 2);
  g_assert_cmpuint (g_strv_length ((char **) taga_paper_get_approval (paper)), ==, 2);
  g_assert_nonnull (taga_paper_get_mark (paper));
  assert_shows (text, "Large risks went down from 29 to 18.");
  assert_shows (text, "There are 2 things to decide.");
  assert_shows (text,
                "\n1. An office PC could be attacked from outside, and “社員名簿” and 5 other");
  assert_shows (text, "\n3. A notebook PC or phone");
  assert_shows (text, "It holds personal information. It can happen at any time.");
  assert_shows (
      text, "Budget of all measures\t¥410,000\nSpent so far\t¥118,800\nStill to spend\t¥290,000\n");
  assert_shows (text, "持ち出すノートPCとUSBメモリの暗号化を始める (¥60,000; decide by 2026/11/30");
  assert_shows (text, "put off before");
  g_assert_null (strstr (text, "バックアップ装置を買い"));
}

/* The one that was put off waits for an answer again: no box is ticked. */
static void
test_boxes_are_empty (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (TagaPaper) paper = create (fixture, NULL);
  guint n = 0;

  for (guint i = 0; i < taga_paper_get_n_blocks (paper); i++)
    {
      const TagaPaperBlock *block = taga_paper_get_block (paper, i);

      if (block->kind != TAGA_PAPER_TICKS)
        continue;
      n++;
      g_assert_cmpint (block->ticked, ==, -1);
      g_assert_cmpuint (taga_paper_block_count_names (block), ==, 3);
      g_assert_cmpstr (block->names[0], ==, "Yes");
      g_assert_nonnull (block->detail);
    }
  g_assert_cmpuint (n, ==, 2);
}

static void
test_a_new_company (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (TagaPaper) paper = create (fixture, NULL);
  g_autofree char *text = read_paper (paper);

  assert_one_page (paper);
  g_assert_cmpuint (count_blocks (paper, TAGA_PAPER_CHART), ==, 0);
  g_assert_cmpuint (count_blocks (paper, TAGA_PAPER_TICKS), ==, 0);
  assert_shows (text, "The risks are not assessed yet.");
  assert_shows (text, "No risk can be worked out yet.");
  assert_shows (text, "No measure is decided yet.");
  assert_shows (text, "Nothing is late.");
  assert_shows (text, "Nothing is to be decided now.");
}

/* What nobody has entered is said to be so, and is not 0. */
static void
test_costs_nobody_entered (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (TagaPaper) paper = NULL;
  g_autofree char *text = NULL;

  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "未入力", NULL);
  paper = create (fixture, NULL);
  text = read_paper (paper);
  assert_shows (
      text, "Budget of all measures\tnot entered\nSpent so far\tnot entered\nStill to spend\tnot "
            "entered\n");
  assert_shows (text, "1 measure has no budget entered, of which 1 is not finished");
  assert_shows (text, "Start “未入力” (amount not entered)");
  assert_shows (text, "Proposed by Taga");
  g_assert_null (strstr (text, "to decide."));
}

static char *
repeat (const char *text, guint n)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (all, text);

  return g_string_free (all, FALSE);
}

/* Whatever there is of it, it stays one page, and says how much more there is. */
static void
test_a_thousand_measures (StoreFixture *fixture, gconstpointer kind)
{
  g_autofree char *name = repeat ("とても長い名前の対策、", 100);
  g_autoptr (TagaPaper) paper = NULL;
  g_autofree char *text = NULL;
  g_autofree char *more = NULL;
  g_autoptr (GError) error = NULL;
  guint n_asked;

  g_assert_true (taga_store_begin (fixture->store, "many", &error));
  for (guint i = 0; i < 1000; i++)
    {
      TagaValue values[TAGA_MEASURE_N_FIELDS];
      TagaValue asked[TAGA_DECISION_N_FIELDS];

      for (guint j = 0; j < TAGA_MEASURE_N_FIELDS; j++)
        taga_value_init (&values[j]);
      for (guint j = 0; j < TAGA_DECISION_N_FIELDS; j++)
        taga_value_init (&asked[j]);
      values[TAGA_MEASURE_NAME].text = asked[TAGA_DECISION_NAME].text = name;
      asked[TAGA_DECISION_REASON].text = name;
      asked[TAGA_DECISION_AMOUNT].number = G_MAXINT32;
      values[TAGA_MEASURE_OWNER].text = name;
      values[TAGA_MEASURE_STATUS].text = (char *) (i % 2 == 0 ? "done" : "doing");
      values[TAGA_MEASURE_PLANNED_END].text = (char *) "2020-01-01";
      values[TAGA_MEASURE_ACTUAL_END].text = (char *) (i % 2 == 0 ? "2026-11-01" : NULL);
      values[TAGA_MEASURE_BUDGET].number = G_MAXINT32;
      g_assert_true (taga_store_insert (fixture->store, TAGA_TYPE_MEASURE, values, NULL, &error));
      g_assert_true (taga_store_insert (fixture->store, TAGA_TYPE_DECISION, asked, NULL, &error));
    }
  g_assert_true (taga_store_commit (fixture->store, &error));
  g_assert_no_error (error);
  store_fixture_set (fixture->store, TAGA_TYPE_COMPANY, 1, "name", name);

  paper = create (fixture, NULL);
  text = read_paper (paper);
  assert_one_page (paper);
  assert_shows (text, "…");
  n_asked = count_blocks (paper, TAGA_PAPER_TICKS);
  g_assert_cmpuint (n_asked, >=, 1);
  more = g_strdup_printf ("and %u more\n", 1002 - n_asked);
  assert_shows (text, more);
  assert_shows (text, "1002 things to decide");
}

/* The rounds that are asked for are those that are shown. */
static void
test_the_rounds_that_are_asked_for (StoreFixture *fixture, gconstpointer kind)
{
  const TagaExportOptions turned = { .before = 1, .after = 2 };
  const TagaExportOptions wrong = { .before = 99 };
  g_autoptr (TagaPaper) paper = create (fixture, &turned);
  g_autofree char *text = read_paper (paper);
  g_autoptr (GError) error = NULL;

  assert_shows (text, "Large risks went up from 18 to 29.");
  g_assert_null (taga_export_new_paper (fixture->store, "executive", &wrong, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND);
  store_fixture_assert_plain (error);
}

static void
test_amounts (void)
{
  static const struct
  {
    gint64 yen;
    const char *ja;
    const char *en;
  } amounts[] = {
    { 0, "0円", "¥0" },
    { 1, "1円", "¥1" },
    { 9999, "9,999円", "¥9,999" },
    { 10000, "1万円", "¥10,000" },
    { 10001, "1万1円", "¥10,001" },
    { 118800, "11万8,800円", "¥118,800" },
    { 250000, "25万円", "¥250,000" },
    { 12000000, "1,200万円", "¥12,000,000" },
    { 100000000, "1億円", "¥100,000,000" },
    { 120000000, "1億2,000万円", "¥120,000,000" },
    { G_GINT64_CONSTANT (2147483647000), "21,474億8,364万7,000円", "¥2,147,483,647,000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autofree char *ja = taga_amount_format (amounts[i].yen, TRUE);
      g_autofree char *en = taga_amount_format (amounts[i].yen, FALSE);

      g_assert_cmpstr (ja, ==, amounts[i].ja);
      g_assert_cmpstr (en, ==, amounts[i].en);
    }
}

static void
test_the_command_line (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *sheet = cli_fixture_path (fixture, "sheet.pdf");
  g_autofree char *other = cli_fixture_path (fixture, "other.pdf");
  g_autofree char *today = taga_date_today ();
  g_autofree char *written = cli_fixture_do (fixture, "export", fixture->path, sheet, "--report",
                                             "executive", "--before", "2", "--after", "1", NULL);
  g_autofree char *refused = cli_fixture_fail (fixture, 1, "export", fixture->path, other,
                                               "--report", "executive", "--after", "99", NULL);

  g_assert_cmpstr (written, ==, "Pages written: 1\n");
  assert_shows (refused, "99");
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
}

/* What came back is entered: the answer gets its day. */
static void
test_decisions_by_the_command_line (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *today = taga_date_today ();
  g_autofree char *id = cli_fixture_do (fixture, "add", fixture->path, "decision", "name=Buy it?",
                                        "measures=7", "amount=50000", NULL);
  g_autofree char *set = cli_fixture_do (fixture, "set", fixture->path, "decision", "4",
                                         "answer=yes", "decided_by=Yamada", NULL);
  g_autoptr (JsonNode) node =
      cli_fixture_json (fixture, "list", fixture->path, "decision", "--json", NULL);
  JsonObject *last = json_array_get_object_element (json_node_get_array (node), 3);
  g_autofree char *wrong =
      cli_fixture_fail (fixture, 1, "set", fixture->path, "decision", "4", "measures=seven", NULL);
  g_autofree char *removed =
      cli_fixture_do (fixture, "remove", fixture->path, "decision", "4", NULL);
  g_autofree char *gone =
      cli_fixture_fail (fixture, 1, "remove", fixture->path, "decision", "4", NULL);

  g_assert_cmpstr (id, ==, "4\n");
  g_assert_cmpstr (json_object_get_string_member (last, "answer"), ==, "yes");
  g_assert_cmpstr (json_object_get_string_member (last, "decided_on"), ==, today);
  g_assert_cmpint (json_object_get_int_member (last, "amount"), ==, 50000);
  assert_shows (wrong, "numbers of measures");
  g_assert_nonnull (gone);
}

static void
add (const char *path, const char *kind, void (*test) (StoreFixture *, gconstpointer))
{
  g_test_add (path, StoreFixture, kind, store_fixture_set_up, test, store_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/executive-paper/sample", "sample", test_the_sample_company);
  add ("/executive-paper/boxes", "sample", test_boxes_are_empty);
  add ("/executive-paper/new-company", NULL, test_a_new_company);
  add ("/executive-paper/costs", NULL, test_costs_nobody_entered);
  add ("/executive-paper/thousand", "sample", test_a_thousand_measures);
  add ("/executive-paper/rounds", "sample", test_the_rounds_that_are_asked_for);
  g_test_add_func ("/executive-paper/amounts", test_amounts);
  cli_fixture_add ("/executive-paper/command-line", "sample", test_the_command_line);
  cli_fixture_add ("/executive-paper/decisions", "sample", test_decisions_by_the_command_line);

  return g_test_run ();
}
