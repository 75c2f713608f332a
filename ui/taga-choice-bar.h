#pragma once

#include <gtk/gtk.h>

#include "taga-edition.h"

G_BEGIN_DECLS

#define TAGA_TYPE_CHOICE_BAR (taga_choice_bar_get_type ())
G_DECLARE_FINAL_TYPE (TagaChoiceBar, taga_choice_bar, TAGA, CHOICE_BAR, GtkWidget)

GtkWidget *taga_choice_bar_new (TagaEdition *edition, const char *domain, const char *name);

gint64 taga_choice_bar_get_number (TagaChoiceBar *self);
void taga_choice_bar_set_number (TagaChoiceBar *self, gint64 number);
void taga_choice_bar_set_locked (TagaChoiceBar *self, gboolean locked);

G_END_DECLS
