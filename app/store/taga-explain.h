#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaExplainedItem:
 * @key: the threat's or check item's key
 * @number: the frequency or [enum@Answer] that was given, or `TAGA_UNKNOWN`
 * @by: (nullable): who answered
 * @on: (nullable): on which day
 *
 * One threat or check item that plays a part in an asset's risk.
 */
typedef struct
{
  const char *key;
  gint64 number;
  char *by;
  char *on;
} TagaExplainedItem;

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
 * @n_open: how many of them are not done or only in part
 * @threats: (element-type TagaExplainedItem): the medium's threats, the most frequent first
 * @checks: (element-type TagaExplainedItem): the medium's check items, the open before the partial
 *   ones, then those that are done or do not apply
 * @last_check: (nullable): that of @checks which was answered last
 * @likelihood: level, or `TAGA_UNKNOWN`
 * @risk: value, or `TAGA_UNKNOWN`
 * @band: its band
 * @lower_vulnerability: the nearest vulnerability that would lower the risk; `TAGA_UNKNOWN` if
 *   none would
 * @n_needed: how many of the open check items must be done for that
 * @lower_risk: the risk that would follow
 * @lower_band: its band
 * @n_leaving: how many assets of the medium would leave the band of large risks by that
 * @calm_risk: the risk if the threat were one level lower; `TAGA_UNKNOWN` if that changes nothing
 * @calm_band: its band
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
  const char *threat_by;
  const char *threat_on;
  gboolean threat_overridden;
  int vulnerability;
  gboolean vulnerability_overridden;
  guint n_applicable;
  guint n_done;
  guint n_partly;
  guint n_open;
  GArray *threats;
  GArray *checks;
  const TagaExplainedItem *last_check;
  int likelihood;
  int risk;
  TagaBand band;
  int lower_vulnerability;
  guint n_needed;
  int lower_risk;
  TagaBand lower_band;
  guint n_leaving;
  int calm_risk;
  TagaBand calm_band;
} TagaExplanation;

TagaExplanation *taga_explanation_new (TagaStore *store, TagaRecord *asset, GError **error);
void taga_explanation_free (TagaExplanation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaExplanation, taga_explanation_free)

G_END_DECLS
