#include "taga-choice-edit.h"

#include <glib/gi18n-lib.h>

#include "taga-language.h"
#include "taga-ui.h"

/**
 * TagaChoiceEdit:
 *
 * One choice of a record with its title. What is chosen is kept at once; what is refused is told
 * below, and the choice goes back to what the file has.
 */
struct _TagaChoiceEdit
{
  GtkBox parent_instance;

  const TagaField *field;
  guint index;
  TagaChoiceEditSave save;
  gpointer user_data;
  TagaEdition *edition; /* (owned) (nullable) */
  guint saved;          /* the place in the list that the file has */
  gboolean is_updating;

  GtkDropDown *list;
  GtkLabel *reason;
};

G_DEFINE_FINAL_TYPE (TagaChoiceEdit, taga_choice_edit, GTK_TYPE_BOX)

static void
select_place (TagaChoiceEdit *self, guint place)
{
  self->is_updating = TRUE;
  gtk_drop_down_set_selected (self->list, place);
  self->is_updating = FALSE;
}

static void
selected_cb (TagaChoiceEdit *self)
{
  guint place = gtk_drop_down_get_selected (self->list);
  g_autoptr (GError) error = NULL;
  g_auto (TagaValue) value = TAGA_VALUE_INIT;
  guint n;

  if (self->is_updating || self->edition == NULL || place == self->saved
      || place == GTK_INVALID_LIST_POSITION)
    return;

  if (place > 0)
    value.text =
        g_strdup (taga_edition_get_choices (self->edition, self->field->domain, &n)[place - 1].key);
  if (self->save (self->index, &value, self->user_data, &error))
    self->saved = place;
  else
    select_place (self, self->saved);
  gtk_label_set_label (self->reason, error == NULL ? "" : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), error != NULL);
}

static void
taga_choice_edit_finalize (GObject *object)
{
  g_clear_object (&TAGA_CHOICE_EDIT (object)->edition);

  G_OBJECT_CLASS (taga_choice_edit_parent_class)->finalize (object);
}

static void
taga_choice_edit_class_init (TagaChoiceEditClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_choice_edit_finalize;
}

static void
taga_choice_edit_init (TagaChoiceEdit *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
}

/**
 * taga_choice_edit_new:
 * @field: a choice field; must live as long as the program
 * @index: its place in the field table
 * @save: brings what was chosen into the file
 * @user_data: data for @save
 *
 * Makes a field without choices.
 *
 * Returns: (transfer floating): the field
 */
GtkWidget *
taga_choice_edit_new (const TagaField *field,
                      guint index,
                      TagaChoiceEditSave save,
                      gpointer user_data)
{
  TagaChoiceEdit *self = g_object_new (TAGA_TYPE_CHOICE_EDIT, NULL);
  GtkWidget *title = taga_ui_create_label (_ (field->title));

  self->field = field;
  self->index = index;
  self->save = save;
  self->user_data = user_data;
  self->list = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->reason = GTK_LABEL (taga_ui_create_label (""));
  gtk_widget_add_css_class (title, "taga-field-title");
  gtk_widget_add_css_class (GTK_WIDGET (self->reason), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (field->title), -1);
  g_signal_connect_object (self->list, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), title);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->reason));

  return GTK_WIDGET (self);
}

static void
fill (TagaChoiceEdit *self, TagaEdition *edition)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n;
  const TagaChoice *choices = taga_edition_get_choices (edition, self->field->domain, &n);

  gtk_string_list_append (names, _ ("(not decided)"));
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, taga_language_is_japanese () ? choices[i].label_ja
                                                                : choices[i].label_en);

  g_set_object (&self->edition, edition);
  self->is_updating = TRUE;
  gtk_drop_down_set_model (self->list, G_LIST_MODEL (names));
  self->is_updating = FALSE;
}

/**
 * taga_choice_edit_set_value:
 * @self: a field
 * @edition: the method edition, which names the choices
 * @value: what the file has
 *
 * Shows what the file has.
 */
void
taga_choice_edit_set_value (TagaChoiceEdit *self, TagaEdition *edition, const TagaValue *value)
{
  const TagaChoice *choice =
      value->text == NULL ? NULL
                          : taga_edition_find_choice (edition, self->field->domain, value->text);
  guint n;

  if (self->edition != edition)
    fill (self, edition);
  self->saved =
      choice == NULL
          ? 0
          : (guint) (choice - taga_edition_get_choices (edition, self->field->domain, &n)) + 1;
  select_place (self, self->saved);
}
