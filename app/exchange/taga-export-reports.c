#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-check.h"
#include "taga-contact.h"
#include "taga-export-document.h"
#include "taga-export-paper.h"
#include "taga-measure.h"
#include "taga-round.h"

/*
 * The reports of the program. The command line, the page of reports and the buttons of other pages
 * know them from here.
 */

static const TagaExportReport reports[] = {
  { "executive", N_ ("One sheet for the management"),
    N_ ("Where the company stood and stands, the largest risks in plain words, what is done, late "
        "and spent, and what to decide. For a president with five minutes."),
    taga_export_executive, NULL, TAGA_EXPORT_PAPER_FORMATS,
    TAGA_EXPORT_TAKES_PAIR | TAGA_EXPORT_TAKES_HEAD, NULL, NULL, NULL },
  { "profile", N_ ("Case profile"),
    N_ ("Two facing pages: where the company stood, what it did, and where it stands now, with "
        "other names in the place of its own. For partners and case books."),
    taga_export_profile, NULL, TAGA_EXPORT_PAPER_FORMATS | TAGA_EXPORT_SVG,
    TAGA_EXPORT_TAKES_PAIR | TAGA_EXPORT_TAKES_ALIASES, taga_round_get_type, "rounds",
    N_ ("Carry out a round of assessment first; with two of them there is a before and an "
        "after.") },
  { "analysis", N_ ("Workbook of the analysis"),
    N_ ("Register, threats, checks, risks, measures and two rounds compared, each on a sheet of "
        "Excel, with live formulas and charts. For an auditor, and to go on working in Excel."),
    NULL, taga_export_analysis, TAGA_EXPORT_XLSX,
    TAGA_EXPORT_TAKES_ROUND | TAGA_EXPORT_TAKES_PAIR | TAGA_EXPORT_TAKES_SIZE
        | TAGA_EXPORT_TAKES_HEAD,
    taga_asset_get_type, "assets", N_ ("Enter an asset first, or take in last year's workbook.") },
  { "diagnosis", N_ ("Diagnosis of countermeasures"),
    N_ ("Which measures are in place, group by group, and which regulations they call for. For the "
        "people who decide and for an auditor."),
    taga_export_diagnosis, NULL, TAGA_EXPORT_PAPER_FORMATS,
    TAGA_EXPORT_TAKES_ROUND | TAGA_EXPORT_TAKES_HEAD | TAGA_EXPORT_TAKES_TURN, taga_check_get_type,
    "checks", N_ ("Answer some of the check items first; then there is something to diagnose.") },
  { "measures", N_ ("List of measures"),
    N_ ("Who does what by when, what it costs, and what is late. For the monthly meeting."),
    taga_export_measures, NULL, TAGA_EXPORT_PAPER_FORMATS,
    TAGA_EXPORT_TAKES_HEAD | TAGA_EXPORT_TAKES_TURN, taga_measure_get_type, "risks",
    N_ ("Plan a measure first, beside the risks or by what to do first.") },
  { "register", N_ ("Register of information assets"),
    N_ ("The assets with their risks in the layout of the guideline's workbook, with live "
        "formulas. For an auditor, for work in Excel, and to hand on."),
    NULL, taga_export_register, TAGA_EXPORT_XLSX | TAGA_EXPORT_CSV,
    TAGA_EXPORT_TAKES_ROUND | TAGA_EXPORT_TAKES_SIZE, taga_asset_get_type, "assets",
    N_ ("Enter an asset first, or take in last year's workbook.") },
  { "chart", N_ ("Charts"),
    N_ ("The scores, the barrel, the risks, the plan: each on a sheet with its numbers, or as a "
        "picture for slides. For meetings."),
    taga_export_chart, NULL, TAGA_EXPORT_PAPER_FORMATS | TAGA_EXPORT_SVG | TAGA_EXPORT_PNG,
    TAGA_EXPORT_TAKES_CHART | TAGA_EXPORT_TAKES_PAIR | TAGA_EXPORT_TAKES_HEAD, taga_round_get_type,
    "rounds", N_ ("Begin a round of assessment first; its answers are what the charts show.") },
  { "contacts", N_ ("Emergency contact list"),
    N_ ("Whom to call when mail is down. For the wall and for everybody's wallet."),
    taga_export_contacts, NULL, TAGA_EXPORT_PAPER_FORMATS,
    TAGA_EXPORT_TAKES_HEAD | TAGA_EXPORT_TAKES_TURN, taga_contact_get_type, "company",
    N_ ("Enter whom to call first: the police, your provider, your adviser.") },
  { "evidence", N_ ("Evidence for SECURITY ACTION"),
    N_ ("What the declaration rests on: the policy, the self-check and its answers. To be kept in "
        "the company and shown to who asks."),
    taga_export_evidence, NULL, TAGA_EXPORT_PAPER_FORMATS,
    TAGA_EXPORT_TAKES_ROUND | TAGA_EXPORT_TAKES_HEAD | TAGA_EXPORT_TAKES_TURN, NULL, NULL, NULL },
};

/**
 * taga_export_get_reports:
 * @n: (out): how many there are
 *
 * Gives the reports of the program, the most read first.
 *
 * Returns: (transfer none) (array length=n): the reports
 */
const TagaExportReport *
taga_export_get_reports (guint *n)
{
  *n = G_N_ELEMENTS (reports);
  return reports;
}

/**
 * taga_export_find_report:
 * @name: (nullable): a name
 *
 * Finds a report.
 *
 * Returns: (transfer none) (nullable): the report, or `NULL` if there is none of that name
 */
const TagaExportReport *
taga_export_find_report (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    if (g_strcmp0 (reports[i].name, name) == 0)
      return &reports[i];

  return NULL;
}
