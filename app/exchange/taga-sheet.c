#include "taga-sheet.h"

#include "taga-csv.h"
#include "taga-workbook.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BLOCK_SIZE (64 << 10)

G_DEFINE_QUARK (taga_sheet_error, taga_sheet_error)

/**
 * TagaSheets:
 *
 * The sheets of a workbook, or the one sheet that a text file is, to be read row by row. What the
 * file is shows in its contents; its name does not matter. All of it is taken for hostile: nothing
 * is unpacked that is larger than a workbook can be, no document type, entity or address is
 * followed, and no more than a row and the shared texts are in memory.
 */
struct _TagaSheets
{
  GObject parent_instance;

  char *name;             /* (owned): the file's, without what follows the dot */
  TagaWorkbook *workbook; /* (owned) (nullable) */
  TagaCsv *csv;           /* (owned) (nullable) */

  TagaProgressFunc progress;
  gpointer progress_data;
  double part_start; /* which part of the whole the next reading is, 0 to 1 */
  double part_length;
  guint changed_row; /* the last one of the last reading that another would give differently */
};

G_DEFINE_FINAL_TYPE (TagaSheets, taga_sheets, G_TYPE_OBJECT)

static void
taga_sheets_finalize (GObject *object)
{
  TagaSheets *self = TAGA_SHEETS (object);

  g_clear_pointer (&self->workbook, taga_workbook_free);
  g_clear_pointer (&self->csv, taga_csv_free);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (taga_sheets_parent_class)->finalize (object);
}

static void
taga_sheets_class_init (TagaSheetsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = taga_sheets_finalize;
}

static void
taga_sheets_init (TagaSheets *self)
{
  self->part_length = 1;
}

static void
report_part (double fraction, gpointer user_data)
{
  TagaSheets *self = user_data;

  self->progress (self->part_start + fraction * self->part_length, self->progress_data);
}

static gboolean
set_unreadable (GError **error, const char *message)
{
  g_set_error_literal (error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_UNREADABLE, message);
  return FALSE;
}

/* Says in our words why a file cannot be read. Cancelling is no failure and stays what it is. */
static gboolean
translate (GError *failure, GError **error)
{
  g_autoptr (GError) owned = failure;

  if (owned->domain == TAGA_SHEET_ERROR || g_error_matches (owned, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || owned->domain != G_IO_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&owned));
      return FALSE;
    }

  if (g_error_matches (owned, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return set_unreadable (error, _ ("The file does not exist. Perhaps it was moved or renamed."));
  if (g_error_matches (owned, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return set_unreadable (error, _ ("You have no permission to read the file. Ask whoever looks "
                                     "after it."));

  g_set_error (error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_UNREADABLE,
               _ ("The file cannot be read: %s. Copy it to this computer and try once more."),
               owned->message);
  return FALSE;
}

/* Opens the file, if it is one: a pipe or a device would be waited for. */
static GInputStream *
open_stream (GFile *file, guint64 *size, GError **error)
{
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                         G_FILE_QUERY_INFO_NONE, NULL, error);
  g_autoptr (GFileInputStream) stream = NULL;
  GFileType type;

  if (info == NULL)
    return NULL;

  type = g_file_info_get_file_type (info);
  *size = (guint64) MAX (g_file_info_get_size (info), 0);
  if (type == G_FILE_TYPE_DIRECTORY)
    set_unreadable (error, _ ("This is a folder. Choose a file in it."));
  else if (type != G_FILE_TYPE_REGULAR)
    set_unreadable (error, _ ("This file cannot be read. Choose a workbook or a CSV file."));
  else if (*size == 0)
    set_unreadable (error, _ ("The file is empty. It may not have been copied completely."));
  else
    {
      stream = g_file_read (file, NULL, error);
      if (stream != NULL && !g_seekable_can_seek (G_SEEKABLE (stream)))
        set_unreadable (error,
                        _ ("The file can only be read from its beginning to its end. Copy it "
                           "to this computer and try once more."));
      else
        return (GInputStream *) g_steal_pointer (&stream);
    }

  return NULL;
}

static gboolean
contains_bytes (const char *block, gsize length, const char *bytes, gsize n_bytes)
{
  const char *end = block + length;

  while ((gsize) (end - block) >= n_bytes)
    {
      const char *at = memchr (block, *bytes, (gsize) (end - block) - n_bytes + 1);

      if (at == NULL)
        return FALSE;
      if (memcmp (at, bytes, n_bytes) == 0)
        return TRUE;
      block = at + 1;
    }

  return FALSE;
}

/* Files of the old Office, and new ones that are encrypted, are both a file system in a file. The
 * latter have a stream of this name. */
static gboolean
refuse_compound (GInputStream *stream, GError **error)
{
  static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
  g_autofree char *block = g_malloc (BLOCK_SIZE + sizeof name);
  gsize kept = 0;
  gsize n_read;

  if (!g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, NULL, error))
    return FALSE;

  do
    {
      if (!g_input_stream_read_all (stream, block + kept, BLOCK_SIZE, &n_read, NULL, error))
        return FALSE;

      if (contains_bytes (block, kept + n_read, name, sizeof name))
        {
          g_set_error_literal (error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_LOCKED,
                               _ ("The workbook is protected by a password. Open it in your "
                                  "spreadsheet program, save a copy without the password and "
                                  "choose the copy."));
          return FALSE;
        }

      n_read += kept;
      kept = MIN (n_read, sizeof name - 1);
      memmove (block, block + n_read - kept, kept);
    }
  while (n_read >= BLOCK_SIZE);

  return set_unreadable (error,
                         _ ("The file is in the format of an old Office (.xls, .doc). Open it "
                            "in your spreadsheet program, save it as “Excel Workbook (.xlsx)” "
                            "and choose that file."));
}

static gboolean
begins_with (const char *block, gsize length, const char *word)
{
  return length >= strlen (word) && g_ascii_strncasecmp (block, word, strlen (word)) == 0;
}

/* Refuses what is text, or looks like it, but no rows. */
static gboolean
refuse_others (const char *block, gsize length, GError **error)
{
  static const char *const markup[] = { "<!doctype", "<html", "<?xml" };
  const char *start = block;
  const char *end = block + length;

  if (begins_with (start, length, "%PDF"))
    return set_unreadable (error, _ ("The file is a PDF, which has no cells to read. Choose the "
                                     "workbook that it was made from."));

  if (begins_with (start, length, "\xEF\xBB\xBF"))
    start += 3;
  while (start < end && g_ascii_isspace (*start))
    start++;

  for (guint i = 0; i < G_N_ELEMENTS (markup); i++)
    if (begins_with (start, (gsize) (end - start), markup[i]))
      return set_unreadable (error, _ ("The file is a web page or XML, even if it is named like a "
                                       "workbook. Open it in your spreadsheet program, save it as "
                                       "“Excel Workbook (.xlsx)” and choose that file."));

  return TRUE;
}

/* Tells by its first bytes what the file is, and opens it as that. */
static gboolean
open_contents (TagaSheets *self, GInputStream *stream, guint64 size, GError **error)
{
  char start[512];
  gsize n_read;

  if (!g_input_stream_read_all (stream, start, sizeof start, &n_read, NULL, error))
    return FALSE;

  if (n_read >= 4 && memcmp (start, "PK\3\4", 4) == 0)
    self->workbook = taga_workbook_open (stream, size, error);
  else if (n_read >= 4 && memcmp (start, "\xD0\xCF\x11\xE0", 4) == 0)
    return refuse_compound (stream, error);
  else if (refuse_others (start, n_read, error))
    self->csv = taga_csv_open (stream, size, error);

  return self->workbook != NULL || self->csv != NULL;
}

static char *
name_sheet (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  char *name = base == NULL ? g_strdup ("") : g_filename_display_name (base);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';

  return name;
}

/**
 * taga_sheets_open:
 * @file: a workbook or a text file
 * @error: return location for an error
 *
 * Opens a file and lists its sheets. What it is shows in its contents: an Excel workbook (.xlsx,
 * .xlsm), or text with commas, tabs or semicolons in UTF-8, UTF-16 or CP932. Sheets are in the
 * workbook's order, the hidden ones among them; charts are not.
 *
 * Returns: (transfer full): the sheets, or `NULL` with @error set to a `TAGA_SHEET_ERROR`
 */
TagaSheets *
taga_sheets_open (GFile *file, GError **error)
{
  g_autoptr (TagaSheets) self = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) failure = NULL;
  guint64 size = 0;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (TAGA_TYPE_SHEETS, NULL);
  self->name = name_sheet (file);
  stream = open_stream (file, &size, &failure);
  if (stream == NULL || !open_contents (self, stream, size, &failure))
    {
      translate (g_steal_pointer (&failure), error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * taga_sheets_get_count:
 * @self: sheets
 *
 * Gets how many sheets there are.
 *
 * Returns: the number, at least 1
 */
guint
taga_sheets_get_count (TagaSheets *self)
{
  g_return_val_if_fail (TAGA_IS_SHEETS (self), 0);

  return self->workbook == NULL ? 1 : taga_workbook_get_count (self->workbook);
}

/**
 * taga_sheets_get_name:
 * @self: sheets
 * @sheet: a sheet's position
 *
 * Gets a sheet's name. A text file's sheet is named like the file.
 *
 * Returns: (transfer none): the name
 */
const char *
taga_sheets_get_name (TagaSheets *self, guint sheet)
{
  g_return_val_if_fail (TAGA_IS_SHEETS (self), NULL);
  g_return_val_if_fail (sheet < taga_sheets_get_count (self), NULL);

  return self->workbook == NULL ? self->name : taga_workbook_get_name (self->workbook, sheet);
}

/**
 * taga_sheets_is_hidden:
 * @self: sheets
 * @sheet: a sheet's position
 *
 * Tells whether a sheet is hidden in the workbook.
 *
 * Returns: `TRUE` if so
 */
gboolean
taga_sheets_is_hidden (TagaSheets *self, guint sheet)
{
  g_return_val_if_fail (TAGA_IS_SHEETS (self), FALSE);
  g_return_val_if_fail (sheet < taga_sheets_get_count (self), FALSE);

  return self->workbook != NULL && taga_workbook_is_hidden (self->workbook, sheet);
}

/**
 * taga_sheets_set_progress:
 * @self: sheets
 * @progress: (nullable) (scope forever): hears of progress, in the thread that reads
 * @user_data: data for @progress
 *
 * Sets who hears of progress.
 */
void
taga_sheets_set_progress (TagaSheets *self, TagaProgressFunc progress, gpointer user_data)
{
  g_return_if_fail (TAGA_IS_SHEETS (self));

  self->progress = progress;
  self->progress_data = user_data;
}

/**
 * taga_sheets_set_part:
 * @self: sheets
 * @start: where in the whole the next reading begins, 0 to 1
 * @length: how much of the whole it is, 0 to 1
 *
 * Has the progress of the next readings told as part of a whole, when several sheets are read.
 */
void
taga_sheets_set_part (TagaSheets *self, double start, double length)
{
  g_return_if_fail (TAGA_IS_SHEETS (self));

  self->part_start = start;
  self->part_length = length;
}

/**
 * taga_sheets_read:
 * @self: sheets
 * @sheet: a sheet's position
 * @func: (scope call): takes the rows
 * @user_data: data for @func
 * @cancellable: (nullable): stops the reading
 * @error: return location for an error
 *
 * Reads a sheet from its beginning. It may be read as often as wanted, in any thread, but only by
 * one at a time. After each reading ask [method@Sheets.needs_reread].
 *
 * Returns: `TRUE` if all was read or @func had enough; `FALSE` with @error set to a
 *   `TAGA_SHEET_ERROR`, the error of @func or `G_IO_ERROR_CANCELLED`
 */
gboolean
taga_sheets_read (TagaSheets *self,
                  guint sheet,
                  TagaRowFunc func,
                  gpointer user_data,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GError) failure = NULL;
  TagaSheetReading reading = {
    .func = func,
    .user_data = user_data,
    .progress = self->progress == NULL ? NULL : report_part,
    .progress_data = self,
    .cancellable = cancellable,
  };
  gboolean done;

  g_return_val_if_fail (TAGA_IS_SHEETS (self), FALSE);
  g_return_val_if_fail (sheet < taga_sheets_get_count (self), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  self->changed_row = 0;
  if (self->workbook != NULL)
    done = taga_workbook_read (self->workbook, sheet, &reading, &self->changed_row, &failure);
  else
    done = taga_csv_read (self->csv, &reading, &failure);

  return done || translate (g_steal_pointer (&failure), error);
}

/**
 * taga_sheets_needs_reread:
 * @self: sheets
 *
 * Tells whether the last reading gave rows before it knew their merged cells.
 *
 * People merge a classification over the rows that it goes for, and every row of such a range has
 * to have it. But a workbook lists merged cells after its rows. So the first reading of a sheet to
 * its end gives merged cells only where they begin; and if it then meets ranges that span rows,
 * this becomes `TRUE`: forget what came of the rows, header included, and read the sheet again.
 * Every later reading has the range's value in its first column in each row that has cells of its
 * own. Sheets without such ranges are read once, at no cost.
 *
 * |[<!-- language="C" -->
 * do
 *   forget (rows);
 * while (taga_sheets_read (sheets, 0, take_row, rows, NULL, &error)
 *        && taga_sheets_needs_reread (sheets));
 * ]|
 *
 * Returns: `TRUE` if the sheet must be read again
 */
gboolean
taga_sheets_needs_reread (TagaSheets *self)
{
  g_return_val_if_fail (TAGA_IS_SHEETS (self), FALSE);

  return self->changed_row > 0;
}

/**
 * taga_sheets_needs_reread_below:
 * @self: sheets
 * @row: a row's number, for example the header's
 *
 * Tells whether the last reading gave rows below one before it knew their merged cells.
 *
 * It is [method@Sheets.needs_reread] for who has no use for the merged cells above: headers of two
 * lines are merged as a rule, and a long register need not be read twice for that.
 *
 * Returns: `TRUE` if the sheet must be read again
 */
gboolean
taga_sheets_needs_reread_below (TagaSheets *self, guint row)
{
  g_return_val_if_fail (TAGA_IS_SHEETS (self), FALSE);

  return self->changed_row > row;
}
