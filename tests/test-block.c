#include "taga-block.h"

#include "taga-query.h"

/* A block of cells as spreadsheets put it on the clipboard; rows are joined by / and cells by |. */
static void
test_parses_blocks (void)
{
  static const struct
  {
    const char *text;
    const char *cells;
  } cases[] = {
    { "", "" },
    { "a", "a" },
    { "a\n", "a" },
    { "a\r\n", "a" },
    { "a\tb\nc\td\n", "a|b/c|d" },
    { "a\tb\r\nc\td\r\n", "a|b/c|d" },
    { "a\t\tc", "a||c" },
    { "a\t", "a|" },
    { "\t\n", "|" },
    { "\n\n", "/" },
    { "a\nb\tc\n", "a/b|c" },
    { "\"顧客\n名簿\"\t2", "顧客\n名簿|2" },
    { "\"a\tb\"\tc", "a\tb|c" },
    { "\"say \"\"yes\"\"\"", "say \"yes\"" },
    { "5\" disk\tb", "5\" disk|b" },
    { "\"never closed", "\"never closed" },
    { "a\rb", "a/b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) rows = taga_block_parse (cases[i].text);
      g_autoptr (GString) cells = g_string_new (NULL);

      for (guint j = 0; j < rows->len; j++)
        {
          g_autofree char *row = g_strjoinv ("|", g_ptr_array_index (rows, j));

          g_string_append_printf (cells, "%s%s", j == 0 ? "" : "/", row);
        }
      g_test_message ("case %u", i);
      g_assert_cmpstr (cells->str, ==, cases[i].cells);
    }
}

static void
test_what_is_written_is_read_again (void)
{
  static const char *const cells[] = { "顧客名簿",        "",           "a\tb",
                                       "line\nbreak",     "\"quoted\"", "5\" disk",
                                       "carriage\rreturn" };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) rows = NULL;
  GStrv row;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_string_append (text, i == 0 ? "" : "\t");
      taga_block_append_cell (text, cells[i]);
    }
  rows = taga_block_parse (text->str);
  g_assert_cmpuint (rows->len, ==, 1);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpuint (g_strv_length (row), ==, G_N_ELEMENTS (cells));
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    g_assert_cmpstr (row[i], ==, cells[i]);
}

static void
test_refuses_a_block_without_end (void)
{
  g_autofree char *text = g_strnfill (1000001, '\t');
  g_autoptr (GPtrArray) rows = taga_block_parse (text);

  g_assert_cmpuint (rows->len, ==, 0);
}

static void
assert_sorts (TagaQuery *query, const char *expected)
{
  g_autoptr (GString) sorts = g_string_new (NULL);

  for (guint i = 0; i < query->sorts->len; i++)
    {
      const TagaSort *sort = &g_array_index (query->sorts, TagaSort, i);

      g_string_append_printf (sorts, "%u%c", sort->field, sort->descending ? '-' : '+');
    }
  g_assert_cmpstr (sorts->str, ==, expected);
}

static void
test_sorting_goes_up_down_and_away (void)
{
  g_autoptr (TagaQuery) query = taga_query_new ();

  taga_query_toggle_sort (query, 3, FALSE);
  assert_sorts (query, "3+");
  taga_query_toggle_sort (query, 3, FALSE);
  assert_sorts (query, "3-");
  taga_query_toggle_sort (query, 3, FALSE);
  assert_sorts (query, "");
  taga_query_toggle_sort (query, 3, FALSE);
  taga_query_toggle_sort (query, 5, TRUE);
  assert_sorts (query, "3+5+");
  taga_query_toggle_sort (query, 3, TRUE);
  assert_sorts (query, "3-5+");
  taga_query_toggle_sort (query, 3, TRUE);
  assert_sorts (query, "5+");
  taga_query_toggle_sort (query, 7, FALSE);
  assert_sorts (query, "7+");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/block/parses-blocks", test_parses_blocks);
  g_test_add_func ("/block/what-is-written-is-read-again", test_what_is_written_is_read_again);
  g_test_add_func ("/block/refuses-a-block-without-end", test_refuses_a_block_without_end);
  g_test_add_func ("/block/sorting-goes-up-down-and-away", test_sorting_goes_up_down_and_away);

  return g_test_run ();
}
