#pragma once

#include "taga-edition.h"
#include "taga-json.h"

G_BEGIN_DECLS

#define TAGA_MAX_LEVELS 10
#define TAGA_N_SCORES 6

/**
 * TagaDomain:
 * @choices: (element-type TagaChoice): its choices in order
 * @by_key: place of each key in @choices, from 1
 * @by_word: place of each name that people write, as [func@text_match_key] folds it, from 1
 *
 * The values that a choice or level field may take.
 */
typedef struct
{
  GArray *choices;
  GHashTable *by_key;
  GHashTable *by_word;
} TagaDomain;

/**
 * TagaItems:
 * @items: (element-type TagaItem): the items in order
 * @by_key: place of each key in @items, from 1
 * @n_retired: how many of the last ones are not asked any more
 *
 * Threats, check items, their groups, regulations, or another list of items.
 */
typedef struct
{
  GArray *items;
  GHashTable *by_key;
  guint n_retired;
} TagaItems;

/**
 * TagaProperty:
 * @question: what to ask people, Japanese first
 * @criteria: what each level stands for, from the lowest; lines are separated by a line feed
 *
 * How people judge confidentiality, integrity or availability.
 */
typedef struct
{
  const char *question[2];
  const char *criteria[TAGA_MAX_LEVELS][2];
} TagaProperty;

/**
 * TagaRubric:
 * @text: what each score from 0 to 5 stands for, Japanese first
 *
 * How a judge finds the score of an axis.
 */
typedef struct
{
  const char *text[TAGA_N_SCORES][2];
} TagaRubric;

/**
 * TagaSource:
 * @text: where something stands in the guideline, or why it does not, Japanese first
 * @is_ours: whether it is Taga's and not the guideline's
 */
typedef struct
{
  const char *text[2];
  gboolean is_ours;
} TagaSource;

/**
 * TagaCatalogue:
 *
 * All that the files of a method edition say. It is filled once and then only read.
 */
typedef struct
{
  GStringChunk *strings;
  GPtrArray *lists;
  const char *key;
  const char *title[2];
  const char *note[2];
  TagaScale scale;
  GHashTable *domains;
  GHashTable *items;
  GHashTable *properties;
  GHashTable *question_sets;
  GHashTable *rubrics;
  GHashTable *sources;
} TagaCatalogue;

TagaCatalogue *taga_catalogue_read (GFile *folder, const char *key, GError **error);
void taga_catalogue_free (TagaCatalogue *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaCatalogue, taga_catalogue_free)

TagaCatalogue *taga_catalogue_new (void);
const char *taga_catalogue_keep (TagaCatalogue *self, const char *text);
const char *const *taga_catalogue_keep_list (TagaCatalogue *self, GPtrArray *texts);
TagaDomain *taga_catalogue_add_domain (TagaCatalogue *self, const char *name);
TagaItems *taga_catalogue_add_items (TagaCatalogue *self, const char *name);
gboolean taga_catalogue_add_source (TagaCatalogue *self,
                                    const char *what,
                                    const TagaJson *place,
                                    const char *member,
                                    GError **error);
gboolean taga_catalogue_add_sources (TagaCatalogue *self,
                                     const TagaJson *place,
                                     const char *const *names,
                                     GError **error);
gboolean taga_catalogue_get_words (TagaCatalogue *self,
                                   const TagaJson *place,
                                   const char *member,
                                   const char **ja,
                                   const char **en,
                                   GError **error);
gboolean taga_catalogue_add_choice (TagaCatalogue *self,
                                    TagaDomain *domain,
                                    const TagaJson *place,
                                    const TagaChoice *choice,
                                    GError **error);
gboolean taga_catalogue_read_choices (TagaCatalogue *self,
                                      const TagaJson *place,
                                      const char *member,
                                      const char *const *names,
                                      TagaDomain *domain,
                                      GError **error);

/* Each reads one of the edition's files, or one of its parts. */
gboolean taga_catalogue_read_vocabulary (TagaCatalogue *self, const TagaJson *top, GError **error);
gboolean taga_catalogue_read_media (TagaCatalogue *self, const TagaJson *top, GError **error);
gboolean taga_catalogue_read_bands (TagaCatalogue *self, const TagaJson *top, GError **error);
gboolean taga_catalogue_read_threats (TagaCatalogue *self, const TagaJson *top, GError **error);
gboolean taga_catalogue_read_checks (TagaCatalogue *self, const TagaJson *top, GError **error);
gboolean taga_catalogue_read_mapping (TagaCatalogue *self, const TagaJson *top, GError **error);
gboolean taga_catalogue_read_regulations (TagaCatalogue *self, const TagaJson *top, GError **error);
gboolean
taga_catalogue_select_regulations (TagaCatalogue *self, const TagaJson *top, GError **error);
gboolean taga_catalogue_read_rules (TagaCatalogue *self, const TagaJson *top, GError **error);
gboolean taga_catalogue_read_criteria (TagaCatalogue *self, const TagaJson *top, GError **error);
gboolean taga_catalogue_read_questions (TagaCatalogue *self, const TagaJson *top, GError **error);
gboolean taga_catalogue_read_axes (TagaCatalogue *self, const TagaJson *top, GError **error);
gboolean taga_catalogue_read_self_check (TagaCatalogue *self, const TagaJson *top, GError **error);
gboolean
taga_catalogue_read_ladder_rules (TagaCatalogue *self, const TagaJson *top, GError **error);
gboolean taga_catalogue_read_top_threats (TagaCatalogue *self, const TagaJson *top, GError **error);
gboolean taga_catalogue_read_roles (TagaCatalogue *self, const TagaJson *top, GError **error);

G_END_DECLS
