#pragma once

#include "taga-record.h"

G_BEGIN_DECLS

/**
 * TagaColumnState:
 * @field: the field of a column
 * @shown: whether it is shown
 * @width: how wide it is, in pixels at the usual text size
 *
 * How a column of a table is arranged.
 */
typedef struct
{
  guint field;
  gboolean shown;
  int width;
} TagaColumnState;

char *taga_column_text_write (TagaRecordClass *klass, GArray *columns);
GArray *taga_column_text_read (TagaRecordClass *klass, const char *text);
GArray *taga_column_text_merge (GArray *usual, GArray *kept);

G_END_DECLS
