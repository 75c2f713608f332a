#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_N_STARS 2

/**
 * TagaCondition:
 * @key: stable name: "answered", "begun", "way", "self-check" or "policy"
 * @is_met: whether it holds
 * @sentence: what holds, or what is missing
 * @page: name of the page where to see to it
 * @item: (nullable): key of the first item there that is missing
 *
 * What has to hold before a declaration.
 */
typedef struct
{
  const char *key;
  gboolean is_met;
  char *sentence;
  const char *page;
  char *item;
} TagaCondition;

/**
 * TagaReadiness:
 * @conditions: (element-type TagaCondition): what ★ and ★★ need, by the number of stars less one
 * @is_ready: whether all of them hold
 * @declared_stars: how many stars the newest declaration has; 0 if there is none
 * @declared_on: (nullable): its day
 * @review_on: (nullable): the day on which to review it
 * @is_review_due: whether that day has come
 *
 * Whether the company is ready for a declaration 宣言 of SECURITY ACTION.
 */
typedef struct
{
  GPtrArray *conditions[TAGA_N_STARS];
  gboolean is_ready[TAGA_N_STARS];
  int declared_stars;
  char *declared_on;
  char *review_on;
  gboolean is_review_due;
} TagaReadiness;

TagaReadiness *taga_readiness_read (TagaStore *store, gint64 round, GError **error);
void taga_readiness_free (TagaReadiness *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaReadiness, taga_readiness_free)

G_END_DECLS
