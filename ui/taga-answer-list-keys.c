#include "taga-answer-list-private.h"

/* How far a page up or down goes: to the row a window's height away. */
static TagaAnswerRow *
find_page_away (TagaAnswerList *self, int direction)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self->scroller));
  TagaAnswerRow *row = self->current;
  graphene_rect_t from, to;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->groups), &from))
    return row;

  for (TagaAnswerRow *next = taga_answer_list_step (self, row, direction); next != row;
       next = taga_answer_list_step (self, row, direction))
    {
      row = next;
      if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->groups), &to)
          && ABS (to.origin.y - from.origin.y) + to.size.height > height)
        break;
    }

  return row;
}

static TagaAnswerRow *
find_end (TagaAnswerList *self, int direction)
{
  TagaAnswerRow *row = self->current;

  for (TagaAnswerRow *next = taga_answer_list_step (self, row, direction); next != row;
       next = taga_answer_list_step (self, row, direction))
    row = next;

  return row;
}

/* Where a key leads, or `NULL` if it is no key that moves. */
static TagaAnswerRow *
find_target (TagaAnswerList *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return taga_answer_list_step (self, self->current, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return taga_answer_list_step (self, self->current, 1);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return find_end (self, -1);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return find_end (self, 1);
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return find_page_away (self, -1);
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return find_page_away (self, 1);
    default:
      return NULL;
    }
}

/* A digit answers the item and goes on to the next one. */
static gboolean
press_digit (TagaAnswerList *self, guint keyval)
{
  int number = g_unichar_digit_value (gdk_keyval_to_unicode (keyval));
  TagaAnswerRow *row = self->current;

  if (number < 0
      || (number != 0
          && taga_edition_find_level (taga_store_get_edition (self->store), self->kind.domain,
                                      number)
                 == NULL))
    return GDK_EVENT_PROPAGATE;

  taga_answer_list_answer (self, row, number == 0 ? TAGA_UNKNOWN : number);
  if (number != 0 && taga_answer_row_get_state (row)->number == number)
    taga_answer_list_go_to (self, taga_answer_list_step (self, row, 1), TRUE);
  return GDK_EVENT_STOP;
}

/**
 * taga_answer_list_press_key:
 * @self: a list
 * @keyval: a key
 * @state: the keys that are held
 *
 * Does what a key means for the item that is worked on, if a row has the focus.
 *
 * Returns: whether the key meant anything
 */
gboolean
taga_answer_list_press_key (TagaAnswerList *self, guint keyval, GdkModifierType state)
{
  TagaAnswerRow *target;

  if (self->current == NULL || !gtk_widget_is_focus (GTK_WIDGET (self->current))
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  target = find_target (self, keyval);
  if (target != NULL)
    {
      taga_answer_list_go_to (self, target, TRUE);
      return GDK_EVENT_STOP;
    }

  switch (keyval)
    {
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      taga_answer_list_answer (self, self->current, TAGA_UNKNOWN);
      return GDK_EVENT_STOP;
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      /* The answer that stands, given again, is confirmed. */
      if (taga_answer_row_get_state (self->current)->to_confirm)
        {
          taga_answer_list_answer (self, self->current,
                                   taga_answer_row_get_state (self->current)->number);
          taga_answer_list_go_to (self, taga_answer_list_step (self, self->current, 1), TRUE);
        }
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      g_signal_emit_by_name (self, "opened", taga_answer_row_get_key (self->current));
      return GDK_EVENT_STOP;
    default:
      return press_digit (self, keyval);
    }
}
