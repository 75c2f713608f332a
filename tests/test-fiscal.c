#include <glib.h>

#include "taga-fiscal.h"
#include "taga-value.h"

/* What a fiscal year is called, and which days belong to it. */

static void
test_a_day_belongs_to_the_year_that_began (void)
{
  static const struct
  {
    const char *date;
    int first_month;
    int year;
  } cases[] = {
    { "2026-04-01", 4, 2026 },  { "2026-03-31", 4, 2025 },   { "2026-12-31", 1, 2026 },
    { "2026-01-01", 1, 2026 },  { "2026-09-30", 10, 2025 },  { "2026-10-01", 10, 2026 },
    { "2026-11-30", 12, 2025 }, { "2026-12-01", 12, 2026 },  { "2026-03-31", TAGA_UNKNOWN, 2025 },
    { "2026-04-01", 13, 2026 }, { "soon", 4, TAGA_UNKNOWN }, { NULL, 4, TAGA_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (taga_fiscal_find_year (cases[i].date, cases[i].first_month), ==,
                     cases[i].year);
}

static void
test_a_year_is_called_as_the_office_does (void)
{
  static const struct
  {
    int year;
    gboolean is_era;
    const char *words;
  } cases[] = {
    { 2026, FALSE, "FY 2026" },   { 2026, TRUE, "令和8年度" },  { 2019, TRUE, "令和元年度" },
    { 2018, TRUE, "平成30年度" }, { 1989, TRUE, "平成元年度" }, { 1988, TRUE, "FY 1988" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = taga_fiscal_format_year (cases[i].year, cases[i].is_era);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fiscal/a-day-belongs-to-the-year-that-began",
                   test_a_day_belongs_to_the_year_that_began);
  g_test_add_func ("/fiscal/a-year-is-called-as-the-office-does",
                   test_a_year_is_called_as_the_office_does);

  return g_test_run ();
}
