#pragma once

#include <glib.h>

#include "taga-value.h"

G_BEGIN_DECLS

typedef enum
{
  TAGA_COLUMN_TEXT,
  TAGA_COLUMN_NUMBER,
  TAGA_COLUMN_DATE,
  TAGA_COLUMN_TENTHS,
  TAGA_COLUMN_PERCENT,
} TagaColumnKind;

typedef enum
{
  TAGA_TINT_NONE,
  TAGA_TINT_RED,
  TAGA_TINT_BLUE,
  TAGA_TINT_GREEN,
  TAGA_TINT_ORANGE,
} TagaTint;

#define TAGA_N_TINTS (TAGA_TINT_ORANGE + 1)

/**
 * TagaColumn:
 * @key: name of the column in formulas and rules: small letters, digits and hyphens
 * @title: its header; neighbours of one group with the same title share one header
 * @group: (nullable): header over it and its neighbours with the same group
 * @kind: what its cells hold; a text's and a date's value is a text, a date's ISO 8601; the others'
 *   is a number, in tenths or in percent where they say so
 * @list: (nullable): key of the document's list that its cells may take
 * @formula: (nullable): live formula of its cells; "{risk}" stands for the cell of the column with
 *   the key risk in the same row. The row source's value is the cached result. A text whose number
 * is known was entered instead: its cell has no formula
 * @is_computed: whether it looks computed
 * @is_centred: whether its cells are centred; a number then is a level, not an amount
 * @band_by: (nullable): key of the column whose number colours this one by the document's bands
 * @is_hidden: whether a sheet keeps it out of sight, for programs only
 * @tint: colour of its header
 * @width: in half-width characters
 * @range: (nullable): name of the range of its cells, for formulas of other tables: small letters,
 *   digits and underscores
 * @from: (nullable): key of a column; this one says how far @to is above it, and has no value of
 *   its own
 * @to: (nullable): key of the other column
 * @is_summed: whether the table's total adds its numbers up
 *
 * One column of a table.
 */
typedef struct
{
  const char *key;
  const char *title;
  const char *group;
  TagaColumnKind kind;
  const char *list;
  const char *formula;
  gboolean is_computed;
  gboolean is_centred;
  gboolean is_hidden;
  const char *band_by;
  TagaTint tint;
  guint width;
  const char *range;
  const char *from;
  const char *to;
  gboolean is_summed;
} TagaColumn;

/**
 * TagaRowSource:
 * @next: hands over the next row: fills @cells, as many as there are columns, whose texts are
 *   borrowed until the next call, and sets @has_row; or says that there is none left. The cells
 *   come as not known
 * @free: frees the source
 * @n_rows: how many rows there will be, for progress and to refuse what is too long
 *
 * Where a table's rows come from, one at a time, so that a long table never stands in memory.
 */
typedef struct _TagaRowSource TagaRowSource;
struct _TagaRowSource
{
  gboolean (*next) (TagaRowSource *self, TagaValue *cells, gboolean *has_row, GError **error);
  void (*free) (TagaRowSource *self);
  guint64 n_rows;
};

/**
 * TagaTable:
 * @title: (nullable): what stands over it; not repeated where it is the heading of its section
 * @columns: (array length=n_columns): its columns
 * @n_columns: how many
 * @n_rows: how many rows its source promises
 * @n_read: how many of them were read
 * @total: (nullable): what its last row is called, which sums up the others
 * @totals: (nullable) (array length=n_columns): the results of the formulas in that row
 *
 * A table of a document. Its rows can be read once.
 */
typedef struct
{
  const char *title;
  const TagaColumn *columns;
  guint n_columns;
  guint64 n_rows;
  guint64 n_read;
  const char *total;
  const TagaValue *totals;
} TagaTable;

TagaTable *
taga_table_new (const char *title, const TagaColumn *columns, guint n_columns, TagaRowSource *rows);
void taga_table_free (TagaTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaTable, taga_table_free)

void taga_table_set_total (TagaTable *table, const char *title, const TagaValue *totals);

int taga_table_find_column (const TagaTable *table, const char *key, gsize length);
gboolean
taga_table_next_row (TagaTable *table, TagaValue *cells, gboolean *has_row, GError **error);

char *taga_column_dup_title (const TagaColumn *column);
gboolean taga_formula_find_key (const char *formula, const char **key, gsize *length);

G_END_DECLS
