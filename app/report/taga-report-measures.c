#include "taga-report-measures.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "taga-measure.h"

static char *
format_choice (TagaEdition *edition, TagaRecord *measure, guint field, gboolean is_japanese)
{
  const TagaRecordClass *klass = TAGA_RECORD_GET_CLASS (measure);

  return taga_edition_format (edition, &klass->fields[field],
                              taga_record_get_value (measure, field), is_japanese);
}

/* Thousands are parted by commas whatever the locale, as sums of yen are. */
static char *
group_digits (guint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, number);
  gsize n = strlen (digits);
  GString *text = g_string_new ("¥");

  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }

  return g_string_free (text, FALSE);
}

static char *
format_yen (gint64 number)
{
  return number == TAGA_UNKNOWN ? g_strdup ("") : group_digits ((guint64) number);
}

/* Two days as a span; one that is not known leaves its side open. */
static char *
format_span (const TagaPaperHead *head, TagaRecord *measure, guint from, guint to)
{
  g_autofree char *first = taga_paper_head_format_date (head, taga_record_get_text (measure, from));
  g_autofree char *last = taga_paper_head_format_date (head, taga_record_get_text (measure, to));

  if (*first == '\0' && *last == '\0')
    return g_strdup ("");

  /* Translators: from a day to a day, on two lines */
  return g_strdup_printf (_ ("%s\n– %s"), first, last);
}

/* The check items by name; a key that the edition does not have is shown as it is. */
static char *
dup_checks (TagaEdition *edition, const char *keys, gboolean is_japanese)
{
  g_auto (GStrv) parts = g_strsplit (keys == NULL ? "" : keys, " ", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const TagaItem *item = taga_edition_find_item (edition, "check", parts[i]);

      if (*parts[i] == '\0')
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : "", parts[i]);
      if (item != NULL)
        g_string_append_printf (text, " %s", is_japanese ? item->short_ja : item->short_en);
    }

  return g_string_free (text, FALSE);
}

static guint
count_words (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text == NULL ? "" : text, " ", -1);
  guint n = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    n += *parts[i] != '\0';

  return n;
}

/* What it is about: its check items and how many assets, then what else is written about it. */
static char *
dup_details (TagaEdition *edition, TagaRecord *measure, gboolean is_japanese)
{
  const char *note = taga_record_get_text (measure, TAGA_MEASURE_NOTE);
  guint n_assets = count_words (taga_record_get_text (measure, TAGA_MEASURE_ASSETS));
  g_autofree char *checks =
      dup_checks (edition, taga_record_get_text (measure, TAGA_MEASURE_CHECKS), is_japanese);
  GString *text = g_string_new (checks);

  if (n_assets > 0)
    {
      g_string_append (text, text->len > 0 ? "\n" : "");
      g_string_append_printf (
          text, g_dngettext (GETTEXT_PACKAGE, "For %u asset", "For %u assets", n_assets), n_assets);
    }
  if (note != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", note);

  return g_string_free (text, FALSE);
}

/* In words, so that it is seen on a copy without colours. */
static char *
format_delay (guint n_days)
{
  if (n_days == 0)
    return g_strdup ("");

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u day late", "%u days late", n_days),
                          n_days);
}

static void
add_measure (TagaPaperTable *table,
             const TagaPaperHead *head,
             TagaEdition *edition,
             TagaRecord *measure,
             guint delay,
             guint place)
{
  g_autofree char *number = g_strdup_printf ("%u", place);
  g_autofree char *treatment =
      format_choice (edition, measure, TAGA_MEASURE_TREATMENT, head->is_japanese);
  g_autofree char *status =
      format_choice (edition, measure, TAGA_MEASURE_STATUS, head->is_japanese);
  g_autofree char *planned =
      format_span (head, measure, TAGA_MEASURE_PLANNED_START, TAGA_MEASURE_PLANNED_END);
  g_autofree char *actual =
      format_span (head, measure, TAGA_MEASURE_ACTUAL_START, TAGA_MEASURE_ACTUAL_END);
  g_autofree char *budget = format_yen (taga_record_get_number (measure, TAGA_MEASURE_BUDGET));
  g_autofree char *cost = format_yen (taga_record_get_number (measure, TAGA_MEASURE_ACTUAL_COST));
  g_autofree char *details = dup_details (edition, measure, head->is_japanese);
  g_autofree char *late = format_delay (delay);
  const char *cells[] = { number,
                          taga_record_get_text (measure, TAGA_MEASURE_NAME),
                          treatment,
                          status,
                          taga_record_get_text (measure, TAGA_MEASURE_OWNER),
                          planned,
                          late,
                          actual,
                          budget,
                          cost,
                          details };

  taga_paper_table_add_row (table, cells);
}

static void
add_table (TagaPaper *paper,
           const TagaPaperHead *head,
           TagaEdition *edition,
           const GPtrArray *measures,
           const guint *delays)
{
  const TagaPaperColumn columns[] = {
    { _ ("No."), 5, TAGA_PAPER_RIGHT },
    { _ ("Measure"), 20, TAGA_PAPER_LEFT, TRUE },
    { _ ("Treatment"), 9, TAGA_PAPER_CENTRE },
    { _ ("Status"), 9, TAGA_PAPER_CENTRE },
    { _ ("Owner"), 10 },
    { _ ("Planned"), 16 },
    /* Translators: heading of a column that says by how many days a measure is late */
    { C_ ("measure", "Delay"), 11, TAGA_PAPER_CENTRE, TRUE },
    { _ ("Actual"), 16 },
    { _ ("Budget"), 10, TAGA_PAPER_RIGHT },
    { _ ("Actual cost"), 10, TAGA_PAPER_RIGHT },
    { _ ("What it is for"), 28 },
  };
  TagaPaperTable *table = taga_paper_add_table (paper, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < measures->len; i++)
    add_measure (table, head, edition, g_ptr_array_index (measures, i), delays[i], i + 1);
}

/* A sum of what is known. It cannot run over: ten thousand measures of the whole world's money. */
static char *
dup_sum (const GPtrArray *measures, guint field)
{
  g_autofree char *total = NULL;
  guint64 sum = 0;
  guint n = 0;

  for (guint i = 0; i < measures->len; i++)
    {
      gint64 number = taga_record_get_number (g_ptr_array_index (measures, i), field);

      if (number != TAGA_UNKNOWN)
        {
          sum += (guint64) number;
          n++;
        }
    }

  if (n == 0)
    return g_strdup ("");

  total = group_digits (sum);
  /* Translators: a sum of money, and of how many measures it is known */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s (%u measure)", "%s (%u measures)", n),
                          total, n);
}

static void
add_counts (TagaPaper *paper,
            const TagaPaperHead *head,
            TagaEdition *edition,
            const GPtrArray *measures)
{
  guint n;
  const TagaChoice *choices = taga_edition_get_choices (edition, "measure-status", &n);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      guint count = 0;

      for (guint j = 0; j < measures->len; j++)
        count +=
            g_strcmp0 (taga_record_get_text (g_ptr_array_index (measures, j), TAGA_MEASURE_STATUS),
                       choices[i].key)
            == 0;
      g_string_append_printf (text, "%s%s %u", i > 0 ? _ (", ") : "",
                              head->is_japanese ? choices[i].label_ja : choices[i].label_en, count);
    }
  taga_paper_add_pair (paper, _ ("Status"), text->str);
  g_string_free (text, TRUE);
}

/* How many are late stands above the list, and that none is stands there too. */
static void
add_late (TagaPaper *paper, const GPtrArray *measures, const guint *delays)
{
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; i < measures->len; i++)
    n += delays[i] > 0;
  text = n == 0 ? g_strdup (C_ ("measures", "None"))
                : g_strdup_printf (
                    g_dngettext (GETTEXT_PACKAGE, "%u measure late", "%u measures late", n), n);
  taga_paper_add_pair (paper, _ ("Past the planned end"), text);
}

/**
 * taga_report_measures_new:
 * @head: what every paper of the company has
 * @edition: the method edition
 * @measures: (element-type TagaMeasure): the measures, in the order in which they are listed
 * @delays: (array): by how many days each of them is late, 0 if it is not
 *
 * Makes the list of measures 対策一覧, on paper that lies on its long side.
 *
 * Returns: (transfer full): the paper
 */
TagaPaper *
taga_report_measures_new (const TagaPaperHead *head,
                          TagaEdition *edition,
                          const GPtrArray *measures,
                          const guint *delays)
{
  TagaPaper *paper = taga_paper_head_begin (head, _ ("List of measures"));
  g_autofree char *budget = dup_sum (measures, TAGA_MEASURE_BUDGET);
  g_autofree char *cost = dup_sum (measures, TAGA_MEASURE_ACTUAL_COST);

  taga_paper_set_landscape (paper, TRUE);
  if (measures->len == 0)
    {
      taga_paper_add_text (paper, TAGA_PAPER_PARAGRAPH, _ ("No measure is decided yet."));
      return paper;
    }

  add_counts (paper, head, edition, measures);
  add_late (paper, measures, delays);
  taga_paper_add_pair (paper, _ ("Budget"), budget);
  taga_paper_add_pair (paper, _ ("Actual cost"), cost);
  add_table (paper, head, edition, measures, delays);

  return paper;
}
