#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * CliFixture:
 * @folder: a folder of its own, whose name has blanks and Japanese in it
 * @path: the company file in it
 * @prepare: (nullable): prepares the child process, e.g. to take rights away from it
 * @locale: (nullable): the locale of the commands; C.UTF-8 if not set
 *
 * What a test of the command line works on. g_test_add() passes the kind of file: the key of an
 * edition, "sample" for the sample company, or `NULL` for no file yet.
 */
typedef struct
{
  char *folder;
  char *path;
  void (*prepare) (gpointer user_data);
  const char *locale;
} CliFixture;

void cli_fixture_set_up (CliFixture *fixture, gconstpointer kind);
void cli_fixture_tear_down (CliFixture *fixture, gconstpointer kind);
char *cli_fixture_path (CliFixture *fixture, const char *name);
char *cli_fixture_write (CliFixture *fixture, const char *name, const char *bytes, gssize length);
char *cli_fixture_checksum (const char *path);

GPtrArray *cli_fixture_collect (va_list words);
int cli_fixture_spawn (CliFixture *fixture,
                       GPtrArray *command,
                       const char *input,
                       char **output,
                       char **messages);
int
cli_fixture_run (CliFixture *fixture, const char *const *arguments, char **output, char **messages);
char *cli_fixture_do (CliFixture *fixture, ...) G_GNUC_NULL_TERMINATED;
char *cli_fixture_fail (CliFixture *fixture, int status, ...) G_GNUC_NULL_TERMINATED;
void cli_fixture_assert_status (CliFixture *fixture, const char *line, int status);
JsonNode *cli_fixture_json (CliFixture *fixture, ...) G_GNUC_NULL_TERMINATED;

char *cli_fixture_import (CliFixture *fixture, const char *source, ...) G_GNUC_NULL_TERMINATED;
char *cli_fixture_table (CliFixture *fixture, const char *list, const char *fields);
void cli_fixture_assert_table (CliFixture *fixture,
                               const char *list,
                               const char *fields,
                               const char *is);

#define cli_fixture_add(path, kind, test)                                                          \
  g_test_add (path, CliFixture, kind, cli_fixture_set_up, test, cli_fixture_tear_down)

G_END_DECLS
