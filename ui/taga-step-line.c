#include "taga-step-line.h"

/**
 * TagaStepLine:
 *
 * One line of what a step did.
 */
struct _TagaStepLine
{
  GObject parent_instance;

  TagaStepLineKind kind;
  char *title; /* (owned) */
  char *text;  /* (owned) */
};

G_DEFINE_FINAL_TYPE (TagaStepLine, taga_step_line, G_TYPE_OBJECT)

static void
taga_step_line_finalize (GObject *object)
{
  TagaStepLine *self = TAGA_STEP_LINE (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (taga_step_line_parent_class)->finalize (object);
}

static void
taga_step_line_class_init (TagaStepLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_step_line_finalize;
}

static void
taga_step_line_init (TagaStepLine *self)
{
}

/**
 * taga_step_line_new:
 * @kind: what the line is about
 * @title: the record, the field, or a sentence
 * @text: what became of the record, or the field's values; empty for a sentence
 *
 * Makes a line.
 *
 * Returns: (transfer full): the line
 */
TagaStepLine *
taga_step_line_new (TagaStepLineKind kind, const char *title, const char *text)
{
  TagaStepLine *self = g_object_new (TAGA_TYPE_STEP_LINE, NULL);

  self->kind = kind;
  self->title = g_strdup (title);
  self->text = g_strdup (text);

  return self;
}

/**
 * taga_step_line_get_kind:
 * @self: a line
 *
 * Gets what the line is about.
 *
 * Returns: the kind
 */
TagaStepLineKind
taga_step_line_get_kind (TagaStepLine *self)
{
  g_return_val_if_fail (TAGA_IS_STEP_LINE (self), TAGA_STEP_LINE_RECORD);

  return self->kind;
}

/**
 * taga_step_line_get_title:
 * @self: a line
 *
 * Gets the record, the field, or a sentence.
 *
 * Returns: (transfer none): the title
 */
const char *
taga_step_line_get_title (TagaStepLine *self)
{
  g_return_val_if_fail (TAGA_IS_STEP_LINE (self), NULL);

  return self->title;
}

/**
 * taga_step_line_get_text:
 * @self: a line
 *
 * Gets what became of the record, or the field's values.
 *
 * Returns: (transfer none): the text; empty for a sentence
 */
const char *
taga_step_line_get_text (TagaStepLine *self)
{
  g_return_val_if_fail (TAGA_IS_STEP_LINE (self), NULL);

  return self->text;
}
