#include <glib/gi18n-lib.h>

#include "taga-catalogue.h"
#include "taga-text.h"
#include "taga-value.h"

#define MAX_NUMBER 99

/* The lists of choices without which the program cannot work, and the numbers that they must have.
 */
static const struct
{
  const char *name;
  gboolean is_numbered;
  int lowest;
  int highest;
} needed[] = {
  { "frequency", TRUE, 1, 3 },
  { "vulnerability", TRUE, 1, 3 },
  { "likelihood", TRUE, 1, 3 },
  { "answer", TRUE, TAGA_ANSWER_DONE, TAGA_ANSWER_NOT_APPLICABLE },
  { "mark", TRUE, 0, 1 },
  { "judge", FALSE, 0, 0 },
  { "setup-people", FALSE, 0, 0 },
  { "setup-dedication", FALSE, 0, 0 },
  { "date-style", FALSE, 0, 0 },
  { "stocktake-state", FALSE, 0, 0 },
  { "question-answer", TRUE, 1, 4 },
  { "rule-state", TRUE, 1, 3 },
  { "stars", TRUE, 1, 2 },
  { "treatment", FALSE, 0, 0 },
  { "measure-status", FALSE, 0, 0 },
  { "score-origin", FALSE, 0, 0 },
  { "own-list", FALSE, 0, 0 },
  { "mapping-kind", FALSE, 0, 0 },
  { "contact-kind", FALSE, 0, 0 },
  { "rule-set", FALSE, 0, 0 },
};

static gboolean
read_aliases (TagaCatalogue *self, const TagaJson *place, TagaChoice *choice, GError **error)
{
  g_autoptr (GPtrArray) aliases = g_ptr_array_new ();
  TagaJson array, element;
  const char *alias;
  guint n = 0;

  if (taga_json_has (place, "aliases")
      && !taga_json_get_array (place, "aliases", &array, &n, error))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      taga_json_get_element (&array, i, &element);
      if (!taga_json_get_text (&element, NULL, &alias, error))
        return FALSE;
      g_ptr_array_add (aliases, (gpointer) taga_catalogue_keep (self, alias));
    }

  choice->aliases = taga_catalogue_keep_list (self, aliases);
  return TRUE;
}

/* A choice has a key, a number or both; a number alone is the key too. */
static gboolean
read_identity (TagaCatalogue *self, const TagaJson *place, TagaChoice *choice, GError **error)
{
  g_autofree char *digits = NULL;

  choice->number = TAGA_UNKNOWN;
  if (taga_json_has (place, "number")
      && !taga_json_get_integer (place, "number", 0, MAX_NUMBER, &choice->number, error))
    return FALSE;

  if (taga_json_has (place, "key") || choice->number == TAGA_UNKNOWN)
    {
      if (!taga_json_get_key (place, "key", &choice->key, error))
        return FALSE;
      choice->key = taga_catalogue_keep (self, choice->key);
    }
  else
    {
      digits = g_strdup_printf ("%d", choice->number);
      choice->key = taga_catalogue_keep (self, digits);
    }

  return TRUE;
}

static gboolean
read_optional_words (TagaCatalogue *self,
                     const TagaJson *place,
                     const char *member,
                     const char **ja,
                     const char **en,
                     GError **error)
{
  return !taga_json_has (place, member)
         || taga_catalogue_get_words (self, place, member, ja, en, error);
}

static gboolean
read_choice (TagaCatalogue *self, const TagaJson *place, TagaChoice *choice, GError **error)
{
  if (!read_identity (self, place, choice, error)
      || !taga_catalogue_get_words (self, place, "label", &choice->label_ja, &choice->label_en,
                                    error))
    return FALSE;

  choice->cell_ja = choice->label_ja;
  choice->cell_en = choice->label_en;

  return read_optional_words (self, place, "text", &choice->text_ja, &choice->text_en, error)
         && read_optional_words (self, place, "cell", &choice->cell_ja, &choice->cell_en, error)
         && read_optional_words (self, place, "advice", &choice->advice_ja, &choice->advice_en,
                                 error)
         && (!taga_json_has (place, "points")
             || taga_json_get_integer (place, "points", -MAX_NUMBER, MAX_NUMBER, &choice->points,
                                       error))
         && read_aliases (self, place, choice, error)
         && taga_json_get_flag (place, "ours", &choice->is_ours, error);
}

/* A word may have only one meaning in a list, else what people type would be guessed at. */
static gboolean
add_word (TagaCatalogue *self,
          TagaDomain *domain,
          const TagaJson *place,
          const char *word,
          GError **error)
{
  g_autofree char *match = taga_text_match_key (word);
  gpointer meaning = GUINT_TO_POINTER (domain->choices->len);
  gpointer known = g_hash_table_lookup (domain->by_word, match);

  if (*match == '\0')
    return taga_json_fail (place, NULL, error, _ ("“%s” is no word"), word);
  if (known != NULL && known != meaning)
    return taga_json_fail (place, NULL, error, _ ("“%s” means another choice already"), word);

  g_hash_table_insert (domain->by_word, (gpointer) taga_catalogue_keep (self, match), meaning);
  return TRUE;
}

static gboolean
add_words (TagaCatalogue *self,
           TagaDomain *domain,
           const TagaJson *place,
           const TagaChoice *choice,
           GError **error)
{
  const char *words[] = { choice->key, choice->label_ja, choice->label_en, choice->cell_ja,
                          choice->cell_en };
  g_autofree char *digits = g_strdup_printf ("%d", choice->number);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (!add_word (self, domain, place, words[i], error))
      return FALSE;
  for (guint i = 0; choice->aliases[i] != NULL; i++)
    if (!add_word (self, domain, place, choice->aliases[i], error))
      return FALSE;

  return choice->number == TAGA_UNKNOWN || add_word (self, domain, place, digits, error);
}

static gboolean
check_number (const TagaDomain *domain,
              const TagaJson *place,
              const TagaChoice *choice,
              GError **error)
{
  for (guint i = 0; i < domain->choices->len; i++)
    {
      const TagaChoice *other = &g_array_index (domain->choices, TagaChoice, i);

      if ((other->number == TAGA_UNKNOWN) != (choice->number == TAGA_UNKNOWN))
        return taga_json_fail (place, "number", error, _ ("either all choices have one or none"));
      if (other->number != TAGA_UNKNOWN && other->number == choice->number)
        return taga_json_fail (place, "number", error, _ ("%d stands here twice"), choice->number);
    }

  return TRUE;
}

/**
 * taga_catalogue_add_choice:
 * @self: a catalogue
 * @domain: one of its lists of choices
 * @place: where the choice stands
 * @choice: the choice, whose texts the catalogue keeps already
 * @error: return location for an error, or `NULL`
 *
 * Adds a choice to a list.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID` if its
 * key, its number or one of its names is taken
 */
gboolean
taga_catalogue_add_choice (TagaCatalogue *self,
                           TagaDomain *domain,
                           const TagaJson *place,
                           const TagaChoice *choice,
                           GError **error)
{
  if (!check_number (domain, place, choice, error))
    return FALSE;
  if (g_hash_table_contains (domain->by_key, choice->key))
    return taga_json_fail (place, "key", error, _ ("“%s” stands here twice"), choice->key);

  g_array_append_vals (domain->choices, choice, 1);
  g_hash_table_insert (domain->by_key, (gpointer) choice->key,
                       GUINT_TO_POINTER (domain->choices->len));

  return add_words (self, domain, place, choice, error);
}

/**
 * taga_catalogue_read_choices:
 * @self: a catalogue
 * @place: a place that holds an object
 * @member: name of the member that is the array of choices
 * @names: (array zero-terminated=1): the members that each choice may have
 * @domain: the list to add them to
 * @error: return location for an error, or `NULL`
 *
 * Reads a list of choices.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID`
 */
gboolean
taga_catalogue_read_choices (TagaCatalogue *self,
                             const TagaJson *place,
                             const char *member,
                             const char *const *names,
                             TagaDomain *domain,
                             GError **error)
{
  TagaJson array, element;
  guint n;

  if (!taga_json_get_array (place, member, &array, &n, error))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      TagaChoice choice = { 0 };

      taga_json_get_element (&array, i, &element);
      if (!taga_json_check_members (&element, names, error)
          || !read_choice (self, &element, &choice, error)
          || !taga_catalogue_add_choice (self, domain, &element, &choice, error))
        return FALSE;
    }

  return TRUE;
}

static const TagaChoice *
find_number (const TagaDomain *domain, int number)
{
  for (guint i = 0; i < domain->choices->len; i++)
    if (g_array_index (domain->choices, TagaChoice, i).number == number)
      return &g_array_index (domain->choices, TagaChoice, i);

  return NULL;
}

static gboolean
check_needed (TagaCatalogue *self, const TagaJson *domains, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      const TagaDomain *domain = g_hash_table_lookup (self->domains, needed[i].name);
      guint n = (guint) (needed[i].highest - needed[i].lowest + 1);

      if (domain == NULL)
        return taga_json_fail (domains, needed[i].name, error, _ ("missing"));

      if (!needed[i].is_numbered)
        {
          if (g_array_index (domain->choices, TagaChoice, 0).number != TAGA_UNKNOWN)
            return taga_json_fail (domains, needed[i].name, error, _ ("must not be numbered"));
          continue;
        }

      for (int number = needed[i].lowest; number <= needed[i].highest; number++)
        if (find_number (domain, number) == NULL)
          return taga_json_fail (domains, needed[i].name, error, _ ("%d is missing"), number);
      if (domain->choices->len != n)
        return taga_json_fail (domains, needed[i].name, error, _ ("has %u choices instead of %u"),
                               domain->choices->len, n);
    }

  return TRUE;
}

/* The lists of media, levels and bands have files of their own. */
static gboolean
check_name (const TagaJson *domains, const char *name, GError **error)
{
  static const char *const reserved[] = { "medium", "value", "band", NULL };

  if (g_strv_contains (reserved, name))
    return taga_json_fail (domains, name, error, _ ("does not belong here"));

  return TRUE;
}

/**
 * taga_catalogue_read_vocabulary:
 * @self: a catalogue
 * @top: the file
 * @error: return location for an error, or `NULL`
 *
 * Reads the lists of choices that do not depend on anything else.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID`
 */
gboolean
taga_catalogue_read_vocabulary (TagaCatalogue *self, const TagaJson *top, GError **error)
{
  static const char *const top_names[] = { "domains", NULL };
  static const char *const domain_names[] = { "source", "choices", NULL };
  static const char *const names[] = { "key",  "number", "points",  "label", "text",
                                       "cell", "advice", "aliases", "ours",  NULL };
  TagaJson domains, place;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (!taga_json_check_members (top, top_names, error)
      || !taga_json_get_object (top, "domains", NULL, &domains, error))
    return FALSE;

  json_object_iter_init (&iter, json_node_get_object (domains.node));
  while (json_object_iter_next (&iter, &name, &node))
    if (!check_name (&domains, name, error)
        || !taga_json_get_object (&domains, name, domain_names, &place, error)
        || !taga_catalogue_add_source (self, name, &place, "source", error)
        || !taga_catalogue_read_choices (self, &place, "choices", names,
                                         taga_catalogue_add_domain (self, name), error))
      return FALSE;

  return check_needed (self, &domains, error);
}

/**
 * taga_catalogue_read_media:
 * @self: a catalogue
 * @top: the file
 * @error: return location for an error, or `NULL`
 *
 * Reads the media that an asset may be kept on.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID`
 */
gboolean
taga_catalogue_read_media (TagaCatalogue *self, const TagaJson *top, GError **error)
{
  static const char *const top_names[] = { "source", "media", NULL };
  static const char *const names[] = { "key", "label", "text", "aliases", "ours", NULL };
  TagaDomain *domain = taga_catalogue_add_domain (self, "medium");

  if (!taga_json_check_members (top, top_names, error)
      || !taga_catalogue_add_source (self, "medium", top, "source", error)
      || !taga_catalogue_read_choices (self, top, "media", names, domain, error))
    return FALSE;

  if (domain->choices->len > TAGA_MAX_MEDIA)
    return taga_json_fail (top, "media", error, _ ("has more than %d elements"), TAGA_MAX_MEDIA);

  return TRUE;
}
