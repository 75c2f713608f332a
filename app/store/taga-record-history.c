#include "taga-record-history.h"

#include <glib/gi18n-lib.h>

#include "taga-store-private.h"

static void
clear_field (gpointer data)
{
  TagaFieldChange *change = data;

  taga_value_clear (&change->from);
  taga_value_clear (&change->to);
}

static void
free_change (gpointer data)
{
  TagaRecordChange *change = data;

  g_free (change->time);
  g_free (change->person);
  g_free (change->label);
  g_array_unref (change->fields);
  g_free (change);
}

/**
 * taga_record_history_free:
 * @self: (transfer full): a record's history
 *
 * Frees a record's history.
 */
void
taga_record_history_free (TagaRecordHistory *self)
{
  g_ptr_array_unref (self->changes);
  g_free (self);
}

/* The fields that a change of an existing record is about. */
static void
read_fields (TagaRecordChange *change, const TagaChangesetRow *row, const int *fields)
{
  guint n = taga_record_class_peek (row->change.type)->n_fields;
  TagaValue *before = taga_values_new (n);
  TagaValue *after = taga_values_new (n);
  g_autofree gboolean *is_given = g_new0 (gboolean, n);

  taga_changeset_row_take_values (row, FALSE, fields, before, NULL);
  taga_changeset_row_take_values (row, TRUE, fields, after, is_given);
  for (guint i = 0; i < n; i++)
    {
      TagaFieldChange field = { i, TAGA_VALUE_INIT, TAGA_VALUE_INIT };

      if (!is_given[i])
        continue;
      taga_value_set (&field.from, &before[i]);
      taga_value_set (&field.to, &after[i]);
      g_array_append_val (change->fields, field);
    }
  taga_values_free (before, n);
  taga_values_free (after, n);
}

typedef struct
{
  TagaRecordHistory *history;
  guint limit;
} Reading;

static gboolean
read_row (const TagaStep *step, const TagaChangesetRow *row, const int *fields, gpointer user_data)
{
  Reading *reading = user_data;
  TagaRecordHistory *self = reading->history;
  TagaRecordChange *change;

  if (row->change.id != self->id)
    return TRUE;

  if (self->changes->len == reading->limit)
    {
      self->has_more = TRUE;
      return FALSE;
    }

  change = g_new0 (TagaRecordChange, 1);
  change->step = step->id;
  change->kind = row->change.kind;
  change->time = g_strdup (step->time);
  change->person = g_strdup (step->person);
  change->label = g_strdup (step->label);
  change->fields = g_array_new (FALSE, FALSE, sizeof (TagaFieldChange));
  g_array_set_clear_func (change->fields, clear_field);
  if (change->kind == TAGA_CHANGE_UPDATED)
    read_fields (change, row, fields);
  g_ptr_array_add (self->changes, change);

  return TRUE;
}

/**
 * taga_history_list_record:
 * @store: a store
 * @type: a record type
 * @id: the record's number
 * @limit: how many changes at most
 * @watch: (nullable): who watches; a long history takes a while
 * @error: return location for an error
 *
 * Lists what happened to a record, the newest first. What was undone is left out. The record need
 * not exist any more.
 *
 * Returns: (transfer full) (nullable): its history, or `NULL` with `G_IO_ERROR_CANCELLED` or any
 *   [error@StoreError]
 */
TagaRecordHistory *
taga_history_list_record (TagaStore *store,
                          GType type,
                          gint64 id,
                          guint limit,
                          const TagaScanWatch *watch,
                          GError **error)
{
  g_autoptr (TagaRecordHistory) self = g_new0 (TagaRecordHistory, 1);
  Reading reading = { self, limit };

  self->type = type;
  self->id = id;
  self->changes = g_ptr_array_new_with_free_func (free_change);
  if (!taga_history_scan (store, type, watch, read_row, &reading, &self->n_damaged, error))
    return NULL;

  return g_steal_pointer (&self);
}

static gboolean
has_field (const TagaRecordChange *change, guint field)
{
  for (guint i = 0; i < change->fields->len; i++)
    if (g_array_index (change->fields, TagaFieldChange, i).field == field)
      return TRUE;

  return FALSE;
}

/**
 * taga_record_history_holds:
 * @self: a record's history
 * @index: one of its changes
 * @record: the record as it is now
 * @later: (out) (nullable) (transfer none): if not, the newest change of a field that is different
 *   now, as far as the history tells
 *
 * Tells whether the record still has the values that a change gave it.
 *
 * Returns: `TRUE` if it has all of them
 */
gboolean
taga_record_history_holds (TagaRecordHistory *self,
                           guint index,
                           TagaRecord *record,
                           const TagaRecordChange **later)
{
  const TagaRecordChange *change;
  gboolean holds = TRUE;

  g_return_val_if_fail (index < self->changes->len, FALSE);

  *later = NULL;
  change = g_ptr_array_index (self->changes, index);
  for (guint i = 0; i < change->fields->len; i++)
    {
      const TagaFieldChange *made = &g_array_index (change->fields, TagaFieldChange, i);

      if (taga_value_equal (taga_record_get_value (record, made->field), &made->to))
        continue;

      holds = FALSE;
      for (guint k = 0; *later == NULL && k < index; k++)
        if (has_field (g_ptr_array_index (self->changes, k), made->field))
          *later = g_ptr_array_index (self->changes, k);
    }

  return holds;
}

static char *
create_label (TagaRecordHistory *self, const TagaRecordChange *change, TagaRecord *record)
{
  TagaRecordClass *klass = taga_record_class_peek (self->type);
  int name = taga_record_class_find_field (klass, "name");
  const char *words = name < 0 ? klass->table : taga_record_get_text (record, (guint) name);
  guint first = g_array_index (change->fields, TagaFieldChange, 0).field;

  if (change->fields->len == 1)
    /* Translators: the name of a record, then the name of a field */
    return g_strdup_printf (_ ("Put back “%s”: %s"), words, _ (klass->fields[first].title));

  return g_strdup_printf (_ ("Put back “%s”"), words);
}

/**
 * taga_record_history_revert:
 * @self: a record's history
 * @index: one of its changes, of a record that was there before and after
 * @store: the store
 * @error: return location for an error
 *
 * Sets the fields that a change was about to what they were before it, as one new step.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_NOT_FOUND` if the record was removed since,
 *   `TAGA_STORE_ERROR_INVALID` if a former value is not allowed any more, or any other
 *   [error@StoreError], and nothing changed
 */
gboolean
taga_record_history_revert (TagaRecordHistory *self, guint index, TagaStore *store, GError **error)
{
  const TagaRecordChange *change;
  g_autoptr (TagaRecord) record = NULL;
  g_autofree guint *fields = NULL;
  g_autofree TagaValue *values = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (index < self->changes->len, FALSE);

  change = g_ptr_array_index (self->changes, index);
  g_return_val_if_fail (change->fields->len > 0, FALSE);

  record = taga_store_get_record (store, self->type, self->id, error);
  if (record == NULL)
    return FALSE;

  fields = g_new (guint, change->fields->len);
  values = g_new (TagaValue, change->fields->len);
  for (guint i = 0; i < change->fields->len; i++)
    {
      const TagaFieldChange *field = &g_array_index (change->fields, TagaFieldChange, i);

      fields[i] = field->field;
      values[i] = field->from; /* borrowed */
    }

  label = create_label (self, change, record);
  if (!taga_store_begin (store, label, error))
    return FALSE;

  if (taga_store_update (store, self->type, self->id, fields, values, change->fields->len, error))
    return taga_store_commit (store, error);

  taga_store_rollback (store);
  return FALSE;
}
