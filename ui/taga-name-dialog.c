#include "taga-name-dialog.h"

#include <glib/gi18n-lib.h>

#include "taga-ui.h"

/* What the dialog needs as long as it is open. */
typedef struct
{
  GtkWidget *widget; /* (owned): who asked */
  TagaNameDialogSave save;
  GtkWidget *window;
  GtkWidget *entry;
  GtkWidget *button;
  GtkWidget *reason;
} NameDialog;

static void
free_dialog (gpointer data)
{
  NameDialog *self = data;

  g_object_unref (self->widget);
  g_free (self);
}

static void
changed_cb (NameDialog *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  gtk_widget_set_sensitive (self->button, *g_strstrip (name) != '\0');
  gtk_widget_set_visible (self->reason, FALSE);
}

static void
save_cb (NameDialog *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autoptr (GError) error = NULL;

  if (*g_strstrip (name) == '\0')
    return;

  if (self->save (name, self->widget, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self->window));
      return;
    }

  gtk_label_set_label (GTK_LABEL (self->reason), error->message);
  gtk_widget_set_visible (self->reason, TRUE);
  gtk_widget_grab_focus (self->entry);
}

static void
add_content (NameDialog *self, const char *title, const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = taga_ui_create_label (title);

  self->entry = gtk_entry_new ();
  self->reason = taga_ui_create_label ("");
  gtk_widget_add_css_class (label, "taga-field-title");
  gtk_widget_add_css_class (self->reason, "error");
  gtk_widget_set_visible (self->reason, FALSE);
  gtk_widget_add_css_class (box, "taga-view");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), name);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->reason);
  gtk_box_append (GTK_BOX (adw_window_get_content (ADW_WINDOW (self->window))), box);

  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (save_cb), self);
}

static void
add_header (NameDialog *self, const char *verb)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  self->button = gtk_button_new_with_mnemonic (verb);
  gtk_widget_add_css_class (self->button, "suggested-action");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (save_cb), self);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->button);
  gtk_box_append (GTK_BOX (box), header);
  adw_window_set_content (ADW_WINDOW (self->window), box);
}

static void
add_escape (NameDialog *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (self->window, keys);
}

/**
 * taga_name_dialog_present:
 * @widget: who asks; stays alive as long as the dialog is open
 * @heading: what it is about
 * @title: what the name is of
 * @name: the name at first
 * @verb: what the button says, with its mnemonic
 * @save: takes the name, with @widget as its data
 *
 * Asks for a name. The dialog stays, with the reason, as long as the name is refused.
 */
void
taga_name_dialog_present (GtkWidget *widget,
                          const char *heading,
                          const char *title,
                          const char *name,
                          const char *verb,
                          TagaNameDialogSave save)
{
  NameDialog *self = g_new0 (NameDialog, 1);

  self->widget = g_object_ref (widget);
  self->save = save;
  self->window = g_object_new (ADW_TYPE_WINDOW, "transient-for", gtk_widget_get_root (widget),
                               "modal", TRUE, "title", heading, "default-width", 400, NULL);
  g_object_set_data_full (G_OBJECT (self->window), "dialog", self, free_dialog);
  add_header (self, verb);
  add_content (self, title, name);
  add_escape (self);
  changed_cb (self);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_widget_grab_focus (self->entry);
}
