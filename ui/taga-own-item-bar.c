#include "taga-own-item-bar.h"

#include <glib/gi18n-lib.h>

#include "taga-own-item-action.h"
#include "taga-own-item-dialog.h"
#include "taga-ui.h"
#include "taga-undo-action.h"

/**
 * TagaOwnItemBar:
 *
 * What can be done with a threat or check item that the company has added. For those of the edition
 * it does not show.
 */
struct _TagaOwnItemBar
{
  GtkBox parent_instance;

  TagaStore *store; /* (owned) (nullable) */
  char *list;       /* (owned) */
  char *item;       /* (owned) (nullable) */
  GtkWidget *edit_button;
  GtkWidget *retire_button;
};

G_DEFINE_FINAL_TYPE (TagaOwnItemBar, taga_own_item_bar, GTK_TYPE_BOX)

static void
edit_cb (TagaOwnItemBar *self)
{
  taga_own_item_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->store,
                                self->list, NULL, self->item);
}

static void
retire_cb (TagaOwnItemBar *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaStore) store = g_object_ref (self->store);
  gboolean done;

  /* The button goes with the item, so the keys go to the list before. */
  gtk_widget_activate_action (GTK_WIDGET (self), "answers.other-part", NULL);
  done = taga_own_item_retire (store, taga_own_item_get_id (self->item), &error);
  taga_ui_report (GTK_WIDGET (self), done, error);
  if (done)
    taga_undo_action_announce (GTK_WIDGET (self), store);
}

static void
taga_own_item_bar_dispose (GObject *object)
{
  TagaOwnItemBar *self = TAGA_OWN_ITEM_BAR (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->list, g_free);
  g_clear_pointer (&self->item, g_free);

  G_OBJECT_CLASS (taga_own_item_bar_parent_class)->dispose (object);
}

static void
taga_own_item_bar_class_init (TagaOwnItemBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = taga_own_item_bar_dispose;
}

static void
taga_own_item_bar_init (TagaOwnItemBar *self)
{
  GtkWidget *label = taga_ui_create_label (_ ("Added by us"));

  self->edit_button = gtk_button_new_with_mnemonic (_ ("_Change…"));
  self->retire_button = gtk_button_new_with_mnemonic (_ ("_Retire"));
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_tooltip_text (self->retire_button,
                               _ ("It is not asked any more. Its answers stay in the file."));
  gtk_box_append (GTK_BOX (self), label);
  gtk_box_append (GTK_BOX (self), self->edit_button);
  gtk_box_append (GTK_BOX (self), self->retire_button);
  g_signal_connect_object (self->edit_button, "clicked", G_CALLBACK (edit_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->retire_button, "clicked", G_CALLBACK (retire_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * taga_own_item_bar_new:
 * @list: "threat" or "check"
 *
 * Makes a bar that does not show yet.
 *
 * Returns: (transfer floating): the bar
 */
GtkWidget *
taga_own_item_bar_new (const char *list)
{
  TagaOwnItemBar *self = g_object_new (TAGA_TYPE_OWN_ITEM_BAR, NULL);

  self->list = g_strdup (list);
  return GTK_WIDGET (self);
}

/**
 * taga_own_item_bar_show:
 * @self: a bar
 * @store: (nullable): the company file
 * @item: (nullable): an item
 *
 * Sets which item it is about.
 */
void
taga_own_item_bar_show (TagaOwnItemBar *self, TagaStore *store, const TagaItem *item)
{
  gboolean is_own = item != NULL && item->is_own;

  g_set_object (&self->store, store);
  g_free (self->item);
  self->item = is_own ? g_strdup (item->key) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), is_own);
  gtk_widget_set_sensitive (self->edit_button, is_own && !taga_store_is_read_only (store));
  gtk_widget_set_sensitive (self->retire_button, is_own && !taga_store_is_read_only (store));
}
