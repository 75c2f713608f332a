#include "taga-edition.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "taga-catalogue.h"
#include "taga-edition-private.h"
#include "taga-value.h"

#define FOLDER "resource:///io/github/taga_workbench/Taga/data/catalogues"

/**
 * TagaEdition:
 *
 * An edition of the method: scale, criteria, tables, media, threats, check items and regulations,
 * with the words for them in Japanese and English. It never changes once it is loaded, and owns
 * every text that it hands out.
 */
struct _TagaEdition
{
  GObject parent_instance;

  TagaCatalogue *catalogue; /* (owned) */
};

G_DEFINE_FINAL_TYPE (TagaEdition, taga_edition, G_TYPE_OBJECT)

G_DEFINE_QUARK (taga_catalogue_error, taga_catalogue_error)

/* The first is what a new file gets. */
static const char *const known_keys[] = { "ipa-3.1", "ipa-3.0", NULL };

static void
taga_edition_finalize (GObject *object)
{
  TagaEdition *self = TAGA_EDITION (object);

  g_clear_pointer (&self->catalogue, taga_catalogue_free);

  G_OBJECT_CLASS (taga_edition_parent_class)->finalize (object);
}

static void
taga_edition_class_init (TagaEditionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_edition_finalize;
}

static void
taga_edition_init (TagaEdition *self)
{
}

/**
 * taga_edition_get_known:
 *
 * Gives the keys of the editions that come with the program, the default one first.
 *
 * Returns: (transfer none) (array zero-terminated=1): the keys
 */
const char *const *
taga_edition_get_known (void)
{
  return known_keys;
}

/**
 * taga_edition_load:
 * @key: key of an edition
 * @error: return location for an error, or `NULL`
 *
 * Loads an edition that comes with the program.
 *
 * Returns: (transfer full): the edition, or `NULL` with @error set, as for
 *   [func@Edition.load_from]; to `TAGA_CATALOGUE_ERROR_UNREADABLE` if there is none of this key
 */
TagaEdition *
taga_edition_load (const char *key, GError **error)
{
  g_autoptr (GFile) folder = NULL;
  g_autofree char *keys = NULL;

  g_return_val_if_fail (key != NULL, NULL);

  if (!g_strv_contains (known_keys, key))
    {
      keys = g_strjoinv (", ", (char **) known_keys);
      g_set_error (error, TAGA_CATALOGUE_ERROR, TAGA_CATALOGUE_ERROR_UNREADABLE,
                   _ ("This program has no method edition “%s”. It has %s."), key, keys);
      return NULL;
    }

  folder = g_file_new_for_uri (FOLDER);
  return taga_edition_load_from (folder, key, error);
}

/**
 * taga_edition_load_from:
 * @folder: where the catalogue files are
 * @key: key of the edition; its file is called so
 * @error: return location for an error, or `NULL`
 *
 * Loads an edition and checks it, so that nothing that uses it has to.
 *
 * Returns: (transfer full): the edition, or `NULL` with @error set to
 *   `TAGA_CATALOGUE_ERROR_UNREADABLE` if a file is not there or no JSON, or to
 *   `TAGA_CATALOGUE_ERROR_INVALID` if something in it is wrong; the message names the file and the
 *   place in it
 */
TagaEdition *
taga_edition_load_from (GFile *folder, const char *key, GError **error)
{
  g_autoptr (TagaCatalogue) catalogue = NULL;
  TagaEdition *self;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);
  g_return_val_if_fail (key != NULL && strchr (key, '/') == NULL, NULL);

  catalogue = taga_catalogue_read (folder, key, error);
  if (catalogue == NULL)
    return NULL;

  self = g_object_new (TAGA_TYPE_EDITION, NULL);
  self->catalogue = g_steal_pointer (&catalogue);
  return self;
}

/**
 * taga_edition_get_key:
 * @self: an edition
 *
 * Gives the edition's key, which the company's file stores.
 *
 * Returns: (transfer none): the key, e.g. "ipa-3.1"
 */
const char *
taga_edition_get_key (TagaEdition *self)
{
  g_return_val_if_fail (TAGA_IS_EDITION (self), NULL);

  return self->catalogue->key;
}

/**
 * taga_edition_get_title:
 * @self: an edition
 * @japanese: whether in Japanese or English
 *
 * Gives what people call the edition.
 *
 * Returns: (transfer none): the title
 */
const char *
taga_edition_get_title (TagaEdition *self, gboolean japanese)
{
  g_return_val_if_fail (TAGA_IS_EDITION (self), NULL);

  return self->catalogue->title[japanese ? 0 : 1];
}

/**
 * taga_edition_get_note:
 * @self: an edition
 * @japanese: whether in Japanese or English
 *
 * Gives what people should know before they choose the edition.
 *
 * Returns: (transfer none): a few sentences
 */
const char *
taga_edition_get_note (TagaEdition *self, gboolean japanese)
{
  g_return_val_if_fail (TAGA_IS_EDITION (self), NULL);

  return self->catalogue->note[japanese ? 0 : 1];
}

/**
 * taga_edition_get_scale:
 * @self: an edition
 *
 * Gives the figures that the rules work on.
 *
 * Returns: (transfer none): the figures
 */
const TagaScale *
taga_edition_get_scale (TagaEdition *self)
{
  g_return_val_if_fail (TAGA_IS_EDITION (self), NULL);

  return &self->catalogue->scale;
}

/**
 * taga_edition_get_catalogue:
 * @self: an edition
 *
 * Gives all that the edition's files say. It is for the sources of this folder only.
 *
 * Returns: (transfer none): the catalogue
 */
const TagaCatalogue *
taga_edition_get_catalogue (TagaEdition *self)
{
  return self->catalogue;
}

/**
 * taga_edition_get_domain:
 * @self: an edition
 * @name: name of a list of choices
 *
 * Gives a list of choices with its look-ups. It is for the sources of this folder only.
 *
 * Returns: (transfer none) (nullable): the list, or `NULL` if the edition has none of this name
 */
const TagaDomain *
taga_edition_get_domain (TagaEdition *self, const char *name)
{
  return g_hash_table_lookup (self->catalogue->domains, name);
}

/**
 * taga_edition_get_choices:
 * @self: an edition
 * @domain: name of a list of choices, e.g. "medium"
 * @n: (out): how many there are
 *
 * Gives the choices of a list, in the order in which people should see them.
 *
 * Returns: (transfer none) (array length=n) (nullable): the choices, or `NULL` if there is no such
 *   list
 */
const TagaChoice *
taga_edition_get_choices (TagaEdition *self, const char *domain, guint *n)
{
  const TagaDomain *found;

  g_return_val_if_fail (TAGA_IS_EDITION (self), NULL);
  g_return_val_if_fail (domain != NULL && n != NULL, NULL);

  found = taga_edition_get_domain (self, domain);
  *n = found == NULL ? 0 : found->choices->len;
  return found == NULL ? NULL : (const TagaChoice *) found->choices->data;
}

/**
 * taga_edition_find_choice:
 * @self: an edition
 * @domain: name of a list of choices
 * @key: (nullable): key of a choice
 *
 * Finds a choice by its key.
 *
 * Returns: (transfer none) (nullable): the choice, or `NULL` if there is none
 */
const TagaChoice *
taga_edition_find_choice (TagaEdition *self, const char *domain, const char *key)
{
  const TagaDomain *found;
  guint i;

  g_return_val_if_fail (TAGA_IS_EDITION (self), NULL);
  g_return_val_if_fail (domain != NULL, NULL);

  found = taga_edition_get_domain (self, domain);
  if (found == NULL || key == NULL)
    return NULL;

  i = GPOINTER_TO_UINT (g_hash_table_lookup (found->by_key, key));
  return i == 0 ? NULL : &g_array_index (found->choices, TagaChoice, i - 1);
}

/**
 * taga_edition_find_level:
 * @self: an edition
 * @domain: name of a numbered list of choices
 * @number: number of a choice
 *
 * Finds a choice by its number.
 *
 * Returns: (transfer none) (nullable): the choice, or `NULL` if there is none
 */
const TagaChoice *
taga_edition_find_level (TagaEdition *self, const char *domain, gint64 number)
{
  const TagaChoice *choices;
  guint n;

  choices = taga_edition_get_choices (self, domain, &n);
  if (number == TAGA_UNKNOWN)
    return NULL;

  for (guint i = 0; i < n; i++)
    if (choices[i].number == number)
      return &choices[i];

  return NULL;
}

/**
 * taga_edition_get_items:
 * @self: an edition
 * @list: "threat", "check", "check-group", "regulation", "question", "question-part", "rule-set",
 *   "rule", "recheck", "top-threat-list", "top-threat", "role-group", "role" or "axis"
 * @n: (out): how many there are
 *
 * Gives the items of a list, in the guideline's order.
 *
 * Returns: (transfer none) (array length=n) (nullable): the items, or `NULL` if there is no such
 * list
 */
const TagaItem *
taga_edition_get_items (TagaEdition *self, const char *list, guint *n)
{
  const TagaItems *found;

  g_return_val_if_fail (TAGA_IS_EDITION (self), NULL);
  g_return_val_if_fail (list != NULL && n != NULL, NULL);

  found = g_hash_table_lookup (self->catalogue->items, list);
  *n = found == NULL ? 0 : found->items->len - found->n_retired;
  return found == NULL ? NULL : (const TagaItem *) found->items->data;
}

/**
 * taga_edition_find_item:
 * @self: an edition
 * @list: name of a list, as for [method@Edition.get_items]
 * @key: (nullable): key of an item
 *
 * Finds an item by its key.
 *
 * Returns: (transfer none) (nullable): the item, or `NULL` if there is none
 */
const TagaItem *
taga_edition_find_item (TagaEdition *self, const char *list, const char *key)
{
  const TagaItems *found;
  guint i;

  g_return_val_if_fail (TAGA_IS_EDITION (self), NULL);
  g_return_val_if_fail (list != NULL, NULL);

  found = g_hash_table_lookup (self->catalogue->items, list);
  if (found == NULL || key == NULL)
    return NULL;

  i = GPOINTER_TO_UINT (g_hash_table_lookup (found->by_key, key));
  return i == 0 ? NULL : &g_array_index (found->items, TagaItem, i - 1);
}

/**
 * taga_edition_get_question:
 * @self: an edition
 * @property: "confidentiality", "integrity" or "availability"
 * @japanese: whether in Japanese or English
 *
 * Gives the everyday question by which people judge a property of an asset.
 *
 * Returns: (transfer none) (nullable): the question, or `NULL` if there is no such property
 */
const char *
taga_edition_get_question (TagaEdition *self, const char *property, gboolean japanese)
{
  const TagaProperty *found;

  g_return_val_if_fail (TAGA_IS_EDITION (self), NULL);
  g_return_val_if_fail (property != NULL, NULL);

  found = g_hash_table_lookup (self->catalogue->properties, property);
  return found == NULL ? NULL : found->question[japanese ? 0 : 1];
}

/**
 * taga_edition_get_criterion:
 * @self: an edition
 * @property: "confidentiality", "integrity", "availability" or "importance"
 * @level: a level of the scale
 * @japanese: whether in Japanese or English
 *
 * Gives what a level stands for. Several criteria, of which one suffices, stand on a line each.
 *
 * Returns: (transfer none) (nullable): the criteria, or `NULL` if there is no such property or
 * level
 */
const char *
taga_edition_get_criterion (TagaEdition *self, const char *property, int level, gboolean japanese)
{
  const TagaScale *scale;
  const TagaProperty *found;
  const TagaChoice *choice;

  g_return_val_if_fail (TAGA_IS_EDITION (self), NULL);
  g_return_val_if_fail (property != NULL, NULL);

  scale = &self->catalogue->scale;
  if (level < scale->lowest || level > scale->highest)
    return NULL;

  if (g_str_equal (property, "importance"))
    {
      choice = taga_edition_find_level (self, "value", level);
      return japanese ? choice->text_ja : choice->text_en;
    }

  found = g_hash_table_lookup (self->catalogue->properties, property);
  return found == NULL ? NULL : found->criteria[level - scale->lowest][japanese ? 0 : 1];
}

/**
 * taga_edition_get_source:
 * @self: an edition
 * @what: "criteria", "importance", "value", "personal-information", "risk", "band", "regulation",
 *   "questions", "threat-rule", "vulnerability-rule", "likelihood-table", "mapping", "threat",
 *   "check", "question", "question-axis", "question-reading", "rule", "recheck", "top-threat",
 *   "top-threat-rules", "role", "axis" (which check items count), "axis-rubric", or the name of a
 * list of choices
 * @japanese: whether in Japanese or English
 *
 * Gives where something stands in the guideline, or says that it is Taga's own.
 *
 * Returns: (transfer none) (nullable): the source, or `NULL` if there is none
 */
const char *
taga_edition_get_source (TagaEdition *self, const char *what, gboolean japanese)
{
  const TagaSource *source;

  g_return_val_if_fail (TAGA_IS_EDITION (self), NULL);
  g_return_val_if_fail (what != NULL, NULL);

  source = g_hash_table_lookup (self->catalogue->sources, what);
  return source == NULL ? NULL : source->text[japanese ? 0 : 1];
}

/**
 * taga_edition_is_ours:
 * @self: an edition
 * @what: as for [method@Edition.get_source]
 *
 * Tells whether something is Taga's own and not the guideline's, so that the screen can say so.
 *
 * Returns: `TRUE` if it is
 */
gboolean
taga_edition_is_ours (TagaEdition *self, const char *what)
{
  const TagaSource *source;

  g_return_val_if_fail (TAGA_IS_EDITION (self), FALSE);
  g_return_val_if_fail (what != NULL, FALSE);

  source = g_hash_table_lookup (self->catalogue->sources, what);
  return source != NULL && source->is_ours;
}

/**
 * taga_edition_init_assessment:
 * @self: an edition
 * @assessment: (out caller-allocates): an assessment
 *
 * Makes an assessment of which only scale and media are known. It borrows both from the edition.
 */
void
taga_edition_init_assessment (TagaEdition *self, TagaAssessment *assessment)
{
  const TagaChoice *media;

  g_return_if_fail (TAGA_IS_EDITION (self));
  g_return_if_fail (assessment != NULL);

  memset (assessment, 0, sizeof *assessment);
  assessment->scale = &self->catalogue->scale;
  media = taga_edition_get_choices (self, "medium", &assessment->n_media);

  for (guint i = 0; i < TAGA_MAX_MEDIA; i++)
    {
      assessment->media[i] = i < assessment->n_media ? media[i].key : NULL;
      assessment->threat[i] = TAGA_UNKNOWN;
      assessment->vulnerability[i] = TAGA_UNKNOWN;
      assessment->planned[i] = TAGA_UNKNOWN;
    }
}
