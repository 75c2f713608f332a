#include "taga-finder.h"

#include "taga-cursor.h"
#include "taga-language.h"
#include "taga-text.h"

/* So many rows are read at once. */
#define CHUNK 256

struct _TagaFinder
{
  TagaStore *store; /* (owned) */
  GType type;
  GArray *ids;    /* (owned) (element-type gint64) */
  GArray *fields; /* (owned) (element-type guint) */
  char *folded;   /* what is looked for */
  guint first;    /* the row that was looked at first */
  guint n_done;   /* rows from there on, round the end, that were looked at */
  GArray *found;  /* (owned) (element-type TagaFound): in the order in which they were looked at */
};

/**
 * taga_finder_new:
 * @store: a store
 * @type: a record type
 * @ids: (element-type gint64): the rows, in their order
 * @fields: (element-type guint): the columns, in their order
 * @text: what to find; not empty
 * @first_row: the row to begin with
 *
 * Starts to look for a text.
 *
 * Returns: (transfer full): the finder
 */
TagaFinder *
taga_finder_new (TagaStore *store,
                 GType type,
                 GArray *ids,
                 GArray *fields,
                 const char *text,
                 guint first_row)
{
  TagaFinder *self = g_new0 (TagaFinder, 1);

  self->store = g_object_ref (store);
  self->type = type;
  self->ids = g_array_ref (ids);
  self->fields = g_array_ref (fields);
  self->folded = taga_text_fold (text);
  self->first = first_row < ids->len ? first_row : 0;
  self->found = g_array_new (FALSE, FALSE, sizeof (TagaFound));

  return self;
}

/**
 * taga_finder_free:
 * @self: (transfer full): a finder
 *
 * Frees a finder.
 */
void
taga_finder_free (TagaFinder *self)
{
  g_object_unref (self->store);
  g_array_unref (self->ids);
  g_array_unref (self->fields);
  g_array_unref (self->found);
  g_free (self->folded);
  g_free (self);
}

/**
 * taga_finder_cell_shows:
 * @edition: the method edition
 * @klass: a record type
 * @values: a record's values
 * @field: a field
 * @folded: a text, from [func@text_fold]
 *
 * Tells whether a text stands in a cell as people see it: a choice's label, a day as 2026/4/1.
 *
 * Returns: `TRUE` if it does
 */
gboolean
taga_finder_cell_shows (TagaEdition *edition,
                        TagaRecordClass *klass,
                        const TagaValue *values,
                        guint field,
                        const char *folded)
{
  const TagaField *about = &klass->fields[field];
  g_autofree char *shown = NULL;

  if (taga_field_is_empty (about, &values[field]) && !g_str_equal (about->name, "risk"))
    return FALSE;
  if (about->kind == TAGA_FIELD_TEXT || about->kind == TAGA_FIELD_NOTE)
    return taga_text_contains (values[field].text, folded);

  if (g_str_equal (about->name, "risk"))
    shown = taga_edition_format_risk (edition, (int) values[field].number,
                                      taga_language_is_japanese ());
  else
    shown = taga_edition_format (edition, about, &values[field], taga_language_is_japanese ());

  return taga_text_contains (shown, folded);
}

static void
scan_row (TagaFinder *self, guint row, const TagaValue *values)
{
  TagaEdition *edition = taga_store_get_edition (self->store);
  TagaRecordClass *klass = taga_record_class_peek (self->type);

  for (guint i = 0; i < self->fields->len; i++)
    if (taga_finder_cell_shows (edition, klass, values, g_array_index (self->fields, guint, i),
                                self->folded))
      {
        const TagaFound cell = { row, i };

        g_array_append_val (self->found, cell);
      }
}

static guint
get_offset (TagaFinder *self, guint row)
{
  return row >= self->first ? row - self->first : row + self->ids->len - self->first;
}

/* Less than, equal to or greater than 0, in the order in which cells are looked at. */
static int
compare (TagaFinder *self, const TagaFound *a, const TagaFound *b)
{
  guint first = get_offset (self, a->row);
  guint second = get_offset (self, b->row);

  if (first != second)
    return first < second ? -1 : 1;

  return a->column < b->column ? -1 : a->column > b->column;
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer finder)
{
  return compare (finder, a, b);
}

/* Rows come in the order of their numbers, but count in that of the table. */
static gboolean
scan_chunk (TagaFinder *self, guint first, guint n, GError **error)
{
  const gint64 *ids = &g_array_index (self->ids, gint64, first);
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);
  g_autoptr (TagaCursor) cursor = NULL;
  guint before = self->found->len;
  const TagaValue *values;
  gboolean has_row;
  gint64 id;

  cursor = taga_cursor_new_for_ids (self->store, self->type, ids, n, error);
  if (cursor == NULL)
    return FALSE;

  for (guint i = 0; i < n; i++)
    g_hash_table_insert (rows, GSIZE_TO_POINTER (ids[i]), GUINT_TO_POINTER (first + i));

  for (;;)
    {
      if (!taga_cursor_next (cursor, &id, &values, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      scan_row (self, GPOINTER_TO_UINT (g_hash_table_lookup (rows, GSIZE_TO_POINTER (id))), values);
    }

  if (self->found->len > before)
    g_qsort_with_data (&g_array_index (self->found, TagaFound, before),
                       (int) (self->found->len - before), sizeof (TagaFound), compare_cb, self);

  return TRUE;
}

/**
 * taga_finder_scan:
 * @self: a finder
 * @n_rows: about how many rows
 * @error: return location for an error
 *
 * Looks at some more rows: from the first one on to the last, then from the top.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_finder_scan (TagaFinder *self, guint n_rows, GError **error)
{
  guint end = n_rows < self->ids->len - self->n_done ? self->n_done + n_rows : self->ids->len;

  while (self->n_done < end)
    {
      guint row = (self->first + self->n_done) % self->ids->len;
      guint n = MIN (MIN (CHUNK, end - self->n_done), self->ids->len - row);

      if (!scan_chunk (self, row, n, error))
        return FALSE;
      self->n_done += n;
    }

  return TRUE;
}

/**
 * taga_finder_is_done:
 * @self: a finder
 *
 * Tells whether all rows were looked at.
 *
 * Returns: `TRUE` if so
 */
gboolean
taga_finder_is_done (TagaFinder *self)
{
  return self->n_done == self->ids->len;
}

/**
 * taga_finder_get_n_found:
 * @self: a finder
 *
 * Counts the cells that were found so far.
 *
 * Returns: how many
 */
guint
taga_finder_get_n_found (TagaFinder *self)
{
  return self->found->len;
}

/* How many of what was found come before a cell in the order of looking. */
static guint
count_before (TagaFinder *self, const TagaFound *cell)
{
  guint low = 0;
  guint high = self->found->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (compare (self, &g_array_index (self->found, TagaFound, middle), cell) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
is_found (TagaFinder *self, guint i, const TagaFound *cell)
{
  return i < self->found->len
         && compare (self, &g_array_index (self->found, TagaFound, i), cell) == 0;
}

/**
 * taga_finder_get_rank:
 * @self: a finder that is done
 * @cell: a cell
 *
 * Tells the how manieth a cell is among what was found, counted from the top of the table.
 *
 * Returns: from 1 on, or 0 if the cell is none of them
 */
guint
taga_finder_get_rank (TagaFinder *self, const TagaFound *cell)
{
  const TagaFound top = { 0, 0 };
  guint place = count_before (self, cell);
  guint first = count_before (self, &top);

  if (!is_found (self, place, cell))
    return 0;

  return (place + self->found->len - first) % self->found->len + 1;
}

/* Whether a row was looked at already. */
static gboolean
is_known (TagaFinder *self, guint row)
{
  return get_offset (self, row) < self->n_done;
}

/**
 * taga_finder_next:
 * @self: a finder
 * @from: a cell
 * @inclusive: whether it may be that cell
 * @found: (out): the next cell that was found, round the end if need be
 *
 * Gives the next cell that shows the text, as soon as it is sure which one that is.
 *
 * Returns: `FALSE` if there is none, or if more rows must be looked at first
 */
gboolean
taga_finder_next (TagaFinder *self, const TagaFound *from, gboolean inclusive, TagaFound *found)
{
  guint place = count_before (self, from);

  if (self->found->len == 0 || (!taga_finder_is_done (self) && !is_known (self, from->row)))
    return FALSE;

  if (!inclusive && is_found (self, place, from))
    place++;
  if (place == self->found->len && !taga_finder_is_done (self))
    return FALSE;

  *found = g_array_index (self->found, TagaFound, place % self->found->len);
  return TRUE;
}

/**
 * taga_finder_previous:
 * @self: a finder
 * @from: a cell
 * @found: (out): the cell before it that was found, round the top if need be
 *
 * Gives the previous cell that shows the text, as soon as it is sure which one that is.
 *
 * Returns: `FALSE` if there is none, or if more rows must be looked at first
 */
gboolean
taga_finder_previous (TagaFinder *self, const TagaFound *from, TagaFound *found)
{
  guint place = count_before (self, from);

  if (self->found->len == 0 || !taga_finder_is_done (self))
    return FALSE;

  *found =
      g_array_index (self->found, TagaFound, (place + self->found->len - 1) % self->found->len);
  return TRUE;
}
