#include "taga-text.h"

#include <string.h>

/* Half-width punctuation and katakana U+FF61–FF9F in the order of the code table. */
static const gunichar half_width_kana[] = {
  0x3002, 0x300C, 0x300D, 0x3001, 0x30FB, 0x30F2, 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9,
  0x30E3, 0x30E5, 0x30E7, 0x30C3, 0x30FC, 0x30A2, 0x30A4, 0x30A6, 0x30A8, 0x30AA, 0x30AB,
  0x30AD, 0x30AF, 0x30B1, 0x30B3, 0x30B5, 0x30B7, 0x30B9, 0x30BB, 0x30BD, 0x30BF, 0x30C1,
  0x30C4, 0x30C6, 0x30C8, 0x30CA, 0x30CB, 0x30CC, 0x30CD, 0x30CE, 0x30CF, 0x30D2, 0x30D5,
  0x30D8, 0x30DB, 0x30DE, 0x30DF, 0x30E0, 0x30E1, 0x30E2, 0x30E4, 0x30E6, 0x30E8, 0x30E9,
  0x30EA, 0x30EB, 0x30EC, 0x30ED, 0x30EF, 0x30F3, 0x3099, 0x309A,
};

/* Reads a text character by character as it compares: width, kana and case folded. */
typedef struct
{
  const char *next;
  gunichar pending[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  guint n_pending;
} Folder;

static gunichar
fold_one (gunichar c)
{
  if (c >= 'A' && c <= 'Z')
    return c + ('a' - 'A');
  if (c < 0x80)
    return c == '\t' ? ' ' : c;
  if (c >= 0xFF01 && c <= 0xFF5E)
    return fold_one (c - 0xFEE0);
  if (c == 0x3000 || c == 0xA0)
    return ' ';
  if (c >= 0xFF61 && c <= 0xFF9F)
    return half_width_kana[c - 0xFF61];
  if ((c >= 0x3041 && c <= 0x3096) || c == 0x309D || c == 0x309E)
    return c + 0x60;
  if (c >= 0x3000 && c < 0x3400)
    return c;
  if (c >= 0x4E00 && c < 0xA000)
    return c;

  return g_unichar_tolower (c);
}

/* Signs such as ㈱, ①, Ⅲ and ￥ stand for several characters or another one. */
static gboolean
is_compatibility (gunichar c)
{
  return (c >= 0x2100 && c <= 0x24FF) || (c >= 0x3200 && c <= 0x33FF)
         || (c >= 0xF900 && c <= 0xFB06) || (c >= 0xFFE0 && c <= 0xFFE6)
         || (c >= 0x2F800 && c <= 0x2FA1F);
}

/* Takes a character. Bytes that are no UTF-8 count as U+FFFD; a text's end is never passed. */
static gunichar
take_char (const char **text)
{
  gunichar c = g_utf8_get_char_validated (*text, -1);

  if (c >= (gunichar) -2)
    {
      (*text)++;
      return 0xFFFD;
    }

  *text = g_utf8_next_char (*text);
  return c;
}

static gboolean
join (gunichar c, gunichar mark, gunichar *joined)
{
  if (mark == 0xFF9E || mark == 0xFF9F)
    mark = half_width_kana[mark - 0xFF61];

  return (mark == 0x3099 || mark == 0x309A) && g_unichar_compose (c, mark, joined);
}

static gunichar
shift_pending (Folder *folder)
{
  gunichar c = folder->pending[0];

  folder->n_pending--;
  memmove (folder->pending, folder->pending + 1, folder->n_pending * sizeof (gunichar));

  return c;
}

/* A sign comes apart to the last mark: the ガ of ㌘ is put together again. */
static gunichar
take_pending (Folder *folder)
{
  gunichar c = fold_one (shift_pending (folder));
  gunichar joined;

  if (folder->n_pending == 0 || !join (c, folder->pending[0], &joined))
    return c;

  shift_pending (folder);
  return joined;
}

/* Joins a voicing mark to the kana before it, so that ｶﾞ, が and ガ are one character. */
static gunichar
join_mark (Folder *folder, gunichar c)
{
  const char *next = folder->next;
  gunichar joined;

  if (c < 0x30A6 || c > 0x30FD || (guchar) *next < 0x80 || !join (c, take_char (&next), &joined))
    return c;

  folder->next = next;
  return joined;
}

static gunichar
next_folded (Folder *folder)
{
  gunichar c;

  if (folder->n_pending > 0)
    return take_pending (folder);

  if ((guchar) *folder->next < 0x80)
    return *folder->next == '\0' ? 0 : fold_one ((guchar) *folder->next++);

  c = take_char (&folder->next);
  if (is_compatibility (c))
    {
      folder->n_pending = (guint) g_unichar_fully_decompose (c, TRUE, folder->pending,
                                                             G_N_ELEMENTS (folder->pending));
      return take_pending (folder);
    }

  return join_mark (folder, fold_one (c));
}

/* What a character of a text from outside becomes; 0 if it has no place in a text. */
static gunichar
clean_char (gunichar c, gboolean keep_lines)
{
  if (c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029)
    return keep_lines ? '\n' : ' ';
  if (c == '\t')
    return ' ';
  if (g_unichar_iscntrl (c) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)
      || c == 0xFEFF)
    return 0;

  return c;
}

/* A paragraph may begin with a full-width blank; nothing else begins or ends with blanks. */
static char *
strip (char *text, gboolean keep_lines)
{
  char *start = text;
  char *end = text + strlen (text);

  while (end > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  *end = '\0';

  while (!keep_lines && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  memmove (text, start, (gsize) (end - start) + 1);

  return g_strchug (text);
}

/* Whether a text is clean as it stands, as nearly all are: it begins and ends with a letter, and
 * has nothing but plain characters of one form each. */
static gboolean
is_clean (const char *text, gsize length)
{
  const char *end = text + length;

  if (length == 0 || text[0] == ' ' || end[-1] == ' ' || !g_utf8_validate_len (text, length, NULL))
    return FALSE;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x20 || (c >= 0x7F && c <= 0x3000) || c == 0x3099 || c == 0x309A
          || (c >= 0xD7A4 && c <= 0xFF00) || c > 0xFFEF)
        return FALSE;
    }

  return TRUE;
}

/**
 * taga_text_clean:
 * @text: text from outside
 * @length: its length in bytes, or -1
 * @keep_lines: whether it may have several lines
 *
 * Makes a text fit to be stored: valid UTF-8, marks joined to the characters that they belong to,
 * line breaks as LF or, in one-line text, as a space; no other control characters or direction
 * overrides; no blanks at its ends. Characters are otherwise as they were: a name's own form of a
 * kanji stays.
 *
 * Returns: (transfer full) (nullable): the text, or `NULL` if nothing is left
 */
char *
taga_text_clean (const char *text, gssize length, gboolean keep_lines)
{
  g_autofree char *valid = NULL;
  GString *clean;
  gunichar last = 0;
  gsize last_length = 0;
  gsize n = length < 0 ? strlen (text) : (gsize) length;

  if (is_clean (text, n))
    return g_strndup (text, n);

  valid = g_utf8_make_valid (text, length);
  clean = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_str_has_prefix (p, "\r\n") ? 0 : clean_char (g_utf8_get_char (p), keep_lines);
      gunichar joined;

      if (c == 0)
        continue;

      if (last != 0 && g_unichar_compose (last, c, &joined))
        g_string_truncate (clean, last_length);
      else
        joined = c;

      last = joined;
      last_length = clean->len;
      g_string_append_unichar (clean, last);
    }

  if (*strip (clean->str, keep_lines) == '\0')
    {
      g_string_free (clean, TRUE);
      return NULL;
    }

  return g_string_free (clean, FALSE);
}

/**
 * taga_text_fold:
 * @text: a text
 *
 * Gives the text by which search and comparison go: full and half width, hiragana and katakana,
 * capitals and small letters are the same. It is never shown or stored.
 *
 * Returns: (transfer full): the folded text
 */
char *
taga_text_fold (const char *text)
{
  GString *folded = g_string_sized_new (strlen (text) + 8);
  Folder folder = { .next = text };
  gunichar c;

  while ((c = next_folded (&folder)) != 0)
    g_string_append_unichar (folded, c);

  return g_string_free (folded, FALSE);
}

static gboolean
is_katakana (gunichar c)
{
  return c >= 0x30A1 && c <= 0x30FA;
}

/**
 * taga_text_match_key:
 * @text: (nullable): a name
 *
 * Gives the key by which names match: folded, without blanks, 株式会社, 有限会社, 合同会社,
 * 合資会社 and 合名会社 as ㈱, ㈲, (同), ㈾ and ㈴ are, and without the long vowel at a word's end
 * (サーバ is サーバー).
 *
 * Returns: (transfer full): the key; empty for no text
 */
char *
taga_text_match_key (const char *text)
{
  GString *key = g_string_sized_new (text == NULL ? 8 : strlen (text) + 8);
  static const char *const companies[][2] = {
    { "株式会社", "(株)" }, { "有限会社", "(有)" }, { "合同会社", "(同)" },
    { "合資会社", "(資)" }, { "合名会社", "(名)" },
  };
  Folder folder = { .next = text == NULL ? "" : text };
  gunichar c;
  gboolean long_vowel = FALSE;

  while ((c = next_folded (&folder)) != 0)
    {
      if (long_vowel && is_katakana (c))
        g_string_append_unichar (key, 0x30FC);
      long_vowel = c == 0x30FC;
      if (!long_vowel && !g_unichar_isspace (c))
        g_string_append_unichar (key, c);
    }

  for (guint i = 0; i < G_N_ELEMENTS (companies) && strstr (key->str, "会社") != NULL; i++)
    g_string_replace (key, companies[i][0], companies[i][1], 0);

  return g_string_free (key, FALSE);
}

/**
 * taga_text_contains:
 * @text: (nullable): a text
 * @folded_needle: what to find, from [func@text_fold]
 *
 * Tells whether a text contains another, width, kana and case folded. It allocates nothing, since a
 * search asks it for each cell.
 *
 * Returns: `TRUE` if it does; every text contains the empty one
 */
gboolean
taga_text_contains (const char *text, const char *folded_needle)
{
  Folder start = { .next = text == NULL ? "" : text };
  gunichar first = g_utf8_get_char (folded_needle);

  if (first == 0)
    return TRUE;

  for (;;)
    {
      Folder folder;
      const char *needle = folded_needle;
      gunichar c = next_folded (&start);

      if (c == 0)
        return FALSE;
      if (c != first)
        continue;

      folder = start;
      do
        needle = g_utf8_next_char (needle);
      while (*needle != '\0' && next_folded (&folder) == g_utf8_get_char (needle));

      if (*needle == '\0')
        return TRUE;
    }
}

/* Whether the needle begins where a folder stands; it stands behind it then. */
static gboolean
take_needle (Folder *folder, const char *folded_needle)
{
  for (const char *p = folded_needle; *p != '\0'; p = g_utf8_next_char (p))
    if (next_folded (folder) != g_utf8_get_char (p))
      return FALSE;

  return TRUE;
}

/**
 * taga_text_find:
 * @text: a text
 * @folded_needle: what to find, from [func@text_fold]; not empty
 * @start: (inout): where to begin, in bytes, between two characters; where the first match begins
 * @end: (out): where it ends
 *
 * Finds the characters of a text that match another, width, kana and case folded, e.g. ｶﾞ for ガ
 * and ㈱ for (株). A sign of which only a part matches, such as ㈱ for 株, is none: who replaces
 * the match would change more than what matches.
 *
 * Returns: `TRUE` if there is a match
 */
gboolean
taga_text_find (const char *text, const char *folded_needle, gsize *start, gsize *end)
{
  Folder folder = { .next = text + *start };

  g_return_val_if_fail (*folded_needle != '\0', FALSE);

  while (folder.n_pending > 0 || *folder.next != '\0')
    {
      Folder match = folder;

      if (folder.n_pending == 0 && take_needle (&match, folded_needle) && match.n_pending == 0)
        {
          *start = (gsize) (folder.next - text);
          *end = (gsize) (match.next - text);
          return TRUE;
        }
      next_folded (&folder);
    }

  return FALSE;
}

/**
 * taga_text_replace:
 * @text: a text
 * @folded_needle: what to replace, from [func@text_fold]; not empty
 * @by: what takes its place
 * @n: (out): how many matches were replaced
 *
 * Replaces each match of [func@text_find]. All else stays as it is written.
 *
 * Returns: (transfer full): the new text
 */
char *
taga_text_replace (const char *text, const char *folded_needle, const char *by, guint *n)
{
  GString *replaced = g_string_new (NULL);
  gsize done = 0;
  gsize start = 0;
  gsize end;

  for (*n = 0; taga_text_find (text, folded_needle, &start, &end); (*n)++, done = start = end)
    {
      g_string_append_len (replaced, text + done, (gssize) (start - done));
      g_string_append (replaced, by);
    }
  g_string_append (replaced, text + done);

  return g_string_free (replaced, FALSE);
}

/**
 * taga_text_parse_integer:
 * @text: a text
 * @number: (out): the number
 *
 * Reads a whole number that people typed, full-width digits, thousands' commas and a leading ¥
 * included.
 *
 * Returns: `TRUE` if the text is one
 */
gboolean
taga_text_parse_integer (const char *text, gint64 *number)
{
  g_autofree char *folded = taga_text_fold (text);
  g_autofree char *digits = g_malloc (strlen (folded) + 1);
  char *end = digits;

  g_strstrip (folded);
  for (const char *p = g_str_has_prefix (folded, "¥") ? folded + strlen ("¥") : folded; *p != '\0';
       p++)
    if (*p != ',')
      *end++ = *p;
  *end = '\0';

  return g_ascii_string_to_signed (digits, 10, G_MININT64, G_MAXINT64, number, NULL);
}
