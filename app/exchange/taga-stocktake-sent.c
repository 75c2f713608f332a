#include "taga-stocktake-sent.h"

#include <string.h>

#include <json-glib/json-glib.h>

#include "taga-asset.h"

/* The longest text that a field of the file takes. */
#define MAX_CHARACTERS 32767

/**
 * taga_stocktake_key_to_text:
 * @code: the code of the stock-taking
 * @asset: the asset's number
 * @sending: which sending of the asset it is, from 1
 *
 * Makes the key by which a row of a workbook finds its asset again.
 *
 * Returns: (transfer full): the key
 */
char *
taga_stocktake_key_to_text (const char *code, gint64 asset, gint64 sending)
{
  return g_strdup_printf ("%s-%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, code, asset, sending);
}

/**
 * taga_stocktake_key_parse:
 * @text: (nullable): what stands in the hidden column, which may be anything
 * @key: (out caller-allocates): its parts
 *
 * Takes a key apart.
 *
 * Returns: `TRUE` if it is one, of whatever stock-taking
 */
gboolean
taga_stocktake_key_parse (const char *text, TagaStocktakeKey *key)
{
  g_auto (GStrv) parts = NULL;
  guint64 asset, sending;

  if (text == NULL || strlen (text) > 64)
    return FALSE;

  parts = g_strsplit (text, "-", 4);
  if (g_strv_length (parts) != 3 || strlen (parts[0]) != sizeof key->code - 1
      || !g_ascii_string_to_unsigned (parts[1], 10, 1, G_MAXINT32, &asset, NULL)
      || !g_ascii_string_to_unsigned (parts[2], 10, 1, G_MAXINT32, &sending, NULL))
    return FALSE;

  g_strlcpy (key->code, parts[0], sizeof key->code);
  key->asset = (gint64) asset;
  key->sending = (gint64) sending;
  return TRUE;
}

/**
 * taga_stocktake_sent_to_text:
 * @values: (array): an asset's values, by [enum@AssetField]
 *
 * Writes down what a department is sent of an asset, so that it can be told later what the
 * department changed and what was changed in the register meanwhile.
 *
 * Returns: (transfer full) (nullable): JSON, or `NULL` if it is longer than the file takes
 */
char *
taga_stocktake_sent_to_text (const TagaValue *values)
{
  TagaRecordClass *klass = taga_record_class_peek (TAGA_TYPE_STOCKTAKE_LINE);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < TAGA_STOCKTAKE_N_JUDGED; i++)
    {
      const TagaField *field = &klass->fields[i];
      const TagaValue *value = &values[taga_stocktake_line_get_asset_field (i)];

      if (taga_field_is_empty (field, value))
        continue;
      if (taga_field_is_text (field))
        json_object_set_string_member (object, field->name, value->text);
      else
        json_object_set_int_member (object, field->name, value->number);
    }

  json_node_take_object (node, object);
  text = json_to_string (node, FALSE);

  return g_utf8_strlen (text, -1) > MAX_CHARACTERS ? NULL : g_steal_pointer (&text);
}

/* The file may come from anybody, and a parser goes as deep as its input says. */
static gboolean
is_flat (const char *text)
{
  gboolean in_string = FALSE;
  guint n_opened = 0;

  for (const char *p = text; *p != '\0'; p++)
    if (in_string && *p == '\\' && p[1] != '\0')
      p++;
    else if (*p == '"')
      in_string = !in_string;
    else if (!in_string && (*p == '{' || *p == '['))
      n_opened++;

  return *text == '{' && n_opened == 1;
}

static void
read_member (JsonObject *object, const TagaField *field, TagaValue *value)
{
  JsonNode *node = json_object_get_member (object, field->name);
  GType type = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node)
                                                            : G_TYPE_INVALID;

  if (taga_field_is_text (field) && type == G_TYPE_STRING)
    value->text = json_node_dup_string (node);
  else if (!taga_field_is_text (field) && type == G_TYPE_INT64)
    value->number = json_node_get_int (node);
  else if (field->kind == TAGA_FIELD_MARK)
    value->number = 0;
}

/**
 * taga_stocktake_sent_parse:
 * @text: (nullable): what [func@stocktake_sent_to_text] made
 *
 * Reads what a department was sent of an asset.
 *
 * Returns: (transfer full) (nullable): values of the first `TAGA_STOCKTAKE_N_JUDGED` fields of a
 *   line, or `NULL` if that is not known
 */
TagaValue *
taga_stocktake_sent_parse (const char *text)
{
  TagaRecordClass *klass = taga_record_class_peek (TAGA_TYPE_STOCKTAKE_LINE);
  g_autoptr (JsonNode) node = NULL;
  TagaValue *values;

  if (text == NULL || !is_flat (text))
    return NULL;

  node = json_from_string (text, NULL);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;

  values = taga_values_new (TAGA_STOCKTAKE_N_JUDGED);
  for (guint i = 0; i < TAGA_STOCKTAKE_N_JUDGED; i++)
    read_member (json_node_get_object (node), &klass->fields[i], &values[i]);

  return values;
}
