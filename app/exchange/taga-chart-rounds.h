#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaChartRound:
 * @id: number of the round
 * @name: what it is called; never `NULL`
 * @date: (nullable): its day, ISO 8601
 * @sealed_on: (nullable): when it was sealed, ISO 8601
 *
 * A round that a chart may show.
 */
typedef struct
{
  gint64 id;
  char *name;
  char *date;
  char *sealed_on;
} TagaChartRound;

GPtrArray *taga_chart_rounds_read (TagaStore *store, GError **error);
const TagaChartRound *taga_chart_rounds_find (GPtrArray *rounds, gint64 id, GError **error);
const TagaChartRound *taga_chart_rounds_find_before (GPtrArray *rounds,
                                                     const TagaChartRound *round);

G_END_DECLS
