#include "taga-link-chooser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "taga-asset.h"
#include "taga-check.h"
#include "taga-language.h"
#include "taga-measure-keys.h"
#include "taga-record-list.h"
#include "taga-text.h"
#include "taga-ui.h"

/**
 * TagaLinkChooser:
 *
 * Chooses check items or assets out of all that there are, by a search. What is ticked stays ticked
 * while something else is searched for.
 */
struct _TagaLinkChooser
{
  AdwWindow parent_instance;

  TagaStore *store; /* (owned) */
  GType type;
  TagaRecordList *assets; /* (owned) (nullable) */
  GHashTable *chosen;     /* (owned): the ticked keys */
  guint n_left;           /* how many were found and have no room in the list */
  GtkWidget *owner;       /* (nullable): a weak pointer; who wants to hear */
  TagaLinksChosen done;
  gpointer user_data;

  /* Template */
  GtkEditable *search;
  GtkBox *list;
  GtkLabel *line;
};

G_DEFINE_FINAL_TYPE (TagaLinkChooser, taga_link_chooser, ADW_TYPE_WINDOW)

/* So many are listed; whoever looks for another one searches. */
#define MAX_LISTED 80

static void
update_line (TagaLinkChooser *self)
{
  guint n = g_hash_table_size (self->chosen);
  g_autofree char *chosen = g_strdup_printf (ngettext ("%u chosen", "%u chosen", n), n);
  g_autofree char *left = NULL;

  if (self->n_left > 0)
    left = g_strdup_printf (ngettext ("%s ・ %u more: type to narrow the list",
                                      "%s ・ %u more: type to narrow the list", self->n_left),
                            chosen, self->n_left);
  gtk_label_set_label (self->line, left == NULL ? chosen : left);
}

/* The name of a button is its key. */
static void
toggled_cb (TagaLinkChooser *self, GtkCheckButton *button)
{
  const char *key = gtk_widget_get_name (GTK_WIDGET (button));

  if (gtk_check_button_get_active (button))
    g_hash_table_add (self->chosen, g_strdup (key));
  else
    g_hash_table_remove (self->chosen, key);
  update_line (self);
}

static void
add_row (TagaLinkChooser *self, const char *key, const char *text)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *label = taga_ui_create_label (text);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  gtk_widget_set_name (button, key);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                               g_hash_table_contains (self->chosen, key));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->list, button);
}

/* Both halves of the list: what is chosen stands on top. */
static void
list_checks (TagaLinkChooser *self, const char *wanted, gboolean chosen)
{
  gboolean japanese = taga_language_is_japanese ();
  guint n;
  const TagaItem *items =
      taga_edition_get_items (taga_store_get_edition (self->store), "check", &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text =
          g_strdup_printf ("%s %s", items[i].key, japanese ? items[i].title_ja : items[i].title_en);
      g_autofree char *folded = taga_text_fold (text);

      if (g_hash_table_contains (self->chosen, items[i].key) == chosen
          && strstr (folded, wanted) != NULL)
        add_row (self, items[i].key, text);
    }
}

static char *
describe_asset (TagaLinkChooser *self, TagaRecord *asset)
{
  const TagaField *medium = &taga_record_class_peek (TAGA_TYPE_ASSET)->fields[TAGA_ASSET_MEDIUM];
  const char *name = taga_record_get_text (asset, TAGA_ASSET_NAME);
  g_autofree char *place = taga_edition_format (taga_store_get_edition (self->store), medium,
                                                taga_record_get_value (asset, TAGA_ASSET_MEDIUM),
                                                taga_language_is_japanese ());

  return *place == '\0' ? g_strdup (name) : g_strdup_printf ("%s ・ %s", name, place);
}

static void
add_asset (TagaLinkChooser *self, TagaRecord *asset)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, taga_record_get_id (asset));
  g_autofree char *text = describe_asset (self, asset);

  add_row (self, key, text);
}

static void
list_chosen_assets (TagaLinkChooser *self)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->chosen);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_autoptr (TagaRecord) asset = taga_store_get_record (self->store, TAGA_TYPE_ASSET,
                                                            g_ascii_strtoll (key, NULL, 10), NULL);

      if (asset != NULL)
        add_asset (self, asset);
      else
        add_row (self, key, _ ("(removed from the register)"));
    }
}

static void
list_assets (TagaLinkChooser *self, const char *search)
{
  g_autoptr (TagaQuery) query = taga_query_new ();
  guint n, listed = 0;

  if (*search == '\0')
    list_chosen_assets (self);
  query->scope = TAGA_SCOPE_IN_USE;
  query->search = g_strdup (search);
  if (!taga_record_list_set_query (self->assets, query, NULL))
    return;

  n = g_list_model_get_n_items (G_LIST_MODEL (self->assets));
  for (guint i = 0; i < n && listed < MAX_LISTED; i++)
    {
      g_autoptr (TagaRecord) asset = g_list_model_get_item (G_LIST_MODEL (self->assets), i);
      g_autofree char *key =
          g_strdup_printf ("%" G_GINT64_FORMAT, taga_record_list_get_id (self->assets, i));

      listed++;
      if (asset != NULL && (*search != '\0' || !g_hash_table_contains (self->chosen, key)))
        add_asset (self, asset);
    }
  self->n_left = n - listed;
}

static void
search_changed_cb (TagaLinkChooser *self)
{
  const char *search = gtk_editable_get_text (self->search);
  g_autofree char *wanted = taga_text_fold (search);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);

  self->n_left = 0;
  if (self->type == TAGA_TYPE_ASSET)
    list_assets (self, search);
  else
    {
      list_checks (self, wanted, TRUE);
      list_checks (self, wanted, FALSE);
    }
  update_line (self);
}

static char *
write_chosen (TagaLinkChooser *self)
{
  g_autofree gpointer *keys = g_hash_table_get_keys_as_array (self->chosen, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (self->type != TAGA_TYPE_ASSET)
    return taga_measure_keys_write (taga_store_get_edition (self->store),
                                    (const char *const *) (gpointer) keys);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      gint64 id = g_ascii_strtoll (keys[i], NULL, 10);

      g_array_append_val (ids, id);
    }

  return taga_measure_keys_write_assets ((gint64 *) (gpointer) ids->data, ids->len);
}

static void
apply_cb (TagaLinkChooser *self)
{
  g_autofree char *text = write_chosen (self);

  if (self->owner != NULL)
    self->done (text, self->user_data);
  gtk_window_close (GTK_WINDOW (self));
}

static void
taga_link_chooser_dispose (GObject *object)
{
  TagaLinkChooser *self = TAGA_LINK_CHOOSER (object);

  g_clear_weak_pointer (&self->owner);
  g_clear_object (&self->assets);
  g_clear_object (&self->store);
  g_clear_pointer (&self->chosen, g_hash_table_unref);
  if (self->search != NULL)
    gtk_window_set_default_widget (GTK_WINDOW (self), NULL);
  adw_window_set_content (ADW_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_LINK_CHOOSER);

  G_OBJECT_CLASS (taga_link_chooser_parent_class)->dispose (object);
}

static void
taga_link_chooser_class_init (TagaLinkChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_link_chooser_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-link-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaLinkChooser, search);
  gtk_widget_class_bind_template_child (widget_class, TagaLinkChooser, list);
  gtk_widget_class_bind_template_child (widget_class, TagaLinkChooser, line);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
taga_link_chooser_init (TagaLinkChooser *self)
{
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * taga_link_chooser_present:
 * @widget: a widget of the window; nothing is told once it is gone
 * @store: the company file
 * @type: `TAGA_TYPE_CHECK` or `TAGA_TYPE_ASSET`
 * @text: (nullable): what is chosen already, as a measure holds it
 * @done: hears what was chosen
 * @user_data: data for @done
 *
 * Lets the user choose check items or assets.
 */
void
taga_link_chooser_present (GtkWidget *widget,
                           TagaStore *store,
                           GType type,
                           const char *text,
                           TagaLinksChosen done,
                           gpointer user_data)
{
  TagaLinkChooser *self = g_object_new (TAGA_TYPE_LINK_CHOOSER, NULL);
  g_auto (GStrv) keys = taga_measure_keys_read (text);

  self->store = g_object_ref (store);
  self->type = type;
  self->done = done;
  self->user_data = user_data;
  g_set_weak_pointer (&self->owner, widget);
  if (type == TAGA_TYPE_ASSET)
    self->assets = taga_record_list_new (store, TAGA_TYPE_ASSET);
  for (guint i = 0; keys[i] != NULL; i++)
    g_hash_table_add (self->chosen, g_strdup (keys[i]));

  gtk_window_set_title (GTK_WINDOW (self),
                        type == TAGA_TYPE_ASSET ? _ ("Choose Assets") : _ ("Choose Check Items"));
  search_changed_cb (self);
  gtk_window_set_transient_for (GTK_WINDOW (self),
                                GTK_WINDOW (gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW)));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
