#include "taga-validate.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-check.h"
#include "taga-company.h"
#include "taga-date.h"
#include "taga-store-error.h"
#include "taga-text.h"
#include "taga-threat.h"

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

  if (type == TAGA_TYPE_ASSET)
    return check_asset (klass, values, error);
  if (type == TAGA_TYPE_COMPANY)
    return check_company (klass, values, error);
  if (type == TAGA_TYPE_THREAT)
    return check_item (edition, "threat", values[TAGA_THREAT_ITEM].text,
                       &klass->fields[TAGA_THREAT_ITEM], error);
  if (type == TAGA_TYPE_CHECK)
    return check_item (edition, "check", values[TAGA_CHECK_ITEM].text,
                       &klass->fields[TAGA_CHECK_ITEM], error);

  return TRUE;
}
