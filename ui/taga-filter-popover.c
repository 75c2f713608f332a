#include "taga-filter-popover.h"

#include <glib/gi18n-lib.h>

#include "taga-date.h"
#include "taga-language.h"
#include "taga-text.h"

/**
 * TagaFilterPopover:
 *
 * What a column must be: among the choices it has, containing a text, between two numbers or days,
 * or empty. The table follows while the user makes it.
 */
struct _TagaFilterPopover
{
  GtkPopover parent_instance;

  TagaEdition *edition; /* (owned) */
  TagaRecordClass *klass;
  guint field;
  TagaFilterFunc func;
  gpointer user_data;

  GtkBox *box;
  GPtrArray *checks; /* (owned) (element-type GtkCheckButton): their names are the keys */
  GtkEditable *contains;
  GtkEditable *from;
  GtkEditable *to;
  GtkCheckButton *blank;
};

G_DEFINE_FINAL_TYPE (TagaFilterPopover, taga_filter_popover, GTK_TYPE_POPOVER)

static const TagaField *
get_field (TagaFilterPopover *self)
{
  return &self->klass->fields[self->field];
}

static void
taga_filter_popover_finalize (GObject *object)
{
  TagaFilterPopover *self = TAGA_FILTER_POPOVER (object);

  g_clear_object (&self->edition);
  g_clear_pointer (&self->checks, g_ptr_array_unref);

  G_OBJECT_CLASS (taga_filter_popover_parent_class)->finalize (object);
}

static void
taga_filter_popover_class_init (TagaFilterPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_filter_popover_finalize;
}

/* Arrows go from one to the next. Left to itself, a check button takes them as a click. */
static gboolean
key_pressed_cb (TagaFilterPopover *self, guint keyval)
{
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    return gtk_widget_child_focus (GTK_WIDGET (self->box), GTK_DIR_TAB_FORWARD);
  if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    return gtk_widget_child_focus (GTK_WIDGET (self->box), GTK_DIR_TAB_BACKWARD);

  return GDK_EVENT_PROPAGATE;
}

static void
taga_filter_popover_init (TagaFilterPopover *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->checks = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->box));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->box), keys);
}

static char **
collect_keys (TagaFilterPopover *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);

      if (!gtk_check_button_get_active (check))
        continue;
      g_strv_builder_add (builder, gtk_widget_get_name (GTK_WIDGET (check)));
      n++;
    }

  return n == 0 ? NULL : g_strv_builder_end (builder);
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

static void
changed_cb (TagaFilterPopover *self)
{
  TagaFilter *filter = taga_filter_new (self->field);
  const char *contains = self->contains == NULL ? "" : gtk_editable_get_text (self->contains);

  filter->keys = collect_keys (self);
  filter->contains = *contains == '\0' ? NULL : taga_text_fold (contains);
  filter->from = read_bound (self, self->from);
  filter->to = read_bound (self, self->to);
  if (self->blank != NULL && gtk_check_button_get_active (self->blank))
    filter->blank = 1;

  if (filter->keys == NULL && filter->contains == NULL && filter->from == NULL && filter->to == NULL
      && filter->blank < 0)
    g_clear_pointer (&filter, taga_filter_free);

  self->func (filter, self->field, self->user_data);
}

static void
add_check (TagaFilterPopover *self, const char *label, const char *key, const TagaFilter *filter)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  gtk_widget_set_name (check, key);
  if (filter != NULL && filter->keys != NULL
      && g_strv_contains ((const char *const *) filter->keys, key))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_signal_connect_object (check, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, check);
  g_ptr_array_add (self->checks, check);
}

static void
add_choices (TagaFilterPopover *self, const TagaFilter *filter)
{
  const TagaField *field = get_field (self);
  gboolean japanese = taga_language_is_japanese ();
  guint n;
  const TagaChoice *choices = taga_edition_get_choices (self->edition, field->domain, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", choices[i].number);

      add_check (self, japanese ? choices[i].label_ja : choices[i].label_en,
                 field->kind == TAGA_FIELD_LEVEL ? number : choices[i].key, filter);
    }
  add_check (self, _ ("(empty)"), "", filter);
}

static GtkEditable *
add_entry (TagaFilterPopover *self, const char *label, const char *text)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *caption = gtk_label_new (label);

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_editable_set_text (GTK_EDITABLE (entry), text == NULL ? "" : text);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (gtk_popover_popdown), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->box, caption);
  gtk_box_append (self->box, entry);

  return GTK_EDITABLE (entry);
}

static void
add_blank (TagaFilterPopover *self, const TagaFilter *filter)
{
  GtkWidget *check = gtk_check_button_new_with_label (_ ("Only empty ones"));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), filter != NULL && filter->blank == 1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, check);
  self->blank = GTK_CHECK_BUTTON (check);
}

static void
clear_cb (TagaFilterPopover *self)
{
  self->func (NULL, self->field, self->user_data);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
add_clear (TagaFilterPopover *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Show All"));

  g_signal_connect_object (button, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, button);
}

static void
build (TagaFilterPopover *self, const TagaFilter *filter)
{
  const TagaField *field = get_field (self);
  g_autofree char *heading = g_strdup_printf (_ ("Filter: %s"), _ (field->title));
  GtkWidget *title = gtk_label_new (heading);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (self->box, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);

  switch (field->kind)
    {
    case TAGA_FIELD_CHOICE:
    case TAGA_FIELD_LEVEL:
      add_choices (self, filter);
      break;
    case TAGA_FIELD_MARK:
      add_check (self, _ ("Yes"), "1", filter);
      add_check (self, _ ("No"), "0", filter);
      break;
    case TAGA_FIELD_DATE:
    case TAGA_FIELD_NUMBER:
      self->from = add_entry (self, _ ("From"), filter == NULL ? NULL : filter->from);
      self->to = add_entry (self, _ ("To"), filter == NULL ? NULL : filter->to);
      add_blank (self, filter);
      break;
    default:
      self->contains = add_entry (self, _ ("Contains"), filter == NULL ? NULL : filter->contains);
      add_blank (self, filter);
      break;
    }
  add_clear (self);
}

/**
 * taga_filter_popover_new:
 * @edition: the method edition, for choices
 * @klass: the record type
 * @field: the column's field
 * @filter: (nullable): what it must be now
 * @func: hears of each change
 * @user_data: data for @func
 *
 * Makes the popover of a column's filter.
 *
 * Returns: (transfer floating): the popover
 */
GtkWidget *
taga_filter_popover_new (TagaEdition *edition,
                         TagaRecordClass *klass,
                         guint field,
                         const TagaFilter *filter,
                         TagaFilterFunc func,
                         gpointer user_data)
{
  TagaFilterPopover *self = g_object_new (TAGA_TYPE_FILTER_POPOVER, NULL);

  self->edition = g_object_ref (edition);
  self->klass = klass;
  self->field = field;
  self->func = func;
  self->user_data = user_data;
  build (self, filter);

  return GTK_WIDGET (self);
}
