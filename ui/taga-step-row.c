#include "taga-step-row.h"

/**
 * TagaStepRow:
 *
 * One step in the list of the history, under its day if it is the first of one.
 */
struct _TagaStepRow
{
  AdwBin parent_instance;

  TagaStepItem *item; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (TagaStepRow, taga_step_row, ADW_TYPE_BIN)

enum
{
  PROP_ITEM = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The list's own row takes the focus and has no name of itself. */
static void
update_name (TagaStepRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  const char *state;
  g_autofree char *name = NULL;

  if (parent == NULL || self->item == NULL)
    return;

  state = taga_step_item_get_state_text (self->item);
  name =
      g_strjoin (", ", taga_step_item_get_label (self->item), taga_step_item_get_day (self->item),
                 taga_step_item_get_details (self->item), state, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
is_told (GtkWidget *widget, const char *state, gboolean replaced)
{
  return state != NULL && !replaced;
}

static void
taga_step_row_dispose (GObject *object)
{
  TagaStepRow *self = TAGA_STEP_ROW (object);

  taga_step_row_set_item (self, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL); /* first, or AdwBin unparents a dead child */
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_STEP_ROW);

  G_OBJECT_CLASS (taga_step_row_parent_class)->dispose (object);
}

static void
taga_step_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_ITEM)
    g_value_set_object (value, TAGA_STEP_ROW (object)->item);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
taga_step_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_ITEM)
    taga_step_row_set_item (TAGA_STEP_ROW (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
taga_step_row_class_init (TagaStepRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taga_step_row_dispose;
  object_class->get_property = taga_step_row_get_property;
  object_class->set_property = taga_step_row_set_property;

  /**
   * TagaStepRow:item:
   *
   * The step that it shows.
   */
  properties[PROP_ITEM] =
      g_param_spec_object ("item", NULL, NULL, TAGA_TYPE_STEP_ITEM,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-step-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, is_told);
}

static void
taga_step_row_init (TagaStepRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * taga_step_row_new:
 *
 * Makes a row that shows no step yet.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
taga_step_row_new (void)
{
  return g_object_new (TAGA_TYPE_STEP_ROW, NULL);
}

/**
 * taga_step_row_get_item:
 * @self: a row
 *
 * Gets the step that it shows.
 *
 * Returns: (transfer none) (nullable): the step
 */
TagaStepItem *
taga_step_row_get_item (TagaStepRow *self)
{
  g_return_val_if_fail (TAGA_IS_STEP_ROW (self), NULL);

  return self->item;
}

/**
 * taga_step_row_set_item:
 * @self: a row
 * @item: (nullable): a step
 *
 * Sets the step that it shows.
 */
void
taga_step_row_set_item (TagaStepRow *self, TagaStepItem *item)
{
  g_return_if_fail (TAGA_IS_STEP_ROW (self));
  g_return_if_fail (item == NULL || TAGA_IS_STEP_ITEM (item));

  if (self->item == item)
    return;

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_set_object (&self->item, item);
  if (item != NULL)
    g_signal_connect_object (item, "notify::state-text", G_CALLBACK (update_name), self,
                             G_CONNECT_SWAPPED);
  update_name (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}
