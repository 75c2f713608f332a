#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAGA_PAPER_LEFT,
  TAGA_PAPER_CENTRE,
  TAGA_PAPER_RIGHT,
} TagaPaperAlign;

/**
 * TagaPaperColumn:
 * @title: (nullable): its header; a table whose columns have none has no header
 * @width: how wide it is, in relation to the others
 * @align: where its cells stand
 * @is_bold: whether its cells are bold
 *
 * A column of a table on paper.
 */
typedef struct
{
  const char *title;
  guint width;
  TagaPaperAlign align;
  gboolean is_bold;
} TagaPaperColumn;

/**
 * TagaPaperRow:
 * @cells: (array zero-terminated=1): its texts
 * @is_group: whether it is one text over the whole width, above the rows that belong to it
 */
typedef struct
{
  char **cells;
  gboolean is_group;
} TagaPaperRow;

/**
 * TagaPaperTable:
 * @columns: (array length=n_columns): its columns; the titles are owned
 * @n_columns: how many
 * @rows: (element-type TagaPaperRow): its rows
 *
 * A table on paper.
 */
typedef struct
{
  TagaPaperColumn *columns;
  guint n_columns;
  GPtrArray *rows;
} TagaPaperTable;

TagaPaperTable *taga_paper_table_new (const TagaPaperColumn *columns, guint n_columns);
void taga_paper_table_free (TagaPaperTable *self);

void taga_paper_table_add_row (TagaPaperTable *self, const char *const *cells);
void taga_paper_table_add_group (TagaPaperTable *self, const char *text);

gboolean taga_paper_table_has_header (const TagaPaperTable *self);
char *taga_paper_clean (const char *text);
char **taga_paper_split_labels (const char *text);

G_END_DECLS
