#include "taga-chart.h"

#include <math.h>

/**
 * TagaChart:
 *
 * Figures that can be drawn: on the screen, on paper, into a picture. Drawing depends on nothing
 * but the figures, the style and the size, so that all of them show the same.
 */
typedef struct
{
  char *title; /* (owned) (nullable) */
} TagaChartPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TagaChart, taga_chart, G_TYPE_OBJECT)

static void
taga_chart_finalize (GObject *object)
{
  TagaChartPrivate *private = taga_chart_get_instance_private (TAGA_CHART (object));

  g_clear_pointer (&private->title, g_free);

  G_OBJECT_CLASS (taga_chart_parent_class)->finalize (object);
}

static void
taga_chart_class_init (TagaChartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_chart_finalize;
}

static void
taga_chart_init (TagaChart *self)
{
}

/**
 * taga_chart_get_title:
 * @self: a chart
 *
 * Gets what it is a chart of.
 *
 * Returns: (transfer none): the title; empty if it has none
 */
const char *
taga_chart_get_title (TagaChart *self)
{
  TagaChartPrivate *private = taga_chart_get_instance_private (self);

  g_return_val_if_fail (TAGA_IS_CHART (self), "");

  return private->title == NULL ? "" : private->title;
}

/**
 * taga_chart_set_title:
 * @self: a chart
 * @title: (nullable): the title
 *
 * Sets what it is a chart of: the name by which a screen reader knows it. It is not drawn.
 */
void
taga_chart_set_title (TagaChart *self, const char *title)
{
  TagaChartPrivate *private = taga_chart_get_instance_private (self);

  g_return_if_fail (TAGA_IS_CHART (self));

  g_free (private->title);
  private->title = g_strdup (title);
}

/**
 * taga_chart_get_min_size:
 * @self: a chart
 * @text_size: height of the text
 * @width: (out): the least width
 * @height: (out): the least height
 *
 * Gets the size below which a chart cannot be read any more.
 */
void
taga_chart_get_min_size (TagaChart *self, double text_size, double *width, double *height)
{
  TagaChartClass *klass;

  g_return_if_fail (TAGA_IS_CHART (self));

  klass = TAGA_CHART_GET_CLASS (self);
  *width =
      (klass->get_min_width != NULL ? klass->get_min_width (self) : klass->min_width) * text_size;
  *height = (klass->get_min_height != NULL ? klass->get_min_height (self) : klass->min_height)
            * text_size;
}

/**
 * taga_chart_has_fixed_height:
 * @self: a chart
 *
 * Tells whether a chart takes just its least height, as lists do.
 *
 * Returns: whether more height brings nothing
 */
gboolean
taga_chart_has_fixed_height (TagaChart *self)
{
  g_return_val_if_fail (TAGA_IS_CHART (self), FALSE);

  return TAGA_CHART_GET_CLASS (self)->is_as_high;
}

static gboolean
has_size (const TagaChartStyle *style, double width, double height)
{
  return isfinite (width) && isfinite (height) && width >= 1 && height >= 1
         && isfinite (style->text_size) && style->text_size > 0;
}

/**
 * taga_chart_draw:
 * @self: a chart
 * @style: colours and text size
 * @cr: what to draw on
 * @width: how much room there is, in units of @cr
 * @height: the same
 *
 * Draws a chart into the box between 0, 0 and the size. Where there is no room nothing is drawn.
 */
void
taga_chart_draw (TagaChart *self,
                 const TagaChartStyle *style,
                 cairo_t *cr,
                 double width,
                 double height)
{
  g_return_if_fail (TAGA_IS_CHART (self));
  g_return_if_fail (style != NULL && style->palette != NULL && cr != NULL);

  if (!has_size (style, width, height))
    return;

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  cairo_new_path (cr);
  TAGA_CHART_GET_CLASS (self)->draw (self, style, cr, width, height);
  cairo_restore (cr);
}

/**
 * taga_chart_dup_summary:
 * @self: a chart
 *
 * Says in words what a chart shows, with its numbers, for those who do not see it.
 *
 * Returns: (transfer full): whole sentences
 */
char *
taga_chart_dup_summary (TagaChart *self)
{
  g_return_val_if_fail (TAGA_IS_CHART (self), NULL);

  return TAGA_CHART_GET_CLASS (self)->dup_summary (self);
}

/**
 * taga_chart_dup_table:
 * @self: a chart
 *
 * Gives what a chart shows as a table: for those who do not see it, for papers, and for checking.
 *
 * Returns: (transfer full): the table; without rows where there is nothing to show
 */
TagaChartTable *
taga_chart_dup_table (TagaChart *self)
{
  g_return_val_if_fail (TAGA_IS_CHART (self), NULL);

  return TAGA_CHART_GET_CLASS (self)->dup_table (self);
}

/**
 * taga_chart_get_n_parts:
 * @self: a chart
 *
 * Counts the parts of a chart that can be chosen, such as the cells of the matrix.
 *
 * Returns: how many; 0 if it is only looked at
 */
guint
taga_chart_get_n_parts (TagaChart *self)
{
  TagaChartClass *klass;

  g_return_val_if_fail (TAGA_IS_CHART (self), 0);

  klass = TAGA_CHART_GET_CLASS (self);
  return klass->get_n_parts == NULL ? 0 : klass->get_n_parts (self);
}

/**
 * taga_chart_get_part:
 * @self: a chart
 * @style: the style that it is drawn in
 * @width: the width that it is drawn at
 * @height: the height that it is drawn at
 * @part: one of its parts, from 0
 * @box: (out): where it lies
 *
 * Tells where a part is drawn.
 */
void
taga_chart_get_part (TagaChart *self,
                     const TagaChartStyle *style,
                     double width,
                     double height,
                     guint part,
                     TagaChartBox *box)
{
  g_return_if_fail (TAGA_IS_CHART (self));
  g_return_if_fail (part < taga_chart_get_n_parts (self));

  TAGA_CHART_GET_CLASS (self)->get_part (self, style, width, height, part, box);
}

/**
 * taga_chart_find_part:
 * @self: a chart
 * @style: the style that it is drawn in
 * @width: the width that it is drawn at
 * @height: the height that it is drawn at
 * @x: a point
 * @y: a point
 *
 * Tells which part is at a point.
 *
 * Returns: the part, or −1 if there is none
 */
int
taga_chart_find_part (TagaChart *self,
                      const TagaChartStyle *style,
                      double width,
                      double height,
                      double x,
                      double y)
{
  guint n = taga_chart_get_n_parts (self);

  if (n > 0 && TAGA_CHART_GET_CLASS (self)->find_part != NULL)
    return TAGA_CHART_GET_CLASS (self)->find_part (self, style, width, height, x, y);

  for (guint i = 0; i < n; i++)
    {
      TagaChartBox box;

      taga_chart_get_part (self, style, width, height, i, &box);
      if (x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height)
        return (int) i;
    }

  return -1;
}

/**
 * taga_chart_move:
 * @self: a chart that has parts
 * @part: one of them
 * @right: 1 for the one to its right, −1 for the one to its left, or 0
 * @down: 1 for the one below, −1 for the one above, or 0
 *
 * Finds the neighbour of a part, as the arrow keys want it.
 *
 * Returns: the neighbour, or @part itself at the edge
 */
guint
taga_chart_move (TagaChart *self, guint part, int right, int down)
{
  g_return_val_if_fail (TAGA_IS_CHART (self), part);
  g_return_val_if_fail (part < taga_chart_get_n_parts (self), part);

  return TAGA_CHART_GET_CLASS (self)->move (self, part, right, down);
}

/**
 * taga_chart_dup_part_text:
 * @self: a chart that has parts
 * @part: one of them
 *
 * Says in words what a part shows.
 *
 * Returns: (transfer full): a sentence
 */
char *
taga_chart_dup_part_text (TagaChart *self, guint part)
{
  g_return_val_if_fail (TAGA_IS_CHART (self), NULL);
  g_return_val_if_fail (part < taga_chart_get_n_parts (self), NULL);

  return TAGA_CHART_GET_CLASS (self)->dup_part_text (self, part);
}
