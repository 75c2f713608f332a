#include "taga-risk-view.h"

#include <glib/gi18n-lib.h>

#include "taga-advice-view.h"
#include "taga-asset-empty.h"
#include "taga-asset.h"
#include "taga-inspector.h"
#include "taga-language.h"
#include "taga-measure-new.h"
#include "taga-page.h"
#include "taga-risk-columns.h"
#include "taga-risk-filter.h"
#include "taga-risk-line-control.h"
#include "taga-risk-look.h"
#include "taga-risk-matrix-view.h"
#include "taga-treatment-dialog.h"
#include "taga-ui.h"

/**
 * TagaRiskView:
 *
 * All assets by their risk, the largest first, and what is decided about each; beside them the
 * matrix, the line of acceptance, and what to do first.
 */
struct _TagaRiskView
{
  AdwBin parent_instance;

  TagaStore *store; /* (owned) (nullable) */
  guint update_id;

  /* Template */
  GtkWidget *side;
  GtkStack *side_stack;
  TagaRiskMatrixView *matrix;
  GtkWidget *filter_box;
  GtkLabel *filter;
  TagaRiskLineControl *line;
  GtkBox *bands;
  TagaAdviceView *advice;
  TagaInspector *inspector;
  TagaRecordTable *table;
  GtkWidget *treat_button;
  GMenuModel *row_menu;
};

G_DEFINE_FINAL_TYPE (TagaRiskView, taga_risk_view, ADW_TYPE_BIN)

/* So long after a change the figures follow, in milliseconds: once for all that changes in one go.
 */
#define DELAY 60

enum
{
  SIGNAL_MEASURE_ADDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static TagaGrid *
get_grid (TagaRiskView *self)
{
  return taga_record_table_get_grid (self->table);
}

static gboolean
update (gpointer user_data)
{
  TagaRiskView *self = user_data;
  g_autoptr (GError) error = NULL;
  TagaRiskMatrix matrix;

  self->update_id = 0;
  if (!taga_risk_matrix_load (self->store, &matrix, &error))
    {
      taga_ui_toast (GTK_WIDGET (self), error->message);
      return G_SOURCE_REMOVE;
    }

  taga_risk_matrix_view_update (self->matrix, taga_store_get_edition (self->store), &matrix);
  taga_risk_line_control_update (self->line, self->store, &matrix);
  taga_grid_refresh (get_grid (self));

  return G_SOURCE_REMOVE;
}

static void
queue_update (TagaRiskView *self)
{
  if (self->update_id == 0)
    self->update_id = g_timeout_add (DELAY, update, self);
}

static void
query_changed_cb (TagaRiskView *self)
{
  g_autofree char *words = taga_risk_filter_describe (self->table);
  int importance, likelihood;

  taga_risk_filter_read_cell (self->table, &importance, &likelihood);
  taga_risk_matrix_view_mark (self->matrix, importance, likelihood);
  gtk_label_set_label (self->filter, words == NULL ? "" : words);
  gtk_widget_set_visible (self->filter_box, words != NULL);
}

static void
chosen_cb (TagaRiskView *self, int importance, int likelihood)
{
  if (self->store != NULL && taga_grid_finish_editing (get_grid (self)))
    taga_risk_filter_show_cell (self->table, importance, likelihood);
}

static void
cursor_moved_cb (TagaRiskView *self)
{
  g_autoptr (TagaRecord) asset = taga_grid_dup_cursor_record (get_grid (self));

  taga_inspector_set_asset (self->inspector, self->store, asset);
}

static void
selection_changed_cb (TagaRiskView *self)
{
  gboolean writable = self->store != NULL && !taga_store_is_read_only (self->store);
  gboolean selected = taga_grid_get_range (get_grid (self), &(TagaGridRange){ 0 });

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "risk.treat", writable && selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "risk.add-measure", writable && selected);
}

static void
treat_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaRiskView *self = TAGA_RISK_VIEW (widget);
  g_autoptr (GArray) ids = taga_record_table_list_selected (self->table);

  if (ids->len > 0 && taga_grid_finish_editing (get_grid (self)))
    taga_treatment_dialog_present (widget, self->store, ids);
}

static void
add_measure_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaRiskView *self = TAGA_RISK_VIEW (widget);
  g_autoptr (GArray) ids = taga_record_table_list_selected (self->table);
  g_autoptr (GError) error = NULL;
  gint64 measure;

  if (ids->len == 0 || !taga_grid_finish_editing (get_grid (self)))
    return;

  measure = taga_measure_new_for_assets (self->store, ids, &error);
  if (measure == 0)
    taga_ui_report (widget, FALSE, error);
  else
    g_signal_emit (self, signals[SIGNAL_MEASURE_ADDED], 0, measure);
}

static void
filter_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaRiskView *self = TAGA_RISK_VIEW (widget);

  if (self->store == NULL)
    return;

  if (g_str_equal (action_name, "risk.show-untreated"))
    taga_risk_filter_show_untreated (self->table, taga_risk_line (self->store));
  else if (g_str_equal (action_name, "risk.show-above"))
    taga_risk_filter_show_above (self->table, taga_risk_line (self->store));
  else
    taga_risk_filter_clear (self->table);
  gtk_widget_grab_focus (GTK_WIDGET (get_grid (self)));
}

static void
why_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_stack_set_visible_child_name (TAGA_RISK_VIEW (widget)->side_stack, "why");
}

/* To and fro between the risks and what stands beside them. */
static void
other_part_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaRiskView *self = TAGA_RISK_VIEW (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->side_stack)))
    gtk_widget_grab_focus (GTK_WIDGET (get_grid (self)));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->side_stack), GTK_DIR_TAB_FORWARD);
}

/* Esc ends what leaves risks out, wherever on the page it is pressed. */
static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  TagaRiskView *self = TAGA_RISK_VIEW (widget);

  return self->store != NULL && taga_risk_filter_clear (self->table);
}

static void
taga_risk_view_dispose (GObject *object)
{
  TagaRiskView *self = TAGA_RISK_VIEW (object);

  if (self->table != NULL)
    taga_risk_view_set_store (self, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_RISK_VIEW);

  G_OBJECT_CLASS (taga_risk_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TAGA_TYPE_ADVICE_VIEW);
  g_type_ensure (TAGA_TYPE_INSPECTOR);
  g_type_ensure (TAGA_TYPE_RECORD_TABLE);
  g_type_ensure (TAGA_TYPE_RISK_LINE_CONTROL);
  g_type_ensure (TAGA_TYPE_RISK_MATRIX_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-risk-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaRiskView, side);
  gtk_widget_class_bind_template_child (widget_class, TagaRiskView, side_stack);
  gtk_widget_class_bind_template_child (widget_class, TagaRiskView, matrix);
  gtk_widget_class_bind_template_child (widget_class, TagaRiskView, filter_box);
  gtk_widget_class_bind_template_child (widget_class, TagaRiskView, filter);
  gtk_widget_class_bind_template_child (widget_class, TagaRiskView, line);
  gtk_widget_class_bind_template_child (widget_class, TagaRiskView, bands);
  gtk_widget_class_bind_template_child (widget_class, TagaRiskView, advice);
  gtk_widget_class_bind_template_child (widget_class, TagaRiskView, inspector);
  gtk_widget_class_bind_template_child (widget_class, TagaRiskView, table);
  gtk_widget_class_bind_template_child (widget_class, TagaRiskView, treat_button);
  gtk_widget_class_bind_template_child (widget_class, TagaRiskView, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, query_changed_cb);
}

static void
taga_risk_view_class_init (TagaRiskViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GdkModifierType control_shift = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  G_OBJECT_CLASS (klass)->dispose = taga_risk_view_dispose;

  /**
   * TagaRiskView::measure-added:
   * @id: number of the measure
   *
   * A measure was added for the selected risks.
   */
  signals[SIGNAL_MEASURE_ADDED] =
      g_signal_new ("measure-added", TAGA_TYPE_RISK_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_INT64);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "risk.treat", NULL, treat_action);
  gtk_widget_class_install_action (widget_class, "risk.add-measure", NULL, add_measure_action);
  gtk_widget_class_install_action (widget_class, "risk.show-untreated", NULL, filter_action);
  gtk_widget_class_install_action (widget_class, "risk.show-above", NULL, filter_action);
  gtk_widget_class_install_action (widget_class, "risk.show-all", NULL, filter_action);
  gtk_widget_class_install_action (widget_class, "risk.why", NULL, why_action);
  gtk_widget_class_install_action (widget_class, "risk.other-part", NULL, other_part_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, control_shift, "risk.treat", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, control_shift, "risk.add-measure",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F6, 0, "risk.other-part", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
taga_risk_view_init (TagaRiskView *self)
{
  g_autoptr (TagaQuery) usual = taga_query_new ();
  const TagaSort sort = { TAGA_ASSET_RISK, TRUE };

  gtk_widget_init_template (GTK_WIDGET (self));
  usual->scope = TAGA_SCOPE_IN_USE;
  g_array_append_val (usual->sorts, sort);
  taga_record_table_set_type (self->table, TAGA_TYPE_ASSET, taga_asset_empty_new);
  taga_record_table_set_aspect (self->table, "risk", usual);
  taga_record_table_set_menu (self->table, self->row_menu);
  taga_record_table_add_tool (self->table, self->treat_button, FALSE);
  taga_risk_columns_apply (get_grid (self));
  taga_risk_look_apply (self->table);
}

/* What each band means and asks for, in the words of the edition. */
static void
fill_bands (TagaRiskView *self)
{
  gboolean japanese = taga_language_is_japanese ();
  guint n;
  const TagaChoice *bands =
      taga_edition_get_choices (taga_store_get_edition (self->store), "band", &n);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->bands))) != NULL)
    gtk_box_remove (self->bands, child);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
      GtkWidget *pill = gtk_label_new (japanese ? bands[i].label_ja : bands[i].label_en);
      g_autofree char *style = g_strconcat ("band-", bands[i].key, NULL);
      const char *text = japanese ? bands[i].text_ja : bands[i].text_en;
      const char *advice = japanese ? bands[i].advice_ja : bands[i].advice_en;
      g_autofree char *words = g_strdup_printf ("%s\n→ %s", text, advice == NULL ? "" : advice);

      gtk_widget_add_css_class (pill, "pill");
      gtk_widget_add_css_class (pill, style);
      gtk_widget_set_valign (pill, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), pill);
      gtk_box_append (GTK_BOX (box), taga_ui_create_label (words));
      gtk_box_append (self->bands, box);
    }
}

/**
 * taga_risk_view_set_store:
 * @self: a view
 * @store: (nullable): the company file
 *
 * Sets whose risks to show.
 */
void
taga_risk_view_set_store (TagaRiskView *self, TagaStore *store)
{
  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  taga_inspector_set_asset (self->inspector, NULL, NULL);
  g_set_object (&self->store, store);
  taga_record_table_set_store (self->table, store);
  taga_advice_view_set_store (self->advice, store);
  if (store == NULL)
    return;

  g_signal_connect_object (store, "changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  fill_bands (self);
  update (self);
  taga_grid_set_cursor (get_grid (self), 0, TAGA_ASSET_TREATMENT);
}

/**
 * taga_risk_view_set_wide:
 * @self: a view
 * @wide: whether the table has all the room
 *
 * Shows or hides what stands beside the risks.
 */
void
taga_risk_view_set_wide (TagaRiskView *self, gboolean wide)
{
  gtk_widget_set_visible (self->side, !wide);
}

/**
 * taga_risk_view_get_table:
 * @self: a view
 *
 * Gets the table of the risks.
 *
 * Returns: (transfer none): the table
 */
TagaRecordTable *
taga_risk_view_get_table (TagaRiskView *self)
{
  return self->table;
}
