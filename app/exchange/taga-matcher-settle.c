#include "taga-asset.h"
#include "taga-matcher-private.h"

/* In place of an index: more than one asset has the key. */
#define AMBIGUOUS G_MAXUINT

/* Indexes what no row has taken; a key that two assets share finds neither. */
static GHashTable *
index_leftovers (TagaMatcher *self, guint loose)
{
  GHashTable *leftovers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      gpointer key = GSIZE_TO_POINTER (entry->loose[loose]);

      if (!entry->taken && !entry->retired)
        g_hash_table_insert (leftovers, key,
                             g_hash_table_contains (leftovers, key) ? GUINT_TO_POINTER (AMBIGUOUS)
                                                                    : GUINT_TO_POINTER (i + 1));
    }

  return leftovers;
}

/* Finds the asset in use with such a key that no row has taken, if there is one and no other. */
static Entry *
find_leftover (TagaMatcher *self, guint loose, guint64 key, gboolean *ambiguous)
{
  guint index;
  Entry *entry;

  if (self->leftovers[loose] == NULL)
    self->leftovers[loose] = index_leftovers (self, loose);

  index = GPOINTER_TO_UINT (g_hash_table_lookup (self->leftovers[loose], GSIZE_TO_POINTER (key)));
  *ambiguous = index == AMBIGUOUS;
  if (index == 0 || index == AMBIGUOUS)
    return NULL;

  entry = &g_array_index (self->entries, Entry, index - 1);
  return entry->taken ? NULL : entry;
}

typedef struct
{
  TagaMatcher *matcher;
  TagaStore *store;
  TagaStaging *staging;
  guint loose;
  guint64 fields; /* of the sheets whose turn it is */
} Settlement;

static guint64
get_fields (TagaMatcher *self, guint sheet)
{
  return taga_import_sheet_get_fields (
      taga_import_plan_get (taga_source_get_plan (self->source), sheet));
}

static gboolean
take_match (Settlement *state,
            gint64 number,
            const TagaStagedRow *row,
            const TagaValue *values,
            Entry *entry,
            GError **error)
{
  TagaMatcher *self = state->matcher;
  TagaDoubt doubt = state->loose == 0 ? TAGA_DOUBT_BUSINESS : TAGA_DOUBT_MEDIUM;
  g_autoptr (TagaRecord) record = NULL;
  guint64 mask;

  entry->taken = TRUE;
  for (guint i = 0; i < N_LOOSE; i++)
    taga_matcher_count (self, i, row->keys[i], -1);

  record = taga_store_get_record (state->store, TAGA_TYPE_ASSET, entry->id, error);
  if (record == NULL)
    return FALSE;

  mask = taga_source_compare (self->source, row->sheet, values, record)
         & ~taga_unread_get (self->unread, row->sheet, row->row);
  return taga_staging_match (state->staging, number, entry->id, mask, mask == 0 ? 0 : doubt, error);
}

static gboolean
match_row (gint64 number,
           const TagaStagedRow *row,
           const TagaValue *values,
           gpointer user_data,
           GError **error)
{
  Settlement *state = user_data;
  TagaMatcher *self = state->matcher;
  guint64 key = row->keys[state->loose];
  gboolean ambiguous;
  Entry *entry;

  if (get_fields (self, row->sheet) != state->fields)
    return TRUE;

  entry = find_leftover (self, state->loose, key, &ambiguous);
  if (entry != NULL
      && GPOINTER_TO_INT (g_hash_table_lookup (self->counts[state->loose], GSIZE_TO_POINTER (key)))
             == 1)
    return take_match (state, number, row, values, entry, error);

  /* Several may be meant, or several rows may mean it. */
  if ((entry != NULL || ambiguous) && row->doubt == TAGA_DOUBT_NONE)
    return taga_staging_match (state->staging, number, 0, 0, TAGA_DOUBT_SEVERAL, error);

  return TRUE;
}

/* Goes through the new rows of all sheets that have the same columns as one. */
static gboolean
settle_sheet (Settlement *state, guint sheet, GError **error)
{
  TagaMatcher *self = state->matcher;

  state->fields = get_fields (self, sheet);
  return taga_matcher_begin (self, state->store, sheet, error)
         && taga_staging_foreach (state->staging, TAGA_STAGED_NEW, FALSE, match_row, state, error);
}

/* Whether a sheet before this one had the same columns, and so took it along. */
static gboolean
was_settled (TagaMatcher *self, guint sheet)
{
  TagaImportPlan *plan = taga_source_get_plan (self->source);

  for (guint i = 0; i < sheet; i++)
    if (taga_import_plan_get (plan, i)->taken && get_fields (self, i) == get_fields (self, sheet))
      return TRUE;

  return FALSE;
}

/**
 * taga_matcher_settle:
 * @self: a matcher
 * @store: the company file
 * @staging: the rows that are new or changed so far
 * @error: return location for an error
 *
 * Finds among the new rows those that are an asset all the same: a row whose business or medium was
 * changed in the file, or left empty, is still the asset of that name, if only one can be meant.
 * All of them are doubtful, and so are those that may mean one of several. To be called when all
 * rows have had their turn with [method@Matcher.find].
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_matcher_settle (TagaMatcher *self, TagaStore *store, TagaStaging *staging, GError **error)
{
  TagaImportPlan *plan = taga_source_get_plan (self->source);
  Settlement state = { self, store, staging, 0, 0 };

  if (self->entries->len == 0 && g_hash_table_size (self->settled) == 0)
    return TRUE;

  for (state.loose = 0; state.loose < N_LOOSE; state.loose++)
    for (guint i = 0; i < plan->sheets->len; i++)
      if (taga_import_plan_get (plan, i)->taken && !was_settled (self, i)
          && !settle_sheet (&state, i, error))
        return FALSE;

  return TRUE;
}
