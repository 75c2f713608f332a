#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaAnswerRecord:
 *
 * What the round in use says of one threat or check item.
 */
typedef struct _TagaAnswerRecord TagaAnswerRecord;

TagaAnswerRecord *
taga_answer_record_load (TagaStore *store, GType type, const char *item, GError **error);
void taga_answer_record_free (TagaAnswerRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaAnswerRecord, taga_answer_record_free)

const TagaItem *taga_answer_record_get_item (TagaAnswerRecord *self);
gint64 taga_answer_record_get_number (TagaAnswerRecord *self);
const char *taga_answer_record_get_person (TagaAnswerRecord *self);
const char *taga_answer_record_get_day (TagaAnswerRecord *self);
const char *taga_answer_record_get_note (TagaAnswerRecord *self);
const char *taga_answer_record_get_obstacle (TagaAnswerRecord *self);

gboolean taga_answer_record_change (TagaAnswerRecord *self, gint64 number, GError **error);

G_END_DECLS
