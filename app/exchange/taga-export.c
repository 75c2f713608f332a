#include "taga-export.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-company.h"
#include "taga-cursor.h"
#include "taga-date.h"
#include "taga-export-paper.h"
#include "taga-language.h"
#include "taga-report-register.h"
#include "taga-round.h"

static TagaDocument *
create_register (TagaStore *store, TagaPaperSize size, GError **error)
{
  g_autoptr (TagaRecord) company = NULL;
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autofree char *today = taga_date_today ();
  TagaCursor *cursor;
  gint64 n;

  company = taga_store_get_record (store, TAGA_TYPE_COMPANY, 1, error);
  n = taga_store_count (store, TAGA_TYPE_ASSET, error);
  if (company == NULL || n < 0)
    return NULL;

  query->scope = TAGA_SCOPE_IN_USE;
  cursor = taga_cursor_new (store, TAGA_TYPE_ASSET, query, error);
  if (cursor == NULL)
    return NULL;

  return taga_report_register_new (taga_store_get_edition (store),
                                   taga_record_get_text (company, TAGA_COMPANY_NAME), today, size,
                                   taga_cursor_read, cursor, g_object_unref, (guint64) n);
}

typedef TagaPaper *(*PaperFunc) (TagaStore *store, const TagaPaperHead *head, GError **error);

/* Papers, what they are called, and whether they show the answers of a round. */
static const struct
{
  const char *report;
  const char *title;
  PaperFunc create;
  gboolean has_round;
} papers[] = {
  { "diagnosis", N_ ("Diagnosis of countermeasures"), taga_export_diagnosis, TRUE },
  { "contacts", N_ ("Emergency contact list"), taga_export_contacts, FALSE },
  { "evidence", N_ ("Evidence for SECURITY ACTION"), taga_export_evidence, TRUE },
  { "measures", N_ ("List of measures"), taga_export_measures, FALSE },
};

static void
refuse (const char *report, GError **error)
{
  g_autoptr (GString) names = g_string_new ("register");

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    g_string_append_printf (names, ", %s", papers[i].report);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               _ ("There is no report “%s”. There are: %s."), report, names->str);
}

/**
 * taga_export_create:
 * @store: a company file, which is read while the document is written
 * @report: name of a report: "register"
 * @size: what it is printed on
 * @error: return location for an error
 *
 * Makes the document of a report from what is in a company file. Retired assets are left out.
 *
 * Returns: (transfer full) (nullable): the document, or `NULL` with `G_IO_ERROR_NOT_SUPPORTED` if
 * there is no such report, or any [error@StoreError]
 */
TagaDocument *
taga_export_create (TagaStore *store, const char *report, TagaPaperSize size, GError **error)
{
  if (g_str_equal (report, "register"))
    return create_register (store, size, error);

  refuse (report, error);
  return NULL;
}

/* The round by its name and day, and that it is sealed. */
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
  return g_strdup_printf (
      "%s%s%s%s%s", name == NULL ? "" : name, name == NULL ? "" : "　", day,
      taga_record_get_text (round, TAGA_ROUND_SEALED_ON) == NULL ? "" : "　",
      taga_record_get_text (round, TAGA_ROUND_SEALED_ON) == NULL ? "" : _ ("sealed"));
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
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_str_equal (papers[i].report, report))
      return TRUE;

  return FALSE;
}

/**
 * taga_export_get_title:
 * @report: name of a paper
 *
 * Gets what a paper is called, which is its title too.
 *
 * Returns: (transfer none): the title; empty if there is no such paper
 */
const char *
taga_export_get_title (const char *report)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_str_equal (papers[i].report, report))
      return _ (papers[i].title);

  return "";
}

/**
 * taga_export_create_paper:
 * @store: a company file
 * @report: name of a paper: "diagnosis", "contacts", "evidence" or "measures"
 * @error: return location for an error
 *
 * Makes a paper from what is in a company file, of the round that the store looks at. It holds all
 * that it shows, and needs the store no more.
 *
 * Returns: (transfer full) (nullable): the paper, or `NULL` with `G_IO_ERROR_NOT_SUPPORTED` if
 * there is no such paper, or any [error@StoreError]
 */
TagaPaper *
taga_export_create_paper (TagaStore *store, const char *report, GError **error)
{
  g_autoptr (TagaRecord) company = taga_store_get_record (store, TAGA_TYPE_COMPANY, 1, error);
  g_autofree char *today = taga_date_today ();
  g_autofree char *round = NULL;
  TagaPaperHead head = { .date = today, .is_japanese = taga_language_is_japanese () };

  if (company == NULL)
    return NULL;

  head.company = taga_record_get_text (company, TAGA_COMPANY_NAME);
  head.approval = taga_record_get_text (company, TAGA_COMPANY_APPROVAL_BOXES);
  head.has_era =
      g_strcmp0 (taga_record_get_text (company, TAGA_COMPANY_DATE_STYLE), "japanese") == 0;

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      if (!g_str_equal (papers[i].report, report))
        continue;
      if (papers[i].has_round)
        {
          head.round = round = describe_round (store, &head, error);
          if (round == NULL)
            return NULL;
        }
      return papers[i].create (store, &head, error);
    }

  refuse (report, error);
  return NULL;
}
