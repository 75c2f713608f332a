#pragma once

#include "taga-export-report.h"
#include "taga-paper-view.h"
#include "taga-report-options.h"
#include "taga-report-page.h"
#include "taga-sheet-preview.h"

G_BEGIN_DECLS

struct _TagaReportPage
{
  AdwBin parent_instance;

  TagaStore *store;               /* (owned) (nullable) */
  const TagaExportReport *report; /* (nullable): the one that is chosen */
  const TagaExportReport *shown;  /* (nullable): the one that the preview is of */
  GCancellable *cancellable;      /* (owned) (nullable): of the preview that is made now */
  gboolean is_stale;              /* whether the file changed while nobody looked */
  gboolean is_wide;
  gboolean is_projected;
  guint width_id;
  guint wait_id;

  /* Template */
  GtkWidget *side;
  GtkListBox *list;
  GtkWidget *bar;
  GtkLabel *title_label;
  GtkMenuButton *recent_button;
  GtkWidget *write_button;
  GtkWidget *print_button;
  GtkWidget *copy_button;
  AdwSplitButton *save_button;
  GtkToggleButton *options_button;
  GtkWidget *options_side;
  TagaReportOptions *options;
  GtkStack *views;
  TagaPaperView *paper_view;
  GtkWidget *foot;
  GtkLabel *page_label;
  GtkLabel *zoom_label;
  GtkSpinner *spinner;
  TagaSheetPreview *sheet_preview;
  AdwStatusPage *empty_page;
  GtkButton *lead_button;
  AdwStatusPage *failed_page;
};

void taga_report_acts_install (GtkWidgetClass *widget_class);
void taga_report_acts_fill_recent (TagaReportPage *self);
void taga_report_acts_focus_list (TagaReportPage *self);

G_END_DECLS
