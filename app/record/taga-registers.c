#include "taga-registers.h"

#include <string.h>

#include "taga-alias.h"
#include "taga-answer-sheet.h"
#include "taga-asset.h"
#include "taga-axis-score.h"
#include "taga-budget.h"
#include "taga-check.h"
#include "taga-company.h"
#include "taga-contact.h"
#include "taga-cost.h"
#include "taga-decision.h"
#include "taga-declaration.h"
#include "taga-department.h"
#include "taga-mapping.h"
#include "taga-measure.h"
#include "taga-own-item.h"
#include "taga-person.h"
#include "taga-profile-part.h"
#include "taga-profile.h"
#include "taga-recheck.h"
#include "taga-role.h"
#include "taga-round.h"
#include "taga-rule.h"
#include "taga-sealed-asset.h"
#include "taga-self-answer.h"
#include "taga-stocktake-item.h"
#include "taga-stocktake.h"
#include "taga-system.h"
#include "taga-threat.h"
#include "taga-top-threat.h"
#include "taga-view.h"

#define MAX_REGISTERS 40

/**
 * taga_registers_get_types:
 * @n_types: (out): how many there are
 *
 * Gives all record types, each after those that its references name.
 *
 * Returns: (transfer none) (array length=n_types): the types
 */
const GType *
taga_registers_get_types (guint *n_types)
{
  static gsize types_once = 0;
  static GType types[MAX_REGISTERS];
  static guint n_known = 0;

  if (g_once_init_enter (&types_once))
    {
      const GType known[] = {
        TAGA_TYPE_COMPANY,      TAGA_TYPE_DEPARTMENT,     TAGA_TYPE_PERSON,
        TAGA_TYPE_ROUND,        TAGA_TYPE_OWN_ITEM,       TAGA_TYPE_MAPPING,
        TAGA_TYPE_ASSET,        TAGA_TYPE_THREAT,         TAGA_TYPE_CHECK,
        TAGA_TYPE_ANSWER_SHEET, TAGA_TYPE_SELF_ANSWER,    TAGA_TYPE_RULE,
        TAGA_TYPE_RECHECK,      TAGA_TYPE_TOP_THREAT,     TAGA_TYPE_AXIS_SCORE,
        TAGA_TYPE_SEALED_ASSET, TAGA_TYPE_MEASURE,        TAGA_TYPE_COST,
        TAGA_TYPE_DECLARATION,  TAGA_TYPE_ROLE,           TAGA_TYPE_CONTACT,
        TAGA_TYPE_SYSTEM,       TAGA_TYPE_BUDGET,         TAGA_TYPE_VIEW,
        TAGA_TYPE_STOCKTAKE,    TAGA_TYPE_STOCKTAKE_ITEM, TAGA_TYPE_PROFILE,
        TAGA_TYPE_PROFILE_PART, TAGA_TYPE_ALIAS,          TAGA_TYPE_DECISION,
      };

      G_STATIC_ASSERT (G_N_ELEMENTS (known) <= MAX_REGISTERS);
      memcpy (types, known, sizeof known);
      n_known = G_N_ELEMENTS (known);
      g_once_init_leave (&types_once, 1);
    }

  *n_types = n_known;
  return types;
}

/**
 * taga_registers_find:
 * @table: name of a table, as the command line names a register
 *
 * Finds a record type by its table.
 *
 * Returns: the type, or `G_TYPE_INVALID` if there is no such register
 */
GType
taga_registers_find (const char *table)
{
  guint n_types;
  const GType *types = taga_registers_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (GTypeClass) klass = g_type_class_ref (types[i]);

      if (g_str_equal (((TagaRecordClass *) klass)->table, table))
        return types[i];
    }

  return G_TYPE_INVALID;
}
