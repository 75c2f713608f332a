#include "taga-merges.h"

#include <glib/gi18n-lib.h>

/* So many cells, all in all, may repeat the one above: sixteen columns of a full sheet. A few lines
 * of a forged file would otherwise be spread over thousands of millions of cells. */
#define MAX_REPEATED (16 * TAGA_SHEET_MAX_ROWS)
#define MAX_RANGES TAGA_SHEET_MAX_ROWS

typedef struct
{
  guint32 column;
  guint32 first_row;
  guint32 last_row;
} Range;

/* A range that the rows being read go through, with what its top left cell holds. */
typedef struct
{
  guint32 last_row;
  TagaCell cell;
  char *text; /* (owned) */
} Open;

/**
 * TagaMerges:
 *
 * The ranges of a sheet that are merged over several rows. Only their first column counts: people
 * merge the classification over the rows that it goes for, and a title over columns.
 */
struct _TagaMerges
{
  GArray *ranges; /* (owned): sealed by row and column */
  guint64 n_repeated;
  guint32 last_row;

  guint next;   /* the first range that begins below the last row */
  GArray *open; /* (owned): by column */
  GArray *kept; /* (owned): the next row's open ones while they are made */
};

static void
clear_open (gpointer data)
{
  g_clear_pointer (&((Open *) data)->text, g_free);
}

/**
 * taga_merges_new:
 *
 * Makes an empty list of ranges.
 *
 * Returns: (transfer full): the list
 */
TagaMerges *
taga_merges_new (void)
{
  TagaMerges *self = g_new0 (TagaMerges, 1);

  self->ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  self->open = g_array_new (FALSE, FALSE, sizeof (Open));
  self->kept = g_array_new (FALSE, FALSE, sizeof (Open));
  g_array_set_clear_func (self->open, clear_open);

  return self;
}

/**
 * taga_merges_free:
 * @self: (transfer full): ranges
 *
 * Frees the list.
 */
void
taga_merges_free (TagaMerges *self)
{
  g_array_unref (self->ranges);
  g_array_unref (self->open);
  g_array_unref (self->kept);
  g_free (self);
}

/**
 * taga_merges_add:
 * @self: ranges
 * @column: the range's first column
 * @first_row: its first row
 * @last_row: its last row
 * @error: return location for an error
 *
 * Adds a range. One that lies in one row is none for us.
 *
 * Returns: `FALSE` with @error set to `TAGA_SHEET_ERROR_DANGEROUS` if there are too many
 */
gboolean
taga_merges_add (TagaMerges *self, guint column, guint first_row, guint last_row, GError **error)
{
  Range range = { .column = column, .first_row = first_row, .last_row = last_row };

  if (last_row <= first_row)
    return TRUE;

  self->n_repeated += last_row - first_row;
  if (self->ranges->len == MAX_RANGES || self->n_repeated > MAX_REPEATED)
    {
      g_set_error_literal (error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_DANGEROUS,
                           _ ("A sheet of the workbook has far more merged cells than any sheet "
                              "needs. It was not read."));
      return FALSE;
    }

  g_array_append_val (self->ranges, range);
  self->last_row = MAX (self->last_row, range.last_row);
  return TRUE;
}

static int
compare_by_column (gconstpointer a, gconstpointer b)
{
  const Range *first = a;
  const Range *second = b;

  if (first->column != second->column)
    return first->column < second->column ? -1 : 1;

  return (first->first_row > second->first_row) - (first->first_row < second->first_row);
}

static int
compare_by_row (gconstpointer a, gconstpointer b)
{
  const Range *first = a;
  const Range *second = b;

  if (first->first_row != second->first_row)
    return first->first_row < second->first_row ? -1 : 1;

  return (first->column > second->column) - (first->column < second->column);
}

/**
 * taga_merges_seal:
 * @self: ranges
 * @error: return location for an error
 *
 * Makes the list ready for filling rows, once it is complete.
 *
 * Returns: `FALSE` with @error set to `TAGA_SHEET_ERROR_DAMAGED` if ranges overlap
 */
gboolean
taga_merges_seal (TagaMerges *self, GError **error)
{
  g_array_sort (self->ranges, compare_by_column);

  for (guint i = 1; i < self->ranges->len; i++)
    {
      const Range *before = &g_array_index (self->ranges, Range, i - 1);
      const Range *range = &g_array_index (self->ranges, Range, i);

      if (range->column == before->column && range->first_row <= before->last_row)
        {
          g_set_error (error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_DAMAGED,
                       _ ("The workbook is damaged: merged cells overlap in row %u. Open it in "
                          "your spreadsheet program, save it again and try once more."),
                       range->first_row);
          return FALSE;
        }
    }

  g_array_sort (self->ranges, compare_by_row);
  return TRUE;
}

/**
 * taga_merges_is_empty:
 * @self: ranges
 *
 * Tells whether no range spans rows.
 *
 * Returns: `TRUE` if so
 */
gboolean
taga_merges_is_empty (TagaMerges *self)
{
  return self->ranges->len == 0;
}

/**
 * taga_merges_get_last_row:
 * @self: ranges
 *
 * Gets the last row that belongs to a range.
 *
 * Returns: the row, or 0 if there are no ranges
 */
guint
taga_merges_get_last_row (TagaMerges *self)
{
  return self->last_row;
}

/**
 * taga_merges_rewind:
 * @self: sealed ranges
 *
 * Goes back to the first row.
 */
void
taga_merges_rewind (TagaMerges *self)
{
  self->next = 0;
  g_array_set_size (self->open, 0);
}

static const TagaCell *
find_cell (const TagaSheetRow *row, guint column, guint *from)
{
  while (*from < row->n_cells && row->cells[*from].column < column)
    (*from)++;

  return *from < row->n_cells && row->cells[*from].column == column ? &row->cells[*from] : NULL;
}

static void
keep_until (TagaMerges *self, guint *from, guint column, guint row)
{
  for (; *from < self->open->len; (*from)++)
    {
      Open *open = &g_array_index (self->open, Open, *from);

      if (open->cell.column >= column)
        break;
      if (open->last_row > row)
        {
          g_array_append_val (self->kept, *open);
          open->text = NULL;
        }
    }
}

/**
 * taga_merges_fill:
 * @self: sealed ranges
 * @row: the row's number; rows come in order
 * @own: the row as the file has it
 * @filled: (inout): an empty row
 *
 * Gives the row as people see it, with the merged cells of ranges that began above. The texts are
 * those of @own and of the ranges; they last until the row is passed.
 *
 * Returns: how many of the row's cells are its own, and not covered by a range from above
 */
guint
taga_merges_fill (TagaMerges *self, guint row, const TagaSheetRow *own, TagaSheetRow *filled)
{
  guint n_own = 0;
  guint from = 0;

  for (guint i = 0; i <= own->n_cells; i++)
    {
      const TagaCell *cell = i < own->n_cells ? &own->cells[i] : NULL;
      gboolean covered = FALSE;

      for (; from < self->open->len; from++)
        {
          const Open *open = &g_array_index (self->open, Open, from);

          if (cell != NULL && open->cell.column > cell->column)
            break;
          if (open->last_row < row)
            continue;

          covered = cell != NULL && open->cell.column == cell->column;
          taga_sheet_row_add (filled, open->cell.column, open->cell.kind, open->cell.text,
                              open->cell.number);
        }

      if (cell == NULL || covered)
        continue;

      taga_sheet_row_add (filled, cell->column, cell->kind, cell->text, cell->number);
      n_own++;
    }

  return n_own;
}

/**
 * taga_merges_pass:
 * @self: sealed ranges
 * @row: the row's number; rows come in order
 * @own: the row as the file has it
 *
 * Goes on to the rows below this one: closes the ranges that end with it, and opens those that
 * begin in it with what it holds.
 */
void
taga_merges_pass (TagaMerges *self, guint row, const TagaSheetRow *own)
{
  GArray *open = self->open;
  guint from = 0;
  guint at = 0;

  if (open->len == 0
      && (self->next == self->ranges->len
          || g_array_index (self->ranges, Range, self->next).first_row > row))
    return;

  for (; self->next < self->ranges->len; self->next++)
    {
      const Range *range = &g_array_index (self->ranges, Range, self->next);
      const TagaCell *cell;
      Open opened;

      if (range->first_row > row)
        break;

      cell = range->first_row == row ? find_cell (own, range->column, &at) : NULL;
      if (cell == NULL)
        continue;

      keep_until (self, &from, range->column, row);
      opened = (Open){ .last_row = range->last_row, .cell = *cell, .text = g_strdup (cell->text) };
      opened.cell.text = opened.text;
      g_array_append_val (self->kept, opened);
    }
  keep_until (self, &from, G_MAXUINT, row);

  g_array_set_size (open, 0);
  g_array_set_clear_func (open, NULL);
  g_array_set_clear_func (self->kept, clear_open);
  self->open = self->kept;
  self->kept = open;
}
