#include "taga-replace.h"

#include "taga-cursor.h"
#include "taga-finder.h"
#include "taga-language.h"
#include "taga-text.h"

/* So many records are read at once. */
#define CHUNK 256

/* Texts change where they match; a choice changes if its label then is that of another one. */
static gboolean
replace_cell (TagaReplace *self,
              TagaEdition *edition,
              const TagaField *field,
              const TagaValue *before,
              const char *folded,
              TagaValue *after)
{
  g_autofree char *shown = NULL;
  g_autofree char *text = NULL;
  guint n;

  if ((field->flags & TAGA_FIELD_COMPUTED)
      || (field->kind != TAGA_FIELD_TEXT && field->kind != TAGA_FIELD_NOTE
          && field->kind != TAGA_FIELD_CHOICE))
    return FALSE;

  shown = taga_edition_format (edition, field, before, taga_language_is_japanese ());
  text = taga_text_replace (shown, folded, self->by, &n);
  if (n == 0 || (field->kind == TAGA_FIELD_CHOICE && *text == '\0'))
    return FALSE;

  return taga_edition_parse (edition, field, text, after, NULL);
}

static void
replace_record (TagaReplace *self,
                TagaStore *store,
                TagaEdits *edits,
                gint64 id,
                const TagaValue *values,
                const char *folded)
{
  TagaRecordClass *klass = taga_record_class_peek (taga_edits_get_record_type (edits));
  TagaEdition *edition = taga_store_get_edition (store);
  gboolean has_begun = FALSE;

  for (guint i = 0; i < self->fields->len; i++)
    {
      guint field = g_array_index (self->fields, guint, i);
      g_auto (TagaValue) after = TAGA_VALUE_INIT;

      if (!taga_finder_cell_shows (edition, klass, values, field, folded))
        continue;
      if (!replace_cell (self, edition, &klass->fields[field], &values[field], folded, &after))
        {
          self->n_left++;
          continue;
        }

      if (!has_begun)
        taga_edits_change (edits, id);
      has_begun = TRUE;
      taga_edits_put (edits, field, &after);
      self->n_cells++;
    }
}

static gboolean
replace_chunk (TagaReplace *self,
               TagaStore *store,
               TagaEdits *edits,
               const gint64 *ids,
               guint n_ids,
               const char *folded,
               GError **error)
{
  g_autoptr (TagaCursor) cursor =
      taga_cursor_new_for_ids (store, taga_edits_get_record_type (edits), ids, n_ids, error);
  const TagaValue *values;
  gboolean has_row = cursor != NULL;
  gint64 id;

  while (has_row)
    {
      if (!taga_cursor_next (cursor, &id, &values, &has_row, error))
        return FALSE;
      if (has_row)
        replace_record (self, store, edits, id, values, folded);
    }

  return cursor != NULL;
}

/**
 * taga_replace_collect:
 * @self: what to replace
 * @store: a store, perhaps one of a thread
 * @edits: takes the changes; nothing is changed yet
 * @ids: (element-type gint64): the records
 * @report: (nullable): hears how much is done
 * @data: data for @report
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Works out what replacing a text comes to. Only what matches changes, see [func@text_replace].
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] or `G_IO_ERROR_CANCELLED`
 */
gboolean
taga_replace_collect (TagaReplace *self,
                      TagaStore *store,
                      TagaEdits *edits,
                      GArray *ids,
                      void (*report) (double fraction, gpointer data),
                      gpointer data,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autofree char *folded = taga_text_fold (self->text);

  for (guint i = 0; i < ids->len; i += CHUNK)
    {
      if (report != NULL)
        report ((double) i / ids->len, data);
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !replace_chunk (self, store, edits, &g_array_index (ids, gint64, i),
                             MIN (CHUNK, ids->len - i), folded, error))
        return FALSE;
    }

  return TRUE;
}
