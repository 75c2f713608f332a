#include "taga-registers.h"

#include "taga-asset.h"
#include "taga-check.h"
#include "taga-company.h"
#include "taga-department.h"
#include "taga-person.h"
#include "taga-round.h"
#include "taga-stocktake-item.h"
#include "taga-stocktake.h"
#include "taga-threat.h"
#include "taga-view.h"

#define N_REGISTERS 10

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
  static GType types[N_REGISTERS];

  if (g_once_init_enter (&types_once))
    {
      types[0] = TAGA_TYPE_COMPANY;
      types[1] = TAGA_TYPE_DEPARTMENT;
      types[2] = TAGA_TYPE_PERSON;
      types[3] = TAGA_TYPE_ROUND;
      types[4] = TAGA_TYPE_ASSET;
      types[5] = TAGA_TYPE_THREAT;
      types[6] = TAGA_TYPE_CHECK;
      types[7] = TAGA_TYPE_VIEW;
      types[8] = TAGA_TYPE_STOCKTAKE;
      types[9] = TAGA_TYPE_STOCKTAKE_ITEM;
      g_once_init_leave (&types_once, 1);
    }

  *n_types = N_REGISTERS;
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
