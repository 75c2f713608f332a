#pragma once

#include "taga-chart-matrix.h"

G_BEGIN_DECLS

/* Levels of importance that there may be, and of likelihood that there are. */
#define TAGA_MATRIX_MAX_LEVELS 10
#define TAGA_MATRIX_N_LIKELIHOODS 3

/* Room for the words beside the cells, and between them, as multiples of the text size. */
#define TAGA_MATRIX_LEFT 3.2
#define TAGA_MATRIX_BELOW 3.4
#define TAGA_MATRIX_GAP 0.4

/**
 * TagaChartMatrix:
 *
 * The matrix of importance and likelihood: how many assets are in each cell, with the word of its
 * band, its risk value, and only then its colour. Its parts are the cells, from the top left, which
 * is the highest importance with the lowest likelihood.
 */
struct _TagaChartMatrix
{
  TagaChart parent_instance;

  TagaScale scale;
  char *bands[TAGA_MAX_BANDS]; /* (owned) */
  int acceptance;
  guint n_levels;
  guint counts[TAGA_MATRIX_MAX_LEVELS * TAGA_MATRIX_N_LIKELIHOODS]; /* by part */
  guint n_unknown;
  int selected;
};

int taga_chart_matrix_get_risk (TagaChartMatrix *self, guint part);
TagaBand taga_chart_matrix_get_band (TagaChartMatrix *self, guint part);
char *taga_chart_matrix_dup_count (guint count);
void taga_chart_matrix_draw (TagaChart *chart,
                             const TagaChartStyle *style,
                             cairo_t *cr,
                             double width,
                             double height);

G_END_DECLS
