#include "taga-store-private.h"

#include "taga-collate.h"
#include "taga-date.h"
#include "taga-text.h"

/*
 * The rules of app/record as SQL functions, so that a query sorts and filters by risk with the one
 * formula that there is. Each is told the assessment of the store that it belongs to.
 */

static int
get_level (sqlite3_value *value)
{
  return sqlite3_value_type (value) == SQLITE_NULL ? TAGA_UNKNOWN : sqlite3_value_int (value);
}

static void
give_level (sqlite3_context *context, int level)
{
  if (level == TAGA_UNKNOWN)
    sqlite3_result_null (context);
  else
    sqlite3_result_int (context, level);
}

static const TagaAssessment *
get_assessment (sqlite3_context *context)
{
  return sqlite3_user_data (context);
}

static void
compute_importance (sqlite3_context *context, int n, sqlite3_value **values)
{
  gboolean marked = sqlite3_value_int (values[3]) > 0 || sqlite3_value_int (values[4]) > 0
                    || sqlite3_value_int (values[5]) > 0;

  give_level (context, taga_risk_importance (get_assessment (context)->scale, get_level (values[0]),
                                             get_level (values[1]), get_level (values[2]), marked));
}

static void
choose_level (sqlite3_context *context, sqlite3_value **values, const int *of_media)
{
  const char *medium = (const char *) sqlite3_value_text (values[0]);
  int index = taga_assessment_find_medium (get_assessment (context), medium);

  if (get_level (values[1]) != TAGA_UNKNOWN)
    give_level (context, get_level (values[1]));
  else
    give_level (context, index < 0 ? TAGA_UNKNOWN : of_media[index]);
}

static void
compute_threat (sqlite3_context *context, int n, sqlite3_value **values)
{
  choose_level (context, values, get_assessment (context)->threat);
}

static void
compute_vulnerability (sqlite3_context *context, int n, sqlite3_value **values)
{
  choose_level (context, values, get_assessment (context)->vulnerability);
}

static void
compute_likelihood (sqlite3_context *context, int n, sqlite3_value **values)
{
  give_level (context, taga_risk_likelihood (get_assessment (context)->scale, get_level (values[0]),
                                             get_level (values[1])));
}

static void
compute_risk (sqlite3_context *context, int n, sqlite3_value **values)
{
  give_level (context, taga_risk_value (get_level (values[0]), get_level (values[1])));
}

static void
compute_band (sqlite3_context *context, int n, sqlite3_value **values)
{
  TagaBand band = taga_risk_band (get_assessment (context)->scale, get_level (values[0]));

  sqlite3_result_text (context, taga_band_to_key (band), -1, SQLITE_STATIC);
}

static void
compute_residual (sqlite3_context *context, int n, sqlite3_value **values)
{
  const TagaAssessment *assessment = get_assessment (context);
  int medium =
      taga_assessment_find_medium (assessment, (const char *) sqlite3_value_text (values[4]));
  TagaTreatment treatment = taga_treatment_from_key ((const char *) sqlite3_value_text (values[0]));

  give_level (context, taga_risk_residual (assessment, treatment, get_level (values[1]),
                                           get_level (values[2]), get_level (values[3]), medium,
                                           get_level (values[5])));
}

static void
compute_contains (sqlite3_context *context, int n, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  const char *needle = (const char *) sqlite3_value_text (values[1]);

  sqlite3_result_int (context, needle == NULL || taga_text_contains (text, needle));
}

static void
compute_end_day (sqlite3_context *context, int n, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);

  if (text == NULL)
    sqlite3_result_null (context);
  else
    sqlite3_result_text (context, taga_date_parse_end (text), -1, g_free);
}

/* Blank cells come last whichever way a column is sorted: they have no key. */
static void
compute_sort_key (sqlite3_context *context, int n, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  gsize length;
  guint8 *key;

  if (text == NULL || *text == '\0')
    {
      sqlite3_result_null (context);
      return;
    }

  key = taga_collate_key (text, &length);
  sqlite3_result_blob64 (context, key, length, g_free);
}

/**
 * taga_store_add_functions:
 * @db: a connection
 * @assessment: what the functions go by; it must outlive the connection and may change
 * @error: return location for an error
 *
 * Teaches a connection the rules.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_FAILED`
 */
gboolean
taga_store_add_functions (sqlite3 *db, const TagaAssessment *assessment, GError **error)
{
  static const struct
  {
    const char *name;
    int n;
    void (*func) (sqlite3_context *, int, sqlite3_value **);
  } functions[] = {
    { "taga_importance", 6, compute_importance },
    { "taga_threat", 2, compute_threat },
    { "taga_vulnerability", 2, compute_vulnerability },
    { "taga_likelihood", 2, compute_likelihood },
    { "taga_risk", 2, compute_risk },
    { "taga_band", 1, compute_band },
    { "taga_residual", 6, compute_residual },
    { "taga_contains", 2, compute_contains },
    { "taga_end_day", 1, compute_end_day },
    { "taga_sort_key", 1, compute_sort_key },
  };

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    {
      int rc =
          sqlite3_create_function_v2 (db, functions[i].name, functions[i].n,
                                      SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                                      (gpointer) assessment, functions[i].func, NULL, NULL, NULL);

      if (rc != SQLITE_OK)
        return taga_database_fail (db, rc, error);
    }

  return TRUE;
}
