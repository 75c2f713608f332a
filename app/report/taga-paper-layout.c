#include "taga-chart-text.h"
#include "taga-paper-layout-private.h"

/* A4, in points. */
#define SHORT_SIDE (210 * TAGA_POINTS_PER_MM)
#define LONG_SIDE (297 * TAGA_POINTS_PER_MM)

/* Fewer lines than this never stand alone before or after the end of a page. */
#define MIN_LINES 2

/* A row higher than this share of a page is broken rather than moved to the next one. */
#define MAX_ROW 0.3

/**
 * TagaPaperLayout:
 *
 * A paper on pages: what stands where. It can be drawn on any cairo context in points, so that the
 * file and the printer show the same pages. It may be handed over to another thread, but is used by
 * one at a time.
 *
 * No heading and no header of a table stands at the foot of a page, no line of a paragraph alone,
 * and tables repeat their header on each page.
 */
G_DEFINE_FINAL_TYPE (TagaPaperLayout, taga_paper_layout, G_TYPE_OBJECT)

/* Where the next piece goes. */
typedef struct
{
  TagaPaperLayout *layout;
  guint page;
  double y;
  gboolean is_empty; /* nothing on the page yet but repeated headers */
} Place;

static void
taga_paper_layout_finalize (GObject *object)
{
  TagaPaperLayout *self = TAGA_PAPER_LAYOUT (object);

  g_clear_pointer (&self->fragments, g_array_unref);
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->pieces, g_ptr_array_unref);
  g_clear_pointer (&self->attributes, pango_attr_list_unref);
  g_clear_object (&self->context);
  g_clear_object (&self->paper);

  G_OBJECT_CLASS (taga_paper_layout_parent_class)->finalize (object);
}

static void
taga_paper_layout_class_init (TagaPaperLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_paper_layout_finalize;
}

static void
taga_paper_layout_init (TagaPaperLayout *self)
{
  /* Fonts of its own: it may be drawn in another thread than the one that made it. */
  g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new ();

  self->context = pango_font_map_create_context (fonts);
  pango_cairo_context_set_resolution (self->context, 72);
  taga_chart_text_init_context (self->context);
  self->attributes = taga_chart_text_create_attributes ();

  self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) taga_piece_free);
  self->fragments = g_array_new (FALSE, FALSE, sizeof (TagaFragment));
  self->entries = g_array_new (FALSE, FALSE, sizeof (TagaPaperEntry));
}

static const TagaPiece *
get_piece (TagaPaperLayout *self, guint i)
{
  return g_ptr_array_index (self->pieces, i);
}

static double
get_bottom (TagaPaperLayout *self)
{
  return self->height - TAGA_PAGE_BOTTOM;
}

static gboolean
is_break (const TagaPiece *piece)
{
  return piece->block != NULL && piece->block->kind == TAGA_PAPER_BREAK;
}

/* How much of a piece has to stand on the page where it begins. */
static double
get_least (TagaPaperLayout *self, const TagaPiece *piece)
{
  guint n = taga_piece_count_lines (piece);
  gboolean is_row = piece->look == TAGA_PIECE_CELLS || piece->look == TAGA_PIECE_PAIR;
  double most = MAX_ROW * (get_bottom (self) - TAGA_PAGE_TOP);

  if (n < 2 * MIN_LINES || piece->has_next || (is_row && piece->height <= most))
    return piece->height;

  return taga_piece_measure (piece, 0, MIN_LINES);
}

/* How much room a piece needs, with those that stay with it. */
static double
get_need (TagaPaperLayout *self, guint i)
{
  double need = 0;

  for (;; i++)
    {
      const TagaPiece *piece = get_piece (self, i);

      if (is_break (piece))
        return need;
      if (!piece->has_next || i + 1 == self->pieces->len)
        return need + get_least (self, piece);
      need += piece->height + get_piece (self, i + 1)->space;
    }
}

static void
place (Place *at, const TagaPiece *piece, guint first, guint end, double height)
{
  TagaFragment fragment = { piece, at->page, at->y, height, first, end };
  TagaPaperLayout *self = at->layout;

  g_array_append_val (self->fragments, fragment);
  if (first == 0 && piece->block != NULL && piece->block->kind == TAGA_PAPER_HEADING)
    {
      TagaPaperEntry entry = { piece->block->level, piece->block->text, at->page, at->y };

      g_array_append_val (self->entries, entry);
    }
  at->y += height;
  at->is_empty = FALSE;
}

/* Goes on to the next page, where a table that is not at its end repeats its header. */
static void
turn (Place *at, const TagaPiece *piece)
{
  at->page++;
  at->y = TAGA_PAGE_TOP;
  if (piece != NULL && piece->header >= 0)
    {
      const TagaPiece *header = get_piece (at->layout, (guint) piece->header);

      place (at, header, 0, taga_piece_count_lines (header), header->height);
    }
  at->is_empty = TRUE;
}

/* How many lines of a piece fit, from a line on; none rather than a single one. */
static guint
count_fitting (Place *at, const TagaPiece *piece, guint first)
{
  guint n = taga_piece_count_lines (piece);
  double room = get_bottom (at->layout) - at->y;
  guint end = first;

  while (end < n && taga_piece_measure (piece, first, end + 1) <= room)
    end++;
  if (end < n && n - end < MIN_LINES && end > first + MIN_LINES)
    end = n - MIN_LINES;

  /* A page that is empty takes a line in any case, so that there is an end to it. */
  if (end == first || (end < n && end - first < MIN_LINES && !at->is_empty))
    return at->is_empty ? MAX (end - first, 1) : 0;

  return end - first;
}

static void
place_broken (Place *at, const TagaPiece *piece)
{
  guint n = taga_piece_count_lines (piece);
  guint first = 0;

  while (first < n)
    {
      guint fitting = count_fitting (at, piece, first);

      if (fitting > 0)
        place (at, piece, first, first + fitting,
               taga_piece_measure (piece, first, first + fitting));
      first += fitting;
      if (first < n)
        turn (at, piece);
    }
}

static void
place_next (Place *at, guint i)
{
  TagaPaperLayout *self = at->layout;
  const TagaPiece *piece = get_piece (self, i);
  double bottom = get_bottom (self);
  double space = at->is_empty ? 0 : piece->space;

  if (is_break (piece))
    {
      /* What follows a page that ends by itself needs no second end. */
      if (!at->is_empty)
        turn (at, NULL);
      return;
    }

  if (!at->is_empty && at->y + space + get_need (self, i) > bottom)
    {
      turn (at, piece);
      space = 0;
    }

  at->y += space;
  if (at->y + piece->height <= bottom || piece->cells->len == 0)
    place (at, piece, 0, taga_piece_count_lines (piece), piece->height);
  else
    place_broken (at, piece);
}

/* A break at the very end leaves no empty page. */
static guint
count_pages (TagaPaperLayout *self)
{
  guint n = self->fragments->len;

  return n == 0 ? 1 : g_array_index (self->fragments, TagaFragment, n - 1).page + 1;
}

/**
 * taga_paper_layout_new:
 * @paper: a paper, which is not changed any more
 * @cancellable: (nullable): may stop it
 * @error: return location for an error
 *
 * Sets a paper on pages.
 *
 * Returns: (transfer full) (nullable): the pages, or `NULL` with @error set to
 *   `G_IO_ERROR_CANCELLED`
 */
TagaPaperLayout *
taga_paper_layout_new (TagaPaper *paper, GCancellable *cancellable, GError **error)
{
  g_autoptr (TagaPaperLayout) self = g_object_new (TAGA_TYPE_PAPER_LAYOUT, NULL);
  Place at = { self, 0, TAGA_PAGE_TOP, TRUE };

  g_return_val_if_fail (TAGA_IS_PAPER (paper), NULL);

  self->paper = g_object_ref (paper);
  self->width = taga_paper_is_landscape (paper) ? LONG_SIDE : SHORT_SIDE;
  self->height = taga_paper_is_landscape (paper) ? SHORT_SIDE : LONG_SIDE;
  if (!taga_paper_layout_make_pieces (self, cancellable, error))
    return NULL;

  for (guint i = 0; i < self->pieces->len; i++)
    place_next (&at, i);
  self->n_pages = count_pages (self);

  return g_steal_pointer (&self);
}

/**
 * taga_paper_layout_get_paper:
 * @self: pages
 *
 * Gets the paper that they are of.
 *
 * Returns: (transfer none): the paper
 */
TagaPaper *
taga_paper_layout_get_paper (TagaPaperLayout *self)
{
  g_return_val_if_fail (TAGA_IS_PAPER_LAYOUT (self), NULL);

  return self->paper;
}

/**
 * taga_paper_layout_get_n_pages:
 * @self: pages
 *
 * Counts them.
 *
 * Returns: how many, at least 1
 */
guint
taga_paper_layout_get_n_pages (TagaPaperLayout *self)
{
  g_return_val_if_fail (TAGA_IS_PAPER_LAYOUT (self), 0);

  return self->n_pages;
}

/**
 * taga_paper_layout_get_size:
 * @self: pages
 * @width: (out): width of a page, in points
 * @height: (out): its height
 *
 * Gets how large they are.
 */
void
taga_paper_layout_get_size (TagaPaperLayout *self, double *width, double *height)
{
  g_return_if_fail (TAGA_IS_PAPER_LAYOUT (self));

  *width = self->width;
  *height = self->height;
}

/**
 * taga_paper_layout_get_n_missing:
 * @self: pages
 *
 * Counts the characters that no font of the computer has: they show as boxes.
 *
 * Returns: how many
 */
guint
taga_paper_layout_get_n_missing (TagaPaperLayout *self)
{
  g_return_val_if_fail (TAGA_IS_PAPER_LAYOUT (self), 0);

  return self->n_missing;
}

/**
 * taga_paper_layout_get_entries:
 * @self: pages
 *
 * Gets the headings and where they stand.
 *
 * Returns: (transfer none) (element-type TagaPaperEntry): the headings
 */
GArray *
taga_paper_layout_get_entries (TagaPaperLayout *self)
{
  g_return_val_if_fail (TAGA_IS_PAPER_LAYOUT (self), NULL);

  return self->entries;
}
