#include "taga-grid-cell.h"

#include <glib/gi18n-lib.h>

/**
 * TagaGridCellView:
 *
 * One cell in view.
 *
 * It draws its text itself: with hundreds of cells on the screen a label in each is what makes
 * scrolling slow. All cells of a row set their text on one baseline, whatever fonts it needs. A
 * pill is a child label, since it has a background of its own and there are few.
 *
 * ## CSS nodes
 *
 * `gridcell[.style]`, and `label.pill[.style]` inside it for a pill.
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
  GtkWidget *pill; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (TagaGridCellView, taga_grid_cell_view, GTK_TYPE_WIDGET)

static void
ensure_layout (TagaGridCellView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (self->layout != NULL && self->layout_width == width)
    return;

  g_clear_object (&self->layout);
  self->layout = taga_grid_text_shape (self->texts, self->text, width);
  self->layout_width = width;
}

static void
taga_grid_cell_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TagaGridCellView *self = TAGA_GRID_CELL_VIEW (widget);
  int width, text_width, y;
  GdkRGBA color;

  if (self->pill != NULL)
    gtk_widget_snapshot_child (widget, self->pill, snapshot);
  if (self->pill != NULL || *self->text == '\0')
    return;

  ensure_layout (self);
  width = gtk_widget_get_width (widget);
  pango_layout_get_pixel_size (self->layout, &text_width, NULL);
  y = self->baseline - PANGO_PIXELS (pango_layout_get_baseline (self->layout));
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot,
      &GRAPHENE_POINT_INIT ((int) (MAX (width - text_width, 0) * self->xalign), (float) y));
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
  gtk_snapshot_restore (snapshot);
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
  TagaGridCellView *self = TAGA_GRID_CELL_VIEW (widget);

  /* The row gives a cell its size, but a child must have been measured before it is placed. */
  if (self->pill != NULL)
    gtk_widget_measure (self->pill, orientation, -1, NULL, NULL, NULL, NULL);

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
}

static void
taga_grid_cell_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TagaGridCellView *self = TAGA_GRID_CELL_VIEW (widget);
  int pill_width, pill_height;

  if (self->pill == NULL)
    return;

  gtk_widget_measure (self->pill, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &pill_width, NULL, NULL);
  pill_width = MIN (pill_width, width);
  gtk_widget_measure (self->pill, GTK_ORIENTATION_VERTICAL, pill_width, NULL, &pill_height, NULL,
                      NULL);
  gtk_widget_size_allocate (self->pill,
                            &(GtkAllocation){ (int) ((width - pill_width) * self->xalign),
                                              (height - pill_height) / 2, pill_width, pill_height },
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
set_style (TagaGridCellView *self, const char *style)
{
  style = g_intern_string (style);
  if (self->style == style)
    return;

  if (self->style != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->style);
  self->style = style;
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), style);
}

static void
set_pill (TagaGridCellView *self, const TagaGridCell *cell)
{
  if (!cell->is_pill || cell->text == NULL || *cell->text == '\0')
    {
      g_clear_pointer (&self->pill, gtk_widget_unparent);
      return;
    }

  if (self->pill == NULL)
    {
      self->pill = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_NONE,
                                 "ellipsize", PANGO_ELLIPSIZE_END, NULL);
      gtk_widget_set_parent (self->pill, GTK_WIDGET (self));
    }

  gtk_label_set_text (GTK_LABEL (self->pill), cell->text);
  gtk_widget_set_css_classes (self->pill, (const char *[]){ "pill", cell->style, NULL });
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
  const char *text = cell->text != NULL ? cell->text : "";
  const char *known_title = g_intern_string (title);
  gboolean same = strcmp (self->text, text) == 0;

  set_style (self, cell->is_pill ? NULL : cell->style);
  set_pill (self, cell);

  if (!same)
    {
      g_free (self->text);
      self->text = g_strdup (text);
      g_clear_object (&self->layout);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }

  if (!same || self->title != known_title)
    {
      self->title = known_title;
      update_name (self);
    }
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
  int width;

  if (self->pill == NULL)
    return taga_grid_text_get_natural_width (self->texts, self->text);

  gtk_widget_measure (self->pill, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);

  return width;
}
