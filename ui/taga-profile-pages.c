#include "taga-profile-pages.h"

#include <glib/gi18n-lib.h>

/* Pages lie side by side where there is this much room, in pixels, and else one below the other. */
#define ROOM_FOR_TWO 720
#define GAP 12

/**
 * TagaProfilePages:
 *
 * The pages of a paper as they will be printed, as an open book where there is room for that.
 */
struct _TagaProfilePages
{
  GtkWidget parent_instance;

  TagaPaperLayout *layout; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (TagaProfilePages, taga_profile_pages, GTK_TYPE_WIDGET)

static guint
count_columns (TagaProfilePages *self, int width)
{
  return width >= ROOM_FOR_TWO && taga_paper_layout_get_n_pages (self->layout) > 1 ? 2 : 1;
}

static double
get_page_width (TagaProfilePages *self, int width)
{
  guint n = count_columns (self, width);

  return (width - (n - 1.0) * GAP) / n;
}

static double
get_page_height (TagaProfilePages *self, int width)
{
  double page_width, page_height;

  taga_paper_layout_get_page_size (self->layout, 0, &page_width, &page_height);
  return get_page_width (self, width) * page_height / page_width;
}

static GtkSizeRequestMode
taga_profile_pages_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
taga_profile_pages_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  TagaProfilePages *self = TAGA_PROFILE_PAGES (widget);
  int width = for_size > 0 ? for_size : 300;

  *minimum = *natural = 300;
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_VERTICAL && self->layout != NULL)
    {
      guint n = count_columns (self, width);
      guint n_rows = (taga_paper_layout_get_n_pages (self->layout) + n - 1) / n;

      *minimum = *natural = (int) (n_rows * (get_page_height (self, width) + GAP)) - GAP;
    }
}

static void
taga_profile_pages_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TagaProfilePages *self = TAGA_PROFILE_PAGES (widget);
  int width = gtk_widget_get_width (widget);
  double page_width, page_height, scale;
  cairo_t *cr;
  guint n;

  if (self->layout == NULL || width <= 0)
    return;

  n = count_columns (self, width);
  taga_paper_layout_get_page_size (self->layout, 0, &page_width, &page_height);
  scale = get_page_width (self, width) / page_width;
  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) gtk_widget_get_height (widget)));
  for (guint page = 0; page < taga_paper_layout_get_n_pages (self->layout); page++)
    {
      cairo_save (cr);
      cairo_translate (cr, (page % n) * (page_width * scale + GAP),
                       (page / n) * (page_height * scale + GAP));
      cairo_scale (cr, scale, scale);
      cairo_rectangle (cr, 0, 0, page_width, page_height);
      cairo_clip_preserve (cr);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_fill (cr);
      taga_paper_layout_draw (self->layout, cr, page);
      cairo_restore (cr);
    }
  cairo_destroy (cr);
}

static void
taga_profile_pages_dispose (GObject *object)
{
  g_clear_object (&TAGA_PROFILE_PAGES (object)->layout);

  G_OBJECT_CLASS (taga_profile_pages_parent_class)->dispose (object);
}

static void
taga_profile_pages_class_init (TagaProfilePagesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_profile_pages_dispose;
  widget_class->get_request_mode = taga_profile_pages_get_request_mode;
  widget_class->measure = taga_profile_pages_measure;
  widget_class->snapshot = taga_profile_pages_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
taga_profile_pages_init (TagaProfilePages *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The two pages of the case profile"), -1);
}

/**
 * taga_profile_pages_new:
 *
 * Makes a widget that shows no pages yet.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
taga_profile_pages_new (void)
{
  return g_object_new (TAGA_TYPE_PROFILE_PAGES, NULL);
}

/**
 * taga_profile_pages_show:
 * @self: the widget
 * @layout: (nullable): the pages
 *
 * Shows pages.
 */
void
taga_profile_pages_show (TagaProfilePages *self, TagaPaperLayout *layout)
{
  if (g_set_object (&self->layout, layout))
    gtk_widget_queue_resize (GTK_WIDGET (self));
}
