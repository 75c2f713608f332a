#include <string.h>

#include "store-fixture.h"
#include "taga-export-options.h"
#include "taga-export-recent.h"
#include "taga-setting.h"

/* What a company file remembers of its reports: how they were wanted, and where they went. */

static void
add (StoreFixture *fixture, const char *report, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (taga_export_recent_add (fixture->store, report, file, &error));
  g_assert_no_error (error);
}

static char *
dup_path (GPtrArray *recents, guint i)
{
  const TagaExportRecent *recent = g_ptr_array_index (recents, i);

  return g_file_get_path (recent->file);
}

static void
test_the_newest_come_first (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) recents = NULL;
  g_autofree char *first = NULL, *last = NULL;

  add (fixture, "contacts", "/紙/1.pdf");
  for (int i = 2; i <= 12; i++)
    {
      g_autofree char *path = g_strdup_printf ("/紙/%d.pdf", i);

      add (fixture, "measures", path);
    }
  add (fixture, "register", "/紙/5.pdf");

  recents = taga_export_recent_read (fixture->store);
  g_assert_cmpuint (recents->len, ==, TAGA_EXPORT_MAX_RECENT);
  first = dup_path (recents, 0);
  last = dup_path (recents, 9);
  g_assert_cmpstr (first, ==, "/紙/5.pdf");
  g_assert_cmpstr (((TagaExportRecent *) g_ptr_array_index (recents, 0))->report->name, ==,
                   "register");
  g_assert_cmpstr (last, ==, "/紙/3.pdf");
}

static void
test_strange_lines_are_passed_over (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) recents = NULL;

  taga_setting_set (fixture->store, "recent-reports",
                    "nix\t2026-01-01\tfile:///a.pdf\n"
                    "measures\t2026-01-01\thttp://example.com/a.pdf\n"
                    "measures\tfile:///a.pdf\n\t\t\n\n"
                    "measures\tgestern\tfile:///b.pdf",
                    NULL);
  recents = taga_export_recent_read (fixture->store);
  g_assert_cmpuint (recents->len, ==, 1);
}

static void
test_options_come_back (StoreFixture *fixture, gconstpointer data)
{
  const TagaExportOptions wanted = { .round = 1,
                                     .before = 77,
                                     .turn = TAGA_EXPORT_TURN_LYING,
                                     .dates = TAGA_EXPORT_DATES_JAPANESE,
                                     .approval = "社長|部長\n=x",
                                     .mark = "",
                                     .keeps_names = TRUE };
  g_autoptr (TagaExportOptions) usual = taga_export_options_read (fixture->store, "contacts");
  g_autoptr (TagaExportOptions) read = NULL;
  g_autoptr (TagaExportOptions) strange = NULL;

  g_assert_null (usual->approval);
  g_assert_cmpint (usual->round, ==, 0);

  g_assert_true (taga_export_options_keep (fixture->store, "contacts", &wanted, NULL));
  read = taga_export_options_read (fixture->store, "contacts");
  g_assert_cmpint (read->round, ==, 1);
  g_assert_cmpint (read->before, ==, 0); /* there is no such round */
  g_assert_cmpint (read->turn, ==, TAGA_EXPORT_TURN_LYING);
  g_assert_cmpint (read->dates, ==, TAGA_EXPORT_DATES_JAPANESE);
  g_assert_cmpstr (read->approval, ==, wanted.approval);
  g_assert_cmpstr (read->mark, ==, "");
  g_assert_null (read->number);
  g_assert_false (read->keeps_names);

  taga_setting_set (fixture->store, "report-contacts", "[report]\nturn=99\ndates=-1\nround=x\n",
                    NULL);
  strange = taga_export_options_read (fixture->store, "contacts");
  g_assert_cmpint (strange->turn, ==, 0);
  g_assert_cmpint (strange->dates, ==, 0);
  g_assert_cmpint (strange->round, ==, 0);
}

#define ADD(path, func)                                                                            \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/export-recent/the-newest-come-first", test_the_newest_come_first);
  ADD ("/export-recent/strange-lines-are-passed-over", test_strange_lines_are_passed_over);
  ADD ("/export-recent/options-come-back", test_options_come_back);

  return g_test_run ();
}
