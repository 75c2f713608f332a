#include "taga-charset.h"

#include "taga-sheet.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define BLOCK_SIZE (64 << 10)

static const char utf_8[] = "UTF-8";

/* CP932 is what Windows means by Shift_JIS; the other name would refuse ①, ㈱ and 髙. */
static const char cp932[] = "CP932";

/**
 * TagaDecoder:
 *
 * Turns a text file's bytes into UTF-8, block by block. A character may lie across two blocks.
 */
struct _TagaDecoder
{
  GIConv converter;  /* or -1 for UTF-8, which is only checked */
  GByteArray *bytes; /* (owned): what is not yet decoded */
};

static gboolean
set_no_text (GError **error)
{
  g_set_error_literal (
      error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_UNREADABLE,
      _ ("The file is neither an Excel workbook nor a text file. Save it from your "
         "spreadsheet program as “Excel Workbook (.xlsx)” or as CSV and try once "
         "more."));
  return FALSE;
}

/* How much of a character may be missing at the end of a block that is valid so far. */
static gboolean
is_cut_character (const char *text, gsize length)
{
  return length < 4 && g_utf8_get_char_validated (text, (gssize) length) == (gunichar) -2;
}

static gboolean
has_mark (const char *block, gsize length, const char *mark)
{
  return length >= strlen (mark) && memcmp (block, mark, strlen (mark)) == 0;
}

static gboolean
find_mark (const char *block, gsize length, TagaCharset *charset)
{
  static const struct
  {
    const char *mark;
    TagaCharset charset;
  } marks[] = {
    { "\xEF\xBB\xBF", { utf_8, 3 } },
    { "\xFF\xFE", { "UTF-16LE", 2 } },
    { "\xFE\xFF", { "UTF-16BE", 2 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (has_mark (block, length, marks[i].mark))
      {
        *charset = marks[i].charset;
        return TRUE;
      }

  return FALSE;
}

/* Tells text from other bytes: no text has a NUL. Text for mail, with its ESC sequences, would be
 * taken for plain ASCII. */
static gboolean
check_block (const char *block, gsize length, GError **error)
{
  if (memchr (block, '\0', length) != NULL)
    return set_no_text (error);

  if (g_strstr_len (block, (gssize) length, "\x1B$B") != NULL)
    {
      g_set_error_literal (
          error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_UNREADABLE,
          _ ("The text file is written in the JIS code, which is for mail. Save it "
             "as UTF-8 or Shift_JIS and try once more."));
      return FALSE;
    }

  return TRUE;
}

/**
 * taga_charset_detect:
 * @stream: a text file at its beginning
 * @charset: (out): how it is written
 * @error: return location for an error
 *
 * Finds how a text file is written: by its mark; without one it is UTF-8 if all of it is valid
 * UTF-8, else CP932.
 *
 * Returns: `FALSE` with @error set to `TAGA_SHEET_ERROR_UNREADABLE` if it cannot be read or is no
 *   text
 */
gboolean
taga_charset_detect (GInputStream *stream, TagaCharset *charset, GError **error)
{
  g_autofree char *block = g_malloc (BLOCK_SIZE + 4);
  gboolean first = TRUE;
  gsize kept = 0;

  *charset = (TagaCharset){ .name = utf_8 };
  for (;;)
    {
      gsize n_read, length;
      const char *end;

      if (!g_input_stream_read_all (stream, block + kept, BLOCK_SIZE, &n_read, NULL, error))
        return FALSE;

      length = kept + n_read;
      if (first && find_mark (block, length, charset))
        return TRUE;
      if (!check_block (block + kept, n_read, error))
        return FALSE;

      if (charset->name == utf_8 && !g_utf8_validate_len (block, length, &end))
        {
          kept = (gsize) (block + length - end);
          if (n_read < BLOCK_SIZE || !is_cut_character (end, kept))
            {
              charset->name = cp932;
              kept = 0;
            }
          memmove (block, end, kept);
        }
      else
        kept = 0;

      first = FALSE;
      if (n_read < BLOCK_SIZE)
        return TRUE;
    }
}

/**
 * taga_decoder_new:
 * @charset: how the text is written
 *
 * Makes a decoder.
 *
 * Returns: (transfer full) (nullable): the decoder, or `NULL` if this system does not know the
 *   charset
 */
TagaDecoder *
taga_decoder_new (const TagaCharset *charset)
{
  g_autoptr (TagaDecoder) self = g_new0 (TagaDecoder, 1);

  self->bytes = g_byte_array_new ();
  self->converter = (GIConv) -1;
  if (!g_str_equal (charset->name, utf_8))
    {
      self->converter = g_iconv_open (utf_8, charset->name);
      if (self->converter == (GIConv) -1)
        return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * taga_decoder_free:
 * @self: (transfer full): a decoder
 *
 * Frees the decoder.
 */
void
taga_decoder_free (TagaDecoder *self)
{
  if (self->converter != (GIConv) -1)
    g_iconv_close (self->converter);
  g_byte_array_unref (self->bytes);
  g_free (self);
}

static gsize
check_utf_8 (const char *bytes, gsize length, GString *text, gboolean *valid)
{
  const char *end;

  *valid = g_utf8_validate_len (bytes, length, &end);
  g_string_append_len (text, bytes, end - bytes);
  *valid = *valid || is_cut_character (end, (gsize) (bytes + length - end));

  return (gsize) (end - bytes);
}

static gsize
convert (GIConv converter, const char *bytes, gsize length, GString *text, gboolean *valid)
{
  char *in = (char *) bytes;
  gsize in_left = length;
  gsize used = text->len;
  char *out;
  gsize out_left;
  gsize result;

  /* No character is more than three times as long in UTF-8, and that is of one byte. */
  g_string_set_size (text, used + length * 4);
  out = text->str + used;
  out_left = length * 4;

  errno = 0;
  result = g_iconv (converter, &in, &in_left, &out, &out_left);
  *valid = result != (gsize) -1 || errno == EINVAL;
  g_string_truncate (text, (gsize) (out - text->str));

  return length - in_left;
}

/**
 * taga_decoder_decode:
 * @self: a decoder
 * @bytes: the next bytes of the file
 * @length: how many
 * @last: whether these are the last ones
 * @text: text to which the characters are added
 *
 * Decodes a block.
 *
 * Returns: `FALSE` if the bytes after @text are no characters
 */
gboolean
taga_decoder_decode (TagaDecoder *self,
                     const char *bytes,
                     gsize length,
                     gboolean last,
                     GString *text)
{
  gsize before = text->len;
  gboolean valid;
  gsize used;
  const char *nul;

  g_byte_array_append (self->bytes, (const guint8 *) bytes, (guint) length);
  if (self->converter == (GIConv) -1)
    used = check_utf_8 ((const char *) self->bytes->data, self->bytes->len, text, &valid);
  else
    used =
        convert (self->converter, (const char *) self->bytes->data, self->bytes->len, text, &valid);
  g_byte_array_remove_range (self->bytes, 0, (guint) used);

  nul = memchr (text->str + before, '\0', text->len - before);
  if (nul != NULL)
    {
      g_string_truncate (text, (gsize) (nul - text->str));
      return FALSE;
    }

  return valid && !(last && self->bytes->len > 0);
}
