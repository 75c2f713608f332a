#include "taga-asset-columns.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-language.h"

/*
 * The columns of the register on the screen. What is looked at most comes first: the name and its
 * risk stay in view, then follows what the risk is made of. What few need is not shown at first.
 * Workbooks keep the order of appendix 7.
 */
static const struct
{
  guint field;
  int widths[2]; /* for Japanese and for English, whose words are longer */
  gboolean frozen;
} layout[] = {
  { TAGA_ASSET_NAME, { 186, 220 }, TRUE },
  { TAGA_ASSET_RISK, { 84, 116 }, TRUE },
  { TAGA_ASSET_BUSINESS, { 110, 110 } },
  { TAGA_ASSET_DEPARTMENT, { 102, 120 } },
  { TAGA_ASSET_MEDIUM, { 126, 204 } },
  { TAGA_ASSET_CONFIDENTIALITY, { 64, 130 } },
  { TAGA_ASSET_INTEGRITY, { 64, 90 } },
  { TAGA_ASSET_AVAILABILITY, { 64, 104 } },
  { TAGA_ASSET_IMPORTANCE, { 66, 106 } },
  { TAGA_ASSET_PERSONAL, { 82, 104 } },
  { TAGA_ASSET_SENSITIVE, { 68, 104 } },
  { TAGA_ASSET_MY_NUMBER, { 112, 100 } },
  { TAGA_ASSET_THREAT, { 104, 140 } },
  { TAGA_ASSET_VULNERABILITY, { 104, 130 } },
  { TAGA_ASSET_LIKELIHOOD, { 98, 104 } },
  { TAGA_ASSET_USERS, { 120, 120 } },
  { TAGA_ASSET_RETENTION, { 160, 160 } },
  { TAGA_ASSET_REGISTERED_ON, { 106, 120 } },
  { TAGA_ASSET_REVIEWED_ON, { 106, 120 } },
  { TAGA_ASSET_NOTE, { 320, 320 } },
  { TAGA_ASSET_CONFIDENTIALITY_REASON, { 200, 200 } },
  { TAGA_ASSET_INTEGRITY_REASON, { 200, 200 } },
  { TAGA_ASSET_AVAILABILITY_REASON, { 200, 200 } },
  { TAGA_ASSET_THREAT_REASON, { 200, 200 } },
  { TAGA_ASSET_THREAT_OVERRIDE, { 126, 150 } },
  { TAGA_ASSET_VULNERABILITY_REASON, { 200, 200 } },
  { TAGA_ASSET_VULNERABILITY_OVERRIDE, { 140, 150 } },
  { TAGA_ASSET_RETIRED_ON, { 106, 110 } },
};

static float
choose_alignment (const TagaField *field)
{
  switch (field->kind)
    {
    case TAGA_FIELD_MARK:
      return 0.5;
    case TAGA_FIELD_NUMBER:
      return 0.5;
    case TAGA_FIELD_LEVEL:
      /* A bare number stands in the middle; with words it reads from the left. */
      return g_strcmp0 (field->domain, "value") == 0 ? 0.5 : 0.0;
    default:
      return 0.0;
    }
}

/**
 * taga_asset_columns_apply:
 * @grid: a grid
 *
 * Gives a grid the columns of the register of information assets.
 */
void
taga_asset_columns_apply (TagaGrid *grid)
{
  TagaRecordClass *klass = taga_record_class_peek (TAGA_TYPE_ASSET);
  TagaGridColumn columns[G_N_ELEMENTS (layout)];

  for (guint i = 0; i < G_N_ELEMENTS (layout); i++)
    {
      const TagaField *field = &klass->fields[layout[i].field];

      columns[i] = (TagaGridColumn){
        .field = layout[i].field,
        .title = (char *) _ (field->title),
        .group = field->group == NULL || layout[i].frozen ? NULL : (char *) _ (field->group),
        .width = layout[i].widths[taga_language_is_japanese () ? 0 : 1],
        .visible = (field->flags & TAGA_FIELD_EXTRA) == 0,
        .frozen = layout[i].frozen,
        .editable = !(field->flags & TAGA_FIELD_COMPUTED),
        .kind = field->kind,
        .xalign = choose_alignment (field),
      };
    }

  taga_grid_set_columns (grid, columns, G_N_ELEMENTS (columns));
}
