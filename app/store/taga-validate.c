#include "taga-validate.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-axis-score.h"
#include "taga-check.h"
#include "taga-company.h"
#include "taga-cost.h"
#include "taga-date.h"
#include "taga-decision.h"
#include "taga-mapping.h"
#include "taga-measure.h"
#include "taga-own-item.h"
#include "taga-recheck.h"
#include "taga-role.h"
#include "taga-rule.h"
#include "taga-self-answer.h"
#include "taga-store-error.h"
#include "taga-text.h"
#include "taga-threat.h"
#include "taga-top-threat.h"

/* As much as a cell of a workbook holds, so that what is in the file can leave it. */
#define MAX_CHARACTERS 32767

static gboolean
refuse (GError **error, const char *sentence, const TagaField *field)
{
  g_autoptr (GString) text = g_string_new (sentence);

  g_string_replace (text, "{field}", _ (field->title), 0);
  g_set_error_literal (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID, text->str);

  return FALSE;
}

static gboolean
check_date (const TagaField *field, const char *text, GError **error)
{
  g_autofree char *date = taga_date_parse (text);

  if (date == NULL || !g_str_equal (date, text))
    return refuse (error, _ ("“{field}” is not a day. Write it as 2026/4/1 or 令和8年4月1日."),
                   field);

  return TRUE;
}

static gboolean
check_number (const TagaField *field, gint64 number, GError **error)
{
  if (number < 0 || (number > G_MAXINT32 && !(field->flags & TAGA_FIELD_PLACE)))
    return refuse (error, _ ("“{field}” must be a whole number, 0 or more."), field);

  return TRUE;
}

static gboolean
check_text (const TagaField *field, const char *text, GError **error)
{
  if (!g_utf8_validate (text, -1, NULL) || g_utf8_strlen (text, -1) > MAX_CHARACTERS)
    return refuse (error, _ ("“{field}” is longer than 32,767 characters. Shorten it."), field);

  return TRUE;
}

static gboolean
check_value (TagaEdition *edition, const TagaField *field, const TagaValue *value, GError **error)
{
  if (taga_field_is_empty (field, value))
    {
      if (field->flags & TAGA_FIELD_REQUIRED)
        return refuse (error, _ ("“{field}” is empty. Fill it in."), field);
      return TRUE;
    }

  switch (field->kind)
    {
    case TAGA_FIELD_DATE:
      return check_date (field, value->text, error);
    case TAGA_FIELD_CHOICE:
      if (taga_edition_find_choice (edition, field->domain, value->text) == NULL)
        return refuse (error, _ ("“{field}” is none of the choices."), field);
      return TRUE;
    case TAGA_FIELD_LEVEL:
      if (taga_edition_find_level (edition, field->domain, value->number) == NULL)
        return refuse (error, _ ("“{field}” is not a level of the scale in use."), field);
      return TRUE;
    case TAGA_FIELD_NUMBER:
    case TAGA_FIELD_REFERENCE:
    case TAGA_FIELD_TENTHS:
      return check_number (field, value->number, error);
    case TAGA_FIELD_MARK:
      return TRUE;
    default:
      return check_text (field, value->text, error);
    }
}

/* A level set by hand is only as good as the reason for it. */
static gboolean
check_asset (TagaRecordClass *klass, const TagaValue *values, GError **error)
{
  static const guint pairs[][2] = {
    { TAGA_ASSET_RESIDUAL_OVERRIDE, TAGA_ASSET_RESIDUAL_REASON },
    { TAGA_ASSET_THREAT_OVERRIDE, TAGA_ASSET_THREAT_REASON },
    { TAGA_ASSET_VULNERABILITY_OVERRIDE, TAGA_ASSET_VULNERABILITY_REASON },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (values[pairs[i][0]].number != TAGA_UNKNOWN
        && taga_field_is_empty (&klass->fields[pairs[i][1]], &values[pairs[i][1]]))
      return refuse (error,
                     _ ("“{field}” needs a reason. Write the reason first, or both in one step."),
                     &klass->fields[pairs[i][0]]);

  return TRUE;
}

/* Fields that name something of the method edition, and in which of its lists that stands. */
typedef struct
{
  const char *table;
  guint field;
  const char *list;
} ItemField;

static const ItemField item_fields[] = {
  { "threat", TAGA_THREAT_ITEM, "threat" },
  { "check", TAGA_CHECK_ITEM, "check" },
  { "question", TAGA_SELF_ANSWER_ITEM, "question" },
  { "rule", TAGA_RULE_ITEM, "rule" },
  { "recheck", TAGA_RECHECK_ITEM, "recheck" },
  { "top_threat", TAGA_TOP_THREAT_ITEM, "top-threat" },
  { "axis_score", TAGA_AXIS_SCORE_AXIS, "axis" },
  { "cost", TAGA_COST_ITEM, "check" },
  { "role", TAGA_ROLE_ITEM, "role" },
  { "mapping", TAGA_MAPPING_ITEM, "check" },
};

static gboolean
check_item (TagaEdition *edition,
            const char *list,
            const char *key,
            const TagaField *field,
            GError **error)
{
  if (taga_edition_find_item (edition, list, key) == NULL)
    return refuse (error, _ ("“{field}” is not in the guideline edition in use."), field);

  return TRUE;
}

static gboolean
check_items (TagaEdition *edition, TagaRecordClass *klass, const TagaValue *values, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (item_fields); i++)
    if (g_str_equal (item_fields[i].table, klass->table)
        && !check_item (edition, item_fields[i].list, values[item_fields[i].field].text,
                        &klass->fields[item_fields[i].field], error))
      return FALSE;

  return TRUE;
}

static gboolean
check_medium (TagaEdition *edition, const char *key, const TagaField *field, GError **error)
{
  if (taga_edition_find_choice (edition, "medium", key) == NULL)
    return refuse (error, _ ("“{field}” is not a medium of the guideline edition in use."), field);

  return TRUE;
}

static gboolean
check_mapping (TagaEdition *edition,
               TagaRecordClass *klass,
               const TagaValue *values,
               GError **error)
{
  const TagaField *field = &klass->fields[TAGA_MAPPING_TARGET];
  const char *target = values[TAGA_MAPPING_TARGET].text;

  if (g_str_equal (values[TAGA_MAPPING_KIND].text, "medium"))
    return check_medium (edition, target, field, error);
  if (taga_edition_find_item (edition, "axis", target) == NULL)
    return refuse (error, _ ("“{field}” names no axis of the radar."), field);

  return TRUE;
}

static gboolean
check_own_item (TagaEdition *edition,
                TagaRecordClass *klass,
                const TagaValue *values,
                GError **error)
{
  const TagaField *field = &klass->fields[TAGA_OWN_ITEM_GROUP];
  const char *group = values[TAGA_OWN_ITEM_GROUP].text;

  if (g_str_equal (values[TAGA_OWN_ITEM_LIST].text, "threat"))
    return check_medium (edition, group, field, error);

  return check_item (edition, "check-group", group, field, error);
}

static gboolean
are_numbers (const char *text)
{
  g_auto (GStrv) ids = g_strsplit (text == NULL ? "" : text, " ", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    if (!g_ascii_string_to_unsigned (ids[i], 10, 1, G_MAXINT64, NULL, NULL))
      return FALSE;

  return TRUE;
}

/* Check items and assets stand as keys with blanks between. */
static gboolean
check_measure (TagaEdition *edition,
               TagaRecordClass *klass,
               const TagaValue *values,
               GError **error)
{
  const char *checks = values[TAGA_MEASURE_CHECKS].text;
  g_auto (GStrv) keys = g_strsplit (checks == NULL ? "" : checks, " ", -1);

  for (guint i = 0; keys[i] != NULL; i++)
    if (!check_item (edition, "check", keys[i], &klass->fields[TAGA_MEASURE_CHECKS], error))
      return FALSE;

  if (!are_numbers (values[TAGA_MEASURE_ASSETS].text))
    return refuse (error, _ ("“{field}” must be numbers of assets with a blank between them."),
                   &klass->fields[TAGA_MEASURE_ASSETS]);

  return TRUE;
}

static gboolean
check_decision (TagaRecordClass *klass, const TagaValue *values, GError **error)
{
  if (!are_numbers (values[TAGA_DECISION_MEASURES].text))
    return refuse (error, _ ("“{field}” must be numbers of measures with a blank between them."),
                   &klass->fields[TAGA_DECISION_MEASURES]);

  return TRUE;
}

static gboolean
check_score (TagaRecordClass *klass, const TagaValue *values, GError **error)
{
  if (values[TAGA_AXIS_SCORE_SCORE].number > TAGA_MAX_SCORE * 10)
    return refuse (error, _ ("“{field}” must be between 0.0 and 5.0."),
                   &klass->fields[TAGA_AXIS_SCORE_SCORE]);

  return TRUE;
}

static gboolean
check_company (TagaRecordClass *klass, const TagaValue *values, GError **error)
{
  gint64 month = values[TAGA_COMPANY_FISCAL_MONTH].number;

  if (!g_strv_contains (taga_edition_get_known (), values[TAGA_COMPANY_EDITION].text))
    return refuse (error, _ ("“{field}” names no edition that Taga knows."),
                   &klass->fields[TAGA_COMPANY_EDITION]);

  if (month != TAGA_UNKNOWN && (month < 1 || month > 12))
    return refuse (error, _ ("“{field}” must be a month from 1 to 12."),
                   &klass->fields[TAGA_COMPANY_FISCAL_MONTH]);

  return TRUE;
}

/**
 * taga_validate_record:
 * @edition: the method edition
 * @klass: a record type
 * @values: (array): a value for each of its fields
 * @error: return location for an error
 *
 * Checks a record before the file takes it, wherever it comes from.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_INVALID` and a sentence that names the field
 */
gboolean
taga_validate_record (TagaEdition *edition,
                      TagaRecordClass *klass,
                      const TagaValue *values,
                      GError **error)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  for (guint i = 0; i < klass->n_fields; i++)
    if (!(klass->fields[i].flags & TAGA_FIELD_COMPUTED)
        && !check_value (edition, &klass->fields[i], &values[i], error))
      return FALSE;

  if (!check_items (edition, klass, values, error))
    return FALSE;

  if (type == TAGA_TYPE_ASSET)
    return check_asset (klass, values, error);
  if (type == TAGA_TYPE_COMPANY)
    return check_company (klass, values, error);
  if (type == TAGA_TYPE_MAPPING)
    return check_mapping (edition, klass, values, error);
  if (type == TAGA_TYPE_OWN_ITEM)
    return check_own_item (edition, klass, values, error);
  if (type == TAGA_TYPE_MEASURE)
    return check_measure (edition, klass, values, error);
  if (type == TAGA_TYPE_DECISION)
    return check_decision (klass, values, error);
  if (type == TAGA_TYPE_AXIS_SCORE)
    return check_score (klass, values, error);

  return TRUE;
}
