#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The fiscal year of most companies begins in April. */
#define TAGA_FISCAL_MONTH 4

int taga_fiscal_find_year (const char *date, int first_month);
char *taga_fiscal_format_year (int year, gboolean is_era);

G_END_DECLS
