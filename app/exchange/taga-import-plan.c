#include "taga-import-plan.h"

#include <glib/gi18n-lib.h>

#include "taga-source.h"

static void
clear_column (gpointer data)
{
  TagaImportColumn *column = data;

  g_free (column->title);
  g_free (column->sample);
}

static void
free_sheet (gpointer data)
{
  TagaImportSheet *sheet = data;

  g_free (sheet->name);
  g_array_unref (sheet->columns);
  g_free (sheet);
}

/**
 * taga_import_plan_new:
 * @klass: a record type
 *
 * Makes a plan without any sheets.
 *
 * Returns: (transfer full): the plan
 */
TagaImportPlan *
taga_import_plan_new (TagaRecordClass *klass)
{
  TagaImportPlan *self = g_new0 (TagaImportPlan, 1);

  self->klass = klass;
  self->sheets = g_ptr_array_new_with_free_func (free_sheet);

  return self;
}

/**
 * taga_import_plan_add:
 * @self: a plan
 * @name: name of the sheet
 *
 * Adds a sheet of which nothing is known yet.
 *
 * Returns: (transfer none): the sheet
 */
TagaImportSheet *
taga_import_plan_add (TagaImportPlan *self, const char *name)
{
  TagaImportSheet *sheet = g_new0 (TagaImportSheet, 1);

  sheet->name = g_strdup (name);
  sheet->verdict = TAGA_SHEET_NO_HEADER;
  sheet->columns = g_array_new (FALSE, TRUE, sizeof (TagaImportColumn));
  g_array_set_clear_func (sheet->columns, clear_column);
  g_ptr_array_add (self->sheets, sheet);

  return sheet;
}

static void
copy_sheet (TagaImportPlan *plan, const TagaImportSheet *other)
{
  TagaImportSheet *sheet = taga_import_plan_add (plan, other->name);
  char *name = sheet->name;
  GArray *columns = sheet->columns;

  *sheet = *other;
  sheet->name = name;
  sheet->columns = columns;
  g_array_append_vals (columns, other->columns->data, other->columns->len);
  for (guint i = 0; i < columns->len; i++)
    {
      TagaImportColumn *column = &g_array_index (columns, TagaImportColumn, i);

      column->title = g_strdup (column->title);
      column->sample = g_strdup (column->sample);
    }
}

/**
 * taga_import_plan_copy:
 * @self: a plan
 *
 * Copies a plan, so that it can be changed without harm.
 *
 * Returns: (transfer full): the copy
 */
TagaImportPlan *
taga_import_plan_copy (const TagaImportPlan *self)
{
  TagaImportPlan *copy = taga_import_plan_new (self->klass);

  for (guint i = 0; i < self->sheets->len; i++)
    copy_sheet (copy, taga_import_plan_get (self, i));

  return copy;
}

/**
 * taga_import_plan_free:
 * @self: (transfer full): a plan
 *
 * Frees a plan.
 */
void
taga_import_plan_free (TagaImportPlan *self)
{
  g_ptr_array_unref (self->sheets);
  g_free (self);
}

/**
 * taga_import_plan_get:
 * @self: a plan
 * @sheet: position of a sheet, from 0
 *
 * Gets how a sheet is read, to look at it or to change it.
 *
 * Returns: (transfer none): the sheet
 */
TagaImportSheet *
taga_import_plan_get (const TagaImportPlan *self, guint sheet)
{
  g_return_val_if_fail (sheet < self->sheets->len, NULL);

  return g_ptr_array_index (self->sheets, sheet);
}

/**
 * taga_import_plan_count_taken:
 * @self: a plan
 *
 * Counts the sheets whose rows are taken.
 *
 * Returns: how many
 */
guint
taga_import_plan_count_taken (const TagaImportPlan *self)
{
  guint n = 0;

  for (guint i = 0; i < self->sheets->len; i++)
    n += taga_import_plan_get (self, i)->taken;

  return n;
}

/**
 * taga_import_plan_get_scale:
 * @self: a plan
 *
 * Gets the scale that all sheets share which are taken and have a scale.
 *
 * Returns: the scale; unknown if none has one, or they differ
 */
TagaSourceScale
taga_import_plan_get_scale (const TagaImportPlan *self)
{
  TagaSourceScale scale = TAGA_SOURCE_SCALE_UNKNOWN;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      const TagaImportSheet *sheet = taga_import_plan_get (self, i);

      if (!sheet->taken || sheet->scale == TAGA_SOURCE_SCALE_UNKNOWN)
        continue;
      if (scale != TAGA_SOURCE_SCALE_UNKNOWN && scale != sheet->scale)
        return TAGA_SOURCE_SCALE_UNKNOWN;
      scale = sheet->scale;
    }

  return scale;
}

static gboolean
check_columns (const TagaImportPlan *self, const TagaImportSheet *sheet, GError **error)
{
  guint64 seen = 0;

  for (guint i = 0; i < sheet->columns->len; i++)
    {
      int field = taga_import_sheet_get (sheet, i)->field;

      if (field < 0)
        continue;
      if (seen & (G_GUINT64_CONSTANT (1) << field))
        {
          g_set_error (error, TAGA_SOURCE_ERROR, TAGA_SOURCE_ERROR_TWICE,
                       _ ("Two columns of the sheet “%s” are taken for “%s”. Choose “Do not take” "
                          "for one of them."),
                       sheet->name, _ (self->klass->fields[field].title));
          return FALSE;
        }
      seen |= G_GUINT64_CONSTANT (1) << field;
    }

  for (guint i = 0; i < self->klass->n_fields; i++)
    if ((self->klass->fields[i].flags & TAGA_FIELD_REQUIRED)
        && !(seen & (G_GUINT64_CONSTANT (1) << i)))
      {
        g_set_error (error, TAGA_SOURCE_ERROR, TAGA_SOURCE_ERROR_NO_HEADER,
                     _ ("No column of the sheet “%s” is taken for “%s”, without which its rows "
                        "mean nothing. Say which one it is, or leave the sheet out."),
                     sheet->name, _ (self->klass->fields[i].title));
        return FALSE;
      }

  return TRUE;
}

static gboolean
has_header (const TagaImportPlan *self)
{
  for (guint i = 0; i < self->sheets->len; i++)
    if (taga_import_plan_get (self, i)->verdict != TAGA_SHEET_NO_HEADER)
      return TRUE;

  return FALSE;
}

static gboolean
refuse_empty (const TagaImportPlan *self, GError **error)
{
  if (has_header (self))
    g_set_error_literal (error, TAGA_SOURCE_ERROR, TAGA_SOURCE_ERROR_NO_SHEET,
                         _ ("No sheet is chosen. Tick at least one."));
  else
    g_set_error_literal (
        error, TAGA_SOURCE_ERROR, TAGA_SOURCE_ERROR_NO_HEADER,
        _ ("No table with the columns of the register was found in the file. Tick a "
           "sheet and say which column holds what, one of them “情報資産名称”, or "
           "put these names at the top of the columns in the workbook."));

  return FALSE;
}

/**
 * taga_import_plan_check:
 * @self: a plan
 * @error: return location for an error
 *
 * Tells whether a file can be read by the plan: a sheet is chosen, no field is taken twice, each
 * sheet has the required ones, and the scale of its values is known.
 *
 * Returns: `TRUE`, or `FALSE` with a `TAGA_SOURCE_ERROR` that says what to do
 */
gboolean
taga_import_plan_check (const TagaImportPlan *self, GError **error)
{
  if (taga_import_plan_count_taken (self) == 0)
    return refuse_empty (self, error);

  for (guint i = 0; i < self->sheets->len; i++)
    if (taga_import_plan_get (self, i)->taken
        && !check_columns (self, taga_import_plan_get (self, i), error))
      return FALSE;

  for (guint i = 0; i < self->sheets->len; i++)
    if (taga_import_plan_get (self, i)->taken
        && taga_import_sheet_needs_scale (taga_import_plan_get (self, i), self->klass))
      {
        g_set_error_literal (
            error, TAGA_SOURCE_ERROR, TAGA_SOURCE_ERROR_NO_SCALE,
            _ ("It cannot be told whether the values in the file go from 0 to 2 or from "
               "1 to 3. Say which scale it is."));
        return FALSE;
      }

  return TRUE;
}

/**
 * taga_import_sheet_make:
 * @self: a sheet
 * @column: where a column stands, from 0
 *
 * Finds a column, or makes it if it is not there. A new one has no name and is not taken.
 *
 * Returns: (transfer none): the column
 */
TagaImportColumn *
taga_import_sheet_make (TagaImportSheet *self, guint column)
{
  const TagaImportColumn made = { .column = column, .field = -1 };
  guint i = self->columns->len;

  while (i > 0 && taga_import_sheet_get (self, i - 1)->column >= column)
    i--;

  if (i == self->columns->len || taga_import_sheet_get (self, i)->column != column)
    g_array_insert_val (self->columns, i, made);

  return taga_import_sheet_get (self, i);
}

/**
 * taga_import_sheet_get:
 * @self: a sheet
 * @index: position among the columns that have a name or cells
 *
 * Gets a column, to look at it or to change it.
 *
 * Returns: (transfer none): the column
 */
TagaImportColumn *
taga_import_sheet_get (const TagaImportSheet *self, guint index)
{
  g_return_val_if_fail (index < self->columns->len, NULL);

  return &g_array_index (self->columns, TagaImportColumn, index);
}

/**
 * taga_import_sheet_set_field:
 * @self: a sheet
 * @klass: the record type
 * @index: position among the columns that have a name or cells
 * @field: index of the field that it is taken for, or -1 to leave it out
 *
 * Says what a column holds. If these are values of confidentiality, integrity or availability, the
 * sheet has such values from now on, and their scale must be known.
 */
void
taga_import_sheet_set_field (TagaImportSheet *self, TagaRecordClass *klass, guint index, int field)
{
  TagaImportColumn *column = taga_import_sheet_get (self, index);

  g_return_if_fail (column != NULL && field < (int) klass->n_fields);

  column->field = field;
  column->clears = FALSE;
  if (field >= 0 && g_strcmp0 (klass->fields[field].domain, "value") == 0)
    self->has_levels = TRUE;
}

/**
 * taga_import_sheet_get_title:
 * @self: a sheet
 * @field: index of a field
 *
 * Gets what the sheet calls a field.
 *
 * Returns: (transfer none) (nullable): the title, or `NULL` if the sheet does not have it
 */
const char *
taga_import_sheet_get_title (const TagaImportSheet *self, guint field)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (taga_import_sheet_get (self, i)->field == (int) field)
      return taga_import_sheet_get (self, i)->title;

  return NULL;
}

/**
 * taga_import_sheet_get_fields:
 * @self: a sheet
 *
 * Tells which fields the sheet has columns for.
 *
 * Returns: the fields, bit by field
 */
guint64
taga_import_sheet_get_fields (const TagaImportSheet *self)
{
  guint64 fields = 0;

  for (guint i = 0; i < self->columns->len; i++)
    if (taga_import_sheet_get (self, i)->field >= 0)
      fields |= G_GUINT64_CONSTANT (1) << taga_import_sheet_get (self, i)->field;

  return fields;
}

/**
 * taga_import_sheet_get_clearing:
 * @self: a sheet
 *
 * Tells which fields an empty cell empties.
 *
 * Returns: the fields, bit by field
 */
guint64
taga_import_sheet_get_clearing (const TagaImportSheet *self)
{
  guint64 fields = 0;

  for (guint i = 0; i < self->columns->len; i++)
    if (taga_import_sheet_get (self, i)->field >= 0 && taga_import_sheet_get (self, i)->clears)
      fields |= G_GUINT64_CONSTANT (1) << taga_import_sheet_get (self, i)->field;

  return fields;
}

/**
 * taga_import_sheet_needs_scale:
 * @self: a sheet
 * @klass: the record type
 *
 * Tells whether somebody has to say of which scale the sheet's values are.
 *
 * Returns: `TRUE` if there are values that are taken, and the file does not tell
 */
gboolean
taga_import_sheet_needs_scale (const TagaImportSheet *self, TagaRecordClass *klass)
{
  if (!self->has_levels || self->scale != TAGA_SOURCE_SCALE_UNKNOWN)
    return FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      int field = taga_import_sheet_get (self, i)->field;

      if (field >= 0 && g_strcmp0 (klass->fields[field].domain, "value") == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * taga_import_sheet_get_reason:
 * @self: a sheet
 *
 * Says why a sheet is not taken.
 *
 * Returns: (transfer none) (nullable): a sentence, or `NULL` if it is taken
 */
const char *
taga_import_sheet_get_reason (const TagaImportSheet *self)
{
  if (self->taken)
    return NULL;

  switch (self->verdict)
    {
    case TAGA_SHEET_NO_HEADER:
      return _ ("It has no line with the columns of the register.");
    case TAGA_SHEET_NO_ROWS:
      return _ ("It has the columns of the register, but no rows.");
    case TAGA_SHEET_EXAMPLE:
      return _ ("Its name says that it is an example.");
    case TAGA_SHEET_HIDDEN:
      return _ ("The workbook hides it.");
    case TAGA_SHEET_FEWER_COLUMNS:
      return _ ("It has far fewer of the register’s columns than another sheet.");
    case TAGA_SHEET_REGISTER:
    default:
      return _ ("It was not chosen.");
    }
}

/**
 * taga_import_field_can_clear:
 * @field: a field
 *
 * Tells whether it is up to the user what an empty cell means. A required field is never emptied,
 * and a mark is set or not: there is nothing between.
 *
 * Returns: `TRUE` if so
 */
gboolean
taga_import_field_can_clear (const TagaField *field)
{
  return !(field->flags & TAGA_FIELD_REQUIRED) && field->kind != TAGA_FIELD_MARK;
}
