#include "taga-profile-read.h"

#include "taga-axis-values.h"
#include "taga-company.h"
#include "taga-cursor.h"
#include "taga-language.h"
#include "taga-measure.h"
#include "taga-profile-part.h"
#include "taga-profile-private.h"
#include "taga-profile.h"
#include "taga-round.h"

/* Reads all records of a register. */
GPtrArray *
taga_profile_read_records (TagaStore *store, GType type, GError **error)
{
  g_autoptr (TagaCursor) cursor = taga_cursor_new (store, type, NULL, error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_fields = taga_record_class_peek (type)->n_fields;
  gboolean has_row = cursor != NULL;
  const TagaValue *values;
  gint64 id;

  while (has_row)
    {
      TagaRecord *record;

      if (!taga_cursor_next (cursor, &id, &values, &has_row, error))
        return NULL;
      if (!has_row)
        break;
      record = g_object_new (type, NULL);
      taga_record_set_id (record, id);
      for (guint i = 0; i < n_fields; i++)
        taga_record_set_value (record, i, &values[i]);
      g_ptr_array_add (records, record);
    }

  return cursor == NULL ? NULL : g_steal_pointer (&records);
}

static int
compare_rounds (gconstpointer a, gconstpointer b)
{
  TagaRecord *one = *(TagaRecord *const *) a;
  TagaRecord *other = *(TagaRecord *const *) b;
  int order = g_strcmp0 (taga_record_get_text (one, TAGA_ROUND_DATE),
                         taga_record_get_text (other, TAGA_ROUND_DATE));

  if (order != 0)
    return order;

  return taga_record_get_id (one) < taga_record_get_id (other) ? -1 : 1;
}

static void
take_round (TagaProfileRound *round, TagaRecord *record)
{
  round->id = taga_record_get_id (record);
  round->name = g_strdup (taga_record_get_text (record, TAGA_ROUND_NAME));
  round->date = g_strdup (taga_record_get_text (record, TAGA_ROUND_DATE));
  round->is_open = taga_record_get_text (record, TAGA_ROUND_SEALED_ON) == NULL;
}

static TagaRecord *
find_round (const GPtrArray *rounds, gint64 id)
{
  for (guint i = 0; i < rounds->len; i++)
    if (taga_record_get_id (g_ptr_array_index (rounds, i)) == id)
      return g_ptr_array_index (rounds, i);

  return NULL;
}

/* The rounds that are asked for, else those of the profile, else the two latest ones. */
static gboolean
choose_rounds (TagaProfileSource *source, gint64 before, gint64 after, GError **error)
{
  g_autoptr (GPtrArray) rounds = taga_profile_read_records (source->store, TAGA_TYPE_ROUND, error);
  TagaRecord *earlier;
  TagaRecord *later;

  if (rounds == NULL)
    return FALSE;

  g_ptr_array_sort (rounds, compare_rounds);
  later = find_round (rounds, after);
  if (later == NULL && rounds->len > 0)
    later = g_ptr_array_index (rounds, rounds->len - 1);
  earlier = find_round (rounds, before);
  for (guint i = rounds->len; earlier == NULL && i > 0; i--)
    if (compare_rounds (&g_ptr_array_index (rounds, i - 1), &later) < 0)
      earlier = g_ptr_array_index (rounds, i - 1);

  if (later != NULL)
    take_round (&source->facts->after, later);
  if (earlier != NULL && earlier != later)
    take_round (&source->facts->before, earlier);

  return TRUE;
}

static void
add_axis (TagaProfileFacts *facts, const TagaItem *item, int before, int after)
{
  TagaProfileAxis *axis = g_new0 (TagaProfileAxis, 1);

  axis->key = g_strdup (item->key);
  axis->name = g_strdup (taga_language_is_japanese () ? item->title_ja : item->title_en);
  axis->before = before;
  axis->after = after;
  g_ptr_array_add (facts->axes, axis);
}

static gboolean
read_scores (TagaProfileSource *source, GError **error)
{
  TagaProfileFacts *facts = source->facts;
  g_autoptr (TagaAxisValues) values = NULL;

  if (facts->before.id != 0)
    {
      source->comparison =
          taga_round_compare (source->store, facts->before.id, facts->after.id, error);
      for (guint i = 0; source->comparison != NULL && i < source->comparison->axes->len; i++)
        {
          const TagaAxisChange *change =
              &g_array_index (source->comparison->axes, TagaAxisChange, i);

          add_axis (facts, change->axis, change->before, change->after);
        }
      return source->comparison != NULL;
    }
  if (facts->after.id == 0)
    return TRUE;

  values = taga_axis_values_read (source->store, facts->after.id, error);
  for (guint i = 0; values != NULL && i < values->n; i++)
    add_axis (facts, values->values[i].axis, TAGA_UNKNOWN, values->values[i].score);

  return values != NULL;
}

/* The profile that is asked for, or else the one that was made last. */
static gboolean
find_profile (TagaStore *store, gint64 id, TagaRecord **profile, GError **error)
{
  g_autoptr (GPtrArray) profiles = NULL;

  *profile = NULL;
  if (id != 0)
    {
      *profile = taga_store_get_record (store, TAGA_TYPE_PROFILE, id, error);
      return *profile != NULL;
    }

  profiles = taga_profile_read_records (store, TAGA_TYPE_PROFILE, error);
  if (profiles != NULL && profiles->len > 0)
    *profile = g_object_ref (g_ptr_array_index (profiles, profiles->len - 1));

  return profiles != NULL;
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  TagaRecord *one = *(TagaRecord *const *) a;
  TagaRecord *other = *(TagaRecord *const *) b;
  gint64 place = taga_record_get_number (one, TAGA_PROFILE_PART_POSITION);
  gint64 other_place = taga_record_get_number (other, TAGA_PROFILE_PART_POSITION);

  if (place == other_place)
    return taga_record_get_id (one) < taga_record_get_id (other) ? -1 : 1;
  if (place == TAGA_UNKNOWN || other_place == TAGA_UNKNOWN)
    return place == TAGA_UNKNOWN ? 1 : -1;

  return place < other_place ? -1 : 1;
}

/* What is written by hand comes first: where it stands, the data has nothing to say. */
static gboolean
read_parts (TagaProfileSource *source, GError **error)
{
  g_autoptr (GPtrArray) parts =
      taga_profile_read_records (source->store, TAGA_TYPE_PROFILE_PART, error);

  if (parts == NULL)
    return FALSE;

  g_ptr_array_sort (parts, compare_parts);
  for (guint i = 0; i < parts->len; i++)
    {
      TagaRecord *part = g_ptr_array_index (parts, i);
      const char *key = taga_record_get_text (part, TAGA_PROFILE_PART_PART);
      TagaProfileLine *line;

      if (taga_record_get_number (part, TAGA_PROFILE_PART_PROFILE) != source->facts->profile
          || taga_profile_kind_find (key) == NULL)
        continue;
      line = taga_profile_facts_add (source->facts, key,
                                     taga_record_get_text (part, TAGA_PROFILE_PART_TITLE),
                                     taga_record_get_text (part, TAGA_PROFILE_PART_TEXT));
      line->record = taga_record_get_id (part);
      line->axis = g_strdup (taga_record_get_text (part, TAGA_PROFILE_PART_AXIS));
      line->state = g_strdup (taga_record_get_text (part, TAGA_PROFILE_PART_STATE));
    }

  return TRUE;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const TagaProfileLine *one = *(TagaProfileLine *const *) a;
  const TagaProfileLine *other = *(TagaProfileLine *const *) b;

  return (one->kind > other->kind) - (one->kind < other->kind);
}

static gboolean
fill (TagaProfileSource *source, gint64 before, gint64 after, GError **error)
{
  g_autoptr (TagaRecord) profile = NULL;
  TagaProfileFacts *facts = source->facts;

  if (!find_profile (source->store, facts->profile, &profile, error))
    return FALSE;
  if (profile != NULL)
    {
      facts->profile = taga_record_get_id (profile);
      if (before == 0)
        before = taga_record_get_number (profile, TAGA_PROFILE_BEFORE);
      if (after == 0)
        after = taga_record_get_number (profile, TAGA_PROFILE_AFTER);
    }

  facts->company = g_strdup (taga_record_get_text (source->company, TAGA_COMPANY_NAME));
  facts->is_fictitious = taga_record_get_number (source->company, TAGA_COMPANY_FICTITIOUS) == 1;
  if (!choose_rounds (source, before, after, error) || !read_scores (source, error)
      || !read_parts (source, error) || !taga_profile_draft_issues (source, error))
    return FALSE;

  taga_profile_draft_company (source);
  taga_profile_draft_themes (source);
  taga_profile_draft_work (source);
  /* The sort keeps the order inside each kind, which is that of the pages. */
  g_ptr_array_sort (facts->lines, compare_lines);

  return TRUE;
}

/**
 * taga_profile_read:
 * @store: a company file
 * @profile: number of a case profile, or 0 for the one that was made last, if there is one
 * @before: the earlier round, or 0 for that of the profile, or else the one before the later one
 * @after: the later round, or 0 for that of the profile, or else the last one
 * @error: return location for an error
 *
 * Gathers what stands on the two pages of a case profile. What is written by hand stands in the
 * place of what the data would say; voices are never made up. What the drafts go by is our own.
 *
 * Returns: (transfer full) (nullable): the facts, names and all, or `NULL` with any
 *   [error@StoreError]
 */
TagaProfileFacts *
taga_profile_read (TagaStore *store, gint64 profile, gint64 before, gint64 after, GError **error)
{
  g_autoptr (TagaProfileFacts) facts = taga_profile_facts_new ();
  g_autoptr (TagaRecord) company = taga_store_get_record (store, TAGA_TYPE_COMPANY, 1, error);
  g_autoptr (GPtrArray) measures =
      company == NULL ? NULL : taga_profile_read_records (store, TAGA_TYPE_MEASURE, error);
  TagaProfileSource source = { store, facts, company, measures, NULL };
  gboolean is_filled;

  if (measures == NULL)
    return NULL;

  facts->profile = profile;
  is_filled = fill (&source, before, after, error);
  g_clear_pointer (&source.comparison, taga_round_comparison_free);

  return is_filled ? g_steal_pointer (&facts) : NULL;
}
