#include "taga-grid-body.h"
#include "taga-grid-editor.h"
#include "taga-grid-header.h"
#include "taga-grid-private.h"
#include "taga-projector.h"

/* Height of a row and size of its text at 11 points on a screen of 96 dots to the inch. */
#define ROW_HEIGHT 32.0
#define TEXT_SIZE (11.0 * 96.0 / 72.0)
#define MIN_ROWS 3
#define NATURAL_ROWS 12

/**
 * taga_grid_get_scrolled_x:
 * @self: a grid
 *
 * Says how far the view is scrolled to the right, in whole pixels, so that text stays sharp.
 *
 * Returns: the distance
 */
int
taga_grid_get_scrolled_x (TagaGrid *self)
{
  return (int) gtk_adjustment_get_value (self->hadjustment);
}

/**
 * taga_grid_get_scrolled_y:
 * @self: a grid
 *
 * Says how far the view is scrolled down.
 *
 * Returns: the distance in whole pixels
 */
int
taga_grid_get_scrolled_y (TagaGrid *self)
{
  return (int) gtk_adjustment_get_value (self->vadjustment);
}

/**
 * taga_grid_get_view_width:
 * @self: a grid
 *
 * Gets the width of the view, the frozen columns included.
 *
 * Returns: the width
 */
int
taga_grid_get_view_width (TagaGrid *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self->body));
}

/**
 * taga_grid_get_view_height:
 * @self: a grid
 *
 * Gets the height of the view below the header.
 *
 * Returns: the height
 */
int
taga_grid_get_view_height (TagaGrid *self)
{
  return gtk_widget_get_height (GTK_WIDGET (self->body));
}

/**
 * taga_grid_scroll_to:
 * @self: a grid
 * @x: how far to the right
 * @y: how far down
 *
 * Scrolls the view, as far as there is something to see.
 */
void
taga_grid_scroll_to (TagaGrid *self, double x, double y)
{
  gtk_adjustment_set_value (self->hadjustment, x);
  gtk_adjustment_set_value (self->vadjustment, y);
}

/* With @keep the view stays even where it would show what is beyond the end; whether it does. */
static gboolean
configure_adjustment (GtkAdjustment *adjustment,
                      double size,
                      double page,
                      double step,
                      gboolean keep)
{
  double upper = MAX (size, page);
  double value = gtk_adjustment_get_value (adjustment);
  gboolean is_beyond = value > upper - page;

  if (is_beyond && keep)
    upper = value + page;
  gtk_adjustment_configure (adjustment, CLAMP (value, 0.0, upper - page), 0.0, upper, step,
                            MAX (page - step, step), page);

  return is_beyond && keep;
}

static gboolean
configure_adjustments (TagaGrid *self, int width, int height, gboolean keep)
{
  TagaGridLayout *layout = &self->layout;
  gboolean across =
      configure_adjustment (self->hadjustment, layout->width - layout->frozen_width,
                            MAX (width - layout->frozen_width, 0), self->row_height * 2.0, keep);
  gboolean down = configure_adjustment (self->vadjustment,
                                        (double) taga_grid_count_places (self) * self->row_height,
                                        height, self->row_height, keep);

  return across || down;
}

/**
 * taga_grid_configure_adjustments:
 * @self: a grid
 * @width: width of the view, the frozen columns included
 * @height: its height
 *
 * Tells the adjustments how much there is to scroll through.
 */
void
taga_grid_configure_adjustments (TagaGrid *self, int width, int height)
{
  configure_adjustments (self, width, height, FALSE);
}

static gboolean
settle_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  TagaGrid *self = TAGA_GRID (widget);
  TagaGridPool *pool = taga_grid_body_get_pool (self->body);
  int width = taga_grid_get_view_width (self), height = taga_grid_get_view_height (self);

  self->tick_id = 0;
  if (self->text_changed)
    taga_grid_follow_text (self);
  taga_grid_cursor_give_up (self);
  if (height <= 0)
    return G_SOURCE_REMOVE;

  taga_grid_configure_adjustments (self, width, height);
  taga_grid_cursor_reveal (self);
  taga_grid_pool_update (pool, width, height, FALSE);

  return G_SOURCE_REMOVE;
}

static void
queue_settle (TagaGrid *self)
{
  if (self->tick_id == 0 && gtk_widget_get_realized (GTK_WIDGET (self)))
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), settle_cb, NULL, NULL);
}

/**
 * taga_grid_queue_update:
 * @self: a grid
 *
 * Has the view brought up to date with the next frame, once for any number of changes.
 *
 * It is done before that frame's layout, since within it rows can't be added or moved. What changes
 * only then, as while the view coasts along, is made up for in the layout as far as possible.
 */
void
taga_grid_queue_update (TagaGrid *self)
{
  queue_settle (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_allocate (GTK_WIDGET (self->header));
  gtk_widget_queue_allocate (GTK_WIDGET (self->body));
}

/**
 * taga_grid_scroll_to_slot:
 * @self: a grid
 * @slot: a column, counted over those that are shown
 *
 * Scrolls sideways as little as brings a column into view.
 */
void
taga_grid_scroll_to_slot (TagaGrid *self, guint slot)
{
  const TagaGridSlot *place = taga_grid_layout_get_slot (&self->layout, slot);
  double x = place->x - self->layout.frozen_width;

  if (slot >= self->layout.n_frozen)
    gtk_adjustment_clamp_page (self->hadjustment, x, x + place->width);
}

/**
 * taga_grid_widths_changed:
 * @self: a grid
 *
 * Places the columns anew after one was resized.
 */
void
taga_grid_widths_changed (TagaGrid *self)
{
  taga_grid_layout_place (&self->layout, self->scale, taga_grid_get_view_width (self));
  taga_grid_header_update (self->header);
  gtk_widget_queue_resize (GTK_WIDGET (self->header));
  taga_grid_pool_queue_allocate (taga_grid_body_get_pool (self->body));
  taga_grid_queue_update (self);
}

/**
 * taga_grid_columns_changed:
 * @self: a grid
 *
 * Makes header and cells anew after columns were replaced, shown or hidden.
 */
void
taga_grid_columns_changed (TagaGrid *self)
{
  taga_grid_layout_place (&self->layout, self->scale, taga_grid_get_view_width (self));
  taga_grid_pool_drop_cells (taga_grid_body_get_pool (self->body));
  taga_grid_header_rebuild (self->header);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_COL_COUNT,
                                  (int) self->layout.slots->len, -1);
  taga_grid_cursor_follow_columns (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  taga_grid_queue_update (self);
}

static double
get_text_size (PangoContext *context)
{
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (pango_font_description_get_size_is_absolute (font))
    return size;

  return size * pango_cairo_context_get_resolution (context) / 72.0;
}

/* Rows and columns grow with the text. */
static void
measure_text (TagaGrid *self, PangoContext *context)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int ascent = PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics));
  int descent = PANGO_PIXELS_CEIL (pango_font_metrics_get_descent (metrics));

  pango_font_metrics_unref (metrics);
  self->scale = get_text_size (context) / TEXT_SIZE;
  self->row_height = ascent + descent + 5;
  if (!taga_projector_is_on (GTK_WIDGET (self)))
    self->row_height = MAX ((int) (ROW_HEIGHT * self->scale + 0.5), self->row_height);
  self->baseline = (self->row_height - 1 - ascent - descent) / 2 + ascent;

  taga_grid_body_forget (self->body);
  taga_grid_widths_changed (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * taga_grid_follow_text:
 * @self: a grid
 *
 * Takes over the font, if it is another one now.
 */
void
taga_grid_follow_text (TagaGrid *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self->body));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double resolution = pango_cairo_context_get_resolution (context);

  self->text_changed = FALSE;
  if (self->font != NULL && pango_font_description_equal (self->font, font)
      && ABS (self->resolution - resolution) < 0.001)
    return;

  g_clear_pointer (&self->font, pango_font_description_free);
  self->font = pango_font_description_copy (font);
  self->resolution = resolution;
  measure_text (self, context);
}

static void
taga_grid_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  TagaGrid *self = TAGA_GRID (widget);
  int header_min, header_natural, body_min, body_natural;

  gtk_widget_measure (GTK_WIDGET (self->header), orientation, -1, &header_min, &header_natural,
                      NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->body), orientation, -1, &body_min, &body_natural, NULL,
                      NULL);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = header_min + MAX (body_min, self->row_height * MIN_ROWS);
      *natural = header_natural + MAX (body_natural, self->row_height * NATURAL_ROWS);
    }
  else
    {
      *minimum = MAX (body_min, (int) (160 * self->scale));
      *natural = MAX (MAX (body_natural, self->layout.width), *minimum);
    }
  *minimum_baseline = *natural_baseline = -1;
}

/* The shade beside the frozen columns, under which the others have been scrolled. */
static void
allocate_edge (TagaGrid *self, int height)
{
  int rows = gtk_widget_get_height (GTK_WIDGET (self->header));

  rows = (int) MIN ((gint64) taga_grid_count_places (self) * self->row_height + rows, height);
  gtk_widget_set_child_visible (self->edge,
                                self->layout.n_frozen > 0 && taga_grid_get_scrolled_x (self) > 0);
  gtk_widget_measure (self->edge, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->edge,
                            &(GtkAllocation){ self->layout.frozen_width - 1, 0, 1, rows }, -1);
}

/* The line where a column would be dropped: it must not vanish at the view's edges. */
static void
allocate_insertion (TagaGrid *self, int width, int height)
{
  int thickness;

  gtk_widget_set_child_visible (self->insertion, self->insertion_x >= 0);
  if (self->insertion_x < 0)
    return;

  gtk_widget_measure (self->insertion, GTK_ORIENTATION_HORIZONTAL, -1, &thickness, NULL, NULL,
                      NULL);
  gtk_widget_size_allocate (
      self->insertion,
      &(GtkAllocation){ CLAMP (self->insertion_x - (thickness + 1) / 2, 0, width - thickness), 0,
                        thickness, height },
      -1);
}

/* The view's height in the last frame: within one, a scrolled window tries out several. */
static int
get_settled_height (TagaGrid *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  gint64 frame = clock != NULL ? gdk_frame_clock_get_frame_counter (clock) : -1;

  if (frame != self->settled_frame || frame < 0)
    self->settled_height = taga_grid_get_view_height (self);
  self->settled_frame = frame;

  return self->settled_height;
}

static void
taga_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TagaGrid *self = TAGA_GRID (widget);
  int header_height, body_height;
  gboolean is_settled, is_beyond;

  if (width != taga_grid_get_view_width (self))
    taga_grid_layout_place (&self->layout, self->scale, width);

  gtk_widget_measure (GTK_WIDGET (self->header), GTK_ORIENTATION_VERTICAL, -1, NULL, &header_height,
                      NULL, NULL);
  body_height = MAX (height - header_height, 0);
  /* A row that was seen whole stays so when the header takes more of the room. */
  if (body_height < get_settled_height (self) && self->cursor.is_set
      && taga_grid_cursor_is_in_view (self))
    self->reveal = TAGA_GRID_REVEAL_CELL;

  /* A scrolled window tries out sizes with and without its bars: a view at the end of the list that
   * followed the larger one would be off the end by the height of a bar. */
  is_beyond = configure_adjustments (self, width, body_height, TRUE);
  is_settled =
      taga_grid_pool_update (taga_grid_body_get_pool (self->body), width, body_height, TRUE);
  taga_grid_editor_update (self->editor);

  gtk_widget_size_allocate (GTK_WIDGET (self->header),
                            &(GtkAllocation){ 0, 0, width, header_height }, -1);
  gtk_widget_measure (GTK_WIDGET (self->body), GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, NULL,
                      NULL);
  gtk_widget_size_allocate (GTK_WIDGET (self->body),
                            &(GtkAllocation){ 0, header_height, width, body_height }, -1);
  allocate_edge (self, header_height + body_height);
  allocate_insertion (self, width, header_height + body_height);
  if (!is_settled || is_beyond || self->reveal != TAGA_GRID_REVEAL_NOTHING)
    queue_settle (self);
}

static gboolean
taga_grid_get_border (GtkScrollable *scrollable, GtkBorder *border)
{
  TagaGrid *self = TAGA_GRID (scrollable);

  border->top = (gint16) gtk_widget_get_height (GTK_WIDGET (self->header));
  border->left = (gint16) self->layout.frozen_width;

  return TRUE;
}

/**
 * taga_grid_view_install:
 * @widget_class: the grid's class
 *
 * Gives the class what lays it out.
 */
void
taga_grid_view_install (GtkWidgetClass *widget_class)
{
  widget_class->measure = taga_grid_measure;
  widget_class->size_allocate = taga_grid_size_allocate;
}

/**
 * taga_grid_view_install_scrollable:
 * @iface: the interface
 *
 * Gives the interface what tells a scrolled window that header and frozen columns don't scroll.
 */
void
taga_grid_view_install_scrollable (GtkScrollableInterface *iface)
{
  iface->get_border = taga_grid_get_border;
}

/**
 * taga_grid_set_adjustment:
 * @self: a grid
 * @orientation: which of the two
 * @adjustment: (nullable): the adjustment, or `NULL` for one of its own
 *
 * Sets what scrolls the grid.
 */
void
taga_grid_set_adjustment (TagaGrid *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **place =
      orientation == GTK_ORIENTATION_HORIZONTAL ? &self->hadjustment : &self->vadjustment;

  if (adjustment != NULL && adjustment == *place)
    return;
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);

  g_object_ref_sink (adjustment);
  if (*place != NULL)
    g_signal_handlers_disconnect_by_data (*place, self);
  g_clear_object (place);
  *place = adjustment;

  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (taga_grid_queue_update), self,
                           G_CONNECT_SWAPPED);
  taga_grid_queue_update (self);
}
