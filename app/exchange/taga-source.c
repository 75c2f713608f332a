#include "taga-source.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "taga-survey.h"
#include "taga-text.h"

G_DEFINE_QUARK (taga_source_error_quark, taga_source_error)

/**
 * TagaSource:
 *
 * A workbook or text file that holds a register, on one sheet or on several: which sheets, where
 * their headers are, which column is which, and the scale of the values.
 */
struct _TagaSource
{
  GObject parent_instance;

  TagaSheets *sheets; /* (owned) */
  TagaRecordClass *klass;
  TagaEdition *edition; /* (owned) */
  TagaSurvey survey;
  TagaImportPlan *plan; /* (owned) */
};

G_DEFINE_FINAL_TYPE (TagaSource, taga_source, G_TYPE_OBJECT)

static void
taga_source_finalize (GObject *object)
{
  TagaSource *self = TAGA_SOURCE (object);

  g_clear_object (&self->sheets);
  g_clear_object (&self->edition);
  g_clear_pointer (&self->plan, taga_import_plan_free);

  G_OBJECT_CLASS (taga_source_parent_class)->finalize (object);
}

static void
taga_source_class_init (TagaSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_source_finalize;
}

static void
taga_source_init (TagaSource *self)
{
}

static gboolean
is_example (const char *name)
{
  static const char *const words[] = { "記入例", "見本", "サンプル", "sample", "example" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *folded = taga_text_fold (words[i]);

      if (taga_text_contains (name, folded))
        return TRUE;
    }

  return FALSE;
}

/* The register itself before the workbook's example of one, and what is shown before what is
 * hidden. */
static int
rank_sheet (const TagaImportSheet *sheet)
{
  if (sheet->verdict == TAGA_SHEET_NO_HEADER)
    return -1;

  return (is_example (sheet->name) ? 0 : 4) + (sheet->n_rows > 0 ? 2 : 0) + (sheet->hidden ? 0 : 1);
}

static guint
count_fields (const TagaImportSheet *sheet)
{
  guint64 fields = taga_import_sheet_get_fields (sheet);
  guint n = 0;

  for (; fields != 0; fields &= fields - 1)
    n++;

  return n;
}

/* How many columns the best sheets have. One that is called a register is the measure, if there is
 * one: others may list assets for other purposes, with more columns. */
static guint
find_measure (TagaImportPlan *plan, int rank)
{
  guint named = 0;
  guint any = 0;

  for (guint i = 0; i < plan->sheets->len; i++)
    {
      const TagaImportSheet *sheet = taga_import_plan_get (plan, i);
      guint n = rank_sheet (sheet) == rank ? count_fields (sheet) : 0;

      any = MAX (any, n);
      if (strstr (sheet->name, "管理台帳") != NULL)
        named = MAX (named, n);
    }

  return named > 0 ? named : any;
}

static TagaSheetVerdict
judge_sheet (const TagaImportSheet *sheet, int best_rank, guint measure)
{
  if (rank_sheet (sheet) == best_rank)
    return 4 * count_fields (sheet) >= 3 * measure ? TAGA_SHEET_REGISTER : TAGA_SHEET_FEWER_COLUMNS;
  if (is_example (sheet->name))
    return TAGA_SHEET_EXAMPLE;

  return sheet->n_rows == 0 ? TAGA_SHEET_NO_ROWS : TAGA_SHEET_HIDDEN;
}

/* All sheets that are as good as the best are taken: a register may have one for each department.
 */
static void
choose_sheets (TagaImportPlan *plan)
{
  int best_rank = -1;
  guint measure;

  for (guint i = 0; i < plan->sheets->len; i++)
    best_rank = MAX (best_rank, rank_sheet (taga_import_plan_get (plan, i)));

  measure = find_measure (plan, best_rank);
  for (guint i = 0; i < plan->sheets->len; i++)
    {
      TagaImportSheet *sheet = taga_import_plan_get (plan, i);

      if (sheet->verdict == TAGA_SHEET_NO_HEADER)
        continue;
      sheet->verdict = judge_sheet (sheet, best_rank, measure);
      sheet->taken = sheet->verdict == TAGA_SHEET_REGISTER;
    }
}

/* Where a sheet's own values do not say their scale, the others taken with it do if they agree:
 * they are of one company and one time. */
static void
share_scale (TagaImportPlan *plan)
{
  TagaSourceScale scale = taga_import_plan_get_scale (plan);

  for (guint i = 0; i < plan->sheets->len; i++)
    {
      TagaImportSheet *sheet = taga_import_plan_get (plan, i);

      if (sheet->has_levels && !sheet->contradicts && sheet->scale == TAGA_SOURCE_SCALE_UNKNOWN)
        sheet->scale = scale;
    }
}

static gboolean
make_plan (TagaSource *self, GCancellable *cancellable, GError **error)
{
  self->plan = taga_import_plan_new (self->klass);
  for (guint i = 0; i < taga_sheets_get_count (self->sheets); i++)
    {
      TagaImportSheet *sheet =
          taga_import_plan_add (self->plan, taga_sheets_get_name (self->sheets, i));

      sheet->hidden = taga_sheets_is_hidden (self->sheets, i);
      if (!taga_survey_examine (&self->survey, i, 0, sheet, cancellable, error))
        return FALSE;
    }

  choose_sheets (self->plan);
  share_scale (self->plan);

  return TRUE;
}

/**
 * taga_source_open:
 * @file: an .xlsx, .csv or tab-separated file
 * @type: the record type that it shall hold
 * @edition: the method edition of the register that it goes into
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Opens a file and looks for the register in it. [method@ImportPlan.check] tells whether enough was
 * found to read it.
 *
 * Returns: (transfer full) (nullable): the source, or `NULL` with any [error@SheetError]
 */
TagaSource *
taga_source_open (GFile *file,
                  GType type,
                  TagaEdition *edition,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (TagaSource) self = g_object_new (TAGA_TYPE_SOURCE, NULL);

  self->klass = taga_record_class_peek (type);
  self->edition = g_object_ref (edition);
  self->sheets = taga_sheets_open (file, error);
  self->survey = (TagaSurvey){ self->sheets, self->klass, TAGA_SOURCE_SCALE_UNKNOWN };
  if (self->sheets == NULL || !taga_survey_define (&self->survey, cancellable, error)
      || !make_plan (self, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * taga_source_get_sheets:
 * @self: a source
 *
 * Gets the file's sheets.
 *
 * Returns: (transfer none): the sheets
 */
TagaSheets *
taga_source_get_sheets (TagaSource *self)
{
  return self->sheets;
}

/**
 * taga_source_get_plan:
 * @self: a source
 *
 * Gets how the file is read.
 *
 * Returns: (transfer none): the plan
 */
TagaImportPlan *
taga_source_get_plan (TagaSource *self)
{
  return self->plan;
}

/**
 * taga_source_set_plan:
 * @self: a source
 * @plan: a copy of its plan, perhaps with changes
 *
 * Sets how the file is read.
 */
void
taga_source_set_plan (TagaSource *self, const TagaImportPlan *plan)
{
  g_return_if_fail (plan->sheets->len == self->plan->sheets->len);

  if (plan == self->plan)
    return;

  taga_import_plan_free (self->plan);
  self->plan = taga_import_plan_copy (plan);
}

/**
 * taga_source_take_only:
 * @self: a source
 * @names: (array zero-terminated=1): names of sheets
 * @error: return location for an error
 *
 * Takes these sheets and no others.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_SOURCE_ERROR_NO_SHEET` if the file has no such sheet
 */
gboolean
taga_source_take_only (TagaSource *self, const char *const *names, GError **error)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < self->plan->sheets->len; i++)
    {
      TagaImportSheet *sheet = taga_import_plan_get (self->plan, i);

      sheet->taken = g_strv_contains (names, sheet->name);
      g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", sheet->name);
    }

  for (guint i = 0; names[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; !found && j < self->plan->sheets->len; j++)
        found = g_str_equal (taga_import_plan_get (self->plan, j)->name, names[i]);
      if (found)
        continue;

      g_set_error (error, TAGA_SOURCE_ERROR, TAGA_SOURCE_ERROR_NO_SHEET,
                   _ ("The file has no sheet “%s”. It has: %s."), names[i], all->str);
      return FALSE;
    }

  share_scale (self->plan);
  return TRUE;
}

/**
 * taga_source_move_header:
 * @self: a source
 * @sheet: a sheet's position
 * @header_row: the last line of the header, from 1
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Takes another row of a sheet for its header, and finds its columns and its scale anew. What was
 * chosen by hand for a column stays, and what was chosen on other sheets holds for the same
 * headings.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@SheetError] and the plan as it was
 */
gboolean
taga_source_move_header (TagaSource *self,
                         guint sheet,
                         guint header_row,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (TagaImportPlan) plan = taga_import_plan_copy (self->plan);

  if (!taga_survey_examine (&self->survey, sheet, header_row, taga_import_plan_get (plan, sheet),
                            cancellable, error))
    return FALSE;

  taga_import_plan_carry_choices (plan);
  share_scale (plan);
  taga_source_set_plan (self, plan);
  return TRUE;
}

/**
 * taga_source_count_rows:
 * @self: a source
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Counts the rows of the sheets that are not taken, so that nobody need guess what is left out.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@SheetError]
 */
gboolean
taga_source_count_rows (TagaSource *self, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < self->plan->sheets->len; i++)
    {
      TagaImportSheet *sheet = taga_import_plan_get (self->plan, i);

      if (!sheet->taken && !taga_survey_count (&self->survey, i, sheet, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * taga_source_is_certain:
 * @self: a source
 *
 * Tells whether there was nothing to choose between: every sheet with rows under the columns of a
 * register is taken, or it is an example, and no column of these sheets is left out that Taga does
 * not calculate.
 *
 * Returns: `TRUE` if so
 */
gboolean
taga_source_is_certain (TagaSource *self)
{
  for (guint i = 0; i < self->plan->sheets->len; i++)
    {
      const TagaImportSheet *sheet = taga_import_plan_get (self->plan, i);

      if (sheet->verdict == TAGA_SHEET_HIDDEN || sheet->verdict == TAGA_SHEET_FEWER_COLUMNS)
        return FALSE;
      for (guint j = 0; sheet->taken && j < sheet->columns->len; j++)
        {
          const TagaImportColumn *column = taga_import_sheet_get (sheet, j);

          if (column->field < 0 && !column->computed && column->sample != NULL)
            return FALSE;
        }
    }

  return taga_import_plan_count_taken (self->plan) == 1;
}

/**
 * taga_source_compare:
 * @self: a source
 * @sheet: the sheet that the row stands in
 * @values: (array): the values of the row
 * @record: the record that it means
 *
 * Tells which fields a row would change in a record. An empty cell leaves what the register has,
 * since an incomplete list must not erase, unless the plan says that it clears; a mark is set or
 * not, there is nothing between.
 *
 * Returns: the fields, bit by field
 */
guint64
taga_source_compare (TagaSource *self, guint sheet, const TagaValue *values, TagaRecord *record)
{
  const TagaImportSheet *plan = taga_import_plan_get (self->plan, sheet);
  guint64 fields = taga_import_sheet_get_fields (plan);
  guint64 clearing = taga_import_sheet_get_clearing (plan);
  guint64 mask = 0;

  for (guint i = 0; i < self->klass->n_fields; i++)
    {
      const TagaField *field = &self->klass->fields[i];
      guint64 bit = G_GUINT64_CONSTANT (1) << i;

      if (!(fields & bit))
        continue;
      if (field->kind != TAGA_FIELD_MARK && !(clearing & bit)
          && taga_field_is_empty (field, &values[i]))
        continue;
      if (!taga_value_equal (&values[i], taga_record_get_value (record, i)))
        mask |= bit;
    }

  return mask;
}

/**
 * taga_source_get_scale:
 * @self: a source
 *
 * Gets the scale of the file's values.
 *
 * Returns: the scale; unknown if all values are 1 or 2, there are none, they are not what the file
 * defines, or the sheets differ
 */
TagaSourceScale
taga_source_get_scale (TagaSource *self)
{
  return taga_import_plan_get_scale (self->plan);
}

/**
 * taga_source_set_scale:
 * @self: a source
 * @scale: the scale
 *
 * Sets the scale of the values on all sheets, where the user knows better.
 */
void
taga_source_set_scale (TagaSource *self, TagaSourceScale scale)
{
  for (guint i = 0; i < self->plan->sheets->len; i++)
    taga_import_plan_get (self->plan, i)->scale = scale;
}

/**
 * taga_source_get_shift:
 * @self: a source
 * @sheet: a sheet's position
 *
 * Tells what has to be added to a sheet's values to bring them to the edition's scale: the levels
 * of both scales correspond one by one (guideline v3.1, table 10 against v3.0).
 *
 * Returns: -1, 0 or 1
 */
int
taga_source_get_shift (TagaSource *self, guint sheet)
{
  int lowest = taga_edition_get_scale (self->edition)->lowest;
  TagaSourceScale scale = taga_import_plan_get (self->plan, sheet)->scale;

  if (scale == TAGA_SOURCE_SCALE_UNKNOWN)
    return 0;

  return lowest - (scale == TAGA_SOURCE_SCALE_0_2 ? 0 : 1);
}
