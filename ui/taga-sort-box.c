#include "taga-sort-box.h"

#include <glib/gi18n-lib.h>

/**
 * TagaSortBox:
 *
 * How a table is sorted by a column: upwards, downwards or not, alone or after other columns. It
 * shows how it is, and the table follows at once.
 */
struct _TagaSortBox
{
  AdwBin parent_instance;

  TagaRecordTable *table;
  guint field;
  GtkToggleButton *ascending;
  GtkToggleButton *descending;
  GtkToggleButton *unsorted;
  GtkCheckButton *add; /* (nullable): none if nothing else is sorted by */
};

G_DEFINE_FINAL_TYPE (TagaSortBox, taga_sort_box, ADW_TYPE_BIN)

static void
taga_sort_box_class_init (TagaSortBoxClass *klass)
{
}

static void
taga_sort_box_init (TagaSortBox *self)
{
}

static void
changed_cb (TagaSortBox *self, GtkWidget *toggled)
{
  g_autoptr (TagaQuery) query = taga_query_copy (taga_record_table_get_query (self->table));
  gboolean add = self->add != NULL && gtk_check_button_get_active (self->add);

  /* Of two buttons that change at once, the one that is pressed now counts. */
  if (GTK_IS_TOGGLE_BUTTON (toggled) && !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggled)))
    return;

  if (!gtk_toggle_button_get_active (self->unsorted))
    taga_query_set_sort (query, self->field, gtk_toggle_button_get_active (self->descending), add);
  else if (toggled == GTK_WIDGET (self->unsorted))
    taga_query_clear_sort (query, self->field);
  else
    return;

  taga_record_table_set_query (self->table, query);
}

static GtkToggleButton *
add_toggle (TagaSortBox *self, GtkWidget *box, const char *label, gboolean active)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_widget_set_hexpand (button, TRUE);
  gtk_box_append (GTK_BOX (box), button);
  if (self->ascending != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->ascending);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), active);

  return GTK_TOGGLE_BUTTON (button);
}

static void
connect (TagaSortBox *self, gpointer button)
{
  g_signal_connect_object (button, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
build (TagaSortBox *self, const TagaQuery *query)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  const TagaSort *sort = taga_query_get_sort (query, self->field);

  gtk_widget_add_css_class (row, "linked");
  self->ascending = add_toggle (self, row, _ ("Ascending"), sort != NULL && !sort->descending);
  self->descending = add_toggle (self, row, _ ("Descending"), sort != NULL && sort->descending);
  self->unsorted = add_toggle (self, row, _ ("Not sorted"), sort == NULL);
  connect (self, self->ascending);
  connect (self, self->descending);
  connect (self, self->unsorted);
  gtk_box_append (GTK_BOX (box), row);

  if (query->sorts->len > (sort == NULL ? 0 : 1))
    {
      GtkWidget *add = gtk_check_button_new_with_label (_ ("Together with the other columns"));

      self->add = GTK_CHECK_BUTTON (add);
      gtk_check_button_set_active (self->add, sort != NULL);
      connect (self, add);
      gtk_box_append (GTK_BOX (box), add);
    }

  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * taga_sort_box_new:
 * @table: a table; it lives longer
 * @field: a column's field
 *
 * Makes the control of a column's order.
 *
 * Returns: (transfer floating): the control
 */
GtkWidget *
taga_sort_box_new (TagaRecordTable *table, guint field)
{
  TagaSortBox *self = g_object_new (TAGA_TYPE_SORT_BOX, NULL);

  self->table = table;
  self->field = field;
  build (self, taga_record_table_get_query (table));

  return GTK_WIDGET (self);
}
