#include "taga-place.h"

#include "taga-row.h"
#include "taga-store-private.h"

/* A file may hold anything; sums of these stay numbers. */
#define MAX_PLACE (G_MAXINT64 / 4)

/* The place of the next record before or after another one; none is a gap away. */
static gboolean
find_neighbour (TagaStore *store,
                TagaRecordClass *klass,
                gint64 place,
                gboolean after,
                gint64 *neighbour,
                GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT coalesce ((SELECT %s (" TAGA_ROW_PLACE ") FROM \"%s\" WHERE " TAGA_ROW_PLACE
      " %s %" G_GINT64_FORMAT "), %" G_GINT64_FORMAT ")",
      after ? "min" : "max", klass->table, after ? ">" : "<", place,
      after ? place + TAGA_ROW_GAP : place - TAGA_ROW_GAP);

  return taga_database_get_integer (store->db, sql, neighbour, error);
}

/**
 * taga_place_find:
 * @store: a store
 * @type: a record type with the field "position"
 * @id: number of a record
 * @after: whether the new ones shall stand after it instead of before
 * @n: how many new ones, at least 1
 * @first: (out): the position of the first
 * @distance: (out): how far the next ones are from each other
 * @error: return location for an error
 *
 * Finds positions for records that are put between others. Between two neighbours there is room for
 * a trillion; where somebody has filled it up, the new ones share the place of the neighbour and
 * stand after it.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_place_find (TagaStore *store,
                 GType type,
                 gint64 id,
                 gboolean after,
                 guint n,
                 gint64 *first,
                 gint64 *distance,
                 GError **error)
{
  TagaRecordClass *klass = taga_record_class_peek (type);
  gint64 place = CLAMP (taga_row_get_place (store->db, klass, id), -MAX_PLACE, MAX_PLACE);
  gint64 neighbour, low, high;

  if (!find_neighbour (store, klass, place, after, &neighbour, error))
    return FALSE;

  neighbour = CLAMP (neighbour, -MAX_PLACE, MAX_PLACE);
  low = after ? place : neighbour;
  high = after ? neighbour : place;
  *distance = (high - low) / ((gint64) n + 1);
  *first = low + *distance;

  return TRUE;
}
