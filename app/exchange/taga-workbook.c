#include "taga-workbook.h"

#include "taga-relations.h"
#include "taga-worksheet.h"
#include "taga-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_BYTES (16 << 20)
#define MAX_SHEETS 5000

typedef struct
{
  char *name; /* (owned) */
  char *id;   /* (owned) */
  char *part; /* (owned) */
  gboolean hidden;
  TagaMerges *merges; /* (owned) (nullable): unknown until the sheet has been read to its end */
} Sheet;

/**
 * TagaWorkbook:
 *
 * A workbook. Its styles and shared texts are read with the first sheet that is.
 */
struct _TagaWorkbook
{
  TagaContainer *container; /* (owned) */
  GPtrArray *sheets;        /* (owned): Sheet */
  gboolean epoch_1904;
  gboolean in_sheets;

  char *styles_part;          /* (owned) (nullable) */
  char *strings_part;         /* (owned) (nullable) */
  TagaCellStyles *styles;     /* (owned) (nullable) */
  TagaSharedStrings *strings; /* (owned) (nullable) */
};

static void
free_sheet (gpointer data)
{
  Sheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->id);
  g_free (sheet->part);
  g_clear_pointer (&sheet->merges, taga_merges_free);
  g_free (sheet);
}

static gboolean
set_no_workbook (GError **error)
{
  g_set_error_literal (error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_UNREADABLE,
                       _ ("The file is no Excel workbook. Save it from your spreadsheet program as "
                          "“Excel Workbook (.xlsx)” or as CSV and try once more."));
  return FALSE;
}

static gboolean
set_damaged_list (GError **error)
{
  g_set_error_literal (error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_DAMAGED,
                       _ ("The workbook is damaged: its list of sheets cannot be understood. Open "
                          "it in your spreadsheet program, save it again and try once more."));
  return FALSE;
}

static gboolean
add_sheet (TagaWorkbook *self, const TagaXmlAttributes *attributes, GError **error)
{
  g_autofree char *state = taga_xml_dup (attributes, "state");
  g_autofree char *name = taga_xml_dup (attributes, "name");
  Sheet *sheet;

  if (self->sheets->len == MAX_SHEETS)
    return set_damaged_list (error);

  sheet = g_new0 (Sheet, 1);
  g_ptr_array_add (self->sheets, sheet);
  sheet->id = taga_xml_dup (attributes, "id");
  sheet->hidden = g_strcmp0 (state, "hidden") == 0 || g_strcmp0 (state, "veryHidden") == 0;
  if (name != NULL)
    {
      name[taga_sheet_text_clean (name, strlen (name), TRUE)] = '\0';
      sheet->name = g_steal_pointer (&name);
    }

  return (sheet->id != NULL && sheet->name != NULL) || set_damaged_list (error);
}

static gboolean
start_cb (gpointer user_data,
          guint depth,
          const char *name,
          const TagaXmlAttributes *attributes,
          GError **error)
{
  TagaWorkbook *self = user_data;

  if (depth == 1 && !g_str_equal (name, "workbook"))
    return set_no_workbook (error);

  if (depth == 2)
    {
      self->in_sheets = g_str_equal (name, "sheets");
      if (g_str_equal (name, "workbookPr"))
        self->epoch_1904 = taga_xml_is_true (attributes, "date1904");
    }
  else if (depth == 3 && self->in_sheets && g_str_equal (name, "sheet"))
    return add_sheet (self, attributes, error);

  return TRUE;
}

/* Finds the workbook's own part. Other zip files, and other office documents, have none. */
static char *
find_workbook (TagaWorkbook *self, GError **error)
{
  g_autoptr (TagaRelations) relations = taga_relations_new (self->container, "", error);
  g_autofree char *part = NULL;

  if (relations == NULL || !taga_relations_find (relations, "officeDocument", &part, error))
    return NULL;

  if (part == NULL)
    part = g_strdup ("xl/workbook.xml");
  if (!taga_container_has (self->container, part) || !g_str_has_suffix (part, ".xml"))
    {
      set_no_workbook (error);
      return NULL;
    }

  return g_steal_pointer (&part);
}

/* Finds each sheet's part. Sheets of another kind, such as charts, have no rows and are left out.
 */
static gboolean
find_sheets (TagaWorkbook *self, const char *workbook, GError **error)
{
  g_autoptr (TagaRelations) relations = taga_relations_new (self->container, workbook, error);

  if (relations == NULL || !taga_relations_find (relations, "styles", &self->styles_part, error)
      || !taga_relations_find (relations, "sharedStrings", &self->strings_part, error))
    return FALSE;

  for (guint i = 0; i < self->sheets->len;)
    {
      Sheet *sheet = g_ptr_array_index (self->sheets, i);

      if (!taga_relations_get (relations, sheet->id, "worksheet", &sheet->part, error))
        return FALSE;

      if (sheet->part == NULL)
        {
          g_ptr_array_remove_index (self->sheets, i);
          continue;
        }
      if (!taga_container_has (self->container, sheet->part))
        {
          g_set_error (error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_DAMAGED,
                       _ ("The workbook is damaged: its sheet “%s” is not in the file. Open it in "
                          "your spreadsheet program, save it again and try once more."),
                       sheet->name);
          return FALSE;
        }
      i++;
    }

  return self->sheets->len > 0 || set_damaged_list (error);
}

/**
 * taga_workbook_open:
 * @stream: a seekable stream of a workbook
 * @size: its size in bytes
 * @error: return location for an error
 *
 * Opens a workbook and lists its sheets.
 *
 * Returns: (transfer full): the workbook, or `NULL` with @error set to a `TAGA_SHEET_ERROR`
 */
TagaWorkbook *
taga_workbook_open (GInputStream *stream, guint64 size, GError **error)
{
  const TagaXmlHandlers handlers = { .start = start_cb };
  g_autoptr (TagaWorkbook) self = g_new0 (TagaWorkbook, 1);
  g_autofree char *workbook = NULL;

  self->sheets = g_ptr_array_new_with_free_func (free_sheet);
  self->container = taga_container_open (stream, size, error);
  if (self->container == NULL)
    return NULL;

  workbook = find_workbook (self, error);
  if (workbook == NULL
      || !taga_xml_parse (self->container, workbook, MAX_BYTES, &handlers, self, NULL, NULL, error)
      || !find_sheets (self, workbook, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * taga_workbook_free:
 * @self: (transfer full): a workbook
 *
 * Frees the workbook.
 */
void
taga_workbook_free (TagaWorkbook *self)
{
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->container, taga_container_free);
  g_clear_pointer (&self->styles, taga_cell_styles_free);
  g_clear_pointer (&self->strings, taga_shared_strings_free);
  g_free (self->styles_part);
  g_free (self->strings_part);
  g_free (self);
}

/**
 * taga_workbook_get_count:
 * @self: a workbook
 *
 * Gets how many sheets of cells there are.
 *
 * Returns: the number
 */
guint
taga_workbook_get_count (TagaWorkbook *self)
{
  return self->sheets->len;
}

/**
 * taga_workbook_get_name:
 * @self: a workbook
 * @sheet: a sheet's position
 *
 * Gets a sheet's name.
 *
 * Returns: (transfer none): the name
 */
const char *
taga_workbook_get_name (TagaWorkbook *self, guint sheet)
{
  return ((Sheet *) g_ptr_array_index (self->sheets, sheet))->name;
}

/**
 * taga_workbook_is_hidden:
 * @self: a workbook
 * @sheet: a sheet's position
 *
 * Tells whether a sheet is hidden.
 *
 * Returns: `TRUE` if so
 */
gboolean
taga_workbook_is_hidden (TagaWorkbook *self, guint sheet)
{
  return ((Sheet *) g_ptr_array_index (self->sheets, sheet))->hidden;
}

/**
 * taga_workbook_read:
 * @self: a workbook
 * @sheet: a sheet's position
 * @reading: who takes the rows
 * @changed_row: (out): the last row of those that went by before their merged cells were known,
 *   or 0
 * @error: return location for an error
 *
 * Reads a sheet's rows.
 *
 * Returns: `FALSE` with @error set to a `TAGA_SHEET_ERROR`, the error of @reading or
 *   `G_IO_ERROR_CANCELLED`
 */
gboolean
taga_workbook_read (TagaWorkbook *self,
                    guint sheet,
                    TagaSheetReading *reading,
                    guint *changed_row,
                    GError **error)
{
  Sheet *item = g_ptr_array_index (self->sheets, sheet);
  gboolean known = item->merges != NULL;
  TagaBook book;

  *changed_row = 0;

  if (self->styles == NULL)
    self->styles =
        taga_cell_styles_new (self->container, self->styles_part, reading->cancellable, error);
  if (self->styles == NULL)
    return FALSE;

  if (self->strings == NULL)
    self->strings =
        taga_shared_strings_new (self->container, self->strings_part, reading->cancellable, error);
  if (self->strings == NULL)
    return FALSE;

  book = (TagaBook){ self->container, self->styles, self->strings, self->epoch_1904 };
  if (!taga_worksheet_read (&book, item->part, &item->merges, reading, error))
    return FALSE;

  if (!known && item->merges != NULL)
    *changed_row = taga_merges_get_last_row (item->merges);
  return TRUE;
}
