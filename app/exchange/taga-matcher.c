#include "taga-matcher.h"

#include "taga-asset.h"
#include "taga-cursor.h"
#include "taga-text.h"

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

static guint64
make_keys (const TagaValue *values, guint64 *loose)
{
  g_autofree char *business = taga_text_match_key (values[TAGA_ASSET_BUSINESS].text);
  g_autofree char *name = taga_text_match_key (values[TAGA_ASSET_NAME].text);
  const char *medium = values[TAGA_ASSET_MEDIUM].text == NULL ? "" : values[TAGA_ASSET_MEDIUM].text;

  loose[0] = make_key ("", name, medium);
  loose[1] = make_key (business, name, "");

  return make_key (business, name, medium);
}

/**
 * taga_matcher_make_keys:
 * @values: (array): an asset's values
 * @keys: (out caller-allocates) (array fixed-size=2): keys for [func@matcher_take_leftover]
 *
 * Makes the keys by which an asset may be found when its business or its medium was changed.
 */
void
taga_matcher_make_keys (const TagaValue *values, guint64 *keys)
{
  make_keys (values, keys);
}

static guint64
make_content (TagaMatcher *self, const TagaValue *values)
{
  guint64 hash = SEED;

  for (guint i = 0; i < self->klass->n_fields; i++)
    {
      const TagaField *field = &self->klass->fields[i];

      if (!(self->fields & (G_GUINT64_CONSTANT (1) << i)))
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
  guint64 key = make_keys (values, entry.loose);
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
    g_clear_pointer (&self->leftovers[i], g_hash_table_unref);
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
  guint64 key = make_keys (values, loose);
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

/**
 * taga_matcher_take_leftover:
 * @self: a matcher
 * @loose: 0 to go by name and medium, then 1 by business and name
 * @key: the key for that, from [func@matcher_make_keys]
 *
 * Finds the only asset in use with such a key that no row has taken, and takes it. To be asked when
 * all rows have had their turn with [method@Matcher.find].
 *
 * Returns: its number, or 0 if there is none or more than one
 */
gint64
taga_matcher_take_leftover (TagaMatcher *self, guint loose, guint64 key)
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

      if (!entry->taken && !entry->retired)
        func (entry->id, user_data);
    }
}
