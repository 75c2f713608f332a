#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaAnswerRecord:
 *
 * What the round in use says of one item that is answered: a threat, a check item, a question of
 * the self-check, a rule or a re-check question.
 */
typedef struct _TagaAnswerRecord TagaAnswerRecord;

TagaAnswerRecord *
taga_answer_record_load (TagaStore *store, GType type, const char *item, GError **error);
TagaAnswerRecord *taga_answer_record_load_in_sheet (TagaStore *store,
                                                    GType type,
                                                    gint64 sheet,
                                                    const char *item,
                                                    GError **error);
void taga_answer_record_free (TagaAnswerRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaAnswerRecord, taga_answer_record_free)

const TagaItem *taga_answer_record_get_item (TagaAnswerRecord *self);
gint64 taga_answer_record_get_number (TagaAnswerRecord *self);
const char *taga_answer_record_get_person (TagaAnswerRecord *self);
const char *taga_answer_record_get_day (TagaAnswerRecord *self);
const char *taga_answer_record_get_note (TagaAnswerRecord *self);
gboolean taga_answer_record_is_to_confirm (TagaAnswerRecord *self);
const TagaValue *taga_answer_record_get_value (TagaAnswerRecord *self, guint field);

const char *taga_answer_record_get_obstacle (TagaAnswerRecord *self);
const char *taga_answer_record_find_obstacle (TagaStore *store);

gboolean taga_answer_record_change (TagaAnswerRecord *self, gint64 number, GError **error);
gboolean taga_answer_record_confirm (TagaAnswerRecord *self, GError **error);
gboolean taga_answer_record_set (TagaAnswerRecord *self,
                                 guint field,
                                 const TagaValue *value,
                                 GError **error);

G_END_DECLS
