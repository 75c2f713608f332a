#include "taga-answer-view.h"

#include <glib/gi18n-lib.h>

#include "taga-field-edit.h"

#define PANEL_WIDTH 292
#define PANEL_MAXIMUM_WIDTH 380

/* So many pixels the list and the details need beside each other, in letters for a room. */
#define ROOM_FOR_BOTH 1000

/**
 * TagaAnswerView:
 *
 * A list of items to answer, and beside it the details of the one that is worked on. What they are
 * is the page's; Enter and F6 lead there, F6 and Escape back. What is entered there is kept before
 * the list goes to another item.
 */
struct _TagaAnswerView
{
  AdwBin parent_instance;

  TagaAnswerList *list;
  GtkWidget *side; /* the details, with the line before them */
  GtkScrolledWindow *scroller;
  GtkWidget *panel; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (TagaAnswerView, taga_answer_view, ADW_TYPE_BIN)

static gboolean
is_in_panel (TagaAnswerView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->scroller));
}

static gboolean
leaving_cb (TagaAnswerView *self)
{
  return !taga_answer_view_finish_editing (self);
}

/* The details of another item are read from their start. */
static void
current_changed_cb (TagaAnswerView *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
opened_cb (TagaAnswerView *self)
{
  if (self->panel != NULL && gtk_widget_get_visible (self->side))
    gtk_widget_child_focus (self->panel, GTK_DIR_TAB_FORWARD);
}

static void
other_part_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaAnswerView *self = TAGA_ANSWER_VIEW (widget);

  if (is_in_panel (self))
    taga_answer_list_take_focus (self->list);
  else
    opened_cb (self);
}

/* Escape in a field that was changed is the field's own. */
static gboolean
key_pressed_cb (TagaAnswerView *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape || !is_in_panel (self))
    return GDK_EVENT_PROPAGATE;

  taga_answer_list_take_focus (self->list);
  return GDK_EVENT_STOP;
}

static void
taga_answer_view_class_init (TagaAnswerViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "answers.other-part", NULL, other_part_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F6, 0, "answers.other-part", NULL);
}

static GtkWidget *
create_side (TagaAnswerView *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (GTK_WIDGET (self->scroller), PANEL_WIDTH, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Details"), -1);

  /* However long its texts are, the list beside it has the room. */
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), PANEL_MAXIMUM_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), PANEL_MAXIMUM_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->scroller));
  gtk_widget_set_hexpand (clamp, FALSE);
  return clamp;
}

static void
taga_answer_view_init (TagaAnswerView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->list = TAGA_ANSWER_LIST (taga_answer_list_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->list), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  self->side = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->side), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (self->side), create_side (self));
  gtk_box_append (GTK_BOX (box), self->side);
  adw_bin_set_child (ADW_BIN (self), box);

  g_signal_connect_object (self->list, "leaving", G_CALLBACK (leaving_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "current-changed", G_CALLBACK (current_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * taga_answer_view_new:
 *
 * Makes a list without a source, and with nothing beside it.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
taga_answer_view_new (void)
{
  return g_object_new (TAGA_TYPE_ANSWER_VIEW, NULL);
}

/**
 * taga_answer_view_get_list:
 * @self: a view
 *
 * Gets the list.
 *
 * Returns: (transfer none): the list
 */
TagaAnswerList *
taga_answer_view_get_list (TagaAnswerView *self)
{
  return self->list;
}

/**
 * taga_answer_view_set_panel:
 * @self: a view
 * @panel: what stands beside the list
 *
 * Sets what shows the details of an item.
 */
void
taga_answer_view_set_panel (TagaAnswerView *self, GtkWidget *panel)
{
  self->panel = panel;
  gtk_scrolled_window_set_child (self->scroller, panel);
}

/**
 * taga_answer_view_finish_editing:
 * @self: a view
 *
 * Keeps what is being entered beside the list.
 *
 * Returns: `FALSE` if it was refused; the field says why, and has the focus
 */
gboolean
taga_answer_view_finish_editing (TagaAnswerView *self)
{
  return self->panel == NULL || taga_field_edit_finish_all (self->panel);
}

/**
 * taga_answer_view_set_projector:
 * @self: a view
 * @on: whether it is shown to a room
 *
 * Leaves the screen of an old projector to the list: beside it there is no room for the details in
 * letters that can be read from afar.
 */
void
taga_answer_view_set_projector (TagaAnswerView *self, gboolean on)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkMonitor *monitor = NULL;
  GdkRectangle screen = { .width = ROOM_FOR_BOTH };

  g_return_if_fail (TAGA_IS_ANSWER_VIEW (self));

  if (on && native != NULL)
    monitor = gdk_display_get_monitor_at_surface (gtk_widget_get_display (GTK_WIDGET (self)),
                                                  gtk_native_get_surface (native));
  if (monitor != NULL)
    gdk_monitor_get_geometry (monitor, &screen);
  gtk_widget_set_visible (self->side, screen.width >= ROOM_FOR_BOTH);
}
