#include "taga-decision-action.h"
#include "taga-decision.h"
#include "taga-edits.h"
#include "taga-measure-action.h"
#include "taga-measure.h"
#include "taga-store-private.h"
#include "taga-validate.h"

/* What edits would come to, and doing them. */

/* How often a long step tells how far it is. */
#define REPORT_EVERY 256

static void
count_band (TagaRecordClass *klass, const TagaValue *values, TagaStore *store, guint *counts)
{
  int risk = taga_record_class_find_field (klass, "risk");

  if (risk >= 0)
    counts[taga_risk_band (taga_edition_get_scale (store->edition), (int) values[risk].number)]++;
}

/* Puts the new values over the old ones. */
static guint
overlay (TagaEdits *self, guint i, TagaValue *values)
{
  guint n_other = 0;

  for (guint j = 0; j < taga_edits_get_n_cells (self, i); j++)
    {
      guint field;
      const TagaValue *value = taga_edits_get_cell (self, i, j, &field);

      if (taga_value_equal (&values[field], value))
        continue;
      taga_value_set (&values[field], value);
      n_other++;
    }

  return n_other;
}

static void
note_touched (TagaEditsOutcome *outcome, guint i)
{
  if (outcome->touched != NULL)
    g_array_append_val (outcome->touched, i);
}

static gboolean
examine_one (TagaEdits *self,
             TagaStore *store,
             guint i,
             TagaValue *values,
             TagaEditsOutcome *outcome,
             GError **error)
{
  TagaRecordClass *klass = taga_record_class_peek (taga_edits_get_record_type (self));
  TagaEditKind kind = taga_edits_get_kind (self, i);
  guint n_other;

  if (kind == TAGA_EDIT_REMOVE)
    {
      count_band (klass, values, store, outcome->before);
      outcome->n_removed++;
      note_touched (outcome, i);
      return TRUE;
    }

  if (kind == TAGA_EDIT_CHANGE)
    count_band (klass, values, store, outcome->before);
  n_other = overlay (self, i, values);
  if ((n_other > 0 || kind == TAGA_EDIT_ADD)
      && !taga_validate_record (store->edition, klass, values, error))
    return FALSE;

  if (kind == TAGA_EDIT_ADD)
    outcome->n_new++;
  else if (n_other > 0)
    {
      outcome->n_changed++;
      outcome->n_cells += n_other;
    }
  if (kind == TAGA_EDIT_ADD || n_other > 0)
    note_touched (outcome, i);
  if (klass->derive != NULL)
    klass->derive (values, &store->assessment);
  count_band (klass, values, store, outcome->after);

  return TRUE;
}

/* What a record is now; a new one is empty. */
static TagaValue *
load_values (TagaEdits *self, TagaStore *store, guint i, GError **error)
{
  TagaRecordClass *klass = taga_record_class_peek (taga_edits_get_record_type (self));
  gint64 id = taga_edits_get_id (self, i);
  g_autoptr (TagaRecord) record = NULL;
  TagaValue *values;

  if (id != 0)
    {
      record = taga_store_get_record (store, taga_edits_get_record_type (self), id, error);
      if (record == NULL)
        return NULL;
    }

  values = taga_values_new (klass->n_fields);
  for (guint field = 0; record != NULL && field < klass->n_fields; field++)
    taga_value_set (&values[field], taga_record_get_value (record, field));

  return values;
}

/**
 * taga_edits_examine:
 * @self: edits
 * @store: the company file
 * @first: the first record to look at
 * @n: how many to look at; those past the last are none
 * @outcome: (inout): what the records would come to is added to it
 * @failed: (out) (optional): which record could not be taken, if one could not
 * @error: return location for an error
 *
 * Sees that records may be edited so and counts what would come of it. A long one can be looked at
 * in portions.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_INVALID`, `TAGA_STORE_ERROR_NOT_FOUND` or any
 *   other [error@StoreError]
 */
gboolean
taga_edits_examine (TagaEdits *self,
                    TagaStore *store,
                    guint first,
                    guint n,
                    TagaEditsOutcome *outcome,
                    guint *failed,
                    GError **error)
{
  guint end = MIN ((guint64) first + n, taga_edits_get_n_records (self));
  guint n_fields = taga_record_class_peek (taga_edits_get_record_type (self))->n_fields;

  for (guint i = first; i < end; i++)
    {
      TagaValue *values = load_values (self, store, i, error);
      gboolean valid = values != NULL && examine_one (self, store, i, values, outcome, error);

      if (values != NULL)
        taga_values_free (values, n_fields);
      if (!valid)
        {
          if (failed != NULL)
            *failed = i;
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
insert_one (TagaEdits *self, TagaStore *store, guint i, GArray *new_ids, GError **error)
{
  guint n_fields = taga_record_class_peek (taga_edits_get_record_type (self))->n_fields;
  TagaValue *values = taga_values_new (n_fields);
  gboolean done;
  gint64 id;

  overlay (self, i, values);
  if (taga_edits_get_record_type (self) == TAGA_TYPE_MEASURE)
    taga_measure_action_date (values);
  if (taga_edits_get_record_type (self) == TAGA_TYPE_DECISION)
    taga_decision_action_complete (store, values);
  done = taga_store_insert (store, taga_edits_get_record_type (self), values, &id, error);
  taga_values_free (values, n_fields);
  if (done && new_ids != NULL)
    g_array_append_val (new_ids, id);

  return done;
}

static gboolean
update_one (TagaEdits *self, TagaStore *store, guint i, GError **error)
{
  guint n = taga_edits_get_n_cells (self, i);
  g_autofree guint *fields = g_new (guint, n);
  g_autofree TagaValue *values = g_new (TagaValue, n);

  if (n == 0)
    return TRUE;

  for (guint j = 0; j < n; j++)
    values[j] = *taga_edits_get_cell (self, i, j, &fields[j]);

  if (taga_edits_get_record_type (self) == TAGA_TYPE_MEASURE)
    return taga_measure_action_update (store, taga_edits_get_id (self, i), fields, values, n,
                                       error);
  if (taga_edits_get_record_type (self) == TAGA_TYPE_DECISION)
    return taga_decision_action_update (store, taga_edits_get_id (self, i), fields, values, n,
                                        error);

  return taga_store_update (store, taga_edits_get_record_type (self), taga_edits_get_id (self, i),
                            fields, values, n, error);
}

static gboolean
apply_one (TagaEdits *self, TagaStore *store, guint i, GArray *new_ids, GError **error)
{
  switch (taga_edits_get_kind (self, i))
    {
    case TAGA_EDIT_ADD:
      return insert_one (self, store, i, new_ids, error);
    case TAGA_EDIT_REMOVE:
      return taga_store_remove (store, taga_edits_get_record_type (self),
                                taga_edits_get_id (self, i), error);
    case TAGA_EDIT_CHANGE:
    default:
      return update_one (self, store, i, error);
    }
}

/**
 * taga_edits_apply:
 * @self: edits
 * @store: the company file
 * @label: what the step is called
 * @new_ids: (nullable) (element-type gint64): takes the numbers of the records that were added
 * @report: (nullable): hears how much is done, from 0 to 1
 * @data: data for @report
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Does what the edits say, as one step.
 *
 * Returns: `TRUE` when it is on disk, or `FALSE` with `G_IO_ERROR_CANCELLED` or any
 *   [error@StoreError] and nothing changed
 */
gboolean
taga_edits_apply (TagaEdits *self,
                  TagaStore *store,
                  const char *label,
                  GArray *new_ids,
                  void (*report) (double fraction, gpointer data),
                  gpointer data,
                  GCancellable *cancellable,
                  GError **error)
{
  if (!taga_store_begin (store, label, error))
    return FALSE;

  for (guint i = 0; i < taga_edits_get_n_records (self); i++)
    {
      if (report != NULL && i % REPORT_EVERY == 0)
        report ((double) i / taga_edits_get_n_records (self), data);

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !apply_one (self, store, i, new_ids, error))
        {
          taga_store_rollback (store);
          if (new_ids != NULL)
            g_array_set_size (new_ids, 0);
          return FALSE;
        }
    }

  return taga_store_commit (store, error);
}
