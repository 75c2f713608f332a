#include "taga-text.h"

#include <string.h>

#define IS_DIGIT(c) ((c) >= '0' && (c) <= '9')

/* Half-width katakana U+FF66–FF9F in the order of the code table. */
static const gunichar half_width_kana[] = {
  0x30F2, 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30E3, 0x30E5, 0x30E7, 0x30C3, 0x30FC, 0x30A2,
  0x30A4, 0x30A6, 0x30A8, 0x30AA, 0x30AB, 0x30AD, 0x30AF, 0x30B1, 0x30B3, 0x30B5, 0x30B7, 0x30B9,
  0x30BB, 0x30BD, 0x30BF, 0x30C1, 0x30C4, 0x30C6, 0x30C8, 0x30CA, 0x30CB, 0x30CC, 0x30CD, 0x30CE,
  0x30CF, 0x30D2, 0x30D5, 0x30D8, 0x30DB, 0x30DE, 0x30DF, 0x30E0, 0x30E1, 0x30E2, 0x30E4, 0x30E6,
  0x30E8, 0x30E9, 0x30EA, 0x30EB, 0x30EC, 0x30ED, 0x30EF, 0x30F3, 0x3099, 0x309A,
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
    return c;
  if (c >= 0xFF01 && c <= 0xFF5E)
    return fold_one (c - 0xFEE0);
  if (c == 0x3000 || c == 0xA0 || c == '\t')
    return ' ';
  if (c >= 0xFF66 && c <= 0xFF9F)
    return half_width_kana[c - 0xFF66];
  if ((c >= 0x3041 && c <= 0x3096) || c == 0x309D || c == 0x309E)
    return c + 0x60;
  if (c >= 0x3000 && c < 0x3400)
    return c;
  if (c >= 0x4E00 && c < 0xA000)
    return c;

  return g_unichar_tolower (c);
}

/* Signs such as ㈱, ① and Ⅲ stand for several characters or another one. */
static gboolean
is_compatibility (gunichar c)
{
  return (c >= 0x2100 && c <= 0x24FF) || (c >= 0x3200 && c <= 0x33FF)
         || (c >= 0xF900 && c <= 0xFB06);
}

static gunichar
take_pending (Folder *folder)
{
  gunichar c = folder->pending[0];

  folder->n_pending--;
  memmove (folder->pending, folder->pending + 1, folder->n_pending * sizeof (gunichar));

  return fold_one (c);
}

/* Joins a voicing mark to the kana before it, so that ｶﾞ, が and ガ are one character. */
static gunichar
join_mark (Folder *folder, gunichar c)
{
  gunichar mark, joined;

  if (c < 0x30A6 || c > 0x30FD)
    return c;

  mark = g_utf8_get_char (folder->next);
  if (mark == 0xFF9E || mark == 0xFF9F)
    mark = half_width_kana[mark - 0xFF66];
  if ((mark != 0x3099 && mark != 0x309A) || !g_unichar_compose (c, mark, &joined))
    return c;

  folder->next = g_utf8_next_char (folder->next);
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

  c = g_utf8_get_char (folder->next);
  folder->next = g_utf8_next_char (folder->next);

  if (is_compatibility (c))
    {
      folder->n_pending = (guint) g_unichar_fully_decompose (c, TRUE, folder->pending,
                                                             G_N_ELEMENTS (folder->pending));
      return take_pending (folder);
    }

  return join_mark (folder, fold_one (c));
}

/**
 * taga_text_clean:
 * @text: text from outside
 * @length: its length in bytes, or -1
 * @keep_lines: whether it may have several lines
 *
 * Makes a text fit to be stored: valid UTF-8, composed characters, line breaks as LF or, in
 * one-line text, as a space; no other control characters or direction overrides; no blanks at its
 * ends.
 *
 * Returns: (transfer full) (nullable): the text, or `NULL` if nothing is left
 */
char *
taga_text_clean (const char *text, gssize length, gboolean keep_lines)
{
  g_autofree char *valid = g_utf8_make_valid (text, length);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  GString *clean = g_string_sized_new (strlen (composed));

  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;

      if (c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029)
        g_string_append_c (clean, keep_lines ? '\n' : ' ');
      else if (c == '\t')
        g_string_append_c (clean, ' ');
      else if (!g_unichar_iscntrl (c) && !(c >= 0x202A && c <= 0x202E)
               && !(c >= 0x2066 && c <= 0x2069) && c != 0xFEFF)
        g_string_append_unichar (clean, c);
    }

  g_strstrip (clean->str);
  if (*clean->str == '\0')
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
 * Gives the key by which names match: folded, without blanks, 株式会社 and 有限会社 as ㈱ and ㈲
 * are, and without the long vowel at a word's end (サーバ is サーバー).
 *
 * Returns: (transfer full): the key; empty for no text
 */
char *
taga_text_match_key (const char *text)
{
  GString *key = g_string_sized_new (text == NULL ? 8 : strlen (text) + 8);
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

  g_string_replace (key, "株式会社", "(株)", 0);
  g_string_replace (key, "有限会社", "(有)", 0);

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

typedef struct
{
  const char *names[3];
  guint year_before; /* the year before the era's first */
  guint first_day;   /* yyyymmdd */
} Era;

static const Era eras[] = {
  { { "令和", "令", "r" }, 2018, 20190501 }, { { "平成", "平", "h" }, 1988, 19890108 },
  { { "昭和", "昭", "s" }, 1925, 19261225 }, { { "大正", "大", "t" }, 1911, 19120730 },
  { { "明治", "明", "m" }, 1867, 18680125 },
};

static const Era *
find_era (const char **text)
{
  for (guint i = 0; i < G_N_ELEMENTS (eras); i++)
    for (guint j = 0; j < G_N_ELEMENTS (eras[i].names); j++)
      if (g_str_has_prefix (*text, eras[i].names[j]))
        {
          *text += strlen (eras[i].names[j]);
          return &eras[i];
        }

  return NULL;
}

static gboolean
take_number (const char **text, guint *number)
{
  guint digits = 0;

  while (**text == ' ')
    (*text)++;

  for (*number = 0; IS_DIGIT (**text) && digits < 4; digits++, (*text)++)
    *number = *number * 10 + (guint) (**text - '0');

  return digits > 0;
}

static gboolean
take_separator (const char **text, const char *word)
{
  while (**text == ' ')
    (*text)++;

  if (g_str_has_prefix (*text, word))
    *text += strlen (word);
  else if (**text == '/' || **text == '-' || **text == '.')
    (*text)++;
  else
    return FALSE;

  return TRUE;
}

/* A time of day may follow, as spreadsheets print it; it does not matter. */
static gboolean
is_end_of_date (const char *text)
{
  if (g_str_has_prefix (text, "日"))
    text += strlen ("日");
  if (*text == '\0')
    return TRUE;
  if (*text != ' ' && *text != 't')
    return FALSE;

  return strspn (text + 1, "0123456789:. z") == strlen (text + 1);
}

/**
 * taga_text_parse_date:
 * @text: a text
 *
 * Reads a day as Japanese offices write it: 2026-04-01, 2026/4/1, 2026.4.1, 2026年4月1日, R8.4.1,
 * 令和8年4月1日, 令和元年5月1日, full width included.
 *
 * Returns: (transfer full) (nullable): the day as ISO 8601, or `NULL` if the text is none
 */
char *
taga_text_parse_date (const char *text)
{
  g_autofree char *folded = taga_text_fold (text);
  const char *p = g_strstrip (folded);
  const Era *era = find_era (&p);
  guint year, month, day;

  if (era != NULL && g_str_has_prefix (p, "元"))
    {
      year = 1;
      p += strlen ("元");
    }
  else if (!take_number (&p, &year))
    return NULL;

  if (!take_separator (&p, "年") || !take_number (&p, &month) || !take_separator (&p, "月")
      || !take_number (&p, &day) || !is_end_of_date (p))
    return NULL;

  if (era != NULL)
    year += era->year_before;
  if (year < 1868 || year > 9999 || month > 12
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year)
      || (era != NULL && year * 10000 + month * 100 + day < era->first_day))
    return NULL;

  return g_strdup_printf ("%04u-%02u-%02u", year, month, day);
}

/**
 * taga_text_date_from_serial:
 * @serial: a spreadsheet's number for a day; a fraction is the time of day
 * @epoch_1904: whether the workbook counts from 1904
 *
 * Turns a spreadsheet's number into a day. The system from 1900 counts a 29 February 1900 that
 * never was.
 *
 * Returns: (transfer full) (nullable): the day as ISO 8601, or `NULL` if the number is out of range
 */
char *
taga_text_date_from_serial (double serial, gboolean epoch_1904)
{
  GDate date;
  guint days;

  if (!(serial >= (epoch_1904 ? 0 : 1)) || serial >= 2958466)
    return NULL;

  days = (guint) serial;
  if (!epoch_1904 && days == 60)
    return NULL;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, epoch_1904 ? 1904 : 1900);
  g_date_add_days (&date, epoch_1904 ? days : days - (days > 60 ? 2 : 1));
  if (g_date_get_year (&date) > 9999)
    return NULL;

  return g_strdup_printf ("%04u-%02u-%02u", (guint) g_date_get_year (&date),
                          (guint) g_date_get_month (&date), (guint) g_date_get_day (&date));
}
