#include "taga-value.h"

/**
 * taga_value_init:
 * @value: (out caller-allocates): a value
 *
 * Makes a value that is not known.
 */
void
taga_value_init (TagaValue *value)
{
  value->text = NULL;
  value->number = TAGA_UNKNOWN;
}

/**
 * taga_value_clear:
 * @value: a value
 *
 * Frees what a value holds and makes it not known.
 */
void
taga_value_clear (TagaValue *value)
{
  g_clear_pointer (&value->text, g_free);
  value->number = TAGA_UNKNOWN;
}

/**
 * taga_value_set:
 * @value: a value
 * @other: what it shall be; may be @value itself
 *
 * Copies a value over another.
 */
void
taga_value_set (TagaValue *value, const TagaValue *other)
{
  if (value == other)
    return;

  g_free (value->text);
  value->text = g_strdup (other->text);
  value->number = other->number;
}

/**
 * taga_value_equal:
 * @a: a value
 * @b: another
 *
 * Tells whether two values are the same.
 *
 * Returns: `TRUE` if they are
 */
gboolean
taga_value_equal (const TagaValue *a, const TagaValue *b)
{
  return a->number == b->number && g_strcmp0 (a->text, b->text) == 0;
}

/**
 * taga_values_new:
 * @n: how many
 *
 * Makes an array of values that are not known.
 *
 * Returns: (transfer full): the array; free it with [func@values_free]
 */
TagaValue *
taga_values_new (guint n)
{
  TagaValue *values = g_new (TagaValue, n);

  for (guint i = 0; i < n; i++)
    taga_value_init (&values[i]);

  return values;
}

/**
 * taga_values_free:
 * @values: (nullable) (transfer full): an array of values
 * @n: how many
 *
 * Frees an array of values and what they hold.
 */
void
taga_values_free (TagaValue *values, guint n)
{
  if (values == NULL)
    return;

  for (guint i = 0; i < n; i++)
    g_free (values[i].text);
  g_free (values);
}
