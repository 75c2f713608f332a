#include "taga-chart-source.h"
#include "taga-executive-read.h"
#include "taga-export-paper.h"
#include "taga-report-executive.h"

/* The radar of the rounds that the sheet speaks of. */
static TagaChart *
create_radar (TagaStore *store, const TagaExecutive *executive, GError **error)
{
  gint64 before = executive->n_rounds < 2 ? 0 : executive->rounds[0].id;
  const TagaExecutiveRound *last = &executive->rounds[executive->n_rounds - 1];

  return taga_chart_source_new (store, "radar", before, last->id, error);
}

/* Makes the one sheet for the management. */
TagaPaper *
taga_export_executive (TagaStore *store,
                       const TagaPaperHead *head,
                       const TagaExportOptions *options,
                       GError **error)
{
  g_autoptr (TagaExecutive) executive =
      taga_executive_read (store, options->before, options->after, head->date, error);
  g_autoptr (TagaChart) radar = NULL;

  if (executive == NULL)
    return NULL;
  if (executive->n_rounds > 0)
    {
      radar = create_radar (store, executive, error);
      if (radar == NULL)
        return NULL;
    }

  return taga_report_executive_new (head, taga_store_get_edition (store), executive, radar);
}
