#pragma once

#include <gio/gio.h>

#include "taga-changeset-reader.h"

G_BEGIN_DECLS

/**
 * TagaScanWatch:
 * @progress: (nullable): hears how much is read, 0 to 1
 * @progress_data: data for @progress
 * @cancellable: (nullable): stops the reading
 *
 * How somebody watches the reading of a long history.
 */
typedef struct
{
  void (*progress) (double fraction, gpointer progress_data);
  gpointer progress_data;
  GCancellable *cancellable;
} TagaScanWatch;

/**
 * TagaScanFunc:
 * @step: the step
 * @row: what it did to one record
 * @fields: (array): which field stands in each column of the record's table, -1 for none
 * @user_data: data
 *
 * Hears of one record that a step changed. What it is given lives as long as the call.
 *
 * Returns: `TRUE` to go on, `FALSE` to stop
 */
typedef gboolean (*TagaScanFunc) (const TagaStep *step,
                                  const TagaChangesetRow *row,
                                  const int *fields,
                                  gpointer user_data);

gboolean taga_history_scan (TagaStore *store,
                            GType type,
                            const TagaScanWatch *watch,
                            TagaScanFunc func,
                            gpointer user_data,
                            guint *n_damaged,
                            GError **error);

gint64 taga_history_get_size (TagaStore *store, GError **error);

G_END_DECLS
