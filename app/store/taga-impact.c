#include "taga-impact.h"

#include "taga-asset.h"
#include "taga-store-private.h"

/* Assets that all answers treat alike. */
typedef struct
{
  int medium; /* its place in the assessment, or -1 */
  int importance;
  int threat; /* by hand, or TAGA_UNKNOWN */
  int vulnerability;
  guint n;
} Group;

struct _TagaImpact
{
  TagaStore *store; /* (owned) */
  GArray *groups;   /* (owned) (element-type Group) */
};

static int
get_level (sqlite3_stmt *stmt, int column)
{
  return sqlite3_column_type (stmt, column) == SQLITE_NULL ? TAGA_UNKNOWN
                                                           : sqlite3_column_int (stmt, column);
}

/* What stands there by hand is no level in a file that somebody has tampered with; it is none to
 * the rules either, and must not make more groups than there can be. */
static int
get_override (sqlite3_stmt *stmt, int column)
{
  int level = get_level (stmt, column);

  return level == TAGA_UNKNOWN ? TAGA_UNKNOWN : CLAMP (level, 0, 4);
}

/* Assets that all answers treat alike are one group. A key has six bits for each level, more than
 * one may take. */
static void
count_asset (TagaImpact *self, GHashTable *places, const Group *group)
{
  guint key = (guint) (group->medium + 1) << 18 | (guint) (group->importance + 1) << 12
              | (guint) (group->threat + 1) << 6 | (guint) (group->vulnerability + 1);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, GUINT_TO_POINTER (key)));

  if (place == 0)
    {
      g_array_append_val (self->groups, *group);
      place = self->groups->len;
      g_hash_table_insert (places, GUINT_TO_POINTER (key), GUINT_TO_POINTER (place));
    }

  g_array_index (self->groups, Group, place - 1).n++;
}

/* Counting here is twice as fast as SQLite's sorting of all assets into groups. */
static gboolean
load_groups (TagaImpact *self, GError **error)
{
  const TagaAssessment *assessment = taga_store_get_assessment (self->store);
  const TagaField *importance =
      &taga_record_class_peek (TAGA_TYPE_ASSET)->fields[TAGA_ASSET_IMPORTANCE];
  g_autofree char *sql =
      g_strdup_printf ("SELECT medium, %s, threat_override, vulnerability_override FROM asset "
                       "WHERE retired_on IS NULL",
                       importance->sql);
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (self->store->db, sql, error);
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  gboolean has_row = TRUE;

  while (stmt != NULL && has_row)
    {
      if (!taga_database_step (stmt, &has_row, error))
        return FALSE;
      if (has_row)
        {
          const char *medium = (const char *) sqlite3_column_text (stmt, 0);
          const Group group = {
            taga_assessment_find_medium (assessment, medium),
            get_level (stmt, 1),
            get_override (stmt, 2),
            get_override (stmt, 3),
            0,
          };

          count_asset (self, places, &group);
        }
    }

  return stmt != NULL;
}

/**
 * taga_impact_new:
 * @store: a store
 * @error: return location for an error
 *
 * Counts the assets in use by all that their risk follows from. This reads the register once; what
 * an answer would change is then told without reading it again.
 *
 * Returns: (transfer full) (nullable): the figures, which hold until the register changes, or
 *   `NULL` with any [error@StoreError]
 */
TagaImpact *
taga_impact_new (TagaStore *store, GError **error)
{
  g_autoptr (TagaImpact) self = g_new0 (TagaImpact, 1);

  self->store = g_object_ref (store);
  self->groups = g_array_new (FALSE, FALSE, sizeof (Group));

  return load_groups (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * taga_impact_free:
 * @self: (transfer full): the figures
 *
 * Frees the figures.
 */
void
taga_impact_free (TagaImpact *self)
{
  g_object_unref (self->store);
  g_array_unref (self->groups);
  g_free (self);
}

static int
choose_level (int override, const int *of_media, int medium)
{
  if (override != TAGA_UNKNOWN)
    return override;

  return medium < 0 ? TAGA_UNKNOWN : of_media[medium];
}

static int
get_risk (const Group *group, const TagaAssessment *assessment)
{
  int threat = choose_level (group->threat, assessment->threat, group->medium);
  int vulnerability = choose_level (group->vulnerability, assessment->vulnerability, group->medium);

  return taga_risk_value (group->importance,
                          taga_risk_likelihood (assessment->scale, threat, vulnerability));
}

/**
 * taga_impact_tally:
 * @self: the figures
 * @medium: index of a medium in the store's assessment, or -1 for the assets that have none
 * @vulnerability: what its vulnerability is supposed to be, 1–3 or `TAGA_UNKNOWN`
 * @tally: (inout): where its assets are counted
 *
 * Tells how the assets of a medium would stand at another vulnerability. One that an asset has by
 * hand stays.
 */
void
taga_impact_tally (TagaImpact *self, int medium, int vulnerability, TagaStanding *tally)
{
  TagaAssessment then = *taga_store_get_assessment (self->store);

  if (medium >= 0)
    then.vulnerability[medium] = vulnerability;
  for (guint i = 0; i < self->groups->len; i++)
    {
      const Group *group = &g_array_index (self->groups, Group, i);

      if (group->medium == medium)
        taga_standing_add (tally, then.scale, get_risk (group, &then), group->n);
    }
}

/**
 * taga_impact_compare:
 * @self: the figures
 * @then: what is supposed to be said of each medium
 * @result: (out caller-allocates): what would become of the risks
 *
 * Tells what would change if the media were as supposed.
 */
void
taga_impact_compare (TagaImpact *self, const TagaAssessment *then, TagaImpactResult *result)
{
  const TagaAssessment *now = taga_store_get_assessment (self->store);

  *result = (TagaImpactResult){ 0 };
  for (guint i = 0; i < self->groups->len; i++)
    {
      const Group *group = &g_array_index (self->groups, Group, i);
      int before = get_risk (group, now);
      int after = get_risk (group, then);

      if (before == after)
        continue;

      result->n_assets += group->n;
      result->n_moved[taga_risk_band (now->scale, before)][taga_risk_band (then->scale, after)] +=
          group->n;
    }
}

/**
 * taga_impact_foresee:
 * @self: the figures
 * @type: `TAGA_TYPE_THREAT` or `TAGA_TYPE_CHECK`
 * @item: key of a threat or check item
 * @number: the frequency or [enum@Answer] that it would get, or `TAGA_UNKNOWN` for none
 * @result: (out caller-allocates): what would become of the risks
 * @error: return location for an error
 *
 * Tells what another answer in the round would change. Nothing is written.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_impact_foresee (TagaImpact *self,
                     GType type,
                     const char *item,
                     gint64 number,
                     TagaImpactResult *result,
                     GError **error)
{
  TagaAssessment then;

  *result = (TagaImpactResult){ 0 };
  if (!taga_store_assess_as_if (self->store, type, item, (int) number, &then, error))
    return FALSE;

  taga_impact_compare (self, &then, result);
  return TRUE;
}
