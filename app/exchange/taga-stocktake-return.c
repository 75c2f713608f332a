#include "taga-stocktake-return.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-date.h"
#include "taga-stocktake-match.h"
#include "taga-stocktake-merge.h"
#include "taga-stocktake-run.h"
#include "taga-stocktake-sent.h"

/**
 * TagaStocktakeReturn:
 *
 * What taking in a workbook that a department sent back would do. Each value is decided about by
 * three: what was sent, what came back, and what the register has become meanwhile. Nothing happens
 * until it is applied, all or nothing, as one step.
 */
struct _TagaStocktakeReturn
{
  GObject parent_instance;

  gint64 run;
  char *department;          /* (owned): whose workbook it is */
  TagaStocktakeSheet *sheet; /* (owned) */
  GPtrArray *answers;        /* (owned) (element-type TagaStocktakeAnswer) */
  GPtrArray *missing;        /* (owned) (element-type utf8) */
  guint n_same;
  guint n_blank;
  char *today; /* (owned) */
};

G_DEFINE_FINAL_TYPE (TagaStocktakeReturn, taga_stocktake_return, G_TYPE_OBJECT)

static void
clear_cell (gpointer data)
{
  TagaStocktakeCell *cell = data;

  taga_value_clear (&cell->base);
  taga_value_clear (&cell->theirs);
  taga_value_clear (&cell->ours);
}

static void
free_answer (gpointer data)
{
  TagaStocktakeAnswer *answer = data;

  g_free (answer->name);
  g_free (answer->medium);
  g_free (answer->state);
  g_free (answer->day);
  g_free (answer->person);
  g_array_unref (answer->cells);
  taga_values_free (answer->values, TAGA_STOCKTAKE_LINE_N_FIELDS);
  g_free (answer);
}

static void
taga_stocktake_return_finalize (GObject *object)
{
  TagaStocktakeReturn *self = TAGA_STOCKTAKE_RETURN (object);

  g_clear_pointer (&self->sheet, taga_stocktake_sheet_free);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  g_free (self->department);
  g_free (self->today);

  G_OBJECT_CLASS (taga_stocktake_return_parent_class)->finalize (object);
}

static void
taga_stocktake_return_class_init (TagaStocktakeReturnClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_stocktake_return_finalize;
}

static void
taga_stocktake_return_init (TagaStocktakeReturn *self)
{
  self->answers = g_ptr_array_new_with_free_func (free_answer);
  self->missing = g_ptr_array_new_with_free_func (g_free);
  self->today = taga_date_today ();
}

static void
add_cell (TagaStocktakeAnswer *answer,
          guint field,
          const TagaValue *base,
          const TagaValue *theirs,
          const TagaValue *ours,
          gboolean is_conflict)
{
  TagaStocktakeCell cell = { .field = field, .has_base = base != NULL };

  cell.is_conflict = is_conflict;
  cell.ticked = !is_conflict;
  taga_value_init (&cell.base);
  taga_value_init (&cell.theirs);
  taga_value_init (&cell.ours);
  if (base != NULL)
    taga_value_set (&cell.base, base);
  taga_value_set (&cell.theirs, theirs);
  taga_value_set (&cell.ours, ours);
  g_array_append_val (answer->cells, cell);
}

static void
compare (TagaStocktakeReturn *self,
         TagaStocktakeAnswer *answer,
         const TagaStocktakeEntry *entry,
         TagaRecord *asset)
{
  TagaRecordClass *klass = taga_record_class_peek (TAGA_TYPE_STOCKTAKE_LINE);

  for (guint i = 0; i < TAGA_STOCKTAKE_N_JUDGED; i++)
    {
      const TagaValue *base = entry->is_base_known ? &entry->base[i] : NULL;
      const TagaValue *theirs = &entry->row->values[i];
      const TagaValue *ours =
          taga_record_get_value (asset, taga_stocktake_line_get_asset_field (i));
      TagaMerge merge;

      if (!(self->sheet->columns & G_GUINT64_CONSTANT (1) << i))
        continue;
      merge = taga_stocktake_merge (&klass->fields[i], base, theirs, ours);
      if (merge != TAGA_MERGE_NOTHING)
        add_cell (answer, i, base, theirs, ours, merge == TAGA_MERGE_CONFLICT);
    }
}

/* What is written differently was changed, whatever was chosen beside it or not. */
static char *
judge (const char *chosen, const GArray *cells)
{
  gboolean is_changed = FALSE;

  for (guint i = 0; i < cells->len; i++)
    is_changed = is_changed || g_array_index (cells, TagaStocktakeCell, i).has_base;

  if (g_strcmp0 (chosen, "retired") == 0)
    return g_strdup (chosen);
  if (is_changed)
    return g_strdup ("changed");

  return g_strcmp0 (chosen, "open") == 0 ? NULL : g_strdup (chosen);
}

static void
reject_row (TagaStocktakeReturn *self, guint row, const char *column, const char *reason)
{
  taga_stocktake_reject (self->sheet->rejections, row, column, reason);
}

static TagaStocktakeAnswer *
create_answer (TagaStocktakeReturn *self, const TagaStocktakeRow *row, const char *person)
{
  TagaStocktakeAnswer *answer;
  const char *day = row->values[TAGA_STOCKTAKE_LINE_CHECKED_ON].text;
  const char *checker = row->values[TAGA_STOCKTAKE_LINE_CHECKED_BY].text;

  if (day != NULL && strcmp (day, self->today) > 0)
    {
      reject_row (self, row->row, _ ("Checked on"),
                  _ ("The day lies in the future. Correct it in the workbook."));
      return NULL;
    }

  answer = g_new0 (TagaStocktakeAnswer, 1);
  answer->row = row->row;
  answer->day = g_strdup (day == NULL ? self->today : day);
  answer->person = g_strdup (checker == NULL ? person : checker);
  answer->cells = g_array_new (FALSE, TRUE, sizeof (TagaStocktakeCell));
  g_array_set_clear_func (answer->cells, clear_cell);

  return answer;
}

static gboolean
take_entry (TagaStocktakeReturn *self,
            TagaStore *store,
            const TagaStocktakeEntry *entry,
            GError **error)
{
  const TagaValue *values = entry->row->values;
  g_autoptr (TagaRecord) asset = NULL;
  g_autoptr (GError) missing = NULL;
  TagaStocktakeAnswer *answer;

  asset = taga_store_get_record (store, TAGA_TYPE_ASSET, entry->asset, &missing);
  if (g_error_matches (missing, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND))
    {
      reject_row (self, entry->row->row, _ ("Information asset"),
                  _ ("The asset was removed from the register meanwhile."));
      return TRUE;
    }
  if (asset == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&missing));
      return FALSE;
    }
  if (values[TAGA_STOCKTAKE_LINE_NAME].text == NULL
      && self->sheet->columns & G_GUINT64_CONSTANT (1) << TAGA_STOCKTAKE_LINE_NAME)
    {
      reject_row (self, entry->row->row, _ ("Information asset"), _ ("The asset has no name."));
      return TRUE;
    }

  answer = create_answer (self, entry->row, taga_store_get_person (store));
  if (answer == NULL)
    return TRUE;

  answer->item = entry->item;
  answer->asset = entry->asset;
  answer->name = g_strdup (taga_record_get_text (asset, TAGA_ASSET_NAME));
  answer->medium = g_strdup (taga_record_get_text (asset, TAGA_ASSET_MEDIUM));
  compare (self, answer, entry, asset);
  answer->state = judge (values[TAGA_STOCKTAKE_LINE_RESULT].text, answer->cells);
  answer->retires = g_strcmp0 (answer->state, "retired") == 0
                    && taga_record_get_text (asset, TAGA_ASSET_RETIRED_ON) == NULL;
  answer->ticked = TRUE;

  self->n_same += answer->cells->len == 0 && !answer->retires;
  self->n_blank += answer->state == NULL;
  if (answer->state == NULL && answer->cells->len == 0)
    free_answer (answer);
  else
    g_ptr_array_add (self->answers, answer);

  return TRUE;
}

static void
take_new (TagaStocktakeReturn *self, TagaStore *store, const TagaStocktakeRow *row)
{
  TagaStocktakeAnswer *answer = create_answer (self, row, taga_store_get_person (store));
  const char *chosen = row->values[TAGA_STOCKTAKE_LINE_RESULT].text;

  if (answer == NULL)
    return;

  answer->name = g_strdup (row->values[TAGA_STOCKTAKE_LINE_NAME].text);
  /* To the register it is a change: nothing was sent that could have been left as it is. */
  answer->state = g_strdup (g_strcmp0 (chosen, "retired") == 0 ? chosen : "changed");
  answer->values = taga_values_new (TAGA_STOCKTAKE_LINE_N_FIELDS);
  for (guint i = 0; i < TAGA_STOCKTAKE_N_JUDGED; i++)
    taga_value_set (&answer->values[i], &row->values[i]);
  /* Whoever says of a new asset that it is not in use any more has probably mistaken the row. */
  answer->ticked = g_str_equal (answer->state, "changed");
  g_ptr_array_add (self->answers, answer);
}

/* A workbook is that of the department which most of its rows belong to. */
static void
find_department (TagaStocktakeReturn *self, TagaStocktakeMatch *match)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  guint most = 0;

  self->department = g_strdup ("");
  for (guint i = 0; i < match->entries->len; i++)
    {
      const TagaStocktakeEntry *entry = g_ptr_array_index (match->entries, i);
      guint n;

      if (entry->row == NULL)
        continue;
      n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, entry->department)) + 1;
      g_hash_table_insert (counts, entry->department, GUINT_TO_POINTER (n));
      if (n > most)
        {
          g_free (self->department);
          self->department = g_strdup (entry->department);
          most = n;
        }
    }
}

static gboolean
is_unread (TagaStocktakeReturn *self, const TagaStocktakeEntry *entry)
{
  GHashTableIter iter;
  gpointer text;
  TagaStocktakeKey key;

  g_hash_table_iter_init (&iter, self->sheet->unread_keys);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    if (taga_stocktake_key_parse (text, &key) && key.asset == entry->asset)
      return TRUE;

  return FALSE;
}

/* Whoever deletes a row has not said that the asset is gone. */
static void
note_missing (TagaStocktakeReturn *self, const TagaStocktakeEntry *entry)
{
  if (entry->sending != TAGA_UNKNOWN && g_str_equal (entry->state, "open")
      && g_str_equal (entry->department, self->department) && !is_unread (self, entry))
    g_ptr_array_add (self->missing, g_strdup (entry->name));
}

static int
compare_answers (gconstpointer a, gconstpointer b)
{
  guint one = (*(const TagaStocktakeAnswer *const *) a)->row;
  guint other = (*(const TagaStocktakeAnswer *const *) b)->row;

  return (one > other) - (one < other);
}

static int
compare_rejections (gconstpointer a, gconstpointer b)
{
  guint one = (*(const TagaStocktakeProblem *const *) a)->row;
  guint other = (*(const TagaStocktakeProblem *const *) b)->row;

  return (one > other) - (one < other);
}

static gboolean
take_rows (TagaStocktakeReturn *self, TagaStore *store, GError **error)
{
  g_autoptr (TagaStocktakeMatch) match =
      taga_stocktake_match_new (store, self->run, self->sheet, error);

  if (match == NULL)
    return FALSE;

  find_department (self, match);
  for (guint i = 0; i < match->entries->len; i++)
    {
      const TagaStocktakeEntry *entry = g_ptr_array_index (match->entries, i);

      if (entry->row == NULL)
        note_missing (self, entry);
      else if (!take_entry (self, store, entry, error))
        return FALSE;
    }
  for (guint i = 0; i < match->added->len; i++)
    take_new (self, store, g_ptr_array_index (match->added, i));

  g_ptr_array_sort (self->answers, compare_answers);
  g_ptr_array_sort (self->sheet->rejections, compare_rejections);
  return TRUE;
}

/**
 * taga_stocktake_return_new:
 * @store: a company file; only read
 * @file: the workbook that a department sent back
 * @progress: (nullable): hears of progress
 * @user_data: data for @progress
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Finds out what a workbook says that came back.
 *
 * Returns: (transfer full) (nullable): it, or `NULL` with `TAGA_STORE_ERROR_NOT_FOUND` if no
 *   stock-taking is under way, `TAGA_STORE_ERROR_INVALID` if the workbook is of another one,
 *   `TAGA_SOURCE_ERROR_NO_HEADER`, any [error@SheetError], `G_IO_ERROR_CANCELLED` or any other
 *   [error@StoreError]
 */
TagaStocktakeReturn *
taga_stocktake_return_new (TagaStore *store,
                           GFile *file,
                           TagaProgressFunc progress,
                           gpointer user_data,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (TagaStocktakeReturn) self = g_object_new (TAGA_TYPE_STOCKTAKE_RETURN, NULL);

  self->run = taga_stocktake_require_open (store, error);
  if (self->run == 0)
    return NULL;

  self->sheet = taga_stocktake_read (taga_store_get_edition (store), file, progress, user_data,
                                     cancellable, error);
  if (self->sheet == NULL || !take_rows (self, store, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * taga_stocktake_return_get_run:
 * @self: a return
 *
 * Gets the stock-taking that it belongs to.
 *
 * Returns: its number
 */
gint64
taga_stocktake_return_get_run (TagaStocktakeReturn *self)
{
  return self->run;
}

/**
 * taga_stocktake_return_get_department:
 * @self: a return
 *
 * Gets the department whose workbook it is.
 *
 * Returns: (transfer none): its name; empty for none
 */
const char *
taga_stocktake_return_get_department (TagaStocktakeReturn *self)
{
  return self->department;
}

/**
 * taga_stocktake_return_get_answers:
 * @self: a return
 *
 * Gets what the rows say, to be ticked or not.
 *
 * Returns: (transfer none) (element-type TagaStocktakeAnswer): in the order of the workbook
 */
GPtrArray *
taga_stocktake_return_get_answers (TagaStocktakeReturn *self)
{
  return self->answers;
}

/**
 * taga_stocktake_return_get_rejections:
 * @self: a return
 *
 * Gets why rows could not be taken.
 *
 * Returns: (transfer none) (element-type TagaStocktakeProblem): in the order of the workbook
 */
GPtrArray *
taga_stocktake_return_get_rejections (TagaStocktakeReturn *self)
{
  return self->sheet->rejections;
}

/**
 * taga_stocktake_return_get_missing:
 * @self: a return
 *
 * Gets the assets that the department was sent, but whose rows are not in the workbook any more.
 *
 * Returns: (transfer none) (element-type utf8): their names
 */
GPtrArray *
taga_stocktake_return_get_missing (TagaStocktakeReturn *self)
{
  return self->missing;
}

static void
count_answer (TagaStocktakeCounts *counts, const TagaStocktakeAnswer *answer)
{
  gboolean is_taken = taga_stocktake_answer_is_taken (answer);

  for (guint i = 0; i < answer->cells->len; i++)
    counts->n_conflicts += g_array_index (answer->cells, TagaStocktakeCell, i).is_conflict;

  if (answer->state == NULL)
    return;
  if (!is_taken)
    counts->n_refused += answer->values == NULL;
  else if (g_str_equal (answer->state, "retired"))
    counts->n_retired++;
  else if (answer->values != NULL)
    counts->n_new++;
  else if (g_str_equal (answer->state, "changed"))
    counts->n_changed++;
  else
    counts->n_confirmed++;
}

/**
 * taga_stocktake_return_count:
 * @self: a return
 * @counts: (out caller-allocates): the figures
 *
 * Counts what becomes of the rows with what is ticked now. The progress of the stock-taking shows
 * the same figures when it is applied.
 */
void
taga_stocktake_return_count (TagaStocktakeReturn *self, TagaStocktakeCounts *counts)
{
  *counts = (TagaStocktakeCounts){ .n_same = self->n_same,
                                   .n_blank = self->n_blank,
                                   .n_missing = self->missing->len };
  for (guint i = 0; i < self->answers->len; i++)
    count_answer (counts, g_ptr_array_index (self->answers, i));
}
