#include "taga-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "taga-edition.h"

/* How much of a hostile name or text is shown. */
#define MAX_SHOWN 40

/**
 * taga_json_init:
 * @self: (out caller-allocates): the place
 * @file: name of the file
 * @root: its contents
 *
 * Starts at the top of a file.
 */
void
taga_json_init (TagaJson *self, const char *file, JsonNode *root)
{
  *self = (TagaJson){ .file = file, .node = root };
}

static void
append_name (GString *path, const char *name)
{
  g_autofree char *shown = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), MAX_SHOWN));

  if (path->len > 0)
    g_string_append_c (path, '.');
  g_string_append (path, shown);
}

static void
append_path (GString *path, const TagaJson *self)
{
  if (self->parent == NULL)
    return;

  append_path (path, self->parent);
  if (self->member != NULL)
    append_name (path, self->member);
  else
    g_string_append_printf (path, "[%u]", self->index);
}

/**
 * taga_json_fail:
 * @self: a place
 * @member: (nullable): the member of it that is wrong
 * @error: return location for an error, or `NULL`
 * @format: what is wrong, as for printf
 * @...: its arguments
 *
 * Says that something in a file is wrong, and where.
 *
 * Returns: `FALSE`, with @error set to `TAGA_CATALOGUE_ERROR_INVALID`
 */
gboolean
taga_json_fail (const TagaJson *self, const char *member, GError **error, const char *format, ...)
{
  g_autoptr (GString) path = g_string_new (NULL);
  g_autofree char *reason = NULL;
  va_list args;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);

  append_path (path, self);
  if (member != NULL)
    append_name (path, member);
  if (path->len == 0)
    g_string_append (path, _ ("top of the file"));

  g_set_error (error, TAGA_CATALOGUE_ERROR, TAGA_CATALOGUE_ERROR_INVALID, "%s: %s: %s", self->file,
               path->str, reason);
  return FALSE;
}

/**
 * taga_json_check_members:
 * @self: a place
 * @names: (array zero-terminated=1) (nullable): the members that it may have; `NULL` for any
 * @error: return location for an error, or `NULL`
 *
 * Makes sure that a place is an object without members that nobody reads: a misspelt name must not
 * pass for a missing one.
 *
 * Returns: `TRUE` if it is, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID`
 */
gboolean
taga_json_check_members (const TagaJson *self, const char *const *names, GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (!JSON_NODE_HOLDS_OBJECT (self->node))
    return taga_json_fail (self, NULL, error, _ ("must be an object"));

  json_object_iter_init (&iter, json_node_get_object (self->node));
  while (json_object_iter_next (&iter, &name, &node))
    if (names != NULL && !g_strv_contains (names, name))
      return taga_json_fail (self, name, error, _ ("no such member is known here"));

  return TRUE;
}

/**
 * taga_json_has:
 * @self: a place that holds an object
 * @member: name of a member
 *
 * Tells whether an optional member is there.
 *
 * Returns: `TRUE` if it is
 */
gboolean
taga_json_has (const TagaJson *self, const char *member)
{
  return json_object_has_member (json_node_get_object (self->node), member);
}

static gboolean
enter (const TagaJson *self, const char *member, TagaJson *place, GError **error)
{
  JsonNode *node = json_object_get_member (json_node_get_object (self->node), member);

  if (node == NULL)
    return taga_json_fail (self, member, error, _ ("missing"));

  *place = (TagaJson){ .file = self->file, .parent = self, .member = member, .node = node };
  return TRUE;
}

/**
 * taga_json_get_object:
 * @self: a place that holds an object
 * @member: name of a member
 * @names: (array zero-terminated=1) (nullable): the members that it may have; `NULL` for any
 * @object: (out caller-allocates): the member's place
 * @error: return location for an error, or `NULL`
 *
 * Goes to a member that must be an object.
 *
 * Returns: `TRUE` if it is, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID`
 */
gboolean
taga_json_get_object (const TagaJson *self,
                      const char *member,
                      const char *const *names,
                      TagaJson *object,
                      GError **error)
{
  return enter (self, member, object, error) && taga_json_check_members (object, names, error);
}

/**
 * taga_json_get_array:
 * @self: a place that holds an object
 * @member: name of a member
 * @array: (out caller-allocates): the member's place
 * @n: (out): how many elements it has, at least one
 * @error: return location for an error, or `NULL`
 *
 * Goes to a member that must be an array with something in it.
 *
 * Returns: `TRUE` if it is, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID`
 */
gboolean
taga_json_get_array (const TagaJson *self,
                     const char *member,
                     TagaJson *array,
                     guint *n,
                     GError **error)
{
  if (!enter (self, member, array, error))
    return FALSE;

  if (!JSON_NODE_HOLDS_ARRAY (array->node))
    return taga_json_fail (array, NULL, error, _ ("must be an array"));

  *n = json_array_get_length (json_node_get_array (array->node));
  if (*n == 0)
    return taga_json_fail (array, NULL, error, _ ("is empty"));
  if (*n > TAGA_JSON_MAX_ELEMENTS)
    return taga_json_fail (array, NULL, error, _ ("has more than %d elements"),
                           TAGA_JSON_MAX_ELEMENTS);

  return TRUE;
}

/**
 * taga_json_get_element:
 * @self: a place that holds an array
 * @index: which element
 * @element: (out caller-allocates): its place
 *
 * Goes to an element of an array.
 */
void
taga_json_get_element (const TagaJson *self, guint index, TagaJson *element)
{
  *element = (TagaJson){ .file = self->file,
                         .parent = self,
                         .index = index,
                         .node = json_array_get_element (json_node_get_array (self->node), index) };
}

/* What people read has to be clean: one line, nothing invisible, no blanks around it. */
static gboolean
check_text (const TagaJson *self, GError **error)
{
  const char *text;

  if (!JSON_NODE_HOLDS_VALUE (self->node) || json_node_get_value_type (self->node) != G_TYPE_STRING)
    return taga_json_fail (self, NULL, error, _ ("must be a text"));

  text = json_node_get_string (self->node);
  if (*text == '\0')
    return taga_json_fail (self, NULL, error, _ ("is empty"));
  if (g_utf8_strlen (text, -1) > TAGA_JSON_MAX_TEXT)
    return taga_json_fail (self, NULL, error, _ ("is longer than %d characters"),
                           TAGA_JSON_MAX_TEXT);
  if (g_unichar_isspace (g_utf8_get_char (text))
      || g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (text + strlen (text)))))
    return taga_json_fail (self, NULL, error, _ ("begins or ends with a blank"));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    switch (g_unichar_type (g_utf8_get_char (p)))
      {
      case G_UNICODE_CONTROL:
      case G_UNICODE_FORMAT:
      case G_UNICODE_LINE_SEPARATOR:
      case G_UNICODE_PARAGRAPH_SEPARATOR:
        return taga_json_fail (self, NULL, error, _ ("contains a control character"));
      default:
        break;
      }

  return TRUE;
}

/**
 * taga_json_get_text:
 * @self: a place that holds an object, or itself a text
 * @member: (nullable): name of a member, or `NULL` for the place itself
 * @text: (out) (transfer none): the text
 * @error: return location for an error, or `NULL`
 *
 * Reads a line of text, which must not be empty.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID`
 */
gboolean
taga_json_get_text (const TagaJson *self, const char *member, const char **text, GError **error)
{
  TagaJson place = *self;

  if (member != NULL && !enter (self, member, &place, error))
    return FALSE;
  if (!check_text (&place, error))
    return FALSE;

  *text = json_node_get_string (place.node);
  return TRUE;
}

/**
 * taga_json_get_key:
 * @self: a place that holds an object, or itself a key
 * @member: (nullable): name of a member, or `NULL` for the place itself
 * @key: (out) (transfer none): the key
 * @error: return location for an error, or `NULL`
 *
 * Reads a key: what files and scripts call a thing, in small letters, digits, hyphens and dots.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID`
 */
gboolean
taga_json_get_key (const TagaJson *self, const char *member, const char **key, GError **error)
{
  if (!taga_json_get_text (self, member, key, error))
    return FALSE;

  if (strlen (*key) > MAX_SHOWN || !g_ascii_isalnum (**key)
      || strspn (*key, "abcdefghijklmnopqrstuvwxyz0123456789-.") != strlen (*key))
    return taga_json_fail (self, member, error,
                           _ ("is no key: small letters, digits, hyphens and dots, at most %d"),
                           MAX_SHOWN);

  return TRUE;
}

/**
 * taga_json_get_words:
 * @self: a place that holds an object, or itself the two texts
 * @member: (nullable): name of a member, or `NULL` for the place itself
 * @ja: (out) (transfer none): the Japanese text
 * @en: (out) (transfer none): the English text
 * @error: return location for an error, or `NULL`
 *
 * Reads a text that stands in both languages.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID`
 */
gboolean
taga_json_get_words (const TagaJson *self,
                     const char *member,
                     const char **ja,
                     const char **en,
                     GError **error)
{
  static const char *const names[] = { "ja", "en", NULL };
  TagaJson place = *self;

  if (member != NULL && !enter (self, member, &place, error))
    return FALSE;

  return taga_json_check_members (&place, names, error)
         && taga_json_get_text (&place, "ja", ja, error)
         && taga_json_get_text (&place, "en", en, error);
}

/**
 * taga_json_get_integer:
 * @self: a place that holds an object, or itself a number
 * @member: (nullable): name of a member, or `NULL` for the place itself
 * @lowest: the least that it may be
 * @highest: the most that it may be
 * @number: (out): the number
 * @error: return location for an error, or `NULL`
 *
 * Reads a whole number.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID`
 */
gboolean
taga_json_get_integer (const TagaJson *self,
                       const char *member,
                       int lowest,
                       int highest,
                       int *number,
                       GError **error)
{
  TagaJson place = *self;
  gint64 value;

  if (member != NULL && !enter (self, member, &place, error))
    return FALSE;

  if (!JSON_NODE_HOLDS_VALUE (place.node) || json_node_get_value_type (place.node) != G_TYPE_INT64)
    return taga_json_fail (&place, NULL, error, _ ("must be a whole number"));

  value = json_node_get_int (place.node);
  if (value < lowest || value > highest)
    return taga_json_fail (&place, NULL, error, _ ("must lie between %d and %d"), lowest, highest);

  *number = (int) value;
  return TRUE;
}

/**
 * taga_json_get_fraction:
 * @self: a place that holds an object
 * @member: name of a member
 * @number: (out): the number
 * @error: return location for an error, or `NULL`
 *
 * Reads a number from 0 to 1.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID`
 */
gboolean
taga_json_get_fraction (const TagaJson *self, const char *member, double *number, GError **error)
{
  TagaJson place;
  double value = -1;

  if (!enter (self, member, &place, error))
    return FALSE;

  if (JSON_NODE_HOLDS_VALUE (place.node)
      && (json_node_get_value_type (place.node) == G_TYPE_INT64
          || json_node_get_value_type (place.node) == G_TYPE_DOUBLE))
    value = json_node_get_double (place.node);
  if (!(value >= 0 && value <= 1))
    return taga_json_fail (&place, NULL, error, _ ("must be a number from 0 to 1"));

  *number = value;
  return TRUE;
}

/**
 * taga_json_get_flag:
 * @self: a place that holds an object
 * @member: name of a member
 * @flag: (out): what it says; `FALSE` if it is not there
 * @error: return location for an error, or `NULL`
 *
 * Reads a member that is true, false or not there.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID`
 */
gboolean
taga_json_get_flag (const TagaJson *self, const char *member, gboolean *flag, GError **error)
{
  TagaJson place;

  *flag = FALSE;
  if (!taga_json_has (self, member))
    return TRUE;

  if (!enter (self, member, &place, error))
    return FALSE;
  if (!JSON_NODE_HOLDS_VALUE (place.node)
      || json_node_get_value_type (place.node) != G_TYPE_BOOLEAN)
    return taga_json_fail (&place, NULL, error, _ ("must be true or false"));

  *flag = json_node_get_boolean (place.node);
  return TRUE;
}
