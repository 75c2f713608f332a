#include "taga-matcher.h"

#include "taga-asset.h"
#include "taga-cursor.h"
#include "taga-text.h"

/* One number each for name and medium, and for business and name. */
#define N_LOOSE 2
#define END_OF_CHAIN G_MAXUINT
#define AMBIGUOUS G_MAXUINT

/* One asset of the register. Those of one name form a chain. */
typedef struct
{
  gint64 id;
  guint64 content; /* of the fields that the file has */
  guint64 loose[N_LOOSE];
  guint next;
  gboolean retired;
  gboolean taken;
} Entry;

struct _TagaMatcher
{
  TagaRecordClass *klass;
  guint64 fields;                 /* which fields the file has, bit by field */
  GArray *entries;                /* (owned) (element-type Entry) */
  GHashTable *chains;             /* (owned): key -> index of the first entry + 1 */
  GHashTable *leftovers[N_LOOSE]; /* (owned) (nullable): loose key -> index + 1 */
  GHashTable *spared[N_LOOSE];    /* (owned): loose keys of rows that cannot be read */
};

/* FNV-1a with 64 bits: among a hundred thousand names two meet once in some billion files. */
static guint64
mix (guint64 hash, const char *text)
{
  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    hash = (hash ^ *p) * G_GUINT64_CONSTANT (0x100000001b3);

  return (hash ^ 0xff) * G_GUINT64_CONSTANT (0x100000001b3);
}

#define SEED G_GUINT64_CONSTANT (0xcbf29ce484222325)

static guint64
make_key (const char *business, const char *name, const char *medium)
{
  return mix (mix (mix (SEED, business), name), medium);
}

static gboolean
has_field (TagaMatcher *self, guint field)
{
  return (self->fields & (G_GUINT64_CONSTANT (1) << field)) != 0;
}

/* What the file has no column for tells no asset from another. */
static guint64
make_keys (TagaMatcher *self, const TagaValue *values, guint64 *loose)
{
  const char *medium_text = values[TAGA_ASSET_MEDIUM].text;
  const char *medium =
      medium_text == NULL || !has_field (self, TAGA_ASSET_MEDIUM) ? "" : medium_text;
  g_autofree char *name = taga_text_match_key (values[TAGA_ASSET_NAME].text);
  g_autofree char *business = taga_text_match_key (
      has_field (self, TAGA_ASSET_BUSINESS) ? values[TAGA_ASSET_BUSINESS].text : NULL);

  loose[0] = make_key ("", name, medium);
  loose[1] = make_key (business, name, "");

  return make_key (business, name, medium);
}

/**
 * taga_matcher_make_keys:
 * @self: a matcher
 * @values: (array): an asset's values
 * @keys: (out caller-allocates) (array fixed-size=2): keys for a staged row
 *
 * Makes the keys by which [method@Matcher.settle] finds an asset whose business or medium was
 * changed.
 */
void
taga_matcher_make_keys (TagaMatcher *self, const TagaValue *values, guint64 *keys)
{
  make_keys (self, values, keys);
}

static guint64
make_content (TagaMatcher *self, const TagaValue *values)
{
  guint64 hash = SEED;

  for (guint i = 0; i < self->klass->n_fields; i++)
    {
      const TagaField *field = &self->klass->fields[i];

      if (!has_field (self, i))
        continue;
      if (taga_field_is_text (field))
        hash = mix (hash, values[i].text == NULL ? "" : values[i].text);
      else
        hash = (hash ^ (guint64) (values[i].number + 2)) * G_GUINT64_CONSTANT (0x100000001b3);
    }

  return hash;
}

static void
add_entry (TagaMatcher *self, gint64 id, const TagaValue *values)
{
  Entry entry = { .id = id, .content = make_content (self, values), .next = END_OF_CHAIN };
  guint64 key = make_keys (self, values, entry.loose);
  guint index = self->entries->len;
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (self->chains, GSIZE_TO_POINTER (key)));

  entry.retired = values[TAGA_ASSET_RETIRED_ON].text != NULL;
  g_array_append_val (self->entries, entry);

  if (first == 0)
    {
      g_hash_table_insert (self->chains, GSIZE_TO_POINTER (key), GUINT_TO_POINTER (index + 1));
      return;
    }

  for (first--; g_array_index (self->entries, Entry, first).next != END_OF_CHAIN;)
    first = g_array_index (self->entries, Entry, first).next;
  g_array_index (self->entries, Entry, first).next = index;
}

/**
 * taga_matcher_new:
 * @store: the company file
 * @source: the file whose rows are to be found
 * @error: return location for an error
 *
 * Learns the register.
 *
 * Returns: (transfer full) (nullable): the matcher, or `NULL` with any [error@StoreError]
 */
TagaMatcher *
taga_matcher_new (TagaStore *store, TagaSource *source, GError **error)
{
  g_autoptr (TagaMatcher) self = g_new0 (TagaMatcher, 1);
  g_autoptr (TagaCursor) cursor = taga_cursor_new (store, TAGA_TYPE_ASSET, NULL, error);
  const TagaValue *values;
  gboolean has_row = TRUE;
  gint64 id;

  self->klass = taga_record_class_peek (TAGA_TYPE_ASSET);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->chains = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < N_LOOSE; i++)
    self->spared[i] = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < self->klass->n_fields; i++)
    if (taga_source_has_field (source, i))
      self->fields |= G_GUINT64_CONSTANT (1) << i;

  while (cursor != NULL && has_row)
    {
      if (!taga_cursor_next (cursor, &id, &values, &has_row, error))
        return NULL;
      if (has_row)
        add_entry (self, id, values);
    }

  return cursor == NULL ? NULL : g_steal_pointer (&self);
}

/**
 * taga_matcher_free:
 * @self: (transfer full): a matcher
 *
 * Frees a matcher.
 */
void
taga_matcher_free (TagaMatcher *self)
{
  g_array_unref (self->entries);
  g_hash_table_unref (self->chains);
  for (guint i = 0; i < N_LOOSE; i++)
    {
      g_clear_pointer (&self->leftovers[i], g_hash_table_unref);
      g_clear_pointer (&self->spared[i], g_hash_table_unref);
    }
  g_free (self);
}

/**
 * taga_matcher_find:
 * @self: a matcher
 * @values: (array): the values of a row, those that the file does not have not known
 * @id: (out): the asset's number
 *
 * Finds the asset of the same business, name and medium that no row before has taken, and takes it.
 * One with the same content goes first, then one in use.
 *
 * Returns: whether there is one, and whether nothing in it would change
 */
TagaMatch
taga_matcher_find (TagaMatcher *self, const TagaValue *values, gint64 *id)
{
  guint64 loose[N_LOOSE];
  guint64 key = make_keys (self, values, loose);
  guint64 content = make_content (self, values);
  guint next = GPOINTER_TO_UINT (g_hash_table_lookup (self->chains, GSIZE_TO_POINTER (key)));
  Entry *best = NULL;

  for (next--; next != END_OF_CHAIN; next = g_array_index (self->entries, Entry, next).next)
    {
      Entry *entry = &g_array_index (self->entries, Entry, next);

      if (entry->taken)
        continue;
      if (entry->content == content && !entry->retired)
        {
          entry->taken = TRUE;
          *id = entry->id;
          return TAGA_MATCH_SAME;
        }
      if (best == NULL || (best->retired && !entry->retired))
        best = entry;
    }

  if (best == NULL)
    return TAGA_MATCH_NONE;

  best->taken = TRUE;
  *id = best->id;
  return TAGA_MATCH_NAMED;
}

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

/* Finds the only asset in use with such a key that no row has taken, and takes it. */
static gint64
take_leftover (TagaMatcher *self, guint loose, guint64 key)
{
  guint index;
  Entry *entry;

  if (self->leftovers[loose] == NULL)
    self->leftovers[loose] = index_leftovers (self, loose);

  index = GPOINTER_TO_UINT (g_hash_table_lookup (self->leftovers[loose], GSIZE_TO_POINTER (key)));
  if (index == 0 || index == AMBIGUOUS)
    return 0;

  entry = &g_array_index (self->entries, Entry, index - 1);
  if (entry->taken)
    return 0;

  entry->taken = TRUE;
  return entry->id;
}

/**
 * taga_matcher_spare:
 * @self: a matcher
 * @values: (array): what could be read of a row that cannot be read as a whole
 *
 * Takes the asset that such a row may mean, so that it does not pass for gone.
 */
void
taga_matcher_spare (TagaMatcher *self, const TagaValue *values)
{
  guint64 loose[N_LOOSE];
  gint64 id;

  if (values[TAGA_ASSET_NAME].text == NULL
      || taga_matcher_find (self, values, &id) != TAGA_MATCH_NONE)
    return;

  make_keys (self, values, loose);
  for (guint i = 0; i < N_LOOSE; i++)
    g_hash_table_add (self->spared[i], GSIZE_TO_POINTER (loose[i]));
}

/**
 * taga_matcher_compare:
 * @self: a matcher
 * @values: (array): the values of a row
 * @record: the asset that it means
 *
 * Tells which fields a row would change in an asset. An empty cell leaves what the register has,
 * since an incomplete list must not erase; a mark is set or not, there is nothing between.
 *
 * Returns: the fields, bit by field
 */
guint64
taga_matcher_compare (TagaMatcher *self, const TagaValue *values, TagaRecord *record)
{
  guint64 mask = 0;

  for (guint i = 0; i < self->klass->n_fields; i++)
    {
      const TagaField *field = &self->klass->fields[i];

      if (!has_field (self, i))
        continue;
      if (field->kind != TAGA_FIELD_MARK && taga_field_is_empty (field, &values[i]))
        continue;
      if (!taga_value_equal (&values[i], taga_record_get_value (record, i)))
        mask |= G_GUINT64_CONSTANT (1) << i;
    }

  /* A row that names a retired asset brings it back into use. */
  if (taga_record_get_text (record, TAGA_ASSET_RETIRED_ON) != NULL
      && values[TAGA_ASSET_RETIRED_ON].text == NULL)
    mask |= G_GUINT64_CONSTANT (1) << TAGA_ASSET_RETIRED_ON;

  return mask;
}

typedef struct
{
  TagaMatcher *matcher;
  TagaStore *store;
  TagaStaging *staging; /* of the rows at hand; at the end, where all of them go */
  guint loose;
  GHashTable *counts; /* how many unmatched rows have a key */
  guint *n_same;
} Settlement;

static gboolean
count_key (gint64 number,
           const TagaStagedRow *row,
           const TagaValue *values,
           gpointer user_data,
           GError **error)
{
  Settlement *state = user_data;
  gpointer key = GSIZE_TO_POINTER (row->keys[state->loose]);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (state->counts, key));

  g_hash_table_insert (state->counts, key, GUINT_TO_POINTER (n + 1));
  return TRUE;
}

static gboolean
match_row (gint64 number,
           const TagaStagedRow *row,
           const TagaValue *values,
           gpointer user_data,
           GError **error)
{
  Settlement *state = user_data;
  guint64 key = row->keys[state->loose];
  g_autoptr (TagaRecord) record = NULL;
  gint64 id;

  if (GPOINTER_TO_UINT (g_hash_table_lookup (state->counts, GSIZE_TO_POINTER (key))) != 1)
    return TRUE;

  id = take_leftover (state->matcher, state->loose, key);
  if (id == 0)
    return TRUE;

  record = taga_store_get_record (state->store, TAGA_TYPE_ASSET, id, error);

  return record != NULL
         && taga_staging_match (state->staging, number, id,
                                taga_matcher_compare (state->matcher, values, record), error);
}

static gboolean
match_rows (Settlement *state, TagaStaging *const *stagings, guint n, GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);

  state->counts = counts;
  for (guint i = 0; i < n; i++)
    if (!taga_staging_foreach (stagings[i], TAGA_STAGED_NEW, FALSE, count_key, state, error))
      return FALSE;

  for (guint i = 0; i < n; i++)
    {
      state->staging = stagings[i];
      if (!taga_staging_foreach (stagings[i], TAGA_STAGED_NEW, FALSE, match_row, state, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
hand_over (gint64 number,
           const TagaStagedRow *row,
           const TagaValue *values,
           gpointer user_data,
           GError **error)
{
  Settlement *state = user_data;

  if (row->kind == TAGA_STAGED_CHANGED && row->mask == 0)
    {
      (*state->n_same)++;
      return TRUE;
    }

  return taga_staging_add (state->staging, row, values, error);
}

/**
 * taga_matcher_settle:
 * @self: a matcher
 * @store: the company file
 * @staging: rows, among them new ones that say their business and medium
 * @vague: new rows that do not
 * @n_same: (inout): counts the rows in which nothing would change
 * @error: return location for an error
 *
 * Finds among the new rows those that are an asset all the same: a row whose business or medium was
 * changed in the file, or left empty, is still the asset of that name, if only one can be meant. To
 * be called when all rows have had their turn with [method@Matcher.find]. What is in @vague goes
 * into @staging.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_matcher_settle (TagaMatcher *self,
                     TagaStore *store,
                     TagaStaging *staging,
                     TagaStaging *vague,
                     guint *n_same,
                     GError **error)
{
  TagaStaging *const stagings[] = { staging, vague };
  Settlement state = { self, store, NULL, 0, NULL, n_same };

  for (state.loose = 0; state.loose < N_LOOSE; state.loose++)
    if (!match_rows (&state, stagings, G_N_ELEMENTS (stagings), error))
      return FALSE;

  state.staging = staging;
  return taga_staging_foreach (vague, TAGA_STAGED_NEW, FALSE, hand_over, &state, error)
         && taga_staging_foreach (vague, TAGA_STAGED_CHANGED, FALSE, hand_over, &state, error);
}

/* An asset that a row may mean which cannot be read is not gone. */
static gboolean
is_spared (TagaMatcher *self, const Entry *entry)
{
  for (guint i = 0; i < N_LOOSE; i++)
    if (g_hash_table_contains (self->spared[i], GSIZE_TO_POINTER (entry->loose[i])))
      return TRUE;

  return FALSE;
}

/**
 * taga_matcher_foreach_leftover:
 * @self: a matcher
 * @func: (scope call): hears of each
 * @user_data: data for @func
 *
 * Goes through the assets in use that no row has taken.
 */
void
taga_matcher_foreach_leftover (TagaMatcher *self,
                               void (*func) (gint64 id, gpointer user_data),
                               gpointer user_data)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (!entry->taken && !entry->retired && !is_spared (self, entry))
        func (entry->id, user_data);
    }
}
