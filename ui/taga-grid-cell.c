#include "taga-grid-cell.h"

#include <glib/gi18n-lib.h>

/**
 * TagaGridCellView:
 *
 * One cell in view.
 *
 * It draws its text itself: with hundreds of cells on the screen, a label in each is what makes
 * scrolling slow, and cells take new texts during a layout, when a label must not. All cells of a
 * row set their text on one baseline, whatever fonts it needs. A pill has a child for its
 * background and colour.
 *
 * ## CSS nodes
 *
 * `gridcell[.style]`, and inside it `pill[.style]` for a pill.
 */
struct _TagaGridCellView
{
  GtkWidget parent_instance;

  TagaGridText *texts; /* (unowned): the grid's, which outlives its cells */
  char *text;          /* (owned) */
  const char *style;   /* (nullable): interned */
  const char *title;   /* (nullable): interned */
  float xalign;
  int baseline;
  gboolean is_selected;

  PangoLayout *layout; /* (owned) (nullable): until it is drawn */
  int layout_width;
  gboolean is_tall; /* whether it would be drawn over the rows above and below */

  gboolean is_pill;
  GtkWidget *pill;        /* (nullable): once there was one */
  const char *pill_style; /* (nullable): interned */
};

/* What a cell keeps of its text: more than a row or a tooltip can show of it. */
#define MAX_BYTES 3000

G_DEFINE_FINAL_TYPE (TagaGridCellView, taga_grid_cell_view, GTK_TYPE_WIDGET)

static int
get_pill_margins (TagaGridCellView *self)
{
  int margins = 0;

  if (self->is_pill)
    gtk_widget_measure (self->pill, GTK_ORIENTATION_HORIZONTAL, -1, &margins, NULL, NULL, NULL);

  return margins;
}

static int
get_text_y (TagaGridCellView *self)
{
  return self->baseline - PANGO_PIXELS (pango_layout_get_baseline (self->layout));
}

/* Characters may be stacked as high as one likes. */
static void
note_height (TagaGridCellView *self)
{
  int y = get_text_y (self);
  PangoRectangle ink;

  pango_layout_get_pixel_extents (self->layout, &ink, NULL);
  self->is_tall =
      y + ink.y < 0 || y + ink.y + ink.height > gtk_widget_get_height (GTK_WIDGET (self));
}

static void
ensure_layout (TagaGridCellView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)) - get_pill_margins (self);

  if (self->layout != NULL && self->layout_width == width)
    return;

  g_clear_object (&self->layout);
  self->layout = taga_grid_text_shape (self->texts, self->text, self->is_pill, width);
  self->layout_width = width;
  note_height (self);
}

static void
taga_grid_cell_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TagaGridCellView *self = TAGA_GRID_CELL_VIEW (widget);
  GtkWidget *styled = self->is_pill ? self->pill : widget;
  int text_width;
  float x, y;
  GdkRGBA color;

  if (*self->text == '\0')
    return;

  if (self->is_pill)
    gtk_widget_snapshot_child (widget, self->pill, snapshot);

  ensure_layout (self);
  pango_layout_get_pixel_size (self->layout, &text_width, NULL);
  x = (float) (int) (MAX (gtk_widget_get_width (widget) - text_width, 0) * self->xalign);
  y = (float) get_text_y (self);
  gtk_style_context_get_color (gtk_widget_get_style_context (styled), &color);

  if (self->is_tall)
    gtk_snapshot_push_clip (snapshot,
                            &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                 (float) gtk_widget_get_height (widget)));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
  gtk_snapshot_restore (snapshot);
  if (self->is_tall)
    gtk_snapshot_pop (snapshot);
}

static void
taga_grid_cell_view_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  /* The row gives a cell its size. */
  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
}

/* The pill's margins are its own; its text is the cell's. */
static void
taga_grid_cell_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TagaGridCellView *self = TAGA_GRID_CELL_VIEW (widget);
  int pill_width, pill_height, margin;

  if (!self->is_pill)
    return;

  ensure_layout (self);
  pango_layout_get_pixel_size (self->layout, &pill_width, &pill_height);
  pill_width += get_pill_margins (self);
  gtk_widget_measure (self->pill, GTK_ORIENTATION_VERTICAL, -1, &margin, NULL, NULL, NULL);
  pill_height = MIN (pill_height + margin, height);

  gtk_widget_size_allocate (self->pill,
                            &(GtkAllocation){ (int) ((width - pill_width) * self->xalign),
                                              (height - pill_height) / 2, MAX (pill_width, 0),
                                              pill_height },
                            -1);
}

static void
taga_grid_cell_view_dispose (GObject *object)
{
  TagaGridCellView *self = TAGA_GRID_CELL_VIEW (object);

  g_clear_pointer (&self->pill, gtk_widget_unparent);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (taga_grid_cell_view_parent_class)->dispose (object);
}

static void
taga_grid_cell_view_finalize (GObject *object)
{
  TagaGridCellView *self = TAGA_GRID_CELL_VIEW (object);

  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (taga_grid_cell_view_parent_class)->finalize (object);
}

static void
taga_grid_cell_view_class_init (TagaGridCellViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taga_grid_cell_view_dispose;
  object_class->finalize = taga_grid_cell_view_finalize;

  widget_class->snapshot = taga_grid_cell_view_snapshot;
  widget_class->measure = taga_grid_cell_view_measure;
  widget_class->size_allocate = taga_grid_cell_view_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "gridcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
taga_grid_cell_view_init (TagaGridCellView *self)
{
  self->text = g_strdup ("");
}

/**
 * taga_grid_cell_view_new:
 * @texts: the grid's shaped texts
 *
 * Makes an empty cell.
 *
 * Returns: (transfer floating): the cell
 */
GtkWidget *
taga_grid_cell_view_new (TagaGridText *texts)
{
  TagaGridCellView *self = g_object_new (TAGA_TYPE_GRID_CELL_VIEW, NULL);

  self->texts = texts;

  return GTK_WIDGET (self);
}

/**
 * taga_grid_cell_view_set_place:
 * @self: a cell
 * @column: the number of its column over those that are shown
 * @xalign: where its text stands
 *
 * Says which column the cell belongs to.
 */
void
taga_grid_cell_view_set_place (TagaGridCellView *self, guint column, float xalign)
{
  if (self->xalign < xalign || self->xalign > xalign)
    gtk_widget_queue_allocate (GTK_WIDGET (self));

  self->xalign = xalign;
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_COL_INDEX,
                                  (int) column + 1, -1);
}

static void
change_class (GtkWidget *widget, const char **known, const char *style)
{
  style = g_intern_string (style);
  if (*known == style)
    return;

  if (*known != NULL)
    gtk_widget_remove_css_class (widget, *known);
  *known = style;
  if (style != NULL)
    gtk_widget_add_css_class (widget, style);
}

/* Once made, the background stays: during a layout no child may be removed. */
static void
set_pill (TagaGridCellView *self, gboolean is_pill, const char *style)
{
  if (is_pill && self->pill == NULL)
    {
      self->pill = g_object_new (GTK_TYPE_BOX, "css-name", "pill", "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_set_parent (self->pill, GTK_WIDGET (self));
    }

  if (is_pill)
    change_class (self->pill, &self->pill_style, style);
  if (self->is_pill == is_pill)
    return;

  self->is_pill = is_pill;
  gtk_widget_set_child_visible (self->pill, is_pill);
  g_clear_object (&self->layout);
}

static void
update_name (TagaGridCellView *self)
{
  g_autofree char *name = NULL;

  if (*self->text == '\0')
    name = g_strdup_printf (_ ("%s: empty"), self->title);
  else
    name = g_strdup_printf ("%s: %s", self->title, self->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The beginning of a text, as much as a cell keeps, in whole and valid characters. */
static char *
dup_beginning (const char *text)
{
  gsize length = strnlen (text, MAX_BYTES + 1);
  const char *end;

  if (length <= MAX_BYTES)
    return g_utf8_validate_len (text, length, NULL) ? g_strndup (text, length)
                                                    : g_utf8_make_valid (text, (gssize) length);

  if (!g_utf8_validate_len (text, MAX_BYTES, &end) && text + MAX_BYTES - end >= 4)
    return g_utf8_make_valid (text, MAX_BYTES);

  return g_strdup_printf ("%.*s…", (int) (end - text), text);
}

/**
 * taga_grid_cell_view_set_cell:
 * @self: a cell
 * @cell: how it looks
 * @title: its column's title, for screen readers
 *
 * Shows a value. Nothing is done for what already shows.
 */
void
taga_grid_cell_view_set_cell (TagaGridCellView *self, const TagaGridCell *cell, const char *title)
{
  g_autofree char *text = dup_beginning (cell->text != NULL ? cell->text : "");
  const char *known_title = g_intern_string (title);
  gboolean same = strcmp (self->text, text) == 0;

  change_class (GTK_WIDGET (self), &self->style, cell->is_pill ? NULL : cell->style);
  set_pill (self, cell->is_pill && *text != '\0', cell->style);

  if (!same)
    {
      g_free (self->text);
      self->text = g_steal_pointer (&text);
      g_clear_object (&self->layout);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      if (self->is_pill)
        gtk_widget_queue_allocate (GTK_WIDGET (self));
    }

  if (!same || self->title != known_title)
    {
      self->title = known_title;
      update_name (self);
    }
}

/**
 * taga_grid_cell_view_set_row:
 * @self: a cell
 * @position: the position of its row in the model
 *
 * Tells screen readers which row the cell is in.
 */
void
taga_grid_cell_view_set_row (TagaGridCellView *self, guint position)
{
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                  (int) MIN (position, G_MAXINT - 1) + 1, -1);
}

/**
 * taga_grid_cell_view_set_selected:
 * @self: a cell
 * @selected: whether it is in the range
 *
 * Tells screen readers whether the cell is selected; the grid draws the range over its cells.
 */
void
taga_grid_cell_view_set_selected (TagaGridCellView *self, gboolean selected)
{
  if (self->is_selected == selected)
    return;

  self->is_selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/**
 * taga_grid_cell_view_set_baseline:
 * @self: a cell
 * @baseline: where the row's text stands, from its top
 *
 * Sets the line that the text stands on.
 */
void
taga_grid_cell_view_set_baseline (TagaGridCellView *self, int baseline)
{
  self->baseline = baseline;
}

/**
 * taga_grid_cell_view_get_text:
 * @self: a cell
 *
 * Gets what the cell says.
 *
 * Returns: (transfer none): the text
 */
const char *
taga_grid_cell_view_get_text (TagaGridCellView *self)
{
  return self->text;
}

/**
 * taga_grid_cell_view_is_cut:
 * @self: a cell
 *
 * Says whether the column is too narrow for the text.
 *
 * Returns: whether some of the text doesn't show
 */
gboolean
taga_grid_cell_view_is_cut (TagaGridCellView *self)
{
  return taga_grid_cell_view_get_natural_width (self) > gtk_widget_get_width (GTK_WIDGET (self));
}

/**
 * taga_grid_cell_view_get_natural_width:
 * @self: a cell
 *
 * Measures the room that the text takes.
 *
 * Returns: the width in pixels
 */
int
taga_grid_cell_view_get_natural_width (TagaGridCellView *self)
{
  return taga_grid_text_get_natural_width (self->texts, self->text, self->is_pill)
         + get_pill_margins (self);
}
