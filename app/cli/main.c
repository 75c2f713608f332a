#include <locale.h>
#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "data-resources.h"
#include "taga-cli.h"
#include "taga-language.h"

/* Asked for, it is the answer; else it is what went wrong. */
static void
print_usage (FILE *stream)
{
  guint n;
  const TagaCommand *commands = taga_cli_get_commands (&n);

  fputs (_ ("Taga keeps the information security of a small company under control.\n\nCommands:\n"),
         stream);
  for (guint i = 0; i < n; i++)
    fprintf (stream, "  taga-cli %s\n", commands[i].usage);
}

/* An answer that was cut short is none. What a command changed it has changed all the same. */
static int
check_output (const TagaCommand *command, int status)
{
  gboolean is_whole = fflush (stdout) == 0 && !ferror (stdout);

  if (is_whole || status != TAGA_CLI_DONE || !command->is_question)
    return status;

  g_printerr ("taga-cli: %s\n",
              _ ("The output could not be written as a whole. See whether the disk is full."));
  return TAGA_CLI_FAILED;
}

static int
run (int argc, char **argv)
{
  g_autofree char *sentence = NULL;
  guint n;
  const TagaCommand *commands = taga_cli_get_commands (&n);

  if (argc < 2)
    {
      print_usage (stderr);
      return TAGA_CLI_USAGE;
    }

  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "help"))
    {
      print_usage (stdout);
      return TAGA_CLI_DONE;
    }

  if (g_str_equal (argv[1], "--version"))
    {
      g_print ("taga-cli %s\n", TAGA_VERSION);
      return TAGA_CLI_DONE;
    }

  for (guint i = 0; i < n; i++)
    if (g_str_equal (commands[i].name, argv[1]))
      return check_output (&commands[i], commands[i].func (argc - 1, argv + 1));

  sentence = g_strdup_printf (_ ("There is no command “%s”. “taga-cli help” lists them."), argv[1]);
  return taga_cli_misuse (sentence);
}

int
main (int argc, char **argv)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;
  g_autofree char **taken = NULL;

  taga_language_init ();
  g_set_prgname ("taga-cli");
  g_resources_register (taga_data_get_resource ());

  /* Options are taken out of a copy, so that what was handed in is freed whole. */
  for (int i = 0; i < argc; i++)
    g_strv_builder_add (builder, argv[i]);
  arguments = g_strv_builder_end (builder);
  taken = g_new0 (char *, (gsize) argc + 1);
  for (int i = 0; i < argc; i++)
    taken[i] = arguments[i];

  return run (argc, taken);
}
