#pragma once

#include <adwaita.h>

#include "taga-step-item.h"

G_BEGIN_DECLS

#define TAGA_TYPE_STEP_DETAIL (taga_step_detail_get_type ())
G_DECLARE_FINAL_TYPE (TagaStepDetail, taga_step_detail, TAGA, STEP_DETAIL, AdwBin)

GtkWidget *taga_step_detail_new (void);

void taga_step_detail_show (TagaStepDetail *self, TagaStore *store, TagaStepItem *item);

G_END_DECLS
