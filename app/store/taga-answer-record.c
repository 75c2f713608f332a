#include "taga-answer-record.h"

#include <glib/gi18n-lib.h>

#include "taga-check.h"
#include "taga-cursor.h"
#include "taga-date.h"
#include "taga-language.h"
#include "taga-round.h"
#include "taga-threat.h"

struct _TagaAnswerRecord
{
  TagaStore *store; /* (owned) */
  GType type;
  const TagaItem *item;
  gint64 id; /* 0 if the round has none for the item yet */
  gint64 number;
  char *person;
  char *day;
  char *note;
  const char *obstacle; /* (nullable): why it cannot be changed */
};

/* Where the fields stand that threats and check items have in common. */
enum
{
  ROUND,
  ITEM,
  NUMBER,
  NOTE,
  PERSON,
  DAY,
  N_FIELDS
};

static const guint *
get_fields (GType type)
{
  static const guint of_threat[N_FIELDS] = { TAGA_THREAT_ROUND,       TAGA_THREAT_ITEM,
                                             TAGA_THREAT_FREQUENCY,   TAGA_THREAT_NOTE,
                                             TAGA_THREAT_ANSWERED_BY, TAGA_THREAT_ANSWERED_ON };
  static const guint of_check[N_FIELDS] = { TAGA_CHECK_ROUND,       TAGA_CHECK_ITEM,
                                            TAGA_CHECK_ANSWER,      TAGA_CHECK_NOTE,
                                            TAGA_CHECK_ANSWERED_BY, TAGA_CHECK_ANSWERED_ON };

  return type == TAGA_TYPE_THREAT ? of_threat : of_check;
}

static TagaQuery *
create_query (TagaStore *store, const guint *fields, const char *item)
{
  TagaQuery *query = taga_query_new ();
  TagaFilter *round = taga_filter_new (fields[ROUND]);
  TagaFilter *key = taga_filter_new (fields[ITEM]);
  const char *const keys[] = { item, NULL };

  round->from = g_strdup_printf ("%" G_GINT64_FORMAT, taga_store_get_round (store));
  round->to = g_strdup (round->from);
  key->keys = g_strdupv ((char **) keys);
  taga_query_set_filter (query, round);
  taga_query_set_filter (query, key);

  return query;
}

static gboolean
load_record (TagaAnswerRecord *self, GError **error)
{
  const guint *fields = get_fields (self->type);
  g_autoptr (TagaQuery) query = create_query (self->store, fields, self->item->key);
  g_autoptr (TagaCursor) cursor = taga_cursor_new (self->store, self->type, query, error);
  const TagaValue *values;
  gboolean has_row;

  if (cursor == NULL || !taga_cursor_next (cursor, &self->id, &values, &has_row, error))
    return FALSE;

  if (!has_row)
    {
      self->id = 0;
      return TRUE;
    }

  self->number = values[fields[NUMBER]].number;
  self->person = g_strdup (values[fields[PERSON]].text);
  self->day = g_strdup (values[fields[DAY]].text);
  self->note = g_strdup (values[fields[NOTE]].text);
  return TRUE;
}

static const char *
find_obstacle (TagaStore *store)
{
  g_autoptr (TagaRecord) round =
      taga_store_get_record (store, TAGA_TYPE_ROUND, taga_store_get_round (store), NULL);

  if (taga_store_is_read_only (store))
    return _ ("This file may only be read.");
  if (round == NULL)
    return _ ("There is no round of assessment yet, so nothing can be answered.");
  if (taga_record_get_text (round, TAGA_ROUND_SEALED_ON) != NULL)
    return _ ("This round is sealed, so its answers stay as they are.");

  return NULL;
}

/**
 * taga_answer_record_load:
 * @store: a store
 * @type: `TAGA_TYPE_THREAT` or `TAGA_TYPE_CHECK`
 * @item: key of a threat or check item
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
  g_autoptr (TagaAnswerRecord) self = g_new0 (TagaAnswerRecord, 1);
  const char *list = type == TAGA_TYPE_THREAT ? "threat" : "check";

  g_return_val_if_fail (type == TAGA_TYPE_THREAT || type == TAGA_TYPE_CHECK, NULL);

  self->store = g_object_ref (store);
  self->type = type;
  self->number = TAGA_UNKNOWN;
  self->item = taga_edition_find_item (taga_store_get_edition (store), list, item);
  if (self->item == NULL)
    {
      g_set_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND,
                   _ ("The guideline edition in use has no item “%s”."), item);
      return NULL;
    }

  self->obstacle = find_obstacle (store);
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
  g_object_unref (self->store);
  g_free (self->person);
  g_free (self->day);
  g_free (self->note);
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
 * Returns: a frequency, or an [enum@Answer]; `TAGA_UNKNOWN` for none
 */
gint64
taga_answer_record_get_number (TagaAnswerRecord *self)
{
  return self->number;
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
  return self->person;
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
  return self->day;
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
  return self->note;
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

static char *
create_label (TagaAnswerRecord *self, gint64 number)
{
  gboolean japanese = taga_language_is_japanese ();
  const char *domain = self->type == TAGA_TYPE_THREAT ? "frequency" : "answer";
  const TagaChoice *choice =
      taga_edition_find_level (taga_store_get_edition (self->store), domain, number);
  const char *words = "";

  if (choice != NULL)
    words = japanese ? choice->label_ja : choice->label_en;

  /* Translators: a threat or check item, and the answer to it */
  return g_strdup_printf (_ ("Answer “%s”: %s"),
                          japanese ? self->item->short_ja : self->item->short_en, words);
}

static gboolean
write_answer (TagaAnswerRecord *self, gint64 number, const char *day, GError **error)
{
  const guint *fields = get_fields (self->type);
  TagaRecordClass *klass = taga_record_class_peek (self->type);
  const guint changed[] = { fields[NUMBER], fields[PERSON], fields[DAY] };
  const TagaValue to[] = { { NULL, number },
                           { (char *) taga_store_get_person (self->store), TAGA_UNKNOWN },
                           { (char *) day, TAGA_UNKNOWN } };
  TagaValue *values;
  gboolean done;

  if (self->id != 0)
    return taga_store_update (self->store, self->type, self->id, changed, to,
                              G_N_ELEMENTS (changed), error);

  values = taga_values_new (klass->n_fields);
  values[fields[ROUND]].number = taga_store_get_round (self->store);
  values[fields[ITEM]].text = g_strdup (self->item->key);
  for (guint i = 0; i < G_N_ELEMENTS (changed); i++)
    taga_value_set (&values[changed[i]], &to[i]);
  done = taga_store_insert (self->store, self->type, values, &self->id, error);
  taga_values_free (values, klass->n_fields);

  return done;
}

/**
 * taga_answer_record_change:
 * @self: an answer without an obstacle
 * @number: what to answer
 * @error: return location for an error
 *
 * Answers the item as of today and by the store's person, as one step.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_answer_record_change (TagaAnswerRecord *self, gint64 number, GError **error)
{
  g_autofree char *day = taga_date_today ();
  g_autofree char *label = create_label (self, number);

  g_return_val_if_fail (self->obstacle == NULL, FALSE);

  if (!taga_store_begin (self->store, label, error))
    return FALSE;

  if (!write_answer (self, number, day, error))
    {
      taga_store_rollback (self->store);
      return FALSE;
    }

  if (!taga_store_commit (self->store, error))
    return FALSE;

  self->number = number;
  return TRUE;
}
