#include "taga-question-result.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-language.h"
#include "taga-ui.h"

/* Two lines of a reason, which is as much as most have. */
#define REASON_HEIGHT 60

/**
 * TagaQuestionResult:
 *
 * What a round of questions came to: the level, what it stands for, the value that the asset has
 * now, and the reason that will be kept, which can be edited.
 */
struct _TagaQuestionResult
{
  GtkBox parent_instance;

  guint field;
  int level;
  GtkTextBuffer *reason; /* (owned) */
};

G_DEFINE_FINAL_TYPE (TagaQuestionResult, taga_question_result, GTK_TYPE_BOX)

static void
taga_question_result_dispose (GObject *object)
{
  TagaQuestionResult *self = TAGA_QUESTION_RESULT (object);

  g_clear_object (&self->reason);

  G_OBJECT_CLASS (taga_question_result_parent_class)->dispose (object);
}

static void
taga_question_result_class_init (TagaQuestionResultClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = taga_question_result_dispose;
}

static void
taga_question_result_init (TagaQuestionResult *self)
{
  self->reason = gtk_text_buffer_new (NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

static void
add_label (TagaQuestionResult *self, const char *text, const char *css_class)
{
  GtkWidget *label = taga_ui_create_label (text);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self), label);
}

/* What the asset has so far, so that nobody replaces it without seeing it. */
static void
add_present (TagaQuestionResult *self, TagaEdition *edition, TagaRecord *asset)
{
  const TagaField *field = &TAGA_RECORD_GET_CLASS (asset)->fields[self->field];
  const TagaValue *value = taga_record_get_value (asset, self->field);
  const char *reason = taga_record_get_text (asset, self->field - TAGA_ASSET_CONFIDENTIALITY
                                                        + TAGA_ASSET_CONFIDENTIALITY_REASON);
  g_autofree char *level =
      taga_edition_format (edition, field, value, taga_language_is_japanese ());
  g_autofree char *text = NULL;

  if (taga_field_is_empty (field, value))
    text = g_strdup (_ ("No value so far."));
  else if (value->number == self->level)
    text = g_strdup_printf (_ ("The value is already %s."), level);
  else
    text = g_strdup_printf (_ ("The value so far is %s."), level);
  add_label (self, text, NULL);

  if (reason != NULL)
    {
      g_autofree char *words = g_strdup_printf (_ ("Reason so far: %s"), reason);

      add_label (self, words, NULL);
    }
}

static void
add_editor (TagaQuestionResult *self, const char *title)
{
  GtkWidget *view = gtk_text_view_new_with_buffer (self->reason);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_add_css_class (view, "taga-reason-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), REASON_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  add_label (self, title, "caption-heading");
  gtk_box_append (GTK_BOX (self), scrolled);
}

/**
 * taga_question_result_new:
 * @edition: the method edition
 * @asset: the asset
 * @field: which value: confidentiality, integrity or availability
 * @level: what the questions came to
 * @reason: why
 *
 * Makes the view of what a round came to.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
taga_question_result_new (TagaEdition *edition,
                          TagaRecord *asset,
                          guint field,
                          int level,
                          const char *reason)
{
  TagaQuestionResult *self = g_object_new (TAGA_TYPE_QUESTION_RESULT, NULL);
  const TagaField *fields = TAGA_RECORD_GET_CLASS (asset)->fields;
  guint reason_field = field - TAGA_ASSET_CONFIDENTIALITY + TAGA_ASSET_CONFIDENTIALITY_REASON;
  g_autofree char *heading = g_strdup_printf ("%s %d", _ (fields[field].title), level);
  g_autofree char *criterion = taga_ui_format_criterion (edition, fields[field].name, level);

  self->field = field;
  self->level = level;
  gtk_text_buffer_set_text (self->reason, reason, -1);

  add_label (self, heading, "title-2");
  add_present (self, edition, asset);
  add_editor (self, _ (fields[reason_field].title));
  add_label (self, _ ("What this level stands for"), "caption-heading");
  add_label (self, criterion, "caption");

  return GTK_WIDGET (self);
}

/**
 * taga_question_result_get_field:
 * @self: a result
 *
 * Gets which value it is about.
 *
 * Returns: a field of an asset
 */
guint
taga_question_result_get_field (TagaQuestionResult *self)
{
  g_return_val_if_fail (TAGA_IS_QUESTION_RESULT (self), 0);

  return self->field;
}

/**
 * taga_question_result_get_level:
 * @self: a result
 *
 * Gets what the questions came to.
 *
 * Returns: a level
 */
int
taga_question_result_get_level (TagaQuestionResult *self)
{
  g_return_val_if_fail (TAGA_IS_QUESTION_RESULT (self), TAGA_UNKNOWN);

  return self->level;
}

/**
 * taga_question_result_dup_reason:
 * @self: a result
 *
 * Gets the reason as it stands, without blanks around it.
 *
 * Returns: (transfer full): the reason, which may be empty
 */
char *
taga_question_result_dup_reason (TagaQuestionResult *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (TAGA_IS_QUESTION_RESULT (self), NULL);

  gtk_text_buffer_get_bounds (self->reason, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (self->reason, &start, &end, FALSE));
}
