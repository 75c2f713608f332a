#include "stocktake-fixture.h"

#include <glib/gstdio.h>
#include <xlsxwriter.h>

#include "taga-asset.h"
#include "taga-sheet.h"
#include "taga-stocktake-send.h"

static gboolean
take_row (guint number, const TagaCell *cells, guint n_cells, gpointer user_data, GError **error)
{
  StocktakeBook *book = user_data;
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_cells; i++)
    {
      while (row->len < cells[i].column)
        g_ptr_array_add (row, NULL);
      g_ptr_array_add (row, g_strdup (cells[i].text));
      if (g_str_equal (cells[i].text, "確認日"))
        book->header = book->rows->len;
    }
  g_ptr_array_add (book->rows, row);

  return TRUE;
}

/* Reads the sheet with the table, which stands behind the request. */
StocktakeBook *
stocktake_book_read (const char *path)
{
  StocktakeBook *book = g_new0 (StocktakeBook, 1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaSheets) sheets = taga_sheets_open (file, &error);

  g_assert_no_error (error);
  book->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  taga_sheets_read (sheets, 1, take_row, book, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (book->header, >, 0);

  return book;
}

void
stocktake_book_free (StocktakeBook *book)
{
  g_ptr_array_unref (book->rows);
  g_free (book);
}

static GPtrArray *
get_row (StocktakeBook *book, guint index)
{
  return g_ptr_array_index (book->rows, index);
}

static const char *
get_cell (StocktakeBook *book, guint row, guint column)
{
  GPtrArray *cells = get_row (book, row);

  return column < cells->len ? g_ptr_array_index (cells, column) : NULL;
}

static guint
find_column (StocktakeBook *book, const char *column)
{
  for (guint line = book->header - 1; line <= book->header; line++)
    for (guint i = 0; i < get_row (book, line)->len; i++)
      if (g_strcmp0 (get_cell (book, line, i), column) == 0)
        return i;

  g_error ("no column %s", column);
}

/* Finds the first row of an asset; -1 if there is none. */
int
stocktake_book_find (StocktakeBook *book, const char *name)
{
  guint column = find_column (book, "情報資産名称");

  for (guint i = book->header + 1; i < book->rows->len; i++)
    if (g_strcmp0 (get_cell (book, i, column), name) == 0)
      return (int) i;

  return -1;
}

const char *
stocktake_book_get (StocktakeBook *book, const char *name, const char *column)
{
  int row = stocktake_book_find (book, name);

  g_assert_cmpint (row, >, 0);
  return get_cell (book, (guint) row, find_column (book, column));
}

static void
set_cell (StocktakeBook *book, guint row, guint column, const char *text)
{
  GPtrArray *cells = get_row (book, row);

  while (cells->len <= column)
    g_ptr_array_add (cells, NULL);
  g_free (g_ptr_array_index (cells, column));
  g_ptr_array_index (cells, column) = g_strdup (text);
}

void
stocktake_book_set (StocktakeBook *book, const char *name, const char *column, const char *text)
{
  int row = stocktake_book_find (book, name);

  g_assert_cmpint (row, >, 0);
  set_cell (book, (guint) row, find_column (book, column), text);
}

/* As people do who write a new row under one that is much like it. */
void
stocktake_book_copy_row (StocktakeBook *book, const char *name, const char *new_name)
{
  int row = stocktake_book_find (book, name);
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_free);

  g_assert_cmpint (row, >, 0);
  for (guint i = 0; i < get_row (book, (guint) row)->len; i++)
    g_ptr_array_add (copy, g_strdup (get_cell (book, (guint) row, i)));
  g_ptr_array_add (book->rows, copy);
  set_cell (book, book->rows->len - 1, find_column (book, "情報資産名称"), new_name);
}

void
stocktake_book_add_row (StocktakeBook *book, const char *name)
{
  g_ptr_array_add (book->rows, g_ptr_array_new_with_free_func (g_free));
  set_cell (book, book->rows->len - 1, find_column (book, "情報資産名称"), name);
}

void
stocktake_book_remove_row (StocktakeBook *book, const char *name)
{
  int row = stocktake_book_find (book, name);

  g_assert_cmpint (row, >, 0);
  g_ptr_array_remove_index (book->rows, (guint) row);
}

void
stocktake_book_remove_column (StocktakeBook *book, const char *column)
{
  guint index = find_column (book, column);

  for (guint i = 0; i < book->rows->len; i++)
    if (index < get_row (book, i)->len)
      g_ptr_array_remove_index (get_row (book, i), index);
}

void
stocktake_book_reverse (StocktakeBook *book)
{
  guint first = book->header + 1;

  for (guint i = first, j = book->rows->len - 1; i < j; i++, j--)
    {
      gpointer row = g_ptr_array_index (book->rows, i);

      g_ptr_array_index (book->rows, i) = g_ptr_array_index (book->rows, j);
      g_ptr_array_index (book->rows, j) = row;
    }
}

/* Answers for all rows alike. */
void
stocktake_book_answer (StocktakeBook *book, const char *result)
{
  for (guint i = book->header + 1; i < book->rows->len; i++)
    if (get_cell (book, i, find_column (book, "情報資産名称")) != NULL)
      {
        set_cell (book, i, find_column (book, "確認結果"), result);
        set_cell (book, i, find_column (book, "確認日"), "2026/4/1");
        set_cell (book, i, find_column (book, "確認者"), "佐藤");
      }
}

void
stocktake_book_write (StocktakeBook *book, const char *path)
{
  lxw_workbook *workbook = workbook_new (path);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, "確認");

  for (guint i = 0; i < book->rows->len; i++)
    for (guint j = 0; j < get_row (book, i)->len; j++)
      if (get_cell (book, i, j) != NULL)
        worksheet_write_string (sheet, i, (lxw_col_t) j, get_cell (book, i, j), NULL);

  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);
}

/* A register of two departments and an asset of none. */
void
stocktake_fixture_fill (TagaStore *store)
{
  store_fixture_add (store, TAGA_TYPE_ASSET, "name", "顧客名簿", "business", "営業", "department",
                     "営業部", "medium", "office-pc", "confidentiality", "3", "users", "営業部",
                     "note", "住所と電話番号\n毎月更新", NULL);
  store_fixture_add (store, TAGA_TYPE_ASSET, "name", "見積書", "business", "営業", "department",
                     "営業部", "medium", "server", "confidentiality", "2", NULL);
  store_fixture_add (store, TAGA_TYPE_ASSET, "name", "見積書", "business", "営業", "department",
                     "営業部", "medium", "paper", "confidentiality", "2", NULL);
  store_fixture_add (store, TAGA_TYPE_ASSET, "name", "給与台帳", "business", "総務", "department",
                     "総務部", "medium", "paper", "my-number", "yes", NULL);
  store_fixture_add (store, TAGA_TYPE_ASSET, "name", "会社案内", "business", "共通", NULL);
  store_fixture_add (store, TAGA_TYPE_ASSET, "name", "古い図面", "department", "営業部",
                     "retired-on", "2025-01-01", NULL);
}

/* Sends workbooks to a folder of this name and gives that of a department. */
char *
stocktake_fixture_send (StoreFixture *fixture, const char *folder, const char *department)
{
  g_autofree char *path = g_build_filename (fixture->folder, folder, NULL);
  g_autofree char *name = g_strdup_printf ("情報資産の棚卸し_%s.xlsx", department);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_true (taga_stocktake_send (fixture->store, file, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);

  return g_build_filename (path, name, NULL);
}
