#include "taga-json-parse.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "taga-edition.h"

#define IS_DIGIT(c) ((c) >= '0' && (c) <= '9')
#define MAX_DIGITS 15

/*
 * Reads JSON as strictly as RFC 8259 has it, into json-glib's nodes. json-glib's own parser lets
 * through what would change a method's figures without a word: of two members of the same name one
 * is lost, 99999999999999999999 becomes -1, a text ends at \u0000, a second document after the
 * first is skipped, and there is no limit to nesting.
 */
typedef struct
{
  const char *file;
  const char *start;
  const char *next;
  guint depth;
} Parser;

static JsonNode *parse_value (Parser *parser, GError **error);

/* Returns `NULL` so that every caller can pass it on. */
static gpointer
fail_here (Parser *parser, GError **error, const char *reason)
{
  const char *line_start = parser->start;
  guint line = 1;

  for (const char *p = parser->start; p < parser->next; p++)
    if (*p == '\n')
      {
        line++;
        line_start = p + 1;
      }

  g_set_error (error, TAGA_CATALOGUE_ERROR, TAGA_CATALOGUE_ERROR_UNREADABLE,
               _ ("%s: line %u, column %u: %s"), parser->file, line,
               (guint) g_utf8_strlen (line_start, parser->next - line_start) + 1, reason);
  return NULL;
}

static void
skip_space (Parser *parser)
{
  parser->next += strspn (parser->next, " \t\r\n");
}

static gboolean
take (Parser *parser, char c)
{
  skip_space (parser);
  if (*parser->next != c)
    return FALSE;

  parser->next++;
  return TRUE;
}

/* Reads the four digits after \u; -1 if they are none. */
static int
read_hex (const char *digits)
{
  int number = 0;

  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (digits[i]);

      if (digit < 0)
        return -1;
      number = number * 16 + digit;
    }

  return number;
}

/* Reads what follows a backslash, a pair of surrogates included; 0 if it is wrong. */
static gunichar
parse_escape (Parser *parser)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *letter = *parser->next == '\0' ? NULL : strchr (letters, *parser->next);
  int high, low;

  if (letter != NULL)
    {
      parser->next++;
      return (gunichar) meanings[letter - letters];
    }

  if (*parser->next != 'u' || (high = read_hex (parser->next + 1)) <= 0)
    return 0;

  if (high < 0xD800 || high > 0xDFFF)
    {
      parser->next += 5;
      return (gunichar) high;
    }

  if (high > 0xDBFF || parser->next[5] != '\\' || parser->next[6] != 'u')
    return 0;
  low = read_hex (parser->next + 7);
  if (low < 0xDC00 || low > 0xDFFF)
    return 0;

  parser->next += 11;
  return 0x10000 + (((gunichar) high & 0x3FF) << 10) + ((gunichar) low & 0x3FF);
}

static char *
parse_string (Parser *parser, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  parser->next++;
  for (;;)
    {
      const char *plain = parser->next;
      gunichar c;

      while ((guchar) *parser->next >= 0x20 && *parser->next != '"' && *parser->next != '\\')
        parser->next++;
      g_string_append_len (text, plain, parser->next - plain);

      if (*parser->next == '"')
        break;
      if (*parser->next != '\\')
        return fail_here (parser, error, _ ("the text does not end in its line"));

      parser->next++;
      c = parse_escape (parser);
      if (c == 0)
        {
          parser->next--;
          return fail_here (parser, error, _ ("this escape stands for no character"));
        }
      g_string_append_unichar (text, c);
    }

  parser->next++;
  return g_strdup (text->str);
}

static guint
skip_digits (const char **p)
{
  const char *start = *p;

  while (IS_DIGIT (**p))
    (*p)++;

  return (guint) (*p - start);
}

static JsonNode *
parse_number (Parser *parser, GError **error)
{
  const char *p = parser->next;
  gboolean is_whole = TRUE;
  guint n_digits;
  double number;

  if (*p == '-')
    p++;
  n_digits = skip_digits (&p);
  if (n_digits == 0 || (n_digits > 1 && p[-(int) n_digits] == '0'))
    return fail_here (parser, error, _ ("this is no number"));

  if (*p == '.')
    {
      p++;
      is_whole = FALSE;
      if (skip_digits (&p) == 0)
        return fail_here (parser, error, _ ("this is no number"));
    }

  if (*p == 'e' || *p == 'E')
    {
      p += p[1] == '-' || p[1] == '+' ? 2 : 1;
      is_whole = FALSE;
      if (skip_digits (&p) == 0)
        return fail_here (parser, error, _ ("this is no number"));
    }

  number = g_ascii_strtod (parser->next, NULL);
  if (n_digits > MAX_DIGITS || !isfinite (number))
    return fail_here (parser, error, _ ("the number is too large"));

  parser->next = p;
  if (is_whole)
    return json_node_init_int (json_node_alloc (), (gint64) number);

  return json_node_init_double (json_node_alloc (), number);
}

static JsonNode *
parse_word (Parser *parser, GError **error)
{
  static const char *const words[] = { "false", "true", "null" };
  guint i = 0;

  while (i < G_N_ELEMENTS (words) && !g_str_has_prefix (parser->next, words[i]))
    i++;
  if (i == G_N_ELEMENTS (words))
    return fail_here (parser, error, _ ("a value was expected"));

  parser->next += strlen (words[i]);
  if (g_str_equal (words[i], "null"))
    return json_node_new (JSON_NODE_NULL);

  return json_node_init_boolean (json_node_alloc (), i == 1);
}

static JsonNode *
parse_array (Parser *parser, GError **error)
{
  g_autoptr (JsonArray) array = json_array_new ();

  parser->next++;
  if (take (parser, ']'))
    return json_node_init_array (json_node_alloc (), array);

  do
    {
      JsonNode *element = parse_value (parser, error);

      if (element == NULL)
        return NULL;
      json_array_add_element (array, element);
    }
  while (take (parser, ','));

  if (!take (parser, ']'))
    return fail_here (parser, error, _ ("“,” or “]” was expected"));

  return json_node_init_array (json_node_alloc (), array);
}

static gboolean
parse_member (Parser *parser, JsonObject *object, GError **error)
{
  g_autofree char *name = NULL;
  JsonNode *value;

  skip_space (parser);
  if (*parser->next != '"')
    return fail_here (parser, error, _ ("a name in quotation marks was expected")) != NULL;

  name = parse_string (parser, error);
  if (name == NULL)
    return FALSE;
  if (json_object_has_member (object, name))
    return fail_here (parser, error, _ ("the same name stands here twice")) != NULL;
  if (!take (parser, ':'))
    return fail_here (parser, error, _ ("“:” was expected")) != NULL;

  value = parse_value (parser, error);
  if (value == NULL)
    return FALSE;

  json_object_set_member (object, name, value);
  return TRUE;
}

static JsonNode *
parse_object (Parser *parser, GError **error)
{
  g_autoptr (JsonObject) object = json_object_new ();

  parser->next++;
  if (take (parser, '}'))
    return json_node_init_object (json_node_alloc (), object);

  do
    if (!parse_member (parser, object, error))
      return NULL;
  while (take (parser, ','));

  if (!take (parser, '}'))
    return fail_here (parser, error, _ ("“,” or “}” was expected"));

  return json_node_init_object (json_node_alloc (), object);
}

static JsonNode *
parse_nested (Parser *parser, GError **error)
{
  JsonNode *node;

  if (parser->depth == TAGA_JSON_MAX_DEPTH)
    return fail_here (parser, error, _ ("it is nested too deeply"));

  parser->depth++;
  node = *parser->next == '{' ? parse_object (parser, error) : parse_array (parser, error);
  parser->depth--;

  return node;
}

static JsonNode *
parse_value (Parser *parser, GError **error)
{
  g_autofree char *text = NULL;

  skip_space (parser);
  switch (*parser->next)
    {
    case '{':
    case '[':
      return parse_nested (parser, error);
    case '"':
      text = parse_string (parser, error);
      return text == NULL ? NULL : json_node_init_string (json_node_alloc (), text);
    default:
      if (*parser->next == '-' || IS_DIGIT (*parser->next))
        return parse_number (parser, error);
      return parse_word (parser, error);
    }
}

/**
 * taga_json_parse:
 * @name: what errors call the text
 * @data: a text that ends with NUL
 * @length: its length in bytes
 * @error: return location for an error, or `NULL`
 *
 * Reads a JSON text, which comes from outside and may hold anything.
 *
 * Returns: (transfer full) (nullable): its contents, or `NULL` with @error set to
 *   `TAGA_CATALOGUE_ERROR_UNREADABLE`; the message names line and column
 */
JsonNode *
taga_json_parse (const char *name, const char *data, gsize length, GError **error)
{
  Parser parser = { .file = name, .start = data, .next = data };
  g_autoptr (JsonNode) root = NULL;

  if (!g_utf8_validate_len (data, length, &parser.next))
    return fail_here (&parser, error, _ ("this is no UTF-8 text"));

  parser.next = data;
  root = parse_value (&parser, error);
  if (root == NULL)
    return NULL;

  skip_space (&parser);
  if (*parser.next != '\0')
    return fail_here (&parser, error, _ ("nothing more was expected"));

  return g_steal_pointer (&root);
}

/**
 * taga_json_load:
 * @folder: where the file is
 * @name: its name
 * @error: return location for an error, or `NULL`
 *
 * Reads a JSON file, which comes from outside and may hold anything.
 *
 * Returns: (transfer full): its contents, or `NULL` with @error set to
 *   `TAGA_CATALOGUE_ERROR_UNREADABLE`; the message names file, line and column
 */
JsonNode *
taga_json_load (GFile *folder, const char *name, GError **error)
{
  g_autoptr (GFile) file = g_file_get_child (folder, name);
  g_autofree char *data = g_malloc (TAGA_JSON_MAX_BYTES + 1);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) cause = NULL;
  gsize length = 0;

  stream = g_file_read (file, NULL, &cause);
  if (stream != NULL)
    g_input_stream_read_all (G_INPUT_STREAM (stream), data, TAGA_JSON_MAX_BYTES + 1, &length, NULL,
                             &cause);
  if (cause != NULL)
    {
      g_set_error (error, TAGA_CATALOGUE_ERROR, TAGA_CATALOGUE_ERROR_UNREADABLE,
                   _ ("%s: it cannot be read. %s"), name, cause->message);
      return NULL;
    }

  if (length > TAGA_JSON_MAX_BYTES)
    {
      g_set_error (error, TAGA_CATALOGUE_ERROR, TAGA_CATALOGUE_ERROR_UNREADABLE,
                   _ ("%s: it is larger than a catalogue can be (%d KiB)."), name,
                   TAGA_JSON_MAX_BYTES / 1024);
      return NULL;
    }

  data[length] = '\0';
  return taga_json_parse (name, data, length, error);
}
