#pragma once

#include "taga-history.h"

G_BEGIN_DECLS

/**
 * TagaChangesetReader:
 *
 * How far the bytes of a changeset have been read. It lives on the stack and borrows the bytes.
 */
typedef struct
{
  const guchar *next;
  const guchar *end;
  GType type;
  gsize n_columns;
} TagaChangesetReader;

/**
 * TagaChangesetRow:
 * @change: which record, and what became of it
 * @n_columns: how many columns its table had
 * @old_values: (nullable): where its values before the change begin
 * @new_values: (nullable): where its values after the change begin
 * @end: where the changeset ends
 *
 * One row of a changeset.
 */
typedef struct
{
  TagaChange change;
  gsize n_columns;
  const guchar *old_values;
  const guchar *new_values;
  const guchar *end;
} TagaChangesetRow;

void taga_changeset_reader_init (TagaChangesetReader *self, gconstpointer data, gsize size);
gboolean
taga_changeset_reader_next (TagaChangesetReader *self, TagaChangesetRow *row, gboolean *has_row);

void taga_changeset_row_take_values (const TagaChangesetRow *row,
                                     gboolean after,
                                     const int *fields,
                                     TagaValue *values,
                                     gboolean *is_given);

G_END_DECLS
