#include "taga-measure-new.h"

#include <glib/gi18n-lib.h>

#include "taga-action.h"
#include "taga-asset.h"
#include "taga-language.h"
#include "taga-measure-keys.h"
#include "taga-measure.h"

/* Measures that follow from what somebody looks at: from risks, or from the advice what to do
 * first. */

static TagaValue *
create_values (char *name, const char *treatment)
{
  TagaValue *values = taga_values_new (TAGA_MEASURE_N_FIELDS);

  values[TAGA_MEASURE_NAME].text = name;
  values[TAGA_MEASURE_TREATMENT].text = g_strdup (treatment);
  values[TAGA_MEASURE_STATUS].text = g_strdup ("todo");

  return values;
}

/**
 * taga_measure_new_for_assets:
 * @store: a store
 * @ids: (element-type gint64): numbers of assets, at least one
 * @error: return location for an error
 *
 * Adds a measure for the risks of assets, as one step. It has the first asset's treatment, and a
 * name to be typed over.
 *
 * Returns: the measure's number, or 0 with any [error@StoreError] and nothing changed
 */
gint64
taga_measure_new_for_assets (TagaStore *store, GArray *ids, GError **error)
{
  g_autoptr (TagaRecord) first =
      taga_store_get_record (store, TAGA_TYPE_ASSET, g_array_index (ids, gint64, 0), error);
  const char *treatment;
  TagaValue *values;
  gint64 id = 0;

  if (first == NULL)
    return 0;

  treatment = taga_record_get_text (first, TAGA_ASSET_TREATMENT);
  values = create_values (
      ids->len == 1
          ? g_strdup_printf (_ ("Measure for “%s”"), taga_record_get_text (first, TAGA_ASSET_NAME))
          : g_strdup_printf (ngettext ("Measure for %u asset", "Measure for %u assets", ids->len),
                             ids->len),
      treatment == NULL ? "reduce" : treatment);
  values[TAGA_MEASURE_ASSETS].text =
      taga_measure_keys_write_assets ((gint64 *) (gpointer) ids->data, ids->len);
  if (!taga_action_add (store, TAGA_TYPE_MEASURE, values, &id, error))
    id = 0;
  taga_values_free (values, TAGA_MEASURE_N_FIELDS);

  return id;
}

/* What is done says more than where: the first item, and how many there are besides. */
static char *
name_group (TagaEdition *edition, const TagaAdviceGroup *group)
{
  const char *key = g_ptr_array_index (group->checks, 0);
  const TagaItem *item = taga_edition_find_item (edition, "check", key);
  const char *title = key;
  guint n = group->checks->len - 1;

  if (item != NULL)
    title = taga_language_is_japanese () ? item->short_ja : item->short_en;
  if (n == 0)
    return g_strdup (title);

  /* Translators: the title of a check item, and how many more are done with it */
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", n), title, n);
}

/**
 * taga_measure_new_draft:
 * @store: a store
 * @group: check items that are to be done
 *
 * Drafts a measure that gets check items done. Its name says what is done; who does it and by when
 * is still to be said.
 *
 * Returns: (transfer full) (array length=TAGA_MEASURE_N_FIELDS): its values
 */
TagaValue *
taga_measure_new_draft (TagaStore *store, const TagaAdviceGroup *group)
{
  TagaEdition *edition = taga_store_get_edition (store);
  TagaValue *values = create_values (name_group (edition, group), "reduce");
  g_autoptr (GPtrArray) keys = g_ptr_array_copy (group->checks, NULL, NULL);

  g_ptr_array_add (keys, NULL);
  values[TAGA_MEASURE_CHECKS].text =
      taga_measure_keys_write (edition, (const char *const *) (gpointer) keys->pdata);
  if (group->n_unpriced < group->checks->len)
    values[TAGA_MEASURE_BUDGET].number = group->cost;

  return values;
}

/**
 * taga_measure_new_add:
 * @store: a store
 * @drafts: (element-type TagaValue): the values of measures, at least one
 * @error: return location for an error
 *
 * Adds measures, all as one step.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_measure_new_add (TagaStore *store, GPtrArray *drafts, GError **error)
{
  g_autofree char *label =
      g_strdup_printf (ngettext ("Plan %u measure", "Plan %u measures", drafts->len), drafts->len);
  gboolean done = TRUE;

  if (!taga_store_begin (store, label, error))
    return FALSE;

  for (guint i = 0; done && i < drafts->len; i++)
    done = taga_store_insert (store, TAGA_TYPE_MEASURE, g_ptr_array_index (drafts, i), NULL, error);
  if (done)
    return taga_store_commit (store, error);

  taga_store_rollback (store);
  return FALSE;
}
