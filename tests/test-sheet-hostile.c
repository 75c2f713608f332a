#include "sheet-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define DAMAGED TAGA_SHEET_ERROR_DAMAGED
#define DANGEROUS TAGA_SHEET_ERROR_DANGEROUS
#define UNREADABLE TAGA_SHEET_ERROR_UNREADABLE
#define LOCKED TAGA_SHEET_ERROR_LOCKED

static void
test_refuses_cells (SheetFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *rows;
    TagaSheetError code;
    const char *words;
  } cases[] = {
    { "<row><c r='XFE1'><v>1</v></c></row>", DANGEROUS, "outside" },
    { "<row><c r='AAAAAAAAAA1'><v>1</v></c></row>", DANGEROUS, "outside" },
    { "<row r='1048577'><c><v>1</v></c></row>", DANGEROUS, "outside" },
    { "<row r='1048576'/><row/>", DANGEROUS, "outside" },
    { "<row><c r='XFD1'/><c/></row>", DANGEROUS, "outside" },
    { "<row r='2'/><row r='2'/>", DAMAGED, "after row 2" },
    { "<row r='3'/><row r='1'/>", DAMAGED, "after row 3" },
    { "<row r='0'/>", DAMAGED, NULL },
    { "<row r='-1'/>", DAMAGED, NULL },
    { "<row><c r='B1'/><c r='B1'/></row>", DAMAGED, "row 1" },
    { "<row><c r='B1'/><c r='A1'/></row>", DAMAGED, "row 1" },
    { "<row r='1'><c r='A2'/></row>", DAMAGED, NULL },
    { "<row><c r=''/></row>", DAMAGED, NULL },
    { "<row><c r='12'/></row>", DAMAGED, NULL },
    { "<row><c r='B01'/></row>", DAMAGED, NULL },
    { "<row><c r='A1 '/></row>", DAMAGED, NULL },
    { "<row><c/><c t='s'><v>5</v></c></row>", DAMAGED, "B1" },
    { "<row><c t='s'><v>-1</v></c></row>", DAMAGED, "A1" },
    { "<row><c t='s'><v>99999999999</v></c></row>", DAMAGED, "A1" },
    { "<row r='7'><c r='AB7' s='6'/></row>", DAMAGED, "AB7" },
    { "<row><c s='x'/></row>", DAMAGED, "A1" },
    { "<row><c t='q'/></row>", DAMAGED, "A1" },
    { "<row><c t='inline'/></row>", DAMAGED, "A1" },
    { "<row><c><v>abc</v></c></row>", DAMAGED, "A1" },
    { "<row><c><v>0x10</v></c></row>", DAMAGED, "A1" },
    { "<row><c><v>nan</v></c></row>", DAMAGED, "A1" },
    { "<row><c><v>1e999</v></c></row>", DAMAGED, "A1" },
    { "<row><c><v>1 2</v></c></row>", DAMAGED, "A1" },
    { "<row><c t='b'><v>2</v></c></row>", DAMAGED, "A1" },
    { "<row><c t='str'><v>&#xD800;</v></c></row>", DAMAGED, "sheet1.xml" },
    { "<row><c t='str'><v>&#0;</v></c></row>", DAMAGED, NULL },
    { "<row><c t='str'><v>\xE9\xA1</v></c></row>", DAMAGED, NULL },
    { "<row><c t='str'><v>\xED\xA0\x80</v></c></row>", DAMAGED, NULL },
    { "<row><c t='str'><v>\xC0\xAF</v></c></row>", DAMAGED, NULL },
    { "<row><c t='str'><v>&unknown;</v></c></row>", DAMAGED, NULL },
    { "<row><c></row>", DAMAGED, NULL },
    { "<?xml version='1.0'?><chartsheet/>", DAMAGED, "something else" },
    { "<?xml version='1.0'?>", DAMAGED, NULL },
    { "<!DOCTYPE worksheet><worksheet/>", DANGEROUS, "document type" },
    { "<!DOCTYPE w [<!ENTITY a 'b'><!ENTITY c '&a;&a;'>]><worksheet>&c;</worksheet>", DANGEROUS,
      "document type" },
    { "<!DOCTYPE w [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><worksheet>&a;</worksheet>", DANGEROUS,
      "document type" },
    { "<!DOCTYPE w SYSTEM 'http://127.0.0.1:9/w.dtd'><worksheet/>", DANGEROUS, "document type" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u", i);
      sheet_fixture_write_book (fixture, &(SheetBook){ .rows = cases[i].rows });
      sheet_fixture_assert_refused (fixture, cases[i].code, cases[i].words);
    }
}

static void
test_refuses_parts (SheetFixture *fixture, gconstpointer data)
{
  static const struct
  {
    SheetBook book;
    TagaSheetError code;
    const char *words;
  } cases[] = {
    { { .workbook = "" }, UNREADABLE, "no Excel workbook" },
    { { .workbook = "<document/>" }, UNREADABLE, "no Excel workbook" },
    { { .workbook = "<workbook/>" }, DAMAGED, "list of sheets" },
    { { .workbook = "<workbook><sheets><sheet name='a'/></sheets></workbook>" }, DAMAGED, NULL },
    { { .workbook = "<workbook><sheets><sheet name='a' id='q'/></sheets></workbook>" },
      DAMAGED,
      NULL },
    { { .relations = SHEET_RELATION ("r1", "worksheet", "worksheets/sheet2.xml") },
      DAMAGED,
      "台帳" },
    { { .relations = SHEET_RELATION ("r1", "worksheet", "../../../etc/passwd") }, DANGEROUS, NULL },
    { { .relations = SHEET_RELATION ("r1", "worksheet", "/../xl/worksheets/sheet1.xml") },
      DANGEROUS,
      NULL },
    { { .relations = SHEET_RELATION ("r1", "worksheet", "http://127.0.0.1:9/sheet1.xml") },
      DANGEROUS,
      NULL },
    { { .relations = SHEET_RELATION ("r1", "worksheet", "file:worksheets/sheet1.xml") },
      DANGEROUS,
      NULL },
    { { .relations = "<Relationship Id='r1' Type='a/worksheet' TargetMode='External' "
                     "Target='worksheets/sheet1.xml'/>" },
      DANGEROUS,
      NULL },
    { { .relations = "<Relationship Id='r1' Type='a/worksheet'/>" }, DANGEROUS, NULL },
    { { .styles = "<a><numFmts><numFmt numFmtId='x' formatCode='0'/></numFmts></a>" },
      DAMAGED,
      "number format" },
    { { .styles = "<!DOCTYPE a><a/>" }, DANGEROUS, "document type" },
    { { .strings = "<!DOCTYPE a><a/>" }, DANGEROUS, "document type" },
    { { .strings = "<si>" }, DAMAGED, "sharedStrings.xml" },
    { { .extra = "xl/workbook.xml" }, DANGEROUS, "two parts" },
    { { .extra = "XL/WorkSheets/Sheet1.XML" }, DANGEROUS, "two parts" },
    { { .extra = "../evil.xml" }, DANGEROUS, "leads out" },
    { { .extra = "xl/../../evil.xml" }, DANGEROUS, "leads out" },
    { { .extra = "xl//evil.xml" }, DANGEROUS, "leads out" },
    { { .extra = "xl/./evil.xml" }, DANGEROUS, "leads out" },
    { { .extra = "C:/evil.xml" }, DANGEROUS, "leads out" },
    { { .extra = "xl/a\\evil.xml" }, DANGEROUS, "leads out" },
    { { .n_extra = 5000 }, DANGEROUS, "more parts" },
    { { .tail = "<mergeCells><mergeCell/></mergeCells>" }, DAMAGED, "merged" },
    { { .tail = "<mergeCells><mergeCell ref='A1:'/></mergeCells>" }, DAMAGED, "merged" },
    { { .tail = "<mergeCells><mergeCell ref='B2:A1'/></mergeCells>" }, DAMAGED, "merged" },
    { { .tail = "<mergeCells><mergeCell ref='A1:XFE2'/></mergeCells>" }, DANGEROUS, "outside" },
    { { .tail = "<mergeCells><mergeCell ref='A1:A3'/><mergeCell ref='A3:B4'/></mergeCells>" },
      DAMAGED,
      "overlap in row 3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u", i);
      sheet_fixture_write_book (fixture, &cases[i].book);
      sheet_fixture_assert_refused (fixture, cases[i].code, cases[i].words);
    }
}

/* Repeats a pattern between a beginning and an end; "%" in the pattern is the number of the turn.
 */
static char *
repeat (const char *start, const char *pattern, guint n, const char *end)
{
  g_autoptr (GString) text = g_string_new (start);
  const char *number = strchr (pattern, '%');

  for (guint i = 0; i < n; i++)
    if (number == NULL)
      g_string_append (text, pattern);
    else
      g_string_append_printf (text, "%.*s%u%s", (int) (number - pattern), pattern, i, number + 1);
  g_string_append (text, end);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_refuses_what_is_too_much (SheetFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *start;
    const char *pattern;
    guint n;
    const char *end;
    TagaSheetError code;
  } cases[] = {
    { "<row><c t='str'><v>", "字", 32768, "</v></c></row>", DAMAGED },
    { "<row><c t='str'><v>", "&quot;", 100000, "</v></c></row>", DAMAGED },
    { "<row><c t='inlineStr'><is>", "<t>資産</t>", 300000, "</is></c></row>", DAMAGED },
    { "", "<a>", 100000, "", DANGEROUS },
    { "<row ", "a%='' ", 65, "/>", DANGEROUS },
    { "<row ", "a%='' ", 12000, "/>", DANGEROUS },
    { "<row ", "xmlns:a%='u' ", 200, "/>", DANGEROUS },
    { "<row x='", "&quot;", 100000, "'/>", DANGEROUS },
    { "<!--", "comment ", 100000, "-->", DANGEROUS },
    { "<?pi ", "instruction ", 100000, "?>", DANGEROUS },
    { "<row>", "<c/>", 16385, "</row>", DANGEROUS },
    { "<?xml version='1.0'?><worksheet><mergeCells>", "<mergeCell ref='A1:A1048576'/>", 17, "",
      DANGEROUS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = repeat (cases[i].start, cases[i].pattern, cases[i].n, cases[i].end);

      g_test_message ("%u", i);
      sheet_fixture_write_book (fixture, &(SheetBook){ .rows = rows });
      sheet_fixture_assert_refused (fixture, cases[i].code, NULL);
    }
}

static void
test_refuses_bombs (SheetFixture *fixture, gconstpointer data)
{
  g_autofree char *rows = repeat ("", "<row><c><v>1</v></c></row>", 700000, "");
  g_autofree char *texts = repeat ("<si><t>", "_x0041_", 32768, "</t></si>");

  sheet_fixture_write_book (fixture, &(SheetBook){ .rows = rows });
  sheet_fixture_assert_refused (fixture, DANGEROUS, "unpack");

  sheet_fixture_write_book (fixture, &(SheetBook){ .strings = texts });
  sheet_fixture_assert_refused (fixture, DAMAGED, "32767");
}

/* Marks a part as encrypted, in its own header and in the table of the parts. */
static void
test_tells_of_locked_parts (SheetFixture *fixture, gconstpointer data)
{
  static const char name[] = "xl/worksheets/sheet1.xml";
  g_autofree char *bytes = NULL;
  gsize length;
  guint n_found = 0;

  sheet_fixture_write_book (fixture, &(SheetBook){ 0 });
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  for (gsize at = 46; at + strlen (name) <= length; at++)
    if (memcmp (bytes + at, name, strlen (name)) == 0)
      {
        if (memcmp (bytes + at - 30, "PK\3\4", 4) == 0)
          bytes[at - 30 + 6] |= 1;
        else if (memcmp (bytes + at - 46, "PK\1\2", 4) == 0)
          bytes[at - 46 + 8] |= 1;
        n_found++;
      }
  g_assert_cmpuint (n_found, ==, 2);

  sheet_fixture_write_bytes (fixture, bytes, (gssize) length);
  sheet_fixture_assert_refused (fixture, LOCKED, "password");
}

/* A table of many parts that all are the same empty one: a few bytes each. */
static void
test_refuses_a_forged_table (SheetFixture *fixture, gconstpointer data)
{
  static const char local[30] = "PK\3\4\24";
  static const char central[46] = "PK\1\2\24";
  char end[22] = "PK\5\6";
  g_autoptr (GString) bytes = g_string_new (NULL);
  guint32 size;

  g_string_append_len (bytes, local, sizeof local);
  for (guint i = 0; i < 50000; i++)
    g_string_append_len (bytes, central, sizeof central);
  size = GUINT32_TO_LE ((guint32) bytes->len - sizeof local);
  memcpy (end + 12, &size, 4);
  end[16] = sizeof local;
  g_string_append_len (bytes, end, sizeof end);

  sheet_fixture_write_bytes (fixture, bytes->str, (gssize) bytes->len);
  sheet_fixture_assert_refused (fixture, DANGEROUS, "more parts");
}

/* A workbook may be cut or changed at any place: it is refused, or read, but never more. */
static void
test_survives_damage (SheetFixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;
  guint n_refused = 0;

  sheet_fixture_write_book (fixture, &(SheetBook){ .rows = "<row><c t='s'><v>0</v></c></row>" });
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));

  for (gsize at = 4; at < length; at += 3)
    for (guint way = 0; way < 2; way++)
      {
        g_autofree char *changed = g_memdup2 (bytes, length);
        g_autoptr (GError) error = NULL;
        g_autoptr (TagaSheets) sheets = NULL;
        g_autofree char *rows = NULL;

        changed[at] = (char) ~changed[at];
        sheet_fixture_write_bytes (fixture, changed, (gssize) (way == 0 ? at : length));
        sheets = sheet_fixture_open (fixture, &error);
        if (sheets != NULL)
          rows = sheet_fixture_read (sheets, 0, &error);

        if (error == NULL)
          g_assert_cmpstr (rows, ==, "1: A顧客名簿");
        else
          g_assert_true (error->domain == TAGA_SHEET_ERROR);
        n_refused += error != NULL;
      }

  /* All that are cut, and of the others those that are hit where it counts. */
  g_assert_cmpuint (n_refused, >, length / 3);
}

static void
test_tells_files_by_their_contents (SheetFixture *fixture, gconstpointer data)
{
#define OLE "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
  static const struct
  {
    const char *bytes;
    gssize length;
    TagaSheetError code;
    const char *words;
  } cases[] = {
    { "", 0, UNREADABLE, "empty" },
    { "%PDF-1.7\n", -1, UNREADABLE, "PDF" },
    { OLE "W\0o\0r\0k\0b\0o\0o\0k", 24, UNREADABLE, "old Office" },
    { OLE "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 40, LOCKED, "password" },
    { "<html><table>", -1, UNREADABLE, "web page" },
    { "\xEF\xBB\xBF\n<?xml version='1.0'?>", -1, UNREADABLE, "web page" },
    { "\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16, UNREADABLE, "neither" },
    { "PK\3\4 is how a zip file begins", -1, DAMAGED, "unpacked" },
    { "PK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22, UNREADABLE, "neither" },
    { "\x1B$B;q;:\x1B(B,1\n", -1, UNREADABLE, "JIS" },
  };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u", i);
      sheet_fixture_write_bytes (fixture, cases[i].bytes, cases[i].length);
      sheet_fixture_assert_refused (fixture, cases[i].code, cases[i].words);
    }

  g_unlink (fixture->path);
  sheet_fixture_assert_refused (fixture, UNREADABLE, "does not exist");
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  sheet_fixture_assert_refused (fixture, UNREADABLE, "folder");
  g_rmdir (fixture->path);
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  sheet_fixture_assert_refused (fixture, UNREADABLE, "cannot be read");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  sheet_fixture_add ("/sheet/hostile/refuses-cells", test_refuses_cells);
  sheet_fixture_add ("/sheet/hostile/refuses-parts", test_refuses_parts);
  sheet_fixture_add ("/sheet/hostile/refuses-what-is-too-much", test_refuses_what_is_too_much);
  sheet_fixture_add ("/sheet/hostile/refuses-bombs", test_refuses_bombs);
  sheet_fixture_add ("/sheet/hostile/tells-of-locked-parts", test_tells_of_locked_parts);
  sheet_fixture_add ("/sheet/hostile/refuses-a-forged-table", test_refuses_a_forged_table);
  sheet_fixture_add ("/sheet/hostile/survives-damage", test_survives_damage);
  sheet_fixture_add ("/sheet/hostile/tells-files-by-their-contents",
                     test_tells_files_by_their_contents);

  return g_test_run ();
}
