#pragma once

#include "taga-record.h"

G_BEGIN_DECLS

/**
 * TagaAssetField:
 *
 * The columns of the register of information assets, in the order of the guideline's workbook
 * (appendix 7), then what Taga adds.
 */
typedef enum
{
  TAGA_ASSET_BUSINESS,
  TAGA_ASSET_NAME,
  TAGA_ASSET_NOTE,
  TAGA_ASSET_USERS,
  TAGA_ASSET_DEPARTMENT,
  TAGA_ASSET_MEDIUM,
  TAGA_ASSET_PERSONAL,
  TAGA_ASSET_SENSITIVE,
  TAGA_ASSET_MY_NUMBER,
  TAGA_ASSET_CONFIDENTIALITY,
  TAGA_ASSET_INTEGRITY,
  TAGA_ASSET_AVAILABILITY,
  TAGA_ASSET_IMPORTANCE,
  TAGA_ASSET_RETENTION,
  TAGA_ASSET_REGISTERED_ON,
  TAGA_ASSET_THREAT,
  TAGA_ASSET_VULNERABILITY,
  TAGA_ASSET_LIKELIHOOD,
  TAGA_ASSET_RISK,
  TAGA_ASSET_BAND,
  TAGA_ASSET_REVIEWED_ON,
  TAGA_ASSET_RETIRED_ON,
  TAGA_ASSET_THREAT_OVERRIDE,
  TAGA_ASSET_THREAT_REASON,
  TAGA_ASSET_VULNERABILITY_OVERRIDE,
  TAGA_ASSET_VULNERABILITY_REASON,
  TAGA_ASSET_N_FIELDS
} TagaAssetField;

#define TAGA_TYPE_ASSET (taga_asset_get_type ())
G_DECLARE_FINAL_TYPE (TagaAsset, taga_asset, TAGA, ASSET, TagaRecord)

TagaAsset *taga_asset_new (void);

gboolean taga_asset_has_personal_information (const TagaValue *values);

G_END_DECLS
