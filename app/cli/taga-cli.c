#include "taga-cli.h"

#include <stdio.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "taga-registers.h"

static const TagaCommand commands[] = {
  { "new", "new FILE [--sample NAME] [--name COMPANY] [--edition ipa-3.1|ipa-3.0]", taga_cli_new },
  { "import",
    "import FILE SOURCE [--dry-run] [--scale 0-2|1-3] [--missing keep|retire] [--json] "
    "[--sheet NAME]…",
    taga_cli_import },
  { "list", "list FILE REGISTER [--json]", taga_cli_list, TRUE },
  { "set", "set FILE REGISTER ID FIELD=VALUE…", taga_cli_set },
  { "add", "add FILE REGISTER FIELD=VALUE…", taga_cli_add },
  { "remove", "remove FILE REGISTER ID", taga_cli_remove },
  { "diagnose", "diagnose FILE [--round ID] [--json]", taga_cli_diagnose, TRUE },
  { "risk", "risk FILE [--round ID] [--json]", taga_cli_risk, TRUE },
  { "advise", "advise FILE [--budget YEN] [--round ID] [--json]", taga_cli_advise, TRUE },
  { "round",
    "round FILE new [--from ID|--empty] [--name NAME] [--date DATE] "
    "[--judge self|expert|audit] [--note TEXT] | seal [ID] [--json] | "
    "compare BEFORE AFTER [--json]",
    taga_cli_round },
  { "export",
    "export FILE TARGET [--report NAME] [--round ID] [--before ID] [--after ID] [--no-alias] "
    "[--paper a4|a3] [--landscape] [--approval LABELS] [--document-number TEXT] "
    "[--document-version TEXT] "
    "[--mark TEXT] [--chart KIND] [--cp932] [--replace]",
    taga_cli_export },
  { "chart",
    "chart FILE KIND TARGET [--before ID] [--after ID] "
    "[--palette light|dark|contrast|contrast-dark|print|monochrome] [--replace]",
    taga_cli_chart },
  { "stocktake",
    "stocktake FILE start [--due DATE] [--department NAME…] | send FOLDER | "
    "return WORKBOOK [--dry-run] [--json] | status [--json] | close",
    taga_cli_stocktake },
  { "history", "history FILE [--json]", taga_cli_history, TRUE },
  { "undo", "undo FILE", taga_cli_undo },
  { "redo", "redo FILE", taga_cli_redo },
  { "trash", "trash FILE [--restore ID…] [--json]", taga_cli_trash, TRUE },
  { "verify", "verify FILE", taga_cli_verify, TRUE },
};

/**
 * taga_cli_get_commands:
 * @n_commands: (out): how many there are
 *
 * Gives the commands.
 *
 * Returns: (transfer none) (array length=n_commands): the commands
 */
const TagaCommand *
taga_cli_get_commands (guint *n_commands)
{
  *n_commands = G_N_ELEMENTS (commands);
  return commands;
}

/**
 * taga_cli_fail:
 * @error: what went wrong
 *
 * Says on standard error why nothing was done.
 *
 * Returns: the exit status for that
 */
int
taga_cli_fail (const GError *error)
{
  g_printerr ("taga-cli: %s\n", error->message);
  return TAGA_CLI_FAILED;
}

/**
 * taga_cli_misuse:
 * @sentence: what is wrong with the command line
 *
 * Says on standard error what is wrong with the command line.
 *
 * Returns: the exit status for that
 */
int
taga_cli_misuse (const char *sentence)
{
  g_printerr ("taga-cli: %s\n", sentence);
  return TAGA_CLI_USAGE;
}

/* What stands behind "--" is no option; the two dashes themselves say nothing more. GOption leaves
 * them where they are if something behind them looks like an option. */
static void
drop_separator (int *n, char **arguments)
{
  for (int i = 1; i < *n; i++)
    if (g_str_equal (arguments[i], "--"))
      {
        memmove (arguments + i, arguments + i + 1, (gsize) (*n - i) * sizeof (char *));
        (*n)--;
        return;
      }
}

/**
 * taga_cli_parse:
 * @n: (inout): how many arguments
 * @arguments: (inout): the arguments; the options are taken out
 * @entries: (nullable): the options
 * @min: least number of arguments that must remain
 * @max: largest number, or -1
 *
 * Takes a command's options out of its arguments.
 *
 * Returns: `TRUE`, or `FALSE` after saying what is wrong
 */
gboolean
taga_cli_parse (int *n, char ***arguments, const GOptionEntry *entries, int min, int max)
{
  static const GOptionEntry none[] = { G_OPTION_ENTRY_NULL };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  /* GOption takes the first for the program's name, which here is the command's. */
  g_option_context_add_main_entries (context, entries == NULL ? none : entries, NULL);
  g_option_context_set_help_enabled (context, FALSE);
  if (!g_option_context_parse (context, n, arguments, &error))
    {
      taga_cli_misuse (error->message);
      return FALSE;
    }

  drop_separator (n, *arguments);
  if (*n - 1 < min || (max >= 0 && *n - 1 > max))
    {
      for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
        if (g_str_equal (commands[i].name, (*arguments)[0]))
          g_printerr (_ ("Usage: taga-cli %s\n"), commands[i].usage);
      return FALSE;
    }

  return TRUE;
}

/**
 * taga_cli_find_register:
 * @table: name of a register
 *
 * Finds a record type.
 *
 * Returns: the type, or `G_TYPE_INVALID` after saying which registers there are
 */
GType
taga_cli_find_register (const char *table)
{
  GType type = taga_registers_find (table);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *sentence = NULL;
  guint n_types;
  const GType *types = taga_registers_get_types (&n_types);

  if (type != G_TYPE_INVALID)
    return type;

  for (guint i = 0; i < n_types; i++)
    g_string_append_printf (names, "%s%s", i == 0 ? "" : ", ",
                            taga_record_class_peek (types[i])->table);
  sentence = g_strdup_printf (_ ("There is no register “%s”. There are: %s."), table, names->str);
  taga_cli_misuse (sentence);

  return G_TYPE_INVALID;
}

static void
warn_of_broken_seals (TagaStore *store)
{
  const char *const *names = taga_store_get_broken_seals (store);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *sentence = g_strdup_printf (
          _ ("“%s” was sealed, and changed since by something other than Taga. Compare it with a "
             "backup copy before you rely on it."),
          names[i]);

      g_printerr ("taga-cli: %s\n", sentence);
    }
}

/**
 * taga_cli_open:
 * @path: a company file
 * @read_only: whether it is only to be read
 * @error: return location for an error
 *
 * Opens a company file.
 *
 * Returns: (transfer full) (nullable): the store, or `NULL` with any [error@StoreError]
 */
TagaStore *
taga_cli_open (const char *path, gboolean read_only, GError **error)
{
  /* SQLite takes a relative name such as "file:x" or ":memory:" for something else. */
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  TagaStore *store = taga_store_open (absolute, read_only, error);

  if (store != NULL && taga_store_is_newer (store))
    g_printerr ("taga-cli: %s\n",
                _ ("A newer version of Taga wrote the file, so it can only be read."));
  if (store != NULL)
    warn_of_broken_seals (store);

  return store;
}

/**
 * taga_cli_add_value:
 * @object: a JSON object
 * @field: a field
 * @value: a value of it
 *
 * Adds a field to an object, under the name of its column. What is not known is null.
 */
void
taga_cli_add_value (JsonObject *object, const TagaField *field, const TagaValue *value)
{
  g_autofree char *column = taga_field_dup_column (field);

  if (field->kind == TAGA_FIELD_MARK)
    json_object_set_boolean_member (object, column, value->number > 0);
  else if (taga_field_is_empty (field, value))
    json_object_set_null_member (object, column);
  else if (taga_field_is_text (field))
    json_object_set_string_member (object, column, value->text);
  else if (field->kind == TAGA_FIELD_TENTHS)
    json_object_set_double_member (object, column, (double) value->number / 10);
  else
    json_object_set_int_member (object, column, value->number);
}

/**
 * taga_cli_print_json:
 * @node: (transfer full): what to print
 *
 * Prints JSON on standard output.
 */
void
taga_cli_print_json (JsonNode *node)
{
  g_autofree char *text = json_to_string (node, FALSE);

  fputs (text, stdout);
  json_node_unref (node);
}

/**
 * taga_cli_print_element:
 * @object: (transfer full): an object
 * @first: (inout): whether it is the first of its array
 *
 * Prints an element of an array as soon as it is there, so that a long list needs no memory.
 */
void
taga_cli_print_element (JsonObject *object, gboolean *first)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  fputs (*first ? "[\n" : ",\n", stdout);
  taga_cli_print_json (node);
  *first = FALSE;
}

/**
 * taga_cli_end_array:
 * @first: whether nothing was printed yet
 *
 * Ends an array.
 */
void
taga_cli_end_array (gboolean first)
{
  fputs (first ? "[]\n" : "\n]\n", stdout);
}
