#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TAGA_COVER_MAX_PLACES 16

/**
 * TAGA_COVER_NEVER:
 *
 * The price of what cannot be had. It is so small that prices can be added to it.
 */
#define TAGA_COVER_NEVER (G_MAXINT64 / 4)

/**
 * TagaCoverItem:
 * @places: the places that it serves, a bit for each
 * @gain: what it gives to each of them, at least 1
 * @price: what it costs, at least 1
 *
 * Something that can be chosen once.
 */
typedef struct
{
  guint places;
  guint gain;
  gint64 price;
} TagaCoverItem;

/**
 * TagaCover:
 *
 * The cheapest choice of items for every demand up to a given one.
 */
typedef struct _TagaCover TagaCover;

TagaCover *taga_cover_new (const guint *demands,
                           guint n_places,
                           const TagaCoverItem *items,
                           guint n_items,
                           gsize max_cells);
void taga_cover_free (TagaCover *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaCover, taga_cover_free)

gsize taga_cover_get_n_cells (TagaCover *self);
gint64 taga_cover_get_price (TagaCover *self, const guint *demands);
void taga_cover_choose (TagaCover *self, const guint *demands, GArray *chosen);

G_END_DECLS
