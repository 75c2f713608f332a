#include "taga-asset.h"

#include <glib/gi18n-lib.h>

/**
 * TagaAsset:
 *
 * An information asset: one row of 情報資産管理台帳, with the columns of appendix 7. What is kept
 * on paper and as data is two rows.
 */
struct _TagaAsset
{
  TagaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaAsset, taga_asset, TAGA_TYPE_RECORD)

#define IMPORTANCE                                                                                 \
  "taga_importance(confidentiality, integrity, availability, personal, sensitive, my_number)"
#define THREAT "taga_threat(medium, threat_override)"
#define VULNERABILITY "taga_vulnerability(medium, vulnerability_override)"
#define LIKELIHOOD "taga_likelihood(" THREAT ", " VULNERABILITY ")"
#define RISK "taga_risk(" IMPORTANCE ", " LIKELIHOOD ")"
#define BAND "taga_band(" RISK ")"
#define RESIDUAL                                                                                   \
  "taga_residual(treatment, residual_override, " IMPORTANCE ", " THREAT ", medium, "               \
  "vulnerability_override)"

static const TagaField fields[] = {
  [TAGA_ASSET_BUSINESS] = { "business", N_ ("Business"), TAGA_FIELD_TEXT, TAGA_FIELD_SEARCHED,
                            .headers = "業務分類|業務区分|業務|業務名|業務の分類", .width = 10 },
  [TAGA_ASSET_NAME] = { "name", N_ ("Information asset"), TAGA_FIELD_TEXT,
                        TAGA_FIELD_REQUIRED | TAGA_FIELD_SEARCHED | TAGA_FIELD_FROZEN,
                        .headers = "情報資産名称|情報資産名|資産名称|資産名|情報資産|"
                                   "情報資産の名称|情報資産の名前|資産の名称|資産の名前|"
                                   "情報の名称|情報の名前|情報名称|情報名|名称",
                        .width = 24 },
  [TAGA_ASSET_NOTE] = { "note", N_ ("Remarks"), TAGA_FIELD_NOTE, TAGA_FIELD_SEARCHED,
                        .headers = "備考|備考欄", .width = 24 },
  [TAGA_ASSET_USERS] = { "users", N_ ("Used by"), TAGA_FIELD_TEXT, TAGA_FIELD_SEARCHED,
                         .headers = "利用者範囲|利用者|利用者の範囲|利用範囲", .width = 12 },
  [TAGA_ASSET_DEPARTMENT] = { "department", N_ ("Department in charge"), TAGA_FIELD_TEXT,
                              TAGA_FIELD_SEARCHED,
                              .headers = "管理部署|管理部門|管理部署名|管理担当部署|担当部署|"
                                         "担当部門|所管部署|主管部署|部署|部署名",
                              .width = 12 },
  [TAGA_ASSET_MEDIUM] = { "medium", N_ ("Medium"), TAGA_FIELD_CHOICE, TAGA_FIELD_DECIDES,
                          .domain = "medium",
                          .headers = "媒体・保存先|媒体保存先|媒体／保存先|保存先|媒体|"
                                     "保存場所|保管場所|保管先",
                          .width = 14 },
  [TAGA_ASSET_PERSONAL] = { "personal", N_ ("Personal information"), TAGA_FIELD_MARK,
                            TAGA_FIELD_DECIDES, .group = N_ ("Kinds of personal information"),
                            .headers = "個人情報|個人情報の有無|個人情報有無|個人情報あり|"
                                       "個人情報有り|個人情報有|個人情報を含む",
                            .width = 8 },
  [TAGA_ASSET_SENSITIVE] = { "sensitive", N_ ("Sensitive personal information"), TAGA_FIELD_MARK,
                             TAGA_FIELD_DECIDES, .group = N_ ("Kinds of personal information"),
                             .headers = "要配慮個人情報|要配慮|要配慮個人情報の有無|"
                                        "要配慮個人情報あり",
                             .width = 8 },
  [TAGA_ASSET_MY_NUMBER] = { "my-number", N_ ("My Number"), TAGA_FIELD_MARK, TAGA_FIELD_DECIDES,
                             .group = N_ ("Kinds of personal information"),
                             .headers = "マイナンバー|特定個人情報|個人番号|"
                                        "マイナンバーの有無|マイナンバーあり",
                             .width = 8 },
  [TAGA_ASSET_CONFIDENTIALITY] = { "confidentiality", N_ ("Confidentiality"), TAGA_FIELD_LEVEL,
                                   TAGA_FIELD_DECIDES, .domain = "value", .group = N_ ("Values"),
                                   .headers = "機密性|機密", .width = 6 },
  [TAGA_ASSET_INTEGRITY] = { "integrity", N_ ("Integrity"), TAGA_FIELD_LEVEL, TAGA_FIELD_DECIDES,
                             .domain = "value", .group = N_ ("Values"), .headers = "完全性|完全",
                             .width = 6 },
  [TAGA_ASSET_AVAILABILITY] = { "availability", N_ ("Availability"), TAGA_FIELD_LEVEL,
                                TAGA_FIELD_DECIDES, .domain = "value", .group = N_ ("Values"),
                                .headers = "可用性|可用", .width = 6 },
  [TAGA_ASSET_IMPORTANCE] = { "importance", N_ ("Importance"), TAGA_FIELD_LEVEL,
                              TAGA_FIELD_COMPUTED, .domain = "value", .headers = "重要度",
                              .sql = IMPORTANCE, .width = 7 },
  [TAGA_ASSET_RETENTION] = { "retention", N_ ("Keep until"), TAGA_FIELD_TEXT,
                             .headers = "保存期限|保存期間", .width = 12 },
  [TAGA_ASSET_REGISTERED_ON] = { "registered-on", N_ ("Registered on"), TAGA_FIELD_DATE,
                                 .headers = "登録日|登録年月日|更新日|登録した日|登録日付",
                                 .width = 11 },
  [TAGA_ASSET_THREAT] = { "threat", N_ ("Threat frequency"), TAGA_FIELD_LEVEL, TAGA_FIELD_COMPUTED,
                          .domain = "frequency", .group = N_ ("Risk as things stand"),
                          .headers = "脅威の発生頻度（「脅威の状況」シートで設定）|脅威の発生頻度",
                          .sql = THREAT, .width = 8 },
  [TAGA_ASSET_VULNERABILITY] = { "vulnerability", N_ ("Vulnerability"), TAGA_FIELD_LEVEL,
                                 TAGA_FIELD_COMPUTED, .domain = "vulnerability",
                                 .group = N_ ("Risk as things stand"),
                                 .headers = "脆弱性（「対策状況チェック」シートで設定）|脆弱性",
                                 .sql = VULNERABILITY, .width = 7 },
  [TAGA_ASSET_LIKELIHOOD] = { "likelihood", N_ ("Likelihood"), TAGA_FIELD_LEVEL,
                              TAGA_FIELD_COMPUTED, .domain = "likelihood",
                              .group = N_ ("Risk as things stand"), .headers = "被害発生可能性",
                              .sql = LIKELIHOOD, .width = 7 },
  [TAGA_ASSET_RISK] = { "risk", N_ ("Risk"), TAGA_FIELD_NUMBER, TAGA_FIELD_COMPUTED,
                        .group = N_ ("Risk as things stand"), .headers = "リスク値", .sql = RISK,
                        .width = 8 },
  [TAGA_ASSET_BAND] = { "band", N_ ("Band"), TAGA_FIELD_CHOICE,
                        TAGA_FIELD_COMPUTED | TAGA_FIELD_EXTRA, .domain = "band",
                        .group = N_ ("Risk as things stand"), .sql = BAND, .width = 7 },
  [TAGA_ASSET_REVIEWED_ON] = { "reviewed-on", N_ ("Reviewed on"), TAGA_FIELD_DATE,
                               .headers = "確認日|見直し日|棚卸日", .width = 11 },
  [TAGA_ASSET_RETIRED_ON] = { "retired-on", N_ ("Retired on"), TAGA_FIELD_DATE, TAGA_FIELD_EXTRA,
                              .headers = "廃止日", .width = 11 },
  [TAGA_ASSET_THREAT_OVERRIDE] = { "threat-override", N_ ("Threat set by hand"), TAGA_FIELD_LEVEL,
                                   TAGA_FIELD_EXTRA | TAGA_FIELD_DECIDES, .domain = "frequency",
                                   .width = 8 },
  [TAGA_ASSET_THREAT_REASON] = { "threat-reason", N_ ("Reason for the threat"), TAGA_FIELD_NOTE,
                                 TAGA_FIELD_EXTRA, .width = 20 },
  [TAGA_ASSET_VULNERABILITY_OVERRIDE] = { "vulnerability-override",
                                          N_ ("Vulnerability set by hand"), TAGA_FIELD_LEVEL,
                                          TAGA_FIELD_EXTRA | TAGA_FIELD_DECIDES,
                                          .domain = "vulnerability", .width = 8 },
  [TAGA_ASSET_VULNERABILITY_REASON] = { "vulnerability-reason", N_ ("Reason for the vulnerability"),
                                        TAGA_FIELD_NOTE, TAGA_FIELD_EXTRA, .width = 20 },
  [TAGA_ASSET_CONFIDENTIALITY_REASON] = { "confidentiality-reason",
                                          N_ ("Reason for the confidentiality"), TAGA_FIELD_NOTE,
                                          TAGA_FIELD_EXTRA, .width = 20 },
  [TAGA_ASSET_INTEGRITY_REASON] = { "integrity-reason", N_ ("Reason for the integrity"),
                                    TAGA_FIELD_NOTE, TAGA_FIELD_EXTRA, .width = 20 },
  [TAGA_ASSET_AVAILABILITY_REASON] = { "availability-reason", N_ ("Reason for the availability"),
                                       TAGA_FIELD_NOTE, TAGA_FIELD_EXTRA, .width = 20 },
  [TAGA_ASSET_POSITION] = { "position", N_ ("Place in the list"), TAGA_FIELD_NUMBER,
                            TAGA_FIELD_EXTRA | TAGA_FIELD_PLACE, .width = 8 },
  [TAGA_ASSET_TREATMENT] = { "treatment", N_ ("Treatment"), TAGA_FIELD_CHOICE, TAGA_FIELD_EXTRA,
                             .domain = "treatment", .width = 8 },
  [TAGA_ASSET_TREATMENT_REASON] = { "treatment-reason", N_ ("Reason for the treatment"),
                                    TAGA_FIELD_NOTE, TAGA_FIELD_EXTRA, .width = 20 },
  [TAGA_ASSET_REJECTED_OPTIONS] = { "rejected-options", N_ ("Options rejected"), TAGA_FIELD_NOTE,
                                    TAGA_FIELD_EXTRA, .width = 20 },
  [TAGA_ASSET_RESIDUAL_OVERRIDE] = { "residual-override", N_ ("Residual risk set by hand"),
                                     TAGA_FIELD_NUMBER, TAGA_FIELD_EXTRA, .width = 8 },
  [TAGA_ASSET_RESIDUAL_REASON] = { "residual-reason", N_ ("Reason for the residual risk"),
                                   TAGA_FIELD_NOTE, TAGA_FIELD_EXTRA, .width = 20 },
  [TAGA_ASSET_RESIDUAL] = { "residual", N_ ("Residual risk"), TAGA_FIELD_NUMBER,
                            TAGA_FIELD_COMPUTED | TAGA_FIELD_EXTRA, .sql = RESIDUAL, .width = 8 },
  [TAGA_ASSET_ACCEPTED_BY] = { "accepted-by", N_ ("Accepted by"), TAGA_FIELD_TEXT, TAGA_FIELD_EXTRA,
                               .width = 12 },
  [TAGA_ASSET_ACCEPTED_ON] = { "accepted-on", N_ ("Accepted on"), TAGA_FIELD_DATE, TAGA_FIELD_EXTRA,
                               .width = 11 },
};

/* An override counts in place of what the medium's answers say. */
static int
choose_level (const TagaValue *override, const int *of_media, int medium)
{
  if (override->number != TAGA_UNKNOWN)
    return (int) override->number;

  return medium < 0 ? TAGA_UNKNOWN : of_media[medium];
}

static void
taga_asset_derive (TagaValue *values, const TagaAssessment *assessment)
{
  const TagaScale *scale = assessment->scale;
  int medium = taga_assessment_find_medium (assessment, values[TAGA_ASSET_MEDIUM].text);
  int importance, threat, vulnerability, likelihood, risk;
  const char *band;

  importance = taga_risk_importance (scale, (int) values[TAGA_ASSET_CONFIDENTIALITY].number,
                                     (int) values[TAGA_ASSET_INTEGRITY].number,
                                     (int) values[TAGA_ASSET_AVAILABILITY].number,
                                     taga_asset_has_personal_information (values));
  threat = choose_level (&values[TAGA_ASSET_THREAT_OVERRIDE], assessment->threat, medium);
  vulnerability =
      choose_level (&values[TAGA_ASSET_VULNERABILITY_OVERRIDE], assessment->vulnerability, medium);
  likelihood = taga_risk_likelihood (scale, threat, vulnerability);
  risk = taga_risk_value (importance, likelihood);
  band = taga_band_to_key (taga_risk_band (scale, risk));

  values[TAGA_ASSET_IMPORTANCE].number = importance;
  values[TAGA_ASSET_THREAT].number = threat;
  values[TAGA_ASSET_VULNERABILITY].number = vulnerability;
  values[TAGA_ASSET_LIKELIHOOD].number = likelihood;
  values[TAGA_ASSET_RISK].number = risk;
  values[TAGA_ASSET_RESIDUAL].number =
      taga_risk_residual (assessment, taga_treatment_from_key (values[TAGA_ASSET_TREATMENT].text),
                          (int) values[TAGA_ASSET_RESIDUAL_OVERRIDE].number, importance, threat,
                          medium, (int) values[TAGA_ASSET_VULNERABILITY_OVERRIDE].number);
  if (g_strcmp0 (values[TAGA_ASSET_BAND].text, band) != 0)
    {
      g_free (values[TAGA_ASSET_BAND].text);
      values[TAGA_ASSET_BAND].text = g_strdup (band);
    }
}

static void
taga_asset_class_init (TagaAssetClass *klass)
{
  TagaRecordClass *record_class = TAGA_RECORD_CLASS (klass);

  record_class->derive = taga_asset_derive;
  taga_record_class_set_fields (record_class, "asset", fields, G_N_ELEMENTS (fields));
}

static void
taga_asset_init (TagaAsset *self)
{
}

/**
 * taga_asset_new:
 *
 * Makes an asset of which nothing is known yet.
 *
 * Returns: (transfer full): the asset
 */
TagaAsset *
taga_asset_new (void)
{
  return g_object_new (TAGA_TYPE_ASSET, NULL);
}

/**
 * taga_asset_has_personal_information:
 * @values: an asset's values, by [enum@AssetField]
 *
 * Tells whether any of the three marks of personal information is set (appendix 7, column group
 * 個人情報の種類).
 *
 * Returns: `TRUE` if one is
 */
gboolean
taga_asset_has_personal_information (const TagaValue *values)
{
  return values[TAGA_ASSET_PERSONAL].number > 0 || values[TAGA_ASSET_SENSITIVE].number > 0
         || values[TAGA_ASSET_MY_NUMBER].number > 0;
}
