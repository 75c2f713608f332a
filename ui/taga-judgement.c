#include "taga-judgement.h"

#include <glib/gi18n-lib.h>

#include "taga-value.h"

/**
 * TagaJudgement:
 *
 * A value that follows from others, or is judged by hand; then it needs a reason.
 */
struct _TagaJudgement
{
  AdwPreferencesGroup parent_instance;

  GArray *numbers; /* (owned) (element-type int): of the choices, as listed */
  int original;    /* the number at first */
  char *original_reason;
  gboolean is_mixed; /* whether the first choice is that each record stays as it is */

  GtkStringList *labels; /* (owned) */
  AdwComboRow *combo;
  GtkEditable *reason;
};

G_DEFINE_FINAL_TYPE (TagaJudgement, taga_judgement, ADW_TYPE_PREFERENCES_GROUP)

/* What stands for each record staying as it is. */
#define KEPT (-2)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static int
get_chosen (TagaJudgement *self)
{
  guint selected = adw_combo_row_get_selected (self->combo);

  return selected < self->numbers->len ? g_array_index (self->numbers, int, selected)
                                       : TAGA_UNKNOWN;
}

static void
changed_cb (TagaJudgement *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->reason), get_chosen (self) >= 0);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
taga_judgement_finalize (GObject *object)
{
  TagaJudgement *self = TAGA_JUDGEMENT (object);

  g_array_unref (self->numbers);
  g_free (self->original_reason);
  g_object_unref (self->labels);

  G_OBJECT_CLASS (taga_judgement_parent_class)->finalize (object);
}

static void
taga_judgement_class_init (TagaJudgementClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_judgement_finalize;

  /**
   * TagaJudgement::changed:
   *
   * Something else is judged, or for another reason.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TAGA_TYPE_JUDGEMENT, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
taga_judgement_init (TagaJudgement *self)
{
  self->numbers = g_array_new (FALSE, FALSE, sizeof (int));
  self->original = TAGA_UNKNOWN;
  self->labels = gtk_string_list_new (NULL);
  self->combo = ADW_COMBO_ROW (adw_combo_row_new ());
  self->reason = GTK_EDITABLE (adw_entry_row_new ());
  adw_combo_row_set_model (self->combo, G_LIST_MODEL (self->labels));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reason),
                                 _ ("Reason for judging it by hand"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->reason), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->combo));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->reason));
  g_signal_connect_object (self->combo, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reason, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * taga_judgement_new:
 * @title: what is judged
 * @usual: what it follows from when it is not judged by hand
 *
 * Makes a choice between what follows and what is judged by hand.
 *
 * Returns: (transfer floating): the choice
 */
GtkWidget *
taga_judgement_new (const char *title, const char *usual)
{
  TagaJudgement *self = g_object_new (TAGA_TYPE_JUDGEMENT, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->combo), title);
  taga_judgement_add_choice (self, TAGA_UNKNOWN, usual);

  return GTK_WIDGET (self);
}

/**
 * taga_judgement_add_choice:
 * @self: a judgement
 * @number: a value that it can have
 * @label: what it is called
 *
 * Adds a value to judge by hand.
 */
void
taga_judgement_add_choice (TagaJudgement *self, int number, const char *label)
{
  g_array_append_val (self->numbers, number);
  gtk_string_list_append (self->labels, label);
}

/**
 * taga_judgement_set:
 * @self: a judgement
 * @number: what was judged, or `TAGA_UNKNOWN`
 * @reason: (nullable): why
 *
 * Sets what has been judged so far.
 */
void
taga_judgement_set (TagaJudgement *self, int number, const char *reason)
{
  self->original = number;
  g_free (self->original_reason);
  self->original_reason = g_strdup (reason == NULL ? "" : reason);
  gtk_editable_set_text (self->reason, self->original_reason);
  for (guint i = 0; i < self->numbers->len; i++)
    if (g_array_index (self->numbers, int, i) == number)
      adw_combo_row_set_selected (self->combo, i);
}

/**
 * taga_judgement_set_mixed:
 * @self: a judgement with its choices
 *
 * Says that the records differ: then each keeps what it has, unless something is chosen.
 */
void
taga_judgement_set_mixed (TagaJudgement *self)
{
  const char *const added[] = { _ ("Differs; stays as it is"), NULL };
  const int kept = KEPT;

  self->is_mixed = TRUE;
  g_array_prepend_val (self->numbers, kept);
  gtk_string_list_splice (self->labels, 0, 0, added);
  adw_combo_row_set_selected (self->combo, 0);
}

/**
 * taga_judgement_is_kept:
 * @self: a judgement
 *
 * Tells whether each record keeps what it has.
 *
 * Returns: whether nothing was chosen for all of them
 */
gboolean
taga_judgement_is_kept (TagaJudgement *self)
{
  return get_chosen (self) == KEPT;
}

/**
 * taga_judgement_is_blank:
 * @text: what was entered as a reason
 *
 * Tells whether a text says nothing: blanks of full width do not either.
 *
 * Returns: whether it does not
 */
gboolean
taga_judgement_is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

/**
 * taga_judgement_is_changed:
 * @self: a judgement
 *
 * Tells whether something else was chosen or written than stood there at first.
 *
 * Returns: whether there is something to take over
 */
gboolean
taga_judgement_is_changed (TagaJudgement *self)
{
  if (taga_judgement_is_kept (self))
    return FALSE;

  return self->is_mixed || taga_judgement_get_number (self) != self->original
         || g_strcmp0 (gtk_editable_get_text (self->reason),
                       self->original_reason == NULL ? "" : self->original_reason)
                != 0;
}

/**
 * taga_judgement_lacks_reason:
 * @self: a judgement
 *
 * Tells whether something is judged by hand and nothing says why.
 *
 * Returns: whether a reason is missing
 */
gboolean
taga_judgement_lacks_reason (TagaJudgement *self)
{
  return get_chosen (self) >= 0 && taga_judgement_is_blank (gtk_editable_get_text (self->reason));
}

/**
 * taga_judgement_get_number:
 * @self: a judgement
 *
 * Gets what is judged by hand.
 *
 * Returns: the value, or `TAGA_UNKNOWN` for what follows
 */
int
taga_judgement_get_number (TagaJudgement *self)
{
  return MAX (get_chosen (self), TAGA_UNKNOWN);
}

/**
 * taga_judgement_put:
 * @self: a judgement
 * @edits: edits whose last record it is about
 * @field: the field of the value
 * @reason_field: the field of the reason
 *
 * Puts what was chosen into edits, if it was changed. What is not judged by hand any more needs no
 * reason either.
 */
void
taga_judgement_put (TagaJudgement *self, TagaEdits *edits, guint field, guint reason_field)
{
  int number = taga_judgement_get_number (self);
  const char *text = gtk_editable_get_text (self->reason);
  const TagaValue value = { NULL, number };
  const TagaValue reason = { number == TAGA_UNKNOWN ? NULL : (char *) text, TAGA_UNKNOWN };

  if (!taga_judgement_is_changed (self))
    return;

  taga_edits_put (edits, field, &value);
  taga_edits_put (edits, reason_field, &reason);
}
