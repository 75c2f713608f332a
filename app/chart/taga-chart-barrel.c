#include "taga-chart-barrel.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "taga-chart-text.h"

/* How far from the ground the hoops lie, and how high they are, as shares of the full height. */
#define LOWER_HOOP 0.10
#define UPPER_HOOP 0.38
#define HOOP_HEIGHT 0.05

/* Lines that the name of a stave may take under it; longer names move into a list below. */
#define LABEL_LINES 3

/* So many of the lowest staves a heading names. */
#define MAX_NAMES 2

typedef struct
{
  char *label;  /* (owned) */
  double value; /* NAN if not known */
} Stave;

/**
 * TagaChartBarrel:
 *
 * The barrel 桶: what a company can hold is as high as its lowest stave. The staves are 0 to 100
 * percent high. One that nobody has answered is drawn hollow: it is not known, which is not 0.
 */
struct _TagaChartBarrel
{
  TagaChart parent_instance;

  GArray *staves; /* (owned) (element-type Stave) */
};

G_DEFINE_FINAL_TYPE (TagaChartBarrel, taga_chart_barrel, TAGA_TYPE_CHART)

/* Where things are while it is drawn. */
typedef struct
{
  const TagaChartStyle *style;
  cairo_t *cr;
  double left;
  double right;
  double top;    /* of a stave of 100 % */
  double bottom; /* the ground */
  double step;   /* from one stave to the next */
  gboolean is_listed;
  double lowest;
} Barrel;

static const Stave *
get_stave (TagaChartBarrel *self, guint i)
{
  return &g_array_index (self->staves, Stave, i);
}

/* The height of the lowest stave that is known, or NAN. */
static double
find_lowest (TagaChartBarrel *self)
{
  double lowest = NAN;

  for (guint i = 0; i < self->staves->len; i++)
    {
      double value = get_stave (self, i)->value;

      if (!isnan (value) && !(value >= lowest))
        lowest = value;
    }

  return lowest;
}

static double
get_y (const Barrel *barrel, double value)
{
  return barrel->bottom - CLAMP (value, 0, 100) / 100 * (barrel->bottom - barrel->top);
}

/* The names of the lowest staves; there may be several as low as each other, and then a heading of
 * all their names would be a paragraph. */
static char *
dup_lowest_names (TagaChartBarrel *self, double lowest)
{
  GString *names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->staves->len; i++)
    {
      const Stave *stave = get_stave (self, i);

      if (stave->value == lowest && n++ < MAX_NAMES)
        /* Translators: stands between the names of a list */
        g_string_append_printf (names, "%s%s", names->len > 0 ? _ (", ") : "", stave->label);
    }
  if (n > MAX_NAMES)
    g_string_append_printf (
        names, g_dngettext (GETTEXT_PACKAGE, " and %u more", " and %u more", n - MAX_NAMES),
        n - MAX_NAMES);

  return g_string_free (names, FALSE);
}

static char *
dup_caption (TagaChartBarrel *self, double lowest)
{
  g_autofree char *names = NULL;

  if (self->staves->len == 0)
    return g_strdup (_ ("Nothing to show yet."));
  if (isnan (lowest))
    return g_strdup (_ ("Nothing is answered yet."));

  names = dup_lowest_names (self, lowest);
  /* Translators: the names of the lowest staves of the barrel, and their height in percent */
  return g_strdup_printf (_ ("Lowest stave: %s (%.0f)"), names, lowest);
}

static char *
taga_chart_barrel_dup_summary (TagaChart *chart)
{
  TagaChartBarrel *self = TAGA_CHART_BARREL (chart);
  double lowest = find_lowest (self);
  g_autofree char *caption = dup_caption (self, lowest);
  GString *text = g_string_new (caption);

  for (guint i = 0; i < self->staves->len; i++)
    {
      const Stave *stave = get_stave (self, i);

      g_string_append (text, i == 0 ? "\n" : _ (", "));
      if (isnan (stave->value))
        g_string_append_printf (text, _ ("%s: not answered"), stave->label);
      else
        g_string_append_printf (text, _ ("%s: %.0f of 100"), stave->label, stave->value);
    }

  return g_string_free (text, FALSE);
}

static TagaChartTable *
taga_chart_barrel_dup_table (TagaChart *chart)
{
  TagaChartBarrel *self = TAGA_CHART_BARREL (chart);
  TagaChartTable *table = taga_chart_table_new ();

  taga_chart_table_add_column (table, _ ("Stave"));
  taga_chart_table_add_column (table, _ ("Of 100"));
  for (guint i = 0; i < self->staves->len; i++)
    {
      const Stave *stave = get_stave (self, i);

      taga_chart_table_add (table, stave->label);
      taga_chart_table_take (table, isnan (stave->value) ? g_strdup (_ ("Not answered"))
                                                         : g_strdup_printf ("%.0f", stave->value));
    }

  return table;
}

static void
draw_stave (const Barrel *barrel, const Stave *stave, guint i)
{
  const TagaPalette *palette = barrel->style->palette;
  gboolean is_known = !isnan (stave->value);
  gboolean is_lowest = is_known && stave->value == barrel->lowest;
  double line = barrel->style->text_size / 12;
  double gap = barrel->step * 0.04;
  double x = barrel->left + barrel->step * i + gap;
  double width = barrel->step - 2 * gap;
  double top = get_y (barrel, is_known ? stave->value : 100);
  cairo_t *cr = barrel->cr;

  cairo_rectangle (cr, x, top, width, barrel->bottom - top);
  if (is_known)
    {
      taga_palette_set (cr, is_lowest ? palette->lowest : palette->stave, 1);
      cairo_fill_preserve (cr);
    }
  taga_palette_set (cr, is_known ? palette->edge : palette->faint, 1);
  cairo_set_line_width (cr, is_lowest ? 2 * line : line);
  if (!is_known)
    {
      const double dashes[] = { 3 * line, 3 * line };

      cairo_set_dash (cr, dashes, 2, 0);
    }
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* The value over its stave; what is not answered says so in it, standing if there is no room. */
static void
draw_value (const Barrel *barrel, const Stave *stave, guint i)
{
  const TagaChartStyle *style = barrel->style;
  double x = barrel->left + barrel->step * (i + 0.5);
  gboolean is_known = !isnan (stave->value);
  g_autofree char *text =
      is_known ? g_strdup_printf ("%.0f", stave->value) : g_strdup (_ ("Not answered"));
  g_autoptr (PangoLayout) layout = taga_chart_text_new (barrel->cr, style, text, 0.9,
                                                        is_known && stave->value == barrel->lowest);
  double width, height;

  taga_chart_text_measure (layout, &width, &height);
  if (is_known)
    {
      taga_chart_text_draw (barrel->cr, layout, style->palette->text, x,
                            get_y (barrel, stave->value) - style->text_size * 0.1, 0.5, 1);
      return;
    }

  cairo_save (barrel->cr);
  cairo_translate (barrel->cr, x,
                   (barrel->top + get_y (barrel, isnan (barrel->lowest) ? 0 : barrel->lowest)) / 2);
  if (width > barrel->step * 0.9)
    {
      cairo_rotate (barrel->cr, -G_PI / 2);
      taga_chart_text_limit (layout, barrel->bottom - barrel->top, 1);
    }
  taga_chart_text_draw (barrel->cr, layout, style->palette->text, 0, 0, 0.5, 0.5);
  cairo_restore (barrel->cr);
}

/* What stands under a stave whose name is in the list. Letters, as names often have numbers. */
static char *
dup_mark (guint i)
{
  return i < 26 ? g_strdup_printf ("%c", 'A' + (int) i) : g_strdup_printf ("%u", i + 1);
}

static void
draw_label (const Barrel *barrel, const Stave *stave, guint i)
{
  const TagaChartStyle *style = barrel->style;
  guint columns = (guint) MAX (barrel->step / (style->text_size * 0.55), 1);
  g_autofree char *lines = taga_chart_text_break (stave->label, columns, LABEL_LINES);
  g_autofree char *number = dup_mark (i);
  g_autoptr (PangoLayout) layout =
      taga_chart_text_new (barrel->cr, style, barrel->is_listed ? number : lines, 0.9,
                           !isnan (barrel->lowest) && stave->value == barrel->lowest);

  taga_chart_text_limit (layout, barrel->step * 0.98, LABEL_LINES);
  taga_chart_text_draw (barrel->cr, layout, style->palette->text,
                        barrel->left + barrel->step * (i + 0.5),
                        barrel->bottom + style->text_size * 0.3, 0.5, 0);
}

/* Whether a name is too long to stand under its stave. */
static gboolean
needs_list (TagaChartBarrel *self, const Barrel *barrel)
{
  for (guint i = 0; i < self->staves->len; i++)
    {
      guint columns = (guint) MAX (barrel->step / (barrel->style->text_size * 0.55), 1);
      g_autofree char *lines =
          taga_chart_text_break (get_stave (self, i)->label, columns, LABEL_LINES);
      g_autoptr (PangoLayout) layout =
          taga_chart_text_new (barrel->cr, barrel->style, lines, 0.9, TRUE);
      double width;

      taga_chart_text_measure (layout, &width, NULL);
      if (width > barrel->step * 0.98)
        return TRUE;
    }

  return FALSE;
}

/* The names with the numbers of their staves, in two columns from a height on. */
static void
draw_list (TagaChartBarrel *self, const Barrel *barrel, double y)
{
  double size = barrel->style->text_size;
  double column = (barrel->right - barrel->left) / 2;
  guint n_rows = (self->staves->len + 1) / 2;

  for (guint i = 0; i < self->staves->len; i++)
    {
      const Stave *stave = get_stave (self, i);
      g_autofree char *mark = dup_mark (i);
      g_autofree char *text = g_strdup_printf ("%s  %s", mark, stave->label);
      g_autoptr (PangoLayout) layout =
          taga_chart_text_new (barrel->cr, barrel->style, text, 0.9,
                               !isnan (barrel->lowest) && stave->value == barrel->lowest);

      taga_chart_text_limit (layout, column - size * 0.5, 1);
      taga_chart_text_draw (barrel->cr, layout, barrel->style->palette->text,
                            barrel->left + (i < n_rows ? 0 : column), y + (i % n_rows) * size * 1.5,
                            0, 0);
    }
}

/* A hoop goes around those staves that reach it. */
static void
draw_hoop (TagaChartBarrel *self, const Barrel *barrel, double share)
{
  double height = (barrel->bottom - barrel->top) * HOOP_HEIGHT;
  double y = get_y (barrel, 100 * share) - height / 2;
  double out = barrel->style->text_size * 0.3;
  guint last = self->staves->len - 1;

  for (guint i = 0; i <= last; i++)
    {
      double value = get_stave (self, i)->value;
      double x = barrel->left + barrel->step * i;

      if (!isnan (value) && get_y (barrel, value) <= y)
        cairo_rectangle (barrel->cr, x - (i == 0 ? out : 0), y,
                         barrel->step + (i == 0 ? out : 0) + (i == last ? out : 0), height);
    }

  taga_palette_set (barrel->cr, barrel->style->palette->hoop, 1);
  cairo_fill (barrel->cr);
}

/* The water stands as high as the lowest stave; what a hollow stave would hold is not known. */
static void
draw_water (TagaChartBarrel *self, const Barrel *barrel)
{
  const TagaPalette *palette = barrel->style->palette;
  double y = get_y (barrel, barrel->lowest);
  double out = barrel->style->text_size * 0.5;

  for (guint i = 0; i < self->staves->len; i++)
    if (!isnan (get_stave (self, i)->value))
      cairo_rectangle (barrel->cr, barrel->left + barrel->step * i, y, barrel->step,
                       barrel->bottom - y);
  taga_palette_set (barrel->cr, palette->water, palette->depth);
  cairo_fill (barrel->cr);

  taga_palette_set (barrel->cr, palette->accent, 1);
  cairo_set_line_width (barrel->cr, barrel->style->text_size / 6);
  cairo_move_to (barrel->cr, barrel->left - out, y);
  cairo_line_to (barrel->cr, barrel->right + out, y);
  cairo_stroke (barrel->cr);
}

/* The line that a full stave would reach: without it nobody knows how low a low one is. */
static void
draw_full (const Barrel *barrel)
{
  g_autoptr (PangoLayout) layout =
      taga_chart_text_new (barrel->cr, barrel->style, "100", 0.8, FALSE);

  taga_palette_set (barrel->cr, barrel->style->palette->grid, 1);
  cairo_set_line_width (barrel->cr, barrel->style->text_size / 12);
  cairo_move_to (barrel->cr, barrel->left, barrel->top);
  cairo_line_to (barrel->cr, barrel->right, barrel->top);
  cairo_stroke (barrel->cr);
  taga_chart_text_draw (barrel->cr, layout, barrel->style->palette->faint,
                        barrel->left - barrel->style->text_size * 0.3, barrel->top, 1, 0.5);
}

/* Settles where things are; the names under the staves take what they need of the height. */
static void
lay_out (TagaChartBarrel *self, Barrel *barrel, double width, double height)
{
  double size = barrel->style->text_size;
  guint n = self->staves->len;
  double below;

  barrel->left = size * 2.2;
  barrel->right = width - size;
  barrel->step = (barrel->right - barrel->left) / n;
  /* Few staves do not become walls. */
  if (barrel->step > size * 7)
    {
      barrel->step = size * 7;
      barrel->left = (width - barrel->step * n) / 2;
      barrel->right = width - barrel->left;
    }
  barrel->is_listed = needs_list (self, barrel);
  below = barrel->is_listed ? size * (2 + (n + 1) / 2 * 1.5) : size * (0.5 + LABEL_LINES * 1.4);

  barrel->top = size * 3.4;
  barrel->bottom = MAX (height - below, barrel->top + size);
}

static void
taga_chart_barrel_draw (TagaChart *chart,
                        const TagaChartStyle *style,
                        cairo_t *cr,
                        double width,
                        double height)
{
  TagaChartBarrel *self = TAGA_CHART_BARREL (chart);
  Barrel barrel = { .style = style, .cr = cr, .lowest = find_lowest (self) };
  g_autofree char *caption = dup_caption (self, barrel.lowest);
  g_autoptr (PangoLayout) heading = taga_chart_text_new (cr, style, caption, 1, TRUE);

  taga_chart_text_limit (heading, width, 1);
  taga_chart_text_draw (cr, heading, style->palette->text, width / 2, 0, 0.5, 0);
  if (self->staves->len == 0)
    return;

  lay_out (self, &barrel, width, height);
  draw_full (&barrel);
  for (guint i = 0; i < self->staves->len; i++)
    draw_stave (&barrel, get_stave (self, i), i);
  if (!isnan (barrel.lowest))
    draw_water (self, &barrel);
  draw_hoop (self, &barrel, LOWER_HOOP);
  draw_hoop (self, &barrel, UPPER_HOOP);

  for (guint i = 0; i < self->staves->len; i++)
    {
      draw_value (&barrel, get_stave (self, i), i);
      draw_label (&barrel, get_stave (self, i), i);
    }
  if (barrel.is_listed)
    draw_list (self, &barrel, barrel.bottom + style->text_size * 2);
}

static void
clear_stave (gpointer data)
{
  g_free (((Stave *) data)->label);
}

static void
taga_chart_barrel_finalize (GObject *object)
{
  TagaChartBarrel *self = TAGA_CHART_BARREL (object);

  g_clear_pointer (&self->staves, g_array_unref);

  G_OBJECT_CLASS (taga_chart_barrel_parent_class)->finalize (object);
}

static void
taga_chart_barrel_class_init (TagaChartBarrelClass *klass)
{
  TagaChartClass *chart_class = TAGA_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = taga_chart_barrel_finalize;
  chart_class->draw = taga_chart_barrel_draw;
  chart_class->dup_summary = taga_chart_barrel_dup_summary;
  chart_class->dup_table = taga_chart_barrel_dup_table;
  chart_class->min_width = 18;
  chart_class->min_height = 14;
}

static void
taga_chart_barrel_init (TagaChartBarrel *self)
{
  self->staves = g_array_new (FALSE, FALSE, sizeof (Stave));
  g_array_set_clear_func (self->staves, clear_stave);
}

/**
 * taga_chart_barrel_new:
 *
 * Makes a barrel without staves.
 *
 * Returns: (transfer full): the chart
 */
TagaChart *
taga_chart_barrel_new (void)
{
  return g_object_new (TAGA_TYPE_CHART_BARREL, NULL);
}

/**
 * taga_chart_barrel_add:
 * @self: a barrel
 * @label: what the stave stands for
 * @value: how high it is, in percent; beyond 0 and 100 it is drawn at that end. What is no number
 *   is not known
 *
 * Adds a stave at the right.
 */
void
taga_chart_barrel_add (TagaChartBarrel *self, const char *label, double value)
{
  Stave stave = { .value = isfinite (value) ? value : NAN };

  g_return_if_fail (TAGA_IS_CHART_BARREL (self));
  g_return_if_fail (label != NULL);

  stave.label = g_utf8_make_valid (label, -1);
  g_array_append_val (self->staves, stave);
}
