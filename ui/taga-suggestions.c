#include "taga-suggestions.h"

#include "taga-history.h"
#include "taga-text.h"
#include "taga-value-counts.h"

/* So many values are kept of a field. One that has more has hardly two alike. */
#define MAX_VALUES 2000

/* A register of so many records is read again within a frame. */
#define MAX_READ_AGAIN 5000

/* So many are worth a look. */
#define MAX_FOUND 10

/* Longer texts are not entered again. */
#define MAX_CHARACTERS 60

struct _TagaSuggestions
{
  TagaStore *store; /* (owned) */
  GType type;
  GPtrArray **fields; /* (owned) (element-type utf8): by field, `NULL` until somebody asks */
};

static guint
count_fields (TagaSuggestions *self)
{
  return taga_record_class_peek (self->type)->n_fields;
}

static void
forget_all (TagaSuggestions *self)
{
  for (guint i = 0; i < count_fields (self); i++)
    g_clear_pointer (&self->fields[i], g_ptr_array_unref);
}

static gboolean
is_known (GPtrArray *values, const char *text)
{
  return g_ptr_array_find_with_equal_func (values, text, g_str_equal, NULL);
}

/* What one record has entered anew. */
static void
learn (TagaSuggestions *self, gint64 id)
{
  g_autoptr (TagaRecord) record = taga_store_get_record (self->store, self->type, id, NULL);

  for (guint i = 0; record != NULL && i < count_fields (self); i++)
    {
      const char *text = self->fields[i] == NULL ? NULL : taga_record_get_text (record, i);

      if (text != NULL && self->fields[i]->len < MAX_VALUES && !is_known (self->fields[i], text))
        g_ptr_array_add (self->fields[i], g_strdup (text));
    }
}

static void
changed_cb (TagaSuggestions *self, const TagaChange *changes, guint n_changes)
{
  /* What nobody has any more is not suggested; a long register only learns, to stay quick. */
  if (changes == NULL || n_changes > MAX_FOUND
      || taga_store_count (self->store, self->type, NULL) <= MAX_READ_AGAIN)
    {
      forget_all (self);
      return;
    }

  for (guint i = 0; i < n_changes; i++)
    if (changes[i].type == self->type && changes[i].kind != TAGA_CHANGE_REMOVED)
      learn (self, changes[i].id);
}

/**
 * taga_suggestions_new:
 * @store: the company file
 * @type: a record type
 *
 * Makes the suggestions of a register; what they know is read when somebody asks for it.
 *
 * Returns: (transfer full): the suggestions
 */
TagaSuggestions *
taga_suggestions_new (TagaStore *store, GType type)
{
  TagaSuggestions *self = g_new0 (TagaSuggestions, 1);

  self->store = g_object_ref (store);
  self->type = type;
  self->fields = g_new0 (GPtrArray *, count_fields (self));
  g_signal_connect_swapped (store, "changed", G_CALLBACK (changed_cb), self);

  return self;
}

/**
 * taga_suggestions_free:
 * @self: (transfer full): suggestions
 *
 * Frees them.
 */
void
taga_suggestions_free (TagaSuggestions *self)
{
  g_signal_handlers_disconnect_by_data (self->store, self);
  forget_all (self);
  g_free (self->fields);
  g_object_unref (self->store);
  g_free (self);
}

static gboolean
is_worth_keeping (const char *text)
{
  return *text != '\0' && g_utf8_strlen (text, -1) <= MAX_CHARACTERS && strchr (text, '\n') == NULL;
}

static void
read_values (TagaSuggestions *self, guint field)
{
  g_autoptr (TagaQuery) all = taga_query_new ();
  g_autoptr (GPtrArray) counts =
      taga_value_counts (self->store, self->type, all, field, NULL, MAX_VALUES, NULL);

  for (guint i = 0; counts != NULL && i < counts->len; i++)
    {
      const TagaValueCount *count = g_ptr_array_index (counts, i);

      if (is_worth_keeping (count->key))
        g_ptr_array_add (self->fields[field], g_strdup (count->key));
    }
}

static GPtrArray *
get_values (TagaSuggestions *self, guint field)
{
  if (self->fields[field] == NULL)
    {
      self->fields[field] = g_ptr_array_new_with_free_func (g_free);
      read_values (self, field);
    }

  return self->fields[field];
}

/* What names a record is its own, and a remark too. */
static gboolean
is_suggested (const TagaField *field)
{
  return field->kind == TAGA_FIELD_TEXT
         && !(field->flags & (TAGA_FIELD_REQUIRED | TAGA_FIELD_COMPUTED));
}

/**
 * taga_suggestions_find:
 * @self: suggestions
 * @field: a field
 * @typed: the beginning of a text; may be empty
 *
 * Finds values that begin so, in any width and case, the most frequent first.
 *
 * Returns: (transfer full) (nullable): the values, at most ten, or `NULL` if there is none
 */
GStrv
taga_suggestions_find (TagaSuggestions *self, guint field, const char *typed)
{
  g_autofree char *folded = taga_text_fold (typed);
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  GPtrArray *values;
  guint n = 0;

  if (!is_suggested (&taga_record_class_peek (self->type)->fields[field]))
    return NULL;

  /* Who has typed a whole value does not want a longer one. */
  values = get_values (self, field);
  if (*typed != '\0' && is_known (values, typed))
    return NULL;

  for (guint i = 0; i < values->len && n < MAX_FOUND; i++)
    {
      const char *value = g_ptr_array_index (values, i);
      g_autofree char *folded_value = taga_text_fold (value);

      if (!g_str_has_prefix (folded_value, folded))
        continue;
      g_strv_builder_add (found, value);
      n++;
    }

  return n == 0 ? NULL : g_strv_builder_end (found);
}
