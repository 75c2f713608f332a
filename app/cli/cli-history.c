#include <glib/gi18n-lib.h>

#include "taga-cli.h"
#include "taga-history.h"
#include "taga-language.h"

/* As many steps are read at a time; the history itself may be longer. */
#define PAGE 256

typedef struct
{
  TagaStore *store;
  JsonArray *changes; /* (nullable): where to add to; else they are printed */
} Description;

static const char *
get_state_name (TagaStepState state)
{
  switch (state)
    {
    case TAGA_STEP_UNDONE:
      return "undone";
    case TAGA_STEP_DROPPED:
      return "dropped";
    case TAGA_STEP_KEPT:
      return "kept";
    case TAGA_STEP_DONE:
    default:
      return "done";
    }
}

static void
add_side (JsonObject *object, const char *side, const TagaField *field, const TagaValue *value)
{
  if (value == NULL || taga_field_is_empty (field, value))
    json_object_set_null_member (object, side);
  else if (taga_field_is_text (field))
    json_object_set_string_member (object, side, value->text);
  else if (field->kind == TAGA_FIELD_MARK)
    json_object_set_boolean_member (object, side, TRUE);
  else
    json_object_set_int_member (object, side, value->number);
}

static char *
format_side (TagaStore *store, const TagaField *field, const TagaValue *value)
{
  if (value == NULL || taga_field_is_empty (field, value))
    return g_strdup (_ ("(empty)"));

  return taga_edition_format (taga_store_get_edition (store), field, value,
                              taga_language_is_japanese ());
}

static void
describe_change (const TagaChange *change,
                 const char *name,
                 guint index,
                 const TagaValue *from,
                 const TagaValue *to,
                 gpointer user_data)
{
  Description *description = user_data;
  TagaRecordClass *klass = taga_record_class_peek (change->type);
  const TagaField *field = &klass->fields[index];

  if (description->changes != NULL)
    {
      g_autofree char *column = taga_field_dup_column (field);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "register", klass->table);
      json_object_set_int_member (object, "id", change->id);
      json_object_set_string_member (object, "name", name == NULL ? "" : name);
      json_object_set_string_member (object, "field", column);
      add_side (object, "from", field, from);
      add_side (object, "to", field, to);
      json_array_add_object_element (description->changes, object);
    }
  else
    {
      g_autofree char *before = format_side (description->store, field, from);
      g_autofree char *after = format_side (description->store, field, to);

      g_print ("\t%s %" G_GINT64_FORMAT " %s: %s: %s → %s\n", klass->table, change->id,
               name == NULL ? "" : name, _ (field->title), before, after);
    }
}

static gboolean
print_step (TagaStore *store, const TagaStep *step, gboolean json, gboolean *first, GError **error)
{
  Description description = { store, NULL };
  JsonObject *object;

  if (!json)
    {
      g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\n", step->id, step->time,
               step->person == NULL ? "" : step->person, get_state_name (step->state), step->label);
      return taga_history_describe (store, step->id, describe_change, &description, error);
    }

  description.changes = json_array_new ();
  object = json_object_new ();
  json_object_set_int_member (object, "id", step->id);
  json_object_set_string_member (object, "time", step->time);
  json_object_set_string_member (object, "person", step->person == NULL ? "" : step->person);
  json_object_set_string_member (object, "label", step->label);
  json_object_set_string_member (object, "state", get_state_name (step->state));
  json_object_set_array_member (object, "changes", description.changes);
  if (!taga_history_describe (store, step->id, describe_change, &description, error))
    {
      json_object_unref (object);
      return FALSE;
    }

  taga_cli_print_element (object, first);
  return TRUE;
}

/* The oldest step first, so that the last one stands where the eye is. */
static gboolean
print_history (TagaStore *store, gboolean json, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) taga_step_free);
  gboolean first = TRUE;
  gint64 before = 0;

  for (;;)
    {
      g_autoptr (GPtrArray) page = taga_history_list (store, before, PAGE, error);

      if (page == NULL)
        return FALSE;
      if (page->len == 0)
        break;
      before = ((TagaStep *) g_ptr_array_index (page, page->len - 1))->id;
      g_ptr_array_extend_and_steal (all, g_steal_pointer (&page));
    }

  for (guint i = all->len; i > 0; i--)
    if (!print_step (store, g_ptr_array_index (all, i - 1), json, &first, error))
      return FALSE;

  if (json)
    taga_cli_end_array (first);
  return TRUE;
}

/**
 * taga_cli_history:
 * @n: how many arguments
 * @arguments: the arguments
 *
 * Prints the steps, each field by field.
 *
 * Returns: the exit status
 */
int
taga_cli_history (int n, char **arguments)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (TagaStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (!taga_cli_parse (&n, &arguments, entries, 1, 1))
    return TAGA_CLI_USAGE;

  store = taga_cli_open (arguments[1], TRUE, &error);
  if (store == NULL || !print_history (store, json, &error))
    return taga_cli_fail (error);

  return TAGA_CLI_DONE;
}

static int
move (int n, char **arguments, TagaStepState state)
{
  g_autoptr (TagaStore) store = NULL;
  g_autoptr (TagaStep) step = NULL;
  g_autoptr (GError) error = NULL;
  gboolean undo = state == TAGA_STEP_DONE;

  if (!taga_cli_parse (&n, &arguments, NULL, 1, 1))
    return TAGA_CLI_USAGE;

  store = taga_cli_open (arguments[1], FALSE, &error);
  step = store == NULL ? NULL : taga_history_peek (store, state, &error);
  if (step == NULL
      || !(undo ? taga_history_undo (store, &error) : taga_history_redo (store, &error)))
    return taga_cli_fail (error);

  g_print (undo ? _ ("Undone: %s\n") : _ ("Redone: %s\n"), step->label);
  return TAGA_CLI_DONE;
}

/**
 * taga_cli_undo:
 * @n: how many arguments
 * @arguments: the arguments
 *
 * Takes the newest step back.
 *
 * Returns: the exit status
 */
int
taga_cli_undo (int n, char **arguments)
{
  return move (n, arguments, TAGA_STEP_DONE);
}

/**
 * taga_cli_redo:
 * @n: how many arguments
 * @arguments: the arguments
 *
 * Does the step again that was taken back last.
 *
 * Returns: the exit status
 */
int
taga_cli_redo (int n, char **arguments)
{
  return move (n, arguments, TAGA_STEP_UNDONE);
}
