#include "taga-stocktake-line.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"

/**
 * TagaStocktakeLine:
 *
 * One row of the workbook by which a department takes stock: the columns of an asset that people
 * there can judge, what they say of it, and a key by which the row finds its asset again. It is in
 * no register; it is how the workbook is written and read.
 */
struct _TagaStocktakeLine
{
  TagaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaStocktakeLine, taga_stocktake_line, TAGA_TYPE_RECORD)

static const TagaField fields[] = {
  [TAGA_STOCKTAKE_LINE_BUSINESS] = { "business", N_ ("Business"), TAGA_FIELD_TEXT,
                                     .headers = "業務分類|業務区分|業務" },
  [TAGA_STOCKTAKE_LINE_NAME] = { "name", N_ ("Information asset"), TAGA_FIELD_TEXT,
                                 TAGA_FIELD_REQUIRED,
                                 .headers = "情報資産名称|情報資産名|資産名称|資産名|情報資産" },
  [TAGA_STOCKTAKE_LINE_MEDIUM] = { "medium", N_ ("Medium"), TAGA_FIELD_CHOICE, .domain = "medium",
                                   .headers = "媒体・保存先|媒体保存先|媒体／保存先|保存先|媒体" },
  [TAGA_STOCKTAKE_LINE_USERS] = { "users", N_ ("Used by"), TAGA_FIELD_TEXT,
                                  .headers = "利用者範囲|利用者" },
  [TAGA_STOCKTAKE_LINE_PERSONAL] = { "personal", N_ ("Personal information"), TAGA_FIELD_MARK,
                                     .headers = "個人情報|個人情報の有無" },
  [TAGA_STOCKTAKE_LINE_SENSITIVE] = { "sensitive", N_ ("Sensitive personal information"),
                                      TAGA_FIELD_MARK, .headers = "要配慮個人情報|要配慮" },
  [TAGA_STOCKTAKE_LINE_MY_NUMBER] = { "my-number", N_ ("My Number"), TAGA_FIELD_MARK,
                                      .headers = "マイナンバー|特定個人情報|個人番号" },
  [TAGA_STOCKTAKE_LINE_CONFIDENTIALITY] = { "confidentiality", N_ ("Confidentiality"),
                                            TAGA_FIELD_LEVEL, .domain = "value",
                                            .headers = "機密性" },
  [TAGA_STOCKTAKE_LINE_INTEGRITY] = { "integrity", N_ ("Integrity"), TAGA_FIELD_LEVEL,
                                      .domain = "value", .headers = "完全性" },
  [TAGA_STOCKTAKE_LINE_AVAILABILITY] = { "availability", N_ ("Availability"), TAGA_FIELD_LEVEL,
                                         .domain = "value", .headers = "可用性" },
  [TAGA_STOCKTAKE_LINE_RETENTION] = { "retention", N_ ("Keep until"), TAGA_FIELD_TEXT,
                                      .headers = "保存期限|保存期間" },
  [TAGA_STOCKTAKE_LINE_NOTE] = { "note", N_ ("Remarks"), TAGA_FIELD_NOTE, .headers = "備考" },
  [TAGA_STOCKTAKE_LINE_RESULT] = { "result", N_ ("Outcome"), TAGA_FIELD_CHOICE,
                                   .domain = "stocktake-state",
                                   .headers = "確認結果|棚卸結果|結果" },
  [TAGA_STOCKTAKE_LINE_CHECKED_ON] = { "checked-on", N_ ("Checked on"), TAGA_FIELD_DATE,
                                       .headers = "確認日|棚卸日" },
  [TAGA_STOCKTAKE_LINE_CHECKED_BY] = { "checked-by", N_ ("Checked by"), TAGA_FIELD_TEXT,
                                       .headers = "確認者|記入者" },
  [TAGA_STOCKTAKE_LINE_KEY] = { "key", N_ ("Row key"), TAGA_FIELD_TEXT, .headers = "整理番号" },
};

static void
taga_stocktake_line_class_init (TagaStocktakeLineClass *klass)
{
  taga_record_class_set_fields (TAGA_RECORD_CLASS (klass), "stocktake_line", fields,
                                G_N_ELEMENTS (fields));
}

static void
taga_stocktake_line_init (TagaStocktakeLine *self)
{
}

/**
 * taga_stocktake_line_new:
 *
 * Makes an empty line.
 *
 * Returns: (transfer full): the record
 */
TagaStocktakeLine *
taga_stocktake_line_new (void)
{
  return g_object_new (TAGA_TYPE_STOCKTAKE_LINE, NULL);
}

/**
 * taga_stocktake_line_get_asset_field:
 * @field: a field of a line, less than `TAGA_STOCKTAKE_N_JUDGED`
 *
 * Tells which field of the asset stands in a column of the workbook.
 *
 * Returns: the field of [class@Asset]
 */
guint
taga_stocktake_line_get_asset_field (guint field)
{
  static const guint asset_fields[TAGA_STOCKTAKE_N_JUDGED] = {
    [TAGA_STOCKTAKE_LINE_BUSINESS] = TAGA_ASSET_BUSINESS,
    [TAGA_STOCKTAKE_LINE_NAME] = TAGA_ASSET_NAME,
    [TAGA_STOCKTAKE_LINE_MEDIUM] = TAGA_ASSET_MEDIUM,
    [TAGA_STOCKTAKE_LINE_USERS] = TAGA_ASSET_USERS,
    [TAGA_STOCKTAKE_LINE_PERSONAL] = TAGA_ASSET_PERSONAL,
    [TAGA_STOCKTAKE_LINE_SENSITIVE] = TAGA_ASSET_SENSITIVE,
    [TAGA_STOCKTAKE_LINE_MY_NUMBER] = TAGA_ASSET_MY_NUMBER,
    [TAGA_STOCKTAKE_LINE_CONFIDENTIALITY] = TAGA_ASSET_CONFIDENTIALITY,
    [TAGA_STOCKTAKE_LINE_INTEGRITY] = TAGA_ASSET_INTEGRITY,
    [TAGA_STOCKTAKE_LINE_AVAILABILITY] = TAGA_ASSET_AVAILABILITY,
    [TAGA_STOCKTAKE_LINE_RETENTION] = TAGA_ASSET_RETENTION,
    [TAGA_STOCKTAKE_LINE_NOTE] = TAGA_ASSET_NOTE,
  };

  g_return_val_if_fail (field < TAGA_STOCKTAKE_N_JUDGED, TAGA_ASSET_NAME);

  return asset_fields[field];
}
