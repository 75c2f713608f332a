#include "taga-popover.h"

/* The popover hangs on the box around: it lays popovers out and moves the focus within them, which
 * neither a widget that lays out its own children does nor a bin of Adwaita. */
static GtkWidget *
get_parent (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_BOX);
}

static gboolean
unparent_popover (gpointer user_data)
{
  gtk_widget_unparent (user_data);
  return G_SOURCE_REMOVE;
}

/* Not at once: a menu's action runs after the menu has closed. */
static void
closed_cb (GtkWidget *popover, GtkWidget *widget)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_popover, g_object_ref (popover), g_object_unref);
  gtk_widget_grab_focus (widget);
}

/**
 * taga_popover_show:
 * @widget: what the popover is about; it gets the focus when the popover closes
 * @popover: (transfer floating): the popover
 * @rectangle: what it points to, in @widget
 *
 * Shows a popover for once: it goes when it is closed.
 */
void
taga_popover_show (GtkWidget *widget, GtkWidget *popover, const GdkRectangle *rectangle)
{
  GtkWidget *parent = get_parent (widget);
  graphene_point_t point;

  if (parent == NULL
      || !gtk_widget_compute_point (
          widget, parent, &GRAPHENE_POINT_INIT ((float) rectangle->x, (float) rectangle->y),
          &point))
    {
      g_object_unref (g_object_ref_sink (popover));
      return;
    }

  gtk_widget_set_parent (popover, parent);
  gtk_popover_set_pointing_to (
      GTK_POPOVER (popover),
      &(GdkRectangle){ (int) point.x, (int) point.y, rectangle->width, rectangle->height });
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), widget, 0);
  gtk_popover_popup (GTK_POPOVER (popover));
}
