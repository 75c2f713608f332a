#include "taga-xml.h"

#include "taga-sheet.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

/* Deeper, and with more attributes and namespaces, than any spreadsheet program writes. libxml2
 * compares each attribute and namespace with all others, so that these limits are about time. */
#define MAX_DEPTH 64
#define MAX_ATTRIBUTES 64
#define MAX_NAMESPACES 128

/* The parser is fed in steps, so that it can be stopped between them. */
#define STEP (32 << 10)

/* So much may go by without an element or a text: a tag, a comment. A longer one would be collected
 * in memory, and searched from its beginning at each step. */
#define MAX_SILENCE (128 << 10)

typedef struct
{
  xmlParserCtxt *context; /* (owned) */
  const TagaXmlHandlers *handlers;
  gpointer self;
  const char *part;
  TagaXmlProgressFunc progress;

  guint depth;
  guint n_namespaces;
  guint8 namespaces[MAX_DEPTH + 1]; /* how many the open element of each depth brought */

  gboolean heard;
  gsize silence;

  gboolean stopped;
  GError *error;
} Parser;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)

static void
stop (Parser *parser)
{
  parser->stopped = TRUE;
  xmlStopParser (parser->context);
}

static void
refuse (Parser *parser, const char *message)
{
  if (parser->error == NULL)
    g_set_error_literal (&parser->error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_DANGEROUS, message);
  stop (parser);
}

static void
refuse_shape (Parser *parser)
{
  refuse (parser,
          _ ("The workbook is built as no spreadsheet program builds one, but as files made "
             "to do harm are. It was not read."));
}

static void
start_element_cb (void *user_data,
                  const xmlChar *name,
                  const xmlChar *prefix,
                  const xmlChar *uri,
                  int n_namespaces,
                  const xmlChar **namespaces,
                  int n_attributes,
                  int n_defaulted,
                  const xmlChar **attributes)
{
  Parser *parser = user_data;
  TagaXmlAttributes found = { .items = attributes, .n_items = (guint) n_attributes };

  parser->heard = TRUE;
  if (parser->stopped)
    return;

  if (parser->depth == MAX_DEPTH || n_attributes > MAX_ATTRIBUTES
      || parser->n_namespaces + (guint) n_namespaces > MAX_NAMESPACES)
    {
      refuse_shape (parser);
      return;
    }

  parser->depth++;
  parser->namespaces[parser->depth] = (guint8) MIN (n_namespaces, 255);
  parser->n_namespaces += parser->namespaces[parser->depth];

  if (!parser->handlers->start (parser->self, parser->depth, (const char *) name, &found,
                                &parser->error))
    stop (parser);
}

static void
end_element_cb (void *user_data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  Parser *parser = user_data;

  parser->heard = TRUE;
  if (parser->stopped)
    return;

  if (parser->handlers->end != NULL
      && !parser->handlers->end (parser->self, parser->depth, &parser->error))
    stop (parser);

  parser->n_namespaces -= parser->namespaces[parser->depth];
  parser->depth--;
}

static void
characters_cb (void *user_data, const xmlChar *text, int length)
{
  Parser *parser = user_data;

  parser->heard = TRUE;
  if (!parser->stopped && parser->handlers->text != NULL
      && !parser->handlers->text (parser->self, (const char *) text, (gsize) length,
                                  &parser->error))
    stop (parser);
}

static void
comment_cb (void *user_data, const xmlChar *text)
{
  Parser *parser = user_data;

  parser->heard = TRUE;
}

/* The document type is where entities would be declared; no workbook has one. */
static void
document_type_cb (void *user_data,
                  const xmlChar *name,
                  const xmlChar *external_id,
                  const xmlChar *system_id)
{
  refuse (user_data,
          _ ("The workbook declares a document type, as files made to do harm do. It was "
             "not read."));
}

/* What is wrong is told once, in our words, after the parser has stopped. */
static void
error_cb (void *user_data, xmlErrorPtr error)
{
}

static gboolean
fail_damaged (Parser *parser, GError **error)
{
  g_set_error (error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_DAMAGED,
               _ ("The workbook is damaged in its part “%s”. Open it in your spreadsheet program, "
                  "save it again and try once more."),
               parser->part);
  return FALSE;
}

/* Feeds the parser. No bytes mean the end. */
static gboolean
feed (Parser *parser, const char *data, gsize length, GError **error)
{
  parser->heard = FALSE;
  xmlParseChunk (parser->context, data, (int) length, length == 0);

  parser->silence = parser->heard ? 0 : parser->silence + length;
  if (parser->silence > MAX_SILENCE && !parser->stopped)
    refuse_shape (parser);

  if (parser->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&parser->error));
      return FALSE;
    }
  if (parser->stopped)
    return FALSE;

  return parser->context->wellFormed || fail_damaged (parser, error);
}

static gboolean
take_block (const char *data, gsize length, double fraction, gpointer user_data, GError **error)
{
  Parser *parser = user_data;

  for (gsize done = 0; done < length; done += STEP)
    if (!feed (parser, data + done, MIN (length - done, STEP), error))
      return FALSE;

  if (parser->progress != NULL)
    parser->progress (fraction, parser->self);
  return TRUE;
}

/**
 * taga_xml_parse:
 * @container: a container
 * @part: the name of one of its parts
 * @limit: so many bytes the part may unpack to
 * @handlers: what to do with it
 * @self: data for @handlers and @progress
 * @cancellable: (nullable): stops the reading
 * @progress: (nullable): hears of progress
 * @error: return location for an error
 *
 * Reads a part as XML, without ever holding more of it than a tag. No document type, no entity but
 * the five of XML itself, no other encoding than Unicode, no network.
 *
 * Returns: `TRUE` if all of it was read; `FALSE` with @error set to a `TAGA_SHEET_ERROR`, the error
 *   of a handler or `G_IO_ERROR_CANCELLED`, or not set if a handler had enough
 */
gboolean
taga_xml_parse (TagaContainer *container,
                const char *part,
                guint64 limit,
                const TagaXmlHandlers *handlers,
                gpointer self,
                GCancellable *cancellable,
                TagaXmlProgressFunc progress,
                GError **error)
{
  Parser parser = { .handlers = handlers, .self = self, .part = part, .progress = progress };
  g_autoptr (xmlParserCtxt) context = NULL;
  xmlSAXHandler sax = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = start_element_cb,
    .endElementNs = end_element_cb,
    .characters = characters_cb,
    .ignorableWhitespace = characters_cb,
    .cdataBlock = characters_cb,
    .comment = comment_cb,
    .internalSubset = document_type_cb,
    .serror = error_cb,
  };

  context = xmlCreatePushParserCtxt (&sax, &parser, NULL, 0, NULL);
  g_return_val_if_fail (context != NULL, FALSE);
  xmlCtxtUseOptions (context, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  parser.context = context;

  return taga_container_read (container, part, limit, take_block, &parser, cancellable, error)
         && feed (&parser, NULL, 0, error);
}

/**
 * taga_xml_get:
 * @attributes: attributes
 * @name: a name without namespace
 * @length: (out): the value's length
 *
 * Finds an attribute.
 *
 * Returns: (nullable): its value, not terminated, or `NULL` if it is not there
 */
const char *
taga_xml_get (const TagaXmlAttributes *attributes, const char *name, gsize *length)
{
  for (guint i = 0; i < attributes->n_items; i++)
    {
      const guchar **item = attributes->items + i * 5;

      if (strcmp ((const char *) item[0], name) == 0)
        {
          *length = (gsize) (item[4] - item[3]);
          return (const char *) item[3];
        }
    }

  *length = 0;
  return NULL;
}

/**
 * taga_xml_dup:
 * @attributes: attributes
 * @name: a name without namespace
 *
 * Copies an attribute's value. The parser does not look at how values are written, so they are made
 * valid here; and as long as it replaces no entities, it leaves an ampersand as a reference.
 *
 * Returns: (transfer full) (nullable): the value in UTF-8, or `NULL` if the attribute is not there
 */
char *
taga_xml_dup (const TagaXmlAttributes *attributes, const char *name)
{
  gsize length;
  const char *value = taga_xml_get (attributes, name, &length);
  g_autofree char *valid = NULL;
  GString *copy;

  if (value == NULL)
    return NULL;

  valid = g_utf8_make_valid (value, (gssize) length);
  copy = g_string_new (valid);
  g_string_replace (copy, "&#38;", "&", 0);

  return g_string_free (copy, FALSE);
}

/**
 * taga_xml_get_number:
 * @attributes: attributes
 * @name: a name without namespace
 * @number: (out): the number, untouched if the attribute is not there
 *
 * Reads an attribute that is a whole number of at most nine digits.
 *
 * Returns: `FALSE` if it is there but no such number
 */
gboolean
taga_xml_get_number (const TagaXmlAttributes *attributes, const char *name, guint *number)
{
  gsize length;
  const char *value = taga_xml_get (attributes, name, &length);
  guint sum = 0;

  if (value == NULL)
    return TRUE;
  if (length == 0 || length > 9)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (value[i]))
        return FALSE;
      sum = sum * 10 + (guint) (value[i] - '0');
    }

  *number = sum;
  return TRUE;
}

/**
 * taga_xml_is_true:
 * @attributes: attributes
 * @name: a name without namespace
 *
 * Reads an attribute that is a yes or no.
 *
 * Returns: `TRUE` if it is there and a yes
 */
gboolean
taga_xml_is_true (const TagaXmlAttributes *attributes, const char *name)
{
  gsize length;
  const char *value = taga_xml_get (attributes, name, &length);

  return (length == 1 && *value == '1') || (length == 4 && strncmp (value, "true", 4) == 0)
         || (length == 2 && strncmp (value, "on", 2) == 0);
}
