#pragma once

#include <gtk/gtk.h>

#include "taga-risk.h"

G_BEGIN_DECLS

#define TAGA_TYPE_LIKELIHOOD_TABLE (taga_likelihood_table_get_type ())
G_DECLARE_FINAL_TYPE (TagaLikelihoodTable, taga_likelihood_table, TAGA, LIKELIHOOD_TABLE, GtkGrid)

void taga_likelihood_table_update (TagaLikelihoodTable *self,
                                   const TagaScale *scale,
                                   int threat,
                                   int vulnerability);

G_END_DECLS
