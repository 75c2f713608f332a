#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaExplanation:
 * @medium: (nullable): key of the asset's medium
 * @importance: level, or `TAGA_UNKNOWN`
 * @by_mark: whether a mark of personal information makes the importance
 * @threat: level, or `TAGA_UNKNOWN`
 * @threat_item: (nullable): key of the threat that decides it
 * @threat_by: (nullable): who judged that threat
 * @threat_on: (nullable): on which day
 * @threat_overridden: whether the level was set by hand
 * @vulnerability: level, or `TAGA_UNKNOWN`
 * @vulnerability_overridden: whether the level was set by hand
 * @n_applicable: check items that apply to the medium
 * @n_done: how many of them are done
 * @n_partly: how many of them are done in part
 * @open_items: (element-type utf8): keys of those that are not done, the open before the partial
 * @likelihood: level, or `TAGA_UNKNOWN`
 * @risk: value, or `TAGA_UNKNOWN`
 * @band: its band
 * @lower_vulnerability: the vulnerability if all that is open were done; `TAGA_UNKNOWN` if that
 *   changes nothing
 * @lower_risk: the risk that would follow
 * @lower_band: its band
 * @n_leaving: how many assets of the medium would leave the band of large risks by that
 *
 * How an asset's risk came about: its inputs, who answered, and what would lower it.
 */
typedef struct
{
  const char *medium;
  int importance;
  gboolean by_mark;
  int threat;
  const char *threat_item;
  char *threat_by;
  char *threat_on;
  gboolean threat_overridden;
  int vulnerability;
  gboolean vulnerability_overridden;
  guint n_applicable;
  guint n_done;
  guint n_partly;
  GPtrArray *open_items;
  int likelihood;
  int risk;
  TagaBand band;
  int lower_vulnerability;
  int lower_risk;
  TagaBand lower_band;
  guint n_leaving;
} TagaExplanation;

TagaExplanation *taga_explanation_new (TagaStore *store, TagaRecord *asset, GError **error);
void taga_explanation_free (TagaExplanation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaExplanation, taga_explanation_free)

G_END_DECLS
