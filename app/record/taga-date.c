#include "taga-date.h"

#include <stdio.h>
#include <string.h>

#include "taga-text.h"

typedef struct
{
  const char *names[3];
  guint year_before; /* the year before the era's first */
  guint first_day;   /* yyyymmdd */
} Era;

static const Era eras[] = {
  { { "令和", "令", "r" }, 2018, 20190501 }, { { "平成", "平", "h" }, 1988, 19890108 },
  { { "昭和", "昭", "s" }, 1925, 19261225 }, { { "大正", "大", "t" }, 1911, 19120730 },
  { { "明治", "明", "m" }, 1867, 18680125 },
};

static const Era *
find_era (const char **text)
{
  for (guint i = 0; i < G_N_ELEMENTS (eras); i++)
    for (guint j = 0; j < G_N_ELEMENTS (eras[i].names); j++)
      if (g_str_has_prefix (*text, eras[i].names[j]))
        {
          *text += strlen (eras[i].names[j]);
          return &eras[i];
        }

  return NULL;
}

static gboolean
take_number (const char **text, guint *number)
{
  guint digits = 0;

  while (**text == ' ')
    (*text)++;

  for (*number = 0; g_ascii_isdigit (**text) && digits < 4; digits++, (*text)++)
    *number = *number * 10 + (guint) (**text - '0');

  return digits > 0;
}

static gboolean
skip (const char **text, const char *word)
{
  if (!g_str_has_prefix (*text, word))
    return FALSE;

  *text += strlen (word);
  return TRUE;
}

/* With an input method on, the keys / - and . give ・ ー and 。 */
static gboolean
take_separator (const char **text, const char *word)
{
  static const char *const separators[] = { "/", "-", ".", "・", "ー", "。", "−", "‐" };

  while (**text == ' ')
    (*text)++;

  if (skip (text, word))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (skip (text, separators[i]))
      return TRUE;

  return FALSE;
}

/* A time of day may follow, as spreadsheets print it; it does not matter. */
static gboolean
is_end_of_date (const char *text)
{
  const char *sign = text + strspn (text, " ");

  if (g_str_has_prefix (sign, "日"))
    text = sign + strlen ("日");
  if (*text == '\0')
    return TRUE;
  if (*text != ' ' && *text != 't')
    return FALSE;

  return strspn (text + 1, "0123456789:. z") == strlen (text + 1);
}

static gboolean
take_year (const char **text, const Era **era, guint *year)
{
  /* By which spreadsheets mark a text. */
  if (!skip (text, "'"))
    skip (text, "’");

  *era = find_era (text);
  if (*era == NULL || !g_str_has_prefix (*text, "元"))
    return take_number (text, year);

  *year = 1;
  *text += strlen ("元");
  return TRUE;
}

/* A year of two digits is one of this century up to 2029, as in Excel. From 30 on it may as well be
 * one of 平成 or 昭和, and so may 26年 without its era: which one it is only people know. */
static gboolean
take_short_year (const char **text, guint *year)
{
  const char *p = *text;
  gboolean marked = skip (&p, "'") || skip (&p, "’");
  const char *next;

  if (*p < '0' || *p > '2' || !g_ascii_isdigit (p[1]) || g_ascii_isdigit (p[2]))
    return FALSE;

  next = p + 2 + strspn (p + 2, " ");
  if (!marked && g_str_has_prefix (next, "年"))
    return FALSE;

  *year = 2000 + 10 * (guint) (*p - '0') + (guint) (p[1] - '0');
  *text = next;
  return TRUE;
}

/* 20260401: exactly eight digits. */
static gboolean
take_digits (const char **text, guint *year, guint *month, guint *day)
{
  if (strspn (*text, "0123456789") != 8 || sscanf (*text, "%4u%2u%2u", year, month, day) != 3)
    return FALSE;

  *text += 8;
  return TRUE;
}

static char *
create_date (const Era *era, guint year, guint month, guint day)
{
  if (era != NULL)
    year += era->year_before;
  if (year < 1868 || year > 9999 || month > 12 || day > 31
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year)
      || (era != NULL && year * 10000 + month * 100 + day < era->first_day))
    return NULL;

  return g_strdup_printf ("%04u-%02u-%02u", year, month, day);
}

/**
 * taga_date_parse:
 * @text: a text
 *
 * Reads a day as Japanese offices write it: 2026-04-01, 2026/4/1, 2026.4.1, 20260401, 26/4/1,
 * 2026年4月1日, R8.4.1, 令和8年4月1日, 令和元年5月1日, full width included. A year of one digit
 * without its era, as in 8/4/1, is none.
 *
 * Returns: (transfer full) (nullable): the day as ISO 8601, or `NULL` if the text is none
 */
char *
taga_date_parse (const char *text)
{
  g_autofree char *folded = taga_text_fold (text);
  const char *p = g_strstrip (folded);
  const Era *era = NULL;
  guint year, month, day;

  if (!take_digits (&p, &year, &month, &day)
      && ((!take_short_year (&p, &year) && !take_year (&p, &era, &year))
          || !take_separator (&p, "年") || !take_number (&p, &month) || !take_separator (&p, "月")
          || !take_number (&p, &day)))
    return NULL;
  if (!is_end_of_date (p))
    return NULL;

  return create_date (era, year, month, day);
}

/* Words that say until when, which the day itself says already. */
static gboolean
drop_suffix (char *text)
{
  static const char *const suffixes[] = { "まで", "マデ", "迄", "末日", "末" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (text, suffixes[i]))
      {
        text[strlen (text) - strlen (suffixes[i])] = '\0';
        g_strchomp (text);
        return TRUE;
      }

  return FALSE;
}

/* A year alone needs its sign: 2026 may be any number. */
static gboolean
take_month (const char **text, guint *month)
{
  if (g_str_has_prefix (*text, "年") && (*text)[strlen ("年")] == '\0')
    {
      *month = 12;
      return TRUE;
    }

  if (!take_separator (text, "年") || !take_number (text, month))
    return FALSE;

  return **text == '\0' || g_str_equal (*text, "月");
}

/**
 * taga_date_parse_end:
 * @text: a text
 *
 * Reads until when a text says that something holds: a day, the last day of a month such as
 * 2026年3月末, 2026/3 or R8.3, or of a year such as 令和8年末まで. What says anything else besides,
 * such as 7年, 2026年度末 or 契約の終了から5年, names no day: which one it is only people know.
 * This rule is ours.
 *
 * Returns: (transfer full) (nullable): the day as ISO 8601, or `NULL` if the text names none
 */
char *
taga_date_parse_end (const char *text)
{
  g_autofree char *folded = taga_text_fold (text);
  const char *p = g_strstrip (folded);
  const Era *era;
  guint year, month, common_year;
  char *date;

  while (drop_suffix (folded))
    continue;

  date = taga_date_parse (p);
  if (date != NULL)
    return date;

  if (!take_year (&p, &era, &year) || !take_month (&p, &month) || month < 1 || month > 12)
    return NULL;

  common_year = era == NULL ? year : year + era->year_before;
  if (common_year < 1868 || common_year > 9999)
    return NULL;

  return create_date (era, year, month,
                      g_date_get_days_in_month ((GDateMonth) month, (GDateYear) common_year));
}

/**
 * taga_date_from_serial:
 * @serial: a spreadsheet's number for a day; a fraction is the time of day
 * @epoch_1904: whether the workbook counts from 1904
 *
 * Turns a spreadsheet's number into a day. The system from 1900 counts a 29 February 1900 that
 * never was.
 *
 * Returns: (transfer full) (nullable): the day as ISO 8601, or `NULL` if the number is out of range
 */
char *
taga_date_from_serial (double serial, gboolean epoch_1904)
{
  GDate date;
  guint days;

  if (!(serial >= (epoch_1904 ? 0 : 1)) || serial >= 2958466)
    return NULL;

  days = (guint) serial;
  if (!epoch_1904 && days == 60)
    return NULL;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, epoch_1904 ? 1904 : 1900);
  g_date_add_days (&date, epoch_1904 ? days : days - (days > 60 ? 2 : 1));
  if (g_date_get_year (&date) > 9999)
    return NULL;

  return g_strdup_printf ("%04u-%02u-%02u", (guint) g_date_get_year (&date),
                          (guint) g_date_get_month (&date), (guint) g_date_get_day (&date));
}

/**
 * taga_date_today:
 *
 * Gives today's date, here.
 *
 * Returns: (transfer full): the day, ISO 8601
 */
char *
taga_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

/**
 * taga_date_format:
 * @iso: (nullable): a day, ISO 8601
 * @has_era: whether in Japanese years, as the company may prefer
 *
 * Writes a day as people read it: 2026/11/22, or 令和8年11月22日. The first year of an era is 元年.
 * A day before 1868, or what is no day, is shown as it is.
 *
 * Returns: (transfer full): the day; empty for none
 */
char *
taga_date_format (const char *iso, gboolean has_era)
{
  guint year, month, day;

  if (iso == NULL || sscanf (iso, "%4u-%2u-%2u", &year, &month, &day) != 3)
    return g_strdup (iso == NULL ? "" : iso);
  if (!has_era)
    return g_strdup_printf ("%u/%u/%u", year, month, day);

  for (guint i = 0; i < G_N_ELEMENTS (eras); i++)
    if (year * 10000 + month * 100 + day >= eras[i].first_day)
      {
        if (year == eras[i].year_before + 1)
          return g_strdup_printf ("%s元年%u月%u日", eras[i].names[0], month, day);
        return g_strdup_printf ("%s%u年%u月%u日", eras[i].names[0], year - eras[i].year_before,
                                month, day);
      }

  return g_strdup (iso);
}
