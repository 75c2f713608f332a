#pragma once

#include <adwaita.h>

#include "taga-edition.h"

G_BEGIN_DECLS

void taga_new_lists_fill_months (GtkStringList *months);
void taga_new_lists_fill_industries (GMenu *menu, const char *action);

void taga_new_lists_fill_choices (AdwComboRow *row, TagaEdition *edition, const char *domain);
char *taga_new_lists_dup_choice (AdwComboRow *row, TagaEdition *edition, const char *domain);

G_END_DECLS
