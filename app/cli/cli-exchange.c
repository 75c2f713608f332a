#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-cli.h"
#include "taga-export.h"
#include "taga-proposal.h"

static const char *
get_scale_name (TagaSource *source)
{
  switch (taga_source_get_scale (source))
    {
    case TAGA_SOURCE_SCALE_0_2:
      return "0-2";
    case TAGA_SOURCE_SCALE_1_3:
      return "1-3";
    case TAGA_SOURCE_SCALE_UNKNOWN:
    default:
      return NULL;
    }
}

static JsonArray *
create_rejections (TagaProposal *proposal)
{
  GPtrArray *rejections = taga_proposal_get_rejections (proposal);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < rejections->len; i++)
    {
      const TagaRejection *rejection = g_ptr_array_index (rejections, i);
      JsonObject *object = json_object_new ();

      json_object_set_int_member (object, "row", rejection->row);
      json_object_set_string_member (object, "column", rejection->column);
      json_object_set_string_member (object, "reason", rejection->reason);
      json_array_add_object_element (array, object);
    }

  return array;
}

static void
print_json (TagaProposal *proposal, TagaSource *source, gint64 before, gint64 after)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_int_member (object, "new", taga_proposal_count (proposal, TAGA_STAGED_NEW));
  json_object_set_int_member (object, "changed",
                              taga_proposal_count (proposal, TAGA_STAGED_CHANGED));
  json_object_set_int_member (object, "same", taga_proposal_count_same (proposal));
  json_object_set_int_member (object, "gone", taga_proposal_count (proposal, TAGA_STAGED_GONE));
  json_object_set_array_member (object, "rejected", create_rejections (proposal));
  json_object_set_int_member (object, "before", before);
  json_object_set_int_member (object, "after", after);
  if (get_scale_name (source) != NULL)
    json_object_set_string_member (object, "scale", get_scale_name (source));
  else
    json_object_set_null_member (object, "scale");

  json_node_take_object (node, object);
  taga_cli_print_json (node);
  fputs ("\n", stdout);
}

static void
print_text (TagaProposal *proposal, gint64 before, gint64 after)
{
  GPtrArray *rejections = taga_proposal_get_rejections (proposal);

  g_print (_ ("New: %u\nChanged: %u\nSame: %u\nGone: %u\nRejected: %u\n"),
           taga_proposal_count (proposal, TAGA_STAGED_NEW),
           taga_proposal_count (proposal, TAGA_STAGED_CHANGED), taga_proposal_count_same (proposal),
           taga_proposal_count (proposal, TAGA_STAGED_GONE), rejections->len);
  for (guint i = 0; i < rejections->len; i++)
    {
      const TagaRejection *rejection = g_ptr_array_index (rejections, i);

      g_print (_ ("Row %u, column “%s”: %s\n"), rejection->row, rejection->column,
               rejection->reason);
    }
  g_print (_ ("Assets before: %lld, after: %lld\n"), (long long) before, (long long) after);
}

typedef struct
{
  gboolean dry_run;
  gboolean json;
  char *scale;
  char *missing;
} ImportOptions;

static gboolean
check_options (const ImportOptions *options)
{
  if (options->scale != NULL && !g_str_equal (options->scale, "0-2")
      && !g_str_equal (options->scale, "1-3"))
    {
      taga_cli_misuse (_ ("--scale must be 0-2 or 1-3."));
      return FALSE;
    }

  if (options->missing != NULL && !g_str_equal (options->missing, "keep")
      && !g_str_equal (options->missing, "retire"))
    {
      taga_cli_misuse (_ ("--missing must be keep or retire."));
      return FALSE;
    }

  return TRUE;
}

static gboolean
import_file (TagaStore *store, GFile *file, const ImportOptions *options, GError **error)
{
  g_autoptr (TagaSource) source = NULL;
  g_autoptr (TagaProposal) proposal = NULL;
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *label = g_strdup_printf (_ ("Import “%s”"), valid);
  gboolean retire = g_strcmp0 (options->missing, "retire") == 0;
  gint64 before, after;

  source = taga_source_open (file, TAGA_TYPE_ASSET, taga_store_get_edition (store), NULL, error);
  if (source == NULL)
    return FALSE;

  if (options->scale != NULL)
    taga_source_set_scale (source, g_str_equal (options->scale, "0-2") ? TAGA_SOURCE_SCALE_0_2
                                                                       : TAGA_SOURCE_SCALE_1_3);

  proposal = taga_proposal_new (store, source, NULL, error);
  before = taga_store_count (store, TAGA_TYPE_ASSET, error);
  if (proposal == NULL || before < 0)
    return FALSE;

  if (!options->dry_run && !taga_proposal_apply (proposal, store, label, retire, NULL, error))
    return FALSE;

  after = taga_store_count (store, TAGA_TYPE_ASSET, error);
  if (after < 0)
    return FALSE;

  if (options->json)
    print_json (proposal, source, before, after);
  else
    print_text (proposal, before, after);

  return TRUE;
}

/**
 * taga_cli_import:
 * @n: how many arguments
 * @arguments: the arguments
 *
 * Compares a workbook or text file with the register, and takes it over unless told not to.
 *
 * Returns: the exit status
 */
int
taga_cli_import (int n, char **arguments)
{
  ImportOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, NULL, NULL },
    { "scale", 0, 0, G_OPTION_ARG_STRING, &options.scale, NULL, NULL },
    { "missing", 0, 0, G_OPTION_ARG_STRING, &options.missing, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (TagaStore) store = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  gboolean usable, done = FALSE;

  usable = taga_cli_parse (&n, &arguments, entries, 2, 2) && check_options (&options);
  if (usable)
    {
      file = g_file_new_for_path (arguments[2]);
      store = taga_cli_open (arguments[1], options.dry_run, &error);
      done = store != NULL && import_file (store, file, &options, &error);
    }
  g_free (options.scale);
  g_free (options.missing);

  if (!usable)
    return TAGA_CLI_USAGE;

  return done ? TAGA_CLI_DONE : taga_cli_fail (error);
}

static gboolean
export_file (TagaStore *store,
             GFile *target,
             const char *report,
             TagaPaper paper,
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

  if (cp932)
    flags |= TAGA_WRITE_CP932;
  if (replace)
    flags |= TAGA_WRITE_REPLACE;

  store = taga_cli_open (arguments[1], TRUE, &error);
  target = g_file_new_for_path (arguments[2]);
  if (store == NULL
      || !export_file (store, target, report == NULL ? "register" : report,
                       g_strcmp0 (paper, "a3") == 0 ? TAGA_PAPER_A3 : TAGA_PAPER_A4, flags, &error))
    return taga_cli_fail (error);

  return TAGA_CLI_DONE;
}
