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

static void
fit_text (GtkWidget *window)
{
  int height = gtk_widget_get_height (window);
  double scale = MAX (1.0, height * TEXT_SHARE / USUAL_TEXT);
  GtkSettings *settings = gtk_widget_get_settings (window);
  int dpi = (int) (USUAL_DPI * scale);
  int present;

  g_object_get (settings, "gtk-xft-dpi", &present, NULL);
  if (taga_projector_is_on (window) && height > 0 && present != dpi)
    g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

/* The screen gives the window its size some time after it was asked for; all that changes text has
 * to happen outside of a frame's layout. */
static gboolean
fit_soon_cb (gpointer window)
{
  fit_text (window);
  return G_SOURCE_REMOVE;
}

static void
layout_cb (GdkSurface *surface, int width, int height, gpointer window)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, fit_soon_cb, g_object_ref (window), g_object_unref);
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
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  GObject *side = gtk_widget_get_template_child (window, TAGA_TYPE_WINDOW, "side");
  GObject *buttons = gtk_widget_get_template_child (window, TAGA_TYPE_WINDOW, "file_buttons");

  g_signal_handlers_disconnect_by_func (surface, layout_cb, window);
  gtk_widget_set_visible (GTK_WIDGET (side), !on);
  gtk_widget_set_visible (GTK_WIDGET (buttons), !on);
  tell_pages (window, on);

  if (on)
    {
      gtk_widget_add_css_class (window, STYLE_CLASS);
      g_signal_connect_object (surface, "layout", G_CALLBACK (layout_cb), window, 0);
      gtk_window_fullscreen (GTK_WINDOW (window));
      fit_text (window);
      taga_ui_toast (taga_window_get_content (TAGA_WINDOW (window)),
                     _ ("Projector view: F5 ends it, Ctrl+Page Down shows the next page."));
      return;
    }

  gtk_widget_remove_css_class (window, STYLE_CLASS);
  gtk_window_unfullscreen (GTK_WINDOW (window));
  gtk_settings_reset_property (gtk_widget_get_settings (window), "gtk-xft-dpi");
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
