#pragma once

#include "taga-field.h"

G_BEGIN_DECLS

/**
 * TagaMerge:
 * @TAGA_MERGE_NOTHING: the register has it already, or only the register changed
 * @TAGA_MERGE_TAKE: only the department changed it
 * @TAGA_MERGE_CONFLICT: both changed it, to different values
 *
 * What becomes of one value of a workbook that came back.
 */
typedef enum
{
  TAGA_MERGE_NOTHING,
  TAGA_MERGE_TAKE,
  TAGA_MERGE_CONFLICT,
} TagaMerge;

TagaMerge taga_stocktake_merge (const TagaField *field,
                                const TagaValue *base,
                                const TagaValue *theirs,
                                const TagaValue *ours);

G_END_DECLS
