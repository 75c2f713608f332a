#include "taga-step-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "taga-language.h"
#include "taga-registers.h"
#include "taga-text.h"

/*
 * What a step did, in lines for people: each record, and under it each field from what to what. It
 * needs no screen, so that a long step can be read in a thread with a store of its own.
 */

/* As much of one value is shown; the rest of a long remark tells nobody more. */
#define MAX_CHARACTERS 1000

/* Values of as many characters stand in one line. */
#define MAX_WORDS 24

/* A line, and where it belongs: a step tells its records in no order that people know. */
typedef struct
{
  int rank; /* of the register */
  gint64 id;
  int field;          /* -1 for the record itself */
  TagaStepLine *line; /* (owned) */
} Entry;

typedef struct
{
  TagaStore *store;
  GArray *entries; /* (element-type Entry) */
  guint limit;
  GType type; /* the record that the last line is about */
  gint64 id;
  gulong n_rest;
} Reading;

/* What people call a record of each register, and the list of the edition that has the titles of
 * its items. */
static const struct
{
  const char *table;
  const char *noun;
  const char *list; /* (nullable) */
} nouns[] = {
  { "asset", NC_ ("record", "Asset"), NULL },
  { "axis_score", NC_ ("record", "Score of an axis"), "axis" },
  { "check", NC_ ("record", "Check item"), "check" },
  { "company", NC_ ("record", "Company"), NULL },
  { "cost", NC_ ("record", "Cost of a check item"), "check" },
  { "declaration", NC_ ("record", "Declaration"), NULL },
  { "department", NC_ ("record", "Department"), NULL },
  { "mapping", NC_ ("record", "What a check item counts for"), "check" },
  { "person", NC_ ("record", "Person"), NULL },
  { "recheck", NC_ ("record", "Question to look at again"), "recheck" },
  { "round", NC_ ("record", "Round"), NULL },
  { "rule", NC_ ("record", "Rule"), "rule" },
  { "self_answer", NC_ ("record", "Question of the self-check"), "question" },
  { "stocktake_item", NC_ ("record", "Line of a stock-taking"), NULL },
  { "threat", NC_ ("record", "Threat"), "threat" },
  { "top_threat", NC_ ("record", "Threat of the year"), "top-threat" },
};

/* The fields that name a record, the best first. */
static int
find_name_field (TagaRecordClass *klass)
{
  static const char *const names[] = { "name", "item", "axis", "title" };
  int field = -1;

  for (guint i = 0; field < 0 && i < G_N_ELEMENTS (names); i++)
    field = taga_record_class_find_field (klass, names[i]);

  return field;
}

/* A register that has no noun here yet is called as the column with the names of its records, and
 * never by what it is called within the file. */
static const char *
get_noun (TagaRecordClass *klass)
{
  int name = find_name_field (klass);

  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    if (g_str_equal (nouns[i].table, klass->table))
      return g_dpgettext2 (GETTEXT_PACKAGE, "record", nouns[i].noun);

  return name < 0 ? C_ ("record", "Entry") : _ (klass->fields[name].title);
}

static const char *
find_list (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    if (g_str_equal (nouns[i].table, table))
      return nouns[i].list;

  return NULL;
}

static char *
dup_record_name (TagaStore *store, GType type, gint64 id)
{
  g_autoptr (TagaRecord) record = NULL;
  int name;

  if (type == G_TYPE_INVALID || id == TAGA_UNKNOWN)
    return NULL;

  record = taga_store_get_record (store, type, id, NULL);
  name = find_name_field (taga_record_class_peek (type));
  if (record == NULL || name < 0)
    return NULL;

  return g_strdup (taga_record_get_text (record, (guint) name));
}

/* Threats and check items are known by number and by a few words of the method edition. */
static char *
format_item (TagaStore *store, const char *table, const char *key)
{
  const char *list = find_list (table);
  const TagaItem *item =
      list == NULL ? NULL : taga_edition_find_item (taga_store_get_edition (store), list, key);
  const char *title;

  if (item == NULL)
    return g_strdup (key);

  /* Keys that are words are for the file; those with a number are what people say. */
  title = taga_language_is_japanese () ? item->short_ja : item->short_en;
  return g_ascii_isdigit (*key) ? g_strdup_printf ("%s %s", key, title) : g_strdup (title);
}

static gboolean
is_item (const TagaField *field)
{
  return g_str_equal (field->name, "item") || g_str_equal (field->name, "axis");
}

/* The sum over a sealed round is for the program to check. */
static gboolean
is_told (const TagaField *field)
{
  return !g_str_equal (field->name, "seal");
}

static char *
shorten (const char *text)
{
  g_autofree char *clean = taga_text_clean (text, -1, TRUE);
  g_autofree char *start = NULL;

  if (clean == NULL)
    return g_strdup (_ ("(blank)"));
  if (g_utf8_strlen (clean, -1) <= MAX_CHARACTERS)
    return g_steal_pointer (&clean);

  start = g_utf8_substring (clean, 0, MAX_CHARACTERS);
  return g_strconcat (start, "…", NULL);
}

static char *
format_value (Reading *self, const char *table, const TagaField *field, const TagaValue *value)
{
  g_autofree char *text = NULL;

  if (value == NULL || taga_field_is_empty (field, value))
    return g_strdup (_ ("(blank)"));

  if (is_item (field))
    text = format_item (self->store, table, value->text);
  else if (field->kind == TAGA_FIELD_REFERENCE && field->domain != NULL)
    text = dup_record_name (self->store, taga_registers_find (field->domain), value->number);
  if (text == NULL)
    text = taga_edition_format (taga_store_get_edition (self->store), field, value,
                                taga_language_is_japanese ());

  return shorten (text);
}

/* Answers are the same in every round, so the round belongs to their name. */
static char *
dup_round (TagaStore *store, const TagaChange *change)
{
  TagaRecordClass *klass = taga_record_class_peek (change->type);
  int round = taga_record_class_find_field (klass, "round");
  g_autoptr (TagaRecord) record = NULL;

  if (round < 0)
    return NULL;

  record = taga_store_get_record (store, change->type, change->id, NULL);
  if (record == NULL)
    return NULL;

  return dup_record_name (store, taga_registers_find ("round"),
                          taga_record_get_number (record, (guint) round));
}

static char *
format_record (Reading *self, const TagaChange *change, const char *name)
{
  TagaRecordClass *klass = taga_record_class_peek (change->type);
  const char *noun = get_noun (klass);
  g_autofree char *axis = taga_record_class_find_field (klass, "axis") < 0
                              ? NULL
                              : dup_record_name (self->store, change->type, change->id);
  g_autofree char *clean = NULL;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, change->id);
  g_autofree char *round = dup_round (self->store, change);

  /* What a score is of stands behind its round. */
  if (taga_record_class_find_field (klass, "axis") >= 0)
    name = axis;
  clean = name == NULL ? NULL : taga_text_clean (name, -1, FALSE);
  if (clean == NULL)
    /* Translators: a kind of record and its number, as in “Asset 1” */
    return g_strdup_printf (C_ ("record", "%s %s"), noun, id);

  if (find_list (klass->table) != NULL)
    {
      g_autofree char *item = format_item (self->store, klass->table, clean);

      if (round == NULL)
        return g_strdup_printf (C_ ("record", "%s (%s)"), item, noun);
      /* Translators: a check item or threat, what it is, and the round of assessment */
      return g_strdup_printf (C_ ("record", "%s (%s, %s)"), item, noun, round);
    }

  if (g_str_equal (klass->table, "company"))
    /* Translators: what the record is called, and what kind of record it is */
    return g_strdup_printf (C_ ("record", "%s (%s)"), clean, noun);

  /* Translators: what the record is called, what kind of record it is, and its number */
  return g_strdup_printf (C_ ("record", "%s (%s %s)"), clean, noun, id);
}

static const char *
get_kind_text (TagaChangeKind kind)
{
  switch (kind)
    {
    case TAGA_CHANGE_INSERTED:
      return C_ ("record", "Added");
    case TAGA_CHANGE_REMOVED:
      return C_ ("record", "Removed");
    case TAGA_CHANGE_UPDATED:
    default:
      return C_ ("record", "Changed");
    }
}

static int
get_rank (GType type)
{
  guint n_types;
  const GType *types = taga_registers_get_types (&n_types);
  guint i = 0;

  while (i < n_types && types[i] != type)
    i++;

  return (int) i;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *first = a;
  const Entry *second = b;

  if (first->rank != second->rank)
    return first->rank - second->rank;
  if (first->id != second->id)
    return first->id < second->id ? -1 : 1;

  return first->field - second->field;
}

static void
clear_entry (gpointer data)
{
  g_clear_object (&((Entry *) data)->line);
}

static void
add_line (Reading *self, const TagaChange *change, int field, const char *title, const char *text)
{
  TagaStepLineKind kind = field < 0 ? TAGA_STEP_LINE_RECORD : TAGA_STEP_LINE_FIELD;
  Entry entry = { get_rank (change->type), change->id, field,
                  taga_step_line_new (kind, title, text) };

  g_array_append_val (self->entries, entry);
}

/* Where the values are texts of some length, each begins on its own line. */
static char *
join_values (const char *before, const char *after)
{
  gboolean is_long = strchr (before, '\n') != NULL || strchr (after, '\n') != NULL
                     || g_utf8_strlen (before, -1) > MAX_WORDS
                     || g_utf8_strlen (after, -1) > MAX_WORDS;

  return g_strconcat (before, is_long ? "\n→ " : " → ", after, NULL);
}

static void
read_field (const TagaChange *change,
            const char *name,
            guint index,
            const TagaValue *from,
            const TagaValue *to,
            gpointer user_data)
{
  Reading *self = user_data;
  TagaRecordClass *klass = taga_record_class_peek (change->type);
  const TagaField *field = &klass->fields[index];
  gboolean is_new = change->type != self->type || change->id != self->id;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *both = NULL;

  if (!is_told (field))
    return;

  /* A record is never the last line, without anything under it. */
  if (self->n_rest > 0 || self->entries->len + (is_new ? 1 : 0) >= self->limit)
    {
      self->n_rest++;
      return;
    }

  if (is_new)
    {
      g_autofree char *title = format_record (self, change, name);

      add_line (self, change, -1, title, get_kind_text (change->kind));
      self->type = change->type;
      self->id = change->id;
    }

  before = format_value (self, klass->table, field, from);
  after = format_value (self, klass->table, field, to);
  both = join_values (before, after);
  add_line (self, change, (int) index, _ (field->title), both);
}

static GPtrArray *
take_lines (Reading *self)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);

  g_array_sort (self->entries, compare_entries);
  for (guint i = 0; i < self->entries->len; i++)
    g_ptr_array_add (lines, g_object_ref (g_array_index (self->entries, Entry, i).line));

  if (self->n_rest > 0)
    {
      g_autofree char *text = g_strdup_printf (
          ngettext ("%'lu more field was changed.", "%'lu more fields were changed.", self->n_rest),
          self->n_rest);

      g_ptr_array_add (lines, taga_step_line_new (TAGA_STEP_LINE_REST, text, ""));
    }

  return lines;
}

/**
 * taga_step_reader_read:
 * @store: a store
 * @step: number of a step
 * @limit: how many lines at most, before one that says how much more there is
 * @error: return location for an error
 *
 * Reads what a step did, in the order of the registers, their records and their columns.
 *
 * Returns: (transfer full) (nullable) (element-type TagaStepLine): the lines, or `NULL` with
 *   `TAGA_STORE_ERROR_NOT_FOUND` or any other [error@StoreError]
 */
GPtrArray *
taga_step_reader_read (TagaStore *store, gint64 step, guint limit, GError **error)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  Reading reading = { store, entries, limit, G_TYPE_INVALID, 0, 0 };

  g_return_val_if_fail (TAGA_IS_STORE (store), NULL);

  g_array_set_clear_func (entries, clear_entry);
  if (!taga_history_describe (store, step, read_field, &reading, error))
    return NULL;

  return take_lines (&reading);
}
