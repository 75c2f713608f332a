#pragma once

#include "taga-history-scan.h"

G_BEGIN_DECLS

/**
 * TagaFieldChange:
 *
 * One field of a record, from what to what.
 */
typedef struct
{
  guint field;
  TagaValue from;
  TagaValue to;
} TagaFieldChange;

/**
 * TagaRecordChange:
 * @step: number of the step
 * @kind: what became of the record
 * @time: when, ISO 8601
 * @person: who
 * @label: what the step is called
 * @fields: (element-type TagaFieldChange): what it changed, in the order of the columns; empty
 *   unless the record was there before and after
 *
 * What one step did to one record.
 */
typedef struct
{
  gint64 step;
  TagaChangeKind kind;
  char *time;
  char *person;
  char *label;
  GArray *fields;
} TagaRecordChange;

/**
 * TagaRecordHistory:
 * @type: the register
 * @id: the record's number
 * @changes: (element-type TagaRecordChange): what happened to it, the newest first
 * @has_more: whether there is more than was asked for
 * @n_damaged: how many steps could not be read
 *
 * What happened to one record, by the steps whose effect holds.
 */
typedef struct
{
  GType type;
  gint64 id;
  GPtrArray *changes;
  gboolean has_more;
  guint n_damaged;
} TagaRecordHistory;

TagaRecordHistory *taga_history_list_record (TagaStore *store,
                                             GType type,
                                             gint64 id,
                                             guint limit,
                                             const TagaScanWatch *watch,
                                             GError **error);
void taga_record_history_free (TagaRecordHistory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaRecordHistory, taga_record_history_free)

gboolean taga_record_history_holds (TagaRecordHistory *self,
                                    guint index,
                                    TagaRecord *record,
                                    const TagaRecordChange **later);
gboolean
taga_record_history_revert (TagaRecordHistory *self, guint index, TagaStore *store, GError **error);

G_END_DECLS
