#include "taga-folded.h"

#include "taga-text.h"

static gboolean
is_between (gunichar c, gunichar first, gunichar last)
{
  return c >= first && c <= last;
}

static TagaScript
find_script (gunichar c)
{
  if (is_between (c, 0x3041, 0x309F))
    return TAGA_SCRIPT_HIRAGANA;
  if ((is_between (c, 0x30A1, 0x30FF) && c != 0x30FB) || is_between (c, 0xFF66, 0xFF9F))
    return TAGA_SCRIPT_KATAKANA;
  if (is_between (c, 0x3400, 0x9FFF) || is_between (c, 0xF900, 0xFAFF)
      || is_between (c, 0x20000, 0x3FFFF) || c == 0x3005)
    return TAGA_SCRIPT_KANJI;

  return g_unichar_isalnum (c) ? TAGA_SCRIPT_LATIN : TAGA_SCRIPT_NONE;
}

static gboolean
is_mark (gunichar c)
{
  return c == 0x3099 || c == 0x309A || c == 0xFF9E || c == 0xFF9F;
}

/* Dashes of all lengths join the parts of a number or an address. */
static gunichar
fold_dash (gunichar c)
{
  return is_between (c, 0x2010, 0x2015) || c == 0x2212 ? '-' : c;
}

/**
 * taga_folded_new:
 * @text: a text in UTF-8
 *
 * Folds a text so that each folded character knows its place in the text: what is found in the one
 * can be replaced in the other. Dashes of all lengths are one.
 *
 * Returns: (transfer full) (element-type TagaFoldedChar): the characters
 */
GArray *
taga_folded_new (const char *text)
{
  GArray *folded = g_array_new (FALSE, FALSE, sizeof (TagaFoldedChar));
  const char *p = text;

  while (*p != '\0')
    {
      const char *next = g_utf8_next_char (p);
      gunichar c = g_utf8_get_char (p);
      g_autofree char *one = NULL;
      g_autofree char *plain = NULL;

      /* A voicing mark belongs to the kana before it. */
      if (*next != '\0' && is_mark (g_utf8_get_char (next)))
        next = g_utf8_next_char (next);

      one = g_strndup (p, (gsize) (next - p));
      plain = taga_text_fold (one);
      for (const char *q = plain; *q != '\0'; q = g_utf8_next_char (q))
        {
          const TagaFoldedChar made = { fold_dash (g_utf8_get_char (q)), find_script (c),
                                        (gsize) (p - text), (gsize) (next - text) };

          g_array_append_val (folded, made);
        }
      p = next;
    }

  return folded;
}

/**
 * taga_folded_dup_text:
 * @folded: (element-type TagaFoldedChar): characters
 *
 * Writes folded characters as a text.
 *
 * Returns: (transfer full): the text
 */
char *
taga_folded_dup_text (const GArray *folded)
{
  GString *text = g_string_sized_new (folded->len * 3);

  for (guint i = 0; i < folded->len; i++)
    g_string_append_unichar (text, g_array_index (folded, TagaFoldedChar, i).c);

  return g_string_free (text, FALSE);
}
