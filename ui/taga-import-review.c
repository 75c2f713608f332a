#include "taga-import-review.h"

#include <glib/gi18n-lib.h>

#include "taga-import-row.h"
#include "taga-lines.h"
#include "taga-rejection-list.h"

/* So many sheets are named above the rows; the page before names them all. */
#define MAX_NAMES 20

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
  char *shown;                   /* (owned): which rows: "all", a kind, or "rejected" */

  /* Template */
  GtkWidget *bar;
  GtkStack *views;
  GtkLabel *file_label;
  GtkLabel *sheet_label;
  GtkEditable *search_entry;
  GtkWidget *hint_label;
  GtkListView *row_view;
  GtkColumnView *rejection_view;
  GtkColumnViewColumn *sheet_column;
};

G_DEFINE_FINAL_TYPE (TagaImportReview, taga_import_review, GTK_TYPE_BOX)

enum
{
  PROP_SHOWN = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const struct
{
  const char *name;
  int kind;
} views[] = {
  { "all", TAGA_PROPOSAL_ALL_KINDS }, { "new", TAGA_STAGED_NEW },
  { "changed", TAGA_STAGED_CHANGED }, { "doubtful", TAGA_PROPOSAL_DOUBTFUL },
  { "same", TAGA_STAGED_SAME },       { "gone", TAGA_STAGED_GONE },
};

/* The parts of the buttons that count the rows and choose between them. */
static const char *const parts[] = { "_button", "_count", "_caption" };

static gboolean
is_empty_view (TagaImportReview *self)
{
  return self->list != NULL && !taga_proposal_list_is_searching (self->list)
         && g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0;
}

static void
update_view (TagaImportReview *self)
{
  gboolean rejected = g_str_equal (self->shown, "rejected");
  gboolean tickable = !rejected && !g_str_equal (self->shown, "same");

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (self->list != NULL && g_str_equal (views[i].name, self->shown))
      taga_proposal_list_set_kind (self->list, views[i].kind);

  gtk_stack_set_visible_child_name (self->views, rejected               ? "rejections"
                                                 : is_empty_view (self) ? "none"
                                                                        : "rows");
  gtk_widget_set_sensitive (GTK_WIDGET (self->search_entry), !rejected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.tick-all", tickable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.tick-none", tickable);
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
search_changed_cb (TagaImportReview *self)
{
  if (self->list == NULL)
    return;

  taga_proposal_list_set_search (self->list, gtk_editable_get_text (self->search_entry));
  update_view (self);
}

static void
search_activated_cb (TagaImportReview *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->views), GTK_DIR_TAB_FORWARD);
}

/* Escape empties the search first, and closes the window only then. */
static void
search_stopped_cb (TagaImportReview *self)
{
  if (*gtk_editable_get_text (self->search_entry) == '\0')
    gtk_widget_activate_action (GTK_WIDGET (self), "window.close", NULL);
  else
    gtk_editable_set_text (self->search_entry, "");
}

/* Space ticks the row that has the focus, and N takes it as new. Return is the default button's,
 * not the row's. */
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
    case GDK_KEY_n:
    case GDK_KEY_N:
      if (!TAGA_IS_IMPORT_ROW (row))
        return GDK_EVENT_PROPAGATE;
      taga_import_row_switch (TAGA_IMPORT_ROW (row));
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
search_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (TAGA_IMPORT_REVIEW (widget)->search_entry));
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
  gtk_widget_class_bind_template_child (widget_class, TagaImportReview, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TagaImportReview, hint_label);
  gtk_widget_class_bind_template_child (widget_class, TagaImportReview, row_view);
  gtk_widget_class_bind_template_child (widget_class, TagaImportReview, rejection_view);
  gtk_widget_class_bind_template_child (widget_class, TagaImportReview, sheet_column);
  for (guint i = 0; i <= G_N_ELEMENTS (views); i++)
    for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
      {
        const char *view = i < G_N_ELEMENTS (views) ? views[i].name : "rejected";
        g_autofree char *name = g_strconcat (view, parts[j], NULL);

        gtk_widget_class_bind_template_child_full (widget_class, name, FALSE, 0);
      }
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
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
   * Which rows are in view: "all", "new", "changed", "doubtful", "same", "gone" or
   * "rejected".
   */
  properties[PROP_SHOWN] =
      g_param_spec_string ("shown", NULL, NULL, "all",
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TAGA_TYPE_IMPORT_ROW);
  g_type_ensure (TAGA_TYPE_LINES);
  g_type_ensure (TAGA_TYPE_REJECTION_ROW);
  widget_class->focus = taga_import_review_focus;
  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "review.show", "shown");
  gtk_widget_class_install_action (widget_class, "review.search", NULL, search_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "review.search",
                                       NULL);
  gtk_widget_class_install_action (widget_class, "review.tick-all", NULL, tick_action);
  gtk_widget_class_install_action (widget_class, "review.tick-none", NULL, tick_action);
}

/* The focus is in the list inside of the column view, which has no name of its own. */
static void
name_rejections (TagaImportReview *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->rejection_view));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Cells that cannot be read"), -1);
}

static void
taga_import_review_init (TagaImportReview *self)
{
  self->shown = g_strdup ("all");
  gtk_widget_init_template (GTK_WIDGET (self));
  name_rejections (self);
}

/* Says which sheets were compared, and which were not. */
static char *
describe_sheets (const TagaImportPlan *plan)
{
  g_autoptr (GString) taken = g_string_new (NULL);
  g_autoptr (GString) left = g_string_new (NULL);
  guint counts[2] = { 0, 0 };

  for (guint i = 0; i < plan->sheets->len; i++)
    {
      const TagaImportSheet *sheet = taga_import_plan_get (plan, i);
      guint n = ++counts[sheet->taken];

      if (n <= MAX_NAMES)
        g_string_append_printf (sheet->taken ? taken : left, "%s%s", n > 1 ? C_ ("list", ", ") : "",
                                sheet->name);
      else if (n == MAX_NAMES + 1)
        g_string_append (sheet->taken ? taken : left, " …");
    }

  if (left->len == 0)
    return g_strdup_printf (_ ("Compared with the register: %s."), taken->str);

  return g_strdup_printf (_ ("Compared with the register: %s. Left out: %s."), taken->str,
                          left->str);
}

static void
show_file (TagaImportReview *self, TagaImportReading *reading)
{
  const TagaImportPlan *plan = taga_source_get_plan (reading->source);
  g_autofree char *name = g_file_get_basename (reading->file);
  g_autofree char *shown = g_filename_display_name (name);
  const TagaImportSheet *first = taga_import_plan_get (plan, 0);
  g_autofree char *text = NULL;

  /* A text file's only sheet is named like the file. */
  if (plan->sheets->len == 1 && g_str_has_prefix (shown, first->name))
    text = g_strdup_printf (_ ("Compared with the register from row %u on"), first->header_row + 1);
  else
    text = describe_sheets (plan);

  gtk_label_set_label (self->file_label, shown);
  gtk_label_set_label (self->sheet_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sheet_label), text);
  gtk_column_view_column_set_visible (self->sheet_column, taga_import_plan_count_taken (plan) > 1);
}

static gpointer
get_part (TagaImportReview *self, const char *name, const char *part)
{
  g_autofree char *id = g_strconcat (name, part, NULL);

  return gtk_widget_get_template_child (GTK_WIDGET (self), TAGA_TYPE_IMPORT_REVIEW, id);
}

static void
show_count (TagaImportReview *self, const char *name, guint n)
{
  g_autofree char *number = g_strdup_printf ("%'u", n);
  const char *caption = gtk_label_get_label (get_part (self, name, "_caption"));
  g_autofree char *label = g_strdup_printf ("%s: %s", caption, number);
  GtkWidget *button = get_part (self, name, "_button");

  gtk_label_set_label (get_part (self, name, "_count"), number);
  gtk_widget_set_sensitive (button, n > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
show_counts (TagaImportReview *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    show_count (self, views[i].name, taga_proposal_list_count (self->list, views[i].kind));
  show_count (self, "rejected", taga_rejection_list_count_rows (self->rejections));
  gtk_widget_set_visible (self->hint_label,
                          taga_proposal_list_count (self->list, TAGA_PROPOSAL_DOUBTFUL) > 0);
}

/**
 * taga_import_review_set_reading:
 * @self: a review
 * @reading: a reading that led to a proposal
 *
 * Shows a proposal. All of it is ticked, but for what is doubtful.
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
  self->list =
      taga_proposal_list_new (reading->store, reading->source, reading->proposal, reading->marks);
  g_signal_connect_object (self->list, "searched", G_CALLBACK (update_view), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "switched", G_CALLBACK (show_counts), self,
                           G_CONNECT_SWAPPED);
  g_clear_object (&self->rejections);
  self->rejections = taga_rejection_list_new (taga_proposal_get_rejections (reading->proposal));

  gtk_editable_set_text (self->search_entry, "");
  show_file (self, reading);
  show_counts (self);

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
