#include "taga-edit-preview.h"

#include <glib/gi18n-lib.h>

#include "taga-edit-list.h"
#include "taga-edit-text.h"

/**
 * TagaEditPreview:
 *
 * Shows what a change of many rows would do before it is done: how much, what it does to the risks,
 * and every cell.
 */
struct _TagaEditPreview
{
  AdwWindow parent_instance;

  TagaEditPreviewAnswer answer; /* (nullable): once it has been given */
  gpointer user_data;
  GDestroyNotify destroy;

  /* Template */
  GtkLabel *heading;
  GtkLabel *summary;
  GtkLabel *bands;
  GtkLabel *note;
  GtkListView *list;
  GtkWidget *apply_button;
};

G_DEFINE_FINAL_TYPE (TagaEditPreview, taga_edit_preview, ADW_TYPE_WINDOW)

static void
answer (TagaEditPreview *self, gboolean accepted)
{
  TagaEditPreviewAnswer func = g_steal_pointer (&self->answer);

  if (func != NULL)
    func (accepted, self->user_data);
  if (self->destroy != NULL)
    g_steal_pointer (&self->destroy) (self->user_data);
}

static gboolean
taga_edit_preview_close_request (GtkWindow *window)
{
  answer (TAGA_EDIT_PREVIEW (window), FALSE);

  return GTK_WINDOW_CLASS (taga_edit_preview_parent_class)->close_request (window);
}

static void
apply_cb (TagaEditPreview *self)
{
  g_object_ref (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  answer (self, TRUE);
  gtk_window_destroy (GTK_WINDOW (self));
  g_object_unref (self);
}

static void
set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_lines (GTK_LABEL (label), i == 0 ? 1 : 4);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dim-label");
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  const char *line = gtk_string_object_get_string (gtk_list_item_get_item (item));
  const char *end = strchr (line, '\n');
  g_autofree char *name = g_strndup (line, (gsize) (end - line));

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), name);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), end + 1);
}

static void
taga_edit_preview_dispose (GObject *object)
{
  TagaEditPreview *self = TAGA_EDIT_PREVIEW (object);

  answer (self, FALSE);
  if (self->apply_button != NULL)
    gtk_window_set_default_widget (GTK_WINDOW (self), NULL);
  adw_window_set_content (ADW_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_EDIT_PREVIEW);

  G_OBJECT_CLASS (taga_edit_preview_parent_class)->dispose (object);
}

static void
taga_edit_preview_class_init (TagaEditPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_edit_preview_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = taga_edit_preview_close_request;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-edit-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaEditPreview, heading);
  gtk_widget_class_bind_template_child (widget_class, TagaEditPreview, summary);
  gtk_widget_class_bind_template_child (widget_class, TagaEditPreview, bands);
  gtk_widget_class_bind_template_child (widget_class, TagaEditPreview, note);
  gtk_widget_class_bind_template_child (widget_class, TagaEditPreview, list);
  gtk_widget_class_bind_template_child (widget_class, TagaEditPreview, apply_button);
  gtk_widget_class_bind_template_callback (widget_class, set_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
taga_edit_preview_init (TagaEditPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text == NULL ? "" : text);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/**
 * taga_edit_preview_present:
 * @widget: a widget of the window
 * @store: the company file
 * @edits: edits
 * @outcome: what they would come to, with the records that they touch
 * @label: what it is
 * @note: (nullable): what the user has to know besides
 * @answer_func: hears whether the user wants it, once
 * @user_data: data for @answer_func
 * @destroy: (nullable): frees the data
 *
 * Asks whether edits shall be applied. Enter does, Esc does not.
 */
void
taga_edit_preview_present (GtkWidget *widget,
                           TagaStore *store,
                           TagaEdits *edits,
                           const TagaEditsOutcome *outcome,
                           const char *label,
                           const char *note,
                           TagaEditPreviewAnswer answer_func,
                           gpointer user_data,
                           GDestroyNotify destroy)
{
  TagaEditPreview *self = g_object_new (TAGA_TYPE_EDIT_PREVIEW, NULL);
  TagaEdition *edition = taga_store_get_edition (store);
  g_autofree char *summary = taga_edit_text_describe_outcome (edition, outcome);
  g_autofree char *bands = taga_edit_text_describe_bands (edition, outcome);
  GListModel *list = G_LIST_MODEL (taga_edit_list_new (store, edits, outcome->touched));
  GtkNoSelection *selection = gtk_no_selection_new (list);

  self->answer = answer_func;
  self->user_data = user_data;
  self->destroy = destroy;
  gtk_label_set_label (self->heading, label);
  show_text (self->summary, summary);
  show_text (self->bands, bands);
  show_text (self->note, note);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  gtk_widget_set_sensitive (self->apply_button, outcome->touched->len > 0);

  gtk_window_set_transient_for (GTK_WINDOW (self),
                                GTK_WINDOW (gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW)));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->apply_button);
}
