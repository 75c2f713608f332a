#include "taga-scroll.h"

/* The first frame may still lay out what was just shown. */
#define FRAMES 2

static void
scroll (GtkWidget *widget)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;
  double top, page;

  if (scroller == NULL || viewport == NULL || !gtk_widget_get_mapped (widget)
      || !gtk_widget_compute_bounds (widget, viewport, &bounds))
    return;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  page = gtk_adjustment_get_page_size (adjustment);
  top = gtk_adjustment_get_value (adjustment) + bounds.origin.y;
  if (bounds.origin.y < 0 || bounds.size.height > page)
    gtk_adjustment_set_value (adjustment, top);
  else if (bounds.origin.y + bounds.size.height > page)
    gtk_adjustment_set_value (adjustment, top + bounds.size.height - page);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  guint *n_frames = data;

  if (++*n_frames <= FRAMES)
    return G_SOURCE_CONTINUE;

  scroll (widget);
  return G_SOURCE_REMOVE;
}

/**
 * taga_scroll_to:
 * @widget: a widget within a scrolled window
 *
 * Brings the whole of a widget into view, or its top if there is no room for all of it. GTK only
 * does so for the part that has the focus. It is done when the window has been laid out.
 */
void
taga_scroll_to (GtkWidget *widget)
{
  gtk_widget_add_tick_callback (widget, tick_cb, g_new0 (guint, 1), g_free);
}
