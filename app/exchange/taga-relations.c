#include "taga-relations.h"

#include "taga-sheet.h"
#include "taga-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_BYTES (16 << 20)

typedef struct
{
  char *id;     /* (owned) */
  char *type;   /* (owned): its last step; what stands before differs between the formats */
  char *target; /* (owned) */
  gboolean external;
} Relation;

/**
 * TagaRelations:
 *
 * What a part says where its other parts are.
 */
struct _TagaRelations
{
  char *folder;      /* (owned): of the part, from which targets are counted */
  GPtrArray *list;   /* (owned): Relation */
  GHashTable *by_id; /* (owned) */
};

static void
free_relation (gpointer data)
{
  Relation *relation = data;

  g_free (relation->id);
  g_free (relation->type);
  g_free (relation->target);
  g_free (relation);
}

static gboolean
start_cb (gpointer user_data,
          guint depth,
          const char *name,
          const TagaXmlAttributes *attributes,
          GError **error)
{
  TagaRelations *self = user_data;
  g_autofree char *type = NULL;
  g_autofree char *mode = NULL;
  Relation *relation;

  if (depth != 2 || !g_str_equal (name, "Relationship"))
    return TRUE;

  relation = g_new0 (Relation, 1);
  g_ptr_array_add (self->list, relation);

  type = taga_xml_dup (attributes, "Type");
  if (type != NULL)
    relation->type = g_strdup (strrchr (type, '/') == NULL ? type : strrchr (type, '/') + 1);
  relation->target = taga_xml_dup (attributes, "Target");
  mode = taga_xml_dup (attributes, "TargetMode");
  relation->external = g_strcmp0 (mode, "External") == 0;
  relation->id = taga_xml_dup (attributes, "Id");
  if (relation->id != NULL)
    g_hash_table_insert (self->by_id, relation->id, relation);

  return TRUE;
}

/**
 * taga_relations_new:
 * @container: a container
 * @part: the part whose relations are wanted; the empty name is the container itself
 * @error: return location for an error
 *
 * Reads a part's relations. A part need not have any.
 *
 * Returns: (transfer full): the relations, or `NULL` with @error set to a `TAGA_SHEET_ERROR`
 */
TagaRelations *
taga_relations_new (TagaContainer *container, const char *part, GError **error)
{
  const TagaXmlHandlers handlers = { .start = start_cb };
  g_autoptr (TagaRelations) self = g_new0 (TagaRelations, 1);
  const char *slash = strrchr (part, '/');
  g_autofree char *name = NULL;

  self->folder = slash == NULL ? g_strdup ("") : g_strndup (part, (gsize) (slash + 1 - part));
  self->list = g_ptr_array_new_with_free_func (free_relation);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);

  name = g_strdup_printf ("%s_rels/%s.rels", self->folder, part + strlen (self->folder));
  if (taga_container_has (container, name)
      && !taga_xml_parse (container, name, MAX_BYTES, &handlers, self, NULL, NULL, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * taga_relations_free:
 * @self: (transfer full): relations
 *
 * Frees the relations.
 */
void
taga_relations_free (TagaRelations *self)
{
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_free (self->folder);
  g_free (self);
}

/* Makes a part's name of a target, which counts from the folder or, with a slash, from the top. */
static char *
resolve (TagaRelations *self, const char *target)
{
  g_autofree char *path =
      *target == '/' ? g_strdup (target) : g_strconcat (self->folder, target, NULL);
  g_auto (GStrv) steps = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  if (strpbrk (target, ":\\") != NULL)
    return NULL;

  steps = g_strsplit (path, "/", -1);
  for (guint i = 0; steps[i] != NULL; i++)
    if (g_str_equal (steps[i], ".."))
      {
        if (kept->len == 0)
          return NULL;
        g_ptr_array_set_size (kept, (int) kept->len - 1);
      }
    else if (*steps[i] != '\0' && !g_str_equal (steps[i], "."))
      g_ptr_array_add (kept, steps[i]);

  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("/", (char **) kept->pdata);
}

static gboolean
give_target (TagaRelations *self, const Relation *relation, char **target, GError **error)
{
  *target =
      relation->external || relation->target == NULL ? NULL : resolve (self, relation->target);
  if (*target == NULL)
    g_set_error_literal (error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_DANGEROUS,
                         _ ("The workbook refers to contents outside of the file, as files made to "
                            "do harm do. It was not read."));

  return *target != NULL;
}

/**
 * taga_relations_find:
 * @self: relations
 * @type: the last step of a type
 * @target: (out) (transfer full) (nullable): the part, or `NULL` if there is none of that type
 * @error: return location for an error
 *
 * Finds the first part of a type.
 *
 * Returns: `FALSE` with @error set to `TAGA_SHEET_ERROR_DANGEROUS` if it leads out of the container
 */
gboolean
taga_relations_find (TagaRelations *self, const char *type, char **target, GError **error)
{
  *target = NULL;

  for (guint i = 0; i < self->list->len; i++)
    {
      const Relation *relation = g_ptr_array_index (self->list, i);

      if (g_strcmp0 (relation->type, type) == 0)
        return give_target (self, relation, target, error);
    }

  return TRUE;
}

/**
 * taga_relations_get:
 * @self: relations
 * @id: a relation's id
 * @type: the last step of the type wanted
 * @target: (out) (transfer full) (nullable): the part, or `NULL` if it is of another type
 * @error: return location for an error
 *
 * Gets the part that an id stands for.
 *
 * Returns: `FALSE` with @error set to `TAGA_SHEET_ERROR_DANGEROUS` if it leads out of the
 * container, to `TAGA_SHEET_ERROR_DAMAGED` if the id stands for nothing
 */
gboolean
taga_relations_get (TagaRelations *self,
                    const char *id,
                    const char *type,
                    char **target,
                    GError **error)
{
  const Relation *relation = g_hash_table_lookup (self->by_id, id);

  *target = NULL;
  if (relation == NULL)
    {
      g_set_error_literal (error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_DAMAGED,
                           _ ("The workbook is damaged: a sheet is listed, but not in the file. "
                              "Open it in your spreadsheet program, save it again and try once "
                              "more."));
      return FALSE;
    }

  return g_strcmp0 (relation->type, type) != 0 || give_target (self, relation, target, error);
}
