#include "taga-chart-radar-private.h"

#include <math.h>

/* Callouts: short texts beside the circle, each with a line to the name of its axis. A line never
 * crosses a name: where none can be drawn the callout says its axis itself. */

/* The margin in a callout and between two, and the strip in which lines bend, as multiples of the
 * text size. */
#define MARGIN 0.45
#define GAP 0.5
#define STRIP 1.6

#define MAX_LINES 4

typedef struct
{
  guint axis;
  PangoLayout *layout; /* (owned) */
  TagaChartBox box;
  TagaChartBox name; /* of its axis */
} Note;

typedef struct
{
  TagaChartRadar *self;
  const TagaRadarPlan *plan;
  cairo_t *cr;
  TagaChartBox names[TAGA_RADAR_MAX_AXES];
  Note notes[TAGA_RADAR_MAX_AXES];
  guint n;
  gboolean is_right;
  double x; /* of the callouts */
  double width;
} Side;

static void
measure_names (Side *side)
{
  for (guint i = 0; i < side->self->axes->len; i++)
    {
      g_autoptr (PangoLayout) layout =
          taga_chart_radar_create_name (side->self, &side->plan->main, side->cr, i);
      double x, y, x_align, y_align;
      TagaChartBox *box = &side->names[i];

      taga_chart_radar_anchor (side->self, &side->plan->main, i, &x, &y, &x_align, &y_align);
      taga_chart_text_measure (layout, &box->width, &box->height);
      box->x = x - x_align * box->width;
      box->y = y - y_align * box->height;
    }
}

/* Whether a level line at @y from @from to @to keeps clear of all names but one. */
static gboolean
is_clear (const Side *side, guint but, double from, double to, double y)
{
  double space = side->plan->main.style.text_size * 0.15;

  for (guint i = 0; i < side->self->axes->len; i++)
    {
      const TagaChartBox *box = &side->names[i];

      if (i != but && MAX (from, to) > box->x - space
          && MIN (from, to) < box->x + box->width + space && y > box->y - space
          && y < box->y + box->height + space)
        return FALSE;
    }

  return TRUE;
}

/* Where lines bend: no name reaches beyond that. */
static double
get_bend (const Side *side)
{
  const TagaChartBox *box = &side->plan->main.box;

  return side->is_right ? box->x + box->width : box->x;
}

/* Where the line leaves the name: in its middle if that is clear, else near its top or bottom. */
static gboolean
find_level (const Side *side, const Note *note, double *y)
{
  static const double shares[] = { 0.5, 0.25, 0.75, 0.1, 0.9 };
  double from = side->is_right ? note->name.x + note->name.width : note->name.x;

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      *y = note->name.y + note->name.height * shares[i];
      if (is_clear (side, note->axis, from, get_bend (side), *y))
        return TRUE;
    }

  return FALSE;
}

static PangoLayout *
create_text (const Side *side, guint axis, gboolean has_name)
{
  const TagaChartRadar *self = side->self;
  g_autofree char *text =
      has_name ? g_strdup_printf ("%s: %s", (char *) self->axes->pdata[axis], self->notes[axis])
               : g_strdup (self->notes[axis]);

  return taga_chart_text_new (side->cr, &side->plan->main.style, text, 0.95, FALSE);
}

static void
measure_note (const Side *side, Note *note, guint n_lines)
{
  double margin = side->plan->main.style.text_size * MARGIN;

  taga_chart_text_limit (note->layout, side->width - 2 * margin, n_lines);
  taga_chart_text_measure (note->layout, NULL, &note->box.height);
  note->box.height += 2 * margin;
}

static int
compare_notes (gconstpointer one, gconstpointer other)
{
  const Note *a = one, *b = other;
  double y = a->name.y + a->name.height / 2 - b->name.y - b->name.height / 2;

  return (y > 0) - (y < 0);
}

static double
sum_heights (const Side *side)
{
  double sum = 0;

  for (guint i = 0; i < side->n; i++)
    sum += side->notes[i].box.height + (i > 0 ? side->plan->main.style.text_size * GAP : 0);

  return sum;
}

/* Each as near to its name as the others let it, in the order of the names. */
static void
stack (Side *side)
{
  double gap = side->plan->main.style.text_size * GAP;
  double top = side->plan->main.box.y, bottom = top + side->plan->main.box.height;
  double y = top;

  for (guint n_lines = MAX_LINES; n_lines > 0; n_lines--)
    {
      for (guint i = 0; i < side->n; i++)
        measure_note (side, &side->notes[i], n_lines);
      if (sum_heights (side) <= bottom - top)
        break;
    }

  for (guint i = 0; i < side->n; i++)
    {
      Note *note = &side->notes[i];

      note->box.x = side->x;
      note->box.width = side->width;
      note->box.y = MAX (y, note->name.y + note->name.height / 2 - note->box.height / 2);
      y = note->box.y + note->box.height + gap;
    }
  y = bottom;
  for (guint i = side->n; i > 0; i--)
    {
      Note *note = &side->notes[i - 1];

      note->box.y = MIN (note->box.y, y - note->box.height);
      y = note->box.y - gap;
    }
}

static void
draw_note (const Side *side, const Note *note)
{
  const TagaChartStyle *style = &side->plan->main.style;
  double margin = style->text_size * MARGIN;

  cairo_rectangle (side->cr, note->box.x, note->box.y, note->box.width, note->box.height);
  taga_palette_set (side->cr, style->palette->surface, 1);
  cairo_fill_preserve (side->cr);
  taga_palette_set (side->cr, style->palette->faint, 1);
  cairo_set_line_width (side->cr, side->plan->main.line);
  cairo_stroke (side->cr);
  taga_chart_text_draw (side->cr, note->layout, style->palette->text, note->box.x + margin,
                        note->box.y + margin, 0, 0);
}

/* Level from the name to the strip beside all names, where no name is, and there to the callout. */
static void
draw_leader (const Side *side, const Note *note)
{
  const TagaChartStyle *style = &side->plan->main.style;
  double edge = side->is_right ? note->box.x : note->box.x + note->box.width;
  double from = (side->is_right ? note->name.x + note->name.width : note->name.x)
                + (side->is_right ? 1 : -1) * style->text_size * 0.2;
  double y;

  if (!find_level (side, note, &y))
    return;

  taga_palette_set (side->cr, style->palette->faint, 1);
  cairo_set_line_width (side->cr, side->plan->main.line);
  cairo_move_to (side->cr, from, y);
  cairo_line_to (side->cr, get_bend (side), y);
  cairo_line_to (side->cr, edge, note->box.y + note->box.height / 2);
  cairo_stroke (side->cr);
}

static void
draw_side (Side *side)
{
  double size = side->plan->main.style.text_size;
  const TagaChartBox *box = &side->plan->main.box;

  /* Its outer edge is drawn whole. */
  side->width = (side->is_right ? side->plan->right : side->plan->left) - size * STRIP
                - side->plan->main.line;
  side->x = side->is_right ? box->x + box->width + size * STRIP
                           : box->x - side->plan->left + side->plan->main.line;
  side->n = 0;
  for (guint i = 0; i < side->self->axes->len; i++)
    if (side->self->notes[i] != NULL && taga_chart_radar_is_right (side->self, i) == side->is_right)
      {
        Note *note = &side->notes[side->n++];
        double y;

        *note = (Note){ .axis = i, .name = side->names[i] };
        note->layout = create_text (side, i, !find_level (side, note, &y));
      }

  qsort (side->notes, side->n, sizeof (Note), compare_notes);
  stack (side);
  for (guint i = 0; i < side->n; i++)
    {
      draw_leader (side, &side->notes[i]);
      draw_note (side, &side->notes[i]);
      g_object_unref (side->notes[i].layout);
    }
}

/* One line for each below everything, with the name of its axis. */
static void
draw_below (Side *side, double width, double height)
{
  const TagaChartStyle *style = &side->plan->main.style;
  guint n = 0;
  double line;

  for (guint i = 0; i < side->self->axes->len; i++)
    n += side->self->notes[i] != NULL;
  line = (side->plan->below - style->text_size * 0.6) / n;

  for (guint i = 0, at = 0; i < side->self->axes->len; i++)
    if (side->self->notes[i] != NULL)
      {
        g_autoptr (PangoLayout) layout = create_text (side, i, TRUE);

        taga_chart_text_limit (layout, width, 1);
        taga_chart_text_draw (side->cr, layout, style->palette->text, 0,
                              height - (n - at++ - 0.5) * line, 0, 0.5);
      }
}

/* Draws the callouts where the plan has room for them. */
void
taga_chart_radar_draw_notes (TagaChartRadar *self,
                             const TagaRadarPlan *plan,
                             cairo_t *cr,
                             double width,
                             double height)
{
  Side side = { .self = self, .plan = plan, .cr = cr };

  cairo_set_dash (cr, NULL, 0, 0);
  if (plan->below > 0)
    {
      draw_below (&side, width, height);
      return;
    }

  measure_names (&side);
  for (int i = 0; i < 2; i++)
    {
      side.is_right = i == 1;
      if ((side.is_right ? plan->right : plan->left) > 0)
        draw_side (&side);
    }
}
