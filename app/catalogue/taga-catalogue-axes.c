#include <glib/gi18n-lib.h>

#include "taga-catalogue-item.h"

/* A radar with fewer axes has no area, and one with more cannot be read. */
#define MIN_AXES 3
#define MAX_AXES 12

static gboolean
read_rubric (TagaCatalogue *self, const TagaJson *place, const char *axis, GError **error)
{
  g_autofree TagaRubric *rubric = g_new0 (TagaRubric, 1);
  TagaJson array, element;
  guint n;

  if (!taga_json_get_array (place, "rubric", &array, &n, error))
    return FALSE;
  if (n != TAGA_N_SCORES)
    return taga_json_fail (&array, NULL, error, _ ("must have a text for each score from 0 to %d"),
                           TAGA_N_SCORES - 1);

  for (guint i = 0; i < n; i++)
    {
      taga_json_get_element (&array, i, &element);
      if (!taga_catalogue_get_words (self, &element, NULL, &rubric->text[i][0], &rubric->text[i][1],
                                     error))
        return FALSE;
    }

  g_hash_table_insert (self->rubrics, (gpointer) axis, g_steal_pointer (&rubric));
  return TRUE;
}

static gboolean
read_axis (TagaCatalogue *self, const TagaJson *place, TagaItems *axes, GError **error)
{
  static const char *const names[] = { "key", "title", "short", "help", "items", "rubric", NULL };
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  TagaItem axis = { 0 };

  if (!taga_json_check_members (place, names, error)
      || !taga_catalogue_read_item (self, place, &axis, error)
      || !taga_catalogue_read_references (self, place, "items", "check", found, error))
    return FALSE;

  axis.checks = taga_catalogue_keep_keys (self, found);
  return taga_catalogue_add_item (axes, place, &axis, error)
         && read_rubric (self, place, axis.key, error);
}

/**
 * taga_catalogue_read_axes:
 * @self: a catalogue whose check items are read
 * @top: the file
 * @error: return location for an error, or `NULL`
 *
 * Reads the axes of the radar, the check items that count on each, and what each score stands for.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_INVALID`
 */
gboolean
taga_catalogue_read_axes (TagaCatalogue *self, const TagaJson *top, GError **error)
{
  static const char *const names[] = { "sources", "axes", NULL };
  static const char *const sources[] = { "axis", "axis-rubric", NULL };
  TagaItems *axes = taga_catalogue_add_items (self, "axis");
  TagaJson array, element;
  guint n;

  if (!taga_json_check_members (top, names, error)
      || !taga_catalogue_add_sources (self, top, sources, error)
      || !taga_json_get_array (top, "axes", &array, &n, error))
    return FALSE;
  if (n < MIN_AXES || n > MAX_AXES)
    return taga_json_fail (&array, NULL, error, _ ("must have %d to %d axes"), MIN_AXES, MAX_AXES);

  for (guint i = 0; i < n; i++)
    {
      taga_json_get_element (&array, i, &element);
      if (!read_axis (self, &element, axes, error))
        return FALSE;
    }

  return TRUE;
}
