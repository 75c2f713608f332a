#include <string.h>

#include <glib/gi18n-lib.h>

#include "taga-action.h"
#include "taga-asset.h"
#include "taga-cli.h"
#include "taga-cursor.h"
#include "taga-language.h"

static void
print_header (TagaRecordClass *klass)
{
  g_print ("id");
  for (guint i = 0; i < klass->n_fields; i++)
    g_print ("\t%s", _ (klass->fields[i].title));
  g_print ("\n");
}

/* Tabs and line breaks inside a text would break the table. */
static void
print_row (TagaEdition *edition, TagaRecordClass *klass, gint64 id, const TagaValue *values)
{
  g_print ("%" G_GINT64_FORMAT, id);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autofree char *text = taga_edition_format (edition, &klass->fields[i], &values[i],
                                                   taga_language_is_japanese ());

      g_print ("\t%s", g_strdelimit (text, "\t\n", ' '));
    }
  g_print ("\n");
}

static JsonObject *
create_object (TagaRecordClass *klass, gint64 id, const TagaValue *values)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", id);
  for (guint i = 0; i < klass->n_fields; i++)
    taga_cli_add_value (object, &klass->fields[i], &values[i]);

  return object;
}

/**
 * taga_cli_list:
 * @n: how many arguments
 * @arguments: the arguments
 *
 * Lists a register, retired assets included.
 *
 * Returns: the exit status
 */
int
taga_cli_list (int n, char **arguments)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (TagaStore) store = NULL;
  g_autoptr (TagaCursor) cursor = NULL;
  g_autoptr (GError) error = NULL;
  const TagaValue *values;
  gboolean has_row = TRUE;
  gboolean first = TRUE;
  GType type;
  gint64 id;

  if (!taga_cli_parse (&n, &arguments, entries, 2, 2))
    return TAGA_CLI_USAGE;

  type = taga_cli_find_register (arguments[2]);
  if (type == G_TYPE_INVALID)
    return TAGA_CLI_USAGE;

  store = taga_cli_open (arguments[1], TRUE, &error);
  cursor = store == NULL ? NULL : taga_cursor_new (store, type, NULL, &error);
  if (cursor == NULL)
    return taga_cli_fail (error);

  if (!json)
    print_header (taga_record_class_peek (type));
  while (taga_cursor_next (cursor, &id, &values, &has_row, &error) && has_row)
    if (json)
      taga_cli_print_element (create_object (taga_record_class_peek (type), id, values), &first);
    else
      print_row (taga_store_get_edition (store), taga_record_class_peek (type), id, values);
  if (error != NULL)
    return taga_cli_fail (error);

  if (json)
    taga_cli_end_array (first);
  return TAGA_CLI_DONE;
}

/* What FIELD=VALUE… says. */
typedef struct
{
  guint *fields;
  TagaValue *values;
  guint n;
} Assignments;

static void
assignments_clear (Assignments *self)
{
  g_free (self->fields);
  taga_values_free (self->values, self->n);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Assignments, assignments_clear)

/* Reads one FIELD=VALUE; an empty value makes the field not known. */
static int
read_assignment (TagaEdition *edition,
                 TagaRecordClass *klass,
                 const char *argument,
                 guint *field,
                 TagaValue *value)
{
  const char *equals = strchr (argument, '=');
  g_autofree char *name = equals == NULL ? NULL : g_strndup (argument, (gsize) (equals - argument));
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;
  int index = name == NULL ? -1 : taga_record_class_find_field (klass, name);

  if (name == NULL)
    return taga_cli_misuse (_ ("Write what to set as FIELD=VALUE."));

  if (index < 0)
    {
      sentence = g_strdup_printf (_ ("The register “%s” has no field “%s”."), klass->table, name);
      return taga_cli_misuse (sentence);
    }

  if (klass->fields[index].flags & TAGA_FIELD_COMPUTED)
    {
      sentence = g_strdup_printf (_ ("“%s” is computed and cannot be set."), name);
      return taga_cli_misuse (sentence);
    }

  *field = (guint) index;
  if (!g_utf8_validate (equals + 1, -1, NULL))
    {
      sentence = g_strdup_printf (_ ("The value of “%s” is not valid UTF-8."), name);
      return taga_cli_misuse (sentence);
    }

  if (!taga_edition_parse (edition, &klass->fields[index], equals + 1, value, &error))
    return taga_cli_fail (error);

  return TAGA_CLI_DONE;
}

static int
read_assignments (TagaEdition *edition,
                  TagaRecordClass *klass,
                  char **arguments,
                  Assignments *assignments)
{
  guint n = g_strv_length (arguments);
  int status = TAGA_CLI_DONE;

  assignments->n = n;
  assignments->fields = g_new0 (guint, n);
  assignments->values = taga_values_new (n);
  for (guint i = 0; status == TAGA_CLI_DONE && i < n; i++)
    status = read_assignment (edition, klass, arguments[i], &assignments->fields[i],
                              &assignments->values[i]);

  return status;
}

static int
read_id (const char *text, gint64 *id)
{
  if (!g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, id, NULL))
    return taga_cli_misuse (_ ("The number of an entry is a whole number from 1."));

  return TAGA_CLI_DONE;
}

/**
 * taga_cli_set:
 * @n: how many arguments
 * @arguments: the arguments
 *
 * Changes fields of a record, as one step.
 *
 * Returns: the exit status
 */
int
taga_cli_set (int n, char **arguments)
{
  g_auto (Assignments) assignments = { 0 };
  g_autoptr (TagaStore) store = NULL;
  g_autoptr (GError) error = NULL;
  GType type;
  gint64 id;
  int status;

  if (!taga_cli_parse (&n, &arguments, NULL, 4, -1))
    return TAGA_CLI_USAGE;

  type = taga_cli_find_register (arguments[2]);
  if (type == G_TYPE_INVALID || read_id (arguments[3], &id) != TAGA_CLI_DONE)
    return TAGA_CLI_USAGE;

  store = taga_cli_open (arguments[1], FALSE, &error);
  if (store == NULL)
    return taga_cli_fail (error);

  status = read_assignments (taga_store_get_edition (store), taga_record_class_peek (type),
                             arguments + 4, &assignments);
  if (status != TAGA_CLI_DONE)
    return status;

  return taga_action_set (store, type, id, assignments.fields, assignments.values, assignments.n,
                          &error)
             ? TAGA_CLI_DONE
             : taga_cli_fail (error);
}

/* What a new record has before anything is said: marks are off, and an answer is of this round. */
static TagaValue *
create_values (TagaStore *store, TagaRecordClass *klass)
{
  TagaValue *values = taga_values_new (klass->n_fields);
  int round = taga_record_class_find_field (klass, "round");

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == TAGA_FIELD_MARK)
      values[i].number = 0;
  if (round >= 0 && taga_store_get_round (store) > 0)
    values[round].number = taga_store_get_round (store);

  return values;
}

/**
 * taga_cli_add:
 * @n: how many arguments
 * @arguments: the arguments
 *
 * Adds a record, as one step, and prints its number.
 *
 * Returns: the exit status
 */
int
taga_cli_add (int n, char **arguments)
{
  g_auto (Assignments) assignments = { 0 };
  g_autoptr (TagaStore) store = NULL;
  g_autoptr (GError) error = NULL;
  TagaRecordClass *klass;
  TagaValue *values;
  gboolean done;
  GType type;
  gint64 id;
  int status;

  if (!taga_cli_parse (&n, &arguments, NULL, 3, -1))
    return TAGA_CLI_USAGE;

  type = taga_cli_find_register (arguments[2]);
  if (type == G_TYPE_INVALID)
    return TAGA_CLI_USAGE;

  store = taga_cli_open (arguments[1], FALSE, &error);
  if (store == NULL)
    return taga_cli_fail (error);

  klass = taga_record_class_peek (type);
  status = read_assignments (taga_store_get_edition (store), klass, arguments + 3, &assignments);
  if (status != TAGA_CLI_DONE)
    return status;

  values = create_values (store, klass);
  for (guint i = 0; i < assignments.n; i++)
    taga_value_set (&values[assignments.fields[i]], &assignments.values[i]);
  done = taga_action_add (store, type, values, &id, &error);
  taga_values_free (values, klass->n_fields);
  if (!done)
    return taga_cli_fail (error);

  g_print ("%" G_GINT64_FORMAT "\n", id);
  return TAGA_CLI_DONE;
}

/**
 * taga_cli_remove:
 * @n: how many arguments
 * @arguments: the arguments
 *
 * Removes a record, as one step.
 *
 * Returns: the exit status
 */
int
taga_cli_remove (int n, char **arguments)
{
  g_autoptr (TagaStore) store = NULL;
  g_autoptr (GError) error = NULL;
  GType type;
  gint64 id;

  if (!taga_cli_parse (&n, &arguments, NULL, 3, 3))
    return TAGA_CLI_USAGE;

  type = taga_cli_find_register (arguments[2]);
  if (type == G_TYPE_INVALID || read_id (arguments[3], &id) != TAGA_CLI_DONE)
    return TAGA_CLI_USAGE;

  store = taga_cli_open (arguments[1], FALSE, &error);
  if (store == NULL || !taga_action_remove (store, type, id, &error))
    return taga_cli_fail (error);

  return TAGA_CLI_DONE;
}
