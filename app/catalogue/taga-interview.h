#pragma once

#include "taga-question.h"

G_BEGIN_DECLS

/**
 * TagaInterview:
 *
 * A sitting of one to three rounds of everyday questions about one asset.
 */
typedef struct _TagaInterview TagaInterview;

TagaInterview *taga_interview_new (TagaEdition *edition, const char *const *properties);
void taga_interview_free (TagaInterview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaInterview, taga_interview_free)

void taga_interview_answer (TagaInterview *self, gboolean yes);
gboolean taga_interview_back (TagaInterview *self);

guint taga_interview_get_n_rounds (TagaInterview *self);
guint taga_interview_get_n_done (TagaInterview *self);
const char *taga_interview_get_property (TagaInterview *self, guint round);
const TagaQuestionSet *taga_interview_get_set (TagaInterview *self, guint round);

const TagaQuestion *taga_interview_get_question (TagaInterview *self, guint *index);
int taga_interview_get_level (TagaInterview *self, guint round);
const char *taga_interview_get_mark (TagaInterview *self, guint round);
const char *taga_interview_get_reason (TagaInterview *self, guint round, gboolean japanese);

G_END_DECLS
