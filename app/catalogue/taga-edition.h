#pragma once

#include <gio/gio.h>

#include "taga-field.h"
#include "taga-risk.h"

G_BEGIN_DECLS

#define TAGA_CATALOGUE_ERROR (taga_catalogue_error_quark ())
GQuark taga_catalogue_error_quark (void);

/**
 * TagaCatalogueError:
 * @TAGA_CATALOGUE_ERROR_UNREADABLE: the file is not there, is no JSON, or is made to harm
 * @TAGA_CATALOGUE_ERROR_INVALID: something in the file is missing, doubled, or refers to nothing
 * @TAGA_CATALOGUE_ERROR_REFUSED: a text that was entered is no value that its field may take
 */
typedef enum
{
  TAGA_CATALOGUE_ERROR_UNREADABLE,
  TAGA_CATALOGUE_ERROR_INVALID,
  TAGA_CATALOGUE_ERROR_REFUSED,
} TagaCatalogueError;

/**
 * TagaChoice:
 * @key: what the file stores for a choice
 * @number: what the file stores for a level; `TAGA_UNKNOWN` if the list is not numbered
 * @points: what an answer of the self-check counts, −1 to 4; 0 elsewhere
 * @label_ja: its name in Japanese, short enough for a cell
 * @label_en: its name in English
 * @text_ja: (nullable): what it means
 * @text_en: (nullable): the same in English
 * @cell_ja: the words that a cell of the guideline's workbook shows for it; the label if it has
 * none
 * @cell_en: the same in English
 * @advice_ja: (nullable): what it asks people to do
 * @advice_en: (nullable): the same in English
 * @aliases: (array zero-terminated=1): other names that workbooks use for it
 * @is_ours: whether its words are Taga's, as the guideline's are not published
 *
 * One value that a choice or level field may take.
 */
typedef struct
{
  const char *key;
  int number;
  int points;
  const char *label_ja;
  const char *label_en;
  const char *text_ja;
  const char *text_en;
  const char *cell_ja;
  const char *cell_en;
  const char *advice_ja;
  const char *advice_en;
  const char *const *aliases;
  gboolean is_ours;
} TagaChoice;

/**
 * TagaItem:
 * @key: stable key, e.g. "7-1" for a check item, "12" for a threat
 * @group: (nullable): key of the group of a check item, of the medium of a threat, of the part of
 *   a question, of the rule of a re-check question, of the list of a top threat, or "standing" or
 *   "incident" for a role
 * @title_ja: what it says, in Japanese; a check item asks a question
 * @title_en: the same in English
 * @short_ja: its name where there is little room; the title if it has none
 * @short_en: the same in English
 * @help_ja: (nullable): more words; for a check item or a question, the state that counts as done;
 *   for a role, its duties
 * @help_en: (nullable): the same in English
 * @when_ja: (nullable): who needs a regulation, or to whom a group of check items applies
 * @when_en: (nullable): the same in English
 * @plain_ja: (nullable): for a threat, what it would do to “{assets}”, in words that need no
 *   training
 * @plain_en: (nullable): the same in English
 * @axis: (nullable): for a question of the self-check, its axis (our mapping)
 * @media: (array zero-terminated=1): for a check item, the media that it protects (our mapping)
 * @checks: (array zero-terminated=1): for a regulation, the check items that ask for it; for an
 *   axis, those that count (our mapping); for a rule set, its rules in order
 * @rules: (array zero-terminated=1): for a top threat, the rules that help directly (our mapping)
 * @rules_some: (array zero-terminated=1): those that help to some degree (our mapping)
 * @is_own: whether the company has added it to those of the edition
 *
 * A threat, a check item, a regulation, a question, a rule, a role or another item of a method
 * edition.
 */
typedef struct
{
  const char *key;
  const char *group;
  const char *title_ja;
  const char *title_en;
  const char *short_ja;
  const char *short_en;
  const char *help_ja;
  const char *help_en;
  const char *when_ja;
  const char *when_en;
  const char *plain_ja;
  const char *plain_en;
  const char *axis;
  const char *const *media;
  const char *const *checks;
  const char *const *rules;
  const char *const *rules_some;
  gboolean is_own;
} TagaItem;

#define TAGA_TYPE_EDITION (taga_edition_get_type ())
G_DECLARE_FINAL_TYPE (TagaEdition, taga_edition, TAGA, EDITION, GObject)

TagaEdition *taga_edition_load (const char *key, GError **error);
TagaEdition *taga_edition_load_from (GFile *folder, const char *key, GError **error);
const char *const *taga_edition_get_known (void);

const char *taga_edition_get_key (TagaEdition *self);
const char *taga_edition_get_title (TagaEdition *self, gboolean japanese);
const char *taga_edition_get_note (TagaEdition *self, gboolean japanese);
const TagaScale *taga_edition_get_scale (TagaEdition *self);

const TagaChoice *taga_edition_get_choices (TagaEdition *self, const char *domain, guint *n);
const TagaChoice *taga_edition_find_choice (TagaEdition *self, const char *domain, const char *key);
const TagaChoice *taga_edition_find_level (TagaEdition *self, const char *domain, gint64 number);

const TagaItem *taga_edition_get_items (TagaEdition *self, const char *list, guint *n);
const TagaItem *taga_edition_find_item (TagaEdition *self, const char *list, const char *key);

const char *taga_edition_get_question (TagaEdition *self, const char *property, gboolean japanese);
const char *
taga_edition_get_criterion (TagaEdition *self, const char *property, int level, gboolean japanese);
const TagaChoice *taga_edition_find_reading (TagaEdition *self, int total);
const char *
taga_edition_get_rubric (TagaEdition *self, const char *axis, int level, gboolean japanese);
const char *taga_edition_get_source (TagaEdition *self, const char *what, gboolean japanese);
gboolean taga_edition_is_ours (TagaEdition *self, const char *what);

void taga_edition_init_assessment (TagaEdition *self, TagaAssessment *assessment);

char *taga_edition_format (TagaEdition *self,
                           const TagaField *field,
                           const TagaValue *value,
                           gboolean japanese);
char *taga_edition_format_risk (TagaEdition *self, int risk, gboolean japanese);
gboolean taga_edition_parse (TagaEdition *self,
                             const TagaField *field,
                             const char *text,
                             TagaValue *value,
                             GError **error);

G_END_DECLS
