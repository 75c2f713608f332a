#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-cli.h"
#include "taga-language.h"
#include "taga-proposal.h"

static const char *
get_scale_name (TagaSourceScale scale)
{
  switch (scale)
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
create_rejections (TagaProposal *proposal, gboolean taken)
{
  GPtrArray *rejections = taga_proposal_get_rejections (proposal);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < rejections->len; i++)
    {
      const TagaRejection *rejection = g_ptr_array_index (rejections, i);
      JsonObject *object;

      if (rejection->taken != taken)
        continue;

      object = json_object_new ();
      json_object_set_string_member (object, "sheet", rejection->sheet_name);
      json_object_set_int_member (object, "row", rejection->row);
      json_object_set_string_member (object, "column", rejection->column);
      if (taken)
        json_object_set_string_member (object, "text", rejection->text);
      json_object_set_string_member (object, "reason", rejection->reason);
      json_array_add_object_element (array, object);
    }

  return array;
}

static void
set_scale (JsonObject *object, TagaSourceScale scale)
{
  if (get_scale_name (scale) != NULL)
    json_object_set_string_member (object, "scale", get_scale_name (scale));
  else
    json_object_set_null_member (object, "scale");
}

static JsonArray *
create_columns (const TagaImportPlan *plan, const TagaImportSheet *sheet)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < sheet->columns->len; i++)
    {
      const TagaImportColumn *column = taga_import_sheet_get (sheet, i);
      JsonObject *object = json_object_new ();
      g_autofree char *name = NULL;

      json_object_set_int_member (object, "column", column->column + 1);
      json_object_set_string_member (object, "title", column->title);
      if (column->field >= 0)
        name = taga_field_dup_column (&plan->klass->fields[column->field]);
      json_object_set_string_member (object, "field", name);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonArray *
create_sheets (const TagaImportPlan *plan)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < plan->sheets->len; i++)
    {
      const TagaImportSheet *sheet = taga_import_plan_get (plan, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "name", sheet->name);
      json_object_set_int_member (object, "rows", sheet->n_rows);
      json_object_set_boolean_member (object, "taken", sheet->taken);
      json_object_set_string_member (object, "reason", taga_import_sheet_get_reason (sheet));
      set_scale (object, sheet->scale);
      if (sheet->verdict == TAGA_SHEET_NO_HEADER)
        json_object_set_null_member (object, "header");
      else
        json_object_set_int_member (object, "header", sheet->header_row);
      json_object_set_array_member (object, "columns",
                                    sheet->verdict == TAGA_SHEET_NO_HEADER
                                        ? json_array_new ()
                                        : create_columns (plan, sheet));
      json_array_add_object_element (array, object);
    }

  return array;
}

/* What became of an import. Doubts are told in lines, or in an array for JSON. */
typedef struct
{
  TagaSource *source;
  TagaProposal *proposal;
  JsonArray *doubts;
  GString *lines;
  gint64 before;
  gint64 after;
} Outcome;

typedef struct
{
  TagaStore *store;
  const TagaImportPlan *plan;
  JsonArray *array; /* (nullable) */
  GString *lines;
} Doubts;

static gboolean
tell_doubt (gint64 number,
            const TagaStagedRow *row,
            const TagaValue *values,
            gpointer user_data,
            GError **error)
{
  Doubts *doubts = user_data;
  const char *sheet = taga_import_plan_get (doubts->plan, row->sheet)->name;
  g_autoptr (TagaRecord) record = NULL;
  g_autofree char *reason = NULL;
  JsonObject *object;

  if (row->doubt == TAGA_DOUBT_NONE)
    return TRUE;

  if (row->id != 0)
    record = taga_store_get_record (doubts->store, TAGA_TYPE_ASSET, row->id, error);
  if (row->id != 0 && record == NULL)
    return FALSE;

  reason = taga_doubt_describe (row->doubt, taga_store_get_edition (doubts->store), record,
                                taga_language_is_japanese ());
  if (doubts->array == NULL)
    {
      g_string_append_printf (doubts->lines, _ ("Doubtful: sheet “%s”, row %u. %s\n"), sheet,
                              row->row, reason);
      return TRUE;
    }

  object = json_object_new ();
  json_object_set_string_member (object, "sheet", sheet);
  json_object_set_int_member (object, "row", row->row);
  json_object_set_string_member (object, "kind", row->kind == TAGA_STAGED_NEW ? "new" : "changed");
  if (row->id == 0)
    json_object_set_null_member (object, "id");
  else
    json_object_set_int_member (object, "id", row->id);
  json_object_set_string_member (object, "reason", reason);
  json_array_add_object_element (doubts->array, object);
  return TRUE;
}

/* What is doubtful is told as it was before: by then the assets are what the file says. */
static gboolean
collect_doubts (TagaStore *store,
                TagaSource *source,
                TagaProposal *proposal,
                Outcome *outcome,
                GError **error)
{
  TagaStaging *staging = taga_proposal_get_staging (proposal);
  Doubts doubts = { store, taga_source_get_plan (source), outcome->doubts, outcome->lines };

  return taga_staging_foreach (staging, TAGA_STAGED_DOUBTFUL, FALSE, tell_doubt, &doubts, error);
}

static void
print_json (const Outcome *outcome)
{
  TagaProposal *proposal = outcome->proposal;
  TagaImportPlan *plan = taga_source_get_plan (outcome->source);
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_int_member (object, "new", taga_proposal_count (proposal, TAGA_STAGED_NEW));
  json_object_set_int_member (object, "changed",
                              taga_proposal_count (proposal, TAGA_STAGED_CHANGED));
  json_object_set_int_member (object, "same", taga_proposal_count_same (proposal));
  json_object_set_int_member (object, "gone", taga_proposal_count (proposal, TAGA_STAGED_GONE));
  json_object_set_array_member (object, "rejected", create_rejections (proposal, FALSE));
  json_object_set_array_member (object, "unread", create_rejections (proposal, TRUE));
  json_object_set_int_member (object, "before", outcome->before);
  json_object_set_int_member (object, "after", outcome->after);
  set_scale (object, taga_import_plan_get_scale (plan));
  json_object_set_array_member (object, "doubtful", json_array_ref (outcome->doubts));
  json_object_set_array_member (object, "sheets", create_sheets (plan));

  json_node_take_object (node, object);
  taga_cli_print_json (node);
  fputs ("\n", stdout);
}

static void
print_sheets (const TagaImportPlan *plan)
{
  for (guint i = 0; i < plan->sheets->len; i++)
    {
      const TagaImportSheet *sheet = taga_import_plan_get (plan, i);

      if (sheet->taken)
        g_print (_ ("Sheet “%s”: taken, rows: %u\n"), sheet->name, sheet->n_rows);
      else
        g_print (_ ("Sheet “%s”: left out, rows: %u. %s\n"), sheet->name, sheet->n_rows,
                 taga_import_sheet_get_reason (sheet));
    }
}

static void
print_rejection (const TagaRejection *rejection)
{
  const char *name = rejection->name == NULL ? C_ ("asset", "(no name)") : rejection->name;

  if (rejection->taken)
    g_print (_ ("Sheet “%s”, row %u, “%s”, column “%s”: %s The rest of the row is taken.\n"),
             rejection->sheet_name, rejection->row, name, rejection->column, rejection->reason);
  else
    g_print (_ ("Sheet “%s”, row %u, “%s”, column “%s”: %s The row is not taken.\n"),
             rejection->sheet_name, rejection->row, name, rejection->column, rejection->reason);
}

static void
print_text (const Outcome *outcome)
{
  TagaProposal *proposal = outcome->proposal;
  GPtrArray *rejections = taga_proposal_get_rejections (proposal);

  print_sheets (taga_source_get_plan (outcome->source));
  g_print (_ ("New: %u\nChanged: %u\nSame: %u\nGone: %u\nCells not read: %u\n"),
           taga_proposal_count (proposal, TAGA_STAGED_NEW),
           taga_proposal_count (proposal, TAGA_STAGED_CHANGED), taga_proposal_count_same (proposal),
           taga_proposal_count (proposal, TAGA_STAGED_GONE), rejections->len);
  for (guint i = 0; i < rejections->len; i++)
    {
      const TagaRejection *rejection = g_ptr_array_index (rejections, i);

      print_rejection (rejection);
    }
  fputs (outcome->lines->str, stdout);
  g_print (_ ("Assets before: %lld, after: %lld\n"), (long long) outcome->before,
           (long long) outcome->after);
}

typedef struct
{
  gboolean dry_run;
  gboolean json;
  char *scale;
  char *missing;
  char **sheets;
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

static TagaSource *
open_source (TagaStore *store, GFile *file, const ImportOptions *options, GError **error)
{
  g_autoptr (TagaSource) source =
      taga_source_open (file, TAGA_TYPE_ASSET, taga_store_get_edition (store), NULL, error);

  if (source == NULL)
    return NULL;

  if (options->sheets != NULL
      && !taga_source_take_only (source, (const char *const *) options->sheets, error))
    return NULL;

  if (options->scale != NULL)
    taga_source_set_scale (source, g_str_equal (options->scale, "0-2") ? TAGA_SOURCE_SCALE_0_2
                                                                       : TAGA_SOURCE_SCALE_1_3);

  return g_steal_pointer (&source);
}

static gboolean
take_over (TagaStore *store,
           GFile *file,
           const ImportOptions *options,
           Outcome *outcome,
           GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *label = g_strdup_printf (_ ("Import “%s”"), valid);
  gboolean retire = g_strcmp0 (options->missing, "retire") == 0;

  outcome->before = taga_store_count (store, TAGA_TYPE_ASSET, error);
  if (outcome->before < 0
      || !collect_doubts (store, outcome->source, outcome->proposal, outcome, error)
      || (!options->dry_run
          && !taga_proposal_apply (outcome->proposal, store, label, retire, NULL, error)))
    return FALSE;

  outcome->after = taga_store_count (store, TAGA_TYPE_ASSET, error);
  return outcome->after >= 0;
}

static gboolean
import_file (TagaStore *store, GFile *file, const ImportOptions *options, GError **error)
{
  g_autoptr (TagaSource) source = open_source (store, file, options, error);
  g_autoptr (TagaProposal) proposal =
      source == NULL ? NULL : taga_proposal_new (store, source, NULL, error);
  g_autoptr (JsonArray) doubts = json_array_new ();
  g_autoptr (GString) lines = g_string_new (NULL);
  Outcome outcome = { source, proposal, options->json ? doubts : NULL, lines, 0, 0 };

  if (proposal == NULL || !take_over (store, file, options, &outcome, error))
    return FALSE;

  if (options->json)
    print_json (&outcome);
  else
    print_text (&outcome);

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
    { "sheet", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.sheets, NULL, NULL },
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
  g_strfreev (options.sheets);

  if (!usable)
    return TAGA_CLI_USAGE;

  return done ? TAGA_CLI_DONE : taga_cli_fail (error);
}
