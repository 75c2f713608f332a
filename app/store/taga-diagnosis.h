#pragma once

#include "taga-store.h"
#include "taga-tally.h"

G_BEGIN_DECLS

/**
 * TagaDiagnosisGroup:
 * @group: a group of check items
 * @tally: its answers
 *
 * How a group of check items stands.
 */
typedef struct
{
  const TagaItem *group;
  TagaTally tally;
} TagaDiagnosisGroup;

/**
 * TagaNeed:
 * @TAGA_NEED_UNKNOWN: nothing asks for it, but not every item is answered
 * @TAGA_NEED_NO: every item that asks for it is done, or does not apply
 * @TAGA_NEED_YES: something asks for it
 *
 * Whether the company needs a regulation.
 */
typedef enum
{
  TAGA_NEED_UNKNOWN,
  TAGA_NEED_NO,
  TAGA_NEED_YES,
} TagaNeed;

/**
 * TagaDiagnosisRegulation:
 * @regulation: a regulation
 * @need: whether the company needs it
 * @tally: the answers to the items that ask for it
 * @reasons: (element-type TagaItem): those that are done in part or not, in the edition's order
 *
 * Whether a regulation is needed, and why.
 */
typedef struct
{
  const TagaItem *regulation;
  TagaNeed need;
  TagaTally tally;
  GPtrArray *reasons;
} TagaDiagnosisRegulation;

/**
 * TagaDiagnosis:
 * @edition: (owned): the edition whose items they are
 * @n_groups: how many groups there are
 * @groups: (array length=n_groups): each group, in the edition's order
 * @n_regulations: how many regulations there are
 * @regulations: (array length=n_regulations): each regulation, in the edition's order
 * @total: the answers to all items
 * @n_to_confirm: answers that were copied from the round before and not looked at yet
 * @n_foreign: answers to items that the edition does not have; they stay in the file
 *
 * What follows from the countermeasure check of a round 診断結果.
 */
typedef struct
{
  TagaEdition *edition;
  guint n_groups;
  TagaDiagnosisGroup *groups;
  guint n_regulations;
  TagaDiagnosisRegulation *regulations;
  TagaTally total;
  guint n_to_confirm;
  guint n_foreign;
} TagaDiagnosis;

TagaDiagnosis *taga_diagnosis_read (TagaStore *store, gint64 round, GError **error);
void taga_diagnosis_free (TagaDiagnosis *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaDiagnosis, taga_diagnosis_free)

gboolean
taga_diagnosis_asks_for (TagaEdition *edition, const TagaItem *check, const TagaItem *regulation);
const char *taga_need_to_key (TagaNeed need);

G_END_DECLS
