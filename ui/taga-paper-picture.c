#include "taga-paper-picture.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A page that is drawn in a thread. Meanwhile nobody else uses its layout. */
typedef struct
{
  TagaPaperLayout *layout; /* (owned) */
  guint page;
  int width; /* in pixels */

  GdkTexture *picture; /* (owned) (nullable) */
  char *text;          /* (owned) (nullable) */
} Drawing;

static void
free_drawing (gpointer data)
{
  Drawing *drawing = data;

  g_clear_object (&drawing->picture);
  g_object_unref (drawing->layout);
  g_free (drawing->text);
  g_free (drawing);
}

static void
draw (const Drawing *drawing, cairo_surface_t *surface, double scale)
{
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  taga_paper_layout_draw (drawing->layout, cr, drawing->page);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Drawing *drawing = task_data;
  double width, height, scale;
  cairo_surface_t *surface;
  g_autoptr (GBytes) bytes = NULL;
  int stride;

  if (g_task_return_error_if_cancelled (task))
    return;

  taga_paper_layout_get_page_size (drawing->layout, drawing->page, &width, &height);
  scale = drawing->width / width;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, drawing->width,
                                        (int) round (height * scale));
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_destroy (surface);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED,
                               _ ("The page is too large to be shown. Make it smaller."));
      return;
    }

  draw (drawing, surface, scale);
  stride = cairo_image_surface_get_stride (surface);
  bytes =
      g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                  (gsize) stride * (gsize) cairo_image_surface_get_height (surface),
                                  (GDestroyNotify) cairo_surface_destroy, surface);
  drawing->picture =
      gdk_memory_texture_new (drawing->width, cairo_image_surface_get_height (surface),
                              GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
  drawing->text = taga_paper_layout_dup_text (drawing->layout, drawing->page);
  g_task_return_boolean (task, TRUE);
}

/**
 * taga_paper_picture_draw:
 * @layout: pages, which nobody else uses until it is done
 * @page: which of them, from 0
 * @width: how wide the picture is to be, in pixels
 * @cancellable: (nullable): stops it
 * @callback: called in the main thread when it is done
 * @user_data: data for @callback
 *
 * Draws a page as a picture, in a thread.
 */
void
taga_paper_picture_draw (TagaPaperLayout *layout,
                         guint page,
                         int width,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Drawing *drawing = g_new0 (Drawing, 1);

  drawing->layout = g_object_ref (layout);
  drawing->page = page;
  drawing->width = MAX (width, 1);
  g_task_set_source_tag (task, taga_paper_picture_draw);
  g_task_set_task_data (task, drawing, free_drawing);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * taga_paper_picture_draw_finish:
 * @result: what the callback got
 * @text: (out) (transfer full): the words of the page
 * @error: return location for an error
 *
 * Gets the picture of a page.
 *
 * Returns: (transfer full) (nullable): the picture, or `NULL` with `G_IO_ERROR_CANCELLED` or
 *   `G_IO_ERROR_FAILED`
 */
GdkTexture *
taga_paper_picture_draw_finish (GAsyncResult *result, char **text, GError **error)
{
  Drawing *drawing = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  *text = g_steal_pointer (&drawing->text);
  return g_steal_pointer (&drawing->picture);
}
