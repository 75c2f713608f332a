#include "taga-stocktake.h"

#include <glib/gi18n-lib.h>

/**
 * TagaStocktake:
 *
 * A stock-taking 棚卸し of the register: the departments look through the assets in their charge,
 * and say of each whether it is still there and as it is written. At most one is open at a time.
 */
struct _TagaStocktake
{
  TagaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaStocktake, taga_stocktake, TAGA_TYPE_RECORD)

static const TagaField fields[] = {
  [TAGA_STOCKTAKE_NAME] = { "name", N_ ("Stock-taking"), TAGA_FIELD_TEXT, TAGA_FIELD_REQUIRED,
                            .width = 24 },
  [TAGA_STOCKTAKE_STARTED_ON] = { "started-on", N_ ("Started on"), TAGA_FIELD_DATE,
                                  TAGA_FIELD_REQUIRED, .width = 11 },
  [TAGA_STOCKTAKE_DUE_ON] = { "due-on", N_ ("Due on"), TAGA_FIELD_DATE, .width = 11 },
  [TAGA_STOCKTAKE_CLOSED_ON] = { "closed-on", N_ ("Closed on"), TAGA_FIELD_DATE, .width = 11 },
  [TAGA_STOCKTAKE_CODE] = { "code", N_ ("Code"), TAGA_FIELD_TEXT, TAGA_FIELD_REQUIRED,
                            .width = 10 },
  [TAGA_STOCKTAKE_NOTE] = { "note", N_ ("Remarks"), TAGA_FIELD_NOTE, .width = 30 },
};

static void
taga_stocktake_class_init (TagaStocktakeClass *klass)
{
  taga_record_class_set_fields (TAGA_RECORD_CLASS (klass), "stocktake", fields,
                                G_N_ELEMENTS (fields));
}

static void
taga_stocktake_init (TagaStocktake *self)
{
}

/**
 * taga_stocktake_new:
 *
 * Makes a stock-taking of which nothing is known yet.
 *
 * Returns: (transfer full): the record
 */
TagaStocktake *
taga_stocktake_new (void)
{
  return g_object_new (TAGA_TYPE_STOCKTAKE, NULL);
}
