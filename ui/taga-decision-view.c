#include "taga-decision-view.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "taga-date.h"
#include "taga-decision-action.h"
#include "taga-decision.h"
#include "taga-executive-read.h"
#include "taga-measure-keys.h"
#include "taga-measure.h"
#include "taga-paper-action.h"
#include "taga-risk-columns.h"
#include "taga-ui.h"
#include "taga-yen.h"

/**
 * TagaDecisionView:
 *
 * 社長の決定: what the management is asked to decide, and what came back from the sheet of paper.
 */
struct _TagaDecisionView
{
  GtkBox parent_instance;

  TagaStore *store; /* (owned) (nullable) */

  TagaRegisterView *list;
  GtkWidget *paper_button;
};

G_DEFINE_FINAL_TYPE (TagaDecisionView, taga_decision_view, GTK_TYPE_BOX)

/* Takes the text. */
static void
replace_text (TagaGridCell *cell, char *text)
{
  g_free (cell->text);
  cell->text = text;
}

/* One measure has a name; more of them are counted. */
static void
format_measures (TagaDecisionView *self, TagaRecord *decision, TagaGridCell *cell)
{
  g_autoptr (GArray) ids =
      taga_measure_keys_read_assets (taga_record_get_text (decision, TAGA_DECISION_MEASURES));
  g_autoptr (TagaRecord) measure = NULL;

  if (ids->len == 1)
    measure = taga_store_get_record (self->store, TAGA_TYPE_MEASURE, g_array_index (ids, gint64, 0),
                                     NULL);
  if (measure != NULL)
    replace_text (cell, g_strdup (taga_record_get_text (measure, TAGA_MEASURE_NAME)));
  else if (ids->len > 0)
    replace_text (cell,
                  g_strdup_printf (ngettext ("%u measure", "%u measures", ids->len), ids->len));
}

/* Whether nobody has decided, and the day is over. */
static gboolean
is_late (TagaRecord *decision)
{
  g_autofree char *today = taga_date_today ();
  const char *due = taga_record_get_text (decision, TAGA_DECISION_DUE_ON);

  return due != NULL && taga_record_get_text (decision, TAGA_DECISION_ANSWER) == NULL
         && strcmp (due, today) < 0;
}

static void
format_cell (TagaRecord *decision, guint field, TagaGridCell *cell, gpointer user_data)
{
  TagaDecisionView *self = user_data;
  gint64 amount = taga_record_get_number (decision, TAGA_DECISION_AMOUNT);

  if (field == TAGA_DECISION_AMOUNT && amount != TAGA_UNKNOWN)
    replace_text (cell, taga_yen_format (amount));
  else if (field == TAGA_DECISION_MEASURES)
    format_measures (self, decision, cell);
  else if (field == TAGA_DECISION_DUE_ON && is_late (decision))
    {
      replace_text (cell, g_strdup_printf (_ ("⚠ %s late"), cell->text));
      cell->style = "above-line";
    }
}

static void
started_cb (TagaDecisionView *self, const char *response, AdwMessageDialog *dialog)
{
  GArray *measures = g_object_get_data (G_OBJECT (dialog), "measures");
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (!g_str_equal (response, "start") || self->store == NULL)
    return;

  done = taga_decision_action_start (self->store, measures, &error);
  taga_ui_report (GTK_WIDGET (self), done, error);
  if (done)
    {
      g_autofree char *words = g_strdup_printf (
          ngettext ("%u measure is started", "%u measures are started", measures->len),
          measures->len);

      taga_ui_toast_step (GTK_WIDGET (self), words, G_OBJECT (self->store));
    }
}

/* The first of the measures by their names, and how many more there are. */
static char *
list_measures (TagaStore *store, GArray *measures)
{
  GString *names = g_string_new (NULL);
  guint n = MIN (measures->len, 5);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TagaRecord) measure = taga_store_get_record (
          store, TAGA_TYPE_MEASURE, g_array_index (measures, gint64, i), NULL);
      g_autofree char *name =
          measure == NULL ? NULL
                          : taga_ui_shorten (taga_record_get_text (measure, TAGA_MEASURE_NAME), 60);

      if (name != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "\n" : "", name);
    }
  if (n < measures->len)
    g_string_append_printf (names, ngettext ("\nand %u more", "\nand %u more", measures->len - n),
                            measures->len - n);

  return g_string_free (names, FALSE);
}

/* What is approved is begun as a rule; to say so is one question. Who types on and presses Enter
 * begins nothing. */
static void
ask_for_start (TagaDecisionView *self, TagaRecord *decision, GArray *measures)
{
  g_autofree char *name = taga_ui_shorten (taga_record_get_text (decision, TAGA_DECISION_NAME), 60);
  g_autofree char *heading = g_strdup_printf (_ ("“%s” Is Approved"), name);
  g_autofree char *names = list_measures (self->store, measures);
  g_autofree char *question = g_strdup_printf (
      ngettext ("Set its measure to started?", "Set its %u measures to started?", measures->len),
      measures->len);
  g_autofree char *body = g_strconcat (question, "\n\n", names, NULL);
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "later", _ ("_Not Now"), "start",
                                    _ ("_Start"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "start",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "later");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "later");
  g_object_set_data_full (G_OBJECT (dialog), "measures", g_array_ref (measures),
                          (GDestroyNotify) g_array_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (started_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
committed_cb (gint64 id, guint field, gpointer user_data)
{
  TagaDecisionView *self = user_data;
  g_autoptr (TagaRecord) decision = NULL;
  g_autoptr (GArray) waiting = NULL;

  if (field != TAGA_DECISION_ANSWER)
    return;

  decision = taga_store_get_record (self->store, TAGA_TYPE_DECISION, id, NULL);
  if (decision == NULL
      || g_strcmp0 (taga_record_get_text (decision, TAGA_DECISION_ANSWER), "yes") != 0)
    return;

  waiting = taga_decision_action_list_waiting (self->store, id, NULL);
  if (waiting != NULL && waiting->len > 0)
    ask_for_start (self, decision, waiting);
}

static gboolean
finish_editing (TagaDecisionView *self)
{
  return taga_grid_finish_editing (
      taga_record_table_get_grid (taga_register_view_get_table (self->list)));
}

/* Enters what the plan and the risks ask for. */
static void
propose_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaDecisionView *self = TAGA_DECISION_VIEW (widget);
  g_autofree char *today = taga_date_today ();
  g_autoptr (GPtrArray) proposals = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (self->store == NULL || !finish_editing (self))
    return;

  proposals = taga_executive_propose (self->store, today, &error);
  if (proposals != NULL && proposals->len == 0)
    {
      taga_ui_toast (widget, _ ("The plan and the risks ask for nothing more. Plan a measure, or "
                                "enter a decision of your own."));
      return;
    }

  done = proposals != NULL && taga_decision_action_add (self->store, proposals, NULL, &error);
  taga_ui_report (widget, done, error);
  if (done)
    taga_decision_view_announce (widget, self->store, proposals->len);
}

static void
paper_cb (TagaDecisionView *self)
{
  if (self->store != NULL && finish_editing (self))
    taga_paper_action_run (GTK_WIDGET (self), self->store, "executive");
}

static GtkWidget *
create_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static GtkWidget *
create_empty (gboolean is_narrowed)
{
  GtkWidget *page, *buttons, *propose;

  if (is_narrowed)
    return taga_register_view_create_empty (TRUE, NULL, NULL, NULL, NULL);

  page = adw_status_page_new ();
  buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  propose = create_button (_ ("Propose De_cisions"), "decision.propose");
  gtk_widget_add_css_class (page, "compact");
  gtk_widget_add_css_class (propose, "suggested-action");
  gtk_box_append (GTK_BOX (buttons), propose);
  gtk_box_append (GTK_BOX (buttons),
                  create_button (_ ("_Enter the First Decision"), "register.add"));
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "emblem-ok-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Nothing is asked yet"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (page),
      _ ("What the management has to decide stands here, and on the one sheet for the management "
         "with boxes for yes, no and later. Enter here what came back. Taga can propose what the "
         "plan and the risks ask for."));
  adw_status_page_set_child (ADW_STATUS_PAGE (page), buttons);

  return page;
}

static void
taga_decision_view_dispose (GObject *object)
{
  TagaDecisionView *self = TAGA_DECISION_VIEW (object);

  g_clear_object (&self->store);

  G_OBJECT_CLASS (taga_decision_view_parent_class)->dispose (object);
}

static void
taga_decision_view_class_init (TagaDecisionViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = taga_decision_view_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "decision.propose", NULL,
                                   propose_action);
}

static void
add_tools (TagaDecisionView *self, TagaRecordTable *table)
{
  GtkWidget *propose = gtk_button_new_with_mnemonic (_ ("_Propose"));

  gtk_widget_set_tooltip_text (
      propose,
      _ ("Enter what the plan and the risks ask the management to decide (a rule of Taga)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (propose), "decision.propose");
  taga_record_table_add_tool (table, propose, FALSE);

  self->paper_button = gtk_button_new_with_mnemonic (_ ("One _Sheet…"));
  gtk_widget_set_tooltip_text (self->paper_button,
                               _ ("Save or print the one sheet for the management"));
  g_signal_connect_object (self->paper_button, "clicked", G_CALLBACK (paper_cb), self,
                           G_CONNECT_SWAPPED);
  taga_record_table_add_tool (table, self->paper_button, TRUE);
}

static void
taga_decision_view_init (TagaDecisionView *self)
{
  static const TagaRecordLook look = { .format = format_cell, .committed = committed_cb };
  TagaRecordTable *table;

  self->list = TAGA_REGISTER_VIEW (taga_register_view_new (
      TAGA_TYPE_DECISION, _ ("Decisions of the management"), _ ("_Decision"), create_empty));
  gtk_widget_set_hexpand (GTK_WIDGET (self->list), TRUE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));

  table = taga_register_view_get_table (self->list);
  taga_record_table_set_look (table, &look, self);
  taga_decision_columns_apply (taga_record_table_get_grid (table));
  add_tools (self, table);
}

/**
 * taga_decision_view_new:
 *
 * Makes a view without a file.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
taga_decision_view_new (void)
{
  return g_object_new (TAGA_TYPE_DECISION_VIEW, NULL);
}

/**
 * taga_decision_view_announce:
 * @widget: a widget of the window
 * @store: the company file
 * @n: how many decisions were asked for in the last step
 *
 * Says in passing that decisions are asked for, with the way back at hand.
 */
void
taga_decision_view_announce (GtkWidget *widget, TagaStore *store, guint n)
{
  g_autofree char *words =
      g_strdup_printf (ngettext ("%u decision is asked for", "%u decisions are asked for", n), n);

  taga_ui_toast_step (widget, words, G_OBJECT (store));
}

/**
 * taga_decision_view_get_register:
 * @self: a view
 *
 * Gets the list.
 *
 * Returns: (transfer none): the register
 */
TagaRegisterView *
taga_decision_view_get_register (TagaDecisionView *self)
{
  return self->list;
}

/**
 * taga_decision_view_set_store:
 * @self: a view
 * @store: (nullable): the company file
 *
 * Sets whose decisions to show.
 */
void
taga_decision_view_set_store (TagaDecisionView *self, TagaStore *store)
{
  g_set_object (&self->store, store);
  taga_register_view_set_store (self->list, store);
  gtk_widget_set_sensitive (self->paper_button, store != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "decision.propose",
                                 store != NULL && !taga_store_is_read_only (store));
}
