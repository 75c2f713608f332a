#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-cli.h"
#include "taga-cursor.h"
#include "taga-language.h"

/* What the command prints of each asset, in this order. */
static const guint columns[] = {
  TAGA_ASSET_BUSINESS,   TAGA_ASSET_NAME,   TAGA_ASSET_MEDIUM,
  TAGA_ASSET_IMPORTANCE, TAGA_ASSET_THREAT, TAGA_ASSET_VULNERABILITY,
  TAGA_ASSET_LIKELIHOOD, TAGA_ASSET_RISK,   TAGA_ASSET_BAND,
};

static void
print_object (TagaRecordClass *klass, gint64 id, const TagaValue *values, gboolean *first)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", id);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    taga_cli_add_value (object, &klass->fields[columns[i]], &values[columns[i]]);
  taga_cli_print_element (object, first);
}

static void
print_line (TagaEdition *edition, TagaRecordClass *klass, gint64 id, const TagaValue *values)
{
  g_print ("%" G_GINT64_FORMAT, id);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *text = taga_edition_format (
          edition, &klass->fields[columns[i]], &values[columns[i]], taga_language_is_japanese ());

      g_print ("\t%s", g_strdelimit (text, "\t\n", ' '));
    }
  g_print ("\n");
}

static gboolean
print_risks (TagaStore *store, gboolean json, GError **error)
{
  TagaRecordClass *klass = taga_record_class_peek (TAGA_TYPE_ASSET);
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autoptr (TagaCursor) cursor = NULL;
  const TagaValue *values;
  gboolean has_row = TRUE;
  gboolean first = TRUE;
  gint64 id;

  query->scope = TAGA_SCOPE_IN_USE;
  cursor = taga_cursor_new (store, TAGA_TYPE_ASSET, query, error);
  if (cursor == NULL)
    return FALSE;

  while (has_row)
    {
      if (!taga_cursor_next (cursor, &id, &values, &has_row, error))
        return FALSE;
      if (has_row && json)
        print_object (klass, id, values, &first);
      else if (has_row)
        print_line (taga_store_get_edition (store), klass, id, values);
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
 * Prints the risk of each asset in use, and what it follows from.
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

  if (!taga_cli_parse (&n, &arguments, entries, 1, 1))
    return TAGA_CLI_USAGE;

  store = taga_cli_open (arguments[1], TRUE, &error);
  if (store == NULL || (round != 0 && !taga_store_select_round (store, round, &error))
      || !print_risks (store, json, &error))
    return taga_cli_fail (error);

  return TAGA_CLI_DONE;
}
