#include "taga-sealed-asset.h"

#include <glib/gi18n-lib.h>

/**
 * TagaSealedAsset:
 *
 * What an asset was on the day its round was sealed: its levels, its risk and its band, as the
 * edition of that round gave them. It stays when the asset changes or goes.
 */
struct _TagaSealedAsset
{
  TagaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaSealedAsset, taga_sealed_asset, TAGA_TYPE_RECORD)

static const TagaField fields[] = {
  [TAGA_SEALED_ASSET_ROUND] = { "round", N_ ("Round"), TAGA_FIELD_REFERENCE, TAGA_FIELD_REQUIRED,
                                .domain = "round", .width = 8 },
  [TAGA_SEALED_ASSET_ASSET] = { "asset", N_ ("Number of the asset"), TAGA_FIELD_NUMBER,
                                TAGA_FIELD_REQUIRED, .width = 8 },
  [TAGA_SEALED_ASSET_IMPORTANCE] = { "importance", N_ ("Importance"), TAGA_FIELD_LEVEL,
                                     .domain = "value", .width = 7 },
  [TAGA_SEALED_ASSET_THREAT] = { "threat", N_ ("Threat frequency"), TAGA_FIELD_LEVEL,
                                 .domain = "frequency", .width = 8 },
  [TAGA_SEALED_ASSET_VULNERABILITY] = { "vulnerability", N_ ("Vulnerability"), TAGA_FIELD_LEVEL,
                                        .domain = "vulnerability", .width = 7 },
  [TAGA_SEALED_ASSET_LIKELIHOOD] = { "likelihood", N_ ("Likelihood"), TAGA_FIELD_LEVEL,
                                     .domain = "likelihood", .width = 7 },
  [TAGA_SEALED_ASSET_RISK] = { "risk", N_ ("Risk"), TAGA_FIELD_NUMBER, .width = 8 },
  [TAGA_SEALED_ASSET_RESIDUAL] = { "residual", N_ ("Residual risk"), TAGA_FIELD_NUMBER,
                                   .width = 8 },
  [TAGA_SEALED_ASSET_MEDIUM] = { "medium", N_ ("Medium"), TAGA_FIELD_CHOICE, .domain = "medium",
                                 .width = 14 },
  [TAGA_SEALED_ASSET_BAND] = { "band", N_ ("Band"), TAGA_FIELD_CHOICE, .domain = "band",
                               .width = 7 },
  [TAGA_SEALED_ASSET_TREATMENT] = { "treatment", N_ ("Treatment"), TAGA_FIELD_CHOICE,
                                    .domain = "treatment", .width = 8 },
  [TAGA_SEALED_ASSET_NAME] = { "name", N_ ("Information asset"), TAGA_FIELD_TEXT,
                               TAGA_FIELD_REQUIRED, .width = 24 },
  [TAGA_SEALED_ASSET_BUSINESS] = { "business", N_ ("Business"), TAGA_FIELD_TEXT, .width = 10 },
  [TAGA_SEALED_ASSET_DEPARTMENT] = { "department", N_ ("Department in charge"), TAGA_FIELD_TEXT,
                                     .width = 12 },
};

static void
taga_sealed_asset_class_init (TagaSealedAssetClass *klass)
{
  taga_record_class_set_fields (TAGA_RECORD_CLASS (klass), "sealed_asset", fields,
                                G_N_ELEMENTS (fields));
}

static void
taga_sealed_asset_init (TagaSealedAsset *self)
{
}

/**
 * taga_sealed_asset_new:
 *
 * Makes a sealed asset of which nothing is known yet.
 *
 * Returns: (transfer full): the record
 */
TagaSealedAsset *
taga_sealed_asset_new (void)
{
  return g_object_new (TAGA_TYPE_SEALED_ASSET, NULL);
}
