#include "taga-paper-layout-private.h"

/* Fewer lines than this never stand alone before or after the end of a page. */
#define MIN_LINES 2

/* A row higher than this share of a page is broken rather than moved to the next one; of what is
 * higher than a page, as much stands on the page where it begins. */
#define MAX_ROW 0.3

/* Where the next piece goes. */
typedef struct
{
  TagaPaperLayout *layout;
  TagaSheet sheet;
  guint page;
  double y;
  gboolean is_empty; /* nothing on the page yet but repeated headers */
  gboolean is_top;   /* nothing above it in its column or box */
} Place;

static double
get_bottom (const Place *at)
{
  return at->sheet.height - TAGA_PAGE_BOTTOM;
}

/* Whether nothing after it has to stay with what is before it. */
static gboolean
is_end (const TagaPiece *piece)
{
  return piece->look == TAGA_PIECE_BREAK || piece->look == TAGA_PIECE_NEXT
         || piece->look == TAGA_PIECE_END;
}

/* How much of a piece has to stand on the page where it begins. */
static double
get_least (const Place *at, const TagaPiece *piece)
{
  guint n = taga_piece_count_lines (piece);
  gboolean is_row = piece->look == TAGA_PIECE_CELLS || piece->look == TAGA_PIECE_PAIR;
  double most = MAX_ROW * (get_bottom (at) - TAGA_PAGE_TOP);

  if (n < 2 * MIN_LINES || piece->has_next || (is_row && piece->height <= most))
    return piece->height;

  return taga_piece_measure (piece, 0, MIN_LINES);
}

/* How much room a piece needs, with those that stay with it. */
static double
get_need (const Place *at, guint i)
{
  TagaPaperLayout *self = at->layout;
  double need = 0;

  for (;; i++)
    {
      const TagaPiece *piece = taga_paper_layout_get_piece (self, i);

      if (is_end (piece))
        return need;
      if (!piece->has_next || i + 1 == self->pieces->len)
        return need + get_least (at, piece);
      need += piece->height + taga_paper_layout_get_piece (self, i + 1)->space;
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
  at->is_empty = at->is_top = FALSE;
}

/* Keeps the size of the page. Columns may come to a page one after the other. */
static void
note_page (const Place *at)
{
  GArray *pages = at->layout->pages;

  if (pages->len <= at->page)
    g_array_set_size (pages, at->page + 1);
  g_array_index (pages, TagaSheet, at->page) = at->sheet;
}

/* Goes on to the next page, where a table that is not at its end repeats its header. */
static void
turn (Place *at, const TagaPiece *piece)
{
  at->page++;
  at->y = TAGA_PAGE_TOP;
  note_page (at);
  if (piece != NULL && piece->header >= 0)
    {
      const TagaPiece *header = taga_paper_layout_get_piece (at->layout, (guint) piece->header);

      place (at, header, 0, taga_piece_count_lines (header), header->height);
    }
  at->is_empty = at->is_top = TRUE;
}

/* How many lines of a piece fit, from a line on; none rather than a single one. */
static guint
count_fitting (Place *at, const TagaPiece *piece, guint first)
{
  guint n = taga_piece_count_lines (piece);
  double room = get_bottom (at) - at->y;
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
  const TagaPiece *piece = taga_paper_layout_get_piece (at->layout, i);
  double bottom = get_bottom (at);
  double space = at->is_top ? 0 : piece->space;

  if (!at->is_empty && at->y + space + get_need (at, i) > bottom)
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

/* What follows a page that ends by itself needs no second end. */
static void
end_page (Place *at, const TagaPiece *piece)
{
  const TagaPaperBlock *block = piece->block;

  if (block->kind == TAGA_PAPER_SECTION)
    {
      taga_paper_layout_use_sheet (at->layout, block->size, block->is_landscape);
      at->sheet = at->layout->sheet;
    }
  if (!at->is_empty)
    turn (at, NULL);
  else
    note_page (at);
}

/* Makes room for what is not broken unless it is higher than a page. */
static void
make_room (Place *at, const TagaPiece *piece)
{
  double space = at->is_top ? 0 : piece->space;
  double page = get_bottom (at) - TAGA_PAGE_TOP;
  double need = piece->height > page ? MAX_ROW * page : piece->height;

  if (!at->is_empty && at->y + space + need > get_bottom (at))
    {
      turn (at, NULL);
      return;
    }

  at->y += space;
  at->is_top = TRUE;
}

static void
add_frame (Place *at, const TagaPiece *piece, guint page, double top, double bottom)
{
  TagaFrame frame = { piece->block->box,
                      page,
                      { TAGA_PAGE_SIDE + piece->x, top, piece->width, bottom - top } };

  g_array_append_val (at->layout->frames, frame);
}

static void place_pieces (Place *at, guint first, guint end);

/* A box that goes on to further pages is drawn on each. */
static void
place_box (Place *at, guint i)
{
  const TagaPiece *piece = taga_paper_layout_get_piece (at->layout, i);
  guint page;
  double top;

  make_room (at, piece);
  page = at->page;
  top = at->y;
  at->y += TAGA_BOX_PADDING;
  place_pieces (at, i + 1, piece->end);
  for (; page < at->page; page++)
    {
      add_frame (at, piece, page, top, get_bottom (at) + TAGA_BOX_PADDING);
      top = TAGA_PAGE_TOP - TAGA_BOX_PADDING;
    }
  at->y += TAGA_BOX_PADDING;
  add_frame (at, piece, page, top, at->y);
  at->is_empty = at->is_top = FALSE;
}

/* Boxes that their columns end with end at the same height. */
static void
stretch_boxes (Place *at, guint first_frame, const GArray *ends)
{
  for (guint i = 0; i < ends->len; i++)
    {
      guint n = g_array_index (ends, guint, i);
      TagaFrame *frame;

      if (n <= first_frame)
        continue;
      frame = &g_array_index (at->layout->frames, TagaFrame, n - 1);
      frame->box.height = at->y - frame->box.y;
    }
}

/* Each column begins at the same height; what follows stands below the one that ends last. */
static void
place_columns (Place *at, guint i)
{
  TagaPaperLayout *self = at->layout;
  const TagaPiece *piece = taga_paper_layout_get_piece (self, i);
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first = i + 1, first_frame = self->frames->len;
  Place begin;

  make_room (at, piece);
  begin = *at;
  for (guint next = first; next <= piece->end; next++)
    {
      guint n_frames = 0;
      Place column = begin;

      if (next < piece->end && taga_paper_layout_get_piece (self, next)->look != TAGA_PIECE_NEXT)
        continue;
      place_pieces (&column, first, next);
      if (next > first && taga_paper_layout_get_piece (self, next - 1)->look == TAGA_PIECE_END)
        n_frames = self->frames->len;
      g_array_append_val (ends, n_frames);
      if (column.page > at->page || (column.page == at->page && column.y > at->y))
        *at = column;
      first = next + 1;
    }

  if (at->page == begin.page)
    stretch_boxes (at, first_frame, ends);
  at->is_empty = at->is_top = FALSE;
}

static void
place_pieces (Place *at, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    {
      const TagaPiece *piece = taga_paper_layout_get_piece (at->layout, i);

      if (piece->look == TAGA_PIECE_BREAK)
        end_page (at, piece);
      else if (piece->look == TAGA_PIECE_BOX)
        place_box (at, i);
      else if (piece->look == TAGA_PIECE_COLUMNS)
        place_columns (at, i);
      else
        place_next (at, i);
      if (piece->end > i)
        i = piece->end;
    }
}

/* A break at the very end leaves no empty page. */
static guint
count_pages (TagaPaperLayout *self)
{
  guint last = 0;

  for (guint i = 0; i < self->fragments->len; i++)
    last = MAX (last, g_array_index (self->fragments, TagaFragment, i).page);
  for (guint i = 0; i < self->frames->len; i++)
    last = MAX (last, g_array_index (self->frames, TagaFrame, i).page);

  return last + 1;
}

/* Sets the pieces on pages, beginning with the sheet that is in use. */
void
taga_paper_layout_place_pieces (TagaPaperLayout *self)
{
  Place at = { self, self->sheet, 0, TAGA_PAGE_TOP, TRUE, TRUE };

  note_page (&at);
  place_pieces (&at, 0, self->pieces->len);
  self->n_pages = count_pages (self);
}
