#include "taga-why-view.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-check.h"
#include "taga-criteria.h"
#include "taga-item-links.h"
#include "taga-likelihood-table.h"
#include "taga-question-dialog.h"
#include "taga-threat.h"
#include "taga-why-text.h"

/**
 * TagaWhyView:
 *
 * Why an asset's risk is what it is: each figure with what it follows from, who said so and when,
 * links to the answers, and what would lower it.
 */
struct _TagaWhyView
{
  AdwBin parent_instance;

  TagaStore *store; /* (owned) (nullable) */
  gint64 asset;

  /* Template */
  GtkLabel *heading;
  GtkLabel *importance_title;
  GtkLabel *importance;
  GtkLabel *reasons;
  GtkWidget *ask_button;
  GtkLabel *threat_title;
  TagaItemLinks *threat_link;
  GtkLabel *threat;
  GtkLabel *vulnerability_title;
  GtkLabel *vulnerability;
  GtkLabel *likelihood_title;
  TagaLikelihoodTable *table;
  GtkLabel *likelihood;
  GtkWidget *lower_box;
  GtkLabel *lower;
  GtkExpander *check_expander;
  TagaItemLinks *check_links;
  GtkExpander *threat_expander;
  TagaItemLinks *threat_links;
  GtkLabel *sources;
};

G_DEFINE_FINAL_TYPE (TagaWhyView, taga_why_view, ADW_TYPE_BIN)

static void
ask_cb (TagaWhyView *self)
{
  if (self->store != NULL)
    taga_question_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->store,
                                  self->asset, TAGA_ASSET_IMPORTANCE);
}

static void
criteria_cb (TagaWhyView *self)
{
  if (self->store != NULL)
    taga_criteria_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->store,
                           TAGA_ASSET_IMPORTANCE);
}

static void
taga_why_view_dispose (GObject *object)
{
  TagaWhyView *self = TAGA_WHY_VIEW (object);

  g_clear_object (&self->store);
  adw_bin_set_child (ADW_BIN (self), NULL); /* first, or AdwBin unparents a dead child */
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_WHY_VIEW);

  G_OBJECT_CLASS (taga_why_view_parent_class)->dispose (object);
}

static void
taga_why_view_class_init (TagaWhyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_why_view_dispose;

  g_type_ensure (TAGA_TYPE_ITEM_LINKS);
  g_type_ensure (TAGA_TYPE_LIKELIHOOD_TABLE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-why-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaWhyView, heading);
  gtk_widget_class_bind_template_child (widget_class, TagaWhyView, importance_title);
  gtk_widget_class_bind_template_child (widget_class, TagaWhyView, importance);
  gtk_widget_class_bind_template_child (widget_class, TagaWhyView, reasons);
  gtk_widget_class_bind_template_child (widget_class, TagaWhyView, ask_button);
  gtk_widget_class_bind_template_child (widget_class, TagaWhyView, threat_title);
  gtk_widget_class_bind_template_child (widget_class, TagaWhyView, threat_link);
  gtk_widget_class_bind_template_child (widget_class, TagaWhyView, threat);
  gtk_widget_class_bind_template_child (widget_class, TagaWhyView, vulnerability_title);
  gtk_widget_class_bind_template_child (widget_class, TagaWhyView, vulnerability);
  gtk_widget_class_bind_template_child (widget_class, TagaWhyView, likelihood_title);
  gtk_widget_class_bind_template_child (widget_class, TagaWhyView, table);
  gtk_widget_class_bind_template_child (widget_class, TagaWhyView, likelihood);
  gtk_widget_class_bind_template_child (widget_class, TagaWhyView, lower_box);
  gtk_widget_class_bind_template_child (widget_class, TagaWhyView, lower);
  gtk_widget_class_bind_template_child (widget_class, TagaWhyView, check_expander);
  gtk_widget_class_bind_template_child (widget_class, TagaWhyView, check_links);
  gtk_widget_class_bind_template_child (widget_class, TagaWhyView, threat_expander);
  gtk_widget_class_bind_template_child (widget_class, TagaWhyView, threat_links);
  gtk_widget_class_bind_template_child (widget_class, TagaWhyView, sources);
  gtk_widget_class_bind_template_callback (widget_class, ask_cb);
  gtk_widget_class_bind_template_callback (widget_class, criteria_cb);
}

static void
taga_why_view_init (TagaWhyView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_title (GtkLabel *label, const char *title, int level)
{
  g_autofree char *number =
      level == TAGA_UNKNOWN ? g_strdup (_ ("?")) : g_strdup_printf ("%d", level);
  g_autofree char *text = g_strdup_printf ("%s %s", title, number);

  gtk_label_set_label (label, text);
}

static void
take_label (GtkLabel *label, char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
  g_free (text);
}

static void
update_titles (TagaWhyView *self, const TagaExplanation *why)
{
  g_autofree char *risk = g_strdup_printf ("%d", why->risk);
  g_autofree char *heading = why->risk == TAGA_UNKNOWN ? g_strdup (_ ("Why it is not known"))
                                                       : g_strdup_printf (_ ("Why %s?"), risk);

  gtk_label_set_label (self->heading, heading);
  set_title (self->importance_title, _ ("Importance"), why->importance);
  set_title (self->threat_title, _ ("Threat"), why->threat);
  set_title (self->vulnerability_title, _ ("Vulnerability"), why->vulnerability);
  set_title (self->likelihood_title, _ ("Likelihood"), why->likelihood);
}

/* The threat that decides stands above; all of them and all checks are folded in. */
static void
update_links (TagaWhyView *self, const TagaExplanation *why)
{
  gboolean decides = why->threat_item != NULL && !why->threat_overridden;
  g_autofree char *checks = g_strdup_printf (
      ngettext ("The %u check of this medium", "The %u checks of this medium", why->checks->len),
      why->checks->len);
  g_autofree char *threats = g_strdup_printf (
      ngettext ("The %u threat to this medium", "The %u threats to this medium", why->threats->len),
      why->threats->len);

  taga_item_links_update (self->threat_link, self->store, TAGA_TYPE_THREAT, why->threats,
                          decides ? 1 : 0);
  taga_item_links_update (self->check_links, self->store, TAGA_TYPE_CHECK, why->checks,
                          why->checks->len);
  taga_item_links_update (self->threat_links, self->store, TAGA_TYPE_THREAT, why->threats,
                          why->threats->len);
  gtk_expander_set_label (self->check_expander, checks);
  gtk_expander_set_label (self->threat_expander, threats);
  gtk_widget_set_visible (GTK_WIDGET (self->threat_link), decides);
  gtk_widget_set_visible (GTK_WIDGET (self->check_expander), why->checks->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->threat_expander), why->threats->len > 0);
}

/**
 * taga_why_view_update:
 * @self: a view
 * @store: the company file
 * @asset: one of its assets
 * @why: its explanation
 *
 * Shows why an asset's risk is what it is. What has the focus keeps it.
 */
void
taga_why_view_update (TagaWhyView *self,
                      TagaStore *store,
                      TagaRecord *asset,
                      const TagaExplanation *why)
{
  TagaEdition *edition = taga_store_get_edition (store);
  g_autofree char *lower = taga_why_format_lower (edition, why);

  g_return_if_fail (TAGA_IS_WHY_VIEW (self));

  g_set_object (&self->store, store);
  self->asset = taga_record_get_id (asset);
  update_titles (self, why);
  take_label (self->importance, taga_why_format_importance (edition, asset, why));
  take_label (self->reasons, taga_why_format_reasons (edition, asset));
  take_label (self->threat, taga_why_format_threat (edition, asset, why));
  take_label (self->vulnerability, taga_why_format_vulnerability (edition, asset, why));
  take_label (self->likelihood, taga_why_format_likelihood (edition, why));
  take_label (self->sources, taga_why_format_sources (edition));
  taga_likelihood_table_update (self->table, taga_edition_get_scale (edition), why->threat,
                                why->vulnerability);
  gtk_label_set_label (self->lower, lower);
  gtk_widget_set_visible (self->lower_box, *lower != '\0');
  gtk_widget_set_sensitive (self->ask_button, !taga_store_is_read_only (store));
  update_links (self, why);
}
