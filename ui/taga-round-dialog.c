#include "taga-round-dialog.h"

#include <glib/gi18n-lib.h>

#include "taga-date.h"
#include "taga-language.h"
#include "taga-round-list.h"
#include "taga-round-start.h"
#include "taga-round.h"
#include "taga-text.h"
#include "taga-ui.h"

/**
 * TagaRoundDialog:
 *
 * Starts a round of assessment: its name, day and judge, and whose answers it begins with. What is
 * refused is said in the window, and what was entered stays.
 */
struct _TagaRoundDialog
{
  AdwWindow parent_instance;

  TagaStore *store; /* (owned) */
  GPtrArray
      *rounds; /* (owned) (element-type TagaRecord): in the order of the list, after "empty" */

  /* Template */
  GtkWidget *problem_label;
  GtkEditable *name_row;
  GtkEditable *date_row;
  AdwComboRow *judge_row;
  GtkEditable *note_row;
  AdwComboRow *from_row;
  GtkLabel *from_label;
};

G_DEFINE_FINAL_TYPE (TagaRoundDialog, taga_round_dialog, ADW_TYPE_WINDOW)

enum
{
  STARTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
refuse (TagaRoundDialog *self, const char *sentence, GtkEditable *row)
{
  gtk_label_set_label (GTK_LABEL (self->problem_label), sentence);
  gtk_widget_set_visible (self->problem_label, TRUE);
  if (row == NULL)
    return;

  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
forget_problem (TagaRoundDialog *self)
{
  gtk_widget_set_visible (self->problem_label, FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->name_row), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->date_row), "error");
}

/* The round whose answers are copied, or 0. The list begins with "none". */
static gint64
get_from (TagaRoundDialog *self)
{
  guint place = adw_combo_row_get_selected (self->from_row);

  if (place == 0 || place > self->rounds->len)
    return 0;

  return taga_record_get_id (g_ptr_array_index (self->rounds, place - 1));
}

static void
from_changed_cb (TagaRoundDialog *self)
{
  gtk_label_set_label (
      self->from_label,
      get_from (self) != 0
          ? _ (
              "The answers are copied and marked “to confirm”: they count, and each loses its mark "
              "when somebody confirms or changes it. Scores that a judge entered are not copied.")
          : _ ("Everything begins unanswered, and no risk follows until it is answered."));
}

static const char *
get_judge (TagaRoundDialog *self)
{
  guint n;
  const TagaChoice *choices =
      taga_edition_get_choices (taga_store_get_edition (self->store), "judge", &n);
  guint place = adw_combo_row_get_selected (self->judge_row);

  return place < n ? choices[place].key : NULL;
}

static void
start_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaRoundDialog *self = TAGA_ROUND_DIALOG (widget);
  g_autofree char *name = taga_text_clean (gtk_editable_get_text (self->name_row), -1, FALSE);
  g_autofree char *date = taga_date_parse (gtk_editable_get_text (self->date_row));
  g_autofree char *note = taga_text_clean (gtk_editable_get_text (self->note_row), -1, TRUE);
  g_autoptr (GError) error = NULL;
  gint64 id;

  forget_problem (self);
  if (name == NULL)
    {
      refuse (self, _ ("Enter a name, so that the round can be told from others."), self->name_row);
      return;
    }
  if (date == NULL)
    {
      refuse (self, _ ("The date is not a day. Write it as 2026/4/1 or 令和8年4月1日."),
              self->date_row);
      return;
    }
  if (!taga_round_start (self->store, name, date, get_judge (self), note, get_from (self), &id,
                         &error))
    {
      refuse (self, error->message, NULL);
      return;
    }

  g_signal_emit (self, signals[STARTED], 0, id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
activated_cb (TagaRoundDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "round.start", NULL);
}

static void
taga_round_dialog_dispose (GObject *object)
{
  TagaRoundDialog *self = TAGA_ROUND_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_ROUND_DIALOG);

  G_OBJECT_CLASS (taga_round_dialog_parent_class)->dispose (object);
}

static void
taga_round_dialog_class_init (TagaRoundDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_round_dialog_dispose;

  /**
   * TagaRoundDialog::started:
   * @self: the dialog
   * @round: number of the new round
   *
   * The round is in the file.
   */
  signals[STARTED] = g_signal_new ("started", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-round-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaRoundDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, TagaRoundDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, TagaRoundDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, TagaRoundDialog, judge_row);
  gtk_widget_class_bind_template_child (widget_class, TagaRoundDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, TagaRoundDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, TagaRoundDialog, from_label);
  gtk_widget_class_bind_template_callback (widget_class, from_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "round.start", NULL, start_action);
}

static void
taga_round_dialog_init (TagaRoundDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_judges (TagaRoundDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n;
  const TagaChoice *choices =
      taga_edition_get_choices (taga_store_get_edition (self->store), "judge", &n);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, taga_language_is_japanese () ? choices[i].label_ja
                                                                : choices[i].label_en);
  adw_combo_row_set_model (self->judge_row, G_LIST_MODEL (names));
}

static void
fill_rounds (TagaRoundDialog *self, gint64 from)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = self->rounds->len > 0 ? 1 : 0;

  gtk_string_list_append (names, _ ("Nothing; begin unanswered"));
  for (guint i = 0; i < self->rounds->len; i++)
    {
      TagaRecord *round = g_ptr_array_index (self->rounds, i);
      const char *name = taga_record_get_text (round, TAGA_ROUND_NAME);

      gtk_string_list_append (names, name == NULL ? "" : name);
      if (taga_record_get_id (round) == from)
        chosen = i + 1;
    }
  adw_combo_row_set_model (self->from_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->from_row, chosen);
}

static void
fill (TagaRoundDialog *self, gint64 from)
{
  g_autofree char *today = taga_date_today ();
  g_autofree char *day = taga_ui_format_date (today);
  g_autofree char *month = g_strndup (today, 7);
  g_autofree char *name = g_strdup_printf (_ ("Assessment of %s"), month);

  gtk_editable_set_text (self->name_row, name);
  gtk_editable_set_text (self->date_row, day);
  fill_judges (self);
  fill_rounds (self, from);
  from_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

/**
 * taga_round_dialog_present:
 * @parent: the window in front of which it stands
 * @store: the company file
 * @from: number of the round that is offered to be copied, or 0 for the newest
 * @error: return location for an error
 *
 * Asks for a new round.
 *
 * Returns: (transfer none) (nullable): the window, or `NULL` with any [error@StoreError]
 */
TagaRoundDialog *
taga_round_dialog_present (GtkWindow *parent, TagaStore *store, gint64 from, GError **error)
{
  g_autoptr (GPtrArray) rounds = taga_round_list_read (store, error);
  TagaRoundDialog *self;

  if (rounds == NULL)
    return NULL;

  self = g_object_new (TAGA_TYPE_ROUND_DIALOG, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  self->rounds = g_steal_pointer (&rounds);
  fill (self, from);
  gtk_window_present (GTK_WINDOW (self));

  return self;
}
