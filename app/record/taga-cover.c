#include "taga-cover.h"

/*
 * Each place demands some number of gains; an item gives its gain to all places that it serves.
 * Where every item gives the same, the demand is counted in items. The table has a cell for each
 * vector of demands from none up to the full one, and holds the least price at which that much is
 * had. Items are offered to it one after the other: with an item a cell may be had at the item's
 * price and that of the cell that lies its gain lower in each of its places. Cells are visited from
 * the last to the first, so that no item is counted twice.
 */

/* An item as the table was offered it. */
typedef struct
{
  guint index;
  TagaCoverItem item;
} Offer;

struct _TagaCover
{
  guint n_places;
  guint unit[TAGA_COVER_MAX_PLACES]; /* what the gains at a place have in common */
  guint size[TAGA_COVER_MAX_PLACES]; /* one more than the units that are demanded */
  gsize stride[TAGA_COVER_MAX_PLACES];
  gsize n_cells;
  gsize n_bytes; /* of the trace of an offer */
  gint64 *prices;
  GArray *offers; /* (element-type Offer) */
  guint8 *trace;  /* by offer: a bit for each cell that it made cheaper */
};

/* The greatest number that divides both. */
static guint
find_divisor (guint a, guint b)
{
  while (b != 0)
    {
      guint rest = a % b;

      a = b;
      b = rest;
    }

  return a;
}

static void
find_units (TagaCover *self, const TagaCoverItem *items, guint n_items)
{
  for (guint i = 0; i < self->n_places; i++)
    {
      for (guint j = 0; j < n_items; j++)
        if ((items[j].places >> i & 1) == 1)
          self->unit[i] = find_divisor (items[j].gain, self->unit[i]);
      self->unit[i] = MAX (self->unit[i], 1);
    }
}

static guint
get_gain (const TagaCover *self, const TagaCoverItem *item, guint place, guint at)
{
  return (item->places >> place & 1) == 1 ? MIN (at, item->gain / self->unit[place]) : 0;
}

/* Offers an item to the cells that differ in the last place only. Those that it leads here from lie
 * @back cells earlier, and some more by the last place. */
static void
offer_to_row (TagaCover *self, const TagaCoverItem *item, gsize first, gsize back, guint8 *trace)
{
  guint last = self->n_places - 1;
  guint gain = get_gain (self, item, last, G_MAXUINT);

  for (guint at = self->size[last]; at-- > 0;)
    {
      gsize cell = first + at;
      gint64 price = self->prices[cell - back - MIN (at, gain)] + item->price;

      if (price < self->prices[cell])
        {
          self->prices[cell] = price;
          trace[cell >> 3] |= (guint8) (1 << (cell & 7));
        }
    }
}

static void
offer (TagaCover *self, const TagaCoverItem *item, guint8 *trace)
{
  guint n_outer = self->n_places - 1;
  guint at[TAGA_COVER_MAX_PLACES];
  gsize back = 0;

  for (guint i = 0; i < n_outer; i++)
    {
      at[i] = self->size[i] - 1;
      back += get_gain (self, item, i, at[i]) * self->stride[i];
    }

  for (gsize first = self->n_cells; first > 0;)
    {
      guint place = n_outer;

      first -= self->size[n_outer];
      offer_to_row (self, item, first, back, trace);

      /* One row lower: as a counter runs down, a place that has come to its end starts anew. */
      while (place > 0 && at[place - 1] == 0)
        {
          place--;
          at[place] = self->size[place] - 1;
          back += get_gain (self, item, place, at[place]) * self->stride[place];
        }
      if (place == 0)
        break;
      back -= get_gain (self, item, place - 1, at[place - 1]) * self->stride[place - 1];
      at[place - 1]--;
      back += get_gain (self, item, place - 1, at[place - 1]) * self->stride[place - 1];
    }
}

static int
compare_offers (gconstpointer a, gconstpointer b)
{
  const Offer *left = a;
  const Offer *right = b;

  if (left->item.price != right->item.price)
    return left->item.price < right->item.price ? -1 : 1;

  return (left->index > right->index) - (left->index < right->index);
}

static guint
divide_up (guint number, guint by)
{
  return number / by + (number % by == 0 ? 0 : 1);
}

/* Items that serve the same places alike differ in their price only, so that of each kind no more
 * are worth a look than the greatest demand takes. */
static void
select_offers (TagaCover *self, const TagaCoverItem *items, guint n_items)
{
  g_autoptr (GHashTable) n_of_kind = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Offer));

  for (guint i = 0; i < n_items; i++)
    {
      Offer offer = { i, items[i] };

      g_array_append_val (all, offer);
    }
  g_array_sort (all, compare_offers);

  for (guint i = 0; i < all->len; i++)
    {
      Offer *offer = &g_array_index (all, Offer, i);
      gpointer kind;
      guint greatest = 0;
      guint n;

      for (guint j = 0; j < self->n_places; j++)
        if (self->size[j] == 1)
          offer->item.places &= ~(1u << j);
        else if ((offer->item.places >> j & 1) == 1)
          greatest =
              MAX (greatest, divide_up (self->size[j] - 1, offer->item.gain / self->unit[j]));

      kind = GUINT_TO_POINTER (offer->item.places << 4 | offer->item.gain);
      n = GPOINTER_TO_UINT (g_hash_table_lookup (n_of_kind, kind));
      if (n >= greatest)
        continue;

      g_hash_table_insert (n_of_kind, kind, GUINT_TO_POINTER (n + 1));
      g_array_append_val (self->offers, *offer);
    }
}

/* Lays out the table, unless it would be too large. */
static gboolean
lay_out (TagaCover *self, const guint *demands, guint n_places, gsize max_cells)
{
  self->n_cells = 1;
  for (guint i = 0; i < self->n_places; i++)
    self->size[i] = (i < n_places ? divide_up (demands[i], self->unit[i]) : 0) + 1;
  for (guint i = self->n_places; i-- > 0;)
    {
      self->stride[i] = self->n_cells;
      if (!g_size_checked_mul (&self->n_cells, self->n_cells, self->size[i])
          || self->n_cells > max_cells)
        return FALSE;
    }

  self->n_bytes = (self->n_cells + 7) / 8;
  self->prices = g_new (gint64, self->n_cells);
  for (gsize i = 0; i < self->n_cells; i++)
    self->prices[i] = i == 0 ? 0 : TAGA_COVER_NEVER;

  return TRUE;
}

/**
 * taga_cover_new:
 * @demands: (array length=n_places): what each place demands at most
 * @n_places: how many places, at most `TAGA_COVER_MAX_PLACES`
 * @items: (array length=n_items): what there is to choose from, each with a gain of at most 15
 * @n_items: how many
 * @max_cells: how large the table may be; its time and memory go by that
 *
 * Finds the cheapest choices.
 *
 * Returns: (transfer full) (nullable): the table, or `NULL` if it would be larger
 */
TagaCover *
taga_cover_new (const guint *demands,
                guint n_places,
                const TagaCoverItem *items,
                guint n_items,
                gsize max_cells)
{
  g_autoptr (TagaCover) self = g_new0 (TagaCover, 1);

  self->offers = g_array_new (FALSE, FALSE, sizeof (Offer));
  g_return_val_if_fail (n_places <= TAGA_COVER_MAX_PLACES, NULL);

  /* Where nobody demands anything there still is a cell. */
  self->n_places = MAX (n_places, 1);
  find_units (self, items, n_items);
  if (!lay_out (self, demands, n_places, max_cells))
    return NULL;

  select_offers (self, items, n_items);
  self->trace = g_malloc0_n (self->offers->len, self->n_bytes);
  for (guint i = 0; i < self->offers->len; i++)
    offer (self, &g_array_index (self->offers, Offer, i).item, self->trace + i * self->n_bytes);

  return g_steal_pointer (&self);
}

/**
 * taga_cover_free:
 * @self: (transfer full): the table
 *
 * Frees the table.
 */
void
taga_cover_free (TagaCover *self)
{
  g_array_unref (self->offers);
  g_free (self->prices);
  g_free (self->trace);
  g_free (self);
}

/**
 * taga_cover_get_n_cells:
 * @self: the table
 *
 * Tells how large the table is.
 *
 * Returns: how many cells it has
 */
gsize
taga_cover_get_n_cells (TagaCover *self)
{
  return self->n_cells;
}

static gsize
find_cell (TagaCover *self, const guint *demands, guint *at)
{
  gsize cell = 0;

  for (guint i = 0; i < self->n_places; i++)
    {
      at[i] = MIN (divide_up (demands[i], self->unit[i]), self->size[i] - 1);
      cell += at[i] * self->stride[i];
    }

  return cell;
}

/**
 * taga_cover_get_price:
 * @self: the table
 * @demands: (array): what each place demands, one number at least, and at most what the table was
 * made for
 *
 * Gives the least price at which that is had.
 *
 * Returns: the price, or `TAGA_COVER_NEVER` or more if all items do not suffice
 */
gint64
taga_cover_get_price (TagaCover *self, const guint *demands)
{
  guint at[TAGA_COVER_MAX_PLACES];

  return self->prices[find_cell (self, demands, at)];
}

/**
 * taga_cover_choose:
 * @self: the table
 * @demands: (array): what each place demands, one number at least, and at most what the table was
 * made for
 * @chosen: (element-type guint): where the indexes of the items are added
 *
 * Gives the items of the cheapest choice. The demands must be such that they can be met.
 */
void
taga_cover_choose (TagaCover *self, const guint *demands, GArray *chosen)
{
  guint at[TAGA_COVER_MAX_PLACES];
  gsize cell = find_cell (self, demands, at);

  g_return_if_fail (self->prices[cell] < TAGA_COVER_NEVER);

  for (guint i = self->offers->len; i-- > 0 && cell > 0;)
    {
      const Offer *offer = &g_array_index (self->offers, Offer, i);

      if ((self->trace[i * self->n_bytes + (cell >> 3)] >> (cell & 7) & 1) == 0)
        continue;

      g_array_append_val (chosen, offer->index);
      for (guint j = 0; j < self->n_places; j++)
        {
          guint gain = get_gain (self, &offer->item, j, at[j]);

          at[j] -= gain;
          cell -= gain * self->stride[j];
        }
    }
}
