#include "taga-survey.h"

#include <string.h>

#include "taga-header.h"
#include "taga-text.h"

/* So many rows are counted at first. A longer sheet is counted when it is read. */
#define MAX_COUNTED 1000

/* How much of a column's first value is kept, in characters. */
#define MAX_SAMPLE 60

/* A row with so many names of the register's columns may be a header. */
#define MIN_KNOWN 2

/* What the values of a sheet, or the definitions, say about their scale. */
typedef struct
{
  gboolean has_level;
  gboolean has_low;
  gboolean has_high;
} Evidence;

typedef struct
{
  TagaRecordClass *klass;
  TagaHeader *header;
  TagaImportSheet *sheet;
  guint chosen_row; /* of the header, or 0 to look for it */
  gboolean below;   /* whether the header has ended */
  guint n_all;
  guint n_known; /* how many names the best guess for the header has */
  Evidence evidence;
} Walk;

/* A cell that holds a level says 0 to 3, maybe with words behind it: "3:通常の状態で発生する". */
static int
get_level (const TagaCell *cell, gboolean alone)
{
  g_autofree char *folded = NULL;

  if (cell->kind == TAGA_CELL_NUMBER)
    return cell->number == 0 || cell->number == 1 || cell->number == 2 || cell->number == 3
               ? (int) cell->number
               : -1;
  if (cell->kind != TAGA_CELL_TEXT)
    return -1;

  folded = taga_text_fold (cell->text);
  g_strstrip (folded);
  if (*folded < '0' || *folded > '3' || g_ascii_isdigit (folded[1]))
    return -1;

  return alone && folded[1] != '\0' ? -1 : *folded - '0';
}

static void
note_level (Evidence *evidence, int level)
{
  evidence->has_level = evidence->has_level || level >= 0;
  evidence->has_low = evidence->has_low || level == 0;
  evidence->has_high = evidence->has_high || level == 3;
}

static TagaSourceScale
judge_evidence (const Evidence *evidence)
{
  if (evidence->has_low == evidence->has_high)
    return TAGA_SOURCE_SCALE_UNKNOWN;

  return evidence->has_high ? TAGA_SOURCE_SCALE_1_3 : TAGA_SOURCE_SCALE_0_2;
}

static gboolean
look_at_definitions (guint row,
                     const TagaCell *cells,
                     guint n_cells,
                     gpointer user_data,
                     GError **error)
{
  for (guint i = 0; i < n_cells; i++)
    note_level (user_data, get_level (&cells[i], TRUE));

  return row < TAGA_SURVEY_MAX_HEADER_ROW;
}

/**
 * taga_survey_define:
 * @self: a survey
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Looks for the scale in the sheet with the definitions of the levels.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@SheetError]
 */
gboolean
taga_survey_define (TagaSurvey *self, GCancellable *cancellable, GError **error)
{
  Evidence evidence = { FALSE };

  for (guint i = 0; i < taga_sheets_get_count (self->sheets); i++)
    if (strstr (taga_sheets_get_name (self->sheets, i), "重要度定義") != NULL
        && !taga_sheets_read (self->sheets, i, look_at_definitions, &evidence, cancellable, error))
      return FALSE;

  self->defined = judge_evidence (&evidence);
  return TRUE;
}

/* Takes the names of columns from a line of the header. The lower line is the column's own. */
static void
note_titles (Walk *self, guint row, const TagaCell *cells, guint n_cells)
{
  self->sheet->header_row = row;
  for (guint i = 0; i < n_cells; i++)
    {
      TagaImportColumn *column = taga_import_sheet_make (self->sheet, cells[i].column);

      g_free (column->title);
      column->title = taga_text_clean (cells[i].text, -1, FALSE);
    }
}

/* The row with the most names of the register's columns, if there are several, or else the first
 * row with names side by side, is where a header would be, if no better one comes. */
static void
guess_header (Walk *self, guint row, const TagaCell *cells, guint n_cells)
{
  guint n_texts = 0;
  guint n_known = 0;

  for (guint i = 0; i < n_cells; i++)
    if (cells[i].kind == TAGA_CELL_TEXT)
      {
        n_texts++;
        n_known += taga_header_recognise (self->header, cells[i].text) >= 0;
      }

  if (n_known < MIN_KNOWN)
    n_known = 0;
  if (n_known <= self->n_known && (self->sheet->header_row != 0 || n_texts < 2))
    return;

  taga_import_sheet_forget_columns (self->sheet);
  note_titles (self, row, cells, n_cells);
  self->n_known = n_known;
  self->n_all = 0;
}

static gboolean
is_header (Walk *self, guint row, const TagaCell *cells, guint n_cells)
{
  if (self->chosen_row > 0)
    {
      if (row == self->chosen_row)
        taga_header_take_as_is (self->header, row, cells, n_cells);
      else if (row + 1 == self->chosen_row)
        taga_header_take (self->header, row, cells, n_cells);
      return row <= self->chosen_row;
    }

  return row <= TAGA_SURVEY_MAX_HEADER_ROW ? taga_header_take (self->header, row, cells, n_cells)
                                           : !taga_header_is_found (self->header);
}

static void
take_header (Walk *self, guint row, const TagaCell *cells, guint n_cells)
{
  gboolean was_found = self->sheet->verdict != TAGA_SHEET_NO_HEADER;

  if (taga_header_get_row (self->header) != row)
    {
      if (self->chosen_row == 0)
        guess_header (self, row, cells, n_cells);
      return;
    }

  if (!was_found)
    taga_import_sheet_forget_columns (self->sheet);
  self->sheet->verdict = TAGA_SHEET_REGISTER;
  self->n_all = 0;
  note_titles (self, row, cells, n_cells);
}

static gboolean
is_computed (Walk *self, int field)
{
  return field >= 0 && (self->klass->fields[field].flags & TAGA_FIELD_COMPUTED) != 0;
}

static gboolean
has_bit (guint64 fields, int field)
{
  return field >= 0 && (fields & (G_GUINT64_CONSTANT (1) << field)) != 0;
}

/* Which field stands in a column, unless somebody said it by hand. What Taga calculates is known,
 * but not taken. Appendix 7 has two columns for such a name, a number and its words, and the second
 * bears none. */
static void
assign_fields (Walk *self)
{
  const TagaImportColumn *before = NULL;
  guint64 chosen = taga_import_sheet_get_chosen (self->sheet);

  for (guint i = 0; i < self->sheet->columns->len; i++)
    {
      TagaImportColumn *column = taga_import_sheet_get (self->sheet, i);
      int field = taga_header_get_field (self->header, column->column);

      if (!column->chosen)
        column->field = is_computed (self, field) || has_bit (chosen, field) ? -1 : field;
      if (field < 0 && column->title != NULL)
        field = taga_header_recognise (self->header, column->title);
      column->computed = (is_computed (self, field) && column->field < 0)
                         || (column->title == NULL && before != NULL && before->computed
                             && before->title != NULL && before->column + 1 == column->column);
      before = column;
    }
}

static void
take_sample (Walk *self, const TagaCell *cell)
{
  TagaImportColumn *column = taga_import_sheet_make (self->sheet, cell->column);

  if (column->sample != NULL)
    return;

  column->sample = taga_text_clean (cell->text, -1, FALSE);
  if (column->sample != NULL && g_utf8_strlen (column->sample, -1) > MAX_SAMPLE)
    {
      g_autofree char *text = g_steal_pointer (&column->sample);
      g_autofree char *start = g_utf8_substring (text, 0, MAX_SAMPLE);

      column->sample = g_strconcat (start, "…", NULL);
    }
}

/* Looks at a row below the header. The first row with a value of one scale only says which it is.
 */
static gboolean
take_data (Walk *self, const TagaCell *cells, guint n_cells)
{
  Evidence *evidence = &self->evidence;
  gboolean told = evidence->has_low || evidence->has_high;
  gboolean filled = FALSE;

  for (guint i = 0; i < n_cells; i++)
    {
      int field = taga_header_get_field (self->header, cells[i].column);
      gboolean computed = is_computed (self, field);

      if (self->n_all < MAX_COUNTED)
        take_sample (self, &cells[i]);
      filled = filled || (field >= 0 && !computed) || self->sheet->verdict == TAGA_SHEET_NO_HEADER;
      if (!told && field >= 0 && !computed
          && g_strcmp0 (self->klass->fields[field].domain, "value") == 0)
        note_level (evidence, get_level (&cells[i], FALSE));
    }

  self->n_all += filled;
  if (self->n_all < MAX_COUNTED)
    return TRUE;

  /* A register may be long, and its levels may say nothing for long. */
  self->sheet->more = TRUE;
  return self->sheet->verdict != TAGA_SHEET_NO_HEADER && !evidence->has_low && !evidence->has_high;
}

static gboolean
look_at_row (guint row, const TagaCell *cells, guint n_cells, gpointer user_data, GError **error)
{
  Walk *self = user_data;

  if (!self->below && is_header (self, row, cells, n_cells))
    {
      take_header (self, row, cells, n_cells);
      if (taga_header_is_found (self->header) || self->chosen_row > 0
          || row == self->sheet->header_row)
        return TRUE;
    }
  else
    self->below = TRUE;

  return take_data (self, cells, n_cells);
}

/* The definitions say it, and so do the values, by a 0 or a 3. Where they contradict each other the
 * user has to. */
static void
settle_scale (const TagaSurvey *self, const Evidence *evidence, TagaImportSheet *sheet)
{
  TagaSourceScale used = evidence->has_high ? TAGA_SOURCE_SCALE_1_3 : judge_evidence (evidence);

  sheet->has_levels = evidence->has_level;
  sheet->scale = TAGA_SOURCE_SCALE_UNKNOWN;
  if (self->defined == TAGA_SOURCE_SCALE_UNKNOWN || used == TAGA_SOURCE_SCALE_UNKNOWN
      || self->defined == used)
    sheet->scale = MAX (self->defined, used);
  sheet->contradicts =
      sheet->scale == TAGA_SOURCE_SCALE_UNKNOWN && self->defined != TAGA_SOURCE_SCALE_UNKNOWN;
}

/* Levels that somebody found by hand are still there, and of the scale that was told then. */
static void
keep_scale (const TagaSurvey *self, TagaSourceScale before, TagaImportSheet *sheet)
{
  guint64 chosen = taga_import_sheet_get_chosen (sheet);

  for (guint i = 0; i < self->klass->n_fields; i++)
    if (has_bit (chosen, (int) i) && g_strcmp0 (self->klass->fields[i].domain, "value") == 0)
      {
        sheet->has_levels = TRUE;
        if (sheet->scale == TAGA_SOURCE_SCALE_UNKNOWN && !sheet->contradicts)
          sheet->scale = before;
      }
}

/* A row names several of the register's columns, but not the one without which the others mean
 * nothing. What can be recognised is, and the user has to say the rest. */
static gboolean
examine_guess (const TagaSurvey *self,
               guint number,
               TagaImportSheet *sheet,
               GCancellable *cancellable,
               GError **error)
{
  if (!taga_survey_examine (self, number, sheet->header_row, sheet, cancellable, error))
    return FALSE;

  sheet->verdict = TAGA_SHEET_NO_HEADER;
  return TRUE;
}

/**
 * taga_survey_examine:
 * @self: a survey
 * @number: the sheet's position in the file
 * @header_row: the last line of its header, from 1; 0 to look for it
 * @sheet: (inout): what is known of the sheet; its columns are found anew, but for what was chosen
 *   by hand
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Looks at a sheet: its header, its columns, a value of each, and the scale of the levels. No more
 * of it is read than that takes.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@SheetError]
 */
gboolean
taga_survey_examine (const TagaSurvey *self,
                     guint number,
                     guint header_row,
                     TagaImportSheet *sheet,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (TagaHeader) header = taga_header_new (self->klass);
  Walk walk = { self->klass, header, sheet, header_row, FALSE, 0, 0, { FALSE } };
  TagaSourceScale before = sheet->scale;

  taga_import_sheet_forget_columns (sheet);
  sheet->verdict = TAGA_SHEET_NO_HEADER;
  sheet->header_row = header_row;
  sheet->more = FALSE;
  if (!taga_sheets_read (self->sheets, number, look_at_row, &walk, cancellable, error))
    return FALSE;
  if (sheet->verdict == TAGA_SHEET_NO_HEADER && walk.n_known > 0)
    return examine_guess (self, number, sheet, cancellable, error);

  assign_fields (&walk);
  sheet->n_rows = walk.n_all;
  if (sheet->header_row == 0)
    sheet->header_row = 1;
  settle_scale (self, &walk.evidence, sheet);
  keep_scale (self, before, sheet);

  return TRUE;
}

typedef struct
{
  const TagaImportSheet *sheet;
  guint n;
} Count;

static gboolean
count_row (guint row, const TagaCell *cells, guint n_cells, gpointer user_data, GError **error)
{
  Count *count = user_data;

  count->n += row > count->sheet->header_row;
  return TRUE;
}

/**
 * taga_survey_count:
 * @self: a survey
 * @number: the sheet's position in the file
 * @sheet: (inout): the sheet
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Counts the rows of a sheet to its end, if that was not done yet.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@SheetError]
 */
gboolean
taga_survey_count (const TagaSurvey *self,
                   guint number,
                   TagaImportSheet *sheet,
                   GCancellable *cancellable,
                   GError **error)
{
  Count count = { sheet, 0 };

  if (!sheet->more)
    return TRUE;
  if (!taga_sheets_read (self->sheets, number, count_row, &count, cancellable, error))
    return FALSE;

  sheet->n_rows = count.n;
  sheet->more = FALSE;
  return TRUE;
}
