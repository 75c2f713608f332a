#include "taga-step-line-row.h"

/**
 * TagaStepLineRow:
 *
 * One line of what a step did: a record as a heading, a field from what to what, or a sentence.
 */
struct _TagaStepLineRow
{
  AdwBin parent_instance;

  TagaStepLine *line; /* (owned) (nullable) */

  /* Template */
  GtkStack *stack;
  GtkLabel *record_label;
  GtkLabel *kind_label;
  GtkLabel *field_label;
  GtkLabel *change_label;
  GtkLabel *rest_label;
};

G_DEFINE_FINAL_TYPE (TagaStepLineRow, taga_step_line_row, ADW_TYPE_BIN)

enum
{
  PROP_LINE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The list's own row takes the focus and has no name of itself. */
static void
update_name (TagaStepLineRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = NULL;

  if (parent == NULL)
    return;

  name = g_strjoin (" ", taga_step_line_get_title (self->line),
                    taga_step_line_get_text (self->line), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update (TagaStepLineRow *self)
{
  const char *title = taga_step_line_get_title (self->line);
  const char *text = taga_step_line_get_text (self->line);

  switch (taga_step_line_get_kind (self->line))
    {
    case TAGA_STEP_LINE_RECORD:
      gtk_label_set_label (self->record_label, title);
      gtk_label_set_label (self->kind_label, text);
      gtk_stack_set_visible_child_name (self->stack, "record");
      break;
    case TAGA_STEP_LINE_FIELD:
      gtk_label_set_label (self->field_label, title);
      gtk_label_set_label (self->change_label, text);
      gtk_stack_set_visible_child_name (self->stack, "field");
      break;
    case TAGA_STEP_LINE_REST:
    default:
      gtk_label_set_label (self->rest_label, title);
      gtk_stack_set_visible_child_name (self->stack, "rest");
    }

  update_name (self);
}

static void
taga_step_line_row_dispose (GObject *object)
{
  TagaStepLineRow *self = TAGA_STEP_LINE_ROW (object);

  g_clear_object (&self->line);
  adw_bin_set_child (ADW_BIN (self), NULL); /* first, or AdwBin unparents a dead child */
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_STEP_LINE_ROW);

  G_OBJECT_CLASS (taga_step_line_row_parent_class)->dispose (object);
}

static void
taga_step_line_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_LINE)
    g_value_set_object (value, TAGA_STEP_LINE_ROW (object)->line);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
taga_step_line_row_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  if (prop_id == PROP_LINE)
    taga_step_line_row_set_line (TAGA_STEP_LINE_ROW (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
taga_step_line_row_class_init (TagaStepLineRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taga_step_line_row_dispose;
  object_class->get_property = taga_step_line_row_get_property;
  object_class->set_property = taga_step_line_row_set_property;

  /**
   * TagaStepLineRow:line:
   *
   * The line that it shows.
   */
  properties[PROP_LINE] =
      g_param_spec_object ("line", NULL, NULL, TAGA_TYPE_STEP_LINE,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-step-line-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaStepLineRow, stack);
  gtk_widget_class_bind_template_child (widget_class, TagaStepLineRow, record_label);
  gtk_widget_class_bind_template_child (widget_class, TagaStepLineRow, kind_label);
  gtk_widget_class_bind_template_child (widget_class, TagaStepLineRow, field_label);
  gtk_widget_class_bind_template_child (widget_class, TagaStepLineRow, change_label);
  gtk_widget_class_bind_template_child (widget_class, TagaStepLineRow, rest_label);
}

static void
taga_step_line_row_init (TagaStepLineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * taga_step_line_row_new:
 *
 * Makes a row that shows no line yet.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
taga_step_line_row_new (void)
{
  return g_object_new (TAGA_TYPE_STEP_LINE_ROW, NULL);
}

/**
 * taga_step_line_row_get_line:
 * @self: a row
 *
 * Gets the line that it shows.
 *
 * Returns: (transfer none) (nullable): the line
 */
TagaStepLine *
taga_step_line_row_get_line (TagaStepLineRow *self)
{
  g_return_val_if_fail (TAGA_IS_STEP_LINE_ROW (self), NULL);

  return self->line;
}

/**
 * taga_step_line_row_set_line:
 * @self: a row
 * @line: (nullable): a line
 *
 * Sets the line that it shows.
 */
void
taga_step_line_row_set_line (TagaStepLineRow *self, TagaStepLine *line)
{
  g_return_if_fail (TAGA_IS_STEP_LINE_ROW (self));
  g_return_if_fail (line == NULL || TAGA_IS_STEP_LINE (line));

  if (!g_set_object (&self->line, line))
    return;

  if (line != NULL)
    update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LINE]);
}
