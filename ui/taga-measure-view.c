#include "taga-measure-view.h"

#include <glib/gi18n-lib.h>

#include "taga-advice-text.h"
#include "taga-asset.h"
#include "taga-date.h"
#include "taga-decision-action.h"
#include "taga-decision-view.h"
#include "taga-executive-read.h"
#include "taga-measure-action.h"
#include "taga-measure-inspector.h"
#include "taga-measure-keys.h"
#include "taga-measure-sums.h"
#include "taga-measure.h"
#include "taga-risk-columns.h"
#include "taga-ui.h"
#include "taga-undo-action.h"

/**
 * TagaMeasureView:
 *
 * The measures: what is to be done against risks, by whom, by when, at what cost; beside them what
 * the current one serves.
 */
struct _TagaMeasureView
{
  AdwBin parent_instance;

  TagaStore *store; /* (owned) (nullable) */

  /* Template */
  TagaRecordTable *table;
  TagaMeasureInspector *inspector;
  GtkWidget *add_button;
  GMenuModel *row_menu;
};

G_DEFINE_FINAL_TYPE (TagaMeasureView, taga_measure_view, ADW_TYPE_BIN)

static TagaGrid *
get_grid (TagaMeasureView *self)
{
  return taga_record_table_get_grid (self->table);
}

static void
cursor_moved_cb (TagaMeasureView *self)
{
  g_autoptr (TagaRecord) measure = taga_grid_dup_cursor_record (get_grid (self));

  taga_measure_inspector_set_measure (self->inspector, self->store, measure);
}

/* Takes the text. */
static void
replace_text (TagaGridCell *cell, char *text)
{
  g_free (cell->text);
  cell->text = text;
}

/* One asset has a name; more of them are counted. */
static void
format_assets (TagaMeasureView *self, TagaRecord *measure, TagaGridCell *cell)
{
  g_autoptr (GArray) ids =
      taga_measure_keys_read_assets (taga_record_get_text (measure, TAGA_MEASURE_ASSETS));
  g_autoptr (TagaRecord) asset = NULL;

  if (ids->len == 1)
    asset =
        taga_store_get_record (self->store, TAGA_TYPE_ASSET, g_array_index (ids, gint64, 0), NULL);
  if (asset != NULL)
    replace_text (cell, g_strdup (taga_record_get_text (asset, TAGA_ASSET_NAME)));
  else if (ids->len > 0)
    replace_text (cell, g_strdup_printf (ngettext ("%u asset", "%u assets", ids->len), ids->len));
}

static void
format_cell (TagaRecord *measure, guint field, TagaGridCell *cell, gpointer user_data)
{
  TagaMeasureView *self = user_data;
  g_autofree char *today = taga_date_today ();

  if ((field == TAGA_MEASURE_BUDGET || field == TAGA_MEASURE_ACTUAL_COST)
      && taga_record_get_number (measure, field) != TAGA_UNKNOWN)
    replace_text (cell, taga_advice_text_format_yen (taga_record_get_number (measure, field)));
  else if (field == TAGA_MEASURE_ASSETS)
    format_assets (self, measure, cell);
  else if (field == TAGA_MEASURE_PLANNED_END && taga_measure_get_delay (measure, today) > 0)
    {
      /* Translators: a day that is over */
      replace_text (cell, g_strdup_printf (_ ("⚠ %s late"), cell->text));
      cell->style = "above-line";
    }
}

static void
answered_cb (TagaMeasureView *self, const char *response, AdwMessageDialog *dialog)
{
  const char *const *checks = g_object_get_data (G_OBJECT (dialog), "checks");
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (!g_str_equal (response, "answer") || self->store == NULL)
    return;

  done = taga_measure_action_answer (self->store, checks, &error);
  taga_ui_report (GTK_WIDGET (self), done, error);
  if (done)
    taga_undo_action_announce (GTK_WIDGET (self), self->store);
}

/* What is finished has most likely got its check items done; to say so is one question. */
static void
ask_for_checks (TagaMeasureView *self, TagaRecord *measure, GStrv checks)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autofree char *names = NULL;
  g_autofree char *body = NULL;
  g_autofree char *heading =
      g_strdup_printf (_ ("“%s” Is Finished"), taga_record_get_text (measure, TAGA_MEASURE_NAME));
  GtkWidget *dialog;

  for (guint i = 0; checks[i] != NULL; i++)
    g_ptr_array_add (keys, checks[i]);
  names = taga_advice_text_list_checks (self->store, keys, 8);
  body = g_strdup_printf (ngettext ("Answer its check item as done? %s",
                                    "Answer its %2$u check items as done? %1$s", keys->len),
                          names, keys->len);

  dialog =
      adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading, body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "later", _ ("_Not Now"), "answer",
                                    _ ("Answer as _Done"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "answer",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "answer");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "later");
  g_object_set_data_full (G_OBJECT (dialog), "checks", g_strdupv (checks),
                          (GDestroyNotify) g_strfreev);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
committed_cb (gint64 id, guint field, gpointer user_data)
{
  TagaMeasureView *self = user_data;
  g_autoptr (TagaRecord) measure = NULL;
  g_auto (GStrv) checks = NULL;

  if (field != TAGA_MEASURE_STATUS)
    return;

  measure = taga_store_get_record (self->store, TAGA_TYPE_MEASURE, id, NULL);
  if (measure == NULL
      || g_strcmp0 (taga_record_get_text (measure, TAGA_MEASURE_STATUS), "done") != 0)
    return;

  checks = taga_measure_action_list_open_checks (self->store, id, NULL);
  if (checks != NULL && checks[0] != NULL)
    ask_for_checks (self, measure, checks);
}

static void
add_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaMeasureView *self = TAGA_MEASURE_VIEW (widget);
  TagaRecordList *list = taga_record_table_get_list (self->table);

  if (list == NULL || !taga_grid_finish_editing (get_grid (self)))
    return;

  taga_grid_set_cursor (get_grid (self), g_list_model_get_n_items (G_LIST_MODEL (list)),
                        TAGA_MEASURE_NAME);
  gtk_widget_grab_focus (GTK_WIDGET (get_grid (self)));
}

/* Asks whether to begin the selected measures, and shows the question. */
static void
ask_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaMeasureView *self = TAGA_MEASURE_VIEW (widget);
  g_autoptr (GArray) ids = taga_record_table_list_selected (self->table);
  g_autofree char *today = taga_date_today ();
  g_autoptr (GPtrArray) question = NULL;
  g_autofree char *page = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  if (ids->len == 0 || !taga_grid_finish_editing (get_grid (self)))
    return;

  question = taga_executive_propose_start (self->store, ids, today, &error);
  if (question == NULL || !taga_decision_action_add (self->store, question, &id, &error))
    {
      taga_ui_report (widget, FALSE, error);
      return;
    }

  page = g_strdup_printf ("risks/decisions/%" G_GINT64_FORMAT, id);
  gtk_widget_activate_action (widget, "win.page", "s", page);
  taga_decision_view_announce (widget, self->store, 1);
}

static void
other_part_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaMeasureView *self = TAGA_MEASURE_VIEW (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->inspector)))
    gtk_widget_grab_focus (GTK_WIDGET (get_grid (self)));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->inspector), GTK_DIR_TAB_FORWARD);
}

static void
taga_measure_view_dispose (GObject *object)
{
  TagaMeasureView *self = TAGA_MEASURE_VIEW (object);

  if (self->table != NULL)
    taga_measure_view_set_store (self, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_MEASURE_VIEW);

  G_OBJECT_CLASS (taga_measure_view_parent_class)->dispose (object);
}

static void
taga_measure_view_class_init (TagaMeasureViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_measure_view_dispose;
  g_type_ensure (TAGA_TYPE_MEASURE_INSPECTOR);
  g_type_ensure (TAGA_TYPE_RECORD_TABLE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-measure-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaMeasureView, table);
  gtk_widget_class_bind_template_child (widget_class, TagaMeasureView, inspector);
  gtk_widget_class_bind_template_child (widget_class, TagaMeasureView, add_button);
  gtk_widget_class_bind_template_child (widget_class, TagaMeasureView, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
  gtk_widget_class_install_action (widget_class, "measure.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "measure.ask", NULL, ask_action);
  gtk_widget_class_install_action (widget_class, "measure.other-part", NULL, other_part_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F6, 0, "measure.other-part", NULL);
}

static GtkWidget *
create_empty (gboolean is_narrowed)
{
  AdwStatusPage *page = ADW_STATUS_PAGE (adw_status_page_new ());

  if (is_narrowed)
    {
      adw_status_page_set_title (page, _ ("Nothing matches"));
      adw_status_page_set_description (page, _ ("Change the search or the filters, or show all."));
      return GTK_WIDGET (page);
    }

  adw_status_page_set_icon_name (page, "emblem-ok-symbolic");
  adw_status_page_set_title (page, _ ("There are no measures yet"));
  adw_status_page_set_description (
      page, _ ("Type the first one into the row below, put the advice of “Risks” into the plan, or "
               "add one there for the selected assets (Ctrl+Shift+M)."));

  return GTK_WIDGET (page);
}

/* Who comes to look at the measures looks at the first; to enter another one takes a step more. */
static void
mapped_cb (TagaMeasureView *self)
{
  TagaRecordList *list = taga_record_table_get_list (self->table);

  if (list != NULL && taga_grid_is_on_new_row (get_grid (self))
      && g_list_model_get_n_items (G_LIST_MODEL (list)) > 0)
    taga_grid_set_cursor (get_grid (self), 0, TAGA_MEASURE_NAME);
}

static void
taga_measure_view_init (TagaMeasureView *self)
{
  static const TagaRecordLook look = { .format = format_cell, .committed = committed_cb };

  gtk_widget_init_template (GTK_WIDGET (self));
  taga_record_table_set_type (self->table, TAGA_TYPE_MEASURE, create_empty);
  taga_record_table_set_menu (self->table, self->row_menu);
  taga_record_table_add_tool (self->table, self->add_button, FALSE);
  taga_record_table_set_look (self->table, &look, self);
  taga_measure_columns_apply (get_grid (self));
  g_signal_connect (self, "map", G_CALLBACK (mapped_cb), NULL);
}

/**
 * taga_measure_view_set_store:
 * @self: a view
 * @store: (nullable): the company file
 *
 * Sets whose measures to show.
 */
void
taga_measure_view_set_store (TagaMeasureView *self, TagaStore *store)
{
  taga_measure_inspector_set_measure (self->inspector, NULL, NULL);
  g_set_object (&self->store, store);
  taga_record_table_set_store (self->table, store);
  taga_measure_inspector_set_measure (self->inspector, store, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "measure.add",
                                 store != NULL && !taga_store_is_read_only (store));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "measure.ask",
                                 store != NULL && !taga_store_is_read_only (store));
  if (store != NULL)
    taga_grid_set_cursor (get_grid (self), 0, TAGA_MEASURE_NAME);
}

/**
 * taga_measure_view_set_wide:
 * @self: a view
 * @wide: whether the table has all the room
 *
 * Shows or hides what stands beside the measures.
 */
void
taga_measure_view_set_wide (TagaMeasureView *self, gboolean wide)
{
  gtk_widget_set_visible (GTK_WIDGET (self->inspector), !wide);
}

/**
 * taga_measure_view_get_table:
 * @self: a view
 *
 * Gets the table of the measures.
 *
 * Returns: (transfer none): the table
 */
TagaRecordTable *
taga_measure_view_get_table (TagaMeasureView *self)
{
  return self->table;
}
