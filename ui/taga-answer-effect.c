#include "taga-answer-effect.h"

#include <glib/gi18n-lib.h>

#include "taga-answer-states.h"
#include "taga-answer-words.h"
#include "taga-asset.h"
#include "taga-check.h"
#include "taga-company.h"
#include "taga-history.h"
#include "taga-impact-words.h"
#include "taga-language.h"
#include "taga-link.h"
#include "taga-threat.h"
#include "taga-ui.h"
#include "taga-value-counts.h"

/**
 * TagaAnswerEffect:
 *
 * What depends on an answer. For a check item: which assets it concerns, how many of them would
 * leave the band of large risks if it were done, and which regulations ask for it. For a threat:
 * which assets it concerns, and what each other frequency would change.
 *
 * The register is counted only when it has changed, and a moment after the item was gone to, so
 * that nobody who goes on by keys waits for it.
 */
struct _TagaAnswerEffect
{
  GtkBox parent_instance;

  GType type;
  TagaStore *store;   /* (owned) (nullable) */
  char *item;         /* (owned) (nullable) */
  TagaImpact *impact; /* (owned) (nullable): the register in a few figures */
  GPtrArray *counts;  /* (owned) (nullable) (element-type TagaValueCount): assets by medium */
  guint update_id;

  GtkLabel *effect;
  GtkBox *assets;
  GtkLabel *regulations;
};

G_DEFINE_FINAL_TYPE (TagaAnswerEffect, taga_answer_effect, GTK_TYPE_BOX)

static const char *
pick (const char *ja, const char *en)
{
  return taga_language_is_japanese () ? ja : en;
}

static void
forget (TagaAnswerEffect *self)
{
  g_clear_pointer (&self->impact, taga_impact_free);
  g_clear_pointer (&self->counts, g_ptr_array_unref);
}

/* What an answer changes is told from the figures; what else may change makes them void. */
static void
store_changed_cb (TagaAnswerEffect *self, const TagaChange *changes, guint n)
{
  gboolean is_void = changes == NULL;

  for (guint i = 0; changes != NULL && i < n; i++)
    is_void = is_void || changes[i].type == TAGA_TYPE_ASSET || changes[i].type == TAGA_TYPE_COMPANY;
  if (is_void)
    forget (self);
}

static gboolean
count (TagaAnswerEffect *self, GError **error)
{
  g_autoptr (TagaQuery) query = taga_query_new ();

  if (self->impact == NULL)
    self->impact = taga_impact_new (self->store, error);
  if (self->impact == NULL)
    return FALSE;

  query->scope = TAGA_SCOPE_IN_USE;
  if (self->counts == NULL)
    self->counts = taga_value_counts (self->store, TAGA_TYPE_ASSET, query, TAGA_ASSET_MEDIUM, NULL,
                                      G_MAXINT - 1, error);
  return self->counts != NULL;
}

/* The media whose risks depend on the item. */
static const char *const *
get_media (TagaAnswerEffect *self, const TagaItem *item, const char *const of_threat[2])
{
  return self->type == TAGA_TYPE_THREAT ? of_threat : item->media;
}

/* Links stay the same widgets, so that the focus stays where it is. */
static void
show_assets (TagaAnswerEffect *self, const TagaItem *item)
{
  const char *const of_threat[] = { item->group, NULL };
  const char *const *media = get_media (self, item, of_threat);
  TagaEdition *edition = taga_store_get_edition (self->store);
  GtkWidget *link = gtk_widget_get_first_child (GTK_WIDGET (self->assets));

  for (guint i = 0; media != NULL && media[i] != NULL; i++)
    {
      const TagaChoice *medium = taga_edition_find_choice (edition, "medium", media[i]);
      guint n = taga_value_counts_find (self->counts, media[i]);
      g_autofree char *target = g_strconcat ("medium=", media[i], NULL);
      g_autofree char *text = NULL;

      if (medium == NULL)
        continue;

      /* Translators: how many assets, after the medium on which they are kept */
      text = g_strdup_printf (ngettext ("%s: %u asset", "%s: %u assets", n),
                              pick (medium->label_ja, medium->label_en), n);
      if (link == NULL)
        {
          link = taga_link_new ();
          gtk_box_append (self->assets, link);
        }
      taga_link_set (link, text, "assets", target);
      link = gtk_widget_get_next_sibling (link);
    }

  while (link != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (link);

      gtk_box_remove (self->assets, link);
      link = next;
    }
}

static guint
count_leaving (const TagaImpactResult *result)
{
  guint n = 0;

  for (guint to = 0; to < TAGA_BAND_LARGE; to++)
    n += result->n_moved[TAGA_BAND_LARGE][to];

  return n;
}

static char *
format_effect (TagaAnswerEffect *self, const TagaItem *item, const TagaImpactResult *result)
{
  const TagaChoice *large =
      taga_edition_find_choice (taga_store_get_edition (self->store), "band", "large");
  const char *band = pick (large->label_ja, large->label_en);
  guint n = count_leaving (result);

  if (item->media == NULL || item->media[0] == NULL)
    return g_strdup (_ ("It counts for no medium, so no asset’s risk depends on it."));
  if (n > 0)
    /* Translators: %s is the name of the band of large risks */
    return g_strdup_printf (ngettext ("If it were done, %u asset would leave “%s”.",
                                      "If it were done, %u assets would leave “%s”.", n),
                            n, band);
  if (result->n_assets > 0)
    return g_strdup_printf (
        ngettext ("If it were done, the risk of %u asset would fall, but none would leave “%s”.",
                  "If it were done, the risk of %u assets would fall, but none would leave “%s”.",
                  result->n_assets),
        result->n_assets, band);

  return g_strdup (_ ("Done alone, it changes no risk: a medium’s vulnerability falls only when "
                      "enough of its check items are done."));
}

static char *
foresee_check (TagaAnswerEffect *self, const TagaItem *item, int answer)
{
  g_autoptr (GError) error = NULL;
  TagaImpactResult result;

  if (answer == TAGA_ANSWER_DONE)
    return g_strdup (_ ("It is done."));
  if (answer == TAGA_ANSWER_NOT_APPLICABLE)
    return g_strdup (_ ("It does not apply, so it counts for nothing."));
  if (!taga_impact_foresee (self->impact, TAGA_TYPE_CHECK, item->key, TAGA_ANSWER_DONE, &result,
                            &error))
    return g_strdup (error->message);

  return format_effect (self, item, &result);
}

/* What each other frequency would change, a line for each. */
static char *
foresee_threat (TagaAnswerEffect *self, const TagaItem *item, int answer)
{
  TagaEdition *edition = taga_store_get_edition (self->store);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n;
  const TagaChoice *choices = taga_edition_get_choices (edition, "frequency", &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = taga_answer_words_format (&choices[i]);
      g_autofree char *moves = NULL;
      g_autofree char *line = NULL;
      g_autoptr (GError) error = NULL;
      TagaImpactResult result;

      if (choices[i].number == answer)
        continue;
      if (!taga_impact_foresee (self->impact, TAGA_TYPE_THREAT, item->key, choices[i].number,
                                &result, &error))
        return g_strdup (error->message);

      moves = taga_impact_words_format (edition, &result);
      /* Translators: a frequency, and what it would change */
      line = g_strdup_printf (_ ("If it were “%s”: %s"), label, moves);
      g_string_append_printf (text, "%s%s", text->len == 0 ? "" : "\n", line);
    }

  return g_strdup (text->str);
}

static void
show_effect (TagaAnswerEffect *self, const TagaItem *item)
{
  g_autoptr (GHashTable) states = taga_answer_states_load (self->store, self->type, 0, NULL);
  int answer = taga_answer_states_get (states, item->key).number;
  g_autofree char *text = self->type == TAGA_TYPE_THREAT ? foresee_threat (self, item, answer)
                                                         : foresee_check (self, item, answer);

  gtk_label_set_label (self->effect, text);
}

static void
show_regulations (TagaAnswerEffect *self, const TagaItem *item)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n;
  const TagaItem *regulations =
      taga_edition_get_items (taga_store_get_edition (self->store), "regulation", &n);
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    if (g_strv_contains (regulations[i].checks, item->key))
      g_string_append_printf (names, "%s%s", names->len == 0 ? "" : _ (", "),
                              pick (regulations[i].title_ja, regulations[i].title_en));

  /* Translators: %s are the names of regulations */
  text = g_strdup_printf (_ ("Regulation: %s"), names->str);
  gtk_label_set_label (self->regulations, text);
  gtk_widget_set_visible (GTK_WIDGET (self->regulations), names->len > 0);
}

static gboolean
update_cb (gpointer user_data)
{
  TagaAnswerEffect *self = user_data;
  g_autoptr (GError) error = NULL;
  const TagaItem *item =
      taga_edition_find_item (taga_store_get_edition (self->store),
                              self->type == TAGA_TYPE_THREAT ? "threat" : "check", self->item);

  self->update_id = 0;
  if (item == NULL)
    return G_SOURCE_REMOVE;

  if (!count (self, &error))
    {
      gtk_label_set_label (self->effect, error->message);
      return G_SOURCE_REMOVE;
    }

  show_effect (self, item);
  show_assets (self, item);
  show_regulations (self, item);
  return G_SOURCE_REMOVE;
}

static void
taga_answer_effect_dispose (GObject *object)
{
  TagaAnswerEffect *self = TAGA_ANSWER_EFFECT (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  forget (self);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->item, g_free);

  G_OBJECT_CLASS (taga_answer_effect_parent_class)->dispose (object);
}

static void
taga_answer_effect_class_init (TagaAnswerEffectClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = taga_answer_effect_dispose;
}

static void
taga_answer_effect_init (TagaAnswerEffect *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  self->effect = GTK_LABEL (taga_ui_create_label (""));
  self->assets = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->regulations = GTK_LABEL (taga_ui_create_label (""));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->effect));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->assets));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->regulations));
}

/**
 * taga_answer_effect_new:
 * @type: `TAGA_TYPE_THREAT` or `TAGA_TYPE_CHECK`
 *
 * Makes a part that shows nothing yet.
 *
 * Returns: (transfer floating): the part
 */
GtkWidget *
taga_answer_effect_new (GType type)
{
  TagaAnswerEffect *self = g_object_new (TAGA_TYPE_ANSWER_EFFECT, NULL);

  g_return_val_if_fail (type == TAGA_TYPE_THREAT || type == TAGA_TYPE_CHECK, GTK_WIDGET (self));

  self->type = type;
  return GTK_WIDGET (self);
}

static void
follow_store (TagaAnswerEffect *self, TagaStore *store)
{
  if (self->store == store)
    return;

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  forget (self);
  g_set_object (&self->store, store);
  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

/**
 * taga_answer_effect_show:
 * @self: a part
 * @store: (nullable): the company file
 * @item: (nullable): a threat or check item
 *
 * Sets which item it is about; what depends on the item shows a moment later.
 */
void
taga_answer_effect_show (TagaAnswerEffect *self, TagaStore *store, const TagaItem *item)
{
  g_return_if_fail (TAGA_IS_ANSWER_EFFECT (self));

  follow_store (self, store);
  g_clear_handle_id (&self->update_id, g_source_remove);
  g_free (self->item);
  self->item = item == NULL ? NULL : g_strdup (item->key);
  if (store != NULL && item != NULL)
    self->update_id = g_timeout_add (60, update_cb, self);
}
