#include "taga-treatment-dialog.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-date.h"
#include "taga-edit-run.h"
#include "taga-judgement.h"
#include "taga-language.h"
#include "taga-treatment-text.h"
#include "taga-treatment.h"
#include "taga-ui.h"

/**
 * TagaTreatmentDialog:
 *
 * Decides what is done about one or more risks: which treatment and why, what was rejected, what
 * remains, who accepts it. It advises, and forbids nothing; a line says what would remain while the
 * choice is made.
 */
struct _TagaTreatmentDialog
{
  AdwWindow parent_instance;

  GtkWidget *widget; /* (owned): where it was asked for */
  TagaStore *store;  /* (owned) */
  GArray *ids;       /* (owned) (element-type gint64) */
  TagaTreatment chosen;
  TagaTreatmentOutcome outcome;
  guint next; /* the first asset that the outcome does not count yet */
  guint idle_id;
  gboolean is_setting;
  gboolean rejected_changed;
  gboolean accepted_changed;

  TagaJudgement *residual;
  TagaJudgement *threat;
  TagaJudgement *vulnerability;

  /* Template */
  GtkLabel *heading;
  GtkLabel *advice;
  AdwPreferencesGroup *treatments;
  GtkBox *box;
  GtkWidget *acceptance;
  GtkEditable *reason;
  GtkEditable *rejected;
  GtkEditable *accepted_by;
  GtkEditable *accepted_on;
  GtkExpander *overrides_expander;
  GtkBox *overrides;
  GtkLabel *line;
  GtkWidget *apply_button;
};

G_DEFINE_FINAL_TYPE (TagaTreatmentDialog, taga_treatment_dialog, ADW_TYPE_WINDOW)

/* So many assets are counted in one go, and so many are looked at for what they have in common. */
#define PORTION 200

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

/* What keeps the decision from being taken over; (nullable). */
static const char *
find_obstacle (TagaTreatmentDialog *self)
{
  g_autofree char *day = taga_date_parse (gtk_editable_get_text (self->accepted_on));

  if (self->chosen == TAGA_TREATMENT_NONE)
    return _ ("Choose a treatment.");
  if (is_blank (self->reason))
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
  g_autofree char *outcome = taga_treatment_text_describe_outcome (self->store, &self->outcome);
  g_autofree char *advice = taga_treatment_text_describe_advice (self->store, &self->outcome);
  g_autofree char *text = NULL;

  if (self->chosen == TAGA_TREATMENT_NONE)
    text = g_strdup (obstacle);
  else
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

  if (!taga_treatment_foresee (self->store, self->ids, self->next, PORTION, &choice, &self->outcome,
                               &error))
    {
      self->idle_id = 0;
      gtk_label_set_label (self->line, error->message);
      return G_SOURCE_REMOVE;
    }

  self->next += PORTION;
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

static void
recount (TagaTreatmentDialog *self)
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
rejected_changed_cb (TagaTreatmentDialog *self)
{
  self->rejected_changed |= !self->is_setting;
}

static void
accepted_changed_cb (TagaTreatmentDialog *self)
{
  self->accepted_changed |= !self->is_setting;
  changed_cb (self);
}

/* The name of a treatment's button is its number. */
static void
toggled_cb (TagaTreatmentDialog *self, GtkCheckButton *button)
{
  if (!gtk_check_button_get_active (button))
    return;

  self->chosen =
      (TagaTreatment) g_ascii_strtoll (gtk_widget_get_name (GTK_WIDGET (button)), NULL, 10);
  recount (self);
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
      taga_edits_put (edits, TAGA_ASSET_TREATMENT, &treatment);
      put_text (edits, TAGA_ASSET_TREATMENT_REASON, self->reason);
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

static void
apply_cb (TagaTreatmentDialog *self)
{
  g_autoptr (TagaEdits) edits = NULL;
  g_autofree char *label = NULL;

  if (self->idle_id != 0 || find_obstacle (self) != NULL)
    return;

  edits = create_edits (self);
  /* Translators: how many risks, and the treatment */
  label =
      g_strdup_printf (ngettext ("Decide on %u risk: %s", "Decide on %u risks: %s", self->ids->len),
                       self->ids->len, taga_treatment_text_get_label (self->store, self->chosen));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  taga_edit_run (self->widget, self->store, edits, label, G_MAXUINT, NULL, NULL, NULL, NULL);
  gtk_window_destroy (GTK_WINDOW (self));
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
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, rejected_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, accepted_changed_cb);
}

static void
taga_treatment_dialog_init (TagaTreatmentDialog *self)
{
  self->is_setting = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkCheckButton *
add_treatment (TagaTreatmentDialog *self, const TagaChoice *choice, GtkCheckButton *group)
{
  gboolean japanese = taga_language_is_japanese ();
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  GtkWidget *button = gtk_check_button_new ();
  g_autofree char *name = g_strdup_printf ("%d", taga_treatment_from_key (choice->key));
  /* Translators: what a treatment means, and when it fits */
  g_autofree char *words =
      g_strdup_printf (_ ("%s\nFits: %s"), japanese ? choice->text_ja : choice->text_en,
                       japanese ? choice->advice_ja : choice->advice_en);

  gtk_widget_set_name (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), group);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  japanese ? choice->label_ja : choice->label_en,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 japanese ? choice->label_ja : choice->label_en);
  adw_action_row_set_subtitle (row, words);
  adw_action_row_set_subtitle_lines (row, 0);
  adw_action_row_add_prefix (row, button);
  adw_action_row_set_activatable_widget (row, button);
  adw_preferences_group_add (self->treatments, GTK_WIDGET (row));
  if (taga_treatment_from_key (choice->key) == self->chosen)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
  if (group == NULL || gtk_check_button_get_active (GTK_CHECK_BUTTON (button)))
    gtk_window_set_focus (GTK_WINDOW (self), button);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  return GTK_CHECK_BUTTON (button);
}

static TagaJudgement *
create_judgement (TagaTreatmentDialog *self, const char *title, const char *usual)
{
  GtkWidget *judgement = taga_judgement_new (title, usual);

  g_signal_connect_object (judgement, "changed", G_CALLBACK (recount), self, G_CONNECT_SWAPPED);

  return TAGA_JUDGEMENT (judgement);
}

static void
add_levels (TagaTreatmentDialog *self, TagaJudgement *judgement, const char *domain)
{
  guint n;
  const TagaChoice *choices =
      taga_edition_get_choices (taga_store_get_edition (self->store), domain, &n);

  for (guint i = 0; i < n; i++)
    taga_judgement_add_choice (judgement, choices[i].number,
                               taga_language_is_japanese () ? choices[i].label_ja
                                                            : choices[i].label_en);
}

/* Any product of an importance and a likelihood may be what remains. */
static void
add_risks (TagaTreatmentDialog *self)
{
  TagaEdition *edition = taga_store_get_edition (self->store);
  const TagaScale *scale = taga_edition_get_scale (edition);

  for (int value = scale->highest * 3; value >= scale->lowest; value--)
    for (int likelihood = 1; likelihood <= 3; likelihood++)
      if (value % likelihood == 0 && value / likelihood <= scale->highest
          && value / likelihood >= scale->lowest)
        {
          g_autofree char *label =
              taga_edition_format_risk (edition, value, taga_language_is_japanese ());

          taga_judgement_add_choice (self->residual, value, label);
          break;
        }
}

static void
add_judgements (TagaTreatmentDialog *self)
{
  self->residual = create_judgement (self, _ ("What remains"), _ ("As computed"));
  add_risks (self);
  gtk_box_insert_child_after (self->box, GTK_WIDGET (self->residual),
                              gtk_widget_get_prev_sibling (self->acceptance));

  self->threat = create_judgement (self, _ ("Threat frequency"), _ ("As the threats say"));
  self->vulnerability = create_judgement (self, _ ("Vulnerability"), _ ("As the checks say"));
  add_levels (self, self->threat, "frequency");
  add_levels (self, self->vulnerability, "vulnerability");
  gtk_box_append (self->overrides, GTK_WIDGET (self->threat));
  gtk_box_append (self->overrides, GTK_WIDGET (self->vulnerability));
}

static void
load_text (TagaTreatmentDialog *self, guint field, GtkEditable *editable)
{
  TagaRecordClass *klass = taga_record_class_peek (TAGA_TYPE_ASSET);
  g_auto (TagaValue) value = TAGA_VALUE_INIT;
  g_autofree char *text = NULL;

  if (!taga_treatment_find_common (self->store, self->ids, field, PORTION, &value))
    return;

  text = taga_edition_format (taga_store_get_edition (self->store), &klass->fields[field], &value,
                              taga_language_is_japanese ());
  gtk_editable_set_text (editable, text);
}

/* Returns whether there is something by hand. */
static gboolean
load_judgement (TagaTreatmentDialog *self,
                TagaJudgement *judgement,
                guint field,
                guint reason_field)
{
  g_auto (TagaValue) value = TAGA_VALUE_INIT;
  g_auto (TagaValue) reason = TAGA_VALUE_INIT;

  if (!taga_treatment_find_common (self->store, self->ids, field, PORTION, &value)
      || !taga_treatment_find_common (self->store, self->ids, reason_field, PORTION, &reason))
    {
      taga_judgement_set_mixed (judgement);
      return TRUE;
    }

  taga_judgement_set (judgement, (int) value.number, reason.text);
  return value.number != TAGA_UNKNOWN;
}

static void
load (TagaTreatmentDialog *self)
{
  g_auto (TagaValue) treatment = TAGA_VALUE_INIT;
  gboolean by_hand;

  if (taga_treatment_find_common (self->store, self->ids, TAGA_ASSET_TREATMENT, PORTION,
                                  &treatment))
    self->chosen = taga_treatment_from_key (treatment.text);
  load_text (self, TAGA_ASSET_TREATMENT_REASON, self->reason);
  load_text (self, TAGA_ASSET_REJECTED_OPTIONS, self->rejected);
  load_text (self, TAGA_ASSET_ACCEPTED_BY, self->accepted_by);
  load_text (self, TAGA_ASSET_ACCEPTED_ON, self->accepted_on);
  load_judgement (self, self->residual, TAGA_ASSET_RESIDUAL_OVERRIDE, TAGA_ASSET_RESIDUAL_REASON);
  by_hand =
      load_judgement (self, self->threat, TAGA_ASSET_THREAT_OVERRIDE, TAGA_ASSET_THREAT_REASON);
  by_hand |= load_judgement (self, self->vulnerability, TAGA_ASSET_VULNERABILITY_OVERRIDE,
                             TAGA_ASSET_VULNERABILITY_REASON);
  gtk_expander_set_expanded (self->overrides_expander, by_hand);
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
  GtkCheckButton *group = NULL;
  guint n;
  const TagaChoice *choices =
      taga_edition_get_choices (taga_store_get_edition (store), "treatment", &n);

  self->widget = g_object_ref (widget);
  self->store = g_object_ref (store);
  self->ids = g_array_ref (ids);
  gtk_label_set_label (self->heading, heading);
  add_judgements (self);
  load (self);
  for (guint i = 0; i < n; i++)
    group = add_treatment (self, &choices[i], group);
  self->is_setting = FALSE;
  recount (self);

  gtk_window_set_transient_for (GTK_WINDOW (self),
                                GTK_WINDOW (gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW)));
  gtk_window_present (GTK_WINDOW (self));
}
