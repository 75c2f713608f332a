#include "sheet-fixture.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <string.h>

static const char styles_part[] =
    SHEET_XML "<styleSheet xmlns='" SHEET_MAIN "'><numFmts><numFmt numFmtId='164' "
              "formatCode='[$-411]ggge\"年\"m\"月\"d\"日\"'/><numFmt numFmtId='165' "
              "formatCode='0.0\"days\"'/></numFmts><cellXfs><xf numFmtId='0'/><xf "
              "numFmtId='14'/><xf numFmtId='58'/><xf numFmtId='164'/><xf numFmtId='165'/><xf "
              "numFmtId='46'/></cellXfs></styleSheet>";

static const char strings_part[] =
    "<si><t>顧客名簿</t></si><si><r><t>給与</t></r><r><rPr/><t xml:space='preserve'> "
    "システム</t></r><rPh sb='0' eb='2'><t>キュウヨ</t></rPh></si><si/>"
    "<si><t>一行目_x000D_\n二行目</t></si><si><t>_x005F_x000D_と_xD83D__xDE00_</t></si>";

static const char workbook_part[] =
    "<workbook xmlns:r='x'><sheets><sheet name='台帳' r:id='r1'/></sheets></workbook>";

/* Makes the test's folder. */
void
sheet_fixture_set_up (SheetFixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("taga-sheet-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->path = g_build_filename (self->folder, "資産.v2.xlsx", NULL);
}

/* Removes it and the file. */
void
sheet_fixture_tear_down (SheetFixture *self, gconstpointer data)
{
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->path);
  g_free (self->folder);
}

static void
add_part (struct archive *archive, const char *name, const char *text)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) strlen (text));
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint ((int) archive_write_data (archive, text, strlen (text)), ==,
                   (int) strlen (text));
  archive_entry_free (entry);
}

/* Puts the text between its part's beginning and end, unless it is a whole part itself. */
static void
add_wrapped (struct archive *archive,
             const char *name,
             const char *head,
             const char *text,
             const char *end)
{
  gboolean whole = g_str_has_prefix (text, "<?") || g_str_has_prefix (text, "<!");
  g_autofree char *wrapped = g_strconcat (SHEET_XML, head, text, end, NULL);

  add_part (archive, name, whole ? text : wrapped);
}

static const char *
choose (const char *wanted, const char *usual)
{
  return wanted == NULL ? usual : wanted;
}

/* Writes a small workbook with the test's differences. */
void
sheet_fixture_write_book (SheetFixture *self, const SheetBook *book)
{
  static const char sheet_head[] = "<worksheet xmlns='" SHEET_MAIN "'><sheetData>";
  struct archive *archive = archive_write_new ();
  g_autofree char *sheet_end =
      g_strconcat ("</sheetData>", choose (book->tail, ""), "</worksheet>", NULL);

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_filename (archive, self->path), ==, ARCHIVE_OK);

  add_wrapped (archive, "_rels/.rels", "<Relationships>",
               SHEET_RELATION ("r1", "officeDocument", "xl/workbook.xml"), "</Relationships>");
  if (g_strcmp0 (book->workbook, "") != 0)
    add_part (archive, "xl/workbook.xml", choose (book->workbook, workbook_part));
  add_wrapped (
      archive, "xl/_rels/workbook.xml.rels", "<Relationships>",
      choose (book->relations, SHEET_RELATION ("r1", "worksheet", "worksheets/sheet1.xml")),
      SHEET_RELATION ("r8", "styles", "/xl/styles.xml")
          SHEET_RELATION ("r9", "sharedStrings", "./sharedStrings.xml") "</Relationships>");
  add_part (archive, "xl/styles.xml", choose (book->styles, styles_part));
  add_wrapped (archive, "xl/sharedStrings.xml", "<sst>", choose (book->strings, strings_part),
               "</sst>");
  add_wrapped (archive, "xl/worksheets/sheet1.xml", sheet_head, choose (book->rows, ""), sheet_end);
  if (book->extra != NULL)
    add_wrapped (archive, book->extra, sheet_head, "", "</sheetData></worksheet>");
  for (guint i = 0; i < book->n_extra; i++)
    {
      g_autofree char *name = g_strdup_printf ("xl/media/image%u.png", i);

      add_part (archive, name, "");
    }

  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
}

/* Writes any other file. */
void
sheet_fixture_write_bytes (SheetFixture *self, const char *bytes, gssize length)
{
  g_assert_true (g_file_set_contents (self->path, bytes, length, NULL));
}

/* Opens the test's file. */
TagaSheets *
sheet_fixture_open (SheetFixture *self, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);

  return taga_sheets_open (file, error);
}

/* Writes a row as "2: A顧客名簿 C#12 D@2026-11-22 E?TRUE F!#REF!", rows divided by "|". */
gboolean
sheet_fixture_print_row (guint row,
                         const TagaCell *cells,
                         guint n_cells,
                         gpointer user_data,
                         GError **error)
{
  static const char *const signs[] = { "", "#", "@", "?", "!" };
  GString *rows = user_data;

  g_string_append_printf (rows, "%s%u:", rows->len > 0 ? "|" : "", row);
  for (guint i = 0; i < n_cells; i++)
    {
      g_assert_true (g_utf8_validate (cells[i].text, -1, NULL));
      g_string_append_printf (rows, " %c%s%s", 'A' + cells[i].column, signs[cells[i].kind],
                              cells[i].text);
    }

  return TRUE;
}

/* Reads a sheet, again if it must be, and gives all of its rows. */
char *
sheet_fixture_read (TagaSheets *sheets, guint sheet, GError **error)
{
  GString *rows = g_string_new (NULL);

  do
    g_string_truncate (rows, 0);
  while (taga_sheets_read (sheets, sheet, sheet_fixture_print_row, rows, NULL, error)
         && taga_sheets_needs_reread (sheets));

  return g_string_free (rows, FALSE);
}

/* Compares the rows of the file's first sheet. */
void
sheet_fixture_assert_rows (SheetFixture *self, const char *expected)
{
  g_autoptr (GError) error = NULL;
  TagaSheets *sheets = sheet_fixture_open (self, &error);
  g_autofree char *rows = NULL;

  g_assert_no_error (error);
  rows = sheet_fixture_read (sheets, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rows, ==, expected);
  g_assert_finalize_object (sheets);
}

/* Checks how the file is refused and, where words are given, that the sentence has them. */
void
sheet_fixture_assert_refused (SheetFixture *self, TagaSheetError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaSheets) sheets = sheet_fixture_open (self, &error);
  g_autofree char *rows = sheets == NULL ? NULL : sheet_fixture_read (sheets, 0, &error);

  g_assert_error (error, TAGA_SHEET_ERROR, (int) code);
  if (words != NULL && strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}
