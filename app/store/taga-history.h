#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaStepState:
 * @TAGA_STEP_DONE: what it did holds
 * @TAGA_STEP_UNDONE: it was taken back and can be done again
 * @TAGA_STEP_DROPPED: it was taken back, and something else was done instead
 * @TAGA_STEP_KEPT: it belongs to the file's beginning, behind which undo does not go
 */
typedef enum
{
  TAGA_STEP_DONE,
  TAGA_STEP_UNDONE,
  TAGA_STEP_DROPPED,
  TAGA_STEP_KEPT,
} TagaStepState;

/**
 * TagaStep:
 *
 * One step of the user: when, who, what in plain words, and how many records it touched.
 */
typedef struct
{
  gint64 id;
  TagaStepState state;
  gint64 n_changes;
  char *time;
  char *person;
  char *label;
} TagaStep;

void taga_step_free (TagaStep *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaStep, taga_step_free)

typedef enum
{
  TAGA_CHANGE_INSERTED,
  TAGA_CHANGE_UPDATED,
  TAGA_CHANGE_REMOVED,
} TagaChangeKind;

/**
 * TagaChange:
 *
 * What became of one record in a step.
 */
typedef struct
{
  GType type;
  gint64 id;
  TagaChangeKind kind;
} TagaChange;

/**
 * TagaFieldChangeFunc:
 * @change: the record
 * @name: what the record is called
 * @field: index of the field
 * @from: (nullable): the value before; `NULL` for a new record
 * @to: (nullable): the value after; `NULL` for a removed record
 *
 * Hears of one field of one record that a step changed.
 */
typedef void (*TagaFieldChangeFunc) (const TagaChange *change,
                                     const char *name,
                                     guint field,
                                     const TagaValue *from,
                                     const TagaValue *to,
                                     gpointer user_data);

GPtrArray *taga_history_list (TagaStore *store, gint64 before, guint limit, GError **error);
TagaStep *taga_history_peek (TagaStore *store, TagaStepState state, GError **error);
gboolean taga_history_describe (TagaStore *store,
                                gint64 step,
                                TagaFieldChangeFunc func,
                                gpointer user_data,
                                GError **error);

gboolean taga_history_undo (TagaStore *store, GError **error);
gboolean taga_history_redo (TagaStore *store, GError **error);
gboolean taga_history_keep (TagaStore *store, GError **error);

G_END_DECLS
