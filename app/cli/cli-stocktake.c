#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-cli.h"
#include "taga-date.h"
#include "taga-stocktake-progress.h"
#include "taga-stocktake-return.h"
#include "taga-stocktake-run.h"
#include "taga-stocktake-send.h"
#include "taga-stocktake.h"

typedef struct
{
  gboolean dry_run;
  gboolean json;
  char *due;
  char **departments;
} StocktakeOptions;

/* What may follow the name of a company file: a word, how many arguments, what it does, and the
 * options that it knows. */
typedef struct
{
  const char *name;
  int n_arguments;
  gboolean reads_only;
  gboolean (*func) (TagaStore *store,
                    char **arguments,
                    const StocktakeOptions *options,
                    GError **error);
  gboolean takes_start;
  gboolean takes_dry_run;
  gboolean takes_json;
} Action;

static gboolean
start (TagaStore *store, char **arguments, const StocktakeOptions *options, GError **error)
{
  g_autofree char *due = options->due == NULL ? NULL : taga_date_parse (options->due);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  gint64 id;

  for (guint i = 0; options->departments != NULL && options->departments[i] != NULL; i++)
    g_strv_builder_add (builder, options->departments[i]);
  for (guint i = 0; arguments[i] != NULL; i++)
    g_strv_builder_add (builder, arguments[i]);
  names = g_strv_builder_end (builder);

  if (!taga_stocktake_start (store, due, *names == NULL ? NULL : (const char *const *) names, NULL,
                             &id, error))
    return FALSE;

  g_print ("%lld\n", (long long) id);
  return TRUE;
}

static gboolean
send (TagaStore *store, char **arguments, const StocktakeOptions *options, GError **error)
{
  g_autoptr (GFile) folder = g_file_new_for_path (arguments[0]);
  g_autoptr (GPtrArray) names = NULL;

  if (!taga_stocktake_send (store, folder, NULL, NULL, NULL, &names, error))
    return FALSE;

  for (guint i = 0; i < names->len; i++)
    g_print ("%s\n", (const char *) g_ptr_array_index (names, i));

  return TRUE;
}

static void
take_words (JsonObject *object,
            const char *member,
            TagaStore *store,
            const TagaField *field,
            const TagaValue *value)
{
  g_autofree char *text = taga_edition_format (taga_store_get_edition (store), field, value, FALSE);

  json_object_set_string_member (object, member, text);
}

static JsonArray *
create_conflicts (TagaStore *store, TagaStocktakeReturn *back)
{
  TagaRecordClass *klass = taga_record_class_peek (TAGA_TYPE_STOCKTAKE_LINE);
  GPtrArray *answers = taga_stocktake_return_get_answers (back);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < answers->len; i++)
    {
      const TagaStocktakeAnswer *answer = g_ptr_array_index (answers, i);

      for (guint j = 0; j < answer->cells->len; j++)
        {
          const TagaStocktakeCell *cell = &g_array_index (answer->cells, TagaStocktakeCell, j);
          const TagaField *field = &klass->fields[cell->field];
          JsonObject *object;

          if (!cell->is_conflict)
            continue;
          object = json_object_new ();
          json_object_set_int_member (object, "row", answer->row);
          json_object_set_int_member (object, "asset", answer->asset);
          json_object_set_string_member (object, "field", field->name);
          if (cell->has_base)
            take_words (object, "sent", store, field, &cell->base);
          else
            json_object_set_null_member (object, "sent");
          take_words (object, "theirs", store, field, &cell->theirs);
          take_words (object, "ours", store, field, &cell->ours);
          json_array_add_object_element (array, object);
        }
    }

  return array;
}

static JsonArray *
create_rejections (GPtrArray *rejections)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < rejections->len; i++)
    {
      const TagaStocktakeProblem *rejection = g_ptr_array_index (rejections, i);
      JsonObject *object = json_object_new ();

      json_object_set_int_member (object, "row", rejection->row);
      json_object_set_string_member (object, "column", rejection->column);
      json_object_set_string_member (object, "reason", rejection->reason);
      json_array_add_object_element (array, object);
    }

  return array;
}

static void
print_return_json (TagaStore *store, TagaStocktakeReturn *back, gint64 before, gint64 after)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  TagaStocktakeCounts counts;

  taga_stocktake_return_count (back, &counts);
  json_object_set_string_member (object, "department", taga_stocktake_return_get_department (back));
  json_object_set_int_member (object, "new", counts.n_new);
  json_object_set_int_member (object, "changed", counts.n_changed);
  json_object_set_int_member (object, "same", counts.n_same);
  json_object_set_int_member (object, "gone", counts.n_missing);
  json_object_set_int_member (object, "confirmed", counts.n_confirmed);
  json_object_set_int_member (object, "retired", counts.n_retired);
  json_object_set_int_member (object, "refused", counts.n_refused);
  json_object_set_int_member (object, "blank", counts.n_blank);
  json_object_set_array_member (object, "conflicts", create_conflicts (store, back));
  json_object_set_array_member (object, "rejected",
                                create_rejections (taga_stocktake_return_get_rejections (back)));
  json_object_set_int_member (object, "before", before);
  json_object_set_int_member (object, "after", after);
  json_node_take_object (node, object);
  taga_cli_print_json (node);
  fputs ("\n", stdout);
}

static void
print_return_text (TagaStocktakeReturn *back, gint64 before, gint64 after)
{
  GPtrArray *rejections = taga_stocktake_return_get_rejections (back);
  GPtrArray *missing = taga_stocktake_return_get_missing (back);
  TagaStocktakeCounts counts;

  taga_stocktake_return_count (back, &counts);
  g_print (
      _ ("New: %u\nChanged: %u\nConfirmed: %u\nRetired: %u\nConflicts, not taken: %u\n"
         "Answers not taken over: %u\nLeft blank: %u\nNot in the workbook: %u\nRejected: %u\n"),
      counts.n_new, counts.n_changed, counts.n_confirmed, counts.n_retired, counts.n_conflicts,
      counts.n_refused, counts.n_blank, counts.n_missing, rejections->len);
  for (guint i = 0; i < missing->len; i++)
    g_print (_ ("Not in the workbook: “%s”\n"), (const char *) g_ptr_array_index (missing, i));
  for (guint i = 0; i < rejections->len; i++)
    {
      const TagaStocktakeProblem *rejection = g_ptr_array_index (rejections, i);

      g_print (_ ("Row %u, column “%s”: %s\n"), rejection->row, rejection->column,
               rejection->reason);
    }
  g_print (_ ("Assets before: %lld, after: %lld\n"), (long long) before, (long long) after);
}

static gboolean
take_back (TagaStore *store, char **arguments, const StocktakeOptions *options, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (arguments[0]);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *label = g_strdup_printf (_ ("Take in “%s”"), valid);
  g_autoptr (TagaStocktakeReturn) back = NULL;
  gint64 before, after;

  back = taga_stocktake_return_new (store, file, NULL, NULL, NULL, error);
  before = back == NULL ? -1 : taga_store_count (store, TAGA_TYPE_ASSET, error);
  if (before < 0
      || (!options->dry_run && !taga_stocktake_return_apply (back, store, label, NULL, error)))
    return FALSE;

  after = taga_store_count (store, TAGA_TYPE_ASSET, error);
  if (after < 0)
    return FALSE;

  if (options->json)
    print_return_json (store, back, before, after);
  else
    print_return_text (back, before, after);

  return TRUE;
}

static JsonObject *
create_progress (const TagaStocktakeProgress *row)
{
  JsonObject *object = json_object_new ();

  if (row->department != NULL)
    json_object_set_string_member (object, "department", row->department);
  json_object_set_int_member (object, "items", row->n_items);
  json_object_set_int_member (object, "open", row->n_open);
  json_object_set_int_member (object, "confirmed", row->n_confirmed);
  json_object_set_int_member (object, "changed", row->n_changed);
  json_object_set_int_member (object, "retired", row->n_retired);
  json_object_set_int_member (object, "refused", row->n_refused);
  json_object_set_int_member (object, "sent", row->n_sent);
  json_object_set_int_member (object, "new", row->n_new);

  return object;
}

static void
print_status_json (TagaRecord *run, GPtrArray *progress)
{
  JsonObject *object = json_object_new ();
  JsonArray *departments = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  TagaStocktakeProgress sum;

  taga_stocktake_sum_progress (progress, &sum);
  for (guint i = 0; i < progress->len; i++)
    json_array_add_object_element (departments, create_progress (g_ptr_array_index (progress, i)));
  json_object_set_int_member (object, "id", taga_record_get_id (run));
  for (guint i = TAGA_STOCKTAKE_NAME; i < TAGA_STOCKTAKE_N_FIELDS; i++)
    taga_cli_add_value (object, &taga_record_class_peek (TAGA_TYPE_STOCKTAKE)->fields[i],
                        taga_record_get_value (run, i));
  json_object_set_object_member (object, "sum", create_progress (&sum));
  json_object_set_array_member (object, "departments", departments);
  json_node_take_object (node, object);
  taga_cli_print_json (node);
  fputs ("\n", stdout);
}

static gboolean
tell_status (TagaStore *store, char **arguments, const StocktakeOptions *options, GError **error)
{
  gint64 id = taga_stocktake_require_open (store, error);
  g_autoptr (TagaRecord) run = NULL;
  g_autoptr (GPtrArray) progress = NULL;

  if (id != 0)
    run = taga_store_get_record (store, TAGA_TYPE_STOCKTAKE, id, error);
  if (run != NULL)
    progress = taga_stocktake_get_progress (store, id, error);
  if (progress == NULL)
    return FALSE;

  if (options->json)
    {
      print_status_json (run, progress);
      return TRUE;
    }

  g_print ("%s\n", taga_record_get_text (run, TAGA_STOCKTAKE_NAME));
  for (guint i = 0; i < progress->len; i++)
    {
      const TagaStocktakeProgress *row = g_ptr_array_index (progress, i);

      g_print (_ ("%s: %u of %u checked (as it is %u, changed %u, retired %u), answers not taken "
                  "over %u, new %u\n"),
               *row->department == '\0' ? _ ("No department") : row->department,
               row->n_items - row->n_open, row->n_items, row->n_confirmed, row->n_changed,
               row->n_retired, row->n_refused, row->n_new);
    }

  return TRUE;
}

static gboolean
end (TagaStore *store, char **arguments, const StocktakeOptions *options, GError **error)
{
  return taga_stocktake_close (store, error);
}

static const Action actions[] = {
  { "start", -1, FALSE, start, .takes_start = TRUE },
  { "send", 1, FALSE, send },
  { "return", 1, FALSE, take_back, .takes_dry_run = TRUE, .takes_json = TRUE },
  { "status", 0, TRUE, tell_status, .takes_json = TRUE },
  { "close", 0, FALSE, end },
};

static gboolean
check (const Action *action, int n, char **rest, const StocktakeOptions *options)
{
  g_autofree char *due = options->due == NULL ? NULL : taga_date_parse (options->due);
  gboolean has_start = options->due != NULL || options->departments != NULL;

  if ((action->n_arguments >= 0 && n != action->n_arguments)
      || (action->n_arguments < 0 && n > 0 && options->departments == NULL)
      || (has_start && !action->takes_start) || (options->dry_run && !action->takes_dry_run)
      || (options->json && !action->takes_json))
    {
      g_autofree char *sentence = g_strdup_printf (
          _ ("“stocktake … %s” does not take this. “taga-cli help” tells what it takes."),
          action->name);

      taga_cli_misuse (sentence);
      return FALSE;
    }

  if (options->due != NULL && due == NULL)
    {
      taga_cli_misuse (_ ("--due must be a day such as 2026-11-22."));
      return FALSE;
    }

  return TRUE;
}

static int
run (const Action *action, int n, char **arguments, const StocktakeOptions *options)
{
  g_autoptr (TagaStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (!check (action, n - 3, arguments + 3, options))
    return TAGA_CLI_USAGE;

  store = taga_cli_open (arguments[1], action->reads_only || options->dry_run, &error);

  return store != NULL && action->func (store, arguments + 3, options, &error)
             ? TAGA_CLI_DONE
             : taga_cli_fail (error);
}

/**
 * taga_cli_stocktake:
 * @n: how many arguments
 * @arguments: the arguments
 *
 * Takes stock of the register: starts it, sends workbooks to the departments, takes in what they
 * send back, tells how far it is, and closes it.
 *
 * Returns: the exit status
 */
int
taga_cli_stocktake (int n, char **arguments)
{
  StocktakeOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "due", 0, 0, G_OPTION_ARG_STRING, &options.due, NULL, NULL },
    { "department", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.departments, NULL, NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  int status = TAGA_CLI_USAGE;

  if (taga_cli_parse (&n, &arguments, entries, 2, -1))
    {
      const Action *action = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
        if (g_str_equal (actions[i].name, arguments[2]))
          action = &actions[i];

      if (action == NULL)
        taga_cli_misuse (_ ("“stocktake” takes start, send, return, status or close."));
      else
        status = run (action, n, arguments, &options);
    }

  g_free (options.due);
  g_strfreev (options.departments);
  return status;
}
