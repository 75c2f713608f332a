#pragma once

#include <adwaita.h>

#include "taga-self-check-read.h"

G_BEGIN_DECLS

#define TAGA_TYPE_SELF_RESULT (taga_self_result_get_type ())
G_DECLARE_FINAL_TYPE (TagaSelfResult, taga_self_result, TAGA, SELF_RESULT, AdwBin)

void taga_self_result_update (TagaSelfResult *self, const TagaSelfCheck *check);

char *taga_self_result_format_sum (const TagaSelfCheckSum *sum);

G_END_DECLS
