#include "taga-risk-matrix.h"

#include "taga-asset.h"
#include "taga-company.h"
#include "taga-round-assets.h"
#include "taga-store-private.h"

/* The register in figures: how many assets have which importance and likelihood. */

enum
{
  COLUMN_MEDIUM,
  COLUMN_IMPORTANCE,
  COLUMN_THREAT,
  COLUMN_VULNERABILITY,
  COLUMN_TREATMENT,
  COLUMN_RESIDUAL,
};

/* Counting here is several times as fast as SQLite's sorting of all assets into groups. */
static char *
create_sql (void)
{
  TagaRecordClass *klass = taga_record_class_peek (TAGA_TYPE_ASSET);

  return g_strdup_printf ("SELECT medium, %s, threat_override, vulnerability_override, treatment, "
                          "residual_override FROM asset WHERE retired_on IS NULL",
                          klass->fields[TAGA_ASSET_IMPORTANCE].sql);
}

static int
get_level (sqlite3_stmt *stmt, int column)
{
  return sqlite3_column_type (stmt, column) == SQLITE_NULL ? TAGA_UNKNOWN
                                                           : sqlite3_column_int (stmt, column);
}

static int
choose_level (int override, const int *of_media, int medium)
{
  if (override != TAGA_UNKNOWN)
    return override;

  return medium < 0 ? TAGA_UNKNOWN : of_media[medium];
}

static void
count_cell (TagaRiskMatrix *self, int importance, int likelihood, TagaTreatment treatment)
{
  int row = importance - self->lowest;

  self->n_assets++;
  if (importance == TAGA_UNKNOWN || row < 0 || row >= TAGA_MATRIX_SIZE || likelihood < 1
      || likelihood > TAGA_MATRIX_SIZE)
    {
      self->n_unknown++;
      return;
    }

  self->n[row][likelihood - 1]++;
  if (taga_risk_value (importance, likelihood) < self->line)
    return;

  self->n_above++;
  if (treatment == TAGA_TREATMENT_NONE)
    self->n_untreated++;
}

static void
count_asset (TagaRiskMatrix *self, const TagaAssessment *assessment, sqlite3_stmt *stmt)
{
  int medium = taga_assessment_find_medium (
      assessment, (const char *) sqlite3_column_text (stmt, COLUMN_MEDIUM));
  TagaTreatment treatment =
      taga_treatment_from_key ((const char *) sqlite3_column_text (stmt, COLUMN_TREATMENT));
  int importance = get_level (stmt, COLUMN_IMPORTANCE);
  int threat = choose_level (get_level (stmt, COLUMN_THREAT), assessment->threat, medium);
  int by_hand = get_level (stmt, COLUMN_VULNERABILITY);
  int likelihood = taga_risk_likelihood (assessment->scale, threat,
                                         choose_level (by_hand, assessment->vulnerability, medium));

  if (taga_risk_residual (assessment, treatment, get_level (stmt, COLUMN_RESIDUAL), importance,
                          threat, medium, by_hand)
      >= self->line)
    self->n_still_above++;
  count_cell (self, importance, likelihood, treatment);
}

/**
 * taga_risk_matrix_load:
 * @store: a store
 * @matrix: (out caller-allocates): the figures
 * @error: return location for an error
 *
 * Counts the assets in use by importance and likelihood, as the round in use has them.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_risk_matrix_load (TagaStore *store, TagaRiskMatrix *matrix, GError **error)
{
  g_autofree char *sql = create_sql ();
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean has_row = TRUE;

  g_return_val_if_fail (TAGA_IS_STORE (store), FALSE);

  *matrix = (TagaRiskMatrix){ .lowest = taga_store_get_assessment (store)->scale->lowest,
                              .line = taga_risk_line (store) };
  stmt = taga_database_prepare (store->db, sql, error);
  while (stmt != NULL && has_row)
    {
      if (!taga_database_step (stmt, &has_row, error))
        return FALSE;
      if (has_row)
        count_asset (matrix, taga_store_get_assessment (store), stmt);
    }

  return stmt != NULL;
}

/* What was written down when the round was sealed; a treatment and a residual are of that day. */
static gboolean
load_frozen (TagaStore *store, gint64 round, TagaRiskMatrix *matrix, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (
      store->db,
      "SELECT importance, likelihood, treatment, residual FROM sealed_asset WHERE round = ?",
      error);
  gboolean has_row = TRUE;

  if (stmt == NULL)
    return FALSE;

  *matrix = (TagaRiskMatrix){ .lowest = taga_store_get_assessment (store)->scale->lowest,
                              .line = taga_risk_line (store) };
  sqlite3_bind_int64 (stmt, 1, round);
  for (;;)
    {
      if (!taga_database_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;

      matrix->n_still_above += get_level (stmt, 3) >= matrix->line;
      count_cell (matrix, get_level (stmt, 0), get_level (stmt, 1),
                  taga_treatment_from_key ((const char *) sqlite3_column_text (stmt, 2)));
    }
}

/**
 * taga_risk_matrix_load_round:
 * @store: a store
 * @round: id of a round
 * @matrix: (out caller-allocates): the figures
 * @error: return location for an error
 *
 * Counts the assets by importance and likelihood in any round: in a sealed one as they were written
 * down, in an open one as its answers make the assets in use. The round in use stays what it is.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_risk_matrix_load_round (TagaStore *store, gint64 round, TagaRiskMatrix *matrix, GError **error)
{
  gboolean is_frozen, done;
  TagaRoundKept kept;

  g_return_val_if_fail (TAGA_IS_STORE (store), FALSE);

  if (!taga_round_is_frozen (store, round, &is_frozen, error))
    return FALSE;
  if (is_frozen)
    return load_frozen (store, round, matrix, error);

  if (!taga_store_lend_round (store, round, &kept, error))
    return FALSE;

  done = taga_risk_matrix_load (store, matrix, error);
  taga_store_return_round (store, &kept);

  return done;
}

/**
 * taga_risk_line:
 * @store: a store
 *
 * Gives the line of acceptance: what the company has set, or else the edition's band 中 and what is
 * above it (our choice; the guideline draws a line without saying where).
 *
 * Returns: the smallest risk value that has to be treated
 */
int
taga_risk_line (TagaStore *store)
{
  g_autoptr (TagaRecord) company = taga_store_get_record (store, TAGA_TYPE_COMPANY, 1, NULL);
  gint64 line =
      company == NULL ? TAGA_UNKNOWN : taga_record_get_number (company, TAGA_COMPANY_ACCEPTANCE);

  return line == TAGA_UNKNOWN
             ? taga_store_get_assessment (store)->scale->band_from[TAGA_BAND_MEDIUM]
             : (int) line;
}
