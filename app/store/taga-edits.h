#pragma once

#include <gio/gio.h>

#include "taga-risk.h"
#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaEdits:
 *
 * What the user is about to do to many cells of a register at once: records with new values, new
 * records, records to remove. Nothing is done until it is applied, all or nothing, as one step.
 */
typedef struct _TagaEdits TagaEdits;

/**
 * TagaEditKind:
 * @TAGA_EDIT_CHANGE: cells of a record are set
 * @TAGA_EDIT_ADD: a record is added
 * @TAGA_EDIT_REMOVE: a record is removed
 *
 * What shall become of a record.
 */
typedef enum
{
  TAGA_EDIT_CHANGE,
  TAGA_EDIT_ADD,
  TAGA_EDIT_REMOVE,
} TagaEditKind;

/**
 * TagaEditsOutcome:
 * @n_changed: how many records would be other than they are
 * @n_cells: how many of their cells
 * @n_new: how many records would be added
 * @n_removed: how many would be removed
 * @before: how many of the records are in each band now
 * @after: how many would be
 * @touched: (nullable) (element-type guint): takes which records of the edits would do anything
 *
 * What edits would come to. Bands stay 0 for records that have no risk.
 */
typedef struct
{
  guint n_changed;
  guint n_cells;
  guint n_new;
  guint n_removed;
  guint before[TAGA_MAX_BANDS];
  guint after[TAGA_MAX_BANDS];
  GArray *touched;
} TagaEditsOutcome;

TagaEdits *taga_edits_new (GType type);
TagaEdits *taga_edits_ref (TagaEdits *self);
void taga_edits_unref (TagaEdits *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaEdits, taga_edits_unref)

void taga_edits_change (TagaEdits *self, gint64 id);
void taga_edits_add (TagaEdits *self);
void taga_edits_remove (TagaEdits *self, gint64 id);
void taga_edits_put (TagaEdits *self, guint field, const TagaValue *value);

GType taga_edits_get_record_type (TagaEdits *self);
guint taga_edits_get_n_records (TagaEdits *self);
TagaEditKind taga_edits_get_kind (TagaEdits *self, guint i);
gint64 taga_edits_get_id (TagaEdits *self, guint i);
guint taga_edits_get_n_cells (TagaEdits *self, guint i);
const TagaValue *taga_edits_get_cell (TagaEdits *self, guint i, guint cell, guint *field);

gboolean taga_edits_examine (TagaEdits *self,
                             TagaStore *store,
                             guint first,
                             guint n,
                             TagaEditsOutcome *outcome,
                             guint *failed,
                             GError **error);
gboolean taga_edits_apply (TagaEdits *self,
                           TagaStore *store,
                           const char *label,
                           GArray *new_ids,
                           void (*report) (double fraction, gpointer data),
                           gpointer data,
                           GCancellable *cancellable,
                           GError **error);

G_END_DECLS
