#include "taga-treatment-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-date.h"
#include "taga-edit-run.h"
#include "taga-treatment-text.h"
#include "taga-ui.h"

/**
 * TagaTreatmentDialog:
 *
 * Decides what is done about one or more risks: which treatment and why, what was rejected, what
 * remains, who accepts it. It advises, and forbids nothing; a line says what would remain while the
 * choice is made.
 */
G_DEFINE_FINAL_TYPE (TagaTreatmentDialog, taga_treatment_dialog, ADW_TYPE_WINDOW)

static TagaTreatmentChoice
get_choice (TagaTreatmentDialog *self)
{
  return (TagaTreatmentChoice){
    .treatment = self->chosen,
    .keeps_residual = taga_judgement_is_kept (self->residual),
    .residual = taga_judgement_get_number (self->residual),
    .keeps_threat = taga_judgement_is_kept (self->threat),
    .threat = taga_judgement_get_number (self->threat),
    .keeps_vulnerability = taga_judgement_is_kept (self->vulnerability),
    .vulnerability = taga_judgement_get_number (self->vulnerability),
  };
}

static gboolean
is_blank (GtkEditable *editable)
{
  return taga_judgement_is_blank (gtk_editable_get_text (editable));
}

/* Threat and vulnerability may be judged by hand before anything is decided. */
static gboolean
judges_only (TagaTreatmentDialog *self)
{
  return self->chosen == TAGA_TREATMENT_NONE && !self->reason_changed && !self->rejected_changed
         && !self->accepted_changed && !taga_judgement_is_changed (self->residual)
         && (taga_judgement_is_changed (self->threat)
             || taga_judgement_is_changed (self->vulnerability));
}

/* What keeps the decision from being taken over; (nullable). */
static const char *
find_obstacle (TagaTreatmentDialog *self)
{
  g_autofree char *day = taga_date_parse (gtk_editable_get_text (self->accepted_on));

  if (self->chosen == TAGA_TREATMENT_NONE && !judges_only (self))
    return _ ("Choose a treatment.");
  if (self->chosen != TAGA_TREATMENT_NONE && is_blank (self->reason))
    return _ ("Write down the reason; then the decision can be taken over.");
  if (taga_judgement_lacks_reason (self->residual) || taga_judgement_lacks_reason (self->threat)
      || taga_judgement_lacks_reason (self->vulnerability))
    return _ ("What is judged by hand needs a reason.");
  if (!is_blank (self->accepted_on) && day == NULL)
    return _ ("“Accepted on” is not a day. Write it as 2026/4/1 or 令和8年4月1日.");

  return NULL;
}

static void
show_outcome (TagaTreatmentDialog *self)
{
  const char *obstacle = find_obstacle (self);
  g_autofree char *outcome = taga_treatment_text_describe_outcome (
      self->store, &self->outcome, self->chosen != TAGA_TREATMENT_NONE);
  g_autofree char *advice = taga_treatment_text_describe_advice (self->store, &self->outcome);
  g_autofree char *text = NULL;

  text = obstacle == NULL ? g_strdup (outcome) : g_strdup_printf ("%s\n%s", outcome, obstacle);
  gtk_label_set_label (self->advice, advice);
  gtk_label_set_label (self->line, text);
  gtk_widget_set_sensitive (self->apply_button, obstacle == NULL);
}

static gboolean
count_portion (gpointer user_data)
{
  TagaTreatmentDialog *self = user_data;
  TagaTreatmentChoice choice = get_choice (self);
  g_autoptr (GError) error = NULL;

  if (!taga_treatment_foresee (self->store, self->ids, self->next, TAGA_TREATMENT_PORTION, &choice,
                               &self->outcome, &error))
    {
      self->idle_id = 0;
      gtk_label_set_label (self->line, error->message);
      return G_SOURCE_REMOVE;
    }

  self->next += TAGA_TREATMENT_PORTION;
  if (self->next < self->ids->len)
    {
      g_autofree char *text =
          g_strdup_printf (_ ("Counting… %u of %u"), self->next, self->ids->len);

      gtk_label_set_label (self->line, text);
      return G_SOURCE_CONTINUE;
    }

  self->idle_id = 0;
  show_outcome (self);
  return G_SOURCE_REMOVE;
}

/**
 * taga_treatment_dialog_recount:
 * @self: a dialog
 *
 * Counts what the decision would come to, for something else was chosen. It is for the dialog's own
 * sources.
 */
void
taga_treatment_dialog_recount (TagaTreatmentDialog *self)
{
  if (self->is_setting)
    return;

  g_clear_handle_id (&self->idle_id, g_source_remove);
  gtk_widget_set_sensitive (self->apply_button, FALSE);
  self->outcome = (TagaTreatmentOutcome){ 0 };
  self->next = 0;
  if (count_portion (self) == G_SOURCE_CONTINUE)
    self->idle_id = g_idle_add (count_portion, self);
}

/* A text changes nothing about the figures. */
static void
changed_cb (TagaTreatmentDialog *self)
{
  if (!self->is_setting && self->idle_id == 0)
    show_outcome (self);
}

static void
reason_changed_cb (TagaTreatmentDialog *self)
{
  self->reason_changed |= !self->is_setting;
  changed_cb (self);
}

static void
rejected_changed_cb (TagaTreatmentDialog *self)
{
  self->rejected_changed |= !self->is_setting;
  changed_cb (self);
}

static void
accepted_changed_cb (TagaTreatmentDialog *self)
{
  self->accepted_changed |= !self->is_setting;
  changed_cb (self);
}

/**
 * taga_treatment_dialog_choose:
 * @self: a dialog
 * @treatment: what is to be done
 *
 * Chooses a treatment. It is for the dialog's own sources.
 */
void
taga_treatment_dialog_choose (TagaTreatmentDialog *self, TagaTreatment treatment)
{
  self->choice_changed |= !self->is_setting && treatment != self->chosen;
  self->chosen = treatment;
  taga_treatment_dialog_recount (self);
}

static void
put_text (TagaEdits *edits, guint field, GtkEditable *editable)
{
  const char *text = gtk_editable_get_text (editable);
  const TagaValue value = { *text == '\0' ? NULL : (char *) text, TAGA_UNKNOWN };

  taga_edits_put (edits, field, &value);
}

/* Who accepts something without saying when does it today. */
static void
put_acceptance (TagaTreatmentDialog *self, TagaEdits *edits)
{
  g_autofree char *entered = taga_date_parse (gtk_editable_get_text (self->accepted_on));
  g_autofree char *today = taga_date_today ();
  gboolean is_accepted = !is_blank (self->accepted_by);
  const TagaValue day = { entered == NULL && is_accepted ? today : entered, TAGA_UNKNOWN };

  if (!self->accepted_changed)
    return;

  put_text (edits, TAGA_ASSET_ACCEPTED_BY, self->accepted_by);
  taga_edits_put (edits, TAGA_ASSET_ACCEPTED_ON, &day);
}

static TagaEdits *
create_edits (TagaTreatmentDialog *self)
{
  const TagaValue treatment = { (char *) taga_treatment_to_key (self->chosen), TAGA_UNKNOWN };
  TagaEdits *edits = taga_edits_new (TAGA_TYPE_ASSET);

  for (guint i = 0; i < self->ids->len; i++)
    {
      taga_edits_change (edits, g_array_index (self->ids, gint64, i));
      if (self->chosen != TAGA_TREATMENT_NONE)
        {
          taga_edits_put (edits, TAGA_ASSET_TREATMENT, &treatment);
          put_text (edits, TAGA_ASSET_TREATMENT_REASON, self->reason);
        }
      if (self->rejected_changed)
        put_text (edits, TAGA_ASSET_REJECTED_OPTIONS, self->rejected);
      put_acceptance (self, edits);
      taga_judgement_put (self->residual, edits, TAGA_ASSET_RESIDUAL_OVERRIDE,
                          TAGA_ASSET_RESIDUAL_REASON);
      taga_judgement_put (self->threat, edits, TAGA_ASSET_THREAT_OVERRIDE,
                          TAGA_ASSET_THREAT_REASON);
      taga_judgement_put (self->vulnerability, edits, TAGA_ASSET_VULNERABILITY_OVERRIDE,
                          TAGA_ASSET_VULNERABILITY_REASON);
    }

  return edits;
}

static char *
create_label (TagaTreatmentDialog *self)
{
  guint n = self->ids->len;

  if (self->chosen == TAGA_TREATMENT_NONE)
    return g_strdup_printf (ngettext ("Judge %u risk by hand", "Judge %u risks by hand", n), n);

  /* Translators: how many risks, and the treatment */
  return g_strdup_printf (ngettext ("Decide on %u risk: %s", "Decide on %u risks: %s", n), n,
                          taga_treatment_text_get_label (self->store, self->chosen));
}

static void
apply_cb (TagaTreatmentDialog *self)
{
  g_autoptr (TagaEdits) edits = NULL;
  g_autofree char *label = create_label (self);

  if (self->idle_id != 0 || find_obstacle (self) != NULL)
    return;

  edits = create_edits (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  taga_edit_run (self->widget, self->store, edits, label, G_MAXUINT, NULL, NULL, NULL, NULL);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
is_changed (TagaTreatmentDialog *self)
{
  return self->choice_changed || self->reason_changed || self->rejected_changed
         || self->accepted_changed || taga_judgement_is_changed (self->residual)
         || taga_judgement_is_changed (self->threat)
         || taga_judgement_is_changed (self->vulnerability);
}

static void
answered_cb (TagaTreatmentDialog *self, const char *response, GtkWindow *question)
{
  if (!g_str_equal (response, "drop"))
    return;

  /* The question is still being closed, and must not look for a window that is gone. */
  gtk_window_set_transient_for (question, NULL);
  self->is_dropped = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

/* What somebody has written does not go by one key. */
static gboolean
taga_treatment_dialog_close_request (GtkWindow *window)
{
  TagaTreatmentDialog *self = TAGA_TREATMENT_DIALOG (window);
  GtkWidget *question;

  if (self->is_dropped || !is_changed (self))
    return GTK_WINDOW_CLASS (taga_treatment_dialog_parent_class)->close_request (window);

  question = adw_message_dialog_new (window, _ ("Drop What You Entered?"),
                                     _ ("The decision has not been taken over yet."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "keep", _ ("_Keep Editing"),
                                    "drop", _ ("_Drop"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "drop",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "keep");
  g_signal_connect_object (question, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));

  return TRUE;
}

static void
taga_treatment_dialog_dispose (GObject *object)
{
  TagaTreatmentDialog *self = TAGA_TREATMENT_DIALOG (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  self->is_setting = TRUE;
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_object (&self->store);
  g_clear_object (&self->widget);
  if (self->apply_button != NULL)
    gtk_window_set_default_widget (GTK_WINDOW (self), NULL);
  adw_window_set_content (ADW_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_TREATMENT_DIALOG);

  G_OBJECT_CLASS (taga_treatment_dialog_parent_class)->dispose (object);
}

static void
taga_treatment_dialog_class_init (TagaTreatmentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_treatment_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = taga_treatment_dialog_close_request;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-treatment-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaTreatmentDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, TagaTreatmentDialog, advice);
  gtk_widget_class_bind_template_child (widget_class, TagaTreatmentDialog, treatments);
  gtk_widget_class_bind_template_child (widget_class, TagaTreatmentDialog, box);
  gtk_widget_class_bind_template_child (widget_class, TagaTreatmentDialog, acceptance);
  gtk_widget_class_bind_template_child (widget_class, TagaTreatmentDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, TagaTreatmentDialog, rejected);
  gtk_widget_class_bind_template_child (widget_class, TagaTreatmentDialog, accepted_by);
  gtk_widget_class_bind_template_child (widget_class, TagaTreatmentDialog, accepted_on);
  gtk_widget_class_bind_template_child (widget_class, TagaTreatmentDialog, overrides_expander);
  gtk_widget_class_bind_template_child (widget_class, TagaTreatmentDialog, overrides);
  gtk_widget_class_bind_template_child (widget_class, TagaTreatmentDialog, line);
  gtk_widget_class_bind_template_child (widget_class, TagaTreatmentDialog, apply_button);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, rejected_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, accepted_changed_cb);
}

static void
taga_treatment_dialog_init (TagaTreatmentDialog *self)
{
  self->is_setting = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * taga_treatment_dialog_present:
 * @widget: a widget of the window
 * @store: the company file
 * @ids: (element-type gint64): numbers of assets, at least one
 *
 * Lets the user decide what is done about the risks of assets, as one step.
 */
void
taga_treatment_dialog_present (GtkWidget *widget, TagaStore *store, GArray *ids)
{
  TagaTreatmentDialog *self = g_object_new (TAGA_TYPE_TREATMENT_DIALOG, NULL);
  g_autofree char *heading = taga_treatment_text_describe_heading (store, ids);

  self->widget = g_object_ref (widget);
  self->store = g_object_ref (store);
  self->ids = g_array_ref (ids);
  gtk_label_set_label (self->heading, heading);
  taga_treatment_dialog_fill (self);
  self->is_setting = FALSE;
  taga_treatment_dialog_recount (self);

  gtk_window_set_transient_for (GTK_WINDOW (self),
                                GTK_WINDOW (gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW)));
  gtk_window_present (GTK_WINDOW (self));
}
