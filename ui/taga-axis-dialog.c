#include "taga-axis-dialog.h"

#include <glib/gi18n-lib.h>

#include "taga-axis-action.h"
#include "taga-axis-score.h"
#include "taga-axis-text.h"
#include "taga-axis-values.h"
#include "taga-date.h"
#include "taga-language.h"
#include "taga-score.h"
#include "taga-text.h"
#include "taga-ui.h"

/**
 * TagaAxisDialog:
 *
 * The score that a judge gives an axis: from 0.0 to 5.0, with what it rests on, by whom and when,
 * beside what each score stands for. It is kept as one step; the computed score can be put back.
 */
struct _TagaAxisDialog
{
  AdwWindow parent_instance;

  TagaStore *store; /* (owned) */
  gint64 round;
  char *axis; /* (owned): its key */

  /* Template */
  AdwWindowTitle *title;
  GtkLabel *problem_label;
  GtkLabel *computed_label;
  GtkEditable *score_row;
  GtkEditable *by_row;
  GtkEditable *on_row;
  GtkTextBuffer *evidence;
  GtkTextView *evidence_view;
  GtkBox *rubric_box;
  GtkLabel *source_label;
};

G_DEFINE_FINAL_TYPE (TagaAxisDialog, taga_axis_dialog, ADW_TYPE_WINDOW)

static void
refuse (TagaAxisDialog *self, const char *sentence, GtkEditable *row)
{
  gtk_label_set_label (self->problem_label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
  if (row == NULL)
    return;

  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
forget_problem (TagaAxisDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->score_row), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->on_row), "error");
}

/* What was typed as tenths, or `TAGA_UNKNOWN`; full-width digits count too. */
static int
parse_score (TagaAxisDialog *self, GError **error)
{
  const TagaField *field =
      &taga_record_class_peek (TAGA_TYPE_AXIS_SCORE)->fields[TAGA_AXIS_SCORE_SCORE];
  g_auto (TagaValue) value = TAGA_VALUE_INIT;

  if (!taga_edition_parse (taga_store_get_edition (self->store), field,
                           gtk_editable_get_text (self->score_row), &value, error))
    return TAGA_UNKNOWN;

  return (int) value.number;
}

/* The level that the score has reached stands out, by its weight and by a sign. */
static void
score_changed_cb (TagaAxisDialog *self)
{
  int score = parse_score (self, NULL);
  int level = score == TAGA_UNKNOWN || score > TAGA_SCORE_MOST ? -1 : score / 10;
  int i = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rubric_box)); row != NULL;
       row = gtk_widget_get_next_sibling (row), i++)
    {
      gboolean is_reached = i == level;

      gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (row)), is_reached ? "▶" : "");
      if (is_reached)
        gtk_widget_add_css_class (row, "heading");
      else
        gtk_widget_remove_css_class (row, "heading");
    }
}

static char *
dup_evidence (TagaAxisDialog *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (self->evidence, &start, &end);
  text = gtk_text_buffer_get_text (self->evidence, &start, &end, FALSE);

  return taga_text_clean (text, -1, TRUE);
}

static void
save_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaAxisDialog *self = TAGA_AXIS_DIALOG (widget);
  g_autofree char *evidence = dup_evidence (self);
  g_autofree char *by = taga_text_clean (gtk_editable_get_text (self->by_row), -1, FALSE);
  g_autofree char *day = taga_text_clean (gtk_editable_get_text (self->on_row), -1, FALSE);
  g_autofree char *on = day == NULL ? NULL : taga_date_parse (day);
  g_autoptr (GError) error = NULL;
  int score = parse_score (self, &error);

  forget_problem (self);
  if (score == TAGA_UNKNOWN)
    refuse (self,
            error != NULL ? error->message
                          : _ ("Enter a score from 0.0 to 5.0, or cancel to leave it as it is."),
            self->score_row);
  else if (day != NULL && on == NULL)
    refuse (self, _ ("The date is not a day. Write it as 2026/4/1 or 令和8年4月1日."),
            self->on_row);
  else if (taga_axis_judge (self->store, self->round, self->axis, score, evidence, by, on, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    refuse (self, error->message, score > TAGA_SCORE_MOST ? self->score_row : NULL);
}

static void
clear_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaAxisDialog *self = TAGA_AXIS_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  if (taga_axis_unjudge (self->store, self->round, self->axis, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    refuse (self, error->message, NULL);
}

static void
activated_cb (TagaAxisDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "axis.save", NULL);
}

static void
taga_axis_dialog_dispose (GObject *object)
{
  TagaAxisDialog *self = TAGA_AXIS_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->axis, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_AXIS_DIALOG);

  G_OBJECT_CLASS (taga_axis_dialog_parent_class)->dispose (object);
}

static void
taga_axis_dialog_class_init (TagaAxisDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_axis_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-axis-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaAxisDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TagaAxisDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, TagaAxisDialog, computed_label);
  gtk_widget_class_bind_template_child (widget_class, TagaAxisDialog, score_row);
  gtk_widget_class_bind_template_child (widget_class, TagaAxisDialog, by_row);
  gtk_widget_class_bind_template_child (widget_class, TagaAxisDialog, on_row);
  gtk_widget_class_bind_template_child (widget_class, TagaAxisDialog, evidence);
  gtk_widget_class_bind_template_child (widget_class, TagaAxisDialog, evidence_view);
  gtk_widget_class_bind_template_child (widget_class, TagaAxisDialog, rubric_box);
  gtk_widget_class_bind_template_child (widget_class, TagaAxisDialog, source_label);
  gtk_widget_class_bind_template_callback (widget_class, score_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "axis.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "axis.clear", NULL, clear_action);
}

static void
taga_axis_dialog_init (TagaAxisDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_level (TagaAxisDialog *self, TagaEdition *edition, int level)
{
  const char *words =
      taga_edition_get_rubric (edition, self->axis, level, taga_language_is_japanese ());
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *sign = gtk_label_new ("");
  g_autofree char *text = g_strdup_printf ("%d: %s", level, words == NULL ? "" : words);
  GtkWidget *label = taga_ui_create_label (text);

  gtk_label_set_width_chars (GTK_LABEL (sign), 2);
  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), sign);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (self->rubric_box, row);
}

static void
fill_score (TagaAxisDialog *self, const TagaAxisValue *value)
{
  g_autofree char *today = taga_date_today ();
  g_autofree char *day = taga_ui_format_date (value->on != NULL ? value->on : today);
  g_autofree char *score = taga_axis_text_score (value->score);
  g_autofree char *computed = taga_axis_text_score (value->computed);
  g_autofree char *text = NULL;
  const char *by = value->by != NULL ? value->by : taga_store_get_person (self->store);

  if (value->computed == TAGA_UNKNOWN)
    text = g_strdup (_ ("No score follows from the answers of this round yet."));
  else
    text =
        g_strdup_printf (_ ("The answers of this round make %s (%u of %u check items answered)."),
                         computed, value->n_answered, value->n_applicable);
  gtk_label_set_label (self->computed_label, text);
  gtk_editable_set_text (self->score_row, value->is_judged ? score : "");
  gtk_editable_set_text (self->by_row, by == NULL ? "" : by);
  gtk_editable_set_text (self->on_row, day);
  gtk_text_buffer_set_text (self->evidence, value->evidence == NULL ? "" : value->evidence, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "axis.clear", value->is_judged);
}

static void
fill (TagaAxisDialog *self, TagaEdition *edition, const TagaAxisValue *value)
{
  adw_window_title_set_title (self->title, taga_axis_text_name (value->axis));
  gtk_window_set_title (GTK_WINDOW (self), taga_axis_text_name (value->axis));
  for (int level = 0; level <= TAGA_SCORE_MOST / 10; level++)
    add_level (self, edition, level);
  gtk_label_set_label (self->source_label, taga_edition_get_source (edition, "axis-rubric",
                                                                    taga_language_is_japanese ()));
  fill_score (self, value);
  score_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->score_row));
}

/* What was judged can be read and copied. */
static void
lock (TagaAxisDialog *self)
{
  gtk_label_set_label (self->problem_label, _ ("These scores can be read, and stay as they are."));
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
  gtk_editable_set_editable (self->score_row, FALSE);
  gtk_editable_set_editable (self->by_row, FALSE);
  gtk_editable_set_editable (self->on_row, FALSE);
  gtk_text_view_set_editable (self->evidence_view, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "axis.save", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "axis.clear", FALSE);
}

/**
 * taga_axis_dialog_present:
 * @parent: the window in front of which it stands
 * @store: the company file
 * @round: number of a round
 * @axis: key of an axis
 * @is_locked: whether it is there to be read only
 *
 * Asks for the score of an axis, or shows what was judged.
 */
void
taga_axis_dialog_present (GtkWindow *parent,
                          TagaStore *store,
                          gint64 round,
                          const char *axis,
                          gboolean is_locked)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaAxisValues) values = taga_axis_values_read (store, round, &error);
  TagaAxisDialog *self;

  if (values == NULL)
    {
      taga_ui_show_error (GTK_WIDGET (parent), _ ("The score cannot be shown"), error);
      return;
    }

  for (guint i = 0; i < values->n; i++)
    if (g_str_equal (values->values[i].axis->key, axis))
      {
        self = g_object_new (TAGA_TYPE_AXIS_DIALOG, "transient-for", parent, NULL);
        self->store = g_object_ref (store);
        self->round = round;
        self->axis = g_strdup (axis);
        fill (self, values->edition, &values->values[i]);
        if (is_locked)
          lock (self);
        gtk_window_present (GTK_WINDOW (self));
        return;
      }
}
