#include "office-fixture.h"

#include <string.h>

#include <gio/gio.h>

/* The python that Debian's packages are for; another one may stand before it in the path. */
#define PYTHON "/usr/bin/python3"

/**
 * office_fixture_has:
 * @what: something that a test needs
 *
 * Looks whether it is on this machine; if not, the test is to be left out, and this says so.
 *
 * Returns: `TRUE` if it is there
 */
gboolean
office_fixture_has (OfficeTool what)
{
  static const char *const probes[][4] = {
    [OFFICE_OPENPYXL] = { PYTHON, "-c", "import openpyxl", NULL },
    [OFFICE_LIBREOFFICE] = { "which", "soffice", NULL },
  };
  g_autoptr (GSubprocess) process = NULL;

  process = g_subprocess_newv (
      probes[what], G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL);
  if (process != NULL && g_subprocess_wait_check (process, NULL, NULL))
    return TRUE;

  g_test_skip (what == OFFICE_OPENPYXL ? "openpyxl is not there" : "LibreOffice is not there");
  return FALSE;
}

static char *
run_tool (CliFixture *fixture, GPtrArray *command, const char *input)
{
  g_autofree char *messages = NULL;
  g_autofree char *output = NULL;
  int status = cli_fixture_spawn (fixture, command, input, &output, &messages);

  if (status != 0)
    g_test_message ("%s", messages);
  g_assert_cmpint (status, ==, 0);

  return g_steal_pointer (&output);
}

/**
 * office_fixture_python:
 * @fixture: a fixture
 * @input: (nullable): what it reads from standard input
 * @...: arguments; then `NULL`
 *
 * Runs the script that the environment variable TAGA_MAKE_REGISTER names, which has to succeed.
 *
 * Returns: (transfer full): what it prints
 */
char *
office_fixture_python (CliFixture *fixture, const char *input, ...)
{
  g_autoptr (GPtrArray) command = NULL;
  const char *script = g_getenv ("TAGA_MAKE_REGISTER");
  va_list words;

  if (script == NULL)
    g_error ("The environment variable TAGA_MAKE_REGISTER does not say where the script is.");

  va_start (words, input);
  command = cli_fixture_collect (words);
  va_end (words);
  g_ptr_array_set_size (command, (int) command->len - 1);
  g_ptr_array_insert (command, 0, (gpointer) PYTHON);
  g_ptr_array_insert (command, 1, (gpointer) script);

  return run_tool (fixture, command, input);
}

/**
 * office_fixture_write:
 * @fixture: a fixture
 * @assets: an asset a line, as make-register.py reads them
 * @options: options for it, separated by one blank
 *
 * Writes a workbook with a register in it. The next one replaces it.
 *
 * Returns: (transfer full): its path
 */
char *
office_fixture_write (CliFixture *fixture, const char *assets, const char *options)
{
  g_autoptr (GPtrArray) command = g_ptr_array_new ();
  g_auto (GStrv) words = g_strsplit (options, " ", -1);
  g_autofree char *path = cli_fixture_path (fixture, "情報資産 管理台帳.xlsx");
  const char *script = g_getenv ("TAGA_MAKE_REGISTER");

  if (script == NULL)
    g_error ("The environment variable TAGA_MAKE_REGISTER does not say where the script is.");

  g_ptr_array_add (command, (gpointer) PYTHON);
  g_ptr_array_add (command, (gpointer) script);
  g_ptr_array_add (command, (gpointer) "write");
  g_ptr_array_add (command, path);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (command, words[i]);
  g_free (run_tool (fixture, command, assets));

  return g_steal_pointer (&path);
}

/**
 * office_fixture_convert:
 * @fixture: a fixture
 * @source: a file in the folder
 * @format: what to make of it, e.g. "xlsx"
 *
 * Has LibreOffice read a file, compute what has no result yet, and write it again into the folder
 * 変換.
 *
 * Returns: (transfer full): the path of what it wrote
 */
char *
office_fixture_convert (CliFixture *fixture, const char *source, const char *format)
{
  g_autoptr (GPtrArray) command = g_ptr_array_new ();
  g_autofree char *folder = cli_fixture_path (fixture, "変換");
  g_autofree char *profile = cli_fixture_path (fixture, "家/office");
  g_autofree char *uri = g_filename_to_uri (profile, NULL, NULL);
  g_autofree char *option = g_strconcat ("-env:UserInstallation=", uri, NULL);
  g_autofree char *name = g_path_get_basename (source);
  g_autofree char *target = NULL;
  /* A warning of the libraries under it is no failure of ours. */
  const char *const words[] = { "env",          "-u",   "G_DEBUG",  "soffice", option, "--headless",
                                "--convert-to", format, "--outdir", folder,    source };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_ptr_array_add (command, (gpointer) words[i]);
  g_free (run_tool (fixture, command, NULL));

  *strrchr (name, '.') = '\0';
  target = g_strdup_printf ("%s/%s.%s", folder, name, format);
  g_assert_true (g_file_test (target, G_FILE_TEST_IS_REGULAR));

  return g_steal_pointer (&target);
}
