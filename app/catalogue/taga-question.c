#include "taga-question.h"

#include <glib/gi18n-lib.h>

#include "taga-catalogue.h"
#include "taga-edition-private.h"

/* So many questions about one property are still a short round. */
#define MAX_QUESTIONS 8

static const char *const properties[] = { "confidentiality", "integrity", "availability", NULL };

/**
 * taga_question_set_free:
 * @set: (transfer full): a #TagaQuestionSet
 *
 * Frees the questions of a property; their words are the catalogue's.
 */
void
taga_question_set_free (gpointer set)
{
  g_free (((TagaQuestionSet *) set)->questions);
  g_free (set);
}

/* The marks of an asset that a question may be about. */
static const char *const marks[] = { "personal", "sensitive", "my-number", NULL };

static gboolean
read_mark (const TagaJson *place, const char **mark, GError **error)
{
  const char *key;

  if (!taga_json_has (place, "mark"))
    return TRUE;
  if (!taga_json_get_key (place, "mark", &key, error))
    return FALSE;

  for (guint i = 0; marks[i] != NULL; i++)
    if (g_str_equal (marks[i], key))
      *mark = marks[i];

  return *mark != NULL || taga_json_fail (place, "mark", error, _ ("is no mark of an asset"));
}

static gboolean
read_question (TagaCatalogue *self, const TagaJson *place, TagaQuestion *question, GError **error)
{
  static const char *const names[] = { "text", "example", "reason", "mark", NULL };

  if (!taga_json_check_members (place, names, error)
      || !taga_catalogue_get_words (self, place, "text", &question->text[0], &question->text[1],
                                    error)
      || !taga_catalogue_get_words (self, place, "reason", &question->reason[0],
                                    &question->reason[1], error)
      || !read_mark (place, &question->mark, error))
    return FALSE;

  return !taga_json_has (place, "example")
         || taga_catalogue_get_words (self, place, "example", &question->example[0],
                                      &question->example[1], error);
}

static gboolean
read_level (TagaCatalogue *self, const TagaJson *place, int level, GArray *found, GError **error)
{
  static const char *const names[] = { "questions", NULL };
  TagaJson array, element;
  guint n;

  if (!taga_json_check_members (place, names, error)
      || !taga_json_get_array (place, "questions", &array, &n, error))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      TagaQuestion question = { .level = level };

      taga_json_get_element (&array, i, &element);
      if (!read_question (self, &element, &question, error))
        return FALSE;
      g_array_append_val (found, question);
    }

  return TRUE;
}

/* The levels stand highest first, so that one file serves every scale of as many levels; the lowest
 * is what remains, and has no questions. */
static gboolean
read_levels (TagaCatalogue *self, const TagaJson *place, GArray *found, GError **error)
{
  guint n_levels = (guint) (self->scale.highest - self->scale.lowest);
  TagaJson levels, element;
  guint n;

  if (!taga_json_get_array (place, "levels", &levels, &n, error))
    return FALSE;
  if (n != n_levels)
    return taga_json_fail (&levels, NULL, error, _ ("has %u levels instead of %u"), n, n_levels);

  for (guint i = 0; i < n; i++)
    {
      taga_json_get_element (&levels, i, &element);
      if (!read_level (self, &element, self->scale.highest - (int) i, found, error))
        return FALSE;
    }

  if (found->len > MAX_QUESTIONS)
    return taga_json_fail (&levels, NULL, error, _ ("has %u questions, more than %d"), found->len,
                           MAX_QUESTIONS);

  return TRUE;
}

static gboolean
read_set (TagaCatalogue *self, const TagaJson *place, const char *name, GError **error)
{
  static const char *const names[] = { "title", "levels", "otherwise", NULL };
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (TagaQuestion));
  TagaQuestionSet *set = g_new0 (TagaQuestionSet, 1);
  TagaJson object;

  g_hash_table_insert (self->question_sets, (gpointer) name, set);

  if (!taga_json_get_object (place, name, names, &object, error)
      || !taga_catalogue_get_words (self, &object, "title", &set->title[0], &set->title[1], error)
      || !taga_catalogue_get_words (self, &object, "otherwise", &set->otherwise[0],
                                    &set->otherwise[1], error)
      || !read_levels (self, &object, found, error))
    return FALSE;

  set->n_questions = found->len;
  set->questions = (TagaQuestion *) (gpointer) g_array_free (g_steal_pointer (&found), FALSE);
  return TRUE;
}

/**
 * taga_catalogue_read_questions:
 * @self: a catalogue whose scale is read
 * @top: the file
 * @error: return location for an error, or `NULL`
 *
 * Reads the everyday questions by which people find the levels of confidentiality, integrity and
 * availability.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID`
 */
gboolean
taga_catalogue_read_questions (TagaCatalogue *self, const TagaJson *top, GError **error)
{
  static const char *const names[] = { "source", "properties", NULL };
  TagaJson object;

  if (!taga_json_check_members (top, names, error)
      || !taga_catalogue_add_source (self, "questions", top, "source", error)
      || !taga_json_get_object (top, "properties", properties, &object, error))
    return FALSE;

  for (guint i = 0; properties[i] != NULL; i++)
    if (!read_set (self, &object, properties[i], error))
      return FALSE;

  return TRUE;
}

/**
 * taga_edition_get_question_set:
 * @self: an edition
 * @property: "confidentiality", "integrity" or "availability"
 *
 * Gives the everyday questions that lead to a property's level. They are Taga's own, made from the
 * guideline's criteria.
 *
 * Returns: (transfer none) (nullable): the questions, or `NULL` if there is no such property
 */
const TagaQuestionSet *
taga_edition_get_question_set (TagaEdition *self, const char *property)
{
  g_return_val_if_fail (TAGA_IS_EDITION (self), NULL);
  g_return_val_if_fail (property != NULL, NULL);

  return g_hash_table_lookup (taga_edition_get_catalogue (self)->question_sets, property);
}
