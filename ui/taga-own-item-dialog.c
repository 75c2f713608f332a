#include "taga-own-item-dialog.h"

#include <glib/gi18n-lib.h>

#include "taga-language.h"
#include "taga-own-item-action.h"

/**
 * TagaOwnItemDialog:
 *
 * A threat or check item of the company's own: where it belongs, what it says, and more words.
 */
struct _TagaOwnItemDialog
{
  AdwWindow parent_instance;

  TagaStore *store; /* (owned) */
  char *list;       /* (owned) */
  GPtrArray *keys;  /* (owned): key of each group, not owned */
  gint64 id;        /* 0 for a new one */

  /* Template */
  GtkLabel *group_title;
  GtkDropDown *group_drop_down;
  GtkEntry *title_entry;
  GtkLabel *reason;
  GtkLabel *help_title;
  GtkTextView *help_view;
  GtkLabel *hint;
  GtkButton *save_button;
};

G_DEFINE_FINAL_TYPE (TagaOwnItemDialog, taga_own_item_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed_cb (TagaOwnItemDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->reason), FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->title_entry), "error");
}

static void
show_reason (TagaOwnItemDialog *self, const GError *error)
{
  gtk_label_set_label (self->reason, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title_entry), "error");
  gtk_widget_grab_focus (GTK_WIDGET (self->title_entry));
}

static gboolean
key_pressed_cb (TagaOwnItemDialog *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  gtk_window_close (GTK_WINDOW (self));
  return GDK_EVENT_STOP;
}

/* What was refused stays to be mended. */
static void
save_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaOwnItemDialog *self = TAGA_OWN_ITEM_DIALOG (widget);
  const char *group =
      g_ptr_array_index (self->keys, gtk_drop_down_get_selected (self->group_drop_down));
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->title_entry));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->help_view);
  g_autoptr (GError) error = NULL;
  g_autofree char *help = NULL;
  g_autofree char *key = NULL;
  GtkTextIter start, end;
  gboolean done;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  help = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  if (self->id == 0)
    done = taga_own_item_add (self->store, self->list, group, title, help, &self->id, &error);
  else
    done = taga_own_item_change (self->store, self->id, group, title, help, &error);

  if (!done)
    {
      show_reason (self, error);
      return;
    }

  key = g_strdup_printf ("own-%" G_GINT64_FORMAT, self->id);
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, key);
  gtk_window_close (GTK_WINDOW (self));
}

static void
taga_own_item_dialog_dispose (GObject *object)
{
  TagaOwnItemDialog *self = TAGA_OWN_ITEM_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->list, g_free);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_OWN_ITEM_DIALOG);

  G_OBJECT_CLASS (taga_own_item_dialog_parent_class)->dispose (object);
}

static void
taga_own_item_dialog_class_init (TagaOwnItemDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_own_item_dialog_dispose;

  /**
   * TagaOwnItemDialog::saved:
   * @self: the dialog
   * @item: key of the item
   *
   * Emitted when the item is in the file.
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", TAGA_TYPE_OWN_ITEM_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-own-item-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaOwnItemDialog, group_title);
  gtk_widget_class_bind_template_child (widget_class, TagaOwnItemDialog, group_drop_down);
  gtk_widget_class_bind_template_child (widget_class, TagaOwnItemDialog, title_entry);
  gtk_widget_class_bind_template_child (widget_class, TagaOwnItemDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, TagaOwnItemDialog, help_title);
  gtk_widget_class_bind_template_child (widget_class, TagaOwnItemDialog, help_view);
  gtk_widget_class_bind_template_child (widget_class, TagaOwnItemDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, TagaOwnItemDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_install_action (widget_class, "own-item.save", NULL, save_action);
}

static void
taga_own_item_dialog_init (TagaOwnItemDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->keys = g_ptr_array_new ();
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->save_button));
}

static void
add_group (TagaOwnItemDialog *self, GtkStringList *names, const char *key, const char *name)
{
  g_ptr_array_add (self->keys, (gpointer) key);
  gtk_string_list_append (names, name);
}

static void
fill_groups (TagaOwnItemDialog *self, const char *group)
{
  gboolean japanese = taga_language_is_japanese ();
  TagaEdition *edition = taga_store_get_edition (self->store);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n;

  if (g_str_equal (self->list, "threat"))
    {
      const TagaChoice *media = taga_edition_get_choices (edition, "medium", &n);

      for (guint i = 0; i < n; i++)
        add_group (self, names, media[i].key, japanese ? media[i].label_ja : media[i].label_en);
    }
  else
    {
      const TagaItem *groups = taga_edition_get_items (edition, "check-group", &n);

      for (guint i = 0; i < n; i++)
        add_group (self, names, groups[i].key, japanese ? groups[i].title_ja : groups[i].title_en);
    }

  gtk_drop_down_set_model (self->group_drop_down, G_LIST_MODEL (names));
  for (guint i = 0; i < self->keys->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->keys, i), group) == 0)
      gtk_drop_down_set_selected (self->group_drop_down, i);
}

static void
fill_words (TagaOwnItemDialog *self, const TagaItem *item)
{
  gboolean is_threat = g_str_equal (self->list, "threat");
  const char *title = is_threat ? _ ("A Threat of Our Own") : _ ("A Check Item of Our Own");

  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_label (self->group_title, is_threat ? _ ("Medium") : _ ("Group"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->group_drop_down),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_threat ? _ ("Medium") : _ ("Group"), -1);
  gtk_label_set_label (self->help_title,
                       is_threat ? _ ("More about it") : _ ("What counts as done"));
  gtk_label_set_label (
      self->hint, is_threat
                      ? _ ("It counts for the medium like the threats of the guideline.")
                      : _ ("What it counts for you choose beside the list, once it is added."));
  gtk_button_set_label (self->save_button, item == NULL ? _ ("_Add") : _ ("_Save"));
  if (item == NULL)
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->title_entry), item->title_ja);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->help_view),
                            item->help_ja == NULL ? "" : item->help_ja, -1);
}

/**
 * taga_own_item_dialog_present:
 * @parent: the window in front of which it stands
 * @store: the company file
 * @list: "threat" or "check"
 * @group: (nullable): the medium or group that a new one most likely belongs to
 * @item: (nullable): key of an own item to change, or `NULL` to add one
 *
 * Lets the user add or change an item of the company's own.
 *
 * Returns: (transfer none): the dialog
 */
TagaOwnItemDialog *
taga_own_item_dialog_present (GtkWindow *parent,
                              TagaStore *store,
                              const char *list,
                              const char *group,
                              const char *item)
{
  TagaOwnItemDialog *self = g_object_new (TAGA_TYPE_OWN_ITEM_DIALOG, "transient-for", parent, NULL);
  const TagaItem *known =
      item == NULL ? NULL : taga_edition_find_item (taga_store_get_edition (store), list, item);

  self->store = g_object_ref (store);
  self->list = g_strdup (list);
  self->id = known == NULL ? 0 : taga_own_item_get_id (known->key);
  fill_groups (self, known == NULL ? group : known->group);
  fill_words (self, known);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->title_entry));

  return self;
}
