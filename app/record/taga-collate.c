#include "taga-collate.h"

#include <string.h>

#include "taga-text.h"

/*
 * The order in which people look for texts. There are no readings in a register; but the kanji of
 * JIS X 0208's first level stand in the order of their on-readings, so that 営業, 技術, 経理, 情報,
 * 製造, 総務 and 品質 come in this order, as they do in an index. Kana go by the rule of JIS X
 * 4061: the plain letters decide first, marks of voicing and small letters only between equals.
 */

#define KANJI_FIRST 0x4E00
#define KANJI_END 0xA000
#define ROW_FIRST 16
#define ROW_END 85
#define ROW_LENGTH 94

#define REPEATS_KANJI 0x3005
#define LONG_VOWEL 0x30FC

/* What a character is decides first: the groups follow each other in this order. The end of a text
 * comes before all. */
enum
{
  GROUP_BLANK = 0x10,
  GROUP_ASCII_SIGN = 0x18,
  GROUP_SIGN = 0x20,
  GROUP_NUMBER = 0x28,
  GROUP_LETTER = 0x30,
  GROUP_KANA = 0x38,
  GROUP_KANJI = 0x40,
  GROUP_OTHER = 0x48,
};

typedef struct
{
  guint8 base;      /* the plain letter's code, from 0x30A0 */
  guint8 variation; /* small letters before plain ones before those with marks */
  guint8 vowel;     /* what ー after it stands for */
} Kana;

enum
{
  A = 0x02,
  I = 0x04,
  U = 0x06,
  E = 0x08,
  O = 0x0A,
};

/* U+30A1–30F6: ァ to ヶ. */
static const Kana kana[] = {
  { 0x02, 1, A }, { 0x02, 2, A }, { 0x04, 1, I }, { 0x04, 2, I }, { 0x06, 1, U }, { 0x06, 2, U },
  { 0x08, 1, E }, { 0x08, 2, E }, { 0x0A, 1, O }, { 0x0A, 2, O }, { 0x0B, 2, A }, { 0x0B, 3, A },
  { 0x0D, 2, I }, { 0x0D, 3, I }, { 0x0F, 2, U }, { 0x0F, 3, U }, { 0x11, 2, E }, { 0x11, 3, E },
  { 0x13, 2, O }, { 0x13, 3, O }, { 0x15, 2, A }, { 0x15, 3, A }, { 0x17, 2, I }, { 0x17, 3, I },
  { 0x19, 2, U }, { 0x19, 3, U }, { 0x1B, 2, E }, { 0x1B, 3, E }, { 0x1D, 2, O }, { 0x1D, 3, O },
  { 0x1F, 2, A }, { 0x1F, 3, A }, { 0x21, 2, I }, { 0x21, 3, I }, { 0x24, 1, U }, { 0x24, 2, U },
  { 0x24, 3, U }, { 0x26, 2, E }, { 0x26, 3, E }, { 0x28, 2, O }, { 0x28, 3, O }, { 0x2A, 2, A },
  { 0x2B, 2, I }, { 0x2C, 2, U }, { 0x2D, 2, E }, { 0x2E, 2, O }, { 0x2F, 2, A }, { 0x2F, 3, A },
  { 0x2F, 4, A }, { 0x32, 2, I }, { 0x32, 3, I }, { 0x32, 4, I }, { 0x35, 2, U }, { 0x35, 3, U },
  { 0x35, 4, U }, { 0x38, 2, E }, { 0x38, 3, E }, { 0x38, 4, E }, { 0x3B, 2, O }, { 0x3B, 3, O },
  { 0x3B, 4, O }, { 0x3E, 2, A }, { 0x3F, 2, I }, { 0x40, 2, U }, { 0x41, 2, E }, { 0x42, 2, O },
  { 0x44, 1, A }, { 0x44, 2, A }, { 0x46, 1, U }, { 0x46, 2, U }, { 0x48, 1, O }, { 0x48, 2, O },
  { 0x49, 2, A }, { 0x4A, 2, I }, { 0x4B, 2, U }, { 0x4C, 2, E }, { 0x4D, 2, O }, { 0x4F, 1, A },
  { 0x4F, 2, A }, { 0x50, 2, I }, { 0x51, 2, E }, { 0x52, 2, O }, { 0x53, 2, 0 }, { 0x06, 3, U },
  { 0x0B, 1, A }, { 0x11, 1, E },
};

typedef struct
{
  GByteArray *bytes;      /* what decides first */
  GByteArray *variations; /* what decides between equals */
  guint16 last_kanji;     /* its place, or 0: what 々 repeats */
  guint8 last_vowel;      /* that of the kana before, or 0: what ー goes on with */
} Key;

static void
read_cell (GIConv convert, guint row, guint cell, guint16 *places)
{
  char code[] = { (char) (0xA0 + row), (char) (0xA0 + cell) };
  char utf8[8];
  char *from = code;
  char *to = utf8;
  gsize n_from = sizeof code;
  gsize n_to = sizeof utf8;
  gunichar c;

  if (g_iconv (convert, &from, &n_from, &to, &n_to) == (gsize) -1)
    return;

  c = g_utf8_get_char_validated (utf8, to - utf8);
  if (c >= KANJI_FIRST && c < KANJI_END)
    places[c - KANJI_FIRST] = (guint16) (row << 8 | cell);
}

/* Where each kanji stands in JIS X 0208, by its code point; 0 for one that does not. A system that
 * does not know the code leaves all at 0, and they sort by code point. */
static const guint16 *
get_places (void)
{
  static gsize places;

  if (g_once_init_enter (&places))
    {
      guint16 *table = g_new0 (guint16, KANJI_END - KANJI_FIRST);
      GIConv convert = g_iconv_open ("UTF-8", "EUC-JP");

      for (guint row = ROW_FIRST; convert != (GIConv) -1 && row < ROW_END; row++)
        for (guint cell = 1; cell <= ROW_LENGTH; cell++)
          read_cell (convert, row, cell, table);
      if (convert != (GIConv) -1)
        g_iconv_close (convert);
      g_once_init_leave (&places, (gsize) table);
    }

  return (const guint16 *) places;
}

static void
put (GByteArray *bytes, guint8 byte)
{
  g_byte_array_append (bytes, &byte, 1);
}

static void
put_code (Key *key, guint8 group, gunichar c)
{
  const guint8 code[] = { group, (guint8) (c >> 16), (guint8) (c >> 8), (guint8) c };

  g_byte_array_append (key->bytes, code, sizeof code);
}

/* A number goes by its size: first by how many digits it has. Zeros before it decide only between
 * equals. */
static const char *
put_number (Key *key, const char *digits)
{
  gsize n_zeros = strspn (digits, "0");
  gsize n = strspn (digits + n_zeros, "0123456789");
  gsize rest = n;

  put (key->bytes, GROUP_NUMBER);
  for (; rest >= 0xFF; rest -= 0xFF)
    put (key->bytes, 0xFF);
  put (key->bytes, (guint8) rest);
  g_byte_array_append (key->bytes, (const guint8 *) digits + n_zeros, (guint) n);
  put (key->variations, (guint8) (1 + MIN (n_zeros, 0xFE)));

  return digits + n_zeros + n;
}

static void
put_ascii (Key *key, guint8 c)
{
  if (c == ' ')
    {
      put (key->bytes, GROUP_BLANK);
      return;
    }

  put (key->bytes, g_ascii_isalpha (c) ? GROUP_LETTER : GROUP_ASCII_SIGN);
  put (key->bytes, c);
}

static void
put_kana (Key *key, const Kana *letter)
{
  put (key->bytes, GROUP_KANA);
  put (key->bytes, letter->base);
  put (key->variations, letter->variation);
  key->last_vowel = letter->vowel;
}

static void
put_kanji (Key *key, gunichar c)
{
  guint16 place = get_places ()[c - KANJI_FIRST];

  if (place == 0)
    {
      put_code (key, GROUP_OTHER, c);
      return;
    }

  put (key->bytes, GROUP_KANJI);
  put (key->bytes, (guint8) (place >> 8));
  put (key->bytes, (guint8) place);
  key->last_kanji = place;
}

/* ー is the vowel that it makes longer, and 々 the kanji that it repeats. */
static gboolean
put_repeated (Key *key, gunichar c, guint8 vowel, guint16 kanji)
{
  const Kana lengthened = { vowel, 0, vowel };

  if (c == LONG_VOWEL && vowel != 0)
    {
      put_kana (key, &lengthened);
      return TRUE;
    }
  if (c != REPEATS_KANJI || kanji == 0)
    return FALSE;

  put (key->bytes, GROUP_KANJI);
  put (key->bytes, (guint8) (kanji >> 8));
  put (key->bytes, (guint8) kanji);
  key->last_kanji = kanji;
  return TRUE;
}

static gboolean
is_sign (gunichar c)
{
  return (c >= 0xA1 && c <= 0xBF) || (c >= 0x2000 && c < 0x2E80) || (c >= 0x3000 && c <= 0x3020)
         || c == 0x30FB;
}

static void
put_char (Key *key, gunichar c)
{
  guint8 vowel = key->last_vowel;
  guint16 kanji = key->last_kanji;

  key->last_vowel = 0;
  key->last_kanji = 0;

  if (c < 0x80)
    put_ascii (key, (guint8) c);
  else if (c >= KANJI_FIRST && c < KANJI_END)
    put_kanji (key, c);
  else if (c >= 0x30A1 && c < 0x30A1 + G_N_ELEMENTS (kana))
    put_kana (key, &kana[c - 0x30A1]);
  else if (!put_repeated (key, c, vowel, kanji))
    put_code (key, is_sign (c) ? GROUP_SIGN : GROUP_OTHER, c);
}

/* What of a text decides, folded. */
static char *
fold_start (const char *text)
{
  const char *end = memchr (text, '\0', TAGA_COLLATE_BYTES);
  g_autofree char *start = NULL;

  if (end != NULL)
    return taga_text_fold (text);

  /* Not through the middle of a character. */
  end = text + TAGA_COLLATE_BYTES;
  for (guint i = 0; i < 3 && ((guchar) *end & 0xC0) == 0x80; i++)
    end--;
  start = g_strndup (text, (gsize) (end - text));

  return taga_text_fold (start);
}

/**
 * taga_collate_key:
 * @text: a text; it need not be valid UTF-8
 * @length: (out): length of the key in bytes
 *
 * Makes the key by which a text sorts: two keys compare byte by byte, the shorter first if all else
 * is equal. Signs come first, then numbers by their size, Latin letters, kana, kanji in the order
 * of JIS X 0208 and whatever else there is by code point. Width, hiragana and katakana, capitals
 * and small letters make no difference, and neither does what stands behind the first
 * [const@COLLATE_BYTES] bytes. This rule is ours.
 *
 * Returns: (transfer full) (array length=length): the key; empty for an empty text
 */
guint8 *
taga_collate_key (const char *text, gsize *length)
{
  g_autofree char *folded = fold_start (text);
  gsize n = strlen (folded);
  g_autoptr (GByteArray) variations = g_byte_array_sized_new ((guint) n + 1);
  Key key = { g_byte_array_sized_new ((guint) (2 * n + 8)), variations, 0, 0 };

  for (const char *p = folded; *p != '\0';)
    if (g_ascii_isdigit (*p))
      {
        key.last_vowel = 0;
        key.last_kanji = 0;
        p = put_number (&key, p);
      }
    else
      {
        put_char (&key, g_utf8_get_char (p));
        p = g_utf8_next_char (p);
      }

  if (variations->len > 0)
    put (key.bytes, 0);
  g_byte_array_append (key.bytes, variations->data, variations->len);

  *length = key.bytes->len;
  return g_byte_array_free (key.bytes, FALSE);
}
