#include "taga-paper-keys.h"

#include "taga-paper-view.h"

/* The keys of a paper that is shown. */

/* What is read of the last page stays in view for the eye to go on from. */
#define TURN 0.9
#define LINE 0.08

static gboolean
turn_cb (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  TagaPaperView *view = TAGA_PAPER_VIEW (widget);
  int pages = g_variant_get_int32 (parameter);
  guint page = taga_paper_view_get_page (view);

  /* A page that is higher than the view is gone through before it is turned. */
  if (taga_paper_view_get_zoom (view) != TAGA_PAPER_ZOOM_PAGE)
    taga_paper_view_scroll (view, pages * TURN);
  else if (pages > 0 || page > 0)
    taga_paper_view_turn_to (view, pages > 0 ? page + 1 : page - 1);

  return GDK_EVENT_STOP;
}

static gboolean
scroll_cb (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  taga_paper_view_scroll (TAGA_PAPER_VIEW (widget), g_variant_get_int32 (parameter) * LINE);

  return GDK_EVENT_STOP;
}

static gboolean
end_cb (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  gboolean is_last = g_variant_get_int32 (parameter) > 0;

  taga_paper_view_turn_to (TAGA_PAPER_VIEW (widget), is_last ? G_MAXUINT : 0);

  return GDK_EVENT_STOP;
}

static gboolean
zoom_cb (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  int steps = g_variant_get_int32 (parameter);

  if (steps == 0)
    taga_paper_view_set_zoom (TAGA_PAPER_VIEW (widget), TAGA_PAPER_ZOOM_WIDTH);
  else
    taga_paper_view_step_zoom (TAGA_PAPER_VIEW (widget), steps);

  return GDK_EVENT_STOP;
}

static gboolean
whole_cb (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  taga_paper_view_set_zoom (TAGA_PAPER_VIEW (widget), TAGA_PAPER_ZOOM_PAGE);

  return GDK_EVENT_STOP;
}

/**
 * taga_paper_keys_add:
 * @widget_class: the class of the view
 *
 * Gives the view its keys: Page Up and Page Down, the arrows, Home and End; plus and minus, 0 for
 * the width of a page and 1 for a whole one.
 */
void
taga_paper_keys_add (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint keyval;
    GtkShortcutFunc callback;
    int argument;
  } keys[] = {
    { GDK_KEY_Page_Down, turn_cb, 1 },    { GDK_KEY_KP_Page_Down, turn_cb, 1 },
    { GDK_KEY_Page_Up, turn_cb, -1 },     { GDK_KEY_KP_Page_Up, turn_cb, -1 },
    { GDK_KEY_Down, scroll_cb, 1 },       { GDK_KEY_KP_Down, scroll_cb, 1 },
    { GDK_KEY_Up, scroll_cb, -1 },        { GDK_KEY_KP_Up, scroll_cb, -1 },
    { GDK_KEY_Home, end_cb, -1 },         { GDK_KEY_KP_Home, end_cb, -1 },
    { GDK_KEY_End, end_cb, 1 },           { GDK_KEY_KP_End, end_cb, 1 },
    { GDK_KEY_plus, zoom_cb, 1 },         { GDK_KEY_KP_Add, zoom_cb, 1 },
    { GDK_KEY_semicolon, zoom_cb, 1 },    { GDK_KEY_minus, zoom_cb, -1 },
    { GDK_KEY_KP_Subtract, zoom_cb, -1 }, { GDK_KEY_0, zoom_cb, 0 },
    { GDK_KEY_KP_0, zoom_cb, 0 },         { GDK_KEY_1, whole_cb, 0 },
    { GDK_KEY_KP_1, whole_cb, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].keyval, 0, keys[i].callback, "i",
                                  keys[i].argument);
}
