#include "taga-asset-changes.h"

#include <glib/gi18n-lib.h>

#include "taga-language.h"

/**
 * TagaAssetChanges:
 *
 * The assets that two rounds have in different bands, or that only one of them has, as a list. Its
 * items are made when they come into view, so that a register of any size is shown at once.
 */
struct _TagaAssetChanges
{
  GObject parent_instance;

  TagaRoundComparison *comparison; /* (owned) */
  GArray *places;                  /* (owned) (element-type guint): among the comparison's assets */
};

/**
 * TagaAssetChangeItem:
 *
 * One of these assets.
 */
struct _TagaAssetChangeItem
{
  GObject parent_instance;

  TagaAssetChanges *list; /* (owned) */
  const TagaAssetChange *change;
};

static void taga_asset_changes_init_list (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TagaAssetChanges,
                               taga_asset_changes,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      taga_asset_changes_init_list))
G_DEFINE_FINAL_TYPE (TagaAssetChangeItem, taga_asset_change_item, G_TYPE_OBJECT)

static void
taga_asset_changes_finalize (GObject *object)
{
  TagaAssetChanges *self = TAGA_ASSET_CHANGES (object);

  g_clear_pointer (&self->comparison, taga_round_comparison_free);
  g_clear_pointer (&self->places, g_array_unref);

  G_OBJECT_CLASS (taga_asset_changes_parent_class)->finalize (object);
}

static void
taga_asset_changes_class_init (TagaAssetChangesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_asset_changes_finalize;
}

static void
taga_asset_changes_init (TagaAssetChanges *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
}

static GType
get_item_type (GListModel *model)
{
  return TAGA_TYPE_ASSET_CHANGE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return TAGA_ASSET_CHANGES (model)->places->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  TagaAssetChanges *self = TAGA_ASSET_CHANGES (model);
  TagaAssetChangeItem *item;

  if (position >= self->places->len)
    return NULL;

  item = g_object_new (TAGA_TYPE_ASSET_CHANGE_ITEM, NULL);
  item->list = g_object_ref (self);
  item->change = &g_array_index (self->comparison->assets, TagaAssetChange,
                                 g_array_index (self->places, guint, position));

  return item;
}

static void
taga_asset_changes_init_list (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
taga_asset_change_item_dispose (GObject *object)
{
  g_clear_object (&TAGA_ASSET_CHANGE_ITEM (object)->list);

  G_OBJECT_CLASS (taga_asset_change_item_parent_class)->dispose (object);
}

static void
taga_asset_change_item_class_init (TagaAssetChangeItemClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = taga_asset_change_item_dispose;
}

static void
taga_asset_change_item_init (TagaAssetChangeItem *self)
{
}

/**
 * taga_asset_changes_new:
 * @comparison: (transfer full): two rounds
 *
 * Makes the list of the assets whose band is not the same in both.
 *
 * Returns: (transfer full): the list
 */
TagaAssetChanges *
taga_asset_changes_new (TagaRoundComparison *comparison)
{
  TagaAssetChanges *self = g_object_new (TAGA_TYPE_ASSET_CHANGES, NULL);

  self->comparison = comparison;
  for (guint i = 0; i < comparison->assets->len; i++)
    {
      const TagaAssetChange *change = &g_array_index (comparison->assets, TagaAssetChange, i);

      if (!change->is_before || !change->is_after || change->band_before != change->band_after)
        g_array_append_val (self->places, i);
    }

  return self;
}

/**
 * taga_asset_changes_get_comparison:
 * @self: a list
 *
 * Gets what the list is part of.
 *
 * Returns: (transfer none): the comparison
 */
const TagaRoundComparison *
taga_asset_changes_get_comparison (TagaAssetChanges *self)
{
  g_return_val_if_fail (TAGA_IS_ASSET_CHANGES (self), NULL);

  return self->comparison;
}

/**
 * taga_asset_change_item_get_asset:
 * @self: an asset of the list
 *
 * Gets the number of the asset.
 *
 * Returns: the number
 */
gint64
taga_asset_change_item_get_asset (TagaAssetChangeItem *self)
{
  return self->change->asset;
}

/**
 * taga_asset_change_item_get_name:
 * @self: an asset of the list
 *
 * Gets what the asset is called.
 *
 * Returns: (transfer none): the name; empty if it has none
 */
const char *
taga_asset_change_item_get_name (TagaAssetChangeItem *self)
{
  return self->change->name == NULL ? "" : self->change->name;
}

static char *
format_side (TagaEdition *edition, gboolean is_there, int risk, const char *absent)
{
  const TagaChoice *unknown = taga_edition_find_choice (edition, "band", "unknown");
  gboolean japanese = taga_language_is_japanese ();

  if (!is_there)
    return g_strdup (absent);
  if (risk == TAGA_UNKNOWN && unknown != NULL)
    return g_strdup (japanese ? unknown->label_ja : unknown->label_en);

  return taga_edition_format_risk (edition, risk, japanese);
}

/**
 * taga_asset_change_item_format:
 * @self: an asset of the list
 *
 * Writes from which band to which the asset went.
 *
 * Returns: (transfer full): the words
 */
char *
taga_asset_change_item_format (TagaAssetChangeItem *self)
{
  TagaEdition *edition = self->list->comparison->edition;
  g_autofree char *before = format_side (edition, self->change->is_before,
                                         self->change->risk_before, _ ("not there yet"));
  g_autofree char *after = format_side (edition, self->change->is_after, self->change->risk_after,
                                        _ ("not in use any more"));

  return g_strdup_printf ("%s → %s", before, after);
}
