#include "taga-bulk-row.h"

#include <glib/gi18n-lib.h>

#include "taga-language.h"

/**
 * TagaBulkRow:
 *
 * One field that many records may get the same value of: a tick, and what it shall be. Whoever
 * enters a value has ticked it by that.
 */
struct _TagaBulkRow
{
  AdwActionRow parent_instance;

  TagaEdition *edition; /* (owned) */
  TagaRecordClass *klass;
  guint field;

  GtkCheckButton *check;
  GtkDropDown *choices; /* (nullable): for choices, levels and marks */
  GtkEntry *entry;      /* (nullable): for all else */
};

G_DEFINE_FINAL_TYPE (TagaBulkRow, taga_bulk_row, ADW_TYPE_ACTION_ROW)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const TagaField *
get_field (TagaBulkRow *self)
{
  return &self->klass->fields[self->field];
}

static void
changed_cb (TagaBulkRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
value_changed_cb (TagaBulkRow *self)
{
  if (gtk_check_button_get_active (self->check))
    changed_cb (self);
  else
    gtk_check_button_set_active (self->check, TRUE);
}

static void
taga_bulk_row_finalize (GObject *object)
{
  g_clear_object (&TAGA_BULK_ROW (object)->edition);

  G_OBJECT_CLASS (taga_bulk_row_parent_class)->finalize (object);
}

static void
taga_bulk_row_class_init (TagaBulkRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_bulk_row_finalize;

  /**
   * TagaBulkRow::changed:
   *
   * The field is ticked, or no more, or its value is another one.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TAGA_TYPE_BULK_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
taga_bulk_row_init (TagaBulkRow *self)
{
}

static void
name_widget (TagaBulkRow *self, GtkWidget *widget)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (get_field (self)->title), -1);
}

/* The list of what a field may be, the empty one first. */
static GtkWidget *
create_choices (TagaBulkRow *self)
{
  const TagaField *field = get_field (self);
  GtkStringList *list = gtk_string_list_new (NULL);
  gboolean japanese = taga_language_is_japanese ();
  guint n = 0;

  if (field->kind == TAGA_FIELD_MARK)
    {
      gtk_string_list_append (list, _ ("No"));
      gtk_string_list_append (list, _ ("Yes"));
    }
  else
    {
      const TagaChoice *choices = taga_edition_get_choices (self->edition, field->domain, &n);

      gtk_string_list_append (list, _ ("(empty)"));
      for (guint i = 0; i < n; i++)
        gtk_string_list_append (list, japanese ? choices[i].label_ja : choices[i].label_en);
    }

  self->choices = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (list), NULL));
  g_signal_connect_object (self->choices, "notify::selected", G_CALLBACK (value_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self->choices);
}

static GtkWidget *
create_entry (TagaBulkRow *self)
{
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 24);
  gtk_entry_set_placeholder_text (self->entry, _ ("(empty)"));
  if (get_field (self)->kind == TAGA_FIELD_DATE)
    gtk_entry_set_placeholder_text (self->entry, _ ("e.g. 2026/4/1"));
  gtk_entry_set_activates_default (self->entry, TRUE);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (value_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self->entry);
}

/**
 * taga_bulk_row_new:
 * @edition: the method edition
 * @klass: a record type
 * @field: a field that people fill in
 *
 * Makes a row for a field, not ticked.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
taga_bulk_row_new (TagaEdition *edition, TagaRecordClass *klass, guint field)
{
  TagaBulkRow *self = g_object_new (TAGA_TYPE_BULK_ROW, NULL);
  GtkWidget *editor;

  self->edition = g_object_ref (edition);
  self->klass = klass;
  self->field = field;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ (get_field (self)->title));

  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->check), GTK_ALIGN_CENTER);
  name_widget (self, GTK_WIDGET (self->check));
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->check));

  switch (get_field (self)->kind)
    {
    case TAGA_FIELD_CHOICE:
    case TAGA_FIELD_LEVEL:
    case TAGA_FIELD_MARK:
      editor = create_choices (self);
      break;
    default:
      editor = create_entry (self);
      break;
    }
  gtk_widget_set_valign (editor, GTK_ALIGN_CENTER);
  name_widget (self, editor);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), editor);

  return GTK_WIDGET (self);
}

/**
 * taga_bulk_row_get_field:
 * @self: a row
 *
 * Gets the field.
 *
 * Returns: the field
 */
guint
taga_bulk_row_get_field (TagaBulkRow *self)
{
  return self->field;
}

/**
 * taga_bulk_row_focus:
 * @self: a row
 *
 * Goes to where the value is entered.
 */
void
taga_bulk_row_focus (TagaBulkRow *self)
{
  gtk_widget_grab_focus (self->entry != NULL ? GTK_WIDGET (self->entry)
                                             : GTK_WIDGET (self->choices));
}

/**
 * taga_bulk_row_is_chosen:
 * @self: a row
 *
 * Tells whether the field shall be changed at all.
 *
 * Returns: whether it is ticked
 */
gboolean
taga_bulk_row_is_chosen (TagaBulkRow *self)
{
  return gtk_check_button_get_active (self->check);
}

static void
read_choice (TagaBulkRow *self, TagaValue *value)
{
  guint selected = gtk_drop_down_get_selected (self->choices), n;
  const TagaChoice *choices;

  if (get_field (self)->kind == TAGA_FIELD_MARK)
    {
      value->number = selected;
      return;
    }

  choices = taga_edition_get_choices (self->edition, get_field (self)->domain, &n);
  if (selected == 0 || selected > n)
    return;
  if (get_field (self)->kind == TAGA_FIELD_LEVEL)
    value->number = choices[selected - 1].number;
  else
    value->text = g_strdup (choices[selected - 1].key);
}

/**
 * taga_bulk_row_read:
 * @self: a row
 * @value: (inout): an empty value, which takes what was entered
 * @error: return location for an error
 *
 * Reads what the field shall be.
 *
 * Returns: `TRUE`, or `FALSE` with an error that says why the text is no such value
 */
gboolean
taga_bulk_row_read (TagaBulkRow *self, TagaValue *value, GError **error)
{
  if (self->choices != NULL)
    {
      read_choice (self, value);
      return TRUE;
    }

  return taga_edition_parse (self->edition, get_field (self),
                             gtk_editable_get_text (GTK_EDITABLE (self->entry)), value, error);
}
