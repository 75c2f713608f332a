#include "taga-inspector.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-explain.h"
#include "taga-language.h"
#include "taga-record-changes.h"
#include "taga-why-view.h"

/**
 * TagaInspector:
 *
 * Why an asset's risk is what it is: its inputs, what decided each, where the rule stands, and what
 * would lower it. It follows the asset as it changes.
 */
struct _TagaInspector
{
  AdwBin parent_instance;

  TagaStore *store;  /* (owned) (nullable) */
  TagaRecord *asset; /* (owned) (nullable) */
  guint update_id;

  /* Template */
  GtkStack *stack;
  GtkLabel *name;
  GtkLabel *place;
  GtkLabel *risk;
  GtkLabel *band;
  GtkLabel *product;
  TagaWhyView *why;
  TagaRecordChanges *changes;
};

G_DEFINE_FINAL_TYPE (TagaInspector, taga_inspector, ADW_TYPE_BIN)

static TagaEdition *
get_edition (TagaInspector *self)
{
  return taga_store_get_edition (self->store);
}

static char *
format_field (TagaInspector *self, guint field)
{
  return taga_edition_format (
      get_edition (self), &TAGA_RECORD_GET_CLASS (self->asset)->fields[field],
      taga_record_get_value (self->asset, field), taga_language_is_japanese ());
}

static char *
format_level (int level)
{
  return level == TAGA_UNKNOWN ? g_strdup (_ ("?")) : g_strdup_printf ("%d", level);
}

static void
update_band (TagaInspector *self, const TagaExplanation *explanation)
{
  gboolean japanese = taga_language_is_japanese ();
  const char *key = taga_band_to_key (explanation->band);
  const TagaChoice *band = taga_edition_find_choice (get_edition (self), "band", key);
  g_autofree char *class_name = g_strconcat ("band-", key, NULL);
  const char *classes[] = { "pill", class_name, NULL };
  g_autofree char *risk = format_level (explanation->risk);
  g_autofree char *product = NULL;

  gtk_label_set_label (self->risk, risk);
  gtk_label_set_label (self->band, japanese ? band->cell_ja : band->cell_en);
  gtk_widget_set_css_classes (GTK_WIDGET (self->band), classes);

  if (explanation->risk == TAGA_UNKNOWN)
    product = g_strdup (japanese ? band->text_ja : band->text_en);
  else
    product = g_strdup_printf (_ ("Importance %d × likelihood %d"), explanation->importance,
                               explanation->likelihood);
  gtk_label_set_label (self->product, product);
}

static void
update_place (TagaInspector *self)
{
  g_autofree char *medium = format_field (self, TAGA_ASSET_MEDIUM);
  const char *name = taga_record_get_text (self->asset, TAGA_ASSET_NAME);
  const char *business = taga_record_get_text (self->asset, TAGA_ASSET_BUSINESS);
  g_autofree char *place = NULL;

  if (business != NULL && *medium != '\0')
    place = g_strdup_printf ("%s ・ %s", business, medium);
  else
    place = g_strdup (business != NULL ? business : medium);

  gtk_label_set_label (self->name, name == NULL ? "" : name);
  gtk_label_set_label (self->place, place);
}

static gboolean
update (gpointer user_data)
{
  TagaInspector *self = user_data;
  g_autoptr (TagaExplanation) explanation = NULL;

  self->update_id = 0;
  if (self->asset != NULL)
    explanation = taga_explanation_new (self->store, self->asset, NULL);
  gtk_stack_set_visible_child_name (self->stack, explanation == NULL ? "empty" : "asset");
  if (explanation == NULL)
    return G_SOURCE_REMOVE;

  update_place (self);
  update_band (self, explanation);
  taga_why_view_update (self->why, self->store, self->asset, explanation);
  taga_record_changes_update (self->changes, self->store, self->asset);

  return G_SOURCE_REMOVE;
}

/* Once for all that changes in one go, and never before the key press that moved the cursor is
 * drawn. */
static void
queue_update (TagaInspector *self)
{
  if (self->update_id == 0)
    self->update_id = g_timeout_add (60, update, self);
}

static void
taga_inspector_dispose (GObject *object)
{
  TagaInspector *self = TAGA_INSPECTOR (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->asset != NULL)
    g_signal_handlers_disconnect_by_data (self->asset, self);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->asset);
  g_clear_object (&self->store);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_INSPECTOR);

  G_OBJECT_CLASS (taga_inspector_parent_class)->dispose (object);
}

static void
taga_inspector_class_init (TagaInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_inspector_dispose;
  g_type_ensure (TAGA_TYPE_RECORD_CHANGES);
  g_type_ensure (TAGA_TYPE_WHY_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, TagaInspector, name);
  gtk_widget_class_bind_template_child (widget_class, TagaInspector, place);
  gtk_widget_class_bind_template_child (widget_class, TagaInspector, risk);
  gtk_widget_class_bind_template_child (widget_class, TagaInspector, band);
  gtk_widget_class_bind_template_child (widget_class, TagaInspector, product);
  gtk_widget_class_bind_template_child (widget_class, TagaInspector, why);
  gtk_widget_class_bind_template_child (widget_class, TagaInspector, changes);
}

static void
taga_inspector_init (TagaInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * taga_inspector_set_asset:
 * @self: an inspector
 * @store: (nullable): the company file
 * @asset: (nullable): one of its assets, or `NULL` for none
 *
 * Sets which asset to explain.
 */
void
taga_inspector_set_asset (TagaInspector *self, TagaStore *store, TagaRecord *asset)
{
  if (store == NULL)
    asset = NULL;
  if (self->asset == asset && self->store == store)
    return;

  if (self->asset != NULL)
    g_signal_handlers_disconnect_by_data (self->asset, self);
  if (self->store != NULL && self->store != store)
    g_signal_handlers_disconnect_by_data (self->store, self);

  if (self->store != store && store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_set_object (&self->store, store);
  g_set_object (&self->asset, asset);
  if (self->asset != NULL)
    g_signal_connect_object (self->asset, "notify", G_CALLBACK (queue_update), self,
                             G_CONNECT_SWAPPED);
  queue_update (self);
}
