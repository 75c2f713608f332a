#include "taga-field.h"

/**
 * taga_field_is_text:
 * @field: a field
 *
 * Tells which member of a value counts for a field.
 *
 * Returns: `TRUE` if its values are texts, `FALSE` if they are numbers
 */
gboolean
taga_field_is_text (const TagaField *field)
{
  return field->kind <= TAGA_FIELD_CHOICE;
}

/**
 * taga_field_is_empty:
 * @field: a field
 * @value: a value of it
 *
 * Tells whether a cell with this value looks empty. A mark that is not set does.
 *
 * Returns: `TRUE` if the value is not known, an empty text, or a mark that is not set
 */
gboolean
taga_field_is_empty (const TagaField *field, const TagaValue *value)
{
  if (taga_field_is_text (field))
    return value->text == NULL || *value->text == '\0';

  if (field->kind == TAGA_FIELD_MARK)
    return value->number <= 0;

  return value->number == TAGA_UNKNOWN;
}

/**
 * taga_field_dup_column:
 * @field: a field
 *
 * Gives the name of the field's column in the file, on the command line and in JSON: the property's
 * name with underscores.
 *
 * Returns: (transfer full): the name
 */
char *
taga_field_dup_column (const TagaField *field)
{
  return g_strdelimit (g_strdup (field->name), "-", '_');
}
