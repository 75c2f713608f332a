#include "taga-question-dialog.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-criteria.h"
#include "taga-interview.h"
#include "taga-language.h"
#include "taga-question-result.h"
#include "taga-ui.h"

/**
 * TagaQuestionDialog:
 *
 * Leads to the values of an asset by short rounds of everyday questions, answered by yes or no, and
 * keeps with each value the reason for it.
 */
struct _TagaQuestionDialog
{
  AdwWindow parent_instance;

  TagaStore *store;         /* (owned) */
  TagaRecord *asset;        /* (owned) */
  TagaInterview *interview; /* (owned) */

  /* Template */
  GtkStack *stack;
  GtkLabel *mark_label;
  GtkLabel *name_label;
  GtkLabel *progress_label;
  GtkWidget *question_box;
  GtkLabel *question_label;
  GtkLabel *example_label;
  GtkLabel *source_label;
  GtkBox *results;
  GtkWidget *hint_label;
  GtkWidget *finish_button;
  GtkWidget *take_button;
};

G_DEFINE_FINAL_TYPE (TagaQuestionDialog, taga_question_dialog, ADW_TYPE_WINDOW)

static gboolean
is_asking (TagaQuestionDialog *self)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), "question");
}

static guint
get_field (TagaQuestionDialog *self, guint round)
{
  return (guint) taga_record_class_find_field (
      TAGA_RECORD_GET_CLASS (self->asset), taga_interview_get_property (self->interview, round));
}

static void
update_progress (TagaQuestionDialog *self, guint index)
{
  guint round = taga_interview_get_n_done (self->interview);
  guint n_rounds = taga_interview_get_n_rounds (self->interview);
  const TagaQuestionSet *set = taga_interview_get_set (self->interview, round);
  const TagaField *field = &TAGA_RECORD_GET_CLASS (self->asset)->fields[get_field (self, round)];
  const char *title = set->title[taga_language_is_japanese () ? 0 : 1];
  g_autofree char *text = NULL;

  if (n_rounds == 1)
    /* Translators: a value, what its questions are about, number of the question, of how many */
    text = g_strdup_printf (_ ("%s: %s · question %u of %u"), _ (field->title), title, index + 1,
                            set->n_questions);
  else
    /* Translators: number of the value, of how many, which value, what its questions are about,
     * number of the question, of how many */
    text = g_strdup_printf (_ ("Value %u of %u, %s: %s · question %u of %u"), round + 1, n_rounds,
                            _ (field->title), title, index + 1, set->n_questions);
  gtk_label_set_label (self->progress_label, text);
}

/* Which buttons there are follows from where one is. */
static void
update_buttons (TagaQuestionDialog *self)
{
  guint n_done = taga_interview_get_n_done (self->interview);
  gboolean asking = is_asking (self);
  guint index = 0;
  gboolean moved;

  taga_interview_get_question (self->interview, &index);
  moved = n_done > 0 || index > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "question.yes", asking);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "question.no", asking);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "question.back", moved);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "question.take",
                                 !asking && !taga_store_is_read_only (self->store));
  gtk_widget_set_visible (self->finish_button, asking && n_done > 0);
  gtk_widget_set_visible (self->take_button, !asking);
  gtk_widget_set_visible (self->hint_label, TRUE);
  gtk_label_set_label (GTK_LABEL (self->hint_label),
                       asking ? _ ("Y yes, N no, Backspace one back") : "");
}

static void
show_question (TagaQuestionDialog *self)
{
  gboolean japanese = taga_language_is_japanese ();
  guint index;
  const TagaQuestion *question = taga_interview_get_question (self->interview, &index);
  const char *example = question->example[japanese ? 0 : 1];
  g_autofree char *words =
      /* Translators: %s lists some examples */
      example == NULL ? NULL : g_strdup_printf (_ ("For example: %s"), example);

  gtk_stack_set_visible_child_name (self->stack, "question");
  update_progress (self, index);
  gtk_label_set_label (self->question_label, question->text[japanese ? 0 : 1]);
  gtk_label_set_label (self->example_label, words == NULL ? "" : words);
  gtk_widget_set_visible (GTK_WIDGET (self->example_label), words != NULL);
  gtk_window_set_default_widget (GTK_WINDOW (self), NULL);
  update_buttons (self);
  gtk_widget_grab_focus (self->question_box);
}

static gboolean
is_offered (TagaQuestionDialog *self, guint field)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->results)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_CHECK_BUTTON (child)
        && GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (child), "field")) == field)
      return TRUE;

  return FALSE;
}

/* Who says that it tells about people, of an asset without the mark, may set the mark by the way.
 * The mark alone gives the highest importance, so this is never done unasked. */
static void
offer_mark (TagaQuestionDialog *self, const char *mark)
{
  const TagaField *fields = TAGA_RECORD_GET_CLASS (self->asset)->fields;
  int field =
      mark == NULL ? -1 : taga_record_class_find_field (TAGA_RECORD_GET_CLASS (self->asset), mark);
  g_autofree char *label = NULL;
  GtkWidget *check, *why;

  if (field < 0 || taga_record_get_value (self->asset, (guint) field)->number > 0
      || is_offered (self, (guint) field))
    return;

  /* Translators: %s is one of the asset's marks, as in: Personal information */
  label = g_strdup_printf (_ ("Set the mark “%s”"), _ (fields[field].title));
  check = gtk_check_button_new_with_label (label);
  why = taga_ui_create_label (_ ("You answered that it tells about individuals, but the asset does "
                                 "not have this mark. With the mark, the importance is always the "
                                 "highest, so it is only set if you tick it."));
  gtk_widget_add_css_class (why, "caption");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, why,
                                  NULL, -1);
  g_object_set_data (G_OBJECT (check), "field", GUINT_TO_POINTER ((guint) field));
  gtk_box_append (self->results, check);
  gtk_box_append (self->results, why);
}

static void
show_results (TagaQuestionDialog *self)
{
  TagaEdition *edition = taga_store_get_edition (self->store);
  guint n_done = taga_interview_get_n_done (self->interview);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->results))) != NULL)
    gtk_box_remove (self->results, child);

  for (guint i = 0; i < n_done; i++)
    gtk_box_append (self->results, taga_question_result_new (
                                       edition, self->asset, get_field (self, i),
                                       taga_interview_get_level (self->interview, i),
                                       taga_interview_get_reason (self->interview, i,
                                                                  taga_language_is_japanese ())));

  for (guint i = 0; i < n_done; i++)
    offer_mark (self, taga_interview_get_mark (self->interview, i));

  gtk_stack_set_visible_child_name (self->stack, "result");
  update_buttons (self);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->take_button);
  gtk_widget_grab_focus (self->take_button);
}

static void
show_next (TagaQuestionDialog *self)
{
  if (taga_interview_get_question (self->interview, NULL) == NULL)
    show_results (self);
  else
    show_question (self);
}

static void
answer_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaQuestionDialog *self = TAGA_QUESTION_DIALOG (widget);

  taga_interview_answer (self->interview, g_str_equal (action_name, "question.yes"));
  show_next (self);
}

/* From the results of a sitting that was finished early, back is to the question that was open. */
static void
back_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaQuestionDialog *self = TAGA_QUESTION_DIALOG (widget);

  if (is_asking (self) || taga_interview_get_question (self->interview, NULL) == NULL)
    taga_interview_back (self->interview);
  show_question (self);
}

static void
finish_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaQuestionDialog *self = TAGA_QUESTION_DIALOG (widget);

  if (taga_interview_get_n_done (self->interview) > 0)
    show_results (self);
}

static void
criteria_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaQuestionDialog *self = TAGA_QUESTION_DIALOG (widget);
  guint round = taga_interview_get_n_done (self->interview);

  if (round == taga_interview_get_n_rounds (self->interview))
    round--;
  taga_criteria_present (GTK_WINDOW (self), self->store, get_field (self, round));
}

static gboolean
take_result (TagaQuestionDialog *self, TagaQuestionResult *result, GError **error)
{
  guint field = taga_question_result_get_field (result);
  const guint fields[] = { field,
                           field - TAGA_ASSET_CONFIDENTIALITY + TAGA_ASSET_CONFIDENTIALITY_REASON };
  g_autofree char *reason = taga_question_result_dup_reason (result);
  const TagaValue values[] = {
    { NULL, taga_question_result_get_level (result) },
    { *reason == '\0' ? NULL : reason, TAGA_UNKNOWN },
  };

  return taga_store_update (self->store, TAGA_TYPE_ASSET, taga_record_get_id (self->asset), fields,
                            values, G_N_ELEMENTS (fields), error);
}

static gboolean
take_mark (TagaQuestionDialog *self, GtkCheckButton *check, GError **error)
{
  guint field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "field"));
  const TagaValue value = { NULL, 1 };

  return !gtk_check_button_get_active (check)
         || taga_store_update (self->store, TAGA_TYPE_ASSET, taga_record_get_id (self->asset),
                               &field, &value, 1, error);
}

/* Levels and reasons of all rounds that were answered, and marks that are ticked, as one step. */
static gboolean
take_results (TagaQuestionDialog *self, GError **error)
{
  g_autofree char *label = NULL;
  gboolean done = TRUE;

  /* Translators: %s is the name of an asset */
  label = g_strdup_printf (_ ("Value “%s” by questions"),
                           taga_record_get_text (self->asset, TAGA_ASSET_NAME));
  if (!taga_store_begin (self->store, label, error))
    return FALSE;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->results));
       done && child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (TAGA_IS_QUESTION_RESULT (child))
        done = take_result (self, TAGA_QUESTION_RESULT (child), error);
      else if (GTK_IS_CHECK_BUTTON (child))
        done = take_mark (self, GTK_CHECK_BUTTON (child), error);
    }

  if (done)
    return taga_store_commit (self->store, error);

  taga_store_rollback (self->store);
  return FALSE;
}

static void
take_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaQuestionDialog *self = TAGA_QUESTION_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  gboolean done = take_results (self, &error);

  taga_ui_report (widget, done, error);
  if (done)
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
key_pressed_cb (TagaQuestionDialog *self, guint keyval, guint keycode, GdkModifierType state)
{
  static const struct
  {
    guint keyval;
    const char *action;
    gboolean when_asking;
  } keys[] = {
    { GDK_KEY_y, "question.yes", TRUE },          { GDK_KEY_n, "question.no", TRUE },
    { GDK_KEY_BackSpace, "question.back", TRUE }, { GDK_KEY_F1, "question.criteria", FALSE },
    { GDK_KEY_Escape, "window.close", FALSE },
  };
  gboolean in_text = GTK_IS_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (self)));

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].keyval == gdk_keyval_to_lower (keyval) && !(keys[i].when_asking && in_text))
      return gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL);

  return GDK_EVENT_PROPAGATE;
}

static void
taga_question_dialog_dispose (GObject *object)
{
  TagaQuestionDialog *self = TAGA_QUESTION_DIALOG (object);

  g_clear_pointer (&self->interview, taga_interview_free);
  g_clear_object (&self->asset);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_QUESTION_DIALOG);

  G_OBJECT_CLASS (taga_question_dialog_parent_class)->dispose (object);
}

static void
taga_question_dialog_class_init (TagaQuestionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_question_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-question-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaQuestionDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TagaQuestionDialog, mark_label);
  gtk_widget_class_bind_template_child (widget_class, TagaQuestionDialog, name_label);
  gtk_widget_class_bind_template_child (widget_class, TagaQuestionDialog, progress_label);
  gtk_widget_class_bind_template_child (widget_class, TagaQuestionDialog, question_box);
  gtk_widget_class_bind_template_child (widget_class, TagaQuestionDialog, question_label);
  gtk_widget_class_bind_template_child (widget_class, TagaQuestionDialog, example_label);
  gtk_widget_class_bind_template_child (widget_class, TagaQuestionDialog, source_label);
  gtk_widget_class_bind_template_child (widget_class, TagaQuestionDialog, results);
  gtk_widget_class_bind_template_child (widget_class, TagaQuestionDialog, hint_label);
  gtk_widget_class_bind_template_child (widget_class, TagaQuestionDialog, finish_button);
  gtk_widget_class_bind_template_child (widget_class, TagaQuestionDialog, take_button);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);

  gtk_widget_class_install_action (widget_class, "question.yes", NULL, answer_action);
  gtk_widget_class_install_action (widget_class, "question.no", NULL, answer_action);
  gtk_widget_class_install_action (widget_class, "question.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "question.finish", NULL, finish_action);
  gtk_widget_class_install_action (widget_class, "question.take", NULL, take_action);
  gtk_widget_class_install_action (widget_class, "question.criteria", NULL, criteria_action);
}

static void
taga_question_dialog_init (TagaQuestionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* That a mark decides the importance alone is the guideline's rule, so it is said first. */
static void
update_mark (TagaQuestionDialog *self)
{
  TagaEdition *edition = taga_store_get_edition (self->store);
  gboolean marked = taga_asset_has_personal_information (taga_record_get_value (self->asset, 0));
  g_autofree char *text = NULL;

  text = g_strdup_printf (_ ("This asset has a mark of personal information, so its importance is "
                             "%d, the highest, whatever you answer. The three values can still be "
                             "recorded."),
                          taga_edition_get_scale (edition)->highest);
  gtk_label_set_label (self->mark_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->mark_label), marked);
}

/**
 * taga_question_dialog_present:
 * @parent: the window in front of which the questions stand
 * @store: the company file
 * @asset: number of an asset
 * @field: confidentiality, integrity or availability of the asset; any other field for all three
 *
 * Asks everyday questions about an asset, and takes over what they lead to if the user wants it.
 */
void
taga_question_dialog_present (GtkWindow *parent, TagaStore *store, gint64 asset, guint field)
{
  static const char *const all[] = { "confidentiality", "integrity", "availability", NULL };
  gboolean is_one = field >= TAGA_ASSET_CONFIDENTIALITY && field <= TAGA_ASSET_AVAILABILITY;
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaRecord) record = taga_store_get_record (store, TAGA_TYPE_ASSET, asset, &error);
  TagaEdition *edition = taga_store_get_edition (store);
  const char *const one[] = { is_one ? all[field - TAGA_ASSET_CONFIDENTIALITY] : NULL, NULL };
  TagaQuestionDialog *self;

  if (record == NULL)
    {
      taga_ui_show_error (GTK_WIDGET (parent), _ ("The questions cannot be asked"), error);
      return;
    }

  self = g_object_new (TAGA_TYPE_QUESTION_DIALOG, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  self->asset = g_steal_pointer (&record);
  self->interview = taga_interview_new (edition, is_one ? one : all);
  gtk_label_set_label (self->name_label, taga_record_get_text (self->asset, TAGA_ASSET_NAME));
  gtk_label_set_label (self->source_label, taga_edition_get_source (edition, "questions",
                                                                    taga_language_is_japanese ()));
  update_mark (self);
  show_question (self);
  gtk_window_present (GTK_WINDOW (self));
}
