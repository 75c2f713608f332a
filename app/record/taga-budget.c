#include "taga-budget.h"

#include <glib/gi18n-lib.h>

/**
 * TagaBudget:
 *
 * A line of the budget for information security in one fiscal year, in yen.
 */
struct _TagaBudget
{
  TagaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaBudget, taga_budget, TAGA_TYPE_RECORD)

static const TagaField fields[] = {
  [TAGA_BUDGET_YEAR] = { "year", N_ ("Fiscal year"), TAGA_FIELD_NUMBER, TAGA_FIELD_REQUIRED,
                         .width = 8 },
  [TAGA_BUDGET_NAME] = { "name", N_ ("For what"), TAGA_FIELD_TEXT,
                         TAGA_FIELD_REQUIRED | TAGA_FIELD_SEARCHED, .width = 24 },
  [TAGA_BUDGET_PLANNED] = { "planned", N_ ("Planned (yen)"), TAGA_FIELD_NUMBER, .width = 10 },
  [TAGA_BUDGET_ACTUAL] = { "actual", N_ ("Actual (yen)"), TAGA_FIELD_NUMBER, .width = 10 },
  [TAGA_BUDGET_NOTE] = { "note", N_ ("Remarks"), TAGA_FIELD_NOTE, .width = 30 },
};

static void
taga_budget_class_init (TagaBudgetClass *klass)
{
  taga_record_class_set_fields (TAGA_RECORD_CLASS (klass), "budget", fields, G_N_ELEMENTS (fields));
}

static void
taga_budget_init (TagaBudget *self)
{
}

/**
 * taga_budget_new:
 *
 * Makes a budget line of which nothing is known yet.
 *
 * Returns: (transfer full): the record
 */
TagaBudget *
taga_budget_new (void)
{
  return g_object_new (TAGA_TYPE_BUDGET, NULL);
}
