#include "taga-inspector.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-explain.h"
#include "taga-language.h"
#include "taga-ui.h"

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
  GtkLabel *why_heading;
  GtkBox *reasons;
  GtkWidget *lower_box;
  GtkLabel *lower;
  GtkExpander *open_items;
  GtkLabel *open_list;
  GtkLabel *source;
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

static const char *
get_title (TagaInspector *self, const char *list, const char *key)
{
  const TagaItem *item = taga_edition_find_item (get_edition (self), list, key);

  return taga_language_is_japanese () ? item->short_ja : item->short_en;
}

static char *
format_level (int level)
{
  return level == TAGA_UNKNOWN ? g_strdup (_ ("?")) : g_strdup_printf ("%d", level);
}

/* One line of the reasons: what it is, its level, and in words why. */
static void
add_reason (TagaInspector *self, const char *title, int level, const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *number = format_level (level);
  g_autofree char *heading = g_strdup_printf ("%s %s", title, number);
  GtkWidget *above = gtk_label_new (heading);
  GtkWidget *below = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (above), 0);
  gtk_widget_add_css_class (above, "taga-reason");
  gtk_label_set_xalign (GTK_LABEL (below), 0);
  gtk_label_set_wrap (GTK_LABEL (below), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (below), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), above);
  gtk_box_append (GTK_BOX (box), below);
  gtk_box_append (self->reasons, box);
}

static char *
explain_importance (TagaInspector *self, const TagaExplanation *explanation)
{
  g_autofree char *c = format_field (self, TAGA_ASSET_CONFIDENTIALITY);
  g_autofree char *i = format_field (self, TAGA_ASSET_INTEGRITY);
  g_autofree char *a = format_field (self, TAGA_ASSET_AVAILABILITY);

  if (explanation->by_mark)
    return g_strdup (_ ("Personal information always has the highest importance."));

  if (explanation->importance == TAGA_UNKNOWN)
    return g_strdup (_ ("Not yet known: confidentiality, integrity and availability are not all "
                        "filled in."));

  return g_strdup_printf (_ ("Highest of confidentiality %s, integrity %s, availability %s"), c, i,
                          a);
}

static char *
explain_threat (TagaInspector *self, const TagaExplanation *explanation)
{
  g_autofree char *date = taga_ui_format_date (explanation->threat_on);

  if (explanation->threat_overridden)
    return g_strdup_printf (_ ("Set by hand: %s"),
                            taga_record_get_text (self->asset, TAGA_ASSET_THREAT_REASON));

  if (explanation->medium == NULL)
    return g_strdup (_ ("Not yet known: the medium is not filled in."));

  if (explanation->threat_item == NULL)
    return g_strdup (_ ("Not yet known: no threat of this medium has been judged."));

  if (explanation->threat_by == NULL || *date == '\0')
    return g_strdup (get_title (self, "threat", explanation->threat_item));

  return g_strdup_printf (_ ("%s (judged by %s, %s)"),
                          get_title (self, "threat", explanation->threat_item),
                          explanation->threat_by, date);
}

static char *
explain_vulnerability (TagaInspector *self, const TagaExplanation *explanation)
{
  if (explanation->vulnerability_overridden)
    return g_strdup_printf (_ ("Set by hand: %s"),
                            taga_record_get_text (self->asset, TAGA_ASSET_VULNERABILITY_REASON));

  if (explanation->medium == NULL)
    return g_strdup (_ ("Not yet known: the medium is not filled in."));

  if (explanation->vulnerability == TAGA_UNKNOWN)
    return g_strdup (_ ("Not yet known: no check of this medium has been answered."));

  return g_strdup_printf (_ ("Of %u checks %u are done and %u in part"), explanation->n_applicable,
                          explanation->n_done, explanation->n_partly);
}

static void
update_reasons (TagaInspector *self, const TagaExplanation *explanation)
{
  g_autofree char *importance = explain_importance (self, explanation);
  g_autofree char *threat = explain_threat (self, explanation);
  g_autofree char *vulnerability = explain_vulnerability (self, explanation);
  GtkWidget *child;
  g_autofree char *conversion = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->reasons))) != NULL)
    gtk_box_remove (self->reasons, child);

  add_reason (self, _ ("Importance"), explanation->importance, importance);
  add_reason (self, _ ("Threat"), explanation->threat, threat);
  add_reason (self, _ ("Vulnerability"), explanation->vulnerability, vulnerability);

  if (explanation->likelihood != TAGA_UNKNOWN)
    conversion = g_strdup_printf (_ ("From the table: threat %d and vulnerability %d"),
                                  explanation->threat, explanation->vulnerability);
  add_reason (self, _ ("Likelihood"), explanation->likelihood,
              conversion == NULL ? _ ("Follows from threat and vulnerability.") : conversion);
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
update_lower (TagaInspector *self, const TagaExplanation *explanation)
{
  gboolean japanese = taga_language_is_japanese ();
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;
  const TagaChoice *band;
  const TagaChoice *medium;

  gtk_widget_set_visible (self->lower_box, explanation->lower_vulnerability != TAGA_UNKNOWN);
  if (explanation->lower_vulnerability == TAGA_UNKNOWN)
    return;

  band = taga_edition_find_choice (get_edition (self), "band",
                                   taga_band_to_key (explanation->lower_band));
  medium = taga_edition_find_choice (get_edition (self), "medium", explanation->medium);
  text = g_strdup_printf (
      /* Translators: number of checks, medium, vulnerability, risk, band */
      ngettext (
          "If the open %u check for %s is done, vulnerability becomes %d and the risk %d (%s).",
          "If the open %u checks for %s are done, vulnerability becomes %d and the risk %d "
          "(%s).",
          explanation->open_items->len),
      explanation->open_items->len, japanese ? medium->label_ja : medium->label_en,
      explanation->lower_vulnerability, explanation->lower_risk,
      japanese ? band->label_ja : band->label_en);
  if (explanation->n_leaving > 0)
    {
      g_autofree char *leaving =
          g_strdup_printf (ngettext ("%u asset leaves the large risks.",
                                     "%u assets leave the large risks.", explanation->n_leaving),
                           explanation->n_leaving);
      /* Translators: two sentences, one after the other */
      g_autofree char *both = g_strdup_printf (_ ("%s %s"), text, leaving);

      gtk_label_set_label (self->lower, both);
    }
  else
    gtk_label_set_label (self->lower, text);

  for (guint i = 0; i < explanation->open_items->len; i++)
    {
      const char *key = g_ptr_array_index (explanation->open_items, i);

      g_string_append_printf (list, "%s%s %s", i == 0 ? "" : "\n", key,
                              get_title (self, "check", key));
    }
  gtk_label_set_label (self->open_list, list->str);
  title = g_strdup_printf (
      ngettext ("The %u open check", "The %u open checks", explanation->open_items->len),
      explanation->open_items->len);
  gtk_expander_set_label (self->open_items, title);
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

static void
update_source (TagaInspector *self)
{
  gboolean japanese = taga_language_is_japanese ();
  static const char *const rules[] = { "importance", "likelihood", "threat", "vulnerability" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      const char *source = taga_edition_get_source (get_edition (self), rules[i], japanese);

      if (source != NULL)
        g_string_append_printf (text, "%s%s", text->len == 0 ? "" : "\n", source);
    }
  gtk_label_set_label (self->source, text->str);
}

static gboolean
update (gpointer user_data)
{
  TagaInspector *self = user_data;
  g_autoptr (TagaExplanation) explanation = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *risk = NULL;

  self->update_id = 0;
  if (self->asset != NULL)
    explanation = taga_explanation_new (self->store, self->asset, NULL);
  gtk_stack_set_visible_child_name (self->stack, explanation == NULL ? "empty" : "asset");
  if (explanation == NULL)
    return G_SOURCE_REMOVE;

  risk = format_level (explanation->risk);
  heading = explanation->risk == TAGA_UNKNOWN ? g_strdup (_ ("Why it is not known"))
                                              : g_strdup_printf (_ ("Why %s?"), risk);
  gtk_label_set_label (self->why_heading, heading);
  update_place (self);
  update_band (self, explanation);
  update_reasons (self, explanation);
  update_lower (self, explanation);
  update_source (self);

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
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, TagaInspector, name);
  gtk_widget_class_bind_template_child (widget_class, TagaInspector, place);
  gtk_widget_class_bind_template_child (widget_class, TagaInspector, risk);
  gtk_widget_class_bind_template_child (widget_class, TagaInspector, band);
  gtk_widget_class_bind_template_child (widget_class, TagaInspector, product);
  gtk_widget_class_bind_template_child (widget_class, TagaInspector, why_heading);
  gtk_widget_class_bind_template_child (widget_class, TagaInspector, reasons);
  gtk_widget_class_bind_template_child (widget_class, TagaInspector, lower_box);
  gtk_widget_class_bind_template_child (widget_class, TagaInspector, lower);
  gtk_widget_class_bind_template_child (widget_class, TagaInspector, open_items);
  gtk_widget_class_bind_template_child (widget_class, TagaInspector, open_list);
  gtk_widget_class_bind_template_child (widget_class, TagaInspector, source);
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
