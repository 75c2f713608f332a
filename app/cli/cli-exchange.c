#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "taga-cli.h"
#include "taga-export.h"

static gboolean
export_file (TagaStore *store,
             GFile *target,
             const char *report,
             TagaPaperSize paper,
             TagaWriteFlags flags,
             GError **error)
{
  g_autoptr (TagaDocument) document = taga_export_create (store, report, paper, error);
  g_autoptr (GPtrArray) notes = NULL;
  guint64 n_rows;

  if (document == NULL
      || !taga_document_write (document, target, flags, NULL, NULL, NULL, &n_rows, &notes, error))
    return FALSE;

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    g_printerr ("taga-cli: %s\n", (const char *) g_ptr_array_index (notes, i));
  g_print (_ ("Rows written: %llu\n"), (unsigned long long) n_rows);

  return TRUE;
}

static gboolean
export_paper (TagaStore *store,
              GFile *target,
              const char *report,
              TagaWriteFlags flags,
              GError **error)
{
  g_autoptr (TagaPaper) paper = taga_export_create_paper (store, report, error);
  g_autoptr (GPtrArray) notes = NULL;
  guint n_pages;

  if (paper == NULL
      || !taga_paper_write (paper, target, flags, NULL, NULL, NULL, &n_pages, &notes, error))
    return FALSE;

  for (guint i = 0; i < notes->len; i++)
    g_printerr ("taga-cli: %s\n", (const char *) g_ptr_array_index (notes, i));
  g_print (_ ("Pages written: %u\n"), n_pages);

  return TRUE;
}

/**
 * taga_cli_export:
 * @n: how many arguments
 * @arguments: the arguments
 *
 * Writes a report to a file; its extension says in which format.
 *
 * Returns: the exit status
 */
int
taga_cli_export (int n, char **arguments)
{
  g_autofree char *report = NULL;
  g_autofree char *paper = NULL;
  gboolean cp932 = FALSE;
  gboolean replace = FALSE;
  const GOptionEntry entries[] = {
    { "report", 0, 0, G_OPTION_ARG_STRING, &report, NULL, NULL },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &paper, NULL, NULL },
    { "cp932", 0, 0, G_OPTION_ARG_NONE, &cp932, NULL, NULL },
    { "replace", 0, 0, G_OPTION_ARG_NONE, &replace, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (TagaStore) store = NULL;
  g_autoptr (GFile) target = NULL;
  g_autoptr (GError) error = NULL;
  TagaWriteFlags flags = TAGA_WRITE_NONE;

  if (!taga_cli_parse (&n, &arguments, entries, 2, 2))
    return TAGA_CLI_USAGE;

  if (paper != NULL && !g_str_equal (paper, "a4") && !g_str_equal (paper, "a3"))
    return taga_cli_misuse (_ ("--paper must be a4 or a3."));
  if (report != NULL && taga_export_is_paper (report) && (paper != NULL || cp932))
    return taga_cli_misuse (_ ("--paper and --cp932 are for the register; papers are PDF on A4."));

  if (cp932)
    flags |= TAGA_WRITE_CP932;
  if (replace)
    flags |= TAGA_WRITE_REPLACE;

  store = taga_cli_open (arguments[1], TRUE, &error);
  target = g_file_new_for_path (arguments[2]);
  if (store == NULL)
    return taga_cli_fail (error);

  if (report != NULL && taga_export_is_paper (report)
          ? !export_paper (store, target, report, flags, &error)
          : !export_file (store, target, report == NULL ? "register" : report,
                          g_strcmp0 (paper, "a3") == 0 ? TAGA_PAPER_A3 : TAGA_PAPER_A4, flags,
                          &error))
    return taga_cli_fail (error);

  return TAGA_CLI_DONE;
}
