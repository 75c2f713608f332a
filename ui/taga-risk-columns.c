#include "taga-risk-columns.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-decision.h"
#include "taga-language.h"
#include "taga-measure.h"

typedef struct
{
  guint field;
  int widths[2]; /* for Japanese and for English, whose words are longer */
  gboolean frozen;
  gboolean hidden;
} Column;

/*
 * The risks: what is to be decided stands beside what it is about. What the risk is made of, and
 * who has judged otherwise, is there for those who look for it.
 */
static const Column risk_layout[] = {
  { TAGA_ASSET_RISK, { 84, 116 }, TRUE },
  { TAGA_ASSET_NAME, { 176, 190 }, TRUE },
  { TAGA_ASSET_MEDIUM, { 122, 150 } },
  { TAGA_ASSET_TREATMENT, { 92, 116 } },
  { TAGA_ASSET_RESIDUAL, { 156, 190 } },
  { TAGA_ASSET_TREATMENT_REASON, { 220, 220 } },
  { TAGA_ASSET_REJECTED_OPTIONS, { 180, 180 } },
  { TAGA_ASSET_ACCEPTED_BY, { 100, 110 } },
  { TAGA_ASSET_ACCEPTED_ON, { 100, 110 } },
  { TAGA_ASSET_BUSINESS, { 110, 110 } },
  { TAGA_ASSET_DEPARTMENT, { 102, 120 }, FALSE, TRUE },
  { TAGA_ASSET_IMPORTANCE, { 66, 106 }, FALSE, TRUE },
  { TAGA_ASSET_LIKELIHOOD, { 98, 104 }, FALSE, TRUE },
  { TAGA_ASSET_THREAT, { 104, 140 }, FALSE, TRUE },
  { TAGA_ASSET_THREAT_OVERRIDE, { 126, 150 }, FALSE, TRUE },
  { TAGA_ASSET_THREAT_REASON, { 200, 200 }, FALSE, TRUE },
  { TAGA_ASSET_VULNERABILITY, { 104, 130 }, FALSE, TRUE },
  { TAGA_ASSET_VULNERABILITY_OVERRIDE, { 140, 150 }, FALSE, TRUE },
  { TAGA_ASSET_VULNERABILITY_REASON, { 200, 200 }, FALSE, TRUE },
  { TAGA_ASSET_RESIDUAL_OVERRIDE, { 140, 170 }, FALSE, TRUE },
  { TAGA_ASSET_RESIDUAL_REASON, { 200, 200 }, FALSE, TRUE },
};

static const Column measure_layout[] = {
  { TAGA_MEASURE_NAME, { 240, 240 }, TRUE },   { TAGA_MEASURE_STATUS, { 84, 100 } },
  { TAGA_MEASURE_OWNER, { 100, 110 } },        { TAGA_MEASURE_PLANNED_END, { 150, 150 } },
  { TAGA_MEASURE_BUDGET, { 104, 116 } },       { TAGA_MEASURE_PLANNED_START, { 106, 116 } },
  { TAGA_MEASURE_ACTUAL_START, { 106, 110 } }, { TAGA_MEASURE_ACTUAL_END, { 106, 110 } },
  { TAGA_MEASURE_ACTUAL_COST, { 116, 140 } },  { TAGA_MEASURE_TREATMENT, { 74, 100 } },
  { TAGA_MEASURE_CHECKS, { 150, 150 } },       { TAGA_MEASURE_ASSETS, { 110, 120 } },
  { TAGA_MEASURE_NOTE, { 240, 240 } },
};

static const Column decision_layout[] = {
  { TAGA_DECISION_NAME, { 330, 330 }, TRUE }, { TAGA_DECISION_ANSWER, { 84, 90 } },
  { TAGA_DECISION_AMOUNT, { 104, 116 } },     { TAGA_DECISION_DUE_ON, { 116, 126 } },
  { TAGA_DECISION_DECIDED_ON, { 106, 110 } }, { TAGA_DECISION_DECIDED_BY, { 110, 120 } },
  { TAGA_DECISION_REASON, { 240, 240 } },     { TAGA_DECISION_MEASURES, { 150, 150 } },
  { TAGA_DECISION_ASKED_ON, { 106, 110 } },   { TAGA_DECISION_NOTE, { 220, 220 } },
};

static void
apply (TagaGrid *grid, GType type, const Column *layout, guint n)
{
  TagaRecordClass *klass = taga_record_class_peek (type);
  g_autofree TagaGridColumn *columns = g_new0 (TagaGridColumn, n);

  for (guint i = 0; i < n; i++)
    {
      const TagaField *field = &klass->fields[layout[i].field];

      columns[i] = (TagaGridColumn){
        .field = layout[i].field,
        .title = (char *) _ (field->title),
        .width = layout[i].widths[taga_language_is_japanese () ? 0 : 1],
        .visible = !layout[i].hidden,
        .frozen = layout[i].frozen,
        .editable = !(field->flags & TAGA_FIELD_COMPUTED),
        .kind = field->kind,
        .xalign = 0,
      };
      if (layout[i].field == TAGA_ASSET_RISK || layout[i].field == TAGA_ASSET_TREATMENT)
        columns[i].xalign = type == TAGA_TYPE_ASSET ? 0.5F : 0; /* pills stand in the middle */
      if (field->kind == TAGA_FIELD_NUMBER && type != TAGA_TYPE_ASSET)
        columns[i].xalign = 1;
    }

  taga_grid_set_columns (grid, columns, n);
}

/**
 * taga_risk_columns_apply:
 * @grid: a grid that shows assets
 *
 * Gives a grid the columns of the risks.
 */
void
taga_risk_columns_apply (TagaGrid *grid)
{
  apply (grid, TAGA_TYPE_ASSET, risk_layout, G_N_ELEMENTS (risk_layout));
}

/**
 * taga_measure_columns_apply:
 * @grid: a grid that shows measures
 *
 * Gives a grid the columns of the measures.
 */
void
taga_measure_columns_apply (TagaGrid *grid)
{
  apply (grid, TAGA_TYPE_MEASURE, measure_layout, G_N_ELEMENTS (measure_layout));
}

/**
 * taga_decision_columns_apply:
 * @grid: a grid that shows decisions
 *
 * Gives a grid the columns of the decisions: what is asked, and beside it the answer.
 */
void
taga_decision_columns_apply (TagaGrid *grid)
{
  apply (grid, TAGA_TYPE_DECISION, decision_layout, G_N_ELEMENTS (decision_layout));
}
