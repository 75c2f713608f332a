/* A libFuzzer target: workbooks.
 *
 * Input that begins with PK is read as the file itself. Other input is divided by lines of "%%"
 * into the parts of a workbook (sheet, shared texts, styles, list of sheets, relations; what is
 * missing is as it should be) and packed first, since no fuzzer finds a way through compression and
 * checksums.
 *
 * clang -g -O1 -fsanitize=fuzzer,address,undefined … fuzz-xlsx.c fuzz-sheet.c, with the sources of
 * app/exchange and app/record. */

#include "fuzz-sheet.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define MAX_PACKED (4 << 20)

typedef struct
{
  const char *name;
  const char *usual;
} Part;

static const Part parts[] = {
  { "xl/worksheets/sheet1.xml", "<worksheet/>" },
  { "xl/sharedStrings.xml", "<sst><si><t>a</t></si><si><t>b</t></si></sst>" },
  { "xl/styles.xml", "<s><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></s>" },
  { "xl/workbook.xml", "<workbook><sheets><sheet name='1' id='r1'/></sheets></workbook>" },
  { "xl/_rels/workbook.xml.rels",
    "<r><Relationship Id='r1' Type='/worksheet' Target='worksheets/sheet1.xml'/><Relationship "
    "Type='/styles' Target='styles.xml'/><Relationship Type='/sharedStrings' "
    "Target='sharedStrings.xml'/></r>" },
};

static void
add_part (struct archive *archive, const char *name, const char *text, gsize length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_size (entry, (la_int64_t) length);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint ((int) archive_write_data (archive, text, length), ==, (int) length);
  archive_entry_free (entry);
}

static void
read_parts (const char *data, gsize size)
{
  static const char divider[] = "\n%%\n";
  g_autofree char *packed = g_malloc (MAX_PACKED);
  struct archive *archive = archive_write_new ();
  const char *end = data + size;
  size_t used = 0;

  archive_write_set_format_zip (archive);
  archive_write_zip_set_compression_store (archive);
  archive_write_set_bytes_in_last_block (archive, 1);
  g_assert_cmpint (archive_write_open_memory (archive, packed, MAX_PACKED, &used), ==, ARCHIVE_OK);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *next = data == NULL ? NULL : g_strstr_len (data, end - data, divider);
      const char *stop = next == NULL ? end : next;

      if (data == NULL || stop == data)
        add_part (archive, parts[i].name, parts[i].usual, strlen (parts[i].usual));
      else
        add_part (archive, parts[i].name, data, (gsize) (stop - data));
      data = next == NULL ? NULL : next + strlen (divider);
    }

  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  fuzz_sheet_read (packed, used);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  if (size >= 2 && data[0] == 'P' && data[1] == 'K')
    fuzz_sheet_read (data, size);
  else if (size < MAX_PACKED / 2)
    read_parts ((const char *) data, size);

  return 0;
}
