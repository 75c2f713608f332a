#include "taga-matcher.h"

#include "taga-asset.h"
#include "taga-cursor.h"
#include "taga-text.h"

/* One number each for name and medium, and for business and name. */
#define N_LOOSE 2
#define AMBIGUOUS G_MAXUINT

/* The assets in use that are the same in all that the file has; those of one business, name and
 * medium; and the retired ones of these. */
enum
{
  CHAIN_SAME,
  CHAIN_NAMED,
  CHAIN_RETIRED,
  N_CHAINS
};

/* One asset of the register. */
typedef struct
{
  gint64 id;
  guint64 loose[N_LOOSE];
  guint next[N_CHAINS];
  gboolean retired;
  gboolean taken;
} Entry;

struct _TagaMatcher
{
  TagaRecordClass *klass;
  TagaSource *source;             /* (owned) */
  GArray *entries;                /* (owned) (element-type Entry) */
  GHashTable *chains[N_CHAINS];   /* (owned): key -> index of the last entry + 1 */
  GHashTable *leftovers[N_LOOSE]; /* (owned) (nullable): loose key -> index + 1 */
  GHashTable *counts[N_LOOSE];    /* (owned): loose key -> how many new rows have it */
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

/* What the file has no column for tells no asset from another. */
static guint64
make_keys (TagaMatcher *self, const TagaValue *values, guint64 *loose)
{
  const char *medium_text = values[TAGA_ASSET_MEDIUM].text;
  const char *medium =
      medium_text == NULL || !taga_source_has_field (self->source, TAGA_ASSET_MEDIUM) ? ""
                                                                                      : medium_text;
  g_autofree char *name = taga_text_match_key (values[TAGA_ASSET_NAME].text);
  g_autofree char *business = taga_text_match_key (
      taga_source_has_field (self->source, TAGA_ASSET_BUSINESS) ? values[TAGA_ASSET_BUSINESS].text
                                                                : NULL);

  loose[0] = make_key ("", name, medium);
  loose[1] = make_key (business, name, "");

  return make_key (business, name, medium);
}

static guint64
make_content (TagaMatcher *self, const TagaValue *values, guint64 key)
{
  guint64 hash = key;

  for (guint i = 0; i < self->klass->n_fields; i++)
    {
      const TagaField *field = &self->klass->fields[i];

      if (!taga_source_has_field (self->source, i))
        continue;
      if (taga_field_is_text (field))
        hash = mix (hash, values[i].text == NULL ? "" : values[i].text);
      else
        hash = (hash ^ (guint64) (values[i].number + 2)) * G_GUINT64_CONSTANT (0x100000001b3);
    }

  return hash;
}

/* Puts an entry behind the others of its key. A chain is a ring, and the table knows its last. */
static void
append_to_chain (TagaMatcher *self, guint chain, guint64 key, guint index)
{
  gpointer pointer = GSIZE_TO_POINTER (key);
  guint last = GPOINTER_TO_UINT (g_hash_table_lookup (self->chains[chain], pointer));
  Entry *entry = &g_array_index (self->entries, Entry, index);

  entry->next[chain] = index;
  if (last != 0)
    {
      Entry *tail = &g_array_index (self->entries, Entry, last - 1);

      entry->next[chain] = tail->next[chain];
      tail->next[chain] = index;
    }
  g_hash_table_insert (self->chains[chain], pointer, GUINT_TO_POINTER (index + 1));
}

/* Takes the first entry of a key that no row has taken; what others took drops out on the way. */
static Entry *
take_from_chain (TagaMatcher *self, guint chain, guint64 key)
{
  gpointer pointer = GSIZE_TO_POINTER (key);
  guint last = GPOINTER_TO_UINT (g_hash_table_lookup (self->chains[chain], pointer));
  gboolean is_empty = last == 0;

  while (!is_empty)
    {
      Entry *tail = &g_array_index (self->entries, Entry, last - 1);
      Entry *first = &g_array_index (self->entries, Entry, tail->next[chain]);

      is_empty = first == tail;
      tail->next[chain] = first->next[chain];
      if (is_empty)
        g_hash_table_remove (self->chains[chain], pointer);
      if (!first->taken)
        {
          first->taken = TRUE;
          return first;
        }
    }

  return NULL;
}

static void
add_entry (TagaMatcher *self, gint64 id, const TagaValue *values)
{
  Entry entry = { .id = id, .retired = values[TAGA_ASSET_RETIRED_ON].text != NULL };
  guint64 key = make_keys (self, values, entry.loose);
  guint index = self->entries->len;

  g_array_append_val (self->entries, entry);
  append_to_chain (self, entry.retired ? CHAIN_RETIRED : CHAIN_NAMED, key, index);
  if (!entry.retired)
    append_to_chain (self, CHAIN_SAME, make_content (self, values, key), index);
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
  for (guint i = 0; i < N_CHAINS; i++)
    self->chains[i] = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < N_LOOSE; i++)
    {
      self->counts[i] = g_hash_table_new (NULL, NULL);
      self->spared[i] = g_hash_table_new (NULL, NULL);
    }
  self->source = g_object_ref (source);

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
  g_clear_object (&self->source);
  g_array_unref (self->entries);
  for (guint i = 0; i < N_CHAINS; i++)
    g_hash_table_unref (self->chains[i]);
  for (guint i = 0; i < N_LOOSE; i++)
    {
      g_clear_pointer (&self->leftovers[i], g_hash_table_unref);
      g_hash_table_unref (self->counts[i]);
      g_hash_table_unref (self->spared[i]);
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
  Entry *entry = take_from_chain (self, CHAIN_SAME, make_content (self, values, key));
  TagaMatch match = entry == NULL ? TAGA_MATCH_NAMED : TAGA_MATCH_SAME;

  if (entry == NULL)
    entry = take_from_chain (self, CHAIN_NAMED, key);
  if (entry == NULL)
    entry = take_from_chain (self, CHAIN_RETIRED, key);
  if (entry == NULL)
    return TAGA_MATCH_NONE;

  *id = entry->id;
  return match;
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

static void
count_key (TagaMatcher *self, guint loose, guint64 key, int change)
{
  gpointer pointer = GSIZE_TO_POINTER (key);
  int n = GPOINTER_TO_INT (g_hash_table_lookup (self->counts[loose], pointer));

  g_hash_table_insert (self->counts[loose], pointer, GINT_TO_POINTER (n + change));
}

/**
 * taga_matcher_miss:
 * @self: a matcher
 * @values: (array): the values of a row that [method@Matcher.find] found nothing for
 * @keys: (out caller-allocates) (array fixed-size=2): keys for the staged row
 *
 * Makes the keys by which [method@Matcher.settle] finds an asset whose business or medium was
 * changed, and takes note of them.
 */
void
taga_matcher_miss (TagaMatcher *self, const TagaValue *values, guint64 *keys)
{
  make_keys (self, values, keys);
  for (guint i = 0; self->entries->len > 0 && i < N_LOOSE; i++)
    count_key (self, i, keys[i], 1);
}

typedef struct
{
  TagaMatcher *matcher;
  TagaStore *store;
  TagaStaging *staging;
  guint loose;
  guint n_same;
} Settlement;

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
  g_autoptr (TagaRecord) record = NULL;
  guint64 mask;
  gint64 id;

  if (GPOINTER_TO_INT (g_hash_table_lookup (self->counts[state->loose], GSIZE_TO_POINTER (key)))
      != 1)
    return TRUE;

  id = take_leftover (self, state->loose, key);
  if (id == 0)
    return TRUE;

  for (guint i = 0; i < N_LOOSE; i++)
    count_key (self, i, row->keys[i], -1);

  record = taga_store_get_record (state->store, TAGA_TYPE_ASSET, id, error);
  if (record == NULL)
    return FALSE;

  mask = taga_source_compare (self->source, values, record);
  state->n_same += mask == 0;
  return taga_staging_match (state->staging, number, id, mask, error);
}

static gboolean
copy_row (gint64 number,
          const TagaStagedRow *row,
          const TagaValue *values,
          gpointer user_data,
          GError **error)
{
  if (row->kind == TAGA_STAGED_CHANGED && row->mask == 0)
    return TRUE;

  return taga_staging_add (user_data, row, values, error);
}

/* Leaves out the rows in which nothing would change. */
static gboolean
drop_same (TagaStaging **staging, GError **error)
{
  g_autoptr (TagaStaging) rest = taga_staging_new (TAGA_TYPE_ASSET, error);

  if (rest == NULL
      || !taga_staging_foreach (*staging, TAGA_STAGED_NEW, FALSE, copy_row, rest, error)
      || !taga_staging_foreach (*staging, TAGA_STAGED_CHANGED, FALSE, copy_row, rest, error))
    return FALSE;

  g_set_object (staging, rest);
  return TRUE;
}

/**
 * taga_matcher_settle:
 * @self: a matcher
 * @store: the company file
 * @staging: (inout): the rows that are new or changed so far
 * @n_same: (inout): counts the rows in which nothing would change
 * @error: return location for an error
 *
 * Finds among the new rows those that are an asset all the same: a row whose business or medium was
 * changed in the file, or left empty, is still the asset of that name, if only one can be meant. To
 * be called when all rows have had their turn with [method@Matcher.find].
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_matcher_settle (TagaMatcher *self,
                     TagaStore *store,
                     TagaStaging **staging,
                     guint *n_same,
                     GError **error)
{
  Settlement state = { self, store, *staging, 0, 0 };

  for (state.loose = 0; state.loose < N_LOOSE; state.loose++)
    if (!taga_staging_foreach (*staging, TAGA_STAGED_NEW, FALSE, match_row, &state, error))
      return FALSE;

  *n_same += state.n_same;
  return state.n_same == 0 || drop_same (staging, error);
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
