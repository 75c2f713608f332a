#include "cli-fixture.h"

/* The command "chart" as scripts see it: files, and exit statuses. */

#define DO(...) g_free (cli_fixture_do (fixture, __VA_ARGS__, NULL))
#define FAIL(status, ...) g_free (cli_fixture_fail (fixture, status, __VA_ARGS__, NULL))

static void
assert_begins (const char *path, const char *bytes)
{
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_cmpuint (length, >, 500);
  g_assert_true (g_str_has_prefix (text, bytes));
}

static void
test_every_kind_in_every_format (CliFixture *fixture, gconstpointer data)
{
  static const char *const kinds[] = { "radar", "radar-pair", "barrel",   "matrix",
                                       "bands", "trend",      "progress", "effort" };
  static const char *const formats[][2] = { { "svg", "<?xml" },
                                            { "png", "\x89PNG" },
                                            { "pdf", "%PDF-" } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds) * G_N_ELEMENTS (formats); i++)
    {
      const char *kind = kinds[i / G_N_ELEMENTS (formats)];
      const char *const *format = formats[i % G_N_ELEMENTS (formats)];
      g_autofree char *name = g_strdup_printf ("図 %s.%s", kind, format[0]);
      g_autofree char *target = cli_fixture_path (fixture, name);

      DO ("chart", fixture->path, kind, target);
      assert_begins (target, format[1]);
    }
}

static void
test_chooses_rounds_and_colours (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *target = cli_fixture_path (fixture, "r.svg");
  g_autofree char *one = NULL;
  g_autofree char *both = NULL;
  g_autofree char *dark = NULL;

  DO ("round", fixture->path, "new", "--name", "二回目");
  DO ("chart", fixture->path, "radar", target, "--before", "1", "--after", "2");
  both = cli_fixture_checksum (target);
  FAIL (1, "chart", fixture->path, "radar", target);
  DO ("chart", fixture->path, "radar", target, "--after", "1", "--replace");
  one = cli_fixture_checksum (target);
  g_assert_cmpstr (one, !=, both);
  DO ("chart", fixture->path, "radar", target, "--after", "1", "--replace", "--palette", "dark");
  dark = cli_fixture_checksum (target);
  g_assert_cmpstr (one, !=, dark);
}

static void
test_wrong_usage (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *target = cli_fixture_path (fixture, "r.svg");
  g_autofree char *other = cli_fixture_path (fixture, "r.gif");

  cli_fixture_assert_status (fixture, "chart", 2);
  cli_fixture_assert_status (fixture, "chart FILE radar", 2);
  FAIL (2, "chart", fixture->path, "pie", target);
  FAIL (2, "chart", fixture->path, "radar", target, "--palette", "pink");
  FAIL (2, "chart", fixture->path, "barrel", target, "--before", "1");
  FAIL (2, "chart", fixture->path, "radar", target, "--after", "-1");
  FAIL (1, "chart", fixture->path, "radar", target, "--after", "77");
  FAIL (1, "chart", fixture->path, "radar", other);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  cli_fixture_add ("/cli-chart/every-kind-in-every-format", "sample",
                   test_every_kind_in_every_format);
  cli_fixture_add ("/cli-chart/chooses-rounds-and-colours", "sample",
                   test_chooses_rounds_and_colours);
  cli_fixture_add ("/cli-chart/wrong-usage", "sample", test_wrong_usage);

  return g_test_run ();
}
