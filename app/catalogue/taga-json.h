#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define TAGA_JSON_MAX_TEXT 600
#define TAGA_JSON_MAX_ELEMENTS 1000

/**
 * TagaJson:
 * @file: name of the file
 * @parent: (nullable): the place around it; `NULL` for the file itself
 * @member: (nullable): its name, for a member of an object
 * @index: its number, for an element of an array
 * @node: what is there
 *
 * A place in a JSON file. It lives on the stack and borrows all it points to; only when something
 * is wrong the way from the file to it is put into words, e.g. "check-items.json:
 * groups[3].title.ja".
 */
typedef struct _TagaJson TagaJson;
struct _TagaJson
{
  const char *file;
  const TagaJson *parent;
  const char *member;
  guint index;
  JsonNode *node;
};

void taga_json_init (TagaJson *self, const char *file, JsonNode *root);

gboolean taga_json_check_members (const TagaJson *self, const char *const *names, GError **error);
gboolean taga_json_has (const TagaJson *self, const char *member);

gboolean taga_json_get_object (const TagaJson *self,
                               const char *member,
                               const char *const *names,
                               TagaJson *object,
                               GError **error);
gboolean taga_json_get_array (const TagaJson *self,
                              const char *member,
                              TagaJson *array,
                              guint *n,
                              GError **error);
void taga_json_get_element (const TagaJson *self, guint index, TagaJson *element);

gboolean
taga_json_get_text (const TagaJson *self, const char *member, const char **text, GError **error);
gboolean
taga_json_get_key (const TagaJson *self, const char *member, const char **key, GError **error);
gboolean taga_json_get_words (const TagaJson *self,
                              const char *member,
                              const char **ja,
                              const char **en,
                              GError **error);
gboolean taga_json_get_integer (const TagaJson *self,
                                const char *member,
                                int lowest,
                                int highest,
                                int *number,
                                GError **error);
gboolean
taga_json_get_fraction (const TagaJson *self, const char *member, double *number, GError **error);
gboolean
taga_json_get_flag (const TagaJson *self, const char *member, gboolean *flag, GError **error);

gboolean
taga_json_fail (const TagaJson *self, const char *member, GError **error, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

G_END_DECLS
