#include "taga-cp932.h"

#include <string.h>

/* Characters beyond the basic plane are not in CP932 at all. */
#define N_CODES 0x10000

/* What CP932 has for a character: its one or two bytes, and what is known of them. */
#define CODE_BYTES 0xFFFF
#define CODE_KNOWN (1u << 16)
#define CODE_UNFIT (1u << 17)
#define CODE_CHANGED (1u << 18)

typedef struct
{
  TagaCp932 losses;

  guint32 *codes; /* (owned) by character; 0 for one that was not met yet */
  GIConv to;
  GIConv from;
} Converter;

/**
 * taga_cp932_new:
 *
 * Makes a converter.
 *
 * Returns: (transfer full) (nullable): the converter, or `NULL` if the system does not know CP932
 */
TagaCp932 *
taga_cp932_new (void)
{
  GIConv to = g_iconv_open ("CP932", "UTF-8");
  GIConv from = g_iconv_open ("UTF-8", "CP932");
  Converter *self;

  if (to == (GIConv) -1 || from == (GIConv) -1)
    {
      if (to != (GIConv) -1)
        g_iconv_close (to);
      if (from != (GIConv) -1)
        g_iconv_close (from);
      return NULL;
    }

  self = g_new0 (Converter, 1);
  self->to = to;
  self->from = from;
  self->codes = g_new0 (guint32, N_CODES);
  self->losses.unfit = g_string_new (NULL);
  self->losses.changed = g_string_new (NULL);
  self->losses.substitutes = g_string_new (NULL);

  return &self->losses;
}

/**
 * taga_cp932_free:
 * @cp932: (nullable) (transfer full): a converter
 *
 * Frees a converter.
 */
void
taga_cp932_free (TagaCp932 *cp932)
{
  Converter *self = (Converter *) cp932;

  if (cp932 == NULL)
    return;

  g_iconv_close (self->to);
  g_iconv_close (self->from);
  g_string_free (cp932->unfit, TRUE);
  g_string_free (cp932->changed, TRUE);
  g_string_free (cp932->substitutes, TRUE);
  g_free (self->codes);
  g_free (self);
}

static gsize
convert (GIConv converter, const char *from, gsize from_length, char *to, gsize to_size)
{
  char *in = (char *) from;
  char *out = to;
  gsize out_left = to_size;

  if (g_iconv (converter, &in, &from_length, &out, &out_left) == (gsize) -1 || from_length > 0)
    {
      g_iconv (converter, NULL, NULL, NULL, NULL);
      return 0;
    }

  return to_size - out_left;
}

static gsize
convert_back (Converter *self, guint32 code, char *utf8, gsize size)
{
  const char bytes[2] = { (char) (code >> 8 & 0xFF), (char) (code & 0xFF) };
  gsize skip = bytes[0] == '\0' ? 1 : 0;

  return convert (self->from, bytes + skip, sizeof bytes - skip, utf8, size);
}

/* The system gives look-alikes for some dashes and signs; the way back tells them apart. */
static guint32
find_code (Converter *self, gunichar c)
{
  char utf8[6], bytes[4], back[6];
  gsize utf8_length = (gsize) g_unichar_to_utf8 (c, utf8);
  gsize length = convert (self->to, utf8, utf8_length, bytes, sizeof bytes);
  guint32 code = 0;

  if (length == 0 || length > 2)
    return CODE_KNOWN | CODE_UNFIT;

  for (gsize i = 0; i < length; i++)
    code = code << 8 | (guchar) bytes[i];

  if (convert_back (self, code, back, sizeof back) != utf8_length
      || memcmp (back, utf8, utf8_length) != 0)
    code |= CODE_CHANGED;

  return code | CODE_KNOWN;
}

static void
note_change (Converter *self, gunichar c, guint32 code)
{
  char back[6];
  gsize length = convert_back (self, code, back, sizeof back);

  g_string_append_unichar (self->losses.changed, c);
  g_string_append_len (self->losses.substitutes, back, (gssize) length);
}

/**
 * taga_cp932_append:
 * @cp932: a converter
 * @c: a character
 * @bytes: where its bytes go
 *
 * Adds a character to a text in CP932; a question mark if CP932 does not have it.
 */
void
taga_cp932_append (TagaCp932 *cp932, gunichar c, GString *bytes)
{
  Converter *self = (Converter *) cp932;
  guint32 code = CODE_UNFIT;

  if (c < N_CODES)
    {
      if (self->codes[c] == 0)
        self->codes[c] = find_code (self, c);
      code = self->codes[c];
    }

  if ((code & CODE_UNFIT) != 0)
    {
      g_string_append_unichar (cp932->unfit, c);
      g_string_append_c (bytes, '?');
      return;
    }

  if ((code & CODE_CHANGED) != 0)
    note_change (self, c, code);
  if ((code & CODE_BYTES) > 0xFF)
    g_string_append_c (bytes, (char) (code >> 8 & 0xFF));
  g_string_append_c (bytes, (char) (code & 0xFF));
}

/**
 * taga_cp932_has_losses:
 * @cp932: a converter
 *
 * Tells whether a character did not come through since the account was emptied.
 *
 * Returns: `TRUE` if one did not
 */
gboolean
taga_cp932_has_losses (const TagaCp932 *cp932)
{
  return cp932->unfit->len > 0 || cp932->changed->len > 0;
}

/**
 * taga_cp932_forget_losses:
 * @cp932: a converter
 *
 * Empties the account of what did not come through.
 */
void
taga_cp932_forget_losses (TagaCp932 *cp932)
{
  g_string_truncate (cp932->unfit, 0);
  g_string_truncate (cp932->changed, 0);
  g_string_truncate (cp932->substitutes, 0);
}
