#include "taga-filter-popover.h"

#include <glib/gi18n-lib.h>

#include "taga-date.h"
#include "taga-filter-values.h"
#include "taga-sort-box.h"
#include "taga-text.h"
#include "taga-ui.h"
#include "taga-value-counts.h"

/* So many values of a text stand in the list, and so long after the last key it follows, in
 * milliseconds. */
#define MAX_VALUES 200
#define DELAY 150

/**
 * TagaFilterPopover:
 *
 * What can be done by a column: sort by it, filter by it, hide it. The table follows while the user
 * makes the filter.
 */
struct _TagaFilterPopover
{
  GtkPopover parent_instance;

  TagaRecordTable *table;
  guint column;     /* the field of the column */
  guint field;      /* the field that is filtered, which may be another one */
  TagaFilter *base; /* (owned) (nullable): what is kept although nothing here shows it */
  guint refill;     /* while the list of values is to follow what is typed */

  GtkBox *box;
  TagaFilterValues *values; /* (nullable) */
  GtkEditable *contains;    /* (nullable) */
  GtkEditable *from;        /* (nullable) */
  GtkEditable *to;          /* (nullable) */
  GtkCheckButton *or_blank; /* (nullable) */
  GtkCheckButton *blank;    /* (nullable) */
  GtkCheckButton *filled;   /* (nullable) */
};

G_DEFINE_FINAL_TYPE (TagaFilterPopover, taga_filter_popover, GTK_TYPE_POPOVER)

static TagaRecordClass *
get_class (TagaFilterPopover *self)
{
  return taga_record_class_peek (taga_record_table_get_record_type (self->table));
}

static const TagaField *
get_field (TagaFilterPopover *self)
{
  return &get_class (self)->fields[self->field];
}

static void
taga_filter_popover_dispose (GObject *object)
{
  TagaFilterPopover *self = TAGA_FILTER_POPOVER (object);

  g_clear_handle_id (&self->refill, g_source_remove);
  g_clear_pointer (&self->base, taga_filter_free);

  G_OBJECT_CLASS (taga_filter_popover_parent_class)->dispose (object);
}

static void
taga_filter_popover_class_init (TagaFilterPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = taga_filter_popover_dispose;
}

/* Arrows go from one to the next and Enter is done with it, as in spreadsheets. Left to itself, a
 * check button takes them as a click. */
static gboolean
key_pressed_cb (TagaFilterPopover *self, guint keyval)
{
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    return gtk_widget_child_focus (GTK_WIDGET (self->box), GTK_DIR_TAB_FORWARD);
  if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    return gtk_widget_child_focus (GTK_WIDGET (self->box), GTK_DIR_TAB_BACKWARD);
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
      && GTK_IS_CHECK_BUTTON (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)))))
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
taga_filter_popover_init (TagaFilterPopover *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->box));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->box), keys);
}

/* A bound as it is compared: a day as ISO 8601, a number in plain digits; what is neither is none.
 */
static char *
read_bound (TagaFilterPopover *self, GtkEditable *editable)
{
  const char *text = editable == NULL ? "" : gtk_editable_get_text (editable);
  gboolean valid = TRUE;
  char *bound = NULL;
  gint64 number;

  if (*text == '\0')
    valid = TRUE;
  else if (get_field (self)->kind == TAGA_FIELD_DATE)
    valid = (bound = taga_date_parse (text)) != NULL;
  else if ((valid = taga_text_parse_integer (text, &number)))
    bound = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  if (editable != NULL && valid)
    gtk_widget_remove_css_class (GTK_WIDGET (editable), "error");
  else if (editable != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (editable), "error");

  return bound;
}

static gboolean
is_active (GtkCheckButton *check)
{
  return check != NULL && gtk_check_button_get_active (check);
}

/* Returns `NULL` if the column may be anything. */
static TagaFilter *
read_filter (TagaFilterPopover *self)
{
  TagaFilter *filter = taga_filter_new (self->field);
  g_autofree char *contains =
      g_strstrip (g_strdup (self->contains == NULL ? "" : gtk_editable_get_text (self->contains)));

  filter->keys = self->values == NULL ? NULL : taga_filter_values_dup_keys (self->values);
  filter->contains = *contains == '\0' ? NULL : taga_text_fold (contains);
  filter->from = read_bound (self, self->from);
  filter->to = read_bound (self, self->to);
  filter->or_blank = is_active (self->or_blank) && (filter->from != NULL || filter->to != NULL);
  if (is_active (self->blank))
    filter->blank = 1;
  else if (is_active (self->filled))
    filter->blank = 0;
  if (self->base != NULL)
    {
      filter->by_end = TRUE;
      filter->from = g_strdup (self->base->from);
      filter->to = g_strdup (self->base->to);
    }

  if (filter->keys == NULL && filter->contains == NULL && filter->from == NULL && filter->to == NULL
      && filter->blank < 0)
    g_clear_pointer (&filter, taga_filter_free);

  return filter;
}

static void
set_filter (TagaFilterPopover *self, TagaFilter *filter)
{
  g_autoptr (TagaQuery) query = taga_query_copy (taga_record_table_get_query (self->table));

  if (filter == NULL)
    taga_query_clear_filter (query, self->field);
  else
    taga_query_set_filter (query, filter);
  taga_record_table_set_query (self->table, query);
}

static void
changed_cb (TagaFilterPopover *self)
{
  set_filter (self, read_filter (self));
}

static gboolean
is_typed (const TagaField *field)
{
  return field->kind == TAGA_FIELD_TEXT || field->kind == TAGA_FIELD_NOTE;
}

static void
fill_values (TagaFilterPopover *self, char **keys)
{
  const char *contains = self->contains == NULL ? NULL : gtk_editable_get_text (self->contains);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) counts = taga_value_counts (
      taga_record_table_get_store (self->table), taga_record_table_get_record_type (self->table),
      taga_record_table_get_query (self->table), self->field, contains,
      is_typed (get_field (self)) ? MAX_VALUES : G_MAXINT - 1, &error);

  if (counts == NULL)
    taga_ui_toast (GTK_WIDGET (self->table), error->message);
  else
    taga_filter_values_fill (self->values, counts, keys, MAX_VALUES);
}

static gboolean
refill_cb (gpointer user_data)
{
  TagaFilterPopover *self = user_data;
  g_auto (GStrv) keys = taga_filter_values_dup_keys (self->values);

  self->refill = 0;
  fill_values (self, keys);

  return G_SOURCE_REMOVE;
}

static void
contains_changed_cb (TagaFilterPopover *self)
{
  changed_cb (self);
  g_clear_handle_id (&self->refill, g_source_remove);
  self->refill = g_timeout_add (DELAY, refill_cb, self);
}

static void
add_values (TagaFilterPopover *self, const TagaFilter *filter)
{
  TagaStore *store = taga_record_table_get_store (self->table);

  self->values = TAGA_FILTER_VALUES (taga_filter_values_new (store, get_field (self)));
  gtk_box_append (self->box, GTK_WIDGET (self->values));
  fill_values (self, filter == NULL ? NULL : filter->keys);
  g_signal_connect_object (self->values, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static GtkEditable *
add_entry (TagaFilterPopover *self, const char *label, const char *text, GCallback changed)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *caption = gtk_label_new (label);

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_editable_set_text (GTK_EDITABLE (entry), text == NULL ? "" : text);
  g_signal_connect_object (entry, "changed", changed, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (gtk_popover_popdown), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->box, caption);
  gtk_box_append (self->box, entry);

  return GTK_EDITABLE (entry);
}

static GtkEditable *
add_bound (TagaFilterPopover *self, const char *label, const char *bound)
{
  g_autofree char *day = NULL;

  if (get_field (self)->kind == TAGA_FIELD_DATE)
    day = taga_ui_format_date (bound);

  return add_entry (self, label, day == NULL ? bound : day, G_CALLBACK (changed_cb));
}

static GtkCheckButton *
add_check (TagaFilterPopover *self, const char *label, gboolean active)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  gtk_box_append (self->box, check);

  return GTK_CHECK_BUTTON (check);
}

/* One of the two at most can be. */
static void
blank_toggled_cb (TagaFilterPopover *self, GtkCheckButton *check)
{
  GtkCheckButton *other = check == self->blank ? self->filled : self->blank;

  if (is_active (check) && is_active (other))
    gtk_check_button_set_active (other, FALSE);
  else
    changed_cb (self);
}

static void
add_blanks (TagaFilterPopover *self, const TagaFilter *filter)
{
  self->blank = add_check (self, _ ("Only empty ones"), filter != NULL && filter->blank == 1);
  self->filled = add_check (self, _ ("Only filled ones"), filter != NULL && filter->blank == 0);
  g_signal_connect_object (self->blank, "toggled", G_CALLBACK (blank_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filled, "toggled", G_CALLBACK (blank_toggled_cb), self,
                           G_CONNECT_SWAPPED);
}

/* A view of ours filters texts by the day that they name; that is said, and kept. */
static void
add_base (TagaFilterPopover *self, const TagaFilter *filter)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (filter == NULL || !filter->by_end)
    return;

  self->base = taga_filter_new (self->field);
  self->base->from = g_strdup (filter->from);
  self->base->to = g_strdup (filter->to);
  from = taga_ui_format_date (filter->from);
  to = taga_ui_format_date (filter->to);
  /* Translators: two days, of which one may be missing */
  text = g_strdup_printf (_ ("Only where the text names a day: %s – %s"), from, to);
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_box_append (self->box, label);
}

static void
add_filter (TagaFilterPopover *self)
{
  const TagaQuery *query = taga_record_table_get_query (self->table);
  const TagaFilter *filter = taga_query_get_filter (query, self->field);

  switch (get_field (self)->kind)
    {
    case TAGA_FIELD_CHOICE:
    case TAGA_FIELD_LEVEL:
    case TAGA_FIELD_MARK:
    case TAGA_FIELD_REFERENCE:
      add_values (self, filter);
      break;
    case TAGA_FIELD_DATE:
    case TAGA_FIELD_NUMBER:
      self->from = add_bound (self, _ ("From"), filter == NULL ? NULL : filter->from);
      self->to = add_bound (self, _ ("To"), filter == NULL ? NULL : filter->to);
      self->or_blank =
          add_check (self, _ ("Empty ones besides"), filter != NULL && filter->or_blank);
      g_signal_connect_object (self->or_blank, "toggled", G_CALLBACK (changed_cb), self,
                               G_CONNECT_SWAPPED);
      add_blanks (self, filter);
      break;
    default:
      add_base (self, filter);
      self->contains = add_entry (self, _ ("Contains"), filter == NULL ? NULL : filter->contains,
                                  G_CALLBACK (contains_changed_cb));
      add_values (self, filter);
      add_blanks (self, filter);
      break;
    }
}

static void
clear_cb (TagaFilterPopover *self)
{
  set_filter (self, NULL);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
hide_cb (TagaFilterPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  taga_record_table_hide_column (self->table, self->column);
}

static void
add_button (TagaFilterPopover *self, GtkWidget *box, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

static void
build (TagaFilterPopover *self)
{
  const char *name = _ (get_class (self)->fields[self->column].title);
  g_autofree char *about = g_strdup_printf (_ ("Sort and filter: %s"), name);
  GtkWidget *title = gtk_label_new (name);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (self->box, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, about, -1);

  gtk_box_append (self->box, taga_sort_box_new (self->table, self->column));
  gtk_box_append (self->box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  add_filter (self);
  gtk_box_append (self->box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  add_button (self, buttons, _ ("_Show All"), G_CALLBACK (clear_cb));
  add_button (self, buttons, _ ("_Hide Column"), G_CALLBACK (hide_cb));
  gtk_box_append (self->box, buttons);
}

/**
 * taga_filter_popover_new:
 * @table: a table that shows a file; it lives longer
 * @column: the field of a column
 * @field: the field to filter by, which may be another one
 *
 * Makes the popover of a column.
 *
 * Returns: (transfer floating): the popover
 */
GtkWidget *
taga_filter_popover_new (TagaRecordTable *table, guint column, guint field)
{
  TagaFilterPopover *self = g_object_new (TAGA_TYPE_FILTER_POPOVER, NULL);

  self->table = table;
  self->column = column;
  self->field = field;
  build (self);

  return GTK_WIDGET (self);
}
