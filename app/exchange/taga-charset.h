#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TagaCharset:
 * @name: its name
 * @skip: how many bytes a mark at the file's beginning takes
 *
 * How a text file is written.
 */
typedef struct
{
  const char *name;
  guint skip;
} TagaCharset;

gboolean taga_charset_detect (GInputStream *stream, TagaCharset *charset, GError **error);

typedef struct _TagaDecoder TagaDecoder;

TagaDecoder *taga_decoder_new (const TagaCharset *charset);
void taga_decoder_free (TagaDecoder *self);

gboolean taga_decoder_decode (TagaDecoder *self,
                              const char *bytes,
                              gsize length,
                              gboolean last,
                              GString *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaDecoder, taga_decoder_free)

G_END_DECLS
