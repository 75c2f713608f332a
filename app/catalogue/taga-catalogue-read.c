#include <glib/gi18n-lib.h>
#include <string.h>

#include "taga-catalogue.h"
#include "taga-json-parse.h"

/* The files that an edition is made of, in an order in which each finds what it refers to. */
static const struct
{
  const char *name;
  gboolean (*read) (TagaCatalogue *self, const TagaJson *top, GError **error);
} parts[] = {
  { "vocabulary", taga_catalogue_read_vocabulary },
  { "criteria", taga_catalogue_read_criteria },
  { "questions", taga_catalogue_read_questions },
  { "media", taga_catalogue_read_media },
  { "threats", taga_catalogue_read_threats },
  { "check-items", taga_catalogue_read_checks },
  { "mapping", taga_catalogue_read_mapping },
  { "rules", taga_catalogue_read_rules },
  { "regulations", taga_catalogue_read_regulations },
  { "axes", taga_catalogue_read_axes },
  { "self-check", taga_catalogue_read_self_check },
  { "ladder-rules", taga_catalogue_read_ladder_rules },
  { "top-threats", taga_catalogue_read_top_threats },
  { "roles", taga_catalogue_read_roles },
};

/* What an edition has to say where it stands in the guideline. The parts tell their own sources. */
static const char *const sources[] = {
  "criteria", "importance", "value", "personal-information", "risk", "band", "regulation", NULL
};

/* A part's name is a plain file name, so that no catalogue leads out of its folder. */
static gboolean
get_file_name (const TagaJson *names, const char *part, const char **name, GError **error)
{
  if (!taga_json_get_key (names, part, name, error))
    return FALSE;

  if (!g_str_has_suffix (*name, ".json"))
    return taga_json_fail (names, part, error, _ ("“%s” is no name of a catalogue file"), *name);

  return TRUE;
}

static gboolean
read_parts (TagaCatalogue *self, GFile *folder, const TagaJson *top, GError **error)
{
  const char *names[G_N_ELEMENTS (parts) + 1] = { NULL };
  TagaJson object;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    names[i] = parts[i].name;
  if (!taga_json_get_object (top, "parts", names, &object, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (JsonNode) root = NULL;
      const char *name;
      TagaJson place;

      if (!get_file_name (&object, parts[i].name, &name, error))
        return FALSE;
      root = taga_json_load (folder, name, error);
      if (root == NULL)
        return FALSE;

      taga_json_init (&place, name, root);
      if (!parts[i].read (self, &place, error))
        return FALSE;
    }

  return TRUE;
}

/* Personal information makes an asset as important as can be; a scale that ends elsewhere is wrong.
 */
static gboolean
read_scale (TagaCatalogue *self, const TagaJson *top, GError **error)
{
  static const char *const scale_names[] = { "lowest", "highest", NULL };
  static const char *const personal_names[] = { "importance", NULL };
  TagaScale *scale = &self->scale;
  TagaJson object, personal;
  int importance;

  if (!taga_json_get_object (top, "scale", scale_names, &object, error)
      || !taga_json_get_integer (&object, "lowest", 0, TAGA_MAX_LEVELS - 2, &scale->lowest, error)
      || !taga_json_get_integer (&object, "highest", scale->lowest + 1, TAGA_MAX_LEVELS - 1,
                                 &scale->highest, error))
    return FALSE;

  return taga_json_get_object (top, "personal-information", personal_names, &personal, error)
         && taga_json_get_integer (&personal, "importance", scale->highest, scale->highest,
                                   &importance, error);
}

static gboolean
read_head (TagaCatalogue *self, const TagaJson *top, const char *key, GError **error)
{
  static const char *const names[] = { "key",   "title",       "note",
                                       "parts", "scale",       "personal-information",
                                       "bands", "regulations", "sources",
                                       NULL };
  const char *own_key;

  if (!taga_json_check_members (top, names, error)
      || !taga_json_get_key (top, "key", &own_key, error))
    return FALSE;
  if (!g_str_equal (own_key, key))
    return taga_json_fail (top, "key", error, _ ("must be “%s”, as the file is called"), key);

  self->key = taga_catalogue_keep (self, own_key);
  return taga_catalogue_get_words (self, top, "title", &self->title[0], &self->title[1], error)
         && taga_catalogue_get_words (self, top, "note", &self->note[0], &self->note[1], error);
}

/**
 * taga_catalogue_read:
 * @folder: where the files are
 * @key: the edition's key
 * @error: return location for an error, or `NULL`
 *
 * Reads an edition's file and the files that it names, and checks that they fit together.
 *
 * Returns: (transfer full): the catalogue, or `NULL` with @error set to
 *   `TAGA_CATALOGUE_ERROR_UNREADABLE` or `TAGA_CATALOGUE_ERROR_INVALID`; the message names the file
 *   and the place in it
 */
TagaCatalogue *
taga_catalogue_read (GFile *folder, const char *key, GError **error)
{
  g_autoptr (TagaCatalogue) self = taga_catalogue_new ();
  g_autofree char *name = g_strconcat (key, ".json", NULL);
  g_autoptr (JsonNode) root = taga_json_load (folder, name, error);
  TagaJson top;

  if (root == NULL)
    return NULL;

  taga_json_init (&top, name, root);
  if (!read_head (self, &top, key, error) || !read_scale (self, &top, error)
      || !read_parts (self, folder, &top, error) || !taga_catalogue_read_bands (self, &top, error)
      || !taga_catalogue_select_regulations (self, &top, error)
      || !taga_catalogue_add_sources (self, &top, sources, error))
    return NULL;

  return g_steal_pointer (&self);
}
