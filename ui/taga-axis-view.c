#include "taga-axis-view.h"

#include <glib/gi18n-lib.h>

#include "taga-axis-dialog.h"
#include "taga-axis-map-dialog.h"
#include "taga-axis-row.h"
#include "taga-axis-text.h"
#include "taga-beside-layout.h"
#include "taga-chart-from.h"
#include "taga-chart-view.h"
#include "taga-language.h"
#include "taga-round-list.h"
#include "taga-round.h"
#include "taga-ui.h"

/* The rows of the axes need as much beside the radar. */
#define ROOM 340

/**
 * TagaAxisView:
 *
 * 点数: where a round stands on each axis of the radar, and where the scores come from.
 */
struct _TagaAxisView
{
  GtkWidget parent_instance;

  TagaStore *store;  /* (owned) (nullable) */
  TagaRecord *round; /* (owned) (nullable) */

  GtkWidget *scroll;
  GtkLabel *lock_label;
  GtkLabel *failure_label;
  GtkWidget *chart;
  GtkWidget *rows;
  GtkLabel *source_label;
};

G_DEFINE_FINAL_TYPE (TagaAxisView, taga_axis_view, GTK_TYPE_WIDGET)

static gboolean
is_locked (TagaAxisView *self)
{
  return taga_record_get_text (self->round, TAGA_ROUND_SEALED_ON) != NULL
         || taga_store_is_read_only (self->store);
}

static void
judge_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaAxisView *self = TAGA_AXIS_VIEW (widget);

  taga_axis_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->store,
                            taga_record_get_id (self->round),
                            g_variant_get_string (parameter, NULL), is_locked (self));
}

static void
map_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaAxisView *self = TAGA_AXIS_VIEW (widget);

  taga_axis_map_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->store,
                                g_variant_get_string (parameter, NULL), is_locked (self));
}

static void
taga_axis_view_dispose (GObject *object)
{
  TagaAxisView *self = TAGA_AXIS_VIEW (object);

  g_clear_object (&self->store);
  g_clear_object (&self->round);
  g_clear_pointer (&self->scroll, gtk_widget_unparent);

  G_OBJECT_CLASS (taga_axis_view_parent_class)->dispose (object);
}

static void
taga_axis_view_class_init (TagaAxisViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_axis_view_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "axes.judge", "s", judge_action);
  gtk_widget_class_install_action (widget_class, "axes.map", "s", map_action);
}

static GtkLabel *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = taga_ui_create_label ("");

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

/* From an axis of the radar to its row, where its score is entered. */
static void
axis_activated_cb (TagaAxisView *self, guint axis)
{
  GtkWidget *row = gtk_widget_get_first_child (self->rows);

  for (guint i = 0; row != NULL && i < axis; i++)
    row = gtk_widget_get_next_sibling (row);
  if (row != NULL)
    gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
create_both (TagaAxisView *self)
{
  GtkWidget *both = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->chart = taga_chart_view_new (NULL);
  g_signal_connect_object (self->chart, "part-activated", G_CALLBACK (axis_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_valign (self->rows, GTK_ALIGN_START);
  gtk_widget_set_valign (self->chart, GTK_ALIGN_START);
  gtk_widget_set_layout_manager (both, taga_beside_layout_new (ROOM));
  gtk_box_append (GTK_BOX (both), self->rows);
  gtk_box_append (GTK_BOX (both), self->chart);

  return both;
}

static void
taga_axis_view_init (TagaAxisView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (box, "taga-round-view");
  self->lock_label = add_label (box, "taga-round-lock");
  self->failure_label = add_label (box, "taga-notice");
  gtk_box_append (GTK_BOX (box), create_both (self));
  self->source_label = add_label (box, "taga-axis-origin");

  self->scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), box);
  gtk_widget_set_parent (self->scroll, GTK_WIDGET (self));
}

static void
update_lock (TagaAxisView *self)
{
  g_autofree char *sealed = taga_round_list_format_sealed (self->round);
  g_autofree char *text =
      sealed == NULL ? NULL : g_strdup_printf (_ ("%s. These are the scores of that day."), sealed);

  gtk_label_set_label (self->lock_label, text == NULL ? "" : text);
  gtk_widget_set_visible (GTK_WIDGET (self->lock_label), text != NULL);
}

static TagaChart *
create_chart (TagaAxisView *self, const TagaAxisValues *values)
{
  const char *name = taga_record_get_text (self->round, TAGA_ROUND_NAME);

  return taga_chart_from_axes (&name, &values, 1);
}

/* The rows stay the same widgets, so that the focus stays where it is. */
static void
update_rows (TagaAxisView *self, const TagaAxisValues *values)
{
  GtkWidget *row = gtk_widget_get_first_child (self->rows);

  for (guint i = 0; i < values->n; i++)
    {
      if (row == NULL)
        {
          row = taga_axis_row_new (values->values[i].axis);
          gtk_box_append (GTK_BOX (self->rows), row);
        }
      taga_axis_row_update (TAGA_AXIS_ROW (row), &values->values[i]);
      row = gtk_widget_get_next_sibling (row);
    }
}

static void
forget_rows (TagaAxisView *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), row);
  taga_chart_view_set_chart (TAGA_CHART_VIEW (self->chart), NULL);
}

/**
 * taga_axis_view_show:
 * @self: a view
 * @store: (nullable): the company file
 * @round: (nullable): one of its rounds
 *
 * Shows where a round stands now.
 */
void
taga_axis_view_show (TagaAxisView *self, TagaStore *store, TagaRecord *round)
{
  g_autoptr (TagaAxisValues) values = NULL;
  g_autoptr (TagaChart) chart = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (TAGA_IS_AXIS_VIEW (self));

  if (g_set_object (&self->store, store) || round == NULL)
    forget_rows (self);
  g_set_object (&self->round, round);
  gtk_widget_set_visible (self->scroll, round != NULL);
  if (round == NULL)
    return;

  update_lock (self);
  values = taga_axis_values_read (store, taga_record_get_id (round), &error);
  gtk_label_set_label (self->failure_label, error == NULL ? "" : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->failure_label), error != NULL);
  if (values == NULL)
    {
      forget_rows (self);
      return;
    }

  update_rows (self, values);
  chart = create_chart (self, values);
  taga_chart_view_set_chart (TAGA_CHART_VIEW (self->chart), chart);
  gtk_label_set_label (self->source_label, taga_edition_get_source (values->edition, "axis",
                                                                    taga_language_is_japanese ()));
}
