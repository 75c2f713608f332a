#pragma once

#include "taga-grid-choices.h"
#include "taga-grid-private.h"

G_BEGIN_DECLS

/**
 * TagaGridMode:
 * @TAGA_GRID_IDLE: nothing is being entered; the entry is there, unseen, and has the focus
 * @TAGA_GRID_TYPING: typing has begun to replace the value; arrow keys end it
 * @TAGA_GRID_EDITING: the value is being edited; arrow keys move in the text
 * @TAGA_GRID_CHOOSING: the list of choices or of earlier values is open and nothing has been typed
 *
 * What the editor is doing.
 */
typedef enum
{
  TAGA_GRID_IDLE,
  TAGA_GRID_TYPING,
  TAGA_GRID_EDITING,
  TAGA_GRID_CHOOSING,
} TagaGridMode;

/**
 * TagaGridEditor:
 *
 * What is typed goes to one stock entry that stands on the cursor's cell and has the focus all the
 * time, also while nothing is being entered. So an input method composes in the cell from the first
 * key on, and sees every key before the grid does. Only a note of several lines is edited in a text
 * view over it.
 */
struct _TagaGridEditor
{
  TagaGrid *grid;  /* (unowned): it owns its editor */
  GtkWidget *body; /* (unowned): the parent of what follows */
  GtkWidget *entry;
  GtkWidget *text;  /* the entry's inner widget, which has the focus */
  GtkWidget *lines; /* where a note is edited line by line, */
  GtkWidget *view;  /* and the text view in it, which has the focus then */
  GtkWidget *reason;
  GtkWidget *reason_label;
  TagaGridChoices *choices; /* (owned) */

  TagaGridMode mode;
  gboolean has_choices;    /* whether the cell being entered is chosen from a list */
  char *original;          /* (owned) (nullable): the text before it was edited */
  char *preedit;           /* (owned): what an input method is composing */
  gboolean is_setting;     /* whether the text is changed by the editor itself */
  gboolean preedit_is_new; /* whether the check has to follow it */
  guint check_id;          /* of the check that follows an event */
  gboolean reset;          /* whether the check resets the input method */
  int pending;             /* the choice that the check takes, or -1 */
  gboolean is_composed;    /* whether nothing but a composition has been entered yet */
  GdkModifierType state;   /* the modifiers of the last key */
  char *extent;            /* (owned) (nullable): what its description says of list or range */
  char *name;              /* (owned) (nullable): the entry's accessible name */
  TagaGridPlace named;     /* the cell that it names, */
  gint64 named_id;         /* and that cell's record */
  gboolean is_suggesting;  /* whether the list has earlier values of a text */
  gboolean suggest_is_due; /* whether the check looks for the rest of what was typed */
  char *typed;             /* (owned): the text as it was typed, without such a rest */
  char *taken;             /* (owned) (nullable): what was typed and taken for a choice at once */
};

/* taga-grid-editor.c */
TagaGridEditor *taga_grid_editor_new (TagaGrid *grid, GtkWidget *body);
void taga_grid_editor_free (TagaGridEditor *self);
GtkWidget *taga_grid_editor_get_widget (TagaGridEditor *self);
gboolean taga_grid_editor_grab_focus (TagaGridEditor *self);
void taga_grid_editor_update (TagaGridEditor *self);
void taga_grid_editor_describe (TagaGridEditor *self);
void taga_grid_editor_allocate (TagaGridEditor *self, int width, int height);
void taga_grid_editor_set_mode (TagaGridEditor *self, TagaGridMode mode);
void taga_grid_editor_set_text (TagaGridEditor *self, const char *text);
void taga_grid_editor_show_reason (TagaGridEditor *self, const char *reason);
void taga_grid_editor_show_hint (TagaGridEditor *self, const char *hint);
gboolean taga_grid_editor_hide_hint (TagaGridEditor *self);
gboolean taga_grid_editor_is_shown (TagaGridEditor *self);
gboolean taga_grid_editor_is_composing (TagaGridEditor *self);
void taga_grid_editor_drop_preedit (TagaGridEditor *self);
void taga_grid_editor_queue_check (TagaGridEditor *self);

/* taga-grid-commit.c */
const TagaGridColumn *taga_grid_editor_get_column (TagaGridEditor *self);
char *taga_grid_editor_dup_value (TagaGridEditor *self);
gboolean taga_grid_editor_commit (TagaGridEditor *self, const char *text);
void taga_grid_editor_toggle (TagaGridEditor *self);
void taga_grid_editor_begin (TagaGridEditor *self);
void taga_grid_editor_begin_empty (TagaGridEditor *self);
void taga_grid_editor_begin_with (TagaGridEditor *self, const char *text);
gboolean taga_grid_editor_finish (TagaGridEditor *self);
gboolean taga_grid_editor_finish_range (TagaGridEditor *self);
void taga_grid_editor_cancel (TagaGridEditor *self);

/* taga-grid-lines.c */
void taga_grid_editor_create_lines (TagaGridEditor *self);
void taga_grid_editor_free_lines (TagaGridEditor *self);
gboolean taga_grid_editor_has_lines (TagaGridEditor *self);
void taga_grid_editor_open_lines (TagaGridEditor *self);
void taga_grid_editor_close_lines (TagaGridEditor *self);
void taga_grid_editor_break_line (TagaGridEditor *self);
void taga_grid_editor_insert_lines (TagaGridEditor *self, const char *text);
void taga_grid_editor_allocate_lines (TagaGridEditor *self,
                                      const GdkRectangle *cell,
                                      int width,
                                      int height);

/* taga-grid-mark.c */
void taga_grid_editor_start_mark (TagaGridEditor *self, const char *typed);
void taga_grid_editor_follow_mark (TagaGridEditor *self, const char *typed);
gboolean taga_grid_editor_is_rest (TagaGridEditor *self, const char *typed);

/* taga-grid-explain.c */
void taga_grid_editor_refuse (TagaGridEditor *self);
gboolean taga_grid_editor_refuse_no_choice (TagaGridEditor *self, const char *text);
gboolean taga_grid_editor_has_several_left (TagaGridEditor *self);
void taga_grid_editor_explain (TagaGridEditor *self);

/* taga-grid-typing.c */
gboolean taga_grid_editor_load_choices (TagaGridEditor *self);
void taga_grid_editor_open_list (TagaGridEditor *self);
void taga_grid_editor_open_choices (TagaGridEditor *self);
void taga_grid_editor_take_choice (TagaGridEditor *self, int choice);
void taga_grid_editor_text_changed (TagaGridEditor *self);
void taga_grid_editor_preedit_changed (TagaGridEditor *self, const char *preedit);
void taga_grid_editor_check (TagaGridEditor *self);

/* taga-grid-suggest.c */
void taga_grid_editor_suggest (TagaGridEditor *self);
void taga_grid_editor_drop_rest (TagaGridEditor *self);
gboolean taga_grid_editor_open_suggestions (TagaGridEditor *self);

G_END_DECLS
