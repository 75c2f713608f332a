#pragma once

#include <glib-object.h>

#include "taga-chart-table.h"
#include "taga-palette.h"

G_BEGIN_DECLS

/**
 * TagaChartStyle:
 * @palette: the colours
 * @text_size: height of the text, in units of the context that is drawn on
 *
 * How a chart is drawn, as far as that does not follow from its data and its size.
 */
typedef struct
{
  const TagaPalette *palette;
  double text_size;
} TagaChartStyle;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} TagaChartBox;

#define TAGA_TYPE_CHART (taga_chart_get_type ())
G_DECLARE_DERIVABLE_TYPE (TagaChart, taga_chart, TAGA, CHART, GObject)

/**
 * TagaChartClass:
 * @min_width: the least width that it can be read at, as a multiple of the text size
 * @min_height: the same of its height
 * @get_min_height: (nullable): the same where it follows from what the chart shows
 * @get_min_width: (nullable): the least width where it follows from what the chart shows
 * @is_as_high: whether it takes just that height, as lists do, and gains nothing by more
 * @draw: draws it into the box from 0, 0 to the size
 * @dup_summary: says in words what it shows
 * @dup_table: gives the same as a table
 * @get_n_parts: how many parts of it can be chosen
 * @get_part: (nullable): where a part lies
 * @find_part: (nullable): the part at a point, where parts are no boxes; −1 for none
 * @move: (nullable): the part that lies to one side of another, or the part itself
 * @dup_part_text: (nullable): says in words what a part shows
 */
struct _TagaChartClass
{
  GObjectClass parent_class;

  double min_width;
  double min_height;
  double (*get_min_height) (TagaChart *self);
  double (*get_min_width) (TagaChart *self);
  gboolean is_as_high;

  void (*draw) (TagaChart *self,
                const TagaChartStyle *style,
                cairo_t *cr,
                double width,
                double height);
  char *(*dup_summary) (TagaChart *self);
  TagaChartTable *(*dup_table) (TagaChart *self);

  guint (*get_n_parts) (TagaChart *self);
  void (*get_part) (TagaChart *self,
                    const TagaChartStyle *style,
                    double width,
                    double height,
                    guint part,
                    TagaChartBox *box);
  int (*find_part) (TagaChart *self,
                    const TagaChartStyle *style,
                    double width,
                    double height,
                    double x,
                    double y);
  guint (*move) (TagaChart *self, guint part, int right, int down);
  char *(*dup_part_text) (TagaChart *self, guint part);
};

const char *taga_chart_get_title (TagaChart *self);
void taga_chart_set_title (TagaChart *self, const char *title);

void taga_chart_get_min_size (TagaChart *self, double text_size, double *width, double *height);
gboolean taga_chart_has_fixed_height (TagaChart *self);
void taga_chart_draw (TagaChart *self,
                      const TagaChartStyle *style,
                      cairo_t *cr,
                      double width,
                      double height);
char *taga_chart_dup_summary (TagaChart *self);
TagaChartTable *taga_chart_dup_table (TagaChart *self);

guint taga_chart_get_n_parts (TagaChart *self);
void taga_chart_get_part (TagaChart *self,
                          const TagaChartStyle *style,
                          double width,
                          double height,
                          guint part,
                          TagaChartBox *box);
int taga_chart_find_part (TagaChart *self,
                          const TagaChartStyle *style,
                          double width,
                          double height,
                          double x,
                          double y);
guint taga_chart_move (TagaChart *self, guint part, int right, int down);
char *taga_chart_dup_part_text (TagaChart *self, guint part);

G_END_DECLS
