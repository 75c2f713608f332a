#include "taga-top-ranks.h"

#include <glib/gi18n-lib.h>

#include "taga-cursor.h"
#include "taga-language.h"
#include "taga-ranking.h"
#include "taga-store-error.h"
#include "taga-top-threat.h"

/* A file from elsewhere may have any number; one that is none of the list, or that another threat
 * has already, is none. */
static int
take_rank (const TagaTopRanks *self, gint64 rank)
{
  if (rank < 1 || rank > self->n)
    return TAGA_UNKNOWN;

  for (guint i = 0; i < self->n; i++)
    if (self->ranks[i] == rank)
      return TAGA_UNKNOWN;

  return (int) rank;
}

static gboolean
read_records (TagaTopRanks *self, TagaStore *store, GError **error)
{
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autoptr (TagaCursor) cursor = NULL;
  TagaFilter *round = taga_filter_new (TAGA_TOP_THREAT_ROUND);
  const TagaValue *values;
  gboolean has_row = TRUE;
  gint64 id;

  round->from = g_strdup_printf ("%" G_GINT64_FORMAT, taga_store_get_round (store));
  round->to = g_strdup (round->from);
  taga_query_set_filter (query, round);
  cursor = taga_cursor_new (store, TAGA_TYPE_TOP_THREAT, query, error);
  if (cursor == NULL)
    return FALSE;

  while (taga_cursor_next (cursor, &id, &values, &has_row, error) && has_row)
    {
      int i = taga_top_ranks_find (self, values[TAGA_TOP_THREAT_ITEM].text);

      if (i < 0)
        continue;

      self->ids[i] = id;
      self->ranks[i] = take_rank (self, values[TAGA_TOP_THREAT_RANK].number);
      self->notes[i] = g_strdup (values[TAGA_TOP_THREAT_NOTE].text);
    }

  return !has_row;
}

/**
 * taga_top_ranks_read:
 * @store: a store
 * @list: key of a list of threats, e.g. "2026"
 * @error: return location for an error
 *
 * Reads how the company numbers the threats of a year in the round in use. Where two have the same
 * number, the one that was entered first keeps it.
 *
 * Returns: (transfer full) (nullable): the numbers, or `NULL` with any [error@StoreError]
 */
TagaTopRanks *
taga_top_ranks_read (TagaStore *store, const char *list, GError **error)
{
  g_autoptr (TagaTopRanks) self = g_new0 (TagaTopRanks, 1);
  guint n;
  const TagaItem *items;

  self->edition = g_object_ref (taga_store_get_edition (store));
  items = taga_edition_get_items (self->edition, "top-threat", &n);
  self->threats = g_new0 (const TagaItem *, n);
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (items[i].group, list) == 0)
      self->threats[self->n++] = &items[i];
  self->ranks = g_new (int, self->n);
  self->notes = g_new0 (char *, self->n);
  self->ids = g_new0 (gint64, self->n);
  for (guint i = 0; i < self->n; i++)
    self->ranks[i] = TAGA_UNKNOWN;

  return read_records (self, store, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * taga_top_ranks_free:
 * @self: (transfer full): numbers
 *
 * Frees them.
 */
void
taga_top_ranks_free (TagaTopRanks *self)
{
  g_object_unref (self->edition);
  for (guint i = 0; i < self->n; i++)
    g_free (self->notes[i]);
  g_free (self->notes);
  g_free (self->ids);
  g_free (self->threats);
  g_free (self->ranks);
  g_free (self);
}

/**
 * taga_top_ranks_find:
 * @self: numbers
 * @threat: key of a threat
 *
 * Finds a threat.
 *
 * Returns: its place in the published order, from 0, or -1 if the list does not have it
 */
int
taga_top_ranks_find (const TagaTopRanks *self, const char *threat)
{
  for (guint i = 0; i < self->n; i++)
    if (g_str_equal (self->threats[i]->key, threat))
      return (int) i;

  return -1;
}

static TagaTopRanks *
read_list_of (TagaStore *store, const char *threat, GError **error)
{
  const TagaItem *item =
      taga_edition_find_item (taga_store_get_edition (store), "top-threat", threat);

  if (item == NULL)
    {
      g_set_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND,
                   _ ("The guideline edition in use has no item “%s”."), threat);
      return NULL;
    }

  return taga_top_ranks_read (store, item->group, error);
}

/* A record comes into being with the first thing that is entered, so a round holds nothing that
 * nobody said. */
static gboolean
write_value (TagaStore *store,
             const TagaTopRanks *ranks,
             guint i,
             guint field,
             const TagaValue *value,
             GError **error)
{
  TagaValue *values;
  gboolean done;

  if (ranks->ids[i] != 0)
    return taga_store_update (store, TAGA_TYPE_TOP_THREAT, ranks->ids[i], &field, value, 1, error);

  values = taga_values_new (TAGA_TOP_THREAT_N_FIELDS);
  values[TAGA_TOP_THREAT_ROUND].number = taga_store_get_round (store);
  values[TAGA_TOP_THREAT_ITEM].text = g_strdup (ranks->threats[i]->key);
  taga_value_set (&values[field], value);
  done = taga_store_insert (store, TAGA_TYPE_TOP_THREAT, values, &ranks->ids[i], error);
  taga_values_free (values, TAGA_TOP_THREAT_N_FIELDS);

  return done;
}

static gboolean
write_ranks (TagaStore *store, const TagaTopRanks *ranks, const int *before, GError **error)
{
  for (guint i = 0; i < ranks->n; i++)
    {
      const TagaValue value = { NULL, ranks->ranks[i] };

      if (ranks->ranks[i] != before[i]
          && !write_value (store, ranks, i, TAGA_TOP_THREAT_RANK, &value, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_step (TagaStore *store,
            const TagaTopRanks *ranks,
            const int *before,
            const char *label,
            GError **error)
{
  if (!taga_store_begin (store, label, error))
    return FALSE;

  if (write_ranks (store, ranks, before, error))
    return taga_store_commit (store, error);

  taga_store_rollback (store);
  return FALSE;
}

/**
 * taga_top_ranks_place:
 * @store: a store
 * @threat: key of a threat
 * @rank: the company's own number for it, or `TAGA_UNKNOWN` for none
 * @error: return location for an error
 *
 * Numbers a threat, as one step; who has that number already makes room, see
 * [func@ranking_place].
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_top_ranks_place (TagaStore *store, const char *threat, gint64 rank, GError **error)
{
  g_autoptr (TagaTopRanks) ranks = read_list_of (store, threat, error);
  g_autofree int *before = NULL;
  g_autofree char *label = NULL;
  const TagaItem *item;
  int place;

  if (ranks == NULL)
    return FALSE;

  before = g_memdup2 (ranks->ranks, ranks->n * sizeof (int));
  place = taga_top_ranks_find (ranks, threat);
  item = ranks->threats[place];
  if (rank > (gint64) ranks->n
      || !taga_ranking_place (ranks->ranks, ranks->n, (guint) place, (int) rank))
    {
      g_set_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID,
                   /* Translators: %u is how many threats the list has */
                   _ ("Your own number goes from 1 to %u. Leave it empty to give none."), ranks->n);
      return FALSE;
    }

  /* Translators: the name of a threat */
  label = g_strdup_printf (_ ("Number “%s”"),
                           taga_language_is_japanese () ? item->short_ja : item->short_en);
  return write_step (store, ranks, before, label, error);
}

/**
 * taga_top_ranks_move:
 * @store: a store
 * @threat: key of a threat
 * @by: -1 for one up in the company's own order, 1 for one down
 * @moved: (out): `FALSE` if it stands at the end already; then nothing has changed
 * @error: return location for an error
 *
 * Moves a threat in the company's own order, as one step; all threats of the year have a number
 * afterwards.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_top_ranks_move (TagaStore *store, const char *threat, int by, gboolean *moved, GError **error)
{
  g_autoptr (TagaTopRanks) ranks = read_list_of (store, threat, error);
  g_autofree int *before = NULL;
  g_autofree char *label = NULL;
  const TagaItem *item;
  const char *name;
  int place;

  *moved = FALSE;
  if (ranks == NULL)
    return FALSE;

  before = g_memdup2 (ranks->ranks, ranks->n * sizeof (int));
  place = taga_top_ranks_find (ranks, threat);
  item = ranks->threats[place];
  *moved = taga_ranking_move (ranks->ranks, ranks->n, (guint) place, by);
  if (!*moved)
    return TRUE;

  name = taga_language_is_japanese () ? item->short_ja : item->short_en;
  label = by < 0 ? g_strdup_printf (_ ("Move “%s” up"), name)
                 : g_strdup_printf (_ ("Move “%s” down"), name);
  return write_step (store, ranks, before, label, error);
}

/**
 * taga_top_ranks_set_note:
 * @store: a store
 * @threat: key of a threat
 * @note: (nullable): a remark on it, or `NULL` for none
 * @error: return location for an error
 *
 * Writes a remark on a threat, as one step.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_top_ranks_set_note (TagaStore *store, const char *threat, const char *note, GError **error)
{
  g_autoptr (TagaTopRanks) ranks = read_list_of (store, threat, error);
  const TagaValue value = { (char *) note, TAGA_UNKNOWN };
  const TagaField *fields = taga_record_class_peek (TAGA_TYPE_TOP_THREAT)->fields;
  g_autofree char *label = NULL;
  guint i;

  if (ranks == NULL)
    return FALSE;

  i = (guint) taga_top_ranks_find (ranks, threat);
  label = g_strdup_printf (_ ("Change “%s”: %s"),
                           taga_language_is_japanese () ? ranks->threats[i]->short_ja
                                                        : ranks->threats[i]->short_en,
                           _ (fields[TAGA_TOP_THREAT_NOTE].title));
  if (!taga_store_begin (store, label, error))
    return FALSE;

  if (write_value (store, ranks, i, TAGA_TOP_THREAT_NOTE, &value, error))
    return taga_store_commit (store, error);

  taga_store_rollback (store);
  return FALSE;
}
