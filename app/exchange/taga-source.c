#include "taga-source.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "taga-header.h"
#include "taga-text.h"

G_DEFINE_QUARK (taga_source_error_quark, taga_source_error)

/* How far down a header may stand. */
#define MAX_HEADER_ROW 200

/**
 * TagaSource:
 *
 * A workbook or text file that holds a register: the sheet where it stands, which column is which,
 * and the scale of its values.
 */
struct _TagaSource
{
  GObject parent_instance;

  TagaSheets *sheets; /* (owned) */
  TagaRecordClass *klass;
  TagaEdition *edition; /* (owned) */
  guint sheet;
  TagaHeader *header; /* (owned) (nullable) */
  TagaSourceScale scale;
  gboolean has_levels; /* whether any value is filled in */
};

G_DEFINE_FINAL_TYPE (TagaSource, taga_source, G_TYPE_OBJECT)

static void
taga_source_finalize (GObject *object)
{
  TagaSource *self = TAGA_SOURCE (object);

  g_clear_object (&self->sheets);
  g_clear_object (&self->edition);
  g_clear_pointer (&self->header, taga_header_free);

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
look_for_header (guint row,
                 const TagaCell *cells,
                 guint n_cells,
                 gpointer user_data,
                 GError **error)
{
  return taga_header_take (user_data, row, cells, n_cells) && row < MAX_HEADER_ROW;
}

/* The register itself before the workbook's example of one, and what is shown before what is
 * hidden. */
static guint
rate_sheet (TagaSource *self, guint sheet, TagaHeader *header)
{
  const char *name = taga_sheets_get_name (self->sheets, sheet);
  guint rating = taga_header_count (header);

  if (strstr (name, "記入例") == NULL)
    rating += strstr (name, "管理台帳") != NULL ? 600 : 200;
  if (!taga_sheets_is_hidden (self->sheets, sheet))
    rating += 100;

  return rating;
}

static gboolean
find_header (TagaSource *self, GCancellable *cancellable, GError **error)
{
  guint best = 0;

  for (guint i = 0; i < taga_sheets_get_count (self->sheets); i++)
    {
      g_autoptr (TagaHeader) header = taga_header_new (self->klass);
      guint rating;

      if (!taga_sheets_read (self->sheets, i, look_for_header, header, cancellable, error))
        return FALSE;
      if (!taga_header_is_found (header))
        continue;

      rating = rate_sheet (self, i, header);
      if (rating > best)
        {
          best = rating;
          self->sheet = i;
          g_clear_pointer (&self->header, taga_header_free);
          self->header = g_steal_pointer (&header);
        }
    }

  if (self->header == NULL)
    {
      g_set_error_literal (
          error, TAGA_SOURCE_ERROR, TAGA_SOURCE_ERROR_NO_HEADER,
          _ ("No table with the columns of the register was found in the file: the "
             "column “情報資産名称” and at least one other are needed. Add a line "
             "with the names of the columns."));
      return FALSE;
    }

  return TRUE;
}

typedef struct
{
  TagaSource *source; /* (nullable): only the columns of levels count; else every cell does */
  gboolean has_level;
  gboolean has_low;
  gboolean has_high;
} Evidence;

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

static gboolean
look_for_levels (guint row,
                 const TagaCell *cells,
                 guint n_cells,
                 gpointer user_data,
                 GError **error)
{
  Evidence *evidence = user_data;
  TagaSource *self = evidence->source;

  if (self != NULL && row <= taga_header_get_row (self->header))
    return TRUE;

  for (guint i = 0; i < n_cells; i++)
    {
      int field = self == NULL ? -1 : taga_header_get_field (self->header, cells[i].column);
      int level;

      if (self != NULL
          && (field < 0 || g_strcmp0 (self->klass->fields[field].domain, "value") != 0
              || (self->klass->fields[field].flags & TAGA_FIELD_COMPUTED)))
        continue;

      level = get_level (&cells[i], self == NULL);
      evidence->has_level = evidence->has_level || level >= 0;
      evidence->has_low = evidence->has_low || level == 0;
      evidence->has_high = evidence->has_high || level == 3;
    }

  /* A register may be long, and the first such value says it; definitions are looked at as a whole.
   */
  return self == NULL ? row < MAX_HEADER_ROW : !evidence->has_low && !evidence->has_high;
}

static TagaSourceScale
judge_evidence (const Evidence *evidence)
{
  if (evidence->has_low == evidence->has_high)
    return TAGA_SOURCE_SCALE_UNKNOWN;

  return evidence->has_high ? TAGA_SOURCE_SCALE_1_3 : TAGA_SOURCE_SCALE_0_2;
}

/* The sheet with the definitions of the levels says it, and so do the values, by a 0 or a 3. Where
 * they contradict each other the user has to. */
static gboolean
detect_scale (TagaSource *self, GCancellable *cancellable, GError **error)
{
  Evidence definitions = { NULL };
  Evidence values = { self };
  TagaSourceScale defined, used;

  for (guint i = 0; i < taga_sheets_get_count (self->sheets); i++)
    if (strstr (taga_sheets_get_name (self->sheets, i), "重要度定義") != NULL
        && !taga_sheets_read (self->sheets, i, look_for_levels, &definitions, cancellable, error))
      return FALSE;

  if (!taga_sheets_read (self->sheets, self->sheet, look_for_levels, &values, cancellable, error))
    return FALSE;

  defined = judge_evidence (&definitions);
  used = values.has_high ? TAGA_SOURCE_SCALE_1_3 : judge_evidence (&values);
  self->has_levels = values.has_level;
  if (defined == TAGA_SOURCE_SCALE_UNKNOWN || used == TAGA_SOURCE_SCALE_UNKNOWN || defined == used)
    self->scale = MAX (defined, used);

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
 * Opens a file and finds the register in it.
 *
 * Returns: (transfer full) (nullable): the source, or `NULL` with `TAGA_SOURCE_ERROR_NO_HEADER` or
 * any [error@SheetError]
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
  if (self->sheets == NULL || !find_header (self, cancellable, error)
      || !detect_scale (self, cancellable, error))
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
 * taga_source_get_sheet:
 * @self: a source
 *
 * Gets the sheet where the register stands.
 *
 * Returns: its number, from 0
 */
guint
taga_source_get_sheet (TagaSource *self)
{
  return self->sheet;
}

/**
 * taga_source_get_header_row:
 * @self: a source
 *
 * Gets the last line of the header.
 *
 * Returns: the row's number, from 1
 */
guint
taga_source_get_header_row (TagaSource *self)
{
  return taga_header_get_row (self->header);
}

/**
 * taga_source_get_field:
 * @self: a source
 * @column: a column, from 0
 *
 * Tells which field stands in a column.
 *
 * Returns: the field's index, or -1 if none does
 */
int
taga_source_get_field (TagaSource *self, guint column)
{
  return taga_header_get_field (self->header, column);
}

/**
 * taga_source_get_title:
 * @self: a source
 * @field: index of a field
 *
 * Gets what the file calls a field.
 *
 * Returns: (transfer none) (nullable): the title, or `NULL` if the file does not have it
 */
const char *
taga_source_get_title (TagaSource *self, guint field)
{
  return taga_header_get_title (self->header, field);
}

/**
 * taga_source_has_field:
 * @self: a source
 * @field: index of a field
 *
 * Tells whether the file has a column for a field that people enter.
 *
 * Returns: `TRUE` if it has; `FALSE` for computed fields
 */
gboolean
taga_source_has_field (TagaSource *self, guint field)
{
  return taga_header_get_title (self->header, field) != NULL
         && !(self->klass->fields[field].flags & TAGA_FIELD_COMPUTED);
}

/**
 * taga_source_compare:
 * @self: a source
 * @values: (array): the values of a row
 * @record: the record that it means
 *
 * Tells which fields a row would change in a record. An empty cell leaves what the register has,
 * since an incomplete list must not erase; a mark is set or not, there is nothing between.
 *
 * Returns: the fields, bit by field
 */
guint64
taga_source_compare (TagaSource *self, const TagaValue *values, TagaRecord *record)
{
  guint64 mask = 0;

  for (guint i = 0; i < self->klass->n_fields; i++)
    {
      const TagaField *field = &self->klass->fields[i];

      if (!taga_source_has_field (self, i))
        continue;
      if (field->kind != TAGA_FIELD_MARK && taga_field_is_empty (field, &values[i]))
        continue;
      if (!taga_value_equal (&values[i], taga_record_get_value (record, i)))
        mask |= G_GUINT64_CONSTANT (1) << i;
    }

  return mask;
}

/**
 * taga_source_get_scale:
 * @self: a source
 *
 * Gets the scale of the file's values.
 *
 * Returns: the scale; unknown if all values are 1 or 2, there are none, or they are not what the
 * file defines
 */
TagaSourceScale
taga_source_get_scale (TagaSource *self)
{
  return self->scale;
}

/**
 * taga_source_needs_scale:
 * @self: a source
 *
 * Tells whether the user has to say which scale the file's values are of.
 *
 * Returns: `TRUE` if there are values and the file does not tell
 */
gboolean
taga_source_needs_scale (TagaSource *self)
{
  return self->has_levels && self->scale == TAGA_SOURCE_SCALE_UNKNOWN;
}

/**
 * taga_source_set_scale:
 * @self: a source
 * @scale: the scale
 *
 * Sets the scale of the file's values, where the user knows better.
 */
void
taga_source_set_scale (TagaSource *self, TagaSourceScale scale)
{
  self->scale = scale;
}

/**
 * taga_source_get_shift:
 * @self: a source
 *
 * Tells what has to be added to the file's values to bring them to the edition's scale: the levels
 * of both scales correspond one by one (guideline v3.1, table 10 against v3.0).
 *
 * Returns: -1, 0 or 1
 */
int
taga_source_get_shift (TagaSource *self)
{
  int lowest = taga_edition_get_scale (self->edition)->lowest;

  if (self->scale == TAGA_SOURCE_SCALE_UNKNOWN)
    return 0;

  return lowest - (self->scale == TAGA_SOURCE_SCALE_0_2 ? 0 : 1);
}
