#include "taga-action.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-date.h"
#include "taga-decision-action.h"
#include "taga-decision.h"
#include "taga-language.h"
#include "taga-measure-action.h"
#include "taga-measure.h"
#include "taga-profile-action.h"
#include "taga-profile.h"
#include "taga-round-remove.h"
#include "taga-round.h"

/*
 * What people do to single records, each as one step with a label in plain words, so that the
 * window and the command line do, and call, the same thing the same.
 */

/* What a record is called in a label: its name, or what the method calls the item that it answers.
 */
static const char *
get_name (TagaStore *store, TagaRecordClass *klass, const TagaValue *values)
{
  int name = taga_record_class_find_field (klass, "name");
  int item = taga_record_class_find_field (klass, "item");
  const TagaItem *known = NULL;

  if (name >= 0 && values[name].text != NULL)
    return values[name].text;

  if (item >= 0 && values[item].text != NULL)
    known =
        taga_edition_find_item (taga_store_get_edition (store), klass->table, values[item].text);
  if (known == NULL)
    return klass->table;

  return taga_language_is_japanese () ? known->short_ja : known->short_en;
}

static char *
dup_name (TagaStore *store, GType type, gint64 id, GError **error)
{
  g_autoptr (TagaRecord) record = taga_store_get_record (store, type, id, error);

  if (record == NULL)
    return NULL;

  return g_strdup (
      get_name (store, taga_record_class_peek (type), taga_record_get_value (record, 0)));
}

/* Ends the step that was begun: on disk, or gone. */
static gboolean
end_step (TagaStore *store, gboolean done, GError **error)
{
  if (done)
    return taga_store_commit (store, error);

  taga_store_rollback (store);
  return FALSE;
}

/**
 * taga_action_add:
 * @store: a store
 * @type: a record type
 * @values: (array): a value for each field of the type
 * @id: (out) (optional): the new record's number
 * @error: return location for an error
 *
 * Adds a record, as one step.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_action_add (TagaStore *store, GType type, const TagaValue *values, gint64 *id, GError **error)
{
  TagaRecordClass *klass = taga_record_class_peek (type);
  g_autofree char *label = g_strdup_printf (_ ("Add “%s”"), get_name (store, klass, values));

  return taga_store_begin (store, label, error)
         && end_step (store, taga_store_insert (store, type, values, id, error), error);
}

/**
 * taga_action_set:
 * @store: a store
 * @type: a record type
 * @id: the record's number
 * @fields: (array length=n_fields): which fields
 * @values: (array length=n_fields): what they shall be
 * @n_fields: how many
 * @error: return location for an error
 *
 * Changes fields of a record, as one step. A measure that is started or finished by that gets its
 * day, see [func@measure_action_update], and so does a decision, see [func@decision_action_update].
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_action_set (TagaStore *store,
                 GType type,
                 gint64 id,
                 const guint *fields,
                 const TagaValue *values,
                 guint n_fields,
                 GError **error)
{
  TagaRecordClass *klass = taga_record_class_peek (type);
  g_autofree char *name = dup_name (store, type, id, error);
  g_autofree char *label = NULL;

  if (name == NULL)
    return FALSE;

  if (n_fields == 1)
    /* Translators: the name of a record, then the name of a field */
    label = g_strdup_printf (_ ("Change “%s”: %s"), name, _ (klass->fields[fields[0]].title));
  else
    label = g_strdup_printf (_ ("Change “%s”"), name);

  if (!taga_store_begin (store, label, error))
    return FALSE;

  if (type == TAGA_TYPE_MEASURE)
    return end_step (store, taga_measure_action_update (store, id, fields, values, n_fields, error),
                     error);
  if (type == TAGA_TYPE_DECISION)
    return end_step (
        store, taga_decision_action_update (store, id, fields, values, n_fields, error), error);

  return end_step (store, taga_store_update (store, type, id, fields, values, n_fields, error),
                   error);
}

/**
 * taga_action_remove:
 * @store: a store
 * @type: a record type
 * @id: the record's number
 * @error: return location for an error
 *
 * Removes a record, as one step.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_action_remove (TagaStore *store, GType type, gint64 id, GError **error)
{
  g_autofree char *name = dup_name (store, type, id, error);
  g_autofree char *label = NULL;

  if (name == NULL)
    return FALSE;

  /* A round goes with its answers. */
  if (type == TAGA_TYPE_ROUND)
    return taga_round_remove (store, id, error);
  /* A case profile goes with its parts. */
  if (type == TAGA_TYPE_PROFILE)
    return taga_profile_action_remove (store, id, error);

  label = g_strdup_printf (_ ("Remove “%s”"), name);

  return taga_store_begin (store, label, error)
         && end_step (store, taga_store_remove (store, type, id, error), error);
}

static char *
create_retire_label (TagaStore *store, gint64 id, guint n_ids, gboolean retire, GError **error)
{
  g_autofree char *name = dup_name (store, TAGA_TYPE_ASSET, id, error);

  if (name == NULL)
    return NULL;

  if (n_ids == 1)
    return g_strdup_printf (retire ? _ ("Retire “%s”") : _ ("Restore “%s”"), name);

  return g_strdup_printf (retire ? ngettext ("Retire %u asset", "Retire %u assets", n_ids)
                                 : ngettext ("Restore %u asset", "Restore %u assets", n_ids),
                          n_ids);
}

/**
 * taga_action_retire:
 * @store: a store
 * @ids: (array length=n_ids): numbers of assets
 * @n_ids: how many, at least one
 * @retire: `TRUE` to retire them as of today, `FALSE` to bring them back into use
 * @error: return location for an error
 *
 * Retires assets or restores them, as one step.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_action_retire (TagaStore *store,
                    const gint64 *ids,
                    guint n_ids,
                    gboolean retire,
                    GError **error)
{
  const guint field = TAGA_ASSET_RETIRED_ON;
  g_autofree char *today = taga_date_today ();
  const TagaValue value = { retire ? today : NULL, TAGA_UNKNOWN };
  g_autofree char *label = create_retire_label (store, ids[0], n_ids, retire, error);
  gboolean done = TRUE;

  if (label == NULL || !taga_store_begin (store, label, error))
    return FALSE;

  for (guint i = 0; done && i < n_ids; i++)
    done = taga_store_update (store, TAGA_TYPE_ASSET, ids[i], &field, &value, 1, error);

  return end_step (store, done, error);
}
