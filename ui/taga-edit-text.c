#include "taga-edit-text.h"

#include <glib/gi18n-lib.h>

#include "taga-language.h"

/* What edits would do, in words. */

static void
append_part (GString *text, const char *part)
{
  if (text->len > 0)
    /* Translators: between two parts of a list */
    g_string_append (text, _ (", "));
  g_string_append (text, part);
}

/* Takes the part. */
static void
append_count (GString *text, guint n, char *part)
{
  if (n > 0)
    append_part (text, part);
  g_free (part);
}

/**
 * taga_edit_text_describe_outcome:
 * @edition: the method edition
 * @outcome: what edits would come to
 *
 * Says how many rows and cells change, come and go.
 *
 * Returns: (transfer full): the words
 */
char *
taga_edit_text_describe_outcome (TagaEdition *edition, const TagaEditsOutcome *outcome)
{
  GString *text = g_string_new (NULL);

  append_count (text, outcome->n_changed,
                g_strdup_printf (ngettext ("%u row changes", "%u rows change", outcome->n_changed),
                                 outcome->n_changed));
  append_count (text, outcome->n_cells,
                g_strdup_printf (ngettext ("%u cell in all", "%u cells in all", outcome->n_cells),
                                 outcome->n_cells));
  append_count (text, outcome->n_new,
                g_strdup_printf (ngettext ("%u row is new", "%u rows are new", outcome->n_new),
                                 outcome->n_new));
  append_count (
      text, outcome->n_removed,
      g_strdup_printf (ngettext ("%u row is removed", "%u rows are removed", outcome->n_removed),
                       outcome->n_removed));
  if (text->len == 0)
    g_string_append (text, _ ("Nothing changes."));

  return g_string_free (text, FALSE);
}

/**
 * taga_edit_text_describe_bands:
 * @edition: the method edition
 * @outcome: what edits would come to
 *
 * Says how many of the rows go from one band of risk to another, as in "37 rows: large 12 → 5,
 * medium 20 → 24".
 *
 * Returns: (transfer full): the words; empty if there are no risks
 */
char *
taga_edit_text_describe_bands (TagaEdition *edition, const TagaEditsOutcome *outcome)
{
  static const TagaBand bands[] = { TAGA_BAND_LARGE, TAGA_BAND_MEDIUM, TAGA_BAND_SMALL,
                                    TAGA_BAND_UNKNOWN };
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (bands); i++)
    {
      const TagaChoice *choice =
          taga_edition_find_choice (edition, "band", taga_band_to_key (bands[i]));
      guint before = outcome->before[bands[i]], after = outcome->after[bands[i]];
      g_autofree char *part = NULL;

      n += outcome->after[bands[i]];
      if (before == 0 && after == 0)
        continue;

      part = g_strdup_printf ("%s %u → %u",
                              taga_language_is_japanese () ? choice->label_ja : choice->label_en,
                              before, after);
      append_part (text, part);
    }

  if (text->len == 0 || n == 0)
    return g_strdup ("");

  /* Translators: number of rows, then their risks before and after */
  return g_strdup_printf (ngettext ("%u row: %s", "%u rows: %s", n), n, text->str);
}

static char *
format (TagaStore *store, TagaRecordClass *klass, guint field, const TagaValue *value)
{
  char *text = taga_edition_format (taga_store_get_edition (store), &klass->fields[field], value,
                                    taga_language_is_japanese ());

  if (*text != '\0')
    return text;

  g_free (text);
  return g_strdup (_ ("(empty)"));
}

/**
 * taga_edit_text_name_record:
 * @edits: edits
 * @store: the company file
 * @i: one of the records
 *
 * Says which record is edited.
 *
 * Returns: (transfer full): its name; for a new one, the name that it will have
 */
char *
taga_edit_text_name_record (TagaEdits *edits, TagaStore *store, guint i)
{
  GType type = taga_edits_get_record_type (edits);
  int name = taga_record_class_find_field (taga_record_class_peek (type), "name");
  gint64 id = taga_edits_get_id (edits, i);
  g_autoptr (TagaRecord) record = NULL;

  if (id != 0)
    record = taga_store_get_record (store, type, id, NULL);
  if (record != NULL && name >= 0)
    return g_strdup (taga_record_get_text (record, (guint) name));

  for (guint j = 0; j < taga_edits_get_n_cells (edits, i); j++)
    {
      guint field;
      const TagaValue *value = taga_edits_get_cell (edits, i, j, &field);

      if ((int) field == name)
        return g_strdup (value->text);
    }

  return g_strdup ("");
}

/**
 * taga_edit_text_describe_record:
 * @edits: edits
 * @store: the company file
 * @i: one of the records
 *
 * Says what becomes of a record, cell by cell.
 *
 * Returns: (transfer full): the words
 */
char *
taga_edit_text_describe_record (TagaEdits *edits, TagaStore *store, guint i)
{
  GType type = taga_edits_get_record_type (edits);
  TagaRecordClass *klass = taga_record_class_peek (type);
  gint64 id = taga_edits_get_id (edits, i);
  GString *text = g_string_new (NULL);
  g_autoptr (TagaRecord) record = NULL;

  if (id != 0)
    record = taga_store_get_record (store, type, id, NULL);
  if (taga_edits_get_kind (edits, i) == TAGA_EDIT_REMOVE)
    g_string_append (text, _ ("Removed"));
  if (taga_edits_get_kind (edits, i) == TAGA_EDIT_ADD)
    g_string_append (text, _ ("New"));

  for (guint j = 0; j < taga_edits_get_n_cells (edits, i); j++)
    {
      guint field;
      const TagaValue *value = taga_edits_get_cell (edits, i, j, &field);
      const TagaValue *old = record == NULL ? NULL : taga_record_get_value (record, field);
      g_autofree char *before = old == NULL ? NULL : format (store, klass, field, old);
      g_autofree char *after = format (store, klass, field, value);
      g_autofree char *part = NULL;

      if (old != NULL && taga_value_equal (old, value))
        continue;
      if (old == NULL)
        part = g_strdup_printf ("%s %s", _ (klass->fields[field].title), after);
      else
        part = g_strdup_printf ("%s %s → %s", _ (klass->fields[field].title), before, after);
      append_part (text, part);
    }

  return g_string_free (text, FALSE);
}
