#include "taga-yen.h"

/**
 * taga_yen_format:
 * @amount: a sum, in yen; it may be below 0
 *
 * Writes a sum as offices do, with commas between thousands, whatever the machine's locale.
 *
 * Returns: (transfer full): the words, such as ¥480,000
 */
char *
taga_yen_format (gint64 amount)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, ABS (amount));
  gsize length = strlen (digits);
  GString *text = g_string_new (amount < 0 ? "-¥" : "¥");

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }

  return g_string_free (text, FALSE);
}
