#include "taga-answer-list-private.h"

/* How the list goes from one item to another. */

/* The rows that can be gone to, from one of them or from the start, in either direction. */
static GtkWidget *
find_first_row (GtkWidget *group, int step)
{
  for (; group != NULL;
       group = step < 0 ? gtk_widget_get_prev_sibling (group) : gtk_widget_get_next_sibling (group))
    {
      GtkWidget *rows = taga_answer_group_get_rows (TAGA_ANSWER_GROUP (group));
      GtkWidget *row =
          step < 0 ? gtk_widget_get_last_child (rows) : gtk_widget_get_first_child (rows);

      if (row != NULL && taga_answer_group_is_open (TAGA_ANSWER_GROUP (group)))
        return row;
    }

  return NULL;
}

/**
 * taga_answer_list_step:
 * @self: a list
 * @from: (nullable): a row, or `NULL` to begin at the start
 * @step: 1 for the next row, -1 for the one before
 *
 * Finds the row beside another, passing by groups that are folded away.
 *
 * Returns: (transfer none) (nullable): the row; @from itself where there is no other
 */
TagaAnswerRow *
taga_answer_list_step (TagaAnswerList *self, TagaAnswerRow *from, int step)
{
  GtkWidget *row, *group;

  if (from == NULL)
    {
      row = find_first_row (gtk_widget_get_first_child (GTK_WIDGET (self->groups)), 1);
      return row == NULL ? NULL : TAGA_ANSWER_ROW (row);
    }

  row = step < 0 ? gtk_widget_get_prev_sibling (GTK_WIDGET (from))
                 : gtk_widget_get_next_sibling (GTK_WIDGET (from));
  if (row != NULL)
    return TAGA_ANSWER_ROW (row);

  group = gtk_widget_get_ancestor (GTK_WIDGET (from), TAGA_TYPE_ANSWER_GROUP);
  row = find_first_row (
      step < 0 ? gtk_widget_get_prev_sibling (group) : gtk_widget_get_next_sibling (group), step);
  return row == NULL ? from : TAGA_ANSWER_ROW (row);
}

/**
 * taga_answer_list_find_row:
 * @self: a list
 * @item: (nullable): key of an item
 *
 * Finds the row of an item.
 *
 * Returns: (transfer none) (nullable): the row
 */
TagaAnswerRow *
taga_answer_list_find_row (TagaAnswerList *self, const char *item)
{
  for (GtkWidget *group = gtk_widget_get_first_child (GTK_WIDGET (self->groups));
       group != NULL && item != NULL; group = gtk_widget_get_next_sibling (group))
    {
      TagaAnswerRow *row = taga_answer_group_find_row (TAGA_ANSWER_GROUP (group), item);

      if (row != NULL)
        return row;
    }

  return NULL;
}

/* Brings the row into view, and with the first of a group its heading. */
static gboolean
scroll_cb (gpointer data)
{
  TagaAnswerList *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkWidget *row = GTK_WIDGET (self->current);
  graphene_rect_t bounds, top;

  self->scroll_id = 0;
  if (row == NULL || !gtk_widget_compute_bounds (row, GTK_WIDGET (self->groups), &bounds))
    return G_SOURCE_REMOVE;

  if (gtk_widget_get_prev_sibling (row) == NULL
      && gtk_widget_compute_bounds (gtk_widget_get_ancestor (row, TAGA_TYPE_ANSWER_GROUP),
                                    GTK_WIDGET (self->groups), &top))
    graphene_rect_union (&bounds, &top, &top);
  else
    top = bounds;
  gtk_adjustment_clamp_page (adjustment, top.origin.y, bounds.origin.y + bounds.size.height);
  return G_SOURCE_REMOVE;
}

/* A row that is new has no place yet; it has when the window was laid out. */
static void
scroll_to_current (TagaAnswerList *self)
{
  if (self->current != NULL && gtk_widget_get_height (GTK_WIDGET (self->current)) > 0)
    scroll_cb (self);
  if (self->scroll_id == 0)
    self->scroll_id = g_idle_add_full (G_PRIORITY_LOW, scroll_cb, self, NULL);
}

/**
 * taga_answer_list_go_to:
 * @self: a list
 * @row: (nullable): a row
 * @take_focus: whether the keys go there
 *
 * Goes to a row, unless what is being entered about the one before is refused.
 *
 * Returns: `FALSE` if the list stays where it was
 */
gboolean
taga_answer_list_go_to (TagaAnswerList *self, TagaAnswerRow *row, gboolean take_focus)
{
  TagaAnswerRow *old = self->current;
  gboolean stays = FALSE;

  if (row != old && old != NULL)
    g_signal_emit_by_name (self, "leaving", &stays);
  if (stays)
    return FALSE;

  /* The focus moves before the old row gives it up, so that it is never nowhere. */
  self->current = row;
  if (row != NULL)
    {
      taga_answer_row_set_current (row, TRUE);
      if (take_focus)
        gtk_widget_grab_focus (GTK_WIDGET (row));
      scroll_to_current (self);
    }
  if (row == old)
    return TRUE;

  if (old != NULL)
    taga_answer_row_set_current (old, FALSE);
  g_signal_emit_by_name (self, "current-changed",
                         row == NULL ? NULL : taga_answer_row_get_key (row));
  return TRUE;
}

/**
 * taga_answer_list_set_current:
 * @self: a list
 * @item: (nullable): key of an item
 *
 * Goes to an item and brings it into view, also out of a group that is folded away. If a row of the
 * list has the focus, the focus goes along.
 *
 * Returns: `FALSE` if the list has no such item, or stays for what was refused
 */
gboolean
taga_answer_list_set_current (TagaAnswerList *self, const char *item)
{
  TagaAnswerRow *row;

  g_return_val_if_fail (TAGA_IS_ANSWER_LIST (self), FALSE);

  row = taga_answer_list_find_row (self, item);
  if (row == NULL)
    return FALSE;

  taga_answer_group_unfold (
      TAGA_ANSWER_GROUP (gtk_widget_get_ancestor (GTK_WIDGET (row), TAGA_TYPE_ANSWER_GROUP)));
  return taga_answer_list_go_to (
      self, row, self->current != NULL && gtk_widget_is_focus (GTK_WIDGET (self->current)));
}

/**
 * taga_answer_list_show_last_change:
 * @self: a list
 *
 * Goes to the first item that another answer has come to when the list was last brought in line
 * with the file, as after an undo.
 *
 * Returns: `FALSE` if no answer had changed
 */
gboolean
taga_answer_list_show_last_change (TagaAnswerList *self)
{
  g_autofree char *item = g_strdup (self->last_change);

  g_return_val_if_fail (TAGA_IS_ANSWER_LIST (self), FALSE);

  return item != NULL && taga_answer_list_set_current (self, item);
}
