#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TagaGridChoices:
 *
 * The list that a choice cell opens. It never takes the focus: keys go on to the editor, so that
 * input methods and typing to pick work while it is open.
 */
typedef struct _TagaGridChoices TagaGridChoices;

typedef void (*TagaGridChoicesFunc) (const char *label, gpointer user_data);

TagaGridChoices *
taga_grid_choices_new (GtkWidget *parent, TagaGridChoicesFunc picked, gpointer user_data);
void taga_grid_choices_free (TagaGridChoices *self);

void taga_grid_choices_set (TagaGridChoices *self, const char *const *choices);
void taga_grid_choices_open (TagaGridChoices *self, const GdkRectangle *place);
void taga_grid_choices_place (TagaGridChoices *self, const GdkRectangle *place);
void taga_grid_choices_close (TagaGridChoices *self);
gboolean taga_grid_choices_is_open (TagaGridChoices *self);

GPtrArray *taga_grid_choices_get_all (TagaGridChoices *self);
guint taga_grid_choices_get_n (TagaGridChoices *self);
char *taga_grid_choices_dup_label (TagaGridChoices *self, int choice);
char *taga_grid_choices_dup_spoken (TagaGridChoices *self, int choice);
void taga_grid_choices_show_found (TagaGridChoices *self);
int taga_grid_choices_find_label (TagaGridChoices *self, const char *label);
int taga_grid_choices_get_chosen (TagaGridChoices *self);
void taga_grid_choices_choose (TagaGridChoices *self, int choice);
void taga_grid_choices_move (TagaGridChoices *self, int distance);

/* taga-grid-search.c */
int taga_grid_choices_find (TagaGridChoices *self, const char *typed, guint *n_found);
int taga_grid_choices_find_exact (TagaGridChoices *self, const char *typed);
gboolean taga_grid_choices_has_beginning (TagaGridChoices *self, const char *typed);
guint taga_grid_choices_count_found (TagaGridChoices *self);

G_END_DECLS
