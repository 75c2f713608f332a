#pragma once

#include "taga-record.h"

G_BEGIN_DECLS

/**
 * TagaSourceScale:
 *
 * The scale of the values of confidentiality, integrity and availability in a workbook.
 */
typedef enum
{
  TAGA_SOURCE_SCALE_UNKNOWN,
  TAGA_SOURCE_SCALE_0_2,
  TAGA_SOURCE_SCALE_1_3,
} TagaSourceScale;

/**
 * TagaSheetVerdict:
 * @TAGA_SHEET_REGISTER: it looks like a register as good as any in the file
 * @TAGA_SHEET_NO_HEADER: it has no line with the columns of a register
 * @TAGA_SHEET_NO_ROWS: it has such a line, but nothing below it
 * @TAGA_SHEET_EXAMPLE: its name says that it is an example
 * @TAGA_SHEET_HIDDEN: the workbook hides it, and has others to show
 * @TAGA_SHEET_FEWER_COLUMNS: others have many more of the columns
 *
 * What was made of a sheet. Only the first kind is taken by itself.
 */
typedef enum
{
  TAGA_SHEET_REGISTER,
  TAGA_SHEET_NO_HEADER,
  TAGA_SHEET_NO_ROWS,
  TAGA_SHEET_EXAMPLE,
  TAGA_SHEET_HIDDEN,
  TAGA_SHEET_FEWER_COLUMNS,
} TagaSheetVerdict;

/**
 * TagaImportColumn:
 * @column: where it stands, from 0
 * @title: (nullable): what the sheet calls it; `NULL` for a column without a name
 * @sample: (nullable): the first value in it
 * @field: index of the field that it is taken for, or -1 if it is not taken
 * @computed: whether it holds what Taga calculates by itself, and is not taken for that
 * @clears: whether an empty cell empties the field; else it leaves what the register has
 * @chosen: whether somebody said by hand what it holds
 */
typedef struct
{
  guint column;
  char *title;
  char *sample;
  int field;
  gboolean computed;
  gboolean clears;
  gboolean chosen;
} TagaImportColumn;

/**
 * TagaImportSheet:
 * @name: its name
 * @verdict: what was made of it
 * @taken: whether its rows are taken
 * @hidden: whether the workbook hides it
 * @n_rows: how many rows with cells there are below the header
 * @more: whether there are more that were not counted yet
 * @header_row: the last line of the header, from 1; where one would be, if none was found
 * @scale: the scale of its values
 * @has_levels: whether it has such values
 * @contradicts: whether they contradict what the file defines
 * @columns: (element-type TagaImportColumn): those that have a name or cells, from the left
 *
 * How a sheet is read.
 */
typedef struct
{
  char *name;
  TagaSheetVerdict verdict;
  gboolean taken;
  gboolean hidden;
  guint n_rows;
  gboolean more;
  guint header_row;
  TagaSourceScale scale;
  gboolean has_levels;
  gboolean contradicts;
  GArray *columns;
} TagaImportSheet;

/**
 * TagaImportPlan:
 * @klass: the record type that is imported
 * @sheets: (element-type TagaImportSheet): in the file's order
 *
 * What is read from a file, and as what: found in the file, changed by the user, and then read by.
 */
typedef struct
{
  TagaRecordClass *klass;
  GPtrArray *sheets;
} TagaImportPlan;

TagaImportPlan *taga_import_plan_new (TagaRecordClass *klass);
TagaImportPlan *taga_import_plan_copy (const TagaImportPlan *self);
void taga_import_plan_free (TagaImportPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaImportPlan, taga_import_plan_free)

TagaImportSheet *taga_import_plan_add (TagaImportPlan *self, const char *name);
TagaImportSheet *taga_import_plan_get (const TagaImportPlan *self, guint sheet);
guint taga_import_plan_count_taken (const TagaImportPlan *self);
TagaSourceScale taga_import_plan_get_scale (const TagaImportPlan *self);
void taga_import_plan_carry_choices (TagaImportPlan *self);
gboolean taga_import_plan_check (const TagaImportPlan *self, GError **error);

TagaImportColumn *taga_import_sheet_make (TagaImportSheet *self, guint column);
TagaImportColumn *taga_import_sheet_get (const TagaImportSheet *self, guint index);
void
taga_import_sheet_set_field (TagaImportSheet *self, TagaRecordClass *klass, guint index, int field);
void taga_import_sheet_forget_columns (TagaImportSheet *self);
guint64 taga_import_sheet_get_chosen (const TagaImportSheet *self);
const char *taga_import_sheet_get_title (const TagaImportSheet *self, guint field);
guint64 taga_import_sheet_get_fields (const TagaImportSheet *self);
guint64 taga_import_sheet_get_clearing (const TagaImportSheet *self);
gboolean taga_import_sheet_needs_scale (const TagaImportSheet *self, TagaRecordClass *klass);
const char *taga_import_sheet_get_reason (const TagaImportSheet *self);

gboolean taga_import_field_can_clear (const TagaField *field);

G_END_DECLS
