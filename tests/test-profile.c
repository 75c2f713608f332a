#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "cli-fixture.h"
#include "store-fixture.h"
#include "taga-alias.h"
#include "taga-axis-score.h"
#include "taga-company.h"
#include "taga-contact.h"
#include "taga-export.h"
#include "taga-history.h"
#include "taga-measure.h"
#include "taga-person.h"
#include "taga-profile-action.h"
#include "taga-profile-export.h"
#include "taga-profile-part.h"
#include "taga-profile-read.h"
#include "taga-profile.h"
#include "taga-round.h"
#include "taga-system.h"

/* The case profile: what the data says and what is written by hand, two pages whatever there is,
 * and no name in any byte that leaves the company. */

static TagaProfileFacts *
read_facts (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TagaProfileFacts *facts = taga_profile_read (fixture->store, 0, 0, 0, &error);

  g_assert_no_error (error);
  return facts;
}

static const char *
get_text (const TagaProfileFacts *facts, const char *key, guint i)
{
  const TagaProfileLine *line = taga_profile_facts_get (facts, key, i);

  return line == NULL ? NULL : line->text;
}

static TagaProfileExport *
make (StoreFixture *fixture)
{
  const TagaPaperHead head = { .date = "2026-11-22" };
  const TagaProfileWish wish = { 0 };
  g_autoptr (GError) error = NULL;
  TagaProfileExport *made = taga_profile_export_new (fixture->store, &head, &wish, NULL, &error);

  g_assert_no_error (error);
  return made;
}

static void
add_part (StoreFixture *fixture, const char *part, const char *position, const char *text)
{
  store_fixture_add (fixture->store, TAGA_TYPE_PROFILE_PART, "profile", "1", "part", part,
                     "position", position, "text", text, NULL);
}

/* A file in which nothing is known yet still has two pages, and nothing is made up. */
static void
test_empty_company (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaProfileFacts) facts = read_facts (fixture);
  g_autoptr (TagaProfileExport) made = make (fixture);

  g_assert_cmpint (facts->profile, ==, 0);
  g_assert_cmpint (facts->before.id, ==, 0);
  g_assert_cmpuint (taga_profile_facts_count (facts, "alias"), ==, 1);
  g_assert_cmpuint (taga_profile_facts_count (facts, "management"), ==, 0);
  g_assert_cmpuint (taga_profile_facts_count (facts, "participant"), ==, 0);
  g_assert_cmpuint (taga_profile_facts_count (facts, "action"), ==, 0);
  g_assert_cmpuint (taga_paper_layout_get_n_pages (made->layout), ==, 2);
}

static const struct
{
  const char *employees;
  const char *band;
} bands[] = {
  { "1", "up to 5 people" },         { "5", "up to 5 people" },    { "6", "up to 10 people" },
  { "50", "up to 50 people" },       { "51", "up to 100 people" }, { "300", "up to 300 people" },
  { "301", "more than 300 people" },
};

static void
test_industry_line (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_set (fixture->store, TAGA_TYPE_COMPANY, 1, "industry", "製造業");
  store_fixture_set (fixture->store, TAGA_TYPE_COMPANY, 1, "setup-people", "several");
  for (guint i = 0; i < G_N_ELEMENTS (bands); i++)
    {
      g_autoptr (TagaProfileFacts) facts = NULL;
      g_autofree char *line =
          g_strdup_printf ("製造業 / %s / security staff: Several people", bands[i].band);

      store_fixture_set (fixture->store, TAGA_TYPE_COMPANY, 1, "employees", bands[i].employees);
      facts = read_facts (fixture);
      g_assert_cmpstr (get_text (facts, "industry", 0), ==, line);
    }
}

static gint64
add_round (StoreFixture *fixture, const char *date, const char *judge)
{
  return store_fixture_add (fixture->store, TAGA_TYPE_ROUND, "name", date, "date", date, "judge",
                            judge, NULL);
}

static void
score (StoreFixture *fixture, gint64 round, const char *axis, const char *value)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, round);

  store_fixture_add (fixture->store, TAGA_TYPE_AXIS_SCORE, "round", id, "axis", axis, "score",
                     value, "origin", "judged", NULL);
}

/* The latest two by day, whatever their numbers; what rose most is what it is about. */
static void
test_rounds_and_scores (StoreFixture *fixture, gconstpointer data)
{
  gint64 later = add_round (fixture, "2027-03-01", "self");
  gint64 earlier = add_round (fixture, "2027-01-01", "self");
  g_autoptr (TagaProfileFacts) facts = NULL;

  score (fixture, earlier, "network", "10");
  score (fixture, later, "network", "14");
  score (fixture, earlier, "data", "20");
  score (fixture, later, "data", "35");
  score (fixture, earlier, "mobile", "30");
  score (fixture, later, "mobile", "20");
  score (fixture, later, "partners", "40");

  facts = read_facts (fixture);
  g_assert_cmpint (facts->before.id, ==, earlier);
  g_assert_cmpint (facts->after.id, ==, later);
  g_assert_cmpint (taga_profile_facts_find_axis (facts, "data")->before, ==, 20);
  g_assert_cmpint (taga_profile_facts_find_axis (facts, "partners")->before, ==, TAGA_UNKNOWN);
  g_assert_true (taga_profile_facts_find_axis (facts, "network")->is_worked);
  g_assert_false (taga_profile_facts_find_axis (facts, "mobile")->is_worked);
  g_assert_false (taga_profile_facts_find_axis (facts, "partners")->is_worked);
  g_assert_cmpstr (get_text (facts, "headline", 0), ==,
                   "Measures taken with a focus on Data protection and Network security");

  /* Only a rise of half a level is worth a callout. */
  g_assert_cmpuint (taga_profile_facts_count (facts, "callout"), ==, 1);
  g_assert_cmpstr (taga_profile_facts_get (facts, "callout", 0)->axis, ==, "data");
  g_assert_cmpstr (get_text (facts, "callout", 0), ==, "up by 1.5");
}

static void
test_measures (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaProfileFacts) facts = NULL;

  add_round (fixture, "2027-01-01", "self");
  add_round (fixture, "2027-03-01", "self");
  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "before all", "status", "done",
                     "actual-end", "2026-12-01", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "in between", "status", "done",
                     "actual-end", "2027-02-01", "checks", "3-6", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "begun", "status", "doing", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "planned", "status", "todo", NULL);

  facts = read_facts (fixture);
  g_assert_cmpuint (taga_profile_facts_count (facts, "action"), ==, 1);
  g_assert_cmpstr (taga_profile_facts_get (facts, "action", 0)->title, ==, "in between");
  g_assert_cmpuint (taga_profile_facts_count (facts, "result"), ==, 3);
  g_assert_cmpstr (taga_profile_facts_get (facts, "result", 0)->state, ==, "solved");
  g_assert_cmpstr (taga_profile_facts_get (facts, "result", 1)->state, ==, "continued");
  g_assert_cmpstr (get_text (facts, "outlook", 0), ==, "Next: planned, begun.");
}

/* What is written by hand stands alone in its part, in its order; the data fills it again. */
static void
test_by_hand (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaProfileFacts) facts = read_facts (fixture);
  const TagaProfileLine lines[] = { { .text = (char *) "own words" }, { .text = (char *) "more" } };
  g_autoptr (GError) error = NULL;

  g_assert_true (taga_profile_action_set_part (fixture->store, facts, "known", lines, 2, &error));
  g_clear_pointer (&facts, taga_profile_facts_free);
  facts = read_facts (fixture);
  g_assert_cmpint (facts->profile, !=, 0);
  g_assert_cmpuint (taga_profile_facts_count (facts, "known"), ==, 2);
  g_assert_cmpstr (get_text (facts, "known", 0), ==, "own words");
  g_assert_cmpint (taga_profile_facts_get (facts, "known", 0)->record, !=, 0);
  g_assert_cmpint (taga_profile_facts_get (facts, "alias", 0)->record, ==, 0);

  g_assert_true (
      taga_profile_action_set_part (fixture->store, facts, "known", lines + 1, 1, &error));
  g_clear_pointer (&facts, taga_profile_facts_free);
  facts = read_facts (fixture);
  g_assert_cmpuint (taga_profile_facts_count (facts, "known"), ==, 1);

  g_assert_true (taga_profile_action_reset_part (fixture->store, facts, "known", &error));
  g_clear_pointer (&facts, taga_profile_facts_free);
  facts = read_facts (fixture);
  g_assert_cmpuint (taga_profile_facts_count (facts, "known"), ==, 0);

  /* One step back brings the last words, and none leaves half a profile. */
  g_assert_true (taga_history_undo (fixture->store, &error));
  g_clear_pointer (&facts, taga_profile_facts_free);
  facts = read_facts (fixture);
  g_assert_cmpstr (get_text (facts, "known", 0), ==, "more");
  store_fixture_assert_whole (fixture->store);
}

/* A profile goes with its parts, also from the command line. */
static void
test_remove (StoreFixture *fixture, gconstpointer data)
{
  CliFixture cli = { .folder = fixture->folder, .path = fixture->path };
  const char *const command[] = { "remove", fixture->path, "profile", "1", NULL };

  store_fixture_add (fixture->store, TAGA_TYPE_PROFILE, "name", "2026", NULL);
  add_part (fixture, "outlook", "1", "more to come");
  store_fixture_close (fixture);

  g_assert_cmpint (cli_fixture_run (&cli, command, NULL, NULL), ==, 0);
  store_fixture_reopen (fixture);
  g_assert_cmpint (taga_store_count (fixture->store, TAGA_TYPE_PROFILE_PART, NULL), ==, 0);
  store_fixture_assert_whole (fixture->store);
}

/* Far more than two pages hold: smaller letters, then an ellipsis, and the user is told. */
static void
test_overfull (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (3000, 'y');
  g_autoptr (TagaProfileExport) made = NULL;

  store_fixture_set (fixture->store, TAGA_TYPE_COMPANY, 1, "name", text + 7);
  memset (text, 'x', 2990);
  for (gsize i = 6; i < 3000; i += 7)
    text[i] = ' ';
  store_fixture_add (fixture->store, TAGA_TYPE_PROFILE, "name", "2026", NULL);
  for (guint i = 0; i < TAGA_PROFILE_N_KINDS; i++)
    for (guint j = 0; j < 10; j++)
      store_fixture_add (fixture->store, TAGA_TYPE_PROFILE_PART, "profile", "1", "part",
                         taga_profile_kind_get (i)->key, "title", text, "text", text, NULL);

  made = make (fixture);
  g_assert_cmpuint (taga_paper_layout_get_n_pages (made->layout), ==, 2);
  g_assert_cmpuint (made->notes->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (made->notes, 0), "cut with"));
  g_assert_true (g_str_has_suffix (get_text (made->shown, "business", 0), "…"));
  g_assert_cmpuint (taga_profile_facts_count (made->shown, "action"), ==, 4);
  /* What is in the file stays whole. */
  g_assert_cmpuint (taga_profile_facts_count (made->facts, "action"), ==, 10);
}

/* Names that must not leave, each in a text of its own and in other spellings. */
static const char *const names[] = { "メカトロ太郎精機", "ﾒｶﾄﾛ太郎精機", "綾小路",
                                     "フシギネット",     "白鳥台",       "03-9876-5432",
                                     "boss@taro.jp",     "taro.jp",      "鬼瓦電設",
                                     "Kumo9000" };

static void
fill_with_names (StoreFixture *fixture)
{
  static const char text[] = "株式会社メカトロ太郎精機（㈱ﾒｶﾄﾛ太郎精機）の綾小路部長が、鬼瓦電設と"
                             "フシギネットとKumo9000を白鳥台市で入れた。03-9876-5432 boss@taro.jp "
                             "https://www.taro.jp/x";

  store_fixture_set (fixture->store, TAGA_TYPE_COMPANY, 1, "name", "株式会社メカトロ太郎精機");
  store_fixture_set (fixture->store, TAGA_TYPE_COMPANY, 1, "address", "埼玉県白鳥台市本町1-2-3");
  store_fixture_set (fixture->store, TAGA_TYPE_COMPANY, 1, "business", text);
  store_fixture_add (fixture->store, TAGA_TYPE_PERSON, "name", "綾小路 麗", "title", "部長", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_CONTACT, "name", "窓口", "organisation",
                     "鬼瓦電設株式会社", "kind", "system", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_SYSTEM, "name", "フシギネット", "kind",
                     "クラウドサービス", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_ALIAS, "name", "Kumo9000", "alias", "NAS", "kind",
                     "product", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_ROUND, "name", "メカトロ太郎精機の第2回", "date",
                     "2027-01-01", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_PROFILE, "name", "綾小路", NULL);
  for (guint i = 0; i < TAGA_PROFILE_N_KINDS; i++)
    store_fixture_add (fixture->store, TAGA_TYPE_PROFILE_PART, "profile", "1", "part",
                       taga_profile_kind_get (i)->key, "title", text, "text", text, NULL);
}

static void
assert_no_name (const char *what, const char *data, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strstr_len (data, (gssize) length, names[i]) != NULL)
      g_error ("“%s” is in %s", names[i], what);
}

/* What a program says of a file, such as the text of its pages. */
static void
assert_tool_tells_no_name (const char *const *command)
{
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL,
                     NULL, &error))
    {
      g_test_skip (error->message);
      return;
    }
  g_assert_cmpuint (strlen (output), >, 0);
  assert_no_name (command[0], output, strlen (output));
}

/* The parts of a package as they are when unpacked. */
static void
assert_parts_tell_no_name (const char *path)
{
  struct archive *zip = archive_read_new ();
  struct archive_entry *entry;
  guint n = 0;

  archive_read_support_format_zip (zip);
  g_assert_cmpint (archive_read_open_filename (zip, path, 4096), ==, ARCHIVE_OK);
  while (archive_read_next_header (zip, &entry) == ARCHIVE_OK)
    {
      g_autoptr (GByteArray) part = g_byte_array_new ();
      guint8 block[4096];
      la_ssize_t length;

      while ((length = archive_read_data (zip, block, sizeof block)) > 0)
        g_byte_array_append (part, block, (guint) length);
      assert_no_name (archive_entry_pathname (entry), archive_entry_pathname (entry),
                      strlen (archive_entry_pathname (entry)));
      assert_no_name (archive_entry_pathname (entry), (const char *) part->data, part->len);
      n++;
    }
  g_assert_cmpuint (n, >, 4);
  archive_read_free (zip);
}

static void
test_no_name_in_any_byte (StoreFixture *fixture, gconstpointer data)
{
  static const char *const endings[] = { "pdf", "svg", "docx" };

  fill_with_names (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TagaPaper) paper = taga_export_create_paper (fixture->store, "profile", &error);
      g_autofree char *name = g_strconcat ("out.", endings[i], NULL);
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GBytes) bytes = NULL;
      guint n_pages = 0;

      g_assert_true (taga_paper_write (paper, file, TAGA_WRITE_NONE, NULL, NULL, NULL, &n_pages,
                                       NULL, &error));
      g_assert_no_error (error);
      if (i < 2)
        g_assert_cmpuint (n_pages, ==, 2);
      else
        assert_parts_tell_no_name (path);
      bytes = store_fixture_read_file (path);
      assert_no_name (endings[i], g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      if (i == 0)
        {
          assert_tool_tells_no_name ((const char *const[]){ "pdftotext", path, "-", NULL });
          assert_tool_tells_no_name ((const char *const[]){ "pdfinfo", path, NULL });
        }
    }
}

/* With its names it is for the company itself: it says so, on the pages and to the user. */
static void
test_with_names (StoreFixture *fixture, gconstpointer data)
{
  const TagaExportOptions options = { .keeps_names = TRUE };
  g_autoptr (TagaPaper) paper = NULL;
  g_autoptr (TagaPaper) hidden = NULL;

  fill_with_names (fixture);
  paper = taga_export_new_paper (fixture->store, "profile", &options, NULL);
  hidden = taga_export_new_paper (fixture->store, "profile", NULL, NULL);

  g_assert_cmpstr (taga_paper_get_company (paper), ==, "株式会社メカトロ太郎精機");
  g_assert_cmpstr (taga_paper_get_mark (paper), ==, "Company confidential");
  g_assert_cmpuint (taga_paper_get_remarks (paper, NULL)->len, >, 0);
  g_assert_null (taga_paper_get_mark (hidden));
  g_assert_null (strstr (taga_paper_get_company (hidden), "メカトロ"));
}

static void
assert_remarks (TagaStore *store, guint n, guint n_told, const char *last)
{
  g_autoptr (TagaPaper) paper = taga_export_new_paper (store, "profile", NULL, NULL);
  guint told = 0;
  const GPtrArray *remarks = taga_paper_get_remarks (paper, &told);

  g_assert_cmpuint (remarks->len, ==, n);
  g_assert_cmpuint (told, ==, n_told);
  g_assert_nonnull (strstr (g_ptr_array_index (remarks, n - 1), last));
}

/* What is replaced as the list of names says asks for nothing; an address that was found does. */
static void
test_what_needs_a_look (StoreFixture *fixture, gconstpointer data)
{
  TagaStore *store = fixture->store;

  assert_remarks (store, 1, 1, "none was replaced");
  store_fixture_set (store, TAGA_TYPE_COMPANY, 1, "name", "株式会社メカトロ太郎精機");
  store_fixture_set (store, TAGA_TYPE_COMPANY, 1, "business",
                     "株式会社メカトロ太郎精機は部品をつくる。");
  assert_remarks (store, 1, 1, "株式会社メカトロ太郎精機");
  store_fixture_set (store, TAGA_TYPE_COMPANY, 1, "business",
                     "株式会社メカトロ太郎精機への連絡は a@example.jp まで。");
  assert_remarks (store, 2, 1, "a@example.jp");
}

/* The command line tells on standard error what was replaced, and not on the pages. */
static void
test_command_line (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "out.svg", NULL);
  CliFixture cli = { .folder = fixture->folder, .path = fixture->path };
  const char *const command[] = { "export", fixture->path, target, "--report", "profile", NULL };
  g_autofree char *output = NULL;
  g_autofree char *messages = NULL;

  fill_with_names (fixture);
  store_fixture_close (fixture);
  g_assert_cmpint (cli_fixture_run (&cli, command, &output, &messages), ==, 0);
  g_assert_nonnull (strstr (messages, "“Kumo9000” became “NAS”"));
  g_assert_null (strstr (output, "Kumo9000"));
}

#define ADD(path, kind, test)                                                                      \
  g_test_add ("/profile/" path, StoreFixture, kind, store_fixture_set_up, test,                    \
              store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("empty-company", NULL, test_empty_company);
  ADD ("industry-line", NULL, test_industry_line);
  ADD ("rounds-and-scores", NULL, test_rounds_and_scores);
  ADD ("measures", NULL, test_measures);
  ADD ("by-hand", NULL, test_by_hand);
  ADD ("remove", NULL, test_remove);
  ADD ("overfull", NULL, test_overfull);
  ADD ("no-name-in-any-byte", NULL, test_no_name_in_any_byte);
  ADD ("with-names", NULL, test_with_names);
  ADD ("what-needs-a-look", NULL, test_what_needs_a_look);
  ADD ("command-line", NULL, test_command_line);

  return g_test_run ();
}
