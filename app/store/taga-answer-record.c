#include "taga-answer-record.h"

#include <glib/gi18n-lib.h>

#include "taga-answer-kind.h"
#include "taga-cursor.h"
#include "taga-date.h"
#include "taga-language.h"
#include "taga-round.h"

struct _TagaAnswerRecord
{
  TagaStore *store; /* (owned) */
  TagaAnswerKind kind;
  TagaRecordClass *klass;
  const TagaItem *item;
  gint64 sheet;         /* 0 for none */
  gint64 id;            /* 0 if the round has none for the item yet */
  TagaValue *values;    /* (owned) */
  const char *obstacle; /* (nullable): why it cannot be changed */
};

static void
filter_reference (TagaQuery *query, guint field, gint64 id)
{
  TagaFilter *filter = taga_filter_new (field);

  filter->from = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  filter->to = g_strdup (filter->from);
  taga_query_set_filter (query, filter);
}

static TagaQuery *
create_query (TagaAnswerRecord *self)
{
  TagaQuery *query = taga_query_new ();
  TagaFilter *key = taga_filter_new (self->kind.item);
  const char *const keys[] = { self->item->key, NULL };

  filter_reference (query, self->kind.round, taga_store_get_round (self->store));
  if (self->kind.sheet >= 0)
    filter_reference (query, (guint) self->kind.sheet, self->sheet);
  key->keys = g_strdupv ((char **) keys);
  taga_query_set_filter (query, key);

  return query;
}

/* An answer that was not given yet has the values of a new record. */
static gboolean
load_record (TagaAnswerRecord *self, GError **error)
{
  g_autoptr (TagaQuery) query = create_query (self);
  g_autoptr (TagaCursor) cursor = taga_cursor_new (self->store, self->kind.type, query, error);
  const TagaValue *values;
  gboolean has_row;

  if (cursor == NULL || !taga_cursor_next (cursor, &self->id, &values, &has_row, error))
    return FALSE;

  self->values = taga_values_new (self->klass->n_fields);
  if (has_row)
    {
      for (guint i = 0; i < self->klass->n_fields; i++)
        taga_value_set (&self->values[i], &values[i]);
      return TRUE;
    }

  self->id = 0;
  self->values[self->kind.round].number = taga_store_get_round (self->store);
  if (self->kind.sheet >= 0)
    self->values[self->kind.sheet].number = self->sheet;
  self->values[self->kind.item].text = g_strdup (self->item->key);
  self->values[self->kind.to_confirm].number = 0;
  return TRUE;
}

/**
 * taga_answer_record_find_obstacle:
 * @store: a store
 *
 * Tells why the answers of the round in use cannot be changed.
 *
 * Returns: (transfer none) (nullable): a sentence, or `NULL` if they can
 */
const char *
taga_answer_record_find_obstacle (TagaStore *store)
{
  g_autoptr (TagaRecord) round =
      taga_store_get_record (store, TAGA_TYPE_ROUND, taga_store_get_round (store), NULL);

  if (taga_store_is_read_only (store))
    return _ ("This file may only be read.");
  if (round == NULL)
    return _ ("There is no round of assessment yet, so nothing can be answered.");
  if (taga_record_get_text (round, TAGA_ROUND_SEALED_ON) != NULL)
    return _ ("This round is sealed, so its answers stay as they are.");
  if (taga_store_looks_back (store))
    return _ ("This is an earlier round, which can be read here. Go back to the round in use to "
              "answer.");

  return NULL;
}

/**
 * taga_answer_record_load:
 * @store: a store
 * @type: the record type of the answers, see [func@AnswerKind.get], without sheets
 * @item: key of an item
 * @error: return location for an error
 *
 * Reads what the round in use says of an item.
 *
 * Returns: (transfer full) (nullable): the answer, or `NULL` with `TAGA_STORE_ERROR_NOT_FOUND` if
 *   the method edition has no such item, or any other [error@StoreError]
 */
TagaAnswerRecord *
taga_answer_record_load (TagaStore *store, GType type, const char *item, GError **error)
{
  return taga_answer_record_load_in_sheet (store, type, 0, item, error);
}

/**
 * taga_answer_record_load_in_sheet:
 * @store: a store
 * @type: the record type of the answers, see [func@AnswerKind.get]
 * @sheet: id of a sheet of the round in use, for the questions of the self-check; 0 elsewhere
 * @item: key of an item
 * @error: return location for an error
 *
 * Reads what the round in use says of an item on one of its sheets.
 *
 * Returns: (transfer full) (nullable): the answer, or `NULL` with `TAGA_STORE_ERROR_NOT_FOUND` if
 *   the method edition has no such item, or any other [error@StoreError]
 */
TagaAnswerRecord *
taga_answer_record_load_in_sheet (TagaStore *store,
                                  GType type,
                                  gint64 sheet,
                                  const char *item,
                                  GError **error)
{
  g_autoptr (TagaAnswerRecord) self = g_new0 (TagaAnswerRecord, 1);

  self->store = g_object_ref (store);
  self->sheet = sheet;
  self->klass = taga_record_class_peek (type);
  if (!taga_answer_kind_get (type, &self->kind))
    g_return_val_if_reached (NULL);

  self->item = taga_edition_find_item (taga_store_get_edition (store), self->kind.list, item);
  if (self->item == NULL)
    {
      g_set_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND,
                   _ ("The guideline edition in use has no item “%s”."), item);
      return NULL;
    }

  self->obstacle = taga_answer_record_find_obstacle (store);
  return load_record (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * taga_answer_record_free:
 * @self: (transfer full): an answer
 *
 * Frees an answer.
 */
void
taga_answer_record_free (TagaAnswerRecord *self)
{
  if (self->values != NULL)
    taga_values_free (self->values, self->klass->n_fields);
  g_object_unref (self->store);
  g_free (self);
}

/**
 * taga_answer_record_get_item:
 * @self: an answer
 *
 * Gets what was asked.
 *
 * Returns: (transfer none): the item of the method edition
 */
const TagaItem *
taga_answer_record_get_item (TagaAnswerRecord *self)
{
  return self->item;
}

/**
 * taga_answer_record_get_number:
 * @self: an answer
 *
 * Gets what was answered.
 *
 * Returns: a frequency, an [enum@Answer] or another number of the kind's domain; `TAGA_UNKNOWN` for
 *   none
 */
gint64
taga_answer_record_get_number (TagaAnswerRecord *self)
{
  return self->values[self->kind.number].number;
}

/**
 * taga_answer_record_get_person:
 * @self: an answer
 *
 * Gets who answered.
 *
 * Returns: (transfer none) (nullable): the name
 */
const char *
taga_answer_record_get_person (TagaAnswerRecord *self)
{
  return self->values[self->kind.person].text;
}

/**
 * taga_answer_record_get_day:
 * @self: an answer
 *
 * Gets when it was answered.
 *
 * Returns: (transfer none) (nullable): the day, ISO 8601
 */
const char *
taga_answer_record_get_day (TagaAnswerRecord *self)
{
  return self->values[self->kind.day].text;
}

/**
 * taga_answer_record_get_note:
 * @self: an answer
 *
 * Gets what was remarked with it.
 *
 * Returns: (transfer none) (nullable): the remark
 */
const char *
taga_answer_record_get_note (TagaAnswerRecord *self)
{
  return self->values[self->kind.note].text;
}

/**
 * taga_answer_record_is_to_confirm:
 * @self: an answer
 *
 * Tells whether the answer was copied from the round before, and nobody has looked at it yet.
 *
 * Returns: whether it is to be confirmed
 */
gboolean
taga_answer_record_is_to_confirm (TagaAnswerRecord *self)
{
  return self->values[self->kind.to_confirm].number > 0;
}

/**
 * taga_answer_record_get_value:
 * @self: an answer
 * @field: a field of its record type
 *
 * Gets a value of the answer; one that was not given yet has those of a new record.
 *
 * Returns: (transfer none): the value, until the answer is changed
 */
const TagaValue *
taga_answer_record_get_value (TagaAnswerRecord *self, guint field)
{
  g_return_val_if_fail (field < self->klass->n_fields, NULL);

  return &self->values[field];
}

/**
 * taga_answer_record_get_obstacle:
 * @self: an answer
 *
 * Tells why the answer cannot be changed.
 *
 * Returns: (transfer none) (nullable): a sentence, or `NULL` if it can
 */
const char *
taga_answer_record_get_obstacle (TagaAnswerRecord *self)
{
  return self->obstacle;
}

static const char *
get_item_name (TagaAnswerRecord *self)
{
  return taga_language_is_japanese () ? self->item->short_ja : self->item->short_en;
}

static char *
create_label (TagaAnswerRecord *self, gint64 number)
{
  const TagaChoice *choice =
      taga_edition_find_level (taga_store_get_edition (self->store), self->kind.domain, number);

  if (choice == NULL)
    /* Translators: %s is a threat, check item or question */
    return g_strdup_printf (_ ("Take back the answer “%s”"), get_item_name (self));

  /* Translators: a threat or check item, and the answer to it */
  return g_strdup_printf (_ ("Answer “%s”: %s"), get_item_name (self),
                          taga_language_is_japanese () ? choice->label_ja : choice->label_en);
}

/* Writes the fields as one step; what was not in the file yet is added with them. */
static gboolean
write_fields (TagaAnswerRecord *self,
              const char *label,
              const guint *fields,
              const TagaValue *to,
              guint n,
              GError **error)
{
  gboolean done;

  if (!taga_store_begin (self->store, label, error))
    return FALSE;

  if (self->id != 0)
    done = taga_store_update (self->store, self->kind.type, self->id, fields, to, n, error);
  else
    {
      TagaValue *values = taga_values_new (self->klass->n_fields);

      for (guint i = 0; i < self->klass->n_fields; i++)
        taga_value_set (&values[i], &self->values[i]);
      for (guint i = 0; i < n; i++)
        taga_value_set (&values[fields[i]], &to[i]);
      done = taga_store_insert (self->store, self->kind.type, values, &self->id, error);
      if (!done)
        self->id = 0;
      taga_values_free (values, self->klass->n_fields);
    }

  if (!done)
    {
      taga_store_rollback (self->store);
      return FALSE;
    }

  if (!taga_store_commit (self->store, error))
    return FALSE;

  for (guint i = 0; i < n; i++)
    taga_value_set (&self->values[fields[i]], &to[i]);
  return TRUE;
}

/* Whoever answers, confirms or takes back has looked at the item. What stands already in the file,
 * by the same person and as of today, is no step. */
static gboolean
write_answer (TagaAnswerRecord *self, const char *label, gint64 number, GError **error)
{
  gboolean is_answer = number != TAGA_UNKNOWN;
  g_autofree char *day = is_answer ? taga_date_today () : NULL;
  const char *person = is_answer ? taga_store_get_person (self->store) : NULL;
  const guint fields[] = { self->kind.number, self->kind.person, self->kind.day,
                           self->kind.to_confirm };
  const TagaValue to[] = {
    { NULL, number }, { (char *) person, TAGA_UNKNOWN }, { day, TAGA_UNKNOWN }, { NULL, 0 }
  };

  return write_fields (self, label, fields, to, G_N_ELEMENTS (fields), error);
}

/**
 * taga_answer_record_change:
 * @self: an answer without an obstacle
 * @number: what to answer, or `TAGA_UNKNOWN` to take the answer back
 * @error: return location for an error
 *
 * Answers the item as of today and by the store's person, as one step. The same answer by the same
 * person on the same day is no step.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_answer_record_change (TagaAnswerRecord *self, gint64 number, GError **error)
{
  g_autofree char *label = create_label (self, number);

  g_return_val_if_fail (self->obstacle == NULL, FALSE);

  return write_answer (self, label, number, error);
}

/**
 * taga_answer_record_confirm:
 * @self: an answer without an obstacle
 * @error: return location for an error
 *
 * Confirms an answer that was copied from the round before, as of today and by the store's person,
 * as one step. One that is not to be confirmed stays as it is.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_answer_record_confirm (TagaAnswerRecord *self, GError **error)
{
  /* Translators: %s is a threat, check item or question */
  g_autofree char *label = g_strdup_printf (_ ("Confirm the answer “%s”"), get_item_name (self));

  g_return_val_if_fail (self->obstacle == NULL, FALSE);

  return !taga_answer_record_is_to_confirm (self)
         || write_answer (self, label, taga_answer_record_get_number (self), error);
}

/**
 * taga_answer_record_set:
 * @self: an answer without an obstacle
 * @field: a field that goes with the answer, such as its remarks or evidence
 * @value: its new value
 * @error: return location for an error
 *
 * Sets what goes with the answer, as one step; who answered and when stays. A value that stands
 * already is no step.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_answer_record_set (TagaAnswerRecord *self, guint field, const TagaValue *value, GError **error)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (self->obstacle == NULL, FALSE);
  g_return_val_if_fail (field < self->klass->n_fields, FALSE);

  if (taga_value_equal (&self->values[field], value))
    return TRUE;

  label = g_strdup_printf (_ ("Change “%s”: %s"), get_item_name (self),
                           _ (self->klass->fields[field].title));
  return write_fields (self, label, &field, value, 1, error);
}
