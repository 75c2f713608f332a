#include "taga-import-row.h"

#include <glib/gi18n-lib.h>

#include "taga-lines.h"
#include "taga-proposal-row.h"

/* A cell stands further in than its row, and close to it. */
#define MARGIN 6
#define CELL_MARGIN 34
#define CELL_GAP 2

/**
 * TagaImportRow:
 *
 * One row of a proposal on the screen, with its tick box.
 */
struct _TagaImportRow
{
  GtkBox parent_instance;

  TagaProposalRow *row; /* (owned) (nullable) */

  /* Template */
  GtkCheckButton *tick;
  GtkImage *icon;
  GtkButton *switch_button;
};

G_DEFINE_FINAL_TYPE (TagaImportRow, taga_import_row, GTK_TYPE_BOX)

enum
{
  PROP_ROW = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
toggled_cb (GtkCheckButton *tick, TagaImportRow *self)
{
  if (self->row != NULL)
    taga_proposal_row_set_ticked (self->row, gtk_check_button_get_active (tick));
}

static void
switch_clicked_cb (GtkButton *button, TagaImportRow *self)
{
  taga_import_row_switch (self);
}

/* What has the focus is the list's item around the row, which says nothing of itself. */
static void
describe_item (TagaImportRow *self)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *description = taga_proposal_row_describe (self->row);
  GtkAccessibleTristate ticked = GTK_ACCESSIBLE_TRISTATE_FALSE;

  if (taga_proposal_row_is_partial (self->row))
    ticked = GTK_ACCESSIBLE_TRISTATE_MIXED;
  else if (taga_proposal_row_get_ticked (self->row))
    ticked = GTK_ACCESSIBLE_TRISTATE_TRUE;

  if (item == NULL)
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_CHECKED, ticked, -1);
}

/* What can be taken for something else has a button for that. */
static void
show_switch (TagaImportRow *self)
{
  g_autofree char *label = NULL;

  g_object_get (self->row, "switch-label", &label, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->switch_button), label != NULL);
  if (label != NULL)
    gtk_button_set_label (self->switch_button, label);
}

/* The list is asked, not the button: it knows that what stays in the register is not ticked. */
static void
show_tick (TagaImportRow *self)
{
  g_signal_handlers_block_by_func (self->tick, toggled_cb, self);
  gtk_check_button_set_active (self->tick, taga_proposal_row_get_ticked (self->row));
  gtk_check_button_set_inconsistent (self->tick, taga_proposal_row_is_partial (self->row));
  g_signal_handlers_unblock_by_func (self->tick, toggled_cb, self);
  show_switch (self);
  describe_item (self);
}

static const char *
get_colour (TagaProposalRow *row)
{
  if (taga_proposal_row_is_doubtful (row))
    return "warning";

  switch (taga_proposal_row_get_kind (row))
    {
    case TAGA_STAGED_NEW:
      return "success";
    case TAGA_STAGED_CHANGED:
      return "accent";
    case TAGA_STAGED_GONE:
    case TAGA_STAGED_SAME:
    default:
      return "dim-label";
    }
}

static void
set_margins (TagaImportRow *self, gboolean is_cell)
{
  gtk_widget_set_margin_start (GTK_WIDGET (self), is_cell ? CELL_MARGIN : MARGIN);
  gtk_widget_set_margin_top (GTK_WIDGET (self), is_cell ? CELL_GAP : MARGIN);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), is_cell ? CELL_GAP : MARGIN);
}

static void
set_row (TagaImportRow *self, TagaProposalRow *row)
{
  const char *name = row == NULL ? NULL : taga_proposal_row_get_name (row);
  g_autofree char *label = NULL;

  if (self->row == row)
    return;

  if (self->row != NULL)
    g_signal_handlers_disconnect_by_func (self->row, show_tick, self);
  g_set_object (&self->row, row);
  if (row != NULL)
    {
      const char *const classes[] = { get_colour (row), NULL };

      g_signal_connect_object (row, "notify::ticked", G_CALLBACK (show_tick), self,
                               G_CONNECT_SWAPPED);
      show_tick (self);
      set_margins (self, taga_proposal_row_get_field (row) >= 0);
      gtk_widget_set_css_classes (GTK_WIDGET (self->icon), (const char **) classes);
      label = g_strdup_printf (_ ("Take over “%s”"), name == NULL ? "" : name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->tick), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      label, -1);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROW]);
}

static void
taga_import_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TagaImportRow *self = TAGA_IMPORT_ROW (object);

  switch (prop_id)
    {
    case PROP_ROW:
      g_value_set_object (value, self->row);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taga_import_row_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  TagaImportRow *self = TAGA_IMPORT_ROW (object);

  switch (prop_id)
    {
    case PROP_ROW:
      set_row (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taga_import_row_dispose (GObject *object)
{
  TagaImportRow *self = TAGA_IMPORT_ROW (object);

  set_row (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_IMPORT_ROW);

  G_OBJECT_CLASS (taga_import_row_parent_class)->dispose (object);
}

static void
taga_import_row_class_init (TagaImportRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taga_import_row_dispose;
  object_class->get_property = taga_import_row_get_property;
  object_class->set_property = taga_import_row_set_property;

  /**
   * TagaImportRow:row:
   *
   * The row that it shows.
   */
  properties[PROP_ROW] =
      g_param_spec_object ("row", NULL, NULL, TAGA_TYPE_PROPOSAL_ROW,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TAGA_TYPE_LINES);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-import-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaImportRow, tick);
  gtk_widget_class_bind_template_child (widget_class, TagaImportRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TagaImportRow, switch_button);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, switch_clicked_cb);
}

static void
taga_import_row_init (TagaImportRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * taga_import_row_switch:
 * @self: a row
 *
 * Takes a doubtful row for a new asset, or for a change of the one that was found, in turn.
 */
void
taga_import_row_switch (TagaImportRow *self)
{
  g_return_if_fail (TAGA_IS_IMPORT_ROW (self));

  if (self->row != NULL)
    taga_proposal_row_switch (self->row);
}

/**
 * taga_import_row_toggle:
 * @self: a row
 *
 * Ticks the row if it is not ticked as a whole, and the other way round, if it can be.
 */
void
taga_import_row_toggle (TagaImportRow *self)
{
  g_return_if_fail (TAGA_IS_IMPORT_ROW (self));

  if (self->row != NULL)
    taga_proposal_row_set_ticked (self->row, !taga_proposal_row_get_ticked (self->row)
                                                 || taga_proposal_row_is_partial (self->row));
}
