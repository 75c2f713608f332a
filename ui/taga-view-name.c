#include "taga-view-name.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "taga-views.h"

/* Asks how a view shall be called. A name that cannot be used is told while it is typed. */

typedef struct
{
  GtkWidget *widget; /* (owned): what the answer is for */
  TagaStore *store;  /* (owned) */
  GType type;
  gint64 id;
  TagaViewNameFunc func;
  gpointer user_data;

  AdwMessageDialog *dialog;
  GtkEditable *entry;
  GtkLabel *problem;
} Question;

static void
free_question (gpointer data)
{
  Question *self = data;

  g_object_unref (self->widget);
  g_object_unref (self->store);
  g_free (self);
}

static void
name_changed_cb (Question *self)
{
  const char *name = gtk_editable_get_text (self->entry);
  g_autoptr (GError) error = NULL;
  gboolean usable = taga_views_check_name (self->store, self->type, self->id, name, &error);

  adw_message_dialog_set_response_enabled (self->dialog, "save", usable);

  /* That nothing is entered yet is no mistake. */
  gtk_label_set_label (self->problem, usable || *name == '\0' ? "" : error->message);
}

static void
answered_cb (Question *self, const char *response)
{
  if (g_str_equal (response, "save"))
    self->func (gtk_editable_get_text (self->entry), self->id, self->user_data);
}

static GtkWidget *
create_form (Question *self, const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *problem = gtk_label_new ("");

  self->entry = GTK_EDITABLE (entry);
  self->problem = GTK_LABEL (problem);
  gtk_editable_set_text (self->entry, name);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the view"), -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  problem, NULL, -1);
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_label_set_xalign (self->problem, 0);
  gtk_label_set_max_width_chars (self->problem, 40);
  gtk_widget_add_css_class (problem, "error");
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), problem);

  return box;
}

/**
 * taga_view_name_ask:
 * @widget: what the answer is for; if it goes, nobody hears the answer
 * @store: the company file
 * @type: the type of the register's records
 * @id: number of the view, or 0 for a new one
 * @name: its name; empty for a new one
 * @func: hears the answer
 * @user_data: data for @func
 *
 * Asks for the name of a view.
 */
void
taga_view_name_ask (GtkWidget *widget,
                    TagaStore *store,
                    GType type,
                    gint64 id,
                    const char *name,
                    TagaViewNameFunc func,
                    gpointer user_data)
{
  GtkWidget *window = gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW);
  Question *self = g_new0 (Question, 1);
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (window), id == 0 ? _ ("Save this view") : _ ("Rename the view"),
      id == 0 ? _ ("The search, the filters and the order are kept in the file under this name.")
              : NULL);

  self->widget = g_object_ref (widget);
  self->store = g_object_ref (store);
  self->type = type;
  self->id = id;
  self->func = func;
  self->user_data = user_data;
  self->dialog = ADW_MESSAGE_DIALOG (dialog);
  g_object_set_data_full (G_OBJECT (dialog), "taga-question", self, free_question);

  adw_message_dialog_add_responses (self->dialog, "cancel", _ ("_Cancel"), "save", _ ("_Save"),
                                    NULL);
  adw_message_dialog_set_response_appearance (self->dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (self->dialog, "save");
  adw_message_dialog_set_close_response (self->dialog, "cancel");
  adw_message_dialog_set_extra_child (self->dialog, create_form (self, name));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (name_changed_cb), self);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (answered_cb), self);
  name_changed_cb (self);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
