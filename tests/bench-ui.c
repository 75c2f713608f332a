#include <stdio.h>
#include <time.h>

#include "taga-application.h"
#include "taga-asset.h"
#include "taga-grid-private.h"
#include "taga-language.h"
#include "taga-record-list.h"
#include "taga-text.h"
#include "taga-ui.h"
#include "taga-window.h"

/*
 * Measures the start of the window: bench-ui empty shows an empty libadwaita window, bench-ui FILE
 * the workbench on a company file. Both print the milliseconds from the start of main to the first
 * frame that is drawn, and the memory then. bench-ui FILE hands goes on to work in the register,
 * and prints the milliseconds of work that keys, a sort and a filter cost until they are on the
 * screen; it changes the file. It is no test.
 */

#define N_STEPS 60

typedef struct
{
  gint64 start;
  const char *file;
  gboolean hands;
  GApplication *application;
  GtkWidget *window;
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

static TagaGrid *
find_grid (GtkWidget *root)
{
  TagaGrid *found = TAGA_IS_GRID (root) ? TAGA_GRID (root) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_grid (child);

  return found;
}

static double
get_milliseconds (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);

  return (double) now.tv_sec * 1000.0 + (double) now.tv_nsec / 1000000.0;
}

static void
set_true_cb (GdkFrameClock *clock, gboolean *value)
{
  *value = TRUE;
}

/* The work from here to the end of the next frame, without the wait for it. */
static double
draw_frame (TagaGrid *grid)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (grid));
  double start = get_milliseconds (CLOCK_PROCESS_CPUTIME_ID);
  gboolean painted = FALSE;
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (set_true_cb), &painted);

  gtk_widget_queue_draw (GTK_WIDGET (grid));
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);

  return get_milliseconds (CLOCK_PROCESS_CPUTIME_ID) - start;
}

/* What a key costs: all the time that it takes, also on the disk, and the frame that shows it. */
static double
press (TagaGrid *grid, guint keyval, GdkModifierType state)
{
  double start = get_milliseconds (CLOCK_MONOTONIC);

  taga_grid_press_key (grid, keyval, state);

  return get_milliseconds (CLOCK_MONOTONIC) - start + draw_frame (grid);
}

static int
compare (const void *a, const void *b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

static void
print_steps (const char *name, double *steps)
{
  qsort (steps, N_STEPS, sizeof *steps, compare);
  printf ("%s %.2f\n%s-worst %.2f\n", name, steps[N_STEPS / 2], name, steps[N_STEPS - 1]);
}

static void
measure_keys (TagaGrid *grid, const char *name, guint keyval)
{
  double steps[N_STEPS];

  for (guint i = 0; i < N_STEPS; i++)
    steps[i] = press (grid, keyval, 0);
  print_steps (name, steps);
}

/* A letter into the remarks, and Enter. */
static void
measure_edits (TagaGrid *grid)
{
  double letters[N_STEPS], commits[N_STEPS];

  press (grid, GDK_KEY_Home, GDK_CONTROL_MASK);
  taga_grid_set_cursor (grid, 0, TAGA_ASSET_NOTE);
  draw_frame (grid);
  for (guint i = 0; i < N_STEPS; i++)
    {
      letters[i] = press (grid, GDK_KEY_a + i % 26, 0);
      commits[i] = press (grid, GDK_KEY_Return, 0);
    }
  print_steps ("type", letters);
  print_steps ("commit", commits);
}

static void
measure_query (TagaGrid *grid, const char *name, const TagaQuery *query)
{
  TagaRecordList *list = TAGA_RECORD_LIST (taga_grid_get_model (grid));
  double start = get_milliseconds (CLOCK_MONOTONIC);

  if (!taga_record_list_set_query (list, query, NULL))
    return;

  printf ("%s %.2f\n", name, get_milliseconds (CLOCK_MONOTONIC) - start + draw_frame (grid));
}

static void
measure_queries (TagaGrid *grid)
{
  TagaRecordList *list = TAGA_RECORD_LIST (taga_grid_get_model (grid));
  g_autoptr (TagaQuery) all = taga_query_copy (taga_record_list_get_query (list));
  g_autoptr (TagaQuery) sorted = taga_query_copy (all);
  g_autoptr (TagaQuery) filtered = taga_query_copy (all);

  TagaFilter *filter = taga_filter_new (TAGA_ASSET_NAME);

  filter->contains = taga_text_fold ("顧客名簿");
  taga_query_set_filter (filtered, filter);
  taga_query_toggle_sort (sorted, TAGA_ASSET_RISK, FALSE);
  measure_query (grid, "sort-screen", sorted);
  measure_query (grid, "unsort-screen", all);
  measure_query (grid, "filter-screen", filtered);
}

static gboolean
work_cb (gpointer user_data)
{
  Bench *bench = user_data;
  TagaGrid *grid = find_grid (bench->window);

  gtk_widget_grab_focus (GTK_WIDGET (grid));
  draw_frame (grid);
  measure_keys (grid, "move", GDK_KEY_Down);
  measure_keys (grid, "page", GDK_KEY_Page_Down);
  measure_edits (grid);
  measure_queries (grid);
  printf ("resident-after-kib %ld\n", read_memory ("VmRSS:"));
  g_application_quit (bench->application);

  return G_SOURCE_REMOVE;
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
  if (bench->hands)
    g_idle_add (work_cb, bench);
  else
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

  bench->window = window;
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

  if (argc != 2 && (argc != 3 || !g_str_equal (argv[2], "hands")))
    return 2;

  taga_language_init ();
  gtk_disable_setlocale ();
  bench.file = argv[1];
  bench.hands = argc == 3;
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
