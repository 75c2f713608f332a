#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TagaStepLineKind:
 * @TAGA_STEP_LINE_RECORD: a record, above what became of its fields
 * @TAGA_STEP_LINE_FIELD: one field, from what to what
 * @TAGA_STEP_LINE_REST: how much more there is
 */
typedef enum
{
  TAGA_STEP_LINE_RECORD,
  TAGA_STEP_LINE_FIELD,
  TAGA_STEP_LINE_REST,
} TagaStepLineKind;

#define TAGA_TYPE_STEP_LINE (taga_step_line_get_type ())
G_DECLARE_FINAL_TYPE (TagaStepLine, taga_step_line, TAGA, STEP_LINE, GObject)

TagaStepLine *taga_step_line_new (TagaStepLineKind kind, const char *title, const char *text);

TagaStepLineKind taga_step_line_get_kind (TagaStepLine *self);
const char *taga_step_line_get_title (TagaStepLine *self);
const char *taga_step_line_get_text (TagaStepLine *self);

G_END_DECLS
