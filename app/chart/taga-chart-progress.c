#include "taga-chart-progress-private.h"

#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "taga-date.h"

G_DEFINE_FINAL_TYPE (TagaChartProgress, taga_chart_progress, TAGA_TYPE_CHART)

const TagaProgressMeasure *
taga_chart_progress_get (TagaChartProgress *self, guint i)
{
  return &g_array_index (self->measures, TagaProgressMeasure, i);
}

static guint32
read_day (const char *text)
{
  guint year, month, day;
  GDate date;

  if (text == NULL || sscanf (text, "%4u-%2u-%2u", &year, &month, &day) != 3
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return 0;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

static char *
format_day (guint32 day)
{
  GDate date;
  g_autofree char *iso = NULL;

  if (day == 0)
    return g_strdup ("–");

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  iso = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                         g_date_get_day (&date));
  return taga_date_format (iso, FALSE);
}

/* Whether its planned end is over and it is not finished. */
gboolean
taga_chart_progress_is_late (TagaChartProgress *self, const TagaProgressMeasure *measure)
{
  guint32 end = measure->days[TAGA_PROGRESS_PLANNED_END];

  return !measure->is_done && end != 0 && end < self->today;
}

/* How a measure stands, in words. */
char *
taga_chart_progress_dup_state (TagaChartProgress *self, const TagaProgressMeasure *measure)
{
  guint32 planned = measure->days[TAGA_PROGRESS_PLANNED_END];
  guint32 end = measure->days[TAGA_PROGRESS_ACTUAL_END];
  guint late;

  if (measure->is_done)
    {
      if (planned == 0 || end <= planned)
        return g_strdup (C_ ("measure", "Finished"));
      late = end - planned;
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "Finished %u day late", "Finished %u days late", late),
          late);
    }
  if (taga_chart_progress_is_late (self, measure))
    {
      late = self->today - planned;
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u day late", "%u days late", late),
                              late);
    }

  return g_strdup (measure->days[TAGA_PROGRESS_ACTUAL_START] != 0 ? C_ ("measure", "Under way")
                                                                  : C_ ("measure", "Not begun"));
}

static char *
taga_chart_progress_dup_part_text (TagaChart *chart, guint part)
{
  TagaChartProgress *self = TAGA_CHART_PROGRESS (chart);
  const TagaProgressMeasure *measure = taga_chart_progress_get (self, part);
  g_autofree char *state = taga_chart_progress_dup_state (self, measure);
  g_autofree char *planned_start = format_day (measure->days[TAGA_PROGRESS_PLANNED_START]);
  g_autofree char *planned_end = format_day (measure->days[TAGA_PROGRESS_PLANNED_END]);
  g_autofree char *start = format_day (measure->days[TAGA_PROGRESS_ACTUAL_START]);
  g_autofree char *end = format_day (measure->days[TAGA_PROGRESS_ACTUAL_END]);

  /* Translators: a measure; how it stands; planned start and end; actual start and end */
  return g_strdup_printf (_ ("%s: %s. Planned %s to %s, actual %s to %s"), measure->name, state,
                          planned_start, planned_end, start, end);
}

static char *
taga_chart_progress_dup_summary (TagaChart *chart)
{
  TagaChartProgress *self = TAGA_CHART_PROGRESS (chart);
  GString *text = g_string_new (self->measures->len == 0 ? _ ("Nothing to show yet.") : NULL);

  for (guint i = 0; i < self->measures->len; i++)
    {
      g_autofree char *line = taga_chart_progress_dup_part_text (chart, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }

  return g_string_free (text, FALSE);
}

static TagaChartTable *
taga_chart_progress_dup_table (TagaChart *chart)
{
  TagaChartProgress *self = TAGA_CHART_PROGRESS (chart);
  TagaChartTable *table = taga_chart_table_new ();

  taga_chart_table_add_column (table, _ ("Measure"));
  taga_chart_table_add_column (table, _ ("Planned start"));
  taga_chart_table_add_column (table, _ ("Planned end"));
  taga_chart_table_add_column (table, _ ("Actual start"));
  taga_chart_table_add_column (table, _ ("Actual end"));
  taga_chart_table_add_column (table, _ ("How it stands"));
  for (guint i = 0; i < self->measures->len; i++)
    {
      const TagaProgressMeasure *measure = taga_chart_progress_get (self, i);

      taga_chart_table_add (table, measure->name);
      for (guint day = 0; day < TAGA_PROGRESS_N_DAYS; day++)
        taga_chart_table_take (table, format_day (measure->days[day]));
      taga_chart_table_take (table, taga_chart_progress_dup_state (self, measure));
    }

  return table;
}

static guint
taga_chart_progress_get_n_parts (TagaChart *chart)
{
  return TAGA_CHART_PROGRESS (chart)->measures->len;
}

static void
taga_chart_progress_get_part (TagaChart *chart,
                              const TagaChartStyle *style,
                              double width,
                              double height,
                              guint part,
                              TagaChartBox *box)
{
  *box = (TagaChartBox){ 0, style->text_size * (TAGA_PROGRESS_ABOVE + TAGA_PROGRESS_ROW * part),
                         width, style->text_size * TAGA_PROGRESS_ROW };
}

static guint
taga_chart_progress_move (TagaChart *chart, guint part, int right, int down)
{
  int at = (int) part + down;

  return (guint) CLAMP (at, 0, (int) TAGA_CHART_PROGRESS (chart)->measures->len - 1);
}

static double
taga_chart_progress_get_min_height (TagaChart *chart)
{
  guint n = TAGA_CHART_PROGRESS (chart)->measures->len;

  return TAGA_PROGRESS_ABOVE + TAGA_PROGRESS_ROW * MAX (n, 1) + TAGA_PROGRESS_BELOW;
}

static void
clear_measure (gpointer data)
{
  g_free (((TagaProgressMeasure *) data)->name);
}

static void
taga_chart_progress_finalize (GObject *object)
{
  g_clear_pointer (&TAGA_CHART_PROGRESS (object)->measures, g_array_unref);

  G_OBJECT_CLASS (taga_chart_progress_parent_class)->finalize (object);
}

static void
taga_chart_progress_class_init (TagaChartProgressClass *klass)
{
  TagaChartClass *chart_class = TAGA_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = taga_chart_progress_finalize;
  chart_class->draw = taga_chart_progress_draw;
  chart_class->dup_summary = taga_chart_progress_dup_summary;
  chart_class->dup_table = taga_chart_progress_dup_table;
  chart_class->get_n_parts = taga_chart_progress_get_n_parts;
  chart_class->get_part = taga_chart_progress_get_part;
  chart_class->move = taga_chart_progress_move;
  chart_class->dup_part_text = taga_chart_progress_dup_part_text;
  chart_class->min_width = 36;
  chart_class->get_min_height = taga_chart_progress_get_min_height;
  chart_class->is_as_high = TRUE;
}

static void
taga_chart_progress_init (TagaChartProgress *self)
{
  self->measures = g_array_new (FALSE, TRUE, sizeof (TagaProgressMeasure));
  g_array_set_clear_func (self->measures, clear_measure);
}

/**
 * taga_chart_progress_new:
 * @today: the day, ISO 8601
 *
 * Makes a chart without measures.
 *
 * Returns: (transfer full): the chart
 */
TagaChart *
taga_chart_progress_new (const char *today)
{
  TagaChartProgress *self = g_object_new (TAGA_TYPE_CHART_PROGRESS, NULL);

  self->today = read_day (today);
  return TAGA_CHART (self);
}

/**
 * taga_chart_progress_add:
 * @self: a chart
 * @row: a measure
 *
 * Adds a measure below the others.
 */
void
taga_chart_progress_add (TagaChartProgress *self, const TagaProgressRow *row)
{
  TagaProgressMeasure measure = { .is_done = row->is_done };

  g_return_if_fail (TAGA_IS_CHART_PROGRESS (self));

  measure.name = g_utf8_make_valid (row->name == NULL ? "" : row->name, -1);
  measure.days[TAGA_PROGRESS_PLANNED_START] = read_day (row->planned_start);
  measure.days[TAGA_PROGRESS_PLANNED_END] = read_day (row->planned_end);
  measure.days[TAGA_PROGRESS_ACTUAL_START] = read_day (row->actual_start);
  measure.days[TAGA_PROGRESS_ACTUAL_END] = read_day (row->actual_end);
  g_array_append_val (self->measures, measure);
}

/**
 * taga_chart_progress_set_more:
 * @self: a chart
 * @n: how many
 *
 * Sets how many measures there are that the chart does not show; it says so.
 */
void
taga_chart_progress_set_more (TagaChartProgress *self, guint n)
{
  g_return_if_fail (TAGA_IS_CHART_PROGRESS (self));

  self->n_more = n;
}
