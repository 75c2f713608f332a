#include "taga-grid-choices.h"

#include <glib/gi18n-lib.h>

#include "taga-text.h"

/* How many rows of the table the list is high at most, before it scrolls. */
#define MAX_ROWS 10

struct _TagaGridChoices
{
  GtkWidget *popover; /* child of the parent */
  GtkWidget *list;
  GtkWidget *scroller;
  GStrv choices;    /* (owned) (nullable): label, and after tabs the words that pick it as well */
  GByteArray *fits; /* (owned): by choice, whether the list shows it */

  TagaGridChoicesFunc picked;
  gpointer user_data;
};

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, gpointer user_data)
{
  TagaGridChoices *self = user_data;
  g_autofree char *label = taga_grid_choices_dup_label (self, gtk_list_box_row_get_index (row));

  self->picked (label, self->user_data);
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

  self->fits = g_byte_array_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_SINGLE);
  gtk_widget_set_can_focus (self->list, FALSE);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), create_placeholder ());
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

/**
 * taga_grid_choices_free:
 * @self: a list
 *
 * Removes the list from its parent and frees it.
 */
void
taga_grid_choices_free (TagaGridChoices *self)
{
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->choices, g_strfreev);
  g_clear_pointer (&self->fits, g_byte_array_unref);
  g_free (self);
}

static void
append_row (TagaGridChoices *self, const char *label)
{
  GtkWidget *row = gtk_list_box_row_new ();
  const char *shown = *label != '\0' ? label : _ ("(empty)");
  GtkWidget *text = gtk_label_new (shown);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, shown, -1);
  gtk_label_set_xalign (GTK_LABEL (text), 0.0f);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), text);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
set_all_fit (TagaGridChoices *self)
{
  g_byte_array_set_size (self->fits, taga_grid_choices_get_n (self));
  memset (self->fits->data, TRUE, self->fits->len);
}

/**
 * taga_grid_choices_set:
 * @self: a list
 * @choices: (array zero-terminated=1): the choices
 *
 * Sets what there is to choose from. All show, and none is chosen.
 */
void
taga_grid_choices_set (TagaGridChoices *self, const char *const *choices)
{
  GtkWidget *row;

  g_strfreev (self->choices);
  self->choices = g_strdupv ((char **) choices);

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0))) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);

  for (guint i = 0; choices[i] != NULL; i++)
    {
      g_autofree char *label = taga_grid_choices_dup_label (self, (int) i);

      append_row (self, label);
    }
  set_all_fit (self);
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
  return self->choices != NULL ? g_strv_length (self->choices) : 0;
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
  const char *text = self->choices[choice];

  return g_strndup (text, strcspn (text, "\t"));
}

/* Whether what was typed is in the label or one of the further words, or begins one of them. */
static gboolean
is_fit (const char *choice, const char *folded, gboolean inside)
{
  g_auto (GStrv) words = g_strsplit (choice, "\t", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = taga_text_fold (words[i]);

      if (inside ? strstr (word, folded) != NULL : g_str_has_prefix (word, folded))
        return TRUE;
    }

  return FALSE;
}

/* Notes which choices fit; the first that does, or -1. */
static int
find_fits (TagaGridChoices *self, const char *folded, gboolean inside, guint *n_found)
{
  int found = -1;

  *n_found = 0;
  for (guint i = 0; i < self->fits->len; i++)
    {
      self->fits->data[i] = is_fit (self->choices[i], folded, inside);
      if (!self->fits->data[i])
        continue;

      found = found < 0 ? (int) i : found;
      *n_found += 1;
    }

  return found;
}

/* The choice with that number in the list, if what was typed is one digit. */
static int
find_ordinal (TagaGridChoices *self, const char *folded)
{
  int ordinal = folded[0] - '0';

  if (folded[0] == '\0' || folded[1] != '\0' || ordinal < 1 || ordinal > 9
      || (guint) ordinal > self->fits->len)
    return -1;

  self->fits->data[ordinal - 1] = TRUE;
  return ordinal - 1;
}

/**
 * taga_grid_choices_find:
 * @self: a list
 * @typed: what was typed
 * @n_found: (out): how many choices it fits
 *
 * Finds the choices that begin with what was typed, with width, case and kana folded. A single
 * digit that none begins with stands for the choice at that place. If none begins with it, those
 * fit that have it anywhere inside.
 *
 * Returns: the first that fits, or -1
 */
int
taga_grid_choices_find (TagaGridChoices *self, const char *typed, guint *n_found)
{
  g_autofree char *folded = taga_text_fold (typed);
  int found;

  *n_found = 0;
  if (*folded == '\0')
    {
      set_all_fit (self);
      return -1;
    }

  found = find_fits (self, folded, FALSE, n_found);
  if (found >= 0)
    return found;

  found = find_ordinal (self, folded);
  *n_found = found < 0 ? 0 : 1;
  if (found >= 0)
    return found;

  return find_fits (self, folded, TRUE, n_found);
}

/**
 * taga_grid_choices_show_found:
 * @self: a list
 *
 * Narrows the list to the choices that were found last. After a search for nothing, all show.
 */
void
taga_grid_choices_show_found (TagaGridChoices *self)
{
  for (guint i = 0; i < self->fits->len; i++)
    gtk_widget_set_visible (
        GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i)),
        self->fits->data[i]);
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
  for (guint i = 0; i < taga_grid_choices_get_n (self); i++)
    {
      g_autofree char *other = taga_grid_choices_dup_label (self, (int) i);

      if (strcmp (other, label) == 0)
        return (int) i;
    }

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

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
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
    row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), choice);

  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  if (row != NULL)
    reveal_row (self, GTK_WIDGET (row));
}

static gboolean
is_shown (TagaGridChoices *self, int choice)
{
  return gtk_widget_get_visible (
      GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), choice)));
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
  int n = (int) taga_grid_choices_get_n (self), step = distance > 0 ? 1 : -1;
  int chosen = taga_grid_choices_get_chosen (self);
  int place = chosen >= 0 ? chosen : step > 0 ? -1 : n;

  for (int left = ABS (distance); left > 0 && place + step >= 0 && place + step < n;)
    {
      place += step;
      if (!is_shown (self, place))
        continue;

      chosen = place;
      left--;
    }

  if (chosen >= 0)
    taga_grid_choices_choose (self, chosen);
}
