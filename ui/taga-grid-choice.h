#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TagaGridFit:
 * @TAGA_GRID_FIT_LABEL: the label is what was typed, or nothing was
 * @TAGA_GRID_FIT_LABEL_BEGINS: the label begins with it
 * @TAGA_GRID_FIT_LABEL_HAS: the label has it inside
 * @TAGA_GRID_FIT_WORD: another word for the choice is what was typed
 * @TAGA_GRID_FIT_WORD_BEGINS: another word begins with it
 * @TAGA_GRID_FIT_WORD_HAS: another word has it inside
 * @TAGA_GRID_FIT_NOTHING: it doesn't fit
 *
 * How a choice fits what was typed, the best first: what people read goes before what they don't.
 */
typedef enum
{
  TAGA_GRID_FIT_LABEL,
  TAGA_GRID_FIT_LABEL_BEGINS,
  TAGA_GRID_FIT_LABEL_HAS,
  TAGA_GRID_FIT_WORD,
  TAGA_GRID_FIT_WORD_BEGINS,
  TAGA_GRID_FIT_WORD_HAS,
  TAGA_GRID_FIT_NOTHING,
} TagaGridFit;

/**
 * TagaGridChoice:
 *
 * One of the choices of a cell, with its row in their list.
 */
typedef struct
{
  char *label;       /* (owned) */
  GStrv words;       /* (owned): those that pick it as well */
  char *description; /* (owned) (nullable): what it means */
  TagaGridFit fit;
  const char *by;   /* (nullable): the word by which it fits */
  guint place;      /* in the order that the page gave */
  GtkWidget *row;   /* (owned) */
  GtkWidget *alias; /* (unowned): says by which word it fits */
} TagaGridChoice;

TagaGridChoice *taga_grid_choice_new (const char *text, guint place);
void taga_grid_choice_free (TagaGridChoice *self);
TagaGridChoice *taga_grid_choice_of_row (GtkListBoxRow *row);

void taga_grid_choice_match (TagaGridChoice *self, const char *folded);
void taga_grid_choice_show (TagaGridChoice *self);
char *taga_grid_choice_dup_spoken (TagaGridChoice *self);

G_END_DECLS
