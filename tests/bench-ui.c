#include <stdio.h>

#include "taga-application.h"
#include "taga-language.h"
#include "taga-ui.h"
#include "taga-window.h"

/*
 * Measures the start of the window: bench-ui empty shows an empty libadwaita window, bench-ui FILE
 * the workbench on a company file. Both print the milliseconds from the start of main to the first
 * frame that is drawn, and the memory then. It is no test.
 */

typedef struct
{
  gint64 start;
  const char *file;
  GApplication *application;
} Bench;

static long
read_memory (const char *key)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;

  line = strstr (status, key);
  return line == NULL ? 0 : strtol (line + strlen (key), NULL, 10);
}

static void
painted_cb (GdkFrameClock *clock, Bench *bench)
{
  static gboolean told = FALSE;

  if (told)
    return;

  told = TRUE;
  printf ("first-frame %.1f\nresident-kib %ld\n",
          (double) (g_get_monotonic_time () - bench->start) / 1000.0, read_memory ("VmRSS:"));
  g_application_quit (bench->application);
}

static void
activate_cb (GApplication *application, Bench *bench)
{
  GtkWidget *window;

  if (g_str_equal (bench->file, "empty"))
    window = adw_application_window_new (GTK_APPLICATION (application));
  else
    {
      window = GTK_WIDGET (
          taga_window_new (TAGA_APPLICATION (application), g_settings_new (TAGA_APP_ID)));
      taga_window_open (TAGA_WINDOW (window), bench->file);
    }

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_widget_realize (window);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb),
                    bench);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  Bench bench = { .start = g_get_monotonic_time () };
  g_autoptr (AdwApplication) application = NULL;

  if (argc != 2)
    return 2;

  taga_language_init ();
  gtk_disable_setlocale ();
  bench.file = argv[1];
  gtk_init ();
  if (g_str_equal (argv[1], "empty"))
    application = adw_application_new ("io.github.taga_workbench.Bench", G_APPLICATION_NON_UNIQUE);
  else
    {
      taga_ui_init ();
      application = ADW_APPLICATION (taga_application_new ());
      g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
    }
  bench.application = G_APPLICATION (application);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &bench);

  return g_application_run (G_APPLICATION (application), 1, argv);
}
