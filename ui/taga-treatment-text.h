#pragma once

#include "taga-treatment.h"

G_BEGIN_DECLS

const char *taga_treatment_text_get_label (TagaStore *store, TagaTreatment treatment);
char *taga_treatment_text_describe_advice (TagaStore *store, const TagaTreatmentOutcome *outcome);
char *taga_treatment_text_describe_outcome (TagaStore *store,
                                            const TagaTreatmentOutcome *outcome,
                                            gboolean is_decided);
char *taga_treatment_text_describe_heading (TagaStore *store, GArray *ids);

G_END_DECLS
