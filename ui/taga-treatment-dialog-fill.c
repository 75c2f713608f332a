#include "taga-treatment-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-language.h"

/* What stands in the dialog: the treatments, what may be judged by hand, and what the risks have in
 * common so far. */

/* The name of a treatment's button is its number. */
static void
toggled_cb (TagaTreatmentDialog *self, GtkCheckButton *button)
{
  if (gtk_check_button_get_active (button))
    taga_treatment_dialog_choose (self, (TagaTreatment) g_ascii_strtoll (
                                            gtk_widget_get_name (GTK_WIDGET (button)), NULL, 10));
}

/* The treatments are one stop of Tab; arrows go from one to the next and choose it. */
static gboolean
pressed_cb (GtkEventControllerKey *controller,
            guint keyval,
            guint keycode,
            GdkModifierType state,
            gpointer user_data)
{
  GtkWidget *row = gtk_widget_get_ancestor (user_data, ADW_TYPE_ACTION_ROW);
  GtkWidget *next = NULL;

  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down || keyval == GDK_KEY_Right)
    next = gtk_widget_get_next_sibling (row);
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up || keyval == GDK_KEY_Left)
    next = gtk_widget_get_prev_sibling (row);
  else
    return GDK_EVENT_PROPAGATE;

  next = next == NULL ? NULL
                      : GTK_WIDGET (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (next)));
  if (next == NULL)
    return GDK_EVENT_STOP;

  gtk_check_button_set_active (GTK_CHECK_BUTTON (next), TRUE);
  gtk_widget_grab_focus (next);

  return GDK_EVENT_STOP;
}

static GtkCheckButton *
add_treatment (TagaTreatmentDialog *self, const TagaChoice *choice, GtkCheckButton *group)
{
  gboolean japanese = taga_language_is_japanese ();
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  GtkWidget *button = gtk_check_button_new ();
  GtkEventController *keys;
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
  gtk_widget_set_focusable (GTK_WIDGET (row), FALSE);
  adw_preferences_group_add (self->treatments, GTK_WIDGET (row));
  if (taga_treatment_from_key (choice->key) == self->chosen)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
  if (group == NULL || gtk_check_button_get_active (GTK_CHECK_BUTTON (button)))
    gtk_window_set_focus (GTK_WINDOW (self), button);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed_cb), button);
  gtk_widget_add_controller (button, keys);

  return GTK_CHECK_BUTTON (button);
}

static TagaJudgement *
create_judgement (TagaTreatmentDialog *self, const char *title, const char *usual)
{
  GtkWidget *judgement = taga_judgement_new (title, usual);

  g_signal_connect_object (judgement, "changed", G_CALLBACK (taga_treatment_dialog_recount), self,
                           G_CONNECT_SWAPPED);

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

  if (!taga_treatment_find_common (self->store, self->ids, field, TAGA_TREATMENT_PORTION, &value))
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

  if (!taga_treatment_find_common (self->store, self->ids, field, TAGA_TREATMENT_PORTION, &value)
      || !taga_treatment_find_common (self->store, self->ids, reason_field, TAGA_TREATMENT_PORTION,
                                      &reason))
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

  if (taga_treatment_find_common (self->store, self->ids, TAGA_ASSET_TREATMENT,
                                  TAGA_TREATMENT_PORTION, &treatment))
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
 * taga_treatment_dialog_fill:
 * @self: a dialog that knows its store and its assets
 *
 * Fills the dialog with what can be chosen and what was. It is for the dialog's own sources.
 */
void
taga_treatment_dialog_fill (TagaTreatmentDialog *self)
{
  GtkCheckButton *group = NULL;
  guint n;
  const TagaChoice *choices =
      taga_edition_get_choices (taga_store_get_edition (self->store), "treatment", &n);

  add_judgements (self);
  load (self);
  for (guint i = 0; i < n; i++)
    group = add_treatment (self, &choices[i], group);
}
