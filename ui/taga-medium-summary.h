#pragma once

#include <gtk/gtk.h>

#include "taga-medium-states.h"

G_BEGIN_DECLS

#define TAGA_TYPE_MEDIUM_SUMMARY (taga_medium_summary_get_type ())
G_DECLARE_FINAL_TYPE (TagaMediumSummary, taga_medium_summary, TAGA, MEDIUM_SUMMARY, GtkGrid)

GtkWidget *taga_medium_summary_new (void);

void taga_medium_summary_show (TagaMediumSummary *self,
                               TagaEdition *edition,
                               const TagaMediumState *state);

char *taga_medium_summary_format_tally (const TagaTally *tally);

G_END_DECLS
