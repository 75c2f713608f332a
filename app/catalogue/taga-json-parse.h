#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define TAGA_JSON_MAX_BYTES (1024 * 1024)
#define TAGA_JSON_MAX_DEPTH 16

JsonNode *taga_json_parse (const char *name, const char *data, gsize length, GError **error);
JsonNode *taga_json_load (GFile *folder, const char *name, GError **error);

G_END_DECLS
