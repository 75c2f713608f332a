#pragma once

#include "taga-answer-list.h"

G_BEGIN_DECLS

struct _TagaAnswerList
{
  AdwBin parent_instance;

  TagaStore *store; /* (owned) (nullable) */
  TagaAnswerKind kind;
  gint64 sheet;
  char **items;           /* (owned) (nullable): which items to show, all if `NULL` */
  TagaAnswerRow *current; /* (nullable) */
  char *last_change;      /* (owned) (nullable): the first item that another answer came to */
  gboolean is_editable;
  gboolean is_stale;
  guint scroll_id;

  /* Template */
  GtkWidget *notice;
  GtkLabel *notice_label;
  GtkWidget *rounds_button;
  GtkLabel *total_label;
  GtkProgressBar *total_bar;
  GtkScrolledWindow *scroller;
  GtkBox *groups;
  GtkLabel *hint;
};

TagaAnswerRow *taga_answer_list_find_row (TagaAnswerList *self, const char *item);
TagaAnswerRow *taga_answer_list_step (TagaAnswerList *self, TagaAnswerRow *from, int step);
gboolean taga_answer_list_go_to (TagaAnswerList *self, TagaAnswerRow *row, gboolean take_focus);
void taga_answer_list_answer (TagaAnswerList *self, TagaAnswerRow *row, gint64 number);

void taga_answer_list_fill (TagaAnswerList *self);

gboolean taga_answer_list_press_key (TagaAnswerList *self, guint keyval, GdkModifierType state);

G_END_DECLS
