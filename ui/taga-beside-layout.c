#include "taga-beside-layout.h"

#define SPACING_BESIDE 12
#define SPACING_BELOW 6

/**
 * TagaBesideLayout:
 *
 * Lays out two widgets: the second beside the first where the first then keeps the room that its
 * text needs, and below it where the window is narrow.
 */
struct _TagaBesideLayout
{
  GtkLayoutManager parent_instance;

  int room;
};

G_DEFINE_FINAL_TYPE (TagaBesideLayout, taga_beside_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
measure_natural_width (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* The width that the second gets beside the first, or -1 if it stands below. */
static int
choose_second_width (TagaBesideLayout *self, GtkWidget *second, int width)
{
  int natural = measure_natural_width (second);

  return width < 0 || width - natural - SPACING_BESIDE >= self->room ? natural : -1;
}

static void
measure_width (GtkWidget *first, GtkWidget *second, int *minimum, int *natural)
{
  int first_minimum, first_natural, second_minimum, second_natural;

  gtk_widget_measure (first, GTK_ORIENTATION_HORIZONTAL, -1, &first_minimum, &first_natural, NULL,
                      NULL);
  gtk_widget_measure (second, GTK_ORIENTATION_HORIZONTAL, -1, &second_minimum, &second_natural,
                      NULL, NULL);
  *minimum = MAX (first_minimum, second_minimum);
  *natural = first_natural + SPACING_BESIDE + second_natural;
}

static int
measure_height (GtkWidget *child, int width)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  return minimum;
}

static void
taga_beside_layout_measure (GtkLayoutManager *layout,
                            GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  TagaBesideLayout *self = TAGA_BESIDE_LAYOUT (layout);
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_last_child (widget);
  int beside;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (first, second, minimum, natural);
      return;
    }

  beside = choose_second_width (self, second, for_size);
  if (for_size < 0)
    *minimum = MAX (measure_height (first, -1), measure_height (second, -1));
  else if (beside >= 0)
    *minimum = MAX (measure_height (first, for_size - beside - SPACING_BESIDE),
                    measure_height (second, beside));
  else
    *minimum = measure_height (first, for_size) + SPACING_BELOW + measure_height (second, for_size);
  *natural = *minimum;
}

static void
taga_beside_layout_allocate (GtkLayoutManager *layout,
                             GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  TagaBesideLayout *self = TAGA_BESIDE_LAYOUT (layout);
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_last_child (widget);
  int beside = choose_second_width (self, second, width);
  int first_height;

  if (beside >= 0)
    {
      gtk_widget_size_allocate (
          first, &(GtkAllocation){ 0, 0, width - beside - SPACING_BESIDE, height }, -1);
      gtk_widget_size_allocate (second, &(GtkAllocation){ width - beside, 0, beside, height }, -1);
      return;
    }

  first_height = measure_height (first, width);
  gtk_widget_size_allocate (first, &(GtkAllocation){ 0, 0, width, first_height }, -1);
  gtk_widget_size_allocate (second,
                            &(GtkAllocation){ 0, first_height + SPACING_BELOW, width,
                                              height - first_height - SPACING_BELOW },
                            -1);
}

static GtkSizeRequestMode
taga_beside_layout_get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
taga_beside_layout_class_init (TagaBesideLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = taga_beside_layout_measure;
  layout_class->allocate = taga_beside_layout_allocate;
  layout_class->get_request_mode = taga_beside_layout_get_request_mode;
}

static void
taga_beside_layout_init (TagaBesideLayout *self)
{
}

/**
 * taga_beside_layout_new:
 * @room: how many pixels the first widget must keep for the second to stand beside it
 *
 * Makes a layout for a widget with two children.
 *
 * Returns: (transfer full): the layout
 */
GtkLayoutManager *
taga_beside_layout_new (int room)
{
  TagaBesideLayout *self = g_object_new (TAGA_TYPE_BESIDE_LAYOUT, NULL);

  self->room = room;
  return GTK_LAYOUT_MANAGER (self);
}
