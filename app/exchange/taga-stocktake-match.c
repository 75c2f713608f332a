#include "taga-stocktake-match.h"

#include <glib/gi18n-lib.h>

#include "taga-stocktake-item.h"
#include "taga-stocktake-progress.h"
#include "taga-stocktake-sent.h"
#include "taga-stocktake.h"
#include "taga-text.h"

typedef struct
{
  TagaStocktakeMatch *match;
  TagaStocktakeSheet *sheet;
  const char *code;
  GHashTable *by_asset; /* asset number -> entry */
  GHashTable *by_name;  /* folded name -> GPtrArray of entries, owned */
  guint n_own_keys;
  char *foreign_code; /* (owned) (nullable): the first one seen */
} Matching;

static void
free_entry (gpointer data)
{
  TagaStocktakeEntry *entry = data;

  g_free (entry->name);
  g_free (entry->department);
  g_free (entry->state);
  taga_values_free (entry->base, TAGA_STOCKTAKE_N_JUDGED);
  g_free (entry);
}

/**
 * taga_stocktake_match_free:
 * @self: (transfer full): a match
 *
 * Frees it.
 */
void
taga_stocktake_match_free (TagaStocktakeMatch *self)
{
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->added);
  g_free (self);
}

static TagaStocktakeEntry *
create_entry (gint64 item, const TagaValue *values)
{
  TagaStocktakeEntry *entry = g_new0 (TagaStocktakeEntry, 1);

  entry->item = item;
  entry->asset = values[TAGA_STOCKTAKE_ITEM_ASSET].number;
  entry->base = taga_stocktake_sent_parse (values[TAGA_STOCKTAKE_ITEM_SENT].text);
  entry->name = g_strdup (values[TAGA_STOCKTAKE_ITEM_NAME].text);
  entry->department = g_strdup (values[TAGA_STOCKTAKE_ITEM_DEPARTMENT].text);
  entry->state = g_strdup (values[TAGA_STOCKTAKE_ITEM_STATE].text);
  entry->sending = values[TAGA_STOCKTAKE_ITEM_SENDING].number;
  if (entry->department == NULL)
    entry->department = g_strdup ("");

  return entry;
}

static const char *
get_sent_name (const TagaStocktakeEntry *entry)
{
  const char *sent = entry->base == NULL ? NULL : entry->base[TAGA_STOCKTAKE_LINE_NAME].text;

  return sent == NULL ? entry->name : sent;
}

static void
index_entry (Matching *self, TagaStocktakeEntry *entry)
{
  char *key = taga_text_match_key (get_sent_name (entry));
  GPtrArray *namesakes = g_hash_table_lookup (self->by_name, key);

  if (namesakes == NULL)
    {
      namesakes = g_ptr_array_new ();
      g_hash_table_insert (self->by_name, g_strdup (key), namesakes);
    }
  g_ptr_array_add (namesakes, entry);
  g_hash_table_insert (self->by_asset, &entry->asset, entry);
  g_ptr_array_add (self->match->entries, entry);
  g_free (key);
}

static gboolean
read_entries (Matching *self, TagaStore *store, gint64 run, GError **error)
{
  g_autoptr (TagaCursor) cursor = taga_stocktake_open_items (store, run, error);
  const TagaValue *values;
  gboolean has_row = TRUE;
  gint64 item;

  while (cursor != NULL && has_row)
    {
      if (!taga_cursor_next (cursor, &item, &values, &has_row, error))
        return FALSE;
      if (has_row)
        index_entry (self, create_entry (item, values));
    }

  return cursor != NULL;
}

static gboolean
has_name (const TagaStocktakeEntry *entry, const TagaStocktakeRow *row)
{
  g_autofree char *one = taga_text_match_key (get_sent_name (entry));
  g_autofree char *other = taga_text_match_key (row->values[TAGA_STOCKTAKE_LINE_NAME].text);

  return g_str_equal (one, other);
}

/* Paper and data of one name are two assets, and so may be those of two businesses. */
static gboolean
is_alike (const TagaStocktakeEntry *entry, const TagaStocktakeRow *row, guint field)
{
  return entry->base != NULL && g_strcmp0 (entry->base[field].text, row->values[field].text) == 0;
}

/* Finds the one asset of the row's name that no row has taken. */
static TagaStocktakeEntry *
find_by_name (Matching *self, const TagaStocktakeRow *row, gboolean *is_ambiguous)
{
  g_autofree char *key = taga_text_match_key (row->values[TAGA_STOCKTAKE_LINE_NAME].text);
  GPtrArray *namesakes = g_hash_table_lookup (self->by_name, key);
  TagaStocktakeEntry *best = NULL;
  guint best_rating = 0;

  *is_ambiguous = FALSE;
  for (guint i = 0; namesakes != NULL && i < namesakes->len; i++)
    {
      TagaStocktakeEntry *entry = g_ptr_array_index (namesakes, i);
      guint rating = 1 + 2 * is_alike (entry, row, TAGA_STOCKTAKE_LINE_MEDIUM)
                     + is_alike (entry, row, TAGA_STOCKTAKE_LINE_BUSINESS);

      if (entry->row != NULL)
        continue;
      *is_ambiguous = rating == best_rating || (*is_ambiguous && rating < best_rating);
      if (rating > best_rating)
        best = entry;
      best_rating = MAX (best_rating, rating);
    }

  return *is_ambiguous ? NULL : best;
}

static void
assign (TagaStocktakeEntry *entry, const TagaStocktakeRow *row, gboolean is_base_known)
{
  entry->row = row;
  entry->is_base_known = is_base_known && entry->base != NULL;
}

/* The key counts if it is of this stock-taking and the row still bears the asset's name; or, in a
 * second look, if the name is that of no other asset. */
static gboolean
match_by_key (Matching *self, const TagaStocktakeRow *row, gboolean by_name_too)
{
  TagaStocktakeKey key;
  TagaStocktakeEntry *entry;
  gboolean is_ambiguous;

  if (!taga_stocktake_key_parse (row->values[TAGA_STOCKTAKE_LINE_KEY].text, &key))
    return FALSE;

  if (!g_str_equal (key.code, self->code))
    return FALSE;

  entry = g_hash_table_lookup (self->by_asset, &key.asset);
  if (entry == NULL || entry->row != NULL || has_name (entry, row) != by_name_too)
    return FALSE;
  if (!by_name_too && (find_by_name (self, row, &is_ambiguous) != NULL || is_ambiguous))
    return FALSE;

  assign (entry, row, key.sending == entry->sending);
  return TRUE;
}

static void
reject_row (Matching *self, const TagaStocktakeRow *row, const char *reason)
{
  taga_stocktake_reject (self->sheet->rejections, row->row, _ ("Information asset"), reason);
}

static void
match_rest (Matching *self, const TagaStocktakeRow *row)
{
  const char *text = row->values[TAGA_STOCKTAKE_LINE_KEY].text;
  gboolean is_ambiguous;
  TagaStocktakeEntry *entry;
  TagaStocktakeKey key;

  if (row->values[TAGA_STOCKTAKE_LINE_NAME].text == NULL)
    {
      reject_row (self, row, _ ("The asset has no name."));
      return;
    }

  entry = find_by_name (self, row, &is_ambiguous);
  if (entry != NULL)
    assign (entry, row, TRUE);
  else if (is_ambiguous)
    reject_row (self, row,
                _ ("Several assets have this name, and the row does not say which one it means. "
                   "Enter what it says by hand."));
  /* A row that was copied to write a new one under it has a key, but another name. */
  else if (text == NULL
           || (taga_stocktake_key_parse (text, &key) && g_str_equal (key.code, self->code)
               && g_hash_table_contains (self->by_asset, &key.asset)
               && !has_name (g_hash_table_lookup (self->by_asset, &key.asset), row)))
    g_ptr_array_add (self->match->added, (gpointer) row);
  else
    reject_row (
        self, row,
        _ ("The row belongs to no asset of the stock-taking: its hidden number was changed, "
           "or it stands there twice. Enter what it says by hand."));
}

static void
look_at_key (Matching *self, const char *text)
{
  TagaStocktakeKey key;

  if (!taga_stocktake_key_parse (text, &key))
    return;

  if (g_str_equal (key.code, self->code))
    self->n_own_keys++;
  else if (self->foreign_code == NULL)
    self->foreign_code = g_strdup (key.code);
}

static void
match_rows (Matching *self)
{
  GPtrArray *rows = self->sheet->rows;
  g_autofree gboolean *is_done = g_new0 (gboolean, rows->len + 1);

  for (guint i = 0; i < rows->len; i++)
    {
      const TagaStocktakeRow *row = g_ptr_array_index (rows, i);

      look_at_key (self, row->values[TAGA_STOCKTAKE_LINE_KEY].text);
      is_done[i] = match_by_key (self, row, TRUE);
    }

  for (guint i = 0; i < rows->len; i++)
    {
      const TagaStocktakeRow *row = g_ptr_array_index (rows, i);

      if (!is_done[i] && row->values[TAGA_STOCKTAKE_LINE_NAME].text != NULL)
        is_done[i] = match_by_key (self, row, FALSE);
    }

  for (guint i = 0; i < rows->len; i++)
    if (!is_done[i])
      match_rest (self, g_ptr_array_index (rows, i));
}

/* What a foreign code stands for: an earlier stock-taking, or another company's. */
static char *
explain_code (TagaStore *store, const char *code)
{
  g_autoptr (TagaCursor) cursor = taga_cursor_new (store, TAGA_TYPE_STOCKTAKE, NULL, NULL);
  const TagaValue *values;
  gboolean has_row = TRUE;

  while (cursor != NULL && taga_cursor_next (cursor, NULL, &values, &has_row, NULL) && has_row)
    if (g_strcmp0 (values[TAGA_STOCKTAKE_CODE].text, code) == 0)
      return g_strdup_printf (
          /* Translators: the name of a stock-taking */
          _ ("The workbook belongs to “%s”, which is closed. Send the department a workbook of the "
             "stock-taking that is under way."),
          values[TAGA_STOCKTAKE_NAME].text);

  return g_strdup (_ ("The workbook belongs to another company’s stock-taking. Choose one that was "
                      "sent from this company file."));
}

static gboolean
check_belongs (Matching *self, TagaStore *store, GError **error)
{
  guint n_rows = self->sheet->rows->len;
  gboolean any = FALSE;
  g_autofree char *reason = NULL;

  for (guint i = 0; i < self->match->entries->len; i++)
    any = any || ((TagaStocktakeEntry *) g_ptr_array_index (self->match->entries, i))->row != NULL;

  if (self->foreign_code != NULL && self->n_own_keys == 0)
    reason = explain_code (store, self->foreign_code);
  else if (!any && n_rows == 0 && self->sheet->rejections->len == 0)
    reason = g_strdup (_ ("The workbook has no rows. Ask the department for the one that it filled "
                          "in."));
  else if (!any && n_rows > 0)
    reason =
        g_strdup (_ ("None of the rows belongs to the stock-taking that is under way. Choose a "
                     "workbook that was sent from this company file."));
  if (reason == NULL)
    return TRUE;

  g_set_error_literal (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID, reason);
  return FALSE;
}

/**
 * taga_stocktake_match_new:
 * @store: a company file
 * @run: the stock-taking
 * @sheet: what came back; rows that cannot be assigned join its rejections. It must outlive the
 *   match
 * @error: return location for an error
 *
 * Finds out which asset each row of a workbook means: by the hidden key where it is there and fits
 * the name, else by the name. Nothing that stands in the workbook is believed.
 *
 * Returns: (transfer full) (nullable): the match, or `NULL` with `TAGA_STORE_ERROR_INVALID` if the
 *   workbook belongs to another stock-taking, or any other [error@StoreError]
 */
TagaStocktakeMatch *
taga_stocktake_match_new (TagaStore *store, gint64 run, TagaStocktakeSheet *sheet, GError **error)
{
  g_autoptr (TagaStocktakeMatch) match = g_new0 (TagaStocktakeMatch, 1);
  g_autoptr (TagaRecord) record = taga_store_get_record (store, TAGA_TYPE_STOCKTAKE, run, error);
  g_autoptr (GHashTable) by_asset = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) by_name =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  Matching self = { match, sheet, NULL, by_asset, by_name, 0, NULL };
  gboolean done;

  match->entries = g_ptr_array_new_with_free_func (free_entry);
  match->added = g_ptr_array_new ();
  if (record == NULL)
    return NULL;

  self.code = taga_record_get_text (record, TAGA_STOCKTAKE_CODE);
  done = read_entries (&self, store, run, error);
  if (done)
    {
      match_rows (&self);
      done = check_belongs (&self, store, error);
    }
  g_free (self.foreign_code);

  return done ? g_steal_pointer (&match) : NULL;
}
