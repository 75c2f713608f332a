#include "taga-trash-cell.h"

#include "taga-lines.h"

/**
 * TagaTrashCell:
 *
 * One removed asset on the screen, with its tick box.
 */
struct _TagaTrashCell
{
  GtkBox parent_instance;

  TagaTrashRow *row; /* (owned) (nullable) */
  GtkWidget *tick;   /* (unowned) */
  TagaLines *title;  /* (unowned) */
  TagaLines *details;
};

G_DEFINE_FINAL_TYPE (TagaTrashCell, taga_trash_cell, GTK_TYPE_BOX)

static void
toggled_cb (TagaTrashCell *self)
{
  if (self->row != NULL)
    taga_trash_row_set_ticked (self->row,
                               gtk_check_button_get_active (GTK_CHECK_BUTTON (self->tick)));
}

/* What has the focus is the list's item around the cell, which says nothing of itself. */
static void
describe_item (TagaTrashCell *self)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *details = taga_trash_row_format_details (self->row);
  g_autofree char *words = g_strjoin (" · ", taga_trash_row_get_title (self->row), details, NULL);

  if (item == NULL)
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_CHECKED,
                               taga_trash_row_get_ticked (self->row)
                                   ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                   : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

static void
show_tick (TagaTrashCell *self)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->tick),
                               taga_trash_row_get_ticked (self->row));
  describe_item (self);
}

static void
taga_trash_cell_dispose (GObject *object)
{
  taga_trash_cell_set_row (TAGA_TRASH_CELL (object), NULL);

  G_OBJECT_CLASS (taga_trash_cell_parent_class)->dispose (object);
}

static void
taga_trash_cell_class_init (TagaTrashCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = taga_trash_cell_dispose;
}

/* No labels: a list makes some 200 rows at once, and they take long to measure. */
static void
taga_trash_cell_init (TagaTrashCell *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->tick = gtk_check_button_new ();
  self->title = g_object_new (TAGA_TYPE_LINES, NULL);
  self->details = g_object_new (TAGA_TYPE_LINES, NULL);

  /* The item has the focus, and Space ticks it. */
  gtk_widget_set_can_focus (self->tick, FALSE);
  gtk_widget_set_valign (self->tick, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->tick, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (GTK_WIDGET (self->details), "caption");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->details));
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_box_append (GTK_BOX (self), self->tick);
  gtk_box_append (GTK_BOX (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "taga-trash-cell");
}

/**
 * taga_trash_cell_new:
 *
 * Makes a cell that shows nothing yet.
 *
 * Returns: (transfer floating): the cell
 */
GtkWidget *
taga_trash_cell_new (void)
{
  return g_object_new (TAGA_TYPE_TRASH_CELL, NULL);
}

/**
 * taga_trash_cell_get_row:
 * @self: a cell
 *
 * Gets which asset it shows.
 *
 * Returns: (transfer none) (nullable): the row
 */
TagaTrashRow *
taga_trash_cell_get_row (TagaTrashCell *self)
{
  g_return_val_if_fail (TAGA_IS_TRASH_CELL (self), NULL);

  return self->row;
}

/**
 * taga_trash_cell_set_row:
 * @self: a cell
 * @row: (nullable): a removed asset
 *
 * Sets which asset it shows.
 */
void
taga_trash_cell_set_row (TagaTrashCell *self, TagaTrashRow *row)
{
  g_autofree char *details = NULL;

  g_return_if_fail (TAGA_IS_TRASH_CELL (self));

  if (self->row != NULL)
    g_signal_handlers_disconnect_by_data (self->row, self);

  /* As long as there is no row, a tick that changes is no wish of the user. */
  g_clear_object (&self->row);
  if (row == NULL)
    return;

  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->tick), taga_trash_row_get_ticked (row));
  self->row = g_object_ref (row);
  g_signal_connect_object (row, "notify::ticked", G_CALLBACK (show_tick), self, G_CONNECT_SWAPPED);
  details = taga_trash_row_format_details (row);
  taga_lines_set_text (self->title, taga_trash_row_get_title (row));
  taga_lines_set_text (self->details, details);
  describe_item (self);
}
