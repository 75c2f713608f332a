#pragma once

#include <gtk/gtk.h>

#include "taga-answer-record.h"

G_BEGIN_DECLS

#define TAGA_TYPE_ANSWER_PANEL (taga_answer_panel_get_type ())
G_DECLARE_FINAL_TYPE (TagaAnswerPanel, taga_answer_panel, TAGA, ANSWER_PANEL, GtkBox)

GtkWidget *taga_answer_panel_new (GType type);

void
taga_answer_panel_show (TagaAnswerPanel *self, TagaStore *store, gint64 sheet, const char *item);
const TagaItem *taga_answer_panel_get_item (TagaAnswerPanel *self);
GtkWidget *taga_answer_panel_add_field (TagaAnswerPanel *self, GtkWidget *box, guint field);
void taga_answer_panel_set_value (TagaAnswerPanel *self, guint field, const char *text);
char *taga_answer_panel_dup_value (TagaAnswerPanel *self, guint field);
GtkWidget *taga_answer_panel_add_part (TagaAnswerPanel *self, const char *title);

G_END_DECLS
