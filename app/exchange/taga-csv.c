#include "taga-csv.h"

#include "taga-charset.h"
#include "taga-csv-parser.h"

#include <glib/gi18n-lib.h>

#define MAX_BYTES (256 << 20)
#define BLOCK_SIZE (64 << 10)

/**
 * TagaCsv:
 *
 * A text file of rows.
 */
struct _TagaCsv
{
  GInputStream *stream; /* (owned) */
  guint64 size;
  TagaCharset charset;
};

/**
 * taga_csv_open:
 * @stream: a seekable stream of a text file
 * @size: its size in bytes
 * @error: return location for an error
 *
 * Opens a text file and finds how it is written.
 *
 * Returns: (transfer full): the file, or `NULL` with @error set to a `TAGA_SHEET_ERROR`
 */
TagaCsv *
taga_csv_open (GInputStream *stream, guint64 size, GError **error)
{
  g_autoptr (TagaCsv) self = g_new0 (TagaCsv, 1);

  self->stream = g_object_ref (stream);
  self->size = size;

  if (size > MAX_BYTES)
    {
      g_set_error_literal (error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_DANGEROUS,
                           _ ("The text file is larger than can be read safely. Divide it into "
                              "smaller ones."));
      return NULL;
    }

  if (!g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, NULL, error)
      || !taga_charset_detect (stream, &self->charset, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * taga_csv_free:
 * @self: (transfer full): a text file
 *
 * Frees the file.
 */
void
taga_csv_free (TagaCsv *self)
{
  g_clear_object (&self->stream);
  g_free (self);
}

static gboolean
set_undecodable (TagaCsv *self, guint line, GError **error)
{
  g_set_error (error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_DAMAGED,
               _ ("Line %u of the text file has bytes that are no characters in %s. Save the file "
                  "as UTF-8 and try once more."),
               line, self->charset.name);
  return FALSE;
}

/* Reads the file block by block. What could be decoded before a bad byte is parsed first, so that
 * the parser knows the byte's line. */
static gboolean
read_blocks (TagaCsv *self, TagaCsvParser *parser, TagaSheetReading *reading, GError **error)
{
  g_autoptr (TagaDecoder) decoder = taga_decoder_new (&self->charset);
  g_autoptr (GString) text = g_string_sized_new (BLOCK_SIZE * 4 + 1);
  g_autofree char *block = g_malloc (BLOCK_SIZE);
  guint64 total = self->charset.skip;
  gsize n_read;

  if (decoder == NULL)
    return set_undecodable (self, 1, error);

  do
    {
      gboolean valid;

      if (!g_input_stream_read_all (self->stream, block, BLOCK_SIZE, &n_read, reading->cancellable,
                                    error))
        return FALSE;

      g_string_truncate (text, 0);
      valid = taga_decoder_decode (decoder, block, n_read, n_read < BLOCK_SIZE, text);
      if (!taga_csv_parser_take (parser, text->str, text->len, error))
        return FALSE;
      if (!valid)
        return set_undecodable (self, taga_csv_parser_get_line (parser), error);

      total += n_read;
      taga_sheet_reading_tell (reading, (double) total / (double) MAX (self->size, 1));
    }
  while (n_read == BLOCK_SIZE);

  return taga_csv_parser_end (parser, error);
}

/**
 * taga_csv_read:
 * @self: a text file
 * @reading: who takes the rows
 * @error: return location for an error
 *
 * Reads the rows.
 *
 * Returns: `FALSE` with @error set to a `TAGA_SHEET_ERROR`, the error of @reading or
 *   `G_IO_ERROR_CANCELLED`
 */
gboolean
taga_csv_read (TagaCsv *self, TagaSheetReading *reading, GError **error)
{
  g_autoptr (TagaCsvParser) parser = taga_csv_parser_new (reading);
  g_autoptr (GError) failure = NULL;

  if (!g_seekable_seek (G_SEEKABLE (self->stream), self->charset.skip, G_SEEK_SET,
                        reading->cancellable, error))
    return FALSE;

  if (!read_blocks (self, parser, reading, &failure) && failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  return TRUE;
}
