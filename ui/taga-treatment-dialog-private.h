#pragma once

#include "taga-judgement.h"
#include "taga-treatment-dialog.h"
#include "taga-treatment.h"

/* What the two files of the dialog share. */

G_BEGIN_DECLS

/* So many assets are counted in one go, and so many are looked at for what they have in common. */
#define TAGA_TREATMENT_PORTION 200

struct _TagaTreatmentDialog
{
  AdwWindow parent_instance;

  GtkWidget *widget; /* (owned): where it was asked for */
  TagaStore *store;  /* (owned) */
  GArray *ids;       /* (owned) (element-type gint64) */
  TagaTreatment chosen;
  TagaTreatmentOutcome outcome;
  guint next; /* the first asset that the outcome does not count yet */
  guint idle_id;
  gboolean is_setting;
  gboolean is_dropped; /* whether what was entered may go */
  gboolean choice_changed;
  gboolean reason_changed;
  gboolean rejected_changed;
  gboolean accepted_changed;

  TagaJudgement *residual;
  TagaJudgement *threat;
  TagaJudgement *vulnerability;

  /* Template */
  GtkLabel *heading;
  GtkLabel *advice;
  AdwPreferencesGroup *treatments;
  GtkBox *box;
  GtkWidget *acceptance;
  GtkEditable *reason;
  GtkEditable *rejected;
  GtkEditable *accepted_by;
  GtkEditable *accepted_on;
  GtkExpander *overrides_expander;
  GtkBox *overrides;
  GtkLabel *line;
  GtkWidget *apply_button;
};

void taga_treatment_dialog_choose (TagaTreatmentDialog *self, TagaTreatment treatment);
void taga_treatment_dialog_recount (TagaTreatmentDialog *self);
void taga_treatment_dialog_fill (TagaTreatmentDialog *self);

G_END_DECLS
