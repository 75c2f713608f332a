#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAGA_TYPE_JOB_DIALOG (taga_job_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TagaJobDialog, taga_job_dialog, TAGA, JOB_DIALOG, AdwWindow)

TagaJobDialog *taga_job_dialog_new (const char *title, GCancellable *cancellable);

void taga_job_dialog_set_fraction (TagaJobDialog *self, double fraction);

G_END_DECLS
