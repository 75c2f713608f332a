#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-cli.h"
#include "taga-cursor.h"
#include "taga-language.h"
#include "taga-round-assets.h"
#include "taga-sealed-asset.h"

#define N_COLUMNS 9

/* What the command prints of each asset, in this order. */
static const guint of_asset[N_COLUMNS] = {
  TAGA_ASSET_BUSINESS,   TAGA_ASSET_NAME,   TAGA_ASSET_MEDIUM,
  TAGA_ASSET_IMPORTANCE, TAGA_ASSET_THREAT, TAGA_ASSET_VULNERABILITY,
  TAGA_ASSET_LIKELIHOOD, TAGA_ASSET_RISK,   TAGA_ASSET_BAND,
};

/* The same of an asset as it was when its round was sealed. */
static const guint of_sealed_asset[N_COLUMNS] = {
  TAGA_SEALED_ASSET_BUSINESS,   TAGA_SEALED_ASSET_NAME,   TAGA_SEALED_ASSET_MEDIUM,
  TAGA_SEALED_ASSET_IMPORTANCE, TAGA_SEALED_ASSET_THREAT, TAGA_SEALED_ASSET_VULNERABILITY,
  TAGA_SEALED_ASSET_LIKELIHOOD, TAGA_SEALED_ASSET_RISK,   TAGA_SEALED_ASSET_BAND,
};

static void
print_object (TagaRecordClass *klass,
              const guint *columns,
              gint64 id,
              const TagaValue *values,
              gboolean *first)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", id);
  for (guint i = 0; i < N_COLUMNS; i++)
    taga_cli_add_value (object, &klass->fields[columns[i]], &values[columns[i]]);
  taga_cli_print_element (object, first);
}

static void
print_line (TagaEdition *edition,
            TagaRecordClass *klass,
            const guint *columns,
            gint64 id,
            const TagaValue *values)
{
  g_print ("%" G_GINT64_FORMAT, id);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autofree char *text = taga_edition_format (
          edition, &klass->fields[columns[i]], &values[columns[i]], taga_language_is_japanese ());

      g_print ("\t%s", g_strdelimit (text, "\t\n", ' '));
    }
  g_print ("\n");
}

/* What a sealed round is asked for is what it had; what was not in use then is not among it. */
static TagaQuery *
create_query (gint64 frozen)
{
  TagaQuery *query = taga_query_new ();
  TagaFilter *filter;

  query->scope = TAGA_SCOPE_IN_USE;
  if (frozen != 0)
    {
      filter = taga_filter_new (TAGA_SEALED_ASSET_ROUND);
      filter->from = g_strdup_printf ("%" G_GINT64_FORMAT, frozen);
      filter->to = g_strdup (filter->from);
      taga_query_set_filter (query, filter);
    }

  return query;
}

static gboolean
print_risks (TagaStore *store, gint64 frozen, gboolean json, GError **error)
{
  GType type = frozen != 0 ? TAGA_TYPE_SEALED_ASSET : TAGA_TYPE_ASSET;
  const guint *columns = frozen != 0 ? of_sealed_asset : of_asset;
  TagaRecordClass *klass = taga_record_class_peek (type);
  g_autoptr (TagaQuery) query = create_query (frozen);
  g_autoptr (TagaCursor) cursor = taga_cursor_new (store, type, query, error);
  const TagaValue *values;
  gboolean has_row = TRUE;
  gboolean first = TRUE;
  gint64 id;

  if (cursor == NULL)
    return FALSE;

  while (has_row)
    {
      if (!taga_cursor_next (cursor, &id, &values, &has_row, error))
        return FALSE;
      if (has_row && frozen != 0)
        id = values[TAGA_SEALED_ASSET_ASSET].number;
      if (has_row && json)
        print_object (klass, columns, id, values, &first);
      else if (has_row)
        print_line (taga_store_get_edition (store), klass, columns, id, values);
    }

  if (json)
    taga_cli_end_array (first);
  return TRUE;
}

/**
 * taga_cli_risk:
 * @n: how many arguments
 * @arguments: the arguments
 *
 * Prints the risk of each asset in use, and what it follows from; of a sealed round, what it was
 * when it was sealed.
 *
 * Returns: the exit status
 */
int
taga_cli_risk (int n, char **arguments)
{
  gint64 round = 0;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "round", 0, 0, G_OPTION_ARG_INT64, &round, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (TagaStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_frozen = FALSE;

  if (!taga_cli_parse (&n, &arguments, entries, 1, 1))
    return TAGA_CLI_USAGE;

  store = taga_cli_open (arguments[1], TRUE, &error);
  if (store == NULL || (round != 0 && !taga_store_select_round (store, round, &error))
      || (round != 0 && !taga_round_is_frozen (store, round, &is_frozen, &error))
      || !print_risks (store, is_frozen ? round : 0, json, &error))
    return taga_cli_fail (error);

  return TAGA_CLI_DONE;
}
