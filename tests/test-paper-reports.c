#include <string.h>

#include "cli-fixture.h"
#include "store-fixture.h"
#include "taga-company.h"
#include "taga-contact.h"
#include "taga-declaration.h"
#include "taga-export.h"
#include "taga-measure.h"
#include "taga-person.h"
#include "taga-report-diagnosis.h"
#include "taga-role.h"
#include "taga-rule.h"

/* The papers made from a company file: what must stand on them, and that nothing fails for want of
 * data. */

static const char *const reports[] = { "diagnosis", "contacts", "evidence", "measures" };

static TagaPaper *
create (StoreFixture *fixture, const char *report)
{
  g_autoptr (GError) error = NULL;
  TagaPaper *paper = taga_export_create_paper (fixture->store, report, &error);

  g_assert_no_error (error);
  g_assert_nonnull (paper);
  return paper;
}

/* All that is written on a paper, cells between tabs and rows between line feeds. */
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

static void
assert_shows (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

static void
test_every_paper_of_any_company (StoreFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autoptr (TagaPaper) paper = create (fixture, reports[i]);
      g_autofree char *name = g_strconcat (reports[i], ".pdf", NULL);
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      guint n_pages = 0;

      g_assert_true (taga_export_is_paper (reports[i]));
      g_assert_true (taga_paper_write (paper, file, TAGA_WRITE_NONE, NULL, NULL, NULL, &n_pages,
                                       NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (n_pages, >, 0);
    }

  g_assert_false (taga_export_is_paper ("register"));
}

static void
test_diagnosis_says_what_is_needed (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaPaper) paper = create (fixture, "diagnosis");
  g_autofree char *text = read_paper (paper);

  assert_shows (text, "Answered\t55 of 55 items\n");
  /* Nothing in the group of development applies, so that no regulation is needed for it. */
  assert_shows (text, "\t0\t0\t0\t3\t0\t–\tDoes not apply\n");
  assert_shows (text, "System development and maintenance\tNot needed\t\n");
  assert_shows (text, "\tNeeded\t");
  assert_shows (text, "Taga’s own rule: the share");
  assert_shows (text, "Taga’s own rule: a regulation");
  g_assert_cmpuint (g_strv_length ((char **) taga_paper_get_approval (paper)), ==, 2);
}

/* Where nothing is done but some is begun, a share of nothing alone would belie the state. */
static void
test_a_share_of_nothing_tells_what_is_begun (void)
{
  static const struct
  {
    TagaTally tally;
    const char *row;
  } cases[] = {
    { { .n_partly = 3, .n_not_done = 1 }, "\t0 % (3 in part)\tDone in part\n" },
    { { .n_not_done = 4 }, "\t0 %\tNot done\n" },
    { { .n_done = 2, .n_partly = 2 }, "\t50 %\tDone in part\n" },
  };
  const TagaPaperHead head = { .company = "Company", .date = "2026-11-22" };
  const TagaItem item = { .key = "1", .title_en = "Group", .short_en = "Group" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TagaReportGroup group = { &item, cases[i].tally };
      g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof group);
      g_autoptr (GArray) regulations = g_array_new (FALSE, FALSE, sizeof (TagaReportRegulation));
      const TagaReportDiagnosis diagnosis = {
        .groups = groups, .regulations = regulations, .share_rule = "Rule", .need_rule = "Rule"
      };
      g_autoptr (TagaPaper) paper = NULL;
      g_autofree char *text = NULL;

      g_array_append_val (groups, group);
      paper = taga_report_diagnosis_new (&head, &diagnosis);
      text = read_paper (paper);
      assert_shows (text, cases[i].row);
    }
}

static void
test_contacts_are_for_the_day_mail_is_down (StoreFixture *fixture, gconstpointer data)
{
  gint64 person =
      store_fixture_add (fixture->store, TAGA_TYPE_PERSON, "name", "Sato", "phone", "090-1", NULL);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, person);
  g_autoptr (TagaPaper) paper = NULL;
  g_autofree char *text = NULL;

  store_fixture_add (fixture->store, TAGA_TYPE_CONTACT, "name", "Zed", "position", "2", "kind",
                     "system", "phone", "03-2", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_CONTACT, "name", "Abe", "position", "1", "kind",
                     "system", "phone", "03-1", "other-phone", "03-9", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_CONTACT, "name", "Nobody’s", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_ROLE, "item", "incident-lead", "person", id, NULL);
  store_fixture_set (fixture->store, TAGA_TYPE_COMPANY, 1, "phone", "03-0");

  /* Whose telephone stands among the contacts only is found there. */
  person = store_fixture_add (fixture->store, TAGA_TYPE_PERSON, "name", "Abe", NULL);
  g_free (id);
  id = g_strdup_printf ("%" G_GINT64_FORMAT, person);
  store_fixture_add (fixture->store, TAGA_TYPE_ROLE, "item", "incident-system", "person", id, NULL);

  paper = create (fixture, "contacts");
  text = read_paper (paper);
  assert_shows (text, "Our telephone\t03-0\n");
  assert_shows (text, "\tSato\t090-1\n");
  assert_shows (text, "\tAbe\t03-1\n03-9\n");
  assert_shows (text, "\tNot settled\t\n");
  assert_shows (text, "IT company\nAbe\t03-1\n03-9\t\nZed\t03-2\t\n");
  assert_shows (text, "Others\nNobody’s\t\t\n");
  g_assert_cmpfloat (taga_paper_get_text_size (paper), >=, 13);
  g_assert_null (taga_paper_get_approval (paper)[0]);
}

static void
test_those_who_left_are_not_called (StoreFixture *fixture, gconstpointer data)
{
  gint64 person = store_fixture_add (fixture->store, TAGA_TYPE_PERSON, "name", "Gone", "phone",
                                     "090-2", "left-on", "2020-03-31", NULL);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, person);
  g_autoptr (TagaPaper) paper = NULL;
  g_autofree char *text = NULL;

  store_fixture_add (fixture->store, TAGA_TYPE_ROLE, "item", "incident-lead", "person", id, NULL);
  paper = create (fixture, "contacts");
  text = read_paper (paper);
  g_assert_null (strstr (text, "Gone"));
  g_assert_null (strstr (text, "090-2"));
  assert_shows (text, "\tNot settled\t\n");
}

/* Fills in the row that the first round has for a rule. */
static void
write_rule (StoreFixture *fixture, const char *key, const char *const (*texts)[2])
{
  for (gint64 id = 1;; id++)
    {
      g_autofree char *item = store_fixture_get (fixture->store, TAGA_TYPE_RULE, id, "item");

      if (g_strcmp0 (item, key) != 0)
        continue;
      for (guint i = 0; texts[i][0] != NULL; i++)
        store_fixture_set (fixture->store, TAGA_TYPE_RULE, id, texts[i][0], texts[i][1]);
      return;
    }
}

static void
test_evidence_is_of_a_declaration (StoreFixture *fixture, gconstpointer data)
{
  static const char *const rule[][2] = { { "answer", "1" },
                                         { "way", "Every Thursday" },
                                         { "owner", "Ito" },
                                         { "evidence", "List of October" },
                                         { NULL } };
  g_autoptr (TagaPaper) paper = NULL;
  g_autofree char *text = NULL;
  g_autofree char *lower = NULL;

  store_fixture_add (fixture->store, TAGA_TYPE_DECLARATION, "stars", "1", "number", "OLD",
                     "declared-on", "2025-04-01", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_DECLARATION, "stars", "2", "number", "NEW",
                     "declared-on", "2026-04-01", "policy-url", "https://example.jp/p", NULL);
  write_rule (fixture, "update", rule);

  paper = create (fixture, "evidence");
  text = read_paper (paper);
  lower = g_utf8_strdown (text, -1);
  assert_shows (text, "SECURITY ACTION is a declaration");
  g_assert_true (strstr (text, "NEW") < strstr (text, "OLD"));
  assert_shows (text, "\t2026/4/1\n");
  assert_shows (text, "https://example.jp/p");
  assert_shows (text, "Our own way\tEvery Thursday\nOwner\tIto\nEvidence\tList of October\n");
  assert_shows (text, "Nothing is written down yet.");
  assert_shows (text, "★\tMissing\t");
  assert_shows (text, "★★\tReady\tThe basic policy is published");
  assert_shows (text, "Total\t0 / 100\n");
  assert_shows (text, "Answered\t0 of 25 questions; the points are those so far\n");
  g_assert_null (strstr (lower, "certif"));
}

static void
test_measures_are_summed (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaPaper) none = create (fixture, "measures");
  g_autofree char *nothing = read_paper (none);
  g_autoptr (TagaPaper) paper = NULL;
  g_autofree char *text = NULL;

  assert_shows (nothing, "No measure is decided yet.");

  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "Backups", "status", "doing",
                     "treatment", "reduce", "budget", "1200000", "planned-end", "2027-03-31",
                     "checks", "3-6 7-1", "assets", "1 2 3", "note", "Twice a week", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "Training", "budget", "50", NULL);
  paper = create (fixture, "measures");
  text = read_paper (paper);
  assert_shows (text, "Budget\t¥1,200,050 (2 measures)\n");
  assert_shows (text, "Actual cost\t–\n");
  assert_shows (text, "1\tBackups\tReduce\tStarted\t\t– 2027/3/31\t\t\t¥1,200,000\t\t3-6 Backup, "
                      "7-1 Software updates\nFor 3 assets\nTwice a week\n");
  assert_shows (text, "2\tTraining\t\t\t\t\t\t\t¥50\t\t\n");
  assert_shows (text, "Past the planned end\tNone\n");
  g_assert_true (taga_paper_is_landscape (paper));
}

/* The day that counts is the paper's; what is finished is not late any more. */
static void
test_late_measures_are_told (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) before = g_date_time_add_days (now, -8);
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *day = g_date_time_format (before, "%Y-%m-%d");
  g_autoptr (TagaPaper) paper = NULL;
  g_autofree char *text = NULL;
  const TagaPaperTable *table = NULL;

  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "Late one", "status", "doing",
                     "planned-end", day, NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "Due today", "status", "doing",
                     "planned-end", today, NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "Finished", "status", "done",
                     "planned-end", day, NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "Open end", NULL);
  paper = create (fixture, "measures");
  text = read_paper (paper);
  assert_shows (text, "Past the planned end\t1 measure late\n");

  for (guint i = 0; i < taga_paper_get_n_blocks (paper); i++)
    if (taga_paper_get_block (paper, i)->table != NULL)
      table = taga_paper_get_block (paper, i)->table;
  g_assert_cmpuint (table->rows->len, ==, 4);
  g_assert_true (table->columns[6].is_bold);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const TagaPaperRow *row = g_ptr_array_index (table->rows, i);

      g_assert_cmpstr (row->cells[6], ==,
                       g_str_equal (row->cells[1], "Late one") ? "8 days late" : "");
    }
}

/* How often a paper says that a round is in progress: in its lines, over its columns, and in what
 * is drawn. */
static guint
count_open_rounds (TagaPaper *paper)
{
  guint n = 0;

  for (guint i = 0; i < taga_paper_get_n_blocks (paper); i++)
    {
      const TagaPaperBlock *block = taga_paper_get_block (paper, i);
      g_autofree char *drawn = block->chart == NULL ? NULL : taga_chart_dup_summary (block->chart);

      n += drawn != NULL && strstr (drawn, "in progress") != NULL;
      for (guint j = 0; block->table != NULL && j < block->table->n_columns; j++)
        n += block->table->columns[j].title != NULL
             && strstr (block->table->columns[j].title, "in progress") != NULL;
      for (guint j = 0; block->table != NULL && j < block->table->rows->len; j++)
        {
          const TagaPaperRow *row = g_ptr_array_index (block->table->rows, j);

          n += row->cells[1] != NULL && strstr (row->cells[1], "in progress") != NULL;
        }
    }

  return n;
}

static void
test_papers_of_an_open_round_say_so (StoreFixture *fixture, gconstpointer data)
{
  static const char *const of_rounds[] = { "executive", "profile", "diagnosis", "evidence",
                                           "chart" };

  for (guint i = 0; i < G_N_ELEMENTS (of_rounds); i++)
    {
      g_autoptr (TagaPaper) paper = create (fixture, of_rounds[i]);

      g_test_message ("%s", of_rounds[i]);
      g_assert_cmpuint (count_open_rounds (paper), ==, 1);
    }

  store_fixture_seal (fixture->store, taga_store_get_round (fixture->store));
  for (guint i = 0; i < G_N_ELEMENTS (of_rounds); i++)
    {
      g_autoptr (TagaPaper) paper = create (fixture, of_rounds[i]);

      g_test_message ("%s", of_rounds[i]);
      g_assert_cmpuint (count_open_rounds (paper), ==, 0);
    }
}

static void
test_refuses_what_there_is_not (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (taga_export_create_paper (fixture->store, "register", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_clear_error (&error);
  g_assert_null (taga_export_create (fixture->store, "diagnosis", TAGA_PAPER_A4, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

/* Every report says what it is and for whom, is made in one way, and names a page that helps. */
static void
test_the_table_is_whole (void)
{
  guint n;
  const TagaExportReport *all = taga_export_get_reports (&n);

  g_assert_cmpuint (n, >, G_N_ELEMENTS (reports));
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (all[i].title, !=, "");
      g_assert_cmpstr (all[i].purpose, !=, "");
      g_assert_cmpuint (all[i].formats, !=, 0);
      g_assert_true ((all[i].create_paper == NULL) != (all[i].create_document == NULL));
      g_assert_true ((all[i].needs == NULL) == (all[i].page == NULL));
      g_assert_true ((all[i].page == NULL) == (all[i].advice == NULL));
      g_assert_true (taga_export_find_report (all[i].name) == &all[i]);
    }
  g_assert_null (taga_export_find_report ("nix"));
  g_assert_null (taga_export_find_report (NULL));
}

static void
test_options_change_the_paper (StoreFixture *fixture, gconstpointer data)
{
  const TagaExportOptions options = { .approval = "社長|部長|担当",
                                      .dates = TAGA_EXPORT_DATES_JAPANESE,
                                      .turn = TAGA_EXPORT_TURN_LYING,
                                      .mark = "極秘" };
  const TagaExportOptions unmarked = { .approval = "", .mark = "" };
  const TagaExportOptions nowhere = { .round = 999 };
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaPaper) paper =
      taga_export_new_paper (fixture->store, "measures", &options, &error);
  g_autoptr (TagaPaper) other = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length ((char **) taga_paper_get_approval (paper)), ==, 3);
  g_assert_cmpstr (taga_paper_get_approval (paper)[0], ==, "社長");
  g_assert_true (taga_paper_is_landscape (paper));
  g_assert_cmpstr (taga_paper_get_mark (paper), ==, "極秘");
  g_assert_nonnull (strstr (taga_paper_get_shown_date (paper), "令和"));

  other = taga_export_new_paper (fixture->store, "measures", &unmarked, &error);
  g_assert_cmpuint (g_strv_length ((char **) taga_paper_get_approval (other)), ==, 0);
  g_assert_null (taga_paper_get_mark (other));

  g_assert_null (taga_export_new_paper (fixture->store, "diagnosis", &nowhere, &error));
  g_assert_nonnull (error);
}

static void
test_command_line (CliFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autofree char *name = g_strconcat (reports[i], ".pdf", NULL);
      g_autofree char *target = cli_fixture_path (fixture, name);
      g_autofree char *output =
          cli_fixture_do (fixture, "export", fixture->path, target, "--report", reports[i], NULL);
      g_autofree char *table = cli_fixture_path (fixture, "表.xlsx");
      g_autofree char *again = NULL;
      g_autofree char *wrong = NULL;
      g_autofree char *misused = NULL;

      g_assert_true (g_str_has_prefix (output, "Pages written: "));
      again = cli_fixture_fail (fixture, 1, "export", fixture->path, target, "--report", reports[i],
                                NULL);
      wrong = cli_fixture_fail (fixture, 1, "export", fixture->path, table, "--report", reports[i],
                                NULL);
      g_assert_nonnull (strstr (wrong, ".pdf"));
      g_assert_false (g_file_test (table, G_FILE_TEST_EXISTS));
      misused = cli_fixture_fail (fixture, 2, "export", fixture->path, target, "--replace",
                                  "--paper", "a3", "--report", reports[i], NULL);
      g_assert_nonnull (strstr (misused, "--paper"));
    }

  {
    g_autofree char *target = cli_fixture_path (fixture, "台帳.pdf");
    g_autofree char *wrong = cli_fixture_fail (fixture, 1, "export", fixture->path, target, NULL);
    g_autofree char *unknown =
        cli_fixture_fail (fixture, 1, "export", fixture->path, target, "--report", "nix", NULL);

    for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
      g_assert_nonnull (strstr (unknown, reports[i]));
    g_assert_nonnull (strstr (unknown, "register"));
    g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
  }
}

/* A chart is a sheet with its numbers, or a picture where the name of the file says so. */
static void
test_a_chart_is_a_sheet_or_a_picture (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *sheet = cli_fixture_path (fixture, "図.pdf");
  g_autofree char *picture = cli_fixture_path (fixture, "図.svg");
  g_autofree char *contents = NULL;
  g_autofree char *pages = cli_fixture_do (fixture, "export", fixture->path, sheet, "--report",
                                           "chart", "--chart", "bands", NULL);
  g_autofree char *none = cli_fixture_do (fixture, "export", fixture->path, picture, "--report",
                                          "chart", "--chart", "matrix", NULL);
  g_autofree char *unknown =
      cli_fixture_fail (fixture, 1, "export", fixture->path, picture, "--replace", "--report",
                        "chart", "--chart", "nix", NULL);
  g_autofree char *useless = cli_fixture_fail (fixture, 2, "export", fixture->path, sheet,
                                               "--report", "contacts", "--chart", "radar", NULL);

  g_assert_cmpstr (pages, ==, "Pages written: 1\n");
  g_assert_cmpstr (none, ==, "");
  g_assert_true (g_file_get_contents (picture, &contents, NULL, NULL));
  g_assert_nonnull (strstr (contents, "<svg"));
  g_assert_nonnull (strstr (unknown, "nix"));
  g_assert_nonnull (strstr (useless, "--chart"));
}

#define ADD(path, kind, func)                                                                      \
  g_test_add (path, StoreFixture, kind, store_fixture_set_up, func, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/paper-reports/every-paper/new", NULL, test_every_paper_of_any_company);
  ADD ("/paper-reports/every-paper/sample", "sample", test_every_paper_of_any_company);
  ADD ("/paper-reports/every-paper/old-edition", "ipa-3.0", test_every_paper_of_any_company);
  ADD ("/paper-reports/diagnosis-says-what-is-needed", "sample",
       test_diagnosis_says_what_is_needed);
  ADD ("/paper-reports/contacts-are-for-the-day-mail-is-down", NULL,
       test_contacts_are_for_the_day_mail_is_down);
  ADD ("/paper-reports/those-who-left-are-not-called", NULL, test_those_who_left_are_not_called);
  ADD ("/paper-reports/evidence-is-of-a-declaration", NULL, test_evidence_is_of_a_declaration);
  ADD ("/paper-reports/measures-are-summed", NULL, test_measures_are_summed);
  g_test_add_func ("/paper-reports/a-share-of-nothing-tells-what-is-begun",
                   test_a_share_of_nothing_tells_what_is_begun);
  ADD ("/paper-reports/late-measures-are-told", NULL, test_late_measures_are_told);
  ADD ("/paper-reports/papers-of-an-open-round-say-so", "sample",
       test_papers_of_an_open_round_say_so);
  g_test_add_func ("/paper-reports/the-table-is-whole", test_the_table_is_whole);
  ADD ("/paper-reports/options-change-the-paper", "sample", test_options_change_the_paper);
  ADD ("/paper-reports/refuses-what-there-is-not", NULL, test_refuses_what_there_is_not);
  cli_fixture_add ("/paper-reports/a-chart-is-a-sheet-or-a-picture", "sample",
                   test_a_chart_is_a_sheet_or_a_picture);
  cli_fixture_add ("/paper-reports/command-line", "sample", test_command_line);

  return g_test_run ();
}
