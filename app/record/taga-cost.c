#include "taga-cost.h"

#include <glib/gi18n-lib.h>

/**
 * TagaCost:
 *
 * What it would cost to get a check item done, in yen.
 */
struct _TagaCost
{
  TagaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaCost, taga_cost, TAGA_TYPE_RECORD)

static const TagaField fields[] = {
  [TAGA_COST_ITEM] = { "item", N_ ("Check item"), TAGA_FIELD_TEXT, TAGA_FIELD_REQUIRED,
                       .width = 8 },
  [TAGA_COST_COST] = { "cost", N_ ("Cost (yen)"), TAGA_FIELD_NUMBER, .width = 10 },
  [TAGA_COST_NOTE] = { "note", N_ ("Remarks"), TAGA_FIELD_NOTE, .width = 30 },
};

static void
taga_cost_class_init (TagaCostClass *klass)
{
  taga_record_class_set_fields (TAGA_RECORD_CLASS (klass), "cost", fields, G_N_ELEMENTS (fields));
}

static void
taga_cost_init (TagaCost *self)
{
}

/**
 * taga_cost_new:
 *
 * Makes a cost of which nothing is known yet.
 *
 * Returns: (transfer full): the record
 */
TagaCost *
taga_cost_new (void)
{
  return g_object_new (TAGA_TYPE_COST, NULL);
}
