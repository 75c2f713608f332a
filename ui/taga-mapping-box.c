#include "taga-mapping-box.h"

#include <glib/gi18n-lib.h>

#include "taga-language.h"
#include "taga-mapping-action.h"
#include "taga-ui.h"

/**
 * TagaMappingBox:
 *
 * What a check item counts for: the media that it protects and the axes of the radar, each to be
 * ticked or not. What is Taga's and not the guideline's says so, and what the company has changed
 * can be set back.
 */
struct _TagaMappingBox
{
  GtkBox parent_instance;

  TagaStore *store; /* (owned) (nullable) */
  char *item;       /* (owned) (nullable) */
  gboolean is_updating;

  GtkBox *media;
  GtkBox *axes;
  GtkLabel *media_source;
  GtkLabel *axes_source;
  GtkWidget *changed;
};

G_DEFINE_FINAL_TYPE (TagaMappingBox, taga_mapping_box, GTK_TYPE_BOX)

static const char *
pick (const char *ja, const char *en)
{
  return taga_language_is_japanese () ? ja : en;
}

/* The name of a tick is the key of the medium or axis. */
static void
toggled_cb (TagaMappingBox *self, GtkCheckButton *button)
{
  gboolean is_axis = gtk_widget_is_ancestor (GTK_WIDGET (button), GTK_WIDGET (self->axes));
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (self->is_updating)
    return;

  done = taga_mapping_set (self->store, is_axis ? "axis" : "medium", self->item,
                           gtk_widget_get_name (GTK_WIDGET (button)),
                           gtk_check_button_get_active (button), &error);
  if (done)
    return;

  self->is_updating = TRUE;
  gtk_check_button_set_active (button, !gtk_check_button_get_active (button));
  self->is_updating = FALSE;
  taga_ui_report (GTK_WIDGET (self), done, error);
}

static void
reset_cb (TagaMappingBox *self)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->media));
  gboolean done;

  /* The button goes when there is nothing to set back any more. */
  if (first != NULL)
    gtk_widget_grab_focus (first);
  done = taga_mapping_reset (self->store, self->item, &error);
  taga_ui_report (GTK_WIDGET (self), done, error);
}

static void
taga_mapping_box_dispose (GObject *object)
{
  TagaMappingBox *self = TAGA_MAPPING_BOX (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->item, g_free);

  G_OBJECT_CLASS (taga_mapping_box_parent_class)->dispose (object);
}

static void
taga_mapping_box_class_init (TagaMappingBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = taga_mapping_box_dispose;
}

static GtkBox *
add_ticks (TagaMappingBox *self, const char *title, GtkLabel **source)
{
  GtkWidget *label = taga_ui_create_label (title);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  *source = GTK_LABEL (taga_ui_create_label (""));
  gtk_widget_add_css_class (GTK_WIDGET (*source), "caption");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (self), label);
  gtk_box_append (GTK_BOX (self), box);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (*source));
  return GTK_BOX (box);
}

static void
taga_mapping_box_init (TagaMappingBox *self)
{
  GtkWidget *label = taga_ui_create_label (_ ("Changed by us."));
  GtkWidget *button = gtk_button_new_with_label (_ ("As Shipped"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  self->media = add_ticks (self, _ ("For the vulnerability of these media:"), &self->media_source);
  self->axes = add_ticks (self, _ ("For these axes of the radar:"), &self->axes_source);

  self->changed = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (button, _ ("Count this item for what it was shipped with"));
  gtk_box_append (GTK_BOX (self->changed), label);
  gtk_box_append (GTK_BOX (self->changed), button);
  gtk_box_append (GTK_BOX (self), self->changed);
  g_signal_connect_object (button, "clicked", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);
}

/**
 * taga_mapping_box_new:
 *
 * Makes a box that shows nothing yet.
 *
 * Returns: (transfer floating): the box
 */
GtkWidget *
taga_mapping_box_new (void)
{
  return g_object_new (TAGA_TYPE_MAPPING_BOX, NULL);
}

static GtkWidget *
add_tick (TagaMappingBox *self, GtkBox *box, const char *key)
{
  GtkWidget *button = gtk_check_button_new ();

  gtk_widget_set_name (button, key);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, button);
  return button;
}

/* A tick stays the same widget, so that it keeps the focus when it was clicked. */
static GtkWidget *
show_tick (TagaMappingBox *self,
           GtkBox *box,
           GtkWidget *button,
           const char *kind,
           const char *key,
           const char *label)
{
  TagaEdition *edition = taga_store_get_edition (self->store);

  if (button == NULL)
    button = add_tick (self, box, key);
  gtk_widget_set_name (button, key);
  gtk_check_button_set_label (GTK_CHECK_BUTTON (button), label);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                               taga_mapping_counts (edition, kind, self->item, key));
  gtk_widget_set_sensitive (button, !taga_store_is_read_only (self->store));

  return gtk_widget_get_next_sibling (button);
}

static void
show_source (TagaMappingBox *self, GtkLabel *label, const char *what)
{
  TagaEdition *edition = taga_store_get_edition (self->store);

  gtk_label_set_label (label,
                       taga_edition_get_source (edition, what, taga_language_is_japanese ()));
  gtk_widget_set_visible (GTK_WIDGET (label), taga_edition_is_ours (edition, what));
}

/**
 * taga_mapping_box_show:
 * @self: a box
 * @store: (nullable): the company file
 * @item: (nullable): a check item
 *
 * Sets which item it is about, and brings the ticks in line with the file.
 */
void
taga_mapping_box_show (TagaMappingBox *self, TagaStore *store, const TagaItem *item)
{
  GtkWidget *button;
  guint n;
  const TagaChoice *media;
  const TagaItem *axes;

  g_set_object (&self->store, store);
  g_free (self->item);
  self->item = item == NULL ? NULL : g_strdup (item->key);
  if (store == NULL || item == NULL)
    return;

  self->is_updating = TRUE;
  media = taga_edition_get_choices (taga_store_get_edition (store), "medium", &n);
  button = gtk_widget_get_first_child (GTK_WIDGET (self->media));
  for (guint i = 0; i < n; i++)
    button = show_tick (self, self->media, button, "medium", media[i].key,
                        pick (media[i].label_ja, media[i].label_en));
  axes = taga_edition_get_items (taga_store_get_edition (store), "axis", &n);
  button = gtk_widget_get_first_child (GTK_WIDGET (self->axes));
  for (guint i = 0; i < n; i++)
    button = show_tick (self, self->axes, button, "axis", axes[i].key,
                        pick (axes[i].title_ja, axes[i].title_en));
  self->is_updating = FALSE;

  show_source (self, self->media_source, "mapping");
  show_source (self, self->axes_source, "axis");
  gtk_widget_set_visible (self->changed, taga_mapping_count_changes (store, item->key, NULL) > 0
                                             && !taga_store_is_read_only (store));
}
