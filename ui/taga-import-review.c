#include "taga-import-review.h"

#include <glib/gi18n-lib.h>

#include "taga-import-row.h"
#include "taga-lines.h"
#include "taga-rejection-list.h"

/**
 * TagaImportReview:
 *
 * What importing a file would do to the register: how many rows of each kind, row by row what
 * changes, each with a tick box, and which rows cannot be read.
 */
struct _TagaImportReview
{
  GtkBox parent_instance;

  TagaProposalList *list;        /* (owned) (nullable) */
  TagaRejectionList *rejections; /* (owned) (nullable) */
  TagaSourceScale scale;
  char *shown; /* (owned): which rows: "all", a kind, or "rejected" */

  /* Template */
  GtkWidget *bar;
  GtkStack *views;
  GtkLabel *file_label;
  GtkLabel *sheet_label;
  GtkWidget *scale_box;
  GtkDropDown *scale_choice;
  GtkLabel *new_count;
  GtkLabel *changed_count;
  GtkLabel *same_count;
  GtkLabel *gone_count;
  GtkLabel *rejected_count;
  GtkWidget *new_button;
  GtkWidget *changed_button;
  GtkWidget *gone_button;
  GtkWidget *rejected_button;
  GtkListView *row_view;
  GtkColumnView *rejection_view;
};

G_DEFINE_FINAL_TYPE (TagaImportReview, taga_import_review, GTK_TYPE_BOX)

enum
{
  PROP_SHOWN = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_SCALE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *name;
  int kind;
} views[] = {
  { "all", TAGA_PROPOSAL_ALL_KINDS },
  { "new", TAGA_STAGED_NEW },
  { "changed", TAGA_STAGED_CHANGED },
  { "gone", TAGA_STAGED_GONE },
};

static void
update_view (TagaImportReview *self)
{
  gboolean rejected = g_str_equal (self->shown, "rejected");

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (self->list != NULL && g_str_equal (views[i].name, self->shown))
      taga_proposal_list_set_kind (self->list, views[i].kind);

  gtk_stack_set_visible_child_name (self->views, rejected ? "rejections" : "rows");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.tick-all", !rejected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.tick-none", !rejected);
}

static void
set_shown (TagaImportReview *self, const char *shown)
{
  if (g_str_equal (self->shown, shown))
    return;

  g_free (self->shown);
  self->shown = g_strdup (shown);
  update_view (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN]);
}

static void
scale_selected_cb (TagaImportReview *self)
{
  TagaSourceScale scale = TAGA_SOURCE_SCALE_0_2 + gtk_drop_down_get_selected (self->scale_choice);

  if (self->scale != TAGA_SOURCE_SCALE_UNKNOWN && scale != self->scale)
    g_signal_emit (self, signals[SIGNAL_SCALE_CHOSEN], 0, (int) scale);
}

/* Space ticks the row that has the focus. Return is the default button's, not the row's. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                TagaImportReview *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row = focus == NULL ? NULL : gtk_widget_get_first_child (focus);

  if (focus == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      if (!TAGA_IS_IMPORT_ROW (row))
        return GDK_EVENT_PROPAGATE;
      taga_import_row_toggle (TAGA_IMPORT_ROW (row));
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_KP_Enter:
      gtk_widget_activate_default (focus);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* The lists of this GTK take Tab to go from row to row, so that nobody would ever come out at the
 * other end: here it leaves them, and the arrows go from row to row. */
static gboolean
taga_import_review_focus (GtkWidget *widget, GtkDirectionType direction)
{
  TagaImportReview *self = TAGA_IMPORT_REVIEW (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  gboolean inside = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->views));

  if (inside && direction == GTK_DIR_TAB_FORWARD)
    return FALSE;
  if (inside && direction == GTK_DIR_TAB_BACKWARD)
    return gtk_widget_child_focus (self->bar, direction);

  return GTK_WIDGET_CLASS (taga_import_review_parent_class)->focus (widget, direction);
}

static void
tick_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  taga_proposal_list_tick_all (TAGA_IMPORT_REVIEW (widget)->list,
                               g_str_equal (action_name, "review.tick-all"));
}

static void
taga_import_review_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TagaImportReview *self = TAGA_IMPORT_REVIEW (object);

  switch (prop_id)
    {
    case PROP_SHOWN:
      g_value_set_string (value, self->shown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taga_import_review_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  TagaImportReview *self = TAGA_IMPORT_REVIEW (object);

  switch (prop_id)
    {
    case PROP_SHOWN:
      set_shown (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taga_import_review_dispose (GObject *object)
{
  TagaImportReview *self = TAGA_IMPORT_REVIEW (object);

  g_clear_object (&self->list);
  g_clear_object (&self->rejections);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_IMPORT_REVIEW);

  G_OBJECT_CLASS (taga_import_review_parent_class)->dispose (object);
}

static void
taga_import_review_finalize (GObject *object)
{
  TagaImportReview *self = TAGA_IMPORT_REVIEW (object);

  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (taga_import_review_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-import-review.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaImportReview, bar);
  gtk_widget_class_bind_template_child (widget_class, TagaImportReview, views);
  gtk_widget_class_bind_template_child (widget_class, TagaImportReview, file_label);
  gtk_widget_class_bind_template_child (widget_class, TagaImportReview, sheet_label);
  gtk_widget_class_bind_template_child (widget_class, TagaImportReview, scale_box);
  gtk_widget_class_bind_template_child (widget_class, TagaImportReview, scale_choice);
  gtk_widget_class_bind_template_child (widget_class, TagaImportReview, new_count);
  gtk_widget_class_bind_template_child (widget_class, TagaImportReview, changed_count);
  gtk_widget_class_bind_template_child (widget_class, TagaImportReview, same_count);
  gtk_widget_class_bind_template_child (widget_class, TagaImportReview, gone_count);
  gtk_widget_class_bind_template_child (widget_class, TagaImportReview, rejected_count);
  gtk_widget_class_bind_template_child (widget_class, TagaImportReview, new_button);
  gtk_widget_class_bind_template_child (widget_class, TagaImportReview, changed_button);
  gtk_widget_class_bind_template_child (widget_class, TagaImportReview, gone_button);
  gtk_widget_class_bind_template_child (widget_class, TagaImportReview, rejected_button);
  gtk_widget_class_bind_template_child (widget_class, TagaImportReview, row_view);
  gtk_widget_class_bind_template_child (widget_class, TagaImportReview, rejection_view);
  gtk_widget_class_bind_template_callback (widget_class, scale_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
taga_import_review_class_init (TagaImportReviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taga_import_review_dispose;
  object_class->finalize = taga_import_review_finalize;
  object_class->get_property = taga_import_review_get_property;
  object_class->set_property = taga_import_review_set_property;

  /**
   * TagaImportReview:shown:
   *
   * Which rows are in view: "all", "new", "changed", "gone" or "rejected".
   */
  properties[PROP_SHOWN] =
      g_param_spec_string ("shown", NULL, NULL, "all",
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TagaImportReview::scale-chosen:
   * @self: a review
   * @scale: a [enum@SourceScale]
   *
   * The user says that the values of the file are of another scale.
   */
  signals[SIGNAL_SCALE_CHOSEN] =
      g_signal_new ("scale-chosen", TAGA_TYPE_IMPORT_REVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_INT);

  g_type_ensure (TAGA_TYPE_IMPORT_ROW);
  g_type_ensure (TAGA_TYPE_LINES);
  g_type_ensure (TAGA_TYPE_REJECTION_ROW);
  widget_class->focus = taga_import_review_focus;
  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "review.show", "shown");
  gtk_widget_class_install_action (widget_class, "review.tick-all", NULL, tick_action);
  gtk_widget_class_install_action (widget_class, "review.tick-none", NULL, tick_action);
}

static void
taga_import_review_init (TagaImportReview *self)
{
  self->shown = g_strdup ("all");
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_file (TagaImportReview *self, TagaImportReading *reading)
{
  TagaSheets *sheets = taga_source_get_sheets (reading->source);
  g_autofree char *name = g_file_get_basename (reading->file);
  g_autofree char *shown = g_filename_display_name (name);
  const char *sheet = taga_sheets_get_name (sheets, taga_source_get_sheet (reading->source));
  guint row = taga_source_get_header_row (reading->source) + 1;
  g_autofree char *text = NULL;

  /* A text file's only sheet is named like the file. */
  if (taga_sheets_get_count (sheets) == 1 && g_str_has_prefix (shown, sheet))
    text = g_strdup_printf (_ ("Compared with the register from row %u on"), row);
  else
    text =
        g_strdup_printf (_ ("Sheet “%s”, compared with the register from row %u on"), sheet, row);

  gtk_label_set_label (self->file_label, shown);
  gtk_label_set_label (self->sheet_label, text);
}

static void
show_number (GtkLabel *label, GtkWidget *button, guint n)
{
  g_autofree char *text = g_strdup_printf ("%'u", n);

  gtk_label_set_label (label, text);
  if (button != NULL)
    gtk_widget_set_visible (button, n > 0);
}

static void
show_counts (TagaImportReview *self, TagaProposal *proposal)
{
  guint n_rejected = taga_rejection_list_count_rows (self->rejections);

  show_number (self->new_count, self->new_button, taga_proposal_count (proposal, TAGA_STAGED_NEW));
  show_number (self->changed_count, self->changed_button,
               taga_proposal_count (proposal, TAGA_STAGED_CHANGED));
  show_number (self->same_count, NULL, taga_proposal_count_same (proposal));
  show_number (self->gone_count, self->gone_button,
               taga_proposal_count (proposal, TAGA_STAGED_GONE));
  show_number (self->rejected_count, self->rejected_button, n_rejected);
}

/**
 * taga_import_review_set_reading:
 * @self: a review
 * @reading: a reading that led to a proposal
 *
 * Shows a proposal. All of it is ticked.
 */
void
taga_import_review_set_reading (TagaImportReview *self, TagaImportReading *reading)
{
  g_autoptr (GtkNoSelection) rows = NULL;
  g_autoptr (GtkNoSelection) rejections = NULL;
  gboolean has_rows;

  g_return_if_fail (TAGA_IS_IMPORT_REVIEW (self));
  g_return_if_fail (reading->proposal != NULL);

  g_clear_object (&self->list);
  self->list = taga_proposal_list_new (reading->store, reading->proposal, reading->kinds);
  g_clear_object (&self->rejections);
  self->rejections = taga_rejection_list_new (taga_proposal_get_rejections (reading->proposal));
  self->scale = taga_source_get_scale (reading->source);

  show_file (self, reading);
  show_counts (self, reading->proposal);
  taga_import_review_show_scale (self);

  rows = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_list_view_set_model (self->row_view, GTK_SELECTION_MODEL (rows));
  rejections = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rejections)));
  gtk_column_view_set_model (self->rejection_view, GTK_SELECTION_MODEL (rejections));

  has_rows = g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0;
  set_shown (self, has_rows ? "all" : "rejected");
  update_view (self);
  gtk_widget_grab_focus (has_rows ? GTK_WIDGET (self->row_view)
                                  : GTK_WIDGET (self->rejection_view));
}

/**
 * taga_import_review_get_list:
 * @self: a review
 *
 * Gets the rows and their ticks.
 *
 * Returns: (transfer none) (nullable): the list
 */
TagaProposalList *
taga_import_review_get_list (TagaImportReview *self)
{
  g_return_val_if_fail (TAGA_IS_IMPORT_REVIEW (self), NULL);

  return self->list;
}

/**
 * taga_import_review_is_empty:
 * @self: a review
 *
 * Tells whether all rows of the file are in the register just so, and none besides.
 *
 * Returns: `TRUE` if there is nothing to look at
 */
gboolean
taga_import_review_is_empty (TagaImportReview *self)
{
  g_return_val_if_fail (TAGA_IS_IMPORT_REVIEW (self), TRUE);

  return g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0
         && g_list_model_get_n_items (G_LIST_MODEL (self->rejections)) == 0;
}

/**
 * taga_import_review_show_scale:
 * @self: a review
 *
 * Shows the scale of the proposal again, after another one was chosen in vain.
 */
void
taga_import_review_show_scale (TagaImportReview *self)
{
  g_return_if_fail (TAGA_IS_IMPORT_REVIEW (self));

  gtk_widget_set_visible (self->scale_box, self->scale != TAGA_SOURCE_SCALE_UNKNOWN);
  if (self->scale != TAGA_SOURCE_SCALE_UNKNOWN)
    gtk_drop_down_set_selected (self->scale_choice, self->scale - TAGA_SOURCE_SCALE_0_2);
}
