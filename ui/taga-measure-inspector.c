#include "taga-measure-inspector.h"

#include <glib/gi18n-lib.h>

#include "taga-action.h"
#include "taga-advice-text.h"
#include "taga-asset.h"
#include "taga-check.h"
#include "taga-date.h"
#include "taga-language.h"
#include "taga-link-chooser.h"
#include "taga-measure-keys.h"
#include "taga-measure-sums.h"
#include "taga-measure.h"
#include "taga-page.h"
#include "taga-ui.h"

/**
 * TagaMeasureInspector:
 *
 * What a measure serves: its check items and assets as links, and whether it is late; above them
 * what all measures cost.
 */
struct _TagaMeasureInspector
{
  AdwBin parent_instance;

  TagaStore *store;    /* (owned) (nullable) */
  TagaRecord *measure; /* (owned) (nullable) */
  guint update_id;

  /* Template */
  GtkLabel *sums;
  GtkWidget *empty;
  GtkWidget *content;
  GtkLabel *name;
  GtkLabel *state;
  GtkBox *checks;
  GtkWidget *choose_checks;
  GtkBox *assets;
  GtkWidget *choose_assets;
};

G_DEFINE_FINAL_TYPE (TagaMeasureInspector, taga_measure_inspector, ADW_TYPE_BIN)

/* So many links are shown; the chooser shows all. */
#define MAX_LINKS 40

static void
set_links (TagaMeasureInspector *self, guint field, const char *text)
{
  const TagaValue value = { (char *) text, TAGA_UNKNOWN };
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (self->measure == NULL || g_strcmp0 (taga_record_get_text (self->measure, field), text) == 0)
    return;

  done = taga_action_set (self->store, TAGA_TYPE_MEASURE, taga_record_get_id (self->measure),
                          &field, &value, 1, &error);
  taga_ui_report (GTK_WIDGET (self), done, error);
}

static void
checks_chosen_cb (const char *text, gpointer user_data)
{
  set_links (user_data, TAGA_MEASURE_CHECKS, text);
}

static void
assets_chosen_cb (const char *text, gpointer user_data)
{
  set_links (user_data, TAGA_MEASURE_ASSETS, text);
}

static void
choose_checks_cb (TagaMeasureInspector *self)
{
  taga_link_chooser_present (GTK_WIDGET (self), self->store, TAGA_TYPE_CHECK,
                             taga_record_get_text (self->measure, TAGA_MEASURE_CHECKS),
                             checks_chosen_cb, self);
}

static void
choose_assets_cb (TagaMeasureInspector *self)
{
  taga_link_chooser_present (GTK_WIDGET (self), self->store, TAGA_TYPE_ASSET,
                             taga_record_get_text (self->measure, TAGA_MEASURE_ASSETS),
                             assets_chosen_cb, self);
}

/* The name of a link is its key. */
static void
check_clicked_cb (TagaMeasureInspector *self, GtkWidget *button)
{
  taga_page_open (button, "checks", gtk_widget_get_name (button));
}

static void
asset_clicked_cb (TagaMeasureInspector *self, GtkWidget *button)
{
  taga_page_open (button, "assets", gtk_widget_get_name (button));
}

static void
remove_check_cb (TagaMeasureInspector *self, GtkWidget *button)
{
  g_auto (GStrv) keys =
      taga_measure_keys_read (taga_record_get_text (self->measure, TAGA_MEASURE_CHECKS));
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; keys[i] != NULL; i++)
    if (!g_str_equal (keys[i], gtk_widget_get_name (button)))
      g_ptr_array_add (left, keys[i]);
  g_ptr_array_add (left, NULL);
  text = taga_measure_keys_write (taga_store_get_edition (self->store),
                                  (const char *const *) (gpointer) left->pdata);
  gtk_widget_grab_focus (self->choose_checks);
  set_links (self, TAGA_MEASURE_CHECKS, text);
}

static void
remove_asset_cb (TagaMeasureInspector *self, GtkWidget *button)
{
  g_autoptr (GArray) ids =
      taga_measure_keys_read_assets (taga_record_get_text (self->measure, TAGA_MEASURE_ASSETS));
  gint64 gone = g_ascii_strtoll (gtk_widget_get_name (button), NULL, 10);
  g_autofree char *text = NULL;

  for (guint i = ids->len; i-- > 0;)
    if (g_array_index (ids, gint64, i) == gone)
      g_array_remove_index (ids, i);
  text = taga_measure_keys_write_assets ((gint64 *) (gpointer) ids->data, ids->len);
  gtk_widget_grab_focus (self->choose_assets);
  set_links (self, TAGA_MEASURE_ASSETS, text);
}

static void
add_link (TagaMeasureInspector *self,
          GtkBox *box,
          const char *key,
          const char *text,
          GCallback clicked,
          GCallback removed)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *link =
      g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_LINK, NULL);
  GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Remove “%s”"), text);

  gtk_button_set_child (GTK_BUTTON (link), taga_ui_create_label (text));
  gtk_widget_add_css_class (link, "link");
  gtk_widget_add_css_class (link, "taga-link");
  gtk_widget_set_hexpand (link, TRUE);
  gtk_widget_set_name (link, key);
  gtk_widget_set_name (remove, key);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, name);
  gtk_widget_set_sensitive (remove, !taga_store_is_read_only (self->store));
  gtk_accessible_update_property (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (link, "clicked", clicked, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (remove, "clicked", removed, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), link);
  gtk_box_append (GTK_BOX (line), remove);
  gtk_box_append (box, line);
}

static void
empty_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
add_rest (GtkBox *box, guint n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("… and %u more", "… and %u more", n), n);

  if (n > 0)
    gtk_box_append (box, taga_ui_create_label (text));
}

static void
update_checks (TagaMeasureInspector *self)
{
  g_auto (GStrv) keys =
      taga_measure_keys_read (taga_record_get_text (self->measure, TAGA_MEASURE_CHECKS));
  guint n = g_strv_length (keys);

  empty_box (self->checks);
  for (guint i = 0; i < MIN (n, MAX_LINKS); i++)
    {
      const TagaItem *item =
          taga_edition_find_item (taga_store_get_edition (self->store), "check", keys[i]);
      const char *title = "";
      g_autofree char *text = NULL;

      if (item != NULL)
        title = taga_language_is_japanese () ? item->short_ja : item->short_en;
      text = g_strdup_printf ("%s %s", keys[i], title);
      add_link (self, self->checks, keys[i], text, G_CALLBACK (check_clicked_cb),
                G_CALLBACK (remove_check_cb));
    }
  add_rest (self->checks, n - MIN (n, MAX_LINKS));
}

static void
update_assets (TagaMeasureInspector *self)
{
  g_autoptr (GArray) ids =
      taga_measure_keys_read_assets (taga_record_get_text (self->measure, TAGA_MEASURE_ASSETS));

  empty_box (self->assets);
  for (guint i = 0; i < MIN (ids->len, MAX_LINKS); i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (TagaRecord) asset = taga_store_get_record (self->store, TAGA_TYPE_ASSET, id, NULL);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);

      add_link (self, self->assets, key,
                asset == NULL ? _ ("(removed from the register)")
                              : taga_record_get_text (asset, TAGA_ASSET_NAME),
                G_CALLBACK (asset_clicked_cb), G_CALLBACK (remove_asset_cb));
    }
  add_rest (self->assets, ids->len - MIN (ids->len, MAX_LINKS));
}

static void
update_state (TagaMeasureInspector *self)
{
  g_autofree char *today = taga_date_today ();
  guint delay = taga_measure_get_delay (self->measure, today);
  const char *status = taga_record_get_text (self->measure, TAGA_MEASURE_STATUS);
  g_autofree char *end =
      taga_ui_format_date (taga_record_get_text (self->measure, TAGA_MEASURE_PLANNED_END));
  g_autofree char *text = NULL;

  if (delay > 0)
    text = g_strdup_printf (
        ngettext ("⚠ Late by %u day (planned end %s)", "⚠ Late by %u days (planned end %s)", delay),
        delay, end);
  else if (g_strcmp0 (status, "done") == 0)
    text = g_strdup (_ ("Finished"));
  else if (*end != '\0')
    text = g_strdup_printf (_ ("To be finished by %s"), end);
  else
    text = g_strdup (_ ("No planned end yet"));
  gtk_label_set_label (self->state, text);
}

static void
update_sums (TagaMeasureInspector *self)
{
  g_autofree char *today = taga_date_today ();
  g_autofree char *budget = NULL;
  g_autofree char *cost = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  TagaMeasureSums sums;

  if (!taga_measure_sums_load (self->store, today, &sums, NULL))
    return;

  budget = taga_advice_text_format_yen (sums.budget);
  cost = taga_advice_text_format_yen (sums.cost);
  g_string_append_printf (text,
                          ngettext ("%u measure, %u finished", "%u measures, %u finished", sums.n),
                          sums.n, sums.n_finished);
  if (sums.n_late > 0)
    g_string_append_printf (text, ngettext (", ⚠ %u late", ", ⚠ %u late", sums.n_late),
                            sums.n_late);
  g_string_append_printf (text, _ ("\nBudget %s, spent %s"), budget, cost);
  if (sums.n_unbudgeted > 0)
    g_string_append_printf (
        text,
        ngettext ("\nNo budget entered for %u", "\nNo budget entered for %u", sums.n_unbudgeted),
        sums.n_unbudgeted);
  gtk_label_set_label (self->sums, text->str);
}

static gboolean
update (gpointer user_data)
{
  TagaMeasureInspector *self = user_data;
  const char *name;

  self->update_id = 0;
  gtk_widget_set_visible (self->empty, self->measure == NULL);
  gtk_widget_set_visible (self->content, self->measure != NULL);
  if (self->store == NULL)
    return G_SOURCE_REMOVE;

  update_sums (self);
  if (self->measure == NULL)
    return G_SOURCE_REMOVE;

  name = taga_record_get_text (self->measure, TAGA_MEASURE_NAME);
  gtk_label_set_label (self->name, name == NULL ? "" : name);
  update_state (self);
  update_checks (self);
  update_assets (self);
  gtk_widget_set_sensitive (self->choose_checks, !taga_store_is_read_only (self->store));
  gtk_widget_set_sensitive (self->choose_assets, !taga_store_is_read_only (self->store));

  return G_SOURCE_REMOVE;
}

static void
queue_update (TagaMeasureInspector *self)
{
  if (self->update_id == 0)
    self->update_id = g_timeout_add (60, update, self);
}

static void
taga_measure_inspector_dispose (GObject *object)
{
  TagaMeasureInspector *self = TAGA_MEASURE_INSPECTOR (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->measure);
  g_clear_object (&self->store);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_MEASURE_INSPECTOR);

  G_OBJECT_CLASS (taga_measure_inspector_parent_class)->dispose (object);
}

static void
taga_measure_inspector_class_init (TagaMeasureInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_measure_inspector_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-measure-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaMeasureInspector, sums);
  gtk_widget_class_bind_template_child (widget_class, TagaMeasureInspector, empty);
  gtk_widget_class_bind_template_child (widget_class, TagaMeasureInspector, content);
  gtk_widget_class_bind_template_child (widget_class, TagaMeasureInspector, name);
  gtk_widget_class_bind_template_child (widget_class, TagaMeasureInspector, state);
  gtk_widget_class_bind_template_child (widget_class, TagaMeasureInspector, checks);
  gtk_widget_class_bind_template_child (widget_class, TagaMeasureInspector, choose_checks);
  gtk_widget_class_bind_template_child (widget_class, TagaMeasureInspector, assets);
  gtk_widget_class_bind_template_child (widget_class, TagaMeasureInspector, choose_assets);
  gtk_widget_class_bind_template_callback (widget_class, choose_checks_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_assets_cb);
}

static void
taga_measure_inspector_init (TagaMeasureInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * taga_measure_inspector_set_measure:
 * @self: an inspector
 * @store: (nullable): the company file
 * @measure: (nullable): one of its measures
 *
 * Sets which measure to show.
 */
void
taga_measure_inspector_set_measure (TagaMeasureInspector *self,
                                    TagaStore *store,
                                    TagaRecord *measure)
{
  if (self->store != store)
    {
      if (self->store != NULL)
        g_signal_handlers_disconnect_by_data (self->store, self);
      g_set_object (&self->store, store);
      if (store != NULL)
        g_signal_connect_object (store, "changed", G_CALLBACK (queue_update), self,
                                 G_CONNECT_SWAPPED);
    }

  g_set_object (&self->measure, measure);
  queue_update (self);
}
