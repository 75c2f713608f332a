#include "taga-declaration-dialog.h"

#include <glib/gi18n-lib.h>

#include "taga-action.h"
#include "taga-declaration.h"
#include "taga-field-edit.h"
#include "taga-language.h"
#include "taga-ui.h"

/* How many digits a declaration number has since April 2026. Older ones have fewer, so this is said
 * and never asked for. */
#define N_DIGITS 11

/**
 * TagaDeclarationDialog:
 *
 * One declaration of SECURITY ACTION: what was declared, under which number and when, where the
 * policy is published, and when the company wants to look at it again.
 */
struct _TagaDeclarationDialog
{
  AdwWindow parent_instance;

  TagaStore *store;  /* (owned) */
  gint64 id;         /* 0 for a new one */
  TagaValue *values; /* (owned): by field */

  /* Template */
  GtkBox *stars_box;
  GtkBox *fields_box;
  GtkLabel *number_hint;
  GtkLabel *failure_label;
};

G_DEFINE_FINAL_TYPE (TagaDeclarationDialog, taga_declaration_dialog, ADW_TYPE_WINDOW)

static void
update_hint (TagaDeclarationDialog *self)
{
  const char *number = self->values[TAGA_DECLARATION_NUMBER].text;
  glong length = number == NULL ? N_DIGITS : g_utf8_strlen (number, -1);
  gboolean fits = length == N_DIGITS;
  g_autofree char *text =
      /* Translators: how many characters the number has that was entered, and how many it has since
       * April 2026 */
      g_strdup_printf (_ ("This number has %ld characters. Numbers given since April 2026 have %d "
                          "digits; older ones may differ."),
                       length, N_DIGITS);

  for (const char *c = number; fits && c != NULL && *c != '\0'; c++)
    fits = g_ascii_isdigit (*c);
  gtk_label_set_label (self->number_hint, text);
  gtk_widget_set_visible (GTK_WIDGET (self->number_hint), !fits);
}

/* Nothing reaches the file before the dialog is closed by its button. */
static gboolean
take_cb (TagaFieldEdit *edit, const TagaValue *value, gpointer user_data, GError **error)
{
  TagaDeclarationDialog *self = user_data;

  taga_value_set (&self->values[taga_field_edit_get_index (edit)], value);
  update_hint (self);

  return TRUE;
}

static void
stars_cb (GtkCheckButton *button, TagaDeclarationDialog *self)
{
  if (gtk_check_button_get_active (button))
    self->values[TAGA_DECLARATION_STARS].number =
        GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "stars"));
}

static void
add_stars (TagaDeclarationDialog *self)
{
  guint n;
  const TagaChoice *choices =
      taga_edition_get_choices (taga_store_get_edition (self->store), "stars", &n);
  gboolean japanese = taga_language_is_japanese ();
  GtkCheckButton *first = NULL;

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *button =
          gtk_check_button_new_with_label (japanese ? choices[i].label_ja : choices[i].label_en);
      GtkWidget *text = taga_ui_create_label (japanese ? choices[i].text_ja : choices[i].text_en);

      gtk_box_append (self->stars_box, button);
      gtk_box_append (self->stars_box, text);
      gtk_check_button_set_group (GTK_CHECK_BUTTON (button), first);
      first = first == NULL ? GTK_CHECK_BUTTON (button) : first;
      g_object_set_data (G_OBJECT (button), "stars", GINT_TO_POINTER (choices[i].number));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                                   self->values[TAGA_DECLARATION_STARS].number
                                       == choices[i].number);
      g_signal_connect (button, "toggled", G_CALLBACK (stars_cb), self);
      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (button)))
        gtk_window_set_focus (GTK_WINDOW (self), button);
      gtk_widget_set_margin_start (text, 28);
      gtk_widget_add_css_class (text, "taga-quiet");
    }
}

static void
add_fields (TagaDeclarationDialog *self)
{
  const TagaField *fields = taga_record_class_peek (TAGA_TYPE_DECLARATION)->fields;

  for (guint i = TAGA_DECLARATION_NUMBER; i < TAGA_DECLARATION_N_FIELDS; i++)
    {
      GtkWidget *edit = taga_field_edit_new (&fields[i], i, take_cb, self);

      taga_field_edit_set_value (TAGA_FIELD_EDIT (edit), taga_store_get_edition (self->store),
                                 &self->values[i]);
      gtk_box_append (self->fields_box, edit);
      if (i == TAGA_DECLARATION_NUMBER)
        gtk_box_reorder_child_after (self->fields_box, GTK_WIDGET (self->number_hint), edit);
    }
}

static gboolean
save (TagaDeclarationDialog *self, GError **error)
{
  guint fields[TAGA_DECLARATION_N_FIELDS];

  for (guint i = 0; i < TAGA_DECLARATION_N_FIELDS; i++)
    fields[i] = i;

  if (self->id == 0)
    return taga_action_add (self->store, TAGA_TYPE_DECLARATION, self->values, NULL, error);

  return taga_action_set (self->store, TAGA_TYPE_DECLARATION, self->id, fields, self->values,
                          TAGA_DECLARATION_N_FIELDS, error);
}

static void
save_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaDeclarationDialog *self = TAGA_DECLARATION_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  if (!taga_field_edit_finish_all (GTK_WIDGET (self->fields_box)))
    return;

  if (save (self, &error))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  gtk_label_set_label (self->failure_label, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->failure_label), TRUE);
}

static void
taga_declaration_dialog_dispose (GObject *object)
{
  TagaDeclarationDialog *self = TAGA_DECLARATION_DIALOG (object);

  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_DECLARATION_DIALOG);

  G_OBJECT_CLASS (taga_declaration_dialog_parent_class)->dispose (object);
}

static void
taga_declaration_dialog_finalize (GObject *object)
{
  taga_values_free (TAGA_DECLARATION_DIALOG (object)->values, TAGA_DECLARATION_N_FIELDS);

  G_OBJECT_CLASS (taga_declaration_dialog_parent_class)->finalize (object);
}

static void
taga_declaration_dialog_class_init (TagaDeclarationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_declaration_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = taga_declaration_dialog_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-declaration-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaDeclarationDialog, stars_box);
  gtk_widget_class_bind_template_child (widget_class, TagaDeclarationDialog, fields_box);
  gtk_widget_class_bind_template_child (widget_class, TagaDeclarationDialog, number_hint);
  gtk_widget_class_bind_template_child (widget_class, TagaDeclarationDialog, failure_label);
  gtk_widget_class_install_action (widget_class, "declaration.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
taga_declaration_dialog_init (TagaDeclarationDialog *self)
{
  self->values = taga_values_new (TAGA_DECLARATION_N_FIELDS);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * taga_declaration_dialog_new:
 * @parent: the window it belongs to
 * @store: a store that can be changed
 * @record: (nullable): the declaration to change, or `NULL` for a new one
 *
 * Makes the dialog.
 *
 * Returns: (transfer none): the dialog; it is gone when it is closed
 */
GtkWidget *
taga_declaration_dialog_new (GtkWindow *parent, TagaStore *store, TagaRecord *record)
{
  TagaDeclarationDialog *self =
      g_object_new (TAGA_TYPE_DECLARATION_DIALOG, "transient-for", parent, NULL);

  self->store = g_object_ref (store);
  self->values[TAGA_DECLARATION_STARS].number = 1;
  if (record != NULL)
    {
      self->id = taga_record_get_id (record);
      for (guint i = 0; i < TAGA_DECLARATION_N_FIELDS; i++)
        taga_value_set (&self->values[i], taga_record_get_value (record, i));
    }
  add_stars (self);
  add_fields (self);
  update_hint (self);

  return GTK_WIDGET (self);
}
