#include "taga-founding.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#include "taga-company.h"
#include "taga-date.h"
#include "taga-history.h"
#include "taga-registers.h"
#include "taga-round-seal.h"
#include "taga-round-start.h"
#include "taga-round.h"

/*
 * How a company file begins: with the company and its first round of assessment, everything
 * that the method asks still unanswered; or as a sample company with all of it filled in.
 */

#define SAMPLES "/io/github/taga_workbench/Taga/data/samples/"

static gboolean
insert_round (TagaStore *store, GError **error)
{
  TagaValue *values = taga_values_new (TAGA_ROUND_N_FIELDS);
  gint64 round;
  gboolean done;

  values[TAGA_ROUND_NAME].text = g_strdup (_ ("First assessment"));
  values[TAGA_ROUND_DATE].text = taga_date_today ();
  values[TAGA_ROUND_JUDGE].text = g_strdup ("self");
  done = taga_round_insert (store, values, 0, &round, error);
  taga_values_free (values, TAGA_ROUND_N_FIELDS);

  return done;
}

static gboolean
end_founding (TagaStore *store, gboolean done, GError **error)
{
  if (!done)
    {
      taga_store_rollback (store);
      return FALSE;
    }

  return taga_store_commit (store, error) && taga_history_keep (store, error);
}

/* A file that could not be filled is none. */
static TagaStore *
finish (TagaStore *store, const char *path, gboolean done)
{
  if (done)
    return store;

  g_object_unref (store);
  g_unlink (path);
  return NULL;
}

/**
 * taga_founding_new_company:
 * @path: where
 * @company: (array): the company's values, by [enum@CompanyField]; name and edition at least
 * @error: return location for an error
 *
 * Makes a file for a company, with its first round of assessment open.
 *
 * Returns: (transfer full) (nullable): the store, or `NULL` with any [error@StoreError] and no file
 */
TagaStore *
taga_founding_new_company (const char *path, const TagaValue *company, GError **error)
{
  TagaStore *store = taga_store_create (path, company, error);
  gboolean done;

  if (store == NULL)
    return NULL;

  done = taga_store_begin (store, _ ("New company"), error)
         && end_founding (store, insert_round (store, error), error);

  return finish (store, path, done);
}

static JsonObject *
load_sample (const char *sample, JsonParser *parser, GError **error)
{
  g_autofree char *path = g_strconcat (SAMPLES, sample, ".json", NULL);
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  const char *data;

  /* A name is the name of a sample, never a way to another file. */
  if (strpbrk (sample, "/.") == NULL)
    bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _ ("There is no sample company “%s”. There is: mechatro."), sample);
      return NULL;
    }

  data = g_bytes_get_data (bytes, &size);
  if (!json_parser_load_from_data (parser, data, (gssize) size, error))
    return NULL;

  return json_node_get_object (json_parser_get_root (parser));
}

static void
read_values (TagaRecordClass *klass, JsonObject *object, TagaValue *values)
{
  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autofree char *column = taga_field_dup_column (&klass->fields[i]);
      TagaValue value = { NULL, klass->fields[i].kind == TAGA_FIELD_MARK ? 0 : TAGA_UNKNOWN };

      if (json_object_has_member (object, column))
        {
          if (taga_field_is_text (&klass->fields[i]))
            value.text = (char *) json_object_get_string_member (object, column);
          else if (klass->fields[i].kind == TAGA_FIELD_MARK)
            value.number = json_object_get_boolean_member (object, column);
          else
            value.number = json_object_get_int_member (object, column);
        }
      taga_value_set (&values[i], &value);
    }
}

static gboolean
insert_records (TagaStore *store, GType type, JsonObject *records, GError **error)
{
  TagaRecordClass *klass = taga_record_class_peek (type);
  JsonArray *array;
  TagaValue *values;
  gboolean done = TRUE;

  if (!json_object_has_member (records, klass->table))
    return TRUE;

  array = json_object_get_array_member (records, klass->table);
  values = taga_values_new (klass->n_fields);

  for (guint i = 0; done && i < json_array_get_length (array); i++)
    {
      read_values (klass, json_array_get_object_element (array, i), values);
      done = taga_store_insert (store, type, values, NULL, error);
    }
  taga_values_free (values, klass->n_fields);

  return done;
}

/* A sample has a past: rounds that were sealed before anybody opened it. */
static gboolean
seal_rounds (TagaStore *store, JsonObject *sample, GError **error)
{
  JsonArray *rounds = json_object_get_array_member (sample, "seal");

  for (guint i = 0; i < json_array_get_length (rounds); i++)
    if (!taga_round_seal (store, json_array_get_int_element (rounds, i), NULL, error))
      return FALSE;

  return TRUE;
}

static gboolean
insert_sample (TagaStore *store, JsonObject *records, GError **error)
{
  guint n_types;
  const GType *types = taga_registers_get_types (&n_types);

  /* The company is there already. */
  for (guint i = 0; i < n_types; i++)
    if (types[i] != TAGA_TYPE_COMPANY && !insert_records (store, types[i], records, error))
      return FALSE;

  return TRUE;
}

/**
 * taga_founding_new_sample:
 * @path: where
 * @sample: name of a sample: "mechatro"
 * @error: return location for an error
 *
 * Makes the file of a sample company, which is fictitious and says so.
 *
 * Returns: (transfer full) (nullable): the store, or `NULL` with `G_IO_ERROR_NOT_FOUND` if there is
 * no such sample, or any [error@StoreError], and no file
 */
TagaStore *
taga_founding_new_sample (const char *path, const char *sample, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObject *top = load_sample (sample, parser, error);
  JsonObject *records;
  TagaValue *company;
  TagaStore *store;
  gboolean done;

  if (top == NULL)
    return NULL;

  records = json_object_get_object_member (top, "records");
  company = taga_values_new (TAGA_COMPANY_N_FIELDS);
  read_values (taga_record_class_peek (TAGA_TYPE_COMPANY),
               json_array_get_object_element (json_object_get_array_member (records, "company"), 0),
               company);
  store = taga_store_create (path, company, error);
  taga_values_free (company, TAGA_COMPANY_N_FIELDS);
  if (store == NULL)
    return NULL;

  done = taga_store_begin (store, _ ("Sample company"), error)
         && end_founding (store, insert_sample (store, records, error), error)
         && seal_rounds (store, top, error);

  return finish (store, path, done);
}
