#pragma once

#include "taga-edits.h"
#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaReplace:
 * @text: what to replace; not empty
 * @by: what takes its place
 * @fields: (element-type guint): the columns to look at
 * @n_cells: takes how many cells would change
 * @n_left: takes how many cells show the text but stay as they are: computed ones, days, levels and
 *   marks, choices that would be none, and signs such as ㈱ of which only a part matches
 *
 * What to replace in the cells of records.
 */
typedef struct
{
  const char *text;
  const char *by;
  GArray *fields;
  guint n_cells;
  guint n_left;
} TagaReplace;

gboolean taga_replace_collect (TagaReplace *self,
                               TagaStore *store,
                               TagaEdits *edits,
                               GArray *ids,
                               void (*report) (double fraction, gpointer data),
                               gpointer data,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
