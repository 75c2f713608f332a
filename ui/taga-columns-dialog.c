#include "taga-columns-dialog.h"

#include <glib/gi18n-lib.h>

/**
 * TagaColumnsDialog:
 *
 * Which columns a table shows, in which order and how wide. The table follows at once.
 */
struct _TagaColumnsDialog
{
  AdwWindow parent_instance;

  TagaRecordTable *table;
  TagaTableColumns *columns;
  GArray *states; /* (owned) (element-type TagaColumnState): what the rows stand for */

  /* Template */
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (TagaColumnsDialog, taga_columns_dialog, ADW_TYPE_WINDOW)

static TagaColumnState *
get_state (TagaColumnsDialog *self, guint i)
{
  return &g_array_index (self->states, TagaColumnState, i);
}

static const TagaGridColumn *
get_column (TagaColumnsDialog *self, guint i)
{
  return taga_grid_get_column (taga_record_table_get_grid (self->table),
                               get_state (self, i)->field);
}

static guint
count_shown (TagaColumnsDialog *self)
{
  guint n = 0;

  for (guint i = 0; i < self->states->len; i++)
    n += get_state (self, i)->shown ? 1 : 0;

  return n;
}

/* Columns that stay in view stand before the others. */
static gboolean
can_move (TagaColumnsDialog *self, guint i, int by)
{
  gint64 to = (gint64) i + by;

  return to >= 0 && to < self->states->len
         && get_column (self, i)->frozen == get_column (self, (guint) to)->frozen;
}

static guint
get_index (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);

  return (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
}

static void fill (TagaColumnsDialog *self);

/* The keys stay where they were: at the column's tick. */
static void
focus_row (TagaColumnsDialog *self, guint i)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

  gtk_widget_grab_focus (gtk_widget_get_first_child (gtk_list_box_row_get_child (row)));
}

static void
move_by (TagaColumnsDialog *self, guint i, int by)
{
  TagaColumnState state = *get_state (self, i);

  if (!can_move (self, i, by))
    return;

  g_array_remove_index (self->states, i);
  g_array_insert_val (self->states, i + (guint) by, state);
  taga_table_columns_apply (self->columns, self->states);
  fill (self);
  focus_row (self, i + (guint) by);
}

static void
up_cb (TagaColumnsDialog *self, GtkWidget *button)
{
  move_by (self, get_index (button), -1);
}

static void
down_cb (TagaColumnsDialog *self, GtkWidget *button)
{
  move_by (self, get_index (button), 1);
}

/* The last one stays: a table without columns would be of no use to anybody. */
static void
update_checks (TagaColumnsDialog *self)
{
  gboolean is_last = count_shown (self) == 1;

  for (guint i = 0; i < self->states->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);
      GtkWidget *check = gtk_widget_get_first_child (gtk_list_box_row_get_child (row));

      gtk_widget_set_sensitive (check, !is_last || !get_state (self, i)->shown);
    }
}

static void
toggled_cb (TagaColumnsDialog *self, GtkCheckButton *check)
{
  get_state (self, get_index (GTK_WIDGET (check)))->shown = gtk_check_button_get_active (check);
  taga_table_columns_apply (self->columns, self->states);
  update_checks (self);
}

static void
width_cb (TagaColumnsDialog *self, GtkWidget *button)
{
  TagaColumnState *state = get_state (self, get_index (button));

  state->width = taga_table_columns_get_usual_width (self->columns, state->field);
  taga_table_columns_apply (self->columns, self->states);
  gtk_widget_set_sensitive (button, FALSE);
}

static GtkWidget *
add_button (TagaColumnsDialog *self,
            GtkWidget *box,
            const char *icon,
            const char *format,
            const char *title,
            GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autoptr (GString) label = g_string_new (format);

  g_string_replace (label, "%s", title, 1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label->str, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);

  return button;
}

static GtkWidget *
create_row (TagaColumnsDialog *self, guint i)
{
  const TagaColumnState *state = get_state (self, i);
  const char *title = get_column (self, i)->title;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *check = gtk_check_button_new_with_label (title);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *button;

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_hexpand (check, TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), state->shown);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), check);

  button = add_button (self, box, "edit-undo-symbolic", _ ("Usual width of “%s”"), title,
                       G_CALLBACK (width_cb));
  gtk_widget_set_sensitive (
      button, state->width != taga_table_columns_get_usual_width (self->columns, state->field));
  button = add_button (self, box, "go-up-symbolic", _ ("Move “%s” up"), title, G_CALLBACK (up_cb));
  gtk_widget_set_sensitive (button, can_move (self, i, -1));
  button =
      add_button (self, box, "go-down-symbolic", _ ("Move “%s” down"), title, G_CALLBACK (down_cb));
  gtk_widget_set_sensitive (button, can_move (self, i, 1));

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);

  return row;
}

static void
fill (TagaColumnsDialog *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->states->len; i++)
    gtk_list_box_append (self->list, create_row (self, i));
  update_checks (self);
}

static void
reset_cb (TagaColumnsDialog *self)
{
  taga_table_columns_reset (self->columns);
  g_array_unref (self->states);
  self->states = taga_table_columns_list (self->columns);
  fill (self);
}

/* Up and down alone go from column to column, with Alt they take it along. */
static gboolean
key_pressed_cb (TagaColumnsDialog *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  gboolean up = keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up;
  gboolean down = keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down;
  guint i;

  if ((!up && !down) || focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    return GDK_EVENT_PROPAGATE;

  i = get_index (focus);
  if ((state & GDK_ALT_MASK) != 0)
    move_by (self, i, up ? -1 : 1);
  else if (up ? i > 0 : i + 1 < self->states->len)
    focus_row (self, up ? i - 1 : i + 1);

  return GDK_EVENT_STOP;
}

static gboolean
close_shortcut (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (widget));

  return TRUE;
}

static void
taga_columns_dialog_finalize (GObject *object)
{
  g_clear_pointer (&TAGA_COLUMNS_DIALOG (object)->states, g_array_unref);

  G_OBJECT_CLASS (taga_columns_dialog_parent_class)->finalize (object);
}

static void
taga_columns_dialog_class_init (TagaColumnsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = taga_columns_dialog_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-columns-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaColumnsDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, close_shortcut, NULL);
}

static void
taga_columns_dialog_init (TagaColumnsDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * taga_columns_dialog_present:
 * @table: a table
 * @columns: what remembers its columns
 *
 * Lets the user arrange the columns.
 */
void
taga_columns_dialog_present (TagaRecordTable *table, TagaTableColumns *columns)
{
  TagaColumnsDialog *self =
      g_object_new (TAGA_TYPE_COLUMNS_DIALOG, "transient-for",
                    gtk_widget_get_ancestor (GTK_WIDGET (table), GTK_TYPE_WINDOW),
                    "destroy-with-parent", TRUE, NULL);

  self->table = table;
  self->columns = columns;
  self->states = taga_table_columns_list (columns);
  fill (self);
  gtk_window_present (GTK_WINDOW (self));
  focus_row (self, 0);
}
