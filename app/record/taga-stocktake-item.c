#include "taga-stocktake-item.h"

#include <glib/gi18n-lib.h>

/**
 * TagaStocktakeItem:
 *
 * One asset in a stock-taking: what its department said of it, and what that department was sent.
 * It keeps the asset's name, as it is evidence even after the asset was removed.
 */
struct _TagaStocktakeItem
{
  TagaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaStocktakeItem, taga_stocktake_item, TAGA_TYPE_RECORD)

static const TagaField fields[] = {
  [TAGA_STOCKTAKE_ITEM_STOCKTAKE] = { "stocktake", N_ ("Stock-taking"), TAGA_FIELD_REFERENCE,
                                      TAGA_FIELD_REQUIRED, .domain = "stocktake", .width = 8 },
  [TAGA_STOCKTAKE_ITEM_ASSET] = { "asset", N_ ("Asset number"), TAGA_FIELD_NUMBER,
                                  TAGA_FIELD_REQUIRED, .width = 8 },
  [TAGA_STOCKTAKE_ITEM_NAME] = { "name", N_ ("Information asset"), TAGA_FIELD_TEXT,
                                 TAGA_FIELD_REQUIRED | TAGA_FIELD_SEARCHED, .width = 24 },
  [TAGA_STOCKTAKE_ITEM_DEPARTMENT] = { "department", N_ ("Department in charge"), TAGA_FIELD_TEXT,
                                       TAGA_FIELD_SEARCHED, .width = 12 },
  [TAGA_STOCKTAKE_ITEM_STATE] = { "state", N_ ("Outcome"), TAGA_FIELD_CHOICE, TAGA_FIELD_REQUIRED,
                                  .domain = "stocktake-state", .width = 10 },
  [TAGA_STOCKTAKE_ITEM_CHECKED_ON] = { "checked-on", N_ ("Checked on"), TAGA_FIELD_DATE,
                                       .width = 11 },
  [TAGA_STOCKTAKE_ITEM_CHECKED_BY] = { "checked-by", N_ ("Checked by"), TAGA_FIELD_TEXT,
                                       .width = 12 },
  [TAGA_STOCKTAKE_ITEM_NOTE] = { "note", N_ ("Remarks"), TAGA_FIELD_NOTE, .width = 30 },
  [TAGA_STOCKTAKE_ITEM_SENT_ON] = { "sent-on", N_ ("Sent on"), TAGA_FIELD_DATE, .width = 11 },
  [TAGA_STOCKTAKE_ITEM_SENDING] = { "sending", N_ ("Sending"), TAGA_FIELD_NUMBER, .width = 8 },
  [TAGA_STOCKTAKE_ITEM_SENT] = { "sent", N_ ("What was sent"), TAGA_FIELD_NOTE, .width = 30 },
};

static void
taga_stocktake_item_class_init (TagaStocktakeItemClass *klass)
{
  taga_record_class_set_fields (TAGA_RECORD_CLASS (klass), "stocktake_item", fields,
                                G_N_ELEMENTS (fields));
}

static void
taga_stocktake_item_init (TagaStocktakeItem *self)
{
}

/**
 * taga_stocktake_item_new:
 *
 * Makes an item of which nothing is known yet.
 *
 * Returns: (transfer full): the record
 */
TagaStocktakeItem *
taga_stocktake_item_new (void)
{
  return g_object_new (TAGA_TYPE_STOCKTAKE_ITEM, NULL);
}
