#include "book-fixture.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>
#include <string.h>

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"

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

static void
append_row (GString *part, guint row, const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, "|", -1);

  g_string_append_printf (part, "<row r='%u'>", row);
  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_autofree char *text = g_markup_escape_text (cells[i], -1);

      if (*text == '\0')
        g_string_append (part, "<c/>");
      else
        g_string_append_printf (part, "<c t='inlineStr'><is><t>%s</t></is></c>", text);
    }
  g_string_append (part, "</row>");
}

static char *
create_sheet (const BookSheet *sheet)
{
  GString *part = g_string_new ("<?xml version='1.0'?><worksheet xmlns='" MAIN "'><sheetData>");
  g_auto (GStrv) lines = g_strsplit (sheet->rows, "\n", -1);
  guint row = 1;

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] == '@')
      row = (guint) atoi (lines[i] + 1);
    else if (*lines[i] != '\0')
      append_row (part, row++, lines[i]);
  g_string_append_printf (part, "</sheetData>%s</worksheet>",
                          sheet->tail == NULL ? "" : sheet->tail);

  return g_string_free (part, FALSE);
}

/**
 * book_fixture_write:
 * @path: where
 * @sheets: (array length=n_sheets): its sheets
 * @n_sheets: how many
 *
 * Writes a workbook of several sheets.
 */
void
book_fixture_write (const char *path, const BookSheet *sheets, guint n_sheets)
{
  struct archive *archive = archive_write_new ();
  g_autoptr (GString) list = g_string_new ("<?xml version='1.0'?><workbook xmlns='" MAIN
                                           "' xmlns:r='" OFFICE "'><sheets>");
  g_autoptr (GString) relations =
      g_string_new ("<?xml version='1.0'?><Relationships xmlns='" PACKAGE "relationships'>");

  g_assert_cmpint (archive_write_set_format_zip (archive), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_open_filename (archive, path), ==, ARCHIVE_OK);
  add_part (archive, "_rels/.rels",
            "<?xml version='1.0'?><Relationships xmlns='" PACKAGE "relationships'><Relationship "
            "Id='r' Type='" OFFICE "/officeDocument' Target='xl/workbook.xml'/></Relationships>");
  for (guint i = 0; i < n_sheets; i++)
    {
      g_autofree char *part = create_sheet (&sheets[i]);
      g_autofree char *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", i + 1);
      g_autofree char *shown = g_markup_escape_text (sheets[i].name, -1);

      g_string_append_printf (list, "<sheet name='%s' sheetId='%u' r:id='r%u'%s/>", shown, i + 1,
                              i + 1, sheets[i].hidden ? " state='hidden'" : "");
      g_string_append_printf (relations,
                              "<Relationship Id='r%u' Type='" OFFICE
                              "/worksheet' Target='worksheets/sheet%u.xml'/>",
                              i + 1, i + 1);
      add_part (archive, name, part);
    }
  g_string_append (list, "</sheets></workbook>");
  g_string_append (relations, "</Relationships>");
  add_part (archive, "xl/workbook.xml", list->str);
  add_part (archive, "xl/_rels/workbook.xml.rels", relations->str);
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
}
