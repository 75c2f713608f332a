#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_MATRIX_SIZE 3

/**
 * TagaRiskMatrix:
 * @lowest: the importance of the first row
 * @n: how many assets in use there are by importance, from the lowest, and by likelihood, from 1
 * @n_unknown: how many have no risk value, as something that it follows from is not known
 * @n_assets: how many are in use at all
 * @line: the smallest risk value that has to be treated
 * @n_above: how many have that value or a larger one
 * @n_untreated: how many of those have no treatment yet
 * @n_still_above: how many have a residual risk of that value or a larger one
 *
 * The register by importance and likelihood (guideline v3.1, table 12), and where the line of
 * acceptance cuts it.
 */
typedef struct
{
  int lowest;
  guint n[TAGA_MATRIX_SIZE][TAGA_MATRIX_SIZE];
  guint n_unknown;
  guint n_assets;
  int line;
  guint n_above;
  guint n_untreated;
  guint n_still_above;
} TagaRiskMatrix;

gboolean taga_risk_matrix_load (TagaStore *store, TagaRiskMatrix *matrix, GError **error);
gboolean taga_risk_matrix_load_round (TagaStore *store,
                                      gint64 round,
                                      TagaRiskMatrix *matrix,
                                      GError **error);
int taga_risk_line (TagaStore *store);

G_END_DECLS
