#include "taga-amount.h"

#include <string.h>

/* A myriad 万, and a myriad of them 億, by which sums are read out. */
#define MYRIAD 10000

static void
append_grouped (GString *text, guint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, number);
  gsize n = strlen (digits);

  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }
}

/**
 * taga_amount_format:
 * @yen: a sum, 0 or more
 * @is_japanese: whether it is written as it is read out in Japanese
 *
 * Writes a sum of money for somebody who has no time to count digits: 25万円, 11万8,800円,
 * 1億2,000万円; or else ¥250,000.
 *
 * Returns: (transfer full): the words
 */
char *
taga_amount_format (gint64 yen, gboolean is_japanese)
{
  GString *text = g_string_new (is_japanese ? "" : "¥");
  guint64 left = yen < 0 ? 0 : (guint64) yen;

  if (!is_japanese)
    {
      append_grouped (text, left);
      return g_string_free (text, FALSE);
    }

  if (left / MYRIAD / MYRIAD > 0)
    {
      append_grouped (text, left / MYRIAD / MYRIAD);
      g_string_append (text, "億");
    }
  if (left / MYRIAD % MYRIAD > 0)
    {
      append_grouped (text, left / MYRIAD % MYRIAD);
      g_string_append (text, "万");
    }
  if (left % MYRIAD > 0 || left == 0)
    append_grouped (text, left % MYRIAD);
  g_string_append (text, "円");

  return g_string_free (text, FALSE);
}
