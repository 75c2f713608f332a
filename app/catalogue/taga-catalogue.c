#include "taga-catalogue.h"

#include <glib/gi18n-lib.h>

#include "taga-question.h"

static void
free_domain (gpointer data)
{
  TagaDomain *domain = data;

  g_array_unref (domain->choices);
  g_hash_table_unref (domain->by_key);
  g_hash_table_unref (domain->by_word);
  g_free (domain);
}

static void
free_items (gpointer data)
{
  TagaItems *items = data;

  g_array_unref (items->items);
  g_hash_table_unref (items->by_key);
  g_free (items);
}

/**
 * taga_catalogue_new:
 *
 * Makes a catalogue that holds nothing yet.
 *
 * Returns: (transfer full): the catalogue
 */
TagaCatalogue *
taga_catalogue_new (void)
{
  TagaCatalogue *self = g_new0 (TagaCatalogue, 1);

  self->strings = g_string_chunk_new (4096);
  self->lists = g_ptr_array_new_with_free_func (g_free);
  self->domains = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_domain);
  self->items = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_items);
  self->properties = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->question_sets =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, taga_question_set_free);
  self->rubrics = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->sources = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  return self;
}

/**
 * taga_catalogue_free:
 * @self: (transfer full): a catalogue
 *
 * Frees a catalogue and every text in it.
 */
void
taga_catalogue_free (TagaCatalogue *self)
{
  g_hash_table_unref (self->domains);
  g_hash_table_unref (self->items);
  g_hash_table_unref (self->properties);
  g_hash_table_unref (self->question_sets);
  g_hash_table_unref (self->rubrics);
  g_hash_table_unref (self->sources);
  g_ptr_array_unref (self->lists);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/**
 * taga_catalogue_keep:
 * @self: a catalogue
 * @text: (nullable): a text
 *
 * Copies a text so that it lives as long as the catalogue.
 *
 * Returns: (transfer none) (nullable): the copy
 */
const char *
taga_catalogue_keep (TagaCatalogue *self, const char *text)
{
  return text == NULL ? NULL : g_string_chunk_insert_const (self->strings, text);
}

/**
 * taga_catalogue_keep_list:
 * @self: a catalogue
 * @texts: (nullable) (element-type utf8): texts that the catalogue keeps already
 *
 * Makes a list of texts that lives as long as the catalogue.
 *
 * Returns: (transfer none) (array zero-terminated=1): the list, which may be empty
 */
const char *const *
taga_catalogue_keep_list (TagaCatalogue *self, GPtrArray *texts)
{
  guint n = texts == NULL ? 0 : texts->len;
  const char **list = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    list[i] = g_ptr_array_index (texts, i);
  g_ptr_array_add (self->lists, list);

  return list;
}

/**
 * taga_catalogue_add_domain:
 * @self: a catalogue
 * @name: its name
 *
 * Adds a list of choices. The reader makes sure that there is none of this name.
 *
 * Returns: (transfer none): the empty list
 */
TagaDomain *
taga_catalogue_add_domain (TagaCatalogue *self, const char *name)
{
  TagaDomain *domain = g_new0 (TagaDomain, 1);

  domain->choices = g_array_new (FALSE, FALSE, sizeof (TagaChoice));
  domain->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  domain->by_word = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (self->domains, (gpointer) taga_catalogue_keep (self, name), domain);

  return domain;
}

/**
 * taga_catalogue_add_items:
 * @self: a catalogue
 * @name: its name
 *
 * Adds a list of items.
 *
 * Returns: (transfer none): the empty list
 */
TagaItems *
taga_catalogue_add_items (TagaCatalogue *self, const char *name)
{
  TagaItems *items = g_new0 (TagaItems, 1);

  items->items = g_array_new (FALSE, FALSE, sizeof (TagaItem));
  items->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (self->items, (gpointer) taga_catalogue_keep (self, name), items);

  return items;
}

/**
 * taga_catalogue_get_words:
 * @self: a catalogue
 * @place: a place that holds an object, or itself the two texts
 * @member: (nullable): name of a member, or `NULL` for the place itself
 * @ja: (out) (transfer none): the Japanese text, which the catalogue keeps
 * @en: (out) (transfer none): the English text, which the catalogue keeps
 * @error: return location for an error, or `NULL`
 *
 * Reads a text that stands in both languages.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID`
 */
gboolean
taga_catalogue_get_words (TagaCatalogue *self,
                          const TagaJson *place,
                          const char *member,
                          const char **ja,
                          const char **en,
                          GError **error)
{
  if (!taga_json_get_words (place, member, ja, en, error))
    return FALSE;

  *ja = taga_catalogue_keep (self, *ja);
  *en = taga_catalogue_keep (self, *en);
  return TRUE;
}

/**
 * taga_catalogue_add_source:
 * @self: a catalogue
 * @what: what the source is of
 * @place: a place that holds an object
 * @member: name of the member that tells the source
 * @error: return location for an error, or `NULL`
 *
 * Reads where something stands in the guideline, or that it is Taga's own.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID`
 */
gboolean
taga_catalogue_add_source (TagaCatalogue *self,
                           const char *what,
                           const TagaJson *place,
                           const char *member,
                           GError **error)
{
  static const char *const names[] = { "ja", "en", "ours", NULL };
  g_autofree TagaSource *source = g_new0 (TagaSource, 1);
  TagaJson object;

  if (!taga_json_get_object (place, member, names, &object, error)
      || !taga_json_get_text (&object, "ja", &source->text[0], error)
      || !taga_json_get_text (&object, "en", &source->text[1], error)
      || !taga_json_get_flag (&object, "ours", &source->is_ours, error))
    return FALSE;

  if (g_hash_table_contains (self->sources, what))
    return taga_json_fail (place, member, error, _ ("“%s” has a source already"), what);

  source->text[0] = taga_catalogue_keep (self, source->text[0]);
  source->text[1] = taga_catalogue_keep (self, source->text[1]);
  g_hash_table_insert (self->sources, (gpointer) taga_catalogue_keep (self, what),
                       g_steal_pointer (&source));
  return TRUE;
}

/**
 * taga_catalogue_add_sources:
 * @self: a catalogue
 * @place: a place that holds an object
 * @names: (array zero-terminated=1): what the sources are of
 * @error: return location for an error, or `NULL`
 *
 * Reads the member "sources", which tells all sources of a file by their names.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID`
 */
gboolean
taga_catalogue_add_sources (TagaCatalogue *self,
                            const TagaJson *place,
                            const char *const *names,
                            GError **error)
{
  TagaJson object;

  if (!taga_json_get_object (place, "sources", names, &object, error))
    return FALSE;

  for (guint i = 0; names[i] != NULL; i++)
    if (!taga_catalogue_add_source (self, names[i], &object, names[i], error))
      return FALSE;

  return TRUE;
}
