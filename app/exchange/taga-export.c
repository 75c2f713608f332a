#include "taga-export.h"

#include <glib/gi18n-lib.h>

#include "taga-company.h"
#include "taga-date.h"
#include "taga-language.h"
#include "taga-round.h"

/* Says which reports there are, when one is asked for that there is not. */
static void
refuse (const char *report, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n;
  const TagaExportReport *reports = taga_export_get_reports (&n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (names, "%s%s", i == 0 ? "" : ", ", reports[i].name);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               _ ("There is no report “%s”. There are: %s."), report, names->str);
}

static gboolean
select_round (TagaStore *store, const TagaExportReport *report, gint64 round, GError **error)
{
  if ((report->takes & TAGA_EXPORT_TAKES_ROUND) == 0 || round == 0
      || round == taga_store_get_round (store))
    return TRUE;

  return taga_store_select_round (store, round, error);
}

/* The round by its name and day, and whether it is sealed. */
static char *
describe_round (TagaStore *store, const TagaPaperHead *head, GError **error)
{
  g_autoptr (TagaRecord) round =
      taga_store_get_record (store, TAGA_TYPE_ROUND, taga_store_get_round (store), error);
  g_autofree char *day = NULL;
  const char *name;

  if (round == NULL)
    return NULL;

  name = taga_record_get_text (round, TAGA_ROUND_NAME);
  day = taga_paper_head_format_date (head, taga_record_get_text (round, TAGA_ROUND_DATE));
  return g_strdup_printf ("%s%s%s%s%s", name == NULL ? "" : name, name == NULL ? "" : "　", day,
                          *day == '\0' ? "" : "　",
                          taga_record_get_text (round, TAGA_ROUND_SEALED_ON) == NULL
                              ? _ ("in progress")
                              : _ ("sealed"));
}

/**
 * taga_export_is_paper:
 * @report: name of a report
 *
 * Tells whether a report is a paper, with pages, or else a document of tables.
 *
 * Returns: `TRUE` if it is a paper
 */
gboolean
taga_export_is_paper (const char *report)
{
  const TagaExportReport *found = taga_export_find_report (report);

  return found != NULL && found->create_paper != NULL;
}

/**
 * taga_export_get_title:
 * @report: name of a report
 *
 * Gets what a report is called; of a paper it is its title too.
 *
 * Returns: (transfer none): the title; empty if there is no such report
 */
const char *
taga_export_get_title (const char *report)
{
  const TagaExportReport *found = taga_export_find_report (report);

  return found == NULL ? "" : _ (found->title);
}

/**
 * taga_export_new_document:
 * @store: a company file, which is read while the document is written
 * @report: name of a report that is made of tables
 * @options: (nullable): how it is wanted
 * @error: return location for an error
 *
 * Makes the document of a report from what is in a company file. A round that the options name is
 * the one that the store looks at from then on.
 *
 * Returns: (transfer full) (nullable): the document, or `NULL` with `G_IO_ERROR_NOT_SUPPORTED` if
 *   there is no such report, or any [error@StoreError]
 */
TagaDocument *
taga_export_new_document (TagaStore *store,
                          const char *report,
                          const TagaExportOptions *options,
                          GError **error)
{
  const TagaExportReport *found = taga_export_find_report (report);
  const TagaExportOptions usual = { 0 };

  if (found == NULL || found->create_document == NULL)
    {
      refuse (report, error);
      return NULL;
    }
  if (options == NULL)
    options = &usual;
  if (!select_round (store, found, options->round, error))
    return NULL;

  return found->create_document (store, options, error);
}

/**
 * taga_export_create:
 * @store: a company file, which is read while the document is written
 * @report: name of a report that is made of tables
 * @size: what it is printed on
 * @error: return location for an error
 *
 * Makes the document of a report in the usual way.
 *
 * Returns: (transfer full) (nullable): as [func@export_new_document]
 */
TagaDocument *
taga_export_create (TagaStore *store, const char *report, TagaPaperSize size, GError **error)
{
  const TagaExportOptions options = { .size = size };

  return taga_export_new_document (store, report, &options, error);
}

/* What every paper of the company has. The texts are the record's or the options'. */
static void
fill_head (TagaPaperHead *head, TagaRecord *company, const TagaExportOptions *options)
{
  head->company = taga_record_get_text (company, TAGA_COMPANY_NAME);
  head->approval = options->approval != NULL
                       ? options->approval
                       : taga_record_get_text (company, TAGA_COMPANY_APPROVAL_BOXES);
  head->is_japanese = taga_language_is_japanese ();
  head->has_era =
      options->dates == TAGA_EXPORT_DATES_OF_COMPANY
          ? g_strcmp0 (taga_record_get_text (company, TAGA_COMPANY_DATE_STYLE), "japanese") == 0
          : options->dates == TAGA_EXPORT_DATES_JAPANESE;
}

/* What a reader chose for the paper as a whole stands above what it says of itself. */
static void
finish_paper (TagaPaper *paper, const TagaExportReport *report, const TagaExportOptions *options)
{
  if ((report->takes & TAGA_EXPORT_TAKES_TURN) != 0 && options->turn != TAGA_EXPORT_TURN_USUAL)
    taga_paper_set_landscape (paper, options->turn == TAGA_EXPORT_TURN_LYING);
  if ((report->takes & TAGA_EXPORT_TAKES_HEAD) == 0)
    return;

  if (options->mark != NULL)
    taga_paper_set_mark (paper, *options->mark == '\0' ? NULL : options->mark);
  if (options->number != NULL)
    taga_paper_set_number (paper, options->number);
  if (options->version != NULL)
    taga_paper_set_version (paper, options->version);
}

/**
 * taga_export_new_paper:
 * @store: a company file
 * @report: name of a report that is a paper
 * @options: (nullable): how it is wanted
 * @error: return location for an error
 *
 * Makes a paper from what is in a company file. A round that the options name is the one that the
 * store looks at from then on. The paper holds all that it shows, and needs the store no more.
 *
 * Returns: (transfer full) (nullable): the paper, or `NULL` with `G_IO_ERROR_NOT_SUPPORTED` if
 *   there is no such paper, or any [error@StoreError]
 */
TagaPaper *
taga_export_new_paper (TagaStore *store,
                       const char *report,
                       const TagaExportOptions *options,
                       GError **error)
{
  const TagaExportReport *found = taga_export_find_report (report);
  const TagaExportOptions usual = { 0 };
  g_autoptr (TagaRecord) company = taga_store_get_record (store, TAGA_TYPE_COMPANY, 1, error);
  g_autofree char *today = taga_date_today ();
  g_autofree char *round = NULL;
  TagaPaperHead head = { .date = today };
  TagaPaper *paper;

  if (company == NULL)
    return NULL;
  if (found == NULL || found->create_paper == NULL)
    {
      refuse (report, error);
      return NULL;
    }
  if (options == NULL)
    options = &usual;

  fill_head (&head, company, options);
  if (!select_round (store, found, options->round, error))
    return NULL;
  if ((found->takes & TAGA_EXPORT_TAKES_ROUND) != 0)
    {
      head.round = round = describe_round (store, &head, error);
      if (round == NULL)
        return NULL;
    }

  paper = found->create_paper (store, &head, options, error);
  if (paper != NULL)
    finish_paper (paper, found, options);
  return paper;
}

/**
 * taga_export_create_paper:
 * @store: a company file
 * @report: name of a report that is a paper
 * @error: return location for an error
 *
 * Makes a paper in the usual way, of the round that the store looks at.
 *
 * Returns: (transfer full) (nullable): as [func@export_new_paper]
 */
TagaPaper *
taga_export_create_paper (TagaStore *store, const char *report, GError **error)
{
  return taga_export_new_paper (store, report, NULL, error);
}
