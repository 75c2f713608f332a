#include "taga-cell-reader.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "taga-text.h"

/* So many texts of a field are remembered. A field of choices has a handful, one of dates some
 * hundred. */
#define MAX_KNOWN 1000

struct _TagaCellReader
{
  TagaRecordClass *klass;
  TagaEdition *edition; /* (owned) */
  int shift;
  GHashTable **known; /* (owned): by field (nullable): text -> value */
};

static void
free_value (gpointer data)
{
  taga_values_free (data, 1);
}

/**
 * taga_cell_reader_new:
 * @klass: a record type
 * @edition: the method edition, which knows what words mean
 *
 * Makes a reader for cells of a file whose levels are those of the edition.
 *
 * Returns: (transfer full): the reader
 */
TagaCellReader *
taga_cell_reader_new (TagaRecordClass *klass, TagaEdition *edition)
{
  TagaCellReader *self = g_new0 (TagaCellReader, 1);

  self->klass = klass;
  self->edition = g_object_ref (edition);
  self->known = g_new0 (GHashTable *, klass->n_fields);
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == TAGA_FIELD_CHOICE || klass->fields[i].kind == TAGA_FIELD_LEVEL
        || klass->fields[i].kind == TAGA_FIELD_MARK || klass->fields[i].kind == TAGA_FIELD_DATE)
      self->known[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_value);

  return self;
}

/**
 * taga_cell_reader_free:
 * @self: (transfer full): a reader
 *
 * Frees a reader.
 */
void
taga_cell_reader_free (TagaCellReader *self)
{
  for (guint i = 0; i < self->klass->n_fields; i++)
    g_clear_pointer (&self->known[i], g_hash_table_unref);
  g_free (self->known);
  g_object_unref (self->edition);
  g_free (self);
}

/**
 * taga_cell_reader_set_shift:
 * @self: a reader
 * @shift: what has to be added to the levels of a file, -1 to 1
 *
 * Sets how the scale of the cells differs from the edition's.
 */
void
taga_cell_reader_set_shift (TagaCellReader *self, int shift)
{
  if (self->shift == shift)
    return;

  self->shift = shift;
  for (guint i = 0; i < self->klass->n_fields; i++)
    if (self->known[i] != NULL)
      g_hash_table_remove_all (self->known[i]);
}

/* A level of the file's scale becomes the level of ours that means the same. Words may follow it,
 * as in "2:重要", but no further digits. */
static gboolean
read_level (TagaCellReader *self,
            const TagaField *field,
            const char *text,
            TagaValue *value,
            GError **error)
{
  const TagaScale *scale = taga_edition_get_scale (self->edition);
  g_autofree char *folded = taga_text_fold (text);
  const char *words = g_strstrip (folded) + 1;
  gint64 level;

  if (!g_ascii_isdigit (*folded))
    return taga_edition_parse (self->edition, field, text, value, error);

  words += strspn (words, " ");
  level = *folded - '0' + self->shift;
  if (level < scale->lowest || level > scale->highest
      || (*words != '\0' && (strchr (":.)", *words) == NULL || g_ascii_isdigit (words[1]))))
    {
      g_set_error (error, TAGA_CATALOGUE_ERROR, TAGA_CATALOGUE_ERROR_REFUSED,
                   _ ("“%s” is not on the file’s scale, which goes from %d to %d."), text,
                   scale->lowest - self->shift, scale->highest - self->shift);
      return FALSE;
    }

  value->number = level;
  return TRUE;
}

static gboolean
read_text (TagaCellReader *self,
           const TagaField *field,
           const char *text,
           TagaValue *value,
           GError **error)
{
  if (self->shift != 0 && field->kind == TAGA_FIELD_LEVEL
      && g_strcmp0 (field->domain, "value") == 0)
    return read_level (self, field, text, value, error);

  return taga_edition_parse (self->edition, field, text, value, error);
}

static void
remember (TagaCellReader *self, guint index, const char *text, const TagaValue *value)
{
  TagaValue *kept;

  if (g_hash_table_size (self->known[index]) == MAX_KNOWN)
    return;

  kept = taga_values_new (1);
  taga_value_set (kept, value);
  g_hash_table_insert (self->known[index], g_strdup (text), kept);
}

/**
 * taga_cell_reader_read:
 * @self: a reader
 * @cell: a cell
 * @index: the field that it is taken for
 * @value: (inout): an empty value of that field; left as it is on failure
 * @error: return location for an error
 *
 * Reads a cell as forgivingly as [method@Edition.parse] does.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_CATALOGUE_ERROR_REFUSED` and a sentence
 */
gboolean
taga_cell_reader_read (TagaCellReader *self,
                       const TagaCell *cell,
                       guint index,
                       TagaValue *value,
                       GError **error)
{
  const TagaField *field = &self->klass->fields[index];
  const TagaValue *known = NULL;

  if (cell->kind == TAGA_CELL_ERROR)
    {
      g_set_error (error, TAGA_CATALOGUE_ERROR, TAGA_CATALOGUE_ERROR_REFUSED,
                   _ ("The cell shows the error %s."), cell->text);
      return FALSE;
    }

  /* What is text in both need not be copied on the way. */
  if (field->kind == TAGA_FIELD_TEXT || field->kind == TAGA_FIELD_NOTE)
    {
      g_free (value->text);
      value->text = taga_text_clean (cell->text, -1, field->kind == TAGA_FIELD_NOTE);
      return TRUE;
    }

  if (self->known[index] != NULL)
    known = g_hash_table_lookup (self->known[index], cell->text);
  if (known != NULL)
    {
      taga_value_set (value, known);
      return TRUE;
    }

  if (!read_text (self, field, cell->text, value, error))
    return FALSE;

  if (self->known[index] != NULL)
    remember (self, index, cell->text, value);
  return TRUE;
}
