#include "taga-grid-heading.h"

#include <glib/gi18n-lib.h>

#include "taga-grid-header.h"
#include "taga-grid-reorder.h"

#define KEY_RESIZE_STEP 8

/**
 * TagaGridHeading:
 *
 * The header of one column: a button that sorts, with signs for the order and for a filter.
 *
 * Enter or a click sorts by the column, with Shift as a further key. Alt+Down, the menu key and the
 * right button ask for the column's menu; Alt+Left and Alt+Right make it narrower and wider,
 * Ctrl+Shift+Left and Right move it, and so does dragging it.
 *
 * ## CSS nodes
 *
 * `gridheading[.filtered]` with `box` › `label.title` and `filter`.
 */
struct _TagaGridHeading
{
  GtkButton parent_instance;

  TagaGrid *grid; /* (unowned): it owns its headings */
  guint slot;
  GdkModifierType state; /* of the press that is under way */

  GtkWidget *title;
  GtkWidget *filter;
};

G_DEFINE_FINAL_TYPE (TagaGridHeading, taga_grid_heading, GTK_TYPE_BUTTON)

static const TagaGridColumn *
get_column (TagaGridHeading *self)
{
  return taga_grid_layout_get_column (&self->grid->layout, self->slot);
}

static void
taga_grid_heading_clicked (GtkButton *button)
{
  TagaGridHeading *self = TAGA_GRID_HEADING (button);
  gboolean add = (self->state & GDK_SHIFT_MASK) != 0;

  self->state = 0;
  if (taga_grid_finish_editing (self->grid))
    taga_grid_emit (self->grid, TAGA_GRID_SORT_REQUESTED, get_column (self)->field, add);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, TagaGridHeading *self)
{
  self->state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
}

static void
menu_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, TagaGridHeading *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  taga_grid_heading_show_menu (self);
}

static void
resize (TagaGridHeading *self, int change)
{
  const TagaGridColumn *column = get_column (self);
  guint field = column->field;

  taga_grid_set_column_width (self->grid, field, column->width + change);
  taga_grid_emit (self->grid, TAGA_GRID_COLUMN_RESIZED, field,
                  taga_grid_get_column (self->grid, field)->width);
}

static gboolean
press_alt_key (TagaGridHeading *self, guint keyval)
{
  if (keyval == GDK_KEY_Down)
    taga_grid_heading_show_menu (self);
  else if (keyval == GDK_KEY_Left)
    resize (self, -KEY_RESIZE_STEP);
  else if (keyval == GDK_KEY_Right)
    resize (self, KEY_RESIZE_STEP);
  else
    return FALSE;

  return TRUE;
}

/**
 * taga_grid_heading_press_key:
 * @self: a heading
 * @keyval: a key
 * @state: the modifiers
 *
 * Does what a key press does.
 *
 * Returns: whether the key was of use
 */
gboolean
taga_grid_heading_press_key (TagaGridHeading *self, guint keyval, GdkModifierType state)
{
  const GdkModifierType move = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  self->state = state;

  if ((state & GDK_ALT_MASK) != 0)
    return press_alt_key (self, keyval);
  if ((state & move) == move && (keyval == GDK_KEY_Left || keyval == GDK_KEY_Right))
    {
      if (!taga_grid_reorder_step (self->grid, self->slot, keyval == GDK_KEY_Right))
        gtk_widget_error_bell (GTK_WIDGET (self));
      return TRUE;
    }

  switch (keyval)
    {
    case GDK_KEY_Menu:
      taga_grid_heading_show_menu (self);
      return TRUE;
    case GDK_KEY_F10:
      if ((state & GDK_SHIFT_MASK) == 0)
        return FALSE;
      taga_grid_heading_show_menu (self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      taga_grid_heading_clicked (GTK_BUTTON (self));
      return TRUE;
    case GDK_KEY_Left:
      taga_grid_header_focus (self->grid->header, self->slot > 0 ? self->slot - 1 : 0);
      return TRUE;
    case GDK_KEY_Right:
      taga_grid_header_focus (self->grid->header, self->slot + 1);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_Escape:
      gtk_widget_grab_focus (GTK_WIDGET (self->grid));
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                TagaGridHeading *self)
{
  return taga_grid_heading_press_key (self, keyval, state);
}

/* A funnel, which no icon theme of ours has. */
static void
draw_filter (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  double size = MIN (width, height), x = (width - size) / 2, y = (height - size) / 2;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &color);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size / 10, size / 10);
  cairo_move_to (cr, 0.5, 1);
  cairo_line_to (cr, 9.5, 1);
  cairo_line_to (cr, 6, 5.2);
  cairo_line_to (cr, 6, 9.5);
  cairo_line_to (cr, 4, 8);
  cairo_line_to (cr, 4, 5.2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
taga_grid_heading_class_init (TagaGridHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GTK_BUTTON_CLASS (klass)->clicked = taga_grid_heading_clicked;

  gtk_widget_class_set_css_name (widget_class, "gridheading");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
}

static void
add_controllers (TagaGridHeading *self)
{
  GtkGesture *press = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect (press, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static gboolean
query_tooltip_cb (GtkWidget *label,
                  int x,
                  int y,
                  gboolean keyboard_mode,
                  GtkTooltip *tooltip,
                  gpointer user_data)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    return FALSE;

  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (label)));

  return TRUE;
}

/**
 * taga_grid_heading_show_whole:
 * @label: a label of the header
 *
 * Has the label show its whole text when the pointer rests on it and it is cut.
 */
void
taga_grid_heading_show_whole (GtkWidget *label)
{
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

static void
taga_grid_heading_init (TagaGridHeading *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);

  self->title = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                              "lines", 3, "ellipsize", PANGO_ELLIPSIZE_END, "hexpand", TRUE,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (self->title, "title");
  taga_grid_heading_show_whole (self->title);
  gtk_box_append (GTK_BOX (box), self->title);

  self->filter = g_object_new (GTK_TYPE_DRAWING_AREA, "css-name", "filter", "visible", FALSE,
                               "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->filter), draw_filter, NULL, NULL);
  gtk_box_append (GTK_BOX (box), self->filter);

  gtk_button_set_child (GTK_BUTTON (self), box);
  add_controllers (self);
}

/**
 * taga_grid_heading_new:
 * @grid: the grid
 * @slot: the column, counted over those that are shown
 *
 * Makes the header of a column.
 *
 * Returns: (transfer floating): the heading
 */
GtkWidget *
taga_grid_heading_new (TagaGrid *grid, guint slot)
{
  TagaGridHeading *self = g_object_new (TAGA_TYPE_GRID_HEADING, NULL);

  self->grid = grid;
  self->slot = slot;
  taga_grid_heading_update (self);

  return GTK_WIDGET (self);
}

/* The key of the order that the column is, and its rank; (nullable). */
static const TagaGridSort *
find_key (TagaGridHeading *self, guint *rank)
{
  GArray *sort = self->grid->sort;
  guint field = get_column (self)->field;

  for (guint i = 0; i < sort->len; i++)
    if (g_array_index (sort, TagaGridSort, i).field == field)
      {
        *rank = i + 1;
        return &g_array_index (sort, TagaGridSort, i);
      }

  return NULL;
}

/* The sign of the order, with its rank if there are several keys; (nullable) (transfer full). */
static char *
dup_order (TagaGridHeading *self, GString *name)
{
  guint rank;
  const TagaGridSort *key = find_key (self, &rank);
  GtkAccessibleSort order = GTK_ACCESSIBLE_SORT_NONE;

  if (key != NULL)
    order = key->descending ? GTK_ACCESSIBLE_SORT_DESCENDING : GTK_ACCESSIBLE_SORT_ASCENDING;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_SORT, order, -1);
  if (key == NULL)
    return NULL;

  if (key->descending)
    g_string_append_printf (name, _ (", descending, key %u"), rank);
  else
    g_string_append_printf (name, _ (", ascending, key %u"), rank);
  if (self->grid->sort->len == 1)
    return g_strdup (key->descending ? "▼" : "▲");

  return g_strdup_printf ("%s%u", key->descending ? "▼" : "▲", rank);
}

/* The sign is part of the title's text, so that in a narrow column it takes a line of its own. */
static void
update_title (TagaGridHeading *self, GString *name)
{
  const TagaGridColumn *column = get_column (self);
  const char *title = column->title != NULL ? column->title : "";
  g_autofree char *order = NULL;
  g_autofree char *text = NULL;

  if (column->group != NULL)
    g_string_append_printf (name, "%s: ", column->group);
  g_string_append (name, title);
  order = dup_order (self, name);

  text = order != NULL ? g_strdup_printf ("%s %s", title, order) : g_strdup (title);
  gtk_label_set_text (GTK_LABEL (self->title), text);
  gtk_label_set_xalign (GTK_LABEL (self->title), column->xalign);
  gtk_label_set_justify (GTK_LABEL (self->title),
                         column->xalign > 0.4f ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT);
}

static void
update_filter (TagaGridHeading *self, GString *name)
{
  gpointer field = GUINT_TO_POINTER (get_column (self)->field);
  gboolean is_filtered = g_hash_table_contains (self->grid->filtered, field);
  int size = (int) (11 * self->grid->scale);

  gtk_widget_set_visible (self->filter, is_filtered);
  gtk_widget_set_size_request (self->filter, size, size);
  if (!is_filtered)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "filtered");
      return;
    }

  gtk_widget_add_css_class (GTK_WIDGET (self), "filtered");
  g_string_append (name, _ (", filtered"));
}

/**
 * taga_grid_heading_update:
 * @self: a heading
 *
 * Shows the title, the order and the filter as they are now.
 */
void
taga_grid_heading_update (TagaGridHeading *self)
{
  g_autoptr (GString) name = g_string_new (NULL);

  update_title (self, name);
  update_filter (self, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                  -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_COL_INDEX,
                                  (int) self->slot + 1, -1);
}

/**
 * taga_grid_heading_show_menu:
 * @self: a heading
 *
 * Asks the page for the column's menu.
 */
void
taga_grid_heading_show_menu (TagaGridHeading *self)
{
  graphene_rect_t bounds;
  GdkRectangle rect;

  if (!taga_grid_finish_editing (self->grid)
      || !gtk_widget_compute_bounds (GTK_WIDGET (self), GTK_WIDGET (self->grid), &bounds))
    return;

  rect = (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                         (int) bounds.size.height };
  taga_grid_emit (self->grid, TAGA_GRID_HEADER_MENU, get_column (self)->field, &rect);
}
