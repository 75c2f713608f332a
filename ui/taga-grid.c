#include "taga-grid.h"

#include "taga-grid-body.h"
#include "taga-grid-editor.h"
#include "taga-grid-header.h"
#include "taga-grid-private.h"

/**
 * TagaGrid:
 *
 * The table of a register: a spreadsheet over a list of records.
 *
 * The list may be long and lazy: the grid asks for the records in view and for no others. It has
 * widgets for the cells in view only, so that screen readers see what the user sees. Put it into a
 * scrolled window.
 *
 * What a cell looks like, what it may be chosen from and whether an entered text is taken is asked
 * of the page by [struct@GridHandlers]; what is done with a range (copy, paste, clear, fill) is
 * asked of it by signals.
 *
 * ## Keys
 *
 * Arrows, Home, End, Page Up and Down move the cursor; with Ctrl, Home and End go to the first and
 * last cell, and arrows to the edge of a block; with Shift, all of them extend the range.
 * Ctrl+Space, Shift+Space and Ctrl+A select columns, rows and all. Ctrl+Backspace brings the cursor
 * back into view. Alt+Up goes to the column's header, Ctrl+Tab leaves the grid.
 *
 * Typing replaces, F2 edits, Backspace empties. Enter and Tab keep what was entered and go on,
 * inside a range in a circle; Ctrl+Enter puts it into the whole range; Alt+Enter begins a new line
 * of a note; Esc restores. A text is
 * completed from earlier values. In a cell with a list, a digit that names one choice takes it at
 * once; letters narrow the list, and nothing is kept before Enter, Tab, an arrow to the side or a
 * click. Alt+Down opens the list of choices or of earlier values. Space switches a mark, and so do
 * the words for yes and no. Ctrl+; enters today's date, Shift+F2 says what a value means.
 *
 * The row below the last record, if there is one, takes a new record.
 *
 * Ctrl+D and Ctrl+R fill, Ctrl+plus inserts and Ctrl+minus removes rows, Delete, Ctrl+C, X and V do
 * as everywhere: the page does these with the range. The range stays on its records; see
 * taga_grid_cursor_follow().
 *
 * ## CSS nodes
 *
 * `tagagrid` with `gridheader`, `gridbody`, `gridedge`, the shade beside frozen columns, and
 * `gridinsertion`, the line where a column would be dropped.
 *
 * ## Accessibility
 *
 * The grid has the role `GRID`, with `ROW`, `COLUMN_HEADER` and `GRID_CELL` inside. The focus is in
 * an entry (`TEXT_BOX`) on the cursor's cell whose label says column, value and row, and in a text
 * view on it while a note of several lines is edited.
 */
static void scrollable_init (GtkScrollableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TagaGrid,
                               taga_grid,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, scrollable_init))

static TagaGridRange *
copy_range (const TagaGridRange *range)
{
  return g_memdup2 (range, sizeof *range);
}

static void
free_range (TagaGridRange *range)
{
  g_free (range);
}

G_DEFINE_BOXED_TYPE (TagaGridRange, taga_grid_range, copy_range, free_range)

enum
{
  PROP_MODEL = 1,
  N_PROPS,

  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[N_PROPS];
static guint signals[TAGA_GRID_N_SIGNALS];

static void
scrollable_init (GtkScrollableInterface *iface)
{
  taga_grid_view_install_scrollable (iface);
}

/**
 * taga_grid_emit:
 * @self: a grid
 * @signal: a signal
 * @...: what it carries
 *
 * Emits one of the grid's signals.
 */
void
taga_grid_emit (TagaGrid *self, TagaGridSignal signal, ...)
{
  va_list arguments;

  va_start (arguments, signal);
  g_signal_emit_valist (self, signals[signal], 0, arguments);
  va_end (arguments);
}

/**
 * taga_grid_dup_record:
 * @self: a grid
 * @row: a position in the model
 *
 * Gets a record, from the row in view if there is one, so that a lazy list isn't asked twice.
 *
 * Returns: (transfer full) (nullable): the record
 */
TagaRecord *
taga_grid_dup_record (TagaGrid *self, guint row)
{
  TagaGridRow *shown = taga_grid_pool_get_row (taga_grid_body_get_pool (self->body), row);
  TagaRecord *record = shown != NULL ? taga_grid_row_get_record (shown) : NULL;

  if (record != NULL)
    return g_object_ref (record);
  if (self->model == NULL || row >= self->n_rows)
    return NULL;

  return g_list_model_get_item (self->model, row);
}

static gboolean
taga_grid_grab_focus (GtkWidget *widget)
{
  return taga_grid_editor_grab_focus (TAGA_GRID (widget)->editor);
}

static gboolean
contains_focus (GtkWidget *widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* Tab goes into the cells, from anywhere; back from them to the header; and from there out. Inside
 * the cells Tab is a key of the grid and does not come here. */
static gboolean
taga_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  TagaGrid *self = TAGA_GRID (widget);
  gboolean in_header = contains_focus (GTK_WIDGET (self->header));
  gboolean in_body = contains_focus (GTK_WIDGET (self->body));

  if (!in_header && !in_body)
    return taga_grid_editor_grab_focus (self->editor);
  if (in_header && direction == GTK_DIR_TAB_FORWARD)
    return taga_grid_editor_grab_focus (self->editor);
  if (in_body && direction == GTK_DIR_TAB_BACKWARD && self->cursor.is_set)
    {
      taga_grid_header_focus (self->header, self->cursor.cell.slot);
      return TRUE;
    }

  return FALSE;
}

/* Sizes are known from here on, so that the first layout is right at once. */
static void
taga_grid_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (taga_grid_parent_class)->root (widget);

  taga_grid_follow_text (TAGA_GRID (widget));
}

static void
taga_grid_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TagaGrid *self = TAGA_GRID (object);

  switch (prop_id)
    {
    case PROP_MODEL:
      g_value_set_object (value, taga_grid_get_model (self));
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taga_grid_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  TagaGrid *self = TAGA_GRID (object);

  switch (prop_id)
    {
    case PROP_MODEL:
      taga_grid_set_model (self, g_value_get_object (value));
      break;
    case PROP_HADJUSTMENT:
      taga_grid_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      taga_grid_set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taga_grid_dispose (GObject *object)
{
  TagaGrid *self = TAGA_GRID (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  self->n_rows = 0;
  self->cursor.is_set = FALSE;

  g_clear_pointer (&self->editor, taga_grid_editor_free);
  if (self->header != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->header)));
  if (self->body != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->body)));
  g_clear_pointer (&self->edge, gtk_widget_unparent);
  g_clear_pointer (&self->insertion, gtk_widget_unparent);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);

  if (self->destroy != NULL)
    g_steal_pointer (&self->destroy) (g_steal_pointer (&self->user_data));

  G_OBJECT_CLASS (taga_grid_parent_class)->dispose (object);
}

static void
taga_grid_finalize (GObject *object)
{
  TagaGrid *self = TAGA_GRID (object);

  taga_grid_layout_clear (&self->layout);
  g_clear_pointer (&self->sort, g_array_unref);
  g_clear_pointer (&self->filtered, g_hash_table_unref);
  g_clear_pointer (&self->font, pango_font_description_free);

  G_OBJECT_CLASS (taga_grid_parent_class)->finalize (object);
}

static void
install_signal (TagaGridSignal signal, const char *name, guint n, ...)
{
  va_list types;

  va_start (types, n);
  signals[signal] = g_signal_new_valist (name, TAGA_TYPE_GRID, G_SIGNAL_RUN_LAST, NULL, NULL, NULL,
                                         NULL, G_TYPE_NONE, n, types);
  va_end (types);
}

/* What each carries stands here; the names say when they are emitted. */
static void
install_signals (void)
{
  GType rectangle = GDK_TYPE_RECTANGLE | G_SIGNAL_TYPE_STATIC_SCOPE;
  GType range = TAGA_TYPE_GRID_RANGE | G_SIGNAL_TYPE_STATIC_SCOPE;
  GType text = G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE;

  install_signal (TAGA_GRID_CURSOR_MOVED, "cursor-moved", 0);
  install_signal (TAGA_GRID_SELECTION_CHANGED, "selection-changed", 0);

  /* (field, width): when the user has ended to resize a column. */
  install_signal (TAGA_GRID_COLUMN_RESIZED, "column-resized", 2, G_TYPE_UINT, G_TYPE_INT);
  /* (field, add): to sort by a field, or to add it to the keys of the order. */
  install_signal (TAGA_GRID_SORT_REQUESTED, "sort-requested", 2, G_TYPE_UINT, G_TYPE_BOOLEAN);
  /* (field, rectangle in the grid): to show a column's menu. */
  install_signal (TAGA_GRID_HEADER_MENU, "header-menu", 2, G_TYPE_UINT, rectangle);
  /* (rectangle in the grid): to show the menu of the range. */
  install_signal (TAGA_GRID_CONTEXT_MENU, "context-menu", 1, rectangle);
  /* (reason): when the user has tried to enter something where nothing can be entered. */
  install_signal (TAGA_GRID_REFUSED, "refused", 1, text);

  install_signal (TAGA_GRID_CLEAR_REQUESTED, "clear-requested", 0);
  install_signal (TAGA_GRID_COPY_REQUESTED, "copy-requested", 0);
  install_signal (TAGA_GRID_CUT_REQUESTED, "cut-requested", 0);
  install_signal (TAGA_GRID_PASTE_REQUESTED, "paste-requested", 0);
  install_signal (TAGA_GRID_FILL_DOWN_REQUESTED, "fill-down-requested", 0);
  install_signal (TAGA_GRID_FILL_RIGHT_REQUESTED, "fill-right-requested", 0);
  /* (text): to put a text into every cell of the range. If that fails, call taga_grid_refuse(). */
  install_signal (TAGA_GRID_FILL_TEXT_REQUESTED, "fill-text-requested", 1, text);
  /* (range, range): to fill the second from the first, which is in it. */
  install_signal (TAGA_GRID_FILL_REQUESTED, "fill-requested", 2, range, range);
  /* (n): to insert n rows above the range. */
  install_signal (TAGA_GRID_INSERT_REQUESTED, "insert-requested", 1, G_TYPE_UINT);
  install_signal (TAGA_GRID_REMOVE_REQUESTED, "remove-requested", 0);
  /* (field, position): when the user has moved a column, among those that aren't frozen. */
  install_signal (TAGA_GRID_COLUMN_MOVED, "column-moved", 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
taga_grid_class_init (TagaGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = taga_grid_get_property;
  object_class->set_property = taga_grid_set_property;
  object_class->dispose = taga_grid_dispose;
  object_class->finalize = taga_grid_finalize;

  widget_class->grab_focus = taga_grid_grab_focus;
  widget_class->focus = taga_grid_focus;
  widget_class->root = taga_grid_root;
  taga_grid_view_install (widget_class);

  /**
   * TagaGrid:model:
   *
   * The records that are shown.
   */
  properties[PROP_MODEL] =
      g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_property (object_class, PROP_MODEL, properties[PROP_MODEL]);

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  install_signals ();

  gtk_widget_class_set_css_name (widget_class, "tagagrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static GtkWidget *
add_line (TagaGrid *self, const char *css_name)
{
  GtkWidget *line = g_object_new (GTK_TYPE_BOX, "css-name", css_name, "can-target", FALSE,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_set_parent (line, GTK_WIDGET (self));
  gtk_widget_set_child_visible (line, FALSE);

  return line;
}

static void
taga_grid_init (TagaGrid *self)
{
  taga_grid_layout_init (&self->layout);
  self->sort = g_array_new (FALSE, FALSE, sizeof (TagaGridSort));
  self->filtered = g_hash_table_new (NULL, NULL);
  self->scale = 1.0;
  self->row_height = 32;
  self->cursor.tab_slot = -1;
  self->text_changed = TRUE;

  self->header = TAGA_GRID_HEADER (taga_grid_header_new (self));
  self->body = TAGA_GRID_BODY (taga_grid_body_new (self));
  self->editor = taga_grid_editor_new (self, GTK_WIDGET (self->body));
  taga_grid_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  taga_grid_set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->header), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->body), GTK_WIDGET (self));

  self->edge = add_line (self, "gridedge");
  self->insertion = add_line (self, "gridinsertion");
  self->insertion_x = -1;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE,
                                  TRUE, -1);
  taga_grid_keys_attach (self, self->editor->text);
  taga_grid_keys_attach (self, self->editor->view);
  taga_grid_fill_attach (self, GTK_WIDGET (self->body));
  taga_grid_pointer_attach (self, GTK_WIDGET (self->body));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * taga_grid_new:
 *
 * Makes a grid without columns and rows.
 *
 * Returns: (transfer floating): the grid
 */
GtkWidget *
taga_grid_new (void)
{
  return g_object_new (TAGA_TYPE_GRID, NULL);
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, TagaGrid *self)
{
  guint n = removed == added ? added : G_MAXUINT;
  gboolean was_empty = self->n_rows == 0;

  self->n_rows = g_list_model_get_n_items (model);
  taga_grid_count_rows_aloud (self);

  taga_grid_pool_set_stale (taga_grid_body_get_pool (self->body), position, n);
  taga_grid_cursor_follow (self, position, removed, added);
  if (was_empty != (self->n_rows == 0))
    gtk_widget_queue_resize (GTK_WIDGET (self->body));
  taga_grid_queue_update (self);
}

/**
 * taga_grid_get_model:
 * @self: a grid
 *
 * Gets the records that are shown.
 *
 * Returns: (transfer none) (nullable): the list
 */
GListModel *
taga_grid_get_model (TagaGrid *self)
{
  g_return_val_if_fail (TAGA_IS_GRID (self), NULL);

  return self->model;
}

/**
 * taga_grid_set_model:
 * @self: a grid
 * @model: (nullable): a list of records
 *
 * Sets the records that are shown. The list may be lazy. It may tell of a new order by first taking
 * all rows away and then adding them: the cursor waits for its record.
 */
void
taga_grid_set_model (TagaGrid *self, GListModel *model)
{
  guint n_before;

  g_return_if_fail (TAGA_IS_GRID (self));
  g_return_if_fail (model == NULL || G_IS_LIST_MODEL (model));

  if (self->model == model)
    return;

  taga_grid_editor_cancel (self->editor);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  n_before = self->n_rows;
  g_set_object (&self->model, model);
  self->n_rows = 0;
  taga_grid_pool_set_stale (taga_grid_body_get_pool (self->body), 0, G_MAXUINT);
  taga_grid_cursor_follow (self, 0, n_before, 0);

  if (model != NULL)
    {
      g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self, 0);
      items_changed_cb (model, 0, 0, g_list_model_get_n_items (model), self);
    }

  taga_grid_queue_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}
