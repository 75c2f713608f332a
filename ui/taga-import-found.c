#include "taga-import-found.h"

#include <glib/gi18n-lib.h>

#include "taga-import-column-row.h"
#include "taga-import-sheet-item.h"
#include "taga-import-sheet-row.h"

/* More columns than this are no register; they are read as they were found, but not listed. */
#define MAX_LISTED 200

/**
 * TagaImportFound:
 *
 * What was found in a file: which sheets, where their headers are, which column is which, and the
 * scale of the values. All of it can be changed before the file is compared with the register.
 */
struct _TagaImportFound
{
  GtkBox parent_instance;

  TagaImportPlan *plan; /* (owned) (nullable) */
  GListStore *items;    /* (owned) (element-type TagaImportSheetItem) */
  GListModel *choices;  /* (owned) (nullable): what a column can be taken for */
  gboolean is_showing;  /* while the parts are filled, nobody has changed them */

  /* Template */
  GtkLabel *message_label;
  GtkWidget *sheet_pane;
  GtkListView *sheet_view;
  GtkSingleSelection *selection;
  GtkLabel *sheet_label;
  GtkSpinButton *header_spin;
  GtkDropDown *scale_choice;
  GtkListBox *column_list;
  GtkLabel *left_label;
};

G_DEFINE_FINAL_TYPE (TagaImportFound, taga_import_found, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_HEADER_MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static TagaImportSheet *
get_sheet (TagaImportFound *self)
{
  TagaImportSheetItem *item = gtk_single_selection_get_selected_item (self->selection);

  return item == NULL ? NULL : taga_import_sheet_item_get_sheet (item);
}

static void
append_title (GString *titles, const TagaImportColumn *column)
{
  g_string_append_printf (titles, "%s%s", titles->len > 0 ? C_ ("list", ", ") : "",
                          column->title == NULL ? _ ("(no name)") : column->title);
}

/* Names the columns that are left out, so that nobody misses them later. */
static void
show_left (TagaImportFound *self, const TagaImportSheet *sheet)
{
  g_autoptr (GString) left = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < sheet->columns->len; i++)
    {
      const TagaImportColumn *column = taga_import_sheet_get (sheet, i);

      if (column->field < 0 && !column->computed && i < MAX_LISTED)
        append_title (left, column);
    }

  if (sheet->columns->len > MAX_LISTED)
    text = g_strdup_printf (
        _ ("Columns after the first %u are not listed. They are read as found."), MAX_LISTED);
  else if (left->len > 0)
    text = g_strdup_printf (_ ("Columns that are not taken: %s"), left->str);
  else
    text = g_strdup (_ ("Every column is taken, or Taga calculates it itself."));

  gtk_label_set_label (self->left_label, text);
}

/* Says what is missing, or that all is well. */
static void
show_message (TagaImportFound *self)
{
  g_autoptr (GError) error = NULL;
  gboolean ready = taga_import_plan_check (self->plan, &error);

  gtk_label_set_label (self->message_label,
                       ready ? _ ("Check what was found, and go on. Nothing is imported yet.")
                             : error->message);
  if (ready)
    gtk_widget_remove_css_class (GTK_WIDGET (self->message_label), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->message_label), "error");
}

static void
note_change (TagaImportFound *self)
{
  const TagaImportSheet *sheet = get_sheet (self);

  if (self->is_showing || self->plan == NULL)
    return;

  if (sheet != NULL)
    show_left (self, sheet);
  show_message (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* What is said of a column holds for the same heading on the other sheets. */
static void
column_changed_cb (TagaImportFound *self)
{
  if (!self->is_showing && self->plan != NULL)
    taga_import_plan_carry_choices (self->plan);
  note_change (self);
}

static void
clear_columns (TagaImportFound *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->column_list, 0)) != NULL)
    gtk_list_box_remove (self->column_list, GTK_WIDGET (row));
}

static void
show_columns (TagaImportFound *self, TagaImportSheet *sheet)
{
  clear_columns (self);
  for (guint i = 0; i < sheet->columns->len && i < MAX_LISTED; i++)
    {
      GtkWidget *row = taga_import_column_row_new (self->plan->klass, self->choices, sheet, i);

      g_signal_connect_object (row, "changed", G_CALLBACK (column_changed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_list_box_append (self->column_list, row);
    }
}

static void
show_sheet (TagaImportFound *self)
{
  TagaImportSheet *sheet = get_sheet (self);
  g_autofree char *text = NULL;

  if (sheet == NULL || self->plan == NULL)
    return;

  self->is_showing = TRUE;
  text = g_strdup_printf (_ ("Sheet “%s”"), sheet->name);
  gtk_label_set_label (self->sheet_label, text);
  gtk_spin_button_set_value (self->header_spin, sheet->header_row);
  gtk_drop_down_set_selected (self->scale_choice, sheet->scale);
  show_columns (self, sheet);
  show_left (self, sheet);
  self->is_showing = FALSE;
}

/* The header is looked for anew in a thread, so that the dialog has to do it. */
static void
header_changed_cb (TagaImportFound *self)
{
  TagaImportSheet *sheet = get_sheet (self);
  guint row = (guint) gtk_spin_button_get_value_as_int (self->header_spin);

  if (!self->is_showing && sheet != NULL && row != sheet->header_row)
    g_signal_emit (self, signals[SIGNAL_HEADER_MOVED], 0,
                   gtk_single_selection_get_selected (self->selection), row);
}

/* Who tells the scale of one sheet tells that of the others for which nothing else is known. */
static void
scale_selected_cb (TagaImportFound *self)
{
  TagaImportSheet *chosen = get_sheet (self);

  if (self->is_showing || chosen == NULL)
    return;

  chosen->scale = (TagaSourceScale) gtk_drop_down_get_selected (self->scale_choice);
  for (guint i = 0; i < self->plan->sheets->len; i++)
    {
      TagaImportSheet *sheet = taga_import_plan_get (self->plan, i);

      if (taga_import_sheet_needs_scale (sheet, self->plan->klass))
        sheet->scale = chosen->scale;
    }
  note_change (self);
}

/* Tab goes from row to row without selecting them: the row with the focus need not be the one whose
 * columns are in view. */
static TagaImportSheetItem *
select_focused (TagaImportFound *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row = focus == NULL ? NULL : gtk_widget_get_first_child (focus);
  g_autoptr (TagaImportSheetItem) item = NULL;
  guint position;

  if (TAGA_IS_IMPORT_SHEET_ROW (row))
    g_object_get (row, "item", &item, NULL);
  if (item != NULL && g_list_store_find (self->items, item, &position))
    gtk_single_selection_set_selected (self->selection, position);

  return gtk_single_selection_get_selected_item (self->selection);
}

/* Space takes the sheet that has the focus, or leaves it out. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                TagaImportFound *self)
{
  TagaImportSheetItem *item;
  GtkWidget *view = GTK_WIDGET (self->sheet_view);

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      item = select_focused (self);
      if (item != NULL)
        taga_import_sheet_item_toggle (item);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_KP_Enter:
      gtk_widget_activate_default (view);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
forget_items (TagaImportFound *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (TagaImportSheetItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      g_signal_handlers_disconnect_by_data (item, self);
      taga_import_sheet_item_forget (item);
    }
}

static void
taga_import_found_dispose (GObject *object)
{
  TagaImportFound *self = TAGA_IMPORT_FOUND (object);

  if (self->items != NULL)
    forget_items (self);
  g_clear_object (&self->choices);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_IMPORT_FOUND);

  G_OBJECT_CLASS (taga_import_found_parent_class)->dispose (object);
}

static void
taga_import_found_finalize (GObject *object)
{
  TagaImportFound *self = TAGA_IMPORT_FOUND (object);

  g_clear_object (&self->items);
  g_clear_pointer (&self->plan, taga_import_plan_free);

  G_OBJECT_CLASS (taga_import_found_parent_class)->finalize (object);
}

static void
create_signals (void)
{
  /**
   * TagaImportFound::changed:
   * @self: a page
   *
   * The user wants the file read otherwise.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TAGA_TYPE_IMPORT_FOUND, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TagaImportFound::header-moved:
   * @self: a page
   * @sheet: the sheet's position
   * @row: number of the row, from 1
   *
   * The user says that the header of a sheet is another row.
   */
  signals[SIGNAL_HEADER_MOVED] =
      g_signal_new ("header-moved", TAGA_TYPE_IMPORT_FOUND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
taga_import_found_class_init (TagaImportFoundClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taga_import_found_dispose;
  object_class->finalize = taga_import_found_finalize;
  create_signals ();

  g_type_ensure (TAGA_TYPE_IMPORT_SHEET_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-import-found.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaImportFound, message_label);
  gtk_widget_class_bind_template_child (widget_class, TagaImportFound, sheet_pane);
  gtk_widget_class_bind_template_child (widget_class, TagaImportFound, sheet_view);
  gtk_widget_class_bind_template_child (widget_class, TagaImportFound, selection);
  gtk_widget_class_bind_template_child (widget_class, TagaImportFound, sheet_label);
  gtk_widget_class_bind_template_child (widget_class, TagaImportFound, header_spin);
  gtk_widget_class_bind_template_child (widget_class, TagaImportFound, scale_choice);
  gtk_widget_class_bind_template_child (widget_class, TagaImportFound, column_list);
  gtk_widget_class_bind_template_child (widget_class, TagaImportFound, left_label);
  gtk_widget_class_bind_template_callback (widget_class, show_sheet);
  gtk_widget_class_bind_template_callback (widget_class, header_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, scale_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

/* What has the focus in the drop-down is the button inside, which its label does not name. */
static void
name_scale (TagaImportFound *self)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->scale_choice));

  if (button != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    C_ ("import", "Scale of the values"), -1);
}

static void
taga_import_found_init (TagaImportFound *self)
{
  self->items = g_list_store_new (TAGA_TYPE_IMPORT_SHEET_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->items));
  name_scale (self);
}

/* The sheet to look at first: the first one that somebody has to say something about. */
static guint
find_first (const TagaImportPlan *plan)
{
  for (guint i = 0; i < plan->sheets->len; i++)
    if (taga_import_plan_get (plan, i)->taken
        && taga_import_sheet_needs_scale (taga_import_plan_get (plan, i), plan->klass))
      return i;

  for (guint i = 0; i < plan->sheets->len; i++)
    if (taga_import_plan_get (plan, i)->taken)
      return i;

  return 0;
}

static void
fill_items (TagaImportFound *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->plan->sheets->len; i++)
    {
      TagaImportSheetItem *item = taga_import_sheet_item_new (taga_import_plan_get (self->plan, i));

      g_signal_connect_object (item, "notify::taken", G_CALLBACK (note_change), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (items, item);
    }

  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
}

/**
 * taga_import_found_set_plan:
 * @self: a page
 * @plan: how the file is read
 *
 * Shows what was found in a file. The sheet in view stays the same, if there is one.
 */
void
taga_import_found_set_plan (TagaImportFound *self, const TagaImportPlan *plan)
{
  guint before = gtk_single_selection_get_selected (self->selection);
  guint sheet;

  g_return_if_fail (TAGA_IS_IMPORT_FOUND (self));

  sheet = self->plan == NULL || before >= plan->sheets->len ? find_first (plan) : before;
  self->is_showing = TRUE;
  clear_columns (self);
  forget_items (self);
  g_clear_pointer (&self->plan, taga_import_plan_free);
  self->plan = taga_import_plan_copy (plan);
  if (self->choices == NULL)
    self->choices = taga_import_column_row_create_choices (plan->klass);

  fill_items (self);
  gtk_single_selection_set_selected (self->selection, sheet);
  gtk_widget_set_visible (self->sheet_pane, plan->sheets->len > 1);
  show_sheet (self);
  show_message (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * taga_import_found_get_plan:
 * @self: a page
 *
 * Gets how the user wants the file read.
 *
 * Returns: (transfer none) (nullable): the plan
 */
const TagaImportPlan *
taga_import_found_get_plan (TagaImportFound *self)
{
  g_return_val_if_fail (TAGA_IS_IMPORT_FOUND (self), NULL);

  return self->plan;
}

/**
 * taga_import_found_is_ready:
 * @self: a page
 *
 * Tells whether the file can be read like that.
 *
 * Returns: `TRUE` if so; the page says what is missing otherwise
 */
gboolean
taga_import_found_is_ready (TagaImportFound *self)
{
  g_return_val_if_fail (TAGA_IS_IMPORT_FOUND (self), FALSE);

  return self->plan != NULL && taga_import_plan_check (self->plan, NULL);
}

/**
 * taga_import_found_focus_header:
 * @self: a page
 *
 * Gives the focus to the number of the header's row, after that was changed.
 */
void
taga_import_found_focus_header (TagaImportFound *self)
{
  g_return_if_fail (TAGA_IS_IMPORT_FOUND (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->header_spin));
}
