#pragma once

#include "taga-sheet.h"

G_BEGIN_DECLS

#define SHEET_XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
#define SHEET_MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define SHEET_STRICT "http://purl.oclc.org/ooxml/spreadsheetml/main"
#define SHEET_OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define SHEET_RELATION(id, type, target)                                                           \
  "<Relationship Id='" id "' Type='" SHEET_OFFICE "/" type "' Target='" target "'/>"

/**
 * SheetFixture:
 * @folder: (owned): a folder of its own
 * @path: (owned): the file in it that is read
 *
 * A file for a test.
 */
typedef struct
{
  char *folder;
  char *path;
} SheetFixture;

/**
 * SheetBook:
 * @rows: what stands in sheetData or, if it begins with a declaration, the whole sheet
 * @tail: what follows sheetData
 * @styles: the whole styles
 * @strings: what stands in sst or, if it begins with a declaration, all of the shared texts
 * @workbook: the whole list of sheets, or the empty text for none
 * @relations: the relations of the list of sheets to the sheets
 * @extra: the name of one more part, which is an empty sheet
 * @n_extra: how many more such parts there are
 *
 * What a test wants to be different in a small workbook; what is `NULL` stays as it is.
 */
typedef struct
{
  const char *rows;
  const char *tail;
  const char *styles;
  const char *strings;
  const char *workbook;
  const char *relations;
  const char *extra;
  guint n_extra;
} SheetBook;

void sheet_fixture_set_up (SheetFixture *self, gconstpointer data);
void sheet_fixture_tear_down (SheetFixture *self, gconstpointer data);

void sheet_fixture_write_book (SheetFixture *self, const SheetBook *book);
void sheet_fixture_write_bytes (SheetFixture *self, const char *bytes, gssize length);

TagaSheets *sheet_fixture_open (SheetFixture *self, GError **error);
char *sheet_fixture_read (TagaSheets *sheets, guint sheet, GError **error);
gboolean sheet_fixture_print_row (guint row,
                                  const TagaCell *cells,
                                  guint n_cells,
                                  gpointer user_data,
                                  GError **error);

void sheet_fixture_assert_rows (SheetFixture *self, const char *expected);
void sheet_fixture_assert_refused (SheetFixture *self, TagaSheetError code, const char *words);

#define sheet_fixture_add(path, test)                                                              \
  g_test_add (path, SheetFixture, NULL, sheet_fixture_set_up, test, sheet_fixture_tear_down)

G_END_DECLS
