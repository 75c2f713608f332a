#include "taga-shared-strings.h"

#include "taga-sheet-row.h"
#include "taga-xml.h"

#include <glib/gi18n-lib.h>

#define MAX_BYTES (128 << 20)

/* <si><t>a</t></si> is the shortest that says anything. */
#define MAX_TEXTS (MAX_BYTES / 16)

/**
 * TagaSharedStrings:
 *
 * A workbook's shared texts: one after the other in one block of memory.
 */
struct _TagaSharedStrings
{
  GString *texts; /* (owned): each with its terminator */
  GArray *starts; /* (owned): where each begins */

  gboolean in_text;
  gboolean in_run;
};

/* A text is made of its <t> and those of its <r> runs. <rPh> is the furigana, no part of it. */
static gboolean
start_cb (gpointer user_data,
          guint depth,
          const char *name,
          const TagaXmlAttributes *attributes,
          GError **error)
{
  TagaSharedStrings *self = user_data;
  guint32 start = (guint32) self->texts->len;

  if (depth == 2)
    {
      if (self->starts->len == MAX_TEXTS)
        {
          g_set_error_literal (error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_DANGEROUS,
                               _ ("The workbook has more texts than can be read safely. Divide it "
                                  "into smaller ones."));
          return FALSE;
        }
      g_array_append_val (self->starts, start);
    }
  else if (depth == 3)
    {
      self->in_text = g_str_equal (name, "t");
      self->in_run = g_str_equal (name, "r");
    }
  else if (depth == 4)
    self->in_text = self->in_run && g_str_equal (name, "t");

  return TRUE;
}

static gboolean
set_too_long (GError **error)
{
  g_set_error (error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_DAMAGED,
               _ ("The workbook is damaged: a text has more than the %d characters that fit into a "
                  "cell. Shorten it in your spreadsheet program and try once more."),
               TAGA_SHEET_MAX_CHARACTERS);
  return FALSE;
}

static gboolean
end_cb (gpointer user_data, guint depth, GError **error)
{
  TagaSharedStrings *self = user_data;
  guint32 start;
  gsize length;

  if (depth >= 3)
    {
      self->in_text = FALSE;
      self->in_run = self->in_run && depth > 3;
    }
  if (depth != 2)
    return TRUE;

  start = g_array_index (self->starts, guint32, self->starts->len - 1);
  length = taga_sheet_text_clean (self->texts->str + start, self->texts->len - start, TRUE);
  if (taga_sheet_text_is_too_long (self->texts->str + start, length))
    return set_too_long (error);

  g_string_truncate (self->texts, start + length);
  g_string_append_c (self->texts, '\0');
  return TRUE;
}

static gboolean
text_cb (gpointer user_data, const char *text, gsize length, GError **error)
{
  TagaSharedStrings *self = user_data;
  guint32 start;

  if (!self->in_text)
    return TRUE;

  start = g_array_index (self->starts, guint32, self->starts->len - 1);
  if (self->texts->len - start + length > TAGA_SHEET_MAX_CELL_BYTES)
    return set_too_long (error);

  g_string_append_len (self->texts, text, (gssize) length);
  return TRUE;
}

/**
 * taga_shared_strings_new:
 * @container: a workbook's container
 * @part: (nullable): the name of its shared texts, or `NULL` if it has none
 * @cancellable: (nullable): stops the reading
 * @error: return location for an error
 *
 * Reads the shared texts.
 *
 * Returns: (transfer full): the texts, or `NULL` with @error set to a `TAGA_SHEET_ERROR` or
 *   `G_IO_ERROR_CANCELLED`
 */
TagaSharedStrings *
taga_shared_strings_new (TagaContainer *container,
                         const char *part,
                         GCancellable *cancellable,
                         GError **error)
{
  const TagaXmlHandlers handlers = { .start = start_cb, .end = end_cb, .text = text_cb };
  g_autoptr (TagaSharedStrings) self = g_new0 (TagaSharedStrings, 1);

  self->texts = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (part != NULL
      && !taga_xml_parse (container, part, MAX_BYTES, &handlers, self, cancellable, NULL, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * taga_shared_strings_free:
 * @self: (transfer full): shared texts
 *
 * Frees the texts.
 */
void
taga_shared_strings_free (TagaSharedStrings *self)
{
  g_string_free (self->texts, TRUE);
  g_array_unref (self->starts);
  g_free (self);
}

/**
 * taga_shared_strings_get:
 * @self: shared texts
 * @index: a text's number
 *
 * Gets a text.
 *
 * Returns: (nullable): the text, or `NULL` if there is none of that number
 */
const char *
taga_shared_strings_get (TagaSharedStrings *self, guint index)
{
  if (index >= self->starts->len)
    return NULL;

  return self->texts->str + g_array_index (self->starts, guint32, index);
}
