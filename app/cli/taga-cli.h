#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "taga-round-compare.h"
#include "taga-store.h"

/* What the commands of taga-cli share. design: exit 0 done, 1 failed and nothing changed, 2 wrong
 * usage */

G_BEGIN_DECLS

#define TAGA_CLI_DONE 0
#define TAGA_CLI_FAILED 1
#define TAGA_CLI_USAGE 2

/**
 * TagaCommandFunc:
 * @n: how many arguments
 * @arguments: what follows the command's name, options included; %NULL-terminated
 *
 * Runs a command.
 *
 * Returns: the program's exit status
 */
typedef int (*TagaCommandFunc) (int n, char **arguments);

/**
 * TagaCommand:
 * @name: what it is called
 * @usage: what it takes
 * @func: runs it
 * @is_question: whether what it prints is all that it does
 *
 * A command of taga-cli.
 */
typedef struct
{
  const char *name;
  const char *usage;
  TagaCommandFunc func;
  gboolean is_question;
} TagaCommand;

const TagaCommand *taga_cli_get_commands (guint *n_commands);

int taga_cli_fail (const GError *error);
int taga_cli_misuse (const char *sentence);
gboolean taga_cli_parse (int *n, char ***arguments, const GOptionEntry *entries, int min, int max);
GType taga_cli_find_register (const char *table);
TagaStore *taga_cli_open (const char *path, gboolean read_only, GError **error);

void taga_cli_add_value (JsonObject *object, const TagaField *field, const TagaValue *value);
void taga_cli_print_json (JsonNode *node);
void taga_cli_print_element (JsonObject *object, gboolean *first);
void taga_cli_end_array (gboolean first);
void taga_cli_print_comparison (const TagaRoundComparison *comparison, gboolean json);

int taga_cli_new (int n, char **arguments);
int taga_cli_import (int n, char **arguments);
int taga_cli_list (int n, char **arguments);
int taga_cli_set (int n, char **arguments);
int taga_cli_add (int n, char **arguments);
int taga_cli_remove (int n, char **arguments);
int taga_cli_diagnose (int n, char **arguments);
int taga_cli_risk (int n, char **arguments);
int taga_cli_advise (int n, char **arguments);
int taga_cli_round (int n, char **arguments);
int taga_cli_chart (int n, char **arguments);
int taga_cli_export (int n, char **arguments);
int taga_cli_stocktake (int n, char **arguments);
int taga_cli_history (int n, char **arguments);
int taga_cli_undo (int n, char **arguments);
int taga_cli_redo (int n, char **arguments);
int taga_cli_trash (int n, char **arguments);
int taga_cli_verify (int n, char **arguments);

G_END_DECLS
