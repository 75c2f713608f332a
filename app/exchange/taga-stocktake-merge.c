#include "taga-stocktake-merge.h"

#include "taga-text.h"

/* On its way through a workbook a text loses what nobody sees: blanks at its ends and the like. */
static gboolean
are_same (const TagaField *field, const TagaValue *a, const TagaValue *b)
{
  gboolean keep_lines = field->kind == TAGA_FIELD_NOTE;
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  if (field->kind == TAGA_FIELD_MARK)
    return (a->number > 0) == (b->number > 0);
  if (!taga_field_is_text (field))
    return a->number == b->number;

  one = a->text == NULL ? NULL : taga_text_clean (a->text, -1, keep_lines);
  other = b->text == NULL ? NULL : taga_text_clean (b->text, -1, keep_lines);

  return g_strcmp0 (one == NULL ? "" : one, other == NULL ? "" : other) == 0;
}

/**
 * taga_stocktake_merge:
 * @field: the field
 * @base: (nullable): what was sent; `NULL` if that is not known
 * @theirs: what came back
 * @ours: what the register has now
 *
 * Decides about one value by three: what was sent, what came back and what the register has become
 * meanwhile. A value that was sent and came back empty was emptied on purpose. Where it is not
 * known what was sent, nobody can tell who changed it, and an empty cell says nothing.
 *
 * Returns: what becomes of it
 */
TagaMerge
taga_stocktake_merge (const TagaField *field,
                      const TagaValue *base,
                      const TagaValue *theirs,
                      const TagaValue *ours)
{
  if (are_same (field, theirs, ours))
    return TAGA_MERGE_NOTHING;

  if (base == NULL)
    return field->kind != TAGA_FIELD_MARK && taga_field_is_empty (field, theirs)
               ? TAGA_MERGE_NOTHING
               : TAGA_MERGE_CONFLICT;

  if (are_same (field, theirs, base))
    return TAGA_MERGE_NOTHING;

  return are_same (field, ours, base) ? TAGA_MERGE_TAKE : TAGA_MERGE_CONFLICT;
}
