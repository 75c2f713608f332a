#include <glib/gi18n-lib.h>

#include "taga-catalogue.h"
#include "taga-value.h"

/* The three properties of information that people judge. */
static const char *const properties[] = { "confidentiality", "integrity", "availability", NULL };

static gboolean
read_table (TagaCatalogue *self, const TagaJson *place, GError **error)
{
  TagaJson rows, row, cell;
  guint n;

  if (!taga_json_get_array (place, "rows", &rows, &n, error))
    return FALSE;
  if (n != 3)
    return taga_json_fail (&rows, NULL, error, _ ("must have three rows of three levels"));

  for (guint threat = 0; threat < 3; threat++)
    {
      taga_json_get_element (&rows, threat, &row);
      if (!JSON_NODE_HOLDS_ARRAY (row.node)
          || json_array_get_length (json_node_get_array (row.node)) != 3)
        return taga_json_fail (&row, NULL, error, _ ("must have three rows of three levels"));

      for (guint vulnerability = 0; vulnerability < 3; vulnerability++)
        {
          taga_json_get_element (&row, vulnerability, &cell);
          if (!taga_json_get_integer (&cell, NULL, 1, 3,
                                      &self->scale.likelihood[threat][vulnerability], error))
            return FALSE;
        }
    }

  return TRUE;
}

/**
 * taga_catalogue_read_rules:
 * @self: a catalogue
 * @top: the file
 * @error: return location for an error, or `NULL`
 *
 * Reads the rules that lead from answers to the likelihood of damage.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID`
 */
gboolean
taga_catalogue_read_rules (TagaCatalogue *self, const TagaJson *top, GError **error)
{
  static const char *const names[] = { "threat", "vulnerability", "likelihood", NULL };
  static const char *const threat_names[] = { "source", NULL };
  static const char *const rule_names[] = { "safe-from", "vulnerable-below", "source", NULL };
  static const char *const table_names[] = { "rows", "source", NULL };
  TagaJson threat, vulnerability, likelihood;

  if (!taga_json_check_members (top, names, error)
      || !taga_json_get_object (top, "threat", threat_names, &threat, error)
      || !taga_catalogue_add_source (self, "threat-rule", &threat, "source", error)
      || !taga_json_get_object (top, "vulnerability", rule_names, &vulnerability, error)
      || !taga_catalogue_add_source (self, "vulnerability-rule", &vulnerability, "source", error)
      || !taga_json_get_fraction (&vulnerability, "safe-from", &self->scale.safe_from, error)
      || !taga_json_get_fraction (&vulnerability, "vulnerable-below", &self->scale.vulnerable_below,
                                  error)
      || !taga_json_get_object (top, "likelihood", table_names, &likelihood, error)
      || !taga_catalogue_add_source (self, "likelihood-table", &likelihood, "source", error))
    return FALSE;

  if (self->scale.vulnerable_below > self->scale.safe_from)
    return taga_json_fail (&vulnerability, "vulnerable-below", error,
                           _ ("must not be more than “%s”"), "safe-from");

  return read_table (self, &likelihood, error);
}

/* Reads the array of lines of one language and joins them. */
static gboolean
read_lines (TagaCatalogue *self,
            const TagaJson *place,
            const char *member,
            const char **text,
            GError **error)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  TagaJson array, element;
  const char *line;
  guint n;

  if (!taga_json_get_array (place, member, &array, &n, error))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      taga_json_get_element (&array, i, &element);
      if (!taga_json_get_text (&element, NULL, &line, error))
        return FALSE;
      if (i > 0)
        g_string_append_c (lines, '\n');
      g_string_append (lines, line);
    }

  *text = taga_catalogue_keep (self, lines->str);
  return TRUE;
}

/* The levels stand highest first, so that one file serves every scale of as many levels. */
static gboolean
get_levels (TagaCatalogue *self,
            const TagaJson *place,
            const char *member,
            TagaJson *levels,
            GError **error)
{
  guint n_levels = (guint) (self->scale.highest - self->scale.lowest + 1);
  guint n;

  if (!taga_json_get_array (place, member, levels, &n, error))
    return FALSE;
  if (n != n_levels)
    return taga_json_fail (levels, NULL, error, _ ("has %u levels instead of %u"), n, n_levels);

  return TRUE;
}

static gboolean
read_property (TagaCatalogue *self, const TagaJson *place, const char *name, GError **error)
{
  static const char *const names[] = { "question", "levels", NULL };
  static const char *const level_names[] = { "ja", "en", NULL };
  TagaProperty *property = g_new0 (TagaProperty, 1);
  TagaJson object, levels, element;

  g_hash_table_insert (self->properties, (gpointer) name, property);

  if (!taga_json_get_object (place, name, names, &object, error)
      || !taga_catalogue_get_words (self, &object, "question", &property->question[0],
                                    &property->question[1], error)
      || !get_levels (self, &object, "levels", &levels, error))
    return FALSE;

  for (int level = self->scale.highest; level >= self->scale.lowest; level--)
    {
      const char **criterion = property->criteria[level - self->scale.lowest];

      taga_json_get_element (&levels, (guint) (self->scale.highest - level), &element);
      if (!taga_json_check_members (&element, level_names, error)
          || !read_lines (self, &element, "ja", &criterion[0], error)
          || !read_lines (self, &element, "en", &criterion[1], error))
        return FALSE;
    }

  return TRUE;
}

/* The levels of values and importance are choices too; a level's name is its number. */
static gboolean
read_importance (TagaCatalogue *self, const TagaJson *top, GError **error)
{
  TagaDomain *domain = taga_catalogue_add_domain (self, "value");
  TagaJson levels, element;

  if (!get_levels (self, top, "importance", &levels, error))
    return FALSE;

  for (int level = self->scale.highest; level >= self->scale.lowest; level--)
    {
      g_autofree char *digits = g_strdup_printf ("%d", level);
      const char *name = taga_catalogue_keep (self, digits);
      TagaChoice choice = { .key = name,
                            .number = level,
                            .label_ja = name,
                            .label_en = name,
                            .cell_ja = name,
                            .cell_en = name,
                            .aliases = taga_catalogue_keep_list (self, NULL) };

      taga_json_get_element (&levels, (guint) (self->scale.highest - level), &element);
      if (!taga_catalogue_get_words (self, &element, NULL, &choice.text_ja, &choice.text_en, error)
          || !taga_catalogue_add_choice (self, domain, &element, &choice, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * taga_catalogue_read_criteria:
 * @self: a catalogue whose scale is read
 * @top: the file
 * @error: return location for an error, or `NULL`
 *
 * Reads what the levels of importance, confidentiality, integrity and availability stand for.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID`
 */
gboolean
taga_catalogue_read_criteria (TagaCatalogue *self, const TagaJson *top, GError **error)
{
  static const char *const names[] = { "importance", "properties", NULL };
  TagaJson object;

  if (!taga_json_check_members (top, names, error) || !read_importance (self, top, error)
      || !taga_json_get_object (top, "properties", properties, &object, error))
    return FALSE;

  for (guint i = 0; properties[i] != NULL; i++)
    if (!read_property (self, &object, properties[i], error))
      return FALSE;

  return TRUE;
}

/* The range of risk values of a band; the band of what is not known has none. */
typedef struct
{
  int from;
  int to;
} Range;

/* What is not known lies in no range. */
static gboolean
check_unknown (const TagaJson *bands, guint i, GError **error)
{
  TagaJson element;

  taga_json_get_element (bands, i, &element);
  if (taga_json_has (&element, "from") || taga_json_has (&element, "to"))
    return taga_json_fail (&element, NULL, error, _ ("must have no risk values"));

  return TRUE;
}

static gboolean
read_ranges (TagaCatalogue *self, const TagaJson *top, Range *ranges, GError **error)
{
  const TagaDomain *domain = g_hash_table_lookup (self->domains, "band");
  int most = self->scale.highest * 3;
  TagaJson array, element;
  guint i, n;

  if (!taga_json_get_array (top, "bands", &array, &n, error))
    return FALSE;

  i = GPOINTER_TO_UINT (g_hash_table_lookup (domain->by_key, taga_band_to_key (TAGA_BAND_UNKNOWN)));
  if (!check_unknown (&array, i - 1, error))
    return FALSE;

  for (TagaBand band = TAGA_BAND_SMALL; band <= TAGA_BAND_LARGE; band++)
    {
      i = GPOINTER_TO_UINT (g_hash_table_lookup (domain->by_key, taga_band_to_key (band)));
      taga_json_get_element (&array, i - 1, &element);
      if (!taga_json_get_integer (&element, "from", 0, most, &ranges[band].from, error)
          || !taga_json_get_integer (&element, "to", ranges[band].from, most, &ranges[band].to,
                                     error))
        return FALSE;
      self->scale.band_from[band] = ranges[band].from;
    }

  return TRUE;
}

/* Every risk value that can occur must lie in one band, and the rule must find the same one. */
static gboolean
check_ranges (TagaCatalogue *self, const TagaJson *top, const Range *ranges, GError **error)
{
  for (int importance = self->scale.lowest; importance <= self->scale.highest; importance++)
    for (int likelihood = 1; likelihood <= 3; likelihood++)
      {
        int risk = taga_risk_value (importance, likelihood);
        guint n = 0;

        for (TagaBand band = TAGA_BAND_SMALL; band <= TAGA_BAND_LARGE; band++)
          if (risk >= ranges[band].from && risk <= ranges[band].to)
            n++;

        if (n == 0)
          return taga_json_fail (top, "bands", error, _ ("risk value %d lies in no band"), risk);
        if (n > 1)
          return taga_json_fail (top, "bands", error, _ ("risk value %d lies in two bands"), risk);
        if (risk > ranges[taga_risk_band (&self->scale, risk)].to)
          return taga_json_fail (top, "bands", error, _ ("the bands are not in order"));
      }

  return TRUE;
}

/**
 * taga_catalogue_read_bands:
 * @self: a catalogue whose scale is read
 * @top: the edition's file
 * @error: return location for an error, or `NULL`
 *
 * Reads the bands of risk values.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID`
 */
gboolean
taga_catalogue_read_bands (TagaCatalogue *self, const TagaJson *top, GError **error)
{
  static const char *const names[] = {
    "key", "from", "to", "label", "cell", "text", "advice", NULL
  };
  TagaDomain *domain = taga_catalogue_add_domain (self, "band");
  Range ranges[TAGA_MAX_BANDS] = { 0 };

  if (!taga_catalogue_read_choices (self, top, "bands", names, domain, error))
    return FALSE;
  if (domain->choices->len != TAGA_BAND_LARGE + 1)
    return taga_json_fail (top, "bands", error, _ ("has %u choices instead of %u"),
                           domain->choices->len, TAGA_BAND_LARGE + 1);

  for (TagaBand band = TAGA_BAND_UNKNOWN; band <= TAGA_BAND_LARGE; band++)
    {
      const char *key = taga_band_to_key (band);
      guint i = GPOINTER_TO_UINT (g_hash_table_lookup (domain->by_key, key));

      if (i == 0)
        return taga_json_fail (top, "bands", error, _ ("“%s” is missing"), key);
      g_array_index (domain->choices, TagaChoice, i - 1).number = (int) band;
    }

  return read_ranges (self, top, ranges, error) && check_ranges (self, top, ranges, error);
}
