#include "taga-projector.h"

#include <glib/gi18n-lib.h>

#include "taga-page.h"
#include "taga-ui.h"
#include "taga-window.h"

/*
 * Projector mode: the page alone, on the whole screen, its text so large that it can be read from
 * the back of a room whatever the projector's resolution. GTK knows one setting by which all sizes
 * of text grow, tables and charts included.
 */

#define STYLE_CLASS "taga-projector"

/* Text is to have this share of the picture's height; a line takes about one and a half times it,
 * so that some 14 lines fit. */
#define TEXT_SHARE 0.045

/* Height of the usual text in pixels at the usual resolution. */
#define USUAL_TEXT (11.0 * 96.0 / 72.0)
#define USUAL_DPI (96 * 1024)

/* The text goes by the height of the picture, which is that of the screen. */
static int
choose_dpi (GtkWidget *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  GdkMonitor *monitor =
      gdk_display_get_monitor_at_surface (gtk_widget_get_display (window), surface);
  GdkRectangle screen = { 0 };

  if (monitor != NULL)
    gdk_monitor_get_geometry (monitor, &screen);

  return (int) (USUAL_DPI * MAX (1.0, screen.height * TEXT_SHARE / USUAL_TEXT));
}

/* A window takes the screen's size only once what made it wider is out of the way. */
static gboolean
fill_screen_cb (gpointer window)
{
  if (taga_projector_is_on (window))
    gtk_window_fullscreen (window);

  return G_SOURCE_REMOVE;
}

static void
tell_pages (GtkWidget *window, gboolean on)
{
  GtkWidget *stack = taga_window_get_content (TAGA_WINDOW (window));

  for (GtkWidget *child = gtk_widget_get_first_child (stack); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (TAGA_IS_PAGE (child))
      taga_page_set_projector (TAGA_PAGE (child), on);
}

static void
set_on (GtkWidget *window, gboolean on)
{
  GtkSettings *settings = gtk_widget_get_settings (window);

  tell_pages (window, on);

  if (on)
    {
      gtk_widget_add_css_class (window, STYLE_CLASS);
      taga_projector_update (window);
      g_object_set (settings, "gtk-xft-dpi", choose_dpi (window), NULL);
      g_timeout_add_full (G_PRIORITY_DEFAULT, 100, fill_screen_cb, g_object_ref (window),
                          g_object_unref);
      taga_ui_toast (taga_window_get_content (TAGA_WINDOW (window)),
                     _ ("Projector view: F5 ends it, Ctrl+Page Down shows the next page."));
      return;
    }

  gtk_widget_remove_css_class (window, STYLE_CLASS);
  taga_projector_update (window);
  gtk_window_unfullscreen (GTK_WINDOW (window));
  gtk_settings_reset_property (settings, "gtk-xft-dpi");
}

static void
projector_action (GtkWidget *window, const char *action_name, GVariant *parameter)
{
  set_on (window, !taga_projector_is_on (window));
}

/**
 * taga_projector_install:
 * @widget_class: the class of the window
 *
 * Gives windows the action `win.projector`, which shows the page on the whole screen in text that
 * can be read from afar, and ends that again.
 */
void
taga_projector_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child_full (widget_class, "side", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "file_buttons", FALSE, 0);
  gtk_widget_class_install_action (widget_class, "win.projector", NULL, projector_action);
}

/**
 * taga_projector_is_on:
 * @widget: a widget in the workbench
 *
 * Tells whether the page is shown to a room: what is not needed there may go.
 *
 * Returns: `TRUE` if it is
 */
gboolean
taga_projector_is_on (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL && gtk_widget_has_css_class (GTK_WIDGET (root), STYLE_CLASS);
}

/**
 * taga_projector_update:
 * @window: the window
 *
 * Shows what stands around the page, or hides it while the page is shown to a room. The buttons of
 * the register's file stand above the register only.
 */
void
taga_projector_update (GtkWidget *window)
{
  GObject *side = gtk_widget_get_template_child (window, TAGA_TYPE_WINDOW, "side");
  GObject *buttons = gtk_widget_get_template_child (window, TAGA_TYPE_WINDOW, "file_buttons");
  GtkStack *stack = GTK_STACK (taga_window_get_content (TAGA_WINDOW (window)));
  gboolean on = taga_projector_is_on (window);

  gtk_widget_set_visible (GTK_WIDGET (side), !on);
  gtk_widget_set_visible (
      GTK_WIDGET (buttons),
      !on && g_strcmp0 (gtk_stack_get_visible_child_name (stack), "assets") == 0);
}
