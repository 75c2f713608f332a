#include "taga-risk-look.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-language.h"
#include "taga-risk-matrix.h"

/* What the cells of the risks say beyond those of the register: which side of the line of
 * acceptance a risk is on, what is still to be decided, and what somebody has judged by hand. */

static gboolean
is_judged (TagaRecord *asset)
{
  return taga_record_get_number (asset, TAGA_ASSET_THREAT_OVERRIDE) != TAGA_UNKNOWN
         || taga_record_get_number (asset, TAGA_ASSET_VULNERABILITY_OVERRIDE) != TAGA_UNKNOWN;
}

/* Takes the text. */
static void
replace_text (TagaGridCell *cell, char *text)
{
  g_free (cell->text);
  cell->text = text;
}

static void
mark_judged (TagaGridCell *cell)
{
  /* Translators: a value, marked as judged by hand */
  replace_text (cell, g_strdup_printf (_ ("%s *"), cell->text));
}

static void
format_treatment (TagaRecord *asset, int line, TagaGridCell *cell)
{
  gint64 risk = taga_record_get_number (asset, TAGA_ASSET_RISK);

  if (*cell->text != '\0' || risk == TAGA_UNKNOWN)
    return;

  if (risk < line)
    {
      replace_text (cell, g_strdup (_ ("May stay")));
      cell->style = "unsaid";
      return;
    }

  replace_text (cell, g_strdup (_ ("Undecided")));
  cell->style = "band-medium";
  cell->is_pill = TRUE;
}

static void
format_residual (TagaStore *store, TagaRecord *asset, int line, TagaGridCell *cell)
{
  gint64 residual = taga_record_get_number (asset, TAGA_ASSET_RESIDUAL);
  gboolean by_hand = taga_record_get_number (asset, TAGA_ASSET_RESIDUAL_OVERRIDE) != TAGA_UNKNOWN;

  if (residual == TAGA_UNKNOWN)
    {
      if (taga_record_get_text (asset, TAGA_ASSET_TREATMENT) != NULL)
        replace_text (cell, g_strdup (_ ("Not judged yet")));
      return;
    }

  replace_text (cell, taga_edition_format_risk (taga_store_get_edition (store), (int) residual,
                                                taga_language_is_japanese ()));
  if (by_hand)
    mark_judged (cell);
  if (residual < line)
    return;

  /* Translators: a risk that remains although it should not */
  replace_text (cell, g_strdup_printf (_ ("⚠ %s, above the line"), cell->text));
  cell->style = "above-line";
}

static void
format_cell (TagaRecord *asset, guint field, TagaGridCell *cell, gpointer user_data)
{
  TagaStore *store = taga_record_table_get_store (user_data);
  int line = taga_risk_line (store);

  if (field == TAGA_ASSET_RISK && is_judged (asset))
    mark_judged (cell);
  else if (field == TAGA_ASSET_THREAT
           && taga_record_get_number (asset, TAGA_ASSET_THREAT_OVERRIDE) != TAGA_UNKNOWN)
    mark_judged (cell);
  else if (field == TAGA_ASSET_VULNERABILITY
           && taga_record_get_number (asset, TAGA_ASSET_VULNERABILITY_OVERRIDE) != TAGA_UNKNOWN)
    mark_judged (cell);
  else if (field == TAGA_ASSET_TREATMENT)
    format_treatment (asset, line, cell);
  else if (field == TAGA_ASSET_RESIDUAL)
    format_residual (store, asset, line, cell);
}

/* In the order of the risks, the line is drawn above the first one that may stay as it is. */
static const char *
choose_row_style (TagaRecord *asset, guint position, gpointer user_data)
{
  TagaRecordTable *table = user_data;
  const TagaQuery *query = taga_record_table_get_query (table);
  int line = taga_risk_line (taga_record_table_get_store (table));
  gint64 risk = taga_record_get_number (asset, TAGA_ASSET_RISK);
  g_autoptr (TagaRecord) above = NULL;
  const TagaSort *first;

  if (risk == TAGA_UNKNOWN || risk >= line || position == 0 || query->sorts->len == 0)
    return NULL;

  first = &g_array_index (query->sorts, TagaSort, 0);
  if (first->field != TAGA_ASSET_RISK || !first->descending)
    return NULL;

  above = g_list_model_get_item (G_LIST_MODEL (taga_record_table_get_list (table)), position - 1);

  return above != NULL && taga_record_get_number (above, TAGA_ASSET_RISK) >= line ? "acceptance"
                                                                                  : NULL;
}

/* What was judged by hand, and why. */
static char *
describe_cell (TagaRecord *asset, guint field, gpointer user_data)
{
  static const struct
  {
    guint shown;
    guint override;
    guint reason;
  } judged[] = {
    { TAGA_ASSET_THREAT, TAGA_ASSET_THREAT_OVERRIDE, TAGA_ASSET_THREAT_REASON },
    { TAGA_ASSET_VULNERABILITY, TAGA_ASSET_VULNERABILITY_OVERRIDE,
      TAGA_ASSET_VULNERABILITY_REASON },
    { TAGA_ASSET_RESIDUAL, TAGA_ASSET_RESIDUAL_OVERRIDE, TAGA_ASSET_RESIDUAL_REASON },
  };
  TagaRecordClass *klass = taga_record_class_peek (TAGA_TYPE_ASSET);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (judged); i++)
    {
      gint64 number = taga_record_get_number (asset, judged[i].override);
      const char *reason = taga_record_get_text (asset, judged[i].reason);
      gboolean counts = field == judged[i].shown
                        || (field == TAGA_ASSET_RISK && judged[i].shown != TAGA_ASSET_RESIDUAL);

      if (number != TAGA_UNKNOWN && counts)
        /* Translators: what was judged by hand, the value, the reason */
        g_string_append_printf (text, _ ("%s%s: %d by hand. %s"), text->len > 0 ? "\n" : "",
                                _ (klass->fields[judged[i].shown].title), (int) number,
                                reason == NULL ? "" : reason);
    }

  return text->len == 0 ? NULL : g_strdup (text->str);
}

/**
 * taga_risk_look_apply:
 * @table: a table of assets, without a file
 *
 * Has the cells of a table say what there is to say about risks.
 */
void
taga_risk_look_apply (TagaRecordTable *table)
{
  static const TagaRecordLook look = {
    .format = format_cell,
    .row_style = choose_row_style,
    .describe = describe_cell,
  };

  taga_record_table_set_look (table, &look, table);
}
