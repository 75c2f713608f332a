#include "taga-item-links.h"

#include <glib/gi18n-lib.h>

#include "taga-explain.h"
#include "taga-language.h"
#include "taga-page.h"
#include "taga-threat.h"
#include "taga-ui.h"

/**
 * TagaItemLinks:
 *
 * Threats or check items with the answer to each, as links: each leads to where its answer can be
 * read and changed. A link stays the same widget when what it says changes, so that the focus stays
 * where it is.
 */
struct _TagaItemLinks
{
  GtkBox parent_instance;

  TagaStore *store; /* (owned) (nullable) */
  GType type;
};

G_DEFINE_FINAL_TYPE (TagaItemLinks, taga_item_links, GTK_TYPE_BOX)

static void
taga_item_links_dispose (GObject *object)
{
  g_clear_object (&TAGA_ITEM_LINKS (object)->store);

  G_OBJECT_CLASS (taga_item_links_parent_class)->dispose (object);
}

static void
taga_item_links_class_init (TagaItemLinksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = taga_item_links_dispose;
}

static void
taga_item_links_init (TagaItemLinks *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/* To the page on which it is answered, with what goes with the answer. */
static void
clicked_cb (TagaItemLinks *self, GtkWidget *button)
{
  taga_page_open (GTK_WIDGET (self), self->type == TAGA_TYPE_THREAT ? "threats" : "checks",
                  gtk_widget_get_name (button));
}

/* A link's name is the key of its item. */
static GtkWidget *
add_link (TagaItemLinks *self)
{
  GtkWidget *label = taga_ui_create_label ("");
  GtkWidget *button =
      g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_LINK, NULL);

  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "link");
  gtk_widget_add_css_class (button, "taga-link");
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), button);

  return button;
}

static char *
format_item (TagaItemLinks *self, const TagaExplainedItem *item)
{
  gboolean japanese = taga_language_is_japanese ();
  gboolean is_threat = self->type == TAGA_TYPE_THREAT;
  TagaEdition *edition = taga_store_get_edition (self->store);
  const TagaItem *known =
      taga_edition_find_item (edition, is_threat ? "threat" : "check", item->key);
  const TagaChoice *answer =
      taga_edition_find_level (edition, is_threat ? "frequency" : "answer", item->number);
  const char *words;

  if (answer == NULL)
    words = _ ("not answered");
  else
    words = japanese ? answer->label_ja : answer->label_en;

  if (is_threat)
    /* Translators: a threat, and how often it occurs */
    return g_strdup_printf (C_ ("threat", "%s: %s"), japanese ? known->short_ja : known->short_en,
                            words);

  /* Translators: number and name of a check item, and the answer to it */
  return g_strdup_printf (C_ ("check", "%s %s: %s"), item->key,
                          japanese ? known->short_ja : known->short_en, words);
}

/**
 * taga_item_links_update:
 * @self: the links
 * @store: the company file
 * @type: `TAGA_TYPE_THREAT` or `TAGA_TYPE_CHECK`
 * @items: (element-type TagaExplainedItem): the items, by the edition in use
 * @n: how many of them to show, the first first
 *
 * Sets which items there are, and what was answered.
 */
void
taga_item_links_update (TagaItemLinks *self, TagaStore *store, GType type, GArray *items, guint n)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_return_if_fail (TAGA_IS_ITEM_LINKS (self));

  g_set_object (&self->store, store);
  self->type = type;
  for (guint i = 0; i < MIN (n, items->len); i++)
    {
      const TagaExplainedItem *item = &g_array_index (items, TagaExplainedItem, i);
      g_autofree char *text = format_item (self, item);

      if (button == NULL)
        button = add_link (self);
      gtk_widget_set_name (button, item->key);
      gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                      -1);
      button = gtk_widget_get_next_sibling (button);
    }

  while (button != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (button);

      gtk_box_remove (GTK_BOX (self), button);
      button = next;
    }
}
