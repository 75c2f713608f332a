#include "taga-paper-pages.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* So many heights of the view away a page is drawn ahead of time, and dropped again. */
#define AHEAD 1.5
#define FAR 3.0

/**
 * taga_paper_pages_init:
 * @self: no pages yet
 * @scale: pixels of a point
 *
 * Makes the box for the pages.
 */
void
taga_paper_pages_init (TagaPaperPages *self, double scale)
{
  self->scale = scale;
  self->sheets = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, TAGA_PAPER_MARGIN);
  gtk_widget_set_margin_top (self->box, TAGA_PAPER_MARGIN);
  gtk_widget_set_margin_bottom (self->box, TAGA_PAPER_MARGIN);
  gtk_widget_set_margin_start (self->box, TAGA_PAPER_MARGIN);
  gtk_widget_set_margin_end (self->box, TAGA_PAPER_MARGIN);
}

/**
 * taga_paper_pages_clear:
 * @self: pages
 *
 * Forgets them, when their box goes.
 */
void
taga_paper_pages_clear (TagaPaperPages *self)
{
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
}

static void
add_sheet (TagaPaperPages *self, guint page, guint n, double width, double height)
{
  g_autofree char *name = g_strdup_printf (_ ("Page %u of %u"), page + 1, n);
  GtkWidget *sheet = taga_paper_sheet_new (name, width, height);

  taga_paper_sheet_set_scale (TAGA_PAPER_SHEET (sheet), self->scale);
  gtk_box_append (GTK_BOX (self->box), sheet);
  g_ptr_array_add (self->sheets, sheet);
}

/**
 * taga_paper_pages_fill:
 * @self: pages
 * @layout: (nullable): the paper that they are to show
 *
 * Makes empty pages, as many as the paper has.
 */
void
taga_paper_pages_fill (TagaPaperPages *self, TagaPaperLayout *layout)
{
  guint n = layout == NULL ? 0 : taga_paper_layout_get_n_pages (layout);

  for (guint i = 0; i < self->sheets->len; i++)
    gtk_box_remove (GTK_BOX (self->box), g_ptr_array_index (self->sheets, i));
  g_ptr_array_set_size (self->sheets, 0);

  for (guint i = 0; i < n; i++)
    {
      double width, height;

      taga_paper_layout_get_page_size (layout, i, &width, &height);
      add_sheet (self, i, n, width, height);
    }
}

/**
 * taga_paper_pages_get:
 * @self: pages
 * @page: which, from 0
 *
 * Gets a page.
 *
 * Returns: (transfer none): the page
 */
TagaPaperSheet *
taga_paper_pages_get (const TagaPaperPages *self, guint page)
{
  return g_ptr_array_index (self->sheets, page);
}

/**
 * taga_paper_pages_set_scale:
 * @self: pages
 * @scale: pixels of a point
 *
 * Shows all pages in another size.
 */
void
taga_paper_pages_set_scale (TagaPaperPages *self, double scale)
{
  self->scale = scale;
  for (guint i = 0; i < self->sheets->len; i++)
    taga_paper_sheet_set_scale (taga_paper_pages_get (self, i), scale);
}

/**
 * taga_paper_pages_fit:
 * @self: pages
 * @width: pixels that there are
 * @height: pixels that there are, or `G_MAXDOUBLE` if it does not matter
 *
 * Finds the size in which every page fits; all are shown in the same.
 *
 * Returns: pixels of a point
 */
double
taga_paper_pages_fit (const TagaPaperPages *self, double width, double height)
{
  double scale = G_MAXDOUBLE;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      TagaPaperSheet *sheet = taga_paper_pages_get (self, i);

      scale = MIN (scale, (width - 2 * TAGA_PAPER_MARGIN) / taga_paper_sheet_get_width (sheet));
      scale = MIN (scale, (height - 2 * TAGA_PAPER_MARGIN) / taga_paper_sheet_get_height (sheet));
    }

  return self->sheets->len == 0 ? self->scale : scale;
}

static double
get_height (const TagaPaperPages *self, guint page)
{
  return round (taga_paper_sheet_get_height (taga_paper_pages_get (self, page)) * self->scale);
}

/**
 * taga_paper_pages_get_top:
 * @self: pages
 * @page: which, from 0
 *
 * Gets where a page begins.
 *
 * Returns: pixels from the upper edge of all
 */
double
taga_paper_pages_get_top (const TagaPaperPages *self, guint page)
{
  double top = TAGA_PAPER_MARGIN;

  for (guint i = 0; i < page; i++)
    top += get_height (self, i) + TAGA_PAPER_MARGIN;

  return top;
}

/**
 * taga_paper_pages_find_at:
 * @self: pages
 * @y: pixels from the upper edge of all
 *
 * Finds the page that lies somewhere.
 *
 * Returns: the page, from 0
 */
guint
taga_paper_pages_find_at (const TagaPaperPages *self, double y)
{
  double top = TAGA_PAPER_MARGIN;
  guint page = 0;

  for (guint i = 0; i < self->sheets->len && top <= y; i++)
    {
      page = i;
      top += get_height (self, i) + TAGA_PAPER_MARGIN;
    }

  return page;
}

/**
 * taga_paper_pages_get_wanted:
 * @self: pages
 * @page: which, from 0
 *
 * Gets how wide the picture of a page has to be to be sharp.
 *
 * Returns: pixels of the display
 */
int
taga_paper_pages_get_wanted (const TagaPaperPages *self, guint page)
{
  double points = taga_paper_sheet_get_width (taga_paper_pages_get (self, page));

  return (int) round (points * self->scale) * gtk_widget_get_scale_factor (self->box);
}

/**
 * taga_paper_pages_find_next:
 * @self: pages
 * @top: where the view begins
 * @height: how high it is
 *
 * Finds the page to be drawn next: one in view before its neighbours. Pictures far away are
 * dropped.
 *
 * Returns: the page, from 0, or -1 if all are drawn
 */
int
taga_paper_pages_find_next (const TagaPaperPages *self, double top, double height)
{
  double middle = top + height / 2;
  double nearest = G_MAXDOUBLE;
  double y = TAGA_PAPER_MARGIN;
  int next = -1;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      TagaPaperSheet *sheet = taga_paper_pages_get (self, i);
      double bottom = y + get_height (self, i);
      double distance = MAX (0, MAX (y - middle, middle - bottom));

      if (distance > FAR * height)
        taga_paper_sheet_forget (sheet);
      else if (distance < AHEAD * height && distance < nearest
               && taga_paper_sheet_get_drawn_width (sheet) != taga_paper_pages_get_wanted (self, i))
        {
          nearest = distance;
          next = (int) i;
        }
      y = bottom + TAGA_PAPER_MARGIN;
    }

  return next;
}
