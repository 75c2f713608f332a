#include "taga-export-options.h"

#include <string.h>

#include "taga-chart-source.h"
#include "taga-record.h"
#include "taga-round.h"
#include "taga-setting.h"

/*
 * How a report was wanted the last time. It is kept in the company's file, report by report, and
 * comes from outside: what is not as it should be is passed over.
 */

#define GROUP "report"

/* A text of a margin is short. */
#define MAX_TEXT 400

/**
 * taga_export_options_copy:
 * @options: how a report is wanted
 *
 * Copies options with their texts, so that another thread can have them.
 *
 * Returns: (transfer full): the copy
 */
TagaExportOptions *
taga_export_options_copy (const TagaExportOptions *options)
{
  TagaExportOptions *copy = g_memdup2 (options, sizeof *options);

  copy->approval = g_strdup (options->approval);
  copy->number = g_strdup (options->number);
  copy->version = g_strdup (options->version);
  copy->mark = g_strdup (options->mark);
  copy->chart = g_strdup (options->chart);

  return copy;
}

/**
 * taga_export_options_free:
 * @options: options that were copied or read
 *
 * Frees them with their texts.
 */
void
taga_export_options_free (TagaExportOptions *options)
{
  g_free ((char *) options->approval);
  g_free ((char *) options->number);
  g_free ((char *) options->version);
  g_free ((char *) options->mark);
  g_free ((char *) options->chart);
  g_free (options);
}

static char *
get_name (const char *report)
{
  return g_strconcat ("report-", report, NULL);
}

static char *
read_text (GKeyFile *file, const char *key)
{
  g_autofree char *text = g_key_file_get_string (file, GROUP, key, NULL);

  return text == NULL || strlen (text) > MAX_TEXT ? NULL : g_steal_pointer (&text);
}

/* A round may have been removed since. */
static gint64
read_round (TagaStore *store, GKeyFile *file, const char *key)
{
  gint64 id = g_key_file_get_int64 (file, GROUP, key, NULL);
  g_autoptr (TagaRecord) round =
      id <= 0 ? NULL : taga_store_get_record (store, TAGA_TYPE_ROUND, id, NULL);

  return round == NULL ? 0 : id;
}

static int
read_choice (GKeyFile *file, const char *key, int last)
{
  int choice = g_key_file_get_integer (file, GROUP, key, NULL);

  return choice < 0 || choice > last ? 0 : choice;
}

/* Another version of the program may have had other charts. */
static const char *
read_chart (GKeyFile *file)
{
  g_autofree char *chart = read_text (file, "chart");

  return chart == NULL || taga_chart_source_get_title (chart) == NULL ? NULL
                                                                      : g_steal_pointer (&chart);
}

/**
 * taga_export_options_read:
 * @store: a company file
 * @report: name of a report
 *
 * Reads how the report was wanted the last time; the usual way if it never was.
 *
 * Returns: (transfer full): the options
 */
TagaExportOptions *
taga_export_options_read (TagaStore *store, const char *report)
{
  TagaExportOptions *options = g_new0 (TagaExportOptions, 1);
  g_autofree char *name = get_name (report);
  g_autofree char *text = taga_setting_get (store, name, NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (text == NULL || !g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, NULL))
    return options;

  options->round = read_round (store, file, "round");
  options->before = read_round (store, file, "before");
  options->after = read_round (store, file, "after");
  options->size = (TagaPaperSize) read_choice (file, "size", TAGA_PAPER_A3);
  options->turn = (TagaExportTurn) read_choice (file, "turn", TAGA_EXPORT_TURN_LYING);
  options->dates = (TagaExportDates) read_choice (file, "dates", TAGA_EXPORT_DATES_JAPANESE);
  options->approval = read_text (file, "approval");
  options->number = read_text (file, "number");
  options->version = read_text (file, "version");
  options->mark = read_text (file, "mark");
  options->chart = read_chart (file);
  options->colours =
      (TagaExportColours) read_choice (file, "colours", TAGA_EXPORT_COLOURS_MONOCHROME);

  return options;
}

static void
keep_number (GKeyFile *file, const char *key, gint64 number)
{
  if (number != 0)
    g_key_file_set_int64 (file, GROUP, key, number);
}

static void
keep_text (GKeyFile *file, const char *key, const char *text)
{
  if (text != NULL)
    g_key_file_set_string (file, GROUP, key, text);
}

/**
 * taga_export_options_keep:
 * @store: a company file, in which no step is under way
 * @report: name of a report
 * @options: how it is wanted
 * @error: return location for an error
 *
 * Keeps how the report is wanted. That is a setting and no step of the history. Whether names are
 * shown is not kept: who opens the file the next time begins with those that are replaced.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_export_options_keep (TagaStore *store,
                          const char *report,
                          const TagaExportOptions *options,
                          GError **error)
{
  g_autofree char *name = get_name (report);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;

  keep_number (file, "round", options->round);
  keep_number (file, "before", options->before);
  keep_number (file, "after", options->after);
  keep_number (file, "size", options->size);
  keep_number (file, "turn", options->turn);
  keep_number (file, "dates", options->dates);
  keep_text (file, "approval", options->approval);
  keep_text (file, "number", options->number);
  keep_text (file, "version", options->version);
  keep_text (file, "mark", options->mark);
  keep_text (file, "chart", options->chart);
  keep_number (file, "colours", options->colours);

  text = g_key_file_to_data (file, NULL, NULL);
  return taga_setting_set (store, name, *text == '\0' ? NULL : text, error);
}
