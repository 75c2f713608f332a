#include "taga-query-text.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "taga-date.h"
#include "taga-json-parse.h"
#include "taga-json.h"
#include "taga-text.h"

/*
 * Queries as text, as views keep them: JSON with the fields by their names. A text comes from a
 * file that anybody may have written; what it says of fields, choices and days is checked, and what
 * is not known is refused rather than left out, since a view that shows more or less than it says
 * would be worse than none.
 */

#define VERSION 1

/* As long as a cell may be. */
#define MAX_CHARACTERS 32767

static const char *const scopes[] = {
  [TAGA_SCOPE_ALL] = "all",
  [TAGA_SCOPE_IN_USE] = "in-use",
  [TAGA_SCOPE_RETIRED] = "retired",
};

static void
add_text (JsonObject *object, const char *member, const char *text)
{
  if (text != NULL && *text != '\0')
    json_object_set_string_member (object, member, text);
}

static JsonObject *
write_filter (const TagaFilter *filter, TagaRecordClass *klass)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "field", klass->fields[filter->field].name);
  add_text (object, "contains", filter->contains);
  add_text (object, "from", filter->from);
  add_text (object, "to", filter->to);
  if (filter->keys != NULL)
    {
      JsonArray *keys = json_array_new ();

      for (guint i = 0; filter->keys[i] != NULL; i++)
        json_array_add_string_element (keys, filter->keys[i]);
      json_object_set_array_member (object, "any", keys);
    }
  if (filter->blank >= 0)
    json_object_set_boolean_member (object, "blank", filter->blank == 1);
  if (filter->or_blank)
    json_object_set_boolean_member (object, "or-blank", TRUE);
  if (filter->by_end)
    json_object_set_boolean_member (object, "by-end", TRUE);

  return object;
}

static JsonObject *
write_sort (const TagaSort *sort, TagaRecordClass *klass)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "field", klass->fields[sort->field].name);
  if (sort->descending)
    json_object_set_boolean_member (object, "descending", TRUE);

  return object;
}

/**
 * taga_query_to_text:
 * @query: a query
 * @klass: the type of its records
 *
 * Writes a query as text. Equal queries give equal texts.
 *
 * Returns: (transfer full): the text
 */
char *
taga_query_to_text (const TagaQuery *query, TagaRecordClass *klass)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);

  json_object_set_int_member (object, "version", VERSION);
  json_object_set_string_member (object, "scope", scopes[query->scope]);
  add_text (object, "search", query->search);
  if (query->filters->len > 0)
    {
      JsonArray *filters = json_array_new ();

      for (guint field = 0; field < klass->n_fields; field++)
        if (taga_query_get_filter (query, field) != NULL)
          json_array_add_object_element (
              filters, write_filter (taga_query_get_filter (query, field), klass));
      json_object_set_array_member (object, "filters", filters);
    }
  if (query->sorts->len > 0)
    {
      JsonArray *sorts = json_array_new ();

      for (guint i = 0; i < query->sorts->len; i++)
        json_array_add_object_element (
            sorts, write_sort (&g_array_index (query->sorts, TagaSort, i), klass));
      json_object_set_array_member (object, "sorts", sorts);
    }

  json_node_set_object (root, object);
  return json_to_string (root, FALSE);
}

/* A text as a cell may hold it, of several lines perhaps; left as it is if there is none. */
static gboolean
read_text (const TagaJson *json, const char *member, char **text, GError **error)
{
  JsonNode *node = member == NULL
                       ? json->node
                       : json_object_get_member (json_node_get_object (json->node), member);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return taga_json_fail (json, member, error, _ ("must be a text"));
  if (g_utf8_strlen (json_node_get_string (node), -1) > MAX_CHARACTERS)
    return taga_json_fail (json, member, error, _ ("is longer than %d characters"), MAX_CHARACTERS);

  *text = g_strdup (json_node_get_string (node));
  return TRUE;
}

static gboolean
read_field (const TagaJson *json, TagaRecordClass *klass, guint *field, GError **error)
{
  const char *name;
  int found;

  if (!taga_json_get_key (json, "field", &name, error))
    return FALSE;

  found = taga_record_class_find_field (klass, name);
  if (found < 0)
    return taga_json_fail (json, "field", error, _ ("there is no column “%s”"), name);

  *field = (guint) found;
  return TRUE;
}

/* A choice must be one that the list has; a level or a mark is a number. Any text may be a text. */
static gboolean
check_key (const TagaJson *json,
           const TagaField *field,
           const char *key,
           TagaEdition *edition,
           GError **error)
{
  gint64 number;
  gboolean known = TRUE;

  if (*key == '\0')
    return TRUE;

  if (field->kind == TAGA_FIELD_CHOICE)
    known = taga_edition_find_choice (edition, field->domain, key) != NULL;
  else if (!taga_field_is_text (field))
    {
      known = g_ascii_string_to_signed (key, 10, 0, G_MAXINT32, &number, NULL);
      if (known && field->kind == TAGA_FIELD_LEVEL)
        known = taga_edition_find_level (edition, field->domain, number) != NULL;
    }

  return known || taga_json_fail (json, NULL, error, _ ("“%s” is none of the choices"), key);
}

static gboolean
read_keys (const TagaJson *json,
           TagaRecordClass *klass,
           TagaEdition *edition,
           TagaFilter *filter,
           GError **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  TagaJson array;
  guint n;

  if (!taga_json_has (json, "any"))
    return TRUE;
  if (!taga_json_get_array (json, "any", &array, &n, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      TagaJson element;
      char *key = NULL;

      taga_json_get_element (&array, i, &element);
      if (!read_text (&element, NULL, &key, error))
        return FALSE;
      g_ptr_array_add (keys, key);
      if (!check_key (&element, &klass->fields[filter->field], key, edition, error))
        return FALSE;
    }

  g_ptr_array_add (keys, NULL);
  filter->keys = (char **) g_ptr_array_steal (keys, NULL);
  return TRUE;
}

/* Days are compared as texts, so they have to be written as days are. */
static gboolean
check_bound (const TagaJson *json,
             const char *member,
             const TagaField *field,
             const TagaFilter *filter,
             const char *bound,
             GError **error)
{
  g_autofree char *date = NULL;
  gint64 number;

  if (bound == NULL)
    return TRUE;

  if (taga_field_is_text (field))
    {
      if (field->kind != TAGA_FIELD_DATE && !filter->by_end)
        return taga_json_fail (json, member, error, _ ("a text has no order"));
      date = taga_date_parse (bound);
      if (g_strcmp0 (date, bound) != 0)
        return taga_json_fail (json, member, error, _ ("is no day"));
      return TRUE;
    }

  if (!g_ascii_string_to_signed (bound, 10, 0, G_MAXINT32, &number, NULL))
    return taga_json_fail (json, member, error, _ ("is no whole number"));

  return TRUE;
}

static gboolean
read_blank (const TagaJson *json, TagaFilter *filter, GError **error)
{
  gboolean blank;

  if (taga_json_has (json, "blank"))
    {
      if (!taga_json_get_flag (json, "blank", &blank, error))
        return FALSE;
      filter->blank = blank ? 1 : 0;
    }

  return taga_json_get_flag (json, "or-blank", &filter->or_blank, error)
         && taga_json_get_flag (json, "by-end", &filter->by_end, error);
}

static gboolean
read_filter (const TagaJson *json,
             TagaRecordClass *klass,
             TagaEdition *edition,
             TagaQuery *query,
             GError **error)
{
  static const char *const members[] = { "field", "contains", "from",   "to", "any",
                                         "blank", "or-blank", "by-end", NULL };
  g_autofree char *contains = NULL;
  const TagaField *about;
  TagaFilter *filter;
  guint field;

  if (!taga_json_check_members (json, members, error) || !read_field (json, klass, &field, error))
    return FALSE;
  if (taga_query_get_filter (query, field) != NULL)
    return taga_json_fail (json, "field", error, _ ("the same column stands here twice"));

  about = &klass->fields[field];
  filter = taga_filter_new (field);
  taga_query_set_filter (query, filter);
  if (!read_blank (json, filter, error) || !read_text (json, "contains", &contains, error)
      || !read_text (json, "from", &filter->from, error)
      || !read_text (json, "to", &filter->to, error)
      || !read_keys (json, klass, edition, filter, error))
    return FALSE;
  if (filter->by_end && about->kind != TAGA_FIELD_TEXT && about->kind != TAGA_FIELD_NOTE)
    return taga_json_fail (json, "by-end", error, _ ("only a text says until when"));

  if (contains != NULL)
    filter->contains = taga_text_fold (contains);
  return check_bound (json, "from", about, filter, filter->from, error)
         && check_bound (json, "to", about, filter, filter->to, error);
}

static gboolean
read_sort (const TagaJson *json, TagaRecordClass *klass, TagaQuery *query, GError **error)
{
  static const char *const members[] = { "field", "descending", NULL };
  TagaSort sort;

  if (!taga_json_check_members (json, members, error)
      || !read_field (json, klass, &sort.field, error)
      || !taga_json_get_flag (json, "descending", &sort.descending, error))
    return FALSE;

  for (guint i = 0; i < query->sorts->len; i++)
    if (g_array_index (query->sorts, TagaSort, i).field == sort.field)
      return taga_json_fail (json, "field", error, _ ("the same column stands here twice"));

  g_array_append_val (query->sorts, sort);
  return TRUE;
}

static gboolean
read_lists (const TagaJson *json,
            TagaRecordClass *klass,
            TagaEdition *edition,
            TagaQuery *query,
            GError **error)
{
  TagaJson array, element;
  guint n = 0;

  if (taga_json_has (json, "filters") && !taga_json_get_array (json, "filters", &array, &n, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      taga_json_get_element (&array, i, &element);
      if (!read_filter (&element, klass, edition, query, error))
        return FALSE;
    }

  n = 0;
  if (taga_json_has (json, "sorts") && !taga_json_get_array (json, "sorts", &array, &n, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      taga_json_get_element (&array, i, &element);
      if (!read_sort (&element, klass, query, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_scope (const TagaJson *json, TagaQuery *query, GError **error)
{
  const char *name;

  if (!taga_json_get_key (json, "scope", &name, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    if (g_str_equal (scopes[i], name))
      {
        query->scope = (TagaScope) i;
        return TRUE;
      }

  return taga_json_fail (json, "scope", error, _ ("“%s” is none of the choices"), name);
}

/**
 * taga_query_from_text:
 * @text: a text, from anywhere
 * @klass: the type of the records
 * @edition: the method edition, for choices
 * @error: return location for an error
 *
 * Reads a query from the text that [func@query_to_text] wrote.
 *
 * Returns: (transfer full) (nullable): the query, or `NULL` with a `TAGA_CATALOGUE_ERROR` that says
 *   what about the text is not understood, and where
 */
TagaQuery *
taga_query_from_text (const char *text,
                      TagaRecordClass *klass,
                      TagaEdition *edition,
                      GError **error)
{
  static const char *const members[] = { "version", "scope", "search", "filters", "sorts", NULL };
  g_autoptr (JsonNode) root = taga_json_parse (_ ("view"), text, strlen (text), error);
  g_autoptr (TagaQuery) query = taga_query_new ();
  TagaJson json;
  int version;

  if (root == NULL)
    return NULL;

  /* What a newer version of the program means by it is not known here. */
  taga_json_init (&json, _ ("view"), root);
  if (!taga_json_check_members (&json, NULL, error)
      || !taga_json_get_integer (&json, "version", VERSION, VERSION, &version, error)
      || !taga_json_check_members (&json, members, error) || !read_scope (&json, query, error)
      || !read_text (&json, "search", &query->search, error)
      || !read_lists (&json, klass, edition, query, error))
    return NULL;

  return g_steal_pointer (&query);
}
