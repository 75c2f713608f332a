#include "taga-axis-map-dialog.h"

#include <glib/gi18n-lib.h>

#include "taga-axis-action.h"
#include "taga-axis-text.h"
#include "taga-language.h"
#include "taga-ui.h"

/**
 * TagaAxisMapDialog:
 *
 * Which check items count for an axis of the radar, by a box for each. What the company changes is
 * kept as one step, and the mapping that comes with Taga can be put back.
 */
struct _TagaAxisMapDialog
{
  AdwWindow parent_instance;

  TagaStore *store;     /* (owned) */
  TagaEdition *shipped; /* (owned): without what the company has changed */
  char *axis;           /* (owned): its key */
  GPtrArray *boxes;     /* (owned) (element-type GtkCheckButton): named by their items */

  /* Template */
  AdwWindowTitle *title;
  GtkLabel *problem_label;
  GtkLabel *source_label;
  GtkLabel *count_label;
  GtkBox *items_box;
};

G_DEFINE_FINAL_TYPE (TagaAxisMapDialog, taga_axis_map_dialog, ADW_TYPE_WINDOW)

static const char *
pick (const char *ja, const char *en)
{
  return taga_language_is_japanese () ? ja : en;
}

static gboolean
counts_for (TagaEdition *edition, const char *axis, const char *item)
{
  const TagaItem *known = taga_edition_find_item (edition, "axis", axis);

  return known != NULL && g_strv_contains (known->checks, item);
}

static GPtrArray *
list_chosen (TagaAxisMapDialog *self)
{
  GPtrArray *keys = g_ptr_array_new ();

  for (guint i = 0; i < self->boxes->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->boxes, i)))
      g_ptr_array_add (keys, (gpointer) gtk_widget_get_name (g_ptr_array_index (self->boxes, i)));
  g_ptr_array_add (keys, NULL);

  return keys;
}

/* Below the boxes: how many count, and whether that is what Taga comes with. */
static void
update_count (TagaAxisMapDialog *self)
{
  guint n_chosen = 0;
  gboolean is_changed = FALSE;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->boxes->len; i++)
    {
      GtkCheckButton *box = g_ptr_array_index (self->boxes, i);
      gboolean counts = gtk_check_button_get_active (box);

      n_chosen += counts;
      is_changed =
          is_changed
          || counts
                 != counts_for (self->shipped, self->axis, gtk_widget_get_name (GTK_WIDGET (box)));
    }

  text =
      g_strdup_printf (is_changed ? g_dngettext (GETTEXT_PACKAGE, "%u item counts; changed here",
                                                 "%u items count; changed here", n_chosen)
                                  : g_dngettext (GETTEXT_PACKAGE, "%u item counts, as Taga comes",
                                                 "%u items count, as Taga comes", n_chosen),
                       n_chosen);
  gtk_label_set_label (self->count_label, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.reset", is_changed);
}

static void
save_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaAxisMapDialog *self = TAGA_AXIS_MAP_DIALOG (widget);
  g_autoptr (GPtrArray) keys = list_chosen (self);
  g_autoptr (GError) error = NULL;

  if (taga_axis_set_checks (self->store, self->axis, (const char *const *) keys->pdata, &error))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  gtk_label_set_label (self->problem_label, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
}

static void
reset_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaAxisMapDialog *self = TAGA_AXIS_MAP_DIALOG (widget);

  for (guint i = 0; i < self->boxes->len; i++)
    {
      GtkCheckButton *box = g_ptr_array_index (self->boxes, i);

      gtk_check_button_set_active (
          box, counts_for (self->shipped, self->axis, gtk_widget_get_name (GTK_WIDGET (box))));
    }
}

static void
taga_axis_map_dialog_dispose (GObject *object)
{
  TagaAxisMapDialog *self = TAGA_AXIS_MAP_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_object (&self->shipped);
  g_clear_pointer (&self->axis, g_free);
  g_clear_pointer (&self->boxes, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_AXIS_MAP_DIALOG);

  G_OBJECT_CLASS (taga_axis_map_dialog_parent_class)->dispose (object);
}

static void
taga_axis_map_dialog_class_init (TagaAxisMapDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_axis_map_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-axis-map-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaAxisMapDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TagaAxisMapDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, TagaAxisMapDialog, source_label);
  gtk_widget_class_bind_template_child (widget_class, TagaAxisMapDialog, count_label);
  gtk_widget_class_bind_template_child (widget_class, TagaAxisMapDialog, items_box);
  gtk_widget_class_install_action (widget_class, "map.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "map.reset", NULL, reset_action);
}

static void
taga_axis_map_dialog_init (TagaAxisMapDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->boxes = g_ptr_array_new ();
}

static void
add_box (TagaAxisMapDialog *self, const TagaItem *item, gboolean counts)
{
  GtkWidget *box = gtk_check_button_new ();
  const char *title = pick (item->title_ja, item->title_en);
  g_autofree char *text = item->is_own ? g_strdup_printf (_ ("%s (added by the company)"), title)
                                       : g_strdup_printf ("%s %s", item->key, title);
  GtkWidget *label = taga_ui_create_label (text);

  gtk_widget_set_name (box, item->key);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (box), label);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (box), counts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect_object (box, "toggled", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->items_box, box);
  g_ptr_array_add (self->boxes, box);
}

static void
add_group (TagaAxisMapDialog *self, TagaEdition *edition, const TagaItem *group)
{
  GtkWidget *heading = NULL;
  guint n;
  const TagaItem *items = taga_edition_get_items (edition, "check", &n);

  for (guint i = 0; i < n; i++)
    {
      if (g_strcmp0 (items[i].group, group->key) != 0)
        continue;
      if (heading == NULL)
        {
          heading = taga_ui_create_label (pick (group->title_ja, group->title_en));
          gtk_widget_add_css_class (heading, "heading");
          gtk_widget_set_margin_top (heading, 9);
          gtk_box_append (self->items_box, heading);
        }
      add_box (self, &items[i], counts_for (edition, self->axis, items[i].key));
    }
}

static void
fill (TagaAxisMapDialog *self, TagaEdition *edition)
{
  const TagaItem *axis = taga_edition_find_item (edition, "axis", self->axis);
  guint n;
  const TagaItem *groups = taga_edition_get_items (edition, "check-group", &n);

  adw_window_title_set_title (self->title, taga_axis_text_name (axis));
  gtk_window_set_title (GTK_WINDOW (self), taga_axis_text_name (axis));
  gtk_label_set_label (self->source_label,
                       taga_edition_get_source (edition, "axis", taga_language_is_japanese ()));
  for (guint i = 0; i < n; i++)
    add_group (self, edition, &groups[i]);
  update_count (self);
  if (self->boxes->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->boxes, 0));
}

/* A sealed round has scores of its own; what counts now is shown all the same. */
static void
lock (TagaAxisMapDialog *self)
{
  gtk_label_set_label (self->problem_label,
                       _ ("This is what counts today. It can be read here; the scores of a sealed "
                          "round stay as they are."));
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->items_box), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.save", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.reset", FALSE);
}

/**
 * taga_axis_map_dialog_present:
 * @parent: the window in front of which it stands
 * @store: the company file
 * @axis: key of an axis
 * @is_locked: whether it is there to be read only
 *
 * Lets the user choose which check items count for an axis, or shows which do.
 */
void
taga_axis_map_dialog_present (GtkWindow *parent,
                              TagaStore *store,
                              const char *axis,
                              gboolean is_locked)
{
  TagaEdition *edition = taga_store_get_edition (store);
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaEdition) shipped = taga_edition_load (taga_edition_get_key (edition), &error);
  TagaAxisMapDialog *self;

  if (shipped == NULL)
    {
      taga_ui_show_error (GTK_WIDGET (parent), _ ("The check items cannot be shown"), error);
      return;
    }
  g_return_if_fail (taga_edition_find_item (edition, "axis", axis) != NULL);

  self = g_object_new (TAGA_TYPE_AXIS_MAP_DIALOG, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  self->shipped = g_steal_pointer (&shipped);
  self->axis = g_strdup (axis);
  fill (self, edition);
  if (is_locked)
    lock (self);
  gtk_window_present (GTK_WINDOW (self));
}
