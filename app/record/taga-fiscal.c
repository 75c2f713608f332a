#include "taga-fiscal.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "taga-value.h"

/* The first years of 令和 and 平成; a year before is written in western style. */
#define REIWA 2019
#define HEISEI 1989

/**
 * taga_fiscal_find_year:
 * @date: (nullable): a day, ISO 8601
 * @first_month: first month of the fiscal year, 1–12, or `TAGA_UNKNOWN` for April
 *
 * Finds the fiscal year that a day belongs to. It is called by the year in which it begins.
 *
 * Returns: the year, or `TAGA_UNKNOWN` if @date is no day
 */
int
taga_fiscal_find_year (const char *date, int first_month)
{
  int year, month;

  if (date == NULL || sscanf (date, "%d-%d", &year, &month) != 2)
    return TAGA_UNKNOWN;

  if (first_month < 1 || first_month > 12)
    first_month = TAGA_FISCAL_MONTH;

  return month < first_month ? year - 1 : year;
}

/**
 * taga_fiscal_format_year:
 * @year: the calendar year in which it begins
 * @is_era: whether the company writes years of eras, as in 令和8年度
 *
 * Writes a fiscal year as the office calls it. The first year of an era is 元年.
 *
 * Returns: (transfer full): the words
 */
char *
taga_fiscal_format_year (int year, gboolean is_era)
{
  const char *era = year >= REIWA ? "令和" : "平成";
  int number = year - (year >= REIWA ? REIWA : HEISEI) + 1;

  if (!is_era || number < 1)
    /* Translators: a fiscal year, by the calendar year in which it begins */
    return g_strdup_printf (_ ("FY %d"), year);

  return number == 1 ? g_strdup_printf ("%s元年度", era)
                     : g_strdup_printf ("%s%d年度", era, number);
}
