#pragma once

#include <adwaita.h>

#include "taga-edits.h"

G_BEGIN_DECLS

#define TAGA_TYPE_JUDGEMENT (taga_judgement_get_type ())
G_DECLARE_FINAL_TYPE (TagaJudgement, taga_judgement, TAGA, JUDGEMENT, AdwPreferencesGroup)

GtkWidget *taga_judgement_new (const char *title, const char *usual);
void taga_judgement_add_choice (TagaJudgement *self, int number, const char *label);
void taga_judgement_set (TagaJudgement *self, int number, const char *reason);
void taga_judgement_set_mixed (TagaJudgement *self);

gboolean taga_judgement_is_kept (TagaJudgement *self);
gboolean taga_judgement_is_changed (TagaJudgement *self);
gboolean taga_judgement_lacks_reason (TagaJudgement *self);
int taga_judgement_get_number (TagaJudgement *self);
gboolean taga_judgement_is_blank (const char *text);
void taga_judgement_put (TagaJudgement *self, TagaEdits *edits, guint field, guint reason_field);

G_END_DECLS
