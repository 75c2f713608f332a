#pragma once

#include "store-fixture.h"

G_BEGIN_DECLS

/**
 * StocktakeBook:
 * @rows: (element-type GPtrArray): the rows of its table, each of texts by column, `NULL` for none
 * @header: index of the row with the columns' names
 *
 * A workbook of a stock-taking as somebody works on it in a spreadsheet. It is read cell by cell
 * and written anew, so that nothing is left of the program that made it.
 */
typedef struct
{
  GPtrArray *rows;
  guint header;
} StocktakeBook;

StocktakeBook *stocktake_book_read (const char *path);
void stocktake_book_free (StocktakeBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StocktakeBook, stocktake_book_free)

int stocktake_book_find (StocktakeBook *book, const char *name);
const char *stocktake_book_get (StocktakeBook *book, const char *name, const char *column);
void
stocktake_book_set (StocktakeBook *book, const char *name, const char *column, const char *text);
void stocktake_book_copy_row (StocktakeBook *book, const char *name, const char *new_name);
void stocktake_book_add_row (StocktakeBook *book, const char *name);
void stocktake_book_remove_row (StocktakeBook *book, const char *name);
void stocktake_book_remove_column (StocktakeBook *book, const char *column);
void stocktake_book_reverse (StocktakeBook *book);
void stocktake_book_answer (StocktakeBook *book, const char *result);
void stocktake_book_write (StocktakeBook *book, const char *path);

void stocktake_fixture_fill (TagaStore *store);
char *stocktake_fixture_send (StoreFixture *fixture, const char *folder, const char *department);

G_END_DECLS
