#pragma once

#include "taga-document.h"
#include "taga-edition.h"
#include "taga-record.h"

G_BEGIN_DECLS

/**
 * TagaStocktakeLetter:
 * @company: the company's name
 * @department: whom it is for; empty for assets of no department
 * @date: (nullable): the day on which it is sent, ISO 8601
 * @due: (nullable): by when it shall come back, ISO 8601
 * @person: (nullable): whom to return it to
 *
 * What stands in the request that goes with a department's list.
 */
typedef struct
{
  const char *company;
  const char *department;
  const char *date;
  const char *due;
  const char *person;
} TagaStocktakeLetter;

TagaDocument *taga_report_stocktake_new (TagaEdition *edition,
                                         const TagaStocktakeLetter *letter,
                                         TagaValuesFunc next,
                                         gpointer rows,
                                         GDestroyNotify free_rows,
                                         guint64 n_rows);

G_END_DECLS
