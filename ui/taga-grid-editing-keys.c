#include <glib/gi18n-lib.h>

#include "taga-grid-body.h"
#include "taga-grid-editor.h"
#include "taga-grid-header.h"
#include "taga-grid-private.h"

/* Leaves the grid, so that the keyboard is never caught in it. */
static void
leave_grid (TagaGrid *self, gboolean back)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  if (root != NULL)
    gtk_widget_child_focus (root, back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
}

/**
 * taga_grid_press_commit_key:
 * @self: a grid
 * @keyval: a key
 * @modifiers: the modifiers
 *
 * Does what Enter and Tab do in every mode: keeps what was entered and goes on. With Ctrl, Enter
 * puts it into every cell of the range and stays, and Tab leaves the grid.
 *
 * Returns: whether it was such a key
 */
gboolean
taga_grid_press_commit_key (TagaGrid *self, guint keyval, GdkModifierType modifiers)
{
  gboolean back = (modifiers & GDK_SHIFT_MASK) != 0;
  gboolean control = (modifiers & GDK_CONTROL_MASK) != 0;

  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_Tab)
      || (modifiers & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;

  if (control && keyval == GDK_KEY_Return)
    {
      taga_grid_editor_finish_range (self->editor);
      return TRUE;
    }
  if (!taga_grid_editor_finish (self->editor))
    return TRUE;

  if (keyval == GDK_KEY_Return)
    taga_grid_move_enter (self, back);
  else if (control || !taga_grid_move_tab (self, back))
    leave_grid (self, back);

  return TRUE;
}

static gboolean
move_in_list (TagaGridChoices *choices, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Up:
      taga_grid_choices_move (choices, -1);
      return TRUE;
    case GDK_KEY_Down:
      taga_grid_choices_move (choices, 1);
      return TRUE;
    case GDK_KEY_Page_Up:
      taga_grid_choices_move (choices, -8);
      return TRUE;
    case GDK_KEY_Page_Down:
      taga_grid_choices_move (choices, 8);
      return TRUE;
    case GDK_KEY_Home:
      taga_grid_choices_move (choices, -G_MAXINT);
      return TRUE;
    case GDK_KEY_End:
      taga_grid_choices_move (choices, G_MAXINT);
      return TRUE;
    default:
      return FALSE;
    }
}

/* In the open list; letters go to the entry and narrow it. Enter in a list that was opened without
 * typing takes what is marked and stays there, as in a spreadsheet's pull-down. */
static gboolean
press_list_key (TagaGrid *self, guint keyval, GdkModifierType modifiers)
{
  TagaGridChoices *choices = self->editor->choices;

  if (!taga_grid_choices_is_open (choices))
    return FALSE;

  if ((keyval == GDK_KEY_Up || keyval == GDK_KEY_Down) && modifiers == GDK_ALT_MASK)
    {
      taga_grid_editor_finish (self->editor);
      return TRUE;
    }
  if (modifiers != 0)
    return FALSE;

  if (keyval == GDK_KEY_Return && self->editor->mode == TAGA_GRID_CHOOSING)
    {
      taga_grid_editor_finish (self->editor);
      return TRUE;
    }

  if (!move_in_list (choices, keyval))
    return FALSE;

  taga_grid_editor_describe (self->editor);
  return TRUE;
}

/* Alt+Down while a text is entered: the whole list, whatever was typed. */
static gboolean
open_list (TagaGrid *self)
{
  TagaGridEditor *editor = self->editor;
  guint n_found;

  if (!editor->has_choices)
    {
      taga_grid_editor_open_suggestions (editor);
      return TRUE;
    }

  taga_grid_editor_show_reason (editor, NULL);
  taga_grid_choices_find (editor->choices, "", &n_found);
  taga_grid_choices_show_found (editor->choices);
  taga_grid_editor_open_list (editor);
  taga_grid_choices_choose (
      editor->choices, MAX (taga_grid_choices_find_label (editor->choices, editor->original), 0));
  return TRUE;
}

/**
 * taga_grid_press_editing_key:
 * @self: a grid
 * @keyval: a key
 * @modifiers: the modifiers
 *
 * Does what a key does while something is entered. What isn't named here is the entry's own.
 *
 * Returns: whether the key was of use
 */
gboolean
taga_grid_press_editing_key (TagaGrid *self, guint keyval, GdkModifierType modifiers)
{
  TagaGridMove move;

  if (press_list_key (self, keyval, modifiers)
      || taga_grid_press_commit_key (self, keyval, modifiers)
      || taga_grid_press_today (self, keyval, modifiers))
    return TRUE;

  if (keyval == GDK_KEY_Escape)
    {
      taga_grid_editor_cancel (self->editor);
      return TRUE;
    }
  if (keyval == GDK_KEY_F2 && modifiers == 0)
    {
      taga_grid_editor_begin (self->editor);
      return TRUE;
    }
  if (keyval == GDK_KEY_Return && modifiers == GDK_ALT_MASK)
    {
      taga_grid_editor_break_line (self->editor);
      return TRUE;
    }
  if (taga_grid_editor_has_lines (self->editor))
    return FALSE;
  if (keyval == GDK_KEY_Down && modifiers == GDK_ALT_MASK)
    return open_list (self);
  if (modifiers != 0 || !taga_grid_find_move (keyval, modifiers, &move))
    return FALSE;

  if (self->editor->mode == TAGA_GRID_TYPING || self->editor->mode == TAGA_GRID_CHOOSING)
    {
      if (taga_grid_editor_finish (self->editor))
        taga_grid_move (self, move, FALSE);
      return TRUE;
    }

  /* Up and down would else take the focus away from the text. */
  return move == TAGA_GRID_UP || move == TAGA_GRID_DOWN;
}

/**
 * taga_grid_press_alt_key:
 * @self: a grid
 * @keyval: a key that is pressed with Alt
 *
 * Does what the key does while nothing is entered: Down opens the list of a choice or a mark or
 * that of a text cell's earlier values, and where there is neither says where else to go; Up goes
 * to the column's header, which has its menu.
 *
 * Returns: whether the key was of use
 */
gboolean
taga_grid_press_alt_key (TagaGrid *self, guint keyval)
{
  const TagaGridColumn *column = taga_grid_editor_get_column (self->editor);

  if (column == NULL)
    return FALSE;

  if (keyval == GDK_KEY_Up)
    {
      taga_grid_header_focus (self->header, self->cursor.cell.slot);
      return TRUE;
    }
  if (keyval != GDK_KEY_Down)
    return FALSE;

  if (column->editable && taga_grid_editor_load_choices (self->editor))
    taga_grid_editor_open_choices (self->editor);
  else if (!taga_grid_editor_open_suggestions (self->editor))
    taga_grid_editor_show_hint (
        self->editor, _ ("There is no list here. Alt+↑ goes to the heading, to sort and filter."));

  return TRUE;
}

/**
 * taga_grid_press_today:
 * @self: a grid
 * @keyval: a key
 * @modifiers: the modifiers
 *
 * Puts today's date into a date cell, as Ctrl+; does in spreadsheets: like typing it, so that Enter
 * keeps it and Esc doesn't. It is written as dates show in the cells.
 *
 * Returns: whether it was that key
 */
gboolean
taga_grid_press_today (TagaGrid *self, guint keyval, GdkModifierType modifiers)
{
  const TagaGridColumn *column = taga_grid_editor_get_column (self->editor);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today =
      g_strdup_printf ("%d/%d/%d", g_date_time_get_year (now), g_date_time_get_month (now),
                       g_date_time_get_day_of_month (now));

  if (keyval != GDK_KEY_semicolon || modifiers != GDK_CONTROL_MASK)
    return FALSE;

  if (column == NULL || column->kind != TAGA_FIELD_DATE)
    return TRUE;

  if (column->editable)
    taga_grid_editor_begin_with (self->editor, today);
  else
    taga_grid_editor_refuse (self->editor);
  return TRUE;
}
