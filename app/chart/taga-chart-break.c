#include <string.h>

#include "taga-chart-text.h"

/* Japanese has no blanks, and pango breaks between any two letters: ネットワークセ|キュリティ.
 * Names of axes are short enough to be broken as a person would: where the script changes, before a
 * word that is known to end compounds, and into lines of like length. */

/* What a break costs; the difference of the lines' lengths, in half-width characters, adds to it.
 */
enum
{
  COST_BLANK = 0,
  COST_WORD = 1,
  COST_SCRIPT = 1,
  COST_PARTICLE = 4,
  COST_SAME_SCRIPT = 12,
  COST_FORBIDDEN = 1000,
};

typedef enum
{
  SCRIPT_LATIN,
  SCRIPT_HAN,
  SCRIPT_HIRAGANA,
  SCRIPT_KATAKANA,
  SCRIPT_MARK,
} Script;

/* Words that compounds of this field end in. */
static const char *const words[] = { "セキュリティ", "デバイス",     "システム",   "サービス",
                                     "サーバー",     "データ",       "パートナー", "アカウント",
                                     "ネットワーク", "ソフトウェア", "ナンバー" };

/* Signs that may not begin a line, and such as may not end one. */
static const char no_start[] = "、。，．・：；？！）」』】〕〉》ーぁぃぅぇぉっゃゅょゎァィゥェォッ"
                               "ャュョヮヵヶンん々%％,.:;?!)]";
static const char no_end[] = "（「『【〔〈《([";

static Script
get_script (gunichar c)
{
  if (c == 0x30FC)
    return SCRIPT_KATAKANA;
  if (c >= 0x3041 && c <= 0x309F)
    return SCRIPT_HIRAGANA;
  if ((c >= 0x30A1 && c <= 0x30FA) || (c >= 0xFF66 && c <= 0xFF9F))
    return SCRIPT_KATAKANA;
  if ((c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF) || c == 0x3005)
    return SCRIPT_HAN;

  return g_unichar_isalnum (c) ? SCRIPT_LATIN : SCRIPT_MARK;
}

static guint
get_columns (gunichar c)
{
  return g_unichar_iswide (c) ? 2 : g_unichar_iszerowidth (c) ? 0 : 1;
}

static gboolean
begins_word (const gunichar *text, guint n, guint at)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *p = words[i];
      guint j = at;

      while (*p != '\0' && j < n && text[j] == g_utf8_get_char (p))
        {
          p = g_utf8_next_char (p);
          j++;
        }
      if (*p == '\0')
        return TRUE;
    }

  return FALSE;
}

/* What it costs to break before a character. */
static guint
get_cost (const gunichar *text, guint n, guint at)
{
  Script before = get_script (text[at - 1]);
  Script after = get_script (text[at]);

  if (g_unichar_isspace (text[at - 1]))
    return COST_BLANK;
  if (g_unichar_isspace (text[at]) || g_utf8_strchr (no_start, -1, text[at]) != NULL
      || g_utf8_strchr (no_end, -1, text[at - 1]) != NULL)
    return COST_FORBIDDEN;
  if (before == SCRIPT_LATIN && after == SCRIPT_LATIN)
    return COST_FORBIDDEN;
  if (before == SCRIPT_MARK || after == SCRIPT_MARK)
    return COST_WORD;
  if (before != after)
    return after == SCRIPT_HIRAGANA ? COST_PARTICLE : COST_SCRIPT;
  if (after == SCRIPT_KATAKANA && begins_word (text, n, at))
    return COST_WORD;

  return COST_SAME_SCRIPT;
}

static guint
measure (const gunichar *text, guint n)
{
  guint columns = 0;

  for (guint i = 0; i < n; i++)
    columns += get_columns (text[i]);

  return columns;
}

/* Where the first of some lines best ends. */
static guint
find_break (const gunichar *text, guint n, guint n_lines)
{
  guint total = measure (text, n);
  guint best = n, best_cost = COST_FORBIDDEN;
  guint columns = 0;

  for (guint i = 1; i < n; i++)
    {
      guint wanted = total / n_lines;
      guint cost = get_cost (text, n, i);

      columns += get_columns (text[i - 1]);
      cost += columns > wanted ? columns - wanted : wanted - columns;
      if (cost < best_cost)
        {
          best = i;
          best_cost = cost;
        }
    }

  return best;
}

static void
append (GString *result, const gunichar *text, guint n)
{
  g_autofree char *part = g_ucs4_to_utf8 (text, n, NULL, NULL, NULL);

  g_string_append (result, g_strchomp (part));
}

/**
 * taga_chart_text_break:
 * @text: a short text; line breaks in it stay
 * @columns: how long a line should be at most, in half-width characters
 * @n_lines: how many lines there may be
 *
 * Breaks a short text, such as the name of an axis, into lines as a person would. Lines may still
 * be longer than wanted.
 *
 * Returns: (transfer full): the lines
 */
char *
taga_chart_text_break (const char *text, guint columns, guint n_lines)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree gunichar *all = NULL;
  GString *result = g_string_new (NULL);
  const gunichar *rest;
  glong length;
  guint n;

  g_return_val_if_fail (columns > 0 && n_lines > 0, NULL);

  rest = all = g_utf8_to_ucs4_fast (valid, -1, &length);
  n = (guint) length;
  if (strchr (valid, '\n') == NULL)
    n_lines = MIN (n_lines, MAX ((measure (all, n) + columns - 1) / columns, 1));
  else
    n_lines = 1;

  for (; n_lines > 1; n_lines--)
    {
      guint at = find_break (rest, n, n_lines);

      if (at == n)
        break;
      append (result, rest, at);
      g_string_append_c (result, '\n');
      rest += at;
      n -= at;
    }
  append (result, rest, n);

  return g_string_free (result, FALSE);
}
