#include "taga-paper-print.h"

/* Height of an upright A4, in points. */
#define A4_HEIGHT (297 * TAGA_POINTS_PER_MM)

/* The pages are those of the file: on paper of another size they are made smaller or larger. */
static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext *context,
              int page,
              TagaPaperLayout *layout)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height, scale;

  taga_paper_layout_get_page_size (layout, (guint) page, &width, &height);
  scale = MIN (gtk_print_context_get_width (context) / width,
               gtk_print_context_get_height (context) / height);
  cairo_scale (cr, scale, scale);
  taga_paper_layout_draw (layout, cr, (guint) page);
}

/* A page of the paper as a sheet of the printer. */
static GtkPageSetup *
create_setup (TagaPaperLayout *layout, int page)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size;
  double width, height;

  taga_paper_layout_get_page_size (layout, (guint) page, &width, &height);
  size = gtk_paper_size_new (MAX (width, height) > A4_HEIGHT + 1 ? GTK_PAPER_NAME_A3
                                                                 : GTK_PAPER_NAME_A4);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (size);

  return setup;
}

/* Called for each page before it is drawn: sections differ in size. */
static void
request_page_setup_cb (GtkPrintOperation *operation,
                       GtkPrintContext *context,
                       int page,
                       GtkPageSetup *setup,
                       TagaPaperLayout *layout)
{
  g_autoptr (GtkPageSetup) wanted = create_setup (layout, page);
  GtkPageSetup *first = gtk_print_operation_get_default_page_setup (operation);

  /* Whoever chose another paper in the dialog gets that one for all pages. */
  if (first != NULL
      && !gtk_paper_size_is_equal (gtk_page_setup_get_paper_size (setup),
                                   gtk_page_setup_get_paper_size (first)))
    return;

  gtk_page_setup_set_paper_size (setup, gtk_page_setup_get_paper_size (wanted));
  gtk_page_setup_set_orientation (setup, gtk_page_setup_get_orientation (wanted));
}

/**
 * taga_paper_print_new:
 * @layout: pages
 *
 * Makes what prints a paper: on A4 or A3, upright or lying as each page does, with its own margins.
 *
 * Returns: (transfer full): the operation
 */
GtkPrintOperation *
taga_paper_print_new (TagaPaperLayout *layout)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = create_setup (layout, 0);
  TagaPaper *paper = taga_paper_layout_get_paper (layout);

  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, (int) taga_paper_layout_get_n_pages (layout));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, taga_paper_get_title (paper));
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "request-page-setup", G_CALLBACK (request_page_setup_cb),
                         g_object_ref (layout), (GClosureNotify) (void (*) (void)) g_object_unref,
                         0);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), g_object_ref (layout),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);

  return operation;
}
