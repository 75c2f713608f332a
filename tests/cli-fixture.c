#include "cli-fixture.h"

#include <string.h>

#include <gio/gio.h>

/**
 * cli_fixture_set_up:
 * @fixture: a fixture
 * @kind: (nullable): the key of an edition, "sample", or `NULL` for no file
 *
 * Makes a folder, and a company file in it.
 */
void
cli_fixture_set_up (CliFixture *fixture, gconstpointer kind)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("箍 の 試験 XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = cli_fixture_path (fixture, "会社 台帳.taga");

  if (g_strcmp0 (kind, "sample") == 0)
    g_free (cli_fixture_do (fixture, "new", fixture->path, "--sample", "mechatro", NULL));
  else if (kind != NULL)
    g_free (cli_fixture_do (fixture, "new", fixture->path, "--edition", kind, "--name",
                            "株式会社ためし", NULL));
}

/**
 * cli_fixture_tear_down:
 * @fixture: a fixture
 * @kind: (nullable): not looked at
 *
 * Removes the folder and what is in it.
 */
void
cli_fixture_tear_down (CliFixture *fixture, gconstpointer kind)
{
  g_autoptr (GSubprocess) remove =
      g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, "rm", "-rf", "--", fixture->folder, NULL);

  g_assert_true (g_subprocess_wait_check (remove, NULL, NULL));
  g_clear_pointer (&fixture->folder, g_free);
  g_clear_pointer (&fixture->path, g_free);
}

/**
 * cli_fixture_path:
 * @fixture: a fixture
 * @name: a name
 *
 * Names a file in the folder.
 *
 * Returns: (transfer full): its path
 */
char *
cli_fixture_path (CliFixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

/**
 * cli_fixture_write:
 * @fixture: a fixture
 * @name: a name
 * @bytes: (array length=length): what the file holds
 * @length: how long that is, or -1
 *
 * Writes a file in the folder.
 *
 * Returns: (transfer full): its path
 */
char *
cli_fixture_write (CliFixture *fixture, const char *name, const char *bytes, gssize length)
{
  char *path = cli_fixture_path (fixture, name);

  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  return path;
}

/**
 * cli_fixture_checksum:
 * @path: a file
 *
 * Sums up a file's bytes.
 *
 * Returns: (transfer full): the same text for the same bytes
 */
char *
cli_fixture_checksum (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
}

/**
 * cli_fixture_spawn:
 * @fixture: a fixture
 * @command: (element-type utf8): a program and its arguments
 * @input: (nullable): what it reads from standard input
 * @output: (out): what it prints
 * @messages: (out): what it says on standard error
 *
 * Runs a program in the folder, with a home of its own.
 *
 * Returns: its exit status
 */
int
cli_fixture_spawn (CliFixture *fixture,
                   GPtrArray *command,
                   const char *input,
                   char **output,
                   char **messages)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *home = cli_fixture_path (fixture, "家");
  const char *sanitizer = g_getenv ("ASAN_OPTIONS");
  GSubprocessFlags flags = G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE;

  if (input != NULL)
    flags |= G_SUBPROCESS_FLAGS_STDIN_PIPE;
  launcher = g_subprocess_launcher_new (flags);
  g_subprocess_launcher_set_cwd (launcher, fixture->folder);
  g_subprocess_launcher_unsetenv (launcher, "LANGUAGE");
  g_subprocess_launcher_setenv (launcher, "LC_ALL",
                                fixture->locale == NULL ? "C.UTF-8" : fixture->locale, TRUE);
  g_subprocess_launcher_setenv (launcher, "HOME", home, TRUE);

  /* Under a sanitizer whole stacks make a short run ten times as long. */
  if (sanitizer != NULL)
    {
      g_autofree char *options = g_strconcat (sanitizer, ":fast_unwind_on_malloc=1", NULL);

      g_subprocess_launcher_setenv (launcher, "ASAN_OPTIONS", options, TRUE);
    }
  if (fixture->prepare != NULL)
    g_subprocess_launcher_set_child_setup (launcher, fixture->prepare, NULL, NULL);

  g_ptr_array_add (command, NULL);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) command->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, input, NULL, output, messages, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));

  return g_subprocess_get_exit_status (process);
}

/**
 * cli_fixture_run:
 * @fixture: a fixture
 * @arguments: (array zero-terminated=1): what follows taga-cli; the folder is the working directory
 * @output: (out): what it prints
 * @messages: (out): what it says on standard error
 *
 * Runs the program that the environment variable TAGA_CLI names.
 *
 * Returns: its exit status
 */
int
cli_fixture_run (CliFixture *fixture, const char *const *arguments, char **output, char **messages)
{
  g_autoptr (GPtrArray) command = g_ptr_array_new ();
  const char *program = g_getenv ("TAGA_CLI");

  if (program == NULL)
    g_error ("The environment variable TAGA_CLI does not say where taga-cli is.");

  g_ptr_array_add (command, (gpointer) program);
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (command, (gpointer) arguments[i]);

  return cli_fixture_spawn (fixture, command, NULL, output, messages);
}

/**
 * cli_fixture_collect:
 * @words: texts; then `NULL`
 *
 * Makes a list of the arguments of a function.
 *
 * Returns: (transfer container) (element-type utf8): the texts, and a `NULL` behind them
 */
GPtrArray *
cli_fixture_collect (va_list words)
{
  GPtrArray *arguments = g_ptr_array_new ();
  const char *word;

  while ((word = va_arg (words, const char *)) != NULL)
    g_ptr_array_add (arguments, (gpointer) word);
  g_ptr_array_add (arguments, NULL);

  return arguments;
}

static char *
do_command (CliFixture *fixture, GPtrArray *arguments)
{
  g_autofree char *messages = NULL;
  g_autofree char *output = NULL;
  int status =
      cli_fixture_run (fixture, (const char *const *) arguments->pdata, &output, &messages);

  if (status != 0)
    g_test_message ("%s: %s", (const char *) arguments->pdata[0], messages);
  g_assert_cmpint (status, ==, 0);

  return g_steal_pointer (&output);
}

/**
 * cli_fixture_do:
 * @fixture: a fixture
 * @...: what follows taga-cli; then `NULL`
 *
 * Runs a command that has to succeed.
 *
 * Returns: (transfer full): what it prints
 */
char *
cli_fixture_do (CliFixture *fixture, ...)
{
  g_autoptr (GPtrArray) arguments = NULL;
  va_list words;

  va_start (words, fixture);
  arguments = cli_fixture_collect (words);
  va_end (words);

  return do_command (fixture, arguments);
}

/* A failure says why on one line, and prints nothing. */
static void
assert_line (const char *output, const char *messages)
{
  g_assert_cmpstr (output, ==, "");
  g_assert_cmpuint (strlen (messages), >, 1);
  g_assert_true (strchr (messages, '\n') == messages + strlen (messages) - 1);
}

/**
 * cli_fixture_fail:
 * @fixture: a fixture
 * @status: the exit status that it has to have
 * @...: what follows taga-cli; then `NULL`
 *
 * Runs a command that has to fail: with a line on standard error and nothing on standard output.
 *
 * Returns: (transfer full): the line
 */
char *
cli_fixture_fail (CliFixture *fixture, int status, ...)
{
  g_autoptr (GPtrArray) arguments = NULL;
  g_autofree char *messages = NULL;
  g_autofree char *output = NULL;
  va_list words;

  va_start (words, status);
  arguments = cli_fixture_collect (words);
  va_end (words);

  g_assert_cmpint (
      cli_fixture_run (fixture, (const char *const *) arguments->pdata, &output, &messages), ==,
      status);
  assert_line (output, messages);
  g_strchomp (messages);
  if (status == 1)
    {
      g_assert_true (g_str_has_prefix (messages, "taga-cli: "));
      g_assert_true (g_str_has_suffix (messages, ".") || g_str_has_suffix (messages, "。"));
    }

  return g_steal_pointer (&messages);
}

/**
 * cli_fixture_json:
 * @fixture: a fixture
 * @...: what follows taga-cli; then `NULL`
 *
 * Runs a command that has to print JSON.
 *
 * Returns: (transfer full): what it prints
 */
JsonNode *
cli_fixture_json (CliFixture *fixture, ...)
{
  g_autoptr (GPtrArray) arguments = NULL;
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  JsonNode *node;
  va_list words;

  va_start (words, fixture);
  arguments = cli_fixture_collect (words);
  va_end (words);

  output = do_command (fixture, arguments);
  g_assert_true (g_str_has_suffix (output, "\n"));
  node = json_from_string (output, &error);
  g_assert_no_error (error);

  return node;
}

static void
print_rejections (JsonArray *rejections, gboolean taken, GString *text)
{
  for (guint i = 0; i < json_array_get_length (rejections); i++)
    {
      JsonObject *rejection = json_array_get_object_element (rejections, i);
      const char *reason = json_object_get_string_member (rejection, "reason");
      const char *quote = strstr (reason, "“");
      const char *end = quote == NULL ? NULL : strstr (quote, "”");

      g_assert_cmpuint (json_object_get_size (rejection), ==, taken ? 5 : 4);
      g_assert_true (!taken || json_object_has_member (rejection, "text"));
      g_assert_true (g_str_has_suffix (reason, "."));
      g_string_append_printf (text, "\n%s%d %s", taken ? "~" : "",
                              (int) json_object_get_int_member (rejection, "row"),
                              json_object_get_string_member (rejection, "column"));
      if (end != NULL)
        g_string_append_printf (text, " %.*s", (int) (end - quote - strlen ("“")),
                                quote + strlen ("“"));
    }
}

/**
 * cli_fixture_import:
 * @fixture: a fixture
 * @source: what to import
 * @...: options; then `NULL`
 *
 * Imports a file, which has to succeed.
 *
 * Returns: (transfer full): the outcome as "new+changed=same-gone before>after scale", and the row,
 * column and contents of each cell that cannot be read on a line of its own, with "~" if the rest
 * of the row is taken
 */
char *
cli_fixture_import (CliFixture *fixture, const char *source, ...)
{
  static const char *const keys[] = { "new",   "changed",  "same",   "gone",     "before", "after",
                                      "scale", "rejected", "unread", "doubtful", "sheets" };
  g_autoptr (GPtrArray) options = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *output = NULL;
  JsonObject *object;
  GString *text = g_string_new (NULL);
  va_list words;

  va_start (words, source);
  options = cli_fixture_collect (words);
  va_end (words);

  g_ptr_array_insert (options, 0, (gpointer) "import");
  g_ptr_array_insert (options, 1, fixture->path);
  g_ptr_array_insert (options, 2, (gpointer) source);
  g_ptr_array_insert (options, 3, (gpointer) "--json");
  output = do_command (fixture, options);
  node = json_from_string (output, NULL);
  g_assert_nonnull (node);
  object = json_node_get_object (node);
  g_assert_cmpuint (json_object_get_size (object), ==, G_N_ELEMENTS (keys));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_true (json_object_has_member (object, keys[i]));

  for (guint i = 0; i < 6; i++)
    g_string_append_printf (text, "%c%d", "n+=- >"[i],
                            (int) json_object_get_int_member (object, keys[i]));
  g_string_erase (text, 0, 1);
  g_string_append_printf (text, " %s",
                          json_object_get_null_member (object, "scale")
                              ? "null"
                              : json_object_get_string_member (object, "scale"));
  print_rejections (json_object_get_array_member (object, "rejected"), FALSE, text);
  print_rejections (json_object_get_array_member (object, "unread"), TRUE, text);

  return g_string_free (text, FALSE);
}

static void
print_member (JsonObject *object, const char *field, GString *text)
{
  JsonNode *member = json_object_get_member (object, field);

  g_assert_nonnull (member);
  if (JSON_NODE_HOLDS_NULL (member))
    return;
  if (json_node_get_value_type (member) == G_TYPE_STRING)
    g_string_append (text, json_node_get_string (member));
  else if (json_node_get_value_type (member) == G_TYPE_BOOLEAN)
    g_string_append (text, json_node_get_boolean (member) ? "○" : "");
  else
    g_string_append_printf (text, "%" G_GINT64_FORMAT, json_node_get_int (member));
}

/**
 * cli_fixture_table:
 * @fixture: a fixture
 * @list: "risk", or the name of a register
 * @fields: names of fields, separated by "|"
 *
 * Reads a list from the company file.
 *
 * Returns: (transfer full): a record a line, with "|" between the fields; what is not known is
 * empty, a mark ○
 */
char *
cli_fixture_table (CliFixture *fixture, const char *list, const char *fields)
{
  g_auto (GStrv) names = g_strsplit (fields, "|", -1);
  GString *text = g_string_new (NULL);
  g_autoptr (JsonNode) node = NULL;
  JsonArray *records;

  if (g_str_equal (list, "risk"))
    node = cli_fixture_json (fixture, "risk", fixture->path, "--json", NULL);
  else
    node = cli_fixture_json (fixture, "list", fixture->path, list, "--json", NULL);

  records = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (records); i++)
    for (guint j = 0; names[j] != NULL; j++)
      {
        if (i > 0 || j > 0)
          g_string_append_c (text, j == 0 ? '\n' : '|');
        print_member (json_array_get_object_element (records, i), names[j], text);
      }

  return g_string_free (text, FALSE);
}

/**
 * cli_fixture_assert_table:
 * @fixture: a fixture
 * @list: "risk", or the name of a register
 * @fields: names of fields, separated by "|"
 * @is: what cli_fixture_table() has to give
 *
 * Fails if the company file holds anything else.
 */
void
cli_fixture_assert_table (CliFixture *fixture, const char *list, const char *fields, const char *is)
{
  g_autofree char *table = cli_fixture_table (fixture, list, fields);

  g_assert_cmpstr (table, ==, is);
}

/**
 * cli_fixture_assert_status:
 * @fixture: a fixture
 * @line: a command line as a shell would split it; FILE stands for the company file
 * @status: the exit status that it has to have
 *
 * Runs a command that has to succeed in silence, or to fail with one line and nothing printed.
 */
void
cli_fixture_assert_status (CliFixture *fixture, const char *line, int status)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *output = NULL;
  g_autofree char *messages = NULL;
  int is;

  g_assert_true (g_shell_parse_argv (line, NULL, &words, NULL));
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], "FILE"))
      {
        g_free (words[i]);
        words[i] = g_strdup (fixture->path);
      }

  is = cli_fixture_run (fixture, (const char *const *) words, &output, &messages);
  if (is != status)
    g_test_message ("%s: %s", line, messages);
  g_assert_cmpint (is, ==, status);
  if (status == 0)
    g_assert_cmpstr (messages, ==, "");
  else
    assert_line (output, messages);
}
