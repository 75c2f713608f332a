#include "taga-chart-bands.h"

#include <glib/gi18n-lib.h>

#include "taga-chart-text.h"

/* How high the bar of a round is, and how far it is to the next, as multiples of the text size. */
#define BAR_HEIGHT 1.7
#define MAX_STEP 4.2

/* How much of the width the names of the rounds may take. */
#define NAME_SHARE 0.3

/* The line of what moved needs as much. */
#define MOVES_HEIGHT 3.2

typedef struct
{
  char *name; /* (owned) */
  guint counts[TAGA_MAX_BANDS];
} Bar;

/**
 * TagaChartBands:
 *
 * How many assets are in each band, one bar for each round, the large risks first. All bars are
 * equally long, as what matters is which share is large; each says its numbers.
 */
struct _TagaChartBands
{
  TagaChart parent_instance;

  char *bands[TAGA_MAX_BANDS]; /* (owned) */
  GArray *bars;                /* (owned) (element-type Bar) */
  char *moves;                 /* (owned) (nullable): from which band to which, in words */
};

G_DEFINE_FINAL_TYPE (TagaChartBands, taga_chart_bands, TAGA_TYPE_CHART)

static const Bar *
get_bar (TagaChartBands *self, guint i)
{
  return &g_array_index (self->bars, Bar, i);
}

static guint64
sum (const Bar *bar)
{
  guint64 total = 0;

  for (guint i = 0; i < TAGA_MAX_BANDS; i++)
    total += bar->counts[i];

  return total;
}

/* The numbers of a bar in words, for below it and for those who do not see it. */
static char *
dup_numbers (TagaChartBands *self, const Bar *bar)
{
  GString *text = g_string_new (NULL);

  for (int band = TAGA_BAND_LARGE; band >= TAGA_BAND_UNKNOWN; band--)
    if (band != TAGA_BAND_UNKNOWN || bar->counts[band] > 0)
      g_string_append_printf (text, "%s%s %u", text->len > 0 ? _ (", ") : "", self->bands[band],
                              bar->counts[band]);

  return g_string_free (text, FALSE);
}

static char *
taga_chart_bands_dup_summary (TagaChart *chart)
{
  TagaChartBands *self = TAGA_CHART_BANDS (chart);
  GString *text = g_string_new (self->bars->len == 0 ? _ ("Nothing to show yet.") : NULL);

  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = get_bar (self, i);
      g_autofree char *numbers = dup_numbers (self, bar);

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "\n" : "", bar->name, numbers);
    }
  if (self->moves != NULL)
    g_string_append_printf (text, "\n%s", self->moves);

  return g_string_free (text, FALSE);
}

static TagaChartTable *
taga_chart_bands_dup_table (TagaChart *chart)
{
  TagaChartBands *self = TAGA_CHART_BANDS (chart);
  TagaChartTable *table = taga_chart_table_new ();

  taga_chart_table_add_column (table, _ ("Round"));
  for (int band = TAGA_BAND_LARGE; band >= TAGA_BAND_UNKNOWN; band--)
    taga_chart_table_add_column (table, self->bands[band]);
  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = get_bar (self, i);

      taga_chart_table_add (table, bar->name);
      for (int band = TAGA_BAND_LARGE; band >= TAGA_BAND_UNKNOWN; band--)
        taga_chart_table_take (table, g_strdup_printf ("%u", bar->counts[band]));
    }

  return table;
}

static void
fill_segment (const TagaChartStyle *style, cairo_t *cr, TagaBand band, const TagaChartBox *box)
{
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  taga_palette_set (cr, style->palette->bands[band], 1);
  cairo_fill_preserve (cr);
  if (style->palette->is_edged)
    {
      taga_palette_set (cr, style->palette->grid, 1);
      cairo_set_line_width (cr, style->text_size / 12);
      cairo_stroke (cr);
    }
  cairo_new_path (cr);
}

/* Draws the bar; returns whether every segment had room for its word and number. */
static gboolean
draw_segments (TagaChartBands *self,
               const TagaChartStyle *style,
               cairo_t *cr,
               const Bar *bar,
               TagaChartBox box)
{
  double total = (double) sum (bar);
  double whole = box.width;
  gboolean has_room = TRUE;

  for (int band = TAGA_BAND_LARGE; band >= TAGA_BAND_UNKNOWN; band--)
    {
      g_autofree char *text = g_strdup_printf ("%s %u", self->bands[band], bar->counts[band]);
      g_autoptr (PangoLayout) layout = taga_chart_text_new (cr, style, text, 0.9, TRUE);
      double width;

      if (bar->counts[band] == 0)
        continue;
      box.width = whole * bar->counts[band] / total;
      fill_segment (style, cr, (TagaBand) band, &box);

      taga_chart_text_measure (layout, &width, NULL);
      if (width + style->text_size * 0.4 <= box.width)
        taga_chart_text_draw (cr, layout, style->palette->band_texts[band],
                              box.x + style->text_size * 0.3, box.y + box.height / 2, 0, 0.5);
      else
        has_room = FALSE;
      box.x += box.width;
    }

  return has_room;
}

static void
draw_bar (TagaChartBands *self,
          const TagaChartStyle *style,
          cairo_t *cr,
          const Bar *bar,
          const TagaChartBox *box)
{
  if (sum (bar) == 0)
    {
      cairo_rectangle (cr, box->x, box->y, box->width, box->height);
      taga_palette_set (cr, style->palette->grid, 1);
      cairo_set_line_width (cr, style->text_size / 12);
      cairo_stroke (cr);
      taga_chart_text_show (cr, style, _ ("No assets"), box->x + style->text_size * 0.3,
                            box->y + box->height / 2, 0, 0.5);
    }
  else if (!draw_segments (self, style, cr, bar, *box))
    {
      g_autofree char *numbers = dup_numbers (self, bar);
      g_autoptr (PangoLayout) layout = taga_chart_text_new (cr, style, numbers, 0.9, FALSE);

      taga_chart_text_limit (layout, box->width, 1);
      taga_chart_text_draw (cr, layout, style->palette->text, box->x,
                            box->y + box->height + style->text_size * 0.1, 0, 0);
    }
}

static double
measure_names (TagaChartBands *self, const TagaChartStyle *style, cairo_t *cr, double most)
{
  double widest = 0;

  for (guint i = 0; i < self->bars->len; i++)
    {
      g_autoptr (PangoLayout) layout =
          taga_chart_text_new (cr, style, get_bar (self, i)->name, 1, FALSE);
      double width;

      taga_chart_text_measure (layout, &width, NULL);
      widest = MAX (widest, width);
    }

  return MIN (widest, most);
}

static void
taga_chart_bands_draw (TagaChart *chart,
                       const TagaChartStyle *style,
                       cairo_t *cr,
                       double width,
                       double height)
{
  TagaChartBands *self = TAGA_CHART_BANDS (chart);
  double size = style->text_size;
  double names = measure_names (self, style, cr, width * NAME_SHARE);
  double below = self->moves == NULL ? 0 : size * MOVES_HEIGHT;
  double step = MIN (MAX (height - below, 1) / MAX (self->bars->len, 1), size * MAX_STEP);

  if (self->bars->len == 0)
    taga_chart_text_show (cr, style, _ ("Nothing to show yet."), width / 2, height / 2, 0.5, 0.5);

  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = get_bar (self, i);
      TagaChartBox box = { names + size * 0.7, step * i + size * 0.2,
                           MAX (width - names - size * 1.2, 1),
                           MIN (size * BAR_HEIGHT, step * 0.6) };
      g_autoptr (PangoLayout) layout = taga_chart_text_new (cr, style, bar->name, 1, FALSE);

      taga_chart_text_limit (layout, names, 2);
      taga_chart_text_draw (cr, layout, style->palette->text, 0, box.y + box.height / 2, 0, 0.5);
      draw_bar (self, style, cr, bar, &box);
    }
  if (self->moves != NULL)
    {
      g_autoptr (PangoLayout) layout = taga_chart_text_new (cr, style, self->moves, 0.9, FALSE);

      taga_chart_text_limit (layout, width - size, 2);
      taga_chart_text_draw (cr, layout, style->palette->text, 0,
                            step * self->bars->len + size * 0.2, 0, 0);
    }
}

static void
clear_bar (gpointer data)
{
  g_free (((Bar *) data)->name);
}

/* Each bar has its numbers below it. */
static double
taga_chart_bands_get_min_height (TagaChart *chart)
{
  TagaChartBands *self = TAGA_CHART_BANDS (chart);

  return MAX_STEP * MAX (self->bars->len, 1) + (self->moves == NULL ? 0 : MOVES_HEIGHT);
}

static void
taga_chart_bands_finalize (GObject *object)
{
  TagaChartBands *self = TAGA_CHART_BANDS (object);

  g_clear_pointer (&self->bars, g_array_unref);
  g_clear_pointer (&self->moves, g_free);
  for (guint i = 0; i < TAGA_MAX_BANDS; i++)
    g_free (self->bands[i]);

  G_OBJECT_CLASS (taga_chart_bands_parent_class)->finalize (object);
}

static void
taga_chart_bands_class_init (TagaChartBandsClass *klass)
{
  TagaChartClass *chart_class = TAGA_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = taga_chart_bands_finalize;
  chart_class->draw = taga_chart_bands_draw;
  chart_class->dup_summary = taga_chart_bands_dup_summary;
  chart_class->dup_table = taga_chart_bands_dup_table;
  chart_class->min_width = 20;
  chart_class->get_min_height = taga_chart_bands_get_min_height;
  chart_class->is_as_high = TRUE;
}

static void
taga_chart_bands_init (TagaChartBands *self)
{
  self->bars = g_array_new (FALSE, FALSE, sizeof (Bar));
  g_array_set_clear_func (self->bars, clear_bar);
}

/**
 * taga_chart_bands_new:
 * @band_names: words of the bands, by [enum@Band]
 *
 * Makes a chart without rounds.
 *
 * Returns: (transfer full): the chart
 */
TagaChart *
taga_chart_bands_new (const char *const *band_names)
{
  TagaChartBands *self = g_object_new (TAGA_TYPE_CHART_BANDS, NULL);

  for (guint i = 0; i < TAGA_MAX_BANDS; i++)
    self->bands[i] = g_strdup (band_names[i]);

  return TAGA_CHART (self);
}

/**
 * taga_chart_bands_add:
 * @self: a chart
 * @name: name of the round
 * @counts: (array fixed-size=4): how many assets are in each band, by [enum@Band]
 *
 * Adds the bar of a round below the others.
 */
void
taga_chart_bands_add (TagaChartBands *self, const char *name, const guint *counts)
{
  Bar bar = { NULL };

  g_return_if_fail (TAGA_IS_CHART_BANDS (self));
  g_return_if_fail (name != NULL && counts != NULL);

  bar.name = g_utf8_make_valid (name, -1);
  for (guint i = 0; i < TAGA_MAX_BANDS; i++)
    bar.counts[i] = counts[i];
  g_array_append_val (self->bars, bar);
}

/**
 * taga_chart_bands_set_moves:
 * @self: a chart of two rounds
 * @moves: how many assets went from the band of the first index to that of the second, by
 *   [enum@Band]
 *
 * Sets what became of the assets that both rounds have. It stands below the bars in words, the
 * worst first: bars of the same length say nothing of what moved between them.
 */
void
taga_chart_bands_set_moves (TagaChartBands *self, const guint (*moves)[TAGA_MAX_BANDS])
{
  GString *text = g_string_new (NULL);

  g_return_if_fail (TAGA_IS_CHART_BANDS (self));

  for (int from = TAGA_BAND_LARGE; from >= TAGA_BAND_UNKNOWN; from--)
    for (int to = TAGA_BAND_LARGE; to >= TAGA_BAND_UNKNOWN; to--)
      if (from != to && moves[from][to] > 0)
        g_string_append_printf (text, "%s%s → %s %u", text->len > 0 ? _ (", ") : "",
                                self->bands[from], self->bands[to], moves[from][to]);

  g_free (self->moves);
  /* Translators: %s is a list such as “Large → Medium 8, Medium → Small 3” */
  self->moves = text->len == 0 ? g_strdup (_ ("No asset went to another band."))
                               : g_strdup_printf (_ ("Moved: %s"), text->str);
  g_string_free (text, TRUE);
}
