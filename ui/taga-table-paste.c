#include "taga-table-paste.h"

#include <glib/gi18n-lib.h>

#include "taga-date.h"
#include "taga-header.h"
#include "taga-language.h"
#include "taga-value-text.h"

/*
 * A block of texts on its way into a table. Which column goes where is worked out first, for the
 * whole block: by names if its first row is a row of headings, and else by place, where a block
 * that has nothing for the computed columns skips them.
 */

typedef struct
{
  TagaRecordTable *table;
  TagaRecordClass *klass;
  TagaEdition *edition;
  GPtrArray *rows;     /* (element-type GStrv) */
  guint width;         /* of the widest row */
  guint first_row;     /* 1 if the first row has the headings */
  GArray *targets;     /* (element-type int): a field for each column of the block, or -1 */
  GString *left_out;   /* what has no place, for the note */
  gboolean is_shifted; /* whether computed columns are skipped */
} Block;

static guint
get_width (GPtrArray *rows)
{
  guint width = 0;

  for (guint i = 0; i < rows->len; i++)
    width = MAX (width, g_strv_length (g_ptr_array_index (rows, i)));

  return width;
}

/* A cell of the block; where a row is shorter than others, there is none. */
static const char *
get_cell (Block *self, guint row, guint column)
{
  char **cells = g_ptr_array_index (self->rows, row);

  return column < g_strv_length (cells) ? cells[column] : NULL;
}

static void
leave_out (Block *self, const char *title)
{
  if (self->left_out->len > 0)
    g_string_append (self->left_out, _ (", "));
  g_string_append (self->left_out, title);
}

/* Two names of columns side by side are no accident. */
static gboolean
map_by_names (Block *self)
{
  g_autoptr (TagaHeader) header = taga_header_new (self->klass);
  guint n_known = 0;

  for (guint i = 0; i < self->width; i++)
    {
      const char *text = get_cell (self, 0, i);
      int field = text == NULL || *text == '\0' ? -1 : taga_header_recognise (header, text);

      g_array_append_val (self->targets, field);
      n_known += field >= 0;
    }

  if (self->rows->len < 2 || n_known < 2)
    {
      g_array_set_size (self->targets, 0);
      return FALSE;
    }

  for (guint i = 0; i < self->width; i++)
    {
      int *field = &g_array_index (self->targets, int, i);
      const char *text = get_cell (self, 0, i);

      if (*field >= 0 && (self->klass->fields[*field].flags & TAGA_FIELD_COMPUTED))
        *field = -1;
      if (*field < 0 && text != NULL && *text != '\0')
        leave_out (self, text);
    }
  self->first_row = 1;

  return TRUE;
}

/* Whether the texts of a column could be what a computed field says. */
static gboolean
could_be_computed (Block *self, guint column, const TagaField *field)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *text = get_cell (self, i, column);
      g_auto (TagaValue) value = TAGA_VALUE_INIT;

      if (text != NULL && *text != '\0'
          && !taga_edition_parse (self->edition, field, text, &value, NULL))
        return FALSE;
    }

  return TRUE;
}

/* Whether a computed column of the block says just what the table says there; then nothing is lost
 * when it is passed over. */
static gboolean
says_the_same (Block *self, guint column, guint field, guint first_row)
{
  GListModel *model = G_LIST_MODEL (taga_record_table_get_list (self->table));

  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *text = get_cell (self, i, column);
      g_autoptr (TagaRecord) record = g_list_model_get_item (model, first_row + i);
      g_autofree char *shown = NULL;

      if (text == NULL || *text == '\0')
        continue;
      if (record == NULL)
        return FALSE;

      shown =
          taga_edition_format (self->edition, &self->klass->fields[field],
                               taga_record_get_value (record, field), taga_language_is_japanese ());
      if (g_strcmp0 (shown, text) != 0)
        return FALSE;
    }

  return TRUE;
}

/* Whether the block has texts that no computed column could have, where one stands. */
static gboolean
must_skip_computed (Block *self, guint first_column)
{
  TagaGrid *grid = taga_record_table_get_grid (self->table);
  guint n_columns = taga_grid_get_n_shown_columns (grid);

  for (guint i = 0; i < self->width && first_column + i < n_columns; i++)
    {
      const TagaField *field =
          &self->klass->fields[taga_grid_get_shown_field (grid, first_column + i)];

      if ((field->flags & TAGA_FIELD_COMPUTED) && !could_be_computed (self, i, field))
        return TRUE;
    }

  return FALSE;
}

static void
map_by_place (Block *self, const TagaGridRange *range)
{
  TagaGrid *grid = taga_record_table_get_grid (self->table);
  guint n_columns = taga_grid_get_n_shown_columns (grid);
  gboolean skip = must_skip_computed (self, range->first_column);
  guint column = range->first_column;

  for (guint i = 0; i < self->width; i++, column++)
    {
      int field = -1;

      for (; column < n_columns; column++)
        {
          field = (int) taga_grid_get_shown_field (grid, column);
          if (!skip || !(self->klass->fields[field].flags & TAGA_FIELD_COMPUTED))
            break;
          self->is_shifted = TRUE;
          field = -1;
        }

      if (field >= 0 && (self->klass->fields[field].flags & TAGA_FIELD_COMPUTED))
        {
          if (!says_the_same (self, i, (guint) field, range->first_row))
            leave_out (self, _ (self->klass->fields[field].title));
          field = -1;
        }
      else if (field < 0)
        {
          g_autofree char *number = g_strdup_printf (_ ("column %u"), i + 1);

          leave_out (self, number);
        }
      g_array_append_val (self->targets, field);
    }
}

static gboolean
put_cell (Block *self, TagaEdits *edits, guint row, guint column, int target, GError **error)
{
  const char *text = get_cell (self, row, column);
  const TagaField *field;
  g_auto (TagaValue) value = TAGA_VALUE_INIT;

  if (target < 0 || text == NULL)
    return TRUE;

  field = &self->klass->fields[target];
  if (!taga_value_text_parse (taga_record_table_get_store (self->table), field, text, &value,
                              error))
    {
      /* Translators: number of a row of what is pasted, a column, why */
      g_prefix_error (error, _ ("Row %u of what you paste, column “%s”: "), row + 1,
                      _ (field->title));
      return FALSE;
    }

  taga_edits_put (edits, (guint) target, &value);
  return TRUE;
}

/* New rows are registered today, unless the block says another day. */
static void
put_today (Block *self, TagaEdits *edits)
{
  int field = taga_record_class_find_field (self->klass, "registered-on");
  g_autofree char *today = taga_date_today ();
  const TagaValue value = { today, TAGA_UNKNOWN };

  if (field >= 0)
    taga_edits_put (edits, (guint) field, &value);
}

/* What a record must have is what the table is narrowed to, unless the block says it. */
static void
put_filtered (Block *self, TagaEdits *edits)
{
  const TagaQuery *query = taga_record_table_get_query (self->table);

  for (guint i = 0; i < self->klass->n_fields; i++)
    {
      TagaValue value = TAGA_VALUE_INIT;

      if ((self->klass->fields[i].flags & TAGA_FIELD_REQUIRED)
          && taga_query_get_number (query, i, &value.number))
        taga_edits_put (edits, i, &value);
    }
}

static gboolean
paste_row (Block *self, TagaEdits *edits, guint row, guint position, GError **error)
{
  gint64 id = taga_record_list_get_id (taga_record_table_get_list (self->table), position);

  if (id == 0 && taga_record_table_get_aspect (self->table) != NULL)
    {
      g_set_error (
          error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID,
          _ ("The list ends at row %u of what you paste, and no rows are added here. Paste "
             "fewer rows."),
          row + 1);
      return FALSE;
    }

  if (id == 0)
    {
      taga_edits_add (edits);
      put_today (self, edits);
      put_filtered (self, edits);
    }
  else
    taga_edits_change (edits, id);

  for (guint i = 0; i < self->targets->len; i++)
    if (!put_cell (self, edits, row, i % self->width, g_array_index (self->targets, int, i), error))
      return FALSE;

  return TRUE;
}

/* How many times a block goes into a selection that is a multiple of it; else once. */
static guint
count_times (guint selected, guint block)
{
  return selected > block && selected % block == 0 ? selected / block : 1;
}

/* A selection that is as wide as several blocks takes them side by side. */
static void
repeat_to_the_right (Block *self, const TagaGridRange *range)
{
  TagaGrid *grid = taga_record_table_get_grid (self->table);
  guint n = count_times (range->last_column - range->first_column + 1, self->width);

  for (guint i = self->width; !self->is_shifted && i < n * self->width; i++)
    {
      int field = (int) taga_grid_get_shown_field (grid, range->first_column + i);

      if (self->klass->fields[field].flags & TAGA_FIELD_COMPUTED)
        field = -1;
      g_array_append_val (self->targets, field);
    }
}

static char *
create_note (Block *self)
{
  GString *note = g_string_new (NULL);

  if (self->first_row == 1)
    g_string_append (note, _ ("The first row has the names of columns: each column goes where it "
                              "belongs."));
  if (self->is_shifted)
    g_string_append (note,
                     _ ("Computed columns are skipped: what you paste has nothing for them."));
  if (self->left_out->len > 0)
    {
      g_autofree char *sentence = g_strdup_printf (_ ("Not taken over: %s."), self->left_out->str);

      if (note->len > 0)
        g_string_append_c (note, '\n');
      g_string_append (note, sentence);
    }

  return g_string_free (note, note->len == 0);
}

/* The columns that were written to, from the first to the last, to be selected. */
static void
find_columns (Block *self, const TagaGridRange *range, TagaGridRange *pasted)
{
  TagaGrid *grid = taga_record_table_get_grid (self->table);
  guint n_columns = taga_grid_get_n_shown_columns (grid);

  pasted->first_column = pasted->last_column = range->first_column;
  for (guint i = 0; self->first_row == 0 && i < n_columns; i++)
    for (guint j = 0; j < self->targets->len; j++)
      if ((int) taga_grid_get_shown_field (grid, i) == g_array_index (self->targets, int, j))
        pasted->last_column = MAX (pasted->last_column, i);
}

static TagaEdits *
create_edits (Block *self, const TagaGridRange *range, TagaGridRange *pasted, GError **error)
{
  g_autoptr (TagaEdits) edits = taga_edits_new (taga_record_table_get_record_type (self->table));
  guint n_rows = self->rows->len - self->first_row;
  guint n_down = count_times (range->last_row - range->first_row + 1, n_rows);

  for (guint i = 0; i < n_down * n_rows; i++)
    if (!paste_row (self, edits, self->first_row + i % n_rows, range->first_row + i, error))
      return NULL;

  pasted->first_row = range->first_row;
  pasted->last_row = range->first_row + n_down * n_rows - 1;
  find_columns (self, range, pasted);

  return g_steal_pointer (&edits);
}

/**
 * taga_table_paste_rows:
 * @table: a table that shows a file
 * @rows: (element-type GStrv): a block of cells, at least one row; rows may have different lengths
 * @range: the selection; the block goes from its first cell to the right and down
 * @pasted: (out): the cells that it fills
 * @note: (out) (nullable): what the user has to know before it is done: columns that go somewhere
 *   else than straight on, and columns that have no place
 * @error: return location for an error
 *
 * Enters a block of texts: past the last row as new records, into a selection that is a multiple of
 * the block as often as it fits.
 *
 * Returns: (transfer full) (nullable): the edits, or `NULL` with an error that names row and column
 */
TagaEdits *
taga_table_paste_rows (TagaRecordTable *table,
                       GPtrArray *rows,
                       const TagaGridRange *range,
                       TagaGridRange *pasted,
                       char **note,
                       GError **error)
{
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GString) left_out = g_string_new (NULL);
  Block block = {
    .table = table,
    .klass = taga_record_class_peek (taga_record_table_get_record_type (table)),
    .edition = taga_store_get_edition (taga_record_table_get_store (table)),
    .rows = rows,
    .width = MAX (get_width (rows), 1),
    .targets = targets,
    .left_out = left_out,
  };
  TagaEdits *edits;

  if (!map_by_names (&block))
    {
      map_by_place (&block, range);
      repeat_to_the_right (&block, range);
    }

  edits = create_edits (&block, range, pasted, error);
  *note = edits == NULL ? NULL : create_note (&block);

  return edits;
}
