#include "taga-chart-text.h"
#include "taga-paper-layout-private.h"

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

static void
taga_paper_layout_finalize (GObject *object)
{
  TagaPaperLayout *self = TAGA_PAPER_LAYOUT (object);

  g_clear_pointer (&self->fragments, g_array_unref);
  g_clear_pointer (&self->frames, g_array_unref);
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->pages, g_array_unref);
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
  self->frames = g_array_new (FALSE, FALSE, sizeof (TagaFrame));
  self->pages = g_array_new (FALSE, FALSE, sizeof (TagaSheet));
  self->entries = g_array_new (FALSE, FALSE, sizeof (TagaPaperEntry));
}

/* A paper may begin with a section; else it says itself how it lies. */
static void
use_first_sheet (TagaPaperLayout *self)
{
  const TagaPaperBlock *first = NULL;
  TagaPaperSize size = TAGA_PAPER_A4;
  gboolean is_landscape = taga_paper_is_landscape (self->paper);

  if (taga_paper_get_n_blocks (self->paper) > 0)
    first = taga_paper_get_block (self->paper, 0);
  if (first != NULL && first->kind == TAGA_PAPER_SECTION)
    {
      size = first->size;
      is_landscape = first->is_landscape;
    }
  taga_paper_layout_use_sheet (self, size, is_landscape);
}

/* Makes what sets a paper on pages, before it has done so: it can measure. */
TagaPaperLayout *
taga_paper_layout_create (TagaPaper *paper)
{
  TagaPaperLayout *self = g_object_new (TAGA_TYPE_PAPER_LAYOUT, NULL);

  self->paper = g_object_ref (paper);
  use_first_sheet (self);

  return self;
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
  g_autoptr (TagaPaperLayout) self = NULL;
  TagaSheet first;

  g_return_val_if_fail (TAGA_IS_PAPER (paper), NULL);

  self = taga_paper_layout_create (paper);
  first = self->sheet;
  if (!taga_paper_layout_make_pieces (self, cancellable, error))
    return NULL;
  self->sheet = first;

  taga_paper_layout_place_pieces (self);

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
 * taga_paper_layout_get_page_size:
 * @self: pages
 * @page: which, from 0
 * @width: (out): its width, in points
 * @height: (out): its height
 *
 * Gets how large a page is.
 */
void
taga_paper_layout_get_page_size (TagaPaperLayout *self, guint page, double *width, double *height)
{
  const TagaSheet *sheet;

  g_return_if_fail (TAGA_IS_PAPER_LAYOUT (self));
  g_return_if_fail (page < self->n_pages);

  sheet = &g_array_index (self->pages, TagaSheet, page);
  *width = sheet->width;
  *height = sheet->height;
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
