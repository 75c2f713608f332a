#pragma once

#include <gtk/gtk.h>

#include "taga-import-work.h"
#include "taga-proposal-list.h"

G_BEGIN_DECLS

#define TAGA_TYPE_IMPORT_REVIEW (taga_import_review_get_type ())
G_DECLARE_FINAL_TYPE (TagaImportReview, taga_import_review, TAGA, IMPORT_REVIEW, GtkBox)

void taga_import_review_set_reading (TagaImportReview *self, TagaImportReading *reading);
TagaProposalList *taga_import_review_get_list (TagaImportReview *self);
gboolean taga_import_review_is_empty (TagaImportReview *self);
void taga_import_review_show_scale (TagaImportReview *self);

G_END_DECLS
