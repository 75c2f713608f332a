#include "taga-plan-dialog.h"

#include <glib/gi18n-lib.h>

#include "taga-advice-text.h"
#include "taga-field-edit.h"
#include "taga-measure-new.h"
#include "taga-measure.h"
#include "taga-names.h"
#include "taga-ui.h"
#include "taga-undo-action.h"

/**
 * TagaPlanDialog:
 *
 * The measures that follow from what to do first: what each is called, who does it and by when,
 * before they are added.
 */
struct _TagaPlanDialog
{
  AdwWindow parent_instance;

  GtkWidget *widget; /* (owned): where it was asked for */
  TagaStore *store;  /* (owned) */
  GPtrArray *drafts; /* (owned) (element-type TagaValue): the values of each measure */

  /* Template */
  GtkBox *box;
  GtkWidget *apply_button;
};

G_DEFINE_FINAL_TYPE (TagaPlanDialog, taga_plan_dialog, ADW_TYPE_WINDOW)

/* What is asked of each measure; the rest follows from its check items. */
static const guint asked[] = { TAGA_MEASURE_NAME, TAGA_MEASURE_OWNER, TAGA_MEASURE_PLANNED_END };

static void
free_draft (gpointer values)
{
  taga_values_free (values, TAGA_MEASURE_N_FIELDS);
}

/* Nothing reaches the file before the dialog is closed by its button. */
static gboolean
take_cb (TagaFieldEdit *edit, const TagaValue *value, gpointer user_data, GError **error)
{
  TagaValue *draft = user_data;
  guint field = taga_field_edit_get_index (edit);

  if (field == TAGA_MEASURE_NAME && (value->text == NULL || *value->text == '\0'))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _ ("A measure needs a name. Write what is done."));
      return FALSE;
    }

  taga_value_set (&draft[field], value);
  return TRUE;
}

static void
apply_cb (TagaPlanDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (!taga_field_edit_finish_all (GTK_WIDGET (self->box)))
    return;

  if (!taga_measure_new_add (self->store, self->drafts, &error))
    {
      taga_ui_report (GTK_WIDGET (self), FALSE, error);
      return;
    }

  taga_undo_action_announce (self->widget, self->store);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
taga_plan_dialog_dispose (GObject *object)
{
  TagaPlanDialog *self = TAGA_PLAN_DIALOG (object);

  if (self->apply_button != NULL)
    gtk_window_set_default_widget (GTK_WINDOW (self), NULL);
  adw_window_set_content (ADW_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_PLAN_DIALOG);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_clear_object (&self->store);
  g_clear_object (&self->widget);

  G_OBJECT_CLASS (taga_plan_dialog_parent_class)->dispose (object);
}

static void
taga_plan_dialog_class_init (TagaPlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_plan_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaPlanDialog, box);
  gtk_widget_class_bind_template_child (widget_class, TagaPlanDialog, apply_button);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
taga_plan_dialog_init (TagaPlanDialog *self)
{
  self->drafts = g_ptr_array_new_with_free_func (free_draft);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_measure (TagaPlanDialog *self, const TagaAdviceGroup *group, const char *const *names)
{
  const TagaField *fields = taga_record_class_peek (TAGA_TYPE_MEASURE)->fields;
  TagaEdition *edition = taga_store_get_edition (self->store);
  TagaValue *draft = taga_measure_new_draft (self->store, group);
  g_autofree char *title = taga_advice_text_describe_group (self->store, group);
  g_autofree char *checks = taga_advice_text_list_checks (self->store, group->checks, G_MAXUINT);
  GtkWidget *heading = taga_ui_create_label (title);
  GtkWidget *items = taga_ui_create_label (checks);

  g_ptr_array_add (self->drafts, draft);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (items, "caption");
  gtk_box_append (self->box, heading);
  gtk_box_append (self->box, items);
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      GtkWidget *edit = taga_field_edit_new (&fields[asked[i]], asked[i], take_cb, draft);

      if (asked[i] == TAGA_MEASURE_OWNER)
        taga_field_edit_set_names (TAGA_FIELD_EDIT (edit), names);
      taga_field_edit_set_value (TAGA_FIELD_EDIT (edit), edition, &draft[asked[i]]);
      gtk_box_append (self->box, edit);
    }
}

/**
 * taga_plan_dialog_present:
 * @widget: a widget of the window
 * @store: a store that can be changed
 * @groups: (element-type TagaAdviceGroup): what is to be done, at least one
 *
 * Lets the user say who does it and by when, and adds a measure for each group, all as one step.
 */
void
taga_plan_dialog_present (GtkWidget *widget, TagaStore *store, GPtrArray *groups)
{
  TagaPlanDialog *self = g_object_new (TAGA_TYPE_PLAN_DIALOG, NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = taga_names_list_people (store, &error);

  self->widget = g_object_ref (widget);
  self->store = g_object_ref (store);
  if (names == NULL)
    {
      taga_ui_show_error (widget, _ ("The Plan Cannot Be Shown"), error);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  for (guint i = 0; i < groups->len; i++)
    add_measure (self, g_ptr_array_index (groups, i), (const char *const *) names);
  gtk_window_set_transient_for (GTK_WINDOW (self),
                                GTK_WINDOW (gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW)));
  gtk_window_present (GTK_WINDOW (self));
}
