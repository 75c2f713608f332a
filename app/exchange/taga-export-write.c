#include "taga-export-write.h"

#include <string.h>

#include "taga-export-chart.h"
#include "taga-export.h"

/* A chart is a picture where the name of the file says so, and else a sheet with the chart on it.
 */
static gboolean
is_picture (const char *report, GFile *target)
{
  const TagaExportReport *found = taga_export_find_report (report);
  g_autofree char *name = g_file_get_basename (target);
  const char *ending = name == NULL ? NULL : strrchr (name, '.');

  return found != NULL && (found->takes & TAGA_EXPORT_TAKES_CHART) != 0 && ending != NULL
         && (g_ascii_strcasecmp (ending, ".svg") == 0 || g_ascii_strcasecmp (ending, ".png") == 0);
}

/**
 * taga_export_write:
 * @store: a company file
 * @report: name of a report
 * @options: (nullable): how it is wanted
 * @target: where to, in a folder of this computer; its ending says in which format
 * @flags: how
 * @progress: (nullable): hears of progress
 * @user_data: data for @progress
 * @cancellable: (nullable): stops the writing
 * @result: (out caller-allocates): what came of it; its notes are to be freed
 * @error: return location for an error
 *
 * Makes a report and writes it to a file. It may be called in any thread that has a store of its
 * own.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set as by [func@export_new_paper],
 *   [func@export_new_document], [func@paper_write] or [func@document_write]; then no file was left
 *   or changed
 */
gboolean
taga_export_write (TagaStore *store,
                   const char *report,
                   const TagaExportOptions *options,
                   GFile *target,
                   TagaWriteFlags flags,
                   TagaWriteProgress progress,
                   gpointer user_data,
                   GCancellable *cancellable,
                   TagaExportResult *result,
                   GError **error)
{
  const TagaExportOptions usual = { 0 };
  g_autoptr (TagaPaper) paper = NULL;
  g_autoptr (TagaDocument) document = NULL;

  *result = (TagaExportResult){ 0 };
  if (is_picture (report, target))
    return taga_export_write_chart (store, options == NULL ? &usual : options, target, flags,
                                    error);

  if (taga_export_is_paper (report))
    {
      paper = taga_export_new_paper (store, report, options, error);
      if (paper != NULL)
        taga_paper_get_remarks (paper, &result->n_told);
      return paper != NULL
             && taga_paper_write (paper, target, flags, progress, user_data, cancellable,
                                  &result->n_pages, &result->notes, error);
    }

  document = taga_export_new_document (store, report, options, error);
  return document != NULL
         && taga_document_write (document, target, flags, progress, user_data, cancellable,
                                 &result->n_rows, &result->notes, error);
}
