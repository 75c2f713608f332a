#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "taga-cli.h"
#include "taga-cursor.h"
#include "taga-date.h"
#include "taga-round-seal.h"
#include "taga-round-start.h"
#include "taga-round.h"
#include "taga-text.h"

typedef struct
{
  gint64 from;
  gboolean empty;
  gboolean json;
  char *name;
  char *date;
  char *judge;
  char *note;
} RoundOptions;

/* What may follow the name of a company file: a word, how many numbers of rounds, what it does, and
 * which options it knows. */
typedef struct
{
  const char *name;
  int min_rounds;
  int max_rounds;
  gboolean reads_only;
  gboolean is_new;
  gboolean takes_json;
  gboolean (*func) (TagaStore *store,
                    const gint64 *rounds,
                    const RoundOptions *options,
                    GError **error);
} Action;

/* The round that was begun last; 0 if there is none, -1 with @error set. */
static gint64
find_newest (TagaStore *store, GError **error)
{
  g_autoptr (TagaCursor) cursor = taga_cursor_new (store, TAGA_TYPE_ROUND, NULL, error);
  const TagaValue *values;
  gboolean has_row = TRUE;
  gint64 newest = 0;
  gint64 id;

  while (cursor != NULL && has_row)
    {
      if (!taga_cursor_next (cursor, &id, &values, &has_row, error))
        return -1;
      if (has_row)
        newest = MAX (newest, id);
    }

  return cursor == NULL ? -1 : newest;
}

static gboolean
start (TagaStore *store, const gint64 *rounds, const RoundOptions *options, GError **error)
{
  g_autofree char *date = options->date == NULL ? NULL : taga_date_parse (options->date);
  g_autofree char *name = options->name == NULL ? NULL : taga_text_clean (options->name, -1, FALSE);
  g_autofree char *note = options->note == NULL ? NULL : taga_text_clean (options->note, -1, TRUE);
  gint64 from = options->from;
  gint64 id;

  if (from == 0 && !options->empty)
    from = find_newest (store, error);
  if (from < 0 || !taga_round_start (store, name, date, options->judge, note, from, &id, error))
    return FALSE;

  g_print ("%lld\n", (long long) id);
  return TRUE;
}

static void
print_seal_json (TagaRecord *round, const TagaRoundOpen *open)
{
  TagaRecordClass *klass = taga_record_class_peek (TAGA_TYPE_ROUND);
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_int_member (object, "id", taga_record_get_id (round));
  for (guint i = 0; i < klass->n_fields; i++)
    taga_cli_add_value (object, &klass->fields[i], taga_record_get_value (round, i));
  json_object_set_int_member (object, "unanswered", open->n_unanswered);
  json_object_set_int_member (object, "confirm", open->n_to_confirm);
  json_object_set_int_member (object, "assets", open->n_assets);
  json_object_set_int_member (object, "without_risk", open->n_without_risk);
  json_node_take_object (node, object);
  taga_cli_print_json (node);
  fputs ("\n", stdout);
}

/* What was open is told together with the seal: it may be meant, but should not go unnoticed. */
static gboolean
seal (TagaStore *store, const gint64 *rounds, const RoundOptions *options, GError **error)
{
  gint64 id = rounds[0] != 0 ? rounds[0] : taga_store_get_round (store);
  g_autoptr (TagaRecord) round = NULL;
  TagaRoundOpen open;

  if (!taga_round_count_open (store, id, &open, error) || !taga_round_seal (store, id, NULL, error))
    return FALSE;

  round = taga_store_get_record (store, TAGA_TYPE_ROUND, id, error);
  if (round == NULL)
    return FALSE;

  if (options->json)
    {
      print_seal_json (round, &open);
      return TRUE;
    }

  g_print (_ ("Sealed “%s”\nNot answered: %u\nNot confirmed: %u\nAssets: %u\nAssets without a "
              "risk: %u\n"),
           taga_record_get_text (round, TAGA_ROUND_NAME), open.n_unanswered, open.n_to_confirm,
           open.n_assets, open.n_without_risk);
  return TRUE;
}

static gboolean
compare (TagaStore *store, const gint64 *rounds, const RoundOptions *options, GError **error)
{
  g_autoptr (TagaRoundComparison) comparison =
      taga_round_compare (store, rounds[0], rounds[1], error);

  if (comparison == NULL)
    return FALSE;

  taga_cli_print_comparison (comparison, options->json);
  return TRUE;
}

static const Action actions[] = {
  { "new", 0, 0, .is_new = TRUE, .func = start },
  { "seal", 0, 1, .takes_json = TRUE, .func = seal },
  { "compare", 2, 2, .reads_only = TRUE, .takes_json = TRUE, .func = compare },
};

static gboolean
refuse (const char *sentence)
{
  taga_cli_misuse (sentence);
  return FALSE;
}

static gboolean
check (const Action *action, int n, const RoundOptions *options)
{
  g_autofree char *date = options->date == NULL ? NULL : taga_date_parse (options->date);
  g_autofree char *name = options->name == NULL ? NULL : taga_text_clean (options->name, -1, FALSE);
  gboolean is_new = options->from != 0 || options->empty || options->name != NULL
                    || options->date != NULL || options->judge != NULL || options->note != NULL;

  if (n < action->min_rounds || n > action->max_rounds || (is_new && !action->is_new)
      || (options->json && !action->takes_json))
    {
      g_autofree char *sentence =
          g_strdup_printf (_ ("“round … %s” does not take this. “taga-cli help” tells what it "
                              "takes."),
                           action->name);

      return refuse (sentence);
    }

  if (options->from != 0 && options->empty)
    return refuse (_ ("A round is a copy or empty: give --from or --empty, not both."));
  if (options->from < 0)
    return refuse (_ ("The number of an entry is a whole number from 1."));
  if (options->name != NULL && name == NULL)
    return refuse (_ ("The round’s name is empty."));
  if (options->date != NULL && date == NULL)
    return refuse (_ ("--date must be a day such as 2026-11-22."));

  return TRUE;
}

static int
run (const Action *action, int n, char **arguments, const RoundOptions *options)
{
  g_autoptr (TagaStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gint64 rounds[2] = { 0, 0 };

  if (!check (action, n - 3, options))
    return TAGA_CLI_USAGE;

  for (int i = 3; i < n; i++)
    if (!g_ascii_string_to_signed (arguments[i], 10, 1, G_MAXINT64, &rounds[i - 3], NULL))
      return taga_cli_misuse (_ ("The number of an entry is a whole number from 1."));

  store = taga_cli_open (arguments[1], action->reads_only, &error);

  return store != NULL && action->func (store, rounds, options, &error) ? TAGA_CLI_DONE
                                                                        : taga_cli_fail (error);
}

static void
clear_options (RoundOptions *options)
{
  g_free (options->name);
  g_free (options->date);
  g_free (options->judge);
  g_free (options->note);
}

/**
 * taga_cli_round:
 * @n: how many arguments
 * @arguments: the arguments
 *
 * Starts a round of assessment, seals one, or compares two.
 *
 * Returns: the exit status
 */
int
taga_cli_round (int n, char **arguments)
{
  RoundOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_INT64, &options.from, NULL, NULL },
    { "empty", 0, 0, G_OPTION_ARG_NONE, &options.empty, NULL, NULL },
    { "name", 0, 0, G_OPTION_ARG_STRING, &options.name, NULL, NULL },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date, NULL, NULL },
    { "judge", 0, 0, G_OPTION_ARG_STRING, &options.judge, NULL, NULL },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options.note, NULL, NULL },
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
        taga_cli_misuse (_ ("“round” takes new, seal or compare."));
      else
        status = run (action, n, arguments, &options);
    }

  clear_options (&options);
  return status;
}
