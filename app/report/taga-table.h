#pragma once

#include <glib.h>

#include "taga-value.h"

G_BEGIN_DECLS

typedef enum
{
  TAGA_COLUMN_TEXT,
  TAGA_COLUMN_NUMBER,
  TAGA_COLUMN_DATE,
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
 * @kind: what its cells hold; a number's value is a number, the others' a text, a date's ISO 8601
 * @list: (nullable): key of the document's list that its cells may take
 * @formula: (nullable): live formula of its cells; "{risk}" stands for the cell of the column with
 *   the key risk in the same row. The row source's value is the cached result
 * @is_computed: whether it looks computed
 * @is_centred: whether its cells are centred; a number then is a level, not an amount
 * @band_by: (nullable): key of the column whose number colours this one by the document's bands
 * @is_hidden: whether a sheet keeps it out of sight, for programs only
 * @tint: colour of its header
 * @width: in half-width characters
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
} TagaTable;

TagaTable *
taga_table_new (const char *title, const TagaColumn *columns, guint n_columns, TagaRowSource *rows);
void taga_table_free (TagaTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaTable, taga_table_free)

int taga_table_find_column (const TagaTable *table, const char *key, gsize length);
gboolean
taga_table_next_row (TagaTable *table, TagaValue *cells, gboolean *has_row, GError **error);

char *taga_column_dup_title (const TagaColumn *column);
gboolean taga_formula_find_key (const char *formula, const char **key, gsize *length);

G_END_DECLS
