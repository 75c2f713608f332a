#include "taga-grid-choices.h"

#include <glib/gi18n-lib.h>

#include "taga-grid-choice.h"

/* How many rows of the table the list is high at most, before it scrolls. */
#define MAX_ROWS 10

struct _TagaGridChoices
{
  GtkWidget *popover; /* child of the parent */
  GtkWidget *list;
  GtkWidget *scroller;
  GPtrArray *choices; /* (owned) (element-type TagaGridChoice): in the order the page gave */

  TagaGridChoicesFunc picked;
  gpointer user_data;
};

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, gpointer user_data)
{
  TagaGridChoices *self = user_data;
  g_autofree char *label = g_strdup (taga_grid_choice_of_row (row)->label);

  self->picked (label, self->user_data);
}

/* What fits best stands first, and else what the page named first. */
static int
compare_rows (GtkListBoxRow *one, GtkListBoxRow *other, gpointer user_data)
{
  const TagaGridChoice *a = taga_grid_choice_of_row (one);
  const TagaGridChoice *b = taga_grid_choice_of_row (other);

  return a->fit != b->fit ? (int) a->fit - (int) b->fit : (int) a->place - (int) b->place;
}

/* What the list says when nothing in it fits what was typed. */
static GtkWidget *
create_placeholder (void)
{
  GtkWidget *label = gtk_label_new (_ ("Nothing in the list fits."));

  gtk_widget_add_css_class (label, "nothing");
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_set_visible (label, TRUE);

  return label;
}

/**
 * taga_grid_choices_new:
 * @parent: the widget that places the list
 * @picked: called when one is picked with the pointer
 * @user_data: data for @picked
 *
 * Makes an empty list.
 *
 * Returns: (transfer full): the list
 */
TagaGridChoices *
taga_grid_choices_new (GtkWidget *parent, TagaGridChoicesFunc picked, gpointer user_data)
{
  TagaGridChoices *self = g_new0 (TagaGridChoices, 1);

  self->picked = picked;
  self->user_data = user_data;

  self->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) taga_grid_choice_free);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_SINGLE);
  gtk_widget_set_can_focus (self->list, FALSE);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), create_placeholder ());
  gtk_list_box_set_sort_func (GTK_LIST_BOX (self->list), compare_rows, NULL, NULL);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);

  self->popover = gtk_popover_new ();
  gtk_widget_add_css_class (self->popover, "gridchoices");
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->scroller);
  gtk_widget_set_parent (self->popover, parent);

  return self;
}

static TagaGridChoice *
get_choice (TagaGridChoices *self, int choice)
{
  return g_ptr_array_index (self->choices, choice);
}

/* A list asks its rows how they are sorted for as long as it has them. */
static void
remove_rows (TagaGridChoices *self)
{
  for (guint i = 0; i < self->choices->len; i++)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), get_choice (self, (int) i)->row);
  g_ptr_array_set_size (self->choices, 0);
}

/**
 * taga_grid_choices_free:
 * @self: a list
 *
 * Removes the list from its parent and frees it.
 */
void
taga_grid_choices_free (TagaGridChoices *self)
{
  remove_rows (self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_free (self);
}

/**
 * taga_grid_choices_set:
 * @self: a list
 * @choices: (array zero-terminated=1): the choices, as [struct@GridHandlers] describes them
 *
 * Sets what there is to choose from. All show, and none is chosen.
 */
void
taga_grid_choices_set (TagaGridChoices *self, const char *const *choices)
{
  remove_rows (self);
  for (guint i = 0; choices[i] != NULL; i++)
    {
      TagaGridChoice *choice = taga_grid_choice_new (choices[i], i);

      g_ptr_array_add (self->choices, choice);
      gtk_list_box_append (GTK_LIST_BOX (self->list), choice->row);
    }
}

/**
 * taga_grid_choices_place:
 * @self: a list
 * @place: the cell, in its parent
 *
 * Keeps the open list below its cell. Called when the parent is laid out.
 */
void
taga_grid_choices_place (TagaGridChoices *self, const GdkRectangle *place)
{
  if (!taga_grid_choices_is_open (self))
    return;

  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), place);
  gtk_popover_present (GTK_POPOVER (self->popover));
}

/**
 * taga_grid_choices_open:
 * @self: a list
 * @place: the cell, in its parent
 *
 * Opens the list below a cell.
 */
void
taga_grid_choices_open (TagaGridChoices *self, const GdkRectangle *place)
{
  gtk_widget_set_size_request (self->scroller, place->width, -1);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller),
                                              place->height * MAX_ROWS);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), place);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/**
 * taga_grid_choices_close:
 * @self: a list
 *
 * Closes the list.
 */
void
taga_grid_choices_close (TagaGridChoices *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/**
 * taga_grid_choices_is_open:
 * @self: a list
 *
 * Says whether the list shows.
 *
 * Returns: whether it is open
 */
gboolean
taga_grid_choices_is_open (TagaGridChoices *self)
{
  return gtk_widget_get_visible (self->popover);
}

/**
 * taga_grid_choices_get_all:
 * @self: a list
 *
 * Gets the choices.
 *
 * Returns: (transfer none) (element-type TagaGridChoice): those that the page gave, in its order
 */
GPtrArray *
taga_grid_choices_get_all (TagaGridChoices *self)
{
  return self->choices;
}

/**
 * taga_grid_choices_get_n:
 * @self: a list
 *
 * Counts the choices.
 *
 * Returns: how many there are
 */
guint
taga_grid_choices_get_n (TagaGridChoices *self)
{
  return self->choices->len;
}

/**
 * taga_grid_choices_dup_label:
 * @self: a list
 * @choice: number of a choice
 *
 * Gets what a choice is called.
 *
 * Returns: (transfer full): the label, without the words that pick it as well
 */
char *
taga_grid_choices_dup_label (TagaGridChoices *self, int choice)
{
  return g_strdup (get_choice (self, choice)->label);
}

/**
 * taga_grid_choices_dup_spoken:
 * @self: a list
 * @choice: number of a choice
 *
 * Gets what screen readers say of a choice.
 *
 * Returns: (transfer full): the label and what it means
 */
char *
taga_grid_choices_dup_spoken (TagaGridChoices *self, int choice)
{
  return taga_grid_choice_dup_spoken (get_choice (self, choice));
}

/**
 * taga_grid_choices_show_found:
 * @self: a list
 *
 * Narrows the list to the choices that were found last, the best first. After a search for nothing,
 * all show.
 */
void
taga_grid_choices_show_found (TagaGridChoices *self)
{
  for (guint i = 0; i < self->choices->len; i++)
    taga_grid_choice_show (get_choice (self, (int) i));
  gtk_list_box_invalidate_sort (GTK_LIST_BOX (self->list));
}

/**
 * taga_grid_choices_find_label:
 * @self: a list
 * @label: a label
 *
 * Finds a choice by its whole label.
 *
 * Returns: the choice, or -1
 */
int
taga_grid_choices_find_label (TagaGridChoices *self, const char *label)
{
  for (guint i = 0; i < self->choices->len; i++)
    if (strcmp (get_choice (self, (int) i)->label, label) == 0)
      return (int) i;

  return -1;
}

/**
 * taga_grid_choices_get_chosen:
 * @self: a list
 *
 * Gets the choice that is marked.
 *
 * Returns: the choice, or -1
 */
int
taga_grid_choices_get_chosen (TagaGridChoices *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return row != NULL ? (int) taga_grid_choice_of_row (row)->place : -1;
}

static void
reveal_row (TagaGridChoices *self, GtkWidget *row)
{
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, self->list, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

/**
 * taga_grid_choices_choose:
 * @self: a list
 * @choice: a choice, or -1 for none
 *
 * Marks a choice.
 */
void
taga_grid_choices_choose (TagaGridChoices *self, int choice)
{
  GtkListBoxRow *row = NULL;

  if (choice >= 0)
    row = GTK_LIST_BOX_ROW (get_choice (self, choice)->row);

  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  if (row != NULL)
    reveal_row (self, GTK_WIDGET (row));
}

/**
 * taga_grid_choices_move:
 * @self: a list
 * @distance: how far down, or up if negative
 *
 * Marks another choice of those that show, stopping at the ends.
 */
void
taga_grid_choices_move (TagaGridChoices *self, int distance)
{
  GtkListBox *list = GTK_LIST_BOX (self->list);
  GtkListBoxRow *chosen = gtk_list_box_get_selected_row (list);
  int n = (int) self->choices->len, step = distance > 0 ? 1 : -1;
  int place = chosen != NULL ? gtk_list_box_row_get_index (chosen) : step > 0 ? -1 : n;

  for (int left = ABS (distance); left > 0 && place + step >= 0 && place + step < n;)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, place += step);

      if (!gtk_widget_get_visible (GTK_WIDGET (row)))
        continue;

      chosen = row;
      left--;
    }

  if (chosen != NULL)
    taga_grid_choices_choose (self, (int) taga_grid_choice_of_row (chosen)->place);
}
