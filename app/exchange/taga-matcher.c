#include "taga-matcher-private.h"

#include <string.h>

#include "taga-asset.h"
#include "taga-cursor.h"
#include "taga-text.h"

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

static const char *
fold_business (TagaMatcher *self, const char *business)
{
  if (self->folded_business == NULL || g_strcmp0 (business, self->business) != 0)
    {
      g_free (self->business);
      g_free (self->folded_business);
      self->business = g_strdup (business);
      self->folded_business = taga_text_match_key (business);
    }

  return self->folded_business;
}

/* What the sheet has no column for tells no asset from another. */
static guint64
make_keys (TagaMatcher *self, const TagaValue *values, guint64 *loose)
{
  const char *medium_text = values[TAGA_ASSET_MEDIUM].text;
  const char *medium =
      medium_text == NULL || !has_field (self, TAGA_ASSET_MEDIUM) ? "" : medium_text;
  g_autofree char *name = taga_text_match_key (values[TAGA_ASSET_NAME].text);
  const char *business = fold_business (
      self, has_field (self, TAGA_ASSET_BUSINESS) ? values[TAGA_ASSET_BUSINESS].text : NULL);

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

      if (!has_field (self, i))
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

/* Finds the first entry of a key that no row has taken; what others took drops out on the way. */
static Entry *
peek_chain (TagaMatcher *self, guint chain, guint64 key)
{
  gpointer pointer = GSIZE_TO_POINTER (key);
  guint last = GPOINTER_TO_UINT (g_hash_table_lookup (self->chains[chain], pointer));
  gboolean is_empty = last == 0;

  while (!is_empty)
    {
      Entry *tail = &g_array_index (self->entries, Entry, last - 1);
      Entry *first = &g_array_index (self->entries, Entry, tail->next[chain]);

      if (!first->taken)
        return first;

      is_empty = first == tail;
      tail->next[chain] = first->next[chain];
      if (is_empty)
        g_hash_table_remove (self->chains[chain], pointer);
    }

  return NULL;
}

static Entry *
take_from_chain (TagaMatcher *self, guint chain, guint64 key)
{
  Entry *entry = peek_chain (self, chain, key);

  if (entry != NULL)
    entry->taken = TRUE;

  return entry;
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
 * @source: the file whose rows are to be found
 * @unread: the cells of the file that are not taken; it must outlive the matcher
 *
 * Makes a matcher that knows nothing yet.
 *
 * Returns: (transfer full): the matcher
 */
TagaMatcher *
taga_matcher_new (TagaSource *source, TagaUnread *unread)
{
  TagaMatcher *self = g_new0 (TagaMatcher, 1);

  self->klass = taga_record_class_peek (TAGA_TYPE_ASSET);
  self->source = g_object_ref (source);
  self->unread = unread;
  self->settled = g_hash_table_new (NULL, NULL);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  for (guint i = 0; i < N_CHAINS; i++)
    self->chains[i] = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < N_LOOSE; i++)
    {
      self->counts[i] = g_hash_table_new (NULL, NULL);
      self->spared[i] = g_hash_table_new (NULL, NULL);
    }
  if (taga_import_plan_count_taken (taga_source_get_plan (source)) > 1)
    self->sheets = g_hash_table_new (NULL, NULL);

  return self;
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
  g_free (self->business);
  g_free (self->folded_business);
  g_hash_table_unref (self->settled);
  g_clear_pointer (&self->sheets, g_hash_table_unref);
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

/* An asset that a row may mean which cannot be read is not gone. */
static gboolean
is_spared (TagaMatcher *self, const Entry *entry)
{
  for (guint i = 0; i < N_LOOSE; i++)
    if (g_hash_table_contains (self->spared[i], GSIZE_TO_POINTER (entry->loose[i])))
      return TRUE;

  return FALSE;
}

/* Keeps what is settled, and forgets the rest. */
static void
forget_entries (TagaMatcher *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (entry->taken || is_spared (self, entry))
        g_hash_table_add (self->settled, GSIZE_TO_POINTER (entry->id));
    }

  g_array_set_size (self->entries, 0);
  for (guint i = 0; i < N_CHAINS; i++)
    g_hash_table_remove_all (self->chains[i]);
  for (guint i = 0; i < N_LOOSE; i++)
    {
      g_clear_pointer (&self->leftovers[i], g_hash_table_unref);
      g_hash_table_remove_all (self->spared[i]);
    }
}

/**
 * taga_matcher_begin:
 * @self: a matcher
 * @store: the company file
 * @sheet: a sheet's position
 * @error: return location for an error
 *
 * Learns the register for the rows of a sheet.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_matcher_begin (TagaMatcher *self, TagaStore *store, guint sheet, GError **error)
{
  const TagaImportSheet *plan = taga_import_plan_get (taga_source_get_plan (self->source), sheet);
  guint64 fields = taga_import_sheet_get_fields (plan);
  g_autoptr (TagaCursor) cursor = NULL;
  const TagaValue *values;
  gboolean has_row = TRUE;
  gint64 id;

  self->sheet = sheet;
  if (fields == self->fields)
    return TRUE;

  forget_entries (self);
  self->fields = fields;
  cursor = taga_cursor_new (store, TAGA_TYPE_ASSET, NULL, error);
  while (cursor != NULL && has_row)
    {
      if (!taga_cursor_next (cursor, &id, &values, &has_row, error))
        return FALSE;
      if (has_row && !g_hash_table_contains (self->settled, GSIZE_TO_POINTER (id)))
        add_entry (self, id, values);
    }

  return cursor != NULL;
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
 * Returns: whether there is one, whether nothing in it would change, and whether another might have
 * been meant as well
 */
TagaMatch
taga_matcher_find (TagaMatcher *self, const TagaValue *values, gint64 *id)
{
  guint chain = CHAIN_NAMED;
  guint64 key = make_keys (self, values, self->loose);
  Entry *entry;

  self->key = key;
  if (self->entries->len == 0)
    return TAGA_MATCH_NONE;

  entry = take_from_chain (self, CHAIN_SAME, make_content (self, values, key));
  if (entry != NULL)
    {
      *id = entry->id;
      return TAGA_MATCH_SAME;
    }

  entry = take_from_chain (self, chain, key);
  if (entry == NULL)
    {
      chain = CHAIN_RETIRED;
      entry = take_from_chain (self, chain, key);
    }
  if (entry == NULL)
    return TAGA_MATCH_NONE;

  *id = entry->id;
  return peek_chain (self, chain, key) == NULL ? TAGA_MATCH_NAMED : TAGA_MATCH_ONE_OF_SEVERAL;
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
  gint64 id;

  if (values[TAGA_ASSET_NAME].text == NULL
      || taga_matcher_find (self, values, &id) != TAGA_MATCH_NONE)
    return;

  for (guint i = 0; i < N_LOOSE; i++)
    g_hash_table_add (self->spared[i], GSIZE_TO_POINTER (self->loose[i]));
}

/**
 * taga_matcher_count:
 * @self: a matcher
 * @loose: which of the loose keys
 * @key: a key
 * @change: 1 or -1
 *
 * Counts the new rows that have a key.
 */
void
taga_matcher_count (TagaMatcher *self, guint loose, guint64 key, int change)
{
  gpointer pointer = GSIZE_TO_POINTER (key);
  int n = GPOINTER_TO_INT (g_hash_table_lookup (self->counts[loose], pointer));

  g_hash_table_insert (self->counts[loose], pointer, GINT_TO_POINTER (n + change));
}

/**
 * taga_matcher_miss:
 * @self: a matcher
 * @keys: (out caller-allocates) (array fixed-size=2): keys for the staged row
 *
 * Gives the keys of the row that [method@Matcher.find] has just found nothing for, by which
 * [method@Matcher.settle] finds an asset whose business or medium was changed, and takes note of
 * them.
 *
 * Returns: whether another sheet has a new row of the same business, name and medium
 */
TagaDoubt
taga_matcher_miss (TagaMatcher *self, guint64 *keys)
{
  gpointer key = GSIZE_TO_POINTER (self->key);
  guint sheet;

  memcpy (keys, self->loose, sizeof self->loose);

  for (guint i = 0; self->entries->len > 0 && i < N_LOOSE; i++)
    taga_matcher_count (self, i, keys[i], 1);

  if (self->sheets == NULL)
    return TAGA_DOUBT_NONE;

  sheet = GPOINTER_TO_UINT (g_hash_table_lookup (self->sheets, key));
  if (sheet == 0)
    g_hash_table_insert (self->sheets, key, GUINT_TO_POINTER (self->sheet + 1));

  return sheet == 0 || sheet == self->sheet + 1 ? TAGA_DOUBT_NONE : TAGA_DOUBT_TWICE;
}

/**
 * taga_matcher_collect_leftovers:
 * @self: a matcher
 *
 * Collects the assets in use that no row has taken.
 *
 * Returns: (transfer full): a set of their numbers
 */
GHashTable *
taga_matcher_collect_leftovers (TagaMatcher *self)
{
  GHashTable *leftovers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (!entry->taken && !entry->retired && !is_spared (self, entry))
        g_hash_table_add (leftovers, GSIZE_TO_POINTER (entry->id));
    }

  return leftovers;
}
