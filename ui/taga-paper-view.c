#include "taga-paper-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "taga-paper-keys.h"
#include "taga-paper-pages.h"
#include "taga-paper-picture.h"

/* Pixels of a point at 100 percent, how much a step of the zoom is, and how far it goes. */
#define FULL_SIZE (96.0 / 72)
#define ZOOM_STEP 1.2
#define MIN_SCALE 0.2
#define MAX_SCALE 5.0

/**
 * TagaPaperView:
 *
 * A paper as it will come from the printer, page below page. Pages in view and next to it are drawn
 * one after the other in a thread; the others are white until they come near.
 *
 * The keys turn pages and change the size. For those who do not see it, the view says which page it
 * is at, and what that page says.
 */
struct _TagaPaperView
{
  GtkWidget parent_instance;

  GtkWidget *scroller; /* (owned) */
  TagaPaperPages pages;

  TagaPaperLayout *layout;   /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): of the page that is drawn now */
  guint drawn;               /* which page that is */

  TagaPaperZoom zoom;
  guint page; /* the one that is in view */
  guint update_id;
};

G_DEFINE_FINAL_TYPE (TagaPaperView, taga_paper_view, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void draw_next (TagaPaperView *self);
static void plan_update (TagaPaperView *self);

static GtkAdjustment *
get_adjustment (TagaPaperView *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

static void
describe (TagaPaperView *self)
{
  g_autofree char *name = NULL;
  const char *text;

  if (self->pages.sheets->len == 0)
    return;

  name = g_strdup_printf (_ ("Page %u of %u"), self->page + 1, self->pages.sheets->len);
  text = taga_paper_sheet_get_text (taga_paper_pages_get (&self->pages, self->page));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text == NULL ? "" : text,
                                  -1);
}

/* The page that is in view is the one that its upper third lies on. */
static void
update_page (TagaPaperView *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  double eye =
      gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) / 3;
  guint page = taga_paper_pages_find_at (&self->pages, eye);

  if (page == self->page)
    return;

  self->page = page;
  describe (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TagaPaperView) self = user_data;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) picture = taga_paper_picture_draw_finish (result, &text, &error);

  /* Who stopped it has begun something else, or has gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  if (picture == NULL)
    {
      g_debug ("a page could not be drawn: %s", error->message);
      return;
    }

  taga_paper_sheet_show (taga_paper_pages_get (&self->pages, self->drawn), picture, text);
  if (self->drawn == self->page)
    describe (self);
  draw_next (self);
}

static void
draw_next (TagaPaperView *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  int next;

  if (self->layout == NULL || self->cancellable != NULL
      || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  next = taga_paper_pages_find_next (&self->pages, gtk_adjustment_get_value (adjustment),
                                     MAX (gtk_adjustment_get_page_size (adjustment), 1));
  if (next < 0)
    return;

  self->drawn = (guint) next;
  self->cancellable = g_cancellable_new ();
  taga_paper_picture_draw (self->layout, self->drawn,
                           taga_paper_pages_get_wanted (&self->pages, self->drawn),
                           self->cancellable, drawn_cb, g_object_ref (self));
}

static void
stop_drawing (TagaPaperView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static double
find_scale (TagaPaperView *self)
{
  double width = gtk_widget_get_width (self->scroller);
  double height = gtk_widget_get_height (self->scroller);
  double scale;

  if (self->zoom == TAGA_PAPER_ZOOM_FREE || width < 1 || height < 1)
    return self->pages.scale;

  if (self->zoom == TAGA_PAPER_ZOOM_WIDTH)
    height = G_MAXDOUBLE;
  scale = taga_paper_pages_fit (&self->pages, width, height);
  return CLAMP (scale, MIN_SCALE, MAX_SCALE);
}

/* What was in the upper left corner stays there. */
static void
apply_scale (TagaPaperView *self, double scale)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  double place = gtk_adjustment_get_value (adjustment);
  double ratio = scale / self->pages.scale;

  if (scale == self->pages.scale)
    return;

  taga_paper_pages_set_scale (&self->pages, scale);

  /* A picture that is drawn now would be too small or too large. The upper edge is known before
   * the pages have their new size. */
  gtk_adjustment_set_upper (adjustment, MAX (gtk_adjustment_get_upper (adjustment) * ratio,
                                             gtk_adjustment_get_page_size (adjustment)));
  gtk_adjustment_set_value (adjustment, place * ratio);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
update_cb (gpointer user_data)
{
  TagaPaperView *self = user_data;

  self->update_id = 0;
  apply_scale (self, find_scale (self));
  update_page (self);
  draw_next (self);

  return G_SOURCE_REMOVE;
}

/* Sizes are not changed while they are given out, but before the next frame. */
static void
plan_update (TagaPaperView *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
taga_paper_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TagaPaperView *self = TAGA_PAPER_VIEW (widget);

  gtk_widget_allocate (self->scroller, width, height, baseline, NULL);
  if (self->zoom != TAGA_PAPER_ZOOM_FREE)
    plan_update (self);
}

static void
taga_paper_view_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  gtk_widget_measure (TAGA_PAPER_VIEW (widget)->scroller, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
taga_paper_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (taga_paper_view_parent_class)->map (widget);
  plan_update (TAGA_PAPER_VIEW (widget));
}

static void
taga_paper_view_dispose (GObject *object)
{
  TagaPaperView *self = TAGA_PAPER_VIEW (object);

  /* The adjustment says once more that it changed when the pages go. */
  stop_drawing (self);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_handle_id (&self->update_id, g_source_remove);
  taga_paper_pages_clear (&self->pages);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (taga_paper_view_parent_class)->dispose (object);
}

static void
taga_paper_view_class_init (TagaPaperViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_paper_view_dispose;
  widget_class->measure = taga_paper_view_measure;
  widget_class->size_allocate = taga_paper_view_size_allocate;
  widget_class->map = taga_paper_view_map;

  /**
   * TagaPaperView::changed:
   * @self: a view
   *
   * Another page is in view, or pages are shown in another size.
   */
  signals[CHANGED] = g_signal_new ("changed", TAGA_TYPE_PAPER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  taga_paper_keys_add (widget_class);
  gtk_widget_class_set_css_name (widget_class, "paperview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
taga_paper_view_init (TagaPaperView *self)
{
  taga_paper_pages_init (&self->pages, FULL_SIZE);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->pages.box);
  gtk_widget_set_focusable (self->scroller, FALSE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);

  g_signal_connect_object (get_adjustment (self), "value-changed", G_CALLBACK (plan_update), self,
                           G_CONNECT_SWAPPED);
}

/**
 * taga_paper_view_show:
 * @self: a view
 * @layout: (nullable): pages, which nobody else uses from now on; `NULL` for none
 * @keep_place: whether they are a new state of those that were shown, and the place is kept
 *
 * Shows a paper.
 */
void
taga_paper_view_show (TagaPaperView *self, TagaPaperLayout *layout, gboolean keep_place)
{
  g_return_if_fail (TAGA_IS_PAPER_VIEW (self));
  g_return_if_fail (layout == NULL || TAGA_IS_PAPER_LAYOUT (layout));

  stop_drawing (self);
  g_set_object (&self->layout, layout);
  taga_paper_pages_fill (&self->pages, layout);
  if (!keep_place)
    gtk_adjustment_set_value (get_adjustment (self), 0);

  self->page = MIN (self->page, MAX (self->pages.sheets->len, 1) - 1);
  describe (self);
  g_signal_emit (self, signals[CHANGED], 0);
  plan_update (self);
}

/**
 * taga_paper_view_get_n_pages:
 * @self: a view
 *
 * Counts the pages that it shows.
 *
 * Returns: how many
 */
guint
taga_paper_view_get_n_pages (TagaPaperView *self)
{
  g_return_val_if_fail (TAGA_IS_PAPER_VIEW (self), 0);

  return self->pages.sheets->len;
}

/**
 * taga_paper_view_get_page:
 * @self: a view
 *
 * Gets which page is in view.
 *
 * Returns: the page, from 0
 */
guint
taga_paper_view_get_page (TagaPaperView *self)
{
  g_return_val_if_fail (TAGA_IS_PAPER_VIEW (self), 0);

  return self->page;
}

/**
 * taga_paper_view_turn_to:
 * @self: a view
 * @page: a page, from 0; the last one if there are not as many
 *
 * Brings a page into view.
 */
void
taga_paper_view_turn_to (TagaPaperView *self, guint page)
{
  g_return_if_fail (TAGA_IS_PAPER_VIEW (self));

  if (self->pages.sheets->len == 0)
    return;

  page = MIN (page, self->pages.sheets->len - 1);
  gtk_adjustment_set_value (get_adjustment (self),
                            taga_paper_pages_get_top (&self->pages, page) - TAGA_PAPER_MARGIN);
}

/**
 * taga_paper_view_scroll:
 * @self: a view
 * @by: how far down, in heights of the view; less than 0 for up
 *
 * Moves the pages.
 */
void
taga_paper_view_scroll (TagaPaperView *self, double by)
{
  GtkAdjustment *adjustment;

  g_return_if_fail (TAGA_IS_PAPER_VIEW (self));

  adjustment = get_adjustment (self);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment)
                                            + by * gtk_adjustment_get_page_size (adjustment));
}

/**
 * taga_paper_view_get_zoom:
 * @self: a view
 *
 * Gets how large pages are shown.
 *
 * Returns: how
 */
TagaPaperZoom
taga_paper_view_get_zoom (TagaPaperView *self)
{
  g_return_val_if_fail (TAGA_IS_PAPER_VIEW (self), TAGA_PAPER_ZOOM_WIDTH);

  return self->zoom;
}

/**
 * taga_paper_view_set_zoom:
 * @self: a view
 * @zoom: how large pages are shown
 *
 * Fits the pages to the view, whatever its size becomes, or leaves them as they are.
 */
void
taga_paper_view_set_zoom (TagaPaperView *self, TagaPaperZoom zoom)
{
  g_return_if_fail (TAGA_IS_PAPER_VIEW (self));

  self->zoom = zoom;
  plan_update (self);
}

/**
 * taga_paper_view_step_zoom:
 * @self: a view
 * @steps: how many steps larger; less than 0 for smaller
 *
 * Shows the pages larger or smaller.
 */
void
taga_paper_view_step_zoom (TagaPaperView *self, int steps)
{
  g_return_if_fail (TAGA_IS_PAPER_VIEW (self));

  self->zoom = TAGA_PAPER_ZOOM_FREE;
  apply_scale (self, CLAMP (self->pages.scale * pow (ZOOM_STEP, steps), MIN_SCALE, MAX_SCALE));
  plan_update (self);
}

/**
 * taga_paper_view_get_scale:
 * @self: a view
 *
 * Gets how large pages are shown.
 *
 * Returns: 1 for the size on paper
 */
double
taga_paper_view_get_scale (TagaPaperView *self)
{
  g_return_val_if_fail (TAGA_IS_PAPER_VIEW (self), 1);

  return self->pages.scale / FULL_SIZE;
}
