#include <string.h>

#include "taga-html-table.h"

/* Ranges as spreadsheets put them on the clipboard, and what else comes along as HTML. */

/* Rows by "/", cells by "|", line breaks as "\n". */
static char *
join (GPtrArray *rows)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *row = g_strjoinv ("|", g_ptr_array_index (rows, i));

      g_string_append_printf (text, "%s%s", i == 0 ? "" : "/", row);
    }

  return g_strdup (text->str);
}

static void
test_takes_ranges (void)
{
  static const struct
  {
    const char *html;
    const char *expected; /* (nullable) */
  } cases[] = {
    /* As LibreOffice writes it. */
    { "<!DOCTYPE html><html><head>\n<meta http-equiv=\"content-type\" content=\"text/html; "
      "charset=utf-8\"/><title></title><style type=\"text/css\">\nbody,div { font-size:x-small }\n"
      "</style></head>\n<body>\n<table cellspacing=\"0\" border=\"0\">\n\t<colgroup width=\"136\">"
      "</colgroup>\n\t<tr>\n\t\t<td height=\"17\" align=\"left\">顧客名簿</td>\n\t\t<td "
      "align=\"left\">1行目<br>2行目 &quot;引用&quot;</td>\n\t\t<td align=\"right\" sdval=\"3\" "
      "sdnum=\"1033;\">3</td>\n\t</tr>\n\t<tr>\n\t\t<td>見積書 &lt;案&gt;</td>\n\t\t<td><br></td>"
      "\n\t\t<td>2</td>\n\t</tr>\n</table>\n<!-- * -->\n</body></html>",
      "顧客名簿|1行目\n2行目 \"引用\"|3/見積書 <案>||2" },
    /* As Excel does: no-break spaces, wrapped source lines, a fragment's marks. */
    { "<html "
      "xmlns:o=\"urn:schemas-microsoft-com:office:office\"><body>\r\n<!--StartFragment--><table "
      "width=144>\r\n <tr height=18>\r\n  <td height=18 width=72>営業\r\n  資料</td>\r\n  "
      "<td>&nbsp;</td>\r\n </tr>\r\n</table><!--EndFragment--></body></html>",
      "営業 資料|" },
    /* Merged cells keep their text in the first. */
    { "<table><tr><td colspan=2>a</td><td>b</td></tr><tr><td rowspan=2>c</td><td>d</td><td>e</td>"
      "</tr><tr><td>f</td><td>g</td></tr></table>",
      "a||b/c|d|e/|f|g" },
    { "<table><tbody><tr><th>見出し</th></tr></tbody></table>", "見出し" },
    { "<table><tr><td><p>一</p><p>二</p></td></tr></table>", "一\n二" },
    /* A row may be shorter than the others, and tags left open. */
    { "<table><tr><td>a<td>b<tr><td>c", "a|b/c" },
    /* Text beside the table would be lost; two tables are no range; nor is one in another. */
    { "<p>お世話になります。</p><table><tr><td>a</td></tr></table>", NULL },
    { "<table><tr><td>a</td></tr></table><table><tr><td>b</td></tr></table>", NULL },
    { "<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>", NULL },
    { "<p>表はない</p>", NULL },
    { "<table></table>", NULL },
    { "", NULL },
    /* What is hostile. */
    { "<table><tr><td>a<script>alert(1)</script></td></tr></table>", "a" },
    { "<table><tr><td colspan=\"99999999999999999999\">a</td></tr></table>", "" },
    { "<table><tr><td>&#0;&#xD800;&#x202E;a</td></tr></table>", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) rows = taga_html_table_parse (cases[i].html, strlen (cases[i].html));
      g_autofree char *text = rows == NULL ? NULL : join (rows);

      g_test_message ("%s", cases[i].html);
      if (cases[i].expected == NULL || *cases[i].expected != '\0')
        g_assert_cmpstr (text, ==, cases[i].expected);
      else
        g_assert_true (rows != NULL && rows->len == 1 && g_utf8_validate (text, -1, NULL));
    }
}

static void
test_writes_what_it_takes (void)
{
  static const char *const cells[] = { "顧客名簿", "<b>&\"'", "1行目\n2行目", "", "=1+1" };
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (GPtrArray) rows = NULL;

  taga_html_table_begin (html);
  for (guint row = 0; row < 2; row++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
        taga_html_table_append_cell (html, cells[i]);
      taga_html_table_end_row (html);
    }
  taga_html_table_end (html);

  rows = taga_html_table_parse (html->str, html->len);
  g_assert_nonnull (rows);
  g_assert_cmpuint (rows->len, ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    g_assert_cmpstr (((char **) g_ptr_array_index (rows, 1))[i], ==, cells[i]);
  g_assert_null (((char **) g_ptr_array_index (rows, 1))[G_N_ELEMENTS (cells)]);
}

/* Any bytes at all are refused or taken, and are text then. */
static void
test_takes_any_bytes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);
  static const char *const parts[] = { "<table>",    "<tr>",    "<td",  " rowspan=3",   ">",
                                       "</td>",      "表",      "\xff", "\xed\xa0\x80", "<br>",
                                       "&#x110000;", "</table>" };

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) html = g_string_new ("<table>");
      g_autoptr (GPtrArray) rows = NULL;

      for (guint j = 0; j < 30; j++)
        g_string_append (html, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);
      rows = taga_html_table_parse (html->str, html->len);
      if (rows != NULL)
        {
          g_autofree char *text = join (rows);

          g_assert_true (g_utf8_validate (text, -1, NULL));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/html-table/takes-ranges", test_takes_ranges);
  g_test_add_func ("/html-table/writes-what-it-takes", test_writes_what_it_takes);
  g_test_add_func ("/html-table/takes-any-bytes", test_takes_any_bytes);

  return g_test_run ();
}
