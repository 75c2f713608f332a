#include "taga-paper-print.h"

/* The pages are those of the file: on other paper than A4 they are made smaller or larger. */
static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext *context,
              int page,
              TagaPaperLayout *layout)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height, scale;

  taga_paper_layout_get_size (layout, &width, &height);
  scale = MIN (gtk_print_context_get_width (context) / width,
               gtk_print_context_get_height (context) / height);
  cairo_scale (cr, scale, scale);
  taga_paper_layout_draw (layout, cr, (guint) page);
}

/**
 * taga_paper_print_new:
 * @layout: pages
 *
 * Makes what prints a paper: on A4, upright or lying as the paper does, with its own margins.
 *
 * Returns: (transfer full): the operation
 */
GtkPrintOperation *
taga_paper_print_new (TagaPaperLayout *layout)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  TagaPaper *paper = taga_paper_layout_get_paper (layout);

  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, taga_paper_is_landscape (paper)
                                             ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                             : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (size);

  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, (int) taga_paper_layout_get_n_pages (layout));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, taga_paper_get_title (paper));
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), g_object_ref (layout),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);

  return operation;
}
